import { type EndingIndex, endingIndex, pathsEndingIn } from "./ending-index.ts";
import { ownerOf } from "./frame-owner.ts";

/** The repository's files, prepared once for all reports. */
export interface RepositoryFiles {
  readonly tracked: ReadonlySet<string>;
  readonly byEnding: EndingIndex;
  /** Some lie where installed packages do. */
  readonly hasForeign: boolean;
}

/** Where a path of a report is in the repository; null when no tracked file fits or several fit as well. */
export type Locate = (path: string) => string | null;

/** A folder of the machine that wrote the report, and the folder of the repository it stands for. */
interface Mount {
  readonly theirs: string;
  readonly ours: string;
}

interface Match extends Mount {
  readonly file: string;
  /** How many folders and names at the end agree. */
  readonly length: number;
}

/** Packages install such folders by mistake; they are never the project's own. */
const SHARED_NAMES = new Set(["tests", "test", "docs", "examples"]);
/** Of more paths than these the first ones tell the folders. */
const MAX_VOTERS = 3000;
const MAX_MOUNTS = 50;
const MAX_PARTS = 100;
const UNUSUAL = /\\|\/\/|(?:^|\/)\.\.?(?:\/|$)/;
/** Of more files than these that fit alike, none is meant without the help of other paths. */
const MAX_FILES = 100;

/**
 * Finds the tracked files that a report's paths mean, whatever folder they were checked out to and whichever folder
 * pytest was started in. The longest common end wins; where several files fit, the other paths of the report tell which
 * folder stands for which. A path of an installation means a tracked file only where a folder found so holds it, or
 * where it is the project's own package.
 */
export function repositoryPaths(paths: Iterable<string>, files: RepositoryFiles): Locate {
  if (files.tracked.size === 0) return () => null;
  const voters = [...new Set([...paths].map(normalised))].slice(0, MAX_VOTERS);
  const matches = voters.map((path) => matchesOf(path, files));
  const votes = countVotes(matches);
  const mounts = knownMounts(matches, votes);
  const found = new Map<string, string | null>();
  return (path) => {
    const key = normalised(path);
    const known = found.get(key);
    if (known !== undefined) return known;
    const own = matchesOf(key, files);
    const file = own.length > 0 ? (bestOf(own, votes)?.file ?? null) : fromOthers(key, mounts, files.tracked);
    found.set(key, file);
    return file;
  };
}

/** Prepares files given relative to the repository root, with `/`. */
export function repositoryFiles(trackedFiles: readonly string[]): RepositoryFiles {
  const tracked = new Set(trackedFiles);
  return { tracked, byEnding: endingIndex(tracked, "/"), hasForeign: trackedFiles.some(isForeignPath) };
}

/** The tracked files that a path may mean: those that are its end, and those that share most of its end with it. */
function matchesOf(path: string, files: RepositoryFiles): Match[] {
  const isForeign = isForeignPath(path);
  if (path === "" || (isForeign && !files.hasForeign)) return [];
  const ends = knownEnds(path, files);
  const longest = ends.at(-1);
  const alike = longest === undefined ? null : pathsEndingIn(longest, files.byEnding);
  const isTelling = longest === path || ends.length > 1;
  const sharing = alike !== null && isTelling && alike.count <= MAX_FILES ? alike.paths(MAX_FILES) : [];
  const unique = new Set([...ends.filter((end) => files.tracked.has(end)), ...sharing]);
  return [...unique].filter((file) => !isForeign || isForeignPath(file)).map((file) => matchOf(path, file));
}

/** The ends of a path that tracked files have too, shortest first. */
function knownEnds(path: string, { byEnding }: RepositoryFiles): string[] {
  const ends: string[] = [];
  for (let at = path.length; at > 0 && ends.length < MAX_PARTS;) {
    at = path.lastIndexOf("/", at - 1);
    const end = path.slice(at + 1);
    if (pathsEndingIn(end, byEnding).count === 0) break;
    ends.push(end);
  }
  return ends;
}

function matchOf(path: string, file: string): Match {
  const [theirs, ours] = [path.split("/"), file.split("/")];
  let length = 0;
  while (length < Math.min(theirs.length, ours.length) && theirs.at(-1 - length) === ours.at(-1 - length)) length += 1;
  return { file, length, theirs: theirs.slice(0, -length).join("/"), ours: ours.slice(0, -length).join("/") };
}

function countVotes(voters: readonly (readonly Match[])[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const match of voters.flat()) votes.set(keyOf(match), (votes.get(keyOf(match)) ?? 0) + 1);
  return votes;
}

function bestOf(matches: readonly Match[], votes: ReadonlyMap<string, number>): Match | null {
  const ranked = matches
    .map((match) => ({ match, rank: rankOf(match, votes) }))
    .toSorted((a, b) => compare(b.rank, a.rank));
  const [first, second] = ranked;
  const isTied = first !== undefined && second !== undefined && compare(first.rank, second.rank) === 0;
  return first === undefined || isTied ? null : first.match;
}

/** The folders that the paths agree on. */
function knownMounts(voters: readonly (readonly Match[])[], votes: ReadonlyMap<string, number>): Mount[] {
  const best = voters.flatMap((matches) => bestOf(matches, votes) ?? []);
  return [...new Map(best.map((match) => [keyOf(match), match])).values()].slice(0, MAX_MOUNTS);
}

/** How many paths say the same of the folders; whether one is the whole end of the other; how much agrees. */
function rankOf(match: Match, votes: ReadonlyMap<string, number>): readonly [number, number, number] {
  return [votes.get(keyOf(match)) ?? 0, match.theirs === "" || match.ours === "" ? 1 : 0, match.length];
}

function compare(first: readonly [number, number, number], second: readonly [number, number, number]): number {
  return first[0] - second[0] || first[1] - second[1] || first[2] - second[2];
}

function fromOthers(path: string, mounts: readonly Mount[], tracked: ReadonlySet<string>): string | null {
  const files = mounts.flatMap(({ theirs, ours }) => {
    if (theirs !== "" && !path.startsWith(`${theirs}/`)) return [];
    const rest = theirs === "" ? path : path.slice(theirs.length + 1);
    const file = ours === "" ? rest : `${ours}/${rest}`;
    return tracked.has(file) ? [file] : [];
  });
  return new Set(files).size === 1 ? (files[0] ?? null) : ownPackage(path, tracked);
}

/** An installed copy of the project itself (tox, a wheel that is tested): its files are tracked as they are or in `src`. */
function ownPackage(path: string, tracked: ReadonlySet<string>): string | null {
  const { owner, shownPath } = ownerOf(path);
  const [folder = ""] = shownPath.split("/");
  if (owner !== "dependency" || !shownPath.includes("/") || shownPath === path || SHARED_NAMES.has(folder)) return null;
  return [shownPath, `src/${shownPath}`].find((file) => tracked.has(file)) ?? null;
}

function isForeignPath(path: string): boolean {
  const { owner } = ownerOf(path);
  return owner !== "project" && owner !== "test";
}

/** With `/`, without `.` and `..`: what leads out of the folder pytest was started in is as good as unknown. */
function normalised(path: string): string {
  if (!UNUSUAL.test(path)) return path;
  const parts: string[] = [];
  const slashed = path.replaceAll("\\", "/");
  for (const part of slashed.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
  }
  return parts.join("/");
}

function keyOf({ theirs, ours }: Mount): string {
  return `${theirs}\n${ours}`;
}
