import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { boundedOutput } from "./bounded-output.ts";
import { processTree, sendSignal, startTimeOf } from "./process-tree.ts";
import type { ProcessTree } from "./process-tree.ts";

/** A command to run without a shell. */
export interface ProcessRequest {
  /** The executable, looked up in the PATH of `env`, and its arguments. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** All of it but for one variable, by which we know on Linux what the command started: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Wall time. */
  readonly timeoutSeconds: number;
  /** How long it may write nothing and use next to no processor time, with all it started (Linux). Default: 600. */
  readonly idleSeconds?: number;
  /** Written to standard input; without it standard input is empty and closed. */
  readonly input?: string;
}

export interface ProcessResult {
  /** Null when a signal ended it, or when it could not be started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Ended by us: its time was up, or it was idle. */
  readonly timedOut: boolean;
  readonly wasIdle: boolean;
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
/** Nothing that works is silent and still for so long; what waits for a lock or a server that never answers is. */
export const IDLE_SECONDS = 600;
/** Of a processor, below which a process only waits: timers that fire now and then are no work. In ticks of 10 ms. */
const IDLE_TICKS_PER_SECOND = 0.1;

/**
 * Runs a command in a process group of its own. When its time is up, or when it has ended and left others behind, every
 * process that came from it is ended too, those that left the group or cut all ties to us included (seen on Linux only;
 * what cleared its environment as well is not found). Never throws for what the command does.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const started = performance.now();
  const output = boundedOutput(HEAD_BYTES, TAIL_BYTES);
  const seconds = (): number => (performance.now() - started) / 1000;
  const [command = "", ...words] = request.command;
  const run: Run = { request, mark: `${markOf(thisProcess())}${++runs}.`, lastOutput: { at: started } };
  return new Promise((resolve) => {
    const failed = (error: unknown): void =>
      resolve({ ...NOT_STARTED, durationSeconds: seconds(), startError: startErrorOf(command, error) });
    // Whoever waits for it has nothing more to do: the process ends as soon as the tree is as it was.
    if (isEnding) return undefined;
    const child = start(command, words, run);
    if (child instanceof Error) return failed(child);
    child.once("error", failed);
    if (child.pid === undefined) return undefined;
    const add = (chunk: Buffer): void => {
      run.lastOutput.at = performance.now();
      output.add(chunk);
    };
    child.stdout?.on("data", add);
    child.stderr?.on("data", add);
    void watch(child, child.pid, run).then((end) =>
      isEnding ? undefined : resolve({ ...end, output: output.text(), durationSeconds: seconds(), startError: null }),
    );
    return undefined;
  });
}

interface Run {
  readonly request: ProcessRequest;
  readonly mark: string;
  readonly lastOutput: { at: number };
}

/** One for each command that runs now. */
const running = new Set<() => void>();
let runs = 0;
let isEnding = false;

/**
 * Ends every command that runs now, at once and with all its processes, and lets no other start: for the moment in which
 * we are told to end ourselves. Groups of their own would outlive us. Nobody who waits for one hears of it any more.
 */
export function endProcesses(): void {
  isEnding = true;
  for (const kill of running) kill();
}

/** A process of ours; the start time tells it from a later one with the same number. */
export interface OurProcess {
  readonly pid: number;
  readonly startTime: string;
}

export function thisProcess(): OurProcess {
  return { pid: process.pid, startTime: startTimeOf(process.pid) };
}

/** Ends what the commands of another process left behind when it was killed (Linux). */
export function endProcessesOf(owner: OurProcess): void {
  processTree({ pid: null, mark: markOf(owner) }).kill();
}

/** The beginning of the variable that all commands of a process have in their environment. */
function markOf({ pid, startTime }: OurProcess): string {
  return `AUTOFIX_PROCESS=${pid}.${startTime}.`;
}

const NOT_STARTED = { exitCode: null, signal: null, timedOut: false, wasIdle: false, output: "" };

function start(command: string, words: readonly string[], { request, mark }: Run): ChildProcess | Error {
  const [name = "", value] = mark.split("=");
  try {
    const stdin = request.input === undefined ? "ignore" : "pipe";
    const child = spawn(command, words, {
      cwd: request.cwd,
      env: process.platform === "linux" ? { ...request.env, [name]: value } : { ...request.env },
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

type End = Pick<ProcessResult, "exitCode" | "signal" | "timedOut" | "wasIdle">;

async function watch(child: ChildProcess, pid: number, run: Run): Promise<End> {
  const tree = processTree({ pid, mark: run.mark });
  const kill = (): void => killAll(tree, pid);
  running.add(kill);
  const exit = new Promise<{ exitCode: number | null; signal: string | null }>((resolve) => {
    child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
  });
  const closed = new Promise<true>((resolve) => {
    child.once("close", () => resolve(true));
  });
  const isIdle = idleness(tree, run);
  let tell = (): void => undefined;
  const idle = new Promise<"idle">((resolve) => {
    tell = () => resolve("idle");
  });
  const looking = setInterval(() => {
    tree.look();
    if (isIdle()) tell();
  }, LOOK_EVERY_MILLISECONDS);
  const timely = await within(Promise.race([exit, idle]), run.request.timeoutSeconds * 1000);
  const ended = timely === "idle" ? undefined : timely;
  if (ended) await within(closed, DRAIN_MILLISECONDS);
  await endTree(tree, pid);
  clearInterval(looking);
  running.delete(kill);
  const end = ended ?? (await within(exit, GRACE_MILLISECONDS)) ?? { exitCode: null, signal: "SIGKILL" };
  await within(closed, DRAIN_MILLISECONDS);
  // A pipe held open by something we could not find must not keep us waiting.
  child.stdout?.destroy();
  child.stderr?.destroy();
  return { ...end, timedOut: ended === undefined, wasIdle: timely === "idle" };
}

/** Tells, after each look at the tree, whether nothing in it has written or worked for too long. */
function idleness(tree: ProcessTree, { request, lastOutput }: Run): () => boolean {
  const seconds = request.idleSeconds ?? IDLE_SECONDS;
  let worked = { at: performance.now(), ticks: 0 };
  return () => {
    const ticks = tree.cpuTicks();
    if (ticks - worked.ticks > seconds * IDLE_TICKS_PER_SECOND) worked = { at: performance.now(), ticks };
    const since = Math.max(worked.at, lastOutput.at);
    return process.platform === "linux" && performance.now() - since > seconds * 1000;
  };
}

async function endTree(tree: ProcessTree, pid: number): Promise<void> {
  tree.lookForMarked();
  if (!isAlive(tree, pid)) return;
  tree.signal("SIGTERM");
  const deadline = performance.now() + GRACE_MILLISECONDS;
  while (performance.now() < deadline && isAlive(tree, pid)) await sleep(50);
  killAll(tree, pid);
}

function killAll(tree: ProcessTree, pid: number): void {
  tree.kill();
  // Elsewhere than on Linux the tree knows its group only.
  if (process.platform !== "linux") sendSignal(-pid, "SIGKILL");
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
