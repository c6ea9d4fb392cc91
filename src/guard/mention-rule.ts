import type { PythonModule } from "../domain/python.ts";
import { refuseAdded } from "./added.ts";
import { isAmong, type Mention, mentionsIn, plainName } from "./code/mentions.ts";
import type { GuardRule } from "./rule.ts";

interface MentionRule {
  readonly id: string;
  /** Dotted names that may not come into the code; what lies below them neither. */
  readonly names: readonly string[];
  /** Goes after "adds `x`, ". */
  readonly why: string;
  /** What makes two mentions the same one. Default: the name, and the functions and classes around it. */
  readonly keyOf?: (module: PythonModule, mention: Mention) => string;
  /** False for a mention that is harmless where it stands. */
  readonly counts?: (module: PythonModule, mention: Mention) => boolean;
}

/** A rule against naming certain things from outside, under whatever name the code has for them. */
export function mentionRule({ id, names, why, keyOf, counts = () => true }: MentionRule): GuardRule {
  return {
    id,
    check: (input) =>
      refuseAdded(id, input, (module) =>
        mentionsIn(module)
          .filter((mention) => isAmong(mention.dotted, names) && counts(module, mention))
          .map((mention) => ({
            node: mention.node,
            reason: `adds \`${plainName(mention.dotted)}\`, ${why}`,
            ...(keyOf ? { key: keyOf(module, mention) } : {}),
          })),
      ),
  };
}
