import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Exchange, replay } from "./llm-replay.ts";
import { commitAll, inTemporaryFolder, runIn } from "./scratch-repository.ts";
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
  /** Folder of the recorded replies of a model, where one is to be asked; without recipes where these would mend it. */
  readonly llm: { readonly replies: string; readonly withRecipes: boolean } | null;
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
  /** What a model was asked and answered. */
  readonly exchanges: readonly Exchange[];
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
  return inTemporaryFolder("corpus-", async (folder) => {
    const project = path.join(folder, "project");
    cpSync(path.join(test.folder, test.tree), project, { recursive: true });
    await commitAll(project);
    const resultFile = path.join(folder, "result.json");
    const model = test.llm && (await replay(test.llm.replies));
    const asking = model && test.llm ? wordsForModel(model.baseUrl, test.llm.withRecipes) : [];
    const words = [path.join(root, "dist/index.js"), ...wordsFor(test, { project, python, resultFile }), ...asking];
    const fixed = await runIn({ cwd: project, temporary: folder }, process.execPath, words);
    model?.close();
    const result = existsSync(resultFile)
      ? resultSchema.parse(JSON.parse(readFileSync(resultFile, "utf8")))
      : { status: "no result", reason: fixed.output.slice(-600), baseline: { groups: [] } };
    const { faults, healedBy } = await inspect({ test, project, folder, python, status: result.status });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const verdicts = [...new Set(result.baseline.groups.map(({ verdict }) => verdict))].join(", ");
    const evidence = [healedBy, verdicts, result.reason].filter((part) => part !== "").join(": ");
    const exchanges = model?.exchanges ?? [];
    return { id: test.id, flavour: test.flavour, status: result.status, evidence, seconds, faults, exchanges };
  });
}

function wordsFor(
  { junit, options, expected }: CorpusCase,
  { project, python, resultFile }: { readonly project: string; readonly python: string; readonly resultFile: string },
): string[] {
  return [
    "fix",
    "--working-directory",
    project,
    ...(junit === null ? [] : ["--junit", junit]),
    "--python",
    python,
    "--test-command",
    JSON.stringify([python, "-m", "pytest", ...options]),
    // What must be told from flaky needs the runs that users have; the rest may be quicker.
    ...(expected === "fix" ? ["--repeat", "1"] : []),
    "--apply",
    "--result",
    resultFile,
  ];
}

function wordsForModel(baseUrl: string, withRecipes: boolean): string[] {
  return ["--base-url", baseUrl, "--model", "recorded", ...(withRecipes ? [] : ["--recipes", "none"])];
}

interface Ending {
  readonly test: CorpusCase;
  readonly project: string;
  readonly folder: string;
  readonly python: string;
  readonly status: string;
}

interface Inspected {
  readonly faults: readonly string[];
  /** Said where nothing but tests was edited; else empty. */
  readonly healedBy: string;
}

const TEST_FILE = /(?:^|\/)(?:tests?\/|conftest\.py|test_[^/]*\.py)/;

async function inspect({ test, project, folder, python, status }: Ending): Promise<Inspected> {
  const changed = (await git(project, "status", "--porcelain", "--untracked-files=all"))
    .split("\n")
    .filter((line) => line !== "" && !/__pycache__|\.pytest_cache|\.db$/.test(line))
    .map((line) => line.slice(3));
  if (status !== "fixed") {
    const faults = unexpectedEnd(test, status);
    return {
      faults: changed.length === 0 ? faults : [...faults, `the tree was changed: ${changed.join(", ")}`],
      healedBy: "",
    };
  }
  // `refuse` is about product code: a recipe that may edit tests can heal such a project by their call shape.
  const isTestEdit = changed.length > 0 && changed.every((file) => TEST_FILE.test(file));
  const isByTests = isTestEdit && test.expected === "refuse";
  const isRight = test.expected === "fix" || isByTests;
  const faults = isRight ? [] : [`it must not be called fixed: ${test.expected} is right`];
  const forbidden = changed.filter((file) => test.mustNotChange.includes(file) || (!isByTests && TEST_FILE.test(file)));
  if (forbidden.length > 0) faults.push(`forbidden files were changed: ${forbidden.join(", ")}`);
  const tests = await runIn({ cwd: project, temporary: folder }, python, ["-m", "pytest", "-q", ...test.options]);
  if (tests.code !== 0) faults.push(`its tests ended with ${tests.code}: ${tests.output.trim().split("\n").at(-1)}`);
  return { faults, healedBy: isByTests ? "healed by test edit" : "" };
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

async function git(project: string, ...words: readonly string[]): Promise<string> {
  const { code, output } = await runIn({ cwd: project, temporary: project }, "git", words);
  if (code !== 0) throw new Error(`git ${words.join(" ")} failed: ${output}`);
  return output;
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
    llm: null,
  };
  const alone = { ...base, flavour: "alone", junit: null };
  if (!existsSync(junit)) return [alone];
  const reported = { ...base, flavour: "with report", junit };
  return withAlone ? [alone, reported] : [reported];
}
