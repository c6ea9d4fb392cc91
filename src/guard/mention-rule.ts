import type { PythonModule } from "../domain/python.ts";
import { refuseAdded } from "./added.ts";
import { isAmong, type Mention, mentionsIn, plainName } from "./code/mentions.ts";
import { presentName } from "../syntax/moved-standard-names.ts";
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
    check: (input) => {
      const old = namesIn(input.before);
      return refuseAdded(id, input, (module) =>
        presentMentions(module)
          .filter((mention) => isAmong(mention.dotted, names) && counts(module, mention) && !isForOld(mention, old))
          .map((mention) => ({
            node: mention.node,
            reason: `adds \`${plainName(mention.dotted)}\`, ${why}`,
            ...(keyOf ? { key: keyOf(module, mention) } : {}),
          })),
      );
    },
  };
}

/** What the module names, by the names that Python's own library has for it now: renaming adds nothing. */
function presentMentions(module: PythonModule): Mention[] {
  return mentionsIn(module).map((mention) => ({ ...mention, dotted: presentName(mention.dotted) }));
}

function namesIn(modules: ReadonlyMap<string, PythonModule>): string[] {
  return [...modules.values()].flatMap((module) => presentMentions(module).map(({ dotted }) => dotted));
}

/** A plain import of the module that now has what the code named before under its old name. */
function isForOld({ node, isImport, dotted }: Mention, old: readonly string[]): boolean {
  return isImport && node.kind === "Import" && old.some((name) => name.startsWith(`${dotted}.`));
}
