import splitWords from "string-argv";
import type { Problem } from "../problem.ts";
import { bad, decodeWords, good, quote, type Reading } from "./read-value.ts";

/**
 * The words of a test command: a JSON array as it is, otherwise split at blanks with '…' and "…" kept together.
 * No shell runs it, so whatever only a shell could do is refused instead of being passed on as a word.
 */
export function readTestCommand(text: string): Reading<readonly string[]> {
  if (text.startsWith("[")) return readArray(text);
  const line = text.replaceAll(/\\\r?\n/g, " ").trim();
  const { found, openQuote } = scan(line);
  if (found !== undefined) return bad([], shellProblem(found));
  if (openQuote !== undefined) return bad([], malformed(`a ${openQuote} in it is never closed`, line));
  return good(splitWords(line));
}

function readArray(text: string): Reading<readonly string[]> {
  const words = decodeWords(text);
  if (words && words[0] !== "") return good(words);
  return bad([], malformed("it begins with [ but is no JSON array of texts", text));
}

/** Operators that end a word anywhere outside quotes; the longest comes first. */
const OPERATORS = ["&&", "||", "$(", "|", ";", "&", ">", "<", "`", "\n"];

/** The first thing only a shell understands, and the quote left open, if any. One pass, a step for each character. */
function scan(line: string): { found?: string; openQuote?: string } {
  const assignment = /^[A-Za-z_][A-Za-z0-9_]*=/.exec(line);
  if (assignment) return { found: assignment[0] };
  let openQuote: string | undefined;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    const found = shellSyntaxAt(line, index, openQuote);
    if (found !== undefined) return { found };
    if (character === openQuote) openQuote = undefined;
    else if (openQuote === undefined && (character === "'" || character === '"')) openQuote = character;
  }
  return openQuote === undefined ? {} : { openQuote };
}

/** Inside '…' a shell reads nothing, inside "…" it still replaces variables and commands. */
function shellSyntaxAt(line: string, index: number, openQuote: string | undefined): string | undefined {
  if (openQuote === "'") return undefined;
  const rest = line.slice(index, index + 40);
  const expansion = /^(?:\$\(|`|\$\{|\$[A-Za-z_][A-Za-z0-9_]*)/.exec(rest)?.[0];
  if (expansion !== undefined) return expansion;
  return openQuote === undefined ? OPERATORS.find((operator) => rest.startsWith(operator)) : undefined;
}

function shellProblem(found: string): Problem {
  const shown = found === "\n" ? "more than one line" : found;
  return {
    code: "test-command-shell",
    what: `The input test-command holds ${shown}.`,
    why: "The command is started directly, word by word; no shell reads it.",
    next: "Put it into a script of the repository (test-command: bash run-tests.sh), set variables under env: of the step, and the folder with working-directory.",
  };
}

function malformed(reason: string, text: string): Problem {
  return {
    code: "test-command-malformed",
    what: `The input test-command cannot be read: ${reason}.`,
    why: `The text was ${quote(text)}.`,
    next: 'Write words (python -m pytest -k "a and b") or a JSON array (["python", "-m", "pytest"]).',
  };
}
