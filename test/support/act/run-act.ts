import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { actBinary } from "../../../.ci/act.ts";
import { gitEnvironment } from "../git-repository.ts";
import type { RunnerEvent } from "../github/events.ts";
import type { JournalEntry } from "../github/journal.ts";
import { checkOut } from "../github/runner.ts";
import type { Github } from "../github/server.ts";

export interface ActRequest {
  readonly github: Github;
  readonly event: RunnerEvent;
  /** Path of the workflow file inside the checked-out commit. */
  readonly workflow?: string;
  /** Folders that stand in for remote actions, by `owner/name@ref`. */
  readonly actions: Readonly<Record<string, string>>;
  /** Variables of every step; on top of what the machine has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** `vars` of the workflow. */
  readonly variables?: Readonly<Record<string, string>>;
  /** `secrets` besides the token. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** The checkout step really runs, as the action that `actions` names for it; else act copies the commit's files. */
  readonly isCheckingOut?: boolean;
  /** Folders put behind Node's in front of PATH. */
  readonly paths?: readonly string[];
  /** Default two minutes. */
  readonly timeoutMilliseconds?: number;
}

export interface ActRun {
  /** 1 when a job failed, also when it failed as meant: judge by the journal and the branches. */
  readonly exitCode: number | null;
  /** Both streams, as they came, without colours. */
  readonly output: string;
  readonly journal: readonly JournalEntry[];
}

/** Folder of the Node that actions must run on: act takes the first `node` of PATH whatever `using:` says. */
const NODE_FOLDER = fileURLToPath(new URL("../../../node_modules/node/bin", import.meta.url));

/**
 * Runs a workflow with act in host mode on the event's own commit, freshly fetched from the GitHub of the test. Throws
 * unless a step `node --version` in the workflow shows that Node 24 is first in PATH.
 */
export async function runAct(request: ActRequest): Promise<ActRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "act-"));
  try {
    const work = path.join(folder, "work");
    await checkOut(request.github, request.event, work);
    writeFileSync(path.join(folder, "event.json"), JSON.stringify(request.event.payload));
    mkdirSync(path.join(folder, "home"));
    const { exitCode, output } = await spawnAct(request, folder);
    if (!/\bv24\.\d+\.\d+/.test(output)) {
      throw new Error(`No step showed Node 24:\n${output}`);
    }
    return { exitCode, output, journal: request.github.journal };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function actWords(request: ActRequest, folder: string): readonly string[] {
  const { github, event } = request;
  const environment = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_REPOSITORY: github.repository,
    ...request.environment,
  };
  return [
    event.name,
    `--workflows=${request.workflow ?? ".github/workflows/ci.yml"}`,
    `--eventpath=${path.join(folder, "event.json")}`,
    "--platform=ubuntu-latest=-self-hosted",
    `--action-cache-path=${path.join(folder, "cache")}`,
    `--actor=${event.environment["GITHUB_ACTOR"] ?? "octo"}`,
    `--secret=GITHUB_TOKEN=${github.token}`,
    ...Object.entries(request.secrets ?? {}).map(([name, value]) => `--secret=${name}=${value}`),
    ...Object.entries(request.variables ?? {}).map(([name, value]) => `--var=${name}=${value}`),
    ...(request.isCheckingOut === true ? ["--no-skip-checkout"] : []),
    "--action-offline-mode",
    "--no-cache-server",
    ...Object.entries(environment).map(([name, value]) => `--env=${name}=${value}`),
    ...Object.entries(request.actions).map(([name, place]) => `--local-repository=${name}=${place}`),
  ];
}

function spawnAct(request: ActRequest, folder: string): Promise<{ exitCode: number | null; output: string }> {
  const home = path.join(folder, "home");
  const search = [NODE_FOLDER, ...(request.paths ?? []), process.env["PATH"] ?? ""].join(path.delimiter);
  const child = spawn(actBinary(), [...actWords(request, folder)], {
    cwd: path.join(folder, "work"),
    // No settings of the person who runs the tests: act reads ~/.actrc, git ~/.gitconfig.
    env: gitEnvironment({ PATH: search, HOME: home, XDG_CONFIG_HOME: home, NO_COLOR: "1" }),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: request.timeoutMilliseconds ?? 120_000,
    killSignal: "SIGTERM",
  });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output }));
  });
}
