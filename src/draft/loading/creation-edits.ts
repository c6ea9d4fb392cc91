import type { RecipeInput } from "../recipes/recipe.ts";
import type { PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, keywordArgument, walk, word } from "../../syntax/tree.ts";
import { lineEndOf } from "../../syntax/imports.ts";
import { appended, indentAt } from "./layout.ts";
import { primaryKeyOf } from "./mapped-classes.ts";
import type { LoadNode } from "./needs.ts";
import { writeOption } from "./options.ts";
import { type Imports, type QueryEdits, writerFor } from "./query-edits.ts";
import { type Creation, quoted, refreshedNames, sessionStatements, statementAfter } from "./refresh.ts";

/** Edits that fetch what a newly made object never loaded, after it was written; no edits when that is done already. */
export function creationEdits(
  input: RecipeInput,
  creation: Creation,
  tree: readonly LoadNode[],
): QueryEdits | undefined {
  const isFlat = tree.every(
    (node) => node.children.length === 0 && !node.isRecursive && node.step.kind === "relationship",
  );
  if (isReselected(creation)) return { edits: [], imports: importsOf(creation) };
  return isFlat && refreshLoadsRelationships(input) ? refreshing(creation, tree) : reselecting(input, creation, tree);
}

/** `refresh(obj, ["items"])` loads a lazy relationship since SQLAlchemy 2.0.4; before, it was left lazy. */
export function refreshLoadsRelationships({ packages }: RecipeInput): boolean {
  const [major = 0, minor = 0, patch = 0] = (packages["sqlalchemy"] ?? "")
    .split(".")
    .map((part) => Number.parseInt(part, 10));
  return major > 2 || (major === 2 && (minor > 0 || patch >= 4));
}

function importsOf({ module }: Creation): Imports {
  return { module, loaders: new Set(), edits: [] };
}

function refreshing(creation: Creation, tree: readonly LoadNode[]): QueryEdits | undefined {
  const { module, variable, anchor } = creation;
  const lists = sessionStatements(creation.scope, new Set(["refresh"]))
    .filter(({ call }) => dottedName(children(call, "args")[0]) === variable)
    .flatMap((statement) => refreshedNames(statement) ?? []);
  const known = lists.flatMap((list) => list.names);
  const names = tree.map((node) => node.step.name).filter((name) => !known.includes(name));
  if (names.length === 0) return { edits: [], imports: importsOf(creation) };
  const text = names.map((name) => quoted(module, name)).join(", ");
  const last = lists.at(-1)?.list;
  const element = last && children(last, "elts").at(-1);
  const edit = element
    ? appended(module, element, text)
    : statementAfter(module, anchor.statement, `await ${anchor.session}.refresh(${variable}, [${text}])`);
  return edit && { edits: [edit], imports: importsOf(creation) };
}

/** True when the object is fetched anew after it was written. */
function isReselected({ scope, variable, anchor }: Creation): boolean {
  return [...walk(scope)].some((node) => {
    const value = node.kind === "Assign" && node.start > anchor.statement.end ? child(node, "value") : undefined;
    return (
      value?.kind === "Await" &&
      dottedName(children(node, "targets")[0]) === variable &&
      isFreshGet(child(value, "value"))
    );
  });
}

function isFreshGet(call: PythonNode | undefined): boolean {
  const callee = call?.kind === "Call" ? child(call, "func") : undefined;
  if (!call || !callee || word(callee, "attr") !== "get") return false;
  return keywordArgument(call, "populate_existing") !== undefined;
}

function reselecting(input: RecipeInput, creation: Creation, tree: readonly LoadNode[]): QueryEdits | undefined {
  const { module, variable, anchor, spelling, model } = creation;
  const key = primaryKeyOf(input.project, model);
  const imports = importsOf(creation);
  const writer = writerFor(input, { module, model, spelling }, imports);
  const options = tree.map((node) => writeOption(writer, node));
  if (key === undefined || options.includes(undefined)) return undefined;
  const words = [spelling, `${variable}.${key}`, `options=[${options.join(", ")}]`, "populate_existing=True"];
  const head = `${variable} = await ${anchor.session}.get`;
  const lineBreak = lineEndOf(module) + indentAt(module, anchor.statement.start);
  const line = `${head}(${words.join(", ")})`;
  const text =
    line.length > 90 ? `${head}(${words.map((entry) => `${lineBreak}    ${entry},`).join("")}${lineBreak})` : line;
  const edit = statementAfter(module, anchor.statement, text);
  return edit && { edits: [edit], imports };
}
