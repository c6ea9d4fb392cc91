import { changedLines } from "../../text/changed-lines.ts";
import type { GuardRule } from "../rule.ts";

/** A patch that a person cannot read at a glance is not published. */
export const sizeRule: GuardRule = {
  id: "size",
  check({ changes, limits }) {
    const lines = changes.reduce((sum, change) => sum + changedLines(change.before, change.after), 0);
    const reasons = [];
    if (changes.length > limits.maxFiles) {
      reasons.push(`changes ${changes.length} files; the limit is the line "max-files: ${limits.maxFiles}"`);
    }
    if (lines > limits.maxLines) {
      reasons.push(`changes ${lines} lines; the limit is the line "max-lines: ${limits.maxLines}"`);
    }
    return reasons.map((reason) => ({ rule: "size", path: "", line: null, reason }));
  },
};
