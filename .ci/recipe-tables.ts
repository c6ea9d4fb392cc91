import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { RECIPES } from "../src/draft/recipes/index.ts";
import { table } from "./markdown-table.ts";
import { root } from "./tools.ts";

/**
 * Counts, from the report that `npm test` leaves, how many rows each recipe left alone and how many it rewrote. A recipe
 * whose table of what stays is shorter than its table of what changes is a failure, and so is one without a row.
 */
const REPORTS = path.join(root, ".cache/reports");
const noted = z.object({ drafts: z.array(z.tuple([z.string(), z.number()])).default([]) });
const reportSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ meta: noted.default({ drafts: [] }) })) })),
});

const file = path.join(REPORTS, "test.json");
if (!existsSync(file)) throw new Error("no report of the tests: run npm test first");
const rows = reportSchema
  .parse(JSON.parse(readFileSync(file, "utf8")))
  .testResults.flatMap(({ assertionResults }) => assertionResults.flatMap(({ meta }) => meta.drafts));

const counts = RECIPES.map(({ id }) => {
  const own = rows.filter(([recipe]) => recipe === id);
  const left = own.filter(([, count]) => count === 0).length;
  return { id, left, rewritten: own.length - left };
});
const short = counts.filter(({ left, rewritten }) => left < rewritten || left === 0);
console.log(
  table(
    ["Recipe", "Left alone", "Rewritten", ""],
    counts.map((count) => [count.id, `${count.left}`, `${count.rewritten}`, short.includes(count) ? "TOO SHORT" : ""]),
  ),
);
console.log(`${counts.length - short.length} passed, ${short.length} failed`);
mkdirSync(REPORTS, { recursive: true });
writeFileSync(
  path.join(REPORTS, "tables.json"),
  JSON.stringify({ numPassedTests: counts.length - short.length, numFailedTests: short.length }),
);
process.exitCode = short.length > 0 ? 1 : 0;
