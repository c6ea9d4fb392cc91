import type { LoadCheck } from "../domain/case.ts";
import type { ExceptionInfo, Failure } from "../domain/failure.ts";
import type { Rejection } from "../domain/patch.ts";
import type { TestRun } from "../domain/test-run.ts";
import { judgeTargets } from "./compare.ts";
import { belongsTo } from "./targets.ts";

export type LoadVerdict = { readonly kind: "held"; readonly check: LoadCheck } | Rejection;

/** What any test raises for any reason: two runs that share a database differ like that too. */
const TELLS_NOTHING = new Set(["AssertionError", "Failed", "Exception"]);

/**
 * Runs of the targets that went on at the same time, with the patch. A failure of a type that was mended is the old one
 * under load; one of any other type may come from what the tests share (a port, a file, a database) and is only told, and
 * so is a type that says nothing of the cause.
 */
export function judgeUnderLoad(
  targets: readonly string[],
  mended: readonly Failure[],
  runs: readonly TestRun[],
): LoadVerdict {
  const types = new Set(mended.flatMap(typesOf));
  const failed = runs.filter((run) => judgeTargets(targets, run) !== undefined);
  const failures = failed.flatMap((run) =>
    run.failures.filter((failure) => targets.some((target) => belongsTo(failure, target))),
  );
  const again = failures.find((failure) => typesOf(failure).some((type) => types.has(type)));
  if (again) {
    const reason = `fails under load: ${describe(again.exception)} with ${runs.length} runs of the tests at the same time`;
    return { kind: "rejected", why: "flaky", tests: [again.nodeId ?? ""], reason };
  }
  const passed = runs.length - failed.length;
  const other = failures[0]?.exception;
  const note = passed === runs.length ? null : other ? describe(other) : "they did not come to their end";
  return { kind: "held", check: { runs: runs.length, passed, otherFailure: note } };
}

function typesOf({ exception, chain }: Failure): string[] {
  const types = [exception, ...chain].flatMap(({ type }) => (type === null ? [] : [type.split(".").at(-1) ?? type]));
  return types.filter((type) => !TELLS_NOTHING.has(type));
}

function describe({ type, message }: ExceptionInfo): string {
  const first = (message ?? "").split("\n")[0]?.slice(0, 200) ?? "";
  return [type ?? "a failure", first].filter((part) => part !== "").join(": ");
}
