import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { firstLine, walk, word } from "../../../syntax/tree.ts";
import type { BlockText } from "../reply/reply.ts";
import { type FileLines, type Found, foundOf, linesOf, NOT_FOUND, replaceLines } from "./level.ts";

const DEFINITION = /^([ \t]*)(?:async[ \t]+def|def|class)[ \t]+(\w+)/;
const KINDS = new Set(["FunctionDef", "AsyncFunctionDef", "ClassDef"]);

/**
 * L7: the replacement is one whole function or class whose name the file has once. Decorators and comments above it stay,
 * unless the replacement brings decorators of its own. Also for a whole function without a search text.
 */
export function wholeDefinition(file: FileLines, module: PythonModule | undefined, block: BlockText): Found {
  const wanted = definitionIn(linesOf(block.search.trim() === "" ? block.replace : block.search));
  const given = definitionIn(linesOf(block.replace));
  if (!module || !wanted || given?.name !== wanted.name) return NOT_FOUND;
  const nodes = [...walk(module.tree)].filter((node) => KINDS.has(node.kind) && word(node, "name") === wanted.name);
  return foundOf(nodes.map((node) => [replacementOf(file, node, given)]));
}

interface Definition {
  readonly name: string;
  /** Without blank lines around it. */
  readonly lines: readonly string[];
  readonly indent: string;
  readonly decorators: number;
}

/** The lines are one definition: nothing follows it that stands as far out. */
function definitionIn(all: readonly string[]): Definition | undefined {
  const isText = (line: string): boolean => line.trim() !== "";
  const lines = all.slice(Math.max(0, all.findIndex(isText)), all.findLastIndex(isText) + 1);
  const at = lines.findIndex((line) => DEFINITION.test(line));
  const [, indent = "", name = ""] = DEFINITION.exec(lines[at] ?? "") ?? [];
  const isDecorated = lines
    .slice(0, Math.max(0, at))
    .every((line) => line.startsWith(`${indent}@`) || /^[ \t]*[)\]}]|^[ \t]{4,}/.test(line));
  const isAlone = lines.slice(at + 1).every((line) => !isText(line) || isInside(line, indent));
  return at >= 0 && isDecorated && isAlone ? { name, lines, indent, decorators: at } : undefined;
}

function isInside(line: string, indent: string): boolean {
  return (line.startsWith(indent) && /^[ \t]/.test(line.slice(indent.length))) || /^[ \t]*[)\]}]/.test(line);
}

function replacementOf(file: FileLines, node: PythonNode, given: Definition): ReturnType<typeof replaceLines> {
  const first = (given.decorators > 0 ? firstLine(node) : node.line) - 1;
  const last = file.starts.findLastIndex((start) => start < node.end);
  const own = /^[ \t]*/.exec(file.lines[node.line - 1] ?? "")?.[0] ?? "";
  const lines = given.lines.map((line) =>
    line.startsWith(given.indent) ? own + line.slice(given.indent.length) : line,
  );
  return replaceLines(
    file,
    { first, count: last - first + 1 },
    lines.map((line) => (line.trim() === "" ? "" : line)),
  );
}
