import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { planImports } from "../../syntax/imports.ts";
import { definitionOf, externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, sourceOf, walk, word } from "../../syntax/tree.ts";
import { worksBefore } from "../facts/support.ts";
import { boundOtherwise } from "../names/bindings.ts";
import { isConditional } from "../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../names/place.ts";
import { definesMember, isKindOf } from "../names/project-members.ts";
import { callOf, fullName, isAttribute, isRead, lastPart, parentName } from "../names/references.ts";
import type { Library, RenamedMethod } from "../../domain/library.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";

/** Methods and attributes that objects of a library no longer have. */
export const renamedMethods: Recipe = {
  id: "renamed-methods",
  title: "Methods that objects of a library no longer have: what they are called now",
  explanation: "The installed version of a type no longer has the method or attribute that the code reads from it.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

function draftAt(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  const complaint = complaintIn(place.message);
  if (!complaint) return [];
  for (const library of input.libraries) {
    for (const row of library.methods ?? []) {
      if (row.old !== complaint.attribute || !isType(input, row, complaint.type) || !isThere(input, row)) continue;
      const edits = editsAt(input, place, { row, isClass: complaint.isClass });
      if (edits.length > 0) return [draftOf(input, place, { library, row, edits })];
    }
  }
  return [];
}

interface Complaint {
  readonly type: string;
  readonly attribute: string;
  /** It was read from the class itself. */
  readonly isClass: boolean;
}

/** In Python's words, hints at their end left out, and in numpy's. */
function complaintIn(message: string): Complaint | undefined {
  const text = message.slice(0, 2000);
  const own = /'([\w.]{1,200})' object has no attribute '(\w{1,100})'/.exec(text);
  const ofClass = /type object '([\w.]{1,200})' has no attribute '(\w{1,100})'/.exec(text);
  const removed = /`(\w{1,100})` was removed from the (\w{1,100}) class/.exec(text);
  if (own) return { type: own[1] ?? "", attribute: own[2] ?? "", isClass: false };
  if (ofClass) return { type: ofClass[1] ?? "", attribute: ofClass[2] ?? "", isClass: true };
  return removed ? { type: removed[2] ?? "", attribute: removed[1] ?? "", isClass: false } : undefined;
}

/** The type of the row, or a class of the project that is one. */
function isType({ project }: RecipeInput, { type }: RenamedMethod, named: string): boolean {
  return named === type || lastPart(named) === lastPart(type) || isKindOf(project, lastPart(named), lastPart(type));
}

function isThere({ installed }: RecipeInput, { full, new: fresh }: RenamedMethod): boolean {
  if (typeof fresh !== "string") return installed.has(fresh.function);
  const name = /^\w+/.exec(fresh)?.[0] ?? fresh;
  return full === undefined || installed.has(`${full}.${name}`);
}

interface Wanted {
  readonly row: RenamedMethod;
  readonly isClass: boolean;
}

/** The edits of the file, when one of them is on the line that failed; none where one cannot be made. */
function editsAt(input: RecipeInput, { module, frame }: OwnPlace, { row, isClass }: Wanted): readonly Edit[] {
  const uses = [...walk(module.tree)].filter(
    (node) =>
      isAttribute(node, row.old) &&
      node.line > 0 &&
      isRead(node) &&
      (isClass || !isOfLibrary(input, module, node)) &&
      !isConditional(module, node),
  );
  const shown = uses.filter((node) => isAtLine(module, node, frame.line));
  if (shown.length === 0) return [];
  const isDistinct = row.isCommon !== true && !definesMember(input.project, row.old);
  return changed(module, isDistinct ? uses : shown, row);
}

/** What is read from a name that a library gave is a member of a module or class, not of an object. */
function isOfLibrary({ project }: RecipeInput, module: PythonModule, node: PythonNode): boolean {
  const base = child(node, "value");
  const isImported = fullName(module, base) ?? externalName(project, module, dottedName(base));
  return isImported !== undefined && definitionOf(project, module, dottedName(base) ?? "") === undefined;
}

function changed(module: PythonModule, uses: readonly PythonNode[], row: RenamedMethod): readonly Edit[] {
  const { new: fresh } = row;
  if (typeof fresh === "string") return uses.map((node) => renamed(module, node, fresh));
  const [source, name] = [parentName(fresh.function), lastPart(fresh.function)];
  const isBuiltin = source === "builtins";
  if (isBuiltin && boundOtherwise(module).has(name)) return [];
  const plan = planImports(module, isBuiltin ? [] : [{ source, name }]);
  const unbound = uses.filter((node) => isOfType(module, node, row));
  const bound = uses.filter((node) => !unbound.includes(node));
  const calls = bound.flatMap((node) => callOf(module, node) ?? []);
  // A method of the type that is called on purpose: the function may lead back to the caller.
  if (unbound.some((node) => callOf(module, node) !== undefined)) return [];
  if (calls.length < bound.length || calls.some((call) => calls.some((other) => isInside(call, other)))) return [];
  const spelled = plan.spelling(name);
  const asValues = unbound.map(({ start, end }) => ({ path: module.path, start, end, text: spelled }));
  return [...calls.flatMap((call) => asFunction(module, call, spelled)), ...asValues, ...plan.edits];
}

/** `np.ndarray.ptp`: the method as a value. */
function isOfType(module: PythonModule, node: PythonNode, { full }: RenamedMethod): boolean {
  return full !== undefined && fullName(module, child(node, "value")) === full;
}

/** Only the name behind the dot. */
function renamed(module: PythonModule, node: PythonNode, fresh: string): Edit {
  return { path: module.path, start: node.end - (word(node, "attr") ?? "").length, end: node.end, text: fresh };
}

function isInside(call: PythonNode, other: PythonNode): boolean {
  return call !== other && other.start <= call.start && call.end <= other.end;
}

/** `a.ptp(axis=0)` as `np.ptp(a, axis=0)`. */
function asFunction(module: PythonModule, call: PythonNode, name: string): Edit[] {
  const method = child(call, "func");
  const object = method && child(method, "value");
  if (!method || !object) return [];
  const opening = module.text.indexOf("(", method.end) + 1;
  const hasMore = children(call, "args").length + children(call, "keywords").length > 0;
  const text = `${name}(${sourceOf(module, object)}${hasMore ? ", " : ""}`;
  return [{ path: module.path, start: call.start, end: opening, text }];
}

function draftOf(
  input: RecipeInput,
  { module }: OwnPlace,
  { library, row, edits }: { library: Library; row: RenamedMethod; edits: readonly Edit[] },
): RecipeDraft {
  const fresh = typeof row.new === "string" ? row.new : row.new.function.replace("builtins.", "");
  const isTooNew = worksBefore(input.support, library.distribution, row.since);
  const warning = isTooNew ? ` The project also names versions before ${row.since}, which lack it.` : "";
  return {
    edits,
    rationale: `\`${row.type}\` no longer has \`${row.old}\`; \`${fresh}\` is there in its stead.${warning}`,
    leftAlone: [],
    mayEditTests: input.project.guarded.has(module.path),
  };
}
