import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import type { FoundSymbol } from "../../../domain/question.ts";
import { ancestorsOf, child, children, parentOf, word } from "../../../syntax/tree.ts";
import { callOf } from "../../names/references.ts";
import { readsOf } from "./undefined-name.ts";

/** What code does with a name: a class is made bases of and annotated with, a function called, a value read. */
export type Use = "class" | "call" | "value";

/** How a file uses a local name; none when it never reads it. */
export function usesOf(module: PythonModule, local: string): ReadonlySet<Use> {
  return new Set(readsOf(module.tree, local).map((node) => useOf(module, node)));
}

function useOf(module: PythonModule, node: PythonNode): Use {
  const parent = parentOf(module, node);
  if (callOf(module, node) || isDecorator(parent, node)) return "call";
  return isBase(parent, node) || isCaught(module, node) || isTyping(module, node) ? "class" : "value";
}

function isDecorator(parent: PythonNode | undefined, node: PythonNode): boolean {
  return parent !== undefined && children(parent, "decorator_list").includes(node);
}

function isBase(parent: PythonNode | undefined, node: PythonNode): boolean {
  return parent?.kind === "ClassDef" && children(parent, "bases").includes(node);
}

function isCaught(module: PythonModule, node: PythonNode): boolean {
  let inner = node;
  for (const outer of ancestorsOf(module, node)) {
    if (outer.kind === "ExceptHandler") return child(outer, "type") === inner;
    if (outer.kind !== "Tuple") return false;
    inner = outer;
  }
  return false;
}

/** In an annotation, or what `isinstance` asks for. */
function isTyping(module: PythonModule, node: PythonNode): boolean {
  let inner = node;
  for (const outer of ancestorsOf(module, node)) {
    if (child(outer, "annotation") === inner || child(outer, "returns") === inner) return true;
    if (outer.kind === "Call") {
      const called = child(outer, "func");
      return (
        /^is(instance|subclass)$/.test((called && word(called, "id")) ?? "") && children(outer, "args")[1] === inner
      );
    }
    if (Array.isArray(outer.fields["body"])) return false;
    inner = outer;
  }
  return false;
}

/** Whether something of this kind can be used so. A function that is handed on as a value might be another one. */
export function isUsable(kind: FoundSymbol["kind"], uses: ReadonlySet<Use>): boolean {
  if (uses.size === 0 || kind === "import") return false;
  if (kind === "function") return [...uses].every((use) => use === "call");
  return kind === "class" || [...uses].every((use) => use === "value");
}

/** The keywords with which a file calls a name. */
export function keywordsOf(module: PythonModule, local: string): string[] {
  const calls = readsOf(module.tree, local).flatMap((node) => callOf(module, node) ?? []);
  return calls.flatMap((call) => children(call, "keywords").flatMap((keyword) => word(keyword, "arg") ?? []));
}
