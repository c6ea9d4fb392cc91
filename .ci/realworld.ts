import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type RealResult, runRealCase } from "./realworld-case.ts";
import { readCases, type RealCase } from "./realworld-cases.ts";
import { root } from "./tools.ts";

/**
 * Heals old releases from PyPI that today's Python or libraries broke, and judges by their own tests what came of it.
 * Fails when one ended wrongly, or did not heal that must.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    "at-once": { type: "string", default: "2" },
    minutes: { type: "string", default: "20" },
    /** Runs `src/main.ts` instead of the bundle. */
    source: { type: "boolean", default: false },
  },
});

const deadline = Date.now() + positive("minutes", values.minutes) * 60_000;

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} must be a number above 0, not ${text}`);
  return number;
}

async function runAll(cases: readonly RealCase[], atOnce: number): Promise<RealResult[]> {
  const waiting = [...cases];
  const results: RealResult[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runRealCase(next, { fromSource: values.source, deadline });
      console.log(lineOf(result));
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

function lineOf({ name, version, python, signature, verdict, seconds, reason }: RealResult): string {
  return [`${name} ${version}`, `Python ${python}`, signature, verdict, `${seconds} s`, reason].join(" | ");
}

const results = await runAll(readCases(values.only), positive("at-once", values["at-once"]));
const of = (verdict: RealResult["verdict"]): RealResult[] => results.filter((result) => result.verdict === verdict);
const judged = results.filter(({ verdict }) => verdict !== "not run");
const missed = judged.filter(({ expected, verdict }) => expected === "healed" && verdict !== "healed");
const apart = judged.filter(({ aim, verdict }) => aim !== verdict);
for (const { name, verdict } of missed) console.log(`${name} must be healed, and is ${verdict}`);
for (const { name, verdict, expected } of judged) {
  if (verdict === "healed" && expected === "refused") console.log(`${name} is healed now: cases.json may expect it`);
}
const counts = (["healed", "partly", "refused", "wrong", "not run"] as const)
  .map((verdict) => ({ verdict, number: of(verdict).length }))
  .filter(({ verdict, number }) => number > 0 || /healed|refused|wrong/.test(verdict));
console.log(counts.map(({ verdict, number }) => `${number} ${verdict}`).join(", "));
console.log(
  `${judged.length - apart.length} of ${judged.length} end as they should one day` +
    (apart.length > 0 ? `; not yet: ${apart.map(({ name, aim }) => `${name} (${aim})`).join(", ")}` : ""),
);
const failed = new Set([...of("wrong"), ...missed]).size;
const report = { numPassedTests: judged.length - failed, numFailedTests: failed, results };
mkdirSync(path.join(root, ".cache/reports"), { recursive: true });
writeFileSync(path.join(root, ".cache/reports/realworld.json"), JSON.stringify(report, null, 2));
process.exitCode = failed > 0 ? 1 : 0;
