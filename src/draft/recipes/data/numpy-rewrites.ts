import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, parentOf, sourceOf } from "../../../syntax/tree.ts";
import { callOf } from "../../names/references.ts";
import { addArgument, append, callInstead, keywordNames, plainArguments, unwrapCall } from "./call-edits.ts";

/** A place that reads a name which numpy no longer has. */
interface Use {
  readonly module: PythonModule;
  /** The name: `np.in1d`, or `in1d` where it was imported. */
  readonly node: PythonNode;
  /** How this place spells another name of numpy. */
  readonly numpy: (name: string) => string;
}

interface Rewrite {
  /** Names of numpy that the new expression uses. */
  readonly needs: readonly string[];
  /** Undefined where the use is none that we can put in other words. */
  readonly edits: (use: Use) => readonly Edit[] | undefined;
}

/** By the name that is gone, without `numpy.`. */
export const NUMPY_REWRITES: Readonly<Record<string, Rewrite>> = {
  NINF: { needs: ["inf"], edits: (use) => constant(use, `-${use.numpy("inf")}`) },
  NZERO: { needs: [], edits: (use) => constant(use, "-0.0") },
  PZERO: { needs: [], edits: (use) => constant(use, "0.0") },
  asfarray: { needs: ["asarray", "float64"], edits: asFloats },
  asscalar: { needs: [], edits: (use) => unwrapped(use, ".item()") },
  cast: { needs: ["asarray"], edits: castTo },
  disp: { needs: [], edits: printed },
  fastCopyAndTranspose: { needs: [], edits: (use) => unwrapped(use, ".T.copy()") },
  find_common_type: { needs: ["result_type"], edits: commonType },
  in1d: { needs: ["isin"], edits: (use) => renamedWith(use, "isin", ".ravel()") },
  mafromtxt: { needs: ["genfromtxt"], edits: (use) => withArgument(use, "genfromtxt", "usemask=True") },
  msort: {
    needs: ["sort"],
    edits: (use) => (argumentsOf(use) === 1 ? withArgument(use, "sort", "axis=0") : undefined),
  },
  nbytes: { needs: ["dtype"], edits: itemSize },
  obj2sctype: { needs: ["dtype"], edits: (use) => ofType(use, ".type") },
  sctype2char: { needs: ["dtype"], edits: (use) => ofType(use, ".char") },
};

/** Where a negative number can stand as it is. */
const LOOSE = new Set([
  "Assign",
  "AnnAssign",
  "Call",
  "keyword",
  "Return",
  "Tuple",
  "List",
  "Set",
  "Dict",
  "Compare",
  "arguments",
  "IfExp",
]);

function constant({ module, node }: Use, text: string): Edit[] {
  const isLoose = !text.startsWith("-") || LOOSE.has(parentOf(module, node)?.kind ?? "");
  return [{ path: module.path, start: node.start, end: node.end, text: isLoose ? text : `(${text})` }];
}

function unwrapped({ module, node }: Use, suffix: string): readonly Edit[] | undefined {
  const call = callOf(module, node);
  return call && unwrapCall(module, call, suffix);
}

function renamedWith({ module, node, numpy }: Use, name: string, suffix: string): readonly Edit[] | undefined {
  const call = callOf(module, node);
  return call && [...callInstead(module, call, numpy(name)), append(module, call, suffix)];
}

function withArgument({ module, node, numpy }: Use, name: string, argument: string): readonly Edit[] | undefined {
  const call = callOf(module, node);
  const added = call && plainArguments(call) && addArgument(module, call, argument);
  return call && added && [...callInstead(module, call, numpy(name)), added];
}

/** How many arguments a use's call has; undefined where it is none, or has starred ones. */
function argumentsOf({ module, node }: Use): number | undefined {
  const call = callOf(module, node);
  const positional = call && plainArguments(call);
  return call && positional && positional.length + keywordNames(call).length;
}

/** Integers became doubles in it, whatever type was asked for: only types that are floating can be kept. */
function asFloats(use: Use): readonly Edit[] | undefined {
  if (argumentsOf(use) === 1) return withArgument(use, "asarray", `dtype=${use.numpy("float64")}`);
  const call = callOf(use.module, use.node);
  const type =
    call &&
    [children(call, "args")[1], ...children(call, "keywords").map((entry) => child(entry, "value"))].find(Boolean);
  const isFloating = type !== undefined && /^(?:\w+\.)?(?:float|complex)(?:\d{2,3})?$/.test(sourceOf(use.module, type));
  return call && isFloating && argumentsOf(use) === 2 ? callInstead(use.module, call, use.numpy("asarray")) : undefined;
}

/** `np.cast[float](a)` as `np.asarray(a, dtype=float)`. */
function castTo({ module, node, numpy }: Use): readonly Edit[] | undefined {
  const picked = parentOf(module, node);
  const type = picked?.kind === "Subscript" ? child(picked, "slice") : undefined;
  const call = picked && callOf(module, picked);
  if (!type || !call || plainArguments(call)?.length !== 1 || keywordNames(call).length > 0) return undefined;
  const added = addArgument(module, call, `dtype=${sourceOf(module, type)}`);
  return added && [...callInstead(module, call, numpy("asarray")), added];
}

function printed(use: Use): readonly Edit[] | undefined {
  const call = callOf(use.module, use.node);
  return call && argumentsOf(use) === 1 ? callInstead(use.module, call, "print") : undefined;
}

/** `np.find_common_type([a, b], [])`: with scalar types too the rules are others now. */
function commonType({ module, node, numpy }: Use): readonly Edit[] | undefined {
  const call = callOf(module, node);
  const [arrays, scalars, ...others] = (call && plainArguments(call)) ?? [];
  if (!call || !isList(arrays, false) || !isList(scalars, true) || others.length > 0) return undefined;
  const list = module.text.slice(arrays.start + 1, arrays.end - 1);
  return [{ path: module.path, start: call.start, end: call.end, text: `${numpy("result_type")}(${list})` }];
}

function isList(node: PythonNode | undefined, isEmpty: boolean): node is PythonNode {
  return node?.kind === "List" && (children(node, "elts").length === 0) === isEmpty;
}

/** `np.nbytes[t]` as `np.dtype(t).itemsize`. */
function itemSize({ module, node, numpy }: Use): readonly Edit[] | undefined {
  const picked = parentOf(module, node);
  const type = picked?.kind === "Subscript" ? child(picked, "slice") : undefined;
  if (!picked || !type) return undefined;
  const text = `${numpy("dtype")}(${sourceOf(module, type)}).itemsize`;
  return [{ path: module.path, start: picked.start, end: picked.end, text }];
}

function ofType(use: Use, suffix: string): readonly Edit[] | undefined {
  return argumentsOf(use) === 1 ? renamedWith(use, "dtype", suffix) : undefined;
}
