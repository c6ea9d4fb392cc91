import path from "node:path";
import { parseArgs } from "node:util";
import { tokensAtMost } from "../src/draft/llm/prompt/tokens.ts";
import { type CorpusResult, runCase } from "./corpus-case.ts";
import { corpusCases } from "./corpus-cases.ts";
import { llmCases } from "./llm-cases.ts";
import { table } from "./markdown-table.ts";
import { callTokens, percentile, textOf, tokensOf } from "./prompt-tokens.ts";
import { root } from "./tools.ts";

/**
 * Tokens in and out of the calls that healing the corpus with recorded replies makes, and how much of a call the one
 * before it had too. Counted by o200k; our own estimate must never be under it.
 */
const { values } = parseArgs({
  options: { corpus: { type: "string", default: "../shared/corpus" }, only: { type: "string" } },
});
const MEDIAN_IN = 3000;
const P90_IN = 6000;
const SHARED = 0.7;
const ESTIMATE = 1.35;

const cases = llmCases(corpusCases(path.resolve(root, values.corpus), values.only ?? "b"), false);
const results: CorpusResult[] = [];
for (const test of cases) results.push(await runCase(test));

const calls = results.map(({ id, flavour, exchanges }) => ({ id, flavour, tokens: callTokens(exchanges) }));
const number = (value: number): string => String(Math.round(value));
const percent = (value: number): string => `${Math.round(value * 100)} %`;
console.log(
  table(
    ["project", "replies", "calls", "in, each", "out, each", "shared"],
    calls.map(({ id, flavour, tokens }) => [
      id,
      flavour,
      number(tokens.length),
      tokens.map(({ input }) => number(input)).join(" "),
      tokens.map(({ output }) => number(output)).join(" "),
      tokens.flatMap(({ shared }) => (shared === null ? [] : percent(shared))).join(" "),
    ]),
  ),
);
const all = calls.flatMap(({ tokens }) => tokens);
const inputs = all.map(({ input }) => input);
const outputs = all.map(({ output }) => output);
const shares = all.flatMap(({ shared }) => shared ?? []);
const estimates = results.flatMap(({ exchanges }) =>
  exchanges.map(({ sent }) => tokensAtMost(textOf(sent)) / tokensOf(textOf(sent))),
);
const lowestShare = percentile(shares, 0.5);
console.log(`\nin: median ${number(percentile(inputs, 0.5))}, p90 ${number(percentile(inputs, 0.9))}`);
console.log(`out: median ${number(percentile(outputs, 0.5))}, p90 ${number(percentile(outputs, 0.9))}`);
console.log(`shared with the call before: median ${percent(lowestShare)}, least ${percent(percentile(shares, 0))}`);
console.log(
  `estimate: ${percentile(estimates, 0).toFixed(2)} to ${percentile(estimates, 1).toFixed(2)} of the real count`,
);
const isGood =
  all.length > 0 &&
  percentile(inputs, 0.5) <= MEDIAN_IN &&
  percentile(inputs, 0.9) <= P90_IN &&
  lowestShare >= SHARED &&
  percentile(estimates, 0) >= 1 &&
  percentile(estimates, 1) <= ESTIMATE;
process.exitCode = isGood ? 0 : 1;
