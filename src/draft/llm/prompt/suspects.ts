import type { Frame } from "../../../domain/failure.ts";
import { isFunction, walk, word } from "../../../syntax/tree.ts";
import type { DraftInput } from "../../draft.ts";
import { type Definition, definitionAt, definitionsIn, definitionsNamed } from "./definitions.ts";

/** A function that may hold the fault. */
export interface Suspect extends Definition {
  readonly score: number;
  /** Why it is shown, in words for the model and the log. */
  readonly reason: string;
}

const RAISED = 100;
const EDGE = 110;
const NAMED_BY_TEST = 30;
const NAMED_BY_MESSAGE = 40;
const EXECUTED = 50;
const PER_CALL_DEEPER = 4;
const LATE = 15;

/**
 * Product functions by how likely they hold the fault: those of the traceback, the last one before library code above all;
 * those that the failing tests executed, less with each call below the test, more when they ran late (what ran last made
 * what the assertion saw), when the test names them, and when the message does.
 */
export function suspectsOf(input: DraftInput): Suspect[] {
  const marks = new Map<Definition, { score: number; reasons: Set<string> }>();
  const mark = (definition: Definition | undefined, score: number, reason: string): void => {
    if (!definition || input.project.guarded.has(definition.module.path)) return;
    const entry = marks.get(definition) ?? { score: 0, reasons: new Set() };
    entry.score = Math.max(entry.score, score) + (entry.reasons.size > 0 && !entry.reasons.has(reason) ? 5 : 0);
    entry.reasons.add(reason);
    marks.set(definition, entry);
  };
  for (const { definition, depth, isLast } of framesOf(input))
    mark(
      definition,
      (isLast ? EDGE : RAISED) - depth,
      isLast ? "innermost of your code in the traceback" : "in the traceback",
    );
  for (const { definition, score } of executedOf(input)) mark(definition, score, "executed by the failing test");
  const named = new Set([...namesInTests(input)].flatMap((name) => definitionsNamed(input.project, name)));
  for (const [definition, entry] of marks) {
    if (!named.has(definition)) continue;
    entry.score += NAMED_BY_TEST;
    entry.reasons.add("named in the test");
  }
  for (const definition of namedByMessage(input)) mark(definition, NAMED_BY_MESSAGE, "named in the message");
  return [...marks]
    .map(([definition, { score, reasons }]) => ({ ...definition, score, reason: [...reasons].join(", ") }))
    .toSorted((a, b) => b.score - a.score);
}

interface Framed {
  readonly definition: Definition | undefined;
  /** Steps outward from the innermost product frame. */
  readonly depth: number;
  readonly isLast: boolean;
}

function framesOf({ group, evidence, project }: DraftInput): Framed[] {
  const lists: (readonly Frame[])[] = [
    ...group.failures.flatMap(({ frames, chain }) => [frames, ...chain.map((link) => link.frames)]),
    ...evidence.raised.map(({ frames }) => frames),
    ...evidence.neverAwaited.map(({ frames }) => frames),
  ];
  return lists.flatMap((frames) => {
    const own = frames.filter(({ path }) => project.modules.has(path) && !project.guarded.has(path));
    return own.toReversed().map(({ path, line }, depth) => {
      const module = project.modules.get(path);
      return { definition: module && definitionAt(module, line), depth, isLast: depth === 0 };
    });
  });
}

function executedOf({ evidence, project }: DraftInput): { definition: Definition | undefined; score: number }[] {
  const latest = Math.max(1, ...evidence.executed.map(({ order }) => order));
  return evidence.executed.map(({ path, name, line, depth, order }) => {
    const module = project.modules.get(path);
    const last = name.split(".").at(-1);
    const definition =
      module &&
      definitionsIn(module).find(
        ({ node }) => isFunction(node) && word(node, "name") === last && Math.abs(node.line - line) <= 30,
      );
    return { definition, score: Math.max(1, EXECUTED - PER_CALL_DEEPER * depth) + Math.round((LATE * order) / latest) };
  });
}

/** Names that the failing tests use. */
export function namesInTests(input: DraftInput): ReadonlySet<string> {
  const tests = failingTests(input);
  const names = tests.flatMap(({ node }) =>
    [...walk(node)].flatMap((entry) =>
      entry.kind === "Name" ? (word(entry, "id") ?? []) : entry.kind === "Attribute" ? (word(entry, "attr") ?? []) : [],
    ),
  );
  return new Set(names.filter((name) => name.length > 2));
}

/** The functions of the failing tests, each once. */
export function failingTests({ group, project }: DraftInput): Definition[] {
  const found = group.failures.flatMap(({ nodeId }) => {
    const [path = "", ...rest] = (nodeId ?? "").split("::");
    const module = project.modules.get(path);
    const name = rest.map((part) => part.replace(/\[.*$/s, "")).join(".");
    const definition = module && definitionsIn(module).find((entry) => entry.name === name);
    return definition ? [definition] : [];
  });
  return [...new Set(found)];
}

function namedByMessage({ group, project }: DraftInput): Definition[] {
  const messages = group.failures.map(({ exception }) => (exception.message ?? "").slice(0, 2000));
  const names = messages.flatMap((message) =>
    [...message.matchAll(/[`'"]([A-Za-z_][\w.]{2,100})[`'"]|\b([A-Za-z_]\w{2,100})\(\)/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    ),
  );
  return [...new Set(names)].slice(0, 10).flatMap((name) => definitionsNamed(project, name).slice(0, 3));
}
