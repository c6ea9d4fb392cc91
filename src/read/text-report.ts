import { readLastFailed } from "./last-failed.ts";
import type { ReadResult } from "./read-result.ts";
import { readTerminal } from "./terminal.ts";

/** Reads a report that isn't XML, told apart by what it holds: pytest's cache of last failures, else pytest's output. */
export function readText(text: string, report: string): ReadResult {
  return readLastFailed(text, report) ?? readTerminal(text, report);
}
