import picomatch from "picomatch";

/** True when the path fits one of the globs; `*` does not cross `/`, `**` does, dot files count like others. */
export function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => picomatch.isMatch(path, glob, { dot: true }));
}

/**
 * True when a list that a person wrote names the path. The last entry that fits decides, and one that begins with `!`
 * takes away; a list of such entries alone means everything else. A folder stands for all that is in it.
 */
export function isListed(path: string, entries: readonly string[]): boolean {
  let isIn = entries.length > 0 && entries.every(isExclusion);
  for (const entry of entries) {
    if (fits(path, isExclusion(entry) ? entry.slice(1) : entry)) isIn = !isExclusion(entry);
  }
  return isIn;
}

/** `!(a|b)` is a pattern of its own. */
function isExclusion(entry: string): boolean {
  return /^!(?!\()/.test(entry);
}

function fits(path: string, entry: string): boolean {
  const glob = entry.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  if (glob === "" || glob === ".") return true;
  const isPlain = !/[*?[\]{}()!]/.test(glob.split("/").at(-1) ?? "");
  const folder = `${glob}/**`;
  return matchesAny(path, isPlain || entry.endsWith("/") ? [glob, folder] : [glob]);
}
