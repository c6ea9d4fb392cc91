import { z } from "zod";
import type { ChatReply, TokenUsage } from "../../domain/llm.ts";

const MAX_WORDS = 300;

const usage = z.object({
  prompt_tokens: z.number().nonnegative().nullish(),
  completion_tokens: z.number().nonnegative().nullish(),
  /** OpenRouter's, in dollars. */
  cost: z.number().nonnegative().nullish().catch(null),
  prompt_tokens_details: z.object({ cached_tokens: z.number().nonnegative().nullish() }).nullish(),
});
const part = z.object({ text: z.string().nullish() });
const choice = z.object({
  finish_reason: z.string().nullish(),
  message: z.object({ content: z.union([z.string(), z.array(part)]).nullish(), refusal: z.string().nullish() }),
});
type Choice = z.infer<typeof choice>;
const completion = z.object({ choices: z.array(choice).min(1), usage: usage.nullish().catch(null) });
/** Some gateways answer 200 with what went wrong inside. */
const failure = z.object({
  error: z.object({ message: z.string().nullish(), code: z.union([z.string(), z.number()]).nullish() }),
});

/** What was answered with 200: a reply, a refusal, or something that is none (a page of HTML, an error in disguise). */
export function readCompletion(body: unknown): ChatReply {
  const disguised = failure.safeParse(body);
  if (disguised.success) return bad(`it answered with an error: ${disguised.data.error.message ?? "no words"}`);
  const parsed = completion.safeParse(body);
  if (!parsed.success)
    return bad(typeof body === "string" ? "it answered with a page, not with JSON" : "its answer has no choices");
  const [first] = parsed.data.choices;
  return first ? replyOf(first, usageOf(parsed.data.usage)) : bad("its answer has no choices");
}

function replyOf({ message, finish_reason: end }: Choice, used: TokenUsage | null): ChatReply {
  const { content, refusal } = message;
  if (refusal) return { kind: "declined", reason: words(refusal), usage: used };
  if (end === "content_filter")
    return { kind: "declined", reason: "the provider's filter held the answer back", usage: used };
  const text = typeof content === "string" ? content : (content ?? []).map((entry) => entry.text ?? "").join("");
  if (end === "length") return { kind: "cut-off", text, usage: used };
  return text.trim() === "" ? bad("its answer is empty", used) : { kind: "text", text, usage: used };
}

function usageOf(found: z.infer<typeof usage> | null | undefined): TokenUsage | null {
  if (!found || found.prompt_tokens == null) return null;
  const cached = found.prompt_tokens_details?.cached_tokens ?? 0;
  return { input: found.prompt_tokens, output: found.completion_tokens ?? 0, cached, cost: found.cost ?? null };
}

function bad(what: string, used: TokenUsage | null = null): ChatReply {
  const sentence = `The endpoint cannot be used: ${words(what)}. Check the line "base-url:".`;
  return { kind: "failed", why: "bad-answer", sentence, usage: used };
}

/** Foreign words, in one line. */
export function words(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, MAX_WORDS);
}
