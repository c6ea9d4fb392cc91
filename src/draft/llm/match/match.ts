import type { PythonModule } from "../../../domain/python.ts";
import type { BlockText, EditBlock } from "../reply/reply.ts";
import { wholeDefinition } from "./definition-level.ts";
import { alikeLines } from "./fuzzy-level.ts";
import type { MatchLevel } from "../../../domain/patch.ts";
import { type FileLines, fileLines, type Found, linesOf, type Replacement } from "./level.ts";
import { collapsedLines, exactLines, shiftedLines, trimmedLines, withoutBlankEdges } from "./line-levels.ts";
import { elidedLines, partOfLine } from "./partial-levels.ts";

/** A file that a block may be about. */
export interface MatchTarget {
  readonly text: string;
  /** Its syntax; undefined where Python cannot read it. */
  readonly module: PythonModule | undefined;
  /** The range in which the fault is thought to lie: of several places the one in it is meant. Null: not known. */
  readonly scope: { readonly start: number; readonly end: number } | null;
  /** Whether the last, inexact level may be used. */
  readonly mayGuess: boolean;
}

export type MatchResult =
  | { readonly kind: "matched"; readonly level: MatchLevel; readonly replacements: readonly Replacement[] }
  | { readonly kind: "ambiguous"; readonly places: number }
  /** Real lines that look most like the search text, to be shown to who wrote it; null when nothing does. */
  | { readonly kind: "missing"; readonly nearest: string | null };

type Level = (file: FileLines, block: BlockText, target: MatchTarget) => Found;

/** The ladder, from the letter outwards: each level must find exactly one place, else the next is tried. */
const LEVELS: readonly (readonly [MatchLevel, Level])[] = [
  ["L0", exactLines],
  ["L1", trimmedLines],
  ["L2", withoutBlankEdges],
  ["L3", shiftedLines],
  ["L4", collapsedLines],
  ["L5", elidedLines],
  ["L6", partOfLine],
  ["L7", (file, block, { module }) => wholeDefinition(file, module, block)],
  ["L8", (file, block, { mayGuess }) => (mayGuess ? alikeLines(file, block) : { kind: "none" })],
];

/**
 * Finds what a block replaces. A level that finds several places ends the search: the one inside the scope is meant, else
 * nothing is. Of several readings of a block the first that is found counts.
 */
export function matchBlock({ readings, form }: EditBlock, target: MatchTarget): MatchResult {
  const file = fileLines(target.text);
  const levels = form === "whole-function" ? LEVELS.filter(([name]) => name === "L7") : LEVELS;
  const texts = readings.filter(({ search }) => search !== "" || form === "whole-function");
  for (const [name, level] of levels) {
    const found = texts.map((reading) => onlyOne(level(file, reading, target), target));
    const replacements = found.find((entry) => Array.isArray(entry));
    if (Array.isArray(replacements)) return { kind: "matched", level: name, replacements };
    const places = Math.max(0, ...found.map((entry) => (typeof entry === "number" ? entry : 0)));
    if (places > 0) return { kind: "ambiguous", places };
  }
  return { kind: "missing", nearest: nearestLines(file, readings[0]) };
}

/** The one place that is meant; else how many there are. */
function onlyOne(found: Found, { scope }: MatchTarget): Replacement[] | number {
  if (found.kind === "none") return 0;
  if (found.kind === "one") return [...found.replacements];
  const [inside, ...others] = found.all.filter((entry) => isInside(entry, scope));
  return inside && others.length === 0 ? [...inside] : found.all.length;
}

function isInside(replacements: readonly Replacement[], scope: MatchTarget["scope"]): boolean {
  return scope !== null && replacements.every(({ start, end }) => scope.start <= start && end <= scope.end);
}

/** Real lines around the longest line of the search text that the file has, or has nearly. */
function nearestLines(file: FileLines, { search }: BlockText): string | null {
  const wanted = linesOf(search);
  const longest = wanted
    .map((line, index) => ({ line: line.trim(), index }))
    .toSorted((a, b) => b.line.length - a.line.length);
  for (const { line, index } of longest.slice(0, 5)) {
    const at = line === "" ? -1 : file.lines.findIndex((own) => own.trim() === line);
    if (at < 0) continue;
    const first = Math.max(0, at - index - 1);
    return file.lines.slice(first, first + wanted.length + 2).join("\n");
  }
  return null;
}
