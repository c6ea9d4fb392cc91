import { isListed } from "../../text/glob.ts";
import type { GuardInput, GuardRule } from "../rule.ts";
import { whyDisguised } from "../path-form.ts";
import { isProtected, isTestSetup } from "../../text/protected-paths.ts";

/** Only tracked Python files that the settings allow, that no test depends on for its verdict. */
export const pathsRule: GuardRule = {
  id: "paths",
  check(input) {
    return input.changes.flatMap(({ path }) => {
      const reason = whyDisguised(path) ?? whyOutOfBounds(path, input) ?? whyNotAllowed(path, input);
      return reason === undefined ? [] : [{ rule: "paths", path, line: null, reason }];
    });
  },
};

/** What no setting can change. */
function whyOutOfBounds(path: string, input: GuardInput): string | undefined {
  const { candidate, trackedFiles, guardedFiles, settledFiles } = input;
  if (isProtected(path)) return "is protected: it decides how code is run, built or tested";
  if (!path.endsWith(".py")) return "is not a Python file";
  if (!trackedFiles.has(path)) return "is not a tracked file";
  const twin = twinOf(path, trackedFiles);
  if (twin !== undefined) return `differs from ${twin} in nothing but case`;
  const isTest = guardedFiles.has(path) || isTestSetup(path);
  const mayChange = candidate.mayEditTests || settledFiles.has(path);
  return isTest && !mayChange ? "is a test or test configuration file" : undefined;
}

function whyNotAllowed(path: string, { limits }: GuardInput): string | undefined {
  if (isListed(path, limits.deniedPaths)) {
    const glob = limits.deniedPaths.find((entry) => isListed(path, [entry]));
    return `is denied by ${glob === undefined ? "the" : `"${glob}" in the`} line "denied-paths:"`;
  }
  if (limits.allowedPaths.length === 0 || isListed(path, limits.allowedPaths)) return undefined;
  return 'is not named by the line "allowed-paths:"';
}

/** On a file system that ignores case, writing one writes the other. */
function twinOf(path: string, trackedFiles: ReadonlySet<string>): string | undefined {
  const folded = fold(path);
  for (const other of trackedFiles) {
    if (other.length === path.length && other !== path && fold(other) === folded) return other;
  }
  return undefined;
}

function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
