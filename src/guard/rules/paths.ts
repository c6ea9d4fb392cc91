import { matchesAny } from "../../text/glob.ts";
import type { GuardInput, GuardRule } from "../rule.ts";

/** Files that decide how code is run, built or watched: no patch of ours touches them, whatever the settings say. */
const PROTECTED = [
  ".github/**",
  ".git/**",
  "**/.git/**",
  "**/sitecustomize.py",
  "**/usercustomize.py",
  "**/setup.py",
  "**/noxfile.py",
  "**/.env*",
];

/** Only tracked Python files that the settings allow, that no test depends on for its verdict. */
export const pathsRule: GuardRule = {
  id: "paths",
  check(input) {
    return input.changes.flatMap(({ path }) => {
      const reason = whyNot(path, input);
      return reason === undefined ? [] : [{ rule: "paths", path, line: null, reason }];
    });
  },
};

function whyNot(path: string, { candidate, trackedFiles, guardedFiles, limits }: GuardInput): string | undefined {
  if (!isPlain(path)) return "is not a plain path inside the repository";
  if (!path.endsWith(".py")) return "is not a Python file";
  if (!trackedFiles.has(path)) return "is not a tracked file";
  if (matchesAny(path, PROTECTED)) return "is protected: it decides how code is run";
  if (guardedFiles.has(path) && !candidate.mayEditTests) return "is a test or test configuration file";
  if (matchesAny(path, limits.deniedPaths)) return "matches denied-paths";
  if (limits.allowedPaths.length > 0 && !matchesAny(path, limits.allowedPaths)) return "does not match allowed-paths";
  return undefined;
}

/** POSIX form, relative, no empty, dotted or disguised parts, nothing that another system reads as a device or a stream. */
function isPlain(path: string): boolean {
  if (path.length > 1000 || path !== path.normalize("NFC") || /[\\:*?"<>|\p{Cc}\p{Cf}]/u.test(path)) return false;
  return path
    .split("/")
    .every((part) => part !== "" && part !== "." && part !== ".." && !/[. ]$/.test(part) && part.length <= 255);
}
