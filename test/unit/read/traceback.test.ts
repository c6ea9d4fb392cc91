import { expect, test } from "vitest";
import { parseTraceback } from "../../../src/read/traceback/traceback.ts";

const at = (path: string, line: number, name: string | null = null): unknown => ({ path, line, function: name });
const plain = (type: string | null, message: string | null): unknown => ({
  exception: { type, message },
  chain: [],
  frames: [],
});

test.each([
  ["nothing", "", plain(null, null)],
  ["a bare text", "torn: page\nand more", plain("torn", "page\nand more")],
  ["a bare word", "torn", plain(null, "torn")],
  ["an exception without traceback", "a.b.Error: x", plain("a.b.Error", "x")],
  ["an exception without message", "E   a.b.Silent", plain("a.b.Silent", "")],
  ["a local class", "E   t.test_x.<locals>.Boom: x", plain("t.test_x.<locals>.Boom", "x")],
  ["a type in other letters", "E   Größenfehler: x", plain("Größenfehler", "x")],
  [
    "an assertion without its type",
    "E       assert 1 == 2\nE        +  where 1 = f()",
    plain("AssertionError", "assert 1 == 2\n +  where 1 = f()"),
  ],
  [
    "a missing fixture",
    "file /a/t.py, line 3\n  def test_a(x):\nE       fixture 'x' not found\n>       use 'pytest --fixtures'\n\n/a/t.py:3",
    plain(null, "fixture 'x' not found"),
  ],
  [
    "lines that look marked inside a message",
    'E       E: a\nE         File "f.py", line 3, in g\nE       E   b = 1\nE       \nE       end',
    plain("E", 'a\n  File "f.py", line 3, in g\nE   b = 1\n\nend'),
  ],
  ["the place of a SyntaxError alone (`--tb=line`)", 'E     File "gen.py", line 1', plain(null, null)],
  ["a worker's name", "[gw0] linux -- Python 3.11.7 /bin/python\nE   KeyError: 1", plain("KeyError", "1")],
])("reads %s", (_, text, expected) => {
  expect(parseTraceback(text)).toEqual(expected);
});

test("long style: variables are no locations, however they look", () => {
  const text = [
    "text = 'a.py:3: in f', E = 1",
    "",
    "    def test_a(text):",
    ">       helper(text)",
    "",
    "E          = 5",
    "where      = 'b.py:9: in g",
    "",
    "C:\\shop\\test_a.py:4: ",
    "_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ ",
    "",
    "    def helper(text):",
    ">       raise ShopError(text)",
    "E       shop.ShopError: a.py:3: in f",
    "",
    "shop.py:7: ShopError",
  ];
  expect(parseTraceback(text.join("\n"))).toEqual({
    exception: { type: "shop.ShopError", message: "a.py:3: in f" },
    chain: [],
    frames: [at("C:\\shop\\test_a.py", 4), at("shop.py", 7)],
  });
});

test("a chain of three, from the one before the last to the root", () => {
  const text = [
    "a.py:1: in f",
    "    x",
    "E   KeyError: 1",
    "",
    "During handling of the above exception, another exception occurred:",
    "b.py:2: in g",
    "    y",
    "E   ValueError: 2",
    "",
    "The above exception was the direct cause of the following exception:",
    "c.py:3: in <module>",
    "    z",
    "E   TypeError: 3",
  ];
  expect(parseTraceback(text.join("\n"))).toEqual({
    exception: { type: "TypeError", message: "3" },
    chain: [
      { type: "ValueError", message: "2", relation: "cause", frames: [at("b.py", 2, "g")] },
      { type: "KeyError", message: "1", relation: "context", frames: [at("a.py", 1, "f")] },
    ],
    frames: [at("c.py", 3, "<module>")],
  });
});

test("Python's own format, with a message that looks like a traceback", () => {
  const text = [
    "Traceback (most recent call last):",
    '  File "/a/json.py", line 5, in loads',
    "    return decode(s)",
    "           ^^^^^^^^^",
    "json.decoder.JSONDecodeError: no: line 1",
    "",
    "The above exception was the direct cause of the following exception:",
    "",
    "Traceback (most recent call last):",
    '  File "/a/test_a.py", line 9, in test_a',
    "    load()",
    "  [Previous line repeated 3 more times]",
    '  File "/a/shop.py", line 7, in load',
    "    raise ShopError(text)",
    "shop.ShopError: first",
    '  File "fake.py", line 3, in nowhere',
    "E   third",
  ];
  expect(parseTraceback(text.join("\n"))).toEqual({
    exception: { type: "shop.ShopError", message: 'first\n  File "fake.py", line 3, in nowhere\nE   third' },
    chain: [
      {
        type: "json.decoder.JSONDecodeError",
        message: "no: line 1",
        relation: "cause",
        frames: [at("/a/json.py", 5, "loads")],
      },
    ],
    frames: [at("/a/test_a.py", 9, "test_a"), at("/a/shop.py", 7, "load")],
  });
});

test.each([
  [
    "pytest's",
    "tests/test_a.py:1: in <module>\n    import shop\nE     File \"/a/shop.py\", line 2\nE       if x\nE           ^\nE   SyntaxError: expected ':'",
    [at("tests/test_a.py", 1, "<module>"), at("/a/shop.py", 2)],
  ],
  [
    "Python's",
    'Traceback (most recent call last):\n  File "/a/test_a.py", line 1, in <module>\n    import shop\n  File "/a/shop.py", line 2\n    if x\n        ^\nSyntaxError: expected \':\'',
    [at("/a/test_a.py", 1, "<module>"), at("/a/shop.py", 2)],
  ],
])("the broken file of a SyntaxError is the innermost frame in %s format", (_, text, frames) => {
  expect(parseTraceback(text)).toEqual({
    exception: { type: "SyntaxError", message: "expected ':'" },
    chain: [],
    frames,
  });
});

test("an ExceptionGroup: the group is the exception, its members are read with frames and chains", () => {
  const text = [
    "+ Exception Group Traceback (most recent call last):",
    '  |   File "/a/test_a.py", line 7, in test_a',
    "  |     raise ExceptionGroup()",
    "  | ExceptionGroup: three (3 sub-exceptions)",
    "  | a note",
    "  +-+---------------- 1 ----------------",
    "    | Traceback (most recent call last):",
    '    |   File "/a/test_a.py", line 3, in boom',
    "    | KeyError: 'k'",
    "    | ",
    "    | The above exception was the direct cause of the following exception:",
    "    | ",
    "    | Traceback (most recent call last):",
    '    |   File "/a/test_a.py", line 4, in boom',
    "    | ValueError: first | second",
    "    +---------------- 2 ----------------",
    "    | Exception Group Traceback (most recent call last):",
    '    |   File "/a/test_a.py", line 5, in inner',
    "    | ExceptionGroup: inner (1 sub-exception)",
    "    +-+---------------- 1 ----------------",
    "      | TypeError: t",
    "      +------------------------------------",
    "    +---------------- ... ----------------",
    "    | and 1 more exception",
    "    +------------------------------------",
  ];
  const frames = (line: number, name: string): unknown => [at("/a/test_a.py", line, name)];
  expect(parseTraceback(text.join("\n"))).toEqual({
    exception: { type: "ExceptionGroup", message: "three (3 sub-exceptions)\na note" },
    chain: [],
    frames: frames(7, "test_a"),
    members: [
      {
        type: "ValueError",
        message: "first | second",
        chain: [{ type: "KeyError", message: "'k'", relation: "cause", frames: frames(3, "boom") }],
        frames: frames(4, "boom"),
        members: [],
      },
      {
        type: "ExceptionGroup",
        message: "inner (1 sub-exception)",
        chain: [],
        frames: frames(5, "inner"),
        members: [{ type: "TypeError", message: "t", chain: [], frames: [], members: [] }],
      },
    ],
  });
});

test("what pytest prints twice where a group is in the chain is one exception", () => {
  const native = (frame: string, said: string): string =>
    `Traceback (most recent call last):\n  File "/w/${frame}", line 9, in test_a\n    raise\n${said}`;
  const caused = "\n\nThe above exception was the direct cause of the following exception:\n\n";
  const group =
    '  + Exception Group Traceback (most recent call last):\n  |   File "/w/t.py", line 4, in test_a\n  |     raise\n' +
    "  | ExceptionGroup: all (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | KeyError: 1\n" +
    "    +------------------------------------";
  const own = "    def test_a():\n>       raise RuntimeError('x')\nE       RuntimeError: x\n\nt.py:9: RuntimeError";
  const chainOf = (...parts: string[]): unknown => {
    const { exception, chain, frames } = parseTraceback(parts.join(caused));
    return [exception.type, frames, ...chain.map(({ type, relation }) => `${relation} ${type}`)];
  };
  const cause = "cause ExceptionGroup";
  expect(chainOf(group, native("t.py", "RuntimeError: x"), own)).toEqual(["RuntimeError", [at("t.py", 9)], cause]);
  expect(chainOf(group, native("other.py", "RuntimeError: x"), own)).toEqual([
    "RuntimeError",
    [at("t.py", 9)],
    "cause RuntimeError",
    cause,
  ]);
  const raised = native("t.py", "RuntimeError: x");
  expect(chainOf(raised, raised)).toEqual(["RuntimeError", [at("/w/t.py", 9, "test_a")], "cause RuntimeError"]);
});

test("what another process quotes is one exception with that process's frames", () => {
  const text = [
    "concurrent.futures.process._RemoteTraceback: ",
    '"""',
    "Traceback (most recent call last):",
    '  File "/a/shop.py", line 9, in price',
    "ValueError: x",
    "",
    "The above exception was the direct cause of the following exception:",
    "",
    "Traceback (most recent call last):",
    '  File "/a/shop.py", line 10, in total',
    "KeyError: 'k'",
    '"""',
    "",
    "The above exception was the direct cause of the following exception:",
    "",
    "Traceback (most recent call last):",
    '  File "/a/test_a.py", line 4, in test_a',
    "KeyError: 'k'",
  ];
  expect(parseTraceback(text.join("\n"))).toEqual({
    exception: { type: "KeyError", message: "'k'" },
    chain: [
      {
        type: "concurrent.futures.process._RemoteTraceback",
        message: `\n${text.slice(1, 12).join("\n")}`,
        relation: "cause",
        frames: [at("/a/shop.py", 10, "total")],
      },
    ],
    frames: [at("/a/test_a.py", 4, "test_a")],
  });
});

test("pytest's own frames are left out, unless there are no others; a long stack keeps both ends", () => {
  const frame = (path: string, line: number): string => `  File "${path}", line ${line}, in f`;
  const own = ["/v/site-packages/_pytest/python.py", "/v/site-packages/pluggy/_callers.py"].map((path) =>
    frame(path, 1),
  );
  const pathsOf = (lines: readonly string[]): string[] =>
    parseTraceback(["Traceback (most recent call last):", ...lines, "KeyError: 1"].join("\n")).frames.map(
      ({ path, line }) => `${path.slice(path.lastIndexOf("/") + 1)}:${line}`,
    );
  const deep = Array.from({ length: 3000 }, (_, index) => frame("/a.py", index + 1));
  const kept = pathsOf(deep);
  expect([
    pathsOf([...own, frame("/a/test_a.py", 3)]),
    pathsOf(own),
    [kept.length, kept[0], kept[499], kept[500], kept.at(-1)],
  ]).toEqual([
    ["test_a.py:3"],
    ["python.py:1", "_callers.py:1"],
    [1000, "a.py:1", "a.py:500", "a.py:2501", "a.py:3000"],
  ]);
});

test.each([":1".repeat(100_000), `E   ${"a.".repeat(100_000)}`, `${"x ".repeat(100_000)}: y`, " ".repeat(200_000)])(
  "a line that invites backtracking is read all the same",
  (line) => {
    expect(parseTraceback(`${line}\n\nE   KeyError: 1`).exception).toEqual({ type: "KeyError", message: "1" });
  },
);

test("pytest's own frames are left out of a module's error, unless there are no others", () => {
  const own = "/venv/lib/python3.12/site-packages/_pytest/python.py";
  const error = `E     File "/a/test_a.py", line 2\nE       (\nE       ^\nE   SyntaxError: '(' was never closed`;
  expect(
    parseTraceback(`${own}:498: in importtestmodule\n    mod = import_path(\n/lib/ast.py:50: in parse\n${error}`)
      .frames,
  ).toEqual([at("/lib/ast.py", 50, "parse"), at("/a/test_a.py", 2)]);
  expect(parseTraceback(`${own}:177: in async_fail\n    fail(message)\nE   Failed: no plugin`).frames).toEqual([
    at(own, 177, "async_fail"),
  ]);
});
