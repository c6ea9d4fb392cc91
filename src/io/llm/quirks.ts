import type { ChatRequest } from "../../domain/llm.ts";

/** What one endpoint turned out not to take; remembered for as long as the run lasts. */
export interface Quirks {
  /** The name under which it takes the limit of the reply; null: under none. */
  readonly limitName: "max_tokens" | "max_completion_tokens" | null;
  readonly takesTemperature: boolean;
}

export const NO_QUIRKS: Quirks = { limitName: "max_tokens", takesTemperature: true };

/** The body of a call: nothing but what every server knows, and always `system`, since not all know `developer`. */
export function bodyOf(request: ChatRequest, { limitName, takesTemperature }: Quirks) {
  return {
    model: request.llmModel,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    ...(limitName === null ? {} : { [limitName]: request.maxOutputTokens }),
    ...(request.temperature === null || !takesTemperature ? {} : { temperature: request.temperature }),
  };
}

/** What to leave out or rename after a refusal that names a parameter; undefined when it names none of ours. */
export function learnt(
  quirks: Quirks,
  refusal: { readonly param: string | null; readonly message: string },
): Quirks | undefined {
  const about = (name: string): boolean =>
    refusal.param === name || new RegExp(`\\b${name}\\b`).test(refusal.message.slice(0, 1000));
  if (quirks.limitName === "max_tokens" && about("max_tokens"))
    return { ...quirks, limitName: "max_completion_tokens" };
  if (quirks.limitName === "max_completion_tokens" && about("max_completion_tokens"))
    return { ...quirks, limitName: null };
  return quirks.takesTemperature && about("temperature") ? { ...quirks, takesTemperature: false } : undefined;
}
