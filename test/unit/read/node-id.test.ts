import { expect, test } from "vitest";
import { findCollected, findTest, indexFiles } from "../../../src/read/node-id.ts";

const FILES = [
  "tests/test_a.py",
  "tests/sub/test_a.py",
  "tests/test_a/TestB.py",
  "src/zoo/core.py",
  "docs/guide.rst",
  "service/checks/test_c.py",
  "one/same/test_d.py",
  "two/same/test_d.py",
  "my.app/test_e.py",
  "my/app/test_e.py",
  "ci/tests/test_f.py",
];

test.each([
  ["tests.test_a", "test_x", null, "tests/test_a.py::test_x"],
  ["tests.sub.test_a", "test_x[a.b::c]", null, "tests/sub/test_a.py::test_x[a.b::c]"],
  ["tests.test_a.TestC.TestD", "test_x", null, "tests/test_a.py::TestC::TestD::test_x"],
  ["tests.test_a.TestB", "test_x", null, "tests/test_a/TestB.py::test_x"],
  ["src.zoo.core", "zoo.core.double", null, "src/zoo/core.py::zoo.core.double"],
  ["docs.guide.rst", "guide.rst", null, "docs/guide.rst::guide.rst"],
  ["checks.test_c.TestC", "test_x", null, "checks/test_c.py::TestC::test_x"],
  ["ci.py311.tests.test_a.TestC", "test_x", null, "tests/test_a.py::TestC::test_x"],
  ["ci.tests.test_f", "test_x", null, "ci/tests/test_f.py::test_x"],
  ["same.test_d", "test_x", null, null],
  ["my.app.test_e", "test_x", null, null],
  ["nowhere.test_z", "test_x", null, null],
  ["", "test_x", null, null],
  ["tests.test_z.TestC", "test_x", "tests/test_z.py", "tests/test_z.py::TestC::test_x"],
  ["ci.tests.test_z", "test_x", "tests/test_z.py", "tests/test_z.py::test_x"],
  ["tests.test_a.TestC", "test_inherited", "src/zoo/base.py", "tests/test_a.py::TestC::test_inherited"],
])("%s + %s (file %s) is %s", (classname, name, file, nodeId) => {
  expect(findTest({ classname, name, file }, indexFiles(FILES))?.nodeId ?? null).toBe(nodeId);
});

test.each([
  ["", "tests.sub.test_a", null, "tests/sub/test_a.py"],
  ["ci.py311", "tests.sub.test_a", null, "tests/sub/test_a.py"],
  ["", "checks.test_c", null, "checks/test_c.py"],
  ["", "new.test_z", "new/test_z.py", "new/test_z.py"],
  ["tests.test_a", "TestC", "tests/test_a.py", "tests/test_a.py::TestC"],
  ["", "same.test_d", null, null],
])("a file or class that could not be collected: %s + %s (file %s) is %s", (classname, name, file, nodeId) => {
  expect(findCollected({ classname, name, file }, indexFiles(FILES))?.nodeId ?? null).toBe(nodeId);
});

test("paths of a traceback do for files, absolute ones too", () => {
  const index = indexFiles(["/home/runner/work/shop/shop/tests/test_a.py", "/opt/python/lib/json.py"]);
  expect(findTest({ classname: "tests.test_a.TestB", name: "test_x", file: null }, index)).toEqual({
    nodeId: "tests/test_a.py::TestB::test_x",
    file: "tests/test_a.py",
  });
});
