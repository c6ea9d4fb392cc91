import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { caseFamilies, recordTraces } from "./recipe-cases.ts";
import { entryOf, type RecipeRun, type RecipeRunResult, runRecipeCase } from "./recipe-run.ts";
import { table } from "./markdown-table.ts";
import { root } from "./tools.ts";

/**
 * Heals every real case with each of its requirement sets on each of its Pythons, two at a time, and prints the table of
 * recipe, versions and result. With `--record` the traces are kept for the guides.
 */
const { values } = parseArgs({
  options: {
    /** Families, recipes or ids that begin so. */
    only: { type: "string", default: "" },
    source: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});
const AT_ONCE = 2;

const families = await caseFamilies();
const runs: RecipeRun[] = families.flatMap(({ family, cases }) =>
  cases
    .filter(({ id, recipe }) => [family, id, recipe].some((name) => name.startsWith(values.only)))
    .flatMap((test) =>
      test.requirements.flatMap((requirements) => test.python.map((python) => ({ test, requirements, python }))),
    ),
);
if (runs.length === 0) throw new Error(`no case, recipe or family begins with ${values.only}`);

const waiting = [...runs];
const results: RecipeRunResult[] = [];
async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const result = await runRecipeCase(next, entryOf(values.source));
    const mark = result.skipped !== null ? "-     " : result.faults.length === 0 ? "ok    " : "FAILED";
    const versions = [`Python ${result.python}`, ...result.requirements].join(", ");
    console.log(`${mark} ${result.test.recipe}: ${result.test.id} (${versions}) ${result.status} ${result.seconds} s`);
    for (const fault of result.faults) console.log(`       ${fault}`);
    results.push(result);
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));

function outcome({ skipped, faults, test, status }: RecipeRunResult): string {
  if (skipped !== null) return `not run: ${skipped}`;
  if (faults.length > 0) return "FAILED";
  return test.after === null ? `left alone (${status})` : "healed";
}

const sorted = results.toSorted(
  (a, b) => runs.findIndex((run) => run.test === a.test) - runs.findIndex((run) => run.test === b.test),
);
const rows = sorted.map((result) => [
  result.test.recipe,
  result.test.id,
  [`Python ${result.python}`, ...result.requirements].join(", "),
  outcome(result),
]);
console.log(`\n${table(["Recipe", "Case", "Versions", "Result"], rows)}`);

const failed = results.filter(({ faults }) => faults.length > 0).length;
const skipped = results.filter((result) => result.skipped !== null).length;
console.log(`${results.length - failed - skipped} passed, ${failed} failed, ${skipped} not run`);
mkdirSync(path.join(root, ".cache/reports"), { recursive: true });
writeFileSync(
  path.join(root, ".cache/reports/recipes.json"),
  JSON.stringify({ numPassedTests: results.length - failed - skipped, numFailedTests: failed, results }, null, 2),
);
process.exitCode = failed > 0 ? 1 : 0;

/** The first run of each case that went well is what its guide shows. */
if (values.record) {
  const good = sorted.toReversed().filter(({ faults, trace }) => faults.length === 0 && trace.length > 0);
  recordTraces(Object.fromEntries(good.map(({ test, trace }) => [test.id, trace])));
}
