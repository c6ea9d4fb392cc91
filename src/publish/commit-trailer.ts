import type { Patch } from "../domain/patch.ts";
import { diffLines, splitLines } from "../text/line-diff.ts";
import { fingerprint } from "./fingerprint.ts";

/** What a commit of ours says of itself, for the runs after it. */
export interface CommitTrailer {
  /** One for the first commit on a pull request. */
  readonly attempt: number;
  /** Of what it changes, wherever the lines stand. */
  readonly patchId: string;
  /** Fingerprints of the failures that it was to mend. */
  readonly groups: readonly string[];
}

/** The last paragraph of a commit message, in git's form. */
export function renderTrailer({ attempt, patchId, groups }: CommitTrailer): string {
  return [`Autofix-Attempt: ${attempt}`, `Autofix-Patch: ${patchId}`, `Autofix-Groups: ${groups.join(" ")}`].join("\n");
}

const TRAILER = /^Autofix-Attempt: (\d{1,3})\nAutofix-Patch: ([0-9a-f]{16})\nAutofix-Groups:((?: [0-9a-f]{16})*)$/gm;

/** The trailer that stands last; null without one. Anybody can write one: only to be believed of our own commits. */
export function readTrailer(message: string): CommitTrailer | null {
  const found = [...message.replaceAll("\r\n", "\n").matchAll(TRAILER)].at(-1);
  if (found === undefined) return null;
  const [, attempt = "", patchId = "", groups = ""] = found;
  return { attempt: Number(attempt), patchId, groups: groups.split(" ").filter((group) => group !== "") };
}

/** Whether a message holds the trailer's line of a patch, as it was written or as a squash keeps it: further down, indented. */
export function namesPatch(message: string, patchId: string): boolean {
  return message.split(/\r?\n/).some((line) => line.trim() === `Autofix-Patch: ${patchId}`);
}

/** The same for the same lines changed in the same way, wherever they stand in the files. */
export function patchIdOf({ changes }: Patch): string {
  return fingerprint(
    changes.flatMap(({ path, before, after }) => {
      const [oldLines, newLines] = [splitLines(before), splitLines(after)];
      const hunks = diffLines(oldLines, newLines).flatMap((hunk) => [
        oldLines.slice(hunk.beforeStart, hunk.beforeEnd).join(""),
        newLines.slice(hunk.afterStart, hunk.afterEnd).join(""),
      ]);
      return [path, ...hunks];
    }),
  );
}

/** Of the keys of failure groups, which may be foreign text: sixteen hexadecimal digits each, sorted. */
export function groupIds(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.map((key) => fingerprint([key])))].sort();
}
