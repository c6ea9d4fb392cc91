import type { HostComment } from "../domain/pull-request.ts";
import { markedBy } from "./marker.ts";
import type { CommitRecord, Marker, MarkerSource } from "./marker.ts";

/** Which comment a job writes: a new one, one of its own in place, or none because it is there. */
export type CommentPlace =
  | { readonly kind: "create" }
  | { readonly kind: "update" | "there"; readonly id: number; readonly url: string };

type OwnComment = HostComment & { readonly marker: Marker };

/**
 * One comment for one set of failures. The legs of a matrix run under one name: what another leg of this run wrote is
 * left alone, unless ours says all of it and more; and what says all of ours already makes ours needless. What an
 * earlier run wrote is written over, the comment on the same failures first.
 */
export function placeComment(
  { viewer, comments }: { readonly viewer: string; readonly comments: readonly HostComment[] },
  source: MarkerSource & Pick<Marker, "commits">,
  key: string,
): CommentPlace {
  const own = markedBy(viewer, comments).filter(
    ({ marker }) => marker.kind === "comment" && marker.scope === source.scope,
  );
  const same = own.find(({ marker }) => marker.key === key && sameGroups(marker, source));
  if (same !== undefined) return at("there", same);
  const ofThisRun = own.filter(({ marker }) => marker.run === source.run);
  const isNoted = ({ commits }: Marker): boolean => holdsAll(shasOf(commits), shasOf(source.commits));
  const covering = ofThisRun.find(({ marker }) => holdsAll(marker.groups, source.groups) && isNoted(marker));
  if (covering !== undefined) return at("there", covering);
  const covered = ofThisRun.find(({ marker }) => holdsAll(source.groups, marker.groups));
  if (covered !== undefined) return at("update", covered);
  const earlier = own.filter(({ marker }) => marker.run !== source.run);
  const related = earlier.findLast(({ marker }) => marker.groups[0] === source.groups[0]);
  const old = related ?? earlier.at(-1);
  return old === undefined ? { kind: "create" } : at("update", old);
}

function at(kind: "update" | "there", { id, url }: OwnComment): CommentPlace {
  return { kind, id, url };
}

function holdsAll(all: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((item) => all.includes(item));
}

function shasOf(commits: readonly CommitRecord[]): readonly string[] {
  return commits.map(({ sha }) => sha);
}

function sameGroups(marker: Marker, { groups }: MarkerSource): boolean {
  return marker.groups.join() === groups.join();
}
