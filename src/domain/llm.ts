/** One message of a conversation with an LLM. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface ChatRequest {
  /** As the provider calls it. */
  readonly llmModel: string;
  readonly messages: readonly ChatMessage[];
  /** Largest number of tokens the reply may have. */
  readonly maxOutputTokens: number;
  /** Null: the provider's own. */
  readonly temperature: number | null;
  /** Milliseconds for the whole call, retries included. */
  readonly timeoutMilliseconds: number;
}

/** Tokens of one call, as the provider counted them. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
  /** Part of the input that the provider had seen before. */
  readonly cached: number;
  /** Dollars, where the provider tells them. */
  readonly cost: number | null;
}

/** Why no reply came; each has one line that a user can change. */
export type ChatFailureKind =
  | "key"
  | "permission"
  | "no-model"
  | "quota"
  | "rate-limit"
  | "too-long"
  | "unavailable"
  | "timeout"
  | "bad-answer"
  | "aborted";

/** Every end of a call. Only `text` is used; whatever was billed counts. */
export type ChatReply =
  | { readonly kind: "text"; readonly text: string; readonly usage: TokenUsage | null }
  /** Ended by the limit of tokens: nothing of it is used. */
  | { readonly kind: "cut-off"; readonly text: string; readonly usage: TokenUsage | null }
  /** The model or a filter of the provider would not answer. */
  | { readonly kind: "declined"; readonly reason: string; readonly usage: TokenUsage | null }
  | {
      readonly kind: "failed";
      readonly why: ChatFailureKind;
      /** One sentence with the input to change. */
      readonly sentence: string;
      readonly usage: TokenUsage | null;
    };
