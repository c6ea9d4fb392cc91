import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { type BundleRun, startBundle, type StartedBundle } from "../../support/bundle.ts";
import { type RunnerEvent, pullRequestEvent } from "../../support/github/events.ts";
import { checkOut, runnerFolder, type RunnerFolder } from "../../support/github/runner.ts";
import { type Github, startGithub } from "../../support/github/server.ts";
import type { PullRequest } from "../../support/github/state.ts";
import type { Switches } from "../../support/github/switches.ts";
import { projectFiles, scratchFolder } from "../../support/scratch-project.ts";
import { testPython } from "../runner/project.ts";

const DESCRIPTION = fileURLToPath(new URL("../../../action.yml", import.meta.url));

/** A GitHub that ends with the test. */
export async function github(switches: Partial<Switches> = {}): Promise<Github> {
  const server = await startGithub({ permissions: { contents: "read", pull_requests: "write" }, ...switches });
  onTestFinished(() => server.stop());
  return server;
}

/** A pull request that brings a whole project of the fixtures; the base holds none of it. */
export function openProject(server: Github, name = "query-on-async-session"): PullRequest {
  return server.openPullRequest({ base: { "README.md": "# Shop\n" }, head: projectFiles(name) });
}

export interface StepRequest {
  readonly github: Github;
  readonly event: RunnerEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Null: the workflow has none to give. Default: the token of the server. */
  readonly token?: string | null;
  readonly environment?: Readonly<Record<string, string>>;
  /** Work between the checkout and our step, such as a step that runs the tests. */
  readonly before?: (workspace: string) => Promise<void>;
}

export interface StepRun extends BundleRun {
  readonly runner: RunnerFolder;
}

export interface StartedStep extends StartedBundle {
  readonly runner: RunnerFolder;
  /** The post step, to its end: with the state that the step left. */
  post(): Promise<BundleRun>;
}

/** Checks out as a workflow does and starts the bundle as the runner starts a step. */
export async function startStep(request: StepRequest): Promise<StartedStep> {
  const runner = runnerFolder(request.event, scratchFolder());
  await checkOut(request.github, request.event, runner.workspace);
  await request.before?.(runner.workspace);
  const token = request.token === undefined ? request.github.token : (request.token ?? "");
  const environment = {
    ...runner.environment,
    HOME: runner.environment["RUNNER_TEMP"] ?? "",
    ...inputVariables({ python: await testPython(), "github-token": token, ...request.inputs }),
    ...request.environment,
  };
  const started = startBundle({ cwd: runner.workspace, environment });
  const post = (): Promise<BundleRun> =>
    startBundle({ cwd: runner.workspace, environment: { ...environment, ...stateVariables(runner) } }).ended;
  return { ...started, runner, post };
}

/** The step, to its end. */
export async function runStep(request: StepRequest): Promise<StepRun> {
  const { ended, runner } = await startStep(request);
  return { ...(await ended), runner };
}

/** The step on a pull request's newest state. */
export async function runOn(
  server: Github,
  pull: PullRequest,
  request: Omit<StepRequest, "github" | "event"> = {},
): Promise<StepRun> {
  return runStep({ ...request, github: server, event: pullRequestEvent(server, pull) });
}

/** As the runner does it: every input of action.yml, upper-case, dashes kept; defaults without expressions. */
function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const description: { inputs: Record<string, { default: string }> } = parse(readFileSync(DESCRIPTION, "utf8"));
  const names = Object.entries(description.inputs).map(([name, input]) => [
    `INPUT_${name.toUpperCase()}`,
    given[name] ?? input.default,
  ]);
  return Object.fromEntries(names);
}

/** `core.saveState` for the post step. */
function stateVariables(runner: RunnerFolder): Record<string, string> {
  const text = readFileSync(runner.environment["GITHUB_STATE"] ?? "", "utf8");
  const blocks = [...text.matchAll(/^(\w+)<<(.+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(blocks.map((block) => [`STATE_${block[1] ?? ""}`, block[3] ?? ""]));
}

/** The outputs that are the same on every machine; paths only as "is there". */
export function outputsOf({ runner }: { readonly runner: RunnerFolder }): Record<string, string> {
  const outputs = runner.outputs();
  const folder = runner.environment["RUNNER_TEMP"] ?? "";
  const stable = Object.entries(outputs).map(([name, value]) => [
    name,
    stableOutput(name, value.replace(folder, "TEMP")),
  ]);
  return Object.fromEntries(stable);
}

/** How many groups and attempts it takes is the recipes' concern. */
function stableOutput(name: string, value: string): string {
  if (name === "groups") return value.replace(/"[0-9a-f]{16}"(,"[0-9a-f]{16}")*/, "KEYS");
  return name === "attempts" ? value.replace(/^[1-9]\d*$/, "N") : stableText(value);
}

function stableText(text: string): string {
  return text.replace(/autofix-\d+/, "RUN").replace(/http:\/\/127\.0\.0\.1:\d+/g, "GITHUB");
}

/** Workflow commands of a kind in the log: `error`, `notice`, ... as written. */
export function commandsIn({ stdout }: { readonly stdout: string }, ...kinds: readonly string[]): string[] {
  return stdout.split("\n").filter((line) => kinds.some((kind) => line.startsWith(`::${kind}`)));
}

/** Text of the file a path of the outputs names. */
export function outputFile({ runner }: { readonly runner: RunnerFolder }, name: string): string {
  return readFileSync(join(runner.outputs()[name] ?? ""), "utf8");
}
