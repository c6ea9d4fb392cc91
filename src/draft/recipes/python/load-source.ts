import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { parentOf, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { type ImportedName, importedNames } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { listedNames } from "../../names/import-list.ts";
import { missingModule } from "../../names/moved-limits.ts";
import { isAtLine, ownPlaces } from "../../names/place.ts";
import { callOf, fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { editsOf, plainArguments, replaced, type Rewrite } from "./line-rewrite.ts";

/** Modules loaded from a path. */
export const loadSource: Recipe = {
  id: "load-source",
  title: "`imp.load_source(name, path)`: a loader of `importlib` for that file",
  explanation: "Python 3.12 took away `imp`; `importlib` has a loader that does the same with a name and a path.",
  draft: (input) =>
    ownPlaces(input)
      .filter(({ message }) => missingModule(message) === "imp")
      .flatMap(({ module, frame }) => draftFor(input, module, frame.line))
      .slice(0, 1),
};

/** Where a plain import of `imp` fails and loading from a path is all that the file does with it. */
function draftFor(input: RecipeInput, module: PythonModule, line: number): RecipeDraft[] {
  const entry = importedNames(module).find(
    ({ imported, statement }) => imported === "imp" && isAtLine(module, statement, line),
  );
  const rewrites = entry && isAlone(module, entry) ? usesOf(module, entry) : [];
  const isThere = input.installed.has("importlib.machinery.SourceFileLoader.load_module");
  if (!entry || !isThere || rewrites.length === 0 || rewrites.includes(undefined)) return [];
  const own = editsOf(
    module,
    rewrites.flatMap((rewrite) => rewrite ?? []),
  );
  const edits = [...own, replaced(module, entry.statement, "from importlib.machinery import SourceFileLoader")];
  return [{ edits, rationale: RATIONALE, leftAlone: [], mayEditTests: input.project.guarded.has(module.path) }];
}

const RATIONALE =
  "`imp` is gone since Python 3.12; `SourceFileLoader` loads a module from a path as `load_source` did.";

/** `import imp` and no more, where it always runs. */
function isAlone(module: PythonModule, { statement }: ImportedName): boolean {
  const isTopLevel = parentOf(module, statement)?.kind === "Module" && !isConditional(module, statement);
  return statement.kind === "Import" && listedNames(statement).length === 1 && isTopLevel;
}

/** What the file does with it; undefined for what is no loading from a path. */
function usesOf(module: PythonModule, { local }: ImportedName): readonly (Rewrite | undefined)[] {
  const uses = [...walk(module.tree)].filter((node) => node.kind === "Name" && word(node, "id") === local);
  return uses.map((use) => rewriteOf(module, use));
}

function rewriteOf(module: PythonModule, use: PythonNode): Rewrite | undefined {
  const method = parentOf(module, use);
  const call = method && fullName(module, method) === "imp.load_source" ? callOf(module, method) : undefined;
  const [name, path, ...others] = (call && plainArguments(call)) ?? [];
  if (!call || !name || !path || others.length > 0) return undefined;
  const text = `SourceFileLoader(${sourceOf(module, name)}, ${sourceOf(module, path)}).load_module()`;
  return { node: call, edits: () => [replaced(module, call, text)] };
}
