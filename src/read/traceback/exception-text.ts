import type { ExceptionInfo, Frame } from "../../domain/failure.ts";

/** What Python's last lines of a traceback say. */
export interface ExceptionText extends ExceptionInfo {
  /** Where a SyntaxError points to: the only place that names the broken file. */
  readonly place: Frame | null;
}

/** `pkg.mod.Outer.<locals>.Error`, then `: message`, a new line (a note) or the end. */
const TYPE_HEAD = /^((?:[\p{L}_][\p{L}\p{N}_]*)(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|<locals>))*)(?:: |:?(?=\n)|:?$)/u;
const SYNTAX_PLACE = /^ *File "(.+)", line (\d+)$/;

/**
 * Splits what `traceback.format_exception_only` printed. pytest leaves the type out where an AssertionError's own text
 * begins with `assert ` (pytest's `exconly(tryshort=True)`); anything else without a type keeps `type: null`. An
 * exception printed by its type alone has an empty message. Of a SyntaxError one line alone says only where it is.
 */
export function parseExceptionText(text: string): ExceptionText {
  const lines = withoutBlankEnd(text).split("\n");
  const place = parsePlace(lines[0] ?? "");
  const from = place === null ? 0 : lines.findIndex((line) => !line.startsWith(" ") && TYPE_HEAD.test(line));
  if (place !== null && lines.length === 1) {
    return { type: null, message: null, place: null };
  }
  const body = lines.slice(Math.max(from, 0)).join("\n");
  return { ...splitType(body), place: from < 0 ? null : place };
}

/** Blanks at the end of the last line may be the message's own. */
function withoutBlankEnd(text: string): string {
  const { length } = text.trimEnd();
  const end = text.indexOf("\n", length);
  return length === 0 ? "" : text.slice(0, end < 0 ? undefined : end);
}

function splitType(body: string): ExceptionInfo {
  if (body.startsWith("assert ")) {
    return { type: "AssertionError", message: body };
  }
  const match = TYPE_HEAD.exec(body);
  if (match?.[1] === undefined) {
    return { type: null, message: body === "" ? null : body };
  }
  return { type: match[1], message: body.slice(match[0].length).replace(/^\n/, "") };
}

function parsePlace(line: string): Frame | null {
  const match = SYNTAX_PLACE.exec(line);
  if (match?.[1] === undefined) {
    return null;
  }
  return { path: match[1], line: Number(match[2]), function: null };
}
