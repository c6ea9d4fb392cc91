import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { findPython } from "../../../src/io/python-finder.ts";
import type { PythonSearch } from "../../../src/io/python-finder.ts";

let root = "";

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "finder-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
});

/** A program that answers as an interpreter would, with these facts. */
async function interpreter(path: string, version: string, hasPytest = true): Promise<void> {
  await script(path, `echo 'autofix:["/real/python", "${version}", ${hasPytest}]'`);
}

async function script(path: string, line: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), `#!/bin/sh\n${line}\n`);
  await chmod(join(root, path), 0o755);
}

async function find(more: Partial<PythonSearch> = {}) {
  const env = { PATH: join(root, "bin"), ...more.env };
  const found = await findPython({
    root,
    workingDirectory: "app",
    python: null,
    needsPytest: true,
    ...more,
    env,
  });
  return found.kind === "found"
    ? [found.command.map((word) => word.replace(root, "")), found.version, found.foundBy]
    : [found.problem.code, found.problem.why.replaceAll(root, ""), found.problem.next];
}

test("takes them in the order told, and passes over what does not start or has no pytest", async () => {
  await mkdir(join(root, "app"));
  expect(await find()).toEqual([
    "no-python",
    "Tried `python3`: not found; `python`: not found.",
    "Set the input `python` to the interpreter that runs your tests, or `test-command` to the command.",
  ]);
  await interpreter("bin/python3", "3.9.1", false);
  await script("bin/python", "echo broken >&2; exit 3");
  expect(await find()).toEqual([
    "no-pytest",
    "Tried `python3`: Python 3.9.1 without pytest; `python`: ended with exit code 3: broken.",
    "Set the input `python` to the interpreter that runs your tests, or `test-command` to the command.",
  ]);
  await interpreter("bin/python", "3.9.2");
  expect(await find()).toEqual([["python"], "3.9.2", "`python` on the path"]);
  expect(await find({ needsPytest: false })).toEqual([["python3"], "3.9.1", "`python3` on the path"]);
  await writeFile(join(root, "uv.lock"), "");
  expect(await find()).toEqual([["python"], "3.9.2", "`python` on the path"]);
  await interpreter("bin/uv", "3.10.1");
  expect(await find()).toEqual([["uv", "run", "--frozen", "python"], "3.10.1", "uv.lock"]);
  await interpreter("venv/bin/python", "3.11.1");
  await interpreter(".venv/bin/python", "3.11.2");
  expect(await find()).toEqual([["/.venv/bin/python"], "3.11.2", "the virtual environment .venv"]);
  await interpreter("app/venv/bin/python", "3.11.3");
  expect(await find()).toEqual([["/app/venv/bin/python"], "3.11.3", "the virtual environment venv"]);
  await interpreter("other/bin/python", "3.12.1");
  expect(await find({ env: { VIRTUAL_ENV: join(root, "other") } })).toEqual([
    ["/other/bin/python"],
    "3.12.1",
    "the active virtual environment",
  ]);
  expect(await find({ python: join(root, "venv/bin/python") })).toEqual([
    ["/venv/bin/python"],
    "3.11.1",
    "the input `python`",
  ]);
});

test("an interpreter that is asked for and does not start is a problem, whatever else is there", async () => {
  await mkdir(join(root, "app"));
  await interpreter("bin/python3", "3.9.1");
  expect(await find({ python: "python9" })).toEqual([
    "no-python",
    "Tried `python9`: not found.",
    "Correct the input `python`, or leave it out to have the interpreter found.",
  ]);
});

test("a real interpreter answers", async () => {
  await mkdir(join(root, "app"));
  // A file of this name in the working directory must not be imported.
  await writeFile(join(root, "app/json.py"), "raise SystemExit(9)\n");
  const found = await findPython({
    root,
    workingDirectory: "app",
    python: null,
    needsPytest: false,
    env: { PATH: process.env["PATH"] ?? "" },
  });
  expect(found.kind === "found" && found.version.split(".")[0]).toBe("3");
});
