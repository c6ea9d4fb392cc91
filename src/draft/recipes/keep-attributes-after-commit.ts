import type { Edit } from "../../domain/patch.ts";
import { expiresOnPurpose, isServerGenerated, refreshPlaces } from "../loading/expiry.ts";
import { functionOfFrame, functionsInScope } from "../loading/scope.ts";
import { keepingEdits, sessionMaking } from "../loading/session-origin.ts";
import { type Symptom, symptomsOf } from "../loading/symptoms.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";

/** Attributes expired by a commit and read where no SQL can be awaited: the session factory keeps them. */
export const keepAttributesAfterCommit: Recipe = {
  id: "keep-attributes-after-commit",
  title: "Keep attributes readable after `await session.commit()`",
  explanation:
    "A commit marks all attributes of the session's objects as stale, and reading one afterwards would reload it: with an asynchronous driver that needs an `await`, and reading an attribute has none.",
  draft,
};

function draft(input: RecipeInput): readonly RecipeDraft[] {
  const first = symptomsOf(input).find((symptom) => symptom.reason === "expired");
  if (!first || isRefreshDropped(input)) return [];
  const scope = functionsInScope(input);
  if (scope.some((place) => isOnPurpose(input, place, first))) return [];
  const refreshing = refreshDraft(input, scope, first);
  // Objects that are refreshed after the write are not the ones that expired.
  if (!refreshing) return [];
  return isServerSide(input, first) ? refreshing : draftsFor(input, first, { scope, refreshing });
}

/** The factory first; none when its sessions keep their attributes already: then something else expired them. */
function draftsFor(
  input: RecipeInput,
  symptom: Symptom,
  { scope, refreshing }: { readonly scope: readonly Located[]; readonly refreshing: readonly RecipeDraft[] },
): readonly RecipeDraft[] {
  const maker = sessionMaking(input, scope);
  const edits = maker && keepingEdits(maker);
  if (!edits) return refreshing;
  return edits.length > 0 ? [keeping(edits, symptom), ...refreshing] : [];
}

/** `session.refresh(order)` made and dropped: awaiting it is the repair, and another recipe's. */
function isRefreshDropped({ evidence }: RecipeInput): boolean {
  return evidence.neverAwaited.some(({ coroutine }) => /(^|\.)refresh$/.test(coroutine));
}

function isOnPurpose(input: RecipeInput, place: Located, { frames }: Symptom): boolean {
  const isReader = frames.some((frame) => functionOfFrame(input, frame)?.node === place.node);
  const isGuarded = input.project.guarded.has(place.module.path);
  return (isReader || frames.length === 0) && expiresOnPurpose(place, isGuarded);
}

function isServerSide(input: RecipeInput, { model, attributes }: Symptom): boolean {
  return attributes.length > 0 && attributes.every((name) => isServerGenerated(input, model, name));
}

/** None when there is no place for it; undefined when the code refreshes its objects already. */
function refreshDraft(
  input: RecipeInput,
  scope: readonly Located[],
  symptom: Symptom,
): readonly RecipeDraft[] | undefined {
  const places = scope.flatMap((place) => refreshPlaces(input, place, symptom.model));
  const edits = places.flatMap(({ edit }) => edit ?? []);
  if (places.length > 0 && edits.length === 0) return undefined;
  const rationale = `${symptom.model.name} is read after a write that expired its attributes; it is now refreshed first.`;
  return edits.length > 0 ? [{ edits, rationale, leftAlone: [] }] : [];
}

function keeping(edits: readonly Edit[], { model }: Symptom): RecipeDraft {
  const rationale = `A commit expires every attribute, and reading one of ${model.name} afterwards would need SQL that cannot be awaited there; sessions now keep their attributes (expire_on_commit=False).`;
  return { edits, rationale, leftAlone: [] };
}
