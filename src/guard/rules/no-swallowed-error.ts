import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { ancestorsOf, child, children, isFunction, walk, walkScope, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { returnedBy } from "../code/body.ts";
import { codeOf, truthOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { meaningsOf } from "../code/meaning.ts";
import { scopeName } from "../code/scope.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-swallowed-error";

const BROAD = [
  "builtins.Exception",
  "builtins.BaseException",
  "builtins.BaseExceptionGroup",
  "builtins.ExceptionGroup",
];
const LOGGING = /^(debug|info|warning|warn|error|exception|critical|log|print|print_exc|print_exception)$/;

/** A patch may not make every error vanish; a handler for one kind of error, or one that passes it on, is fine. */
export const noSwallowedErrorRule: GuardRule = {
  id: RULE,
  check: (input) => refuseAdded(RULE, input, swallowersIn),
};

function swallowersIn(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    const reason = swallows(module, node);
    return reason === undefined ? [] : [{ node, reason, key: `${scopeName(module, node)} ${codeOf(node)}` }];
  });
}

function swallows(module: PythonModule, node: PythonNode): string | undefined {
  if (node.kind === "ExceptHandler" && isBroad(module, child(node, "type")) && isSilent(node))
    return "adds an `except` that catches every error and passes none on";
  if (isSuppressor(module, node)) return "adds a `suppress` that hides every error";
  if (isInFinally(module, node)) return `adds a \`${node.kind.toLowerCase()}\` in \`finally\`, which drops every error`;
  return isDroppingExit(node) ? "adds an `__exit__` that drops every error" : undefined;
}

function isDroppingExit(node: PythonNode): boolean {
  const isExit = isFunction(node) && /^__a?exit__$/.test(word(node, "name") ?? "");
  return isExit && returnedBy(node).some((value) => truthOf(value) === true);
}

/** No type at all is the broadest. */
function isBroad(module: PythonModule, type: PythonNode | undefined): boolean {
  if (!type) return true;
  const types = type.kind === "Tuple" ? children(type, "elts") : [type];
  return types.some((entry) => meaningsOf(module, entry).some((dotted) => BROAD.includes(dotted)));
}

/** Nothing is raised, and the error itself goes nowhere but to a log. */
function isSilent(handler: PythonNode): boolean {
  const nodes = children(handler, "body").flatMap((statement) => [...walkScope(statement)]);
  if (nodes.some((node) => node.kind === "Raise")) return false;
  const idle = new Set(nodes.filter((node) => isIdle(node)).flatMap((node) => [...walk(node)]));
  const name = word(handler, "name");
  return !nodes.some((node) => name !== undefined && isUse(node, name) && !idle.has(node));
}

function isUse(node: PythonNode, name: string): boolean {
  return word(node, "id") === name && child(node, "ctx")?.kind === "Load";
}

/** A statement that does nothing with the error: names it, turns it into text, logs it. */
function isIdle(node: PythonNode): boolean {
  const value = node.kind === "Expr" ? child(node, "value") : node;
  if (value?.kind !== "Call") return node.kind === "Expr";
  const called = child(value, "func");
  const name = (called && (word(called, "attr") ?? word(called, "id"))) ?? "";
  return LOGGING.test(name) || (node.kind === "Expr" && /^(str|repr|type|id|bool|len|format)$/.test(name));
}

function isSuppressor(module: PythonModule, node: PythonNode): boolean {
  const called = node.kind === "Call" ? meaningsOf(module, child(node, "func")) : [];
  return called.includes("contextlib.suppress") && children(node, "args").some((type) => isBroad(module, type));
}

/** A jump out of a `finally`, not only out of a loop or a function inside it. */
function isInFinally(module: PythonModule, node: PythonNode): boolean {
  if (!["Return", "Break", "Continue"].includes(node.kind)) return false;
  let inner = node;
  for (const outer of ancestorsOf(module, node)) {
    if (isFunction(outer) || outer.kind === "ClassDef") return false;
    const isLoop = outer.kind === "For" || outer.kind === "While" || outer.kind === "AsyncFor";
    if (isLoop && node.kind !== "Return") return false;
    if (children(outer, "finalbody").includes(inner)) return true;
    inner = outer;
  }
  return false;
}
