import type { Edit } from "../../domain/patch.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { placedImport, planImports } from "../../syntax/imports.ts";
import { children, sourceOf } from "../../syntax/tree.ts";
import { matchBlock, type MatchResult } from "./match/match.ts";
import type { MatchLevel } from "../../domain/patch.ts";
import type { Definition } from "./prompt/definitions.ts";
import type { EditBlock } from "./reply/reply.ts";
import { MASK } from "../../text/redact.ts";
import { hiddenLine } from "./hidden-line.ts";
import { distinctEdits } from "../../text/distinct-edits.ts";

/** A block that could not be placed, and why, in words for who wrote it. */
export interface Misplaced {
  readonly block: EditBlock;
  readonly why: string;
}

export type Placed =
  | {
      readonly kind: "placed";
      readonly edits: readonly Edit[];
      /** The least exact level that was needed. */
      readonly level: MatchLevel;
    }
  | { readonly kind: "misplaced"; readonly misplaced: readonly Misplaced[]; readonly placed: number };

/** Of a file that Python cannot parse. */
const NO_TREE: PythonNode = { kind: "Module", start: 0, end: 0, line: 1, fields: { body: [] } };

export interface PlacingInput {
  readonly blocks: readonly EditBlock[];
  readonly imports: readonly string[];
  readonly project: ProjectSource;
  /** What the model was shown in full: of several places the one in there is meant. */
  readonly shown: readonly Definition[];
  /** Whether a place may be found by likeness alone. */
  readonly mayGuess: boolean;
}

/** All blocks of a reply as edits of the files they mean; all of them, or none. */
export function placeBlocks({ blocks, imports, project, shown, mayGuess }: PlacingInput): Placed {
  let before: PythonModule | undefined;
  const found = blocks.map((block) => {
    const module = fileOf(block.path, project, shown) ?? (block.path === null ? before : undefined);
    before = module ?? before;
    const hidden = module ? hiddenLine(block, module) : null;
    const result = module && hidden === null ? matchIn(module, block, { shown, mayGuess }) : undefined;
    return { block, module, hidden, result };
  });
  const matched = found.flatMap(({ module, result }) =>
    module && result?.kind === "matched" ? [{ module, ...result }] : [],
  );
  const misplaced = found
    .filter(({ result }) => result?.kind !== "matched")
    .map(({ block, module, hidden, result }) => ({
      block,
      why: hidden === null ? whyNot(block, module, result) : whyHidden(hidden),
    }));
  if (misplaced.length > 0) return { kind: "misplaced", misplaced, placed: matched.length };
  const edits = matched.flatMap(({ module, replacements }) =>
    replacements.map((entry): Edit => ({ path: module.path, ...entry })),
  );
  const touched = [...new Set(matched.map(({ module }) => module))];
  const all = [...distinctEdits(edits), ...touched.flatMap((module) => importEdits(module, imports, edits))];
  return {
    kind: "placed",
    edits: all,
    level:
      matched
        .map(({ level }) => level)
        .toSorted()
        .at(-1) ?? "L0",
  };
}

function matchIn(
  module: PythonModule,
  block: EditBlock,
  { shown, mayGuess }: Pick<PlacingInput, "shown" | "mayGuess">,
): MatchResult {
  const own = shown.filter((entry) => entry.module === module);
  const scopes = own.map(({ node }) => ({ start: node.start, end: Math.min(module.text.length, node.end + 1) }));
  const results = [null, ...scopes].map((scope) => matchBlock(block, { text: module.text, module, scope, mayGuess }));
  return results.find(({ kind }) => kind === "matched") ?? results[0] ?? { kind: "missing", nearest: null };
}

/** By its path, else by its name where only one shown file has it. */
function fileOf(
  path: string | null,
  { modules, unparsable }: ProjectSource,
  shown: readonly Definition[],
): PythonModule | undefined {
  const files = [...new Set(shown.map(({ module }) => module))];
  if (path === null) return files.length === 1 ? files[0] : undefined;
  const bare = path.replace(/^\.?\//, "");
  const exact = modules.get(bare);
  if (exact) return exact;
  const broken = unparsable.find((file) => file.path === bare);
  if (broken) return { path: broken.path, text: broken.text, tree: NO_TREE };
  const name = bare.split("/").at(-1) ?? bare;
  const named = files.filter((module) => module.path.split("/").at(-1) === name);
  return named.length === 1 ? named[0] : undefined;
}

function whyHidden(line: string): string {
  return `${MASK} stands for something that was hidden from you in the line \`${line}\`; leave that line out of both parts, and it stays as it is`;
}

function whyNot(block: EditBlock, module: PythonModule | undefined, result: MatchResult | undefined): string {
  if (!module) return `there is no file ${block.path ?? "named"} among those you were shown`;
  if (result?.kind === "ambiguous")
    return `its SEARCH part is ${result.places} times in ${module.path}; copy more lines around it`;
  const nearest =
    result?.kind === "missing" && result.nearest !== null ? `; the nearest lines there are:\n${result.nearest}` : "";
  return `its SEARCH part is not in ${module.path}${nearest}`;
}

/** What the reply wants imported and the file does not import, where the changed code speaks of it. */
function importEdits(module: PythonModule, imports: readonly string[], edits: readonly Edit[]): Edit[] {
  const text = edits
    .filter(({ path }) => path === module.path)
    .map((edit) => edit.text)
    .join("\n");
  const isUsed = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  const wanted = imports.flatMap((statement) => namesIn(statement)).filter(({ name }) => isUsed(name));
  const plain = imports
    .flatMap((statement) => /^import ([\w.]+)$/.exec(statement)?.[1] ?? [])
    .filter((name) => isUsed(name.split(".")[0] ?? name));
  return [...planImports(module, wanted).edits, ...plain.flatMap((name) => plainImport(module, name))];
}

function namesIn(statement: string): { readonly source: string; readonly name: string }[] {
  const [, source = "", list = ""] = /^from ([\w.]+) import \(?([\w ,]+)\)?$/.exec(statement) ?? [];
  return list
    .split(",")
    .map((entry) => ({ source, name: entry.trim() }))
    .filter(({ source: from, name }) => from !== "" && /^\w+$/.test(name));
}

/** A name that is there already is left alone. */
function plainImport(module: PythonModule, name: string): Edit[] {
  const statement = `import ${name}`;
  if (children(module.tree, "body").some((node) => sourceOf(module, node) === statement)) return [];
  return [placedImport(module, { source: name, isPlain: true }, statement)];
}
