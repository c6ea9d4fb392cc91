import { describe, expect, test } from "vitest";
import { rebaseOntoHead } from "../../../src/publish/rebase.ts";
import { editLines, randomLine, randomSource } from "./random-files.ts";

/** The head's new text, or line and reason. */
function rebased(before: string, after: string, head: string): unknown {
  const result = rebaseOntoHead({ changes: [{ path: "a.py", before, after }] }, new Map([["a.py", head]]));
  if (result.kind === "unplaceable") return { ...result, reason: result.reason.slice(0, 30) };
  return result.patch.changes[0]?.after;
}

const MERGE = "from base 1\nfrom base 2\na\nb\nc\nd\ne\n";
const HEAD = "a\nb\nc\nd\ne\n";
const lost = (line: number): unknown => ({
  kind: "unplaceable",
  path: "a.py",
  line,
  reason: "The lines around this change a",
});

describe("rebaseOntoHead", () => {
  test.each<[string, string, string, string, unknown]>([
    ["same text", HEAD, "a\nB\nc\nd\ne\n", HEAD, "a\nB\nc\nd\ne\n"],
    ["base lines above stay out", MERGE, MERGE.replace("c", "C"), HEAD, "a\nb\nC\nd\ne\n"],
    ["two hunks", MERGE, MERGE.replace("b\n", "B\n").replace("d\n", ""), HEAD, "a\nB\nc\ne\n"],
    ["insertion", MERGE, MERGE.replace("c\n", "c\nnew\n"), HEAD, "a\nb\nc\nnew\nd\ne\n"],
    ["at the end of both", MERGE, `${MERGE}new\n`, HEAD, `${HEAD}new\n`],
    ["line endings kept", "x\r\na\r\nb\r\nc", "x\r\na\r\nB\r\nc", "a\r\nb\r\nc", "a\r\nB\r\nc"],
    ["touched line differs in the head", MERGE, MERGE.replace("c", "C"), HEAD.replace("c", "see"), lost(5)],
    ["neighbour differs in the head", MERGE, MERGE.replace("c", "C"), HEAD.replace("d", "dee"), lost(5)],
    ["first line of one but not of the other", MERGE, `new\n${MERGE}`, HEAD, lost(1)],
    ["last line of one but not of the other", `${HEAD}base\n`, `${HEAD}base\nnew\n`, HEAD, lost(7)],
    ["the head has lines in between", "a\nb\nc\nd\n", "a\nb\nnew\nc\nd\n", "a\nb\nhead\nc\nd\n", lost(3)],
    ["the block stands twice in the head", "x\na\nb\nc\ny\n", "x\na\nB\nc\ny\n", "x\na\nb\nc\na\nb\nc\ny\n", lost(3)],
    ["the last line has no ending in the head", "base\na\nb\n", "base\na\nB\n", "a\nb", lost(3)],
  ])("%s", (...[, before, after, head, expected]) => {
    expect(rebased(before, after, head)).toEqual(expected);
  });

  test("a file the head does not have", () => {
    const change = { path: "a.py", before: "a\n", after: "b\n" };
    expect(rebaseOntoHead({ changes: [change] }, new Map())).toEqual({
      kind: "unplaceable",
      path: "a.py",
      line: 1,
      reason: "The head of the pull request has no such file, or not as plain text.",
    });
  });

  test("random merges: placed hunks change the head as they changed the merge, and bring no line of the base", () => {
    const random = randomSource(5);
    let count = 0;
    const serial = (): number => count++;
    let placed = 0;
    for (let round = 0; round < 500; round++) {
      const head = Array.from({ length: 5 + random.below(40) }, () => randomLine(random, serial));
      const merge = editLines(head, { random, serial, near: [], edits: 1 + random.below(2) }).lines;
      const after = [...merge];
      const position = random.below(after.length + 1);
      after.splice(position, random.below(3), `fix ${round}`);
      const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
      const result = rebased(text(merge), text(after), text(head));
      if (typeof result !== "string") continue;
      placed += 1;
      const removed = merge.length - after.length + 1;
      const lines = result.split("\n").slice(0, -1);
      const at = lines.indexOf(`fix ${round}`);
      const back = [...lines];
      back.splice(at, 1, ...merge.slice(position, position + removed));
      expect({ round, back, around: [lines[at - 1], lines[at + 1]] }).toEqual({
        round,
        back: head,
        around: [after[position - 1], after[position + 1]],
      });
    }
    expect(placed).toMatchInlineSnapshot(`384`);
  });
});
