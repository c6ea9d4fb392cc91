import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { boundedOutput } from "../../../src/io/bounded-output.ts";
import { runProcess } from "../../../src/io/process.ts";
import type { ProcessRequest } from "../../../src/io/process.ts";

const NODE = process.execPath;

async function run(script: string, more: Partial<ProcessRequest> = {}) {
  const result = await runProcess({ command: [NODE, "-e", script], cwd: "/", env: {}, timeoutSeconds: 30, ...more });
  return { ...result, durationSeconds: 0 };
}

const ENDED = {
  exitCode: 0,
  signal: null,
  timedOut: false,
  wasIdle: false,
  output: "",
  durationSeconds: 0,
  startError: null,
};

test("gives exit code and both outputs; inherits no environment; standard input is empty", async () => {
  const script = `
    const names = Object.keys(process.env);
    process.stdout.write("out" + names.filter((name) => name !== "AUTOFIX_PROCESS").length + require("fs").readFileSync(0).length);
    setTimeout(() => { process.stderr.write("|err"); process.exitCode = 3 }, 100);`;
  expect(await run(script)).toEqual({ ...ENDED, exitCode: 3, output: "out00|err" });
});

test("writes the input", async () => {
  expect(await run("process.stdin.pipe(process.stdout)", { input: "grüße" })).toEqual({ ...ENDED, output: "grüße" });
});

test("a signal is told by name", async () => {
  expect(await run("process.kill(process.pid, 'SIGABRT')")).toEqual({ ...ENDED, exitCode: null, signal: "SIGABRT" });
});

test.each([["no-such-program-at-all"], ["/"], [""]])("what cannot be started is a value: %j", async (command) => {
  const result = await run("", { command: [command] });
  expect({ ...result, startError: typeof result.startError }).toEqual({
    ...ENDED,
    exitCode: null,
    startError: "string",
  });
});

test("the time limit ends a process that ignores SIGTERM", async () => {
  const script = "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
  expect(await run(script, { timeoutSeconds: 1 })).toEqual({
    ...ENDED,
    exitCode: null,
    signal: "SIGKILL",
    timedOut: true,
    output: "up\n",
  });
});

test("a process left behind is ended too", async () => {
  const script = `
    const { spawn } = require("child_process");
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit", detached: true });
    child.unref();
    setTimeout(() => console.log(child.pid), 1000)`;
  const result = await run(script);
  expect({ ...result, output: "" }).toEqual(ENDED);
  // A zombie that nobody has waited for yet does not run.
  const stat = await readFile(`/proc/${result.output.trim()}/stat`, "utf8").catch(() => ") Z");
  expect(stat).toMatch(/\) Z/);
});

test("keeps head and tail of what is too long", () => {
  const output = boundedOutput(4, 4);
  for (const chunk of ["ab", "cdef", "ghijklmnop", "qrstuvwxyz"]) output.add(Buffer.from(chunk));
  expect(output.text()).toBe("abcd\n... 18 bytes left out ...\nwxyz");
  const short = boundedOutput(4, 4);
  for (const chunk of ["abc", "de", "fgh"]) short.add(Buffer.from(chunk));
  expect(short.text()).toBe("abcdefgh");
});
