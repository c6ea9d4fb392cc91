import { redact } from "../../../text/redact.ts";
import { stripColours } from "../../../text/report-text.ts";

/** Cut in the middle: the ends of a message or an output say most. */
export function headAndTail(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor((limit - 20) / 2);
  return `${text.slice(0, half)}\n[... cut ...]\n${text.slice(-half)}`;
}

/** Hides secrets in a text, then cuts it to a limit: what is cut in two first would not be known any more. */
export type Cut = (text: string, limit: number) => string;

export function cutter(secrets: readonly string[]): Cut {
  return (text, limit) => headAndTail(redact(text, secrets), limit);
}

/**
 * Foreign text as a model may read it: no colours, no control characters, nothing invisible, nothing that turns the
 * reading direction, no comments of HTML. What a person does not see must not speak to the model either.
 */
export function visible(text: string): string {
  return stripColours(text)
    .replaceAll(/<!--[\s\S]{0,5000}?(?:-->|$)/g, "")
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "");
}

/** How a conversation marks what is not ours, and what must not stand in it. */
export interface Marking {
  readonly boundary: string;
  readonly secrets: readonly string[];
}

/** Data between marks that nobody could foresee: text inside cannot end the block. */
export function fenced(label: string, text: string, boundary: string): string {
  return `<data ${boundary} ${label}>\n${visible(text).trimEnd()}\n</data ${boundary}>`;
}
