import type { FrameOwner } from "../domain/failure.ts";

/** What tells the owner of a file. */
export interface OwnershipFacts {
  /** The repository, absolute, links resolved. */
  readonly root: string;
  /** Test files, conftest files and test configuration, relative to the repository. */
  readonly guarded: ReadonlySet<string>;
}

const INSTALLED = new Set(["site-packages", "dist-packages"]);
const FOREIGN = new Set([...INSTALLED, ".venv", "venv", ".tox", ".nox", ".eggs", "node_modules"]);
/** `/usr/lib/python3.11/json/decoder.py`, `C:/Python311/Lib/json/decoder.py` */
const STANDARD_LIBRARY = /(?:^|\/)(?:lib(?:32|64)?\/(?:python|pypy)\d[\d.]*t?|Lib)\//;
const TEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;

/**
 * Whose code a frame runs, and its path relative to the repository (with `/`) when it lies there; else the path as it
 * came. A relative path is taken as relative to the repository.
 */
export function locateFrame(
  path: string,
  facts: OwnershipFacts,
): { readonly path: string; readonly owner: FrameOwner } {
  if (path.startsWith("<") || path === "") return { path, owner: "generated" };
  const inside = pathInside(path, facts.root);
  if (inside === undefined) return { path, owner: ownerOutside(path.replaceAll("\\", "/")) };
  if (
    inside
      .split("/")
      .slice(0, -1)
      .some((part) => FOREIGN.has(part))
  )
    return { path, owner: ownerOutside(inside) };
  const isTest = facts.guarded.has(inside) || TEST_FILE.test(inside);
  return { path: inside, owner: isTest ? "test" : "project" };
}

function ownerOutside(path: string): FrameOwner {
  if (path.split("/").some((part) => INSTALLED.has(part))) return "dependency";
  return STANDARD_LIBRARY.test(path) ? "standard-library" : "dependency";
}

function pathInside(path: string, root: string): string | undefined {
  const slashed = path.replaceAll("\\", "/");
  const base = root.replaceAll("\\", "/").replace(/\/$/, "");
  if (slashed.startsWith(`${base}/`)) return withoutDots(slashed.slice(base.length + 1));
  return isAbsolute(slashed) ? undefined : withoutDots(slashed);
}

function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}

/** Undefined when the path climbs out of the folder it begins in. */
function withoutDots(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join("/");
}
