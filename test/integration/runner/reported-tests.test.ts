import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { RunRequest, TestRun } from "../../../src/domain/test-run.ts";
import { readReports } from "../../../src/read/read-reports.ts";
import { reproduce } from "../../../src/steps/reproduce.ts";
import { runAt, testPython, writeProject } from "./project.ts";

const FAILING = "def test_x():\n    assert 1 == 2\n\ndef test_fine():\n    pass\n";
const PASSING = "def test_x():\n    pass\n\ndef test_fine():\n    pass\n";

interface Scene {
  readonly files: Readonly<Record<string, string>>;
  /** Where the step before ran pytest, and with which arguments. */
  readonly folder?: string;
  readonly args?: readonly string[];
  /** What our own run gets. */
  readonly ownArgs?: readonly string[];
  /** What changed in between. */
  readonly later?: Readonly<Record<string, string>>;
  /** `text`: what it printed; default: its JUnit file. */
  readonly report?: "text";
}

/** Runs pytest as a step before would, reads what it wrote, and runs it again through our own runner. */
async function reproduced(scene: Scene): Promise<unknown> {
  const root = await writeProject(scene.files);
  const words = ["-m", "pytest", "--junitxml=report.xml", "-p", "no:cacheprovider", ...(scene.args ?? [])];
  const cwd = join(root, scene.folder ?? "");
  const options = { cwd, env: { ...process.env, CI: "true" } };
  const printed = await promisify(execFile)(await testPython(), words, options).catch((error: unknown) => error);
  const text = printed instanceof Error && "stdout" in printed ? String(printed.stdout) : "";
  const chunks = [scene.report === "text" ? Buffer.from(text) : await readFile(join(cwd, "report.xml"))];
  const report = await readReports([{ name: "report", chunks }], Object.keys(scene.files));
  await writeProject(scene.later ?? {}, root);
  const runs: RunRequest[] = [];
  const run = async (request: RunRequest): Promise<TestRun> => {
    runs.push(request);
    return runAt(root, { args: scene.ownArgs ?? [], request });
  };
  const baseline = await reproduce({ report, repeat: 1, isSettled: async () => false }, { run });
  return {
    read: report.failures.map(({ nodeId, file }) => `${nodeId ?? "?"} in ${file ?? "?"}`),
    runs: runs.map(({ targets, collectOnly }) => (collectOnly === true ? "list" : targets)),
    failing: baseline.seen.failures.map(({ nodeId }) => nodeId),
    flaky: baseline.flaky,
  };
}

const MONOREPO = {
  "a/pytest.ini": "[pytest]\naddopts = --import-mode=importlib\n",
  "a/tests/test_api.py": PASSING,
  "b/pytest.ini": "[pytest]\naddopts = --import-mode=importlib\n",
  "b/tests/test_api.py": FAILING,
};

test("two packages have a test of that name, and JUnit does not tell which failed", async () => {
  const ownArgs = ["--import-mode=importlib"];
  expect(await reproduced({ files: MONOREPO, folder: "b", args: ["--tb=no"], ownArgs })).toEqual({
    read: ["tests/test_api.py::test_x in ?"],
    runs: [
      "list",
      ["a/tests/test_api.py::test_x", "b/tests/test_api.py::test_x"],
      ["a/tests/test_api.py::test_x", "b/tests/test_api.py::test_x"],
    ],
    failing: ["b/tests/test_api.py::test_x"],
    flaky: [],
  });
});

test("the root has a passing test of that id, and the report is of a package", async () => {
  const files = { ...MONOREPO, "tests/test_api.py": PASSING };
  const ownArgs = ["--import-mode=importlib"];
  expect(await reproduced({ files, folder: "b", args: ["--tb=native"], ownArgs })).toEqual({
    read: ["tests/test_api.py::test_x in b/tests/test_api.py"],
    runs: [["tests/test_api.py::test_x"], "list", ["b/tests/test_api.py::test_x"]],
    failing: ["b/tests/test_api.py::test_x"],
    flaky: [],
  });
});

test("the text of a run in a folder below", async () => {
  const files = { "sub/pytest.ini": "[pytest]\n", "sub/tests/test_deep.py": FAILING, "test_top.py": PASSING };
  expect(await reproduced({ files, folder: "sub", report: "text" })).toEqual({
    read: ["tests/test_deep.py::test_x in sub/tests/test_deep.py"],
    runs: [["tests/test_deep.py::test_x"], "list", ["sub/tests/test_deep.py::test_x"]],
    failing: ["sub/tests/test_deep.py::test_x"],
    flaky: [],
  });
});

test("a test was renamed since: the whole suite says what fails", async () => {
  const files = { "tests/test_api.py": FAILING };
  const later = { "tests/test_api.py": FAILING.replace("test_x", "test_renamed") };
  expect(await reproduced({ files, later })).toEqual({
    read: ["tests/test_api.py::test_x in tests/test_api.py"],
    runs: [["tests/test_api.py::test_x"], "list", "all", ["tests/test_api.py::test_renamed"]],
    failing: ["tests/test_api.py::test_renamed"],
    flaky: [],
  });
});

test("importlib mode: modules of one name in folders without packages, odd parameters", async () => {
  const odd = [
    "import pytest",
    "",
    "class TestKinds:",
    "    class TestInner:",
    '        @pytest.mark.parametrize("p", ["a/b", "a::b", "x.y", "", "[é]", "\\x1b"])',
    "        def test_x(self, p):",
    "            assert p == 0",
    "",
  ].join("\n");
  const files = { "one/test_same.py": odd, "two/test_same.py": PASSING, "one.five/test_same.py": FAILING };
  const targets = [
    "one/test_same.py::TestKinds::TestInner::test_x[a/b]",
    "one/test_same.py::TestKinds::TestInner::test_x[a::b]",
    "one/test_same.py::TestKinds::TestInner::test_x[x.y]",
    "one/test_same.py::TestKinds::TestInner::test_x[]",
    "one/test_same.py::TestKinds::TestInner::test_x[[\\xe9]]",
    "one/test_same.py::TestKinds::TestInner::test_x[\\x1b]",
    "one.five/test_same.py::test_x",
  ].toSorted();
  const args = ["--import-mode=importlib"];
  const found = await reproduced({ files, args, ownArgs: args });
  expect(found).toEqual({
    read: expect.toSatisfy((lines: string[]) => {
      return lines.toSorted().join() === targets.map((id) => `${id} in ${id.split("::")[0] ?? ""}`).join();
    }),
    runs: [expect.toSatisfy((ids: string[]) => ids.toSorted().join() === targets.join())],
    failing: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === targets.join()),
    flaky: [],
  });
});

test("a module that cannot be collected, below another root directory, with workers that list nothing", async () => {
  const files = { "sub/pytest.ini": "[pytest]\n", "sub/tests/test_bad.py": "import nowhere\n", "test_top.py": PASSING };
  expect(await reproduced({ files, folder: "sub", ownArgs: ["-n", "2"] })).toEqual({
    read: ["tests/test_bad.py in sub/tests/test_bad.py"],
    runs: [["tests/test_bad.py"], "list", ["sub/tests/test_bad.py"]],
    failing: ["sub/tests/test_bad.py"],
    flaky: [],
  });
});
