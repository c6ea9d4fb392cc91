import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { restoreJournal } from "../../../src/io/journal.ts";
import { scratchFolder } from "../../support/scratch-project.ts";
import { atRandomMoments, pause, tally } from "./scene.ts";

const LOOP = fileURLToPath(new URL("writing-loop.ts", import.meta.url));
const NODE = fileURLToPath(new URL("../../../node_modules/node/bin/node", import.meta.url));
const START = "# start\n".repeat(60_000);
const PATCHED = "# patched, and longer\n".repeat(40_000);
const FILES = ["a.py", "b.py", "c.py"];

interface Killed {
  /** Before anything was undone. */
  readonly left: string;
  readonly after: string;
  readonly notices: readonly string[];
}

/** Kills a process that does nothing but write and put back; then undoes what it left. */
async function killedWhile(mode: string, milliseconds: number): Promise<Killed> {
  const [root, state] = [scratchFolder(), scratchFolder()];
  const times = new Map<string, number>();
  for (const name of FILES) {
    writeFileSync(join(root, name), START);
    times.set(name, statSync(join(root, name)).mtimeMs);
  }
  const journal = join(state, "journal");
  const child = spawn(NODE, [LOOP, mode, root, journal], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  await pause(milliseconds);
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  const textOf = (name: string): string => {
    const text = readFileSync(join(root, name), "utf8");
    return text === START ? "start" : text === PATCHED ? "patched" : "cut off";
  };
  const left = FILES.map(textOf).join(" ");
  const { notices } = await restoreJournal(journal, "leave");
  const isStale = mode === "put back" && FILES.some((name) => statSync(join(root, name)).mtimeMs !== times.get(name));
  return { left, after: FILES.map(textOf).join(" ") + (isStale ? ", other times" : ""), notices };
}

test.each([
  ["put back", ["start start start"]],
  ["leave", ["patched patched patched", "start start start"]],
])(
  "killed at 20 moments while it writes to %s: all files are of one state, none is kept for foreign",
  async (mode, allowed) => {
    const seed = Date.now();
    const play = async ({ milliseconds }: { milliseconds: number }): Promise<Killed> => killedWhile(mode, milliseconds);
    const rounds = await atRandomMoments({ count: 20, milliseconds: 200, seed, play });
    console.log(`${mode}, seed ${seed}: ${JSON.stringify(tally(rounds.map(({ left }) => left)))}`);
    const wrong = rounds.filter(({ after, notices }) => !allowed.includes(after) || notices.length > 0);
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
  },
);
