import type { CandidatePatch, GuardedPatch, Refusal } from "../domain/patch.ts";
import type { GuardInput, GuardRule } from "./rule.ts";
import { noTestEvasionRule } from "./rules/no-test-evasion.ts";
import { pathsRule } from "./rules/paths.ts";
import { sizeRule } from "./rules/size.ts";
import { syntaxRule } from "./rules/syntax.ts";

const RULES: readonly GuardRule[] = [pathsRule, sizeRule, syntaxRule, noTestEvasionRule];

/** Runs every rule; a candidate that all accept comes back marked, else all reasons together. */
export function guard(input: GuardInput): { readonly kind: "guarded"; readonly candidate: GuardedPatch } | Refusal {
  const reasons = RULES.flatMap((rule) => rule.check(input));
  if (reasons.length > 0) return { kind: "refused", reasons };
  return isGuarded(input.candidate, reasons)
    ? { kind: "guarded", candidate: input.candidate }
    : { kind: "refused", reasons };
}

/** The only place where the mark is given. */
function isGuarded(candidate: CandidatePatch, reasons: readonly unknown[]): candidate is GuardedPatch {
  return reasons.length === 0 && candidate.edits.length > 0;
}
