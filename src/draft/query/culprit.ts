import type { PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, enclosingStatement, lastLine, walk, word } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import type { Spot } from "./failing-path.ts";

/**
 * The call that gave the coroutine which a failing line stumbled over, told by the message: of `'coroutine' object has
 * no attribute 'scalars'`, what `.scalars` was read from. Undefined when the line leaves a choice.
 */
export function culpritOf(spot: Spot, message: string): Located | undefined {
  const calls = stumbledOver(spot, message).flatMap((node) => callBehind(spot, node) ?? []);
  const [first, ...others] = new Set(calls);
  return first && others.length === 0 ? { module: spot.module, node: first } : undefined;
}

function stumbledOver(spot: Spot, message: string): PythonNode[] {
  const nodes = nodesAt(spot);
  const attribute = /'coroutine' object has no attribute '(\w{1,100})'/.exec(message)?.[1];
  if (attribute !== undefined)
    return basesOf(nodes, (node) => node.kind === "Attribute" && word(node, "attr") === attribute);
  if (message.includes("'coroutine' object is not subscriptable"))
    return basesOf(nodes, (node) => node.kind === "Subscript");
  if (/coroutine' object is not iterable|cannot unpack non-iterable coroutine|got coroutine/.test(message))
    return nodes.flatMap(iterated);
  if (message.includes("object of type 'coroutine' has no len()")) return nodes.flatMap(measured);
  return [];
}

function basesOf(nodes: readonly PythonNode[], isUse: (node: PythonNode) => boolean): PythonNode[] {
  return nodes.filter(isUse).flatMap((node) => child(node, "value") ?? []);
}

function iterated(node: PythonNode): PythonNode[] {
  const iterable = ["For", "AsyncFor", "comprehension"].includes(node.kind) ? child(node, "iter") : undefined;
  const unpacks =
    node.kind === "Assign" && children(node, "targets").some((target) => ["Tuple", "List"].includes(target.kind));
  const unpacked = unpacks || node.kind === "Starred" ? child(node, "value") : undefined;
  const isMaking =
    node.kind === "Call" &&
    /^(list|tuple|set|sorted|dict|sum|min|max|any|all|enumerate|next|iter)$/.test(
      dottedName(child(node, "func")) ?? "",
    );
  return [iterable, unpacked, isMaking ? children(node, "args")[0] : undefined].filter((entry) => entry !== undefined);
}

function measured(node: PythonNode): PythonNode[] {
  const isLen = node.kind === "Call" && dottedName(child(node, "func")) === "len";
  return isLen ? children(node, "args").slice(0, 1) : [];
}

/** The code that runs at a line: a whole simple statement, of a compound one only what stands on the line. */
export function nodesAt({ module, scope, line }: Spot): PythonNode[] {
  return [...walk(scope)].filter((node) => {
    const statement = node.line > 0 ? (enclosingStatement(module, node) ?? node) : node;
    const isCompound = Array.isArray(statement.fields["body"]);
    if (isCompound && (node === statement || node.kind === "comprehension" || node.line < 1)) return node.line === line;
    const extent = isCompound ? node : statement;
    return node.line !== 0 && extent.line <= line && line <= lastLine(module, extent);
  });
}

/** A call itself, or the one un-awaited call whose value a name was given. */
export function callBehind({ scope }: Spot, node: PythonNode): PythonNode | undefined {
  if (node.kind === "Call") return node;
  if (node.kind !== "Name") return undefined;
  const name = word(node, "id");
  const values = [...walk(scope)]
    .filter(
      (entry) => entry.kind === "Assign" && children(entry, "targets").some((target) => word(target, "id") === name),
    )
    .filter((entry) => entry.start < node.start)
    .flatMap((entry) => child(entry, "value") ?? [])
    .filter((value) => value.kind !== "Await" && value.kind !== "Constant");
  const [value, ...others] = values;
  return value?.kind === "Call" && others.length === 0 ? value : undefined;
}
