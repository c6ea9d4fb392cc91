import type { Phase } from "../domain/phase.ts";
import { bad, good, type Reading } from "./read-value.ts";

interface PhaseInputs {
  readonly phase: Phase;
  readonly caseFiles: readonly string[];
  readonly groups: readonly string[];
  readonly hasLlm: boolean;
}

/**
 * Whether the inputs fit the phase. What is left out on purpose is a mistake when it is given all the same: a key beside
 * code of a pull request is what the phases are there to prevent.
 */
export function checkPhase(inputs: PhaseInputs): Reading<null> {
  const wrong = whyWrong(inputs);
  if (wrong === null) return good(null);
  return bad(null, {
    code: "phase-inputs",
    what: `The inputs do not fit "phase: ${inputs.phase}".`,
    why: wrong.why,
    next: wrong.next,
  });
}

interface Wrong {
  readonly why: string;
  readonly next: string;
}

function whyWrong(inputs: PhaseInputs): Wrong | null {
  return wrongCaseFile(inputs) ?? wrongGroups(inputs) ?? wrongLlm(inputs);
}

function wrongCaseFile({ phase, caseFiles }: PhaseInputs): Wrong | null {
  const goesOn = phase !== "all" && phase !== "reproduce";
  if (goesOn && caseFiles.length === 0) {
    return {
      why: "It goes on from the case file of the phase before, and none is named.",
      next: 'Download that file in a step before, and name it in the line "case-file:".',
    };
  }
  if (goesOn || caseFiles.length === 0) return null;
  return {
    why: "It begins with the tests and reads no case file.",
    next: 'Remove the line "case-file:", or set the phase that goes on from it.',
  };
}

function wrongGroups({ phase, groups }: PhaseInputs): Wrong | null {
  if (groups.length === 0 || phase === "draft" || phase === "verify") return null;
  return { why: "Only draft and verify can take single groups.", next: 'Remove the line "groups:".' };
}

function wrongLlm({ phase, hasLlm }: PhaseInputs): Wrong | null {
  if (phase === "draft" && !hasLlm) {
    return {
      why: "It asks a model, and neither a key nor a base-url is given.",
      next: 'Add the lines "openai-api-key:" and "model:"; without a model leave this phase out.',
    };
  }
  if (!hasLlm || phase === "all" || phase === "draft") return null;
  return {
    why: "A model is asked in draft only; a key has no place in a job that runs code of the repository or writes to it.",
    next: 'Remove the lines "openai-api-key:", "base-url:" and "model:" from this step.',
  };
}
