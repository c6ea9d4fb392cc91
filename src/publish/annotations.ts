import type { Case } from "../domain/case.ts";
import type { Failure } from "../domain/failure.ts";
import { diffLines, splitLines } from "../text/line-diff.ts";
import { stripInvisible, truncate } from "../text/markdown.ts";
import { ownFrame } from "./frame-owner.ts";
import { shortType } from "./trace.ts";

/** A mark beside a line of the checked-out code; plain text, the adapter escapes it for the runner. */
export interface Annotation {
  readonly level: "error" | "notice";
  /** Relative to the repository root. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** GitHub shows ten per kind and step, and hides the rest in the order of printing. */
const MOST_ANNOTATIONS = 10;
/** The line that says how the run ended is a notice too, and comes last. */
const MOST_NOTICES = MOST_ANNOTATIONS - 1;
/** GitHub cuts a message at 4096 characters. */
const MESSAGE_LIMIT = 2_000;

/** An error where each failure comes from, a notice where the patch changes something; ten at most, errors first. */
export function annotationsOf(found: Case): readonly Annotation[] {
  return [...failureAnnotations(found), ...changeAnnotations(found).slice(0, MOST_NOTICES)].slice(0, MOST_ANNOTATIONS);
}

function failureAnnotations({ groups }: Case): readonly Annotation[] {
  return groups.flatMap(({ failures }) => {
    const failure = failures[0];
    const place = failure === undefined ? null : blamedPlace(failure);
    if (failure === undefined || place === null) return [];
    const { type, message } = failure.exception;
    const title = oneLine(type === null ? "Test failure" : shortType(type));
    const name = failure.nodeId ?? failure.testName ?? "a test";
    const others = failures.length > 1 ? ` and ${failures.length - 1} more` : "";
    return [{ level: "error", ...place, title, message: oneLine(`${name}${others}: ${message ?? "no message"}`) }];
  });
}

/** The innermost frame of the project's code, else of its tests. */
function blamedPlace(failure: Failure): { readonly path: string; readonly line: number } | null {
  const owned = failure.frames.map((frame) => ownFrame(frame, failure.file)).reverse();
  const blamed = owned.find(({ owner }) => owner === "project") ?? owned.find(({ owner }) => owner === "test");
  return blamed === undefined ? null : { path: oneLine(blamed.shownPath), line: Math.max(1, blamed.frame.line) };
}

function changeAnnotations({ patch }: Case): readonly Annotation[] {
  return (patch?.changes ?? []).flatMap(({ path, before, after }) =>
    diffLines(splitLines(before), splitLines(after)).map((hunk) => ({
      level: "notice" as const,
      path,
      line: Math.max(1, Math.min(hunk.beforeStart + 1, splitLines(before).length)),
      title: "A patch changes this line",
      message: "The failing tests pass with it: see the job summary or the pull request.",
    })),
  );
}

function oneLine(text: string): string {
  return truncate(stripInvisible(text).text.replace(/\s+/g, " ").trim(), MESSAGE_LIMIT);
}
