import { stripColours } from "../../text/report-text.ts";
import { unescapeTracebacks } from "./escapes.ts";
import { withoutHtml } from "./html.ts";

/** A text as the program printed it. */
export interface Unwrapped {
  readonly text: string;
  /** It was one string of a record, so it holds nothing behind its last traceback. */
  readonly isWhole: boolean;
}

/** What every traceback has, however wrapped. */
const EVIDENCE = /Traceback \(most recent call last\)|File \\*(?:"|“|&quot;|&#34;)/;
const MAX_DEPTH = 5;

/**
 * Takes tracebacks out of what they were wrapped in: records of JSON (one for each line, or one for all), strings
 * inside strings, Python's `repr`, a page's HTML, terminal colours. Lines that wrap nothing stay together as they are.
 */
export function unwrap(text: string): readonly Unwrapped[] {
  return unwrapDeep(text, { isWhole: false, depth: 0 });
}

interface Place {
  readonly isWhole: boolean;
  readonly depth: number;
}

function unwrapDeep(text: string, { isWhole, depth }: Place): readonly Unwrapped[] {
  const plain = withoutHtml(stripColours(text));
  const json = depth < MAX_DEPTH ? stringsOf(plain) : null;
  if (json !== null) {
    return json.flatMap((string) => unwrapDeep(string, { isWhole: true, depth: depth + 1 }));
  }
  return unwrapLines(plain, { isWhole, depth });
}

function unwrapLines(text: string, { isWhole, depth }: Place): readonly Unwrapped[] {
  const strings: Unwrapped[] = [];
  const outside: string[] = [];
  for (const line of text.split("\n")) {
    const found = line.includes("\\") && EVIDENCE.test(line) && depth < MAX_DEPTH ? unwrapLine(line, depth) : null;
    outside.push(found === null ? line : found.outside);
    strings.push(...(found?.strings ?? []));
  }
  return [...strings, { text: outside.join("\n"), isWhole: isWhole && strings.length === 0 }];
}

/** A record of JSON, perhaps behind a log's own marks; or a string in any other notation. */
function unwrapLine(line: string, depth: number): { outside: string; strings: readonly Unwrapped[] } | null {
  const start = line.indexOf("{");
  const json = start < 0 ? null : stringsOf(line.slice(start));
  if (json !== null) {
    const strings = json.flatMap((string) => unwrapDeep(string, { isWhole: true, depth: depth + 1 }));
    return { outside: "", strings };
  }
  const escaped = unescapeTracebacks(line);
  return (
    escaped && {
      outside: escaped.outside,
      strings: escaped.strings.flatMap(({ text, isWhole }) => unwrapDeep(text, { isWhole, depth: depth + 1 })),
    }
  );
}

/** Strings with a traceback in them, wherever they are; null when the text is no JSON. */
function stringsOf(text: string): readonly string[] | null {
  const trimmed = text.trim();
  if (!/^[{["]/.test(trimmed) || !/[}\]"]$/.test(trimmed) || !EVIDENCE.test(trimmed)) {
    return null;
  }
  const value = parseJson(trimmed);
  return value === undefined ? null : collectStrings(value);
}

/** Undefined for what is no JSON. Any value will do: only the strings in it are looked at. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function collectStrings(root: unknown): readonly string[] {
  const found: string[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string") {
      found.push(...(EVIDENCE.test(value) ? [value] : []));
    } else if (typeof value === "object" && value !== null) {
      const inner: readonly unknown[] = Array.isArray(value) ? joined(value) : Object.values(value);
      for (const one of inner.toReversed()) {
        waiting.push(one);
      }
    }
  }
  return found;
}

/** Some loggers write a traceback as a list of its lines. */
function joined(values: readonly unknown[]): readonly unknown[] {
  const lines = values.filter((value) => typeof value === "string");
  const isTraceback =
    lines.length === values.length && lines.length > 1 && lines.some((line) => /^\s*(?:Traceback|File ")/.test(line));
  return isTraceback ? [lines.map((line) => line.replace(/\n$/, "")).join("\n")] : values;
}
