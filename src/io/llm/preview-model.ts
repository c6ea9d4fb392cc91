import type { LanguageModel } from "../../ports.ts";

/** Shows what would be sent, message by message, and sends nothing. */
export function previewModel(write: (text: string) => void): LanguageModel {
  return {
    async complete({ messages }) {
      for (const { role, content } of messages) write(`## ${role}\n\n${content}\n\n`);
      const usage = { input: 0, output: 0, cached: 0, cost: null };
      return { kind: "failed", why: "aborted", sentence: "Nothing was sent: this is a preview.", usage };
    },
  };
}
