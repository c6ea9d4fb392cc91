import type { ChainLink, ExceptionInfo, Frame } from "../domain/failure.ts";
import { splitLines } from "../text/report-text.ts";
import { parseExceptionText } from "./exception-text.ts";
import { parseNativeSegment } from "./traceback-native.ts";
import { parsePytestSegment } from "./traceback-pytest.ts";
import type { TracebackSegment } from "./traceback-segment.ts";

/** What the text of one failure says. */
export interface Traceback {
  /** The exception raised last. */
  readonly exception: ExceptionInfo;
  /** From the one before the last to the root. */
  readonly chain: readonly ChainLink[];
  /** Of the exception raised last, innermost last. */
  readonly frames: readonly Frame[];
}

const RELATIONS: ReadonlyMap<string, ChainLink["relation"]> = new Map([
  ["The above exception was the direct cause of the following exception:", "cause"],
  ["During handling of the above exception, another exception occurred:", "context"],
]);
const EXCEPTION_NAME = /(?:Error|Exception|Exit|Interrupt|Iteration|Warning)$/;
const WORKER_LINE = /^\[gw\d+\] \S+ -- Python /;

/**
 * Reads the text of one failure (pytest's `longrepr`) in the styles long, auto, short, line, native and value. The
 * text holds a chain oldest first. Colours and pytest's escapes must have been taken out before.
 */
export function parseTraceback(text: string): Traceback {
  const parts = splitChain(splitLines(text).filter((line) => !isWorkerLine(line)));
  const segments = parts.map(({ lines, relation }) => ({ ...parseSegment(lines), relation }));
  const last = segments.at(-1) ?? { exception: { type: null, message: null }, frames: [] };
  const chain = segments
    .slice(0, -1)
    .map(({ exception, frames, relation }): ChainLink => ({ ...exception, relation: relation ?? "context", frames }));
  return { exception: last.exception, chain: chain.reverse(), frames: last.frames };
}

/** `[gw1] linux -- Python 3.11.7 …`: which worker of pytest-xdist ran the test. */
export function isWorkerLine(line: string): boolean {
  return WORKER_LINE.test(line);
}

interface ChainPart {
  readonly lines: string[];
  /** How this exception led to the next one; null for the last. */
  readonly relation: ChainLink["relation"] | null;
}

function splitChain(lines: readonly string[]): readonly ChainPart[] {
  const parts: ChainPart[] = [];
  let current: string[] = [];
  for (const [index, line] of lines.entries()) {
    const relation = isSetApart(lines, index) ? RELATIONS.get(line) : undefined;
    if (relation === undefined) {
      current.push(line);
    } else {
      parts.push({ lines: current, relation });
      current = [];
    }
  }
  parts.push({ lines: current, relation: null });
  return parts;
}

/** pytest and Python both put a blank line before the sentence; the short style puts none after it. */
function isSetApart(lines: readonly string[], index: number): boolean {
  return index > 0 && (lines[index - 1] ?? "").trim() === "";
}

function parseSegment(lines: readonly string[]): TracebackSegment {
  const native = parseNativeSegment(lines);
  return native ?? parsePytestSegment(lines) ?? parseBareText(lines);
}

/** pytest prints an exception without traceback by its last line alone, and `pytest.fail(pytrace=False)` by its text. */
function parseBareText(lines: readonly string[]): TracebackSegment {
  const text = lines.join("\n").trim();
  const { type, message } = parseExceptionText(text);
  const isWord = message === "" && !EXCEPTION_NAME.test(type ?? "");
  return { exception: isWord ? { type: null, message: text } : { type, message }, frames: [] };
}
