import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { PythonModule, UnparsableFile } from "../../../src/domain/python.ts";
import { pythonBridge } from "../../../src/io/python-bridge.ts";
import { walk } from "../../../src/syntax/tree.ts";

const ENV = { PATH: process.env["PATH"] ?? "" };

/** A file's kind of answer: the source of its names, or why it has no tree. */
function said(found: PythonModule | UnparsableFile): unknown {
  if (!("tree" in found)) return [found.path, found.message, found.line];
  const names = [...walk(found.tree)].filter(({ kind }) => kind === "Name");
  return [found.path, names.map(({ start, end }) => found.text.slice(start, end))];
}

test("a whole tree, as the ast module has it", async () => {
  const [found] = await pythonBridge(["python3"], ENV).parse([{ path: "a.py", text: "ü = '😀', x[1:]\n" }]);
  expect(found && "tree" in found ? found.tree : found).toMatchInlineSnapshot(`
    {
      "end": -1,
      "fields": {
        "body": [
          {
            "end": 15,
            "fields": {
              "targets": [
                {
                  "end": 1,
                  "fields": {
                    "ctx": {
                      "end": -1,
                      "fields": {},
                      "kind": "Store",
                      "line": -1,
                      "start": -1,
                    },
                    "id": "ü",
                  },
                  "kind": "Name",
                  "line": 1,
                  "start": 0,
                },
              ],
              "type_comment": null,
              "value": {
                "end": 15,
                "fields": {
                  "ctx": {
                    "end": -1,
                    "fields": {},
                    "kind": "Load",
                    "line": -1,
                    "start": -1,
                  },
                  "elts": [
                    {
                      "end": 8,
                      "fields": {
                        "kind": null,
                        "value": "😀",
                      },
                      "kind": "Constant",
                      "line": 1,
                      "start": 4,
                    },
                    {
                      "end": 15,
                      "fields": {
                        "ctx": {
                          "end": -1,
                          "fields": {},
                          "kind": "Load",
                          "line": -1,
                          "start": -1,
                        },
                        "slice": {
                          "end": 14,
                          "fields": {
                            "lower": {
                              "end": 13,
                              "fields": {
                                "kind": null,
                                "value": 1,
                              },
                              "kind": "Constant",
                              "line": 1,
                              "start": 12,
                            },
                            "step": null,
                            "upper": null,
                          },
                          "kind": "Slice",
                          "line": 1,
                          "start": 12,
                        },
                        "value": {
                          "end": 11,
                          "fields": {
                            "ctx": {
                              "end": -1,
                              "fields": {},
                              "kind": "Load",
                              "line": -1,
                              "start": -1,
                            },
                            "id": "x",
                          },
                          "kind": "Name",
                          "line": 1,
                          "start": 10,
                        },
                      },
                      "kind": "Subscript",
                      "line": 1,
                      "start": 10,
                    },
                  ],
                },
                "kind": "Tuple",
                "line": 1,
                "start": 4,
              },
            },
            "kind": "Assign",
            "line": 1,
            "start": 0,
          },
        ],
        "type_ignores": [],
      },
      "kind": "Module",
      "line": -1,
      "start": -1,
    }
  `);
});

test("one file that is deep, long, wrong or odd says nothing of the others", async () => {
  const chain = Array.from({ length: 2500 }, () => "x").join(" + ");
  const branches = Array.from({ length: 1200 }, () => "elif x: pass\n").join("");
  const files = [
    { path: "wrong.py", text: "x = 1\ndef f(:\n" },
    { path: "terms.py", text: `${chain}\n` },
    { path: "branches.py", text: `if x: pass\n${branches}` },
    { path: "brackets.py", text: `${"(".repeat(5000)}\n` },
    { path: "null.py", text: "x\0\n" },
    { path: "last.py", text: "last\n" },
  ];
  const found = await pythonBridge(["python3"], ENV).parse(files);
  expect(found.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
  expect(found.map((file) => "tree" in file)).toEqual([false, true, true, false, false, true]);
  expect([found[0], found[5]].map((file) => file && said(file))).toEqual([
    ["wrong.py", expect.stringMatching(/./), 2],
    ["last.py", ["last"]],
  ]);
});

test("a file that ends the parser, or keeps it too long, is the only one lost", async () => {
  const folder = await mkdtemp(join(tmpdir(), "bridge-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const python = join(folder, "python");
  // Python with a parser that dies of one text and sleeps over another.
  const faulty = [
    "import ast, os, time",
    "real_parse = ast.parse",
    "def faulty(text):",
    "    if text == 'dies': os.abort()",
    "    if text == 'sleeps': time.sleep(60)",
    "    return real_parse(text)",
    "ast.parse = faulty",
  ].join("\n");
  await writeFile(join(folder, "faulty.py"), `${faulty}\n`);
  await writeFile(python, `#!/bin/sh\ncat '${join(folder, "faulty.py")}' - | python3 "$@"\n`);
  await chmod(python, 0o700);
  const files = ["first", "dies", "second", "sleeps", "third"].map((text) => ({ path: `${text}.py`, text }));
  const found = await pythonBridge([python], ENV, 2).parse(files);
  expect(found.map(said)).toEqual([
    ["first.py", ["first"]],
    ["dies.py", "Python's parser ended with 134", null],
    ["second.py", ["second"]],
    ["sleeps.py", "Python's parser needed more than 2 seconds", null],
    ["third.py", ["third"]],
  ]);
});

test("an interpreter that cannot be started is a fault of the setup", async () => {
  const file = { path: "a.py", text: "x\n" };
  await expect(pythonBridge(["no-such-python"], ENV).parse([file])).rejects.toThrow(
    "the Python syntax bridge could not start: spawn no-such-python ENOENT",
  );
  await expect(pythonBridge(["false"], ENV).parse([file])).rejects.toThrow("ended with 1");
  expect(await pythonBridge(["no-such-python"], ENV).parse([])).toEqual([]);
});
