import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { gitRefusal, matchGit, pushCommands, serveGit, type GitRequest } from "./git-http.ts";
import { answerGraphql } from "./graphql.ts";
import type { JournalEntry } from "./journal.ts";
import { identify } from "./permissions.ts";
import { syncPulls } from "./pulls.ts";
import { NOT_FOUND, problem, type Reply } from "./reply.ts";
import { answerRest, matchRoute } from "./rest.ts";
import { resolveCommit } from "../git-repository.ts";
import type { Identity, State } from "./state.ts";

/** What the server keeps beside its state. */
export interface ServerRecord {
  readonly journal: JournalEntry[];
  /** Ways in which the server itself was wrong; a test with any of them fails. */
  readonly faults: string[];
}

interface Exchange {
  readonly state: State;
  readonly record: ServerRecord;
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly bytes: Buffer;
  readonly actor: Identity | "unknown" | null;
  readonly entry: JournalEntry;
}

const FAULT_STATUS = 599;

/** Makes the HTTP server; the caller listens and closes. */
export function createHttpServer(state: State, record: ServerRecord): Server {
  return createServer((message, response) => {
    answer(state, record, { message, response }).catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      record.faults.push(text);
      response.statusCode = FAULT_STATUS;
      response.end(text);
    });
  });
}

interface Connection {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(state: State, record: ServerRecord, { message, response }: Connection): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(Buffer.from(chunk));
  }
  const bytes = Buffer.concat(chunks);
  const url = new URL(message.url ?? "/", state.serverUrl);
  const actor = identify(state, message.headers.authorization);
  syncPulls(state);
  const git = matchGit(state, url);
  if (state.switches.isEnterprise && git === null) url.pathname = enterprisePath(url.pathname);
  const entry = newEntry({ message, url, actor, bytes, isGit: git !== null });
  record.journal.push(entry);
  const exchange = { state, record, message, url, bytes, actor, entry };
  if (git !== null) {
    await answerGit(exchange, git, response);
    return;
  }
  const reply = await answerApi(exchange);
  entry.status = reply.status;
  send(response, reply);
}

/** Rule 16: the API has its own place; everything else of the host are pages. */
function enterprisePath(path: string): string {
  if (path === "/api/graphql") return path;
  return path.startsWith("/api/v3/") ? path.slice("/api/v3".length) : `/pages${path}`;
}

function newEntry(from: {
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly actor: Identity | "unknown" | null;
  readonly bytes: Buffer;
  readonly isGit: boolean;
}): JournalEntry {
  return {
    method: from.message.method ?? "GET",
    path: from.url.pathname,
    query: Object.fromEntries(from.url.searchParams),
    body: from.isGit || from.bytes.length === 0 ? null : jsonOrNull(from.bytes),
    actor: from.actor === null || from.actor === "unknown" ? null : from.actor.login,
    status: 0,
    outcome: null,
    write: null,
    problems: [],
  };
}

function jsonOrNull(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return value;
  } catch {
    return null;
  }
}

async function answerApi(exchange: Exchange): Promise<Reply> {
  const { state, entry, actor } = exchange;
  const isGraphql = entry.method === "POST" && /^(\/api)?\/graphql$/.test(entry.path);
  if (!isGraphql && entry.method !== "GET") {
    entry.write = `${entry.method} ${entry.path}`;
  }
  const refusal = formRefusal(exchange);
  if (refusal !== null || actor === "unknown") {
    return refusal ?? problem(401, "Bad credentials");
  }
  const instead = state.switches.before(entry);
  if (instead !== null) {
    return instead;
  }
  const reply = isGraphql ? await graphqlReply(exchange, actor) : restReply(exchange, actor);
  return state.switches.after(entry) ?? reply;
}

const VERSIONS: readonly unknown[] = [undefined, "2022-11-28", "2026-03-10"];

/** What is wrong before anybody looks at who sends what. */
function formRefusal({ entry, message, bytes }: Exchange): Reply | null {
  const version = message.headers["x-github-api-version"];
  if (!VERSIONS.includes(version)) {
    return problem(400, `"${String(version)}" is not a supported version of the GitHub API`);
  }
  if (bytes.length === 0 || entry.body !== null) {
    return null;
  }
  entry.problems.push("body is not JSON");
  return problem(400, "Problems parsing JSON");
}

async function graphqlReply(exchange: Exchange, actor: Identity | null): Promise<Reply> {
  const { state, entry } = exchange;
  if (actor === null) {
    return problem(401, "This endpoint requires you to be authenticated.");
  }
  const answered = await answerGraphql(state, actor, entry.body);
  entry.write = answered.write;
  entry.outcome = answered.error;
  entry.problems.push(...answered.problems);
  return orFault(exchange, answered.reply, answered.faults);
}

function restReply(exchange: Exchange, actor: Identity | null): Reply {
  const { state, entry, url, message } = exchange;
  const matched = matchRoute(entry.method, url.pathname);
  if (matched === null) {
    entry.problems.push(`${entry.method} ${url.pathname} is not served here`);
    return NOT_FOUND;
  }
  const answered = answerRest(state, matched, {
    query: entry.query,
    body: entry.body ?? undefined,
    accept: message.headers.accept ?? "",
    path: url.pathname,
    actor,
  });
  entry.problems.push(...answered.problems);
  return orFault(exchange, answered.reply, answered.faults);
}

function orFault(exchange: Exchange, reply: Reply, faults: readonly string[]): Reply {
  exchange.record.faults.push(...faults.map((fault) => `${exchange.entry.method} ${exchange.entry.path}: ${fault}`));
  return faults.length === 0 ? reply : { status: FAULT_STATUS, body: { message: "The fake is wrong", faults } };
}

function send(response: ServerResponse, reply: Reply): void {
  const { body } = reply;
  const payload = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  response.writeHead(reply.status, {
    "content-type": reply.contentType ?? "application/json; charset=utf-8",
    "x-github-media-type": "github.v3",
    ...reply.headers,
  });
  response.end(payload);
}

async function answerGit(exchange: Exchange, git: GitRequest, response: ServerResponse): Promise<void> {
  const { state, entry, actor, message } = exchange;
  const gzipped = message.headers["content-encoding"] === "gzip";
  const commands =
    git.service === "git-receive-pack" ? pushCommands(gzipped ? gunzipSync(exchange.bytes) : exchange.bytes) : [];
  if (commands.length > 0) {
    entry.write = `git push ${commands.map((command) => command.ref).join(" ")}`;
  }
  const refusal = gitRefusal(state, actor, git);
  if (refusal !== null || actor === "unknown") {
    entry.status = refusal?.status ?? 401;
    response.writeHead(entry.status, { "www-authenticate": 'Basic realm="GitHub"', "content-type": "text/plain" });
    response.end(refusal?.text);
    return;
  }
  entry.status = await serveGit({ git, message, body: exchange.bytes, actor }, response);
  const landed = commands.every(
    (command) => (resolveCommit(git.repository.directory, command.ref) ?? ZERO) === command.to,
  );
  entry.outcome = landed ? null : "rejected";
}

const ZERO = "0".repeat(40);
