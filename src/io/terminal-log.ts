import type { Log } from "../ports.ts";
import { inertLines } from "../text/inert-line.ts";

export interface Terminal {
  readonly write: (text: string) => void;
  readonly hasColour: boolean;
}

/** Progress for a person at a terminal, a heading for each section and its lines below it. */
export function terminalLog({ write, hasColour }: Terminal): Log {
  const paint = (code: number, text: string): string => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = (text: string, code: number): void => {
    for (const line of inertLines(text)) write(`  ${paint(code, line)}\n`);
  };
  return {
    async section(title, work) {
      write(`${paint(1, inertLines(title).join(" ").slice(2))}\n`);
      return work();
    },
    info: (message) => lines(message, 2),
    warning: (message) => lines(message, 33),
  };
}
