import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf, planImports, spellingOf, type WantedName } from "../../../syntax/imports.ts";
import { children, parentOf, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { RecipeDraft, RecipeInput } from "../recipe.ts";

/** Writes an imported name as the file calls it. */
export type Spelling = (name: string) => string;

/** One place of a file to write differently. */
export interface Rewrite {
  readonly node: PythonNode;
  /** What it must have at hand. */
  readonly wants?: readonly WantedName[];
  /** Imported names that nothing may use afterwards. */
  readonly drops?: readonly WantedName[];
  readonly edits: (spelling: Spelling) => readonly Edit[];
}

/** What a message tells, and what to write differently for it. */
export interface LineRule {
  readonly message: RegExp;
  readonly rationale: string;
  /** All the places of a file; those in code that decides between versions are left alone. */
  readonly rewrites: (module: PythonModule, place: OwnPlace) => readonly Rewrite[];
}

/** The draft that rewrites a whole file, where the line that failed with such a message is one of the places. */
export function draftByLine(input: RecipeInput, { message, rationale, rewrites }: LineRule): RecipeDraft[] {
  for (const place of ownPlaces(input)) {
    if (!message.test(place.message.slice(0, 2000))) continue;
    const { module, frame } = place;
    const found = rewrites(module, place).filter(({ node }) => node.line > 0 && !isConditional(module, node));
    if (!found.some(({ node }) => isAtLine(module, node, frame.line))) continue;
    const edits = editsOf(module, found);
    if (edits.length === 0) continue;
    return [{ edits, rationale, leftAlone: [], mayEditTests: input.project.guarded.has(module.path) }];
  }
  return [];
}

/**
 * The edits of all these rewrites with their imports; of two that are one inside the other, the outer one's. `gone` are
 * edits that drop other imports: they are not given back.
 */
export function editsOf(
  module: PythonModule,
  rewrites: readonly Rewrite[],
  gone: readonly Edit[] = [],
): readonly Edit[] {
  const own = rewrites.filter(
    ({ node }) =>
      !rewrites.some(({ node: outer }) => outer !== node && outer.start <= node.start && node.end <= outer.end),
  );
  const wants = own.flatMap((rewrite) => rewrite.wants ?? []);
  if (wants.some((wanted) => isTaken(module, wanted))) return [];
  const { spelling } = planImports(module, wants);
  const edits = own.flatMap((rewrite) => rewrite.edits(spelling));
  const names = own.flatMap((rewrite) => rewrite.drops ?? []);
  const imports = planImports(module, wants, { names, otherEdits: [...edits, ...gone] }).edits;
  return [...edits, ...imports.map((edit) => spaced(module, edit))];
}

/** The first import of a file stands apart from the code: by two lines from a definition, by one from anything else. */
function spaced(module: PythonModule, edit: Edit): Edit {
  const body = children(module.tree, "body");
  const next = body.find(({ start }) => start >= edit.start);
  if (importedNames(module).length > 0 || edit.start < edit.end || !next) return edit;
  const end = lineEndOf(module);
  // Below a description, which has its blank lines already.
  if (/[\r\n]/.test(module.text[edit.start] ?? "")) return { ...edit, text: `${end}${edit.text}` };
  const count = ["FunctionDef", "AsyncFunctionDef", "ClassDef"].includes(next.kind) ? 2 : 1;
  return { ...edit, text: `${edit.text}${end.repeat(count)}` };
}

/** The file means something else by that name. */
function isTaken(module: PythonModule, wanted: WantedName): boolean {
  if (spellingOf(module, wanted) !== undefined) return false;
  return boundOtherwise(module).has(wanted.name) || importedNames(module).some(({ local }) => local === wanted.name);
}

/** Replaces a node by a text. */
export function replaced({ path }: PythonModule, { start, end }: PythonNode, text: string): Edit {
  return { path, start, end, text };
}

/** A node's source as an operand of any operator: in parentheses unless it binds most tightly. */
export function operand(module: PythonModule, node: PythonNode): string {
  const source = sourceOf(module, node);
  return TIGHT.has(node.kind) ? source : `(${source})`;
}

const TIGHT = new Set([
  "Name",
  "Attribute",
  "Call",
  "Subscript",
  "Constant",
  "List",
  "Dict",
  "Set",
  "JoinedStr",
  "ListComp",
  "DictComp",
  "SetComp",
]);

/** True where an operator may stand without parentheses around it: an argument, a condition, a value. */
export function isLoose(module: PythonModule, node: PythonNode): boolean {
  const parent = parentOf(module, node);
  return (
    !["BinOp", "UnaryOp", "Compare", "Attribute", "Subscript", "Call", "Await", "Starred"].includes(
      parent?.kind ?? "",
    ) ||
    (parent?.kind === "Call" && parent.fields["func"] !== node) ||
    (parent?.kind === "Subscript" && parent.fields["value"] !== node)
  );
}

/** All calls of a file whose function fits. */
export function callsIn(module: PythonModule, fits: (called: PythonNode) => boolean): PythonNode[] {
  return [...walk(module.tree)].filter((node) => {
    const called = node.kind === "Call" ? node.fields["func"] : null;
    return typeof called === "object" && called !== null && "kind" in called && fits(called);
  });
}

/** The positional arguments of a call that has nothing else; undefined where it has. */
export function plainArguments(call: PythonNode): readonly PythonNode[] | undefined {
  const given = children(call, "args");
  const isPlain = children(call, "keywords").length === 0 && given.every(({ kind }) => kind !== "Starred");
  return isPlain ? given : undefined;
}

/** The attribute's name; undefined for other nodes. */
export function attributeName(node: PythonNode | undefined): string | undefined {
  return node?.kind === "Attribute" ? word(node, "attr") : undefined;
}
