import type { ReportedWarning } from "../../domain/failure.ts";
import { parseRule } from "./rule.ts";

/** `path:line: Category: message`, indented below the tests that gave rise to it; on stderr not indented. */
const WARNING = /^(?: {2})?(\S[^\n]*?):(\d+): (\w+Warning|Warning): (.*)$/s;
const MAX_LINE = 20_000;
/** Of one warning. */
const MAX_TESTS = 1000;
/** Python drops the coroutine and goes on; this line is all that tells of it. */
const NEVER_AWAITED = /^coroutine '[^']+' was never awaited$/;

/**
 * Reads pytest's summary of warnings, the last one in the lines, and what Python printed of coroutines on stderr. The
 * same warning in the same line is one, with all its tests.
 */
export function readWarnings(lines: readonly string[], width: number | null): readonly ReportedWarning[] {
  const start = lines.findLastIndex((line) => parseRule(line, width)?.title.startsWith("warnings summary") === true);
  const length = lines.slice(start + 1).findIndex((line) => parseRule(line, width)?.sign === "=");
  const end = start < 0 ? 0 : length < 0 ? lines.length : start + 1 + length;
  const summed = start < 0 ? [] : readBlocks(lines.slice(start + 1, end));
  return together([...summed, ...lines.slice(end).flatMap(readPrinted)]);
}

/** One sentence for each coroutine that nobody awaited: the failure it leads to looks like anything else. */
export function notesOfWarnings(warnings: readonly ReportedWarning[], report: string): readonly string[] {
  return warnings
    .filter(({ category, message }) => category === "RuntimeWarning" && NEVER_AWAITED.test(message))
    .map(({ message, path, line }) => `${report} warns at ${path}:${line} that ${message}.`);
}

function readBlocks(lines: readonly string[]): ReportedWarning[] {
  let tests: string[] = [];
  let isOpen = false;
  return lines.flatMap((line) => {
    const isName = line !== "" && !line.startsWith(" ");
    if (!isName) {
      isOpen = false;
      return readWarning(line, tests);
    }
    tests = isOpen ? tests : [];
    isOpen = true;
    if (line.includes("::") && tests.length < MAX_TESTS) tests.push(withoutCount(line));
    return [];
  });
}

function readPrinted(line: string): ReportedWarning[] {
  return readWarning(line, []).filter(({ message }) => !line.startsWith(" ") && NEVER_AWAITED.test(message));
}

function readWarning(line: string, nodeIds: readonly string[]): ReportedWarning[] {
  const match = line.length > MAX_LINE ? null : WARNING.exec(line);
  if (match?.[1] === undefined || match[3] === undefined) {
    return [];
  }
  return [{ category: match[3], message: match[4] ?? "", path: match[1], line: Number(match[2]), nodeIds }];
}

/** `id: 3 warnings` where a test gave several. */
function withoutCount(line: string): string {
  return line.replace(/: \d+ warnings?$/, "");
}

function together(warnings: readonly ReportedWarning[]): readonly ReportedWarning[] {
  const all = new Map<string, { readonly warning: ReportedWarning; readonly nodeIds: Set<string> }>();
  for (const warning of warnings) {
    const key = JSON.stringify([warning.category, warning.message, warning.path, warning.line]);
    const known = all.get(key) ?? { warning, nodeIds: new Set() };
    for (const nodeId of warning.nodeIds) known.nodeIds.add(nodeId);
    all.set(key, known);
  }
  return [...all.values()].map(({ warning, nodeIds }) => ({ ...warning, nodeIds: [...nodeIds] }));
}
