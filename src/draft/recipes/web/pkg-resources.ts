import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf, wholeLines } from "../../../syntax/imports.ts";
import { child, children, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, type ImportedName, importedNames } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { indentationOf } from "../../names/import-list.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { replacementOf } from "./pkg-resources-uses.ts";

/** setuptools 82 dropped `pkg_resources`. */
export const pkgResources: Recipe = {
  id: "pkg-resources",
  title: "`pkg_resources`, which setuptools dropped: `importlib.metadata`, `importlib.resources`, `packaging`",
  explanation:
    "`pkg_resources` was a part of setuptools until version 81; Python's own `importlib` has had what it did since 3.8 to 3.10.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!/^No module named '?pkg_resources\b/.test(message)) return [];
  const imports = importedNames(module).filter(({ imported }) => /^pkg_resources(\.\w+)?$/.test(imported));
  const isShown = imports.some(({ statement }) => isAtLine(module, statement, frame.line));
  const isSettled = imports.some(({ statement }) => isConditional(module, statement));
  if (!isShown || isSettled || boundOtherwise(module).has("importlib")) return [];
  const edits = editsOf(input, module, imports);
  if (!edits) return [];
  return [
    {
      edits,
      rationale: "setuptools no longer brings `pkg_resources`; Python's own library does what it is used for here.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** Undefined unless everything that is used of it has a successor. */
function editsOf(input: RecipeInput, module: PythonModule, imports: readonly ImportedName[]): Edit[] | undefined {
  const uses = usesIn(module);
  const replaced = uses.map((use) => replacementOf(input, module, use));
  if (uses.length === 0 || replaced.includes(undefined)) return undefined;
  const found = replaced.flatMap((entry) => entry ?? []);
  const needs = [...new Set(found.map(({ needs: need }) => need))].toSorted();
  const statements = [...new Set(imports.map(({ statement }) => statement))];
  const changed = statements.map((statement) => changedImport(module, statement, needs));
  if (changed.includes(undefined)) return undefined;
  return [...changed.flatMap((edit) => edit ?? []), ...found.map(({ edit }) => edit)];
}

/** The outermost expressions that reach into it, by name or attribute. */
function usesIn(module: PythonModule): PythonNode[] {
  const found = [...walk(module.tree)].filter(
    (node) =>
      node.start >= 0 &&
      (node.kind === "Name" || node.kind === "Attribute") &&
      (fullName(module, node)?.startsWith("pkg_resources") ?? false),
  );
  return found.filter((node) => !found.some((other) => other !== node && child(other, "value") === node));
}

/** An import of nothing else becomes the imports that are needed instead. */
function changedImport(module: PythonModule, statement: PythonNode, needs: readonly string[]): Edit | undefined {
  const names = children(statement, "names");
  const isPlain = statement.kind === "ImportFrom" || names.length === 1;
  const isAliased = statement.kind === "Import" && names.some((alias) => word(alias, "name") !== "pkg_resources");
  const indent = indentationOf(module, statement);
  if (!isPlain || isAliased || indent === undefined) return undefined;
  const missing = needs.filter((full) => !isImported(module, full));
  const text = missing.map((full) => `import ${full}`).join(`${lineEndOf(module)}${indent}`);
  return missing.length === 0
    ? { path: module.path, ...wholeLines(module, statement), text: "" }
    : { path: module.path, start: statement.start, end: statement.end, text };
}

function isImported(module: PythonModule, full: string): boolean {
  return importedNames(module).some(
    ({ statement, imported, alias }) =>
      statement.kind === "Import" && imported === full && word(alias, "asname") === undefined,
  );
}
