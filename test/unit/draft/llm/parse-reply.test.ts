import { expect, test } from "vitest";
import { parseReply } from "../../../../src/draft/llm/reply/parse-reply.ts";

const BLOCK = (search: string, replace: string): string =>
  `<<<<<<< SEARCH\n${search}=======\n${replace}>>>>>>> REPLACE\n`;

function edits(path: string | null, search: string, replace: string, form = "search-replace"): unknown {
  return { path, readings: [{ search, replace }], form };
}

test.each([
  [
    "cause, path and block",
    `CAUSE: the power is wrong\n\nsrc/a.py\n\`\`\`python\n${BLOCK("x = 1\n", "x = 2\n")}\`\`\`\n`,
    { kind: "edits", cause: "the power is wrong", blocks: [edits("src/a.py", "x = 1\n", "x = 2\n")], imports: [] },
  ],
  [
    "a path in marks, no fence",
    `**File: \`src/a.py\`**\n${BLOCK("x = 1\n", "")}`,
    { kind: "edits", cause: null, blocks: [edits("src/a.py", "x = 1\n", "")], imports: [] },
  ],
  [
    "two blocks of one fence",
    `a.py\n\`\`\`\n${BLOCK("a\n", "b\n")}${BLOCK("c\n", "d\n")}\`\`\`\n`,
    { kind: "edits", cause: null, blocks: [edits("a.py", "a\n", "b\n"), edits(null, "c\n", "d\n")], imports: [] },
  ],
  [
    "imports beside the block",
    `a.py\n${BLOCK("a\n", "b\n")}\nIMPORTS:\nimport math\nfrom typing import Any\n\nThat is all.\n`,
    {
      kind: "edits",
      cause: null,
      blocks: [edits("a.py", "a\n", "b\n")],
      imports: ["import math", "from typing import Any"],
    },
  ],
  [
    "Windows line ends",
    `a.py\r\n${BLOCK("a\n", "b\n").replaceAll("\n", "\r\n")}`,
    { kind: "edits", cause: null, blocks: [edits("a.py", "a\n", "b\n")], imports: [] },
  ],
  [
    "a unified diff",
    "```diff\n--- a/src/a.py\n+++ b/src/a.py\n@@ -1,3 +1,3 @@\n def f():\n-    return 1\n+    return 2\n```\n",
    {
      kind: "edits",
      cause: null,
      blocks: [edits("src/a.py", "def f():\n    return 1\n", "def f():\n    return 2\n", "unified-diff")],
      imports: [],
    },
  ],
  [
    "a patch that updates a file",
    "*** Begin Patch\n*** Update File: src/a.py\n@@ def f():\n-    return 1\n+    return 2\n*** End Patch\n",
    {
      kind: "edits",
      cause: null,
      blocks: [edits("src/a.py", "    return 1\n", "    return 2\n", "unified-diff")],
      imports: [],
    },
  ],
  [
    "a whole function",
    "src/a.py\n```python\ndef f():\n    return 2\n```\n",
    {
      kind: "edits",
      cause: null,
      blocks: [edits("src/a.py", "", "def f():\n    return 2\n", "whole-function")],
      imports: [],
    },
  ],
  [
    "what it needs",
    "I cannot tell yet.\nNEED: Order.total, `apply_discount`",
    { kind: "need", names: ["Order.total", "apply_discount"] },
  ],
  ["no repair", "NO_FIX: the expectation is wrong", { kind: "no-fix", reason: "the expectation is wrong" }],
  [
    "edits beside a need: the edits",
    `a.py\n${BLOCK("a\n", "b\n")}NEED: f\n`,
    { kind: "edits", cause: null, blocks: [edits("a.py", "a\n", "b\n")], imports: [] },
  ],
  ["nothing", "  \n", { kind: "unreadable", reason: "the reply is empty" }],
  ["prose", "The fault is in f.", { kind: "unreadable", reason: "the reply holds no edit" }],
  [
    "a block without an end",
    "a.py\n<<<<<<< SEARCH\nx\n=======\ny\n",
    { kind: "unreadable", reason: 'the block that begins in line 2 has no ">>>>>>> REPLACE"' },
  ],
  [
    "a block without a divider",
    "a.py\n<<<<<<< SEARCH\nx\n>>>>>>> REPLACE\n",
    { kind: "unreadable", reason: 'the block that begins in line 2 has no "======="' },
  ],
  [
    "a block that changes nothing",
    `a.py\n${BLOCK("a\n", "a\n")}`,
    { kind: "unreadable", reason: "every block leaves its text as it is" },
  ],
])("%s", (_title, reply, expected) => {
  expect(parseReply(reply)).toEqual(expected);
});

test("a divider inside the text gives two readings", () => {
  const reading = parseReply(`a.rst\n<<<<<<< SEARCH\ntitle\n=======\ntext\n=======\nmore\n>>>>>>> REPLACE\n`);
  expect(reading.kind === "edits" ? reading.blocks[0].readings : reading).toEqual([
    { search: "title\n", replace: "text\n=======\nmore\n" },
    { search: "title\n=======\ntext\n", replace: "more\n" },
  ]);
});
