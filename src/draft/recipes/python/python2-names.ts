import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { children, parentOf, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import { isRead } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";
import { draftByLine, replaced, type Rewrite } from "./line-rewrite.ts";

/** What Python 2 had built in: the name that Python 3 has built in for it. */
const BUILT_IN: Readonly<Record<string, string>> = {
  StandardError: "Exception",
  basestring: "str",
  long: "int",
  raw_input: "input",
  unichr: "chr",
  unicode: "str",
  xrange: "range",
};

/** And what is to be imported now. */
const IMPORTED: Readonly<Record<string, string>> = { intern: "sys", reduce: "functools", reload: "importlib" };

const MESSAGE =
  /^name '(StandardError|basestring|long|raw_input|unichr|unicode|xrange|intern|reduce|reload)' is not defined/;

/** Names that were built into Python 2. */
export const python2Names: Recipe = {
  id: "python2-names",
  title: "Names that only Python 2 has built in: `unicode`, `xrange`, `basestring`, `raw_input`, `long`, `reduce`",
  explanation:
    "Python 3 has other names for some things that were built into Python 2, and has moved others into modules.",
  draft: (input) =>
    draftByLine(input, {
      message: MESSAGE,
      rationale: "The name was built into Python 2 only; Python 3 has the same thing under another name.",
      rewrites: (module) => (hasStarImport(module) ? [] : rewritesIn(module)),
    }),
};

/** A name may come from there. */
function hasStarImport(module: PythonModule): boolean {
  return [...walk(module.tree)].some((node) => node.kind === "alias" && word(node, "name") === "*");
}

function rewritesIn(module: PythonModule): Rewrite[] {
  const own = new Set([...boundOtherwise(module), ...importedNames(module).map(({ local }) => local)]);
  const names = [...walk(module.tree)].filter(
    (node) => node.kind === "Name" && isRead(node) && !own.has(word(node, "id") ?? "") && isKnown(node),
  );
  return names.flatMap((node) => rewriteOf(module, node, own) ?? []);
}

function isKnown(node: PythonNode): boolean {
  const name = word(node, "id") ?? "";
  return Object.hasOwn(BUILT_IN, name) || Object.hasOwn(IMPORTED, name);
}

function rewriteOf(module: PythonModule, node: PythonNode, own: ReadonlySet<string>): Rewrite | undefined {
  const name = word(node, "id") ?? "";
  const source = Object.hasOwn(IMPORTED, name) ? IMPORTED[name] : undefined;
  if (source !== undefined)
    return { node, wants: [{ source, name }], edits: (spelling) => [replaced(module, node, spelling(name))] };
  const fresh = BUILT_IN[name] ?? name;
  if (own.has(fresh)) return undefined;
  const whole = pairOf(module, node, fresh) ?? node;
  return { node: whole, edits: () => [replaced(module, whole, fresh)] };
}

/** `(str, unicode)`, all of which is `str` now. */
function pairOf(module: PythonModule, node: PythonNode, fresh: string): PythonNode | undefined {
  const parent = parentOf(module, node);
  const isCheck = parent?.kind === "Tuple" && parentOf(module, parent)?.kind === "Call";
  const isSame = (entry: PythonNode): boolean => {
    const name = word(entry, "id") ?? "";
    return entry.kind === "Name" && (name === fresh || (BUILT_IN[name] ?? "") === fresh);
  };
  return isCheck && children(parent, "elts").every(isSame) ? parent : undefined;
}
