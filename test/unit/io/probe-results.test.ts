import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readProbeRecords } from "../../../src/io/probe-records.ts";
import { probeResults } from "../../../src/io/probe-results.ts";

async function resultsOf(...processes: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "records-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [index, text] of processes.entries()) await writeFile(join(folder, `${index + 1}.jsonl`), text);
  return probeResults(readProbeRecords(folder), "it ended");
}

function report(node: string, phase: string, outcome: string, more: object = {}): string {
  return `${JSON.stringify({ kind: "report", node, file: "t.py", name: node, phase, outcome, xfail: false, ...more })}\n`;
}

const NOTHING = {
  interpreter: null,
  rootDirectory: null,
  collected: [],
  outcomes: {},
  failures: [],
  evidence: {},
  guardedFiles: [],
};

test("lines that are cut off, foreign or ill-shaped are left out", async () => {
  const lines = [
    "not json",
    '{"kind":"unknown"}',
    '{"kind":"report","node":1}',
    '{"kind":"guarded","path":"../../etc/passwd"}',
    '{"kind":"guarded","path":"/etc/passwd"}',
    '{"kind":"collected","nodes":["a"]}',
    '{"kind":"collected","nodes":["b"',
  ];
  expect(await resultsOf(lines.join("\n"))).toEqual({ ...NOTHING, collected: ["a"] });
});

test("no record at all", async () => {
  expect(await resultsOf()).toEqual(NOTHING);
});

test("the worst phase counts, a second attempt replaces the first, names of the prototype are names", async () => {
  const { outcomes, failures } = await resultsOf(
    [
      report("a", "setup", "passed"),
      report("a", "call", "failed"),
      report("a", "teardown", "failed"),
      report("b", "setup", "passed"),
      report("b", "call", "failed"),
      report("b", "teardown", "passed"),
      report("b", "setup", "passed"),
      report("b", "call", "passed"),
      report("__proto__", "setup", "skipped", { xfail: true }),
      report("constructor", "call", "passed", { xfail: true }),
    ].join(""),
  );
  expect(Object.entries(outcomes)).toEqual([
    ["a", "error"],
    ["b", "passed"],
    ["__proto__", "xfailed"],
    ["constructor", "xpassed"],
  ]);
  expect(failures.map(({ nodeId, phase, kind }) => [nodeId, phase, kind])).toEqual([
    ["a", "call", "failure"],
    ["a", "teardown", "error"],
  ]);
});

test("evidence is kept for failing tests only, functions once with their smallest depth", async () => {
  const ran = (node: string, depth: number, order: number): string =>
    `${JSON.stringify({ kind: "executed", node, path: "p.py", name: "f", line: 3, depth, order })}\n`;
  const { evidence } = await resultsOf(
    [
      ran("good", 1, 0),
      report("good", "call", "passed"),
      '{"kind":"stop","node":"good"}\n',
      ran("good", 1, 0),
      ran("bad", 4, 0),
      ran("bad", 2, 5),
      report("bad", "call", "failed"),
      '{"kind":"stop","node":"bad"}\n',
    ].join(""),
  );
  expect(evidence).toEqual({
    bad: { executed: [{ path: "p.py", name: "f", line: 3, depth: 2, order: 0 }], raised: [], neverAwaited: [] },
  });
});

test("a test that never ended is an error, told by how the run ended", async () => {
  const { outcomes, failures } = await resultsOf('{"kind":"start","node":"a","file":"t.py","name":"a"}\n');
  expect(outcomes).toEqual({ a: "error" });
  expect(failures.map(({ exception }) => exception)).toEqual([
    { type: null, message: "it ended while this test was running" },
  ]);
});
