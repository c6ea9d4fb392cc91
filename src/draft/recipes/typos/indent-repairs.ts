import { indentOf, isCode, type LineChange, type SourceLines } from "./source-lines.ts";
import type { Repair } from "./token-repairs.ts";

/** Repairs of a line's indentation (zero-based), by what Python's parser says of it. */
export function indentRepairs(source: SourceLines, index: number, message: string): Repair[] {
  if (message.includes("unexpected indent")) return unexpected(source, index);
  if (message.includes("unindent does not match")) return betweenLevels(source, index);
  if (message.includes("expected an indented block")) return missingBlock(source, index);
  return message.includes("inconsistent use of tabs") ? tabs(source) : [];
}

/** To where the line before stands. A comment above that was a condition once tells of another slip. */
function unexpected({ lines }: SourceLines, index: number): Repair[] {
  const before = previous(lines, index);
  if (before === -1 || lines.slice(before + 1, index).some((line) => /^\s*#.*:\s*$/.test(line))) return [];
  return [{ kind: "the indentation", changes: shifted(lines, index, indentOf(lines[before] ?? "")) }];
}

/** To the one block around it that it misses by a single blank, when no other is near. */
function betweenLevels({ lines }: SourceLines, index: number): Repair[] {
  const own = indentOf(lines[index] ?? "");
  const levels = new Set<string>();
  let limit = Infinity;
  for (let before = previous(lines, index); before !== -1 && limit > 0; before = previous(lines, before)) {
    const indent = indentOf(lines[before] ?? "");
    if (indent.length < limit) levels.add(indent);
    limit = Math.min(limit, indent.length);
  }
  const near = [...levels].filter((level) => Math.abs(level.length - own.length) === 1);
  const isOther = [...levels].some((level) => Math.abs(level.length - own.length) === 2);
  const [only] = near;
  return near.length === 1 && only !== undefined && !isOther
    ? [{ kind: "the indentation", changes: shifted(lines, index, only) }]
    : [];
}

/** One block further in, where it is plain that these lines, and no more, are the block. */
function missingBlock({ lines }: SourceLines, index: number): Repair[] {
  const head = previous(lines, index);
  const line = lines[index] ?? "";
  const outer = indentOf(lines[head] ?? "");
  if (head === -1 || indentOf(line) !== outer || /^\s*(?:def|class|async|@|if|for|while|try|with)\b/.test(line))
    return [];
  const after = lines[index + 1];
  const isAlone = after === undefined || after.trim() === "" || indentOf(after).length < outer.length;
  if (!isAlone) return [];
  return [{ kind: "the indentation", changes: [{ index, text: `${outer}${unitOf(lines)}${line.trimStart()}` }] }];
}

function previous(lines: readonly string[], index: number): number {
  for (let before = index - 1; before >= 0; before--) if (isCode(lines[before] ?? "")) return before;
  return -1;
}

/** The line and those below it that stand as far in or further, moved by as much. */
function shifted(lines: readonly string[], index: number, indent: string): LineChange[] {
  const own = indentOf(lines[index] ?? "");
  const changes: LineChange[] = [];
  for (let at = index; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (!line.startsWith(own)) break;
    changes.push({ index: at, text: indent + line.slice(own.length) });
  }
  return changes;
}

/** What the file indents its first block by. */
function unitOf(lines: readonly string[]): string {
  return lines.map(indentOf).find((indent) => indent !== "") ?? "    ";
}

/** Tabs as four or as eight blanks, in the whole file: where both make sense they mean different things. */
function tabs({ lines }: SourceLines): Repair[] {
  return [4, 8].map((width) => ({
    kind: "tabs among blanks",
    changes: lines.flatMap((line, index) => {
      const indent = indentOf(line);
      const text = expanded(indent, width) + line.slice(indent.length);
      return text === line ? [] : [{ index, text }];
    }),
  }));
}

function expanded(indent: string, width: number): string {
  let column = 0;
  for (const char of indent) column = char === "\t" ? (Math.floor(column / width) + 1) * width : column + 1;
  return " ".repeat(column);
}
