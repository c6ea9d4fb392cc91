import { createHash } from "node:crypto";

/** Hexadecimal digits before each line of the probe's files. */
const LENGTH = 32;

/** One line of the probe's files as the probe writes it, without the line's end. */
export function sealed(key: string, text: string): string {
  return `${digestOf(key, text)} ${text}`;
}

/** The text of a line, and whether it is as the probe wrote it. */
export function unsealed(key: string, line: string): { readonly text: string; readonly isGenuine: boolean } {
  if (line[LENGTH] !== " ") return { text: line, isGenuine: false };
  const text = line.slice(LENGTH + 1);
  return { text, isGenuine: line.slice(0, LENGTH) === digestOf(key, text) };
}

/** The probe writes ASCII only. */
function digestOf(key: string, text: string): string {
  return createHash("sha256").update(`${key}${text}`, "latin1").digest("hex").slice(0, LENGTH);
}
