import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gitEnvironment } from "../git-repository.ts";
import { mayWriteHead, isAllowed } from "./permissions.ts";
import { PUSHER_TYPE } from "./push-hook.ts";
import { fullName, type Identity, type Repository, type State } from "./state.ts";

export interface GitRequest {
  readonly repository: Repository;
  /** Behind the repository: `info/refs`, `git-upload-pack`, `git-receive-pack`. */
  readonly service: string;
  readonly query: string;
  readonly isPush: boolean;
}

/** Recognises git's smart HTTP paths, with and without `.git`. */
export function matchGit(state: State, url: URL): GitRequest | null {
  const found = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(url.pathname);
  const repository = state.repositories.get(`${found?.[1]}/${found?.[2]}`);
  const service = found?.[3];
  if (repository === undefined || service === undefined) {
    return null;
  }
  const isPush = service === "git-receive-pack" || url.searchParams.get("service") === "git-receive-pack";
  return { repository, service, query: url.search.slice(1), isPush };
}

/** Why git may not do this, as status and text; null when it may. Reading a public repository needs no token. */
export function gitRefusal(
  state: State,
  actor: Identity | "unknown" | null,
  request: GitRequest,
): { readonly status: number; readonly text: string } | null {
  if (actor === "unknown" || (actor === null && (request.isPush || state.switches.private))) {
    return { status: 401, text: "Invalid username or token." };
  }
  const name = actor?.login ?? "anonymous";
  const text = `Permission to ${fullName(request.repository)}.git denied to ${name}.`;
  return mayUseGit(state, actor, request) ? null : { status: 403, text };
}

function mayUseGit(state: State, actor: Identity | null, request: GitRequest): boolean {
  if (request.repository.fork && request.isPush) {
    return actor !== null && mayPushToFork(state, actor, request.repository);
  }
  return isAllowed(state, actor, [{ scope: "contents", level: request.isPush ? "write" : "read" }]);
}

/** Rule 9: a fork takes pushes from its owner; from others only when a switch says so. */
function mayPushToFork(state: State, actor: Identity, fork: Repository): boolean {
  const pulls = state.pulls.filter((pull) => pull.head.repository === fork);
  return actor === state.identities.contributor || pulls.some((pull) => mayWriteHead(state, actor, pull));
}

interface PushCommand {
  readonly from: string;
  readonly to: string;
  readonly ref: string;
}

/** The ref updates that a push asks for, from the head of its request. */
export function pushCommands(body: Buffer): readonly PushCommand[] {
  const commands: PushCommand[] = [];
  let offset = 0;
  for (;;) {
    const length = Number.parseInt(body.toString("latin1", offset, offset + 4), 16);
    if (Number.isNaN(length) || length < 4) {
      return commands;
    }
    const line = body
      .toString("utf8", offset + 4, offset + length)
      .replace(/\0.*$/s, "")
      .trimEnd();
    const [from = "", to = "", ref = ""] = line.split(" ");
    commands.push({ from, to, ref });
    offset += length;
  }
}

/** Hands the request to git's own server program. */
export function serveGit(
  request: {
    readonly git: GitRequest;
    readonly message: IncomingMessage;
    readonly body: Buffer;
    readonly actor: Identity | null;
  },
  response: ServerResponse,
): Promise<number> {
  const { git: wanted, message, body, actor } = request;
  const child = spawn("git", ["http-backend"], {
    env: gitEnvironment({
      GIT_PROJECT_ROOT: wanted.repository.directory,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: `/${wanted.service}`,
      QUERY_STRING: wanted.query,
      REQUEST_METHOD: message.method ?? "GET",
      CONTENT_TYPE: message.headers["content-type"] ?? "",
      CONTENT_LENGTH: String(body.length),
      REMOTE_USER: actor?.login ?? "",
      [PUSHER_TYPE]: actor?.type ?? "",
      REMOTE_ADDR: "127.0.0.1",
      GIT_PROTOCOL: String(message.headers["git-protocol"] ?? ""),
      HTTP_CONTENT_ENCODING: message.headers["content-encoding"] ?? "",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "safe.directory",
      GIT_CONFIG_VALUE_0: "*",
    }),
    stdio: ["pipe", "pipe", "inherit"],
  });
  // git may have ended already: then its answer says why.
  child.stdin.on("error", () => undefined).end(body);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(sendCgi(Buffer.concat(chunks), response)));
  });
}

function sendCgi(output: Buffer, response: ServerResponse): number {
  const end = output.indexOf("\r\n\r\n");
  const lines = output.toString("latin1", 0, end).split("\r\n");
  const headers = lines.map((line) => line.split(/:\s*/, 2));
  const status = Number.parseInt(headers.find(([name]) => name === "Status")?.[1] ?? "200", 10);
  for (const [name = "", value = ""] of headers) {
    if (name !== "Status") {
      response.setHeader(name, value);
    }
  }
  response.writeHead(status);
  response.end(output.subarray(end + 4));
  return status;
}
