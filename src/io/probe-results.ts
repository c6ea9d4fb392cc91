import type { TestEvidence } from "../domain/evidence.ts";
import type { Failure } from "../domain/failure.ts";
import type { Interpreter, TestOutcome } from "../domain/test-run.ts";
import { evidenceCollector } from "./probe-evidence.ts";
import { brokenFailure, reportFailure, unfinishedFailure } from "./probe-failure.ts";
import type { ProbeRecord, ReportRecord, SessionRecord } from "./probe-records.ts";

/** What the probe's records of one run say together. */
export interface ProbeResults {
  readonly interpreter: Interpreter | null;
  readonly rootDirectory: string | null;
  readonly collected: readonly string[];
  readonly outcomes: Readonly<Record<string, TestOutcome>>;
  readonly failures: readonly Failure[];
  readonly evidence: Readonly<Record<string, TestEvidence>>;
  readonly guardedFiles: readonly string[];
}

/** Beyond it outcomes are still complete; nobody reads so many failures. */
const MAX_FAILURES = 2000;
/** From best to worst. */
const SEVERITY: readonly TestOutcome[] = ["passed", "xpassed", "xfailed", "skipped", "failed", "error"];

interface Test {
  outcome: TestOutcome | null;
  failures: Failure[];
  /** Phases reported in the current attempt: a second setup is a rerun. */
  phases: Set<ReportRecord["phase"]>;
  /** Set between start and stop. */
  running: { readonly file: string; readonly name: string | null } | null;
}

interface State {
  interpreter: Interpreter | null;
  rootDirectory: string | null;
  readonly collected: Set<string>;
  readonly guarded: Set<string>;
  readonly tests: Map<string, Test>;
  readonly broken: Failure[];
  failureCount: number;
}

/** Folds the records of all processes of one run. `ending` says in a few words how the run ended, for tests it cut off. */
export async function probeResults(records: AsyncIterable<ProbeRecord>, ending: string): Promise<ProbeResults> {
  const state = newState();
  const evidence = evidenceCollector();
  for await (const record of records) {
    if (record.kind === "executed" || record.kind === "raised" || record.kind === "never-awaited") evidence.add(record);
    else addRecord(state, record);
    if (record.kind === "stop" && !isFailing(state.tests.get(record.node)?.outcome)) evidence.forget(record.node);
  }
  addUnfinished(state, ending);
  const failures = [...state.broken, ...[...state.tests.values()].flatMap((test) => test.failures)];
  return {
    interpreter: state.interpreter,
    rootDirectory: state.rootDirectory,
    collected: [...state.collected],
    outcomes: Object.fromEntries([...state.tests].flatMap(([id, { outcome }]) => (outcome ? [[id, outcome]] : []))),
    failures,
    evidence: evidence.of(new Set(failures.flatMap(({ nodeId }) => nodeId ?? []))),
    guardedFiles: [...state.guarded].sort(),
  };
}

function newState(): State {
  return {
    interpreter: null,
    rootDirectory: null,
    collected: new Set(),
    guarded: new Set(),
    tests: new Map(),
    broken: [],
    failureCount: 0,
  };
}

function addRecord(
  state: State,
  record: Exclude<ProbeRecord, { kind: "executed" | "raised" | "never-awaited" }>,
): void {
  switch (record.kind) {
    case "session":
      return addSession(state, record);
    case "guarded":
      if (isInside(record.path)) state.guarded.add(record.path);
      return;
    case "collected":
      for (const node of record.nodes) state.collected.add(node);
      return;
    case "start":
      testOf(state, record.node).running = { file: record.file, name: record.name };
      return;
    case "stop":
      testOf(state, record.node).running = null;
      return;
    case "report":
      return addReport(state, record);
    case "broken":
      state.broken.push(brokenFailure(record));
  }
}

/** A pytest within a test could write a second one: the first is the run's own. */
function addSession(state: State, record: SessionRecord): void {
  if (state.interpreter !== null) return;
  state.interpreter = { executable: record.executable, version: record.version, packages: record.packages };
  state.rootDirectory = record.rootdir === "." ? "" : record.rootdir;
}

function addReport(state: State, record: ReportRecord): void {
  const test = testOf(state, record.node);
  // Each xdist worker collects, and reports, all there is.
  if (record.phase === "collect" && test.phases.has("collect")) return;
  if (record.phase === "setup" && test.phases.size > 0) restart(state, test);
  test.phases.add(record.phase);
  if (record.outcome === "crashed") test.running = null;
  test.outcome = worse(test.outcome, outcomeOf(record));
  if (record.outcome === "failed" || record.outcome === "crashed") addFailure(state, test, reportFailure(record));
}

/** A plugin runs the test again: only the last attempt counts, as it does for pytest's exit code. */
function restart(state: State, test: Test): void {
  state.failureCount -= test.failures.length;
  test.failures = [];
  test.outcome = null;
  test.phases.clear();
}

function outcomeOf({ phase, outcome, xfail }: ReportRecord): TestOutcome {
  if (outcome === "crashed") return "error";
  if (outcome === "failed") return phase === "call" ? "failed" : "error";
  if (outcome === "skipped") return xfail ? "xfailed" : "skipped";
  return xfail && phase === "call" ? "xpassed" : "passed";
}

function addUnfinished(state: State, ending: string): void {
  for (const [node, test] of state.tests) {
    if (test.running === null) continue;
    test.outcome = "error";
    if (test.failures.length === 0) addFailure(state, test, unfinishedFailure({ node, ...test.running, ending }));
  }
}

function addFailure(state: State, test: Test, failure: Failure): void {
  if (state.failureCount >= MAX_FAILURES) return;
  state.failureCount += 1;
  test.failures.push(failure);
}

function worse(before: TestOutcome | null, now: TestOutcome): TestOutcome {
  return before !== null && SEVERITY.indexOf(before) > SEVERITY.indexOf(now) ? before : now;
}

function isFailing(outcome: TestOutcome | null | undefined): boolean {
  return outcome === "failed" || outcome === "error";
}

function testOf(state: State, node: string): Test {
  const known = state.tests.get(node);
  if (known) return known;
  const made: Test = { outcome: null, failures: [], phases: new Set(), running: null };
  state.tests.set(node, made);
  return made;
}

function isInside(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.split("/").includes("..");
}
