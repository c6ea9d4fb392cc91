import { createReadStream } from "node:fs";
import { Parser } from "htmlparser2";
import type { ReportCounts } from "../domain/failure.ts";

/**
 * Counts what the JUnit file of our own run holds: elements, not the totals that it claims. Null when there is no file
 * or when it breaks off. Streamed: memory does not grow with the file.
 */
export async function junitCounts(path: string): Promise<ReportCounts | null> {
  const counts = { testcase: 0, failure: 0, error: 0, skipped: 0 };
  const state = { depth: 0, isComplete: false };
  const parser = new Parser(
    {
      onopentagname(name) {
        state.depth += 1;
        if (isCounted(name)) counts[name] += 1;
      },
      onclosetag(_name, isImplied) {
        state.depth -= 1;
        if (state.depth === 0 && !isImplied) state.isComplete = true;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  try {
    for await (const chunk of createReadStream(path, { encoding: "utf8" })) parser.write(String(chunk));
  } catch {
    return null;
  }
  const { isComplete } = state;
  parser.end();
  const { testcase, failure, error, skipped } = counts;
  return isComplete ? { tests: testcase, failures: failure, errors: error, skipped } : null;
}

function isCounted(name: string): name is "testcase" | "failure" | "error" | "skipped" {
  return name === "testcase" || name === "failure" || name === "error" || name === "skipped";
}
