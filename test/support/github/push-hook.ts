import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Repository } from "./state.ts";
import type { Switches } from "./switches.ts";

/** Environment variable that tells the hook who pushes: `Bot` or `User`. */
export const PUSHER_TYPE = "PUSHER_TYPE";

/**
 * Rule 9: git's `update` hook refuses protected branches, and workflow files from bots, in the platform's words (which
 * are second-hand); the client sees them as `remote:` lines and a rejected ref.
 */
export function writePushHook(repository: Repository, switches: Switches): void {
  const protectedRefs = switches.protectedBranches.map((branch) => `refs/heads/${branch}`).join(" ");
  const words =
    switches.protection === "ruleset"
      ? "error: GH013: Repository rule violations found for $1.\\n\\n- Changes must be made through a pull request.\\n"
      : "error: GH006: Protected branch update failed for $1.\\n";
  const script = `#!/bin/sh
case " ${protectedRefs} " in
*" $1 "*) printf "${words}" >&2; exit 1 ;;
esac
[ "$${PUSHER_TYPE}" = Bot ] || exit 0
base=$2
case "$2" in *[!0]*) ;; *) base=refs/heads/${repository.defaultBranch} ;; esac
workflow=$(git diff --name-only --no-renames "$base" "$3" -- .github/workflows | head -n 1)
[ -z "$workflow" ] && exit 0
echo "refusing to allow a GitHub App to create or update workflow \\\`$workflow\\\` without \\\`workflows\\\` permission" >&2
exit 1
`;
  const hooks = path.join(repository.directory, "hooks");
  mkdirSync(hooks, { recursive: true });
  writeFileSync(path.join(hooks, "update"), script, { mode: 0o755 });
}
