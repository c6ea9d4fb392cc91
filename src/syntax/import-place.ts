import type { PythonModule, PythonNode } from "../domain/python.ts";
import {
  compareRanks,
  importBlock,
  type ImportRank,
  type IsOwn,
  rankOf,
  rankOfStatement,
  topOf,
} from "./import-rank.ts";

/** A statement to write at module level: `import source` or `from source import …`. */
export interface ImportToPlace {
  readonly source: string;
  readonly isPlain: boolean;
  /** Statements that go with the same change: as if they were not there. */
  readonly dropped?: readonly PythonNode[];
}

/** Beside which statement it goes, and whether it stands apart from its neighbours: sections have an empty line between them. */
export interface ImportPlace {
  readonly beside: PythonNode;
  /** Right before that statement, not right behind it. */
  readonly isBefore: boolean;
  readonly isApartFromBelow: boolean;
  readonly isApartFromAbove: boolean;
}

/**
 * Where isort would put a statement among the imports at a file's head: in its section, plain imports first, by name. What
 * is the project's own is told by the folders of the file. Undefined for a file that begins without imports.
 */
export function importPlace(module: PythonModule, wanted: ImportToPlace): ImportPlace | undefined {
  const block = importBlock(module).filter((statement) => !wanted.dropped?.includes(statement));
  const isOwn = ownTops(module);
  const place = rankOf(wanted.source, wanted.isPlain, isOwn);
  const ranked = block.map((statement) => ({ statement, rank: rankOfStatement(statement, isOwn) }));
  const index = indexOf(module, ranked, place);
  const [below, above] = [ranked[index - 1], ranked[index]];
  const isNew = !ranked.some(({ rank }) => rank[0] === place[0]);
  const isBefore = !below || (!isNew && below.rank[0] !== place[0]);
  const beside = isBefore ? above : below;
  return beside && { beside: beside.statement, isBefore, ...apart(isNew, below, above) };
}

function apart(
  isNew: boolean,
  below?: Ranked,
  above?: Ranked,
): Pick<ImportPlace, "isApartFromBelow" | "isApartFromAbove"> {
  return { isApartFromBelow: isNew && below !== undefined, isApartFromAbove: isNew && above !== undefined };
}

interface Ranked {
  readonly statement: PythonNode;
  readonly rank: ImportRank;
}

/** Within its section where there is one, sorted or not; else behind the sections that come before. */
function indexOf(module: PythonModule, ranked: readonly Ranked[], place: ImportRank): number {
  const section = ranked.filter(({ rank }) => rank[0] === place[0]);
  if (section.length === 0) return ranked.findLastIndex(({ rank }) => rank[0] < place[0]) + 1;
  const own = paragraphOf(module, section, place);
  const before = own.findLast(({ rank }) => compareRanks(rank, place) <= 0);
  const [first] = own;
  return before ? ranked.indexOf(before) + 1 : first ? ranked.indexOf(first) : 0;
}

/**
 * The lines without an empty one between them that have imports of the same package, else the first ones: what is below
 * may be the project's own, which nothing here tells.
 */
function paragraphOf(module: PythonModule, section: readonly Ranked[], place: ImportRank): readonly Ranked[] {
  const paragraphs: Ranked[][] = [];
  for (const [index, entry] of section.entries()) {
    const last = section[index - 1]?.statement;
    const gap = last ? module.text.slice(last.end, entry.statement.start) : "";
    if (!last || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(gap)) paragraphs.push([]);
    paragraphs.at(-1)?.push(entry);
  }
  const isKin = ({ rank }: Ranked): boolean => topOf(rank[2]) === topOf(place[2]);
  return paragraphs.find((entries) => entries.some(isKin)) ?? paragraphs[0] ?? [];
}

/** First names that are folders around the file. */
function ownTops({ path }: PythonModule): IsOwn {
  const folders = new Set(path.split("/").slice(0, -1));
  return (top) => folders.has(top);
}
