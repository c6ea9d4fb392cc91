import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { FAMILIES } from "../src/draft/recipes/families.ts";
import { caseFamilies, recordTraces } from "./recipe-cases.ts";
import { entryOf, type RecipeRun, type RecipeRunResult, runRecipeCase } from "./recipe-run.ts";
import { table } from "./markdown-table.ts";
import { root } from "./tools.ts";

/**
 * Heals every real case with each of its requirement sets on each of its Pythons, two at a time, and prints the table of
 * recipe, versions and result, in the order in which recipes are asked. With `--record` the traces are kept for the guides.
 */
const { values } = parseArgs({
  options: {
    /** Families (of recipes or of cases), recipes or ids that begin so. */
    only: { type: "string", default: "" },
    /** Runs with a requirement or a Python that begins so: `sqlalchemy==2.0`, `3.12`. */
    with: { type: "string", default: "" },
    source: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});
const AT_ONCE = 2;

const order = FAMILIES.flatMap((family) => family.recipes.map(({ id }) => ({ id, family: family.id })));
const place = new Map(order.map(({ id }, index) => [id, index]));
const kind = new Map(order.map(({ id, family }) => [id, family]));

const families = await caseFamilies();
const runs: RecipeRun[] = families
  .flatMap(({ family, cases }) =>
    cases.filter(({ id, recipe }) =>
      [family, id, recipe, kind.get(recipe) ?? ""].some((name) => name.startsWith(values.only)),
    ),
  )
  .toSorted((a, b) => (place.get(a.recipe) ?? -1) - (place.get(b.recipe) ?? -1))
  .flatMap((test) =>
    test.requirements.flatMap((requirements) => test.python.map((python) => ({ test, requirements, python }))),
  )
  .filter(({ requirements, python }) => [python, ...requirements].some((name) => name.startsWith(values.with)));
if (runs.length === 0) throw new Error(`no run begins with ${values.only} and ${values.with}`);

const waiting = runs.map((run, index) => ({ run, index }));
const results: (RecipeRunResult & { readonly index: number })[] = [];
async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const result = { ...(await runRecipeCase(next.run, entryOf(values.source))), index: next.index };
    const mark = result.skipped !== null ? "-     " : result.faults.length === 0 ? "ok    " : "FAILED";
    const versions = [`Python ${result.python}`, ...result.requirements].join(", ");
    console.log(`${mark} ${result.test.recipe}: ${result.test.id} (${versions}) ${result.status} ${result.seconds} s`);
    for (const fault of result.faults) console.log(`       ${fault}`);
    results.push(result);
    if (values.record) recordTraces(goodTraces());
  }
}

/** Results in the order of their runs, which end in another one. */
function inOrder(): readonly RecipeRunResult[] {
  return results.toSorted((a, b) => a.index - b.index);
}

/** Of each case the first run that went well: what its guide shows. Kept after each run, since all take long. */
function goodTraces(): Record<string, readonly string[]> {
  const good = inOrder().filter(({ faults, trace }) => faults.length === 0 && trace.length > 0);
  return Object.fromEntries(good.toReversed().map(({ test, trace }) => [test.id, trace]));
}

await Promise.all(Array.from({ length: AT_ONCE }, work));

function outcome({ skipped, faults, test, status }: RecipeRunResult): string {
  if (skipped !== null) return `not run: ${skipped}`;
  if (faults.length > 0) return "FAILED";
  return test.after === null ? `left alone (${status})` : "healed";
}

/** Recipes that have no case; only a run of all can tell. */
const without =
  values.only + values.with === "" ? order.filter(({ id }) => !runs.some(({ test }) => test.recipe === id)) : [];
const rows = inOrder().map((result) => [
  result.test.recipe,
  result.test.id,
  [`Python ${result.python}`, ...result.requirements].join(", "),
  outcome(result),
]);
const lacking = without.map(({ id }) => [id, "none", "", "FAILED: no case"]);
console.log(`\n${table(["Recipe", "Case", "Versions", "Result"], [...rows, ...lacking])}`);

const skipped = results.filter((result) => result.skipped !== null).length;
const broken = results.filter(({ faults }) => faults.length > 0).length;
const passed = results.length - broken - skipped;
const failed = broken + without.length;
console.log(`${passed} passed, ${failed} failed, ${skipped} not run`);
mkdirSync(path.join(root, ".cache/reports"), { recursive: true });
writeFileSync(
  path.join(root, ".cache/reports/recipes.json"),
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, results }, null, 2),
);
process.exitCode = failed > 0 ? 1 : 0;
