import type { HostComment } from "../domain/pull-request.ts";

/** What a hidden marker marks: one suggestion of a review, or the one comment that is kept up to date. */
export type MarkerKind = "suggestion" | "comment";

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

/**
 * Comments that we wrote: anybody can copy a marker, nobody can write under our name. GitHub's REST replies call an app
 * `name[bot]`, its GraphQL authors `name`.
 */
export function writtenBy(viewer: string, comments: readonly HostComment[]): readonly HostComment[] {
  const own = withoutSuffix(viewer);
  const isApp = own !== viewer;
  return comments.filter(({ author }) => (isApp ? withoutSuffix(author) === own && author !== own : author === viewer));
}

function withoutSuffix(login: string): string {
  return login.replace(/\[bot\]$/, "");
}
