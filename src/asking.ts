import { randomBytes } from "node:crypto";
import type { LedgerLimits } from "./draft/llm/ledger.ts";
import type { Drafter } from "./draft/draft.ts";
import { branchChanges } from "./io/branch-changes.ts";
import { previewModel } from "./io/llm/preview-model.ts";
import type { LanguageModel, Log } from "./ports.ts";
import { redactedDrafter, redactedModel } from "./redacted-ports.ts";
import type { LlmSettings, Settings } from "./settings/settings.ts";
import { type Account, llmDrafter, type LlmOptions } from "./steps/llm-drafter.ts";
import type { Tools } from "./steps/tools.ts";

/** Whom an LLM is asked for, and how far. */
export interface AskingInput {
  readonly settings: Settings;
  readonly secrets: readonly string[];
  readonly log: Log;
  /** Ends a call that waits. */
  readonly signal: AbortSignal;
  /** What the repository's owners want kept in mind. */
  readonly instructions: string | null;
  /** Takes what would be sent; then nothing is sent. */
  readonly preview: ((text: string) => void) | null;
  /** The checkout, and the commit that its pull request builds on where it is at hand. */
  readonly root: string;
  readonly base: string | null;
}

export interface Asking {
  readonly account: Account;
  readonly tools: Pick<Tools, "changes" | "drafters">;
}

/** The drafter that asks an LLM, with all it needs; null where nobody is to be asked. The client is loaded only then. */
export async function openAsking(input: AskingInput): Promise<Asking | null> {
  const { settings, secrets, log, root, base, instructions } = input;
  const means = input.preview
    ? previewed(input.preview, secrets)
    : settings.llm && (await connected(settings.llm, input));
  if (means === null) return null;
  const { drafter, account } = llmDrafter({
    ...means,
    boundary: randomBytes(9).toString("hex"),
    instructions,
    secrets,
    mayGuess: settings.mode !== "commit",
    log,
  });
  const drafters: readonly Drafter[] = [redactedDrafter(drafter, secrets)];
  return { account, tools: { changes: base === null ? [] : await branchChanges(root, base), drafters } };
}

type Means = LedgerLimits & Pick<LlmOptions, "model" | "llmModels">;

async function connected(
  { baseUrl, apiKey, ...limits }: LlmSettings,
  { secrets, signal }: Pick<AskingInput, "secrets" | "signal">,
): Promise<Means> {
  const { openaiModel } = await import("./io/llm/openai-model.ts");
  const model: LanguageModel = redactedModel(openaiModel({ baseUrl, apiKey }, signal), secrets);
  return { ...limits, model };
}

/** Without a bound: nothing is spent. */
function previewed(write: (text: string) => void, secrets: readonly string[]): Means {
  const limits = { maxDrafts: Infinity, maxTokens: Infinity, maxCost: null, prices: null };
  return { ...limits, llmModels: ["preview"], model: redactedModel(previewModel(write), secrets) };
}
