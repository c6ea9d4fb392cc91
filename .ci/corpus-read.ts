import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Finding } from "./corpus-read-compare.ts";
import { carriedTables } from "./corpus-read-carried-page.ts";
import { readOthers } from "./corpus-read-others.ts";
import { agreementTables } from "./corpus-read-page.ts";
import { readCorpus } from "./corpus-read-run.ts";
import type { ReadingResult } from "./corpus-read-run.ts";
import { replaceSection } from "./reference.ts";
import { root } from "./tools.ts";

/** What `corpus.json` counts: one report of one run, read with the project's files and without them. */
export interface ReportCheck {
  readonly id: string;
  readonly flavour: string;
  readonly faults: readonly string[];
}

const PAGE = path.join(root, "docs/reports.md");

/**
 * Reads every recorded report of the corpus, compares each fact with what pytest itself knew, prints the tables of
 * agreement, and says what disagrees. The tables of the whole corpus stand in `docs/reports.md` too.
 */
export async function checkReports(
  corpus: string,
  { only, mustWrite }: { readonly only: string; readonly mustWrite: boolean },
): Promise<ReportCheck[]> {
  const results = [...(await readCorpus(corpus, only)), ...(await readOthers(corpus, only))];
  const tables = agreementTables(results);
  console.log(`${tables}\n`);
  const checks = results.map(asCheck);
  for (const { id, flavour, faults } of checks) {
    if (faults.length > 0) console.log(["FAILED", id, `(${flavour})`, ...faults.slice(0, 5)].join("\n  "));
  }
  return only === "" ? [...checks, checkPage(tables, mustWrite)] : checks;
}

function asCheck({ id, source, isForeign, findings }: ReadingResult): ReportCheck {
  const flavour = `${source === "junit" ? "junit.xml" : "terminal output"}${isForeign ? ", foreign folder" : ""}`;
  return { id, flavour, faults: findings.filter(({ agrees }) => !agrees).map(asSentence) };
}

function asSentence({ field, nodeId, truth, ours }: Finding): string {
  return `${nodeId ?? "no test"}: ${field}: ${JSON.stringify(truth)} was read as ${JSON.stringify(ours)}`.slice(0, 600);
}

function checkPage(tables: string, mustWrite: boolean): ReportCheck {
  const own = { id: "docs/reports.md", flavour: "tables" };
  const page = readFileSync(PAGE, "utf8");
  const wanted = replaceSection(replaceSection(page, "carried", carriedTables()), "agreement", tables);
  if (mustWrite) writeFileSync(PAGE, wanted);
  const isStale = !mustWrite && page !== wanted;
  return { ...own, faults: isStale ? ["not what the corpus says. Run: node .ci/corpus-read.ts --write"] : [] };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string", default: "../shared/corpus" },
      only: { type: "string", default: "" },
      write: { type: "boolean", default: false },
    },
  });
  const corpus = path.resolve(root, values.corpus);
  if (!existsSync(corpus)) throw new Error(`there is no folder ${values.corpus}: name it with --corpus DIR`);
  const checks = await checkReports(corpus, { only: values.only, mustWrite: values.write });
  const failed = checks.filter(({ faults }) => faults.length > 0).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
