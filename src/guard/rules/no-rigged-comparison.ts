import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, isFunction, parentOf, walk, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { codeOf, isConstant, textOf, truthOf } from "../code/constant.ts";
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
  const answers = answersOf(definition);
  if (answers.some((answer) => truthOf(answer) !== undefined) && !hasChoice(definition)) return true;
  const needed = parametersOf(definition).slice(0, UNARY.test(name) ? 1 : 2);
  const owner = parentOf(module, definition);
  const own = owner?.kind === "ClassDef" ? word(owner, "name") : undefined;
  return !answers.some((answer) => dependsOn(answer, needed, own)) && !isAbstract(definition);
}

function answersOf(definition: PythonNode): PythonNode[] {
  const body = child(definition, "body");
  return definition.kind === "Lambda" ? (body ? [body] : []) : returnedBy(definition);
}

/** A fixed answer is one of several. */
function hasChoice(definition: PythonNode): boolean {
  return effectiveBody(definition).some((statement) =>
    ["If", "For", "While", "Try", "Match", "With"].includes(statement.kind),
  );
}

function isAbstract(definition: PythonNode): boolean {
  return effectiveBody(definition).every((statement) => statement.kind === "Raise");
}

function parametersOf(definition: PythonNode): string[] {
  const parameters = child(definition, "args");
  if (!parameters) return [];
  const named = [...children(parameters, "posonlyargs"), ...children(parameters, "args")];
  return named.map((entry) => word(entry, "arg") ?? "");
}

/**
 * Every one of the names occurs, but not as a name compared with itself; the class's own name may stand in for the
 * object (`isinstance(other, Money)`).
 */
function dependsOn(answer: PythonNode, names: readonly string[], own: string | undefined): boolean {
  const used = new Set([...walk(answer)].filter((node) => !isSelfComparison(node)).flatMap((node) => namesBelow(node)));
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
