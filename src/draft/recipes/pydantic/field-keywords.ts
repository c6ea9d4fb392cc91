import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports } from "../../../syntax/imports.ts";
import { child, children, parentOf, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { dropArgument, keywordIn, renameKeyword } from "../../names/arguments.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { literalType } from "./literal-type.ts";
import { outsideName } from "./models.ts";

/** `regex` and `const` of pydantic's `Field`. */
export const fieldKeywords: Recipe = {
  id: "pydantic-field-keywords",
  title: "pydantic 2: `Field(regex=…)` is `pattern`, `Field(const=True)` a `Literal`",
  explanation: "pydantic 2 refuses arguments of `Field` that pydantic 1 took, as soon as the class is defined.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const removed = /`(regex|const)` is removed[.,] use `(?:pattern|Literal)` instead/.exec(message)?.[1];
  if (removed === undefined) return [];
  const calls = fieldCalls(input, module).filter((call) => keywordIn(module, call, removed) !== undefined);
  if (!calls.some((call) => isAtLine(module, call, frame.line))) return [];
  const edits = removed === "regex" ? calls.flatMap((call) => renamed(module, call)) : literals(module, calls);
  if (edits.length === 0) return [];
  const rationale =
    removed === "regex"
      ? "`Field` calls `regex` `pattern` since pydantic 2."
      : "A field with one value only is a `Literal` in pydantic 2.";
  return [{ edits, rationale, leftAlone: [], mayEditTests: input.project.guarded.has(module.path) }];
}

function fieldCalls({ project }: RecipeInput, module: PythonModule): PythonNode[] {
  return [...walk(module.tree)].filter(
    (node) =>
      node.kind === "Call" &&
      /^pydantic(\.fields)?\.Field$/.test(outsideName(project, module, child(node, "func")) ?? "") &&
      !isConditional(module, node),
  );
}

function renamed(module: PythonModule, call: PythonNode): Edit[] {
  const argument = keywordIn(module, call, "regex");
  const isTwice = children(call, "keywords").some((entry) => word(entry, "arg") === "pattern");
  return argument && !isTwice ? [renameKeyword(module, argument, "pattern")] : [];
}

/** `kind: str = Field("a", const=True)` as `kind: Literal["a"] = "a"`; none unless each call can be written so. */
function literals(module: PythonModule, calls: readonly PythonNode[]): Edit[] {
  const plan = planImports(module, [{ source: "typing", name: "Literal" }]);
  const changed = calls.map((call) => literal(module, call, plan.spelling("Literal")));
  return changed.some((edits) => edits.length === 0) ? [] : [...changed.flat(), ...plan.edits];
}

function literal(module: PythonModule, call: PythonNode, name: string): Edit[] {
  const annotation = annotationOf(module, call);
  const constant = keywordIn(module, call, "const");
  const value = children(call, "args")[0] ?? keywordIn(module, call, "default")?.value;
  if (!annotation || !value || constant?.value.fields["value"] !== true || !isLiteral(module, value)) return [];
  const text = sourceOf(module, value);
  const typed = { path: module.path, start: annotation.start, end: annotation.end, text: `${name}[${text}]` };
  const isBare = children(call, "args").length + children(call, "keywords").length === 2;
  const bare = { path: module.path, start: call.start, end: call.end, text };
  return [typed, isBare ? bare : dropArgument(module, constant)];
}

/** The plain type of the field that a call makes. */
function annotationOf(module: PythonModule, call: PythonNode): PythonNode | undefined {
  const statement = parentOf(module, call);
  const annotation = statement?.kind === "AnnAssign" ? child(statement, "annotation") : undefined;
  return annotation?.kind === "Name" ? annotation : undefined;
}

function isLiteral(module: PythonModule, node: PythonNode): boolean {
  return node.kind === "Constant" && ["str", "int", "bool", "bytes"].includes(literalType(module, node) ?? "");
}
