import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Question } from "../../../src/domain/question.ts";
import { packageReader } from "../../../src/io/package-reader.ts";

const ENV = { PATH: process.env["PATH"] ?? "" };
let home = "";
let python = "";

const PACKAGES: Readonly<Record<string, string>> = {
  "paper/__init__.py": "from paper.sheets import Sheet as Sheet\nfrom .ink import Ink\nVERSION = '1'\n",
  "paper/sheets/__init__.py": "from ._sheet import Sheet\n",
  "paper/sheets/_sheet.py":
    "class Sheet:\n    def __init__(self, size, *, color=None): ...\n    def fold(self, /, times, *args): ...\n\ndef cut(**options): ...\n",
  "paper/ink.py": "from pen import Ink\nLIMIT: int = 3\nLIMIT = 4\nasync def dry(): ...\n",
  "paper/odd.py": "from ..beyond import Ink\n",
  "paper/broken.py": "def Sheet(:\n",
  "paper/tests/test_sheet.py": "class Sheet: ...\n",
  "pen.py": "class Ink: ...\n",
  "loud.py":
    "import os, sys\nprint('loud', flush=True)\nos.write(1, b'no line end')\nsys.stderr.write('louder')\nVALUE = 1\n",
  "leaving.py": "import sys\nsys.exit(3)\n",
  "dying.py": "import os\nos._exit(3)\n",
  "raising.py": "raise KeyboardInterrupt\n",
  "needing.py": "import not_installed\n",
  "hanging.py": "import time\ntime.sleep(60)\n",
  "mine/__init__.py": "open(__file__ + '.ran', 'w').close()\nVALUE = 1\n",
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "package-reader-"));
  const base = process.env["AUTOFIX_BRIDGE_PYTHON"] ?? "python3";
  await promisify(execFile)(base, ["-m", "venv", "--without-pip", join(home, "env")]);
  python = join(home, "env", "bin", "python");
  const { stdout } = await promisify(execFile)(python, [
    "-c",
    "import sysconfig; print(sysconfig.get_path('purelib'))",
  ]);
  // A folder that a .pth file names, as an editable installation has it.
  await writeFile(join(stdout.trim(), "scratch.pth"), `${join(home, "packages")}\n`);
  for (const [path, text] of Object.entries(PACKAGES)) {
    await mkdir(dirname(join(home, "packages", path)), { recursive: true });
    await writeFile(join(home, "packages", path), text);
  }
}, 60_000);

afterAll(async () => rm(home, { recursive: true, force: true }));

async function ask(questions: readonly Question[], own: readonly string[] = []): Promise<unknown> {
  return packageReader([python], ENV).answer(questions, own);
}

function exists(...names: readonly string[]): Question[] {
  return names.map((name) => ({ kind: "exists", name }));
}

test("names that can be had, and such that cannot", async () => {
  const found = [
    "json.dumps",
    "collections.abc",
    "paper",
    "paper.sheets._sheet.Sheet.fold",
    "paper.ink.LIMIT",
    "xml.dom.minidom",
  ];
  const missing = ["json.dupms", "papers", "paper.nothing", "paper.Sheet.size", "paper.broken"];
  expect(await ask(exists(...found, ...missing))).toEqual([...found.map(() => true), ...missing.map(() => false)]);
});

test("keywords that a callable takes; not known where it takes any", async () => {
  const accepts = (name: string, keyword: string): Question => ({ kind: "accepts", name, keyword });
  const questions = [
    accepts("paper.Sheet", "color"),
    accepts("paper.Sheet", "colour"),
    accepts("paper.Sheet.fold", "self"),
    accepts("paper.Sheet.fold", "args"),
    accepts("paper.sheets._sheet.cut", "deep"),
    accepts("paper.VERSION", "x"),
    accepts("paper.missing", "x"),
  ];
  expect(await ask(questions)).toEqual([true, false, false, false, null, null, null]);
});

test("what a module has", async () => {
  const [members, missing] = await packageReader([python], ENV).answer(
    [
      { kind: "members", name: "pen" },
      { kind: "members", name: "pens" },
    ],
    [],
  );
  expect(Array.isArray(members) && members.includes("Ink")).toBe(true);
  expect(missing).toBe(null);
});

test("where a package binds a name: definitions, and imports with the full name of their source", async () => {
  const definitions = (symbol: string, name = "paper"): Question => ({ kind: "definitions", package: name, symbol });
  const questions = [
    definitions("Sheet"),
    definitions("Ink"),
    definitions("LIMIT"),
    definitions("dry"),
    definitions("Ink", "pen"),
    definitions("x", "papers"),
  ];
  expect(await ask(questions)).toEqual([
    [
      { module: "paper", kind: "import", from: "paper.sheets" },
      { module: "paper.sheets", kind: "import", from: "paper.sheets._sheet" },
      { module: "paper.sheets._sheet", kind: "class", from: null },
    ],
    [
      { module: "paper", kind: "import", from: "paper.ink" },
      { module: "paper.ink", kind: "import", from: "pen" },
    ],
    [
      { module: "paper.ink", kind: "value", from: null },
      { module: "paper.ink", kind: "value", from: null },
    ],
    [{ module: "paper.ink", kind: "function", from: null }],
    [{ module: "pen", kind: "class", from: null }],
    [],
  ]);
});

test("a library that prints on import is heard by nobody", async () => {
  expect(await ask(exists("loud.VALUE", "loud.nothing", "json"))).toEqual([true, false, true]);
});

test("a library that exits, raises or lacks another one on import is not there; those after it are asked all the same", async () => {
  expect(await ask(exists("leaving", "raising", "needing", "json"))).toEqual([false, false, false, true]);
});

test("a library that ends the process leaves what was asked before it answered, the rest unknown", async () => {
  expect(await ask(exists("json", "dying", "json.dumps"))).toEqual([true, null, null]);
});

test("a library that hangs is ended at the limit", async () => {
  const started = performance.now();
  const answers = await packageReader([python], ENV, 2).answer(exists("json", "hanging", "json.dumps"), []);
  expect(answers).toEqual([true, null, null]);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test("the project's own names are never imported", async () => {
  const questions: Question[] = [
    ...exists("mine", "mine.VALUE", "json"),
    { kind: "accepts", name: "mine.VALUE", keyword: "x" },
    { kind: "members", name: "mine" },
    { kind: "definitions", package: "mine", symbol: "VALUE" },
  ];
  expect(await ask(questions, ["mine"])).toEqual([null, null, true, null, null, null]);
  await expect(access(join(home, "packages", "mine", "__init__.py.ran"))).rejects.toThrow("ENOENT");
});

test("hostile names are names, and nothing else", async () => {
  const hostile = [
    '")\nimport os; os._exit(0)\nmain("',
    "__import__('os').system('false')",
    "..",
    "",
    "json\u0000",
    "json.é😀",
    "a".repeat(50_000),
  ];
  const questions: Question[] = [
    ...exists(...hostile, "json"),
    ...hostile.map((symbol): Question => ({ kind: "definitions", package: "paper", symbol })),
    ...hostile.map((name): Question => ({ kind: "definitions", package: name, symbol: "x" })),
    { kind: "accepts", name: "paper.Sheet", keyword: '"; x' },
  ];
  expect(await ask(questions)).toEqual([
    ...hostile.map(() => false),
    true,
    ...hostile.map(() => []),
    ...hostile.map(() => []),
    false,
  ]);
});

test("no module of the current folder, and no secrets", async () => {
  const reader = packageReader([python], { ...ENV, PYTHONPATH: join(home, "elsewhere") });
  expect(await reader.answer(exists("vitest", "package"), [])).toEqual([false, false]);
});

test("an interpreter that is not there knows nothing", async () => {
  expect(await packageReader([join(home, "no-python")], ENV).answer(exists("json"), [])).toEqual([null]);
});
