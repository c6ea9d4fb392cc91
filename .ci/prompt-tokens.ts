import { Tiktoken } from "js-tiktoken/lite";
import o200k from "js-tiktoken/ranks/o200k_base";
import type { Exchange } from "./llm-replay.ts";

const encoding = new Tiktoken(o200k);

/** Tokens of a text, by the tokenizer of current OpenAI models. */
export function tokensOf(text: string): number {
  return encoding.encode(text, [], []).length;
}

/** One call in tokens. */
export interface CallTokens {
  readonly input: number;
  readonly output: number;
  /** Part of the input that the call before it in the same run began with; null for the first. */
  readonly shared: number | null;
}

export function callTokens(exchanges: readonly Exchange[]): CallTokens[] {
  return exchanges.map(({ sent, reply }, index) => {
    const text = textOf(sent);
    const before = exchanges[index - 1];
    const input = tokensOf(text);
    const shared = before ? tokensOf(commonStart(textOf(before.sent), text)) / input : null;
    return { input, output: tokensOf(reply ?? ""), shared };
  });
}

/** The messages of a call as one text. */
export function textOf({ messages }: Exchange["sent"]): string {
  return messages.map(({ role, content }) => `${role}\n${content}\n`).join("");
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** The value below which this share of them lies; 0 without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
