import { startsSession } from "./rule.ts";
import { isTotals, readTotals } from "./summary.ts";

/** `collected 7 items / 5 deselected / 2 selected`; with `-v` behind `collecting ... `. */
const COLLECTED = /^(?:collecting \.\.\. )?collected (\d+) items?\b(.*)$/s;
const MAX_LINE = 500;
/** A setup that failed is an `error`; a teardown's is one too, which makes the sum too big, never too small. */
const RAN = ["passed", "failed", "skipped", "xfailed", "xpassed", "error", "errors"];

/**
 * Finds closing lines that a test printed unhindered (`-s`, `--capture=tee-sys`): they count fewer tests than the
 * session collected that goes on around them, and no banner (`!!! stopping after 1 failures !!!`) tells why.
 */
export function printedTotals(lines: readonly string[]): ReadonlySet<number> {
  const printed = new Set<number>();
  let expected = 0;
  for (const [index, line] of lines.entries()) {
    if (line.length > MAX_LINE) {
      continue;
    }
    if (startsSession(line) || line.startsWith("!!!")) {
      expected = 0;
    } else if (isTotals(line)) {
      if (isTooFew(line, expected)) printed.add(index);
      else expected = 0;
    } else {
      expected = collectedBy(line) ?? expected;
    }
  }
  return printed;
}

function isTooFew(line: string, expected: number): boolean {
  const totals = readTotals(line);
  const ran = RAN.reduce((sum, word) => sum + (totals.get(word) ?? 0), 0);
  return ran > 0 && ran < expected;
}

function collectedBy(line: string): number | null {
  const match = line.includes("collected ") ? COLLECTED.exec(line) : null;
  if (match?.[1] === undefined) {
    return null;
  }
  const rest = match[2] ?? "";
  const selected = /(\d+) selected/.exec(rest)?.[1];
  const deselected = Number(/(\d+) deselected/.exec(rest)?.[1] ?? 0);
  return selected === undefined ? Number(match[1]) - deselected : Number(selected);
}
