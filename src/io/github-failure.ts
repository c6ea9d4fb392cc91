import { z } from "zod";
import type { HostFailure } from "../domain/pull-request.ts";

/** What Octokit throws for an HTTP status. */
const requestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).nullish(),
});

/** What Octokit throws for a GraphQL reply with errors, which has HTTP status 200. */
const graphqlError = z.object({
  errors: z.array(z.object({ type: z.string().nullish(), message: z.string() })).min(1),
});

const MESSAGE_LIMIT = 300;
/** GitHub has more than one text for its content limits; a refused permission never speaks of them. */
const RATE_LIMIT = /secondary rate|rate limit|abuse|submitted too quickly/i;

/**
 * Sorts what a request threw. Decided by status and error type, hardly by text: GitHub's texts change. Timeouts, lost
 * connections, 5xx and replies of an unknown shape are all `unavailable`: the write may have happened.
 */
export function toHostFailure(error: unknown): HostFailure {
  const graphql = graphqlError.safeParse(error);
  if (graphql.success) return fromGraphql(graphql.data.errors[0]);
  const request = requestError.safeParse(error);
  if (request.success) return fromStatus(request.data);
  return failure("unavailable", error instanceof Error ? error.message : "unknown error");
}

const GRAPHQL_KINDS: Readonly<Record<string, HostFailure["kind"]>> = {
  FORBIDDEN: "denied",
  INSUFFICIENT_SCOPES: "denied",
  STALE_DATA: "stale",
  NOT_FOUND: "missing",
  RATE_LIMITED: "limited",
};

function fromGraphql(error: z.infer<typeof graphqlError>["errors"][number] | undefined): HostFailure {
  const message = error?.message ?? "";
  const known = GRAPHQL_KINDS[error?.type ?? ""];
  const isLost = /^something went wrong|timed? ?out/i.test(message);
  return failure(known ?? (isLost ? "unavailable" : "invalid"), message);
}

const STATUS_KINDS: Readonly<Record<number, HostFailure["kind"]>> = {
  401: "denied",
  403: "denied",
  404: "missing",
  409: "stale",
  410: "missing",
};

const LIMIT_STATUSES: readonly number[] = [403, 422, 429];

function speaksOfLimit(message: string, headers: Readonly<Record<string, unknown>>): boolean {
  return headers["x-ratelimit-remaining"] === "0" || RATE_LIMIT.test(message);
}

function fromStatus({ status, message, response }: z.infer<typeof requestError>): HostFailure {
  const headers = response?.headers ?? {};
  if (LIMIT_STATUSES.includes(status) && (status === 429 || speaksOfLimit(message, headers))) {
    const waitSeconds = secondsToWait(headers);
    return { ...failure("limited", message), ...(waitSeconds === null ? {} : { waitSeconds }) };
  }
  const kind = STATUS_KINDS[status] ?? (Math.trunc(status / 100) === 4 ? "invalid" : "unavailable");
  return { ...failure(kind, message), needs: kind === "denied" ? neededPermissions(headers) : null };
}

/**
 * What `retry-after` says, else the time until the hour's limit is set back, by GitHub's own clock; null when neither
 * header says it, as is usual for limits on content.
 */
function secondsToWait(headers: Readonly<Record<string, unknown>>): number | null {
  const retryAfter = wholeNumber(headers["retry-after"]);
  if (retryAfter !== null) return retryAfter;
  const reset = wholeNumber(headers["x-ratelimit-reset"]);
  const now = Date.parse(String(headers["date"])) / 1000;
  return headers["x-ratelimit-remaining"] === "0" && reset !== null && now > 0 ? Math.max(1, reset - now) : null;
}

function wholeNumber(value: unknown): number | null {
  const text = String(value);
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function neededPermissions(headers: Readonly<Record<string, unknown>>): string | null {
  const needs = headers["x-accepted-github-permissions"];
  return typeof needs === "string" ? needs.slice(0, 200) : null;
}

function failure(kind: HostFailure["kind"], message: string): HostFailure {
  // The address of the documentation that Octokit adds helps nobody in a sentence.
  const [words = ""] = message.replace(/\s+/g, " ").split(" - https://");
  return { kind, message: words.slice(0, MESSAGE_LIMIT), needs: null };
}
