import type { FileChange, RefusalReason } from "../../domain/patch.ts";
import { diffLines, splitLines } from "../../text/line-diff.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-hidden-text";
/** Longer than any line that people write, in UTF-16 code units. */
const LONGEST_LINE = 1000;
/** Where Python looks for a declared encoding (PEP 263), and the name it gives. */
const DECLARED = /^[ \t\f\uFEFF]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** What a reader of the patch sees must be what Python reads: no other encoding, nothing invisible, no endless line. */
export const noHiddenTextRule: GuardRule = {
  id: RULE,
  check: ({ changes }) => changes.flatMap((change) => [...encodingIn(change), ...linesIn(change)]),
};

function encodingIn({ path, before, after }: FileChange): RefusalReason[] {
  const declared = encodingOf(after);
  if (declared === undefined || declared === encodingOf(before) || /^utf[-_]?8$/i.test(declared)) return [];
  return [{ rule: RULE, path, line: null, reason: `declares the encoding \`${declared}\` in place of UTF-8` }];
}

function encodingOf(text: string): string | undefined {
  const [first = "", second = ""] = text.split(/\r\n|\r|\n/, 2);
  // The second line counts below a comment or a blank one only.
  const isOpen = /^[ \t\f\uFEFF]*(#|$)/.test(first);
  return (DECLARED.exec(first) ?? (isOpen ? DECLARED.exec(second) : null))?.[1];
}

function linesIn({ path, before, after }: FileChange): RefusalReason[] {
  const lines = splitLines(after);
  const added = diffLines(splitLines(before), lines).flatMap((hunk) =>
    lines.slice(hunk.afterStart, hunk.afterEnd).map((text, index) => ({ text, line: hunk.afterStart + index + 1 })),
  );
  return added.flatMap(({ text, line }) => {
    const reason = whyHidden(text, before);
    return reason === undefined ? [] : [{ rule: RULE, path, line, reason }];
  });
}

function whyHidden(line: string, before: string): string | undefined {
  const hidden = line.match(/(?![\t\n\r\f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu) ?? [];
  if (hidden.some((character) => !before.includes(character))) return "adds a character that cannot be seen";
  return line.length > LONGEST_LINE ? `adds a line of ${line.length} characters` : undefined;
}
