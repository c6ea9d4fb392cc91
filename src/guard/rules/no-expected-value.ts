import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, childNodes, children, isFunction, parentOf, sourceOf, walk, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { codeOf, isConstant, textOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { bindingsIn, scopesAround } from "../code/scope.ts";
import { productOnly } from "../product-only.ts";
import type { GuardInput, GuardRule } from "../rule.ts";

const RULE = "no-expected-value";
/** Longer ways from an answer to its literal are not gone. */
const MOST_STEPS = 5;
/** Such answers are given by honest code everywhere. */
const COMMON = new Set(["null", "true", "false", "0", "1", '""']);

/** Product code may not answer with a literal that the tests around the failure expect. */
export const noExpectedValueRule: GuardRule = {
  id: RULE,
  check(input) {
    const expected = expectedIn(input);
    if (expected.size === 0) return [];
    const given = givenIn(input);
    const isMoved = movedIn(input);
    return refuseAdded(RULE, productOnly(input), (module) => [
      ...answersIn(module, expected).filter(({ node }) => parentOf(module, node)?.kind !== "Lambda" || !isMoved(node)),
      ...comparisonsIn(module, given),
    ]);
  },
};

/**
 * Whether an object or a display stands in the changed files no more often than before: a default of a field that went
 * into the lambda that makes it. A bare literal is not followed, it stands everywhere.
 */
function movedIn({ before, after }: GuardInput): (answer: PythonNode) => boolean {
  const [old, now] = [countsIn(before), countsIn(after)];
  return (answer) => WHOLE.has(answer.kind) && (now.get(codeOf(answer)) ?? 0) <= (old.get(codeOf(answer)) ?? 0);
}

const WHOLE = new Set(["Call", "List", "Tuple", "Dict", "Set"]);

function countsIn(modules: ReadonlyMap<string, PythonModule>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of [...modules.values()].flatMap((module) => walkNodes(module))) {
    if (!WHOLE.has(node.kind)) continue;
    const code = codeOf(node);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function answersIn(module: PythonModule, expected: ReadonlySet<string>): Finding[] {
  return walkNodes(module)
    .filter((node) => ["Return", "Yield", "Lambda"].includes(node.kind))
    .flatMap((node) => answers(module, child(node, node.kind === "Lambda" ? "body" : "value"), 0))
    .flatMap((answer) => {
      const hit = valuesIn(answer).find((value) => expected.has(value));
      if (hit === undefined) return [];
      const reason = `answers with \`${sourceOf(module, answer).slice(0, 80)}\`, which the tests expect`;
      return [{ node: answer, reason, key: codeOf(answer) }];
    });
}

/** `rows == [20, 22]`: code that knows the very input of a test. */
function comparisonsIn(module: PythonModule, given: ReadonlySet<string>): Finding[] {
  return walkNodes(module)
    .filter((node) => node.kind === "Compare")
    .flatMap((node) => [child(node, "left"), ...children(node, "comparators")])
    .flatMap((side) => {
      if (!side || !given.has(codeOf(side))) return [];
      const reason = `compares with \`${sourceOf(module, side).slice(0, 80)}\`, which the tests hand in`;
      return [{ node: side, reason, key: `compared ${codeOf(side)}` }];
    });
}

/** The literals that an expression may come to: by choice, by look-up in a literal table, by a name for one. */
function answers(module: PythonModule, node: PythonNode | undefined, depth: number): PythonNode[] {
  if (!node || depth > MOST_STEPS) return [];
  if (isConstant(node) || isObjectOfLiterals(node)) return [node];
  return stepsFrom(module, node).flatMap((part) => answers(module, part, depth + 1));
}

/** What the value of an expression may be the value of. */
function stepsFrom(module: PythonModule, node: PythonNode): readonly (PythonNode | undefined)[] {
  switch (node.kind) {
    case "IfExp":
      return [child(node, "body"), child(node, "orelse")];
    case "BoolOp":
    case "Dict":
      return [...children(node, "values")];
    case "NamedExpr":
    case "Await":
      return [child(node, "value")];
    case "Subscript":
      return inTable(module, child(node, "value"));
    case "Call":
      return [...inTable(module, child(child(node, "func") ?? node, "value")), ...defaultsOf(node)];
    case "Name":
      return valuesOfName(module, node);
    default:
      return [];
  }
}

/** `Money(42, "EUR")`; the status of an HTTP answer is no result. */
function isObjectOfLiterals(node: PythonNode): boolean {
  if (node.kind !== "Call") return false;
  const called = child(node, "func");
  const isClass = called !== undefined && /^[A-Z]/.test(word(called, "attr") ?? word(called, "id") ?? "");
  const values = [
    ...children(node, "args"),
    ...children(node, "keywords").flatMap((entry) => child(entry, "value") ?? []),
  ];
  return isClass && values.length > 0 && values.every((value) => isConstant(value));
}

/** The values of a literal dictionary, or of one by its name. */
function inTable(module: PythonModule, table: PythonNode | undefined): readonly PythonNode[] {
  const tables = table?.kind === "Name" ? valuesOfName(module, table) : [table];
  return tables.flatMap((entry) => (entry?.kind === "Dict" ? children(entry, "values") : []));
}

/** `table.get(key, 42)` */
function defaultsOf(node: PythonNode): readonly PythonNode[] {
  const called = child(node, "func");
  return called && word(called, "attr") === "get" ? children(node, "args").slice(1) : [];
}

function valuesOfName(module: PythonModule, node: PythonNode): PythonNode[] {
  for (const scope of scopesAround(module, node)) {
    const bindings = bindingsIn(scope).get(word(node, "id") ?? "");
    if (bindings) return bindings.flatMap((binding) => (binding.kind === "value" ? [binding.value] : []));
  }
  return [];
}

/** The literals of an answer, arithmetic and joined texts worked out. */
function valuesIn(answer: PythonNode): string[] {
  if (isStatus(answer)) return [];
  const folded = numberOf(answer) ?? textOf(answer);
  if (folded !== undefined || answer.kind === "Constant") {
    return [canonical(folded ?? answer.fields["value"])].filter((value) => !COMMON.has(value));
  }
  return childNodes(answer).flatMap((part) => valuesIn(part));
}

function isStatus(node: PythonNode): boolean {
  return node.kind === "keyword" && /^status(_code)?$/.test(word(node, "arg") ?? "");
}

/** What literals joined by arithmetic come to, without regard to the sign, which the literal in a test has outside too. */
function numberOf(node: PythonNode | undefined): number | undefined {
  if (node?.kind === "UnaryOp") return numberOf(child(node, "operand"));
  if (node?.kind === "BinOp") return joined(node);
  const value = node?.kind === "Constant" ? node.fields["value"] : undefined;
  return typeof value === "number" ? value : undefined;
}

function joined(node: PythonNode): number | undefined {
  const [left, right] = [numberOf(child(node, "left")), numberOf(child(node, "right"))];
  if (left === undefined || right === undefined) return undefined;
  const results: Readonly<Record<string, number>> = {
    Add: left + right,
    Sub: left - right,
    Mult: left * right,
    Div: left / right,
  };
  return results[child(node, "op")?.kind ?? ""];
}

/** Numbers by their value, also those in quotes (`Decimal("1.50")`). */
function canonical(value: unknown): string {
  const isNumeral = typeof value === "string" && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value);
  return isNumeral || typeof value === "number" ? String(Math.abs(Number(value))) : JSON.stringify(value ?? null);
}

/** The lists, tuples and dictionaries of literals in the tests, those with something in them. */
function givenIn(input: GuardInput): ReadonlySet<string> {
  const nodes = testFunctions(input).flatMap(([, test]) => [...walk(test)]);
  const displays = nodes.filter((node) => DISPLAYS.has(node.kind) && isConstant(node) && valuesIn(node).length > 0);
  return new Set(displays.map((node) => codeOf(node)));
}

const DISPLAYS = new Set(["List", "Tuple", "Dict", "Set"]);

/** Every literal inside the functions of the tests, decorators included; imports and documentation hold no results. */
function expectedIn(input: GuardInput): ReadonlySet<string> {
  const values = testFunctions(input).flatMap(([module, test]) => literalsOf(module, test));
  return new Set(values.filter((value) => !COMMON.has(value)));
}

function testFunctions({ modules, guardedFiles }: GuardInput): [PythonModule, PythonNode][] {
  const tests = [...modules.values()].filter(({ path }) => guardedFiles.has(path));
  return tests.flatMap((module) =>
    walkNodes(module).flatMap((node): [PythonModule, PythonNode][] => (isFunction(node) ? [[module, node]] : [])),
  );
}

function literalsOf(module: PythonModule, test: PythonNode): string[] {
  return [...walk(test)]
    .filter((node) => node.kind === "Constant" && parentOf(module, node)?.kind !== "Expr")
    .map((node) => canonical(node.fields["value"]));
}
