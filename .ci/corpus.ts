import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type CorpusCase, type CorpusResult, runCase } from "./corpus-case.ts";
import { corpusCases } from "./corpus-cases.ts";
import { llmCases } from "./llm-cases.ts";
import { checkReports } from "./corpus-read.ts";
import { root } from "./tools.ts";

/**
 * Reads every recorded report whose project begins with the prefix, then heals those projects, two at a time, and
 * counts what went right. Each line of healing names the end, the verdicts on unchanged code and the reason.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "../shared/corpus" },
    only: { type: "string" },
    /** Heals each project without a report too: twice the time. */
    alone: { type: "boolean", default: false },
    "reports-only": { type: "boolean", default: false },
    /** `replay`: asks a model whose replies are recorded. `record`: leaves the prompts that have no reply in .cache/llm-desk. */
    llm: { type: "string" },
  },
});
const corpus = path.resolve(root, values.corpus);
const atOnce = 2;

function findCases(): CorpusCase[] {
  const cases = corpusCases(corpus, values.only ?? "", values.alone);
  return values.llm === undefined ? cases : llmCases(cases, values.llm === "record");
}

async function runAll(cases: readonly CorpusCase[]): Promise<CorpusResult[]> {
  const waiting = [...cases];
  const results: CorpusResult[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runCase(next);
      const mark = result.faults.length === 0 ? "ok    " : "FAILED";
      console.log(
        [mark, result.id, `(${result.flavour})`, result.status, `${result.seconds} s`, result.evidence].join(" "),
      );
      for (const fault of result.faults) console.log(`       ${fault}`);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

const cases = findCases();
const isOfReports = values.llm === undefined;
const reports = isOfReports ? await checkReports(corpus, { only: values.only ?? "", mustWrite: false }) : [];
const results = [...reports, ...(values["reports-only"] ? [] : await runAll(cases))];
const failed = results.filter((result) => result.faults.length > 0).length;
const report = { numPassedTests: results.length - failed, numFailedTests: failed, results };
mkdirSync(path.join(root, ".cache/reports"), { recursive: true });
writeFileSync(path.join(root, ".cache/reports/corpus.json"), JSON.stringify(report, null, 2));
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
