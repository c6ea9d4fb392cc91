import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { casesOf, type CorpusCase, type CorpusResult, runCase } from "./corpus-case.ts";
import { root } from "./tools.ts";

/** Heals every recorded project whose folder begins with the prefix, two at a time, and counts what went right. */
const { values } = parseArgs({
  options: { corpus: { type: "string", default: "../shared/corpus" }, only: { type: "string", default: "a" } },
});
const corpus = path.resolve(root, values.corpus);
const atOnce = 2;

function findCases(): CorpusCase[] {
  if (!existsSync(corpus)) throw new Error(`there is no folder ${values.corpus}: name it with --corpus DIR`);
  const ids = readdirSync(corpus).filter(
    (name) => name.startsWith(values.only) && existsSync(path.join(corpus, name, "meta.json")),
  );
  if (ids.length === 0) throw new Error(`no project in ${values.corpus} begins with ${values.only}`);
  return ids.sort().flatMap((id) => casesOf(corpus, id));
}

async function runAll(cases: readonly CorpusCase[]): Promise<CorpusResult[]> {
  const waiting = [...cases];
  const results: CorpusResult[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runCase(next);
      const mark = result.faults.length === 0 ? "ok    " : "FAILED";
      console.log(
        [mark, result.id, `(${result.flavour})`, result.status, `${result.seconds} s`, ...result.faults].join(" "),
      );
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

const results = await runAll(findCases());
const failed = results.filter((result) => result.faults.length > 0).length;
const report = { numPassedTests: results.length - failed, numFailedTests: failed, results };
mkdirSync(path.join(root, ".cache/reports"), { recursive: true });
writeFileSync(path.join(root, ".cache/reports/corpus.json"), JSON.stringify(report, null, 2));
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
