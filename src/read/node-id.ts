import { dottedName } from "../text/junit-address.ts";
import { pathsNamed } from "./file-index.ts";
import type { FileIndex, PathMatch } from "./file-index.ts";
import type { TestAddress } from "./read-result.ts";
import { isFromTop, MAX_READINGS, suiteFacts } from "./suite-facts.ts";
import type { SeenName, SuiteFacts } from "./suite-facts.ts";

/** One way to read a test's name: which tracked file, below which root directory, and what is below the file. */
export interface Reading extends PathMatch {
  /** Classes and the test; none for a file that could not be collected. */
  readonly names: readonly string[];
}

/** What a JUnit file says of one failing test, and what else of it may tell where the test is. */
export interface TestQuestion {
  readonly address: TestAddress;
  /** The name is then that of a file or folder. */
  readonly isCollection: boolean;
  /** Files that its tracebacks name, in every form that is known: as reported, relative to the repository. */
  readonly paths: readonly string[];
}

/** Where a test is. */
export interface TestPlace {
  /** Relative to pytest's root directory, as pytest wants it; null when it cannot be told. */
  readonly nodeId: string | null;
  /** Relative to the repository root; null when it cannot be told. */
  readonly file: string | null;
  /** The files between which the report does not tell; empty when it does. */
  readonly between: readonly string[];
}

const NOWHERE: TestPlace = { nodeId: null, file: null, between: [] };
/** No path and no nesting of classes has so many parts. */
const MAX_PARTS = 100;
/** `setUpClass (tests.test_a.TestA)`, also with a class name in front. */
const FIXTURE = /^(?:[\w.]+\.)?(?:setUp|tearDown)(Class|Module) \(([\w.]+)\)$/;

/**
 * Finds the node ids of JUnit test cases. pytest joins a prefix of the user's (`--junit-prefix`), the path from its root
 * directory and the classes by dots, so a name may be read in several ways. What else is known decides: the `file`
 * attribute, the files of the tracebacks, and that one run has one root directory and one prefix (`seen`: what the
 * passing tests of the same suites are called). What is still open stays open: a guess would run other tests.
 */
export function findTests(
  questions: readonly TestQuestion[],
  seen: readonly SeenName[],
  index: FileIndex,
): readonly TestPlace[] {
  const named = questions.map((question) => ({ ...question, ...pytestName(question) }));
  const names = named.map(({ address, isCollection }) => ({ ...address, isCollection }));
  const facts = suiteFacts([...seen, ...names], (name, drop) => readingsOf(name, drop, index));
  return named.map((question) => placeOf(question, facts.get(question.address.suite ?? 0), index));
}

/** unittest's own runners have names for what happens outside of tests, some with a dot in the wrong place. */
function pytestName({ address, isCollection }: TestQuestion): Pick<TestQuestion, "address" | "isCollection"> {
  const { classname, name } = address;
  if (classname.endsWith("_FailedTest")) return { address: { ...address, classname: "" }, isCollection: true };
  const [, level, path = ""] = FIXTURE.exec(classname === "" ? name : `${classname}.${name}`) ?? [];
  if (level === undefined) return { address, isCollection };
  const end = level === "Class" ? path.lastIndexOf(".") : -1;
  const named = { classname: path.slice(0, Math.max(end, 0)), name: path.slice(end + 1) };
  return { address: { ...address, ...named }, isCollection: level === "Module" };
}

/** All ways to read the name of a test, or of a file that could not be collected, less `drop` parts of a prefix. */
function readingsOf({ classname, name, isCollection }: SeenName, drop: number, index: FileIndex): Reading[] {
  const parts = classname === "" ? [] : classname.split(".");
  if (parts.length > MAX_PARTS || parts.length < drop) return [];
  return isCollection && parts.length === drop ? uncollected(name, index) : tests(parts.slice(drop), name, index);
}

function uncollected(name: string, { files, folders }: FileIndex): Reading[] {
  if (name === "") return [];
  const matches = [...pathsNamed(name, files, MAX_READINGS), ...pathsNamed(name, folders, MAX_READINGS)];
  return matches.map((match) => ({ ...match, names: [] })).slice(0, MAX_READINGS);
}

function tests(parts: readonly string[], name: string, { files }: FileIndex): Reading[] {
  const readings = parts.flatMap((_, at) => {
    const names = [...parts.slice(at + 1), testName(name)];
    return pathsNamed(parts.slice(0, at + 1).join("."), files, MAX_READINGS).map((match) => ({ ...match, names }));
  });
  return readings.slice(0, MAX_READINGS);
}

function placeOf(question: TestQuestion, facts: SuiteFacts | undefined, index: FileIndex): TestPlace {
  const { address, isCollection, paths } = question;
  const read = (drop: number): Reading[] => readingsOf({ ...address, isCollection }, drop, index);
  const prefix = facts?.prefixLength ?? 0;
  const readings = [...read(0), ...(prefix > 0 ? read(prefix).filter(isFromTop) : [])];
  const given = fittingFile(address, readings);
  const fromFile = given.length > 0 ? null : untrackedPlace({ address, isCollection }, readings);
  if (fromFile !== null) return fromFile;
  const left = decide(given.length > 0 ? given : readings, [
    ({ path }) => paths.includes(path),
    ({ path }) => paths.some((known) => isEndOf(path, known) || isEndOf(known, path)),
    ({ root }) => facts?.roots.has(root) ?? false,
    // Python's custom for the name of a module, and against that for the name of a class.
    ({ names }) => !names.slice(0, -1).some((name) => /^[a-z]/.test(name)),
  ]);
  return left.length === 0 ? NOWHERE : placeAmong(left);
}

/** Each question takes those away that do not meet it, unless that would be all. */
function decide(
  readings: readonly Reading[],
  questions: readonly ((reading: Reading) => boolean)[],
): readonly Reading[] {
  return questions.reduce((left, meets) => {
    const kept = left.filter(meets);
    return kept.length === 0 ? left : kept;
  }, readings);
}

function placeAmong(readings: readonly Reading[]): TestPlace {
  const ids = [...new Set(readings.map(({ ending, names }) => [ending, ...names].join("::")))];
  const files = [...new Set(readings.map(({ path }) => path))];
  return {
    nodeId: ids.length === 1 ? (ids[0] ?? null) : null,
    file: files.length === 1 ? (files[0] ?? null) : null,
    between: files.length === 1 && ids.length === 1 ? [] : files.toSorted(),
  };
}

/** xunit1 names the file, but for an inherited test the one of the base class: it must fit the class name. */
function fittingFile({ file }: TestAddress, readings: readonly Reading[]): readonly Reading[] {
  const path = file?.replaceAll("\\", "/");
  return path === undefined ? [] : readings.filter(({ ending }) => ending === path || isEndOf(ending, path));
}

/** The file that xunit1 names where no tracked one fits. */
function untrackedPlace(
  { address, isCollection }: Pick<TestQuestion, "address" | "isCollection">,
  readings: readonly Reading[],
): TestPlace | null {
  const { classname, name } = address;
  if (address.file === null) return null;
  const file = address.file.replaceAll("\\", "/");
  const dotted = dottedName(file);
  if (isCollection && name === dotted) return { nodeId: file, file, between: [] };
  const at = `.${classname}.`.indexOf(`.${dotted}.`);
  if (at < 0 || (at > 0 && readings.length > 0)) return null;
  const classes = classname.slice(at + dotted.length + 1);
  const names = [...(classes === "" ? [] : classes.split(".")), testName(name)];
  return { nodeId: [file, ...names].join("::"), file, between: [] };
}

/** unittest's own runners put the values of a subtest behind its test; pytest has no blank in front of brackets. */
function testName(name: string): string {
  return (/[)\]]$/.test(name) ? /^(\w+) [([]/.exec(name)?.[1] : undefined) ?? name;
}

/** True when the path ends in these folders and this file. */
function isEndOf(ending: string, path: string): boolean {
  return path.endsWith(`/${ending}`);
}
