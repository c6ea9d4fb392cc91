import type { TestAddress } from "./read-result.ts";

/** Where a test is: its node id and the path in it. */
export interface TestPlace {
  readonly nodeId: string;
  readonly file: string;
}

/** The repository's files by their dotted names, made once for a report. */
export interface FileIndex {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** By the last part of the dotted name. */
  readonly byLastPart: ReadonlyMap<string, readonly string[]>;
}

/** `paths` are relative to the repository root, or absolute where only a traceback tells them. */
export function indexFiles(paths: Iterable<string>): FileIndex {
  const byName = new Map<string, string[]>();
  const byLastPart = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const name = dottedName(path);
    append(byName, name, path);
    append(byLastPart, name.slice(name.lastIndexOf(".") + 1), path);
  }
  return { byName, byLastPart };
}

/**
 * Finds the node id of a JUnit test case, or null when no file or more than one fits: a guess would run other tests.
 * pytest joins path, classes and a prefix of the user's (`--junit-prefix`) by dots, so the longest existing path wins,
 * first from the repository root, then from a folder below it (pytest's root directory), then without the prefix.
 * The id is relative to pytest's root directory, as pytest wants it.
 */
export function findTest(address: TestAddress, index: FileIndex): TestPlace | null {
  const given = address.file === null ? null : fromFileAttribute(address, address.file);
  if (given !== null) {
    return given;
  }
  const parts = address.classname === "" ? [] : address.classname.split(".");
  const match = longestPath(parts, index) ?? withoutPrefix(parts, index);
  return match === null || match.path === null ? null : place(match.path, [...match.classes, address.name]);
}

interface PathMatch {
  /** Null when several files fit. */
  readonly path: string | null;
  readonly classes: readonly string[];
}

/** xunit1 names the file, but for an inherited test the one of the base class: it must fit the class name. */
function fromFileAttribute({ classname, name }: TestAddress, file: string): TestPlace | null {
  const dotted = dottedName(file.replaceAll("\\", "/"));
  const at = `.${classname}.`.indexOf(`.${dotted}.`);
  if (at < 0) {
    return null;
  }
  const classes = classname.slice(at + dotted.length + 1);
  return place(file.replaceAll("\\", "/"), [...(classes === "" ? [] : classes.split(".")), name]);
}

/** Finds a file that could not be collected: its dotted path is the name, and the class name is the prefix alone. */
export function findCollected(address: TestAddress, index: FileIndex): TestPlace | null {
  const parts = address.name.split(".");
  const given = address.file !== null && dottedName(address.file) === address.name ? address.file : null;
  const path = given ?? (exactPath(parts, index) ?? pathBelow(parts, index))?.path ?? null;
  return path === null ? findTest(address, index) : { nodeId: path, file: path };
}

function longestPath(parts: readonly string[], index: FileIndex): PathMatch | null {
  return firstMatch(parts, (head) => exactPath(head, index)) ?? firstMatch(parts, (head) => pathBelow(head, index));
}

function withoutPrefix(parts: readonly string[], index: FileIndex): PathMatch | null {
  for (let drop = 1; drop < parts.length; drop += 1) {
    const match = firstMatch(parts.slice(drop), (head) => exactPath(head, index));
    if (match !== null) {
      return match;
    }
  }
  return null;
}

function firstMatch(parts: readonly string[], find: (head: readonly string[]) => PathMatch | null): PathMatch | null {
  for (let length = parts.length; length > 0; length -= 1) {
    const match = find(parts.slice(0, length));
    if (match !== null) {
      return { ...match, classes: parts.slice(length) };
    }
  }
  return null;
}

function exactPath(head: readonly string[], { byName }: FileIndex): PathMatch | null {
  const paths = byName.get(head.join("."));
  return paths === undefined ? null : { path: only(paths), classes: [] };
}

/** Files whose path ends so: pytest's root directory is then the folder in front. */
function pathBelow(head: readonly string[], { byLastPart }: FileIndex): PathMatch | null {
  const name = head.join(".");
  const paths = (byLastPart.get(head.at(-1) ?? "") ?? []).filter((path) => dottedName(path).endsWith(`.${name}`));
  if (paths.length === 0) {
    return null;
  }
  const path = only(paths);
  return { path: path === null ? null : lastCharacters(path, name), classes: [] };
}

/** The end of the path that has the given dotted name. */
function lastCharacters(path: string, name: string): string {
  const suffix = path.endsWith(".py") ? ".py".length : 0;
  return path.slice(path.length - name.length - suffix);
}

function place(path: string, names: readonly string[]): TestPlace {
  return { nodeId: [path, ...names].join("::"), file: path };
}

function dottedName(path: string): string {
  return path.replace(/\.py$/, "").replaceAll("/", ".");
}

function only(paths: readonly string[]): string | null {
  return paths.length === 1 ? (paths[0] ?? null) : null;
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) {
    map.set(key, [value]);
  } else {
    values.push(value);
  }
}
