import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { planSuggestions } from "../../../src/publish/suggestions.ts";

const SOURCE = { scope: "0123456789abcdef", run: "f".repeat(16), groups: ["a".repeat(16)] };

const folder = mkdtempSync(path.join(tmpdir(), "suggestions-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The `patch` GitHub lists for a file: what `git diff -U3` prints from the first hunk on. */
function pullRequestPatch(base: string, head: string): string | null {
  writeFileSync(path.join(folder, "base"), base);
  writeFileSync(path.join(folder, "head"), head);
  try {
    execFileSync("git", ["diff", "--no-index", "-U3", "base", "head"], { cwd: folder, stdio: "pipe" });
    return null;
  } catch (error) {
    const output = String((error as { stdout: Buffer }).stdout);
    const start = output.indexOf("\n@@ ");
    return start === -1 ? null : output.slice(start + 1).replace(/\n$/, "");
  }
}

function plan(base: string, head: string, wanted: string) {
  const patch = pullRequestPatch(base, head);
  const files = patch === null ? [] : [{ path: "src/a.py", patch }];
  return planSuggestions({ changes: [{ path: "src/a.py", before: head, after: wanted }] }, files, SOURCE);
}

/** Ranges and block lines, or the reason. */
function short(base: string, head: string, wanted: string): unknown {
  const result = plan(base, head, wanted);
  if (result.kind === "not-suggestible") return result.reason;
  return result.comments.map(({ comment }) => ({
    lines: [comment.startLine, comment.line],
    block: comment.body.split("suggestion\n")[1]?.split("\n```")[0],
  }));
}

const numbered = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join("");
const BASE = numbered(1, 40);
/** The pull request changes line 20: lines 17 to 23 can be commented on. */
const HEAD = BASE.replace("line 20\n", "changed 20\n");

describe("one range within one hunk of the pull request", () => {
  test.each<[string, string, unknown]>([
    ["one line", HEAD.replace("changed 20", "mended 20"), [{ lines: [null, 20], block: "mended 20" }]],
    ["several lines", HEAD.replace("line 18\nline 19\n", "x\ny\nz\n"), [{ lines: [18, 19], block: "x\ny\nz" }]],
    [
      "first and last line of the hunk",
      HEAD.replace("line 17\n", "x\n").replace("line 23\n", "y\n"),
      [
        { lines: [null, 23], block: "y" },
        { lines: [null, 17], block: "x" },
      ],
    ],
    [
      "insertion repeats the line above",
      HEAD.replace("line 19\n", "line 19\nnew\n"),
      [{ lines: [null, 19], block: "line 19\nnew" }],
    ],
    [
      "insertion at the hunk's top repeats the line below",
      HEAD.replace("line 17\n", "new\nline 17\n"),
      [{ lines: [null, 17], block: "new\nline 17" }],
    ],
    [
      "insertion at the hunk's end",
      HEAD.replace("line 23\n", "line 23\nnew\n"),
      [{ lines: [null, 23], block: "line 23\nnew" }],
    ],
    ["deletion keeps the line above", HEAD.replace("line 19\n", ""), [{ lines: [18, 19], block: "line 18" }]],
    [
      "deletion at the hunk's top keeps the line below",
      HEAD.replace("line 17\n", ""),
      [{ lines: [17, 18], block: "line 18" }],
    ],
    [
      "a lone blank line is never the whole block",
      HEAD.replace("line 19\n", "  \n"),
      [{ lines: [18, 19], block: "line 18\n  " }],
    ],
    ["fences get longer", HEAD.replace("line 19\n", "````\n"), [{ lines: [null, 19], block: "````" }]],
    [
      "line above the hunk",
      HEAD.replace("line 16\n", "x\n"),
      "`src/a.py`: line 16: GitHub takes suggestions only on lines of the pull request's diff.",
    ],
    [
      "one of two outside",
      HEAD.replace("line 19\n", "x\n").replace("line 30\n", "x\n"),
      "`src/a.py`: line 30: GitHub takes suggestions only on lines of the pull request's diff.",
    ],
    [
      "deletion of the whole hunk",
      HEAD.replace(/line 17\n(.*\n){6}/, ""),
      "`src/a.py`: line 17: GitHub takes suggestions only on lines of the pull request's diff.",
    ],
    [
      "carriage return",
      HEAD.replace("line 19\n", "line 19\r\n"),
      "`src/a.py`: a suggestion can't carry carriage returns.",
    ],
    [
      "control character",
      HEAD.replace("line 19\n", "line\u001b 19\n"),
      "`src/a.py`: a suggestion can't carry control characters.",
    ],
    ["nothing to change", HEAD, []],
  ])("%s", (_, wanted, expected) => {
    expect(short(BASE, HEAD, wanted)).toEqual(expected);
  });

  test("neighbouring changes that need the same line become one", () => {
    // Lines 3 to 5 are all there is: deleting 3 and 5 leaves 4 to hang both on.
    expect(short("", "a\nb\nc\n", "b\n")).toEqual([{ lines: [1, 3], block: "b" }]);
    expect(short("", "a\nb\nc\n", "x\na\ny\nb\nz\nc\n")).toEqual([
      { lines: [null, 2], block: "b\nz" },
      { lines: [null, 1], block: "x\na\ny" },
    ]);
  });

  test("the end of the last line", () => {
    expect(short("a\n", "a\nb", "a\nb\n")).toBe(
      "`src/a.py`: a suggestion can't add or remove the end of the last line.",
    );
    expect(short("a\n", "a\nb", "a\nc")).toEqual([{ lines: [null, 2], block: "c" }]);
    expect(short("a\n", "a\nb", "a\nb\nc")).toEqual([{ lines: [null, 2], block: "b\nc" }]);
  });
});

describe("what GitHub gave us is checked", () => {
  const change = { path: "src/a.py", before: "a\nb\n", after: "a\nc\n" };
  test.each([
    ["file not in the pull request", [{ path: "other.py", patch: "@@ -1 +1 @@\n-x\n+y" }]],
    ["no patch", [{ path: "src/a.py", patch: null }]],
    ["diff of another commit", [{ path: "src/a.py", patch: "@@ -1,2 +1,2 @@\n a\n-x\n+z" }]],
    ["diff cut off", [{ path: "src/a.py", patch: "@@ -1,2 +1,2 @@\n a" }]],
    ["not a diff", [{ path: "src/a.py", patch: "Binary files differ" }]],
    ["more lines than the file", [{ path: "src/a.py", patch: "@@ -1,2 +1,3 @@\n a\n b\n+c" }]],
  ])("%s", (name, files) => {
    expect(planSuggestions({ changes: [change] }, files, SOURCE)).toMatchSnapshot(name);
  });

  test("a whole review: sorted, keyed, one line or a range", () => {
    const files = ["b.py", "a.py"].map((name) => ({ path: name, patch: "@@ -1,2 +1,3 @@\n a\n+b\n c" }));
    const changes = ["b.py", "a.py"].map((name) => ({ path: name, before: "a\nb\nc\n", after: "A\nb\nC\n" }));
    expect(planSuggestions({ changes }, files, SOURCE)).toMatchSnapshot("review");
  });

  test("too many parts", () => {
    const before = numbered(1, 80);
    const after = before.replace(/line (\d*[02468])\n/g, "even $1\n");
    const files = [{ path: "src/a.py", patch: pullRequestPatch("", before) }];
    expect(planSuggestions({ changes: [{ path: "src/a.py", before, after }] }, files, SOURCE)).toEqual({
      kind: "not-suggestible",
      reason: "The patch has 40 parts, more than 30.",
    });
  });
});
