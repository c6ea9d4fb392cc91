import type { TokenUsage } from "../../domain/llm.ts";

/** Dollars for a million tokens. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

export interface LedgerLimits {
  /** Replies asked for in a whole run. */
  readonly maxDrafts: number;
  /** Tokens of a whole run, in and out. */
  readonly maxTokens: number;
  /** Dollars of a whole run; null = no limit. */
  readonly maxCost: number | null;
  /** Null where nobody gave them: then only what the provider itself says counts as cost. */
  readonly prices: Prices | null;
}

/** What a run has spent on an LLM; every call counts, also one whose reply was of no use. */
export interface Spent {
  readonly drafts: number;
  readonly tokens: number;
  /** Dollars, by the provider's word or the given prices; 0 where neither is there. */
  readonly cost: number;
  /** How many tokens a provider counts for each that we estimate; 1 until one has told. */
  readonly ratio: number;
}

interface Tokens {
  readonly input: number;
  readonly output: number;
}

export const NOTHING_SPENT: Spent = { drafts: 0, tokens: 0, cost: 0, ratio: 1 };

/** After a call: by the provider's own count, else by our estimate, which is never under it. */
export function spend(
  before: Spent,
  { estimated, usage }: { readonly estimated: Tokens; readonly usage: TokenUsage | null },
  prices: Prices | null,
): Spent {
  const used = usage ?? estimated;
  const ratio =
    usage === null || estimated.input === 0
      ? before.ratio
      : Math.min(1.5, Math.max(0.5, usage.input / estimated.input));
  return {
    drafts: before.drafts + 1,
    tokens: before.tokens + used.input + used.output,
    cost: before.cost + (usage?.cost ?? costOf(used, prices)),
    ratio,
  };
}

/** Why no further call of this size may be made; null when one may. */
export function whySpent({ drafts, tokens, cost, ratio }: Spent, limits: LedgerLimits, next: Tokens): string | null {
  const input = Math.ceil(next.input * ratio);
  if (drafts >= limits.maxDrafts) return `the limit of replies is reached (max-drafts: ${limits.maxDrafts})`;
  if (tokens + input + next.output > limits.maxTokens)
    return `${tokens} tokens are spent, and the next call could pass the limit (max-tokens: ${limits.maxTokens})`;
  if (limits.maxCost !== null && cost + costOf({ ...next, input }, limits.prices) > limits.maxCost)
    return `$${cost.toFixed(4)} are spent, and the next call could pass the limit (max-cost: ${limits.maxCost})`;
  return null;
}

function costOf({ input, output }: Tokens, prices: Prices | null): number {
  return prices === null ? 0 : (input * prices.input + output * prices.output) / 1_000_000;
}
