import type { Drafter } from "./draft/draft.ts";
import type { LanguageModel, Log } from "./ports.ts";
import { redactFailure } from "./publish/redact-case.ts";
import { redact } from "./text/redact.ts";

/** What we say quotes exceptions, and those quote addresses with passwords in them. */
export function redactedLog(log: Log, secrets: readonly string[]): Log {
  return {
    section: async (title, work) => log.section(redact(title, secrets), work),
    info: (message) => log.info(redact(message, secrets)),
    warning: (message) => log.warning(redact(message, secrets)),
  };
}

/**
 * An LLM that is never told a credential. Whoever puts a prompt together hides them part by part; this looks once more
 * at what really goes out: at feedback that quotes lines of a file too, and at what colours held apart before.
 */
export function redactedModel(model: LanguageModel, secrets: readonly string[]): LanguageModel {
  return {
    complete: async (request) =>
      model.complete({
        ...request,
        messages: request.messages.map((message) => ({ ...message, content: redact(message.content, secrets) })),
      }),
  };
}

/** A drafter that sees failures without credentials: before it cuts them to a budget, which could cut one in two. */
export function redactedDrafter(drafter: Drafter, secrets: readonly string[]): Drafter {
  return (input, history) => {
    const failures = input.group.failures.map((failure) => redactFailure(failure, secrets));
    return drafter({ ...input, group: { ...input.group, failures } }, history);
  };
}
