import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { definitionOf } from "../../../syntax/resolve.ts";
import { child, children, dottedName, isFunction, walk, word } from "../../../syntax/tree.ts";
import { calledFunction } from "../../query/coroutines.ts";
import type { Located } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";
import { isMisspelt } from "./spelling.ts";

/** Keywords that a function of the project knows under a name that is spelt a little differently. */
export const misspeltKeyword: Recipe = {
  id: "misspelt-keyword",
  title: "A keyword argument that is misspelt in a call of the project's own function",
  explanation: "A function takes only the keywords that it has parameters for, spelt exactly as there.",
  draft: draftKeyword,
};

const UNKNOWN = /^(?:[\w.<>]{1,300}\.)?(\w{1,200})\(\) got an unexpected keyword argument '(\w{1,200})'/;

function draftKeyword(input: RecipeInput): RecipeDraft[] {
  for (const line of failingLines(input, UNKNOWN)) {
    const [, name = "", keyword = ""] = UNKNOWN.exec(line.message) ?? [];
    const [call, ...others] = callsAt(input, line, { name, keyword });
    const right = call && others.length === 0 ? parameterMeant(input, call, keyword) : undefined;
    if (!call || right === undefined) continue;
    const edits = alike(input, call, keyword).flatMap((entry) => renamed(call.module, entry, { keyword, right }) ?? []);
    if (edits.length > 0) return [{ edits, rationale: rationale(keyword, right), leftAlone: [] }];
  }
  return [];
}

function rationale(keyword: string, right: string): string {
  return `The function has no parameter \`${keyword}\`; \`${right}\` is the only one that is spelt nearly so.`;
}

/** Calls at the line that pass the keyword to the function the message names. */
function callsAt(input: RecipeInput, line: FailingLine, wanted: { name: string; keyword: string }): Located[] {
  return line.nodes
    .filter((node) => node.kind === "Call" && keywordNamed(node, wanted.keyword) !== undefined)
    .map((node) => ({ module: line.module, node }))
    .filter(
      (call) =>
        word(calleeOf(input, call)?.node ?? call.node, "name") === wanted.name || isMade(input, call, wanted.name),
    );
}

function keywordNamed(call: PythonNode, name: string): PythonNode | undefined {
  return children(call, "keywords").find((entry) => word(entry, "arg") === name);
}

/** `Order(...)` where the message speaks of `__init__`. */
function isMade(input: RecipeInput, call: Located, name: string): boolean {
  return name === "__init__" && calleeOf(input, call)?.node.kind === "ClassDef";
}

/** The function or class of the project that is called. */
function calleeOf({ project }: RecipeInput, { module, node }: Located): Located | undefined {
  const callee = child(node, "func");
  const called = callee && calledFunction(project, { module, node: callee });
  if (called) return called;
  const definition = definitionOf(project, module, dottedName(callee) ?? "");
  return definition?.node.kind === "ClassDef" ? { module: definition.module, node: definition.node } : undefined;
}

/** The one parameter that is spelt nearly so and is not passed yet; undefined when there is a choice, or `**` takes all. */
function parameterMeant(input: RecipeInput, call: Located, keyword: string): string | undefined {
  const callee = calleeOf(input, call);
  const names = callee && keywordsOf(callee.node);
  const isUnpacked = children(call.node, "keywords").some((entry) => word(entry, "arg") === undefined);
  if (!names || isUnpacked) return undefined;
  const near = names.filter((name) => isMisspelt(keyword, name));
  const [right, ...others] = near.filter((name) => keywordNamed(call.node, name) === undefined);
  return near.length === 1 && others.length === 0 ? right : undefined;
}

/** What a function, a class's `__init__` or a data class can be given by name; undefined where that cannot be told. */
function keywordsOf(node: PythonNode): string[] | undefined {
  if (isFunction(node)) return parametersOf(node);
  const init = children(node, "body").find((entry) => word(entry, "name") === "__init__");
  if (init) return parametersOf(init);
  const isDataClass = children(node, "decorator_list").some((entry) =>
    /(^|\.)dataclass$/.test(dottedName(child(entry, "func") ?? entry) ?? ""),
  );
  const isPlain = children(node, "bases").length === 0;
  return isDataClass && isPlain ? fieldsOf(node) : undefined;
}

function parametersOf(node: PythonNode): string[] | undefined {
  const list = child(node, "args");
  const isDecorated = children(node, "decorator_list").some(
    (entry) => !/^(staticmethod|classmethod)$/.test(dottedName(entry) ?? "?"),
  );
  if (!list || child(list, "kwarg") || isDecorated) return undefined;
  return [...children(list, "args"), ...children(list, "kwonlyargs")].map((entry) => word(entry, "arg") ?? "");
}

function fieldsOf(node: PythonNode): string[] {
  return children(node, "body").flatMap((entry) =>
    entry.kind === "AnnAssign" ? (word(child(entry, "target") ?? entry, "id") ?? []) : [],
  );
}

/** The call, and others of the file that hand the same function the same keyword. */
function alike(input: RecipeInput, call: Located, keyword: string): PythonNode[] {
  const callee = calleeOf(input, call)?.node;
  return [...walk(call.module.tree)].filter(
    (node) =>
      node.kind === "Call" &&
      keywordNamed(node, keyword) !== undefined &&
      calleeOf(input, { module: call.module, node })?.node === callee,
  );
}

/** Worked out on the text: before Python 3.9 a keyword has no position, but its value has. */
function renamed(module: PythonModule, call: PythonNode, names: { keyword: string; right: string }): Edit | undefined {
  const value = child(keywordNamed(call, names.keyword) ?? call, "value");
  if (!value || value.start < 0 || keywordNamed(call, names.right)) return undefined;
  const before = module.text.slice(call.start, value.start);
  const written = new RegExp(`\\b${names.keyword}\\s*=\\s*\\(*\\s*$`).exec(before);
  if (!written) return undefined;
  const start = call.start + written.index;
  return { path: module.path, start, end: start + names.keyword.length, text: names.right };
}
