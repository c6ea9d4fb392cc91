import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, walk, word } from "../../../syntax/tree.ts";
import { targetOf } from "../../names/bindings.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { callOf, lastPart, parentName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { isOwnTop } from "./own-modules.ts";
import { addImport } from "./place-import.ts";
import { isBoundAnywhere } from "./undefined-name.ts";

/** A module used as the class of its name, or the class as the module: `datetime`. */
export const moduleForClass: Recipe = {
  id: "module-for-class",
  title: "A module used as the class of the same name, or the other way round (`datetime`, `time`)",
  explanation:
    "`import datetime` brings the module and `from datetime import datetime` the class in it; each needs to be used in its own way.",
  draft(input) {
    for (const place of ownPlaces(input)) {
      const draft = input.project.guarded.has(place.module.path) ? undefined : draftFor(input, place);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, place: OwnPlace): RecipeDraft | undefined {
  const names = namesAt(place);
  const called = place.type === "TypeError" && place.message.startsWith("'module' object is not callable");
  const lacking = /^module '(\w{1,100})' has no attribute '\w{1,200}'/.exec(place.message)?.[1];
  if (called || (place.type === "AttributeError" && lacking !== undefined)) {
    const name = names.find((node) => isModule(place.module, node) && isWronglyUsed(input, place.module, node));
    return name && throughModule(input, place.module, name);
  }
  return isClassForModule(place) ? throughClass(input, place.module, names) : undefined;
}

function namesAt({ module, frame }: OwnPlace): PythonNode[] {
  return [...walk(module.tree)].filter(
    (node) =>
      node.kind === "Name" &&
      node.start >= 0 &&
      child(node, "ctx")?.kind === "Load" &&
      isAtLine(module, node, frame.line),
  );
}

/** A name of one part that stands for a module: `datetime`, or `dt` after `import datetime as dt`. */
function isModule(module: PythonModule, node: PythonNode): boolean {
  const target = targetOf(module, word(node, "id") ?? "");
  return target !== undefined && !target.includes(".");
}

/** What the module cannot do and what it has under its own name can: be called, give this attribute. */
function isWronglyUsed({ installed }: RecipeInput, module: PythonModule, node: PythonNode): boolean {
  const target = targetOf(module, word(node, "id") ?? "") ?? "";
  const inner = `${target}.${target}`;
  if (callOf(module, node)) return installed.has(inner);
  const attribute = attributeOver(module, node);
  if (attribute === undefined || attribute === target) return false;
  return !installed.has(`${target}.${attribute}`) && installed.has(`${inner}.${attribute}`);
}

function attributeOver(module: PythonModule, node: PythonNode): string | undefined {
  const parent = [...walk(module.tree)].find((entry) => entry.kind === "Attribute" && child(entry, "value") === node);
  return parent && word(parent, "attr");
}

/** Every wrong use of the module in the file. */
function throughModule(input: RecipeInput, module: PythonModule, name: PythonNode): RecipeDraft {
  const local = word(name, "id") ?? "";
  const target = targetOf(module, local) ?? "";
  const edits = [...walk(module.tree)]
    .filter(
      (node) =>
        node.kind === "Name" && word(node, "id") === local && node.start >= 0 && isWronglyUsed(input, module, node),
    )
    .map((node): Edit => ({ path: module.path, start: node.end, end: node.end, text: `.${target}` }));
  return {
    edits,
    rationale: `\`${local}\` is the module here; what was meant is \`${local}.${target}\`.`,
    leftAlone: [],
  };
}

function isClassForModule({ type, message }: OwnPlace): boolean {
  return (
    type === "AttributeError" &&
    /^type object '[\w.]{1,100}' has no attribute '|^'(?:method_descriptor|builtin_function_or_method)' object has no attribute/.test(
      message,
    )
  );
}

/** `datetime.timedelta` after `from datetime import datetime`: what is read is the module's. */
function throughClass(input: RecipeInput, module: PythonModule, names: readonly PythonNode[]): RecipeDraft | undefined {
  const isOfModule = (node: PythonNode): boolean => memberOfModule(input, module, node) !== undefined;
  const failing = [...walk(module.tree)].find(
    (node) => names.includes(child(node, "value") ?? node) && isOfModule(node),
  );
  const local = failing && word(child(failing, "value") ?? failing, "id");
  if (local === undefined) return undefined;
  const all = [...walk(module.tree)].filter(
    (node) => isOfModule(node) && word(child(node, "value") ?? node, "id") === local,
  );
  const members = new Set(all.map((node) => word(node, "attr") ?? ""));
  const fresh = [...members].filter((member) => member !== local);
  if (fresh.some((member) => isBoundAnywhere(module, member))) return undefined;
  const source = parentName(targetOf(module, local) ?? "");
  const imports = fresh.map((name) =>
    addImport(module, { kind: "from", source, name }, isOwnTop(input.project, module.path)),
  );
  const [needed, ...others] = imports;
  if (others.length > 0 || (fresh.length > 0 && !needed)) return undefined;
  const uses = all.map((node): Edit => ({
    path: module.path,
    start: node.start,
    end: node.end,
    text: word(node, "attr") ?? "",
  }));
  return {
    edits: [...(needed ? [needed] : []), ...uses],
    rationale: `\`${local}\` is the class here, and \`${[...members].join("`, `")}\` stands beside it in the module.`,
    leftAlone: [],
  };
}

/** The full name of what an attribute of such a class was to be, when the class does not have it or has a method there. */
function memberOfModule({ installed }: RecipeInput, module: PythonModule, node: PythonNode): string | undefined {
  const target = classRead(module, node);
  const attribute = word(node, "attr") ?? "";
  if (target === undefined) return undefined;
  const full = `${parentName(target)}.${attribute}`;
  // `datetime.date` is a method of the class too, and `datetime.date.today()` reads on from it.
  const isMeant = METHODS.has(attribute)
    ? attributeOver(module, node) !== undefined
    : !installed.has(`${target}.${attribute}`);
  return isMeant && installed.has(full) ? full : undefined;
}

const METHODS = new Set(["date", "time"]);

/** The class behind `datetime.x`, when it bears the name of its module. */
function classRead(module: PythonModule, node: PythonNode): string | undefined {
  const base = node.kind === "Attribute" && node.start >= 0 ? child(node, "value") : undefined;
  const target = base?.kind === "Name" ? targetOf(module, word(base, "id") ?? "") : undefined;
  return target !== undefined && lastPart(target) === parentName(target) ? target : undefined;
}
