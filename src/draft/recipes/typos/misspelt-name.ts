import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, walkScope, word } from "../../../syntax/tree.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { knownImports } from "./known-names.ts";
import { likeliest } from "./likeness.ts";
import { isMeantElsewhere } from "./meant-elsewhere.ts";
import { selfAttributes } from "./self-attribute.ts";
import { isBoundAnywhere, readsOf, type UndefinedName, undefinedNames } from "./undefined-name.ts";

/** A variable, function or class whose name is spelt wrong where it is used. */
export const misspeltName: Recipe = {
  id: "misspelt-name",
  title: "A name spelt wrong where it is used",
  explanation: "Nothing has the name as it is written; one that differs by a letter is defined in reach.",
  draft(input) {
    for (const missing of undefinedNames(input)) {
      const draft = draftFor(input, missing);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, missing: UndefinedName): RecipeDraft | undefined {
  const { module, name, node } = missing;
  if (isBoundAnywhere(module, name) || knownImports(name).length > 0 || selfAttributes(input, missing).includes(name))
    return undefined;
  const right = likeliest(name, namesInReach(module, node));
  if (right === undefined || isMeantElsewhere(input, name)) return undefined;
  const edits = renamed(module, name, right);
  return edits && { edits, rationale: `Nothing is called \`${name}\`; \`${right}\` is.`, leftAlone: [] };
}

/** Every read of the name in the file; undefined when one of them has no place of its own. */
function renamed(module: PythonModule, name: string, right: string): Edit[] | undefined {
  const reads = readsOf(module.tree, name);
  if (reads.some(({ start, end }) => start < 0 || end - start !== name.length)) return undefined;
  if (!reads.every((node) => namesInReach(module, node).has(right))) return undefined;
  return reads.map(({ start, end }) => ({ path: module.path, start, end, text: right }));
}

/** Names that Python could find at a place: of the functions around it, of the module, of Python itself. */
function namesInReach(module: PythonModule, node: PythonNode): ReadonlySet<string> {
  const scopes = [...ancestorsOf(module, node)].filter(({ kind }) => SCOPE.test(kind));
  return new Set([...BUILTINS, ...scopes.flatMap(boundIn)]);
}

const SCOPE = /^(?:Module|(?:Async)?FunctionDef|Lambda|\w+Comp|GeneratorExp)$/;

function boundIn(scope: PythonNode): string[] {
  return [...walkScope(scope)].filter((node) => node !== scope).flatMap((node) => boundBy(node) ?? []);
}

function boundBy(node: PythonNode): string | undefined {
  if (node.kind === "alias") return word(node, "asname") ?? word(node, "name")?.split(".")[0];
  if (node.kind === "Name") return child(node, "ctx")?.kind === "Store" ? word(node, "id") : undefined;
  if (node.kind === "arg") return word(node, "arg");
  return NAMED.test(node.kind) ? word(node, "name") : undefined;
}

const NAMED = /^(?:(?:Async)?FunctionDef|ClassDef|ExceptHandler)$/;

const BUILTINS =
  "print range sorted reversed enumerate isinstance issubclass property staticmethod classmethod super float bytes tuple frozenset object getattr setattr hasattr callable format round input ValueError TypeError KeyError IndexError RuntimeError AttributeError NotImplementedError StopIteration Exception OSError LookupError PermissionError FileNotFoundError TimeoutError ConnectionError".split(
    " ",
  );
