import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { RealCase } from "./realworld-cases.ts";
import { mustRun, OutOfTime, type Place, run } from "./realworld-process.ts";
import { downloadSdist, environmentWith, unpack } from "./realworld-python.ts";
import { runTests, type TestRun } from "./realworld-tests.ts";
import { filesWithOtherAsserts, judge, type Verdict } from "./realworld-verdict.ts";
import { root } from "./tools.ts";

export interface RealResult {
  readonly name: string;
  readonly version: string;
  readonly python: string;
  readonly signature: string;
  readonly expected: string;
  readonly aim: string;
  readonly verdict: Verdict | "not run";
  readonly seconds: number;
  readonly reason: string;
  /** The patch, where there is one. */
  readonly diff: string;
}

export interface Means {
  /** Runs the sources as they are, not the bundle. */
  readonly fromSource: boolean;
  readonly deadline: number;
}

const resultSchema = z.object({ status: z.string(), reason: z.string(), remainingFailures: z.array(z.string()) });

/** Heals one release in a repository of its own and says what became of it. A broken set-up of the case is wrong too. */
export async function runRealCase(test: RealCase, means: Means): Promise<RealResult> {
  const started = performance.now();
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "realworld-")));
  const { name, version, python, signature, expected, aim } = test;
  const about = { name, version, python, signature, expected, aim };
  const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
  try {
    const { verdict, why, diff } = await heal(test, means, folder);
    return { ...about, verdict, seconds: seconds(), reason: why, diff };
  } catch (error) {
    const verdict = error instanceof OutOfTime ? "not run" : "wrong";
    const reason = error instanceof OutOfTime ? "the time for all cases was used up" : String(error);
    return { ...about, verdict, seconds: seconds(), reason, diff: "" };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function heal(test: RealCase, means: Means, folder: string) {
  const place: Place = { cwd: folder, folder, env: test.env, deadline: means.deadline };
  const archive = await downloadSdist(test, place);
  const python = await environmentWith(test, place);
  const repository = await unpack(archive, path.join(folder, "healed"), place);
  await commit({ ...place, cwd: repository });
  // Suites leave files behind: the first run has a copy of its own, and what it writes there is no change by us.
  const untouched = path.join(folder, "untouched", path.basename(repository));
  cpSync(repository, untouched, { recursive: true });
  const suite = (tree: string): Promise<TestRun> =>
    runTests(python, test.command, { ...place, cwd: path.join(tree, test.folder ?? "") });
  const before = await suite(untouched);
  const byTests = new Set(await changedFiles({ ...place, cwd: untouched }));
  const result = await runProduct(test, { fromSource: means.fromSource, python, repository, place });
  const changed = (await changedFiles({ ...place, cwd: repository })).filter((file) => !byTests.has(file));
  const diff = await mustRun("git", ["diff", "-U0", "--", ...changed], { ...place, cwd: repository });
  const after = result.status === "fixed" && changed.length > 0 ? await suite(repository) : null;
  const facts = { ...result, changed, before, after, error: test.error, assertsChanged: filesWithOtherAsserts(diff) };
  return { ...judge(facts), diff: changed.length > 0 ? diff : "" };
}

interface Run {
  readonly fromSource: boolean;
  readonly python: string;
  readonly repository: string;
  readonly place: Place;
}

async function runProduct(test: RealCase, { fromSource, python, repository, place }: Run) {
  const cwd = path.join(repository, test.folder ?? "");
  const resultFile = path.join(place.folder, "result.json");
  const words = [
    path.join(root, fromSource ? "src/main.ts" : "dist/index.js"),
    "fix",
    "--working-directory",
    cwd,
    "--python",
    python,
    "--test-command",
    JSON.stringify([python, "-m", "pytest", ...test.command]),
    "--repeat",
    "1", // What is flaky was not taken in.
    "--timeout",
    "180",
    "--apply",
    "--result",
    resultFile,
  ];
  const { output } = await run(process.execPath, words, { ...place, cwd });
  if (!existsSync(resultFile)) return { status: "no result", reason: output.slice(-600), remaining: [] };
  const { status, reason, remainingFailures } = resultSchema.parse(JSON.parse(readFileSync(resultFile, "utf8")));
  return { status, reason, remaining: remainingFailures };
}

async function commit(place: Place): Promise<void> {
  await mustRun("git", ["init", "-q"], place);
  await mustRun("git", ["add", "-A", "-f"], place);
  const author = ["-c", "user.name=T", "-c", "user.email=t@example.org"];
  await mustRun("git", [...author, "commit", "-q", "-m", "The release as it was published"], place);
}

async function changedFiles(place: Place): Promise<string[]> {
  const output = await mustRun("git", ["status", "--porcelain", "-z", "--untracked-files=all"], place);
  const files = output.split("\0").flatMap((entry) => (entry === "" ? [] : [entry.slice(3)]));
  return files.filter((file) => !/__pycache__|\.pytest_cache/.test(file));
}
