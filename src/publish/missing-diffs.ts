import type { ChangedFile } from "../domain/pull-request.ts";

/** GitHub leaves out what comes after, without a word. */
export const MOST_FILES = 3000;

/** A file that GitHub gave no diff of, and what has to be compared to have one. */
export interface MissingDiff {
  readonly path: string;
  /** Its name at the merge base, as far as GitHub's list tells; null when the pull request adds it. */
  readonly before: string | null;
}

/** Those of the paths that GitHub lists without a diff, or may have left out of its list. */
export function missingDiffs(paths: readonly string[], files: readonly ChangedFile[] | null): readonly MissingDiff[] {
  const isWhole = files !== null && files.length < MOST_FILES;
  return paths.flatMap((path): readonly MissingDiff[] => {
    const listed = files?.find((file) => file.path === path);
    if (listed === undefined) return isWhole ? [] : [{ path, before: path }];
    if (listed.patch !== null) return [];
    return [{ path, before: listed.isAdded === true ? null : (listed.previousPath ?? path) }];
  });
}

/** The hunks of a diff of one file, as GitHub lists them: without the lines that name the files. Empty without hunks. */
export function hunksOnly(diff: string): string {
  const start = diff.search(/^@@ /m);
  return start === -1 ? "" : diff.slice(start).replace(/\n$/, "");
}

/** GitHub's list with the diffs that were made here in the place of what it left out; null when there is neither. */
export function completeFiles(
  files: readonly ChangedFile[] | null,
  made: readonly ChangedFile[],
): readonly ChangedFile[] | null {
  if (made.length === 0) return files;
  const isMade = (path: string): boolean => made.some((file) => file.path === path);
  return [...(files ?? []).filter(({ path }) => !isMade(path)), ...made];
}
