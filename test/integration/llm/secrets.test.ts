import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scriptedServer } from "../../support/llm/server.ts";
import { leaksIn, SECRETS, writtenForms } from "../../support/secrets.ts";
import { github, outputFile, outputsOf, runOn } from "../action/step.ts";

const FILE = "shop/orders.py";
/** As Python writes a text; a key stays on its lines. */
const literal = (text: string): string => (text.includes("\n") ? `"""${text}"""` : JSON.stringify(text));
const names = SECRETS.map((_, index) => `KEY_OF_${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index] ?? ""}`);

const ORDERS = `${SECRETS.map(({ text }, index) => `${names[index] ?? ""} = ${literal(text)}`).join("\n")}


def total(rows):
    known = [${names.join(", ")}]
    local = "${SECRETS[13]?.text ?? ""}"
    if local in known:
        return sum(rows) - 1
    return 0
`;
const HEALED = ORDERS.replace(" - 1", "");

/** Prints and raises all of them: plain, coloured and wrapped in the middle, encoded, in its parameters. */
const TESTS = `import base64
import os
import textwrap
from urllib.parse import quote

import pytest

from shop.orders import total


@pytest.mark.parametrize("dsn", [${SECRETS.slice(7, 10)
  .map(({ text }) => literal(text))
  .join(", ")}])
def test_total(dsn):
    planted = [value for name, value in sorted(os.environ.items()) if name.startswith("PLANTED_")]
    assert len(planted) == ${SECRETS.length}
    for value in planted:
        print(value)
        print(value[:20] + chr(27) + "[31m" + value[20:] + chr(27) + "[0m")
        print("\\n".join(textwrap.wrap(value, 25, break_on_hyphens=False)))
        print(base64.b64encode(value.encode()).decode(), quote(value), quote(value, safe=""))
    try:
        raise ValueError(" and ".join(planted))
    except ValueError as error:
        cause = error
    if total([20, 22]) != 42:
        raise AssertionError("; ".join(planted)) from cause


def test_again():
    known = [
${SECRETS.map(({ text }) => `        ${literal(text)},\n`).join("")}    ]
    assert (total([20, 22]), known) == (42, known[1:] + known[:1] if not known else known)
`;

const PROJECT = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "shop/__init__.py": "",
  [FILE]: ORDERS,
  "tests/test_orders.py": TESTS,
};

function block(search: readonly string[], replace: readonly string[]): string {
  const lines = ["<<<<<<< SEARCH", ...search, "=======", ...replace, ">>>>>>> REPLACE", ""];
  return `CAUSE: one is taken off the sum\n\n${FILE}\n${lines.join("\n")}`;
}

const MASKED_LINE = '    local = "postgresql+asyncpg://shop:***@db:5432/shop"';
const WITH_MASK = block(
  [MASKED_LINE, "    if local in known:", "        return sum(rows) - 1"],
  [MASKED_LINE, "    if local in known:", "        return sum(rows)"],
);
const RIGHT = block(["        return sum(rows) - 1"], ["        return sum(rows)"]);

test("none of the 21 secrets leaves the runner, in no form, and the suggestion is the true text", async () => {
  const model = await scriptedServer([{ reply: WITH_MASK }, { reply: RIGHT }]);
  const server = await github();
  const pull = server.openPullRequest({ base: { "README.md": "# Shop\n" }, head: PROJECT });
  const run = await runOn(server, pull, {
    inputs: { "base-url": model.baseUrl, "openai-api-key": SECRETS[3]?.secret ?? "", model: "small" },
    environment: Object.fromEntries(
      SECRETS.map(({ text }, index) => [`PLANTED_${String(index).padStart(2, "0")}`, text]),
    ),
  });
  const sent = model.requests.map((body) => JSON.stringify(body["messages"]));
  expect([run.exitCode, outputsOf(run)["status"], sent.length]).toEqual([0, "suggested", 2]);
  // What was shown is the place of the fault, with its secrets hidden, and a block that quotes a mask is not applied.
  expect([
    sent[0]?.includes(JSON.stringify(MASKED_LINE).slice(1, -1)),
    sent[1]?.includes("was hidden from you"),
  ]).toEqual([true, true]);

  const { patch, handover, ...document } = JSON.parse(outputFile(run, "case-file"));
  const texts = handover.drafts.map((draft: { patch: unknown }) => draft.patch);
  const drafts = handover.drafts.map((draft: object) => ({ ...draft, patch: null }));
  const told = {
    requests: sent.join("\n"),
    published: JSON.stringify(server.journal.map(({ path, body }) => [path, body])),
    summary: run.runner.summary(),
    report: outputFile(run, "report-path"),
    outputs: JSON.stringify(outputsOf(run)),
    case: JSON.stringify({ ...document, handover: { ...handover, drafts } }),
    log: [...run.stdout.split("\n").filter((line) => !line.startsWith("::add-mask::")), run.stderr].join("\n"),
  };
  const leaks = Object.entries(told).flatMap(([where, text]) => leaksIn(text).map((what) => `${where}: ${what}`));
  expect(leaks).toEqual([]);

  // The patch, and the draft that a later job would try again, are what is tested and applied: true to the byte.
  expect(patch).toEqual({ changes: [{ path: FILE, before: ORDERS, after: HEALED }] });
  expect(texts).toEqual([patch]);
  expect(server.apply(server.state.reviews[0]?.id ?? 0).kind).toBe("applied");
  expect(server.headFiles("feature")[FILE]).toBe(HEALED);
});

test("what is searched for would be found", () => {
  const text = SECRETS.flatMap((planted) => writtenForms(planted)).join("\n");
  expect(leaksIn(text)).toHaveLength(SECRETS.length);
  expect(leaksIn(readFileSync(new URL(import.meta.url), "utf8"))).toEqual([]);
});
