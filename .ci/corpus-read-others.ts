import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FailureReport } from "../src/domain/failure.ts";
import { readReports } from "../src/read/read-reports.ts";
import type { Finding } from "./corpus-read-compare.ts";
import type { ReadingResult } from "./corpus-read-run.ts";

/**
 * Reports of which nobody recorded the truth: other writers' JUnit files, shards beside the file they were merged
 * into, and a server's log. What can be said of them without reading them twice is counted and compared.
 */
export async function readOthers(corpus: string, prefix: string): Promise<ReadingResult[]> {
  const folders = globSync("*/reports/other-*", { cwd: corpus }).filter((folder) => folder.startsWith(prefix));
  const results: ReadingResult[] = [];
  for (const folder of folders.sort()) {
    const full = path.join(corpus, folder);
    const [project = "", , name = ""] = folder.split(path.sep);
    const checks = existsSync(path.join(full, "junit.xml")) ? [checkElements, checkShards] : [checkLog];
    for (const check of checks) {
      const findings = await check(full);
      if (findings === null) continue;
      const source = check === checkLog ? "text" : "junit";
      const style = check === checkLog ? "server log" : "other writers";
      results.push({ id: `${project}/${name}`, source, isForeign: false, style, version: "", ...findings });
    }
  }
  return results;
}

type Check = (folder: string) => Promise<Pick<ReadingResult, "failures" | "findings"> | null>;

/** As many failures as elements, each with the type of its exception, which all these writers give. */
const checkElements: Check = async (folder) => {
  const xml = readFileSync(path.join(folder, "junit.xml"), "utf8");
  const { failures } = await read(folder, ["junit.xml"]);
  const elements = [...xml.matchAll(/<(?:failure|error)[ >]/g)].length;
  const counted = judge("counts", elements, failures.length);
  const types = failures.map(({ exception }) => judge("type", true, exception.type !== null));
  return { failures: elements, findings: [counted, ...types] };
};

/** The shards read together say what the merged file says. */
const checkShards: Check = async (folder) => {
  const shards = globSync("[a-z].xml", { cwd: folder }).sort();
  if (shards.length === 0) return null;
  const merged = await read(folder, ["junit.xml"]);
  const together = await read(folder, shards);
  const facts = ({ failures }: FailureReport): unknown[] =>
    failures.map(({ testName, phase, exception, chain, frames }) => ({ testName, phase, exception, chain, frames }));
  const told = judge("message", facts(merged), facts(together));
  return { failures: merged.failures.length, findings: [told, judge("counts", merged.counts, together.counts)] };
};

/** One traceback in a log: its last line names the exception. */
const checkLog: Check = async (folder) => {
  const { failures } = await read(folder, ["stdout.txt", "stderr.txt"]);
  const lines = readFileSync(path.join(folder, "stderr.txt"), "utf8").split("\n");
  const last = lines.findLast((line) => /^[a-z_.]+\.[A-Z]\w+: /.test(line)) ?? "";
  const ours = failures.map(({ exception }) => `${exception.type}: ${exception.message}`);
  return { failures: 1, findings: [judge("message", [last], ours)] };
};

function judge(field: Finding["field"], truth: unknown, ours: unknown): Finding {
  const agrees = JSON.stringify(truth) === JSON.stringify(ours);
  return { nodeId: null, field, agrees, isCarried: true, truth, ours };
}

function read(folder: string, names: readonly string[]): Promise<FailureReport> {
  const files = names.map((name) => ({ name, chunks: [readFileSync(path.join(folder, name))] }));
  return readReports(files, []);
}
