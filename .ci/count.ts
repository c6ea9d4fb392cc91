import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "./tools.ts";

/** Sums the runners' own reports; a suite that left none, or ran no test, is a failure of its own. */
const testSchema = z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) });
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z
    .array(z.object({ name: z.string(), message: z.string().default(""), assertionResults: z.array(testSchema) }))
    .default([]),
});
type Report = z.infer<typeof reportSchema>;

const longestMessage = 1500;

/** What failed, told again at the end: whoever reads a cut log sees its last lines only. */
function failuresOf(report: Report): string[] {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && message !== "") return [`${file}: ${message.slice(0, longestMessage)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join("\n").slice(0, longestMessage)}`,
    );
  });
}

function countOf(suite: string): { passed: number; failed: number } {
  const file = path.join(root, `.cache/reports/${suite}.json`);
  const report = existsSync(file) ? reportSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report?.data ?? {};
  for (const failure of report?.data === undefined ? [] : failuresOf(report.data)) {
    console.log(`${suite} failed: ${failure}\n`);
  }
  if (passed + failed > 0) return { passed, failed };
  console.log(`${suite}: no test was run`);
  return { passed: 0, failed: 1 };
}

const counts = process.argv.slice(2).map((suite) => ({ suite, ...countOf(suite) }));
for (const { suite, passed, failed } of counts) console.log(`${suite}: ${passed} passed, ${failed} failed`);
const sum = (key: "passed" | "failed"): number => counts.reduce((total, count) => total + count[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
