import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, sourceOf } from "../../syntax/tree.ts";

/** No tests of ours run on an older Python; every later one answers a condition on an older version in the same way. */
const OLDEST = [3, 8] as const;
const VERSION_INFO = /(?:^|\.)version_info$/;
/** Names that projects and six give the answer. */
const NAMED = { PY2: false, PY3: true } as const;

/** What a condition on Python's version comes to wherever our tests run; undefined where that depends, or is not known. */
export function settledCondition(module: PythonModule, test: PythonNode): boolean | undefined {
  if (test.kind === "UnaryOp" && sourceOf(module, test).startsWith("not")) return opposite(module, test);
  const last = dottedName(test)?.split(".").at(-1);
  return last === "PY2" || last === "PY3" ? NAMED[last] : comparison(test);
}

function comparison(test: PythonNode): boolean | undefined {
  const [operator, ...more] = children(test, "ops");
  const [left, right] = [child(test, "left"), children(test, "comparators")[0]];
  if (!operator || more.length > 0 || !left || !right) return undefined;
  return isMajor(left) ? byMajor(operator, numberOf(right)) : byVersion(left, operator, numbersOf(right));
}

function opposite(module: PythonModule, test: PythonNode): boolean | undefined {
  const operand = child(test, "operand");
  const settled = operand && settledCondition(module, operand);
  return settled === undefined ? undefined : !settled;
}

/** `sys.version_info[0]` or `sys.version_info.major`. */
function isMajor(node: PythonNode): boolean {
  const name = dottedName(node);
  if (name !== undefined) return VERSION_INFO.test(name.replace(/\.major$/, "")) && name.endsWith(".major");
  const slice = child(node, "slice");
  return (
    node.kind === "Subscript" && isVersionInfo(child(node, "value")) && slice !== undefined && numberOf(slice) === 0
  );
}

function isVersionInfo(node: PythonNode | undefined): boolean {
  return VERSION_INFO.test(dottedName(node) ?? "");
}

function byMajor(operator: PythonNode, wanted: number | undefined): boolean | undefined {
  return wanted === undefined ? undefined : compared(operator, OLDEST[0] - wanted);
}

/** A slice of the version (`[:2]`) is compared as the whole is. */
function byVersion(left: PythonNode, operator: PythonNode, wanted: readonly number[] = []): boolean | undefined {
  const isSlice = left.kind === "Subscript" && child(left, "slice")?.kind === "Slice";
  const isKnown = isVersionInfo(isSlice ? child(left, "value") : left) && isPassed(wanted, operator);
  return isKnown ? compared(operator, 1) : undefined;
}

/** Every version is above it; `(3,)` may be equal to a slice, and only two comparisons do not care. */
function isPassed([major, minor]: readonly number[], operator: PythonNode): boolean {
  if (major === undefined || major < OLDEST[0]) return major !== undefined;
  if (major > OLDEST[0]) return false;
  return minor === undefined ? /^(?:Lt|GtE)$/.test(operator.kind) : minor < OLDEST[1];
}

/** By the difference of the running version and the wanted one. */
function compared(operator: PythonNode, difference: number): boolean | undefined {
  switch (operator.kind) {
    case "Lt":
      return difference < 0;
    case "LtE":
      return difference <= 0;
    case "Gt":
      return difference > 0;
    case "GtE":
      return difference >= 0;
    case "Eq":
      return difference === 0;
    case "NotEq":
      return difference !== 0;
    default:
      return undefined;
  }
}

function numbersOf(node: PythonNode): readonly number[] | undefined {
  if (node.kind !== "Tuple") return undefined;
  const numbers = children(node, "elts").map(numberOf);
  const known = numbers.filter((entry) => entry !== undefined);
  return known.length > 0 && known.length === numbers.length ? known : undefined;
}

function numberOf(node: PythonNode): number | undefined {
  const value = node.kind === "Constant" ? node.fields["value"] : undefined;
  return typeof value === "number" ? value : undefined;
}
