import { spawn } from "node:child_process";
import { type Ended, cleanEnvironment } from "./scratch-repository.ts";

export interface Place {
  readonly cwd: string;
  /** Temporary folder of the case. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Time in milliseconds at which whatever still runs is ended. */
  readonly deadline: number;
}

/** Thrown where the time for all cases is used up: the case was not judged. */
export class OutOfTime extends Error {}

/** Runs a program with a temporary folder of its own, and nothing of the surrounding Python or pytest set-up. */
export function run(command: string, words: readonly string[], place: Place): Promise<Ended> {
  const env = { ...cleanEnvironment(place.folder), ...place.env };
  return new Promise((resolve, reject) => {
    // A group of its own, so that the end takes the tests' own children too.
    const child = spawn(command, words, { cwd: place.cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    let isLate = false;
    const end = (): void => {
      isLate = true;
      endGroup(child.pid);
    };
    const timer = setTimeout(end, Math.max(0, place.deadline - Date.now()));
    const finish = (): void => clearTimeout(timer);
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => {
      finish();
      reject(error);
    });
    child.on("close", (code) => {
      finish();
      if (isLate) reject(new OutOfTime(`${command} was ended`));
      else resolve({ code: code ?? 1, output });
    });
  });
}

/** As `run`, for what must not fail. */
export async function mustRun(command: string, words: readonly string[], place: Place): Promise<string> {
  const { code, output } = await run(command, words, place);
  if (code !== 0) throw new Error(`${command} ${words.slice(0, 4).join(" ")} failed: ${output.trim().slice(-600)}`);
  return output;
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}
