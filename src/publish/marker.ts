import type { Case } from "../domain/case.ts";
import type { RunContext } from "../domain/run-context.ts";
import { groupIds } from "./commit-trailer.ts";
import { fingerprint } from "./fingerprint.ts";

/** What a hidden marker marks: one suggestion of a review, the one comment that is kept up to date, a pull request of ours. */
export type MarkerKind = "suggestion" | "comment" | "pull-request";

/** A commit that we made on a pull request. */
export interface CommitRecord {
  readonly sha: string;
  readonly patchId: string;
}

/** What we noted about something that we wrote. All fingerprints, so no foreign text can close the HTML comment. */
export interface Marker {
  readonly kind: MarkerKind;
  /** Of workflow and job: a job writes over its own comments only. */
  readonly scope: string;
  /** Of the content. */
  readonly key: string;
  /** Of the workflow run that wrote it; empty in what older versions wrote, as all below. */
  readonly run: string;
  /** Of the failures that the patch mends, sorted. */
  readonly groups: readonly string[];
  /** All commits of ours on this pull request, as far as known then. */
  readonly commits: readonly CommitRecord[];
}

/** Who writes: part of every marker of one run of one job. */
export type MarkerSource = Pick<Marker, "scope" | "run" | "groups">;

/**
 * A line that GitHub does not show. It needs a blank line after it, or GitHub reads the next paragraph as raw HTML: put
 * it at the end of a body.
 */
export function renderMarker({ kind, scope, key, run, groups, commits }: Marker): string {
  const record = commits.map(({ sha, patchId }) => `${sha}:${patchId}`).join(",");
  const noted = record === "" ? "" : ` commits=${record}`;
  return `<!-- autofix-action:v1 ${kind} scope=${scope} key=${key} run=${run} groups=${groups.join(",")}${noted} -->`;
}

const KINDS: readonly MarkerKind[] = ["suggestion", "comment", "pull-request"];
const MARKER =
  /<!-- autofix-action:v1 (suggestion|comment|pull-request) scope=([0-9a-f]{16}) key=([0-9a-f]{16})(?: run=([0-9a-f]{16}) groups=([0-9a-f,]*)(?: commits=([0-9a-f:,]*))?)? -->/g;

/** The marker that stands last in a body; null without one. Only to be believed when we are the author. */
export function readMarker(body: string): Marker | null {
  const found = [...body.matchAll(MARKER)].at(-1);
  if (found === undefined) return null;
  const [, kindText, scope = "", key = "", run = "", groups = "", commits = ""] = found;
  return {
    kind: KINDS.find((kind) => kind === kindText) ?? "comment",
    scope,
    key,
    run,
    groups: listOf(groups),
    commits: listOf(commits).map((entry) => {
      const [sha = "", patchId = ""] = entry.split(":");
      return { sha, patchId };
    }),
  };
}

function listOf(text: string): readonly string[] {
  return text.split(",").filter((item) => item !== "");
}

/** The key of our marker in a body; null when there is none of this kind and scope. */
export function markerKey(
  body: string,
  { kind, scope }: { readonly kind: MarkerKind; readonly scope: string },
): string | null {
  const found = readMarker(body);
  return found?.kind === kind && found.scope === scope ? found.key : null;
}

/** One workflow job writes over its own comments only; the legs of a matrix are one job. */
export function scopeOf({ workflow, job }: RunContext): string {
  return fingerprint([workflow, job]);
}

/** What marks everything that a run writes about the failures that its patch mends. */
export function markerSource({
  context,
  case: { healed },
}: {
  readonly context: RunContext;
  readonly case: Case;
}): MarkerSource {
  return {
    scope: scopeOf(context),
    run: fingerprint([context.runId]),
    groups: groupIds(healed.map(({ key }) => key)),
  };
}

/**
 * What we wrote ourselves: anybody can copy a marker, nobody can write under our name. In GitHub's REST replies an app
 * is `name[bot]`; asked by GraphQL who we are, some servers leave the suffix out.
 */
export function writtenBy<T extends { readonly author: string }>(viewer: string, records: readonly T[]): readonly T[] {
  return records.filter(({ author }) => author === viewer || author === `${viewer}[bot]`);
}

/** What we wrote ourselves and marked, with its marker. */
export function markedBy<T extends { readonly author: string; readonly body: string }>(
  viewer: string,
  records: readonly T[],
): readonly (T & { readonly marker: Marker })[] {
  return writtenBy(viewer, records).flatMap((record) => {
    const marker = readMarker(record.body);
    return marker === null ? [] : [{ ...record, marker }];
  });
}
