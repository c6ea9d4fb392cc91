import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { boundedOutput } from "./bounded-output.ts";
import { processTree, sendSignal } from "./process-tree.ts";
import type { ProcessTree } from "./process-tree.ts";

/** A command to run without a shell. */
export interface ProcessRequest {
  /** The executable, looked up in the PATH of `env`, and its arguments. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** All of it: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Wall time. */
  readonly timeoutSeconds: number;
  /** Written to standard input; without it standard input is empty and closed. */
  readonly input?: string;
}

export interface ProcessResult {
  /** Null when a signal ended it, or when it could not be started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /** Standard output and error as they came, head and tail. */
  readonly output: string;
  readonly durationSeconds: number;
  /** Why it could not be started (no such file, no permission); null when it ran. */
  readonly startError: string | null;
}

const HEAD_BYTES = 100_000;
const TAIL_BYTES = 300_000;
const LOOK_EVERY_MILLISECONDS = 400;
/** Between SIGTERM and SIGKILL. */
const GRACE_MILLISECONDS = 2000;
/** For output that is still in the pipe when the process has ended. */
const DRAIN_MILLISECONDS = 300;

/**
 * Runs a command in a process group of its own. When its time is up, or when it has ended and left others behind, every
 * process that came from it is ended too, those that left the group included (seen on Linux only). Never throws for
 * what the command does.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const started = performance.now();
  const output = boundedOutput(HEAD_BYTES, TAIL_BYTES);
  const seconds = (): number => (performance.now() - started) / 1000;
  const [command = "", ...words] = request.command;
  return new Promise((resolve) => {
    const failed = (error: unknown): void =>
      resolve({ ...NOT_STARTED, durationSeconds: seconds(), startError: startErrorOf(command, error) });
    const child = start(command, words, request);
    if (child instanceof Error) return failed(child);
    child.once("error", failed);
    if (child.pid === undefined) return undefined;
    child.stdout?.on("data", (chunk: Buffer) => output.add(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.add(chunk));
    void watch(child, child.pid, request.timeoutSeconds).then((end) =>
      resolve({ ...end, output: output.text(), durationSeconds: seconds(), startError: null }),
    );
    return undefined;
  });
}

/** One for each command that runs now. */
const running = new Set<() => void>();

/**
 * Ends every command that runs now, at once and with all its processes: for the moment in which we are told to end
 * ourselves. Groups of their own would outlive us.
 */
export function killRunningProcesses(): void {
  for (const kill of running) kill();
}

const NOT_STARTED = { exitCode: null, signal: null, timedOut: false, output: "" };

function start(command: string, words: readonly string[], request: ProcessRequest): ChildProcess | Error {
  try {
    const stdin = request.input === undefined ? "ignore" : "pipe";
    const child = spawn(command, words, {
      cwd: request.cwd,
      env: { ...request.env },
      detached: true,
      stdio: [stdin, "pipe", "pipe"],
      windowsHide: true,
    });
    // A child that does not read its input closes the pipe: no concern of ours.
    child.stdin?.on("error", () => undefined).end(request.input);
    return child;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function startErrorOf(command: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return `\`${command}\` was not found (or the folder to run it in is missing)`;
  return error instanceof Error ? error.message : String(error);
}

async function watch(
  child: ChildProcess,
  pid: number,
  timeoutSeconds: number,
): Promise<Pick<ProcessResult, "exitCode" | "signal" | "timedOut">> {
  const tree = processTree(pid);
  const kill = (): void => {
    tree.look();
    sendSignal(-pid, "SIGKILL");
    tree.signal("SIGKILL");
  };
  running.add(kill);
  const looking = setInterval(() => tree.look(), LOOK_EVERY_MILLISECONDS);
  const exit = new Promise<{ exitCode: number | null; signal: string | null }>((resolve) => {
    child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
  });
  const closed = new Promise<true>((resolve) => {
    child.once("close", () => resolve(true));
  });
  const timely = await within(exit, timeoutSeconds * 1000);
  if (timely) await within(closed, DRAIN_MILLISECONDS);
  await endTree(tree, pid);
  clearInterval(looking);
  running.delete(kill);
  const end = timely ?? (await within(exit, GRACE_MILLISECONDS)) ?? { exitCode: null, signal: "SIGKILL" };
  await within(closed, DRAIN_MILLISECONDS);
  // A pipe held open by something we could not find must not keep us waiting.
  child.stdout?.destroy();
  child.stderr?.destroy();
  return { ...end, timedOut: timely === undefined };
}

async function endTree(tree: ProcessTree, pid: number): Promise<void> {
  tree.look();
  if (!isAlive(tree, pid)) return;
  sendSignal(-pid, "SIGTERM");
  tree.signal("SIGTERM");
  const deadline = performance.now() + GRACE_MILLISECONDS;
  while (performance.now() < deadline && isAlive(tree, pid)) await sleep(50);
  tree.look();
  sendSignal(-pid, "SIGKILL");
  tree.signal("SIGKILL");
}

function isAlive(tree: ProcessTree, pid: number): boolean {
  // Elsewhere than on Linux only the group can be asked.
  return process.platform === "linux" ? tree.isAlive() : groupLives(pid);
}

function groupLives(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

/** Undefined when the time is up first. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    // setTimeout wraps around above 2^31 - 1 ms.
    timer = setTimeout(() => resolve(undefined), Math.min(milliseconds, 2_147_483_647));
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
