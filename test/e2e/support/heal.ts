import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Case } from "../../../src/domain/case.ts";
import { runAct, type ActRun } from "../../support/act/run-act.ts";
import type { FileChanges, Files } from "../../support/git-repository.ts";
import { pullRequestEvent, workflowDispatchEvent } from "../../support/github/events.ts";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { PullRequest } from "../../support/github/state.ts";
import type { Switches } from "../../support/github/switches.ts";
import { readProject } from "./project.ts";
import { ACTION, workflowText, type WorkflowPlan } from "./workflow.ts";

export interface HealRequest {
  /** A folder with a Python project, or its files: what the head of the pull request holds. */
  readonly project: string | Files;
  /** The same project on the base branch, as changes against the head; default: nothing of it is there yet. */
  readonly base?: FileChanges;
  /** Inputs of the action. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workflow?: Partial<WorkflowPlan>;
  readonly event?: "pull_request" | "workflow_dispatch";
  /** The token's permissions, and every other rule of the GitHub. */
  readonly switches?: Partial<Switches>;
  /** Path of the interpreter that has the project's requirements; it becomes `python` of the workflow. */
  readonly python: string;
  /** Variables of every step, such as a database URL. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder of the action; default: this repository's `action.yml` and `dist`. */
  readonly action?: string;
}

export interface Healing extends ActRun {
  /** The caller stops it. */
  readonly github: Github;
  readonly pull: PullRequest;
  /** Outputs of the action; empty when its step did not run. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Texts of the patched files as the action ran the tests on them, by path. */
  readonly verified: Readonly<Record<string, string>>;
}

/** Opens a pull request with a project, runs its workflow (tests, then the action when they failed), and gives all there is to see. */
export async function heal(request: HealRequest): Promise<Healing> {
  const github = await startGithub({ permissions: { contents: "read", pull_requests: "write" }, ...request.switches });
  const pull = openPullRequest(github, request);
  return { github, pull, ...(await runWorkflow(github, pull, request)) };
}

/** The same workflow once more on what the pull request is now, as after a push or a click on "Re-run". */
export async function healAgain(before: Healing, request: HealRequest): Promise<Healing> {
  const { github, pull } = before;
  return { github, pull, ...(await runWorkflow(github, pull, request)) };
}

function openPullRequest(github: Github, request: HealRequest): PullRequest {
  const head = typeof request.project === "string" ? readProject(request.project) : request.project;
  const workflow = { ".github/workflows/ci.yml": workflowText({ inputs: request.inputs ?? {}, ...request.workflow }) };
  const changed = request.base ?? Object.fromEntries(Object.keys(head).map((name) => [name, null]));
  const base = Object.entries({ ...head, ...changed }).flatMap(([name, content]) =>
    content === null ? [] : [[name, content] as const],
  );
  // Files that only the base has are gone in the head.
  const removed = Object.keys(changed).filter((name) => changed[name] !== null && !(name in head));
  return github.openPullRequest({
    base: { "README.md": "# Shop\n", ...workflow, ...Object.fromEntries(base) },
    head: { ...head, ...Object.fromEntries(removed.map((name) => [name, null])) },
  });
}

async function runWorkflow(
  github: Github,
  pull: PullRequest,
  request: HealRequest,
): Promise<Omit<Healing, "github" | "pull">> {
  const folder = mkdtempSync(path.join(tmpdir(), "heal-"));
  const outputs = path.join(folder, "outputs.json");
  const bin = path.dirname(request.python);
  const byHand = request.event === "workflow_dispatch";
  try {
    const run = await runAct({
      github,
      event: byHand ? workflowDispatchEvent(github, { branch: pull.head.ref }) : pullRequestEvent(github, pull),
      actions: { [ACTION]: request.action ?? packedAction(folder) },
      environment: { VIRTUAL_ENV: path.dirname(bin), ACTION_OUTPUTS: outputs, ...request.environment },
      paths: [bin],
      timeoutMilliseconds: 280_000,
    });
    return { ...run, outputs: readOutputs(outputs), verified: readVerified(`${outputs}.case`) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Only what `uses:` needs, so that a bundle which reads its repository is found out. */
function packedAction(folder: string): string {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const packed = path.join(folder, "action");
  for (const name of ["action.yml", "dist"]) {
    cpSync(path.join(root, name), path.join(packed, name), { recursive: true });
  }
  return packed;
}

function readOutputs(file: string): Readonly<Record<string, string>> {
  try {
    const outputs: Record<string, string> = JSON.parse(readFileSync(file, "utf8"));
    return outputs;
  } catch {
    return {};
  }
}

function readVerified(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  const document: Pick<Case, "patch"> = JSON.parse(readFileSync(file, "utf8"));
  return Object.fromEntries((document.patch?.changes ?? []).map(({ path: name, after }) => [name, after]));
}
