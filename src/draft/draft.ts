import type { ChangedHunk } from "../domain/branch.ts";
import type { TestEvidence } from "../domain/evidence.ts";
import type { CandidatePatch, Verdict } from "../domain/patch.ts";
import { type Answers, type Installed, installedBy } from "./facts/installed.ts";
import { keyOf, type Question } from "../domain/question.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipes/recipe.ts";

/** What is known before anybody is asked; recipes get the installed packages with it. */
export type DraftInput = Omit<RecipeInput, "installed">;

/** What a drafter that needs more than a recipe may learn; what became of its candidates tells it what to draft next. */
export interface DraftContext {
  /** What became of the candidate before; null when there was none. */
  last(): Verdict | null;
  /** A candidate made the failure move on: that is built upon before anybody else is asked. */
  hasMoved(): boolean;
  /** What the passing tests beside the failing ones executed; a run of its own, the first time it is asked for. */
  companions(): Promise<readonly TestEvidence[]>;
  /** False where the tests themselves cannot work: then no edit of the product mends them. */
  readonly mayEditProduct: boolean;
  /** What the pull request changed; empty where that is not known. */
  readonly changes: readonly ChangedHunk[];
}

/** Drafts candidates by other means than rules, one at a time, best first. */
export type Drafter = (input: DraftInput, context: DraftContext) => AsyncIterable<CandidatePatch>;

/** Answers questions about the interpreter and its packages; keeps what it knows. */
export interface FactFinder {
  readonly answers: Answers;
  find(questions: readonly Question[]): Promise<void>;
}

/** Everybody who drafts. */
export interface Drafters {
  /** Asked before all others: what held up in an earlier phase. Absent: nothing. */
  readonly known?: Drafter;
  readonly recipes: readonly Recipe[];
  readonly drafters: readonly Drafter[];
}

/** An answer may lead to the next question; more turns than these no recipe needs. */
const MAX_TURNS = 5;

/** Candidates for one group, recipes first and in their order, one at a time: each is asked only when it is needed. */
export async function* draftCandidates(
  { known, recipes, drafters }: Drafters,
  input: DraftInput,
  { facts, context }: { readonly facts: FactFinder; readonly context: DraftContext },
): AsyncGenerator<CandidatePatch> {
  if (known) yield* known(input, context);
  for (const recipe of recipes) {
    for (const draft of await draftKnowing(recipe, input, facts)) {
      if (draft.edits.length > 0) yield candidateOf(recipe, draft);
    }
  }
  for (const drafter of drafters) if (!context.hasMoved()) yield* drafter(input, context);
}

/** A recipe is pure and cannot look anything up: it drafts again whenever what it asked for has been found. */
async function draftKnowing(recipe: Recipe, input: DraftInput, facts: FactFinder): Promise<readonly RecipeDraft[]> {
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const asked = new Map<string, Question>();
    const installed: Installed = installedBy(facts.answers, (question) => asked.set(keyOf(question), question));
    const drafts = recipe.draft({ ...input, installed });
    if (asked.size === 0) return drafts;
    await facts.find([...asked.values()]);
  }
  return [];
}

function candidateOf({ id }: Recipe, { edits, rationale, leftAlone, mayEditTests }: RecipeDraft): CandidatePatch {
  return { origin: { kind: "recipe", id }, edits, rationale, leftAlone, mayEditTests: mayEditTests === true };
}
