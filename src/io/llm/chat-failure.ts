import type { APIError } from "openai";
import type { ChatFailureKind, ChatReply } from "../../domain/llm.ts";
import { words } from "./chat-reply.ts";

interface Called {
  readonly llmModel: string;
  readonly host: string;
}

type Failed = Extract<ChatReply, { kind: "failed" }>;

/** What an answer that is no 200 means, with the line to change. */
export function failureOfStatus(error: APIError, called: Called): Failed {
  const said = words(error.message);
  const known = error.status === undefined ? undefined : BY_STATUS[error.status];
  if (known) return known({ ...called, said, error });
  const status = error.status ?? "nothing";
  return failed("unavailable", `${called.host} answered with ${status}; run it again later.`);
}

interface Refused extends Called {
  readonly said: string;
  readonly error: APIError;
}

const BY_STATUS: Readonly<Record<number, (refused: Refused) => Failed>> = {
  400: refusedRequest,
  401: ({ host }) => failed("key", `${host} does not take the key; check the line "openai-api-key:".`),
  403: ({ host, llmModel, said }) =>
    failed("permission", `${host} does not allow this key to use ${llmModel}: ${said}. Check the key's rights.`),
  404: ({ host, llmModel, said }) =>
    failed("no-model", `${host} has no model ${llmModel} there: ${said}. Check the lines "model:" and "base-url:".`),
  413: tooLong,
  422: refusedRequest,
  429: ({ host, said, error }) =>
    /quota|billing|insufficient|credit/i.test(`${error.code ?? ""} ${said}`)
      ? failed("quota", `The account at ${host} has used up its quota: ${said}.`)
      : failed("rate-limit", `${host} takes no more requests for now; run it again later.`),
};

function refusedRequest(refused: Refused): Failed {
  const { host, said, error } = refused;
  return isTooLong(error)
    ? tooLong(refused)
    : failed("bad-answer", `${host} refuses the request: ${said}. Check the lines "model:" and "base-url:".`);
}

function tooLong({ llmModel }: Refused): Failed {
  return failed(
    "too-long",
    `The prompt is too long for ${llmModel}; lower the line "max-tokens:", or name another model.`,
  );
}

function isTooLong(error: APIError): boolean {
  return error.code === "context_length_exceeded" || /context (?:length|window)|too many tokens/i.test(error.message);
}

/** No answer at all. */
export function failureOfConnection({ host }: Called, message: string): Failed {
  return failed("unavailable", `${host} cannot be reached: ${words(message)}. Check the line "base-url:".`);
}

export function failureOfTime({ host }: Called, seconds: number): Failed {
  return failed("timeout", `${host} did not answer within ${seconds} seconds.`);
}

export const ABORTED: Failed = failed("aborted", "The call was stopped.");

function failed(why: ChatFailureKind, sentence: string): Failed {
  return { kind: "failed", why, sentence, usage: null };
}
