import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { processTree } from "../../../src/io/process-tree.ts";
import type { ProcessEntry } from "../../../src/io/process-tree.ts";

/** A real process, in a group of its own, that stands for whoever got a number that was ours. */
async function sleeper() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log()"], { detached: true });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return { pid: child.pid ?? 0, child };
}

function table(entries: ProcessEntry[]) {
  return { all: () => entries, one: (pid: number) => entries.find((one) => one.pid === pid), hasVariable: () => false };
}

const ROOT = 4_100_000;
const LEFT = 4_100_001;

function entry(pid: number, parent: number, more: Partial<ProcessEntry> = {}): ProcessEntry {
  return { pid, parent, group: pid, startTime: "1", isZombie: false, cpuTicks: 0, ...more };
}

test.each([
  { whose: "of the command", entries: (pid: number) => [entry(ROOT, 1, { startTime: "2" }), entry(pid, ROOT)] },
  {
    whose: "of the group",
    entries: (pid: number) => [entry(ROOT, 1, { startTime: "2" }), entry(pid, 1, { group: ROOT })],
  },
  { whose: "of a child that left", entries: (pid: number) => [entry(LEFT, 1, { startTime: "2" }), entry(pid, LEFT)] },
])("who got the number $whose later is a stranger, with all below it", async ({ entries }) => {
  const stranger = await sleeper();
  const now = [entry(ROOT, 1), entry(LEFT, ROOT)];
  const tree = processTree({ pid: ROOT, mark: "A=" }, table(now));
  tree.look();
  now.splice(0, 2, ...entries(stranger.pid));
  tree.look();
  expect(tree.isAlive()).toBe(false);
  tree.signal("SIGKILL");
  expect(stranger.child.signalCode).toBe(null);
  expect(process.kill(stranger.pid, 0)).toBe(true);
});

test("children of children are ours, also when they left the group before we looked again", () => {
  const now = [entry(ROOT, 1), entry(LEFT, ROOT), entry(LEFT + 2, LEFT + 1), entry(LEFT + 1, LEFT)];
  const tree = processTree({ pid: ROOT, mark: "A=" }, table(now));
  tree.look();
  now.splice(0, 4, entry(LEFT + 2, 1));
  expect(tree.isAlive()).toBe(true);
  now.splice(0, 1, entry(LEFT + 2, 1, { isZombie: true }));
  expect(tree.isAlive()).toBe(false);
});
