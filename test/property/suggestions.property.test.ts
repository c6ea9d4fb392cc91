import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { FileChange } from "../../src/domain/patch.ts";
import type { KeyedComment } from "../../src/publish/suggestions.ts";
import { planSuggestions } from "../../src/publish/suggestions.ts";
import { unifiedDiff } from "../../src/text/unified-diff.ts";
import { gitEnvironment, resolveCommit } from "../support/git-repository.ts";
import { resolveAnchor } from "../support/github/anchors.ts";
import { linesOf, replaceLines } from "../support/github/apply.ts";
import { diffFiles, type FileDiff } from "../support/github/diff.ts";
import { firstSuggestion } from "../support/github/suggestion.ts";
import { editLines, randomLine, randomSource } from "../unit/publish/random-files.ts";

const ROUNDS = 2000;
const SOURCE = { scope: "f".repeat(16), run: "0".repeat(16), groups: ["a".repeat(16)] };

/** A file on the base, at the head of the pull request, and as the fix wants it. */
interface Triple {
  readonly path: string;
  readonly base: string;
  readonly head: string;
  readonly wanted: string;
}

function triples(seed: number): readonly Triple[] {
  const random = randomSource(seed);
  let count = 0;
  const serial = (): number => count++;
  return Array.from({ length: ROUNDS }, (_, round) => {
    const base = Array.from({ length: random.below(60) }, () => randomLine(random, serial));
    const change = editLines(base, { random, serial, near: [], edits: 1 + random.below(3) });
    const mended = editLines(change.lines, { random, serial, near: change.touched, edits: 1 + random.below(3) });
    const end = (): string => (random.chance(0.05) ? "" : "\n");
    const [baseEnd, headEnd] = [end(), end()];
    return {
      path: `src/${String(round).padStart(4, "0")}.py`,
      base: base.join("\n") + baseEnd,
      head: change.lines.join("\n") + headEnd,
      wanted: mended.lines.join("\n") + (random.chance(0.95) ? headEnd : "\n"),
    };
  });
}

/** One repository with two commits that hold all files, made in one go; and its diff as GitHub would list it. */
function pullRequestOf(files: readonly Triple[]): ReadonlyMap<string, FileDiff> {
  const directory = mkdtempSync(path.join(tmpdir(), "triples-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const git = (words: readonly string[], input = ""): Buffer =>
    execFileSync("git", [...words], { cwd: directory, env: gitEnvironment(), input });
  git(["init", "--quiet", "--bare", "--template=", "."]);
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const commit = (branch: string, texts: readonly (readonly [string, string])[]): string =>
    `commit refs/heads/${branch}\ncommitter t <t@example.com> 0 +0000\n${data(branch)}` +
    texts.map(([name, text]) => `M 100644 inline ${name}\n${data(text)}`).join("");
  const stream = [
    commit(
      "base",
      files.map((file) => [file.path, file.base]),
    ),
    commit(
      "head",
      files.map((file) => [file.path, file.head]),
    ),
  ];
  git(["fast-import", "--quiet"], stream.join(""));
  const [base = "", head = ""] = ["base", "head"].map((name) => resolveCommit(directory, name) ?? "");
  return new Map(diffFiles(directory, base, head).map((file) => [file.path, file]));
}

/** What a person gets who adds every suggestion to one batch and commits it; or why GitHub would refuse. */
function click({ path: name, head }: Triple, comments: readonly KeyedComment[], diff: FileDiff | undefined): string {
  const replacements = comments.map(({ comment }) => {
    const { line, startLine, body } = comment;
    const anchored = resolveAnchor(
      diff === undefined ? [] : [diff],
      {
        path: name,
        line,
        side: "RIGHT",
        ...(startLine === null ? {} : { start_line: startLine, start_side: "RIGHT" }),
      },
      "new",
    );
    const lines = firstSuggestion(body);
    return anchored.kind === "refused" || lines === null ? null : { first: startLine ?? line, last: line, lines };
  });
  const placed = replacements.filter((item) => item !== null).sort((left, right) => left.first - right.first);
  if (placed.length < replacements.length) return "refused by GitHub";
  const overlaps = placed.some((item, index) => index > 0 && item.first <= (placed[index - 1]?.last ?? 0));
  return overlaps ? "one suggestion per line in a batch" : replaceLines(linesOf(head), placed);
}

/** What `git apply` makes of the heads with the whole patches that stand in comments. */
function applyWhole(changes: readonly FileChange[]): ReadonlyMap<string, string> {
  const directory = mkdtempSync(path.join(tmpdir(), "whole-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  mkdirSync(path.join(directory, "src"));
  for (const change of changes) writeFileSync(path.join(directory, change.path), change.before);
  writeFileSync(path.join(directory, "fix.patch"), unifiedDiff(changes));
  execFileSync("git", ["apply", "--whitespace=nowarn", "fix.patch"], {
    cwd: directory,
    env: gitEnvironment({ GIT_CEILING_DIRECTORIES: tmpdir() }),
  });
  return new Map(changes.map((change) => [change.path, readFileSync(path.join(directory, change.path), "utf8")]));
}

test(`${ROUNDS} random pull requests and fixes: clicks, or the whole patch, give the wanted bytes`, () => {
  const files = triples(20_260_808);
  const diffs = pullRequestOf(files);
  const ends: Record<string, number> = {};
  const mismatches: unknown[] = [];
  const whole: Triple[] = [];
  for (const file of files) {
    const diff = diffs.get(file.path);
    const listed = diff === undefined ? [] : [{ path: file.path, patch: diff.patch }];
    const change = { path: file.path, before: file.head, after: file.wanted };
    const result = planSuggestions({ changes: [change] }, listed, SOURCE);
    const end = result.kind === "suggestible" ? "suggestible" : result.reason.replace(/^.*: /, "").replace(/\d+/g, "N");
    ends[end] = (ends[end] ?? 0) + 1;
    if (result.kind === "not-suggestible") whole.push(file);
    else if (click(file, result.comments, diff) !== file.wanted) mismatches.push({ file, comments: result.comments });
  }
  const applied = applyWhole(
    whole.map(({ path: name, head, wanted }) => ({ path: name, before: head, after: wanted })),
  );
  mismatches.push(...whole.filter((file) => applied.get(file.path) !== file.wanted));
  expect(mismatches).toEqual([]);
  expect(ends).toMatchInlineSnapshot(`
    {
      "GitHub takes suggestions only on lines of the pull request's diff.": 846,
      "a suggestion can't add or remove the end of the last line.": 6,
      "suggestible": 1104,
      "the pull request does not touch this file, so GitHub takes no suggestion on it.": 44,
    }
  `);
});
