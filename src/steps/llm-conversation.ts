import type { TestEvidence } from "../domain/evidence.ts";
import type { ChatMessage, ChatReply } from "../domain/llm.ts";
import type { CandidatePatch, Verdict } from "../domain/patch.ts";
import type { DraftContext, DraftInput } from "../draft/draft.ts";
import { placeBlocks } from "../draft/llm/candidate.ts";
import { misplacedFeedback, verdictFeedback, verdictLine } from "../draft/llm/feedback.ts";
import type { Definition } from "../draft/llm/prompt/definitions.ts";
import { needed } from "../draft/llm/prompt/need.ts";
import { renderPrompt } from "../draft/llm/prompt/prompt.ts";
import { visible } from "../draft/llm/prompt/shown-text.ts";
import { tokensAtMost } from "../draft/llm/prompt/tokens.ts";
import { parseReply } from "../draft/llm/reply/parse-reply.ts";
import type { ReplyReading } from "../draft/llm/reply/reply.ts";
import { redact } from "../text/redact.ts";
import type { LlmOptions } from "./llm-drafter.ts";

/** Sends a conversation; null where a limit of the run forbids it. */
export type Ask = (
  llmModel: string,
  messages: readonly ChatMessage[],
  temperature: number | null,
) => Promise<ChatReply | null>;

/** What goes from one conversation about a failure to the next. */
export interface Memory {
  /** Drafts that did not hold, a line each. */
  readonly failed: string[];
  /** Edits that did not hold. */
  readonly dropped: Set<string>;
  /** A draft was run and did not hold. */
  wasRun: boolean;
}

interface Conversation {
  readonly input: DraftInput;
  readonly context: DraftContext;
  readonly passing: readonly TestEvidence[];
  readonly llmModel: string;
  readonly temperature: number;
  readonly batch?: string;
  readonly memory: Memory;
  readonly options: Omit<LlmOptions, "model">;
  readonly ask: Ask;
}

/** Tokens of one prompt, of a conversation that goes on, and of a reply. */
const PROMPT_BUDGET = 7000;
const CONVERSATION_BUDGET = 8000;
export const REPLY_BUDGET = 1500;
const MAX_NEEDS = 2;
const MAX_FEEDBACK = 2;
const FAILED_LINE = 300;

/** One conversation: `over` when nothing more is to be asked of anybody, `next` when a fresh one may do better. */
export async function* converse(talk: Conversation): AsyncGenerator<CandidatePatch, "over" | "next"> {
  const { options, input, llmModel, passing, memory } = talk;
  const { changes } = talk.context;
  const prompt = renderPrompt({ input, ...options, passing, changes, failed: memory.failed, budget: PROMPT_BUDGET });
  const messages: ChatMessage[] = [...prompt.messages];
  const shown: Definition[] = [...prompt.shown];
  let [needs, rounds] = [0, 0];
  while (rounds <= MAX_FEEDBACK) {
    const reply = await talk.ask(llmModel, messages, talk.temperature);
    if (reply === null) return "over";
    if (reply.kind !== "text") return refused(reply, options.log);
    const reading = parseReply(reply.text);
    options.log.info(`LLM ${llmModel} answers: ${summaryOf(reading)}`);
    if (reading.kind === "no-fix") return "over";
    const isNeed = reading.kind === "need" && needs++ < MAX_NEEDS;
    const answer = isNeed ? bodiesOf(reading.names, shown, talk) : yield* tryReading(reading, shown, talk);
    if (answer === null) return "next";
    if (!isNeed) rounds++;
    messages.push({ role: "assistant", content: reply.text }, { role: "user", content: answer });
    if (tokensAtMost(messages.map(({ content }) => content).join("")) > CONVERSATION_BUDGET) return "next";
  }
  return "next";
}

function bodiesOf(names: readonly string[], shown: Definition[], { input, options }: Conversation): string {
  const { text, definitions } = needed(names, { input, options });
  shown.push(...definitions);
  return text;
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
  shown: readonly Definition[],
  { input, context, llmModel, batch, memory, options }: Conversation,
): AsyncGenerator<CandidatePatch, string | null> {
  if (reading.kind !== "edits")
    return reading.kind === "unreadable" ? `${reading.reason}. Answer in the form that was asked for.` : null;
  const placed = placeBlocks({ ...reading, project: input.project, shown, mayGuess: options.mayGuess });
  if (placed.kind === "misplaced") return misplacedFeedback(placed.misplaced, placed.placed, options);
  const key = JSON.stringify(placed.edits);
  if (placed.edits.length === 0 || memory.dropped.has(key)) return null;
  const cause = visible(reading.cause ?? "The model gave no cause.");
  yield {
    origin: { kind: "llm", model: llmModel, match: placed.level },
    edits: placed.edits,
    rationale: cause,
    leftAlone: [],
    mayEditTests: false,
    ...(batch === undefined ? {} : { batch }),
  };
  const verdict = context.last();
  if (verdict === null || verdict.kind === "plausible") return null;
  memory.dropped.add(key);
  remember(memory, { cause, verdict, secrets: options.secrets });
  return verdictFeedback(verdict, options);
}

interface Failed {
  readonly cause: string;
  readonly verdict: Exclude<Verdict, { kind: "plausible" }>;
  readonly secrets: readonly string[];
}

function remember(memory: Memory, { cause, verdict, secrets }: Failed): void {
  if (verdict.kind === "rejected") memory.wasRun = true;
  const line = redact(`${cause}: ${verdictLine(verdict)}`, secrets);
  memory.failed.push(line.slice(0, FAILED_LINE));
}
