import { expect, test } from "vitest";
import type { CandidatePatch, FileChange } from "../../../src/domain/patch.ts";
import type { PythonModule } from "../../../src/domain/python.ts";
import { guard } from "../../../src/guard/guard.ts";
import type { Limits } from "../../../src/guard/rule.ts";
import { pythonBridge } from "../../../src/io/python-bridge.ts";

const parser = pythonBridge(["python3"], {});
const LIMITS: Limits = { maxFiles: 2, maxLines: 5, allowedPaths: [], deniedPaths: [] };
const FILES = ["app/a.py", "app/b.py", "app/c.py", "tests/test_a.py", "setup.py", ".github/x.py", "app/data.txt"];

async function judged(changes: readonly FileChange[], limits: Partial<Limits> = {}, mayEditTests = false) {
  const candidate: CandidatePatch = {
    origin: { kind: "recipe", id: "r" },
    edits: [{ path: "app/a.py", start: 0, end: 0, text: "" }],
    rationale: "",
    leftAlone: [],
    mayEditTests,
  };
  const result = guard({
    candidate,
    changes,
    trackedFiles: new Set(FILES),
    guardedFiles: new Set(["tests/test_a.py"]),
    limits: { ...LIMITS, ...limits },
    before: await modules(changes.map(({ path, before }) => ({ path, text: before }))),
    after: await modules(changes.map(({ path, after }) => ({ path, text: after }))),
  });
  return result.kind === "guarded"
    ? "guarded"
    : result.reasons.map(({ rule, path, reason }) => `${rule} ${path} ${reason}`);
}

async function modules(files: readonly { path: string; text: string }[]): Promise<Map<string, PythonModule>> {
  const parsed = await parser.parse(files);
  return new Map(parsed.flatMap((file) => ("tree" in file ? [[file.path, file]] : [])));
}

const change = (path: string, before = "x = 1\n", after = "x = 2\n"): FileChange => ({ path, before, after });

test.each([
  ["a small change of a product file", [change("app/a.py")], {}],
  ["two files, the most allowed", [change("app/a.py"), change("app/b.py")], {}],
  ["a file that allowed-paths names", [change("app/a.py")], { allowedPaths: ["app/**"] }],
  ["five lines, the most allowed", [change("app/a.py", "", "a = 1\n".repeat(5))], {}],
  [
    "code that skipped before and still does",
    [change("app/a.py", "import pytest\npytest.skip('x')\n", "import pytest\n\npytest.skip('x')\n")],
    {},
  ],
  ["the word skip as any other name", [change("app/a.py", "x = 1\n", "rows.skip(1)\n")], {}],
  ["an exit code as a value", [change("app/a.py", "x = 1\n", "code = exit_code\n")], {}],
  ["pytest in a longer text", [change("app/a.py", "x = 1\n", "x = 'run pytest first'\n")], {}],
])("accepts %s", async (_name, changes, limits) => {
  expect(await judged(changes, limits)).toBe("guarded");
});

test("accepts a test file only from a candidate that may edit tests", async () => {
  expect(await judged([change("tests/test_a.py")], {}, true)).toBe("guarded");
  expect(await judged([change("tests/test_a.py")])).toEqual([
    "paths tests/test_a.py is a test or test configuration file",
  ]);
});

test.each([
  [
    "three files",
    [change("app/a.py"), change("app/b.py"), change("app/c.py")],
    { maxLines: 6 },
    ["size  changes 3 files, more than max-files (2)"],
  ],
  ["six lines", [change("app/a.py", "", "a = 1\n".repeat(6))], {}, ["size  changes 6 lines, more than max-lines (5)"]],
  [
    "three replaced lines",
    [change("app/a.py", "a = 1\n".repeat(3), "b = 1\n".repeat(3))],
    {},
    ["size  changes 6 lines, more than max-lines (5)"],
  ],
  ["no Python", [change("app/data.txt")], {}, ["paths app/data.txt is not a Python file"]],
  ["an untracked file", [change("app/new.py")], {}, ["paths app/new.py is not a tracked file"]],
  ["a way out", [change("../a.py")], {}, ["paths ../a.py is not a plain path inside the repository"]],
  ["an absolute path", [change("/etc/a.py")], {}, ["paths /etc/a.py is not a plain path inside the repository"]],
  ["a Windows path", [change("app\\a.py")], {}, ["paths app\\a.py is not a plain path inside the repository"]],
  ["what builds the project", [change("setup.py")], {}, ["paths setup.py is protected: it decides how code is run"]],
  ["workflows", [change(".github/x.py")], {}, ["paths .github/x.py is protected: it decides how code is run"]],
  ["a denied path", [change("app/a.py")], { deniedPaths: ["app/*.py"] }, ["paths app/a.py matches denied-paths"]],
  [
    "a path beside the allowed ones",
    [change("app/a.py")],
    { allowedPaths: ["lib/**"] },
    ["paths app/a.py does not match allowed-paths"],
  ],
  ["broken syntax", [change("app/a.py", "x = 1\n", "x = (\n")], {}, ["syntax app/a.py would no longer parse"]],
  [
    "a skip",
    [change("app/a.py", "import pytest\n", "import pytest\npytest.skip('x')\n")],
    {},
    ["no-test-evasion app/a.py adds `pytest.skip`"],
  ],
  [
    "an exit",
    [change("app/a.py", "import os\n", "import os\nos._exit(0)\n")],
    {},
    ["no-test-evasion app/a.py adds `os._exit`"],
  ],
  [
    "a look for pytest",
    [change("app/a.py", "import os\n", "import os\nx = os.environ.get('PYTEST_CURRENT_TEST')\n")],
    {},
    ["no-test-evasion app/a.py adds `PYTEST_CURRENT_TEST`"],
  ],
])("refuses %s", async (_name, changes, limits, reasons) => {
  expect(await judged(changes, limits)).toEqual(reasons);
});

test("says every reason at once", async () => {
  expect(await judged([change("setup.py", "x = 1\n", "x = (\n")], { deniedPaths: ["*.py"] })).toEqual([
    "paths setup.py is protected: it decides how code is run",
    "syntax setup.py would no longer parse",
  ]);
});
