import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Tiktoken } from "js-tiktoken/lite";
import cl100k from "js-tiktoken/ranks/cl100k_base";
import o200k from "js-tiktoken/ranks/o200k_base";
import { expect, test } from "vitest";
import { tokensAtMost } from "../../../../src/draft/llm/prompt/tokens.ts";

const root = path.resolve(import.meta.dirname, "../../../..");
const folders = ["src/python", "src/draft/llm/prompt", "docs", "test/unit/read", ".ci", "docs/guides"];
const texts = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [`${folder}/${entry.name}`, readFileSync(path.join(root, folder, entry.name), "utf8")] as const),
);
const odd = [
  ["other scripts", "Привет, мир! 你好，世界。 こんにちは 안녕하세요 مرحبا שלום 🎉👩‍👩‍👧‍👦 naïve façade Zürich"],
  ["hashes", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 c29tZSBiYXNlNjQgdGV4dA=="],
  ["signs", "!@#$%^&*()_+{}|:<>?~`-=[];',./ ===>>> ((((([[[[[ \\\\\\ ----- +++++ \t\t\t   \n\n\n\r\n"],
  ["long words", "antidisestablishmentarianism SQLALCHEMY_DATABASE_URI getHTTPResponseCodeFromURLString x".repeat(20)],
] as const;

test.each([
  { name: "o200k", ranks: o200k },
  { name: "cl100k", ranks: cl100k },
])("the estimate is never under what $name counts, and for real texts at most a third over it", ({ ranks }) => {
  const encoding = new Tiktoken(ranks);
  const ratios = [...texts, ...odd].map(([name, text]) => ({
    name,
    ratio: tokensAtMost(text) / encoding.encode(text, [], []).length,
  }));
  expect(ratios.filter(({ ratio }) => ratio < 1)).toEqual([]);
  const all = texts.map(([, text]) => text).join("\n");
  expect(tokensAtMost(all) / encoding.encode(all, [], []).length).toBeLessThanOrEqual(1.35);
});
