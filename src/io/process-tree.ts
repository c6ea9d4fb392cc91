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
}

/** The processes of this machine. */
export interface ProcessTable {
  all(): ProcessEntry[];
  one(pid: number): ProcessEntry | undefined;
}

/**
 * Remembers a process, its group and every descendant, so that one that left the process group (`setsid`) or lost its parent can
 * still be ended. Looks into /proc, so it knows nothing outside Linux.
 */
export interface ProcessTree {
  /** Looks now; call it from time to time, since an orphan's origin cannot be seen later. */
  look(): void;
  /** True when one of those seen still lives. */
  isAlive(): boolean;
  /** Signals those seen that still live. */
  signal(name: NodeJS.Signals): void;
}

/** To be called right after the start of `root`, while its number cannot have passed to another process. */
export function processTree(root: number, table: ProcessTable = PROC): ProcessTree {
  // By number and start time: the kernel gives numbers to others once their process has been waited for.
  const seen = new Map<string, SeenProcess>();
  const first = table.one(root);
  if (first) seen.set(keyOf(first), first);
  const living = (): SeenProcess[] =>
    [...seen.values()].filter(({ pid, startTime }) => {
      const now = table.one(pid);
      return now?.startTime === startTime && !now.isZombie;
    });
  return {
    look() {
      const entries = table.all();
      for (const entry of belonging(entries, root, new Set(seen.keys()))) seen.set(keyOf(entry), entry);
    },
    isAlive: () => living().length > 0,
    signal(name) {
      for (const { pid } of living()) sendSignal(pid, name);
    },
  };
}

function keyOf({ pid, startTime }: SeenProcess): string {
  return `${pid} ${startTime}`;
}

/** Those of the group of `root`, and those below one that is known to be ours, at any depth. */
function belonging(entries: readonly ProcessEntry[], root: number, ours: Set<string>): ProcessEntry[] {
  const byPid = new Map(entries.map((entry) => [entry.pid, entry]));
  const isOurs = (entry: ProcessEntry | undefined): boolean => entry !== undefined && ours.has(keyOf(entry));
  const leader = byPid.get(root);
  // While a group has members its number goes to nobody else; a stranger under that number has a group of its own.
  const isOurGroup = leader === undefined || isOurs(leader);
  const found: ProcessEntry[] = [];
  for (let before = -1; before < found.length;) {
    before = found.length;
    for (const entry of entries) {
      if (isOurs(entry) || !((isOurGroup && entry.group === root) || isOurs(byPid.get(entry.parent)))) continue;
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

/** From /proc/<pid>/stat, fields 3, 4, 5 and 22 of proc(5); the name before them may hold blanks and brackets. */
function readProcess(pid: number): ProcessEntry | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTime] = [fields[0], fields[19]];
    if (startTime === undefined) return undefined;
    return { pid, parent: Number(fields[1]), group: Number(fields[2]), startTime, isZombie: state === "Z" };
  } catch {
    return undefined;
  }
}

const PROC: ProcessTable = { all: readProcesses, one: readProcess };
