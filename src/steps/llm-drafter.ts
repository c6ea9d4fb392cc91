import type { ChatMessage, ChatReply } from "../domain/llm.ts";
import type { CandidatePatch } from "../domain/patch.ts";
import type { DraftContext, DraftInput, Drafter } from "../draft/draft.ts";
import { type LedgerLimits, NOTHING_SPENT, spend, type Spent, whySpent } from "../draft/llm/ledger.ts";
import { tokensAtMost } from "../draft/llm/prompt/tokens.ts";
import type { LanguageModel, Log } from "../ports.ts";
import { type Ask, converse, type Memory, REPLY_BUDGET } from "./llm-conversation.ts";

export interface LlmOptions extends LedgerLimits {
  readonly model: LanguageModel;
  /** Names of models, the first is asked first; the next only after what the first drafted was run and did not hold. */
  readonly llmModels: readonly string[];
  /** Stands around foreign text in a prompt; nobody could foresee it. */
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

const CALL_MILLISECONDS = 300_000;
const FRESH_SAMPLES = 2;
const FRESH_TEMPERATURE = 0.8;

/**
 * Drafts by asking an LLM: a fixed pipeline without tools. A conversation goes on with what became of the draft before, at
 * most twice; the next model only begins when a draft of the one before was run and did not hold. At last two fresh ones,
 * of whose drafts the best that holds is taken. Each step only within the limits of the whole run.
 */
export function llmDrafter(options: LlmOptions): { readonly drafter: Drafter; readonly account: Account } {
  let spent = NOTHING_SPENT;
  const ask: Ask = async (llmModel, messages, temperature) => {
    const input = sizeOf(messages);
    const why = whySpent(spent, options, { input, output: REPLY_BUDGET });
    if (why !== null) {
      options.log.info(`no further draft is asked for: ${why}`);
      return null;
    }
    const limits = { maxOutputTokens: REPLY_BUDGET, temperature, timeoutMilliseconds: CALL_MILLISECONDS };
    const reply = await options.model.complete({ llmModel, messages, ...limits });
    const estimated = { input, output: tokensAtMost(textOf(reply)) };
    spent = spend(spent, { estimated, usage: reply.usage }, options.prices);
    return reply;
  };
  async function* drafter(input: DraftInput, context: DraftContext): AsyncGenerator<CandidatePatch> {
    if (!context.mayEditProduct || whySpent(spent, options, { input: 0, output: 0 }) !== null) return;
    const passing = await context.companions();
    const memory: Memory = { failed: [], dropped: new Set(), wasRun: false };
    const talk = { input, context, passing, memory, options, ask };
    const [strongest] = options.llmModels.slice(-1);
    for (const llmModel of options.llmModels) {
      memory.wasRun = false;
      if ((yield* converse({ ...talk, llmModel, temperature: 0 })) === "over") return;
      if (memory.wasRun && llmModel !== strongest) continue;
      for (let sample = 0; sample < FRESH_SAMPLES; sample++) {
        const fresh = { llmModel, temperature: FRESH_TEMPERATURE, batch: "fresh" };
        if ((yield* converse({ ...talk, ...fresh })) === "over") return;
      }
      return;
    }
  }
  return { drafter, account: { spent: () => spent } };
}

function sizeOf(messages: readonly ChatMessage[]): number {
  return tokensAtMost(messages.map(({ content }) => content).join("\n")) + 8 * messages.length;
}

function textOf(reply: ChatReply): string {
  return reply.kind === "text" || reply.kind === "cut-off" ? reply.text : "";
}
