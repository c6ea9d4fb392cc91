import { execute, getOperationAST, GraphQLError, type DocumentNode, type GraphQLFieldResolver } from "graphql";
import { z } from "zod";
import { git } from "../git-repository.ts";
import { commitOnBranch } from "./commit-on-branch.ts";
import { minimizableNodes, minimizeComment } from "./graphql-minimize.ts";
import { githubSchema, graphqlProblem, parseDocument } from "./graphql-schema.ts";
import { addThread, resolveThread, threadsOf } from "./graphql-threads.ts";
import { ok, problem, type Reply } from "./reply.ts";
import { fullName, nodeId, type Identity, type State } from "./state.ts";

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface GraphqlAnswer {
  readonly reply: Reply;
  /** `mutation createCommitOnBranch`; null for queries and refused documents. */
  readonly write: string | null;
  readonly error: string | null;
  /** How the document breaks the schema. */
  readonly problems: readonly string[];
  /** What this server should have but does not: the test must fail. */
  readonly faults: readonly string[];
}

/**
 * Answers `POST /graphql` on GitHub's schema. A field that this server doesn't model is a fault, never a silent null.
 * The texts of schema errors are graphql's, not the platform's (which says "Field 'x' doesn't exist on type 'Y'").
 */
export async function answerGraphql(state: State, actor: Identity, body: unknown): Promise<GraphqlAnswer> {
  const request = graphqlRequest.safeParse(body);
  if (!request.success) {
    return refused(problem(400, "A query attribute must be specified and must be a string."), ["no query"]);
  }
  const parsed = parseDocument(request.data.query);
  if (parsed.kind === "refused") {
    return refused(ok({ errors: parsed.messages.map((message) => ({ message })) }), parsed.messages);
  }
  const write = writeOf(parsed.document, request.data.operationName);
  const result = await execute({
    schema: githubSchema(),
    document: parsed.document,
    rootValue: rootValue(state, actor),
    variableValues: request.data.variables ?? {},
    operationName: request.data.operationName ?? null,
    fieldResolver: strictResolver,
  });
  const errors = result.errors ?? [];
  const data = result.data === undefined ? {} : { data: result.data };
  return {
    reply: ok(errors.length === 0 ? data : { ...data, errors: errors.map(renderError) }),
    write,
    error: errors[0] === undefined ? null : typeOf(errors[0]),
    problems: errors.filter((item) => item.path === undefined).map((item) => item.message),
    faults: errors
      .filter((item) => item.path !== undefined && item.extensions["type"] === undefined)
      .map((item) => item.message),
  };
}

function writeOf(document: DocumentNode, name: string | null | undefined): string | null {
  const operation = getOperationAST(document, name);
  const first = operation?.selectionSet.selections[0];
  return operation?.operation === "mutation" && first?.kind === "Field" ? `mutation ${first.name.value}` : null;
}

function typeOf(error: GraphQLError): string {
  const type = error.extensions["type"];
  return typeof type === "string" ? type : "INVALID";
}

function refused(reply: Reply, problems: readonly string[]): GraphqlAnswer {
  return { reply, write: null, error: "INVALID", problems, faults: [] };
}

function renderError(error: GraphQLError): Record<string, unknown> {
  const type = error.extensions["type"];
  return {
    ...(type === undefined ? {} : { type }),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  };
}

const strictResolver: GraphQLFieldResolver<unknown, unknown> = (source, ...[argumentValues, , info]) => {
  const entry = typeof source === "object" && source !== null ? Object.entries(source) : [];
  const found = entry.find(([name]) => name === info.fieldName);
  if (found === undefined) {
    throw new Error(`This server does not model ${info.parentType.name}.${info.fieldName}`);
  }
  const value: unknown = found[1];
  return typeof value === "function" ? value(argumentValues) : value;
};

/** Rule 2: the viewer of an installation token; here the login carries the suffix. */
function rootValue(state: State, actor: Identity): Record<string, unknown> {
  return {
    viewer: { __typename: "User", login: actor.login, id: nodeId("U", actor.id), databaseId: actor.id },
    repository: (wanted: { owner: string; name: string }) => repositoryNode(state, wanted),
    nodes: ({ ids }: { ids: readonly string[] }) => minimizableNodes(state, ids),
    minimizeComment: ({ input }: { input: { subjectId: string; classifier: string } }) =>
      minimizeComment(state, actor, input),
    resolveReviewThread: ({ input }: { input: { threadId: string } }) => resolveThread(state, actor, input),
    addPullRequestReviewThread: ({ input }: { input: Parameters<typeof addThread>[2] }) =>
      addThread(state, actor, input),
    createCommitOnBranch: ({ input }: { input: { clientMutationId?: string | null } }) => {
      const { sha, ref } = commitOnBranch(state, actor, input);
      return {
        clientMutationId: input.clientMutationId ?? null,
        commit: commitNode(state, sha),
        ref: () => refNode(state, ref),
      };
    },
  };
}

function commitNode(state: State, sha: string): Record<string, unknown> {
  const show = (format: string): string => git(state.base.directory, ["log", "-1", `--format=${format}`, sha]);
  return {
    __typename: "Commit",
    id: nodeId("C", sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    url: `${state.serverUrl}/${fullName(state.base)}/commit/${sha}`,
    message: show("%B"),
    messageHeadline: show("%s"),
    // Rule 8: commits of this mutation are signed by the platform for bots.
    signature: state.signed.has(sha) ? { __typename: "GpgSignature", isValid: true, state: "VALID" } : null,
  };
}

function refNode(state: State, ref: string): Record<string, unknown> {
  const sha = git(state.base.directory, ["rev-parse", ref]);
  return {
    __typename: "Ref",
    id: nodeId("REF", ref),
    name: ref.replace("refs/heads/", ""),
    target: { __typename: "Commit", oid: sha, id: nodeId("C", sha) },
  };
}

function repositoryNode(state: State, wanted: { owner: string; name: string }): Record<string, unknown> {
  const name = `${wanted.owner}/${wanted.name}`;
  if (name !== fullName(state.base)) {
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a Repository with the name '${name}'.`);
  }
  return {
    __typename: "Repository",
    id: nodeId("R", name),
    nameWithOwner: name,
    isPrivate: state.switches.private,
    defaultBranchRef: () => refNode(state, `refs/heads/${state.base.defaultBranch}`),
    pullRequest: ({ number }: { number: number }) => pullNode(state, number),
  };
}

function pullNode(state: State, number: number): Record<string, unknown> {
  const pull = state.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) {
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a PullRequest with the number of ${number}.`);
  }
  const bot = pull.author.type === "Bot";
  return {
    __typename: "PullRequest",
    id: nodeId("PR", number),
    number,
    state: pull.state === "open" ? "OPEN" : "CLOSED",
    locked: pull.locked,
    title: pull.title,
    headRefName: pull.head.ref,
    headRefOid: pull.headSha,
    baseRefName: pull.base.ref,
    isInMergeQueue: pull.isQueued,
    reviewThreads: () => threadsOf(state, pull),
    isCrossRepository: pull.head.repository !== pull.base.repository,
    // Rule 2: an author's login comes without the suffix.
    author: { __typename: bot ? "Bot" : "User", login: pull.author.login.replace(/\[bot\]$/, "") },
  };
}
