import type { RunContext } from "../domain/run-context.ts";
import { fingerprint } from "./fingerprint.ts";

/** What a hidden marker marks: one suggestion of a review, the one comment that is kept up to date, a pull request of ours. */
export type MarkerKind = "suggestion" | "comment" | "pull-request";

/**
 * A line that GitHub does not show. `scope` and `key` are fingerprints, so no foreign text can close the comment. It
 * needs a blank line after it, or GitHub reads the next paragraph as raw HTML: put it at the end of a body.
 */
export function marker(kind: MarkerKind, { scope, key }: { readonly scope: string; readonly key: string }): string {
  return `<!-- autofix-action:v1 ${kind} scope=${scope} key=${key} -->`;
}

/** The key of our marker in a body; null when there is none. Only to be believed when we are the author. */
export function markerKey(
  body: string,
  { kind, scope }: { readonly kind: MarkerKind; readonly scope: string },
): string | null {
  const start = `<!-- autofix-action:v1 ${kind} scope=${scope} key=`;
  const index = body.lastIndexOf(start);
  if (index === -1) return null;
  return /^[0-9a-f]{16}(?= -->)/.exec(body.slice(index + start.length))?.[0] ?? null;
}

/** One workflow job writes over its own comments only. */
export function scopeOf({ workflow, job }: RunContext): string {
  return fingerprint([workflow, job]);
}

/**
 * What we wrote ourselves: anybody can copy a marker, nobody can write under our name. In GitHub's REST replies an app
 * is `name[bot]`; asked by GraphQL who we are, some servers leave the suffix out.
 */
export function writtenBy<T extends { readonly author: string }>(viewer: string, records: readonly T[]): readonly T[] {
  return records.filter(({ author }) => author === viewer || author === `${viewer}[bot]`);
}
