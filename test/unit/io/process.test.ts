import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { boundedOutput } from "../../../src/io/bounded-output.ts";
import { runProcess } from "../../../src/io/process.ts";
import type { ProcessRequest } from "../../../src/io/process.ts";

const NODE = process.execPath;

async function run(script: string, more: Partial<ProcessRequest> = {}) {
  const result = await runProcess({ command: [NODE, "-e", script], cwd: "/", env: {}, timeoutSeconds: 30, ...more });
  return { ...result, durationSeconds: 0 };
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
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
  const line = await readFile(`/proc/${result.output.trim()}/stat`, "utf8").catch(() => ") Z");
  expect(line).toMatch(/\) Z/);
});

test("keeps head and tail of what is too long", () => {
  const output = boundedOutput(4, 4);
  for (const chunk of ["ab", "cdef", "ghijklmnop", "qrstuvwxyz"]) output.add(Buffer.from(chunk));
  expect(output.text()).toBe("abcd\n... 18 bytes left out ...\nwxyz");
  const short = boundedOutput(4, 4);
  for (const chunk of ["abc", "de", "fgh"]) short.add(Buffer.from(chunk));
  expect(short.text()).toBe("abcdefgh");
});

/** Whether a process with this word in its command still runs. */
async function runsStill(word: string): Promise<boolean> {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, "latin1").catch(() => "");
    if (command.split("\0").includes(word)) return true;
  }
  return false;
}

const WAIT = 'setInterval(() => {}, 1000); process.on("SIGTERM", () => {}); process.on("SIGHUP", () => {})';

test.each([
  ["in a session of its own", (word: string) => `setsid ${NODE} -e '${WAIT}' ${word} &`],
  [
    "forked twice, a session of its own each time, and its parents are gone",
    (word: string) => `setsid sh -c "setsid sh -c \\"${NODE} -e 'setInterval(Date,1e3)' ${word} &\\" &" &`,
  ],
])("at the time limit a process that ignores SIGTERM ends too: %s", async (_, line) => {
  const word = `word-${randomUUID()}`;
  const script = `${line(word)}\nsleep 600`;
  const [result, wasThere] = await Promise.all([
    run("", { command: ["sh", "-c", script], env: { PATH: process.env["PATH"] ?? "" }, timeoutSeconds: 2 }),
    pause(1500).then(async () => runsStill(word)),
  ]);
  expect([result.timedOut, wasThere, await runsStill(word)]).toEqual([true, true, false]);
});

test("a daemon that cut all ties before anybody looked, and holds our pipes, neither stays nor keeps us waiting", async () => {
  const word = `word-${randomUUID()}`;
  const started = performance.now();
  const script = `(setsid sh -c "setsid ${NODE} -e 'setInterval(Date,1e3)' ${word} & sleep 0.1" &) ; sleep 0.2`;
  await run("", { command: ["sh", "-c", script], env: { PATH: process.env["PATH"] ?? "" } });
  expect([await runsStill(word), performance.now() - started < 10_000]).toEqual([false, true]);
});

test("processes that start others faster than one can look are all ended", async () => {
  const folder = await mkdtemp(join(tmpdir(), "autofix-test-"));
  const inFolder = (name: string): string => join(folder, name);
  const [script, beats, stop] = [inFolder("again.sh"), inFolder("beats"), inFolder("stop")];
  // Each starts its successor in a session of its own, and ends: none is there twice when one looks.
  await writeFile(script, `echo >> ${beats}; sleep 0.05; [ -e ${stop} ] || setsid sh ${script} &`);
  const command = ["sh", "-c", `for i in 1 2 3 4 5 6 7 8; do sh ${script} & done; sleep 600`];
  await run("", { command, env: { PATH: process.env["PATH"] ?? "" }, timeoutSeconds: 1 });
  const { size } = await stat(beats);
  await pause(500);
  const after = (await stat(beats)).size;
  await writeFile(stop, ""); // ends what is left, should this fail
  await pause(200);
  await rm(folder, { recursive: true });
  expect([size > 16, after]).toEqual([true, size]);
});

test("what neither writes nor works is ended as idle; what does either is not", async () => {
  const [silent, writing, working] = await Promise.all([
    run("setInterval(() => {}, 100_000)", { idleSeconds: 2 }),
    run("let n = 0; const t = setInterval(() => { console.log(n); if (++n > 5) clearInterval(t) }, 700)", {
      idleSeconds: 2,
    }),
    run("const end = Date.now() + 4500; while (Date.now() < end);", { idleSeconds: 2 }),
  ]);
  expect([silent, writing, working]).toEqual([
    { ...ENDED, exitCode: null, signal: "SIGTERM", timedOut: true, wasIdle: true },
    { ...ENDED, output: "0\n1\n2\n3\n4\n5\n" },
    ENDED,
  ]);
});

test.each([
  ["1 GB of lines", "yes 0123456789012345678901234567890123456789 | head -c 1000000000", 1_000_000_000],
  ["one line of 50 MB", "head -c 50000000 /dev/zero | tr '\\0' x", 50_000_000],
])("%s: head and tail are kept, in bounded memory", async (_, line, bytes) => {
  const before = process.memoryUsage().rss;
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const result = await run("", { command: ["sh", "-c", line], env: { PATH: process.env["PATH"] ?? "" } });
  clearInterval(watching);
  const left = /\n\.\.\. (\d+) bytes left out \.\.\.\n/.exec(result.output);
  expect([result.exitCode, result.output.length - (left?.[0].length ?? 0) + Number(left?.[1])]).toEqual([0, bytes]);
  expect(most - before).toBeLessThan(150_000_000);
});
