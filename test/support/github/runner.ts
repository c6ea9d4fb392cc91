import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gitEnvironment } from "../git-repository.ts";
import type { RunnerEvent } from "./events.ts";
import type { Github } from "./server.ts";

const run = promisify(execFile);

/**
 * Checks the event's commit out as the checkout action does: one commit deep, detached for a merge ref, on its branch
 * otherwise, the token kept as a header. Asynchronous because the server may live in the same process.
 */
export async function checkOut(github: Github, event: RunnerEvent, folder: string): Promise<void> {
  const { sha, trackingRef, branch } = event.checkout;
  const git = (...words: readonly string[]): Promise<unknown> =>
    run("git", [...words], { cwd: folder, env: gitEnvironment() });
  const secret = Buffer.from(`x-access-token:${github.token}`).toString("base64");
  mkdirSync(folder, { recursive: true });
  await git("init", "--quiet", "--initial-branch=main", ".");
  await git("remote", "add", "origin", `${github.serverUrl}/${github.repository}`);
  await git("config", `http.${github.serverUrl}/.extraheader`, `AUTHORIZATION: basic ${secret}`);
  await git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", `+${sha}:${trackingRef}`);
  await git("checkout", "--quiet", "--force", ...(branch === null ? [trackingRef] : ["-B", branch, trackingRef]));
}

/** Folders and files that a runner prepares for a step, and their contents afterwards. */
export interface RunnerFolder {
  readonly workspace: string;
  /** The event's variables and those of files and folders. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the step wrote with `core.setOutput`. */
  outputs(): Readonly<Record<string, string>>;
  summary(): string;
}

/** Makes what a runner hands to a step, for running a built action without act. */
export function runnerFolder(event: RunnerEvent, folder: string): RunnerFolder {
  const workspace = path.join(folder, "work");
  const files = ["OUTPUT", "ENV", "PATH", "STATE", "STEP_SUMMARY"].map((name) => [
    `GITHUB_${name}`,
    path.join(folder, name.toLowerCase()),
  ]);
  const temporary = path.join(folder, "temp");
  const eventPath = path.join(folder, "event.json");
  mkdirSync(workspace, { recursive: true });
  mkdirSync(temporary, { recursive: true });
  writeFileSync(eventPath, JSON.stringify(event.payload));
  for (const [, file = ""] of files) {
    writeFileSync(file, "");
  }
  return {
    workspace,
    environment: {
      ...event.environment,
      ...Object.fromEntries(files),
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temporary,
      RUNNER_TOOL_CACHE: path.join(folder, "tools"),
    },
    outputs: () => parseOutputs(readFileSync(path.join(folder, "output"), "utf8")),
    summary: () => readFileSync(path.join(folder, "step_summary"), "utf8"),
  };
}

/** `name=value` lines and `name<<MARK` blocks of a runner's command file. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const [, name = "", mark = ""] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (mark !== "") {
      const end = lines.indexOf(mark, index + 1);
      outputs[name] = lines.slice(index + 1, end).join("\n");
      index = end;
    } else if (line.includes("=")) {
      outputs[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    }
  }
  return outputs;
}
