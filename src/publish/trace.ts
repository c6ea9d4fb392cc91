import type { ExceptionInfo, Failure, Frame } from "../domain/failure.ts";
import type { FileChange } from "../domain/patch.ts";
import { splitLines } from "../text/line-diff.ts";
import { countOf, inertProse, inlineCode } from "../text/markdown.ts";
import { ownFrame } from "./frame-owner.ts";
import type { OwnedFrame } from "./frame-owner.ts";

/** Steps of one exception's trace that are shown; the rest is counted. */
const MOST_STEPS = 25;
const MOST_LINKS = 3;

/**
 * The trace as a numbered list: each line of the project and its tests with its source where we have it, runs of
 * library calls folded into one step that names the libraries. Earlier exceptions of the chain follow.
 */
export function renderTrace(failure: Failure, changes: readonly FileChange[]): string {
  const links = failure.chain.slice(0, MOST_LINKS).map((link) => {
    const relation = link.relation === "cause" ? "It was raised because of" : "It came up while this was handled:";
    return `${relation} ${describeException(link)}\n\n${renderFrames(link.frames, { failure, changes })}`;
  });
  return [renderFrames(failure.frames, { failure, changes }), ...links].join("\n\n").trim();
}

/** Type and the message's first line, as code. */
export function describeException({ type, message }: ExceptionInfo): string {
  const firstLine = (message ?? "").trim().split("\n")[0] ?? "";
  const name = type === null ? "an exception the report does not name" : inlineCode(shortType(type));
  return firstLine === "" ? name : `${name}: ${inlineCode(firstLine)}`;
}

/** `MissingGreenlet` for `sqlalchemy.exc.MissingGreenlet`; anything that is no dotted name stays whole. */
export function shortType(type: string): string {
  return /^[\w.]+$/.test(type) ? (type.split(".").at(-1) ?? type) : type;
}

interface Surroundings {
  readonly failure: Failure;
  readonly changes: readonly FileChange[];
}

function renderFrames(frames: readonly Frame[], { failure, changes }: Surroundings): string {
  const steps = foldLibraries(frames.map((frame) => ownFrame(frame, failure.file)));
  const shown = steps.slice(-MOST_STEPS);
  const lines = shown.map((step, index) => {
    const isLast = index === shown.length - 1;
    return `${index + 1}. ${renderStep(step, changes)}${isLast ? " (raised here)" : ""}`;
  });
  const hidden = steps.length - shown.length;
  return [...(hidden > 0 ? [`${countOf(hidden, "outer step")} not shown.\n`] : []), ...lines].join("\n");
}

/** Neighbouring frames of installed packages and of Python itself are one step; every other frame is its own. */
function foldLibraries(frames: readonly OwnedFrame[]): readonly (readonly OwnedFrame[])[] {
  const steps: OwnedFrame[][] = [];
  for (const frame of frames) {
    const last = steps.at(-1);
    const previous = last?.at(-1);
    if (last !== undefined && previous !== undefined && isLibrary(previous) && isLibrary(frame)) last.push(frame);
    else steps.push([frame]);
  }
  return steps;
}

function isLibrary({ owner }: OwnedFrame): boolean {
  return owner === "dependency" || owner === "standard-library" || owner === "generated";
}

function renderStep(step: readonly OwnedFrame[], changes: readonly FileChange[]): string {
  const innermost = step.at(-1);
  if (innermost === undefined) return "";
  const place = renderPlace(innermost);
  if (!isLibrary(innermost)) {
    const source = sourceLine(innermost.frame, changes);
    return `${place}, ${innermost.name}${source === "" ? "" : `: ${inlineCode(source)}`}`;
  }
  const names = [...new Set(step.map(({ name }) => name))].map((name) => inertProse(name, 100)).join(", ");
  return step.length === 1 ? `${place}, ${names}` : `${countOf(step.length, "call")} in ${names}, down to ${place}`;
}

function renderPlace({ frame, shownPath }: OwnedFrame): string {
  const place = inlineCode(`${shownPath}:${frame.line}`);
  return frame.function === null ? place : `${place} in ${inlineCode(frame.function)}`;
}

/** The line as it was when it failed; empty when the file is not among those we hold. */
function sourceLine(frame: Frame, changes: readonly FileChange[]): string {
  const change = changes.find(({ path }) => path === frame.path);
  return change === undefined ? "" : (splitLines(change.before)[frame.line - 1] ?? "").trim();
}
