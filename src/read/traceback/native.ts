import type { Frame } from "../../domain/failure.ts";
import { withoutDoctestPlace } from "./doctest-text.ts";
import { parseGroup, startsBareGroup } from "./exception-group.ts";
import { parseExceptionText } from "./exception-text.ts";
import { startsMarkedBlock } from "./pytest.ts";
import { withoutRunner } from "./segment.ts";
import type { TracebackSegment } from "./segment.ts";

const HEADER = /^\s*(?:\+ )?(?:Exception Group )?Traceback \(most recent call last\):\s*$/;
const GROUP_HEADER = /^\s*\+ Exception Group Traceback/;
const FRAME = /^ {2}File "(.+)", line (\d+)(?:, in (.+))?$/s;
/** `concurrent.futures` and `multiprocessing` quote the traceback of the other process as their message. */
const QUOTE = '"""';

/**
 * Reads one exception in Python's own format; an ExceptionGroup's members are left unread. pytest's own frames are left
 * out, as in its other styles. Null when there is no `Traceback (most recent call last):` line before what pytest
 * marked itself.
 */
export function parseNativeSegment(lines: readonly string[]): TracebackSegment | null {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (startsBareGroup(lines, first)) {
    return groupSegment(lines.slice(first));
  }
  const header = lines.findIndex((line) => HEADER.test(line) || startsMarkedBlock(line));
  if (!HEADER.test(lines[header] ?? "")) {
    return null;
  }
  if (lines[header - 1] === QUOTE && header >= 2) {
    return parseQuoted(lines, header);
  }
  if (!GROUP_HEADER.test(lines[header] ?? "")) {
    return parseStack(lines.slice(header + 1));
  }
  return groupSegment(lines.slice(header + 1));
}

function groupSegment(lines: readonly string[]): TracebackSegment {
  const group = parseGroup(lines);
  return { ...parseStack(group.lines), members: group.members };
}

/** The exception is the one in front of the quote; the frames are the last ones in it, where the other process failed. */
function parseQuoted(lines: readonly string[], header: number): TracebackSegment {
  const last = lines.findLastIndex((line) => HEADER.test(line));
  const { frames } = parseStack(lines.slice(Math.max(last, header) + 1));
  const { type, message } = parseExceptionText(lines.slice(header - 2).join("\n"));
  return { exception: { type, message: `\n${message ?? ""}` }, frames };
}

/** Frames are indented; the first line that isn't begins the exception, which may go on for many lines. */
function parseStack(lines: readonly string[]): TracebackSegment {
  const frames: Frame[] = [];
  let index = 0;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line !== "" && !line.startsWith(" ")) {
      break;
    }
    const frame = parseFrame(line);
    if (frame !== null) {
      frames.push(frame);
    }
  }
  const { type, message } = parseExceptionText(withoutDoctestPlace(lines.slice(index)).join("\n"));
  return { exception: { type, message }, frames: withoutRunner(frames) };
}

function parseFrame(line: string): Frame | null {
  const match = FRAME.exec(line);
  if (match?.[1] === undefined) {
    return null;
  }
  return { path: match[1], line: Number(match[2]), function: match[3] ?? null };
}
