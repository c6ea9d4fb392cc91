import type { GuardRule } from "../rule.ts";

/** Every changed file must still be Python for the interpreter that runs the tests. */
export const syntaxRule: GuardRule = {
  id: "syntax",
  check({ changes, after }) {
    return changes
      .filter(({ path }) => !after.has(path))
      .map(({ path }) => ({ rule: "syntax", path, line: null, reason: "would no longer parse" }));
  },
};
