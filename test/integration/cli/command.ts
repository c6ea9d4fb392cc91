import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type BundleRun, startBundle, type StartedBundle } from "../../support/bundle.ts";
import { testPython } from "../runner/project.ts";

export interface FixRun extends BundleRun {
  /** What `--result` wrote; null when nothing was written. */
  readonly result: unknown;
  /** What the run left in the temporary folder. */
  readonly leftovers: readonly string[];
}

/** Starts `fix` in a project with the interpreter of the tests and a temporary folder of its own beside the project. */
export async function startFix(project: string, words: readonly string[]): Promise<StartedBundle> {
  const temporary = temporaryOf(project);
  mkdirSync(temporary, { recursive: true });
  const environment = { TMPDIR: temporary, HOME: temporary };
  const python = await testPython();
  return startBundle({ words: ["fix", "--python", python, ...words], cwd: project, environment });
}

/** Runs `fix` to its end. */
export async function runFix(project: string, ...words: readonly string[]): Promise<FixRun> {
  const file = join(dirname(project), "result.json");
  const started = await startFix(project, ["--result", file, ...words]);
  const run = await started.ended;
  return { ...run, result: readJson(file), leftovers: leftoversOf(project) };
}

export function leftoversOf(project: string): string[] {
  return readdirSync(temporaryOf(project));
}

function temporaryOf(project: string): string {
  return join(dirname(project), "temporary");
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** How a value breaks one of the published schemas, `result` or `read`; empty when it does not. */
export function schemaProblems(name: "result" | "read", value: unknown): string[] {
  const schema: unknown = JSON.parse(
    readFileSync(new URL(`../../../docs/${name}.schema.json`, import.meta.url), "utf8"),
  );
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  if (typeof schema !== "object" || schema === null) return ["no schema"];
  ajv.validate(schema, value);
  return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""}`);
}

/** The values at some keys of a result. */
export function facts(result: unknown, ...keys: readonly string[]): Readonly<Record<string, unknown>> {
  const entries = typeof result === "object" && result !== null ? Object.entries(result) : [];
  return Object.fromEntries(entries.filter(([key]) => keys.includes(key)));
}
