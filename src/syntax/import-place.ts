import type { PythonModule, PythonNode } from "../domain/python.ts";
import { isStandardLibrary } from "./standard-library.ts";
import { child, children, word } from "./tree.ts";

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
  const place: Rank = [sectionOf(wanted.source, isOwn), wanted.isPlain ? 0 : 1, wanted.source];
  const ranked = block.map((statement) => ({ statement, rank: rankOf(statement, isOwn) }));
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
  readonly rank: Rank;
}

/** Within its section where there is one, sorted or not; else behind the sections that come before. */
function indexOf(module: PythonModule, ranked: readonly Ranked[], place: Rank): number {
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
function paragraphOf(module: PythonModule, section: readonly Ranked[], place: Rank): readonly Ranked[] {
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

function topOf(source: string): string {
  return source.split(".")[0] ?? source;
}

/** The imports at the head of a file, before anything else but its documentation. */
function importBlock(module: PythonModule): PythonNode[] {
  const body = children(module.tree, "body").filter((statement, index) => index > 0 || !isText(statement));
  const end = body.findIndex(({ kind }) => kind !== "Import" && kind !== "ImportFrom");
  return end === -1 ? body : body.slice(0, end);
}

function isText(statement: PythonNode): boolean {
  const value = statement.kind === "Expr" ? child(statement, "value") : undefined;
  return value?.kind === "Constant" && typeof value.fields["value"] === "string";
}

/** First names that are folders around the file. */
function ownTops({ path }: PythonModule): (top: string) => boolean {
  const folders = new Set(path.split("/").slice(0, -1));
  return (top) => folders.has(top);
}

/** Section (future, Python's own, installed, the repository's, relative), then plain imports before `from`, then the name. */
type Rank = readonly [number, number, string];

function rankOf(statement: PythonNode, isOwn: (top: string) => boolean): Rank {
  if (statement.kind === "Import") {
    const [name = ""] = children(statement, "names").map((alias) => word(alias, "name") ?? "");
    return [sectionOf(name, isOwn), 0, name];
  }
  const level = statement.fields["level"];
  const source = `${".".repeat(typeof level === "number" ? level : 0)}${word(statement, "module") ?? ""}`;
  return [sectionOf(source, isOwn), 1, source];
}

function sectionOf(source: string, isOwn: (top: string) => boolean): number {
  const top = topOf(source);
  if (source.startsWith(".")) return 4;
  if (top === "__future__") return 0;
  if (isOwn(top)) return 3;
  return isStandardLibrary(top) ? 1 : 2;
}

function compareRanks(first: Rank, second: Rank): number {
  const names = first[2] < second[2] ? -1 : first[2] > second[2] ? 1 : 0;
  return first[0] - second[0] || first[1] - second[1] || names;
}
