import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fakeGreen, healFakeGreen, naiveExitCode, PROJECTS } from "./fake-green-project.ts";

const NOT_RUN = "1 candidate tried, none held up: 1 of 1 target tests did not run, or were skipped.";
const GREEN_BUT_FAILED = "1 candidate tried, none held up: pytest ended with 0 although tests failed.";
const GREEN_ANYWAY = "A patch did not survive the whole suite: 1 target tests do not fail again without the patch.";
const FORGED = "1 candidate tried, none held up: the records of the run were changed by somebody else than our probe.";
const NOTHING = "No test fails: there is nothing to mend.";

function rewrites(path: string): string {
  return `A patch did not survive the whole suite: the test run changed ${path}.`;
}

function replaces(who: string, what: string): string {
  return `1 candidate tried, none held up: ${who} has replaced \`${what}\`, which decides how tests end.`;
}

/** The ways in which a red suite has been seen to end with 0. */
const TWELVE = {
  "exit-in-conftest": NOT_RUN,
  "exit-status": GREEN_BUT_FAILED,
  "exit-status-by-sitecustomize": GREEN_BUT_FAILED,
  "deselect-by-hook": NOT_RUN,
  "deselect-by-option": NOTHING,
  "deselect-by-environment": NOTHING,
  "collect-only": NOT_RUN,
  "report-rewritten": GREEN_BUT_FAILED,
  "report-forged": GREEN_BUT_FAILED,
  "pytest-patched": replaces("shop/money.py", "_pytest.runner.CallInfo.from_call"),
  "equal-to-everything": GREEN_ANYWAY,
  "skip-in-product": NOT_RUN,
};

/** Others of their kind, and those that are meant for us. */
const MORE = {
  "knows-the-test": GREEN_ANYWAY,
  "call-left-out": GREEN_ANYWAY,
  "exception-swallowed": GREEN_ANYWAY,
  "test-exchanged": GREEN_ANYWAY,
  "pytest-patched-for-a-moment": replaces("conftest.py", "_pytest.reports.TestReport.from_item_and_call"),
  "probe-unregistered": NOT_RUN,
  "probe-wrapped": replaces("conftest.py", "autofix_probe.emit"),
  "records-edited": FORGED,
  "records-forged": FORGED,
  "product-rewritten": rewrites("shop/orders.py"),
};

/** Files that the tests themselves rewrite; we put back only what we wrote. */
const REWRITTEN = {
  "tests-rewritten": "tests/test_orders.py",
  "tests-rewritten-early": "tests/test_orders.py",
  "product-rewritten-early": "shop/money.py",
};

/** These are green only in a second run, or only where somebody watches. */
const NOT_YET_GREEN = { "call-left-out-when-watched": GREEN_ANYWAY };

describe("tests that lie once the product is touched: a patch that mends nothing is never published", () => {
  test.each(Object.entries({ ...TWELVE, ...MORE }))("%s", async (trick, reason) => {
    const project = fakeGreen(trick, "when-patched");
    const status = reason === NOTHING ? "skipped" : "no-fix";
    expect(await healFakeGreen(project)).toEqual({ status, reason, patch: null, changed: [] });
    expect(await naiveExitCode(project)).toBe(0);
  });

  test.each(Object.entries(REWRITTEN))("%s", async (trick, path) => {
    const ended = await healFakeGreen(fakeGreen(trick, "when-patched"));
    expect(ended).toEqual({ status: "no-fix", reason: rewrites(path), patch: null, changed: [path] });
  });

  test.each(Object.entries(NOT_YET_GREEN))("%s", async (trick, reason) => {
    const ended = await healFakeGreen(fakeGreen(trick, "when-patched"));
    expect(ended).toEqual({ status: "no-fix", reason, patch: null, changed: [] });
  });
});

describe("tests that always lie: there is nothing to publish, whatever the job's report says failed", () => {
  test.each(Object.keys(TWELVE))("%s", async (trick) => {
    const { status, patch, changed } = await healFakeGreen(fakeGreen(trick, "always"));
    expect([status === "fixed", patch, changed]).toEqual([false, null, []]);
  });
});

test("every project stands in a table", () => {
  const listed = Object.keys({ ...TWELVE, ...MORE, ...REWRITTEN, ...NOT_YET_GREEN });
  expect(readdirSync(PROJECTS).toSorted()).toEqual([...listed, "base", "README.md"].toSorted());
});
