import { describe, expect, test } from "vitest";
import { anchorHunks } from "../../../src/publish/anchors.ts";
import { markerKey, renderMarker } from "../../../src/publish/marker.ts";
import { applySuggestions, readSuggestionBlock, renderSuggestionBlock } from "../../../src/publish/suggestion-block.ts";

describe("the block GitHub reads", () => {
  test.each<[string, string, readonly string[] | null]>([
    ["plain", "```suggestion\na\nb\n```", ["a", "b"]],
    ["after text, with blanks around", "text\n\n  ```suggestion  \n\ta \n\n  ```  \nmore", ["\ta ", ""]],
    ["longer fence around a shorter one", "````suggestion\n```\n````", ["```"]],
    ["a fence with words does not close", "```suggestion\n``` x\n```", ["``` x"]],
    ["other block first", "```diff\n```suggestion\n```\n```suggestion\na\n```", ["a"]],
    ["only the first counts", "```suggestion\na\n```\n```suggestion\nb\n```", ["a"]],
    ["never closed", "```suggestion\na", ["a"]],
    ["empty", "```suggestion\n```", []],
    ["four blanks are no fence", "    ```suggestion\n    a\n    ```", null],
    ["another word", "```suggestions\na\n```", null],
    ["none", "text", null],
  ])("%s", (...[, body, lines]) => {
    expect(readSuggestionBlock(body)).toEqual(lines);
  });

  test.each([[["a"]], [["```", "x"]], [["````python", "````"]], [["`` ` ```` `"]], [["\t", "  a  "]]])(
    "rendered and read back: %j",
    (lines) => {
      expect(readSuggestionBlock(renderSuggestionBlock(lines))).toEqual(lines);
    },
  );
});

describe("the clicks", () => {
  const body = (text: string): string => renderSuggestionBlock([text]);
  test("bottom-up, in any order, the last line's state kept", () => {
    const clicks = [
      { startLine: 1, line: 1, body: body("A\nA2") },
      { startLine: 3, line: 3, body: body("C") },
    ];
    expect(applySuggestions("a\nb\nc", clicks)).toBe("A\nA2\nb\nC");
    expect(applySuggestions("a\nb\nc\n", [...clicks].reverse())).toBe("A\nA2\nb\nC\n");
  });
  test.each([
    [
      "overlap",
      [
        [1, 2],
        [2, 3],
      ],
    ],
    ["beyond the end", [[3, 4]]],
    ["before the start", [[0, 1]]],
    ["backwards", [[2, 1]]],
  ])("%s is refused", (_, ranges) => {
    const clicks = ranges.map(([startLine = 0, line = 0]) => ({ startLine, line, body: body("x") }));
    expect(applySuggestions("a\nb\nc\n", clicks)).toBe(null);
  });
  test("a comment without a block is refused", () => {
    expect(applySuggestions("a\n", [{ startLine: 1, line: 1, body: "text" }])).toBe(null);
  });
});

test("only blank lines around: not anchored", () => {
  const hunk = { beforeStart: 3, beforeEnd: 4, afterStart: 3, afterEnd: 3 };
  const newLines = ["", "", "", "", "", "", ""].map((line) => `${line}\n`);
  expect(anchorHunks({ hunks: [hunk], ranges: [{ start: 0, end: 8 }], newLines })).toEqual({
    kind: "outside",
    line: 1,
    reason: "Only blank lines change here.",
  });
});

test("a marker is read back only when it is whole and of the same kind and scope", () => {
  const [scope, key] = ["0".repeat(16), "a".repeat(16)];
  const body = `x\n\n${renderMarker({ kind: "comment", scope, key, run: key, groups: [], commits: [] })}\n`;
  expect(markerKey(body, { kind: "comment", scope })).toBe(key);
  expect(markerKey(body, { kind: "suggestion", scope })).toBe(null);
  expect(markerKey(body, { kind: "comment", scope: key })).toBe(null);
  expect(markerKey(body.replaceAll(key, "zz"), { kind: "comment", scope })).toBe(null);
});
