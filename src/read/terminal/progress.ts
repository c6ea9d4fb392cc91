import { parseRule, startsSession } from "./rule.ts";
import type { Section } from "./section.ts";
import type { SummaryEntry } from "./summary.ts";

type Kind = SummaryEntry["kind"];

const OUTCOMES: ReadonlyMap<string, Kind> = new Map([
  ["FAILED", "failure"],
  ["ERROR", "error"],
]);
const RESULTS = new Set([...OUTCOMES.keys(), "PASSED", "SKIPPED", "XFAIL", "XPASS", "RERUN"]);
const NAMED = /^\S+\.\w+::\S/;
/** `[gw1] [ 12%] FAILED id` of pytest-xdist with `-v`. */
const WORKER_RESULT = /^\[gw\d+\] \[ *\d+(?:%|\/\d+)\] (FAILED|ERROR|PASSED) (\S.*)$/s;
/** A file's letters, or the letters that go on in the next line. */
const LETTERS = /^(?:(\S.*\.\w+) )?([.FEsxXRu,-]+)$/s;
const MAX_LINE = 10_000;

/**
 * The failures that the progress lines of `-v` name, `tests/test_a.py::test_b FAILED [ 50%]`: all there is with
 * `--no-summary` or when the run was killed. What comes below the first region, or was printed by another session
 * within this one, is left out.
 */
export function readProgress(lines: readonly string[]): readonly SummaryEntry[] {
  return readResults(lines).flatMap(({ outcome, nodeId }): SummaryEntry[] => {
    const kind = OUTCOMES.get(outcome);
    return kind === undefined ? [] : [{ kind, subtest: null, text: nodeId, more: [] }];
  });
}

/** The tests whose call passed, as far as `-v` tells: an error of theirs is one of their teardown. */
export function passedTests(lines: readonly string[]): readonly string[] {
  return readResults(lines).flatMap(({ outcome, nodeId }) => (outcome === "PASSED" ? [nodeId] : []));
}

function readResults(lines: readonly string[]): { readonly outcome: string; readonly nodeId: string }[] {
  return progressLines(lines).flatMap((line) => {
    const match = WORKER_RESULT.exec(line.trimEnd());
    const [outcome, nodeId] = match ? [match[1] ?? "", match[2] ?? ""] : resultOf(withoutPercentage(line));
    return RESULTS.has(outcome) && nodeId.includes("::") ? [{ outcome, nodeId }] : [];
  });
}

/**
 * The test that runs when the output breaks off, which `-v` names before it begins; null when there is none. What the
 * dying process, or another stream, printed may follow in the same line.
 */
export function runningTest(lines: readonly string[]): string | null {
  const last = progressLines(lines).findLast((line) => NAMED.test(line));
  if (last === undefined) {
    return null;
  }
  const text = withoutPercentage(last);
  const isDone = text !== last.trimEnd() || RESULTS.has(resultOf(text)[0]);
  return isDone ? null : firstWord(last.slice(0, MAX_LINE));
}

/** The file whose tests run when the output breaks off; null when it does not say. */
export function runningFile(lines: readonly string[]): string | null {
  const last = progressLines(lines).findLast((line) => /^\S+\.py(?: |::)/.test(line)) ?? "";
  return /\[ *100%\]$/.test(last.slice(-10)) ? null : (/^(\S+\.py)/.exec(last)?.[1] ?? null);
}

/** Up to the first blank outside brackets. */
function firstWord(line: string): string | null {
  let depth = 0;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    depth += character === "[" ? 1 : character === "]" ? -1 : 0;
    if (character === " " && depth <= 0) {
      return line.slice(0, index);
    }
  }
  return null;
}

/**
 * Entries for sections that no summary names (`-rN`), from the letters behind each file: the sections come in the
 * order of the letters. Empty when their numbers differ, as with `-s` or with `-q`, where no file is named.
 */
export function entriesFromLetters(lines: readonly string[], sections: readonly Section[]): readonly SummaryEntry[] {
  const files = filesOfLetters(progressLines(lines));
  return (["failure", "error"] as const).flatMap((kind) => {
    const alike = sections.filter((section) => section.kind === kind && section.phase !== "collect");
    const named = files.filter((letter) => letter.kind === kind);
    return alike.length === named.length
      ? alike.map(({ title }, index) => ({
          kind,
          subtest: null,
          text: nodeIdOf(named[index]?.file ?? "", title),
          more: [],
        }))
      : [];
  });
}

function filesOfLetters(lines: readonly string[]): { readonly file: string; readonly kind: Kind }[] {
  let file: string | null = null;
  return lines.flatMap((line) => {
    const match = LETTERS.exec(withoutPercentage(line).slice(0, MAX_LINE));
    file = match === null ? null : (match[1] ?? file);
    const path = file;
    const letters = Array.from(match?.[2] ?? "");
    return path === null
      ? []
      : letters.flatMap((letter) => (letter === "F" || letter === "E" ? [{ file: path, kind: kindOf(letter) }] : []));
  });
}

function kindOf(letter: "F" | "E"): Kind {
  return letter === "F" ? "failure" : "error";
}

function nodeIdOf(file: string, title: string): string {
  if (title.startsWith("[doctest] ")) {
    return `${file}::${title.slice("[doctest] ".length)}`;
  }
  const bracket = title.indexOf("[");
  const names = bracket < 0 ? title : title.slice(0, bracket);
  return `${file}::${names.replaceAll(".", "::")}${title.slice(names.length)}`;
}

function progressLines(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => startsSession(line));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => startsSession(line) || parseRule(line, null)?.sign === "=");
  return end < 0 ? rest : rest.slice(0, end);
}

function resultOf(line: string): readonly [string, string] {
  const blank = line.lastIndexOf(" ");
  return [line.slice(blank + 1), line.slice(0, Math.max(blank, 0))];
}

/** Without ` [ 50%]`, ` [ 3/10]` or ` 12.5ms` at the end. */
function withoutPercentage(line: string): string {
  const text = line.trimEnd();
  const bracket = text.endsWith("]") ? text.lastIndexOf("[") : -1;
  if (bracket > 0 && /^\[ *\d+(?:%|\/\d+)\]$/.test(text.slice(bracket))) {
    return text.slice(0, bracket).trimEnd();
  }
  const blank = text.lastIndexOf(" ");
  return /^\d+(?:\.\d+)?[a-zμµ]{1,2}$/.test(text.slice(blank + 1)) ? text.slice(0, blank).trimEnd() : text;
}
