/** What the doctest module says below the lines of the example; pytest numbers those. */
const BEGINNING = /^(?:Expected(?: nothing)?:?|Got(?: nothing)?:?|Differences \(.*\):)$/;
const NUMBERED = /^\d{3,} /;
const END = /^\S.*:\d+: (?:DocTestFailure|UnexpectedException)$/s;

/** What was expected and what came instead, of the last failure that pytest shows of a doctest; null for other texts. */
export function readDoctestMessage(lines: readonly string[]): string | null {
  const end = lines.findLastIndex((line) => END.test(line));
  const last = lines.slice(0, Math.max(end, 0)).findLastIndex((line) => NUMBERED.test(line));
  const start = last + 1;
  return last >= 0 && BEGINNING.test(lines[start] ?? "") ? lines.slice(start, end).join("\n").trimEnd() : null;
}

/** Without the place of an example that raised, which pytest puts below the traceback, and what follows it. */
export function withoutDoctestPlace(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => END.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}
