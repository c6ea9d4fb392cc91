import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports } from "../../../syntax/imports.ts";
import { child, children, parentOf, walk } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { definesMember } from "../../names/project-members.ts";
import { isAttribute } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { type Appended, appendedBy } from "./appended.ts";
import { keywordNames, plainArguments } from "./call-edits.ts";

/** `append` of a DataFrame or Series, which pandas 2 took away. */
export const pandasAppend: Recipe = {
  id: "pandas-append",
  title: "`DataFrame.append` and `Series.append`: `pandas.concat`",
  explanation: "pandas 2 has no `append` on tables and columns any more; `concat` puts them together.",
  draft: (input) => {
    const drafts = ownPlaces(input).map((place) => draftsAt(input, place));
    return drafts.find((found) => found.length > 0) ?? [];
  },
};

const GONE = /'(DataFrame|Series|GeoDataFrame)' object has no attribute 'append'/;

function draftsAt(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  const type = GONE.exec(place.message.slice(0, 500))?.[1];
  if (type === undefined) return [];
  const { module, frame } = place;
  const calls = [...walk(module.tree)].filter((call) => isAppend(call) && !isConditional(module, call));
  const shown = calls.filter((call) => isAtLine(module, call, frame.line) && isUsed(module, call));
  const failed = shown.filter((call) => !shown.some((other) => isInside(other, child(call, "func"))));
  const [first] = failed;
  if (!first) return [];
  const elsewhere = definesMember(input.project, "append") ? [] : calls.filter((call) => !shown.includes(call));
  const alike = elsewhere.flatMap((call) => {
    const way = keywordNames(call).includes("ignore_index") ? certainWay(input, module, call) : undefined;
    return way === undefined ? [] : [{ call, way }];
  });
  return waysFor(input, place, { call: first, isSeries: type === "Series" }).flatMap((way) => {
    const edits = editsOf(module, [...failed.map((call) => ({ call, way })), ...alike]);
    return edits ? [draftOf(input, place, edits)] : [];
  });
}

function isAppend(call: PythonNode): boolean {
  const called = call.kind === "Call" ? child(call, "func") : undefined;
  return called !== undefined && isAttribute(called, "append");
}

/** A call alone in its statement changes a list; the `append` of a table gave a new one. */
function isUsed(module: PythonModule, call: PythonNode): boolean {
  return parentOf(module, call)?.kind !== "Expr";
}

function isInside(inner: PythonNode, outer: PythonNode | undefined): boolean {
  return outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}

/** How the appended thing is written in the list that is put together. */
type Way = "as it is" | "as a row" | "each" | "as rows";

const WAYS: Readonly<Record<Appended, readonly Way[]>> = {
  frame: ["as it is"],
  row: ["as a row"],
  frames: ["each"],
  rows: ["as rows"],
  list: ["each", "as rows"],
  unknown: ["as it is"],
};

interface Failed {
  readonly call: PythonNode;
  readonly isSeries: boolean;
}

/** Best first; what cannot be put together so raises an exception. */
function waysFor(input: RecipeInput, place: OwnPlace, { call, isSeries }: Failed): readonly Way[] {
  const [appended] = children(call, "args");
  if (!appended) return [];
  const kind = appendedBy(input, place, appended);
  const isList = appended.kind === "List" || ["list", "frames", "rows"].includes(kind);
  if (isSeries) return [isList ? "each" : "as it is"];
  if (kind !== "unknown") return WAYS[kind];
  if (isList) return WAYS.list;
  return isIndexIgnored(call) ? ["as a row", "as it is"] : WAYS.unknown;
}

/** A row has no index of its own: it could be appended only where that was ignored. */
function isIndexIgnored(call: PythonNode): boolean {
  return keywordNames(call).includes("ignore_index") || children(call, "args").length === 2;
}

function certainWay(input: RecipeInput, module: PythonModule, call: PythonNode): Way | undefined {
  const [appended] = children(call, "args");
  const frame = { path: module.path, line: call.line, function: null };
  const kind = appended ? appendedBy(input, { module, frame, type: "", message: "" }, appended) : "unknown";
  return kind === "unknown" ? undefined : WAYS[kind][0];
}

interface Change {
  readonly call: PythonNode;
  readonly way: Way;
}

/** Undefined when one of the calls has arguments that `concat` does not know by their place. */
function editsOf(module: PythonModule, changes: readonly Change[]): readonly Edit[] | undefined {
  const isFrameNeeded = changes.some(({ way }) => way === "as a row" || way === "as rows");
  const names = isFrameNeeded ? ["concat", "DataFrame"] : ["concat"];
  const plan = planImports(
    module,
    names.map((name) => ({ source: "pandas", name })),
  );
  const made = changes.map((change) => concatenated(module, change, plan.spelling));
  return made.includes(undefined) ? undefined : [...made.flatMap((entry) => entry ?? []), ...plan.edits];
}

function concatenated(
  module: PythonModule,
  { call, way }: Change,
  spelling: (name: string) => string,
): readonly Edit[] | undefined {
  const [appended, ignored, ...others] = plainArguments(call) ?? [];
  const called = child(call, "func");
  const object = called && child(called, "value");
  if (!appended || !object || others.length > 0) return undefined;
  if (module.text.slice(called.end, appended.start).trim() !== "(") return undefined;
  const { path } = module;
  const [before, after] = around(way, appended, spelling("DataFrame"));
  const inner = appended.kind === "List" && way === "each" ? 1 : 0;
  const edits = [
    { path, start: call.start, end: call.start, text: `${spelling("concat")}([` },
    { path, start: endOf(module, object), end: appended.start + inner, text: `, ${before}` },
    { path, start: appended.end - inner, end: appended.end, text: `${after}]` },
  ];
  return ignored ? [...edits, { path, start: ignored.start, end: ignored.start, text: "ignore_index=" }] : edits;
}

/** Parentheses around an expression included. */
function endOf(module: PythonModule, { end }: PythonNode): number {
  return end + (/^[\s)]*/.exec(module.text.slice(end))?.[0] ?? "").trimEnd().length;
}

function around(way: Way, { kind }: PythonNode, frame: string): readonly [before: string, after: string] {
  if (way === "each") return [kind === "List" ? "" : "*", ""];
  if (way === "as a row") return [`${frame}([`, "])"];
  return way === "as rows" ? [`${frame}(`, ")"] : ["", ""];
}

function draftOf(input: RecipeInput, { module }: OwnPlace, edits: readonly Edit[]): RecipeDraft {
  return {
    edits,
    rationale: "`append` is gone since pandas 2; `concat` puts both together and gives a new object, as `append` did.",
    leftAlone: [],
    mayEditTests: input.project.guarded.has(module.path),
  };
}
