import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { wholeLines } from "../../../syntax/imports.ts";
import { ancestorsOf, child, parentOf, walk, word } from "../../../syntax/tree.ts";
import { type ImportedName, importedNames } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { listedNames } from "../../names/import-list.ts";
import { missingModule } from "../../names/moved-limits.ts";
import { isAtLine, ownPlaces } from "../../names/place.ts";
import { callOf } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { editsOf, plainArguments, replaced, type Rewrite } from "./line-rewrite.ts";

/** What does the same as a function of distutils. */
interface Successor {
  readonly source: string;
  readonly name: string;
  /** What it must be given besides. */
  readonly adds?: string;
  /** Its value is another one: only calls whose value nobody reads are changed. */
  readonly isStatement?: boolean;
  /** Its values can be compared with each other and made a text, no more. */
  readonly isVersion?: boolean;
}

const SUCCESSORS: Readonly<Record<string, Successor>> = {
  "distutils.dir_util.copy_tree": { source: "shutil", name: "copytree", adds: "dirs_exist_ok=True", isStatement: true },
  "distutils.dir_util.mkpath": { source: "os", name: "makedirs", adds: "exist_ok=True", isStatement: true },
  "distutils.dir_util.remove_tree": { source: "shutil", name: "rmtree", isStatement: true },
  "distutils.file_util.copy_file": { source: "shutil", name: "copy2", isStatement: true },
  "distutils.file_util.move_file": { source: "shutil", name: "move", isStatement: true },
  "distutils.version.LooseVersion": { source: "packaging.version", name: "Version", isVersion: true },
  "distutils.version.StrictVersion": { source: "packaging.version", name: "Version", isVersion: true },
};

/** Functions of distutils that something else does, if it is called a little differently. */
export const removedDistutils: Recipe = {
  id: "removed-distutils",
  title: "Functions and versions of `distutils`: those of `shutil`, `os` and `packaging`",
  explanation: "Python 3.12 took away `distutils`; the standard library and `packaging` do most of what it did.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => {
        const isMissing = missingModule(place.message)?.split(".")[0] === "distutils";
        const imports = isMissing
          ? importedNames(place.module).filter(({ imported }) => Object.hasOwn(SUCCESSORS, imported))
          : [];
        const isShown = imports.some(({ statement }) => isAtLine(place.module, statement, place.frame.line));
        return isShown ? draftFor(input, place.module, imports) : [];
      })
      .slice(0, 1),
};

/** All such imports of a file, or none: another one that stays would fail next. */
function draftFor(input: RecipeInput, module: PythonModule, imports: readonly ImportedName[]): RecipeDraft[] {
  const isPlain = imports.every(({ statement }) => isWholeStatement(module, statement, imports));
  const rewrites = imports.map((entry) => rewritesOf(input, module, entry));
  if (!isPlain || rewrites.includes(undefined)) return [];
  const gone = dropped(module, imports);
  const found = rewrites.flatMap((entry) => entry ?? []);
  const edits = [...editsOf(module, found, gone), ...gone];
  if (rewrites.flat().length === 0) return [];
  const mayEditTests = input.project.guarded.has(module.path);
  return [
    {
      edits,
      rationale: "`distutils` is gone since Python 3.12; what is used of it others do too.",
      leftAlone: [],
      mayEditTests,
    },
  ];
}

/** A `from` statement at the top of which nothing stays. */
function isWholeStatement(module: PythonModule, statement: PythonNode, imports: readonly ImportedName[]): boolean {
  const isTopLevel = parentOf(module, statement)?.kind === "Module" && !isConditional(module, statement);
  const own = imports.filter((entry) => entry.statement === statement);
  return statement.kind === "ImportFrom" && isTopLevel && own.length === listedNames(statement).length;
}

function dropped(module: PythonModule, imports: readonly ImportedName[]): Edit[] {
  const statements = new Set(imports.map(({ statement }) => statement));
  return [...statements].map((statement) => ({ path: module.path, ...wholeLines(module, statement), text: "" }));
}

function rewritesOf(
  { installed }: RecipeInput,
  module: PythonModule,
  { imported, local }: ImportedName,
): readonly Rewrite[] | undefined {
  const successor = SUCCESSORS[imported];
  if (!successor || !installed.has(`${successor.source}.${successor.name}`)) return undefined;
  const uses = [...walk(module.tree)].filter((node) => node.kind === "Name" && word(node, "id") === local);
  const rewrites = uses.map((node) => rewriteOf(module, node, successor));
  return rewrites.includes(undefined) ? undefined : rewrites.flatMap((rewrite) => rewrite ?? []);
}

function rewriteOf(module: PythonModule, node: PythonNode, successor: Successor): Rewrite | undefined {
  if (successor.isVersion && isSortKey(module, node)) return renamed(module, node, successor);
  const call = callOf(module, node);
  const [first, second, third] = (call && plainArguments(call)) ?? [];
  const last = second ?? first;
  if (!call || !last || third || !isUsedSo(module, call, successor)) return undefined;
  const { edits, ...rest } = renamed(module, node, successor);
  return { ...rest, edits: (spelling) => [...edits(spelling), ...added(module, last, successor)] };
}

function added({ path }: PythonModule, last: PythonNode, { adds }: Successor): Edit[] {
  return adds === undefined ? [] : [{ path, start: last.end, end: last.end, text: `, ${adds}` }];
}

function renamed(module: PythonModule, node: PythonNode, { source, name }: Successor): Rewrite {
  return { node, wants: [{ source, name }], edits: (spelling) => [replaced(module, node, spelling(name))] };
}

/** `key=LooseVersion` */
function isSortKey(module: PythonModule, node: PythonNode): boolean {
  const parent = parentOf(module, node);
  return parent?.kind === "keyword" && word(parent, "arg") === "key";
}

function isUsedSo(module: PythonModule, call: PythonNode, { isStatement, isVersion }: Successor): boolean {
  if (isStatement) return parentOf(module, call)?.kind === "Expr";
  return isVersion !== true || isCompared(module, call);
}

/** Compared, a key to sort by, or handed to `str`: nothing reads its parts. */
function isCompared(module: PythonModule, call: PythonNode): boolean {
  const [parent] = ancestorsOf(module, call);
  if (parent?.kind === "Compare") return true;
  if (parent?.kind === "Lambda") return true;
  const called = parent?.kind === "Call" ? child(parent, "func") : undefined;
  return called !== undefined && called !== call && word(called, "id") === "str";
}
