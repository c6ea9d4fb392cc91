import { resolve } from "node:path";
import type { ReadArguments } from "../cli.ts";
import type { Failure, FailureReport } from "../domain/failure.ts";
import { openCheckout } from "../io/checkout.ts";
import { failuresAsJson } from "../read/read-reports.ts";
import { namedReport } from "../reports.ts";
import { plainLines } from "../text/inert-line.ts";

/** Prints the failures of any reports, for people or as JSON. Exit code 0 whatever they hold: reading is all it does. */
export async function readCommand({ files, json, workingDirectory }: ReadArguments): Promise<number> {
  const isRunner = process.env["GITHUB_ACTIONS"] === "true";
  const { trackedFiles } = await openCheckout(resolve(workingDirectory));
  const named = { junitPath: files, logFile: null, traceback: null };
  const [known, alone] = [
    await namedReport(named, process.cwd(), trackedFiles),
    await namedReport(named, process.cwd(), []),
  ];
  if (!known || !alone) return 2;
  const report = {
    ...known,
    failures: known.failures.map((failure, index) => withNodeId(failure, alone.failures[index])),
  };
  process.stdout.write(json ? asJson(report) : forPeople(report, isRunner));
  for (const note of report.notes) process.stderr.write(`${plainLines(note, { isRunner }).join("\n")}\n`);
  return 0;
}

/** A report may come from another repository than the one we stand in: then its own paths say what they can. */
function withNodeId(failure: Failure, alone: Failure | undefined): Failure {
  return failure.nodeId === null && alone ? { ...failure, nodeId: alone.nodeId } : failure;
}

/** `##[` is a command anywhere in a runner's line, and in JSON it can only stand inside a string. */
function asJson(report: FailureReport): string {
  return `${JSON.stringify(failuresAsJson(report), null, 2).replaceAll("##[", String.raw`#\u0023[`)}\n`;
}

function forPeople({ failures, counts }: FailureReport, isRunner: boolean): string {
  const lines = failures.flatMap(({ nodeId, testName, phase, exception, frames }) => {
    const place = frames.at(-1);
    return [
      `${nodeId ?? testName ?? "unknown test"} (${phase})`,
      `  ${exception.type ?? "exception"}: ${(exception.message ?? "").split("\n")[0] ?? ""}`,
      ...(place ? [`  at ${place.path}:${place.line}`] : []),
    ];
  });
  const { tests, failures: failed, errors, skipped } = counts;
  const total = `${tests} tests, ${failed} failures, ${errors} errors, ${skipped} skipped`;
  return `${[...lines, total].map((line) => plainLines(line.replace(/[\r\n]+/g, " "), { isRunner }).join("")).join("\n")}\n`;
}
