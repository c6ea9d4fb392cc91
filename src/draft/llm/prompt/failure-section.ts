import type { Failure } from "../../../domain/failure.ts";
import type { DraftInput } from "../../draft.ts";
import { linesOf } from "./definitions.ts";
import { headAndTail } from "./shown-text.ts";

const MESSAGE = 2500;
const MAX_FRAMES = 14;
const MAX_OUTPUT = 600;

/** What failed: the chain of exceptions, the assertion's difference, the frames of the repository's own code, what was printed. */
export function failureText(failure: Failure, { project }: DraftInput): string {
  const links = failure.chain.map(({ type, message, relation }) => {
    const how = relation === "cause" ? "caused by" : "raised while handling";
    return `${how} ${type ?? "an exception"}: ${headAndTail(message ?? "", MESSAGE / 2)}`;
  });
  const frames = failure.frames.slice(-MAX_FRAMES).map((frame) => {
    const module = project.modules.get(frame.path);
    const line = module && linesOf(module)[frame.line - 1]?.trim();
    return `${frame.path}:${frame.line} in ${frame.function ?? "?"}${line === undefined ? "" : `: ${line}`}`;
  });
  const printed = [failure.capturedStdout, failure.capturedStderr, failure.capturedLog].filter(
    (text) => text !== null && text.trim() !== "",
  );
  return [
    `${failure.nodeId ?? "the start of the tests"} fails in ${failure.phase} with ${failure.exception.type ?? "an exception"}:`,
    headAndTail(failure.exception.message ?? "", MESSAGE),
    ...links,
    ...(frames.length === 0 ? [] : ["", "Frames, innermost last:", ...frames]),
    ...(printed.length === 0 ? [] : ["", "It printed:", headAndTail(printed.join("\n"), MAX_OUTPUT)]),
  ].join("\n");
}

/** Versions of the installed packages whose code is in the frames, and of Python. */
export function versionsText({ group, packages, python }: DraftInput): string {
  const paths = group.failures
    .flatMap(({ frames, chain }) => [...frames, ...chain.flatMap((link) => link.frames)])
    .map(({ path }) => path);
  const tops = new Set(
    paths.flatMap((path) => /site-packages\/([^/.]+)/.exec(path)?.[1]?.toLowerCase().replaceAll("_", "-") ?? []),
  );
  const found = Object.entries(packages).filter(([name]) => tops.has(name));
  return [
    ...(python === null ? [] : [`Python ${python}`]),
    ...found.map(([name, version]) => `${name} ${version}`),
  ].join(", ");
}
