import type { HostFailure } from "../domain/pull-request.ts";

/** One sentence on what GitHub did not do and why; `what` continues "GitHub": "did not take the review". */
export function describeFailure(what: string, { kind, message, needs }: HostFailure): string {
  const words = message === "" ? "" : ` (${message})`;
  switch (kind) {
    case "denied": {
      // GitHub answers `pull_requests=write`; a workflow file says `pull-requests: write`.
      const lines = (needs ?? "").replaceAll("_", "-").replaceAll("=", ": ");
      const hint = lines === "" ? "" : `; the job needs \`permissions: ${lines}\``;
      return `GitHub ${what}: the token may not do this${hint}${words}.`;
    }
    case "invalid":
      return `GitHub ${what}: it finds it invalid${words}.`;
    case "stale":
      return `GitHub ${what}: the pull request moved on meanwhile${words}.`;
    case "missing":
      return `GitHub ${what}: not found, or not visible to the token${words}.`;
    case "limited":
      return `GitHub ${what}: it takes no more requests for now, and waiting did not help${words}.`;
    case "unavailable":
      return `GitHub ${what}: no usable answer came${words}.`;
  }
}
