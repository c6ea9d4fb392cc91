import type { HostComment, HostCommit } from "../domain/pull-request.ts";
import { type CommitTrailer, groupIds, namesPatch, readTrailer } from "./commit-trailer.ts";
import { markedBy, writtenBy } from "./marker.ts";
import type { CommitRecord } from "./marker.ts";

/** What a pull request has seen of us. */
export interface History {
  /** Of the pull request, oldest first; null when GitHub would not list them. */
  readonly commits: readonly HostCommit[] | null;
  readonly comments: readonly HostComment[];
  readonly viewer: string;
  /** The commit of the branch that the tests ran on, alone or merged with the base. */
  readonly testedSha: string;
}

export interface LoopFacts extends History {
  /** Of the patch that would be published, and of the failures it mends. */
  readonly patchId: string;
  readonly groups: readonly string[];
  /** Commits that we may make on one pull request. */
  readonly maxCommits: number;
}

/**
 * `go` = a commit may be made, with this number; `no-commit` = suggestions and comments only, since they start no run;
 * `off` = nothing is written. Reasons are one sentence or two.
 */
export type LoopVerdict =
  | { readonly kind: "go"; readonly attempt: number; readonly known: readonly CommitRecord[] }
  | { readonly kind: "no-commit"; readonly reason: string; readonly known: readonly CommitRecord[] }
  | { readonly kind: "off"; readonly reason: string };

/** GitHub lists no more commits of a pull request; the newest ones are those left out. */
const MOST_LISTED = 250;

const NOTHING_MORE = "Nothing more is written to this pull request.";

/** Why a pull request is left alone before anything is run for it: people took back what we did. Null when they did not. */
export function stoppedByPeople(history: History): string | null {
  if (history.commits === null) return null;
  const why = undone(history.commits, knownCommits(history, ownCommits(history)));
  return why === null ? null : `${why} ${NOTHING_MORE}`;
}

/** Why a group of failures is not mended again: a commit of ours was to mend it. Null for all others. */
export function mendedBefore(history: History, groupKey: string): string | null {
  const own = ownCommits(history);
  const earlier = withoutThose(own, newerThanTested(history.commits ?? [], own, history));
  return sameFailure(earlier, groupIds([groupKey]));
}

/**
 * Keeps us from going round in circles, and from doing again what a person undid. Our commits are known by their trailer
 * and their author; those that were taken out of the branch by the record in our own comment.
 */
export function guardLoop(facts: LoopFacts): LoopVerdict {
  const own = ownCommits(facts);
  const known = knownCommits(facts, own);
  if (facts.commits === null) {
    return noCommit("GitHub would not list the pull request's commits, so nobody knows how many are ours.", known);
  }
  const { commits } = facts;
  const meanwhile = newerThanTested(commits, own, facts);
  const other = meanwhile.find(({ trailer }) => sharesGroup(trailer, facts));
  if (other !== undefined) return off(`While the tests ran, our commit ${shown(other)} mended this failure.`);
  const why = undone(commits, known) ?? returned(withoutThose(own, meanwhile), facts);
  if (why !== null) return off(`${why} ${NOTHING_MORE}`);
  if (commits.length >= MOST_LISTED) {
    return noCommit(`The pull request has ${MOST_LISTED} commits or more; GitHub does not list them all.`, known);
  }
  return countCommits(own, { ...facts, commits, known });
}

interface OwnCommit extends HostCommit {
  readonly trailer: CommitTrailer;
}

function ownCommits({ commits, viewer }: History): readonly OwnCommit[] {
  return writtenBy(viewer, commits ?? []).flatMap((commit) => {
    const trailer = readTrailer(commit.message);
    return trailer === null ? [] : [{ ...commit, trailer }];
  });
}

/** Ours of which anything tells: the branch, or the record in our own comment. */
function knownCommits({ viewer, comments }: History, own: readonly OwnCommit[]): readonly CommitRecord[] {
  const recorded = markedBy(viewer, comments).flatMap(({ marker }) => marker.commits);
  const found = own.map(({ sha, trailer: { patchId } }) => ({ sha, patchId }));
  return [...new Map([...recorded, ...found].map((record) => [record.sha, record])).values()];
}

/** Made after what was tested; none where nobody knows what that is. */
function newerThanTested(
  commits: readonly HostCommit[],
  own: readonly OwnCommit[],
  { testedSha }: History,
): readonly OwnCommit[] {
  const tested = commits.findIndex(({ sha }) => sha === testedSha);
  if (tested === -1) return [];
  return own.filter(({ sha }) => commits.findIndex((commit) => commit.sha === sha) > tested);
}

function sharesGroup(trailer: CommitTrailer, { groups }: Pick<LoopFacts, "groups">): boolean {
  return trailer.groups.some((group) => groups.includes(group));
}

function withoutThose(all: readonly OwnCommit[], some: readonly OwnCommit[]): readonly OwnCommit[] {
  return all.filter((commit) => !some.includes(commit));
}

/** A person reverted a commit of ours, or took it out of the branch. A rebase keeps the trailer, whoever made it. */
function undone(commits: readonly HostCommit[], known: readonly CommitRecord[]): string | null {
  for (const { sha, patchId } of known) {
    if (commits.some(({ message }) => revertedBy(message).some((start) => sha.startsWith(start)))) {
      return `Our commit ${shown({ sha })} was reverted.`;
    }
    const isThere = commits.some((commit) => commit.sha === sha || namesPatch(commit.message, patchId));
    if (!isThere) return `Our commit ${shown({ sha })} was taken out of the branch.`;
  }
  return null;
}

/** git's own sentence, also with a shortened id. */
function revertedBy(message: string): readonly string[] {
  return [...message.matchAll(/\bthis reverts commit ([0-9a-f]{7,64})\b/gi)].map((match) => match[1] ?? "");
}

/** What our own commit was to mend fails again, or its very change is to be made again. */
function returned(own: readonly OwnCommit[], facts: LoopFacts): string | null {
  const same = own.find(({ trailer }) => trailer.patchId === facts.patchId);
  if (same !== undefined) return `Our commit ${shown(same)} made this very change, and it was undone.`;
  return sameFailure(own, facts.groups);
}

function sameFailure(own: readonly OwnCommit[], groups: readonly string[]): string | null {
  const back = own.find(({ trailer }) => sharesGroup(trailer, { groups }));
  return back === undefined ? null : `The same failure is back after our own commit ${shown(back)}.`;
}

function countCommits(
  own: readonly OwnCommit[],
  {
    commits,
    known,
    maxCommits,
    viewer,
  }: LoopFacts & { commits: readonly HostCommit[]; known: readonly CommitRecord[] },
): LoopVerdict {
  const newest = commits.at(-1);
  if (newest !== undefined && writtenBy(viewer, [newest]).some(({ message }) => readTrailer(message) !== null)) {
    return noCommit("The newest commit of the branch is our own: one after the other could go on for ever.", known);
  }
  // A rebase gives a commit a new id, and its patch stays.
  const patches = new Set(known.map(({ patchId }) => patchId)).size;
  const made = Math.max(patches, ...own.map(({ trailer }) => trailer.attempt));
  if (made < maxCommits) return { kind: "go", attempt: made + 1, known };
  return noCommit(`This pull request has ${made} commits of ours, and \`max-commits\` is ${maxCommits}.`, known);
}

function noCommit(reason: string, known: readonly CommitRecord[]): LoopVerdict {
  return { kind: "no-commit", reason, known };
}

function off(reason: string): LoopVerdict {
  return { kind: "off", reason };
}

function shown({ sha }: { readonly sha: string }): string {
  return `\`${sha.slice(0, 12)}\``;
}
