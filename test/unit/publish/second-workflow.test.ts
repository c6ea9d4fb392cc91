import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { UPLOAD_STEP, renderSecondWorkflow } from "../../../src/publish/second-workflow.ts";

const DOCS = new URL("../../../docs/workflows/", import.meta.url);
const OF_DOCS = { workflow: "tests", event: "pull_request", action: "your-org/autofix-action@v1" };

describe("the second workflow", () => {
  test("is the fork-safe publisher of docs/workflows, and the step that feeds it is of the other half", () => {
    expect(renderSecondWorkflow(OF_DOCS)).toBe(readFileSync(new URL("4-fork-safe-publish.yml", DOCS), "utf8"));
    const tests = readFileSync(new URL("4-fork-safe-tests.yml", DOCS), "utf8");
    expect(tests.slice(-UPLOAD_STEP.length)).toBe(UPLOAD_STEP);
  });

  test.each([
    "CI",
    "on",
    "null",
    "12",
    "Tests & lint: 3.12",
    ".github/workflows/ci.yml",
    "🚀 tests 👩‍🚀",
    "a]\npermissions: write-all #",
    'x", "y',
    "'; ```\n</details> @org/team",
    "\u202e\u200b\u0085\u2028\u007f",
    "${{ secrets.TOKEN }}",
    "*anchor",
    "",
  ])("any name is one name: %j", (workflow) => {
    const expected = parse(renderSecondWorkflow(OF_DOCS)) as { on: { workflow_run: object } };
    expected.on.workflow_run = { ...expected.on.workflow_run, workflows: [workflow] };
    const rendered = renderSecondWorkflow({ ...OF_DOCS, workflow });
    expect(parse(rendered)).toEqual(expected);
    expect(rendered).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(rendered.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});
