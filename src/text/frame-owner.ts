import type { FrameOwner } from "../domain/failure.ts";

/** Folders whose files belong to nobody who works on the project. */
const FOREIGN = new Set([".venv", "venv", ".tox", ".nox", ".eggs", "node_modules"]);
const INSTALLED = /(?:^|\/)(?:site|dist)-packages\/(.+)$/s;
/** `/usr/lib/python3.11/json/decoder.py`, `C:/Python311/Lib/json/decoder.py` */
const STANDARD_LIBRARY = [/(?:^|\/)lib(?:32|64)?\/(?:python|pypy)\d[\d.]*t?\/(.+)$/s, /^[A-Za-z]:\/.*\/Lib\/(.+)$/s];

/**
 * Whose code a file is, told by its path alone, and the path (with `/`) without the folders of an installation:
 * installed packages are below `site-packages` or `dist-packages`, Python's own modules below `lib/pythonX.Y`, code
 * without a file is in angle brackets.
 */
export function ownerOf(path: string): { readonly owner: FrameOwner; readonly shownPath: string } {
  const slashed = path.replaceAll("\\", "/");
  const installed = INSTALLED.exec(slashed)?.[1];
  if (installed !== undefined) return { owner: "dependency", shownPath: installed };
  if (slashed.startsWith("<") || slashed === "") return { owner: "generated", shownPath: slashed };
  const standard = STANDARD_LIBRARY.map((pattern) => pattern.exec(slashed)?.[1]).find((rest) => rest !== undefined);
  if (standard !== undefined) return { owner: "standard-library", shownPath: standard };
  if (folders(slashed).some((folder) => FOREIGN.has(folder))) return { owner: "dependency", shownPath: slashed };
  return { owner: isTestPath(slashed) ? "test" : "project", shownPath: slashed };
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
