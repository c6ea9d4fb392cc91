import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children } from "../../syntax/tree.ts";
import { textOf } from "./constant.ts";
import { bindingsIn, scopesAround } from "./scope.ts";

/** A chain of aliases longer than this is followed no further. */
const MAX_DEPTH = 20;

interface Place {
  readonly module: PythonModule;
  /** Values that are being looked into: an alias of itself ends here. */
  readonly seen: ReadonlySet<PythonNode>;
}

/**
 * The dotted names from outside the module that an expression may stand for, whatever it is called here: imports under
 * another name, aliases, `getattr` and `__dict__` with a literal name, imports by function. Builtins begin with
 * `builtins.`, relative imports with a dot. Empty for values that are made here or handed in.
 */
export function meaningsOf(module: PythonModule, node: PythonNode | undefined): readonly string[] {
  return node ? meanings({ module, seen: new Set() }, node) : [];
}

function meanings(place: Place, node: PythonNode): readonly string[] {
  if (place.seen.size > MAX_DEPTH) return [];
  switch (node.kind) {
    case "Name":
      return nameMeanings(place, node);
    case "Attribute":
      return below(place, child(node, "value"), text(node, "attr"));
    case "Call":
      return callMeanings(place, node);
    case "Subscript":
      return subscriptMeanings(place, node);
    default:
      return partsOf(node).flatMap((part) => meanings(place, part));
  }
}

/** Expressions that stand for one of their parts, or hold several. */
function partsOf(node: PythonNode): readonly PythonNode[] {
  switch (node.kind) {
    case "NamedExpr":
    case "Starred":
      return [child(node, "value")].flatMap((part) => part ?? []);
    case "IfExp":
      return [child(node, "body"), child(node, "orelse")].flatMap((part) => part ?? []);
    case "BoolOp":
      return children(node, "values");
    case "Tuple":
    case "List":
      return children(node, "elts");
    default:
      return [];
  }
}

function of(place: Place, node: PythonNode | undefined): readonly string[] {
  return node ? meanings(place, node) : [];
}

function below(place: Place, base: PythonNode | undefined, name: string | undefined): readonly string[] {
  return name === undefined ? [] : of(place, base).map((dotted) => `${dotted}.${name}`);
}

function text(node: PythonNode, field: string): string | undefined {
  const value = node.fields[field];
  return typeof value === "string" ? value : undefined;
}

function nameMeanings(place: Place, node: PythonNode): readonly string[] {
  const name = text(node, "id") ?? "";
  for (const scope of scopesAround(place.module, node)) {
    const bindings = (bindingsIn(scope).get(name) ?? []).filter(
      (binding) => binding.kind !== "value" || !place.seen.has(binding.value),
    );
    if (bindings.length === 0) continue;
    return bindings.flatMap((binding) => {
      if (binding.kind === "import") return [binding.dotted];
      if (binding.kind === "other") return [];
      return meanings({ ...place, seen: new Set([...place.seen, binding.value]) }, binding.value);
    });
  }
  const stars = bindingsIn(place.module.tree).get("*") ?? [];
  return [`builtins.${name}`, ...stars.flatMap((star) => (star.kind === "import" ? [`${star.dotted}.${name}`] : []))];
}

function callMeanings(place: Place, node: PythonNode): readonly string[] {
  const [first, second] = children(node, "args");
  const called = of(place, child(node, "func"));
  const name = textOf(first);
  if (called.includes("builtins.getattr")) return below(place, first, textOf(second));
  if (called.includes("builtins.vars")) return below(place, first, "__dict__");
  const isImport = called.includes("builtins.__import__") || called.includes("importlib.import_module");
  return isImport && name !== undefined ? [name] : [];
}

function subscriptMeanings(place: Place, node: PythonNode): readonly string[] {
  const slice = child(node, "slice");
  // Python 3.8 wraps it.
  const key = textOf(slice?.kind === "Index" ? child(slice, "value") : slice);
  if (key === undefined) return [];
  return of(place, child(node, "value")).flatMap((dotted) => {
    if (dotted === "sys.modules") return [key];
    return dotted.endsWith(".__dict__") ? [`${dotted.slice(0, -".__dict__".length)}.${key}`] : [];
  });
}
