import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, walk, word } from "../../../syntax/tree.ts";
import { worksBefore } from "../../facts/support.ts";
import { keywordIn, renameKeyword } from "../../names/arguments.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, ownPlaces } from "../../names/place.ts";
import { isRead, type Reference, referencesTo } from "../../names/references.ts";
import { renameAll } from "../../names/rename.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { outsideName } from "./models.ts";

/** `BaseSettings` lives in a package of its own since pydantic 2. */
export const settingsPackage: Recipe = {
  id: "pydantic-settings-package",
  title: "pydantic 2: `BaseSettings` comes from `pydantic_settings`, `Field(env=…)` is `validation_alias`",
  explanation:
    "pydantic 2 moved `BaseSettings` into the package pydantic-settings, which reads a field's variable from `validation_alias`.",
  draft,
};

const OLD = new Set(["pydantic.BaseSettings", "pydantic.env_settings.BaseSettings"]);

function draft(input: RecipeInput): readonly RecipeDraft[] {
  const place = ownPlaces(input).find(
    ({ module, frame, message }) =>
      message.includes("`BaseSettings` has been moved to the `pydantic-settings` package") &&
      referencesIn(module).some(({ node }) => isAtLine(module, node, frame.line)),
  );
  if (!place || !input.installed.has("pydantic_settings.BaseSettings")) return [];
  const { project } = input;
  const others = [...project.modules.values()].filter(({ path }) => !project.guarded.has(path));
  const modules = new Set([place.module, ...others]);
  const changed = [...modules].map((module) => editsOf(input, module));
  if (changed.includes(undefined)) return [];
  return [
    {
      edits: changed.flatMap((edits) => edits ?? []),
      rationale: "`BaseSettings` is in the package pydantic-settings since pydantic 2.",
      leftAlone: [],
      mayEditTests: project.guarded.has(place.module.path),
    },
  ];
}

function referencesIn(module: PythonModule): Reference[] {
  return referencesTo(module, OLD).filter(
    ({ kind, node }) => !isConditional(module, node) && (kind === "import" || isRead(node)),
  );
}

/** None where the file has no such settings; undefined where they say what pydantic-settings does not know. */
function editsOf(input: RecipeInput, module: PythonModule): readonly Edit[] | undefined {
  const references = referencesIn(module);
  if (references.length === 0) return [];
  const isGuarded = worksBefore(input.support, "pydantic", "2.0");
  const variables = variableEdits(input, module);
  if (hasForeignConfig(module) || !variables || (isGuarded && variables.length > 0)) return undefined;
  const moved = renameAll(
    module,
    references.map((reference) => ({ reference, to: "pydantic_settings.BaseSettings", isGuarded })),
  );
  return moved && [...moved, ...variables];
}

/** Sources and variables that pydantic 1 was told of in ways that are gone. */
function hasForeignConfig({ tree }: PythonModule): boolean {
  const configs = [...walk(tree)].filter((node) => node.kind === "ClassDef" && word(node, "name") === "Config");
  return configs
    .flatMap((node) => children(node, "body"))
    .some((entry) => {
      const names = [word(entry, "name"), ...children(entry, "targets").map(dottedName)];
      return names.some((name) => ["fields", "customise_sources", "parse_env_var", "getter_dict"].includes(name ?? ""));
    });
}

/** `Field(env="X")`, which pydantic-settings would not see; undefined where the change would need more than a new name. */
function variableEdits(input: RecipeInput, module: PythonModule): Edit[] | undefined {
  const fields = [...walk(module.tree)].filter((node) => node.kind === "AnnAssign" && hasVariable(input, module, node));
  const edits = fields.map((field) => {
    const call = child(field, "value");
    const argument = call && keywordIn(module, call, "env");
    const isText = typeof argument?.value.fields["value"] === "string";
    const isGiven = isKeyword(input, word(child(field, "target") ?? field, "id") ?? "");
    return argument && isText && !isGiven ? renameKeyword(module, argument, "validation_alias") : undefined;
  });
  return edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}

function hasVariable({ project }: RecipeInput, module: PythonModule, field: PythonNode): boolean {
  const call = child(field, "value");
  const name = call?.kind === "Call" ? outsideName(project, module, child(call, "func")) : undefined;
  const keywords = call ? children(call, "keywords") : [];
  return /^pydantic(\.fields)?\.Field$/.test(name ?? "") && keywords.some((entry) => word(entry, "arg") === "env");
}

/** With an alias, the field's own name is no keyword any more. */
function isKeyword({ project }: RecipeInput, name: string): boolean {
  return [...project.modules.values()].some(({ tree }) =>
    [...walk(tree)].some((node) => node.kind === "keyword" && word(node, "arg") === name),
  );
}
