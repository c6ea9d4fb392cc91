import type { Github } from "../../support/github/server.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface CallOptions {
  /** Default: the bot's token. Null sends none. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One request with plain fetch, as any client would send it. */
export async function call(github: Github, route: string, options: CallOptions = {}): Promise<Answer> {
  const [method = "GET", path = "/"] = route.split(" ");
  const token = options.token === undefined ? github.token : options.token;
  const response = await fetch(`${github.apiUrl}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

/** One GraphQL request. */
export function query(github: Github, document: string, variables: unknown = {}): Promise<Answer> {
  return call(github, "POST /graphql", { body: { query: document, variables } });
}

/** The values at some keys of a JSON object. */
export function pick(value: unknown, ...keys: readonly string[]): Readonly<Record<string, unknown>> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([key]) => keys.includes(key)));
}

/** The same for every item of a JSON array. */
export function pickAll(value: unknown, ...keys: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map((item: unknown) => pick(item, ...keys)) : [];
}

/** Status and the texts of an error reply. */
export function refusal(answer: Answer): {
  readonly status: number;
  readonly message: unknown;
  readonly errors?: unknown;
} {
  const { message, errors } = pick(answer.body, "message", "errors");
  return { status: answer.status, message, ...(errors === undefined ? {} : { errors }) };
}

/** Text of `count` lines: `prefix 1`, `prefix 2`, ... */
export function lines(count: number, prefix = "line"): string {
  return Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}\n`).join("");
}
