import type { ChainLink, ExceptionInfo, Frame, GroupMember } from "../../domain/failure.ts";
import { splitLines } from "../../text/report-text.ts";
import type { GroupNode } from "./exception-group.ts";
import { parseExceptionText } from "./exception-text.ts";
import { parseNativeSegment } from "./native.ts";
import { parsePytestSegment } from "./pytest.ts";
import type { TracebackSegment } from "./segment.ts";

/** What the text of one failure says. */
export interface Traceback {
  /** The exception raised last. */
  readonly exception: ExceptionInfo;
  /** From the one before the last to the root. */
  readonly chain: readonly ChainLink[];
  /** Of the exception raised last, innermost last. */
  readonly frames: readonly Frame[];
  /** Of an ExceptionGroup whose tree is printed; absent otherwise. */
  readonly members?: readonly GroupMember[];
}

/** Python gives up at 1,000 nested calls; what is longer is cut in the middle. */
const MAX_FRAMES = 1000;

/** Each ends in a colon, as few other lines do. */
const RELATIONS: ReadonlyMap<string, ChainLink["relation"]> = new Map([
  ["The above exception was the direct cause of the following exception:", "cause"],
  ["During handling of the above exception, another exception occurred:", "context"],
]);
const EXCEPTION_NAME = /(?:Error|Exception|Exit|Interrupt|Iteration|Warning)$/;
const QUOTE = '"""';
const WORKER_LINE = /^\[gw\d+\] \S+ -- Python /;

/**
 * Reads the text of one failure (pytest's `longrepr`) in the styles long, auto, short, line, native and value. The
 * text holds a chain oldest first. Colours and pytest's escapes must have been taken out before.
 */
export function parseTraceback(text: string): Traceback {
  return parseLines(splitLines(text).filter((line) => !isWorkerLine(line)));
}

function parseLines(lines: readonly string[]): Traceback {
  const parts = splitChain(lines);
  const segments = withoutRepeated(parts.map(({ lines: own, relation }) => ({ ...parseSegment(own), relation })));
  const last: TracebackSegment = segments.at(-1) ?? { exception: { type: null, message: null }, frames: [] };
  const chain = segments.slice(0, -1).map(({ exception, relation, ...rest }): ChainLink => ({
    ...exception,
    relation: relation ?? "context",
    ...placesOf(rest),
  }));
  return { exception: last.exception, chain: chain.reverse(), ...placesOf(last) };
}

type Segment = ReturnType<typeof parseSegment> & Pick<ChainPart, "relation">;

/** Where an ExceptionGroup is in the chain, pytest prints the whole chain as Python does, and its end once more. */
function withoutRepeated(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment, index) => {
    const next = segments[index + 1];
    return next === undefined || !segment.isNative || next.isNative || !isSameRaise(segment, next);
  });
}

function isSameRaise(first: TracebackSegment, second: TracebackSegment): boolean {
  const [one, other] = [first.frames.at(-1), second.frames.at(-1)];
  const isSameText = first.exception.type === second.exception.type;
  if (!isSameText || first.exception.message !== second.exception.message || one?.line !== other?.line) return false;
  return one === undefined || other === undefined || one.path.endsWith(other.path.replace(/^(?:\.\.\/)+/, ""));
}

function placesOf({ frames, members }: Omit<TracebackSegment, "exception">): Pick<Traceback, "frames" | "members"> {
  const read = (members ?? []).map(parseMember);
  return { frames: bounded(frames), ...(read.length === 0 ? {} : { members: read }) };
}

function parseMember(node: GroupNode): GroupMember {
  const { exception, chain, frames } = parseLines(node.lines);
  return { ...exception, chain, frames, members: node.members.map(parseMember) };
}

function bounded(frames: readonly Frame[]): readonly Frame[] {
  const half = MAX_FRAMES / 2;
  return frames.length <= MAX_FRAMES ? frames : [...frames.slice(0, half), ...frames.slice(-half)];
}

/** What joins two exceptions of a chain, by the whole line; undefined for any other line. */
export function relationOf(line: string): ChainLink["relation"] | undefined {
  return RELATIONS.get(line);
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
  let isQuoted = false;
  for (const [index, line] of lines.entries()) {
    isQuoted = line === QUOTE ? !isQuoted && isRemote(lines[index - 1] ?? "") : isQuoted;
    const relation = !isQuoted && line.endsWith(":") && isSetApart(lines, index) ? relationOf(line) : undefined;
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

/** `concurrent.futures` and `multiprocessing` quote the traceback of another process, chain and all, as a message. */
function isRemote(line: string): boolean {
  return /^(?:E +)?[\w.]*RemoteTraceback: ?$/.test(line);
}

function parseSegment(lines: readonly string[]): TracebackSegment & { readonly isNative: boolean } {
  const native = parseNativeSegment(lines);
  const segment = native ?? parsePytestSegment(lines) ?? parseBareText(lines);
  return { ...segment, isNative: native !== null };
}

/** pytest prints an exception without traceback by its last line alone, and `pytest.fail(pytrace=False)` by its text. */
function parseBareText(lines: readonly string[]): TracebackSegment {
  const text = lines.join("\n").trim();
  const { type, message } = parseExceptionText(text);
  const isWord = message === "" && !EXCEPTION_NAME.test(type ?? "");
  return { exception: isWord ? { type: null, message: text } : { type, message }, frames: [] };
}
