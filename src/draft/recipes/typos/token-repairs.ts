import { indentOf, isCode, type LineChange, scan, type SourceLines } from "./source-lines.ts";

/** One way to make a file Python again. */
export interface Repair {
  /** What kind of slip it takes it for. */
  readonly kind: string;
  readonly changes: readonly LineChange[];
}

const HEAD = /^\s*(?:async\s+)?(?:if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b/;
/** An expression may go on for so many lines after the bracket that nothing closes. */
const MAX_LINES = 12;
const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Repairs of one token at the line (zero-based) where Python's parser gave up, or right before it. */
export function tokenRepairs(source: SourceLines, index: number, message: string): Repair[] {
  const line = source.lines[index] ?? "";
  const { end, open } = scan(line);
  if (open !== -1) return quotes(line, index, { end, open });
  return [
    ...colon(line, index, end),
    ...comparison(line, index),
    ...elseIf(line, index),
    ...surplus(line, index, end),
    ...unclosed(source, index),
    ...commas(source, index, message.includes("comma")),
  ];
}

function at(line: string, offset: number, text: string): string {
  return line.slice(0, offset) + text + line.slice(offset);
}

function colon(line: string, index: number, end: number): Repair[] {
  const code = line.slice(0, end);
  if (!HEAD.test(code) || /[:;,\\([{=]$/.test(code)) return [];
  return [{ kind: "a missing colon", changes: [{ index, text: at(line, end, ":") }] }];
}

/** `if x = 1:`. A name that is given the value of an expression may be meant as `:=`. */
function comparison(line: string, index: number): Repair[] {
  const head = /^\s*(?:if|elif|while)\b\s*/.exec(line)?.[0];
  if (head === undefined) return [];
  const signs = scan(line).marks.filter(
    ({ at: offset, char, depth }) =>
      char === "=" && depth === 0 && !/[=!<>:]/.test(line[offset - 1] ?? "") && line[offset + 1] !== "=",
  );
  const [only, ...others] = signs;
  if (!only || others.length > 0) return [];
  const left = line.slice(head.length, only.at).trim();
  const right = line.slice(only.at + 1).trim();
  const isName = /(?:^|\s)\(*\w+$/.test(left);
  const isLiteral = /^(?:-?\d[\d._]*|"[^"]*"|'[^']*'|None|True|False)\s*(?:\b(?:and|or)\b.*)?:/.test(right);
  return isName && !isLiteral ? [] : [{ kind: "`=` for `==`", changes: [{ index, text: at(line, only.at, "=") }] }];
}

function elseIf(line: string, index: number): Repair[] {
  const text = line.replace(/^(\s*)else[ \t]+if\b/, "$1elif");
  return text === line ? [] : [{ kind: "`else if` for `elif`", changes: [{ index, text }] }];
}

/** A closing bracket too many, or of the wrong kind, at the end of the line's code. */
function surplus(line: string, index: number, end: number): Repair[] {
  const code = line.slice(0, end);
  const last = /[)\]}](?=[:,]*$)/.exec(code);
  if (!last) return [];
  const others = [")", "]", "}"].filter((char) => char !== last[0]);
  const replaced = (char: string): LineChange => ({
    index,
    text: code.slice(0, last.index) + char + line.slice(last.index + 1),
  });
  return [
    { kind: "a bracket too many", changes: [replaced("")] },
    ...others.map((char) => ({ kind: "a wrong bracket", changes: [replaced(char)] })),
  ];
}

/** A bracket that nothing closes: on its line when only names and literals follow it there, or below the lines it holds. */
function unclosed(source: SourceLines, index: number): Repair[] {
  const first = [index, previousCode(source.lines, index)].find((entry) => openBracket(source.lines[entry] ?? ""));
  const line = source.lines[first ?? -1] ?? "";
  const bracket = openBracket(line);
  if (first === undefined || !bracket) return [];
  const changes =
    bracket.at < scan(line).end - 1 ? closedOnLine(line, first, bracket) : closedBelow(source, first, bracket.char);
  return changes.map((change) => ({ kind: "a bracket that nothing closed", changes: [change] }));
}

function closedOnLine(line: string, index: number, bracket: Bracket): LineChange[] {
  const { end } = scan(line);
  const tail = line.slice(bracket.at + 1, end);
  const isPlain =
    /^(?:[\w\s.,[\](){}]|"[^"\\]*"|'[^'\\]*'|=(?!=))*:?$/.test(tail) && !/\b(?:and|or|if|in|is|not|for)\b/.test(tail);
  return isPlain ? [{ index, text: at(line, tail.endsWith(":") ? end - 1 : end, CLOSER[bracket.char] ?? "") }] : [];
}

function closedBelow({ lines, end }: SourceLines, first: number, char: string): LineChange[] {
  const outer = indentOf(lines[first] ?? "");
  const changes: LineChange[] = [];
  for (let index = first + 1; index <= first + MAX_LINES; index++) {
    const line = lines[index];
    if (line === undefined || !isCode(line) || indentOf(line).length <= outer.length) break;
    changes.push({ index, text: `${line}${end}${outer}${CLOSER[char] ?? ""}` });
  }
  return changes;
}

interface Bracket {
  readonly at: number;
  readonly char: string;
}

/** The innermost bracket of a line that the line does not close. */
function openBracket(line: string): Bracket | undefined {
  const open: Bracket[] = [];
  for (const { at: offset, char } of scan(line).marks) {
    if ("([{".includes(char)) open.push({ at: offset, char });
    else if (char !== "=") open.pop();
  }
  return open.length === 1 ? open[0] : undefined;
}

function previousCode(lines: readonly string[], index: number): number {
  for (let before = index - 1; before >= 0; before--) if (isCode(lines[before] ?? "")) return before;
  return -1;
}

/** A comma between two values of one line, or at the end of one of several. */
function commas({ lines }: SourceLines, index: number, isSaid: boolean): Repair[] {
  const line = lines[index] ?? "";
  if (!isSaid && openBracket(lines[previousCode(lines, index)] ?? "") === undefined && !/[([{]/.test(line)) return [];
  const gaps = [...line.matchAll(/(?<=[\w\])}"'])[ \t]+(?=[\w[({"'])/g)].slice(0, 20);
  const inside = gaps.map((gap) => at(line, gap.index, ",")).map((text) => ({ index, text }));
  const ends = [index, previousCode(lines, index)]
    .filter((entry) => /[\w\])}"']$/.test((lines[entry] ?? "").slice(0, scan(lines[entry] ?? "").end)))
    .map((entry) => ({ index: entry, text: at(lines[entry] ?? "", scan(lines[entry] ?? "").end, ",") }));
  return [...inside, ...ends].map((change) => ({ kind: "a missing comma", changes: [change] }));
}

/** The end of a string: at the end of the line, or before the brackets that end it. */
function quotes(line: string, index: number, { end, open }: { readonly end: number; readonly open: number }): Repair[] {
  const quote = line[open] ?? "";
  if (line.slice(open, open + 3) === quote.repeat(3)) return [];
  const closers = /[)\]}:,]+$/.exec(line.slice(open + 1, end))?.[0] ?? "";
  const offsets = Array.from({ length: closers.length + 1 }, (_, count) => end - count);
  return offsets.map((offset) => ({
    kind: "a string that nothing ended",
    changes: [{ index, text: at(line, offset, quote) }],
  }));
}
