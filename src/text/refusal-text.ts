import type { RefusalReason } from "../domain/patch.ts";

/** A refusal in one line: the rule, where it struck (as far as that is one place), and why. */
export function refusalText({ rule, path, line, reason }: RefusalReason): string {
  const place = line === null ? path : `${path}:${line}`;
  return place === "" ? `${rule}: ${reason}` : `${rule}: ${place} ${reason}`;
}
