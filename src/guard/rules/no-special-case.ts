import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, childNodes, enclosingFunction, parentOf, sourceOf, walk } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { codeOf, isConstant } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { productOnly } from "../product-only.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-special-case";
const STATEMENTS = new Set(["Return", "Assign", "AnnAssign", "AugAssign"]);
const CHOICES = new Set([...STATEMENTS, "IfExp", "BinOp"]);
/** Such numbers say nothing about a certain input. */
const COMMON = new Set([0, 1, 2, 100]);

/**
 * A model may not keep an answer as it is and take another number for some inputs, when nobody wrote that number down: a
 * number that only serves a test can be any, so the tests cannot show that it is right. Numbers of the file, its comments
 * and documentation among them, are known; so are they as percentages.
 */
export const noSpecialCaseRule: GuardRule = {
  id: RULE,
  check(input) {
    if (input.candidate.origin.kind !== "llm") return [];
    const known = new Set([...input.before.values()].flatMap(({ text }) => numbersIn(text)));
    // A choice that was there may take another number: there all numbers count.
    const isOld = (module: PythonModule): boolean => input.before.get(module.path) === module;
    return refuseAdded(RULE, productOnly(input), (module) =>
      choicesIn(module, isOld(module) ? new Set<string>() : known),
    );
  },
};

function choicesIn(module: PythonModule, known: ReadonlySet<string>): Finding[] {
  const unknownIn = (node: PythonNode): number[] => numbersOf(node).filter((value) => !isKnown(value, known));
  // Few have such a number at all; only these are compared with what stands around them.
  const suspects = walkNodes(module).filter((node) => CHOICES.has(node.kind) && unknownIn(node).length > 0);
  return suspects.flatMap((node) => {
    const [number] = chosenBy(module, node).flatMap(unknownIn);
    if (number === undefined) return [];
    const code = sourceOf(module, node).split("\n", 1)[0]?.slice(0, 80) ?? "";
    return [
      {
        node,
        reason: `takes ${number} for some inputs, by \`${code}\`, and nothing says why`,
        key: keyOf(module, node),
      },
    ];
  });
}

/** What is taken for some inputs, where what is taken for the others differs in its numbers alone. */
function chosenBy(module: PythonModule, node: PythonNode): readonly PythonNode[] {
  switch (node.kind) {
    case "IfExp": {
      const arms = partsOf(node, "body", "orelse");
      return arms.every((arm) => isConstant(arm)) || new Set(arms.map(shapeOf)).size === 1 ? arms : [];
    }
    case "BinOp": {
      const sides = partsOf(node, "left", "right");
      return sides.some(({ kind }) => kind === "Compare") ? sides.filter((side) => isConstant(side)) : [];
    }
    default:
      return branchOf(module, node) && (isAdjustment(node) || hasTwin(module, node)) ? [node] : [];
  }
}

function partsOf(node: PythonNode, ...fields: readonly string[]): PythonNode[] {
  return fields.flatMap((field) => child(node, field) ?? []);
}

/** The branch that a statement stands in. */
function branchOf(module: PythonModule, node: PythonNode): PythonNode | undefined {
  const owner = STATEMENTS.has(node.kind) ? parentOf(module, node) : undefined;
  return owner?.kind === "If" || owner?.kind === "match_case" ? owner : undefined;
}

/** Which choice it is, whatever its numbers are. */
function keyOf(module: PythonModule, node: PythonNode): string {
  const branch = branchOf(module, node);
  return [...(branch ? partsOf(branch, "test", "pattern", "guard") : []), node].map(shapeOf).join(" ");
}

/** `total += 3` */
function isAdjustment(node: PythonNode): boolean {
  return node.kind === "AugAssign" && isConstant(child(node, "value"));
}

/** The same statement with other numbers, elsewhere in the function. */
function hasTwin(module: PythonModule, node: PythonNode): boolean {
  const around = enclosingFunction(module, node);
  const shape = shapeOf(node);
  return (
    around !== undefined &&
    [...walk(around)].some((other) => other !== node && other.kind === node.kind && shapeOf(other) === shape)
  );
}

/** The code with a blank for each number, in quotes or not. */
function shapeOf(node: PythonNode): string {
  return codeOf(node).replaceAll(/\bvalue="?\d+(?:\.\d+)?"?/g, "value=#");
}

/** Of the literals that an expression or statement uses, indexes left out: those only say which part of something. */
function numbersOf(node: PythonNode): number[] {
  if (node.kind === "Constant") {
    const value = node.fields["value"];
    const isNumeral = typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value);
    return typeof value === "number" || isNumeral ? [Math.abs(Number(value))] : [];
  }
  const parts = node.kind === "Subscript" ? [child(node, "value")].flatMap((part) => part ?? []) : childNodes(node);
  return parts.flatMap((part) => numbersOf(part));
}

function isKnown(value: number, known: ReadonlySet<string>): boolean {
  return COMMON.has(value) || [value, value * 100, value / 100].some((form) => known.has(spelt(form)));
}

/** All numbers that a text has anywhere. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d[\d_]*(?:\.\d+)?/g)].map(([digits]) => spelt(Number(digits.replaceAll("_", ""))));
}

/** Without what floats lose. */
function spelt(value: number): string {
  return String(Number(value.toPrecision(12)));
}
