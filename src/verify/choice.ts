/** What speaks for and against one of several patches that all hold. */
export interface Merits {
  /** Handlers of exceptions and comparisons with None that it adds: they often hide a fault. */
  readonly addedGuards: number;
  readonly isRecipe: boolean;
  /** Nodes of the syntax tree that differ. */
  readonly changedNodes: number;
  /** It changes lines that the pull request changed. */
  readonly touchesChanges: boolean;
  /** How many drafts came to the same code. */
  readonly votes: number;
}

/** Sorts the better patch first: fewer new guards, a recipe, fewer nodes, the pull request's own lines, more votes. */
export function byMerit(one: Merits, other: Merits): number {
  return (
    one.addedGuards - other.addedGuards ||
    Number(other.isRecipe) - Number(one.isRecipe) ||
    one.changedNodes - other.changedNodes ||
    Number(other.touchesChanges) - Number(one.touchesChanges) ||
    other.votes - one.votes
  );
}
