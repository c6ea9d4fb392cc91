import type { CommitDraft, HostAnswer, MadeCommit } from "../domain/pull-request.ts";
import type { BranchHost } from "../ports.ts";
import { escapePath, get, list, mutate, type Repository, send } from "./github-client.ts";
import {
  anyReply,
  branchReply,
  commitReply,
  gitCommitReply,
  objectReply,
  parentsOfCommitReply,
  permissionReply,
  pullRequestReply,
  treeOfCommitReply,
} from "./github-records.ts";

/** The part of GitHub that makes commits, branches and pull requests of our own. */
export function createBranchHost(repository: Repository): BranchHost {
  const { base, owner } = repository;
  const post = async (path: string, body: Readonly<Record<string, unknown>>): Promise<HostAnswer<null>> =>
    send(repository, { route: `POST ${base}${path}`, body }, anyReply);
  return {
    branch: async (name) => get(repository, `${base}/branches/${escapePath(name)}`, branchReply),
    commitParents: async (sha) =>
      get(repository, `${base}/git/commits/${encodeURIComponent(sha)}`, parentsOfCommitReply),
    pullRequestsFrom: async (branch) =>
      list(repository, `${base}/pulls?state=all&head=${encodeURIComponent(`${owner}:${branch}`)}`, pullRequestReply),
    createCommit: async (draft) =>
      mutate(repository, { query: CREATE_COMMIT, variables: { input: commitInput(draft) } }, commitReply),
    writeCommit: async (draft) => writeCommit(repository, draft),
    createBranch: async (name, sha) => post("/git/refs", { ref: `refs/heads/${name}`, sha }),
    moveBranch: async (name, sha, { mayDrop }) =>
      send(
        repository,
        { route: `PATCH ${base}/git/refs/heads/${escapePath(name)}`, body: { sha, force: mayDrop } },
        anyReply,
      ),
    createPullRequest: async ({ isDraft, ...draft }) =>
      send(repository, { route: `POST ${base}/pulls`, body: { ...draft, draft: isDraft } }, pullRequestReply),
    updatePullRequest: async (number, { title, body }) =>
      send(repository, { route: `PATCH ${base}/pulls/${number}`, body: { title, body } }, pullRequestReply),
    addLabels: async (number, labels) => post(`/issues/${number}/labels`, { labels }),
    dispatchWorkflow: async (file, ref) => post(`/actions/workflows/${encodeURIComponent(file)}/dispatches`, { ref }),
    permission: async (login) =>
      get(repository, `${base}/collaborators/${encodeURIComponent(login)}/permission`, permissionReply),
  };
}

/**
 * Objects first, the commit last: nothing is visible until a branch points to it. Author and committer are left out, so
 * that GitHub signs what a bot's token makes.
 */
async function writeCommit(repository: Repository, draft: CommitDraft): Promise<HostAnswer<MadeCommit>> {
  const { base } = repository;
  const entries: { path: string; mode: string; type: "blob"; sha: string }[] = [];
  for (const { path, mode, text } of draft.files) {
    const content = Buffer.from(text, "utf8").toString("base64");
    const blob = await send(
      repository,
      { route: `POST ${base}/git/blobs`, body: { content, encoding: "base64" } },
      objectReply,
    );
    if (blob.kind !== "ok") return blob;
    entries.push({ path, mode, type: "blob", sha: blob.value });
  }
  const parent = await get(repository, `${base}/git/commits/${draft.expectedHeadSha}`, treeOfCommitReply);
  if (parent.kind !== "ok") return parent;
  const tree = await send(
    repository,
    { route: `POST ${base}/git/trees`, body: { base_tree: parent.value, tree: entries } },
    objectReply,
  );
  if (tree.kind !== "ok") return tree;
  const message = draft.body === "" ? draft.headline : `${draft.headline}\n\n${draft.body}`;
  return send(
    repository,
    {
      route: `POST ${base}/git/commits`,
      body: { message, tree: tree.value, parents: [draft.expectedHeadSha] },
    },
    gitCommitReply,
  );
}

const CREATE_COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } } }
}`;

function commitInput(draft: CommitDraft): Readonly<Record<string, unknown>> {
  return {
    branch: { repositoryNameWithOwner: draft.repository, branchName: draft.branch },
    expectedHeadOid: draft.expectedHeadSha,
    message: { headline: draft.headline, body: draft.body },
    fileChanges: {
      additions: draft.files.map(({ path, text }) => ({
        path,
        contents: Buffer.from(text, "utf8").toString("base64"),
      })),
    },
  };
}
