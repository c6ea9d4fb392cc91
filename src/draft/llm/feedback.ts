import type { Verdict } from "../../domain/patch.ts";
import { refusalText } from "../../text/refusal-text.ts";
import type { Misplaced } from "./candidate.ts";
import { cutter, fenced, type Marking } from "./prompt/shown-text.ts";

/** Characters of what is told after a trial, of what is told of a block, and of all blocks. */
const LIMIT = 1500;
const BLOCK = 600;
const BLOCKS = 3000;

/** What to tell a model whose blocks could not be placed: each with what is really there. */
export function misplacedFeedback(
  misplaced: readonly Misplaced[],
  placed: number,
  { boundary, secrets }: Marking,
): string {
  const cut = cutter(secrets);
  const parts = misplaced.map(
    ({ block: { readings }, why }) =>
      `The block\n${cut(readings[0].search || readings[0].replace, BLOCK)}\ndoes not fit: ${why}`,
  );
  const others = placed === 0 ? "" : ` ${placed} other block(s) fit; send them again with it.`;
  return `Nothing was applied.${others}\n\n${fenced("blocks", cut(parts.join("\n\n"), BLOCKS), boundary)}`;
}

/** What to tell it after a trial: rule and line, Python's own words, or how the tests ended; these as data. */
export function verdictFeedback(verdict: Verdict, { boundary, secrets }: Marking): string {
  const { said, quoted } = verdictWords(verdict);
  return quoted === "" ? said : `${said}\n${fenced("verdict", cutter(secrets)(quoted, LIMIT), boundary)}`;
}

/** The same on one line. */
export function verdictLine(verdict: Verdict): string {
  const { said, quoted } = verdictWords(verdict);
  return `${said} ${quoted}`.replaceAll(/\s+/g, " ").trim();
}

interface VerdictWords {
  readonly said: string;
  /** Holds words of tests, of Python, of the file. */
  readonly quoted: string;
}

function verdictWords(verdict: Verdict): VerdictWords {
  switch (verdict.kind) {
    case "plausible":
      return { said: "The tests pass.", quoted: "" };
    case "refused":
      return { said: "The patch was refused before it was run:", quoted: verdict.reasons.map(refusalText).join("\n") };
    case "mismatch":
      return { said: "The patch does not fit:", quoted: `${verdict.path}: ${verdict.reason}.` };
    case "rejected":
      return {
        said: "The patch was run and taken out again:",
        quoted: [verdict.reason, ...verdict.tests.slice(0, 10)].join("\n"),
      };
  }
}
