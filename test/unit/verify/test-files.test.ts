import { expect, test } from "vitest";
import { codeAmong, testFiles } from "../../../src/verify/test-files.ts";

const FILES = [
  "app/testclient.py",
  "app/testing/__init__.py",
  "app/orders.py",
  "app/test_inline.py",
  "checks/orders.py",
  "conftest.py",
  "checks/conftest.py",
  "tests/factories.py",
  "tests/test_orders.py",
  "tests/data.txt",
];
const DEFAULT = { guardedFiles: ["pytest.ini"], testFilePatterns: ["test_*.py", "*_test.py"], testPaths: [] };

test("pytest's own patterns and every conftest, not the word test in a name", () => {
  expect([...testFiles(FILES, [DEFAULT])]).toEqual([
    "pytest.ini",
    "app/test_inline.py",
    "conftest.py",
    "checks/conftest.py",
    "tests/test_orders.py",
  ]);
});

test("the project's patterns, and everything below testpaths", () => {
  const own = { guardedFiles: ["tox.ini"], testFilePatterns: ["orders.py"], testPaths: ["checks", "tests"] };
  expect([...testFiles(FILES, [own])]).toEqual([
    "tox.ini",
    "app/orders.py",
    "checks/orders.py",
    "conftest.py",
    "checks/conftest.py",
    "tests/factories.py",
    "tests/test_orders.py",
  ]);
});

test("what any of several runs saw counts", () => {
  const all = testFiles([], [DEFAULT, { ...DEFAULT, guardedFiles: ["t/test_a.py"] }]);
  expect([...all]).toEqual(["pytest.ini", "t/test_a.py"]);
});

test("code that no run may rewrite: Python and configuration; in a huge repository only what pytest saw", () => {
  const files = ["a.py", "a.pyi", "tox.ini", "setup.cfg", "pyproject.toml", "data.json", "readme.md", "py"];
  expect(codeAmong(files)).toEqual(["a.py", "a.pyi", "tox.ini", "setup.cfg", "pyproject.toml"]);
  expect(codeAmong(Array.from({ length: 20_001 }, (_, index) => `m${index}.py`))).toEqual([]);
});
