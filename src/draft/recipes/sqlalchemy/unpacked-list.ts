import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, walk } from "../../../syntax/tree.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** `select` and `case` with a list, as SQLAlchemy 1.3 took it. */
export const unpackedList: Recipe = {
  id: "unpacked-list",
  title: "`select([...])` and `case([...])`, as SQLAlchemy 1.3 took them: without the list",
  explanation: "Since SQLAlchemy 2.0 `select` and `case` take their columns and conditions one by one, not as a list.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const REFUSED =
  /^Column expression, FROM clause, or other columns clause element expected, got \[|^The "whens" argument to case\(\), when referring to a sequence/;
const FUNCTIONS = /^sqlalchemy\.(?:(?:sql|sql\.expression|future)\.)?(?:select|case)$/;

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!REFUSED.test(message)) return [];
  const calls = [...walk(module.tree)].flatMap((call) => {
    const list = call.kind === "Call" && call.line > 0 ? listOf(module, call) : undefined;
    return list ? [{ call, list }] : [];
  });
  const shown = calls.filter(({ call }) => isAtLine(module, call, frame.line));
  if (shown.length === 0) return [];
  // Whether a name holds a list is known of the line that failed alone.
  const known = calls.filter((entry) => entry.list.kind === "List" || shown.includes(entry));
  const edits = known.flatMap(({ list }) => (list.kind === "List" ? bare(module, list) : [starred(module, list)]));
  const rationale = "SQLAlchemy 2.0 takes the elements themselves where it took a list of them.";
  return [{ edits, rationale, leftAlone: [], mayEditTests: input.project.guarded.has(module.path) }];
}

/** The one argument by position. A second one was a condition once, which stands elsewhere now. */
function listOf(module: PythonModule, call: PythonNode): PythonNode | undefined {
  const name = fullName(module, child(call, "func")) ?? "";
  const [list, ...others] = children(call, "args");
  const isSelect = name.endsWith(".select");
  const hasKeywords = children(call, "keywords").length > 0;
  if (!FUNCTIONS.test(name) || !list || others.length > 0 || (isSelect && hasKeywords)) return undefined;
  return ["List", "Name", "ListComp", "Attribute"].includes(list.kind) ? list : undefined;
}

/** Without its brackets, and without a comma behind the last element. */
function bare(module: PythonModule, { start, end }: PythonNode): Edit[] {
  const closing = /,?\s*\]$/.exec(module.text.slice(start, end))?.[0] ?? "]";
  const isOneLine = !/[\r\n]/.test(closing);
  const kept = isOneLine ? "" : closing.slice(0, -1).replace(/^,/, "");
  return [
    { path: module.path, start, end: start + 1, text: "" },
    { path: module.path, start: end - closing.length, end, text: kept },
  ];
}

function starred(module: PythonModule, { start }: PythonNode): Edit {
  return { path: module.path, start, end: start, text: "*" };
}
