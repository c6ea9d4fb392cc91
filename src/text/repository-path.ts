import { ownerOf } from "./frame-owner.ts";

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

/**
 * Finds the tracked files that a report's paths mean, whatever folder they were checked out to and whichever folder
 * pytest was started in. The longest common end wins; where several files fit, the other paths of the report tell which
 * folder stands for which. A path of an installation means a tracked file only where a folder found so holds it, or
 * where it is the project's own package.
 */
export function repositoryPaths(paths: Iterable<string>, trackedFiles: readonly string[]): Locate {
  const tracked = new Set(trackedFiles);
  const byName = filesByName(tracked);
  const unique = [...new Set([...paths].map(normalised))];
  const matches = new Map(unique.slice(0, MAX_VOTERS).map((path) => [path, matchesOf(path, byName)]));
  const votes = countVotes([...matches.values()]);
  const mounts = knownMounts([...matches.values()], votes);
  const found = new Map<string, string | null>();
  return (path) => {
    const key = normalised(path);
    const known = found.get(key);
    if (known !== undefined) return known;
    const own = matches.get(key) ?? matchesOf(key, byName);
    const file = own.length > 0 ? (bestOf(own, votes)?.file ?? null) : fromOthers(key, mounts, tracked);
    found.set(key, file);
    return file;
  };
}

function filesByName(tracked: Iterable<string>): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const path of tracked) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const known = map.get(name);
    if (known === undefined) map.set(name, [path]);
    else known.push(path);
  }
  return map;
}

/** Every tracked file that a path may mean: one is the end of the other, or they share a folder and the name at least. */
function matchesOf(path: string, byName: ReadonlyMap<string, readonly string[]>): Match[] {
  const files = byName.get(path.slice(path.lastIndexOf("/") + 1)) ?? [];
  const isForeign = isForeignPath(path);
  return files.flatMap((file) => {
    const match = matchOf(path, file);
    const isWhole = match.theirs === "" || match.ours === "";
    return (isWhole || match.length > 1) && (!isForeign || isForeignPath(file)) ? [match] : [];
  });
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
