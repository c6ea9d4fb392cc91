import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Failure, FailureReport } from "../../../src/domain/failure.ts";
import { readReports } from "../../../src/read/read-reports.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/reports");
/** What the recorded project holds. */
export const TRACKED = ["shelf.py", "tests/conftest.py", "tests/test_shelf.py", "tests/test_uncollected.py"];

export function recording(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name));
}

export async function readRecording(name: string, tracked: readonly string[] = TRACKED): Promise<FailureReport> {
  return readReports([{ name, chunks: [recording(name)] }], tracked);
}

export async function readText(text: string, tracked: readonly string[] = TRACKED): Promise<FailureReport> {
  return readReports([{ name: "report", chunks: [Buffer.from(text)] }], tracked);
}

/** One line for people: id, phase and kind, exception, chain. */
export function summaryOf({ nodeId, phase, kind, exception, chain }: Failure): string {
  const links = chain.map((link) => ` <- ${link.relation} ${link.type ?? "?"}: ${link.message ?? "?"}`);
  const said = `${exception.type ?? "?"}: ${JSON.stringify(exception.message)}`;
  return `${nodeId ?? "?"} ${phase} ${kind} ${said}${links.join("")}`;
}

export function framesOf({ frames }: Failure): string[] {
  return frames.map(({ path, line, function: name }) => `${path}:${line} ${name ?? "-"}`);
}
