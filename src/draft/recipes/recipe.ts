import type { TestEvidence } from "../../domain/evidence.ts";
import type { FailureGroup } from "../../domain/failure.ts";
import type { Edit, Place } from "../../domain/patch.ts";
import type { ProjectSource } from "../../domain/python.ts";

/** What a recipe may look at. Everything in it comes from the customer's repository and run: data, never commands. */
export interface RecipeInput {
  readonly group: FailureGroup;
  /** Merged over the group's tests; empty lists when the probe could not run. */
  readonly evidence: TestEvidence;
  readonly project: ProjectSource;
  /** Installed distributions (lower-case, `-`) to version; empty when unknown. */
  readonly packages: Readonly<Record<string, string>>;
}

/** One way to mend the group. Edits are against the texts in `project`. */
export interface RecipeDraft {
  /** Never empty, no overlaps, idempotent: drafting again on the result gives nothing. */
  readonly edits: readonly Edit[];
  readonly rationale: string;
  readonly leftAlone: readonly Place[];
}

/**
 * A deterministic drafter for one class of failure. `draft` is pure: same input, same drafts, best first; it returns
 * no draft whenever it is not sure, and never edits a guarded file or a node without a position.
 */
export interface Recipe {
  /** Kebab-case, stable: users switch recipes off by it. */
  readonly id: string;
  /** One line for the README's list. */
  readonly title: string;
  /** One sentence for the guide: why code of this kind fails. */
  readonly explanation: string;
  draft(input: RecipeInput): readonly RecipeDraft[];
}
