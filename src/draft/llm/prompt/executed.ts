import type { ExecutedFunction, TestEvidence } from "../../../domain/evidence.ts";
import type { PythonNode } from "../../../domain/python.ts";
import { child, dottedName, isFunction, walk, word } from "../../../syntax/tree.ts";
import type { DraftInput } from "../../draft.ts";
import { type Definition, definitionsIn } from "./definitions.ts";

/** A function that a failing test executed, with what speaks for it. */
export interface Executed {
  readonly definition: Definition;
  readonly score: number;
  readonly reasons: readonly string[];
}

const RAN = 30;
/** For what failing tests ran and passing tests of their files did not. */
const CONTRAST = 60;
/** For what makes the values that the failing line compares; less with each call between. */
const CLOSE = 30;
const PER_CALL_BETWEEN = 6;
/** For what ran last: it made what the assertion saw. */
const LATE = 12;
const PER_CALL_DEEPER = 1;

/**
 * Functions that the failing tests ran, each with how likely it holds the fault: by what passing tests beside them ran
 * (Ochiai's measure, Abreu et al. 2006), by the calls between it and the line that fails, by how late and how deep it ran.
 * `asked` are the nodes whose values the failing line compares.
 */
export function executedFunctions(
  { evidence, project }: Pick<DraftInput, "evidence" | "project">,
  asked: readonly PythonNode[],
  passing: readonly TestEvidence[],
): Executed[] {
  const found = evidence.executed.flatMap((run) => {
    const module = project.modules.get(run.path);
    const definition = module && definitionsIn(module).find(({ node }) => isRun(node, run));
    return definition && !project.guarded.has(run.path) ? [{ run, definition }] : [];
  });
  const distances = callsBetween(
    asked,
    found.map(({ definition }) => definition),
  );
  const latest = Math.max(1, ...found.map(({ run }) => run.order));
  return found.map(({ run, definition }) => {
    const others = passing.filter(({ executed }) => executed.some((entry) => keyOf(entry) === keyOf(run))).length;
    const distance = distances.get(definition);
    const close = distance === undefined ? 0 : Math.max(0, CLOSE - PER_CALL_BETWEEN * distance);
    const score =
      RAN + CONTRAST / Math.sqrt(1 + others) + close + (LATE * run.order) / latest - PER_CALL_DEEPER * run.depth;
    const reasons = [
      passing.length > 0 && others === 0
        ? "executed by the failing test and no passing one"
        : "executed by the failing test",
      ...(distance === undefined || distance > 1 ? [] : ["makes what the failing line compares"]),
    ];
    return { definition, score: Math.max(1, score), reasons };
  });
}

function keyOf({ path, line, name }: ExecutedFunction): string {
  return `${path}:${line}:${name}`;
}

/** The probe tells the line of the first decorator, or of the `def`. */
function isRun(node: PythonNode, { name, line }: ExecutedFunction): boolean {
  return (
    isFunction(node) && word(node, "name") === name.split(".").at(-1) && line <= node.line && node.line - line <= 30
  );
}

/** Calls between code and each function, by the names that are called; the shortest way. */
function callsBetween(from: readonly PythonNode[], among: readonly Definition[]): Map<Definition, number> {
  const byName = new Map<string, Definition[]>();
  for (const entry of among) {
    const name = nameOf(entry);
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  const found = new Map<Definition, number>();
  let next = from.flatMap(calledNames);
  for (let distance = 0; next.length > 0; distance++) {
    const reached = [...new Set(next)].flatMap((name) => byName.get(name) ?? []).filter((entry) => !found.has(entry));
    for (const entry of reached) found.set(entry, distance);
    next = reached.flatMap(({ node }) => calledNames(node));
  }
  return found;
}

/** What making an object runs is its class's `__init__`. */
function nameOf({ name }: Definition): string {
  const [last = "", owner = ""] = name.split(".").toReversed();
  return /^__(?:init|new|post_init)__$/.test(last) ? owner : last;
}

/** Names that code calls, and attributes that it reads: a property runs too. */
function calledNames(node: PythonNode): string[] {
  return [...walk(node)].flatMap((entry) => {
    if (entry.kind === "Attribute") return word(entry, "attr") ?? [];
    const called = entry.kind === "Call" ? dottedName(child(entry, "func")) : undefined;
    return called?.split(".").at(-1) ?? [];
  });
}
