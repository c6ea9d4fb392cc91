import type { Attempt } from "../domain/case.ts";
import type { CandidatePatch } from "../domain/patch.ts";
import { refusalText } from "../text/refusal-text.ts";

/** For the record: a candidate and what became of it. */
export function attemptOf(groupKey: string, candidate: CandidatePatch, verdict: Attempt["verdict"]): Attempt {
  const paths = [...new Set(candidate.edits.map((edit) => edit.path))];
  return { groupKey, origin: candidate.origin, paths, rationale: candidate.rationale, verdict };
}

/** For people. */
export function originName({ origin }: CandidatePatch): string {
  return origin.kind === "recipe" ? `recipe ${origin.id}` : `LLM ${origin.model}`;
}

/** One line for people; the parts it quotes may be foreign. */
export function verdictLine(verdict: Attempt["verdict"]): string {
  switch (verdict.kind) {
    case "plausible":
      return "the target tests pass with it";
    case "refused":
      return `refused: ${verdict.reasons.map(refusalText).join("; ")}`;
    case "mismatch":
      return `does not fit ${verdict.path}: ${verdict.reason}`;
    case "rejected":
      return verdict.why === "moved" ? verdict.reason : `rejected: ${verdict.reason}`;
  }
}
