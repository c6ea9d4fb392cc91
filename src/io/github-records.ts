import { z } from "zod";
import type {
  BranchHead,
  ChangedFile,
  HostCommit,
  HostComment,
  HostReview,
  MadeCommit,
  PullRequest,
  RemoteFile,
} from "../domain/pull-request.ts";

/** Who wrote it; null for a deleted account. */
const author = z.object({ login: z.string() }).nullable();

const pullRequestRecord = z.object({
  number: z.number().int(),
  state: z.string(),
  merged_at: z.string().nullish(),
  maintainer_can_modify: z.boolean().nullish(),
  body: z.string().nullish(),
  locked: z.boolean(),
  html_url: z.string(),
  head: z.object({ sha: z.string(), ref: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  base: z.object({
    sha: z.string(),
    ref: z.string(),
    repo: z.object({ full_name: z.string(), default_branch: z.string().nullish() }),
  }),
});

/** Fields of REST replies (API version 2022-11-28) that we use, as our own records. */
export const pullRequestReply = pullRequestRecord.transform((record): PullRequest => ({
  number: record.number,
  state: record.state === "open" ? "open" : "closed",
  isMerged: typeof record.merged_at === "string",
  locked: record.locked,
  headSha: record.head.sha,
  headRef: record.head.ref,
  headRepository: record.head.repo?.full_name ?? null,
  baseSha: record.base.sha,
  baseRef: record.base.ref,
  baseRepository: record.base.repo.full_name,
  isDefaultBase: record.base.ref === record.base.repo.default_branch,
  maintainerCanModify: record.maintainer_can_modify ?? false,
  body: record.body ?? "",
  url: record.html_url,
}));

export const changedFileReply = z
  .object({
    filename: z.string(),
    patch: z.string().nullish(),
    status: z.string().nullish(),
    previous_filename: z.string().nullish(),
  })
  .transform(({ filename, patch, status, previous_filename: previousPath }): ChangedFile => ({
    path: filename,
    patch: patch ?? null,
    ...(status === "added" ? { isAdded: true } : {}),
    ...(typeof previousPath === "string" ? { previousPath } : {}),
  }));

/** Of the comparison of two commits only where they parted. */
export const mergeBaseReply = z
  .object({ merge_base_commit: z.object({ sha: z.string() }) })
  .transform((record): string => record.merge_base_commit.sha);

export const commentReply = z
  .object({
    id: z.number().int(),
    node_id: z.string().nullish(),
    body: z.string().nullish(),
    html_url: z.string(),
    user: author,
  })
  .transform((record): HostComment => ({ ...written(record), isOutdated: false, replyTo: null, reviewId: null }));

/** A comment on lines that changed since has lost its line. */
export const reviewCommentReply = z
  .object({
    id: z.number().int(),
    node_id: z.string().nullish(),
    body: z.string(),
    html_url: z.string(),
    user: author,
    line: z.number().nullish(),
    subject_type: z.string().nullish(),
    in_reply_to_id: z.number().int().nullish(),
    pull_request_review_id: z.number().int().nullish(),
    original_commit_id: z.string().nullish(),
  })
  .transform((record): HostComment => ({
    ...written(record),
    isOutdated: (record.line ?? null) === null && record.subject_type !== "file",
    replyTo: record.in_reply_to_id ?? null,
    reviewId: record.pull_request_review_id ?? null,
    ...(typeof record.original_commit_id === "string" ? { madeFor: record.original_commit_id } : {}),
  }));

export const reviewReply = z
  .object({
    id: z.number().int(),
    node_id: z.string().nullish(),
    body: z.string(),
    html_url: z.string(),
    user: author,
    state: z.string(),
  })
  .transform((record): HostReview => ({ ...written(record), state: record.state }));

export const pageReply = z.object({ html_url: z.string() }).transform((record): string => record.html_url);

export const viewerReply = z
  .object({ viewer: z.object({ login: z.string() }) })
  .transform((record): string => record.viewer.login);

const made = z.object({
  oid: z.string(),
  url: z.string(),
  signature: z.object({ isValid: z.boolean() }).nullish(),
});

export const commitReply = z
  .object({ createCommitOnBranch: z.object({ commit: made }) })
  .transform(({ createCommitOnBranch: { commit } }): MadeCommit => ({
    sha: commit.oid,
    url: commit.url,
    isSigned: commit.signature?.isValid ?? false,
  }));

export const gitCommitReply = z
  .object({
    sha: z.string(),
    html_url: z.string(),
    verification: z.object({ verified: z.boolean() }).nullish(),
  })
  .transform((record): MadeCommit => ({
    sha: record.sha,
    url: record.html_url,
    isSigned: record.verification?.verified ?? false,
  }));

export const branchReply = z
  .object({
    commit: z.object({ sha: z.string(), author: author.nullish(), commit: z.object({ message: z.string() }) }),
  })
  .transform(({ commit }): BranchHead => ({
    sha: commit.sha,
    author: commit.author?.login ?? "",
    message: commit.commit.message,
  }));

export const pullCommitReply = z
  .object({ sha: z.string(), author: author.nullish(), commit: z.object({ message: z.string() }) })
  .transform((record): HostCommit => ({
    sha: record.sha,
    author: record.author?.login ?? "",
    message: record.commit.message,
  }));

/** Which of the asked nodes are folded away, and why in GitHub's word. */
export const foldedReply = z
  .object({
    nodes: z.array(
      z.object({ id: z.string(), isMinimized: z.boolean(), minimizedReason: z.string().nullish() }).nullable(),
    ),
  })
  .transform(
    ({ nodes }): ReadonlyMap<string, string> =>
      new Map(
        nodes.flatMap((node) =>
          node?.isMinimized === true ? [[node.id, (node.minimizedReason ?? "").toLowerCase()]] : [],
        ),
      ),
  );

export const queueReply = z
  .object({ repository: z.object({ pullRequest: z.object({ isInMergeQueue: z.boolean() }) }) })
  .transform(({ repository }): boolean => repository.pullRequest.isInMergeQueue);

export const objectReply = z.object({ sha: z.string() }).transform((record): string => record.sha);

export const treeOfCommitReply = z
  .object({ tree: z.object({ sha: z.string() }) })
  .transform((record): string => record.tree.sha);

export const parentsOfCommitReply = z
  .object({ parents: z.array(z.object({ sha: z.string() })) })
  .transform((record): readonly string[] => record.parents.map(({ sha }) => sha));

export const permissionReply = z.object({ permission: z.string() }).transform((record): string => record.permission);

/** Where only the status counts. */
export const anyReply = z.unknown().transform((): null => null);

export const treeReply = z
  .object({ truncated: z.boolean(), tree: z.array(z.object({ path: z.string(), mode: z.string() })) })
  .transform((record): ReadonlyMap<string, string> => new Map(record.tree.map(({ path, mode }) => [path, mode])));

const contentRecord = z.object({
  type: z.string(),
  encoding: z.string().nullish(),
  content: z.string().nullish(),
});

/** A folder comes as a list; above 1 MiB the content is left out. */
export const contentReply = z.union([
  contentRecord.transform((record): RemoteFile => {
    if (record.type !== "file") return unreadable(`it is a ${record.type}`);
    if (record.encoding !== "base64") return unreadable("it is too large");
    return decodeText(Buffer.from(record.content ?? "", "base64"));
  }),
  z.array(z.unknown()).transform((): RemoteFile => unreadable("it is a folder")),
]);

function written(record: {
  readonly id: number;
  readonly node_id?: string | null | undefined;
  readonly body?: string | null | undefined;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
}): Pick<HostComment, "id" | "nodeId" | "author" | "body" | "url"> {
  return {
    id: record.id,
    nodeId: record.node_id ?? "",
    author: record.user?.login ?? "",
    body: record.body ?? "",
    url: record.html_url,
  };
}

function decodeText(bytes: Uint8Array): RemoteFile {
  try {
    // A byte order mark is part of the text: it must be written back.
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable("it is not UTF-8");
  }
}

function unreadable(reason: string): RemoteFile {
  return { kind: "unreadable", reason };
}
