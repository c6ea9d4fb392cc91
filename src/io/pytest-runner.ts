import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import type { RunRequest, TestRun } from "../domain/test-run.ts";
import type { TestRunner } from "../ports.ts";
import { junitCounts } from "./junit-counts.ts";
import { readProbeRecords } from "./probe-records.ts";
import { probeResults } from "./probe-results.ts";
import { IDLE_SECONDS, runProcess } from "./process.ts";
import type { ProcessResult } from "./process.ts";
import { probeSource } from "./python-source.ts";

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
  /** Wall time of one run. */
  readonly timeoutSeconds: number;
}

const PLUGIN = "autofix_probe";
const PROBE_REFUSED =
  "The test command does not let pytest load plugins from PYTHONPATH, so nothing is known of single tests.";

/**
 * Runs the customer's command with our probe loaded from a fresh folder outside the repository (`PYTHONPATH` and
 * `PYTEST_ADDOPTS`; both are put right again inside). Selection, the place of the JUnit file and `maxfail` are set by
 * the probe within pytest, so that the command need not be understood. A command that is no pytest still runs: then there
 * are only exit code and output, and `interpreter` is null. So it is when pytest cannot load the probe (`python -E`): it
 * refuses to start, and the output ends with why.
 */
export function pytestRunner(settings: PytestSettings): TestRunner {
  return { run: (request) => runOnce(settings, request) };
}

async function runOnce(settings: PytestSettings, request: RunRequest): Promise<TestRun> {
  const root = await realpath(settings.root);
  const folder = await realpath(await mkdtemp(join(tmpdir(), "autofix-")));
  try {
    const { assigned, words } = splitAssignments(settings.command);
    const junit = join(folder, "junit.xml");
    const temporary = join(folder, "temporary");
    await mkdir(temporary);
    const env: Record<string, string> = { ...settings.env, ...assigned };
    // The runner's own folder holds its command files.
    if (env["RUNNER_TEMP"] !== undefined) env["RUNNER_TEMP"] = temporary;
    await writeFile(join(folder, `${PLUGIN}.py`), probeSource());
    await writeFile(join(folder, "config.json"), JSON.stringify(probeConfig({ root, junit, request })));
    Object.assign(env, probeEnvironment(env, folder));
    const cwd = resolve(root, settings.workingDirectory);
    const ended = await runProcess({ command: words, cwd, env, timeoutSeconds: settings.timeoutSeconds });
    const results = await probeResults(readProbeRecords(folder), endingOf(ended, settings.timeoutSeconds));
    const isProbeRefused = results.interpreter === null && ended.output.includes(`"${PLUGIN}"`);
    const facts = runFacts(settings, ended);
    const output = isProbeRefused ? `${facts.output}\n${PROBE_REFUSED}\n` : facts.output;
    return { ...facts, ...results, output, junit: await junitCounts(junit) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function probeConfig(about: { root: string; junit: string; request: RunRequest }): Record<string, unknown> {
  const { targets, trace, collectOnly = false } = about.request;
  return { root: about.root, junit: about.junit, targets: targets === "all" ? null : targets, trace, collectOnly };
}

function probeEnvironment(env: Readonly<Record<string, string>>, folder: string): Record<string, string> {
  return {
    PYTHONPATH: [folder, env["PYTHONPATH"]].filter(Boolean).join(delimiter),
    PYTEST_ADDOPTS: [env["PYTEST_ADDOPTS"], `-p ${PLUGIN}`].filter(Boolean).join(" "),
  };
}

function runFacts(
  settings: PytestSettings,
  ended: ProcessResult,
): Pick<TestRun, "command" | "exitCode" | "timedOut" | "durationSeconds" | "output"> {
  return {
    command: settings.command.join(" "),
    exitCode: ended.exitCode,
    timedOut: ended.timedOut,
    durationSeconds: ended.durationSeconds,
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
