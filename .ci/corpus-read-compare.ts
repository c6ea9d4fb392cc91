import type { ExceptionInfo, Failure, Frame } from "../src/domain/failure.ts";
import { stripColours } from "../src/text/report-text.ts";
import type { Carried } from "./corpus-read-carried.ts";
import type { Expected } from "./corpus-read-expected.ts";
import type { TruthException } from "./corpus-read-truth.ts";
import { printedFrames, printedMessage } from "./corpus-read-facts.ts";
import type { ExpectedFrame, ExpectedFrames, PrintedMessage, Surroundings } from "./corpus-read-facts.ts";

export const FIELDS = ["node id", "phase", "type", "message", "chain", "frames"] as const;
export type Field = (typeof FIELDS)[number];

/** One field of one failure, or a failure that only one side knows. */
export interface Finding {
  readonly nodeId: string | null;
  readonly field: Field | "counts" | "missing" | "extra";
  readonly agrees: boolean;
  /** False where the form does not hold the fact: such a field is counted only when it was invented. */
  readonly isCarried: boolean;
  readonly truth: unknown;
  readonly ours: unknown;
}

export interface Pair {
  readonly expected: Expected;
  readonly failure: Failure;
  readonly carried: Carried;
  readonly about: Surroundings;
}

/** Compares every fact of one failure with what was recorded. */
export function compare(pair: Pair): Finding[] {
  const { expected, failure, carried, about } = pair;
  const { nodeId } = expected;
  const of = (field: Field, verdict: Verdict): Finding => ({ nodeId, field, ...verdict });
  return [
    of("node id", judge({ isCarried: carried.nodeId && isFileKnown(pair), truth: nodeId, ours: failure.nodeId })),
    of("phase", judgePhase({ expected, failure, carried })),
    of("type", judgeType(expected.exceptions[0], { said: failure.exception, carried })),
    of("message", judgeMessage(expected, { said: failure.exception, carried })),
    of("chain", judgeChain({ expected, failure, carried, about })),
    of("frames", judgeFrames(printedFrames(expected, { carried, index: 0, about }), failure.frames)),
  ];
}

/**
 * JUnit files give dotted names, which may be folders, modules or classes: without the project's files only a frame
 * in the test's own file tells which.
 */
function isFileKnown({ expected, failure, carried, about }: Pair): boolean {
  if (about.tracked.size > 0 || failure.source.format !== "junit") return true;
  const file = expected.nodeId?.split("::", 1)[0] ?? "";
  return expected.exceptions.some((_, index) => {
    const { head, tail } = printedFrames(expected, { carried, index, about });
    return [...head, ...tail].some((frame) => frame.path === file || frame.path.endsWith(`/${file}`));
  });
}

type Verdict = Omit<Finding, "nodeId" | "field">;

function judge({ isCarried, truth, ours }: { isCarried: boolean; truth: unknown; ours: unknown }): Verdict {
  return { agrees: ours === truth || (!isCarried && ours === null), isCarried, truth, ours };
}

/** `kind` goes with the phase: pytest calls what happened in a test's call a failure, all else an error. */
function judgePhase({ expected, failure, carried }: Omit<Pair, "about">): Verdict {
  const kind = expected.phase === "call" ? "failure" : "error";
  const truth = { phase: expected.phase, kind };
  const ours = { phase: failure.phase, kind: failure.kind };
  const isKind = expected.phase === null || ours.kind === kind;
  const agrees = isKind && (!carried.phase || ours.phase === truth.phase);
  return { agrees, isCarried: carried.phase, truth, ours };
}

interface Said {
  readonly said: ExceptionInfo;
  readonly carried: Carried;
}

function judgeType(exception: TruthException | undefined, { said, carried }: Said): Verdict {
  if (exception === undefined || carried.type === "no") {
    return {
      agrees: said.type === null || said.type === exception?.type,
      isCarried: false,
      truth: null,
      ours: said.type,
    };
  }
  const truth = carried.type === "bare" ? exception.typename : exception.type;
  return { agrees: said.type === truth, isCarried: true, truth, ours: said.type };
}

function judgeMessage(expected: Expected, { said, carried }: Said): Verdict {
  const ours = said.message === null ? null : normal(said.message);
  const truth = trueMessage(expected);
  if (carried.message === "no" || truth === null) {
    return { agrees: ours === null || ours === truth?.text, isCarried: false, truth: null, ours };
  }
  const agrees = ours !== null && ALLOWED[carried.message](truth, ours);
  return { agrees, isCarried: true, truth: truth.text, ours };
}

/** By how much of the message the form holds; more than it holds can only come from another part of the report. */
const ALLOWED: Readonly<Record<Exclude<Carried["message"], "no">, (truth: PrintedMessage, ours: string) => boolean>> = {
  whole: sameText,
  "first line": (truth, ours) => ours === truth.text.split("\n", 1)[0] || sameText(truth, ours),
  end: (truth, ours) => ours.endsWith(truth.text),
  // The record of a doctest does not say what was expected and what came.
  comparison: (_, ours) => /^(?:Expected|Differences)\b.*:/s.test(ours),
};

function trueMessage({ form, exceptions, text }: Expected): PrintedMessage | null {
  const [exception] = exceptions;
  if (form === "text" || form === "crashed worker") return text === null ? null : whole(normal(text));
  if (form !== "fixture") return exception === undefined ? null : printedMessage(exception);
  const name = /^\('(.*?)', /.exec(exception?.message ?? "")?.[1];
  return name === undefined ? null : whole(`fixture '${name}' not found`);
}

function whole(text: string): PrintedMessage {
  return { text, isWhole: true, length: null };
}

/** What Python adds when it prints an exception; it is no part of the message itself. */
const HINT = /^\. Did you (?:mean|forget)[^\n]*\?$/;

function sameText({ text, isWhole, length }: PrintedMessage, ours: string): boolean {
  if (ours === text) return true;
  if (!ours.startsWith(text)) return false;
  // Colours further on are in the length, and not in the text.
  return isWhole ? HINT.test(ours.slice(text.length)) : length === null || isAbout(Array.from(ours).length, length);
}

function isAbout(count: number, length: number): boolean {
  return count <= length && count > 0.9 * length;
}

function normal(text: string): string {
  return stripColours(text).trimEnd();
}

function judgeChain({ expected, failure, carried, about }: Pair): Verdict {
  const links = carried.chain ? expected.exceptions.slice(1) : [];
  const truth = links.map((link, index) => ({
    type: link.type,
    message: printedMessage(link).text,
    relation: expected.exceptions[index]?.link,
  }));
  const ours = failure.chain.map(({ type, message, relation }) => ({ type, message, relation }));
  const faults = truth.flatMap((link, index) => {
    const own = failure.chain[index];
    if (own === undefined || own.type !== link.type || own.relation !== link.relation) return [index];
    const said = expected.exceptions[index + 1];
    if (said === undefined || !sameText(printedMessage(said), normal(own.message ?? ""))) return [index];
    const frames = judgeFrames(printedFrames(expected, { carried, index: index + 1, about }), own.frames);
    return frames.agrees ? [] : [{ index, ...frames }];
  });
  const agrees = faults.length === 0 && ours.length === truth.length;
  return { agrees, isCarried: truth.length > 0, truth: { links: truth, faults }, ours };
}

function judgeFrames(truth: ExpectedFrames, ours: readonly Frame[]): Verdict {
  const { head, omitted, tail } = truth;
  const isLength = ours.length === head.length + omitted + tail.length;
  const isHead = head.every((frame, index) => sameFrame(frame, ours[index]));
  const isTail = tail.every((frame, index) => sameFrame(frame, ours[ours.length - tail.length + index]));
  const agrees = isLength && isHead && isTail;
  return { agrees, isCarried: head.length > 0, truth, ours };
}

function sameFrame(truth: ExpectedFrame, ours: Frame | undefined): boolean {
  if (ours === undefined || ours.path !== truth.path || (truth.line !== null && ours.line !== truth.line)) return false;
  return ours.function === truth.function || (truth.function === null && ours.function === truth.trueFunction);
}
