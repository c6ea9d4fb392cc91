import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { StartedBundle } from "../../support/bundle.ts";
import { pullRequestEvent } from "../../support/github/events.ts";
import { changedPaths, scratchRepository } from "../../support/scratch-project.ts";
import { github, startStep } from "../action/step.ts";
import { leftoversOf, runFix, startFix } from "../cli/command.ts";
import { atRandomMoments, leftRunning, pause, PATCHED, PROJECT, tally, trackedState } from "./scene.ts";

/** What was said last before a patch may be left in the tree. */
const VERIFIED = "without it the 1 fail again";
const TIME_LIMIT = 400_000;
/** Every phase of a run, and none of them three times. */
const ONCE = ["--repeat", "1"];

interface Round {
  /** How far the run had come. */
  readonly phase: string;
  /** What is not as it must be; empty when all is well. */
  readonly faults: readonly string[];
}

/** Ends a run at a moment, and tells how far it was. */
async function endAfter(
  { process: child, ended }: StartedBundle,
  milliseconds: number,
  signal: NodeJS.Signals,
): Promise<{ pid: number; exitCode: number | null; seconds: number; stdout: string; stderr: string }> {
  await pause(milliseconds);
  const sent = performance.now();
  child.kill(signal);
  const run = await ended;
  return { ...run, pid: child.pid ?? 0, seconds: (performance.now() - sent) / 1000 };
}

function phaseOf(said: string, hasPatch: boolean): string {
  const phase = ["Verify with the whole suite", "Mend ", "Reproduce"].find((title) => said.includes(title)) ?? "start";
  return `${phase.trim()}${said.includes(VERIFIED) ? " (done)" : ""}${hasPatch ? ", patch in the tree" : ""}`;
}

async function durationOf(start: () => Promise<StartedBundle>): Promise<number> {
  const runs = [start(), start()].map(async (starting) => {
    const { ended } = await starting;
    const began = performance.now();
    await ended;
    return performance.now() - began;
  });
  return Math.max(...(await Promise.all(runs)));
}

function report(what: string, seed: number, rounds: readonly Round[]): { seed: number; faults: string[] } {
  console.log(`${what}, seed ${seed}: ${JSON.stringify(tally(rounds.map(({ phase }) => phase)))}`);
  return { seed, faults: rounds.flatMap(({ faults, phase }) => faults.map((fault) => `${phase}: ${fault}`)) };
}

function isPatched(project: string): boolean {
  return readFileSync(join(project, "store.py"), "utf8") !== PROJECT["store.py"];
}

/** The tree is the start, or after the last word was spoken exactly the verified patch. */
function treeFaults(project: string, before: Readonly<Record<string, string>>, said: string): string[] {
  const text = readFileSync(join(project, "store.py"), "utf8");
  const changed = changedPaths(before, project).filter((path) => path in before);
  if (changed.length === 0) return [];
  if (text === PATCHED && said.includes(VERIFIED) && changed.join() === "store.py") return [];
  return [`not as it was: ${changed.join(", ")}`];
}

async function killedCommandLine(milliseconds: number): Promise<Round> {
  const project = scratchRepository(PROJECT);
  const before = trackedState(project);
  const run = await endAfter(await startFix(project, ["--apply", ...ONCE]), milliseconds, "SIGKILL");
  const phase = phaseOf(run.stderr, isPatched(project));
  // The next run undoes what this one left, whatever it does itself.
  const next = await runFix(project, "--test-command", "false");
  const stray = leftoversOf(project).filter((name) => name.startsWith("autofix-action"));
  const faults = [...treeFaults(project, before, run.stderr)];
  if (next.exitCode !== 2 || !next.stderr.includes("(tests-did-not-run)")) faults.push(`the next said: ${next.stderr}`);
  if (stray.length > 0) faults.push(`left behind: ${stray.join(", ")}`);
  if (leftRunning(run.pid).length > 0) faults.push("processes run on");
  return { phase, faults };
}

async function signalledCommandLine(milliseconds: number, signal: "SIGINT" | "SIGTERM"): Promise<Round> {
  const project = scratchRepository(PROJECT);
  const before = trackedState(project);
  const run = await endAfter(await startFix(project, ["--apply", ...ONCE]), milliseconds, signal);
  const left = leftRunning(run.pid);
  const faults = [...treeFaults(project, before, run.stderr)];
  // Before our first word it ends as any process does; after the last one it has ended already.
  const isEnded = run.stderr.includes("fixed: ") && run.exitCode === 0;
  const isStarting = run.stderr === "" && run.exitCode === null;
  if (run.exitCode !== (signal === "SIGINT" ? 130 : 143) && !isEnded && !isStarting)
    faults.push(`ended with ${run.exitCode}: ${run.stderr}`);
  if (run.seconds > 5) faults.push(`took ${run.seconds} s`);
  if (left.length > 0) faults.push("processes run on");
  if (run.stderr.includes("fault of autofix-action")) faults.push(run.stderr);
  return { phase: phaseOf(run.stderr, isPatched(project)), faults };
}

test(
  "the command line, killed at 25 moments: after the next run's start the tree is as it was",
  { timeout: TIME_LIMIT },
  async () => {
    const seed = Date.now();
    const milliseconds = await durationOf(async () => startFix(scratchRepository(PROJECT), ["--apply", ...ONCE]));
    const play = async (round: { milliseconds: number }): Promise<Round> => killedCommandLine(round.milliseconds);
    const rounds = await atRandomMoments({ count: 25, milliseconds, seed, play });
    expect(report("SIGKILL, command line", seed, rounds)).toEqual({ seed, faults: [] });
  },
);

test.each(["SIGINT", "SIGTERM"] as const)(
  "the command line, %s at 10 moments: it ends in time with the tree as it was, and nothing runs on",
  { timeout: TIME_LIMIT },
  async (signal) => {
    const seed = Date.now();
    const milliseconds = await durationOf(async () => startFix(scratchRepository(PROJECT), ["--apply", ...ONCE]));
    const play = async (round: { milliseconds: number }): Promise<Round> =>
      signalledCommandLine(round.milliseconds, signal);
    const rounds = await atRandomMoments({ count: 10, milliseconds, seed, play });
    expect(report(`${signal}, command line`, seed, rounds)).toEqual({ seed, faults: [] });
  },
);

test("the step, killed at 25 moments: after its post step the tree is as it was", { timeout: TIME_LIMIT }, async () => {
  const seed = Date.now();
  const server = await github();
  const pull = server.openPullRequest({ base: { "README.md": "# Shop\n" }, head: { ...PROJECT } });
  const step = async (): ReturnType<typeof startStep> =>
    startStep({ github: server, event: pullRequestEvent(server, pull), inputs: { repeat: "1" } });
  const play = async (round: { milliseconds: number }): Promise<Round> => {
    const started = await step();
    const { workspace, environment } = started.runner;
    // Checked out a moment ago; the step has only begun to start.
    const before = trackedState(workspace);
    const run = await endAfter(started, round.milliseconds, "SIGKILL");
    const phase = phaseOf(run.stdout, isPatched(workspace));
    // Without a state the step had not begun, and its post step would be a step.
    const hasBegun = readFileSync(environment["GITHUB_STATE"] ?? "", "utf8") !== "";
    const post = hasBegun ? await started.post() : { exitCode: 0, stdout: "" };
    const faults = changedPaths(before, workspace).filter((path) => path in before);
    if (post.exitCode !== 0 || post.stdout.includes("::error")) faults.push(`the post step said: ${post.stdout}`);
    if (leftRunning(run.pid).length > 0) faults.push("processes run on");
    const journals = readdirSync(dirname(environment["GITHUB_STATE"] ?? "")).filter((name) => name === "journal");
    return { phase, faults: [...faults, ...journals] };
  };
  const milliseconds = await durationOf(step);
  const rounds = await atRandomMoments({ count: 25, milliseconds, seed, play });
  expect(report("SIGKILL, step", seed, rounds)).toEqual({ seed, faults: [] });
});
