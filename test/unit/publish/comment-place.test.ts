import { describe, expect, test } from "vitest";
import type { HostComment } from "../../../src/domain/pull-request.ts";
import { placeComment } from "../../../src/publish/comment-place.ts";
import { markedBy, readMarker, renderMarker } from "../../../src/publish/marker.ts";
import type { Marker } from "../../../src/publish/marker.ts";
import { isOwnDebris, staleOwn } from "../../../src/publish/stale.ts";
import { sampleComment } from "./sample-comment.ts";

const VIEWER = "github-actions[bot]";
const id = (digit: string): string => digit.repeat(16);
const [A, B, C] = [id("a"), id("b"), id("c")];
const [NOW, BEFORE] = [id("1"), id("2")];
const SCOPE = id("5");
const SOURCE = { scope: SCOPE, run: NOW, groups: [A], commits: [] };
const MARKER: Marker = { kind: "comment", scope: SCOPE, key: id("7"), run: BEFORE, groups: [A], commits: [] };

function written(number: number, marker: Partial<Marker>, facts: Partial<HostComment> = {}): HostComment {
  return sampleComment({ id: number, body: `text\n\n${renderMarker({ ...MARKER, ...marker })}\n`, ...facts });
}

function place(comments: readonly HostComment[], groups: readonly string[] = [A], key = id("9")): string {
  const found = placeComment({ viewer: VIEWER, comments }, { ...SOURCE, groups }, key);
  return found.kind === "create" ? "create" : `${found.kind} ${found.id}`;
}

describe("where the comment goes", () => {
  test.each<[string, string, string]>([
    ["nothing there", place([]), "create"],
    ["somebody else's copy of our marker", place([written(1, {}, { author: "octo" })]), "create"],
    ["another job's", place([written(1, { scope: id("6") })]), "create"],
    ["a suggestion is no comment", place([written(1, { kind: "suggestion" })]), "create"],
    ["an earlier run's", place([written(1, {})]), "update 1"],
    ["an earlier run's on other failures", place([written(1, { groups: [C] })]), "update 1"],
    ["the same failures first", place([written(1, {}), written(2, { groups: [C] })]), "update 1"],
    ["the same text", place([written(1, {})], [A], id("7")), "there 1"],
    ["another leg on the same failure", place([written(1, { run: NOW })]), "there 1"],
    ["another leg on that and more", place([written(1, { run: NOW, groups: [A, B] })]), "there 1"],
    ["another leg on less", place([written(1, { run: NOW })], [A, B]), "update 1"],
    ["another leg on something else", place([written(1, { run: NOW, groups: [B] })]), "create"],
    ["another leg on some of it", place([written(1, { run: NOW, groups: [A, C] })], [A, B]), "create"],
    [
      "another leg was there, and an earlier run",
      place([written(1, { groups: [C] }), written(2, { run: NOW, groups: [B] })]),
      "update 1",
    ],
  ])("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe("markers", () => {
  test("come back as they were written, the last one of a body", () => {
    const marker = { ...MARKER, groups: [A, B], commits: [{ sha: "d".repeat(40), patchId: C }] };
    expect(readMarker(`${renderMarker(MARKER)}\n${renderMarker(marker)}\n`)).toEqual(marker);
  });

  test("of older versions are read too", () => {
    const body = `<!-- autofix-action:v1 suggestion scope=${SCOPE} key=${A} -->`;
    expect(readMarker(body)).toEqual({ kind: "suggestion", scope: SCOPE, key: A, run: "", groups: [], commits: [] });
  });

  test.each(["", "<!-- autofix-action:v1 comment scope=x key=y -->", "<!-- autofix-action:v2 comment -->"])(
    "no marker: %j",
    (body) => {
      expect(readMarker(body)).toBeNull();
    },
  );

  test("count under our name only, with or without the suffix", () => {
    const comments = ["octo", VIEWER, "github-actions"].map((author, index) => written(index, {}, { author }));
    expect(markedBy("github-actions", comments).map(({ id: number }) => number)).toEqual([1, 2]);
    expect(markedBy(VIEWER, comments).map(({ id: number }) => number)).toEqual([1]);
  });
});

describe("stale suggestions", () => {
  const suggestion = (number: number, marker: Partial<Marker>, facts: Partial<HostComment> = {}): HostComment =>
    written(number, { kind: "suggestion", ...marker }, { reviewId: 90, ...facts });
  const review = { id: 90, nodeId: "review-90", author: VIEWER, state: "COMMENTED", body: "guide", url: "url-90" };
  const stale = (...reviewComments: readonly HostComment[]): readonly string[] =>
    staleOwn({ viewer: VIEWER, reviewComments, reviews: [review] }, { ...SOURCE, keys: [id("9")] }).map(
      ({ nodeId }) => nodeId,
    );

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "lines that changed, and the review with its last one",
      stale(suggestion(1, {}, { isOutdated: true })),
      ["node-1", "review-90"],
    ],
    ["another one for the same failure", stale(suggestion(1, { key: id("8") })), ["node-1", "review-90"]],
    ["not all of a review", stale(suggestion(1, { key: id("9") }), suggestion(2, {})), ["node-2"]],
    ["still suggested", stale(suggestion(1, { key: id("9") })), []],
    ["of another leg", stale(suggestion(1, { run: NOW })), []],
    ["of another job", stale(suggestion(1, { scope: id("6") })), []],
    ["on another failure", stale(suggestion(1, { groups: [B] })), []],
    ["somebody else's", stale(suggestion(1, {}, { isOutdated: true, author: "octo" })), []],
    [
      "somebody answered",
      stale(suggestion(1, {}, { isOutdated: true }), sampleComment({ id: 2, author: "octo", replyTo: 1 })),
      [],
    ],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test("when nothing is suggested, only what lost its lines", () => {
    const comments = [suggestion(1, { key: id("8") }), suggestion(2, {}, { isOutdated: true })];
    const found = staleOwn({ viewer: VIEWER, reviewComments: comments, reviews: [] }, null);
    expect(found.map(({ nodeId }) => nodeId)).toEqual(["node-2"]);
  });

  test.each<[string, Partial<typeof review>, readonly HostComment[], boolean]>([
    ["nothing in it", {}, [], true],
    ["our own suggestions", {}, [suggestion(1, {})], true],
    ["a comment without our marker", {}, [suggestion(1, {}), sampleComment({ id: 2 })], false],
    ["words", { body: "Looks good" }, [], false],
    ["submitted", { state: "COMMENTED" }, [], false],
    ["somebody else's", { author: "octo" }, [], false],
  ])("a pending review with %s", (_, facts, comments, expected) => {
    const pending = { ...review, state: "PENDING", body: "", ...facts };
    expect(isOwnDebris(pending, VIEWER, comments)).toBe(expected);
  });
});
