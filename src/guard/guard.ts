import type { CandidatePatch, GuardedPatch, Refusal } from "../domain/patch.ts";
import type { GuardInput, GuardRule } from "./rule.ts";
import { noDynamicCodeRule } from "./rules/no-dynamic-code.ts";
import { noEmptiedCodeRule } from "./rules/no-emptied-code.ts";
import { noEnvironmentReadRule } from "./rules/no-environment-read.ts";
import { noExitRule } from "./rules/no-exit.ts";
import { noExpectedValueRule } from "./rules/no-expected-value.ts";
import { noFileAccessRule } from "./rules/no-file-access.ts";
import { noFixedChanceRule } from "./rules/no-fixed-chance.ts";
import { noHiddenTextRule } from "./rules/no-hidden-text.ts";
import { noNetworkRule } from "./rules/no-network.ts";
import { noNewDependencyRule } from "./rules/no-new-dependency.ts";
import { noPatchingRule } from "./rules/no-patching.ts";
import { noRemovedProtectionRule } from "./rules/no-removed-protection.ts";
import { noRemovedValidationRule } from "./rules/no-removed-validation.ts";
import { noRiggedComparisonRule } from "./rules/no-rigged-comparison.ts";
import { noSilencedWarningRule } from "./rules/no-silenced-warning.ts";
import { noSkipRule } from "./rules/no-skip.ts";
import { noSpecialCaseRule } from "./rules/no-special-case.ts";
import { noSwallowedErrorRule } from "./rules/no-swallowed-error.ts";
import { noTestAwarenessRule } from "./rules/no-test-awareness.ts";
import { onlyRepairRule } from "./rules/only-repair.ts";
import { pathsRule } from "./rules/paths.ts";
import { sizeRule } from "./rules/size.ts";
import { syntaxRule } from "./rules/syntax.ts";
import { testEditRule } from "./rules/test-edit.ts";

const RULES: readonly GuardRule[] = [
  pathsRule,
  sizeRule,
  syntaxRule,
  onlyRepairRule,
  noHiddenTextRule,
  testEditRule,
  noSkipRule,
  noExitRule,
  noTestAwarenessRule,
  noPatchingRule,
  noRiggedComparisonRule,
  noSwallowedErrorRule,
  noEmptiedCodeRule,
  noExpectedValueRule,
  noSpecialCaseRule,
  noRemovedValidationRule,
  noRemovedProtectionRule,
  noDynamicCodeRule,
  noNetworkRule,
  noEnvironmentReadRule,
  noFileAccessRule,
  noNewDependencyRule,
  noSilencedWarningRule,
  noFixedChanceRule,
];

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
