import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { FileChange } from "../../../src/domain/patch.ts";
import { splitLines } from "../../../src/text/line-diff.ts";
import { unifiedDiff } from "../../../src/text/unified-diff.ts";
import { editLines, randomLine, randomSource } from "../publish/random-files.ts";

/** What real git makes of the diff on a work tree that holds the `before` texts. */
function applied(changes: readonly FileChange[], contextLines = 3): readonly FileChange[] {
  const folder = mkdtempSync(path.join(tmpdir(), "unified-diff-"));
  try {
    for (const { path: name, before } of changes) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), before);
    }
    const words = ["apply", "--whitespace=nowarn", ...(contextLines === 0 ? ["--unidiff-zero"] : []), "-"];
    execFileSync("git", words, {
      cwd: folder,
      input: unifiedDiff(changes, contextLines),
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir(), GIT_CONFIG_GLOBAL: "/dev/null" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    return changes.map((change) => ({ ...change, after: readFileSync(path.join(folder, change.path), "utf8") }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TEN = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";

describe("git apply takes it", () => {
  test.each<[string, FileChange[]]>([
    ["one line", [{ path: "a.py", before: TEN, after: TEN.replace("e", "E") }]],
    ["two hunks", [{ path: "a.py", before: `${TEN}${TEN}`, after: `A\n${TEN.slice(2)}${TEN.slice(0, -2)}J\n` }]],
    ["no newline before", [{ path: "a.py", before: "a\nb", after: "a\nb\n" }]],
    ["no newline after", [{ path: "a.py", before: "a\nb\n", after: "a\nb" }]],
    ["no newline on both sides", [{ path: "a.py", before: "a\nb", after: "a\nc" }]],
    ["no newline, far away", [{ path: "a.py", before: `${TEN}k`, after: `x${TEN}k` }]],
    ["CRLF", [{ path: "a.py", before: "a\r\nb\r\nc\r\n", after: "a\r\nB\r\nc\r\n" }]],
    ["lone CR", [{ path: "a.py", before: "a\rb\nc\n", after: "a\rB\nc\n" }]],
    ["emptied", [{ path: "a.py", before: "a\n", after: "" }]],
    ["was empty", [{ path: "a.py", before: "", after: "a\n" }]],
    [
      "several files, one unchanged",
      [
        { path: "src/a b.py", before: "a\n", after: "b\n" },
        { path: "same.py", before: "a\n", after: "a\n" },
        { path: "src/päth.py", before: "a\n", after: "b\n" },
        { path: 'src/q"t.py', before: "a\n", after: "b\n" },
        { path: "src/t\tb.py", before: "a\n", after: "b\n" },
      ],
    ],
  ])("%s", (_, changes) => {
    expect(applied(changes)).toEqual(changes);
  });

  test("random edits, with and without context", () => {
    const random = randomSource(11);
    let count = 0;
    const serial = (): number => count++;
    for (let round = 0; round < 60; round++) {
      const changes = ["one.py", "two.py", "three.py"].map((name) => {
        const before = Array.from({ length: 1 + random.below(30) }, () => randomLine(random, serial));
        const { lines } = editLines(before, { random, serial, near: [], edits: 1 + random.below(4) });
        return {
          path: name,
          before: before.join("\n") + "\n",
          after: lines.join("\n") + (random.chance(0.2) ? "" : "\n"),
        };
      });
      expect(
        applied([{ path: "always.py", before: "a\n", after: "b\n" }, ...changes], round % 2 === 0 ? 3 : 0).slice(1),
      ).toEqual(changes);
    }
  });
});

test("the text itself", () => {
  expect(unifiedDiff([{ path: "a.py", before: `${TEN}k`, after: `${TEN.replace("b", "B")}K` }], 1))
    .toMatchInlineSnapshot(`
    "diff --git a/a.py b/a.py
    --- a/a.py
    +++ b/a.py
    @@ -1,3 +1,3 @@
     a
    -b
    +B
     c
    @@ -10,2 +10,2 @@
     j
    -k
    \\ No newline at end of file
    +K
    \\ No newline at end of file
    "
  `);
  expect(unifiedDiff([{ path: "a.py", before: TEN, after: TEN }])).toBe("");
  expect(splitLines(unifiedDiff([{ path: "a.py", before: "a\nb\nc\nd\n", after: "A\nb\nc\nD\n" }], 1)))
    .toMatchInlineSnapshot(`
    [
      "diff --git a/a.py b/a.py
    ",
      "--- a/a.py
    ",
      "+++ b/a.py
    ",
      "@@ -1,4 +1,4 @@
    ",
      "-a
    ",
      "+A
    ",
      " b
    ",
      " c
    ",
      "-d
    ",
      "+D
    ",
    ]
  `);
});
