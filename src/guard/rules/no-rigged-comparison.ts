import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, isFunction, parentOf, walk, walkScope, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { codeOf, isConstant, textOf } from "../code/constant.ts";
import { effectiveBody, returnedBy } from "../code/body.ts";
import { walkNodes } from "../code/find.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-rigged-comparison";

const COMPARISONS = /^__(eq|ne|lt|le|gt|ge|contains|bool|len|instancecheck|subclasscheck)__$/;
/** These look at one object only. */
const UNARY = /^__(bool|len)__$/;

/** What an object answers to `==`, `in` or `if` must depend on the objects. */
export const noRiggedComparisonRule: GuardRule = {
  id: RULE,
  check: (input) => refuseAdded(RULE, input, comparisonsIn),
};

function comparisonsIn(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    const found = comparison(module, node);
    if (!found || !COMPARISONS.test(found.name) || !isRigged(module, found)) return [];
    const reason = `adds a \`${found.name}\` whose answer does not depend on what is compared`;
    return [{ node, reason, key: `${reason} ${codeOf(found.definition)}` }];
  });
}

interface Comparison {
  readonly name: string;
  /** A function, a lambda, or any other value. */
  readonly definition: PythonNode;
}

/** `def __eq__`, `__eq__ = ...`, `X.__eq__ = ...`, `setattr(X, "__eq__", ...)`, `type("X", (), {"__eq__": ...})`. */
function comparison(module: PythonModule, node: PythonNode): Comparison | undefined {
  if (isFunction(node)) return { name: word(node, "name") ?? "", definition: node };
  if (node.kind === "Assign") return assigned(node);
  const [name, definition] = node.kind === "Call" ? children(node, "args").slice(1) : inDictionary(module, node);
  return definition && { name: textOf(name) ?? "", definition };
}

/** A key with its value. */
function inDictionary(module: PythonModule, key: PythonNode): (PythonNode | undefined)[] {
  const dictionary = parentOf(module, key);
  if (dictionary?.kind !== "Dict") return [];
  return [key, children(dictionary, "values")[children(dictionary, "keys").indexOf(key)]];
}

function assigned(node: PythonNode): Comparison | undefined {
  const [target] = children(node, "targets");
  const definition = child(node, "value");
  return target && definition && { name: word(target, "id") ?? word(target, "attr") ?? "", definition };
}

function isRigged(module: PythonModule, { name, definition }: Comparison): boolean {
  if (definition.kind !== "Lambda" && !isFunction(definition)) return isConstant(definition);
  if (isAbstract(definition)) return false;
  const answers = answersOf(definition);
  const fixed = answers.filter((answer) => isConstant(answer));
  if (fixed.length > 0 && !hasChoice(definition)) return true;
  if (fixed.length === answers.length && new Set(fixed.map((answer) => codeOf(answer))).size < 2) return true;
  const owner = parentOf(module, definition);
  const own = owner?.kind === "ClassDef" ? word(owner, "name") : undefined;
  return !dependsOn([...answers, ...groundsOf(definition)], neededBy(definition, name), own);
}

/** What decides between answers. */
function groundsOf(definition: PythonNode): PythonNode[] {
  return effectiveBody(definition)
    .flatMap((statement) => [...walkScope(statement)])
    .flatMap((node) => {
      if (node.kind === "Return" || node.kind === "Expr") return [];
      return [child(node, "test"), child(node, "iter"), child(node, "subject"), assignedValue(node)];
    })
    .flatMap((node) => node ?? []);
}

function assignedValue(node: PythonNode): PythonNode | undefined {
  return ["Assign", "AnnAssign", "NamedExpr"].includes(node.kind) ? child(node, "value") : undefined;
}

function answersOf(definition: PythonNode): PythonNode[] {
  const body = child(definition, "body");
  return definition.kind === "Lambda" ? (body ? [body] : []) : returnedBy(definition);
}

/** A fixed answer may be one of several. */
function hasChoice(definition: PythonNode): boolean {
  return effectiveBody(definition).some((statement) =>
    ["If", "For", "While", "Try", "Match", "With"].includes(statement.kind),
  );
}

function isAbstract(definition: PythonNode): boolean {
  return isFunction(definition) && effectiveBody(definition).every((statement) => statement.kind === "Raise");
}

/** The object, and what it is compared with. */
function neededBy(definition: PythonNode, name: string): string[] {
  const parameters = child(definition, "args");
  const rest = parameters && child(parameters, "vararg");
  const named = parameters ? [...children(parameters, "posonlyargs"), ...children(parameters, "args")] : [];
  const names = [...named, ...(rest ? [rest] : [])].map((entry) => word(entry, "arg") ?? "");
  return names.slice(0, UNARY.test(name) ? 1 : 2);
}

/**
 * Every one of the names occurs, but not as a name compared with itself; the class's own name may stand in for the
 * object (`isinstance(other, Money)`).
 */
function dependsOn(parts: readonly PythonNode[], names: readonly string[], own: string | undefined): boolean {
  const nodes = parts.flatMap((part) => [...walk(part)]);
  const trivial = new Set(nodes.filter((node) => isSelfComparison(node)).flatMap((node) => [...walk(node)]));
  const used = new Set(nodes.filter((node) => !trivial.has(node)).flatMap((node) => namesBelow(node)));
  return names.every((name, index) => used.has(name) || (index === 0 && own !== undefined && used.has(own)));
}

function namesBelow(node: PythonNode): string[] {
  const name = word(node, "id");
  return name === undefined ? [] : [name];
}

function isSelfComparison(node: PythonNode): boolean {
  const [right] = children(node, "comparators");
  return node.kind === "Compare" && right !== undefined && codeOf(child(node, "left")) === codeOf(right);
}
