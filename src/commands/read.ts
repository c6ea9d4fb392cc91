import { once } from "node:events";
import { resolve } from "node:path";
import type { ReadArguments } from "../cli.ts";
import type { ExceptionInfo, FailureReport, Frame } from "../domain/failure.ts";
import { openCheckout } from "../io/checkout.ts";
import { keepYoungMemorySmall } from "../io/young-memory.ts";
import { jsonPieces } from "../read/report-json.ts";
import { namedReport } from "../reports.ts";
import { ownerOf } from "../text/frame-owner.ts";
import { plainLines } from "../text/inert-line.ts";

/** Prints the failures of any reports, for people or as JSON. Exit code 0 whatever they hold: reading is all it does. */
export async function readCommand({ files, json, workingDirectory }: ReadArguments): Promise<number> {
  const isRunner = process.env["GITHUB_ACTIONS"] === "true";
  process.stdout.on("error", leave);
  keepYoungMemorySmall();
  const checkout = await openCheckout(resolve(workingDirectory));
  const named = { junitPath: files, logFile: null, traceback: null };
  const report = await namedReport(named, process.cwd(), checkout);
  if (!report) return 2;
  if (json) await writeJson(report);
  else process.stdout.write(forPeople(report, checkout.trackedFiles, isRunner));
  for (const note of report.notes) process.stderr.write(`${plainLines(note, { isRunner }).join("\n")}\n`);
  return 0;
}

/** Whoever reads our output may have enough of it, as `head` has. */
function leave(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}

/** Piece by piece, since a pipe may be slower than we are. */
async function writeJson(report: FailureReport): Promise<void> {
  for (const piece of jsonPieces(report)) {
    if (!process.stdout.write(inert(piece))) await once(process.stdout, "drain");
  }
  process.stdout.write("\n");
}

/** `##[` is a command anywhere in a runner's line, and in JSON it can only stand inside a string. */
function inert(json: string): string {
  return json.replaceAll("##[", String.raw`#\u0023[`);
}

function forPeople({ failures, counts }: FailureReport, tracked: readonly string[], isRunner: boolean): string {
  const files = new Set(tracked);
  const lines = failures.flatMap(({ nodeId, testName, phase, exception, chain, frames }) => [
    `${nodeId ?? testName ?? "test not told"} (${phase})`,
    `  ${said(exception)}`,
    ...placesOf(frames, files).map((place) => `    at ${place}`),
    ...chain.flatMap((link) => [
      `  ${link.relation === "cause" ? "caused by" : "while handling"} ${said(link)}`,
      ...placesOf(link.frames, files).map((place) => `    at ${place}`),
    ]),
  ]);
  const { tests, failures: failed, errors, skipped } = counts;
  const total = `${tests} tests, ${failed} failures, ${errors} errors, ${skipped} skipped`;
  return `${[...lines, total].map((line) => plainLines(line.replace(/[\r\n]+/g, " "), { isRunner }).join("")).join("\n")}\n`;
}

function said({ type, message }: ExceptionInfo): string {
  return `${type ?? "exception"}: ${(message ?? "").split("\n")[0] ?? ""}`;
}

/** The last line of the project's or the tests' own code, then the line that raised, where that is somebody else's. */
function placesOf(frames: readonly Frame[], tracked: ReadonlySet<string>): string[] {
  const owned = frames.map((frame) => ({ frame, ...ownerOf(frame.path, (path) => tracked.has(path)) }));
  const own = owned.findLast(({ owner }) => owner === "project" || owner === "test");
  const raised = owned.at(-1);
  const shown = raised === own ? [own] : [own, raised];
  return shown.flatMap((place) => {
    if (place === undefined) return [];
    const { frame, owner, shownPath } = place;
    const where = frame.function === null ? "" : ` in ${frame.function}`;
    return [`${shownPath}:${frame.line}${where}${place === own ? "" : ` (${owner.replace("-", " ")})`}`];
  });
}
