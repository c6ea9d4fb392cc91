import type { JournalEntry } from "../../support/github/journal.ts";
import type { Reply } from "../../support/github/reply.ts";
import type { Switches } from "../../support/github/switches.ts";

export const SECONDARY =
  "You have exceeded a secondary rate limit and have been temporarily blocked from content creation.";
export const LOST: Reply = { status: 502, body: "<html>Bad gateway</html>", contentType: "text/html" };

export type IsMeant = (entry: JournalEntry) => boolean;

/** The first requests of a kind get these answers, before (instead of) or after what they do. */
export function answers(when: "before" | "after", isMeant: IsMeant, replies: readonly Reply[]): Partial<Switches> {
  const left = [...replies];
  return { [when]: (entry: JournalEntry) => (isMeant(entry) ? (left.shift() ?? null) : null) };
}
