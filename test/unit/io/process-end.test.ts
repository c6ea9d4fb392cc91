import { expect, test } from "vitest";
import { endProcesses, runProcess } from "../../../src/io/process.ts";
import { leftRunning } from "../../integration/faults/scene.ts";

// A file of its own: what is ended here starts nothing any more.
test("all that runs is ended at once, nothing starts afterwards, and nobody who waits goes on", async () => {
  const command = [process.execPath, "-e", "setInterval(() => {}, 1000)"];
  const request = { command, cwd: "/", env: {}, timeoutSeconds: 30 };
  let ended = 0;
  const count = (): number => ended++;
  for (let number = 0; number < 3; number++) void runProcess(request).then(count);
  await pause(500);
  const before = leftRunning(process.pid).length;
  endProcesses();
  void runProcess(request).then(count);
  await pause(500);
  expect([before, leftRunning(process.pid).length, ended]).toEqual([3, 0, 0]);
});

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
