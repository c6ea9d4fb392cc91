import { dottedName } from "../text/junit-address.ts";

/** A file, or a folder, and the name that pytest's JUnit writer makes of it. */
interface NamedPath {
  readonly path: string;
  /** The path without `.py`, with dots for slashes. As long as that part of the path. */
  readonly dotted: string;
}

/** The repository's files by their dotted names, made once for a report. */
export interface FileIndex {
  /** By the last part of the dotted name, so that every file below any folder is found. */
  readonly files: ReadonlyMap<string, readonly NamedPath[]>;
  /** Those that can fail to be collected: packages, and folders with a conftest. */
  readonly folders: ReadonlyMap<string, readonly NamedPath[]>;
}

const FOLDER = /^(.+)\/(?:__init__|conftest)\.py$/s;

/** A path that ends in a dotted name. */
export interface PathMatch {
  readonly path: string;
  /** The part that the name stands for: the path as pytest has it. */
  readonly ending: string;
  /** The folder in front, pytest's root directory; "" when the name stands for the whole path. */
  readonly root: string;
}

/** `paths` are relative to the repository root, with `/`; or absolute where only a traceback tells them. */
export function indexFiles(paths: Iterable<string>): FileIndex {
  const unique = new Set(paths);
  const folders = [...unique].flatMap((path) => FOLDER.exec(path)?.[1] ?? []);
  return { files: byLastPart(unique), folders: byLastPart(new Set(folders)) };
}

/** All paths whose last parts have this name. A name that begins within a folder's name is none of a path. */
export function pathsNamed(name: string, named: FileIndex["files"]): PathMatch[] {
  return (named.get(lastPart(name)) ?? []).flatMap(({ path, dotted }) => {
    const start = dotted.length - name.length;
    if (!dotted.endsWith(name) || (start > 0 && path[start - 1] !== "/")) return [];
    return [{ path, ending: path.slice(start), root: path.slice(0, Math.max(0, start - 1)) }];
  });
}

function byLastPart(paths: Iterable<string>): Map<string, NamedPath[]> {
  const map = new Map<string, NamedPath[]>();
  for (const path of paths) {
    const dotted = dottedName(path);
    const key = lastPart(dotted);
    const known = map.get(key);
    if (known === undefined) map.set(key, [{ path, dotted }]);
    else known.push({ path, dotted });
  }
  return map;
}

function lastPart(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf(".") + 1);
}
