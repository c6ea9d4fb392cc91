import { otherWordIn } from "../code/repair.ts";
import type { GuardRule } from "../rule.ts";

/**
 * Of a file that Python could not read nothing tells what its code did, so that no rule can compare: only what kept it from
 * being read may change, every word and sign stays as it was.
 */
export const onlyRepairRule: GuardRule = {
  id: "only-repair",
  check({ changes, before, after }) {
    return changes
      .filter(({ path }) => path.endsWith(".py") && !before.has(path) && after.has(path))
      .flatMap((change) => {
        const other = otherWordIn(change);
        if (!other) return [];
        const reason =
          "could not be read before the patch, and more of it changes than what kept Python from reading it";
        return [{ rule: "only-repair", path: change.path, line: other.line, reason }];
      });
  },
};
