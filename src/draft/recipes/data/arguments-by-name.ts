import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, walk, word } from "../../../syntax/tree.ts";
import { calledNames } from "../../names/called.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { definesMember } from "../../names/project-members.ts";
import { FORMER_ORDERS, type FormerOrder } from "../../tables/positional.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { keywordNames, plainArguments } from "./call-edits.ts";

/** Arguments that a library takes by name only now. */
export const argumentsByName: Recipe = {
  id: "arguments-by-name",
  title: 'Arguments of pandas and scipy that must be given by name now, as `drop("a", 1)`',
  explanation: "The installed version takes fewer arguments by their place; the others must be given by name.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

interface Complaint {
  /** Class before the function's name; null for a function, and before Python 3.10. */
  readonly type: string | null;
  readonly name: string;
  readonly taken: number;
  readonly given: number;
}

const TOO_MANY =
  /(?:([A-Za-z]\w{0,100})\.)?(\w{1,100})\(\) takes (?:from \d{1,3} to )?(\d{1,3}) positional arguments? but (\d{1,3}) (?:positional arguments? .{0,80})?(?:was|were) given/;

function complaintIn({ type, message }: OwnPlace): Complaint | undefined {
  const found = type === "TypeError" ? TOO_MANY.exec(message.slice(0, 1000)) : null;
  if (!found) return undefined;
  return { type: found[1] ?? null, name: found[2] ?? "", taken: Number(found[3]), given: Number(found[4]) };
}

function draftAt(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  const complaint = complaintIn(place);
  if (!complaint) return [];
  for (const row of FORMER_ORDERS.filter((entry) => isMeant(entry, complaint))) {
    const isMethod = row.callable.startsWith("*.");
    if (isMethod && definesMember(input.project, complaint.name)) continue;
    const own = isMethod ? 1 : 0;
    const order = { row, kept: complaint.taken - own, given: complaint.given - own };
    const draft = draftFor(input, place, order);
    if (draft) return [draft];
  }
  return [];
}

function isMeant({ callable, types }: FormerOrder, { type, name }: Complaint): boolean {
  if (callable.slice(callable.lastIndexOf(".") + 1) !== name) return false;
  return type === null || types === undefined || types.includes(type);
}

interface Order {
  readonly row: FormerOrder;
  /** How many arguments may stand without a name. */
  readonly kept: number;
  /** How many stood so in the call that failed. */
  readonly given: number;
}

function draftFor(input: RecipeInput, { module, frame }: OwnPlace, order: Order): RecipeDraft | undefined {
  const calls = callsOf(input, module, order.row).filter((call) => (plainArguments(call)?.length ?? 0) > order.kept);
  const isShown = calls.some(
    (call) => isAtLine(module, call, frame.line) && children(call, "args").length === order.given,
  );
  if (!isShown) return undefined;
  const edits = calls.map((call) => nameArguments(input, module, { call, order }));
  if (edits.includes(undefined)) return undefined;
  return {
    edits: edits.flatMap((entry) => entry ?? []),
    rationale: `\`${order.row.callable.replace("*.", "")}\` takes only ${order.kept} arguments by their place now; the others get their names.`,
    leftAlone: [],
    mayEditTests: input.project.guarded.has(module.path),
  };
}

function callsOf(input: RecipeInput, module: PythonModule, { callable }: FormerOrder): PythonNode[] {
  const method = callable.startsWith("*.") ? callable.slice(2) : undefined;
  return [...walk(module.tree)].filter((call) => {
    if (call.kind !== "Call" || isConditional(module, call)) return false;
    const names = calledNames(input.project, module, call);
    if (method === undefined) return names.includes(callable);
    const called = child(call, "func");
    return names.length === 0 && called !== undefined && word(called, "attr") === method;
  });
}

/** Undefined when a name is not known, not there any more, or given already. */
function nameArguments(
  { installed }: RecipeInput,
  module: PythonModule,
  { call, order }: { readonly call: PythonNode; readonly order: Order },
): Edit[] | undefined {
  const { row, kept } = order;
  const extra = children(call, "args").slice(kept);
  const names = row.parameters.slice(kept, kept + extra.length);
  const taken = keywordNames(call);
  const isKnown = names.length === extra.length && names.every((name) => installed.accepts(row.checkedBy, name));
  if (!isKnown || names.some((name) => taken.includes(name))) return undefined;
  if (extra.some((argument) => isParenthesised(module, call, argument))) return undefined;
  return extra.map(({ start }, index) => ({ path: module.path, start, end: start, text: `${names[index] ?? ""}=` }));
}

function isParenthesised(module: PythonModule, call: PythonNode, argument: PythonNode): boolean {
  const before = module.text.slice(child(call, "func")?.end ?? call.start, argument.start).trimEnd();
  return before !== "(" && before.endsWith("(");
}
