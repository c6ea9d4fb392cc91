import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Node 24, whatever runs the tests: the runtime that action.yml asks for. */
const NODE = fileURLToPath(new URL("../../node_modules/node/bin/node", import.meta.url));
const BUNDLE = fileURLToPath(new URL("../../dist/index.js", import.meta.url));

export interface BundleRequest {
  /** Command and flags; none for the step of an action. */
  readonly words?: readonly string[];
  readonly cwd: string;
  /** On top of PATH; nothing else of this process is passed on. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface BundleRun {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedBundle {
  readonly process: ChildProcess;
  readonly ended: Promise<BundleRun>;
}

/** Starts what users run: the committed bundle, in an environment that holds nothing of ours. */
export function startBundle({ words = [], cwd, environment }: BundleRequest): StartedBundle {
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const child = spawn(NODE, [BUNDLE, ...words], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const streams = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (streams.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (streams.stderr += text));
  const ended = new Promise<BundleRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...streams }));
  });
  return { process: child, ended };
}

/** The same, to its end. */
export function runBundle(request: BundleRequest): Promise<BundleRun> {
  return startBundle(request).ended;
}
