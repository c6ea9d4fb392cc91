import type { BaselineVerdict, GroupBaseline } from "../domain/case.ts";
import type { Failure, FailureGroup } from "../domain/failure.ts";
import { fingerprint } from "../text/stable-hash.ts";
import { environmentFault } from "./environment.ts";
import { groupFailures } from "./group.ts";
import { isTracked, type Scene } from "./scene.ts";
import { testFault } from "./test-fault.ts";

export interface Counted {
  readonly passed: number;
  readonly failed: number;
}

/** A test that does not fail each time, or only in the whole suite. */
export interface UnsteadyTest {
  readonly kind: "flaky" | "not-reproduced" | "in-suite" | "not-alone";
  readonly tally: Counted;
  /** At least one: as our runs showed it, else as it was reported. */
  readonly failures: readonly Failure[];
}

/** What the runs of unchanged code showed. */
export interface Runs {
  /** Of what fails each time. */
  readonly failures: readonly Failure[];
  readonly tallyOf: (failure: Failure) => Counted | undefined;
  /** Files to run so that it fails; null when it fails alone. */
  readonly selectionOf: (failure: Failure) => readonly string[] | null;
  readonly unsteady: readonly UnsteadyTest[];
}

interface Judgement {
  readonly verdict: BaselineVerdict;
  readonly reason: string;
}

/** Our own runs of unchanged code, group by group: is it the code, the test, chance, or what it all runs in? */
export function baselineGroups(runs: Runs, scene: Scene): GroupBaseline[] {
  const isProjectFile = (path: string): boolean => isTracked(path, scene);
  const steady = groupFailures(runs.failures, isProjectFile).map((group) => steadyGroup(group, runs, scene));
  const unsteady = (["flaky", "not-reproduced", "in-suite", "not-alone"] as const).flatMap((kind) => {
    const tests = runs.unsteady.filter((test) => test.kind === kind);
    const groups = groupFailures(
      tests.flatMap(({ failures }) => failures),
      isProjectFile,
    );
    return groups.map((group) => unsteadyGroup(group, tests, scene));
  });
  return [...steady, ...unsteady];
}

function steadyGroup(group: FailureGroup, runs: Runs, scene: Scene): GroupBaseline {
  const selections = group.failures.map((failure) => runs.selectionOf(failure));
  const files = [...new Set(selections.flatMap((selection) => selection ?? []))];
  const inFile: Judgement | undefined = selections.every((selection) => selection !== null)
    ? {
        verdict: "order-dependent",
        reason: `passes alone, and fails each time after the tests before it in ${files.join(", ")}`,
      }
    : undefined;
  const judgement = unanimous(group, "environment", (failure) => environmentFault(failure, scene)) ??
    unanimous(group, "test-at-fault", (failure) => testFault(failure, scene)) ??
    inFile ?? { verdict: "reproducible", reason: "fails on unchanged code in our own run" };
  const first = group.failures[0];
  const tally = first === undefined ? undefined : runs.tallyOf(first);
  const selection = files.length > 0 ? files : null;
  return { ...group, ...judgement, evidence: evidenceOf(judgement.verdict, first, tally), selection };
}

/** A group has one cause: what is said of one of its failures must be so for all. */
function unanimous(
  { failures }: FailureGroup,
  verdict: BaselineVerdict,
  reasonOf: (failure: Failure) => string | undefined,
): Judgement | undefined {
  const reasons = failures.map(reasonOf);
  const [reason] = reasons;
  return reason !== undefined && reasons.every((entry) => entry !== undefined) ? { verdict, reason } : undefined;
}

function evidenceOf(verdict: BaselineVerdict, failure: Failure | undefined, tally: Counted | undefined): string[] {
  const seen = failure && verdict !== "reproducible" ? [`seen: ${exceptionLine(failure)}`] : [];
  const total = tally === undefined ? 0 : tally.passed + tally.failed;
  return [
    ...seen,
    ...(tally === undefined || total === 0
      ? []
      : [`failed ${tally.failed} of ${countOfRuns(total)} on unchanged code`]),
  ];
}

function unsteadyGroup(group: FailureGroup, tests: readonly UnsteadyTest[], scene: Scene): GroupBaseline {
  const [first] = group.failures;
  const test = tests.find(({ failures }) => failures.some((failure) => failure === first));
  const { kind, tally }: Pick<UnsteadyTest, "kind" | "tally"> = test ?? {
    kind: "flaky",
    tally: { passed: 0, failed: 0 },
  };
  return {
    // The same exception at the same place may also come from a test that fails each time.
    key: fingerprint(`${kind}\n${group.key}`),
    failures: group.failures,
    verdict: kind === "in-suite" || kind === "not-alone" ? "order-dependent" : "flaky",
    reason: unsteadyReason(kind, tally, scene),
    evidence: first === undefined ? [] : whenItFailed(first, scene),
    selection: null,
  };
}

function whenItFailed(failure: Failure, scene: Scene): string[] {
  if (failure.exception.type === null) return [];
  const fault = environmentFault(failure, scene);
  return [
    `seen when it failed: ${exceptionLine(failure)}`,
    ...(fault === undefined ? [] : [`what that means: ${fault}`]),
  ];
}

function unsteadyReason(kind: UnsteadyTest["kind"], { passed, failed }: Counted, { droppedVariables }: Scene): string {
  const ratio = `passed ${passed} of ${countOfRuns(passed + failed)} on unchanged code`;
  if (kind === "flaky") return `${ratio}; what passes without any change cannot be shown to be mended`;
  if (kind === "in-suite") {
    return "passes alone and with its file, and fails each time in the whole suite: another file leaves something behind";
  }
  if (kind === "not-alone") {
    return "fails in the whole suite, and pytest runs nothing when it is asked for by its name: the name may change from run to run";
  }
  const names = droppedVariables.join(", ");
  const why = names === "" ? "" : `; our runs do not get ${names}, and the input \`env-allow\` passes them on`;
  return `reported as failing, not reproduced: ${ratio}${why}`;
}

function exceptionLine({ exception: { type, message } }: Failure): string {
  const line = (message ?? "").split("\n")[0] ?? "";
  return `${type ?? "failure"}${line === "" ? "" : `: ${line.slice(0, 300)}`}`;
}

/** "1 run", "3 runs" */
function countOfRuns(count: number): string {
  return `${count} run${count === 1 ? "" : "s"}`;
}
