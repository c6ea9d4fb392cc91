import type { PythonModule } from "../../domain/python.ts";
import { MASK } from "../../text/redact.ts";
import type { EditBlock } from "./reply/reply.ts";

/**
 * A line of a block that holds the mask of a secret and is no line of the file as it is. Nobody can tell what such a line
 * means: written back it would put the mask in the place of the secret, and a search by likeness would even find one. Null
 * when there is none.
 */
export function hiddenLine({ readings }: EditBlock, { text }: PythonModule): string | null {
  const masked = readings
    .flatMap(({ search, replace }) => [...linesOf(search), ...linesOf(replace)])
    .filter((line) => line.includes(MASK));
  if (masked.length === 0) return null;
  const own = new Set(linesOf(text));
  return masked.find((line) => !own.has(line)) ?? null;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}
