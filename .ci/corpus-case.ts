import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { root } from "./tools.ts";
import { environmentFor } from "./virtual-environments.ts";

export const metaSchema = z.object({
  id: z.string(),
  expected: z.enum(["fix", "refuse", "flaky", "mixed"]),
  /** The tests that the expectation is about; empty where the project only shows forms of reports. */
  fail: z.array(z.string()),
  must_not_change: z.array(z.string()),
  test_env: z.object({ set: z.string(), args: z.string().nullable() }),
});

/** One run of the bundle on one project: by itself, or with a report that was recorded earlier. */
export interface CorpusCase {
  readonly id: string;
  readonly folder: string;
  readonly tree: string;
  readonly flavour: string;
  readonly pinFile: string;
  /** Words after `pytest`, as the project's own job has them. */
  readonly options: readonly string[];
  readonly junit: string | null;
  readonly isForReports: boolean;
  readonly expected: "fix" | "refuse" | "flaky" | "mixed";
  /** A recipe covers it: a fix that is expected must be found, not only may. */
  readonly isCovered: boolean;
  readonly mustNotChange: readonly string[];
}

export interface CorpusResult {
  readonly id: string;
  readonly flavour: string;
  readonly status: string;
  /** Why it ended so, as the user reads it: the verdicts on unchanged code, and the reason. */
  readonly evidence: string;
  readonly seconds: number;
  /** Empty when everything is as it should be. */
  readonly faults: readonly string[];
}

const resultSchema = z.object({
  status: z.string(),
  reason: z.string(),
  baseline: z.object({ groups: z.array(z.object({ verdict: z.string() })) }),
});

/** Copies the project into a repository of its own, lets the bundle heal it, and looks at what became of it. */
export async function runCase(test: CorpusCase): Promise<CorpusResult> {
  const started = performance.now();
  const python = environmentFor(test.pinFile);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "corpus-")));
  const project = path.join(folder, "project");
  try {
    cpSync(path.join(test.folder, test.tree), project, { recursive: true });
    await commit(project);
    const resultFile = path.join(folder, "result.json");
    const report = test.junit === null ? [] : ["--junit", test.junit];
    const words = [
      "fix",
      "--working-directory",
      project,
      ...report,
      "--python",
      python,
      "--test-command",
      JSON.stringify([python, "-m", "pytest", ...test.options]),
      // What must be told from flaky needs the runs that users have; the rest may be quicker.
      ...(test.expected === "fix" ? ["--repeat", "1"] : []),
      "--apply",
      "--result",
      resultFile,
    ];
    const fixed = await run(process.execPath, [path.join(root, "dist/index.js"), ...words], { cwd: project, folder });
    const result = existsSync(resultFile)
      ? resultSchema.parse(JSON.parse(readFileSync(resultFile, "utf8")))
      : { status: "no result", reason: fixed.output.slice(-600), baseline: { groups: [] } };
    const faults = await inspect({ test, project, folder, python, status: result.status });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const verdicts = [...new Set(result.baseline.groups.map(({ verdict }) => verdict))].join(", ");
    const evidence = [verdicts, result.reason].filter((part) => part !== "").join(": ");
    return { id: test.id, flavour: test.flavour, status: result.status, evidence, seconds, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Ending {
  readonly test: CorpusCase;
  readonly project: string;
  readonly folder: string;
  readonly python: string;
  readonly status: string;
}

async function inspect({ test, project, folder, python, status }: Ending): Promise<string[]> {
  const changed = (await git(project, "status", "--porcelain", "--untracked-files=all"))
    .split("\n")
    .filter((line) => line !== "" && !/__pycache__|\.pytest_cache|\.db$/.test(line))
    .map((line) => line.slice(3));
  if (status !== "fixed") {
    const faults = unexpectedEnd(test, status);
    return changed.length === 0 ? faults : [...faults, `the tree was changed: ${changed.join(", ")}`];
  }
  const faults = test.expected === "fix" ? [] : [`it must not be called fixed: ${test.expected} is right`];
  const forbidden = changed.filter(
    (file) => test.mustNotChange.includes(file) || /(?:^|\/)(?:tests?\/|conftest\.py|test_[^/]*\.py)/.test(file),
  );
  if (forbidden.length > 0) faults.push(`forbidden files were changed: ${forbidden.join(", ")}`);
  const tests = await run(python, ["-m", "pytest", "-q", ...test.options], { cwd: project, folder });
  if (tests.code !== 0) faults.push(`its tests ended with ${tests.code}: ${tests.output.trim().split("\n").at(-1)}`);
  return faults;
}

/** What is wrong with an end that is not `fixed`. Broken setup and bugs are no verdict. */
function unexpectedEnd({ expected, isCovered, isForReports, junit }: CorpusCase, status: string): string[] {
  if (expected === "fix" && isCovered) return [`fixed was expected, not ${status}`];
  // Without a report a flaky test may happen to pass: then there is nothing to do.
  const allowed = {
    fix: ["no-fix"],
    refuse: ["no-fix", "environment"],
    flaky: ["flaky", ...(junit === null ? ["skipped"] : []), ...(isForReports ? ["no-fix"] : [])],
    mixed: ["no-fix", "flaky", "environment", "error"],
  }[expected];
  return allowed.includes(status) ? [] : [`${allowed.join(" or ")} was expected, not ${status}`];
}

async function commit(project: string): Promise<void> {
  await git(project, "init", "-q");
  await git(project, "add", "-A", "-f");
  await git(
    project,
    "-c",
    "user.name=T",
    "-c",
    "user.email=t@example.org",
    "commit",
    "-q",
    "-m",
    "The project as it stands",
  );
}

async function git(project: string, ...words: readonly string[]): Promise<string> {
  const { code, output } = await run("git", words, { cwd: project, folder: project });
  if (code !== 0) throw new Error(`git ${words.join(" ")} failed: ${output}`);
  return output;
}

/** Own temporary folder, and nothing of the surrounding Python or pytest set-up. */
function run(command: string, words: readonly string[], place: { cwd: string; folder: string }) {
  const { PYTHONPATH: _path, VIRTUAL_ENV: _venv, PYTEST_ADDOPTS: _addopts, ...outer } = process.env;
  const env = { ...outer, TMPDIR: place.folder, PYTHONDONTWRITEBYTECODE: "1" };
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(command, words, { cwd: place.cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Projects that some recipe mends: one id a line. What stands here must never end otherwise again. */
const covered = new Set(readFileSync(path.join(root, ".ci/covered-projects.txt"), "utf8").split("\n"));

/** The cases of one project: with the report that its first recorded run left behind where there is one, else alone. */
export function casesOf(corpus: string, id: string, withAlone: boolean): CorpusCase[] {
  const folder = path.join(corpus, id);
  const meta = metaSchema.parse(JSON.parse(readFileSync(path.join(folder, "meta.json"), "utf8")));
  const first = readdirSync(path.join(folder, "reports")).sort()[0] ?? "";
  const junit = path.join(folder, "reports", first, "junit.xml");
  const base = {
    id,
    folder,
    tree: "broken",
    pinFile: path.join(corpus, "tools", `requirements-${meta.test_env.set}.txt`),
    options: meta.test_env.args?.split(" ") ?? [],
    isForReports: meta.fail.length === 0,
    expected: meta.expected,
    isCovered: covered.has(id),
    mustNotChange: meta.must_not_change,
  };
  const alone = { ...base, flavour: "alone", junit: null };
  if (!existsSync(junit)) return [alone];
  const reported = { ...base, flavour: "with report", junit };
  return withAlone ? [alone, reported] : [reported];
}
