import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "./tools.ts";

/** Sums the runners' own reports; a suite that left none, or ran no test, is a failure of its own. */
const reportSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

function countOf(suite: string): { passed: number; failed: number } {
  const file = path.join(root, `.cache/reports/${suite}.json`);
  const report = existsSync(file) ? reportSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report?.data ?? {};
  if (passed + failed > 0) return { passed, failed };
  console.log(`${suite}: no test was run`);
  return { passed: 0, failed: 1 };
}

const counts = process.argv.slice(2).map((suite) => ({ suite, ...countOf(suite) }));
for (const { suite, passed, failed } of counts) console.log(`${suite}: ${passed} passed, ${failed} failed`);
const sum = (key: "passed" | "failed"): number => counts.reduce((total, count) => total + count[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
