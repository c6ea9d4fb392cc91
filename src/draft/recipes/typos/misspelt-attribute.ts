import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { importedFile } from "../../../syntax/imported-file.ts";
import { ancestorsOf, child, isFunction, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { isConditional } from "../../names/conditional.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { attributesOf } from "./class-attributes.ts";
import { likeliest, likeliestOfLibrary } from "./likeness.ts";
import { isMeantElsewhere } from "./meant-elsewhere.ts";
import { topLevelNames } from "./module-names.ts";

/** An attribute of an own class or of a module whose name is spelt wrong where it is used. */
export const misspeltAttribute: Recipe = {
  id: "misspelt-attribute",
  title: "An attribute, method or function of a module spelt wrong where it is used",
  explanation: "The object has no attribute of the name as it is written; it has one that differs by a letter.",
  draft(input) {
    for (const place of ownPlaces(input)) {
      const draft = draftFor(input, place);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, place: OwnPlace): RecipeDraft | undefined {
  const { module, frame } = place;
  const wrong = /has no attribute '(\w{1,200})'/.exec(place.message)?.[1];
  if (place.type !== "AttributeError" || wrong === undefined || input.project.guarded.has(module.path))
    return undefined;
  const reads = [...walk(module.tree)].filter((node) => isReadOf(node, wrong));
  const failing = reads.filter((node) => isAtLine(module, node, frame.line) && !isConditional(module, node));
  const [node] = failing;
  if (!node || new Set(failing.map((entry) => baseText(module, entry))).size > 1) return undefined;
  const right = meant(input, place, wrong);
  if (right === undefined || isMeantElsewhere(input, wrong)) return undefined;
  const same = reads.filter((entry) => isSameObject(module, entry, node));
  const edits = same.map((entry): Edit => ({
    path: module.path,
    start: entry.end - wrong.length,
    end: entry.end,
    text: right,
  }));
  if (same.some(({ start }) => start < 0)) return undefined;
  return { edits, rationale: `There is no attribute \`${wrong}\`; \`${right}\` is there.`, leftAlone: [] };
}

function isReadOf(node: PythonNode, name: string): boolean {
  return node.kind === "Attribute" && word(node, "attr") === name && child(node, "ctx")?.kind === "Load";
}

function baseText(module: PythonModule, node: PythonNode): string {
  const base = child(node, "value");
  return base && base.start >= 0 ? sourceOf(module, base) : "";
}

/** Read from what is written alike, in the same function, or of `self` in the same class. */
function isSameObject(module: PythonModule, node: PythonNode, failing: PythonNode): boolean {
  if (node === failing) return true;
  const base = baseText(module, node);
  const kind = base === "self" ? "ClassDef" : "function";
  return (
    base !== "" && base === baseText(module, failing) && around(module, node, kind) === around(module, failing, kind)
  );
}

function around(module: PythonModule, node: PythonNode, kind: string): PythonNode | undefined {
  return [...ancestorsOf(module, node)].find((outer) =>
    kind === "ClassDef" ? outer.kind === kind : isFunction(outer),
  );
}

/** The name that was meant: of a class of the repository, of a module of it, or of an installed module. */
function meant(input: RecipeInput, { module, message }: OwnPlace, wrong: string): string | undefined {
  const dotted = /^module '([\w.]{1,300})' has no attribute/.exec(message)?.[1];
  if (dotted !== undefined) return meantOfModule(input, { importer: module, dotted, wrong });
  const type = /^(?:type object )?'([\w.]{1,300})' (?:object )?has no attribute/.exec(message)?.[1]?.split(".").at(-1);
  const classes = [...input.project.modules.values()].flatMap((entry) =>
    [...walk(entry.tree)]
      .filter((node) => node.kind === "ClassDef" && word(node, "name") === type)
      .map((node) => ({ module: entry, node })),
  );
  const [owner, ...others] = classes;
  if (!owner || others.length > 0 || input.project.guarded.has(owner.module.path)) return undefined;
  const names = attributesOf(input, owner);
  return names.has("__getattr__") || names.has("__getattribute__") ? undefined : likeliest(wrong, names);
}

interface WrongMember {
  readonly importer: PythonModule;
  readonly dotted: string;
  readonly wrong: string;
}

function meantOfModule(input: RecipeInput, { importer, dotted, wrong }: WrongMember): string | undefined {
  const path = importedFile(input.project.trackedFiles, importer.path, { source: dotted, level: 0 });
  const own = path === undefined ? undefined : input.project.modules.get(path);
  if (own) return likeliest(wrong, topLevelNames(own));
  if (path !== undefined || isKnownAsGone(input, `${dotted}.${wrong}`)) return undefined;
  return likeliestOfLibrary(wrong, input.installed.members(dotted));
}

/** A name that a library took away is not misspelt. */
export function isKnownAsGone({ libraries }: RecipeInput, full: string): boolean {
  return libraries.some(({ names = [] }) => names.some(({ old }) => old === full));
}
