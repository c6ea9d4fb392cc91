import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { RunRequest, TestRun } from "../domain/test-run.ts";
import type { TestRunner } from "../ports.ts";
import { junitCounts } from "./junit-counts.ts";
import { launchWithOptions, launchWithProbe, PLUGIN, withOwnOptions } from "./probe-launch.ts";
import { readProbeRecords } from "./probe-records.ts";
import { probeResults } from "./probe-results.ts";
import { IDLE_SECONDS, runProcess } from "./process.ts";
import type { ProcessResult } from "./process.ts";
import { probeSource } from "./python-source.ts";
import { targetPaths } from "./target-paths.ts";
import { type ReportReader, unprobedResults } from "./unprobed-results.ts";

/** How the customer runs the tests. */
export interface PytestSettings {
  /** The repository, absolute. */
  readonly root: string;
  /** Where the command runs, relative to the root. */
  readonly workingDirectory: string;
  /** Words of the command; `NAME=value` words in front are put into the environment, as a shell does. */
  readonly command: readonly string[];
  /** All of the environment, already freed of what tests must not see. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of what it was freed of. */
  readonly droppedVariables?: readonly string[];
  /** Wall time of one run. */
  readonly timeoutSeconds: number;
  /** Reads what a run reports where the probe cannot be loaded. */
  readonly readReports: ReportReader;
}

/**
 * How pytest is reached: by the probe; by its own options where it cannot load the probe (`python -I`, a script that
 * sets PYTHONPATH itself); not at all where those do not arrive either.
 */
type Way = "probe" | "options" | "bare";

/** What earlier runs have shown. */
interface Memory {
  way: Way;
  /** Whether this way has led to results before. */
  hasWorked: boolean;
}

const NOT_LOADED =
  "Our pytest plugin could not be loaded: the command gives Python a PYTHONPATH of its own, or none (python -I, -E).";
const NOT_REACHED =
  "Our pytest plugin was not loaded: the command starts no pytest, or does not pass PYTHONPATH, PYTEST_ADDOPTS and PYTEST_PLUGINS on to it (docker, tox without pass_env).";

/**
 * Runs the customer's command with our probe loaded from a fresh folder outside the repository; environment variables say
 * so, and the probe puts them right again inside. Selection, the place of the JUnit file and `maxfail` are set by the
 * probe within pytest, so that the command need not be understood. Without the probe there are pytest's own options, and
 * without those what the command prints; `source` says which. What did not work once is not tried again.
 */
export function pytestRunner(settings: PytestSettings): TestRunner {
  const memory: Memory = { way: "probe", hasWorked: false };
  return {
    async run(request) {
      for (;;) {
        const { way } = memory;
        const run = await inFreshFolder((folder) => runOnce(settings, { request, memory, folder }));
        if (memory.way === way) return run;
      }
    },
  };
}

async function inFreshFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "autofix-")));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Attempt {
  readonly request: RunRequest;
  readonly memory: Memory;
  readonly folder: string;
}

/** One run; moves on to the next way where this one shows that it cannot work. */
async function runOnce(settings: PytestSettings, attempt: Attempt): Promise<TestRun> {
  const { request, memory, folder } = attempt;
  const root = await realpath(settings.root);
  const places = { root, cwd: resolve(root, settings.workingDirectory), junit: join(folder, "junit.xml") };
  const key = randomUUID();
  const { command, env } = await prepared(settings, attempt, { ...places, key });
  // Only the probe can keep pytest from running the tests.
  const isPointless = request.collectOnly === true && memory.way !== "probe";
  const ended = isPointless
    ? NOT_RUN
    : await runProcess({ command, cwd: places.cwd, env, timeoutSeconds: settings.timeoutSeconds });
  const ending = endingOf(ended, settings.timeoutSeconds);
  const { keepPassing = false } = request;
  const results = await probeResults(readProbeRecords(folder, key), { ending, keepPassing });
  const facts = { ...runFacts(settings, ended), ...results, junit: await junitCounts(places.junit) };
  if (!isPointless) learn(memory, { ended, command, isKnown: results.interpreter !== null || facts.junit !== null });
  if (results.interpreter !== null) return { ...facts, source: "probe" };
  const told = await unprobedResults({ ...places, output: ended.output, read: settings.readReports });
  const why = ended.startError === null ? `\n${memory.way === "probe" ? NOT_REACHED : NOT_LOADED}\n` : "";
  return { ...facts, ...told, output: facts.output + why };
}

interface Places {
  readonly root: string;
  readonly cwd: string;
  readonly junit: string;
}

/** The words to start and the environment to start them in. */
async function prepared(
  settings: PytestSettings,
  { request, memory, folder }: Attempt,
  places: Places & { readonly key: string },
): Promise<{ readonly command: readonly string[]; readonly env: Readonly<Record<string, string>> }> {
  const { assigned, words } = splitAssignments(settings.command);
  const temporary = join(folder, "temporary");
  await mkdir(temporary);
  const env: Record<string, string> = { ...settings.env, ...assigned };
  // The runner's own folder holds its command files.
  if (env["RUNNER_TEMP"] !== undefined) env["RUNNER_TEMP"] = temporary;
  if (memory.way === "bare") return { command: words, env };
  if (memory.way === "options") {
    const wanted = request.targets === "all" || !memory.hasWorked ? null : await targetPaths(request.targets, places);
    const { junit } = places;
    const changed =
      launchWithOptions(env, { junit, targets: wanted }) ?? launchWithOptions(env, { junit, targets: null });
    return { command: withOwnOptions(words, junit), env: changed ?? env };
  }
  const launch = launchWithProbe(env, folder);
  const { targets, trace, collectOnly = false } = request;
  const { root, junit, key } = places;
  const { workingDirectory } = settings;
  const chosen = targets === "all" ? null : targets;
  const config = { key, root, workingDirectory, junit, targets: chosen, trace, collectOnly, added: launch.added };
  await writeFile(join(folder, `${PLUGIN}.py`), probeSource());
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
  return { command: words, env: launch.env };
}

interface Lesson {
  readonly ended: ProcessResult;
  readonly command: readonly string[];
  /** The probe or the JUnit file told something. */
  readonly isKnown: boolean;
}

/** pytest that cannot import a plugin says its name in quotes and ends; that a test prints the same changes nothing. */
function learn(memory: Memory, { ended, command, isKnown }: Lesson): void {
  if (isKnown) memory.hasWorked = true;
  if (memory.hasWorked || ended.timedOut) return;
  if (memory.way === "options") memory.way = "bare";
  const isRefused = ended.output.includes(`"${PLUGIN}"`) || command.includes(`no:${PLUGIN}`);
  if (memory.way === "probe" && isRefused) memory.way = "options";
}

const NOT_RUN: ProcessResult = {
  exitCode: null,
  signal: null,
  timedOut: false,
  wasIdle: false,
  output: "",
  durationSeconds: 0,
  startError: null,
};

function runFacts(
  settings: PytestSettings,
  ended: ProcessResult,
): Pick<TestRun, "command" | "exitCode" | "timedOut" | "durationSeconds" | "droppedVariables" | "output"> {
  return {
    command: settings.command.join(" "),
    exitCode: ended.exitCode,
    timedOut: ended.timedOut,
    durationSeconds: ended.durationSeconds,
    droppedVariables: settings.droppedVariables ?? [],
    output: ended.startError ?? ended.output,
  };
}

function endingOf(ended: ProcessResult, timeoutSeconds: number): string {
  if (ended.wasIdle) return `the test process wrote nothing and did no work for ${IDLE_SECONDS} seconds`;
  if (ended.timedOut) return `the time limit of ${timeoutSeconds} seconds was reached`;
  if (ended.signal !== null) return `the test process was ended by ${ended.signal}`;
  return `the test process ended with exit code ${ended.exitCode ?? "unknown"}`;
}

function splitAssignments(command: readonly string[]): { assigned: Record<string, string>; words: readonly string[] } {
  const assigned: Record<string, string> = {};
  const first = command.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  const end = first < 0 ? command.length : first;
  for (const word of command.slice(0, end)) {
    const sign = word.indexOf("=");
    assigned[word.slice(0, sign)] = word.slice(sign + 1);
  }
  return { assigned, words: command.slice(end) };
}
