/** The oldest versions that a project says it works with, by its own metadata. */
export interface Support {
  /** `3.8`; null where nothing says. */
  readonly python: string | null;
  /** Lower bounds of distributions (lower-case, `-`), where one is given. */
  readonly distributions: Readonly<Record<string, string>>;
}

export const NOTHING_SAID: Support = { python: null, distributions: {} };

/** Files of a project's root that may say it. */
export const SUPPORT_FILES = ["pyproject.toml", "setup.cfg", "setup.py", "requirements.txt"] as const;

/** More of a line is no requirement of somebody's. */
const MAX_LINE = 1000;
const REQUIRES_PYTHON =
  /(?:^|[\s,(])["']?(?:requires-python|python_requires|python)["']?\s{0,20}=\s{0,20}["']?([^"'\n]{1,100})/i;
const CLASSIFIER = /Programming Language :: Python :: (\d+\.\d+)/g;
/** The first version of a specifier that is no upper bound: `>=1.20`, `^1.4`, `==3.11.*`. */
const LOWER = /(?:^|[,\s])(?:>=|===?|~=?|\^)\s{0,20}v?(\d+(?:\.\d+){0,3})|^(\d+\.\d+)(?:\.\d+|\.\*)?$/;
/** `numpy[extra] <3,>=1.20; marker` */
const REQUIREMENT =
  /^([A-Za-z][\w.-]{0,80})\s{0,5}(?:\[[\w,\s-]{0,80}\])?\s{0,5}\(?((?:[<>=!~]=?=?\s{0,5}[\w.*+!-]{1,40}\s{0,5},?\s{0,5}){1,8})\)?(?:;.*)?$/;
/** Poetry's `numpy = "^1.20"` and `numpy = { version = "^1.20" }`. */
const KEYED =
  /^["']?([A-Za-z][\w.-]{0,80})["']?\s{0,5}=\s{0,5}(?:\{[^}]{0,200}?\bversion\s{0,5}=\s{0,5})?["']([\^~<>=!][^"']{1,100})["']/;
const NO_DISTRIBUTION = /^(?:python|requires-python|python-requires)$/;

/** Reads it from the texts of such files. A bound that cannot be read is no bound; of several the oldest counts. */
export function supportOf(texts: readonly string[]): Support {
  const lines = texts.flatMap((text) => text.split(/\r\n|\r|\n/)).map(withoutComment);
  const required = lines.flatMap((line) => pythonOf(line) ?? []);
  const classified = lines.flatMap((line) => [...line.matchAll(CLASSIFIER)].map((match) => match[1] ?? ""));
  const bounds = new Map<string, string>();
  for (const [name, version] of lines.flatMap(boundsIn)) {
    const known = bounds.get(name);
    if (known === undefined || compareVersions(version, known) < 0) bounds.set(name, version);
  }
  return { python: oldest(required.length > 0 ? required : classified), distributions: Object.fromEntries(bounds) };
}

function withoutComment(line: string): string {
  return line
    .slice(0, MAX_LINE)
    .replace(/(?:^|\s)#.*$/, "")
    .trim();
}

function pythonOf(line: string): string | undefined {
  const bound = lowerBound(REQUIRES_PYTHON.exec(line)?.[1] ?? "");
  return bound === undefined ? undefined : /^\d+\.\d+/.exec(bound)?.[0];
}

function lowerBound(specifier: string): string | undefined {
  const found = LOWER.exec(specifier.trim());
  return found?.[1] ?? found?.[2];
}

/** What a line asks for: as a whole, in its quoted parts, or as a key with a value. */
function boundsIn(line: string): (readonly [string, string])[] {
  const quoted = [...line.matchAll(/"([^"]{1,200})"|'([^']{1,200})'/g)].map((match) => match[1] ?? match[2] ?? "");
  const found = [line, ...quoted].map((text) => REQUIREMENT.exec(text.trim()));
  return [...found, KEYED.exec(line)].flatMap((match) => {
    const version = lowerBound(match?.[2] ?? "");
    const name = distributionName(match?.[1] ?? "");
    return version === undefined || NO_DISTRIBUTION.test(name) ? [] : [[name, version] as const];
  });
}

function distributionName(name: string): string {
  return name.toLowerCase().replaceAll(/[_.]/g, "-");
}

function oldest(versions: readonly string[]): string | null {
  return versions.toSorted(compareVersions)[0] ?? null;
}

/** By their numbers: negative when the first is older. What is no number counts as 0. */
export function compareVersions(first: string, second: string): number {
  const [left, right] = [numbersOf(first), numbersOf(second)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True where the project says that it works with versions of a distribution (null: of Python) older than this one. */
export function worksBefore(support: Support, distribution: string | null, version: string | undefined): boolean {
  const bound = distribution === null ? support.python : (support.distributions[distribution] ?? null);
  return version !== undefined && bound !== null && compareVersions(bound, version) < 0;
}

function numbersOf(version: string): number[] {
  return version.split(".").map((part) => Number(/^\d{1,9}/.exec(part)?.[0] ?? "0"));
}
