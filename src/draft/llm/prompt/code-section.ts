import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import {
  ancestorsOf,
  children,
  dottedName,
  firstLine,
  isFunction,
  lastLine,
  sourceOf,
  walk,
  word,
} from "../../../syntax/tree.ts";
import { child } from "../../../syntax/tree.ts";
import type { DraftInput } from "../../draft.ts";
import { type Definition, definitionsNamed, linesOf, signatureOf, sourceOfDefinition } from "./definitions.ts";

const MAX_CALLEES = 12;
const CLASS_BODY = 40;

/** The code of one file: its imports, the constants and classes around the shown functions, and these in full. */
export function fileText(module: PythonModule, shown: readonly Definition[]): string {
  const ordered = shown
    .toSorted((a, b) => a.node.start - b.node.start)
    .filter((entry) => !isInsideAnother(entry, shown));
  const imports = children(module.tree, "body").filter(({ kind }) => kind === "Import" || kind === "ImportFrom");
  const constants = constantsFor(module, ordered);
  const parts = [
    imports.map((node) => sourceOf(module, node)).join("\n"),
    constants.map((node) => sourceOf(module, node)).join("\n"),
    ...ordered.map((entry) => [classHead(entry), sourceOfDefinition(entry)].filter((part) => part !== "").join("\n")),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function isInsideAnother({ node, module }: Definition, shown: readonly Definition[]): boolean {
  return shown.some(
    (other) =>
      other.module === module && other.node !== node && other.node.start <= node.start && node.end <= other.node.end,
  );
}

/** Module-level assignments that the shown functions read. */
function constantsFor(module: PythonModule, shown: readonly Definition[]): PythonNode[] {
  const names = new Set(
    shown.flatMap(({ node }) =>
      [...walk(node)].flatMap((entry) => (entry.kind === "Name" ? (word(entry, "id") ?? []) : [])),
    ),
  );
  return children(module.tree, "body").filter((node) => {
    const targets =
      node.kind === "Assign" ? children(node, "targets") : node.kind === "AnnAssign" ? [child(node, "target")] : [];
    return (
      targets.some((target) => target?.kind === "Name" && names.has(word(target, "id") ?? "")) &&
      sourceOf(module, node).length < 600
    );
  });
}

/** Of a method: its class's own line and its attributes, with a mark where code is left out. */
function classHead({ module, node }: Definition): string {
  const owner = [...ancestorsOf(module, node)].find(({ kind }) => kind === "ClassDef");
  if (!owner) return "";
  const lines = linesOf(module);
  const attributes = children(owner, "body").filter(({ kind }) => kind === "Assign" || kind === "AnnAssign");
  const [first] = children(owner, "body");
  const head = lines.slice(firstLine(owner) - 1, Math.max(owner.line, (first?.line ?? owner.line + 1) - 1));
  const own = attributes.slice(0, CLASS_BODY).flatMap((entry) => lines.slice(entry.line - 1, lastLine(module, entry)));
  return [...head.filter((line) => line.trim() !== ""), ...own, "    ..."].join("\n");
}

/** Signatures of what the shown functions call in the project and are not shown themselves. */
export function calleeSignatures(shown: readonly Definition[], { project }: DraftInput): Definition[] {
  const names = shown.flatMap(({ node }) =>
    [...walk(node)].flatMap((entry) =>
      entry.kind === "Call" ? (dottedName(child(entry, "func"))?.split(".").at(-1) ?? []) : [],
    ),
  );
  const found = [...new Set(names)].flatMap((name) => {
    const all = definitionsNamed(project, name).filter(
      ({ module, node }) => isFunction(node) && !project.guarded.has(module.path),
    );
    return all.length > 0 && all.length <= 2 ? all : [];
  });
  return found.filter((entry) => !shown.includes(entry)).slice(0, MAX_CALLEES);
}

/** `shop/orders.py:12 def total(self)`: enough to ask for it by name. */
export function listedLine(definition: Definition): string {
  const signature = signatureOf(definition)
    .split("\n")
    .filter((line) => !line.trim().startsWith("@"))
    .join(" ");
  return `${definition.module.path}:${definition.node.line} ${definition.name}: ${signature.replaceAll(/\s+/g, " ").trim()}`;
}
