/** Drafts for half an hour, or for as long as one run of the tests may take where that is longer. */
const LEAST_SECONDS = 1800;

/** How long one call of ours may go on drafting. Runs that have begun, and the verification, come to their end. */
export function draftingSeconds(timeoutSeconds: number): number {
  return Math.max(LEAST_SECONDS, timeoutSeconds);
}

export interface TimeUsed {
  /** Milliseconds, of any clock that only goes forward. */
  readonly startedAt: number;
  readonly now: number;
  readonly limitSeconds: number;
}

export function isTimeUp({ startedAt, now, limitSeconds }: TimeUsed): boolean {
  return now - startedAt >= limitSeconds * 1000;
}
