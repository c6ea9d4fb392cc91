import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { pythonEnvironment } from "./python-env.ts";

const REQUIREMENT = "ruff==0.17.6";
const findings = z.array(z.object({ filename: z.string(), code: z.string(), message: z.string() }));

/** What ruff makes of one file. */
export interface Fixed {
  readonly text: string;
  /** What it finds in the file and does not mend. */
  readonly left: readonly string[];
}

/** The files, by their names, after all that ruff mends by these rules: `NPY`, `UP`. */
export async function ruffFixes(
  files: Readonly<Record<string, string>>,
  rules: readonly string[],
): Promise<ReadonlyMap<string, Fixed>> {
  const tool = join(dirname(await pythonEnvironment("ruff", [REQUIREMENT])), "ruff");
  const folder = await mkdtemp(join(tmpdir(), "ruff-"));
  try {
    const names = Object.keys(files);
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
    const words = ["check", "--isolated", "--no-cache", "--exit-zero", "--fix", "--unsafe-fixes"];
    const how = ["--select", rules.join(","), "--target-version", "py313", "--output-format", "json"];
    const left = findings.parse(JSON.parse(await outputOf(tool, [...words, ...how, folder])));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    return new Map(
      names.map((name, index) => {
        const own = left.filter(({ filename }) => basename(filename) === name);
        return [name, { text: texts[index] ?? "", left: own.map(({ code, message }) => `${code} ${message}`) }];
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function outputOf(tool: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(tool, words, { maxBuffer: 50_000_000 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });
}
