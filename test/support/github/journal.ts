/** One request as the server saw it, and how it answered. */
export interface JournalEntry {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON; null for git and for requests without a body. */
  readonly body: unknown;
  /** Login of the sender; null without a token. */
  readonly actor: string | null;
  status: number;
  /** What the status doesn't tell: the type of the first GraphQL error, `rejected` for a push; else null. */
  outcome: string | null;
  /** Set for requests that mean to change something: what, for people and assertions. */
  write: string | null;
  /** How the request breaks the published schema. */
  readonly problems: string[];
}

/** One line for each request that meant to change something, in order: `POST /repos/o/r/pulls/1/reviews 200`. */
export function writesOf(journal: readonly JournalEntry[]): readonly string[] {
  return journal
    .filter((entry) => entry.write !== null)
    .map((entry) => `${entry.write} ${entry.outcome ?? entry.status}`);
}
