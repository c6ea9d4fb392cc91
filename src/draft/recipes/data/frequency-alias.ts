import type { Frame } from "../../../domain/failure.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, functionAt, sourceOf } from "../../../syntax/tree.ts";
import { nodesOnLine } from "./line-nodes.ts";
import { isConditional } from "../../names/conditional.ts";
import { type Sighting, sightings } from "../../query/failing-path.ts";
import { followValue, type Located } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Letters that pandas no longer takes for a frequency. */
export const frequencyAlias: Recipe = {
  id: "frequency-alias",
  title: 'Frequencies that pandas calls otherwise now: `"M"` is `"ME"`, `"H"` is `"h"`',
  explanation: "pandas renamed its letters for frequencies; those of the old ones that were ambiguous are refused.",
  draft: (input) =>
    sightings(input)
      .flatMap((sighting) => draftFor(input, sighting))
      .slice(0, 1),
};

interface Change {
  /** As the code gives it, `2T`. */
  readonly written: string;
  readonly old: string;
  readonly fresh: string;
}

const WRITTEN = /Invalid frequency: ([\w-]{1,40})/;
const REFUSED = /'([\w-]{1,40})' is no longer supported for (?:offsets|periods)\. Please use '([\w-]{1,40})' instead/;
const PERIOD = /for Period, please use '([\w-]{1,40})' instead of '([\w-]{1,40})'/;
const MEANT = /Invalid frequency: ([\w-]{1,40})\. Did you mean ([\w-]{1,40})\?/;
const DEPRECATED =
  /'([\w-]{1,40})' is deprecated and will be removed in a future version, please use '([\w-]{1,40})' instead/;

function changeIn(message: string): Change | undefined {
  const text = message.slice(0, 1000);
  const [old, fresh] = pairIn(text);
  if (old === undefined || fresh === undefined) return undefined;
  const written = WRITTEN.exec(text)?.[1] ?? old;
  return written.endsWith(old) ? { written, old, fresh } : undefined;
}

function pairIn(text: string): readonly (string | undefined)[] {
  const period = PERIOD.exec(text);
  if (period) return [period[2], period[1]];
  return (REFUSED.exec(text) ?? MEANT.exec(text) ?? DEPRECATED.exec(text))?.slice(1) ?? [];
}

function draftFor(input: RecipeInput, { message, frames }: Sighting): RecipeDraft[] {
  const change = changeIn(message ?? "");
  if (!change) return [];
  const found = frames
    .toReversed()
    .map((frame) => stringsAt(input, frame).filter(({ node }) => frequencyIn(node, change) !== undefined))
    .find((strings) => strings.length > 0);
  if (!found || found.some(({ module, node }) => isConditional(module, node))) return [];
  const edits = found.map(({ module, node }) => ({
    path: module.path,
    start: node.start,
    end: node.end,
    text: spelled(module, node, frequencyIn(node, change) ?? ""),
  }));
  return [
    {
      edits: [...new Map(edits.map((edit) => [`${edit.path} ${edit.start}`, edit])).values()],
      rationale: `pandas no longer takes \`${change.old}\` for a frequency here; it is \`${change.fresh}\` now.`,
      leftAlone: [],
      mayEditTests: found.some(({ module }) => input.project.guarded.has(module.path)),
    },
  ];
}

/** Strings on a line that ran, those that names on it stand for, and defaults of the function around it. */
function stringsAt({ project }: RecipeInput, { path, line }: Frame): Located[] {
  const module = project.modules.get(path);
  if (!module) return [];
  const nodes = nodesOnLine(module, line);
  const scope = functionAt(module, line);
  const parameters = scope && child(scope, "args");
  const defaults = parameters ? [...children(parameters, "defaults"), ...children(parameters, "kw_defaults")] : [];
  const followed = nodes
    .filter(({ kind }) => kind === "Name" || kind === "Attribute")
    .flatMap((node) => followValue(project, { module, node }) ?? []);
  return [...[...nodes, ...defaults].map((node) => ({ module, node })), ...followed].filter(
    ({ node }) => node.kind === "Constant",
  );
}

/** The new text of a string that is such a frequency, a number before it kept; undefined for other strings. */
function frequencyIn(node: PythonNode, { written, old, fresh }: Change): string | undefined {
  const text = node.fields["value"];
  if (typeof text !== "string" || (text !== written && text !== old)) return undefined;
  return `${text.slice(0, text.length - old.length)}${fresh}`;
}

/** With the quotes of the old one. */
function spelled(module: PythonModule, node: PythonNode, text: string): string {
  const quote = sourceOf(module, node).startsWith("'") ? "'" : '"';
  return `${quote}${text}${quote}`;
}
