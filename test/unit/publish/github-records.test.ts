import { expect, test } from "vitest";
import { contentReply, reviewCommentReply, treeReply } from "../../../src/io/github-records.ts";

const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString("base64");

test.each<[string, unknown, unknown]>([
  [
    "text with a byte order mark",
    { type: "file", encoding: "base64", content: base64([0xef, 0xbb, 0xbf, 0x61]) },
    { kind: "text", text: "\ufeffa" },
  ],
  ["empty", { type: "file", encoding: "base64", content: "" }, { kind: "text", text: "" }],
  [
    "not UTF-8",
    { type: "file", encoding: "base64", content: base64([0xff]) },
    { kind: "unreadable", reason: "it is not UTF-8" },
  ],
  ["too large", { type: "file", encoding: "none", content: "" }, { kind: "unreadable", reason: "it is too large" }],
  ["link", { type: "symlink", target: "x" }, { kind: "unreadable", reason: "it is a symlink" }],
  ["folder", [{ type: "file" }], { kind: "unreadable", reason: "it is a folder" }],
])("contents: %s", (...[, reply, file]) => {
  expect(contentReply.parse(reply)).toEqual(file);
});

test.each([
  [{ line: 3 }, false],
  [{ line: null }, true],
  [{}, true],
  [{ line: null, subject_type: "file" }, false],
])("a review comment with %j", (fields, isOutdated) => {
  const reply = { id: 1, body: "b", html_url: "u", user: null, ...fields };
  expect(reviewCommentReply.parse(reply)).toEqual({
    id: 1,
    nodeId: "",
    author: "",
    body: "b",
    url: "u",
    isOutdated,
    replyTo: null,
    reviewId: null,
  });
});

test("modes by path", () => {
  const tree = [{ path: "a", mode: "100755", type: "blob", sha: "x" }];
  expect([...treeReply.parse({ truncated: false, tree })]).toEqual([["a", "100755"]]);
});
