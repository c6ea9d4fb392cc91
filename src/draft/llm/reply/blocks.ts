import type { BlockText, EditBlock } from "./reply.ts";

const SEARCH = /^<{7} ?SEARCH\s*$/;
const DIVIDER = /^={7}\s*$/;
const REPLACE = /^>{7} ?REPLACE\s*$/;
const FENCE = /^(`{3,}|~{3,})/;

/** How many dividers of one block are tried. */
const MAX_DIVIDERS = 6;

export interface FoundBlocks {
  readonly blocks: readonly EditBlock[];
  /** Why a block that was begun is none; null when all were well formed. */
  readonly fault: string | null;
}

/** The search/replace blocks of a reply: exactly seven marks at the beginning of a line, the path on a line before. */
export function searchReplaceBlocks(text: string): FoundBlocks {
  const lines = text.split("\n");
  const blocks: EditBlock[] = [];
  for (let start = lines.findIndex(isSearch); start >= 0;) {
    const end = lines.findIndex((line, index) => index > start && REPLACE.test(line));
    const next = lines.findIndex((line, index) => index > start && isSearch(line));
    if (end < 0 || (next >= 0 && next < end))
      return { blocks, fault: `the block that begins in line ${start + 1} has no ">>>>>>> REPLACE"` };
    const [first, ...others] = readingsOf(lines.slice(start + 1, end));
    if (!first) return { blocks, fault: `the block that begins in line ${start + 1} has no "======="` };
    blocks.push({ path: pathBefore(lines, start), readings: [first, ...others], form: "search-replace" });
    start = next;
  }
  return { blocks, fault: null };
}

function isSearch(line: string): boolean {
  return SEARCH.test(line);
}

/** Every divider may be the one: the file tells which. */
function readingsOf(lines: readonly string[]): BlockText[] {
  const dividers = lines.flatMap((line, index) => (DIVIDER.test(line) ? [index] : []));
  return dividers.slice(0, MAX_DIVIDERS).map((at) => ({
    search: joined(lines.slice(0, at)),
    replace: joined(lines.slice(at + 1)),
  }));
}

function joined(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** The nearest line above that names a file, over a fence and blank lines; what is further away belongs to prose. */
export function pathBefore(lines: readonly string[], start: number): string | null {
  for (let index = start - 1; index >= Math.max(0, start - 4); index--) {
    const line = lines[index] ?? "";
    if (REPLACE.test(line)) return null;
    const path = pathIn(line);
    if (path !== null) return path;
    if (line.trim() !== "" && !FENCE.test(line)) return null;
  }
  return null;
}

/** `src/a.py`, in whatever a model puts around a path: back ticks, stars, a heading, "File:", a colon behind it. */
function pathIn(line: string): string | null {
  const bare = line
    .replace(/^(?:`{3,}|~{3,})\s*(?:\w+\s*)?/, "")
    .replace(/^[\s#*>-]{0,10}(?:file(?:name)?|path)?\s*:?\s*/i, "")
    .replaceAll(/[`*"']/g, "")
    .replace(/\s*:\s*$/, "")
    .trim();
  return /^[\w./@+ -]{1,300}\.\w{1,10}$/.test(bare) && !/\s{2}/.test(bare) ? bare : null;
}
