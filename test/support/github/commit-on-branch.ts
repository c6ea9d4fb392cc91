import { z } from "zod";
import { commitTree, git, resolveCommit, treeEntry, writeTree } from "../git-repository.ts";
import { branchRefusal } from "./branch-rules.ts";
import { graphqlProblem } from "./graphql-schema.ts";
import { isAllowed, mayWriteHead } from "./permissions.ts";
import { signCommit } from "./render-commit.ts";
import { startRuns } from "./runs.ts";
import { syncPulls } from "./pulls.ts";
import { fullName, nodeId, type Identity, type Repository, type State } from "./state.ts";

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
  const repository = repositoryOf(state, actor, input);
  const branch = branchOf(state, input);
  const { directory } = repository;
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
  const tree = writeTree(directory, head, fileChanges(directory, head, input));
  state.clock.seconds += 1;
  const sha = commitTree(directory, {
    tree,
    parents: [head],
    message: commitMessage(input),
    author: { name: actor.name, email: actor.email },
    committer: { name: "GitHub", email: "noreply@github.com" },
    seconds: state.clock.seconds,
  });
  if (repository.fork) git(state.base.directory, ["fetch", "--quiet", "--no-tags", directory, sha]);
  const refusal = branchRefusal(state, actor, { ref: branch, from: head, to: sha });
  if (refusal !== null) {
    throw graphqlProblem("UNPROCESSABLE", refusal);
  }
  signCommit(state, sha, actor);
  git(directory, ["update-ref", branch, sha, head]);
  syncPulls(state);
  startRuns(state, actor, branch.replace(/^refs\/heads\//, ""));
  return { sha, ref: branch };
}

function branchOf(state: State, input: CommitInput): string {
  const { branchName: name, id } = input.branch;
  return `refs/heads/${name?.replace(/^refs\/heads\//, "") ?? branchById(state, id ?? "")}`;
}

/**
 * The repository of the branch. A fork takes a commit where its author lets maintainers edit, if a switch says so:
 * reports are of `git push` to forks of people, whether this mutation does it too is unverified.
 */
function repositoryOf(state: State, actor: Identity, input: CommitInput): Repository {
  const { repositoryNameWithOwner: repository } = input.branch;
  const wanted = repository ?? fullName(state.base);
  const found = state.repositories.get(wanted);
  if (found === undefined) {
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a Repository with the name '${wanted}'.`);
  }
  const mayWrite = found.fork
    ? state.pulls.some((pull) => pull.head.repository === found && mayWriteHead(state, actor, pull))
    : isAllowed(state, actor, [{ scope: "contents", level: "write" }]);
  if (!mayWrite) {
    throw graphqlProblem("FORBIDDEN", "Resource not accessible by integration");
  }
  return found;
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
function fileChanges(directory: string, head: string, input: CommitInput): Record<string, Buffer | null> {
  const additions = input.fileChanges?.additions ?? [];
  const deletions = input.fileChanges?.deletions ?? [];
  const changes: Record<string, Buffer | null> = {};
  checkPaths([...additions, ...deletions].map((change) => change.path));
  for (const { path } of deletions) {
    if (treeEntry(directory, head, path) === null) {
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
