import * as fc from "fast-check";
import { expect, test } from "vitest";
import { indexFiles } from "../../src/read/file-index.ts";
import { findTests, type TestPlace, type TestQuestion } from "../../src/read/node-id.ts";

/** Few names, so that modules, folders and classes are often called alike. */
const FOLDER = fc.constantFrom("a", "b", "tests", "test_a", "TestA", "v1.2", "src");
const MODULE = fc.constantFrom("test_a", "test_b", "tests", "TestA", "TestB", "check_a", "a_test", "__init__");
const CLASS = fc.constantFrom("TestA", "TestB", "Kinds", "ATestCase");
const PATH = fc
  .tuple(fc.array(FOLDER, { maxLength: 4 }), MODULE, fc.constantFrom(".py", ".py", ".py", ".rst"))
  .map(([folders, name, ending]) => [...folders, name + ending].join("/"));
const PARAMETERS = fc
  .option(fc.string({ unit: fc.constantFrom("a", ".", "::", "/", "[", "]", " ", "(", "é", "\\n"), maxLength: 8 }))
  .map((text) => (text === null ? "" : `[${text}]`));
const NAMES = fc
  .tuple(fc.array(CLASS, { maxLength: 3 }), fc.constantFrom("test_a", "test_x", "runTest"), PARAMETERS)
  .map(([classes, name, parameters]) => [...classes, name + parameters]);

interface Case {
  readonly file: string;
  readonly names: readonly string[];
}

interface Run {
  readonly root: string;
  readonly tracked: readonly string[];
  readonly cases: readonly Case[];
}

/** A repository, a root directory in it, and tests of files below that. */
const RUN: fc.Arbitrary<Run> = fc
  .tuple(fc.uniqueArray(PATH, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat())
  .chain(([tracked, pick, depth]) => {
    const folders = (tracked[pick % tracked.length] ?? "").split("/").slice(0, -1);
    const root = folders.slice(0, depth % (folders.length + 1)).join("/");
    const below = tracked.filter((path) => root === "" || path.startsWith(`${root}/`));
    const one = fc.record({ file: fc.constantFrom(...below), names: NAMES });
    return fc.record({
      root: fc.constant(root),
      tracked: fc.constant(tracked),
      cases: fc.array(one, { minLength: 1, maxLength: 5 }),
    });
  });

function nodeIdOf({ file, names }: Case, root: string): string {
  return [root === "" ? file : file.slice(root.length + 1), ...names].join("::");
}

/** pytest's own rule: `mangle_test_address` and `record_testreport` of `_pytest/junitxml.py`. */
function questionOf(nodeId: string, prefix: string): TestQuestion {
  const open = nodeId.indexOf("[");
  const [path, parameters] = open < 0 ? [nodeId, ""] : [nodeId.slice(0, open), nodeId.slice(open)];
  const [file = "", ...names] = path.split("::");
  const dotted = [file.replaceAll("/", ".").replace(/\.py$/, ""), ...names];
  const classname = [prefix, ...dotted.slice(0, -1)].filter(Boolean).join(".");
  const name = `${dotted.at(-1) ?? ""}${parameters}`;
  return { address: { classname, name, file: null }, isCollection: names.length === 0, paths: [] };
}

/** The tests that were found elsewhere, or neither found nor said to be in one of several files. */
function misled({ root, tracked, cases }: Run, questions: readonly TestQuestion[]): unknown[] {
  return findTests(questions, [], indexFiles(tracked)).flatMap((place, at) => {
    const wanted = cases[at];
    return wanted === undefined || isRight(place, wanted.file, nodeIdOf(wanted, root)) ? [] : [{ wanted, place }];
  });
}

function isRight({ nodeId, file, between }: TestPlace, wantedFile: string, wantedId: string): boolean {
  if (nodeId !== null && nodeId !== wantedId) return false;
  if (file !== null && file !== wantedFile) return false;
  return (nodeId !== null && file !== null) || between.includes(wantedFile);
}

test("a JUnit name leads back to its own test, or it is said between which files it does not tell", () => {
  fc.assert(
    fc.property(RUN, (run) => {
      const questions = run.cases.map((one) => questionOf(nodeIdOf(one, run.root), ""));
      expect(misled(run, questions)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("with a prefix of the user's too", () => {
  fc.assert(
    fc.property(RUN, fc.constantFrom("ci", "ci.py311"), (run, prefix) => {
      const atRoot = { ...run, root: "" };
      const questions = run.cases.map((one) => questionOf(nodeIdOf(one, ""), prefix));
      expect(misled(atRoot, questions)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("the file of the test in its traceback always tells the file, and mostly the id", () => {
  let [told, asked] = [0, 0];
  fc.assert(
    fc.property(RUN, (run) => {
      const questions = run.cases.map((one) => ({ ...questionOf(nodeIdOf(one, run.root), ""), paths: [one.file] }));
      expect(misled(run, questions)).toEqual([]);
      const places = findTests(questions, [], indexFiles(run.tracked));
      expect(places.map(({ file }) => file)).toEqual(run.cases.map(({ file }) => file));
      told += places.filter(({ nodeId }) => nodeId !== null).length;
      asked += places.length;
    }),
    { numRuns: 2000 },
  );
  expect(told / asked).toBeGreaterThan(0.9);
});

test("a module that could not be collected", () => {
  fc.assert(
    fc.property(RUN, (run) => {
      const files = run.cases.map((one) => ({ ...one, names: [] }));
      const questions = files.map((one) => questionOf(nodeIdOf(one, run.root), ""));
      expect(misled({ ...run, cases: files }, questions)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
