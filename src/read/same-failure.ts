import type { Failure } from "../domain/failure.ts";
import { mayBeNamed } from "./failure-key.ts";

/**
 * Whether failures of one test in two reports are one: the same phase and exception, as far as both reports carry them.
 * Two JUnit files are two runs, so their messages must agree, less what changes from run to run. Reports in two formats
 * are mostly of one run, and cut and join the lines of a message each in its own way.
 */
export function isSameFailure(first: Failure, second: Failure): boolean {
  if (!isSamePhase(first, second)) return false;
  const [one, other] = [first.exception, second.exception];
  if (!isSameType(one.type, other.type)) return false;
  const isOtherFormat = first.source.format !== second.source.format;
  return isOtherFormat || isSameMessage(one.message, other.message);
}

/**
 * Whether a failure without a test's id is the one that a report in another format has with it: both were raised in
 * the same place and say the same.
 */
export function isSameTrace(first: Failure, second: Failure): boolean {
  const [nameless, named] = first.nodeId === null ? [first, second] : [second, first];
  if (nameless.nodeId !== null || first.source.format === second.source.format) return false;
  const isSame = isSameFailure(first, second) && isSameMessage(first.exception.message, second.exception.message);
  return isSame && mayBeNamed(nameless, named);
}

/** pytest's cache knows no phases, and a summary line without a section tells errors only from failures. */
function isSamePhase(first: Failure, second: Failure): boolean {
  if (first.phase === second.phase) return true;
  const formats = [first.source.format, second.source.format];
  if (formats.includes("lastfailed")) return true;
  const isGuessed = [first, second].some(({ source, frames }) => source.format === "text" && frames.length === 0);
  return isGuessed && first.kind === "error" && second.kind === "error" && formats[0] !== formats[1];
}

function isSameType(first: string | null, second: string | null): boolean {
  if (first === null || second === null) return true;
  return lastName(first) === lastName(second);
}

function isSameMessage(first: string | null, second: string | null): boolean {
  if (first === null || second === null) return true;
  const [shorter, longer] = [lasting(first), lasting(second)].toSorted((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined) return false;
  if (shorter === longer || longer.startsWith(`${shorter}\n`)) return true;
  return isHinted(shorter, longer) || (shorter.endsWith("...") && longer.startsWith(shorter.slice(0, -3)));
}

/** Newer Pythons go on: `. Did you mean: 'open'?`, `. Did you forget to import 'os'?` */
function isHinted(shorter: string, longer: string): boolean {
  return longer.startsWith(shorter) && /^\. Did you (?:mean|forget)\b/.test(longer.slice(shorter.length));
}

/** Less what differs from run to run: addresses, temporary folders, blanks at the ends. */
function lasting(message: string): string {
  return message
    .slice(0, 5000)
    .replace(/0x[0-9a-fA-F]+/g, "0x")
    .replace(/\/pytest-of-[^/\s]+\/pytest-\d+\//g, "/pytest/")
    .trim();
}

function lastName(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1);
}
