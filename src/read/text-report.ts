import type { Failure } from "../domain/failure.ts";
import { stripColours } from "../text/report-text.ts";
import { withoutLogPrefixes } from "./terminal/job-log.ts";
import { readLastFailed } from "./last-failed.ts";
import { readPasted } from "./pasted/pasted.ts";
import type { ReadResult } from "./read-result.ts";
import { readPlainTerminal } from "./terminal/terminal.ts";

/** What pytest draws around its results, whatever they are. */
const SESSION = /^=+ (?:test session starts|FAILURES|ERRORS|short test summary info|no tests ran in .*) =+$/m;

/**
 * Reads a report that isn't XML, told apart by what it holds: pytest's cache of last failures, pytest's output, or
 * tracebacks that no pytest run is around. Where pytest's results are, tracebacks beside them are not failures.
 */
export function readText(text: string, report: string): ReadResult {
  return readLastFailed(text, report) ?? readOutput(text, report);
}

function readOutput(text: string, report: string): ReadResult {
  const plain = withoutLogPrefixes(stripColours(text));
  const terminal = readPlainTerminal(plain, report);
  const { failures, counts } = terminal;
  const isResult = failures.length > 0 ? !failures.every(({ failure }) => isMereWord(failure)) : counts.tests > 0;
  if (isResult || SESSION.test(plain)) {
    return terminal;
  }
  return readPasted(text, report) ?? terminal;
}

/** A server's log has lines that look like pytest's words on wrong arguments (`ERROR: …`). */
function isMereWord({ nodeId, testName, exception, frames }: Failure): boolean {
  return nodeId === null && testName === null && exception.type === null && frames.length === 0;
}
