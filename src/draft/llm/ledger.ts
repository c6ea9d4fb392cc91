import type { TokenUsage } from "../../domain/llm.ts";

export interface LedgerLimits {
  /** Replies asked for in a whole run. */
  readonly maxDrafts: number;
  /** Tokens of a whole run, in and out. */
  readonly maxTokens: number;
}

/** What a run has spent on an LLM; every call counts, also one whose reply was of no use. */
export interface Spent {
  readonly drafts: number;
  readonly tokens: number;
  /** How many tokens a provider counts for each that we estimate; 1 until one has told. */
  readonly ratio: number;
}

export const NOTHING_SPENT: Spent = { drafts: 0, tokens: 0, ratio: 1 };

/** After a call: by the provider's own count, else by our estimate, which is never under it. */
export function spend(
  before: Spent,
  estimated: { readonly input: number; readonly output: number },
  usage: TokenUsage | null,
): Spent {
  const tokens = usage === null ? estimated.input + estimated.output : usage.input + usage.output;
  const ratio =
    usage === null || estimated.input === 0
      ? before.ratio
      : Math.min(1.5, Math.max(0.5, usage.input / estimated.input));
  return { drafts: before.drafts + 1, tokens: before.tokens + tokens, ratio };
}

/** Why no further call of this size may be made; null when one may. */
export function whySpent({ drafts, tokens, ratio }: Spent, limits: LedgerLimits, next: number): string | null {
  if (drafts >= limits.maxDrafts) return `the limit of replies is reached (max-drafts: ${limits.maxDrafts})`;
  if (tokens + Math.ceil(next * ratio) > limits.maxTokens)
    return `${tokens} tokens are spent, and the next call could pass the limit (max-tokens: ${limits.maxTokens})`;
  return null;
}
