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

const REQUIRES_PYTHON = /\b(?:requires-python|python_requires|python)\s*=\s*["']?\s*(?:>=|\^|~=|~)\s*(\d+\.\d+)/i;
const CLASSIFIER = /Programming Language :: Python :: (\d+\.\d+)/g;
const BOUND = /(?:^|["'\s,[])([A-Za-z][\w.-]{1,80})(?:\[[\w,\s-]{0,80}\])?\s*(?:>=|~=)\s*(\d+(?:\.\d+){0,3})/gm;

/** Reads it from the texts of such files. A bound that cannot be read is no bound. */
export function supportOf(texts: readonly string[]): Support {
  const required = texts.flatMap((text) => REQUIRES_PYTHON.exec(text)?.[1] ?? []);
  const classified = texts.flatMap((text) => [...text.matchAll(CLASSIFIER)].map((match) => match[1] ?? ""));
  const bounds = texts.flatMap((text) =>
    [...text.matchAll(BOUND)].map(([, name = "", version = ""]) => [distributionName(name), version] as const),
  );
  return { python: oldest(required.length > 0 ? required : classified), distributions: Object.fromEntries(bounds) };
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
