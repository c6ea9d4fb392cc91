import { readdirSync, readFileSync } from "node:fs";
import { treeState } from "../../support/scratch-project.ts";

/** The smallest project whose failure a recipe mends: one test, one file, no plugin that costs a start. */
export const PROJECT: Readonly<Record<string, string>> = {
  "store.py": [
    "from sqlalchemy.ext.asyncio import AsyncSession",
    "",
    "",
    "async def ticket(session: AsyncSession, name):",
    "    return session.get(object, name)",
    "",
  ].join("\n"),
  "test_store.py": [
    "import asyncio",
    "",
    "from sqlalchemy.ext.asyncio import AsyncSession",
    "",
    "from store import ticket",
    "",
    "",
    "class Session(AsyncSession):",
    "    async def get(self, entity, ident):",
    "        return ident",
    "",
    "",
    "def test_ticket():",
    '    assert asyncio.run(ticket(Session(), "a")) == "a"',
    "",
  ].join("\n"),
  "pytest.ini": "[pytest]\naddopts = -p no:asyncio -p no:xdist -p no:rerunfailures -p no:anyio\n",
};
export const PATCHED = (PROJECT["store.py"] ?? "").replace("return session", "return await session");

/** The tracked files: bytes, mode and time of last change. What tests make beside them is theirs. */
export function trackedState(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(treeState(folder)).filter(([path]) => path in PROJECT));
}

export interface Rounds<T> {
  readonly count: number;
  /** Of a run that nobody disturbs. */
  readonly milliseconds: number;
  readonly seed: number;
  readonly play: (round: { readonly index: number; readonly milliseconds: number }) => Promise<T>;
}

/** One round for each equal part of a run's time, at a random moment in it; two rounds at a time. */
export async function atRandomMoments<T>({ count, milliseconds, seed, play }: Rounds<T>): Promise<T[]> {
  const random = randomNumbers(seed);
  const moments = Array.from({ length: count }, (_, index) => (milliseconds * (index + random())) / count);
  const waiting = [...moments.entries()];
  const results: T[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, moment] = next;
      results[index] = await play({ index, milliseconds: moment });
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** The same numbers for the same seed, at least 0 and below 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Processes that a run of ours started and that still run, by the variable in their environment. */
export function leftRunning(pid: number): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      const isOurs = readFileSync(`/proc/${name}/environ`, "latin1").includes(`AUTOFIX_PROCESS=${pid}.`);
      return isOurs && !/\) Z/.test(readFileSync(`/proc/${name}/stat`, "latin1"));
    } catch {
      return false;
    }
  });
}

export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** How often each value occurs, for a line that people read. */
export function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
