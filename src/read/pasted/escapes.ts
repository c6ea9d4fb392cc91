/** A piece of a line that was one string of a program, and the line without it. */
export interface EscapedParts {
  readonly outside: string;
  readonly strings: readonly EscapedString[];
}

export interface EscapedString {
  readonly text: string;
  /** Both ends of the string were found. */
  readonly isWhole: boolean;
}

/** The header or a frame, next to a line end that is written as `\n`: the more backslashes, the deeper it is wrapped. */
const ESCAPED =
  /Traceback \(most recent call last\):(?:\\+r)?(\\+)n|(\\+)n(?: |\\+t)*File \\*["'](?=[^"']{1,4096}", line |[^"'\\]{1,4096}\\+["'], line )/g;
const LINE_END = /(File "[^"\n]*")|(?:\\r)?\\n/g;
const ESCAPE = /\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^])/g;
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);

/**
 * Finds tracebacks inside strings as JSON, Python's `repr` and log formatters write them, also wrapped several times
 * (`\\n`, `\\\"`), and unwraps them. Null when the line holds none.
 */
export function unescapeTracebacks(line: string): EscapedParts | null {
  const strings: EscapedString[] = [];
  const outside: string[] = [];
  let from = 0;
  for (const match of line.matchAll(ESCAPED)) {
    if (match.index < from) {
      continue;
    }
    const piece = cutString(line, { from, at: match.index, depth: (match[1] ?? match[2] ?? "").length });
    strings.push({ text: piece.text, isWhole: piece.isWhole });
    outside.push(line.slice(from, piece.start));
    from = piece.end;
  }
  return strings.length === 0 ? null : { outside: [...outside, line.slice(from)].join(" "), strings };
}

interface Piece extends EscapedString {
  readonly start: number;
  readonly end: number;
}

interface Found {
  /** Nothing before this place belongs to the string. */
  readonly from: number;
  readonly at: number;
  /** Backslashes before the `n` of a line end: 1, 2, 4 for a string in no, one and two others. */
  readonly depth: number;
}

function cutString(line: string, { from, at, depth }: Found): Piece {
  const levels = Math.floor(Math.log2(depth)) + 1;
  const isQuoteEscaped = /^[^"']*File \\+"/.test(line.slice(at, at + 4096));
  const open = isQuoteEscaped
    ? lastQuote(line, { from, at }, '"'.padStart(2 ** (levels - 1), "\\"))
    : lastApostrophe(line, { from, at });
  const end = open === null ? -1 : nextQuote(line, at, open.sign);
  if (open !== null && end >= 0) {
    return {
      text: unescape(line.slice(open.end, end), levels),
      isWhole: true,
      start: open.start,
      end: end + open.sign.length,
    };
  }
  const rest = line.slice(at);
  const text = isQuoteEscaped || levels > 1 ? unescape(rest, levels) : breakLines(rest);
  return { text, isWhole: false, start: at, end: line.length };
}

interface Opening {
  readonly sign: string;
  readonly start: number;
  readonly end: number;
}

function lastQuote(line: string, { from, at }: Pick<Found, "from" | "at">, sign: string): Opening | null {
  for (let start = line.lastIndexOf(sign, at); start >= from; start = line.lastIndexOf(sign, start - 1)) {
    if (line[start - 1] !== "\\") {
      return { sign, start, end: start + sign.length };
    }
    if (start === 0) {
      return null;
    }
  }
  return null;
}

/** An apostrophe that opens a string does not follow a letter, save the `b` of bytes. */
function lastApostrophe(line: string, { from, at }: Pick<Found, "from" | "at">): Opening | null {
  const before = line.slice(Math.max(from, at - 10_000), at);
  const match = /^.*(?:^|[^\p{L}\p{N}_\\]|\b[bru])(')/su.exec(before);
  if (match === null) {
    return null;
  }
  const start = Math.max(from, at - 10_000) + match[0].length - 1;
  return { sign: "'", start, end: start + 1 };
}

/** The next quotation mark with exactly as many backslashes before it. */
function nextQuote(line: string, from: number, sign: string): number {
  const quote = sign.slice(-1);
  for (let at = line.indexOf(quote, from); at >= 0; at = line.indexOf(quote, at + 1)) {
    let start = at;
    while (start > from && line[start - 1] === "\\") {
      start -= 1;
    }
    if (at - start === sign.length - 1) {
      return start;
    }
  }
  return -1;
}

function unescape(text: string, levels: number): string {
  let plain = text;
  for (let level = 0; level < levels; level += 1) {
    plain = plain.replace(ESCAPE, (_, escape: string) => unescapeOne(escape));
  }
  return plain;
}

function unescapeOne(escape: string): string {
  const control = CONTROLS.get(escape);
  return control ?? (escape.length === 1 ? escape : String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
}

/** Nothing but the line ends was escaped: a backslash in a path is one. */
function breakLines(text: string): string {
  return text.replace(LINE_END, (_, frame?: string) => frame ?? "\n");
}
