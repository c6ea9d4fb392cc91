import type { ChangedHunk } from "../../../domain/branch.ts";
import type { TestEvidence } from "../../../domain/evidence.ts";
import type { Frame } from "../../../domain/failure.ts";
import type { PythonNode } from "../../../domain/python.ts";
import { firstLine, lastLine, walk, word } from "../../../syntax/tree.ts";
import type { DraftInput } from "../../draft.ts";
import { type Definition, definitionAt, definitionsIn, definitionsNamed } from "./definitions.ts";
import { executedFunctions } from "./executed.ts";
import { askedFor } from "./failing-line.ts";

/** A function that may hold the fault. */
export interface Suspect extends Definition {
  readonly score: number;
  /** Why it is shown, in words for the model and the log. */
  readonly reason: string;
}

export interface SuspectsInput {
  readonly input: DraftInput;
  /** What passing tests beside the failing ones executed. */
  readonly passing: readonly TestEvidence[];
  /** What the pull request changed. */
  readonly changes: readonly ChangedHunk[];
}

const RAISED = 130;
const EDGE = 150;
const NAMED_BY_TEST = 15;
const NAMED_BY_MESSAGE = 40;
const CHANGED = 40;
/** A second reason of the same weight says a little more. */
const ONE_MORE = 5;

interface Marks {
  score: number;
  readonly reasons: Set<string>;
}

/**
 * Product functions by how likely they hold the fault: those of the traceback, the last one before library code above all;
 * those that the failing tests executed; more when the pull request changed them, when the test or the message names them.
 */
export function suspectsOf({ input, passing, changes }: SuspectsInput): Suspect[] {
  const marks = new Map<Definition, Marks>();
  const mark = (definition: Definition | undefined, score: number, reason: string): void => {
    if (!definition || input.project.guarded.has(definition.module.path)) return;
    const entry = marks.get(definition) ?? { score: 0, reasons: new Set<string>() };
    const isFirst = entry.reasons.size === 0 || entry.reasons.has(reason);
    entry.score = Math.max(entry.score, score) + (isFirst ? 0 : ONE_MORE);
    entry.reasons.add(reason);
    marks.set(definition, entry);
  };
  for (const { definition, depth } of framesOf(input))
    mark(
      definition,
      (depth === 0 ? EDGE : RAISED) - depth,
      depth === 0 ? "innermost of your code in the traceback" : "in the traceback",
    );
  const tests = failingTests(input);
  for (const { definition, score, reasons } of executedFunctions(input, askedFor(tests, input), passing))
    for (const reason of reasons) mark(definition, score, reason);
  for (const definition of namedByMessage(input)) mark(definition, NAMED_BY_MESSAGE, "named in the message");
  const named = new Set([...namesIn(tests)].flatMap((name) => definitionsNamed(input.project, name)));
  for (const [definition, entry] of marks) {
    if (named.has(definition)) add(entry, NAMED_BY_TEST, "named in the test");
    if (isChanged(definition, changes)) add(entry, CHANGED, "changed by this pull request");
  }
  return [...marks]
    .map(([definition, { score, reasons }]) => ({ ...definition, score, reason: [...reasons].join(", ") }))
    .toSorted((a, b) => b.score - a.score);
}

function add(entry: Marks, score: number, reason: string): void {
  entry.score += score;
  entry.reasons.add(reason);
}

function isChanged({ module, node }: Definition, changes: readonly ChangedHunk[]): boolean {
  const [first, last] = [firstLine(node), lastLine(module, node)];
  return changes.some(
    (hunk) => hunk.path === module.path && hunk.first <= last && first <= Math.max(hunk.first, hunk.last),
  );
}

interface Framed {
  readonly definition: Definition | undefined;
  /** Steps outward from the innermost product frame. */
  readonly depth: number;
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
      return { definition: module && definitionAt(module, line), depth };
    });
  });
}

/** Names that the failing tests use. */
export function namesIn(tests: readonly Definition[]): ReadonlySet<string> {
  const nameOf = (node: PythonNode): string | undefined =>
    node.kind === "Name" ? word(node, "id") : node.kind === "Attribute" ? word(node, "attr") : undefined;
  const names = tests.flatMap(({ node }) => [...walk(node)].flatMap((entry) => nameOf(entry) ?? []));
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
