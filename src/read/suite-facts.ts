import type { Reading } from "./node-id.ts";

/** The name of a test as JUnit has it, of one that passed too. */
export interface SeenName {
  readonly classname: string;
  /** Read for what could not be collected only. */
  readonly name: string;
  readonly isCollection: boolean;
  /** Which `<testsuite>` of the file it is in; one suite is one run of pytest. */
  readonly suite?: number;
}

/** What the names of one suite say together. */
export interface SuiteFacts {
  /** Folders that may be pytest's root directory by every name; empty when there is none. */
  readonly roots: ReadonlySet<string>;
  /** How many dotted parts in front are the user's own prefix, by the names that say nothing else; mostly 0. */
  readonly prefixLength: number;
}

type Read = (name: SeenName, drop: number) => readonly Reading[];

/** A name that can be read in so many ways is not read in more; what only some of them say is not used. */
export const MAX_READINGS = 300;
/** Longer prefixes are none that people choose. */
const MAX_PREFIX = 8;

/** Puts the names of each suite together: one run of pytest has one root directory and one prefix. */
export function suiteFacts(names: readonly SeenName[], read: Read): ReadonlyMap<number, SuiteFacts> {
  const suites = new Map<number, Map<string, SeenName>>();
  for (const name of names) {
    const suite = suites.get(name.suite ?? 0) ?? new Map<string, SeenName>();
    suites.set(name.suite ?? 0, suite.set(keyOf(name), name));
  }
  return new Map([...suites].map(([suite, unique]) => [suite, factsOf([...unique.values()], read)]));
}

function keyOf({ classname, name, isCollection }: SeenName): string {
  return isCollection ? `${classname}\n${name}` : classname;
}

function factsOf(names: readonly SeenName[], read: Read): SuiteFacts {
  const readings = names.map((name) => read(name, 0));
  const told = readings.filter(({ length }) => length > 0 && length < MAX_READINGS);
  const folders = told.map((all) => new Set(all.map(({ root }) => root)));
  const prefixLength = readings.every(({ length }) => length > 0) ? 0 : longestPrefix(names, read);
  return { roots: folders.length === 0 ? new Set() : folders.reduce(common), prefixLength };
}

/** The shortest prefix that lets most names be read from the repository root; 0 when none does. */
function longestPrefix(names: readonly SeenName[], read: Read): number {
  let best = { length: 0, count: 0 };
  for (let length = 1; length <= sharedParts(names); length += 1) {
    const count = names.filter((name) => read(name, length).some(isFromTop)).length;
    if (count > best.count) best = { length, count };
  }
  return best.length;
}

/** A prefix and a root directory below the repository's at once would let almost every name be read. */
export function isFromTop({ root }: Reading): boolean {
  return root === "" || root.startsWith("/") || /^[A-Za-z]:/.test(root);
}

/** How many parts in front all names have in common; a test's name is no prefix as a whole. */
function sharedParts(names: readonly SeenName[]): number {
  const [first = [], ...others] = names.map(({ classname }) => classname.split(".").slice(0, MAX_PREFIX + 1));
  const shared = first.findIndex((part, at) => others.some((parts) => parts[at] !== part));
  return Math.min(MAX_PREFIX, shared < 0 ? first.length : shared);
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((root) => other.has(root)));
}
