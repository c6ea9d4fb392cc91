import type { EditBlock } from "./reply.ts";

const MAX_HUNKS = 50;
const FILE = /^(?:\+\+\+ (?:b\/)?|\*\*\* Update File: )([^\t\r]{1,300})/;

/**
 * The hunks of a unified diff, or of a patch that begins its files with `*** Update File:`, as search and replace. Line
 * numbers are not looked at: models count badly.
 */
export function diffBlocks(text: string): EditBlock[] {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, index) => (FILE.test(line) || line.startsWith("@@") ? [index] : []));
  let path: string | null = null;
  const blocks = starts.flatMap((start, index) => {
    const first = lines[start] ?? "";
    path = FILE.exec(first)?.[1]?.trim() ?? path;
    if (first.startsWith("+++")) return [];
    return blockOf(path, hunkIn(lines.slice(start + 1, starts[index + 1]))) ?? [];
  });
  return blocks.slice(0, MAX_HUNKS);
}

/** Lines with a sign, and blank ones among them, up to the first that is none or begins the next file. */
function hunkIn(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => !(line === "" || /^[ +-]/.test(line)) || line.startsWith("--- "));
  const own = end < 0 ? lines : lines.slice(0, end);
  // A blank line before the fence that ends the diff is none of its lines.
  return own.slice(0, own.findLastIndex((line) => line.trim() !== "") + 1);
}

function blockOf(path: string | null, hunk: readonly string[]): EditBlock | null {
  if (!hunk.some((line) => /^[+-]/.test(line))) return null;
  const side = (sign: string): string =>
    hunk
      .filter((line) => line === "" || line.startsWith(" ") || line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  return { path, readings: [{ search: side("-"), replace: side("+") }], form: "unified-diff" };
}
