import { expect, test } from "vitest";
import { NO_EVIDENCE } from "../../../src/domain/evidence.ts";
import type { PythonModule } from "../../../src/domain/python.ts";
import { pythonBridge } from "../../../src/io/python-bridge.ts";
import { changesAsyncCode, failsByConcurrency } from "../../../src/verify/concurrency.ts";
import { failure } from "../../support/runs.ts";

async function moduleOf(text: string): Promise<PythonModule | undefined> {
  const [parsed] = await pythonBridge(["python3"], { PATH: process.env["PATH"] ?? "" }).parse([{ path: "a.py", text }]);
  return parsed && "tree" in parsed ? parsed : undefined;
}

const CODE = `def plain(x):
    return x + 1


async def waits(x):
    y = x + 1
    await x.done()
    return y


def starts(x):
    async def inner():
        return x

    return run(inner())


TOTAL = 1
`;

test.each([
  ["a line of a coroutine", "    y = x + 1\n", "    y = x\n", true],
  ["a coroutine inside a function", "        return x\n", "        return None\n", true],
  ["a function that becomes one", "def plain", "async def plain", true],
  ["a coroutine that is none any more", "    async def inner", "    def inner", true],
  ["a line less of a coroutine", "    await x.done()\n", "", true],
  ["a plain function", "return x + 1", "return x", false],
  ["a function around a coroutine", "run(inner())", "runs(inner())", false],
  ["the module", "TOTAL = 1", "TOTAL = 2", false],
  ["a comment above", "def plain", "# plain\ndef plain", false],
])("whether a change is about code that awaits: %s", async (_title, from, to, expected) => {
  const after = CODE.replace(from, to);
  const modules = { before: await moduleOf(CODE), after: await moduleOf(after) };
  expect(changesAsyncCode({ path: "a.py", before: CODE, after }, modules)).toBe(expected);
});

function said(type: string, message: string): boolean {
  return failsByConcurrency([failure("t", { exception: { type, message } })], NO_EVIDENCE);
}

test.each([
  ["sqlalchemy.exc.MissingGreenlet", "greenlet_spawn has not been called"],
  ["RuntimeError", "Task got Future attached to a different loop: event loop is closed"],
  ["InterfaceError", "cannot perform operation: another operation is in progress"],
  ["AttributeError", "'coroutine' object has no attribute 'all'"],
])("%s: %s is about concurrency", (type, message) => {
  expect(said(type, message)).toBe(true);
});

test.each([
  ["ValueError", "wrong"],
  ["AssertionError", "assert 1 == 2"],
  ["TypeError", "threadbare() takes no argument"],
])("%s: %s is not", (type, message) => {
  expect(said(type, message)).toBe(false);
});

test("a dropped coroutine is, and a cause further down the chain", () => {
  const dropped = { ...NO_EVIDENCE, neverAwaited: [{ coroutine: "C.m", frames: [] }] };
  const link = { type: "MissingGreenlet", message: null, relation: "cause" as const, frames: [] };
  expect([
    failsByConcurrency([failure("t")], dropped),
    failsByConcurrency([failure("t", { chain: [link] })], NO_EVIDENCE),
    failsByConcurrency([failure("t")], NO_EVIDENCE),
  ]).toEqual([true, true, false]);
});
