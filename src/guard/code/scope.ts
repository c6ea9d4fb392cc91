import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { ancestorsOf, child, children, isFunction, sourceOfImport, walkScope, word } from "../../syntax/tree.ts";

/** What a name is bound to: something imported, the value of an expression, or anything else. */
type Binding =
  | { readonly kind: "import"; readonly dotted: string }
  | { readonly kind: "value"; readonly value: PythonNode }
  | { readonly kind: "other" };

const known = new WeakMap<PythonNode, ReadonlyMap<string, readonly Binding[]>>();

/** The scopes in which Python looks up a name used at the node, innermost first, the module last. */
export function* scopesAround(module: PythonModule, node: PythonNode): Generator<PythonNode> {
  let isInFunction = false;
  for (const outer of ancestorsOf(module, node)) {
    if (isFunction(outer) || outer.kind === "Lambda") {
      isInFunction = true;
      yield outer;
    } else if (outer.kind === "Module" || (outer.kind === "ClassDef" && !isInFunction)) yield outer;
  }
}

/** Dotted name of the functions and classes around the node, `Order.total`; empty at module level. */
export function scopeName(module: PythonModule, node: PythonNode): string {
  const names = [...ancestorsOf(module, node)].filter((outer) => isFunction(outer) || outer.kind === "ClassDef");
  return names
    .map((outer) => word(outer, "name") ?? "")
    .reverse()
    .join(".");
}

/** Every name that a function, class or module binds, with all that it is ever bound to; `*` holds its star imports. */
export function bindingsIn(scope: PythonNode): ReadonlyMap<string, readonly Binding[]> {
  const cached = known.get(scope);
  if (cached) return cached;
  const found = new Map<string, Binding[]>();
  for (const node of walkScope(scope)) {
    if (node === scope) continue;
    for (const [name, binding] of boundBy(node)) found.set(name, [...(found.get(name) ?? []), binding]);
  }
  known.set(scope, found);
  return found;
}

function boundBy(node: PythonNode): [string, Binding][] {
  switch (node.kind) {
    case "Import":
      return children(node, "names").map(importBinding);
    case "ImportFrom":
      return fromBindings(node);
    case "Assign":
      return children(node, "targets").flatMap((target) => valueBinding(target, child(node, "value")));
    case "AnnAssign":
    case "NamedExpr":
      return valueBinding(child(node, "target"), child(node, "value"));
    default:
      return otherBinding(node);
  }
}

function otherBinding(node: PythonNode): [string, Binding][] {
  const isDefinition = isFunction(node) || node.kind === "ClassDef" || node.kind === "ExceptHandler";
  const isStored = node.kind === "Name" && child(node, "ctx")?.kind === "Store";
  const name = isDefinition ? word(node, "name") : isStored ? word(node, "id") : undefined;
  const bound = node.kind === "arg" ? word(node, "arg") : name;
  return bound === undefined ? [] : [[bound, { kind: "other" }]];
}

function importBinding(alias: PythonNode): [string, Binding] {
  const dotted = word(alias, "name") ?? "";
  const asName = word(alias, "asname");
  const first = dotted.split(".")[0] ?? dotted;
  return [asName ?? first, { kind: "import", dotted: asName === undefined ? first : dotted }];
}

function fromBindings(node: PythonNode): [string, Binding][] {
  const source = sourceOfImport(node);
  return children(node, "names").map((alias) => {
    const name = word(alias, "name") ?? "";
    if (name === "*") return ["*", { kind: "import", dotted: source }];
    return [word(alias, "asname") ?? name, { kind: "import", dotted: `${source}.${name}` }];
  });
}

/** Only a plain name takes over what the value means. */
function valueBinding(target: PythonNode | undefined, value: PythonNode | undefined): [string, Binding][] {
  const name = target?.kind === "Name" ? word(target, "id") : undefined;
  return name === undefined || !value ? [] : [[name, { kind: "value", value }]];
}
