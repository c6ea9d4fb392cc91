import { expect, test } from "vitest";
import { matchBlock, type MatchResult, type MatchTarget } from "../../../../src/draft/llm/match/match.ts";
import type { EditBlock } from "../../../../src/draft/llm/reply/reply.ts";
import { pythonBridge } from "../../../../src/io/python-bridge.ts";

const FILE = `import math


def area(radius):
    # of a disc
    return math.pi * radius ** 3


class Box:
    @property
    def area(self):
        return self.width * self.height

    def volume(self):
        if self.height:
            return self.area * self.depth
        return 0
`;

const parser = pythonBridge(["python3"], {});

interface Row {
  readonly search: string;
  readonly replace: string;
  readonly file?: string;
  readonly target?: Partial<MatchTarget>;
  readonly form?: EditBlock["form"];
}

async function matched({ search, replace, file = FILE, target, form = "search-replace" }: Row): Promise<MatchResult> {
  const [parsed] = await parser.parse([{ path: "a.py", text: file }]);
  const module = parsed && "tree" in parsed ? parsed : undefined;
  const block: EditBlock = { path: "a.py", readings: [{ search, replace }], form };
  return matchBlock(block, { text: file, module, scope: null, mayGuess: false, ...target });
}

/** Level and the file afterwards, or what was not found. */
async function after(row: Row): Promise<unknown> {
  const result = await matched(row);
  if (result.kind !== "matched") return result;
  const text = result.replacements
    .toReversed()
    .reduce((all, { start, end, text: part }) => all.slice(0, start) + part + all.slice(end), row.file ?? FILE);
  return [result.level, text];
}

const POWER = "    return math.pi * radius ** 3\n";
const FIXED = FILE.replace("** 3", "** 2");

test.each<[string, Row, unknown]>([
  ["L0: the very lines", { search: POWER, replace: POWER.replace("3", "2") }, ["L0", FIXED]],
  [
    "L0: over line ends of another kind",
    { file: FILE.replaceAll("\n", "\r\n"), search: POWER, replace: POWER.replace("3", "2") },
    ["L0", FIXED.replaceAll("\n", "\r\n")],
  ],
  [
    "L0: the last line of a file that does not end its lines",
    { file: "a = 1\nb = 2", search: "b = 2\n", replace: "b = 3\n" },
    ["L0", "a = 1\nb = 3"],
  ],
  ["L0: lines taken away", { search: "    # of a disc\n", replace: "" }, ["L0", FILE.replace("    # of a disc\n", "")]],
  [
    "L1: blanks behind a line",
    { search: POWER.replace("\n", "  \n"), replace: POWER.replace("3", "2") },
    ["L1", FIXED],
  ],
  ["L2: blank lines around", { search: `\n\n${POWER}\n`, replace: `\n\n${POWER.replace("3", "2")}\n` }, ["L2", FIXED]],
  [
    "L3: written further out",
    { search: "# of a disc\nreturn math.pi * radius ** 3\n", replace: "# of a disc\nreturn math.pi * radius ** 2\n" },
    ["L3", FIXED],
  ],
  ["L3: written further in", { search: `    ${POWER}`, replace: `    ${POWER.replace("3", "2")}` }, ["L3", FIXED]],
  [
    "L4: blanks inside a line",
    { search: "    return math.pi*radius ** 3\n".replace("*r", " *  r"), replace: POWER.replace("3", "2") },
    ["L4", FIXED],
  ],
  [
    "L4: blank lines left out",
    {
      search: "        return self.width * self.height\n    def volume(self):\n",
      replace: "        return self.width * self.height * 2\n\n    def volume(self):\n",
    },
    ["L4", FILE.replace("self.height\n\n", "self.height * 2\n\n")],
  ],
  [
    "L5: pieces with lines left out between",
    {
      search: "    def volume(self):\n...\n        return 0\n",
      replace: "    def volume(self):\n...\n        return None\n",
    },
    ["L5", FILE.replace("return 0", "return None")],
  ],
  ["L6: part of a line", { search: "radius ** 3", replace: "radius ** 2" }, ["L6", FIXED]],
  [
    "L7: a function by its name, decorators kept",
    { search: "def volume(self):\n    return 1\n", replace: "def volume(self):\n    return self.area\n" },
    ["L7", FILE.replace(/ {4}def volume[\s\S]*$/, "    def volume(self):\n        return self.area\n")],
  ],
  [
    "L7: a whole function without a search text",
    { form: "whole-function", search: "", replace: "def volume(self):\n    return self.area\n" },
    ["L7", FILE.replace(/ {4}def volume[\s\S]*$/, "    def volume(self):\n        return self.area\n")],
  ],
  [
    "L8: lines that are nearly alike",
    {
      target: { mayGuess: true },
      search: "    @property\n    def area(self):\n        return self.widht * self.height\n\n    def volume(self):\n",
      replace: "    @property\n    def area(self):\n        return self.width + self.height\n\n    def volume(self):\n",
    },
    ["L8", FILE.replace("self.width * self", "self.width + self")],
  ],
])("%s", async (_title, row, expected) => {
  expect(await after(row)).toEqual(expected);
});

test.each<[string, Row, unknown]>([
  [
    "L0: the same lines twice",
    { file: "x = 1\ny = 2\nx = 1\n", search: "x = 1\n", replace: "x = 3\n" },
    { kind: "ambiguous", places: 2 },
  ],
  [
    "L3: two places further out",
    { file: "if a:\n    go()\nelse:\n    go()\n", search: "go()\n", replace: "stop()\n" },
    { kind: "ambiguous", places: 2 },
  ],
  ["L6: part of two lines", { search: "return self", replace: "return 1" }, { kind: "ambiguous", places: 2 }],
  [
    "L7: two functions of the name",
    { search: "def area(x):\n    return 1\n", replace: "def area(x):\n    return 2\n" },
    { kind: "ambiguous", places: 2 },
  ],
])("%s is ambiguous", async (_title, row, expected) => {
  expect(await after(row)).toEqual(expected);
});

test("of several places the one in the scope is meant", async () => {
  const file = "x = 1\ny = 2\nx = 1\n";
  expect(
    await after({ file, search: "x = 1\n", replace: "x = 3\n", target: { scope: { start: 6, end: file.length } } }),
  ).toEqual(["L0", "x = 1\ny = 2\nx = 3\n"]);
});

test.each<[string, Row, unknown]>([
  [
    "a text that is nowhere",
    { search: "def perimeter(radius):\n    return 1\n", replace: "x\n" },
    { kind: "missing", nearest: null },
  ],
  [
    "a shift that changes between the lines",
    { search: "if self.height:\n        return self.area * self.depth\n    return 0\n", replace: "return 0\n" },
    {
      kind: "missing",
      nearest:
        "    def volume(self):\n        if self.height:\n            return self.area * self.depth\n        return 0",
    },
  ],
  [
    "pieces in the wrong order",
    {
      search: "        return 0\n...\n    def volume(self):\n",
      replace: "        return 1\n...\n    def volume(self):\n",
    },
    {
      kind: "missing",
      nearest:
        "    def area(self):\n        return self.width * self.height\n\n    def volume(self):\n        if self.height:",
    },
  ],
  ["a part that is too short to be sure", { search: "pi", replace: "e" }, { kind: "missing", nearest: null }],
  [
    "lines nearly alike where no guess is allowed",
    {
      search:
        "    def volume(self):\n        if self.heigth:\n            return self.area * self.depth\n        return 0\n",
      replace: "",
    },
    {
      kind: "missing",
      nearest:
        "\n    def volume(self):\n        if self.height:\n            return self.area * self.depth\n        return 0",
    },
  ],
  ["an empty search text", { search: "", replace: "x = 1\n" }, { kind: "missing", nearest: null }],
  [
    "a definition with code behind it",
    { form: "whole-function", search: "", replace: "def volume(self):\n    return 1\nx = 1\n" },
    { kind: "missing", nearest: null },
  ],
])("%s is not found", async (_title, row, expected) => {
  expect((await after(row)) satisfies unknown).toEqual(expected);
});

test("the reading of a block that the file knows is taken", async () => {
  const file = "title\n=======\ntext\n";
  const [parsed] = [undefined];
  const block: EditBlock = {
    path: null,
    form: "search-replace",
    readings: [
      { search: "title\n", replace: "text\n=======\ntitle\n=======\nmore\n" },
      { search: "title\n=======\ntext\n", replace: "title\n=======\nmore\n" },
    ],
  };
  const result = matchBlock(block, { text: file, module: parsed, scope: null, mayGuess: false });
  expect(result.kind === "matched" ? result.level : result).toBe("L0");
});
