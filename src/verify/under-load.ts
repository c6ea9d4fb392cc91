import type { LoadCheck } from "../domain/case.ts";
import type { ExceptionInfo, Failure } from "../domain/failure.ts";
import type { Rejection } from "../domain/patch.ts";
import type { TestRun } from "../domain/test-run.ts";
import { judgeTargets } from "./compare.ts";
import { belongsTo } from "./targets.ts";

export type LoadVerdict = { readonly kind: "held"; readonly check: LoadCheck } | Rejection;

/**
 * Runs of the targets that went on at the same time, with the patch. The exception that was mended, by type and words (less
 * the numbers in them), is the old failure under load; any other may come from what the tests share (a port, a file, a
 * database) and is only told. So may an assertion, whatever its words: rows of another run are enough to fail it.
 */
export function judgeUnderLoad(
  targets: readonly string[],
  mended: readonly Failure[],
  runs: readonly TestRun[],
): LoadVerdict {
  const known = new Set(mended.flatMap(exceptionsOf));
  const failed = runs.filter((run) => judgeTargets(targets, run) !== undefined);
  const failures = failed.flatMap((run) =>
    run.failures.filter((failure) => targets.some((target) => belongsTo(failure, target))),
  );
  const again = failures.find((failure) => exceptionsOf(failure).some((exception) => known.has(exception)));
  if (again) {
    const reason = `fails under load: ${describe(again.exception)} with ${runs.length} runs of the tests at the same time`;
    return { kind: "rejected", why: "flaky", tests: [again.nodeId ?? ""], reason };
  }
  const passed = runs.length - failed.length;
  const other = failures[0]?.exception;
  const note = passed === runs.length ? null : other ? describe(other) : "they did not come to their end";
  return { kind: "held", check: { runs: runs.length, passed, otherFailure: note } };
}

const ASSERTION = /(^|\.)AssertionError$/;

/** The exception and those before it, as type and words that do not differ from run to run. */
function exceptionsOf({ exception, chain }: Failure): string[] {
  return [exception, ...chain].flatMap(({ type, message }) =>
    type === null || ASSERTION.test(type)
      ? []
      : [`${type.split(".").at(-1) ?? type}: ${(message ?? "").slice(0, 2000).replace(/\d+/g, "0")}`],
  );
}

function describe({ type, message }: ExceptionInfo): string {
  const first = (message ?? "").split("\n")[0]?.slice(0, 200) ?? "";
  return [type ?? "a failure", first].filter((part) => part !== "").join(": ");
}
