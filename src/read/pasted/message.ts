import { indentOf, parseHeader, startsRecord } from "./lines.ts";
import { relationOf } from "../traceback/traceback.ts";

/** What unittest's messages go on with behind a blank line. */
const DIFFERENCE = /^(?:First |Second |Diff is \d|[-+?] |\d+$|['"[{(]|@@ )/;
/** What SQLAlchemy adds to a driver's message, each on a line of its own. */
const STATEMENT = /^\[(?:SQL|parameters): /;
const BACKGROUND = "(Background on this error at: ";
/** `concurrent.futures` and `multiprocessing` put it around the traceback of another process. */
export const QUOTE = '"""';
/** How far ahead blank lines are skipped. */
const MAX_BLANKS = 3;

export interface MessageLines {
  /** From the line of the exception's type on; null ends the text that belongs to the traceback. */
  readonly lines: Iterable<string | null>;
  /** The text ends where the traceback ends, so blank lines cannot be followed by anything else. */
  readonly isWhole: boolean;
}

/**
 * Collects an exception's type and message, which may go on for many lines. Who pastes a traceback often pastes what
 * comes after it: the next record of a log ends the message, and so does a blank line, unless what follows it is
 * certainly the message's own.
 */
export function collectMessage({ lines, isWhole }: MessageLines): readonly string[] {
  const state: MessageState = { message: [], indent: 0, blanks: 0, isStatement: false };
  for (const line of lines) {
    if (line === null || endsMessage(line, state.message.length)) {
      break;
    }
    if (line.trim() === "") {
      state.blanks += 1;
    } else if (state.blanks === 0 || isWhole || goesOn(state, line)) {
      takeLine(state, line);
    } else {
      break;
    }
  }
  return state.message;
}

interface MessageState {
  readonly message: string[];
  /** Of the first line: as much is taken from each. */
  indent: number;
  /** Blank lines since the last other one. */
  blanks: number;
  /** Within the brackets of SQLAlchemy's `[SQL: …]` or `[parameters: …]`. */
  isStatement: boolean;
}

function takeLine(state: MessageState, line: string): void {
  state.indent = state.message.length === 0 ? indentOf(line) : state.indent;
  for (; state.blanks > 0; state.blanks -= 1) {
    state.message.push("");
  }
  state.message.push(line.slice(Math.min(indentOf(line), state.indent)));
  const isOpen = state.isStatement || STATEMENT.test(line);
  state.isStatement = isOpen && !line.trimEnd().endsWith("]");
}

/** A traceback of another process is quoted: the quote's end is not its message. */
function endsMessage(line: string, collected: number): boolean {
  return (
    line === QUOTE ||
    relationOf(line.trim()) !== undefined ||
    parseHeader(line) !== null ||
    (collected > 0 && startsRecord(line))
  );
}

function goesOn({ message, blanks, isStatement }: MessageState, line: string): boolean {
  const indent = indentOf(line);
  const isOwn = isStatement || STATEMENT.test(line) || line.startsWith(BACKGROUND);
  return blanks <= MAX_BLANKS && ((indent > 0 && indent < 4) || isOwn || isDifference(message[0] ?? "", line));
}

function isDifference(first: string, line: string): boolean {
  return /^\S*AssertionError\b/.test(first) && DIFFERENCE.test(line);
}
