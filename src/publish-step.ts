import { NOT_PUBLISHED } from "./domain/outcome.ts";
import type { Publication } from "./domain/outcome.ts";
import type { HostFailure } from "./domain/pull-request.ts";
import { describeFailure } from "./publish/host-sentence.ts";

/** What one rung came to: done, or the next one is tried, or nothing more may be written. */
export type Step =
  | { readonly kind: "done"; readonly publication: Publication }
  | {
      readonly kind: "next" | "stop";
      readonly reason: string;
      /** The token may not do this at all. */
      readonly isDenied?: boolean;
      /** GitHub finds what was sent invalid. */
      readonly isInvalid?: boolean;
      /** The branch moved, or is gone: what was planned may not hold any more. */
      readonly hasMoved?: boolean;
    };

/** A refusal costs one rung. When the branch moved or no answer came, writing more could do harm. */
export function failed(what: string, failure: HostFailure): Step {
  const mayGoOn = failure.kind !== "stale" && failure.kind !== "unavailable" && failure.kind !== "limited";
  return {
    kind: mayGoOn ? "next" : "stop",
    reason: describeFailure(what, failure),
    isDenied: failure.kind === "denied",
    isInvalid: failure.kind === "invalid",
    hasMoved: failure.kind === "stale" || failure.kind === "missing",
  };
}

export function done(publication: Partial<Publication>): Step {
  return { kind: "done", publication: { ...NOT_PUBLISHED, ...publication } };
}

/** Nothing but the job summary. */
export function summaryOnly(reason: string): Publication {
  return { ...NOT_PUBLISHED, publishedAs: "summary", reason };
}
