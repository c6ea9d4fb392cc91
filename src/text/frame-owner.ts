import type { FrameOwner } from "../domain/failure.ts";

/** Folders whose files belong to nobody who works on the project. */
const FOREIGN = new Set([".venv", "venv", ".tox", ".nox", ".eggs", "__pypackages__", "node_modules"]);
/** Packages: pip's and Debian's folders, PDM's `__pypackages__/3.11/lib`, eggs as folders and as zip files. */
const INSTALLED = [
  /(?:^|\/)(?:site|dist)-packages\/(.+)$/s,
  /(?:^|\/)__pypackages__\/\d[\d.]*\/lib\/(.+)$/s,
  /(?:^|\/)[^/]+\.egg\/(.+)$/s,
];
/** What starts pytest: `/usr/local/bin/pytest`, `Scripts/pytest.exe/__main__.py`. */
const SCRIPT = /(?:^|\/)(?:bin\/(?:pytest|py\.test|coverage|python[\d.]*)|Scripts\/[^/]+\.exe\/__main__\.py)$/;
const STANDARD_LIBRARY = [
  // `/usr/lib/python3.11/json/decoder.py`, also below conda, pyenv, Nix and a framework of macOS
  /(?:^|\/)lib(?:32|64)?\/(?:python|pypy)\d[\d.]*t?\/(.+)$/s,
  // PyPy of its own making, and Python's library as one file
  /(?:^|\/)(?:lib-python\/\d|lib_pypy|python3\d+\.zip)\/(.+)$/s,
];

/** What a path alone tells. */
export interface PathOwner {
  readonly owner: FrameOwner;
  /** With `/`, without the folders of an installation. */
  readonly shownPath: string;
}

/**
 * Whose code a file is. A tracked file is the project's wherever it lies; else the path alone tells: packages and
 * Python's own modules have folders of their own, code without a file is in angle brackets.
 */
export function ownerOf(path: string, isTracked?: (path: string) => boolean): PathOwner {
  const slashed = path.replaceAll("\\", "/");
  const foreign = isTracked?.(slashed) === true ? null : foreignOwner(slashed);
  return foreign ?? { owner: isTestPath(slashed) ? "test" : "project", shownPath: slashed };
}

function foreignOwner(path: string): PathOwner | null {
  if (path.startsWith("<frozen ")) return { owner: "standard-library", shownPath: path };
  if (path.startsWith("<") || path === "") return { owner: "generated", shownPath: path };
  const installed = restOf(path, INSTALLED);
  if (installed !== null) return { owner: "dependency", shownPath: installed };
  const standard = restOf(path, STANDARD_LIBRARY) ?? windowsLibrary(path);
  if (standard !== null) return { owner: "standard-library", shownPath: standard };
  const isForeign = SCRIPT.test(path) || folders(path).some((folder) => FOREIGN.has(folder));
  return isForeign ? { owner: "dependency", shownPath: path } : null;
}

function restOf(path: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const rest = pattern.exec(path)?.[1];
    if (rest !== undefined) return rest;
  }
  return null;
}

/** `C:/Python311/Lib/json/decoder.py`, `C:/hostedtoolcache/windows/Python/3.11.7/x64/Lib/json/decoder.py` */
function windowsLibrary(path: string): string | null {
  const [drive = "", ...parts] = path.split("/");
  const home = parts.findIndex((part) => /python|pypy|conda/i.test(part));
  const library = parts.findIndex((part, at) => at > home && part.toLowerCase() === "lib");
  const rest = parts.slice(library + 1).join("/");
  return /^[A-Za-z]:$/.test(drive) && home >= 0 && library >= 0 && rest !== "" ? rest : null;
}

/** By pytest's default names, and by the folders people keep tests in. */
export function isTestPath(path: string): boolean {
  const name = path.split("/").at(-1) ?? "";
  const isTestName = /^test_[^/]*\.py$|_test\.py$|^conftest\.py$/.test(name);
  return isTestName || folders(path).some((folder) => folder === "tests" || folder === "test");
}

function folders(path: string): readonly string[] {
  return path.split("/").slice(0, -1);
}
