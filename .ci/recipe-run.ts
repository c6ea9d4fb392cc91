import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { RealCase } from "../test/recipes/real/real-case.ts";
import { commitAll, inTemporaryFolder, runIn, writeAll } from "./scratch-repository.ts";
import { root } from "./tools.ts";
import { environmentWith } from "./virtual-environments.ts";

/** One real case with one set of requirements on one Python. */
export interface RecipeRun {
  readonly test: RealCase;
  readonly requirements: readonly string[];
  readonly python: string;
}

export interface RecipeRunResult extends RecipeRun {
  readonly status: string;
  readonly seconds: number;
  /** What the run printed of the first failure: trace and words. */
  readonly trace: readonly string[];
  /** Empty when everything is as it should be. */
  readonly faults: readonly string[];
  /** Why it was not run; null when it was. */
  readonly skipped: string | null;
}

const resultSchema = z.object({ status: z.string(), reason: z.string(), source: z.array(z.string()) });

/** Makes the project, sees it fail as the case says, lets the product heal it, and compares every file. */
export async function runRecipeCase(run: RecipeRun, entry: readonly string[]): Promise<RecipeRunResult> {
  const { test, requirements, python } = run;
  const started = performance.now();
  const interpreter = installed(["pytest", ...requirements], python);
  if (interpreter instanceof Error)
    return { ...run, status: "not run", seconds: 0, trace: [], faults: [interpreter.message], skipped: null };
  if (interpreter === undefined)
    return { ...run, status: "not run", seconds: 0, trace: [], faults: [], skipped: `no Python ${python} here` };
  return inTemporaryFolder("recipe-", async (folder) => {
    const project = path.join(folder, "project");
    writeAll(project, test.files);
    await commitAll(project);
    const place = { cwd: project, temporary: folder };
    const words = ["-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider"];
    const before = await runIn(place, interpreter, words);
    const isRaised = before.code !== 0 && squeezed(before.output).includes(squeezed(test.raises));
    const resultFile = path.join(folder, "result.json");
    const command = ["fix", "--working-directory", project, "--python", interpreter, "--apply", "--result", resultFile];
    const fixed = await runIn(place, process.execPath, [...entry, ...command]);
    const result = existsSync(resultFile)
      ? resultSchema.parse(JSON.parse(readFileSync(resultFile, "utf8")))
      : { status: "no result", reason: fixed.output.slice(-600), source: [] };
    const faults = [
      ...(isRaised
        ? []
        : [`pytest ended with ${before.code} and did not say "${test.raises}": ${before.output.slice(-300)}`]),
      ...endFaults(test, result),
      ...fileFaults(test, project),
    ];
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return { ...run, status: result.status, seconds, trace: traceIn(before.output, project), faults, skipped: null };
  });
}

/** Requirements that no registry can meet are a fault of the case, not the end of all. */
function installed(requirements: readonly string[], python: string): string | undefined | Error {
  try {
    return environmentWith(requirements, python);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** pytest breaks long lines nowhere, but messages of several lines come with their own breaks. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

function endFaults(test: RealCase, { status, reason, source }: z.infer<typeof resultSchema>): string[] {
  if (test.after === null) return status === "fixed" ? ["it was to be left alone, and is called fixed"] : [];
  if (status !== "fixed") return [`it ended ${status}: ${reason}`];
  return source.includes(test.recipe) ? [] : [`it was mended by ${source.join(", ")}, not by ${test.recipe}`];
}

function fileFaults({ files, after }: RealCase, project: string): string[] {
  return Object.entries({ ...files, ...after }).flatMap(([file, text]) => {
    const found = readFileSync(path.join(project, file), "utf8");
    return found === text ? [] : [`${file} is not as it should be:\n${found}`];
  });
}

const MAX_TRACE_LINES = 24;
/** What pytest says of its own import machinery, which explains nothing. */
const MACHINERY = /^(?:ImportError while importing|Hint: |Traceback:$|importlib\/__init__\.py|\s+return _bootstrap)/;

/** The lines of the first failure: places, their code, and what was raised; nothing of where this machine keeps them. */
function traceIn(output: string, project: string): string[] {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => /^_{3,} /.test(line));
  const end = lines.findIndex((line, index) => index > start && /^(?:_{3,} |={3,} |-{3,} )/.test(line));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .map((line) =>
      line.replaceAll(`${project}/`, "").replaceAll(/[^\s('"]*\/lib\/python3\.\d+\/(?:site-packages\/)?/g, ""),
    )
    .filter((line) => line.trim() !== "" && !MACHINERY.test(line))
    .slice(0, MAX_TRACE_LINES);
}

/** The bundle, or with `--source` the code as it stands. */
export function entryOf(isSource: boolean): readonly string[] {
  return [path.join(root, isSource ? "src/main.ts" : "dist/index.js")];
}
