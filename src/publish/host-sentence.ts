import type { HostFailure } from "../domain/pull-request.ts";

/** One sentence on what GitHub did not do and why; `what` continues "GitHub": "refused the review". */
export function describeFailure(what: string, { kind, message, needs }: HostFailure): string {
  const words = message === "" ? "" : ` (${message})`;
  switch (kind) {
    case "denied": {
      const lines = needs === null ? "" : `; give the job \`permissions\` with ${needs.replaceAll("=", ": ")}`;
      return `GitHub ${what}: the token may not do this${lines}${words}.`;
    }
    case "invalid":
      return `GitHub ${what} as invalid${words}.`;
    case "stale":
      return `GitHub ${what}: the pull request moved on meanwhile${words}.`;
    case "missing":
      return `GitHub ${what}: not found, or not visible to the token${words}.`;
    case "unavailable":
      return `GitHub ${what}: no usable answer came${words}.`;
  }
}
