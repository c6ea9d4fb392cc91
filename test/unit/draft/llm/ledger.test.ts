import { expect, test } from "vitest";
import { type LedgerLimits, NOTHING_SPENT, spend, whySpent } from "../../../../src/draft/llm/ledger.ts";

const PRICES = { input: 2, output: 10 };
const LIMITS: LedgerLimits = { maxDrafts: 2, maxTokens: 10_000, maxCost: null, prices: null };
const ESTIMATED = { input: 1000, output: 100 };
const usage = (cost: number | null) => ({ input: 500, output: 50, cached: 0, cost });

test("what the provider counted counts; without its word the estimate, at the given prices", () => {
  expect(spend(NOTHING_SPENT, { estimated: ESTIMATED, usage: usage(null) }, PRICES)).toEqual({
    drafts: 1,
    tokens: 550,
    cost: 0.0015,
    ratio: 0.5,
  });
  expect(spend(NOTHING_SPENT, { estimated: ESTIMATED, usage: null }, null)).toEqual({
    drafts: 1,
    tokens: 1100,
    cost: 0,
    ratio: 1,
  });
  expect(spend(NOTHING_SPENT, { estimated: ESTIMATED, usage: usage(0.25) }, PRICES).cost).toBe(0.25);
});

test.each<[string, Partial<LedgerLimits>, string | null]>([
  ["nothing is near", {}, null],
  ["replies", { maxDrafts: 1 }, "the limit of replies is reached (max-drafts: 1)"],
  ["tokens", { maxTokens: 1200 }, "550 tokens are spent, and the next call could pass the limit (max-tokens: 1200)"],
  [
    "dollars",
    { maxCost: 0.003, prices: PRICES },
    "$0.0015 are spent, and the next call could pass the limit (max-cost: 0.003)",
  ],
])("a call is refused before a limit is passed: %s", (_title, change, expected) => {
  const spent = spend(NOTHING_SPENT, { estimated: ESTIMATED, usage: usage(null) }, PRICES);
  expect(whySpent(spent, { ...LIMITS, ...change }, { input: 1000, output: 300 })).toBe(expected);
});
