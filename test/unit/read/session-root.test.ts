import { expect, test } from "vitest";
import { idFromRoot, readSessionRoot } from "../../../src/read/terminal/session-root.ts";
import { readText } from "./recordings.ts";

const START = "=".repeat(28) + " test session starts " + "=".repeat(29);
const TRACKED = new Set([
  "packages/api/pyproject.toml",
  "packages/api/tests/test_a.py",
  "pyproject.toml",
  "tests/unit/test_b.py",
]);

test.each([
  [["platform linux", "rootdir: /w/repo", "configfile: pyproject.toml", "plugins: x"], "/w/repo", "pyproject.toml"],
  [["rootdir: /w/a b/tests", "configfile: ../pyproject.toml"], "/w/a b/tests", "../pyproject.toml"],
  [
    ["rootdir: /w", "configfile: pytest.ini (WARNING: ignoring pytest config in setup.cfg, tox.ini!)"],
    "/w",
    "pytest.ini",
  ],
  [["rootdir: D:\\a\\repo, configfile: tox.ini, testpaths: tests, more"], "D:\\a\\repo", "tox.ini"],
  [["rootdir: /w/repo, inifile: setup.cfg"], "/w/repo", "setup.cfg"],
])("the header %j", (lines, directory, configFile) => {
  expect(readSessionRoot([START, ...lines])).toEqual({ directory, configFile });
});

test.each([[["rootdir: /w"]], [["rootdir: /w, testpaths: tests", "plugins: x"]], [["plugins: x"]]])(
  "the header %j names no configuration file",
  (lines) => {
    expect(readSessionRoot([START, ...lines])).toBe(null);
    expect(readSessionRoot([...lines, "configfile: a.ini"])).toBe(null);
  },
);

test.each([
  ["a folder below", "test_b.py::test_x[a::b]", "tests/unit/test_b.py", "/w/repo", "pyproject.toml"],
  ["a folder beside", "../tests/unit/test_b.py::test_x[a::b]", "tests/unit/test_b.py", "/w/repo", "pyproject.toml"],
  ["a file alone", "test_b.py", "tests/unit/test_b.py", "/w/repo", "pyproject.toml"],
  ["Windows", "test_b.py::test_x[a::b]", "tests/unit/test_b.py", "D:\\a\\repo", "pyproject.toml"],
])("an id printed from %s begins at pytest's root directory", (_, nodeId, file, directory, configFile) => {
  const rest = nodeId.slice(nodeId.indexOf(".py") + ".py".length);
  expect(idFromRoot({ nodeId, file }, { directory, configFile }, TRACKED)).toBe(`tests/unit/test_b.py${rest}`);
});

test("the root directory is a folder of the repository, or one that holds it", () => {
  const printed = { nodeId: "tests/unit/test_b.py::test_x", file: "tests/unit/test_b.py" };
  const inner = { directory: "/w/repo/tests", configFile: "../pyproject.toml" };
  expect(idFromRoot(printed, inner, TRACKED)).toBe("unit/test_b.py::test_x");
  const outer = { directory: "/w", configFile: "repo/pyproject.toml" };
  expect(idFromRoot(printed, outer, TRACKED)).toBe("repo/tests/unit/test_b.py::test_x");
  const own = { nodeId: "tests/test_a.py::test_x", file: "packages/api/tests/test_a.py" };
  const api = { directory: "/w/repo/packages/api", configFile: "pyproject.toml" };
  expect(idFromRoot(own, api, TRACKED)).toBe(own.nodeId);
});

test("what cannot be told stays, but no id leads upward", () => {
  const own = { nodeId: "tests/test_a.py::test_x", file: "packages/api/tests/test_a.py" };
  // `packages/api` may be mounted as `/app`, and has such a file itself.
  expect(idFromRoot(own, { directory: "/app", configFile: "pyproject.toml" }, TRACKED)).toBe(own.nodeId);
  expect(idFromRoot(own, { directory: "/app", configFile: "pytest.ini" }, TRACKED)).toBe(own.nodeId);
  const unknown = { nodeId: "../test_c.py::test_x", file: "test_c.py" };
  expect(idFromRoot(unknown, null, TRACKED)).toBe(unknown.nodeId);
  const upward = { nodeId: "../unit/test_b.py::test_x", file: "tests/unit/test_b.py" };
  expect(idFromRoot(upward, null, TRACKED)).toBe("tests/unit/test_b.py::test_x");
});

test("a session that was started in a folder of tests", async () => {
  const text = [
    "=== test session starts ===",
    "rootdir: /w/repo",
    "configfile: pyproject.toml",
    "=== short test summary info ===",
    "FAILED test_b.py::test_x - KeyError: 1",
    "=== 1 failed in 0.05s ===",
  ].join("\n");
  const { failures } = await readText(text, [...TRACKED]);
  expect(failures.map(({ nodeId, file }) => [nodeId, file])).toEqual([
    ["tests/unit/test_b.py::test_x", "tests/unit/test_b.py"],
  ]);
  const twice = await readText(`${text}\n${text.replaceAll("/w/repo", "/other/repo")}`, [...TRACKED]);
  expect(twice.failures.map(({ nodeId }) => nodeId)).toEqual(["test_b.py::test_x"]);
});
