import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, enclosingFunction, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { firstArgumentAt, keywordIn } from "../../names/arguments.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Starlette 1 takes the request before the template's name. */
export const templateResponse: Recipe = {
  id: "template-response",
  title: 'Starlette 1 and FastAPI: `TemplateResponse(name, {"request": request})` takes the request first',
  explanation:
    "Starlette 1 no longer takes the request from the context: it is the first argument of `TemplateResponse`.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const COMPLAINT =
  /unhashable type: 'dict'|TemplateResponse\(\) missing 1 required positional argument: '(?:name|request)'|'dict' object has no attribute/;

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (
    !COMPLAINT.test(message) ||
    !input.installed.accepts("starlette.templating.Jinja2Templates.TemplateResponse", "request")
  )
    return [];
  const calls = [...walk(module.tree)].filter(isOldCall);
  if (!calls.some((call) => isAtLine(module, call, frame.line))) return [];
  const edits = calls.map((call) => withRequest(module, call));
  if (edits.includes(undefined)) return [];
  return [
    {
      edits: edits.flatMap((edit) => edit ?? []),
      rationale: "Starlette's `TemplateResponse` takes the request as its first argument, before the template's name.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** The template's name comes first: a text, or by its keyword, and no request is given. */
function isOldCall(call: PythonNode): boolean {
  const called = call.kind === "Call" ? child(call, "func") : undefined;
  const isRendering = called?.kind === "Attribute" && word(called, "attr") === "TemplateResponse" && call.start >= 0;
  if (!isRendering) return false;
  const [first] = children(call, "args");
  const keywords = children(call, "keywords").map((entry) => word(entry, "arg"));
  const isNameFirst = first ? isText(first) : keywords.includes("name");
  return isNameFirst && !keywords.includes("request") && !keywords.includes(undefined);
}

function isText({ kind, fields }: PythonNode): boolean {
  return kind === "JoinedStr" || (kind === "Constant" && typeof fields["value"] === "string");
}

function withRequest(module: PythonModule, call: PythonNode): Edit | undefined {
  const request = requestOf(module, call);
  const start = firstArgumentAt(module, call);
  if (request === undefined || start === undefined) return undefined;
  const isPositional = children(call, "args").length > 0;
  return { path: module.path, start, end: start, text: `${isPositional ? "" : "request="}${request}, ` };
}

/** What the context says it is, else the parameter of that name. */
function requestOf(module: PythonModule, call: PythonNode): string | undefined {
  const value = inContext(children(call, "args")[1] ?? keywordIn(module, call, "context")?.value);
  if (value) return sourceOf(module, value);
  const owner = enclosingFunction(module, call);
  const parameters = owner ? children(child(owner, "args") ?? owner, "args") : [];
  return parameters.some((parameter) => word(parameter, "arg") === "request") ? "request" : undefined;
}

/** The value of "request" in a dictionary that is written out; one with `**` in it has fewer keys than values. */
function inContext(context: PythonNode | undefined): PythonNode | undefined {
  const [keys, values] = context?.kind === "Dict" ? [children(context, "keys"), children(context, "values")] : [[], []];
  const at = keys.findIndex((key) => key.kind === "Constant" && key.fields["value"] === "request");
  return keys.length === values.length ? values[at] : undefined;
}
