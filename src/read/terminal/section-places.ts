import type { Failure } from "../../domain/failure.ts";
import { parseRule } from "./rule.ts";
import { isTotals } from "./summary.ts";

/** What is known of an output before its sections are read. */
export interface Places {
  /** For each line the closing line that follows it within the same captured output; -1 where none does. */
  readonly printedUpTo: readonly number[];
  /** Where the headline of each title is. */
  readonly rules: ReadonlyMap<string, readonly number[]>;
  /** Where the last of these is; -1 for none. */
  readonly lastRule: number;
  /** The regions that have a headline anywhere. */
  readonly regions: ReadonlySet<Failure["kind"]>;
}

export const REGIONS: ReadonlyMap<string, Failure["kind"]> = new Map([
  ["ERRORS", "error"],
  ["FAILURES", "failure"],
]);

/** Looks through the output once for each. */
export function placesOf(lines: readonly string[], width: number | null): Places {
  const rules = placesOfRules(lines, width);
  return {
    printedUpTo: findPrintedEnds(lines, width),
    rules,
    lastRule: [...rules.values()].reduce((last, places) => Math.max(last, places.at(-1) ?? -1), -1),
    regions: new Set(lines.flatMap((line) => regionOf(line, width) ?? [])),
  };
}

/** Captured output begins with a rule of its own: what closes a session further down belongs to another test. */
function findPrintedEnds(lines: readonly string[], width: number | null): readonly number[] {
  let end = -1;
  return lines
    .map((_, index) => {
      const at = lines.length - 1 - index;
      const own = lines[at] ?? "";
      if (isTotals(own)) end = at;
      else if (parseRule(own, width)?.sign === "-") end = -1;
      return end;
    })
    .toReversed();
}

function placesOfRules(lines: readonly string[], width: number | null): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const rule = line.startsWith("_") ? parseRule(line, width) : null;
    const known = rule === null ? undefined : places.get(rule.title);
    if (known !== undefined) known.push(index);
    else if (rule !== null) places.set(rule.title, [index]);
  }
  return places;
}

function regionOf(line: string, width: number | null): Failure["kind"] | undefined {
  const rule = line.startsWith("=") ? parseRule(line, width) : null;
  return rule === null ? undefined : REGIONS.get(rule.title);
}
