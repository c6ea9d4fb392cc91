import type { Frame } from "../../domain/failure.ts";
import { parseRule } from "./rule.ts";
import { messageOf, nodeIdsOf } from "./summary.ts";
import type { SummaryEntry } from "./summary.ts";

/** What `--tb=line` prints of one failure. */
export interface CrashLine {
  /** Null for a strict xfail that passed: nothing was raised. */
  readonly frame: Frame | null;
  /** The first line of what the exception says, with its type. */
  readonly text: string;
}

const CRASH = /^(\S[^\n]*?):(\d+): (.*)$/s;
const PASSED_STRICTLY = "[XPASS(strict)] ";
const MAX_PATH = 4096;

/**
 * Finds the lines below `= FAILURES =` that stand for a failure each, `/path/core.py:14: KeyError: 'a'`. Empty where
 * failures have sections. A doctest has no such line but the first characters of its text.
 */
export function readCrashLines(lines: readonly string[], width: number | null): readonly CrashLine[] {
  const start = lines.findIndex((line) => ruleTitle(line, width) === "FAILURES");
  if (start < 0) {
    return [];
  }
  const length = lines.slice(start + 1).findIndex((line) => parseRule(line, width) !== null);
  const end = length < 0 ? lines.length : start + 1 + length;
  const isSection = parseRule(lines[end] ?? "", width)?.sign === "_";
  return isSection ? [] : lines.slice(start + 1, end).flatMap(readCrashLine);
}

/**
 * Gives the entries of the summary their lines: both are in the order in which the tests failed, and an entry says
 * what its line says, unless it had no room for it.
 */
export function matchCrashLines(
  entries: readonly SummaryEntry[],
  crashes: readonly CrashLine[],
): ReadonlyMap<SummaryEntry, CrashLine> {
  const matched = new Map<SummaryEntry, CrashLine>();
  let next = 0;
  for (const [index, entry] of entries.entries()) {
    const crash = crashes[next];
    const isSure =
      crashes.length - next === entries.length - index || saysTheSame(entries[index + 1], crashes[next + 1], false);
    if (crash !== undefined && saysTheSame(entry, crash, isSure)) {
      matched.set(entry, crash);
      next += 1;
    }
  }
  return matched;
}

/** An entry without room for its message says nothing: then the lines that are left, or the next one, must be its. */
function saysTheSame(entry: SummaryEntry | undefined, crash: CrashLine | undefined, isSure: boolean): boolean {
  if (entry === undefined || crash === undefined) {
    return false;
  }
  const { text } = crash;
  return nodeIdsOf(entry).some((nodeId) => {
    const said = messageOf(entry, nodeId).split("\n", 1)[0] ?? "";
    const isCut = said.endsWith("...");
    return said === "" ? isSure : isCut ? text.startsWith(said.slice(0, -3)) : text.trimEnd() === said.trimEnd();
  });
}

function readCrashLine(line: string): CrashLine[] {
  if (line.startsWith(PASSED_STRICTLY)) {
    return [{ frame: null, text: line }];
  }
  const match = CRASH.exec(line.length > 2 * MAX_PATH ? line.slice(0, 2 * MAX_PATH) : line);
  if (match?.[1] === undefined) {
    return [];
  }
  const frame = { path: match[1], line: Number(match[2]), function: null };
  return [{ frame, text: (match[3] ?? "") + line.slice(match[0].length) }];
}

function ruleTitle(line: string, width: number | null): string | null {
  return parseRule(line, width)?.title ?? null;
}
