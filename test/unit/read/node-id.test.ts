import { expect, test } from "vitest";
import { indexFiles } from "../../../src/read/file-index.ts";
import { findTests, type TestPlace, type TestQuestion } from "../../../src/read/node-id.ts";
import type { TestAddress } from "../../../src/read/read-result.ts";
import type { SeenName } from "../../../src/read/suite-facts.ts";

const FILES = [
  "tests/test_a.py",
  "tests/sub/__init__.py",
  "tests/sub/test_a.py",
  "tests/check_kinds.py",
  "tests/test_a/TestB.py",
  "src/zoo/core.py",
  "src/zoo/tests/test_core.py",
  "docs/guide.rst",
  "service/checks/test_c.py",
  "one/same/test_d.py",
  "one/same/test_one.py",
  "two/same/test_d.py",
  "my.app/test_e.py",
  "my/app/test_e.py",
  "v1.2/tests/test_v.py",
  "ci/tests/test_f.py",
  "shop/tests.py",
];

function question(address: Partial<TestAddress>, more: Partial<TestQuestion> = {}): TestQuestion {
  return { address: { classname: "", name: "", file: null, ...address }, isCollection: false, paths: [], ...more };
}

function find(questions: readonly TestQuestion[], seen: readonly SeenName[] = []): readonly TestPlace[] {
  return findTests(questions, seen, indexFiles(FILES));
}

function at(nodeId: string, file = nodeId.split("::")[0] ?? ""): TestPlace {
  return { nodeId, file, between: [] };
}

test.each([
  ["tests.test_a", "test_x", "tests/test_a.py::test_x"],
  ["tests.sub.test_a", "test_x[a.b::c]", "tests/sub/test_a.py::test_x[a.b::c]"],
  ["tests.sub.test_a", "test_x[a/b]", "tests/sub/test_a.py::test_x[a/b]"],
  ["tests.sub.test_a", "test_x[]", "tests/sub/test_a.py::test_x[]"],
  ["tests.sub.test_a", "test_x[a (b)]", "tests/sub/test_a.py::test_x[a (b)]"],
  ["tests.sub.test_a", "test_x[\\n\\xf6-ö]", "tests/sub/test_a.py::test_x[\\n\\xf6-ö]"],
  ["tests.test_a.TestC.TestD", "test_x", "tests/test_a.py::TestC::TestD::test_x"],
  ["tests.check_kinds.KindsTestCase", "test_x", "tests/check_kinds.py::KindsTestCase::test_x"],
  ["src.zoo.core", "zoo.core.double", "src/zoo/core.py::zoo.core.double"],
  ["docs.guide.rst", "guide.rst", "docs/guide.rst::guide.rst"],
  ["v1.2.tests.test_v", "test_x", "v1.2/tests/test_v.py::test_x"],
  ["ci.py311.tests.test_a.TestC", "test_x", "tests/test_a.py::TestC::test_x"],
  ["ci.tests.test_f", "test_x", "ci/tests/test_f.py::test_x"],
  ["shop.tests.OrderTest", "test_x", "shop/tests.py::OrderTest::test_x"],
  ["tests.test_a.TestC", "test_subtests (i=2)", "tests/test_a.py::TestC::test_subtests"],
  ["tests.test_a.TestC", "test_subtests [even] (i=2)", "tests/test_a.py::TestC::test_subtests"],
])("%s + %s is %s", (classname, name, nodeId) => {
  expect(find([question({ classname, name })])).toEqual([at(nodeId)]);
});

test.each([
  ["checks.test_c.TestC", "checks/test_c.py::TestC::test_x", "service/checks/test_c.py"],
  ["zoo.tests.test_core", "zoo/tests/test_core.py::test_x", "src/zoo/tests/test_core.py"],
  ["tests.test_v", "tests/test_v.py::test_x", "v1.2/tests/test_v.py"],
])("%s is relative to pytest's root directory, its file to the repository's", (classname, nodeId, file) => {
  expect(find([question({ classname, name: "test_x" })])).toEqual([at(nodeId, file)]);
});

test.each([
  ["nowhere.test_z", "test_x"],
  ["2.tests.test_v", "test_x[a]"],
  ["", "test_x"],
  ["pytest", "internal"],
  [`${"a.".repeat(200)}tests.test_a`, "test_x"],
])("no file fits %s", (classname, name) => {
  expect(find([question({ classname, name })])).toEqual([{ nodeId: null, file: null, between: [] }]);
});

test("what may be read in two ways is told, not guessed; the id alone may be clear", () => {
  const names = ["tests.test_a.TestB", "my.app.test_e", "same.test_d"];
  expect(names.flatMap((classname) => find([question({ classname, name: "test_x" })]))).toEqual([
    { nodeId: null, file: null, between: ["tests/test_a.py", "tests/test_a/TestB.py"] },
    { nodeId: null, file: null, between: ["my.app/test_e.py", "my/app/test_e.py"] },
    { nodeId: "same/test_d.py::test_x", file: null, between: ["one/same/test_d.py", "two/same/test_d.py"] },
  ]);
});

test("the failure's own traceback decides", () => {
  const ask = (classname: string, path: string): TestQuestion =>
    question({ classname, name: "test_x" }, { paths: [path] });
  expect(
    find([
      ask("tests.test_a.TestB", "tests/test_a.py"),
      ask("tests.test_a.TestB", "/app/tests/test_a/TestB.py"),
      ask("my.app.test_e", "app/test_e.py"),
      ask("my.app.test_e", "my.app/test_e.py"),
      ask("same.test_d", "/srv/two/same/test_d.py"),
      ask("same.test_d", "src/zoo/core.py"),
    ]),
  ).toEqual([
    at("tests/test_a.py::TestB::test_x"),
    at("tests/test_a/TestB.py::test_x"),
    at("my/app/test_e.py::test_x"),
    at("my.app/test_e.py::test_x"),
    at("same/test_d.py::test_x", "two/same/test_d.py"),
    { nodeId: "same/test_d.py::test_x", file: null, between: ["one/same/test_d.py", "two/same/test_d.py"] },
  ]);
});

test("the other tests of the suite tell pytest's root directory, passing ones too", () => {
  const asked = question({ classname: "same.test_d", name: "test_x", suite: 1 });
  const seen = { classname: "same.test_one", name: "", isCollection: false, suite: 1 };
  expect(find([asked, question({ classname: "same.test_one", name: "test_y", suite: 1 })])).toEqual([
    at("same/test_d.py::test_x", "one/same/test_d.py"),
    at("same/test_one.py::test_y", "one/same/test_one.py"),
  ]);
  expect(find([asked], [seen])).toEqual([at("same/test_d.py::test_x", "one/same/test_d.py")]);
  expect(find([asked], [{ ...seen, suite: 2 }])).toEqual([
    { nodeId: "same/test_d.py::test_x", file: null, between: ["one/same/test_d.py", "two/same/test_d.py"] },
  ]);
});

test.each([
  ["tests.test_z.TestC", "test_x", "tests/test_z.py", at("tests/test_z.py::TestC::test_x")],
  ["tests.test_z.TestC", "test_x", "tests\\test_z.py", at("tests/test_z.py::TestC::test_x")],
  ["ci.tests.test_z", "test_x", "tests/test_z.py", at("tests/test_z.py::test_x")],
  ["tests.test_a.TestC", "test_inherited", "src/zoo/base.py", at("tests/test_a.py::TestC::test_inherited")],
  ["tests.sub.test_a.TestC", "test_inherited", "sub/test_a.py", at("tests/sub/test_a.py::TestC::test_inherited")],
  ["tests.test_a.TestB", "test_x", "tests/test_a.py", at("tests/test_a.py::TestB::test_x")],
  ["tests.test_a.TestB", "test_x", "tests/test_a/TestB.py", at("tests/test_a/TestB.py::test_x")],
  ["tests.test_a.TestB", "test_x", "/app/tests/test_a/TestB.py", at("tests/test_a/TestB.py::test_x")],
  ["checks.test_c", "test_x", "checks/test_c.py", at("checks/test_c.py::test_x", "service/checks/test_c.py")],
])("%s + %s with the file %s", (classname, name, file, place) => {
  expect(find([question({ classname, name, file })])).toEqual([place]);
});

test.each([
  ["", "tests.sub.test_a", null, at("tests/sub/test_a.py")],
  ["ci.py311", "tests.sub.test_a", null, at("tests/sub/test_a.py")],
  ["", "checks.test_c", null, at("checks/test_c.py", "service/checks/test_c.py")],
  ["", "new.test_z", "new/test_z.py", at("new/test_z.py")],
  ["", "tests.sub", null, at("tests/sub")],
  ["", "tests.sub.__init__", null, at("tests/sub/__init__.py")],
  ["tests.test_a", "TestC", "tests/test_a.py", at("tests/test_a.py::TestC")],
  ["tests.test_a", "TestC", null, at("tests/test_a.py::TestC")],
  ["unittest.loader._FailedTest", "tests.check_kinds", null, at("tests/check_kinds.py")],
  ["", "", null, { nodeId: null, file: null, between: [] }],
])("what could not be collected: %s + %s (file %s)", (classname, name, file, place) => {
  expect(find([question({ classname, name, file }, { isCollection: true })])).toEqual([place]);
});

test.each([
  ["", "setUpClass (tests.test_a.TestC)", at("tests/test_a.py::TestC")],
  ["setUpClass (tests.test_a", "TestC)", at("tests/test_a.py::TestC")],
  ["unittest.suite._ErrorHolder", "tearDownClass (tests.test_a.TestC)", at("tests/test_a.py::TestC")],
  ["unittest.suite._ErrorHolder", "setUpModule (tests.sub.test_a)", at("tests/sub/test_a.py")],
])("what unittest's own runners call the set-up of a class: %s + %s", (classname, name, place) => {
  expect(find([question({ classname, name })])).toEqual([place]);
});

test("a prefix that is a folder's name too is not told from it", () => {
  const names = ["ci.tests.test_f", "ci.tests.test_a", "ci.tests.check_kinds"];
  expect(find(names.map((classname) => question({ classname, name: "test_x" })))).toEqual([
    at("ci/tests/test_f.py::test_x"),
    at("tests/test_a.py::test_x"),
    at("tests/check_kinds.py::test_x"),
  ]);
});

test("absolute paths of a traceback do for files", () => {
  const index = indexFiles(["/home/runner/work/shop/shop/tests/test_a.py", "/opt/python/lib/json.py"]);
  expect(findTests([question({ classname: "tests.test_a.TestB", name: "test_x" })], [], index)).toEqual([
    { nodeId: "tests/test_a.py::TestB::test_x", file: "/home/runner/work/shop/shop/tests/test_a.py", between: [] },
  ]);
});

test("a prefix, and files that only tracebacks tell", () => {
  const index = indexFiles(["tests/test_a.py", "/home/runner/work/shop/shop/tests/sub/test_b.py"]);
  const questions = [
    question({ classname: "ci.tests.test_a", name: "test_x" }),
    question({ classname: "ci", name: "tests.sub.test_b" }, { isCollection: true }),
  ];
  expect(findTests(questions, [], index).map(({ nodeId }) => nodeId)).toEqual([
    "tests/test_a.py::test_x",
    "tests/sub/test_b.py",
  ]);
});

test("the file that xunit1 names is relative to pytest's root directory; the traceback tells which that is", () => {
  const address = { classname: "same.test_d", name: "test_x", file: "same/test_d.py" };
  expect(find([question(address), question(address, { paths: ["two/same/test_d.py"] })])).toEqual([
    { nodeId: "same/test_d.py::test_x", file: null, between: ["one/same/test_d.py", "two/same/test_d.py"] },
    at("same/test_d.py::test_x", "two/same/test_d.py"),
  ]);
});
