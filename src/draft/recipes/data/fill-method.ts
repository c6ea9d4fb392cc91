import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, walk } from "../../../syntax/tree.ts";
import { dropArgument, keywordIn } from "../../names/arguments.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { definesMember } from "../../names/project-members.ts";
import { isAttribute } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { keywordNames } from "./call-edits.ts";

/** `fillna(method="ffill")` and what else fills by a method's name. */
export const fillMethod: Recipe = {
  id: "fill-method",
  title: '`fillna(method="ffill")` of pandas: `ffill()` and `bfill()`',
  explanation:
    "pandas 3 no longer fills gaps by a `method` argument; forward and backward filling have methods of their own.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const FILLS: Readonly<Record<string, string>> = { ffill: "ffill", pad: "ffill", bfill: "bfill", backfill: "bfill" };

const SYMPTOMS: readonly (readonly [method: string, message: RegExp])[] = [
  ["fillna", /fillna\(\) got an unexpected keyword argument 'method'/],
  ["fillna", /'\w{0,80}(?:GroupBy|Resampler)' object has no attribute 'fillna'/],
  ["fillna", /fillna with 'method' is deprecated/],
  ["interpolate", /Can not interpolate with method=(?:pad|ffill|bfill|backfill)\b/],
  ["interpolate", /interpolate with method=(?:pad|ffill|bfill|backfill) is deprecated/],
];

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const method = SYMPTOMS.find(([, pattern]) => pattern.test(message.slice(0, 1000)))?.[0];
  if (method === undefined || definesMember(input.project, method)) return [];
  const changed = [...walk(module.tree)].flatMap((call) => {
    const edits = isCallOf(call, method) && !isConditional(module, call) ? editsOf(module, call) : undefined;
    return edits ? [{ call, edits }] : [];
  });
  if (!changed.some(({ call }) => isAtLine(module, call, frame.line))) return [];
  return [
    {
      edits: changed.flatMap(({ edits }) => edits),
      rationale: `\`${method}\` fills by no method's name any more; \`ffill\` and \`bfill\` do, with old versions too.`,
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function isCallOf(call: PythonNode, method: string): boolean {
  const called = call.kind === "Call" ? child(call, "func") : undefined;
  return called !== undefined && isAttribute(called, method);
}

/** Undefined when something else is filled in, or the method is decided elsewhere. */
function editsOf(module: PythonModule, call: PythonNode): Edit[] | undefined {
  const called = child(call, "func");
  const given = givenMethod(module, call);
  const fill = methodOf(given?.value);
  if (!called || !given || fill === undefined) return undefined;
  const name = { path: module.path, start: module.text.lastIndexOf(".", called.end) + 1, end: called.end, text: fill };
  return [name, dropArgument(module, given)];
}

interface Given {
  readonly value: PythonNode;
  readonly start: number;
  readonly end: number;
}

function givenMethod(module: PythonModule, call: PythonNode): Given | undefined {
  const [only, ...others] = children(call, "args");
  if (others.length > 0 || keywordNames(call).includes("value")) return undefined;
  const keyword = keywordIn(module, call, "method");
  if (!only) return keyword;
  return keyword ? undefined : { value: only, start: only.start, end: only.end };
}

function methodOf(value: PythonNode | undefined): string | undefined {
  const text = value?.kind === "Constant" ? value.fields["value"] : undefined;
  return typeof text === "string" ? FILLS[text] : undefined;
}
