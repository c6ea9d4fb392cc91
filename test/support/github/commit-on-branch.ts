import { z } from "zod";
import { commitTree, git, resolveCommit, treeEntry, writeTree } from "../git-repository.ts";
import { branchRefusal } from "./branch-rules.ts";
import { graphqlProblem } from "./graphql-schema.ts";
import { isAllowed } from "./permissions.ts";
import { signCommit } from "./render-commit.ts";
import { syncPulls } from "./pulls.ts";
import { fullName, nodeId, type Identity, type State } from "./state.ts";

const commitInput = z.object({
  branch: z.object({
    repositoryNameWithOwner: z.string().nullish(),
    branchName: z.string().nullish(),
    id: z.string().nullish(),
  }),
  expectedHeadOid: z.string(),
  message: z.object({ headline: z.string(), body: z.string().nullish() }),
  fileChanges: z
    .object({
      additions: z.array(z.object({ path: z.string(), contents: z.string() })).nullish(),
      deletions: z.array(z.object({ path: z.string() })).nullish(),
    })
    .nullish(),
});
type CommitInput = z.infer<typeof commitInput>;

/**
 * Rule 8. Throws the platform's GraphQL error, else gives the new commit's id. Every written file has mode 100644:
 * executable bits vanish and links become text, as reported for the real mutation (whether an existing 100755 file keeps
 * its bit there is unsettled; the harsher reading is built). An empty change makes an empty commit.
 */
export function commitOnBranch(
  state: State,
  actor: Identity,
  raw: unknown,
): { readonly sha: string; readonly ref: string } {
  const input = commitInput.parse(raw);
  const branch = branchOf(state, actor, input);
  const { directory } = state.base;
  const head = resolveCommit(directory, branch);
  if (head === null) {
    // The text is not documented.
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a branch named "${branch.replace("refs/heads/", "")}".`);
  }
  if (head !== input.expectedHeadOid) {
    const { expectedHeadOid: expected } = input;
    throw graphqlProblem(
      "STALE_DATA",
      `Expected branch to point to "${expected}" but it did not.  Pull and try again.`,
    );
  }
  const tree = writeTree(directory, head, fileChanges(state, head, input));
  state.clock.seconds += 1;
  const sha = commitTree(directory, {
    tree,
    parents: [head],
    message: commitMessage(input),
    author: { name: actor.name, email: actor.email },
    committer: { name: "GitHub", email: "noreply@github.com" },
    seconds: state.clock.seconds,
  });
  const refusal = branchRefusal(state, actor, { ref: branch, from: head, to: sha });
  if (refusal !== null) {
    throw graphqlProblem("UNPROCESSABLE", refusal);
  }
  signCommit(state, sha, actor);
  git(directory, ["update-ref", branch, sha, head]);
  syncPulls(state);
  return { sha, ref: branch };
}

function branchOf(state: State, actor: Identity, input: CommitInput): string {
  const { repositoryNameWithOwner: repository, branchName: name, id } = input.branch;
  const short = name?.replace(/^refs\/heads\//, "") ?? branchById(state, id ?? "");
  if (repository !== undefined && repository !== null && repository !== fullName(state.base)) {
    const known = state.repositories.has(repository);
    throw known
      ? graphqlProblem("FORBIDDEN", "Resource not accessible by integration")
      : graphqlProblem("NOT_FOUND", `Could not resolve to a Repository with the name '${repository}'.`);
  }
  if (!isAllowed(state, actor, [{ scope: "contents", level: "write" }])) {
    throw graphqlProblem("FORBIDDEN", "Resource not accessible by integration");
  }
  return `refs/heads/${short}`;
}

function branchById(state: State, id: string): string {
  const refs = git(state.base.directory, ["for-each-ref", "--format=%(refname)", "refs/heads"]).split("\n");
  const found = refs.find((ref) => nodeId("REF", ref) === id);
  if (found === undefined) {
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  }
  return found.replace("refs/heads/", "");
}

/** The texts of these refusals are not documented, only that they happen. */
function fileChanges(state: State, head: string, input: CommitInput): Record<string, Buffer | null> {
  const additions = input.fileChanges?.additions ?? [];
  const deletions = input.fileChanges?.deletions ?? [];
  const changes: Record<string, Buffer | null> = {};
  checkPaths([...additions, ...deletions].map((change) => change.path));
  for (const { path } of deletions) {
    if (treeEntry(state.base.directory, head, path) === null) {
      throw graphqlProblem("UNPROCESSABLE", `A path that was requested for deletion does not exist: ${path}`);
    }
    changes[path] = null;
  }
  for (const { path, contents } of additions) {
    changes[path] = decodeBase64(path, contents);
  }
  return changes;
}

function checkPaths(paths: readonly string[]): void {
  if (new Set(paths).size < paths.length) {
    throw graphqlProblem("UNPROCESSABLE", "A path was specified more than once");
  }
  const malformed = paths.find((path) => path.split("/").some((part) => ["", ".", "..", ".git"].includes(part)));
  if (malformed !== undefined) {
    throw graphqlProblem("UNPROCESSABLE", `A path is malformed: ${malformed}`);
  }
}

function decodeBase64(path: string, contents: string): Buffer {
  const valid = contents.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(contents);
  if (!valid) {
    throw graphqlProblem("UNPROCESSABLE", `The contents of ${path} are not valid Base64 (RFC 4648, with padding)`);
  }
  return Buffer.from(contents, "base64");
}

function commitMessage(input: CommitInput): string {
  const { headline, body } = input.message;
  return body === undefined || body === null || body === "" ? `${headline}\n` : `${headline}\n\n${body}\n`;
}
