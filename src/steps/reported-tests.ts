import type { Failure } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import { junitAddress, splitNodeId, type JunitAddress } from "../text/junit-address.ts";
import { targetOf } from "../verify/targets.ts";

/** The tests that a reported failure may be of: more than one only where the report does not tell. */
export type Alternatives = readonly string[];

/** A report that fits so many tests of this project says nothing about it. */
const MAX_ALTERNATIVES = 20;

interface KnownTest {
  readonly nodeId: string;
  /** The same id from the repository root on: pytest's own is relative to its root directory. */
  readonly fromRoot: string;
}

/** Everything that pytest knows by an id, asked in many ways. */
interface KnownTests {
  readonly byId: ReadonlyMap<string, KnownTest>;
  readonly byPath: ReadonlyMap<string, KnownTest>;
  /** By what stands behind the path; the names of JUnit by the last of them. */
  readonly byRest: ReadonlyMap<string, readonly KnownTest[]>;
  readonly byName: ReadonlyMap<string, readonly KnownTest[]>;
}

/**
 * Looks reported failures up among the tests that pytest really collects here. A report may come from another root
 * directory, folder or machine, and JUnit knows no node ids at all. Undefined when one of them is none that pytest knows.
 */
export function reportedTests(failures: readonly Failure[], listed: TestRun): readonly Alternatives[] | undefined {
  const known = knownTests(listed);
  const found = new Map(failures.map((failure) => [questionOf(failure), alternativesOf(failure, known)]));
  const all = [...found.values()];
  return all.every(({ length }) => length > 0 && length <= MAX_ALTERNATIVES) ? all : undefined;
}

function questionOf({ nodeId, file, address }: Failure): string {
  return JSON.stringify([nodeId, file, address]);
}

function knownTests(listed: TestRun): KnownTests {
  const ids = new Set(listed.failures.flatMap(({ nodeId }) => nodeId ?? []));
  for (const id of listed.collected) addWithCollectors(id, ids);
  const root = listed.rootDirectory ?? "";
  const tests = [...ids].map((nodeId) => ({ nodeId, fromRoot: root === "" ? nodeId : `${root}/${nodeId}` }));
  return {
    byId: new Map(tests.map((test) => [test.nodeId, test])),
    byPath: new Map(tests.map((test) => [test.fromRoot, test])),
    byRest: grouped(tests, ({ nodeId }) => restOf(nodeId)),
    byName: grouped(tests, ({ nodeId }) => junitAddress(nodeId).name),
  };
}

/** With the classes and the file above it: a report may say that those could not be collected. */
function addWithCollectors(nodeId: string, ids: Set<string>): void {
  ids.add(nodeId);
  const { path, rest } = splitNodeId(nodeId);
  const open = rest.indexOf("[");
  const names = (open < 0 ? rest : rest.slice(0, open)).split("::").slice(1, -1);
  names.forEach((_, at) => ids.add([path, ...names.slice(0, at + 1)].join("::")));
  ids.add(path);
}

function alternativesOf(failure: Failure, known: KnownTests): Alternatives {
  const target = targetOf(failure);
  const found = target === "" ? [] : byNodeId(withoutGroup(target, known), failure.file, known);
  const tests = found.length > 0 || failure.address === undefined ? found : byAddress(failure.address, known);
  return [...new Set(tests.map(({ nodeId }) => nodeId))];
}

/**
 * By the repository's file where the report told it; else by the id itself, or by every test whose path ends in that of
 * the id or is its end.
 */
function byNodeId(nodeId: string, file: string | null, known: KnownTests): readonly KnownTest[] {
  const { path, rest } = splitNodeId(nodeId);
  const own = file === null ? undefined : known.byPath.get(file + rest);
  if (own) return [own];
  if (file !== null && file !== path) return [];
  const same = known.byId.get(nodeId);
  if (same && file !== null) return [same];
  return (known.byRest.get(rest) ?? []).filter(
    ({ fromRoot }) => isEndOf(nodeId, fromRoot) || isEndOf(fromRoot, nodeId),
  );
}

function byAddress({ classname, name }: JunitAddress, known: KnownTests): readonly KnownTest[] {
  const alike = known.byName.get(name) ?? known.byName.get(unescaped(name)) ?? [];
  return alike.filter(({ fromRoot }) => {
    const full = junitAddress(fromRoot).classname;
    return full === "" || full === classname || full.endsWith(`.${classname}`) || classname.endsWith(`.${full}`);
  });
}

/** xdist's `--dist loadgroup` puts the group behind the id. */
function withoutGroup(nodeId: string, { byRest }: KnownTests): string {
  const at = nodeId.lastIndexOf("@");
  return at < 0 || byRest.has(restOf(nodeId)) ? nodeId : nodeId.slice(0, at);
}

/** Characters that XML does not have, as pytest writes them: `#x1B`. */
function unescaped(name: string): string {
  return name.replace(/#x([0-9A-F]{2,6})/g, (written, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code > 0x10ffff ? written : String.fromCodePoint(code);
  });
}

function restOf(nodeId: string): string {
  return splitNodeId(nodeId).rest;
}

function isEndOf(end: string, path: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}

function grouped(tests: readonly KnownTest[], key: (test: KnownTest) => string): Map<string, KnownTest[]> {
  const groups = new Map<string, KnownTest[]>();
  for (const test of tests) {
    const group = groups.get(key(test));
    if (group === undefined) groups.set(key(test), [test]);
    else group.push(test);
  }
  return groups;
}
