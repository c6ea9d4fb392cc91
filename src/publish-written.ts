import type { HostAnswer, HostComment } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import { markedBy } from "./publish/marker.ts";

/**
 * The review comments of a pull request. Those of ours that were folded away as outdated count as outdated: what is
 * suggested again then is posted again. What a person hid for another reason stays as it is.
 */
export async function listReviewComments(
  number: number,
  viewer: string,
  host: ReviewHost,
): Promise<HostAnswer<readonly HostComment[]>> {
  const listed = await host.reviewComments(number);
  if (listed.kind !== "ok") return listed;
  const standing = markedBy(viewer, listed.value).filter(({ isOutdated, nodeId }) => !isOutdated && nodeId !== "");
  if (standing.length === 0) return listed;
  const folded = await host.folded(standing.map(({ nodeId }) => nodeId));
  if (folded.kind !== "ok") return listed;
  const isFolded = ({ nodeId }: HostComment): boolean => folded.value.get(nodeId) === "outdated";
  const value = listed.value.map((comment) => (isFolded(comment) ? { ...comment, isOutdated: true } : comment));
  return { kind: "ok", value };
}
