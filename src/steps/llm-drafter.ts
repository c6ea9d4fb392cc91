import type { ChatMessage, ChatReply } from "../domain/llm.ts";
import type { CandidatePatch } from "../domain/patch.ts";
import type { DraftInput, Drafter, History } from "../draft/draft.ts";
import { placeBlocks } from "../draft/llm/candidate.ts";
import { misplacedFeedback, verdictFeedback } from "../draft/llm/feedback.ts";
import { type LedgerLimits, NOTHING_SPENT, spend, type Spent, whySpent } from "../draft/llm/ledger.ts";
import { needText } from "../draft/llm/prompt/need.ts";
import { type Prompt, renderPrompt } from "../draft/llm/prompt/prompt.ts";
import { tokensAtMost } from "../draft/llm/prompt/tokens.ts";
import { parseReply } from "../draft/llm/reply/parse-reply.ts";
import type { ReplyReading } from "../draft/llm/reply/reply.ts";
import type { LanguageModel, Log } from "../ports.ts";
import { visible } from "../draft/llm/prompt/shown-text.ts";

export interface LlmOptions extends LedgerLimits {
  readonly model: LanguageModel;
  /** Names of models, the first is asked first; the next only after what the first drafted did not hold. */
  readonly llmModels: readonly string[];
  readonly boundary: string;
  readonly instructions: string | null;
  readonly secrets: readonly string[];
  /** Whether a place may be found by likeness alone. */
  readonly mayGuess: boolean;
  readonly log: Pick<Log, "info">;
}

/** What the run has spent so far, for outputs. */
export interface Account {
  spent(): Spent;
}

/** Tokens of one prompt, of a conversation that goes on, and of a reply. */
const PROMPT_BUDGET = 7000;
const CONVERSATION_BUDGET = 8000;
const REPLY_BUDGET = 1500;
const CALL_MILLISECONDS = 120_000;
const MAX_NEEDS = 2;
const MAX_FEEDBACK = 2;
const FRESH_SAMPLES = 2;
const FRESH_TEMPERATURE = 0.8;

/**
 * Drafts by asking an LLM: a fixed pipeline without tools. Each conversation goes on with what became of the draft before,
 * at most twice; then two fresh ones; each step only within the limits of the whole run.
 */
export function llmDrafter(options: LlmOptions): { readonly drafter: Drafter; readonly account: Account } {
  let spent = NOTHING_SPENT;
  const ask = async (
    llmModel: string,
    messages: readonly ChatMessage[],
    temperature: number | null,
  ): Promise<ChatReply | null> => {
    const input = tokensAtMost(messages.map(({ content }) => content).join("\n")) + 8 * messages.length;
    const why = whySpent(spent, options, input + REPLY_BUDGET);
    if (why !== null) return end(options.log, why);
    const reply = await options.model.complete({
      llmModel,
      messages,
      maxOutputTokens: REPLY_BUDGET,
      temperature,
      timeoutMilliseconds: CALL_MILLISECONDS,
    });
    const text = reply.kind === "text" || reply.kind === "cut-off" ? reply.text : "";
    spent = spend(spent, { input, output: tokensAtMost(text) }, reply.usage);
    return reply;
  };
  async function* drafter(input: DraftInput, history: History): AsyncGenerator<CandidatePatch> {
    const seen = new Set<string>();
    for (const llmModel of options.llmModels) {
      const temperatures = [0, ...Array.from({ length: FRESH_SAMPLES }, () => FRESH_TEMPERATURE)];
      for (const temperature of temperatures) {
        const ended = yield* converse({ input, history, llmModel, temperature, seen, options, ask });
        if (ended === "over") return;
      }
    }
  }
  return { drafter, account: { spent: () => spent } };
}

function end(log: LlmOptions["log"], why: string): null {
  log.info(`no further draft is asked for: ${why}`);
  return null;
}

interface Conversation {
  readonly input: DraftInput;
  readonly history: History;
  readonly llmModel: string;
  readonly temperature: number;
  /** Edits that were drafted already, by anybody here. */
  readonly seen: Set<string>;
  readonly options: LlmOptions;
  readonly ask: (
    llmModel: string,
    messages: readonly ChatMessage[],
    temperature: number | null,
  ) => Promise<ChatReply | null>;
}

/** One conversation: `over` when nothing more is to be asked of anybody, `next` when a fresh one may do better. */
async function* converse(talk: Conversation): AsyncGenerator<CandidatePatch, "over" | "next"> {
  const { options, input, llmModel } = talk;
  const prompt = renderPrompt({ input, ...options, budget: PROMPT_BUDGET });
  const messages: ChatMessage[] = [...prompt.messages];
  let [needs, rounds] = [0, 0];
  while (rounds <= MAX_FEEDBACK) {
    const reply = await talk.ask(llmModel, messages, talk.temperature);
    if (reply === null) return "over";
    if (reply.kind !== "text") return refused(reply, options.log);
    const reading = parseReply(reply.text);
    options.log.info(`LLM ${llmModel} answers: ${summaryOf(reading)}`);
    if (reading.kind === "no-fix") return "over";
    const isNeed = reading.kind === "need" && needs++ < MAX_NEEDS;
    const answer = isNeed ? needText(reading.names, talk) : yield* tryReading(reading, prompt, talk);
    if (answer === null) return "next";
    if (!isNeed) rounds++;
    messages.push({ role: "assistant", content: reply.text }, { role: "user", content: answer });
    if (tokensAtMost(messages.map(({ content }) => content).join("")) > CONVERSATION_BUDGET) return "next";
  }
  return "next";
}

function refused(reply: Exclude<ChatReply, { kind: "text" }>, log: LlmOptions["log"]): "over" | "next" {
  if (reply.kind === "cut-off") log.info("the reply was cut off by its limit of tokens; nothing of it is used");
  else log.info(reply.kind === "declined" ? `the LLM would not answer: ${reply.reason}` : reply.sentence);
  return reply.kind === "failed" ? "over" : "next";
}

function summaryOf(reading: ReplyReading): string {
  switch (reading.kind) {
    case "edits":
      return `${reading.blocks.length} block(s)${reading.cause === null ? "" : `; ${reading.cause}`}`;
    case "need":
      return `it wants to see ${reading.names.join(", ")}`;
    case "no-fix":
      return `no repair: ${reading.reason}`;
    case "unreadable":
      return reading.reason;
  }
}

/** Yields what the reply drafts; then what to answer to it, or null when this conversation leads nowhere. */
async function* tryReading(
  reading: ReplyReading,
  { shown }: Prompt,
  { input, history, llmModel, seen, options }: Conversation,
): AsyncGenerator<CandidatePatch, string | null> {
  if (reading.kind !== "edits")
    return reading.kind === "unreadable" ? `${reading.reason}. Answer in the form that was asked for.` : null;
  const placed = placeBlocks({ ...reading, project: input.project, shown, mayGuess: options.mayGuess });
  if (placed.kind === "misplaced") return misplacedFeedback(placed.misplaced, placed.placed);
  const key = JSON.stringify(placed.edits);
  if (seen.has(key) || placed.edits.length === 0) return null;
  seen.add(key);
  yield {
    origin: { kind: "llm", model: llmModel },
    edits: placed.edits,
    rationale: visible(reading.cause ?? "The model gave no cause."),
    leftAlone: [],
    mayEditTests: false,
  };
  const verdict = history.last();
  return verdict === null || verdict.kind === "plausible" ? null : verdictFeedback(verdict);
}
