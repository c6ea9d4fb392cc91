import type { Frame } from "../domain/failure.ts";
import { parseExceptionText } from "./exception-text.ts";
import { startsMarkedBlock } from "./traceback-pytest.ts";
import type { TracebackSegment } from "./traceback-segment.ts";

const HEADER = /^\s*(?:\+ Exception Group )?Traceback \(most recent call last\):$/;
const GROUP_HEADER = /^\s*\+ Exception Group Traceback/;
const GROUP_LINE = /^\s*\| ?/;
const FRAME = /^ {2}File "(.+)", line (\d+)(?:, in (.+))?$/s;

/**
 * Reads one exception in Python's own format. Of an ExceptionGroup the group itself is read, not its members.
 * Null when there is no `Traceback (most recent call last):` line before what pytest marked itself.
 */
export function parseNativeSegment(lines: readonly string[]): TracebackSegment | null {
  const header = lines.findIndex((line) => HEADER.test(line) || startsMarkedBlock(line));
  if (!HEADER.test(lines[header] ?? "")) {
    return null;
  }
  const isGroup = GROUP_HEADER.test(lines[header] ?? "");
  const body = isGroup ? groupLines(lines.slice(header + 1)) : lines.slice(header + 1);
  return parseStack(body);
}

/** The group's own lines, without the bar in front; its members begin at the first `+-+---` line. */
function groupLines(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => !GROUP_LINE.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.replace(GROUP_LINE, ""));
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
  const { type, message } = parseExceptionText(lines.slice(index).join("\n"));
  return { exception: { type, message }, frames };
}

function parseFrame(line: string): Frame | null {
  const match = FRAME.exec(line);
  if (match?.[1] === undefined) {
    return null;
  }
  return { path: match[1], line: Number(match[2]), function: match[3] ?? null };
}
