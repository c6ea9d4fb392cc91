import { git, listTree } from "../git-repository.ts";
import type { Identity, State } from "./state.ts";

export interface BranchMove {
  readonly ref: string;
  /** Null for a new branch. */
  readonly from: string | null;
  readonly to: string;
}

/**
 * Rules 8 and 9: why a branch may not take a commit, in the platform's words; null when it may. Rulesets and branch
 * protection bind everybody here; the workflow rule binds bots, whose tokens cannot have that permission.
 */
export function branchRefusal(state: State, actor: Identity | null, move: BranchMove): string | null {
  const branch = move.ref.replace(/^refs\/heads\//, "");
  if (state.switches.protectedBranches.includes(branch)) {
    return state.switches.protection === "ruleset"
      ? `Repository rule violations found for ${move.ref}\n\nChanges must be made through a pull request.`
      : `Protected branch update failed for ${move.ref}.`;
  }
  const workflow = changedFiles(state, move).find((file) => file.startsWith(".github/workflows/"));
  if (workflow === undefined || actor?.type === "User") {
    return null;
  }
  return `refusing to allow a GitHub App to create or update workflow \`${workflow}\` without \`workflows\` permission`;
}

function changedFiles(state: State, move: BranchMove): readonly string[] {
  const { directory } = state.base;
  const from = move.from ?? `refs/heads/${state.base.defaultBranch}`;
  const output = git(directory, ["diff", "--name-only", "-z", "--no-renames", from, move.to]).split("\0");
  const known = knownWorkflows(state);
  const blobs = new Map(listTree(directory, move.to).map((entry) => [entry.path, entry.sha]));
  return output.filter((file) => file !== "" && !known.has(`${file} ${blobs.get(file) ?? ""}`));
}

/** An identical workflow file on another branch makes the change harmless. */
function knownWorkflows(state: State): ReadonlySet<string> {
  const { directory } = state.base;
  const heads = git(directory, ["for-each-ref", "--format=%(objectname)", "refs/heads"]).split("\n");
  const entries = heads.filter((sha) => sha !== "").flatMap((sha) => listTree(directory, sha));
  return new Set(entries.map((entry) => `${entry.path} ${entry.sha}`));
}
