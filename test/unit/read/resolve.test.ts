import { expect, test } from "vitest";
import type { Failure } from "../../../src/domain/failure.ts";
import { resolveReport, trackedFiles } from "../../../src/read/resolve.ts";
import type { TestAddress } from "../../../src/read/read-result.ts";
import { failure } from "../../support/runs.ts";

const TRACKED = trackedFiles([
  "a/src/store/api.py",
  "a/tests/test_api.py",
  "b/tests/test_api.py",
  "shop/models.py",
  "tests/conftest.py",
  "tests/test_shop.py",
]);
const COUNTS = { tests: 3, failures: 1, errors: 0, skipped: 0 };

function frame(path: string): Failure["frames"][number] {
  return { path, line: 7, function: "f" };
}

function resolve(
  change: Partial<Failure>,
  address: TestAddress | null = null,
): { failure: Failure | undefined; notes: readonly string[] } {
  const plain = failure(null, { file: null, testName: "test_x", frames: [], source: { report: "r", format: "junit" } });
  const read = { failure: { ...plain, ...change }, address };
  const { failures, notes } = resolveReport({ failures: [read], counts: COUNTS, notes: ["said"] }, TRACKED);
  return { failure: failures[0], notes };
}

test("every path of a failure is one of the repository: frames, those of the chain, of members and their chains", () => {
  const deep = "/app/shop/models.py";
  const chain = [{ type: "E", message: "m", relation: "cause", frames: [frame(deep)] }] as const;
  const member = { type: "E", message: "m", chain, frames: [frame("D:\\a\\w\\shop\\models.py")], members: [] };
  const { failure: found } = resolve({
    frames: [frame("../tests/test_shop.py"), frame("<string>")],
    chain,
    members: [member],
  });
  const ours = [{ ...chain[0], frames: [frame("shop/models.py")] }];
  expect({ frames: found?.frames, chain: found?.chain, members: found?.members }).toEqual({
    frames: [frame("tests/test_shop.py"), frame("<string>")],
    chain: ours,
    members: [{ ...member, chain: ours, frames: [frame("shop/models.py")] }],
  });
});

test("a JUnit name and the tracebacks together", () => {
  const address = { classname: "tests.test_api.TestA", name: "test_x[p]", file: null };
  const frames = [frame("tests/test_api.py"), frame("src/store/api.py")];
  const { failure: found, notes } = resolve({ frames }, address);
  expect(found).toEqual({
    ...found,
    nodeId: "tests/test_api.py::TestA::test_x[p]",
    file: "a/tests/test_api.py",
    frames: [frame("a/tests/test_api.py"), frame("a/src/store/api.py")],
  });
  expect(found).not.toHaveProperty("address");
  expect(notes).toEqual(["said"]);
});

test.each([
  [
    "tests.test_api",
    "tests/test_api.py::test_x",
    ["r: tests.test_api test_x may be in a/tests/test_api.py or b/tests/test_api.py; it does not tell."],
  ],
  ["nowhere.test_z", null, []],
])("what JUnit calls the test is kept where it does not tell which it is: %s", (classname, nodeId, said) => {
  const address = { classname, name: "test_x", file: null };
  const { failure: found, notes } = resolve({}, address);
  expect(found).toEqual({ ...found, nodeId, file: null, address: { classname, name: "test_x" } });
  expect(notes).toEqual(["said", ...said]);
});

test("a file that is not tracked, by its traceback", () => {
  const { failure: found } = resolve(
    { frames: [frame("made/test_new.py")] },
    { classname: "made.test_new", name: "test_x", file: null },
  );
  expect([found?.nodeId, found?.file]).toEqual(["made/test_new.py::test_x", "made/test_new.py"]);
});

test.each([
  ["tests/test_shop.py", [], "tests/test_shop.py"],
  ["/home/runner/work/w/w/tests/conftest.py", [], "tests/conftest.py"],
  ["tests\\test_shop.py", [], "tests/test_shop.py"],
  ["test_shop.py", [], "tests/test_shop.py"],
  ["tests/test_api.py", [], "tests/test_api.py"],
  ["tests/test_api.py", ["/w/b/tests/test_api.py"], "b/tests/test_api.py"],
  ["gone\\test_gone.py", [], "gone/test_gone.py"],
])("the file that terminal output names: %s with %j", (file, paths, expected) => {
  const { failure: found } = resolve({ nodeId: `${file}::test_x`, file, frames: paths.map(frame) });
  expect([found?.nodeId, found?.file]).toEqual([`${file}::test_x`, expected]);
});

test("of many doubtful tests the first are named", () => {
  const failures = Array.from({ length: 30 }, (_, at) => ({
    failure: failure(null, { file: null, frames: [], source: { report: "r", format: "junit" } }),
    address: { classname: "tests.test_api", name: `test_${at}`, file: null },
  }));
  const { notes } = resolveReport({ failures, counts: COUNTS, notes: [] }, TRACKED);
  expect([notes.length, notes.at(-1)]).toEqual([21, "10 more tests may each be in several files."]);
});
