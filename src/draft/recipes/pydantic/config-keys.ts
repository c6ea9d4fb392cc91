import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf } from "../../../syntax/imports.ts";
import { child, children, walk, word } from "../../../syntax/tree.ts";
import { worksBefore } from "../../facts/support.ts";
import { indentationOf } from "../../names/import-list.ts";
import { keywordIn, renameKeyword } from "../../names/arguments.ts";
import { ownPlaces } from "../../names/place.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { classesIn, isModel, outsideName } from "./models.ts";

/** Names in a model's configuration that pydantic 2 reads no longer. */
export const configKeys: Recipe = {
  id: "pydantic-config-keys",
  title: "pydantic 2: `orm_mode` is `from_attributes`, and other renamed keys of a model's configuration",
  explanation:
    "pydantic 2 ignores keys of a model's configuration that it has renamed, so the model behaves as if they were not set.",
  draft,
};

/** Old to new, for values that mean the same. */
const RENAMED: Readonly<Record<string, string>> = {
  orm_mode: "from_attributes",
  allow_population_by_field_name: "populate_by_name",
  anystr_lower: "str_to_lower",
  anystr_strip_whitespace: "str_strip_whitespace",
  anystr_upper: "str_to_upper",
  max_anystr_length: "str_max_length",
  min_anystr_length: "str_min_length",
  validate_all: "validate_default",
};

const SIGNS: readonly { readonly key: string; readonly message: RegExp }[] = [
  {
    key: "orm_mode",
    message:
      /You must set the config attribute `from_attributes=True`|\btype=model_(?:type|attributes_type)\b|'type': 'model_(?:type|attributes_type)'|valid dictionary or (?:instance of|object to extract fields)/,
  },
  { key: "allow_population_by_field_name", message: /Field required \[type=missing\b/ },
];

function draft(input: RecipeInput): readonly RecipeDraft[] {
  const messages = sightings(input).map(({ message }) => message ?? "");
  const wanted = SIGNS.filter(({ message }) => messages.some((text) => message.test(text))).map(({ key }) => key);
  if (wanted.length === 0) return [];
  const { project } = input;
  const failing = new Set(ownPlaces(input).map(({ module }) => module));
  const modules = [...project.modules.values()].filter(
    (entry) => !project.guarded.has(entry.path) || failing.has(entry),
  );
  const entries = modules.map((module) => entriesIn(input, module));
  if (!entries.flat().some(({ key }) => wanted.includes(key))) return [];
  const isOld = worksBefore(input.support, "pydantic", "2.0");
  const edits = entries.flat().flatMap((entry) => (isOld ? entry.addNew : [entry.rename]));
  if (edits.length === 0) return [];
  return [
    {
      edits,
      rationale: "pydantic 2 calls these keys of a model's configuration otherwise, and ignores the old names.",
      leftAlone: [],
      mayEditTests: edits.some(({ path }) => project.guarded.has(path)),
    },
  ];
}

interface Entry {
  readonly key: string;
  readonly rename: Edit;
  /** For projects that work with pydantic 1 too: the new key beside the old one; none where that cannot be written. */
  readonly addNew: readonly Edit[];
}

/** The renamed keys of a file's models: in `class Config`, `ConfigDict(…)` and the class's own keywords. */
function entriesIn({ project }: RecipeInput, module: PythonModule): Entry[] {
  const models = classesIn(module).filter((owner) => isModel(project, owner));
  const configs = models.flatMap(({ node }) =>
    children(node, "body").filter((entry) => entry.kind === "ClassDef" && word(entry, "name") === "Config"),
  );
  const calls = [...walk(module.tree)].filter(
    (node) => node.kind === "Call" && outsideName(project, module, child(node, "func")) === "pydantic.ConfigDict",
  );
  return [
    ...configs.flatMap((config) => assigned(module, config)),
    ...[...calls, ...models.map(({ node }) => node)].flatMap((owner) => given(module, owner)),
  ];
}

function assigned(module: PythonModule, config: PythonNode): Entry[] {
  const names = children(config, "body").flatMap((entry) => children(entry, "targets").map((node) => word(node, "id")));
  return children(config, "body").flatMap((statement) => {
    const [target, ...others] = children(statement, "targets");
    const key = target && others.length === 0 ? word(target, "id") : undefined;
    const fresh = key === undefined ? undefined : RENAMED[key];
    if (!target || key === undefined || fresh === undefined || names.includes(fresh)) return [];
    const rename = { path: module.path, start: target.start, end: target.end, text: fresh };
    const indent = indentationOf(module, statement) ?? "";
    const line = `${lineEndOf(module)}${indent}${fresh}${module.text.slice(target.end, statement.end)}`;
    return [{ key, rename, addNew: [{ path: module.path, start: statement.end, end: statement.end, text: line }] }];
  });
}

function given(module: PythonModule, owner: PythonNode): Entry[] {
  return Object.entries(RENAMED).flatMap(([key, fresh]) => {
    const argument = keywordIn(module, owner, key);
    const isTwice = children(owner, "keywords").some((entry) => word(entry, "arg") === fresh);
    return argument && !isTwice ? [{ key, rename: renameKeyword(module, argument, fresh), addNew: [] }] : [];
  });
}
