import { readdirSync, readFileSync } from "node:fs";

/** A process that we saw below ours; the start time tells it from a later one with the same number. */
interface SeenProcess {
  readonly pid: number;
  readonly startTime: string;
}

interface Entry extends SeenProcess {
  readonly parent: number;
  readonly group: number;
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

export function processTree(root: number): ProcessTree {
  const seen = new Map<number, SeenProcess>();
  return {
    look() {
      const entries = readProcesses();
      const belongs = (entry: Entry): boolean =>
        entry.pid === root || entry.group === root || entry.parent === root || seen.has(entry.parent);
      for (let grew = true; grew;) {
        const found = entries.filter((entry) => belongs(entry) && !seen.has(entry.pid));
        for (const entry of found) seen.set(entry.pid, entry);
        grew = found.length > 0;
      }
    },
    isAlive: () => [...seen.values()].some(lives),
    signal(name) {
      for (const { pid } of [...seen.values()].filter(lives)) sendSignal(pid, name);
    },
  };
}

function lives({ pid, startTime }: SeenProcess): boolean {
  return readProcess(pid)?.startTime === startTime;
}

/** Signals a process, or a process group by its negative number; harmless when it is gone. */
export function sendSignal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function readProcesses(): Entry[] {
  if (process.platform !== "linux") return [];
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
  } catch {
    return [];
  }
}

/** From /proc/<pid>/stat, fields 3, 4, 5 and 22 of proc(5); the name before them may hold blanks and brackets. */
function readProcess(pid: number): Entry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTime] = [fields[0], fields[19]];
    // A zombie only waits for its parent to notice.
    if (startTime === undefined || state === "Z") return undefined;
    return { pid, parent: Number(fields[1]), group: Number(fields[2]), startTime };
  } catch {
    return undefined;
  }
}
