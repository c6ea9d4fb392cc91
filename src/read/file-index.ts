import { type EndingIndex, endingIndex, pathsEndingIn } from "../text/ending-index.ts";
import { dottedName } from "../text/junit-address.ts";

/** The repository's files by their dotted names, made once for all reports. */
export interface FileIndex {
  readonly files: EndingIndex;
  /** Those that can fail to be collected: packages, and folders with a conftest. */
  readonly folders: EndingIndex;
}

/** A path that ends in a dotted name. */
export interface PathMatch {
  readonly path: string;
  /** The part that the name stands for: the path as pytest has it. */
  readonly ending: string;
  /** The folder in front, pytest's root directory; "" when the name stands for the whole path. */
  readonly root: string;
}

const FOLDER = /^(.+)\/(?:__init__|conftest)\.py$/s;

/** `paths` are relative to the repository root, with `/`; or absolute where only a traceback tells them. */
export function indexFiles(paths: Iterable<string>): FileIndex {
  const unique = new Set(paths);
  const folders = new Set([...unique].flatMap((path) => FOLDER.exec(path)?.[1] ?? []));
  return { files: endingIndex(unique, ".", dottedName), folders: endingIndex(folders, ".", dottedName) };
}

/** A big report asks for few names, each many times. */
const answers = new WeakMap<EndingIndex, Map<string, readonly PathMatch[]>>();

/** The first paths whose last parts have this name. A name that begins within a folder's name is none of a path. */
export function pathsNamed(name: string, index: EndingIndex, limit: number): readonly PathMatch[] {
  const known = answers.get(index) ?? new Map<string, readonly PathMatch[]>();
  const key = `${limit} ${name}`;
  const found = known.get(key) ?? findPaths(name, index, limit);
  answers.set(index, known.set(key, found));
  return found;
}

function findPaths(name: string, index: EndingIndex, limit: number): PathMatch[] {
  return pathsEndingIn(name, index)
    .paths(limit)
    .flatMap((path) => {
      const start = dottedName(path).length - name.length;
      if (start > 0 && path[start - 1] !== "/") return [];
      return [{ path, ending: path.slice(start), root: path.slice(0, Math.max(0, start - 1)) }];
    });
}
