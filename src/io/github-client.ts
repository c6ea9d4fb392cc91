import { getOctokit } from "@actions/github";
import { z } from "zod";
import type { HostAnswer } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { toHostFailure } from "./github-failure.ts";
import type { Patience } from "./github-patience.ts";

const API_VERSION = "2022-11-28";
/** GitHub itself gives up after ten seconds. */
const REQUEST_TIMEOUT_MILLISECONDS = 30_000;

type Client = ReturnType<typeof getOctokit>;

export type Server = Pick<RunContext, "apiUrl" | "owner" | "repository">;

/** One repository of the server that the run belongs to. */
export interface Repository {
  readonly client: Client;
  readonly patience: Patience;
  readonly owner: string;
  readonly name: string;
  /** `/repos/owner/name` */
  readonly base: string;
}

/** `@actions/github` brings no retry plugin, so no request is sent twice. */
export function connect({ apiUrl, owner, repository }: Server, token: string, patience: Patience): Repository {
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

/** Reads one thing. */
export async function get<T>(repository: Repository, route: string, decoder: z.ZodType<T>): Promise<HostAnswer<T>> {
  return read(repository, async () => (await repository.client.request(`GET ${route}`)).data, decoder);
}

/** All pages, 100 entries each. */
export async function list<T>(
  repository: Repository,
  route: string,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<readonly T[]>> {
  return read(repository, async () => repository.client.paginate(`GET ${route}`, { per_page: 100 }), z.array(decoder));
}

export interface Write {
  /** `POST /repos/...` */
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Changes something, once. */
export async function send<T>(
  { client, patience }: Repository,
  { route, body }: Write,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<T>> {
  await patience.pace();
  return answer(async () => (await client.request(route, { ...body })).data, decoder);
}

export interface GraphqlDocument {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** Reads by GraphQL. */
export async function queryGraphql<T>(
  repository: Repository,
  { query, variables = {} }: GraphqlDocument,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<T>> {
  return read(repository, async () => repository.client.graphql(query, variables), decoder);
}

/** Changes something by GraphQL, once. */
export async function mutate<T>(
  { client, patience }: Repository,
  { query, variables = {} }: GraphqlDocument,
  decoder: z.ZodType<T>,
): Promise<HostAnswer<T>> {
  await patience.pace();
  return answer(async () => client.graphql(query, variables), decoder);
}

/** A path or branch name inside a route: slashes stay. */
export function escapePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
