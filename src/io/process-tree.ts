import { readdirSync, readFileSync } from "node:fs";

/** A process that we saw below ours; the start time tells it from a later one with the same number. */
interface SeenProcess {
  readonly pid: number;
  readonly startTime: string;
}

/** A process as it is now. */
export interface ProcessEntry extends SeenProcess {
  readonly parent: number;
  readonly group: number;
  /** Ended; it only waits for its parent to notice. */
  readonly isZombie: boolean;
  /** User and system time that it has used so far; only differences mean something. */
  readonly cpuTicks: number;
}

/** The processes of this machine. */
export interface ProcessTable {
  all(): ProcessEntry[];
  one(pid: number): ProcessEntry | undefined;
  /** Whether it was started with a variable that begins so (`NAME=val`); null where no environment can be read. */
  hasVariable(pid: number, beginning: string): boolean | null;
}

/**
 * Remembers a process, its group and every descendant, so that one that left the process group (`setsid`) or lost its parent can
 * still be ended. Looks into /proc, so it knows nothing outside Linux.
 */
export interface ProcessTree {
  /** Looks now; call it from time to time, since an orphan's origin cannot be seen later. */
  look(): void;
  /**
   * Looks also for those that carry our mark: a daemon that forked twice between two looks has neither parent nor group
   * in common with us. Reads the environment of every process of this user.
   */
  lookForMarked(): void;
  /** True when one of those seen still lives. */
  isAlive(): boolean;
  /** Signals those seen that still live. */
  signal(name: NodeJS.Signals): void;
  /** Ends all, at once: stops them first, so that none starts another while we look for the rest. */
  kill(): void;
  /** What those seen have used so far, with those that ended in between; only differences mean something. */
  cpuTicks(): number;
}

/** How often we look for more before all are killed; each look finds only what was started during the one before. */
const MAX_STOPPING_LOOKS = 100;
/** One that ends while we read has a successor that is not in our list: only several looks without news mean none. */
const QUIET_LOOKS = 8;
const LOOK_APART_MILLISECONDS = 3;
/** To wait on without letting anything else run: we may be on our way out. */
const NOTHING = new Int32Array(new SharedArrayBuffer(4));

export interface TreeRoot {
  /** The process and its group; null when it is no longer known. */
  readonly pid: number | null;
  /** The beginning of a variable (`NAME=val`) that only its environment holds, and what it hands down. */
  readonly mark: string;
}

/** To be called right after the start of the root, while its number cannot have passed to another process. */
export function processTree({ pid: root, mark }: TreeRoot, table: ProcessTable = PROC): ProcessTree {
  // By number and start time: the kernel gives numbers to others once their process has been waited for.
  const seen = new Map<string, SeenProcess>();
  const ticks = new Map<string, number>();
  const first = root === null ? undefined : table.one(root);
  if (first) seen.set(keyOf(first), first);
  const living = (): SeenProcess[] =>
    [...seen.values()].filter(({ pid, startTime }) => {
      const now = table.one(pid);
      return now?.startTime === startTime && !now.isZombie;
    });
  const look = (): void => {
    const entries = table.all();
    for (const entry of belonging(entries, root, new Set(seen.keys()))) seen.set(keyOf(entry), entry);
    for (const entry of entries) if (seen.has(keyOf(entry))) ticks.set(keyOf(entry), entry.cpuTicks);
  };
  // Those whose environment is without our mark: read once. While it starts, a process has none for a moment.
  const strangers = new Set<string>();
  const lookForMarked = (found: (pid: number) => void = () => undefined): void => {
    for (const entry of table.all()) {
      const key = keyOf(entry);
      if (seen.has(key) || strangers.has(key)) continue;
      const answer = table.hasVariable(entry.pid, mark);
      if (answer === false) strangers.add(key);
      if (answer !== true) continue;
      seen.set(key, entry);
      found(entry.pid);
    }
    look();
  };
  const signal = (name: NodeJS.Signals): void => {
    // The whole group in one call: nothing in it can start another process meanwhile.
    if (root !== null && isOurGroup(table.one(root), new Set(seen.keys()))) sendSignal(-root, name);
    for (const { pid } of living()) sendSignal(pid, name);
  };
  return {
    look,
    lookForMarked: () => lookForMarked(),
    isAlive: () => living().length > 0,
    signal,
    kill() {
      for (let looks = 0, quiet = 0; looks < MAX_STOPPING_LOOKS && quiet < QUIET_LOOKS; looks++) {
        const before = seen.size;
        signal("SIGSTOP");
        lookForMarked((pid) => sendSignal(pid, "SIGSTOP"));
        quiet = seen.size > before ? 0 : quiet + 1;
        Atomics.wait(NOTHING, 0, 0, LOOK_APART_MILLISECONDS);
      }
      signal("SIGKILL");
    },
    cpuTicks: () => [...ticks.values()].reduce((sum, one) => sum + one, 0),
  };
}

/** When a process was started, in a form that only means something when compared; empty where it cannot be told. */
export function startTimeOf(pid: number): string {
  return PROC.one(pid)?.startTime ?? "";
}

function keyOf({ pid, startTime }: SeenProcess): string {
  return `${pid} ${startTime}`;
}

/** While a group has members its number goes to nobody else; a stranger under that number has a group of its own. */
function isOurGroup(leader: ProcessEntry | undefined, ours: ReadonlySet<string>): boolean {
  return leader === undefined || ours.has(keyOf(leader));
}

/** Those of the group of `root`, and those below one that is known to be ours, at any depth. */
function belonging(entries: readonly ProcessEntry[], root: number | null, ours: Set<string>): ProcessEntry[] {
  const byPid = new Map(entries.map((entry) => [entry.pid, entry]));
  const isOurs = (entry: ProcessEntry | undefined): boolean => entry !== undefined && ours.has(keyOf(entry));
  const group = root !== null && isOurGroup(byPid.get(root), ours) ? root : null;
  const found: ProcessEntry[] = [];
  for (let before = -1; before < found.length;) {
    before = found.length;
    for (const entry of entries) {
      if (isOurs(entry) || !(entry.group === group || isOurs(byPid.get(entry.parent)))) continue;
      ours.add(keyOf(entry));
      found.push(entry);
    }
  }
  return found;
}

/** Signals a process, or a process group by its negative number; harmless when it is gone. */
export function sendSignal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function readProcesses(): ProcessEntry[] {
  if (process.platform !== "linux") return [];
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
  } catch {
    return [];
  }
}

/** From /proc/<pid>/stat, fields 3, 4, 5, 14, 15 and 22 of proc(5); the name before them may hold blanks and brackets. */
function readProcess(pid: number): ProcessEntry | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTime] = [fields[0], fields[19]];
    if (startTime === undefined) return undefined;
    const isZombie = state === "Z";
    const cpuTicks = Number(fields[11]) + Number(fields[12]);
    return { pid, parent: Number(fields[1]), group: Number(fields[2]), startTime, isZombie, cpuTicks };
  } catch {
    return undefined;
  }
}

function hasVariable(pid: number, beginning: string): boolean | null {
  if (pid === process.pid) return false;
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, "latin1");
    return environment === "" ? null : `\0${environment}`.includes(`\0${beginning}`);
  } catch {
    return null; // ended, or somebody else's
  }
}

const PROC: ProcessTable = { all: readProcesses, one: readProcess, hasVariable };
