import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { root } from "./tools.ts";

/**
 * Compares our reading of JUnit files with the readers that report actions use, by ratios: the contestants take turns,
 * so that whatever else the machine does meets all of them. Exit code 1 when a bar is missed or a count is wrong.
 */
const { values } = parseArgs({
  options: {
    generator: { type: "string", default: "../shared/bench/gen_junit.py" },
    rounds: { type: "string", default: "5" },
    small: { type: "boolean", default: false },
  },
});

const Counts = z.object({ tests: z.number(), failures: z.number(), errors: z.number(), skipped: z.number() });
const Oracle = Counts.extend({ crc: z.number() });
const Run = z.object({ found: Counts.extend({ crc: z.number().nullable() }), cpuMs: z.number(), rssMb: z.number() });
type Measured = z.infer<typeof Run>;

/** `scan` does what the peers do; `readReports` reads tracebacks, finds node ids and merges besides. */
const OURS = ["scan", "readReports"] as const;
const LEAST_TIMES = 2.8;
const PEERS = ["htmlparser2", "xml2js", "xml-js"] as const;
const code = path.join(root, ".cache/bench-read");
const misses: string[] = [];

function generate(folder: string, size: string): { readonly file: string; readonly oracle: z.infer<typeof Oracle> } {
  const file = path.join(folder, `${size}.xml`);
  const printed = execFileSync("python3", [values.generator, file, size], { encoding: "utf8" });
  return { file, oracle: Oracle.parse(JSON.parse(printed)) };
}

function run(name: string, file: string): Measured {
  const words = [path.join(root, ".ci/bench-read-contestant.mjs"), name, file, code];
  return Run.parse(JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function bar(isMet: boolean, text: string): void {
  console.log(`${isMet ? "met   " : "MISSED"} ${text}`);
  if (!isMet) misses.push(text);
}

/** Every contestant once in each round. */
function compare(names: readonly string[], file: string, rounds: number): ReadonlyMap<string, readonly Measured[]> {
  const runs = new Map<string, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) runs.get(name)?.push(run(name, file));
  }
  return runs;
}

/** Ratio of two contestants in the same round; the median of all rounds. */
function ratio(
  runs: ReadonlyMap<string, readonly Measured[]>,
  pair: readonly [string, string],
  field: "cpuMs" | "rssMb",
): number {
  const [first, second] = pair.map((name) => runs.get(name) ?? []);
  return median((first ?? []).map((one, round) => one[field] / (second?.[round]?.[field] ?? Number.NaN)));
}

function table(runs: ReadonlyMap<string, readonly Measured[]>): void {
  console.log("contestant      CPU ms   peak MB   CPU x scan   CPU x readReports   peak x node");
  for (const [name, measured] of runs) {
    const [cpu, peak] = [median(measured.map((one) => one.cpuMs)), median(measured.map((one) => one.rssMb))];
    const ratios = [
      ratio(runs, [name, "scan"], "cpuMs"),
      ratio(runs, [name, "readReports"], "cpuMs"),
      ratio(runs, [name, "nothing"], "rssMb"),
    ];
    const [scan, reports, node] = ratios.map((one) => one.toFixed(2));
    console.log(
      `${name.padEnd(14)} ${cpu.toFixed(0).padStart(7)} ${peak.toFixed(0).padStart(9)} ${scan?.padStart(12)} ${reports?.padStart(19)} ${node?.padStart(13)}`,
    );
  }
}

function checkCounts(
  runs: ReadonlyMap<string, readonly Measured[]>,
  oracle: z.infer<typeof Oracle>,
  size: string,
): void {
  for (const name of OURS) {
    const isEqual = (runs.get(name) ?? []).every(({ found }) => {
      const { crc, ...counts } = found;
      const { crc: bodies, ...expected } = oracle;
      return (
        JSON.stringify(Counts.parse(counts)) === JSON.stringify(Counts.parse(expected)) &&
        (crc === null || crc === bodies)
      );
    });
    bar(
      isEqual,
      `${size}: ${name} counts what the generator wrote${name === "scan" ? ", and every failing body is whole" : ""}`,
    );
  }
}

function benchmark(folder: string): void {
  const { file, oracle } = generate(folder, values.small ? "10M" : "100M");
  const runs = compare(["nothing", ...OURS, ...PEERS], file, values.small ? 1 : Number(values.rounds));
  table(runs);
  checkCounts(runs, oracle, "100 MB");
  if (values.small) return;
  for (const peer of ["xml2js", "xml-js"]) {
    for (const name of OURS) {
      const times = ratio(runs, [peer, name], "cpuMs");
      bar(times >= LEAST_TIMES, `${peer} needs ${times.toFixed(2)} times the CPU of ${name} (${LEAST_TIMES})`);
    }
  }
  rmSync(file);
  const big = generate(folder, "600M");
  const bigRuns = compare(OURS, big.file, 3);
  checkCounts(bigRuns, big.oracle, "600 MB");
  for (const name of OURS) {
    const small = ratio(runs, [name, "nothing"], "rssMb");
    bar(small <= 2.2, `${name} takes ${small.toFixed(2)} times the memory of an empty node (2.2)`);
    const [at600, at100] = [bigRuns, runs].map((some) => median((some.get(name) ?? []).map(({ rssMb }) => rssMb)));
    const growth = (at600 ?? Number.NaN) / (at100 ?? Number.NaN);
    bar(growth <= 1.25, `${name} takes ${growth.toFixed(2)} times as much for 600 MB as for 100 MB (1.25)`);
  }
}

mkdirSync(code, { recursive: true });
const compiler = ["-p", ".ci/tsconfig.build.json", "--noCheck", "--outDir", code];
execFileSync(path.join(root, "node_modules/.bin/tsc"), compiler, { cwd: root, stdio: "inherit" });
const folder = mkdtempSync(path.join(tmpdir(), "bench-read-"));
try {
  benchmark(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = misses.length > 0 ? 1 : 0;
