import { printedTotals } from "./collected.ts";
import { parseRule, startsSession } from "./rule.ts";
import { readHeadline } from "./section.ts";
import { indexByTitle, isTotals, readSummary, SUMMARY_TITLE } from "./summary.ts";

interface Token {
  readonly index: number;
  readonly kind: "start" | "region" | "summary" | "totals" | "section" | "other";
  /** Title of a section; else "". */
  readonly title: string;
  /** Closing lines and starts of a quiet session have no rule. */
  readonly isRuled: boolean;
}

/** What comes first in a session: with `-q` there is no start, with `--tb=no` no region. */
const BEGINNINGS: ReadonlySet<Token["kind"]> = new Set(["start", "region", "summary"]);
const REGIONS = new Set(["ERRORS", "FAILURES"]);

/** More sessions than any job has: each cut costs a look at the summary below it. */
const MAX_CUTS = 500;

/**
 * Cuts an output that holds several pytest sessions, one after the other, into one part for each. A session that a test
 * printed is part of the one that ran the test: after it goes on what no session begins with, or the last summary
 * names tests whose sections come before it, or it ends before the outer one that was begun.
 */
export function splitSessions(lines: readonly string[]): readonly (readonly string[])[] {
  const tokens = readTokens(lines);
  const firstPlaces = placesOfSections([...tokens].reverse());
  const parts: (readonly string[])[] = [];
  let end = lines.length;
  let wanted: Wanted | null = null;
  for (const cut of findCuts(tokens).slice(-MAX_CUTS).reverse()) {
    wanted ??= { titles: titlesOfLastSummary(lines, tokens, end), places: placesOfSections(tokens, end) };
    if (!isTornApart(wanted, firstPlaces, cut)) {
      parts.push(lines.slice(cut, end));
      end = cut;
      wanted = null;
    }
  }
  return [...parts, lines.slice(0, end)].reverse();
}

/** What a session's last summary asks for: each of its tests by the titles that its section may have. */
interface Wanted {
  readonly titles: readonly (readonly string[])[];
  /** Where the last section with a title is, above the session's end. */
  readonly places: ReadonlyMap<string, number>;
}

function titlesOfLastSummary(lines: readonly string[], tokens: readonly Token[], end: number): string[][] {
  const header = tokens.findLast(({ index, kind }) => index < end && kind === "summary")?.index;
  const titles = new Map<unknown, string[]>();
  const { entries } = readSummary(header === undefined ? [] : lines.slice(header, end), null);
  for (const [title, named] of indexByTitle(entries)) {
    for (const { summary } of named) {
      titles.set(summary, [...(titles.get(summary) ?? []), title]);
    }
  }
  return [...titles.values()];
}

function placesOfSections(tokens: readonly Token[], end = Number.POSITIVE_INFINITY): ReadonlyMap<string, number> {
  return new Map(
    tokens.flatMap(({ index, kind, title }) => (kind === "section" && index < end ? [[title, index] as const] : [])),
  );
}

/** True when a test of the last summary has its section above the cut, and none below it. */
function isTornApart({ titles, places }: Wanted, firstPlaces: ReadonlyMap<string, number>, cut: number): boolean {
  return titles.some((names) => {
    const isBelow = names.some((name) => (places.get(name) ?? -1) >= cut);
    return !isBelow && names.some((name) => (firstPlaces.get(name) ?? Number.POSITIVE_INFINITY) < cut);
  });
}

function readTokens(lines: readonly string[]): readonly Token[] {
  const printed = printedTotals(lines);
  return lines.flatMap((line, index): Token[] => {
    if (isTotals(line)) {
      const kind = printed.has(index) ? "other" : "totals";
      return [{ index, kind, title: "", isRuled: line.startsWith("=") }];
    }
    if (startsSession(line)) {
      return [{ index, kind: "start", title: "", isRuled: true }];
    }
    const rule = parseRule(line, null);
    if (rule === null) {
      return [];
    }
    if (rule.sign === "_") {
      return [{ index, kind: "section", title: readHeadline(rule.title), isRuled: true }];
    }
    return [{ index, kind: rule.sign === "=" ? kindOf(rule.title) : "other", title: "", isRuled: true }];
  });
}

function kindOf(title: string): Token["kind"] {
  if (title === SUMMARY_TITLE) return "summary";
  return REGIONS.has(title) ? "region" : "other";
}

/** Lines where a session may begin: after a closing line, or after a summary without one. */
function findCuts(tokens: readonly Token[]): number[] {
  const isBalanced = tokens.reduce((open, token) => open + openedBy(token), 0) === 0;
  const cuts: number[] = [];
  let open = 0;
  for (const [position, token] of tokens.entries()) {
    open += openedBy(token);
    const next = tokens[position + 1];
    const isInner = isBalanced && open > 0;
    if (next !== undefined && !isInner && BEGINNINGS.has(next.kind)) {
      cuts.push(...(token.kind === "totals" ? [token.index + 1] : token.kind === "summary" ? [next.index] : []));
    }
  }
  return cuts;
}

/** Sessions begin and end with a rule, quiet ones with neither. */
function openedBy({ kind, isRuled }: Token): number {
  return kind === "start" ? 1 : kind === "totals" && isRuled ? -1 : 0;
}
