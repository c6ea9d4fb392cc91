import { expect, test } from "vitest";
import { groupFailures } from "../../../src/group/group.ts";
import { failure } from "../../support/runs.ts";

const isProject = (path: string): boolean => path.startsWith("shop/") || path.startsWith("tests/");
const at = (path: string, line: number, name: string) => ({ path, line, function: name });
const members = (...failures: Parameters<typeof groupFailures>[0]) =>
  groupFailures(failures, isProject).map((group) => group.failures.map((entry) => entry.nodeId));

test("one cause is the same exception at the same project function, wherever the library raised it", () => {
  const deep = [at("shop/api.py", 3, "get"), at("/lib/site-packages/sqlalchemy/x.py", 9, "load")];
  const other = [at("shop/api.py", 30, "put")];
  expect(members(failure("a", { frames: deep }), failure("b"), failure("c", { frames: other }))).toEqual([
    ["a", "b"],
    ["c"],
  ]);
});

test("numbers and addresses in messages do not split a group, words do", () => {
  const saying = (id: string, message: string) => failure(id, { exception: { type: "ValueError", message } });
  expect(members(saying("a", "row 1 at 0xff"), saying("b", "row 22 at 0x10"), saying("c", "no row"))).toEqual([
    ["a", "b"],
    ["c"],
  ]);
});

test("without project frames of its own the chain tells, and without any each test stands alone", () => {
  const chain = [{ type: "KeyError", message: "x", relation: "cause" as const, frames: [at("shop/api.py", 3, "get")] }];
  const none = { frames: [at("/lib/x.py", 1, "f")] };
  expect(
    members(failure("a", { ...none, chain }), failure("b", { ...none, chain }), failure("c", none), failure("d", none)),
  ).toEqual([["a", "b"], ["c"], ["d"]]);
});

test("the key stays when lines move", () => {
  const [here] = groupFailures([failure("a")], isProject);
  const [below] = groupFailures([failure("a", { frames: [at("shop/api.py", 99, "get")] })], isProject);
  expect(here?.key).toBe(below?.key);
});

test("what one test asserts in other words for each of its parameters is one cause, and another test another", () => {
  const asserts = (id: string, name: string, message: string) =>
    failure(id, { exception: { type: "AssertionError", message }, frames: [at("tests/test_a.py", 4, name)] });
  const found = members(
    asserts("tests/test_a.py::test_x[one]", "test_x", "assert [] == [5]"),
    asserts("tests/test_a.py::test_x[a::b]", "test_x", "assert {} == None"),
    asserts("tests/test_a.py::test_y", "test_y", "assert [] == [5]"),
    asserts("tests/test_a.py::test_z", "check", "assert 'a' == 'b'"),
    asserts("tests/test_a.py::test_z[2]", "check", "assert 'a' in []"),
  );
  expect(found).toEqual([
    ["tests/test_a.py::test_x[one]", "tests/test_a.py::test_x[a::b]"],
    ["tests/test_a.py::test_y"],
    ["tests/test_a.py::test_z"],
    ["tests/test_a.py::test_z[2]"],
  ]);
});
