import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { definesMember } from "../../names/project-members.ts";
import { neededImports } from "../../names/needed-imports.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** `model.json()` took what `json.dumps` takes. */
export const jsonDumps: Recipe = {
  id: "pydantic-json-dumps",
  title: 'pydantic 2: `model.json(indent=2)`: `json.dumps(model.model_dump(mode="json"), indent=2)`',
  explanation: "pydantic 2 writes JSON by itself and no longer takes the arguments of `json.dumps`.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

/** Arguments of `json.dumps`. */
const DUMPING = new Set([
  "indent",
  "sort_keys",
  "ensure_ascii",
  "separators",
  "allow_nan",
  "skipkeys",
  "check_circular",
]);
/** Arguments of both `json` and `model_dump`, and what the latter calls them. */
const MODEL: Readonly<Record<string, string>> = {
  include: "include",
  exclude: "exclude",
  by_alias: "by_alias",
  skip_defaults: "exclude_unset",
  exclude_unset: "exclude_unset",
  exclude_defaults: "exclude_defaults",
  exclude_none: "exclude_none",
};

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!message.includes("`dumps_kwargs` keyword arguments are no longer supported")) return [];
  const isTaken =
    boundOtherwise(module).has("json") ||
    importedNames(module).some(({ local, target }) => local === "json" && target !== "json");
  if (isTaken || definesMember(input.project, "json")) return [];
  const calls = [...walk(module.tree)].flatMap((node) => writtenAnew(module, node) ?? []);
  if (!calls.some(({ call }) => isAtLine(module, call, frame.line))) return [];
  const edits = calls.map(({ edit }) => edit);
  return [
    {
      edits: [...edits, ...neededImports(module, [{ full: "json", isModule: true }], edits)],
      rationale: "A model of pydantic 2 is dumped first; `json.dumps` takes the rest.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

interface NewCall {
  readonly call: PythonNode;
  readonly edit: Edit;
}

/** A call of `json` with arguments of `json.dumps`, as it is written for pydantic 2. */
function writtenAnew(module: PythonModule, call: PythonNode): NewCall | undefined {
  const object = call.kind === "Call" ? modelOf(call) : undefined;
  const given = argumentsOf(module, call);
  const isGone = given.some(({ name }) => DUMPING.has(name) || name === "skip_defaults");
  const isKnown = given.every(({ name }) => DUMPING.has(name) || Object.hasOwn(MODEL, name));
  if (!object || call.start < 0 || !isGone || !isKnown || children(call, "args").length > 0) return undefined;
  const model = given
    .filter(({ name }) => !DUMPING.has(name))
    .map(({ name, text }) => `${MODEL[name] ?? name}=${text}`);
  const dumped = `${sourceOf(module, object)}.model_dump(${['mode="json"', ...model].join(", ")})`;
  const dumping = given.filter(({ name }) => DUMPING.has(name)).map(({ name, text }) => `${name}=${text}`);
  const text = `json.dumps(${[dumped, ...dumping].join(", ")})`;
  return { call, edit: { path: module.path, start: call.start, end: call.end, text } };
}

function modelOf(call: PythonNode): PythonNode | undefined {
  const method = child(call, "func");
  return method?.kind === "Attribute" && word(method, "attr") === "json" ? child(method, "value") : undefined;
}

function argumentsOf(module: PythonModule, call: PythonNode): { readonly name: string; readonly text: string }[] {
  return children(call, "keywords").map((entry) => {
    const value = child(entry, "value");
    return { name: word(entry, "arg") ?? "", text: value ? sourceOf(module, value) : "" };
  });
}
