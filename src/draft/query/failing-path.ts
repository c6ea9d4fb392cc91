import type { ExecutedFunction } from "../../domain/evidence.ts";
import type { ExceptionInfo, Failure, Frame } from "../../domain/failure.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { firstLine, functionAt, isFunction, walk, word } from "../../syntax/tree.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import type { Located } from "../sqlalchemy/values.ts";

/** A line of a project function that was running when an exception was raised. */
export interface Spot {
  readonly module: PythonModule;
  /** The function around the line. */
  readonly scope: PythonNode;
  /** One-based. */
  readonly line: number;
  readonly frame: Frame;
}

/** One exception that the tests showed, with the frames it carries. */
export interface Sighting extends ExceptionInfo {
  readonly frames: readonly Frame[];
}

/** Every exception known of a group: raised last, before it in a chain, or seen by the probe and swallowed later. */
export function sightings(input: RecipeInput): Sighting[] {
  const reported = input.group.failures.flatMap((failure) => [
    { ...failure.exception, frames: failure.frames },
    ...failure.chain.map(({ type, message, frames }) => ({ type, message, frames })),
  ]);
  return [...reported, ...input.evidence.raised];
}

/** What the tests printed or logged; tracebacks of swallowed exceptions end up there. */
export function capturedText(failure: Failure): string {
  return [failure.capturedStdout, failure.capturedStderr, failure.capturedLog]
    .filter((text) => text !== null)
    .join("\n");
}

/** The frames of an exception that lie in functions of the project which may be edited, innermost last. */
export function spotsOf(input: RecipeInput, frames: readonly Frame[]): Spot[] {
  return frames.flatMap((frame) => {
    const module = editable(input, frame.path);
    const scope = module && functionOfFrame(module, frame);
    return module && scope ? [{ module, scope, line: frame.line, frame }] : [];
  });
}

function editable(input: RecipeInput, path: string): PythonModule | undefined {
  return input.project.guarded.has(path) ? undefined : input.project.modules.get(path);
}

function functionOfFrame(module: PythonModule, frame: Frame): PythonNode | undefined {
  const scope = functionAt(module, frame.line);
  const name = frame.function?.split(".").at(-1);
  const isNamed = name === undefined || name.startsWith("<") || word(scope ?? module.tree, "name") === name;
  return isNamed ? scope : undefined;
}

/**
 * The functions a draft may mend besides the one that failed: those that ran. When it is not known what ran, those of
 * the files where something failed.
 */
export function functionsOnPath(input: RecipeInput, spots: readonly Spot[]): Located[] {
  const executed = input.evidence.executed.flatMap((entry) => executedFunction(input, entry) ?? []);
  const failing = spots.map(({ module, scope }) => ({ module, node: scope }));
  const others = executed.length > 0 ? executed : spots.flatMap(({ module }) => functionsIn(module));
  const seen = new Set<PythonNode>();
  return [...failing, ...others].filter(({ node }) => !seen.has(node) && seen.add(node));
}

/** All functions of a module. */
export function functionsIn(module: PythonModule): Located[] {
  return [...walk(module.tree)].filter(isFunction).map((node) => ({ module, node }));
}

function executedFunction(input: RecipeInput, entry: ExecutedFunction): Located | undefined {
  const module = editable(input, entry.path);
  const name = entry.name.split(".").at(-1);
  const named = module ? functionsIn(module).filter(({ node }) => word(node, "name") === name) : [];
  return named.find(({ node }) => firstLine(node) === entry.line || node.line === entry.line);
}
