import { commitTree, git, readBlob, treeEntry, writeTree, type FileChanges } from "../git-repository.ts";
import { advanceHead, pullFiles, syncPull } from "./pulls.ts";
import { currentLine } from "./render.ts";
import type { PullRequest, ReviewComment, State } from "./state.ts";
import { firstSuggestion } from "./suggestion.ts";

/** Rule 6: what the human's click on "Commit suggestions" leads to. */
export type Applied =
  | { readonly kind: "applied"; readonly sha: string }
  | { readonly kind: "refused"; readonly reason: string };

interface Replacement {
  readonly comment: ReviewComment;
  /** One-based, at the current head. */
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** Adds every suggestion of the review to one batch and commits it to the head branch, as a person with write access. */
export function applyReview(state: State, reviewId: number): Applied {
  const comments = state.reviewComments.filter((comment) => comment.reviewId === reviewId);
  return applyComments(state, comments);
}

/** Commits the suggestions of some comments as one batch: all or nothing. */
export function applyComments(state: State, comments: readonly ReviewComment[]): Applied {
  const pull = state.pulls.find((candidate) => candidate.number === comments[0]?.pull);
  if (pull === undefined) {
    return refuse("There is no suggestion to apply.");
  }
  syncPull(state, pull);
  const withSuggestion = comments.filter((comment) => firstSuggestion(comment.body) !== null);
  const reason = withSuggestion.length === 0 ? "There is no suggestion to apply." : pullRefusal(state, pull, comments);
  if (reason !== null) {
    return refuse(reason);
  }
  const replacements: Replacement[] = [];
  for (const comment of withSuggestion) {
    const found = replacementOf(state, pull, comment);
    if (typeof found === "string") {
      return refuse(found);
    }
    replacements.push(found);
  }
  return overlaps(replacements)
    ? refuse("Only one suggestion per line can be applied in a batch.")
    : commit(state, pull, replacements);
}

function refuse(reason: string): Applied {
  return { kind: "refused", reason };
}

function pullRefusal(state: State, pull: PullRequest, comments: readonly ReviewComment[]): string | null {
  const reviews = state.reviews.filter((review) => comments.some((comment) => comment.reviewId === review.id));
  if (pull.state === "closed" || pull.head.repository === null) {
    return "Suggestions cannot be applied while the pull request is closed.";
  }
  return reviews.some((review) => review.state === "PENDING")
    ? "Suggestions cannot be applied from pending reviews."
    : null;
}

function replacementOf(state: State, pull: PullRequest, comment: ReviewComment): Replacement | string {
  const { anchor } = comment;
  const last = currentLine(pull, comment);
  if (comment.applied) {
    return "This suggestion has been applied or marked resolved.";
  }
  if ([anchor.side, anchor.startSide].includes("LEFT")) {
    return "Suggestions cannot be applied on deleted lines.";
  }
  if (last === null) {
    return "Outdated suggestions cannot be applied.";
  }
  const first = last - (anchor.line - (anchor.startLine ?? anchor.line));
  if (state.switches.refuseSuggestionsOverDeletedLines && spansDeleted(pull, comment, { first, last })) {
    return "Suggestions cannot be applied on deleted lines.";
  }
  const lines = firstSuggestion(comment.body) ?? [];
  return changesNothing(headLines(pull, anchor.path).slice(first - 1, last), lines)
    ? "This suggestion is invalid because no changes were made to the code."
    : { comment, first, last, lines };
}

function changesNothing(current: readonly string[], lines: readonly string[]): boolean {
  const same = current.map((line) => line.replace(/\r?\n$/, "")).join("\n") === lines.join("\n");
  return same && current.length === lines.length;
}

function spansDeleted(pull: PullRequest, comment: ReviewComment, range: { first: number; last: number }): boolean {
  const hunks = pullFiles(pull).find((file) => file.path === comment.anchor.path)?.hunks ?? [];
  return hunks.some((hunk) => {
    const from = hunk.lines.findIndex((line) => line.right === range.first);
    const to = hunk.lines.findIndex((line) => line.right === range.last);
    return from !== -1 && hunk.lines.slice(from, to).some((line) => line.kind === "deleted");
  });
}

/** Lines with their ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== "");
}

function headLines(pull: PullRequest, path: string): readonly string[] {
  const { directory } = pull.base.repository;
  const entry = treeEntry(directory, pull.headSha, path);
  const text = entry === null ? "" : readBlob(directory, entry.sha).toString("utf8");
  return linesOf(text);
}

function overlaps(replacements: readonly Replacement[]): boolean {
  return replacements.some((one, index) =>
    replacements
      .slice(index + 1)
      .some(
        (other) =>
          one.comment.anchor.path === other.comment.anchor.path && one.first <= other.last && other.first <= one.last,
      ),
  );
}

function commit(state: State, pull: PullRequest, replacements: readonly Replacement[]): Applied {
  const { directory } = pull.base.repository;
  const changes: Record<string, { mode: string; content: string }> = {};
  for (const path of new Set(replacements.map((item) => item.comment.anchor.path))) {
    const here = replacements.filter((item) => item.comment.anchor.path === path);
    const mode = treeEntry(directory, pull.headSha, path)?.mode ?? "100644";
    changes[path] = { mode, content: replaceLines(headLines(pull, path), here) };
  }
  state.clock.seconds += 1;
  const { human } = state.identities;
  const authors = new Set(replacements.map((item) => item.comment.author));
  const trailers = [...authors].map((author) => `Co-authored-by: ${author.name} <${author.email}>\n`).join("");
  const sha = commitTree(directory, {
    tree: writeTree(directory, pull.headSha, changes satisfies FileChanges),
    parents: [pull.headSha],
    message: `Apply suggestions from code review\n\n${trailers}`,
    author: { name: human.name, email: human.email },
    committer: { name: "GitHub", email: "noreply@github.com" },
    seconds: state.clock.seconds,
  });
  if (pull.head.repository !== null && pull.head.repository.directory !== directory) {
    git(pull.head.repository.directory, ["fetch", "--quiet", directory, sha]);
  }
  advanceHead(state, pull, sha);
  for (const { comment } of replacements) {
    comment.applied = true;
  }
  return { kind: "applied", sha };
}

/** Bottom-up; a file without a last line end keeps that; new lines get a plain line feed, as the web page writes them. */
export function replaceLines(
  lines: readonly string[],
  replacements: readonly Pick<Replacement, "first" | "last" | "lines">[],
): string {
  const bare = lines.length > 0 && lines.at(-1)?.endsWith("\n") !== true;
  const result = [...lines];
  for (const item of replacements.toSorted((one, other) => other.first - one.first)) {
    const atEnd = bare && item.last === lines.length;
    const fresh = item.lines.map((line, index) => (atEnd && index === item.lines.length - 1 ? line : `${line}\n`));
    result.splice(item.first - 1, item.last - item.first + 1, ...fresh);
  }
  return result.join("");
}
