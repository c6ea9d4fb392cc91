import type { PythonNode } from "../../../domain/python.ts";
import { child, firstLine, lastLine, walk, word } from "../../../syntax/tree.ts";
import type { DraftInput } from "../../draft.ts";
import type { Definition } from "./definitions.ts";

/** How far back assignments of what the line names are followed. */
const MAX_HOPS = 4;

/**
 * The code whose values decide in the failing lines of tests: the statement itself, and what the names in it were assigned
 * from, on the way back. The whole test where no frame tells the line.
 */
export function askedFor(tests: readonly Definition[], { group }: Pick<DraftInput, "group">): PythonNode[] {
  const frames = group.failures.flatMap((failure) => failure.frames);
  return tests.flatMap((test) => {
    const lines = frames.filter(({ path }) => path === test.module.path).map(({ line }) => line);
    const statements = statementsOf(test);
    const failing = statements.filter(({ node, last }) => lines.some((line) => node.line <= line && line <= last));
    const innermost = failing.filter(({ node, last }) =>
      failing.every((other) => other.node === node || !(node.line <= other.node.line && other.last <= last)),
    );
    return innermost.length === 0 ? [test.node] : withSources(innermost, statements).map(({ node }) => node);
  });
}

interface Statement {
  readonly node: PythonNode;
  readonly last: number;
}

function statementsOf({ module, node }: Definition): Statement[] {
  const own = [...walk(node)].filter((entry) => entry !== node && STATEMENTS.has(entry.kind));
  return own
    .map((entry) => ({ node: entry, last: lastLine(module, entry) }))
    .filter(({ node: entry }) => firstLine(entry) > 0);
}

const STATEMENTS = new Set([
  "Assert",
  "Assign",
  "AnnAssign",
  "AugAssign",
  "Expr",
  "Return",
  "With",
  "AsyncWith",
  "For",
  "If",
]);

/** Adds, a few times over, the assignments that bind a name which is read so far. */
function withSources(found: readonly Statement[], all: readonly Statement[]): Statement[] {
  const reached = new Set(found);
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const names = new Set([...reached].flatMap(({ node }) => namesOf(node, "Load")));
    const more = all.filter(
      (entry) =>
        !reached.has(entry) &&
        /Assign$|^With|^For/.test(entry.node.kind) &&
        namesOf(entry.node, "Store").some((name) => names.has(name)),
    );
    if (more.length === 0) break;
    for (const entry of more) reached.add(entry);
  }
  return [...reached];
}

function namesOf(node: PythonNode, context: "Load" | "Store"): string[] {
  return [...walk(node)].flatMap((entry) =>
    entry.kind === "Name" && child(entry, "ctx")?.kind === context ? (word(entry, "id") ?? []) : [],
  );
}
