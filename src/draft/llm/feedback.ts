import type { Verdict } from "../../domain/patch.ts";
import { refusalText } from "../../text/refusal-text.ts";
import type { Misplaced } from "./candidate.ts";
import { headAndTail } from "./prompt/shown-text.ts";

const LIMIT = 1500;

/** What to tell a model whose blocks could not be placed: each with what is really there. */
export function misplacedFeedback(misplaced: readonly Misplaced[], placed: number): string {
  const parts = misplaced.map(
    ({ block, why }) =>
      `The block\n${headAndTail(block.readings[0].search || block.readings[0].replace, 600)}\ndoes not fit: ${why}`,
  );
  const others = placed === 0 ? "" : ` ${placed} other block(s) fit; send them again with it.`;
  return headAndTail(`Nothing was applied.${others}\n\n${parts.join("\n\n")}`, LIMIT * 2);
}

/** What to tell it after a trial: rule and line, Python's own words, or how the tests ended. */
export function verdictFeedback(verdict: Verdict): string {
  switch (verdict.kind) {
    case "plausible":
      return "The tests pass.";
    case "refused":
      return headAndTail(
        `The patch was refused before it was run:\n${verdict.reasons.map(refusalText).join("\n")}`,
        LIMIT,
      );
    case "mismatch":
      return headAndTail(`The patch does not fit ${verdict.path}: ${verdict.reason}.`, LIMIT);
    case "rejected":
      return headAndTail(
        `The patch was run and taken out again: ${verdict.reason}\n${verdict.tests.slice(0, 10).join("\n")}`,
        LIMIT,
      );
  }
}
