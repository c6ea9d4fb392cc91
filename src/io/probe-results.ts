import { isFailingOutcome, worseOutcome } from "../text/test-outcome.ts";
import type { Failure } from "../domain/failure.ts";
import type { TestOutcome, TestRun } from "../domain/test-run.ts";
import { evidenceCollector } from "./probe-evidence.ts";
import { brokenFailure, reportFailure, unfinishedFailure } from "./probe-failure.ts";
import type { EvidenceRecord, ProbeRecord, ReportRecord, SessionRecord } from "./probe-records.ts";

/** What the probe's records of one run say together. */
export type ProbeResults = Pick<
  TestRun,
  | "interpreter"
  | "rootDirectory"
  | "collected"
  | "outcomes"
  | "failures"
  | "evidence"
  | "cutTraces"
  | "guardedFiles"
  | "testFilePatterns"
  | "testPaths"
  | "sessions"
  | "pytestExitCode"
  | "redBesidesTests"
  | "forgery"
>;

type SessionFacts = Pick<
  ProbeResults,
  "interpreter" | "rootDirectory" | "testFilePatterns" | "testPaths" | "sessions" | "pytestExitCode" | "redBesidesTests"
>;

/** Beyond it outcomes are still complete; nobody reads so many failures. */
const MAX_FAILURES = 2000;

/** pytest's own `python_files`. */
const DEFAULT_PATTERNS = ["test_*.py", "*_test.py"];

interface Test {
  file: string;
  name: string | null;
  /** The worst of all attempts. */
  outcome: TestOutcome | null;
  /** Of the first attempt that failed. */
  failures: Failure[];
  /** Phases reported in the current attempt: a second setup is another one, by a plugin or by a second session. */
  phases: Set<ReportRecord["phase"]>;
  /** Between start and stop. */
  isRunning: boolean;
  isFailureKnown: boolean;
}

interface State {
  session: SessionRecord | null;
  sessions: number;
  readonly finished: Extract<ProbeRecord, { kind: "finish" }>[];
  readonly cut: Set<string>;
  readonly collected: Set<string>;
  readonly guarded: Set<string>;
  readonly tests: Map<string, Test>;
  readonly broken: Failure[];
  forgery: string | null;
  failureCount: number;
}

/**
 * Folds the records of all processes of one run. `ending` says in a few words how the run ended, for tests it cut off;
 * `keepPassing` keeps what passing tests did too.
 */
export async function probeResults(
  records: AsyncIterable<ProbeRecord>,
  { ending, keepPassing = false }: { readonly ending: string; readonly keepPassing?: boolean },
): Promise<ProbeResults> {
  const state = newState();
  const evidence = evidenceCollector();
  for await (const record of records) {
    if (isEvidence(record)) evidence.add(record);
    else if (isForgery(record)) state.forgery ??= forgeryOf(record);
    else addRecord(state, record);
    if (!keepPassing && isPassed(record, state)) evidence.forget(record.node);
  }
  for (const [node, test] of state.tests) endTest(state, { node, test, ending });
  const failures = [...state.broken, ...[...state.tests.values()].flatMap((test) => test.failures)];
  const failing = new Set(failures.flatMap(({ nodeId }) => nodeId ?? []));
  return {
    ...sessionFacts(state),
    collected: [...state.collected],
    outcomes: Object.fromEntries([...state.tests].flatMap(([id, { outcome }]) => (outcome ? [[id, outcome]] : []))),
    failures,
    evidence: evidence.of(keepPassing ? new Set(state.tests.keys()) : failing),
    cutTraces: [...state.cut].filter((node) => failing.has(node)),
    guardedFiles: [...state.guarded].filter(isInside).sort(),
    forgery: state.forgery,
  };
}

function isEvidence(record: ProbeRecord): record is EvidenceRecord {
  return record.kind === "executed" || record.kind === "raised" || record.kind === "never-awaited";
}

type ForgeryRecord = Extract<ProbeRecord, { kind: "replaced" | "not-genuine" }>;

function isPassed(record: ProbeRecord, { tests }: State): record is Extract<ProbeRecord, { kind: "stop" }> {
  return record.kind === "stop" && !isFailingOutcome(tests.get(record.node)?.outcome);
}

function isForgery(record: ProbeRecord): record is ForgeryRecord {
  return record.kind === "replaced" || record.kind === "not-genuine";
}

function forgeryOf(record: ForgeryRecord): string {
  if (record.kind === "not-genuine") return "the records of the run were changed by somebody else than our probe";
  return `${record.by} has replaced \`${record.name}\`, which decides how tests end`;
}

function newState(): State {
  return {
    session: null,
    sessions: 0,
    finished: [],
    cut: new Set(),
    collected: new Set(),
    guarded: new Set(),
    tests: new Map(),
    broken: [],
    forgery: null,
    failureCount: 0,
  };
}

function addRecord(state: State, record: Exclude<ProbeRecord, ForgeryRecord | EvidenceRecord>): void {
  switch (record.kind) {
    case "session":
      return addSession(state, record);
    case "finish":
      state.finished.push(record);
      return;
    case "cut":
      state.cut.add(record.node);
      return;
    case "guarded":
      state.guarded.add(record.path);
      return;
    case "collected":
      return addAll(state.collected, record.nodes);
    case "start":
      testOf(state, record).isRunning = true;
      return;
    case "stop":
      return stop(state.tests.get(record.node));
    case "report":
      return addReport(state, record);
    case "broken":
      state.broken.push(brokenFailure(record));
  }
}

function addSession(state: State, record: SessionRecord): void {
  state.session ??= record;
  state.sessions += 1;
}

function addAll(set: Set<string>, nodes: readonly string[]): void {
  for (const node of nodes) set.add(node);
}

function stop(test: Test | undefined): void {
  if (test) test.isRunning = false;
}

function sessionFacts({ session, sessions, finished }: State): SessionFacts {
  const end = finished.length === 1 ? finished[0] : undefined;
  const known = { sessions, pytestExitCode: end?.exitStatus ?? null, redBesidesTests: end?.redBesidesTests ?? null };
  if (session === null) {
    return { interpreter: null, rootDirectory: null, testFilePatterns: DEFAULT_PATTERNS, testPaths: [], ...known };
  }
  const { executable, version, packages, rootdir, testFilePatterns, testPaths } = session;
  return {
    interpreter: { executable, version, packages },
    rootDirectory: rootdir === "." ? "" : rootdir,
    testFilePatterns: testFilePatterns.length > 0 ? testFilePatterns : DEFAULT_PATTERNS,
    testPaths: testPaths.filter(isInside),
    ...known,
  };
}

function addReport(state: State, record: ReportRecord): void {
  const test = testOf(state, record);
  // Each xdist worker collects, and reports, all there is.
  if (record.phase === "collect" && test.phases.has("collect")) return;
  if (record.phase === "setup" && test.phases.size > 0) endAttempt(state, record.node, test);
  test.phases.add(record.phase);
  if (record.outcome === "crashed") test.isRunning = false;
  test.outcome = worseOutcome(test.outcome, outcomeOf(record));
  if (record.outcome === "failed" || record.outcome === "crashed") addFailure(state, test, reportFailure(record));
}

/** Another attempt cannot make good what this one did: a test that fails and then passes has not passed. */
function endAttempt(state: State, node: string, test: Test): void {
  // Records get lost, when a test replaces what they are written with or when pytest stops within a call.
  if (test.outcome === null || (test.outcome === "passed" && !test.phases.has("call"))) {
    fail(state, { node, test, message: "pytest reported no result of this test's call" });
  }
  test.isFailureKnown = test.failures.length > 0;
  test.phases.clear();
}

function endTest(state: State, { node, test, ending }: { node: string; test: Test; ending: string }): void {
  if (test.isRunning) fail(state, { node, test, message: `${ending} while this test was running` });
  else endAttempt(state, node, test);
}

function fail(state: State, { node, test, message }: { node: string; test: Test; message: string }): void {
  test.outcome = "error";
  const { file, name } = test;
  if (test.failures.length === 0) addFailure(state, test, unfinishedFailure({ node, file, name, message }));
}

function outcomeOf({ phase, outcome, xfail }: ReportRecord): TestOutcome {
  if (outcome === "crashed") return "error";
  if (outcome === "failed") return phase === "call" ? "failed" : "error";
  if (outcome === "skipped") return xfail ? "xfailed" : "skipped";
  return xfail && phase === "call" ? "xpassed" : "passed";
}

function addFailure(state: State, test: Test, failure: Failure): void {
  if (test.isFailureKnown || state.failureCount >= MAX_FAILURES) return;
  state.failureCount += 1;
  test.failures.push(failure);
}

function testOf(state: State, about: { node: string; file: string; name: string | null }): Test {
  const { node, file, name } = about;
  const known = state.tests.get(node);
  if (known) return known;
  const made: Test = {
    file,
    name,
    outcome: null,
    failures: [],
    phases: new Set(),
    isRunning: false,
    isFailureKnown: false,
  };
  state.tests.set(node, made);
  return made;
}

function isInside(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.split("/").includes("..");
}
