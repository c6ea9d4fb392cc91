import { getOctokit } from "@actions/github";
import { z } from "zod";
import type { CommitDraft, HostAnswer, ReviewDraft } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import type { ReviewHost } from "../ports.ts";
import { toHostFailure } from "./github-failure.ts";
import { createPatience, SYSTEM_CLOCK } from "./github-patience.ts";
import type { Clock, Patience } from "./github-patience.ts";
import {
  changedFileReply,
  commentReply,
  commitReply,
  contentReply,
  pageReply,
  pullRequestReply,
  reviewCommentReply,
  reviewReply,
  treeReply,
  viewerReply,
} from "./github-records.ts";

const API_VERSION = "2022-11-28";
/** GitHub itself gives up after ten seconds. */
const REQUEST_TIMEOUT_MILLISECONDS = 30_000;

type Client = ReturnType<typeof getOctokit>;

type Server = Pick<RunContext, "apiUrl" | "owner" | "repository">;

interface Repository {
  readonly client: Client;
  readonly patience: Patience;
  readonly owner: string;
  readonly name: string;
  /** `/repos/owner/name` */
  readonly base: string;
}

/**
 * GitHub behind the `ReviewHost` port: REST and GraphQL of the server that the run belongs to. Every reply is decoded,
 * every failure is a value. What only reads is sent again after a while; a write never is (`@actions/github` brings no
 * retry plugin): its caller looks first whether it happened.
 */
export function createReviewHost(context: Server, token: string, clock: Clock = SYSTEM_CLOCK): ReviewHost {
  const repository = connect(context, token, createPatience(clock));
  const { base, owner } = repository;
  const pull = (number: number): string => `${base}/pulls/${number}`;
  const issue = (number: number): string => `${base}/issues/${number}`;
  return {
    viewer: async () => queryGraphql(repository, { query: "query { viewer { login } }" }, viewerReply),
    pullRequest: async (number) => get(repository, pull(number), pullRequestReply),
    openPullRequests: async (branch) =>
      list(repository, `${base}/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`, pullRequestReply),
    changedFiles: async (number) => list(repository, `${pull(number)}/files`, changedFileReply),
    fileText: async (path, sha) => {
      const escaped = path.split("/").map(encodeURIComponent).join("/");
      return get(repository, `${base}/contents/${escaped}?ref=${encodeURIComponent(sha)}`, contentReply);
    },
    fileModes: async (sha) => get(repository, `${base}/git/trees/${encodeURIComponent(sha)}?recursive=1`, treeReply),
    comments: async (number) => list(repository, `${issue(number)}/comments`, commentReply),
    reviewComments: async (number) => list(repository, `${pull(number)}/comments`, reviewCommentReply),
    reviews: async (number) => list(repository, `${pull(number)}/reviews`, reviewReply),
    createComment: async (number, body) => send(repository, `POST ${issue(number)}/comments`, { body }),
    updateComment: async (id, body) => send(repository, `PATCH ${base}/issues/comments/${id}`, { body }),
    createReview: async (number, draft) => send(repository, `POST ${pull(number)}/reviews`, reviewBody(draft)),
    createCommit: async (draft) =>
      mutate(repository, { query: CREATE_COMMIT, variables: { input: commitInput(repository, draft) } }, commitReply),
    waitAfter: async (failure, sent) => repository.patience.wait(failure, sent),
  };
}

function connect({ apiUrl, owner, repository }: Server, token: string, patience: Patience): Repository {
  const client = getOctokit(token, { baseUrl: apiUrl, userAgent: "autofix-action" });
  client.hook.before("request", (request) => {
    request.headers["x-github-api-version"] = API_VERSION;
    request.request = { ...request.request, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS) };
  });
  const base = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`;
  return { client, patience, owner, name: repository, base };
}

/** The reply decoded, or the failure sorted. */
async function answer<T>(work: () => Promise<unknown>, decoder: z.ZodType<T>): Promise<HostAnswer<T>> {
  try {
    return { kind: "ok", value: decoder.parse(await work()) };
  } catch (error) {
    if (error instanceof z.ZodError) {
      return { kind: "unavailable", message: "the reply is not of the shape that GitHub documents", needs: null };
    }
    return toHostFailure(error);
  }
}

/** Asks again where waiting may help: reading twice changes nothing. */
async function read<T>(
  { patience }: Repository,
  work: () => Promise<unknown>,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<T>> {
  for (let sent = 1; ; sent++) {
    const result = await answer(work, decoder);
    if (result.kind === "ok" || !(await patience.wait(result, sent))) return result;
  }
}

async function get<T>(repository: Repository, route: string, decoder: z.ZodType<T>): Promise<HostAnswer<T>> {
  return read(repository, async () => (await repository.client.request(`GET ${route}`)).data, decoder);
}

/** All pages, 100 entries each. */
async function list<T>(
  repository: Repository,
  route: string,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<readonly T[]>> {
  return read(repository, async () => repository.client.paginate(`GET ${route}`, { per_page: 100 }), z.array(decoder));
}

async function send(
  { client, patience }: Repository,
  route: string,
  body: Readonly<Record<string, unknown>>,
): Promise<HostAnswer<string>> {
  await patience.pace();
  return answer(async () => (await client.request(route, { ...body })).data, pageReply);
}

interface GraphqlDocument {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

async function queryGraphql<T>(
  repository: Repository,
  { query, variables = {} }: GraphqlDocument,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<T>> {
  return read(repository, async () => repository.client.graphql(query, variables), decoder);
}

async function mutate<T>(
  { client, patience }: Repository,
  { query, variables = {} }: GraphqlDocument,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<T>> {
  await patience.pace();
  return answer(async () => client.graphql(query, variables), decoder);
}

/** `event` makes it a submitted review: without it GitHub keeps it pending, unseen, and in the way of later ones. */
function reviewBody({ headSha, body, comments }: ReviewDraft): Readonly<Record<string, unknown>> {
  return {
    commit_id: headSha,
    event: "COMMENT",
    body,
    comments: comments.map((comment) => ({
      path: comment.path,
      body: comment.body,
      line: comment.line,
      side: "RIGHT",
      ...(comment.startLine === null ? {} : { start_line: comment.startLine, start_side: "RIGHT" }),
    })),
  };
}

const CREATE_COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;

function commitInput({ owner, name }: Repository, draft: CommitDraft): Readonly<Record<string, unknown>> {
  return {
    branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: draft.branch },
    expectedHeadOid: draft.expectedHeadSha,
    message: { headline: draft.headline, body: draft.body },
    fileChanges: {
      additions: draft.additions.map(({ path, text }) => ({
        path,
        contents: Buffer.from(text, "utf8").toString("base64"),
      })),
    },
  };
}
