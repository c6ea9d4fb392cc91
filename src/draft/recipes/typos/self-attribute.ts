import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, children, isFunction, parentOf, walk, walkScope, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { attributesOf } from "./class-attributes.ts";
import { readsOf, type UndefinedName, undefinedNames } from "./undefined-name.ts";

/** An attribute of the object that a method reads as if it were a variable. */
export const selfAttribute: Recipe = {
  id: "self-attribute",
  title: "An attribute read without `self.` in a method",
  explanation:
    "Inside a method, attributes of the object are reached through its first parameter; a bare name means a variable.",
  draft(input) {
    for (const missing of undefinedNames(input)) {
      const draft = draftFor(input, missing);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, missing: UndefinedName): RecipeDraft | undefined {
  const { module, name } = missing;
  const method = methodAround(module, missing.node);
  if (!method || !selfAttributes(input, missing).includes(name) || isVisible(module, method.node, name))
    return undefined;
  const reads = readsOf(method.node, name).filter((node) => isInside(module, node, method.node));
  if (reads.some(({ start }) => start < 0)) return undefined;
  return {
    edits: reads.map(({ start }) => ({ path: module.path, start, end: start, text: `${method.self}.` })),
    rationale: `\`${name}\` is an attribute of the object; in a method it is read as \`${method.self}.${name}\`.`,
    leftAlone: [],
  };
}

interface Method {
  readonly node: PythonNode;
  readonly owner: PythonNode;
  /** Its first parameter. */
  readonly self: string;
}

/** The method whose body holds a node, also through functions and comprehensions in it, when it has `self`. */
function methodAround(module: PythonModule, node: PythonNode): Method | undefined {
  for (const outer of ancestorsOf(module, node)) {
    if (outer.kind === "ClassDef") return undefined;
    const owner = isFunction(outer) ? parentOf(module, outer) : undefined;
    if (owner?.kind !== "ClassDef") continue;
    return hasSelf(outer) && isInside(module, node, outer) ? { node: outer, owner, self: "self" } : undefined;
  }
  return undefined;
}

function hasSelf(method: PythonNode): boolean {
  const decorators = children(method, "decorator_list").map((entry) => word(entry, "id") ?? "");
  const parameters = child(method, "args");
  const [first] = parameters ? [...children(parameters, "posonlyargs"), ...children(parameters, "args")] : [];
  return (
    first !== undefined &&
    word(first, "arg") === "self" &&
    !decorators.some((name) => /^(static|class)method$/.test(name))
  );
}

/** What the class around a name's use gives its objects, bases in the project included; nothing outside a method. */
export function selfAttributes(input: RecipeInput, { module, node }: UndefinedName): readonly string[] {
  const method = methodAround(module, node);
  return method ? [...attributesOf(input, { module, node: method.owner })] : [];
}

/** True when the method, a function inside it or the module binds the name: then it is another matter. */
function isVisible(module: PythonModule, method: PythonNode, name: string): boolean {
  const inMethod = [...walk(method)].some(
    (node) =>
      (node.kind === "Name" && word(node, "id") === name && child(node, "ctx")?.kind !== "Load") ||
      (node.kind === "arg" && word(node, "arg") === name) ||
      (node !== method && isFunction(node) && word(node, "name") === name),
  );
  if (inMethod || importedNames(module).some(({ local }) => local === name)) return true;
  return boundOtherwise(module).has(name) && [...walkScope(module.tree)].some((node) => bindsName(node, name));
}

function bindsName(node: PythonNode, name: string): boolean {
  if (node.kind === "Name") return word(node, "id") === name && child(node, "ctx")?.kind === "Store";
  return (isFunction(node) || node.kind === "ClassDef") && word(node, "name") === name;
}

/** In its body, not in its decorators, defaults or annotations, which run where the class is made. */
function isInside(module: PythonModule, node: PythonNode, method: PythonNode): boolean {
  const chain = [node, ...ancestorsOf(module, node)];
  const inner = chain[chain.indexOf(method) - 1];
  return inner !== undefined && children(method, "body").includes(inner);
}
