import { decodeCase } from "./documents/case-schema.ts";
import type { Case } from "./domain/case.ts";
import { readCaseTexts } from "./io/case-files.ts";
import { type Problem, SetupError } from "./problem.ts";
import type { Settings } from "./settings/settings.ts";
import { quote } from "./settings/read-value.ts";
import { joinCases } from "./steps/join-cases.ts";

/** The case that the phase before left, or those of several legs joined into one. Throws for what is none. */
export async function readCase({ caseFiles, groups, phase }: Settings, folder: string): Promise<Case> {
  const read = await readCaseTexts(caseFiles, folder);
  if (read.kind === "unusable") throw wrongCase(`The case file ${quote(read.name)} cannot be used.`, `${read.reason}.`);
  const [first, ...others] = read.files.map(({ name, text }) => {
    const decoded = decodeCase(text);
    if (decoded.kind === "case") return decoded.case;
    throw wrongCase(`${quote(name)} is no case file of this version of the action.`, `${quote(decoded.reason)}.`);
  });
  if (first === undefined) throw wrongCase("No case file was named.", "This phase goes on from one.");
  if (others.length > 0 && phase !== "verify") {
    throw wrongCase(
      `${others.length + 1} case files are named in "phase: ${phase}".`,
      "What several legs found must be run together before anything more is done with it.",
    );
  }
  const joined = joinCases([first, ...others]);
  if (joined.kind === "apart") throw wrongCase("The case files do not belong together.", joined.reason);
  const unknown = groups.find((key) => !joined.case.groups.some((group) => group.key === key));
  if (unknown !== undefined) {
    throw wrongCase(`The input groups names ${quote(unknown)}.`, "The case file holds no such group.");
  }
  return joined.case;
}

/** What was reproduced at one commit says nothing of another; drafts would be put into other texts. */
export function refuseOtherCommit({ sha }: Case, checkedOut: string | null): void {
  if (sha !== null && sha === checkedOut) return;
  const [tested, here] = [sha, checkedOut].map((commit) => commit?.slice(0, 40) ?? "no commit that git knows");
  throw wrongCase(
    `The case file is of ${quote(tested ?? "")}, and ${here} is checked out.`,
    "Every phase works on the same commit.",
  );
}

function wrongCase(what: string, why: string): SetupError {
  const problem: Problem = {
    code: "case-file",
    what,
    why,
    next: 'Correct the line "case-file:", and check that the steps before it uploaded, downloaded and checked out the right things.',
  };
  return new SetupError([problem]);
}
