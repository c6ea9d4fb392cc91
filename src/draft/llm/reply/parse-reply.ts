import { diffBlocks } from "./diff-blocks.ts";
import { pathBefore, searchReplaceBlocks } from "./blocks.ts";
import type { EditBlock, ReplyReading } from "./reply.ts";

const MAX_CHARACTERS = 200_000;
const MAX_NAMES = 20;
const MAX_LINE = 300;

/**
 * Reads a reply: search/replace blocks, else a unified diff, else one whole function in a fence; a word that it needs more
 * (`NEED:`) or has no repair (`NO_FIX:`) counts only without edits.
 */
export function parseReply(reply: string): ReplyReading {
  const text = reply.slice(0, MAX_CHARACTERS).replaceAll(/\r\n?/g, "\n");
  const found = searchReplaceBlocks(text);
  if (found.fault !== null) return { kind: "unreadable", reason: found.fault };
  const blocks = firstNotEmpty(found.blocks, () => firstNotEmpty(diffBlocks(text), () => functionBlocks(text)));
  const [first, ...others] = blocks.filter(isChange);
  if (first)
    return { kind: "edits", cause: lineOf(text, "CAUSE"), blocks: [first, ...others], imports: importsIn(text) };
  if (blocks.length > 0) return { kind: "unreadable", reason: "every block leaves its text as it is" };
  return withoutEdits(text);
}

function withoutEdits(text: string): ReplyReading {
  const names = (lineOf(text, "NEED") ?? "").split(/[,\s]+/).map((name) => name.replaceAll(/[`'"()]/g, ""));
  const wanted = names.filter((name) => /^[A-Za-z_][\w.]{0,200}$/.test(name)).slice(0, MAX_NAMES);
  if (wanted.length > 0) return { kind: "need", names: [...new Set(wanted)] };
  const reason = lineOf(text, "NO_FIX");
  if (reason !== null) return { kind: "no-fix", reason };
  return { kind: "unreadable", reason: text.trim() === "" ? "the reply is empty" : "the reply holds no edit" };
}

function firstNotEmpty(blocks: readonly EditBlock[], others: () => readonly EditBlock[]): readonly EditBlock[] {
  return blocks.length > 0 ? blocks : others();
}

function isChange({ readings }: EditBlock): boolean {
  return readings.some(({ search, replace }) => search !== replace);
}

/** What stands behind a word at the beginning of a line, in whatever marks; the last such line counts. */
function lineOf(text: string, word: string): string | null {
  const pattern = new RegExp(`^[\\s*#>\`-]{0,10}${word}[*\`]{0,4}:[*\`]{0,4}\\s*(.{1,2000})$`, "gm");
  const found = [...text.matchAll(pattern)].at(-1)?.[1]?.trim();
  return found === undefined || found === "" ? null : found.slice(0, MAX_LINE);
}

/** Statements on the lines below `IMPORTS:` (or behind it), up to the first line that is none. */
function importsIn(text: string): string[] {
  const start = /^[\s*#>`-]{0,10}IMPORTS[*`]{0,4}:[*`]{0,4}[ \t]*(.*)$/m.exec(text);
  if (!start) return [];
  const rest = `${start[1] ?? ""}\n${text.slice(start.index + start[0].length).replace(/^\n/, "")}`;
  const found: string[] = [];
  for (const line of rest.split("\n")) {
    const bare = line
      .replace(/^[\s*-]{0,6}/, "")
      .replaceAll("`", "")
      .trim();
    if (/^(?:from [\w.]{1,200} import [\w ,()*]{1,300}|import [\w., ]{1,300})$/.test(bare)) found.push(bare);
    else if (bare !== "" && !/^(?:python|none\.?)$/i.test(bare)) break;
  }
  return found.slice(0, MAX_NAMES);
}

/** Fences that hold one definition and nothing else: what they replace is found by its name. */
function functionBlocks(text: string): EditBlock[] {
  const lines = text.split("\n");
  return [...text.matchAll(/^(`{3,})[ \t]*(?:python|py)?[ \t]*\n([\s\S]*?)^\1[ \t]*$/gm)].flatMap((match) => {
    const body = match[2] ?? "";
    if (!/^(?:[ \t]*@.*\n){0,20}[ \t]*(?:async[ \t]+def|def|class)[ \t]/.test(body)) return [];
    const line = text.slice(0, match.index).split("\n").length - 1;
    return [{ path: pathBefore(lines, line), readings: [{ search: "", replace: body }], form: "whole-function" }];
  });
}
