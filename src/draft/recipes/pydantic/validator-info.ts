import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf, lineStart, planImports } from "../../../syntax/imports.ts";
import { child, children, isFunction, walk, word } from "../../../syntax/tree.ts";
import { dropArgument, keywordIn } from "../../names/arguments.ts";
import { isConditional } from "../../names/conditional.ts";
import { ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { outsideName } from "./models.ts";
import { usesAsInfo } from "./validator-uses.ts";

/** Validators that want to know of their field or the model's configuration. */
export const validatorInfo: Recipe = {
  id: "pydantic-validator-info",
  title: "pydantic 2: `@validator` with `field` or `config`: `@field_validator` with `info`",
  explanation:
    "pydantic 2 hands a validator one `info` object in the stead of `values`, `field` and `config`, and only to a `field_validator`.",
  draft,
};

function draft(input: RecipeInput): readonly RecipeDraft[] {
  for (const { module, message } of ownPlaces(input)) {
    if (!message.includes("The `field` and `config` parameters are not available")) continue;
    const found = validatorsIn(input, module);
    const changed = found.map((validator) => rewritten(input, module, validator));
    if (found.length === 0 || changed.includes(undefined)) continue;
    const edits = changed.flatMap((entry) => entry ?? []);
    const names = ["field_validator", ...(hasInfoType(input) ? ["ValidationInfo"] : [])];
    const plan = planImports(
      module,
      names.map((name) => ({ source: "pydantic", name })),
      { names: [{ source: "pydantic", name: "validator" }], otherEdits: edits },
    );
    const rationale =
      "A validator learns of its field, the configuration and the other values from `info` in pydantic 2.";
    return [
      {
        edits: [...edits, ...plan.edits],
        rationale,
        leftAlone: [],
        mayEditTests: input.project.guarded.has(module.path),
      },
    ];
  }
  return [];
}

interface Validator {
  readonly owner: PythonNode;
  readonly decorator: PythonNode;
  /** Parameters after the class and the value. */
  readonly extra: readonly PythonNode[];
}

const KNOWN = ["values", "field", "config"];

/** The file's validators that take `field` or `config`. */
function validatorsIn({ project }: RecipeInput, module: PythonModule): Validator[] {
  return [...walk(module.tree)].filter(isFunction).flatMap((owner) =>
    children(owner, "decorator_list").flatMap((decorator) => {
      const name = decorator.kind === "Call" ? outsideName(project, module, child(decorator, "func")) : undefined;
      if (!/^pydantic(\.class_validators)?\.validator$/.test(name ?? "") || isConditional(module, decorator)) return [];
      const extra = children(child(owner, "args") ?? owner, "args").slice(2);
      const isAbout = extra.some((entry) => ["field", "config"].includes(word(entry, "arg") ?? ""));
      return isAbout ? [{ owner, decorator, extra }] : [];
    }),
  );
}

function hasInfoType({ installed }: RecipeInput): boolean {
  return installed.has("pydantic.ValidationInfo");
}

/** Undefined where it does what `field_validator` does otherwise, or reads of `field` what `info` does not have. */
function rewritten(input: RecipeInput, module: PythonModule, validator: Validator): Edit[] | undefined {
  const { owner, decorator, extra } = validator;
  const head = isPlain(validator) ? decoratorEdits(module, decorator) : undefined;
  const body = usesAsInfo(module, owner, new Set(extra.map((entry) => word(entry, "arg") ?? "")));
  const [first, last] = [extra[0], extra.at(-1)];
  if (!head || !body || !first || !last) return undefined;
  const annotation = hasInfoType(input) ? `: ${spelled(module, "ValidationInfo")}` : "";
  return [...head, { path: module.path, start: first.start, end: last.end, text: `info${annotation}` }, ...body];
}

/** A method of the class with the parameters that pydantic 1 knew, alone under its decorator, and no `info` of its own. */
function isPlain({ owner, extra }: Validator): boolean {
  const parameters = child(owner, "args") ?? owner;
  const isOpen = ["kwarg", "vararg"].some((name) => child(parameters, name) !== undefined);
  const more = ["kwonlyargs", "defaults"].flatMap((name) => children(parameters, name));
  const isTaken = [...walk(owner)].some((node) => word(node, "id") === "info" || word(node, "arg") === "info");
  return (
    word(children(parameters, "args")[0] ?? owner, "arg") === "cls" &&
    extra.every((entry) => KNOWN.includes(word(entry, "arg") ?? "")) &&
    !isOpen &&
    more.length === 0 &&
    children(owner, "decorator_list").length === 1 &&
    !isTaken
  );
}

/** `@validator("a", pre=True)` as `@field_validator("a", mode="before")` above `@classmethod`. */
function decoratorEdits(module: PythonModule, decorator: PythonNode): Edit[] | undefined {
  const called = child(decorator, "func");
  const keywords = children(decorator, "keywords").map((entry) => word(entry, "arg"));
  const mode = modeEdits(module, decorator);
  const isKnown = keywords.every((name) => ["pre", "allow_reuse", "check_fields"].includes(name ?? ""));
  if (!called || !mode || !isKnown) return undefined;
  const { path, text } = module;
  const indent = text.slice(lineStart(module, decorator.start), decorator.start).replace(/@.*$/, "");
  const reuse = keywordIn(module, decorator, "allow_reuse");
  return [
    { path, start: called.start, end: called.end, text: spelled(module, "field_validator") },
    { path, start: decorator.end, end: decorator.end, text: `${lineEndOf(module)}${indent}@classmethod` },
    ...mode,
    ...(reuse ? [dropArgument(module, reuse)] : []),
  ];
}

function modeEdits(module: PythonModule, decorator: PythonNode): Edit[] | undefined {
  const pre = keywordIn(module, decorator, "pre");
  if (!pre) return [];
  const { path } = module;
  if (pre.value.fields["value"] === true) return [{ path, start: pre.start, end: pre.end, text: 'mode="before"' }];
  return pre.value.fields["value"] === false ? [dropArgument(module, pre)] : undefined;
}

function spelled(module: PythonModule, name: string): string {
  return planImports(module, [{ source: "pydantic", name }]).spelling(name);
}
