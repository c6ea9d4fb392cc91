import picomatch from "picomatch";

/** True when the path fits one of the globs; `*` does not cross `/`, `**` does, dot files count like others. */
export function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => picomatch.isMatch(path, glob, { dot: true }));
}
