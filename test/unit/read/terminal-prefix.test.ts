import { describe, expect, test } from "vitest";
import { withoutLogPrefixes } from "../../../src/read/terminal/job-log.ts";
import { recording } from "./recordings.ts";

const SESSION = recording("shelf-pytest84-auto.txt").toString();
const TRACEBACK = [
  "Traceback (most recent call last):",
  '  File "app.py", line 3, in run',
  "    return go(1, 2, 3)",
  "KeyError: 'torn page'",
  "",
].join("\n");

function stamp(index: number): string {
  return new Date(1_714_566_896_000 + index * 137).toISOString();
}

const LOGS: readonly (readonly [string, (line: string, index: number) => string])[] = [
  ["GitHub", (line, index) => `${stamp(index).replace("Z", "1234Z")} ${line}`],
  [
    "gh run view --log",
    (line, index) => `test (3.11)\tRun pytest\t${index === 0 ? "\uFEFF" : ""}${stamp(index)} ${line}`,
  ],
  ["GitLab", (line, index) => `${stamp(index)} 00O ${line}`],
  ["Jenkins", (line, index) => `[${stamp(index)}] ${line}`],
  ["a clock", (line, index) => `${stamp(index).slice(11, 19)} ${line}`],
  ["docker compose", (line) => `app-1  | ${line}`],
  ["docker build", (line, index) => `#12 ${(index / 50).toFixed(3)} ${line}`],
  ["act", (line) => `[CI/test]   | ${line}`],
  ["kubectl", (line) => `[pod/tests-5f7d9/pytest] ${line}`],
  ["a task runner", (line) => `@shelf/api:test: ${line}`],
  ["the journal", (line, index) => `May  1 ${stamp(index).slice(11, 19)} host pytest[123]: ${line}`],
  ["line numbers", (line, index) => `${String(index + 1).padStart(5)} ${line}`],
  ["a quotation", (line) => `> ${line}`],
  ["an indented paste", (line) => `    ${line}`],
];

function prefixed(text: string, prefix: (line: string, index: number) => string): string {
  return text.split("\n").map(prefix).join("\n");
}

describe.each(LOGS)("the prefix of %s", (_, prefix) => {
  test("is taken from a pytest session", () => {
    expect(withoutLogPrefixes(prefixed(SESSION, prefix))).toBe(SESSION);
  });
  test("is taken from a traceback", () => {
    expect(withoutLogPrefixes(prefixed(TRACEBACK, prefix))).toBe(TRACEBACK);
  });
  test("may have lost its last blanks", () => {
    const lost = prefixed(SESSION, (line, index) => prefix(line, index).trimEnd());
    expect(withoutLogPrefixes(lost)).toBe(prefixed(SESSION, (line) => line.trimEnd()));
  });
});

test("a text without prefixes stays, whatever its lines look like", () => {
  expect(withoutLogPrefixes(SESSION)).toBe(SESSION);
  const log = "2024-05-01 12:00:00 started\n2024-05-01 12:00:01 stopped\nKeyError: 1";
  expect(withoutLogPrefixes(log)).toBe(log);
});

test("a prefixed session that a test printed stays as it is", () => {
  const rule = "=".repeat(30);
  const text = [
    `${rule} FAILURES ${rule}`,
    `app-1  | ${rule} FAILURES ${rule}`,
    "app-1  | E   KeyError: 1",
    `app-1  | ${rule} 1 failed in 0.10s ${rule}`,
    `${rule} 1 failed in 0.20s ${rule}`,
  ].join("\n");
  expect(withoutLogPrefixes(text)).toBe(text);
});

test("streams that are mixed line by line come out one after the other, neighbours not at all", () => {
  const [one, two] = ["1 failed", "2 failed"].map((title) => `${"=".repeat(30)} ${title} in 0.10s ${"=".repeat(30)}`);
  expect(
    withoutLogPrefixes(
      [
        "app-1  | collected 1 item",
        "web-1  | collected 2 items",
        "db-1   | LOG: ready",
        "app-1  | F",
        "web-1  | FF",
        `app-1  | ${one}`,
        `web-1  | ${two}`,
        "app-1  | bye",
        "web-1  | bye",
        "app-1 exited with code 1",
      ].join("\n"),
    ),
  ).toBe(
    ["collected 1 item", "F", one, "bye", "collected 2 items", "FF", two, "bye", "app-1 exited with code 1"].join("\n"),
  );
});

test("tracebacks of a program's own log lose what the log put before them", () => {
  const lines = TRACEBACK.trimEnd().split("\n");
  expect(
    withoutLogPrefixes(
      [
        "2024-05-01 12:00:00,001 INFO app: up",
        ...lines.map((line) => `2024-05-01 12:00:00,002 ERROR app: ${line}`),
      ].join("\n"),
    ),
  ).toBe(["2024-05-01 12:00:00,001 INFO app: up", ...lines].join("\n"));
});
