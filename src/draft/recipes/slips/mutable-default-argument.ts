import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports, spellingOf } from "../../../syntax/imports.ts";
import { child, children, dottedName, parentOf, sourceOf, walk, walkScope, word } from "../../../syntax/tree.ts";
import { functionsIn, functionsOnPath } from "../../query/failing-path.ts";
import { methodCall } from "../../query/coroutines.ts";
import { compareVersions } from "../../facts/support.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { isBuiltinAt } from "./builtins.ts";
import { unique } from "./failing-line.ts";
import { insertFirst } from "./insertion.ts";

/** Defaults that one call changes for all later ones. */
export const mutableDefaultArgument: Recipe = {
  id: "mutable-default-argument",
  title: "A list, dictionary or set as a parameter's default that the function changes",
  explanation:
    "A default is made once, when the function is defined; what one call puts into it the next call, or the next test, finds there.",
  draft: draftSentinels,
};

function draftSentinels(input: RecipeInput): RecipeDraft[] {
  if (input.evidence.executed.length === 0) return [];
  const leaking = functionsOnPath(input, []).filter(({ module, node }) => leaksOf(module, node).length > 0);
  const files = unique(leaking.map(({ module }) => module));
  const edits = files.flatMap((module) => fileEdits(input, module));
  return leaking.length === 0 || edits.includes(undefined)
    ? []
    : [{ edits: edits.flatMap((edit) => edit ?? []), rationale: RATIONALE, leftAlone: [] }];
}

const RATIONALE = "The default was shared by all calls and changed by them; each call now starts with one of its own.";

interface Leak {
  readonly parameter: PythonNode;
  readonly name: string;
  /** The default. */
  readonly value: PythonNode;
}

/** All functions of the file that change their default, unless their memory is meant. */
function fileEdits(input: RecipeInput, module: PythonModule): (Edit | undefined)[] {
  const found = functionsIn(module).map(({ node }) => ({ node, leaks: leaksOf(module, node) }));
  const leaks = found.flatMap((entry) => entry.leaks);
  const optional = optionalSpelling(input, module, leaks);
  const defaults = leaks.flatMap((leak) => sentinelEdits(module, leak, optional.spelling));
  const bodies = found
    .filter((entry) => entry.leaks.length > 0)
    .map((entry) =>
      insertFirst(
        module,
        entry.node,
        entry.leaks.flatMap((leak) => [
          `if ${leak.name} is None:`,
          `    ${leak.name} = ${sourceOf(module, leak.value)}`,
        ]),
      ),
    );
  return [...optional.edits, ...defaults, ...bodies];
}

function leaksOf(module: PythonModule, node: PythonNode): Leak[] {
  const isPlain = children(node, "decorator_list").every((entry) =>
    /^(staticmethod|classmethod)$/.test(dottedName(entry) ?? "?"),
  );
  const name = word(node, "name") ?? "";
  if (!isPlain || reads(module.tree, `${name}.__defaults__`)) return [];
  return defaultsOf(node).filter(
    (leak) => isMutable(module, leak.value) && !/memo|cache/i.test(leak.name) && isChanged(module, node, leak.name),
  );
}

function reads(tree: PythonNode, dotted: string): boolean {
  return [...walk(tree)].some((node) => node.kind === "Attribute" && dottedName(node)?.endsWith(dotted) === true);
}

function defaultsOf(node: PythonNode): Leak[] {
  const list = child(node, "args");
  if (!list) return [];
  const positional = [...children(list, "posonlyargs"), ...children(list, "args")];
  const defaults = children(list, "defaults");
  const given: unknown = list.fields["kw_defaults"];
  const byKeyword: readonly PythonNode[] = Array.isArray(given) ? given : [];
  return [
    ...defaults.flatMap((value, index) => leakOf(positional[positional.length - defaults.length + index], value)),
    ...children(list, "kwonlyargs").flatMap((parameter, index) => leakOf(parameter, byKeyword[index])),
  ];
}

function leakOf(parameter: PythonNode | undefined, value: PythonNode | undefined): Leak[] {
  return parameter && value ? [{ parameter, name: word(parameter, "arg") ?? "", value }] : [];
}

/** An empty one, or one of literals alone: it means the same wherever it is made. */
function isMutable(module: PythonModule, value: PythonNode): boolean {
  if (["List", "Dict", "Set"].includes(value.kind))
    return (
      [...walk(value)].every(({ kind }) => /^(List|Dict|Set|Tuple|Constant|Load|UnaryOp|USub)$/.test(kind)) &&
      !/[\r\n]/.test(sourceOf(module, value))
    );
  const name = value.kind === "Call" ? (dottedName(child(value, "func")) ?? "") : "";
  const isBare = children(value, "args").length + children(value, "keywords").length === 0;
  return /^(list|dict|set)$/.test(name) && isBare && isBuiltinAt(module, value, name);
}

const MUTATING = new Set(
  "append extend insert remove pop clear sort reverse update setdefault popitem add discard".split(" "),
);

/** The function changes it, or hands it on or keeps it so that others can, and does not make a new one first. */
function isChanged(module: PythonModule, node: PythonNode, name: string): boolean {
  const own = children(node, "body").flatMap((statement) => [...walkScope(statement)]);
  const isName = (entry: PythonNode | undefined): boolean => entry?.kind === "Name" && word(entry, "id") === name;
  if (own.some((entry) => isName(entry) && isRebound(module, entry))) return false;
  return own.some((entry) => isName(changedBy(entry)) || (isName(child(entry, "value")) && isKept(module, entry)));
}

/** What a node changes in place. */
function changedBy(node: PythonNode): PythonNode | undefined {
  const called = methodCall(node);
  if (called) return MUTATING.has(called.method) ? called.base : undefined;
  if (node.kind === "Subscript") return child(node, "ctx")?.kind === "Load" ? undefined : child(node, "value");
  return node.kind === "AugAssign" ? child(node, "target") : undefined;
}

function isRebound(module: PythonModule, entry: PythonNode): boolean {
  return child(entry, "ctx")?.kind === "Store" && parentOf(module, entry)?.kind !== "AugAssign";
}

/** `self.rows = rows` where the file changes `self.rows` somewhere. */
function isKept(module: PythonModule, entry: PythonNode): boolean {
  const targets = entry.kind === "Assign" ? children(entry, "targets").map((target) => dottedName(target)) : [];
  const attributes = new Set(targets.filter((name) => name?.includes(".")));
  return attributes.size > 0 && [...walk(module.tree)].some((node) => attributes.has(dottedName(changedBy(node))));
}

interface Spelling {
  readonly spelling: ((annotation: string) => string) | undefined;
  readonly edits: readonly Edit[];
}

/** `list | None` where Python has it, `Optional[list]` where the project works with older ones. */
function optionalSpelling({ python, support }: RecipeInput, module: PythonModule, leaks: readonly Leak[]): Spelling {
  const isAnnotated = leaks.some(({ parameter }) => child(parameter, "annotation"));
  const isPostponed = spellingOf(module, { source: "__future__", name: "annotations" }) !== undefined;
  const oldest = support.python ?? python;
  const isNew = isPostponed || (oldest !== null && compareVersions(oldest, "3.10") >= 0);
  const known = spellingOf(module, { source: "typing", name: "Optional" });
  if (!isAnnotated || (isNew && known === undefined)) return { spelling: (text) => `${text} | None`, edits: [] };
  const plan = planImports(module, [{ source: "typing", name: "Optional" }]);
  return { spelling: (text) => `${plan.spelling("Optional")}[${text}]`, edits: plan.edits };
}

function sentinelEdits(module: PythonModule, { parameter, value }: Leak, optional: Spelling["spelling"]): Edit[] {
  const { path } = module;
  const annotation = child(parameter, "annotation");
  const text = annotation && sourceOf(module, annotation);
  const isNone = text === undefined || /\bNone\b|Optional/.test(text);
  const sentinel = { path, start: value.start, end: value.end, text: "None" };
  if (!annotation || isNone || /["']/.test(text)) return [sentinel];
  return [{ path, start: annotation.start, end: annotation.end, text: optional?.(text) ?? text }, sentinel];
}
