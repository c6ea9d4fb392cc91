/** A line that pytest drew across the screen: `==== FAILURES ====`, `____ test_x ____`, `---- Captured log call ----`. */
export interface Rule {
  readonly sign: "=" | "_" | "-";
  readonly title: string;
}

/**
 * Reads a line as a rule of the given screen width in characters. Null width: any rule of at least three signs on
 * each side. pytest fills up to the full width, and puts one sign on each side of a title that is too long for it;
 * a program's own look-alike rarely has the same width.
 */
export function parseRule(line: string, width: number | null): Rule | null {
  const sign = line[0];
  if (sign !== "=" && sign !== "_" && sign !== "-") {
    return null;
  }
  const lead = countSigns(line, sign);
  const trail = countLastSigns(line, sign);
  const title = line.slice(lead, line.length - trail);
  const isEven = trail > 0 && Math.abs(lead - trail) <= 1;
  if (!isEven || !/^ .*[^ _].* $/s.test(title)) {
    return null;
  }
  return fits({ lead, length: countCharacters(line), width }) ? { sign, title: title.slice(1, -1) } : null;
}

/** True for pytest's first line, also where a test that prints unhindered (`-s`) runs pytest in the middle of a line. */
export function startsSession(line: string): boolean {
  const start = line.endsWith("===") ? line.indexOf("==") : -1;
  return start >= 0 && parseRule(line.slice(start), null)?.title === "test session starts";
}

/** The screen width as the first full rule shows it; null when there is none. */
export function screenWidth(lines: readonly string[]): number | null {
  const first = lines.find((line) => line.startsWith("=====") && parseRule(line, null) !== null);
  return first === undefined ? null : countCharacters(first);
}

function fits({ lead, length, width }: { lead: number; length: number; width: number | null }): boolean {
  if (width === null) {
    return lead >= 3;
  }
  return length === width || (lead === 1 && length > width);
}

/** Python counts code points. */
function countCharacters(line: string): number {
  return Array.from(line).length;
}

function countSigns(line: string, sign: string): number {
  let count = 0;
  while (line[count] === sign) {
    count += 1;
  }
  return count;
}

function countLastSigns(line: string, sign: string): number {
  let count = 0;
  while (line.at(-1 - count) === sign) {
    count += 1;
  }
  return count;
}
