import type { PythonModule } from "../../../domain/python.ts";
import { child, walk } from "../../../syntax/tree.ts";
import type { RecipeInput } from "../recipe.ts";

/**
 * True when code at hand other than reads of it knows a name: it is a real one, which only is missing here. A string that
 * holds it (a key, `getattr`), a keyword, a definition, an assigned attribute; for tests any use, they say what is wanted.
 */
export function isMeantElsewhere({ project, installed }: RecipeInput, name: string): boolean {
  if (installed.ownDefinitions(name).length > 0) return true;
  return [...project.modules.values()].some((module) => knows(module, name, project.guarded.has(module.path)));
}

function knows(module: PythonModule, name: string, isTest: boolean): boolean {
  return [...walk(module.tree)].some((node) => {
    const fields = FIELDS[node.kind] ?? [];
    const isNamed = fields.some((field) => node.fields[field] === name);
    return isNamed && (isTest || node.kind !== "alias") && (isTest || child(node, "ctx")?.kind !== "Load");
  });
}

/** Where nodes hold names. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Constant: ["value"],
  keyword: ["arg"],
  arg: ["arg"],
  FunctionDef: ["name"],
  AsyncFunctionDef: ["name"],
  ClassDef: ["name"],
  Name: ["id"],
  Attribute: ["attr"],
  alias: ["name"],
};
