import type { ReportCounts } from "../../domain/failure.ts";
import { addressOf } from "./case.ts";
import type { CaseElement } from "./case.ts";
import { failuresOfCase } from "./problem.ts";
import { copyOf } from "../kept-text.ts";
import type { Keeper } from "../kept-text.ts";
import { MAX_FAILURES } from "../read-result.ts";
import { addToHash, hashNumber, recentNames } from "./recent-names.ts";
import type { NameHash, RecentNames } from "./recent-names.ts";
import type { ReadFailure, TestAddress } from "../read-result.ts";
import type { SeenName } from "../suite-facts.ts";

/** How many tests of a suite that did not pass are remembered for a later try. */
const MAX_OPEN = 20_000;
/** Class names of passing tests that are kept: more than that tell no more. */
const MAX_SEEN = 20_000;

/** Counts the test cases of one file and keeps its failures. */
export interface Tally {
  add(testCase: CaseElement): void;
  /** What has the same name from here on is another test. */
  startSuite(): void;
  counts(): ReportCounts;
  failures(): readonly ReadFailure[];
  /** What the tests that passed are called, each class name of a suite once. */
  seen(): readonly SeenName[];
  /** Failures that are only counted. */
  uncounted(): number;
  /** Failures that are kept without frames. */
  briefCount(): number;
  /** Failures whose captured output was left out. */
  withoutOutput(): number;
  /** Tests that failed and then passed when they were run again. */
  recovered(): number;
}

/** What the results of one test have added so far. */
interface Seen {
  readonly failures: readonly { readonly kind: "failure" | "error"; readonly slot: number | null }[];
  readonly isSkipped: boolean;
}

const NOTHING: Seen = { failures: [], isSkipped: false };

interface State {
  readonly report: string;
  readonly keeper: Keeper;
  /** Null: a later try took its place. */
  readonly slots: (ReadFailure | null)[];
  readonly counts: { tests: number; failures: number; errors: number; skipped: number };
  readonly recent: RecentNames;
  /** Of the suite that is read: tests that did not pass, by number. */
  readonly open: Map<number, Seen>;
  /** Suites that held a test, less one. */
  suite: number;
  isNewSuite: boolean;
  readonly seen: SeenName[];
  /** The last suite that a test of a class passed in, by the hash of the class name as written. */
  readonly notedIn: Map<number, number>;
  readonly hash: NameHash;
  unkept: number;
  brief: number;
  withoutOutput: number;
  recovered: number;
}

/**
 * pytest writes a test again for each rerun and for an error in its teardown. The last try counts, and an error in
 * teardown counts beside it: a test that passes in the end is no failure, and no test counts twice.
 */
export function tally(report: string, keeper: Keeper): Tally {
  const state: State = {
    report,
    keeper,
    slots: [],
    counts: { tests: 0, failures: 0, errors: 0, skipped: 0 },
    recent: recentNames(),
    open: new Map(),
    suite: -1,
    isNewSuite: true,
    seen: [],
    notedIn: new Map(),
    hash: { high: 0, low: 0 },
    unkept: 0,
    brief: 0,
    withoutOutput: 0,
    recovered: 0,
  };
  return {
    add: (testCase) => add(state, testCase),
    startSuite: () => {
      state.recent.clear();
      state.open.clear();
      state.isNewSuite = true;
    },
    counts: () => ({ ...state.counts }),
    seen: () => state.seen,
    failures: () => state.slots.filter((slot) => slot !== null),
    uncounted: () => state.unkept,
    briefCount: () => state.brief,
    withoutOutput: () => state.withoutOutput,
    recovered: () => state.recovered,
  };
}

function add(state: State, testCase: CaseElement): void {
  const { raw, problems, isSkipped } = testCase;
  state.suite += state.isNewSuite ? 1 : 0;
  state.isNewSuite = false;
  const isPassed = problems.length === 0 && !isSkipped;
  const name = hashOf(state, testCase, isPassed);
  if (raw.name === "") {
    state.counts.tests += 1;
    addResult(state, testCase);
    return;
  }
  const isKnown = state.recent.meet(name);
  state.counts.tests += isKnown ? 0 : 1;
  const earlier = isKnown ? state.open.get(hashNumber(name)) : undefined;
  if (!isPassed || earlier !== undefined) {
    remember(state, hashNumber(name), addResult(state, testCase, earlier));
  }
}

function remember({ open }: State, number: number, seen: Seen): void {
  if (open.size < MAX_OPEN || open.has(number)) {
    open.set(number, seen);
  }
}

/** The hash of its name, and its class name noted if it passed. */
function hashOf(state: State, testCase: CaseElement, isPassed: boolean): NameHash {
  const { classname, name, file } = testCase.raw;
  const { hash } = state;
  hash.high = 1;
  hash.low = 1;
  addToHash(hash, classname);
  if (isPassed) {
    noteClass(state, testCase, hashNumber(hash));
  }
  addToHash(hash, name);
  if (file !== null) {
    addToHash(hash, file);
  }
  return hash;
}

function noteClass({ notedIn, seen, suite }: State, testCase: CaseElement, number: number): void {
  if (seen.length >= MAX_SEEN || notedIn.get(number) === suite) {
    return;
  }
  notedIn.set(number, suite);
  const own = { classname: copyOf(addressOf(testCase).classname), name: "", isCollection: false };
  seen.push(suite > 0 ? { ...own, suite } : own);
}

function addResult(state: State, testCase: CaseElement, earlier: Seen = NOTHING): Seen {
  const { problems, isSkipped } = testCase;
  const failures = problems.length === 0 ? [] : read(state, testCase);
  const staysBeside =
    isSkipped || (failures.length > 0 && failures.every(({ failure }) => failure.phase === "teardown"));
  const before = staysBeside ? earlier : undo(state, earlier, problems.length === 0);
  state.counts.skipped += isSkipped && !before.isSkipped ? 1 : 0;
  const added = failures.map((failure) => ({ kind: failure.failure.kind, slot: keep(state, failure) }));
  return { failures: [...before.failures, ...added], isSkipped: before.isSkipped || isSkipped };
}

function read(state: State, testCase: CaseElement): readonly ReadFailure[] {
  const { report, keeper } = state;
  const hasOutput = testCase.systemOut !== null || testCase.systemErr !== null;
  state.withoutOutput += hasOutput && !keeper.hasOutputRoom() ? 1 : 0;
  return failuresOfCase(testCase, { report, isBrief: !keeper.hasRoom(), hasOutput: keeper.hasOutputRoom() });
}

function undo(state: State, { failures, isSkipped }: Seen, isPassed: boolean): Seen {
  for (const { kind, slot } of failures) {
    state.counts[kind === "failure" ? "failures" : "errors"] -= 1;
    if (slot === null) {
      state.unkept -= 1;
    } else {
      state.slots[slot] = null;
    }
  }
  state.counts.skipped -= isSkipped ? 1 : 0;
  state.recovered += isPassed && failures.length > 0 ? 1 : 0;
  return NOTHING;
}

/** Its place among the failures kept; null when there are too many. */
function keep(state: State, { failure, address }: ReadFailure): number | null {
  state.counts[failure.kind === "failure" ? "failures" : "errors"] += 1;
  if (state.slots.length >= MAX_FAILURES) {
    state.unkept += 1;
    return null;
  }
  state.brief += state.keeper.hasRoom() ? 0 : 1;
  const kept = state.keeper.keep(failure);
  return state.slots.push({ failure: kept, address: address && ownAddress(state, address) }) - 1;
}

function ownAddress({ suite }: State, { classname, name, file }: TestAddress): TestAddress {
  const own = { classname: copyOf(classname), name: copyOf(name), file: file && copyOf(file) };
  return suite > 0 ? { ...own, suite } : own;
}
