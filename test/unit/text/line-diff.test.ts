import { describe, expect, test } from "vitest";
import { alignLines, alignLinesFromEnd, diffLines, splitLines } from "../../../src/text/line-diff.ts";
import { randomSource } from "../publish/random-files.ts";

describe("splitLines", () => {
  test.each([
    ["", []],
    ["a", ["a"]],
    ["a\n", ["a\n"]],
    ["a\r\nb\rc\n\nd", ["a\r\n", "b\rc\n", "\n", "d"]],
    ["\n", ["\n"]],
  ])("%j", (text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });
});

describe("diffLines", () => {
  test.each<[string, string, number[][]]>([
    ["", "", []],
    ["abc", "abc", []],
    ["", "ab", [[0, 0, 0, 2]]],
    ["ab", "", [[0, 2, 0, 0]]],
    ["abc", "abxc", [[2, 2, 2, 3]]],
    [
      "abcd",
      "axcy",
      [
        [1, 2, 1, 2],
        [3, 4, 3, 4],
      ],
    ],
    [
      "xaybz",
      "ab",
      [
        [0, 1, 0, 0],
        [2, 3, 1, 1],
        [4, 5, 2, 2],
      ],
    ],
  ])("%s to %s", (before, after, ranges) => {
    expect(
      diffLines(before.split(""), after.split("")).map((hunk) => [
        hunk.beforeStart,
        hunk.beforeEnd,
        hunk.afterStart,
        hunk.afterEnd,
      ]),
    ).toEqual(ranges);
  });

  test("a last line that gains its ending is a changed line", () => {
    expect(diffLines(splitLines("a\nb"), splitLines("a\nb\n"))).toEqual([
      { beforeStart: 1, beforeEnd: 2, afterStart: 1, afterEnd: 2 },
    ]);
  });

  test("is as small as the longest common subsequence allows and rebuilds the other side", () => {
    const random = randomSource(7);
    for (let round = 0; round < 400; round++) {
      const before = Array.from({ length: random.below(14) }, () => random.pick(["a", "b", "c"]));
      const after = Array.from({ length: random.below(14) }, () => random.pick(["a", "b", "c", "d"]));
      const hunks = diffLines(before, after);
      const rebuilt = [...before];
      for (const hunk of [...hunks].reverse()) {
        rebuilt.splice(
          hunk.beforeStart,
          hunk.beforeEnd - hunk.beforeStart,
          ...after.slice(hunk.afterStart, hunk.afterEnd),
        );
      }
      const size = hunks.reduce(
        (sum, hunk) => sum + hunk.beforeEnd - hunk.beforeStart + hunk.afterEnd - hunk.afterStart,
        0,
      );
      expect({ before, rebuilt, size }).toEqual({
        before,
        rebuilt: after,
        size: before.length + after.length - 2 * commonLength(before, after),
      });
    }
  });

  test("texts too different to compare come back as one range", () => {
    const lines = Array.from({ length: 6000 }, (_, index) => `line ${index}\n`);
    expect(diffLines(lines, [...lines].reverse())).toEqual([
      { beforeStart: 0, beforeEnd: 6000, afterStart: 0, afterEnd: 6000 },
    ]);
  });
});

describe("alignLines", () => {
  test("the first of two equal places from the start, the last from the end", () => {
    expect(alignLines(["x", "a", "y"], ["x", "a", "b", "a", "y"])).toEqual([0, 1, 4]);
    expect(alignLinesFromEnd(["x", "a", "y"], ["x", "a", "b", "a", "y"])).toEqual([0, 3, 4]);
  });

  test("gone lines have no partner", () => {
    expect(alignLines(["a", "b", "c"], ["c"])).toEqual([null, null, 0]);
    expect(alignLinesFromEnd(["a", "b", "c"], ["a"])).toEqual([0, null, null]);
  });
});

function commonLength(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, () => 0);
  for (const one of left) {
    const next = [0];
    for (const [index, other] of right.entries()) {
      next.push(one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
