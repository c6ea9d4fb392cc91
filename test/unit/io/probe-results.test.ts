import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readProbeRecords } from "../../../src/io/probe-records.ts";
import { sealed } from "../../../src/io/seal.ts";
import { probeResults } from "../../../src/io/probe-results.ts";

const KEY = "the run's own";

/** As the probe writes it. */
function genuine(text: string): string {
  return text.replace(/^.+$/gm, (line) => sealed(KEY, line));
}

async function resultsOf(...processes: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "records-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [index, text] of processes.entries()) await writeFile(join(folder, `${index + 1}.jsonl`), genuine(text));
  return probeResults(readProbeRecords(folder, KEY), { ending: "it ended" });
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
  testFilePatterns: ["test_*.py", "*_test.py"],
  testPaths: [],
  sessions: 0,
  redBesidesTests: null,
  cutTraces: [],
  pytestExitCode: null,
  forgery: null,
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

test("a record that is not as our probe wrote it is told and not believed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "records-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const believed = genuine('{"kind":"collected","nodes":["a"]}\n');
  const forgery = "the records of the run were changed by somebody else than our probe";
  for (const forged of [
    report("a", "call", "passed"),
    sealed("another key", report("a", "call", "passed")),
    genuine(report("a", "call", "failed")).replace("failed", "passed"),
  ]) {
    await writeFile(join(folder, "1.jsonl"), believed + forged);
    const results = await probeResults(readProbeRecords(folder, KEY), { ending: "it ended" });
    expect(results).toEqual({ ...NOTHING, collected: ["a"], forgery });
  }
});

test("no record at all", async () => {
  expect(await resultsOf()).toEqual(NOTHING);
});

test("the worst phase and attempt count, failures are of the first that failed, names of the prototype are names", async () => {
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
      report("b", "setup", "passed"),
      report("b", "call", "failed"),
      report("__proto__", "setup", "skipped", { xfail: true }),
      report("constructor", "call", "passed", { xfail: true }),
    ].join(""),
  );
  expect(Object.entries(outcomes)).toEqual([
    ["a", "error"],
    ["b", "failed"],
    ["__proto__", "xfailed"],
    ["constructor", "xpassed"],
  ]);
  expect(failures.map(({ nodeId, phase, kind }) => [nodeId, phase, kind])).toEqual([
    ["a", "call", "failure"],
    ["a", "teardown", "error"],
    ["b", "call", "failure"],
  ]);
});

test("a test passes only when its call was reported as passed", async () => {
  const { outcomes, failures } = await resultsOf(
    [
      '{"kind":"start","node":"none","file":"t.py","name":"none"}\n{"kind":"stop","node":"none"}\n',
      report("lost", "setup", "passed"),
      report("lost", "teardown", "passed"),
      report("again", "setup", "passed"),
      report("again", "setup", "passed"),
      report("again", "call", "passed"),
      report("skip", "setup", "skipped"),
      report("skip", "teardown", "passed"),
      report("kept", "call", "passed"),
    ].join(""),
  );
  expect(outcomes).toEqual({ none: "error", lost: "error", again: "error", skip: "skipped", kept: "passed" });
  expect(failures.map(({ nodeId, exception }) => [nodeId, exception.message])).toEqual([
    ["none", "pytest reported no result of this test's call"],
    ["lost", "pytest reported no result of this test's call"],
    ["again", "pytest reported no result of this test's call"],
  ]);
});

test("sessions are counted; pytest's exit code is that of the only one", async () => {
  const session = `${JSON.stringify({
    kind: "session",
    executable: "/usr/bin/python3",
    version: "3.12.1",
    rootdir: ".",
    packages: { pytest: "8.4.2" },
    testFilePatterns: ["check_*.py"],
    testPaths: ["tests", "../elsewhere"],
  })}\n`;
  const known = {
    ...NOTHING,
    interpreter: { executable: "/usr/bin/python3", version: "3.12.1", packages: { pytest: "8.4.2" } },
    rootDirectory: "",
    testFilePatterns: ["check_*.py"],
    testPaths: ["tests"],
  };
  const end = '{"kind":"finish","exitStatus":3,"redBesidesTests":true}\n';
  expect(await resultsOf(session + end)).toEqual({ ...known, sessions: 1, pytestExitCode: 3, redBesidesTests: true });
  expect(await resultsOf(session + end, session + end)).toEqual({ ...known, sessions: 2 });
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
