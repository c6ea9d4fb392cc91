import { APIConnectionError, APIConnectionTimeoutError, APIError, OpenAI } from "openai";
import type { ChatReply, ChatRequest } from "../../domain/llm.ts";
import type { LanguageModel } from "../../ports.ts";
import { ABORTED, failureOfConnection, failureOfStatus, failureOfTime } from "./chat-failure.ts";
import { readCompletion } from "./chat-reply.ts";
import { bodyOf, learnt, NO_QUIRKS, type Quirks } from "./quirks.ts";

export interface Endpoint {
  /** Without a slash at the end; `https`, or a loopback address. */
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** Retries of one call; the SDK waits as the server says, within the time of the call. */
const MAX_RETRIES = 3;
/** Renaming or dropping a parameter is a call of its own, and so is asking again for what broke off. */
const MAX_AGAIN = 4;

/**
 * Any server that speaks Chat Completions. Nothing is taken from the environment: the SDK would read an address, headers
 * and more from variables that an earlier step may have set. Every end of a call is a value.
 */
export function openaiModel({ baseUrl, apiKey }: Endpoint, stop: AbortSignal): LanguageModel {
  forgetEnvironment();
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    organization: null,
    project: null,
    maxRetries: MAX_RETRIES,
    logLevel: "off",
  });
  const host = new URL(baseUrl).host;
  let quirks = NO_QUIRKS;
  return {
    async complete(request) {
      const called = { llmModel: request.llmModel, host };
      const deadline = AbortSignal.timeout(request.timeoutMilliseconds);
      const signal = AbortSignal.any([stop, deadline]);
      for (let attempt = 0; ; attempt++) {
        try {
          const body: unknown = await client.post("/chat/completions", {
            body: bodyOf(request, quirks),
            signal,
            timeout: request.timeoutMilliseconds,
          });
          return readCompletion(body);
        } catch (error) {
          const next = attempt < MAX_AGAIN ? adapted(quirks, error) : undefined;
          if (next === undefined) return endOf(error, { called, request, stop, deadline });
          quirks = next;
        }
      }
    },
  };
}

/** How to ask again: without what was refused, or in the same way where the answer broke off; undefined: not at all. */
function adapted(quirks: Quirks, error: unknown): Quirks | undefined {
  if (isBrokenOff(error)) return quirks;
  return isRefusal(error) ? learnt(quirks, { param: error.param ?? null, message: error.message }) : undefined;
}

/** The SDK passes on what fetch throws when a body ends too early. */
function isBrokenOff(error: unknown): error is TypeError {
  return error instanceof TypeError && error.message === "terminated";
}

function isRefusal(error: unknown): error is APIError {
  return error instanceof APIError && (error.status === 400 || error.status === 422);
}

interface Call {
  readonly called: { readonly llmModel: string; readonly host: string };
  readonly request: ChatRequest;
  readonly stop: AbortSignal;
  readonly deadline: AbortSignal;
}

function endOf(error: unknown, { called, request, stop, deadline }: Call): ChatReply {
  if (stop.aborted) return ABORTED;
  const isLate = deadline.aborted || error instanceof APIConnectionTimeoutError;
  if (isLate) return failureOfTime(called, Math.round(request.timeoutMilliseconds / 1000));
  if (error instanceof APIConnectionError) return failureOfConnection(called, causeOf(error));
  if (error instanceof APIError && error.status !== undefined) return failureOfStatus(error, called);
  if (isBrokenOff(error)) return failureOfConnection(called, causeOf(error));
  if (error instanceof SyntaxError) return readCompletion("");
  throw error;
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message} ${error.cause.message}` : error.message;
}

/** What the SDK would read beside its options. */
function forgetEnvironment(): void {
  for (const name of Object.keys(process.env)) if (/^(?:AZURE_)?OPENAI_/i.test(name)) delete process.env[name];
}
