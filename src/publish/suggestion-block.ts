import { longestRun } from "../text/markdown.ts";

/** A suggestion as GitHub reads it: lines `[startLine, line]` of the head's text, one-based, are replaced. */
export interface PlacedSuggestion {
  readonly startLine: number;
  readonly line: number;
  readonly body: string;
}

/** A block whose fence none of the lines can close; lines are kept as they are, tabs and blanks included. */
export function renderSuggestionBlock(lines: readonly string[]): string {
  const content = lines.join("\n");
  const ticks = "`".repeat(Math.max(3, longestRun(content, "`") + 1));
  return `${ticks}suggestion\n${content}\n${ticks}`;
}

/**
 * The lines of the first suggestion block of a comment's body, read as GitHub Flavored Markdown reads fences; null when
 * there is none. Written apart from the renderer, because it is there to check it.
 */
export function readSuggestionBlock(body: string): readonly string[] | null {
  const lines = body.split(/\r\n|\n|\r/);
  let index = 0;
  while (index < lines.length) {
    const fence = readFence(lines[index] ?? "");
    if (fence === null) {
      index += 1;
      continue;
    }
    const end = closingLine(lines, index + 1, fence.ticks);
    if (fence.info.split(/\s/)[0] === "suggestion") return lines.slice(index + 1, end);
    index = end + 1;
  }
  return null;
}

function readFence(line: string): { readonly ticks: number; readonly info: string } | null {
  const match = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
  return match === null ? null : { ticks: match[1]?.length ?? 0, info: match[2]?.trim() ?? "" };
}

/** A fence that nothing closes runs to the end. */
function closingLine(lines: readonly string[], from: number, ticks: number): number {
  for (let index = from; index < lines.length; index++) {
    const fence = readFence(lines[index] ?? "");
    if (fence !== null && fence.ticks >= ticks && fence.info === "") return index;
  }
  return lines.length;
}

/**
 * What the head's text becomes when a person applies all suggestions: bottom-up, whole lines, the state of the last
 * line's ending kept. Null when GitHub would refuse one: no block, outside the text, overlapping.
 */
export function applySuggestions(headText: string, suggestions: readonly PlacedSuggestion[]): string | null {
  const hasFinalNewline = headText.endsWith("\n");
  const lines = (hasFinalNewline ? headText.slice(0, -1) : headText).split("\n");
  let lowest = lines.length + 1;
  for (const { startLine, line, body } of [...suggestions].sort((left, right) => right.line - left.line)) {
    const block = readSuggestionBlock(body);
    const isPlaced = startLine >= 1 && startLine <= line && line < lowest;
    if (block === null || !isPlaced) return null;
    lines.splice(startLine - 1, line - startLine + 1, ...block);
    lowest = startLine;
  }
  return lines.join("\n") + (hasFinalNewline ? "\n" : "");
}
