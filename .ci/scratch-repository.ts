import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Ended {
  readonly code: number;
  /** Standard output and error, as they came. */
  readonly output: string;
}

/** This process's variables with a temporary folder of its own, and nothing of the surrounding Python or pytest set-up. */
export function cleanEnvironment(temporary: string): NodeJS.ProcessEnv {
  const { PYTHONPATH: _path, VIRTUAL_ENV: _venv, PYTEST_ADDOPTS: _addopts, ...outer } = process.env;
  return { ...outer, TMPDIR: temporary, PYTHONDONTWRITEBYTECODE: "1" };
}

/** Runs a command with a temporary folder of its own, and nothing of the surrounding Python or pytest set-up. */
export function runIn(
  place: { readonly cwd: string; readonly temporary: string },
  command: string,
  words: readonly string[],
): Promise<Ended> {
  const env = cleanEnvironment(place.temporary);
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: place.cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A temporary folder for the work, gone afterwards whatever happens. */
export async function inTemporaryFolder<T>(prefix: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), prefix)));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Writes files below a folder, by their paths. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** Makes a folder a repository that holds everything in it, ignored files too. */
export async function commitAll(project: string): Promise<void> {
  const author = ["-c", "user.name=T", "-c", "user.email=t@example.org"];
  for (const words of [
    ["init", "-q"],
    ["add", "-A", "-f"],
    [...author, "commit", "-q", "-m", "As it stands"],
  ]) {
    const { code, output } = await runIn({ cwd: project, temporary: project }, "git", words);
    if (code !== 0) throw new Error(`git ${words.join(" ")} failed: ${output}`);
  }
}
