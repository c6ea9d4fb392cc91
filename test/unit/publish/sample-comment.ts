import type { HostComment } from "../../../src/domain/pull-request.ts";

/** A comment below the pull request, with what a test says of it. */
export function sampleComment(facts: Partial<HostComment>): HostComment {
  const id = facts.id ?? 1;
  return {
    id,
    nodeId: `node-${id}`,
    author: "github-actions[bot]",
    body: "",
    url: `url-${id}`,
    isOutdated: false,
    replyTo: null,
    reviewId: null,
    ...facts,
  };
}
