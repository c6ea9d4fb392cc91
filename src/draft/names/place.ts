import type { PythonModule, PythonNode } from "../../domain/python.ts";
import type { Frame } from "../../domain/failure.ts";
import { enclosingStatement, lastLine } from "../../syntax/tree.ts";
import { type Sighting, sightings } from "../query/failing-path.ts";
import type { RecipeInput } from "../recipes/recipe.ts";

/** The line of the project's or its tests' own code at which an exception came up. */
export interface OwnPlace {
  readonly module: PythonModule;
  readonly frame: Frame;
  /** Type without its package, and the words. */
  readonly type: string;
  readonly message: string;
}

/**
 * For each exception of the group the innermost line of the repository's own code, where that code could be parsed. Below
 * it are only libraries: what they complain of is how that line uses them.
 */
export function ownPlaces(input: RecipeInput): OwnPlace[] {
  return sightings(input).flatMap((sighting) => placeOf(input, sighting) ?? []);
}

function placeOf({ project }: RecipeInput, { type, message, frames }: Sighting): OwnPlace | undefined {
  const tracked = new Set(project.trackedFiles);
  const frame = frames.findLast(({ path }) => tracked.has(path));
  const module = frame && project.modules.get(frame.path);
  return module && { module, frame, type: type?.split(".").at(-1) ?? "", message: message ?? "" };
}

/** True when the statement around a node (of a compound one, the node itself) has this line. */
export function isAtLine(module: PythonModule, node: PythonNode, line: number): boolean {
  const statement = enclosingStatement(module, node) ?? node;
  const extent = Array.isArray(statement.fields["body"]) ? node : statement;
  return extent.line <= line && line <= lastLine(module, extent);
}

/** The words of a message's beginning, underscores and digits among their letters. */
export function wordsIn(message: string): ReadonlySet<string> {
  return new Set(message.slice(0, 2000).match(/\w+/g));
}

/** Whether a message speaks of a name, as a word of its own. */
export function speaksOf(message: string, name: string): boolean {
  return wordsIn(message).has(name);
}
