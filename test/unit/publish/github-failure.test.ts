import { expect, test } from "vitest";
import { toHostFailure } from "../../../src/io/github-failure.ts";

/** As Octokit throws it. */
function requestError(status: number, message: string, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

function graphqlError(type: string | undefined, message: string): Error {
  return Object.assign(new Error("Request failed"), { errors: [{ type, message }] });
}

test.each<[string, unknown, ReturnType<typeof toHostFailure>]>([
  [
    "403",
    requestError(403, "Resource not accessible by integration - https://docs.github.com/x", {
      "x-accepted-github-permissions": "pull_requests=write",
    }),
    { kind: "denied", message: "Resource not accessible by integration", needs: "pull_requests=write" },
  ],
  ["401", requestError(401, "Bad credentials"), { kind: "denied", message: "Bad credentials", needs: null }],
  ["404", requestError(404, "Not Found"), { kind: "missing", message: "Not Found", needs: null }],
  ["409", requestError(409, "Conflict"), { kind: "stale", message: "Conflict", needs: null }],
  [
    "422",
    requestError(422, 'Unprocessable Entity: "Line could not be resolved"'),
    { kind: "invalid", message: 'Unprocessable Entity: "Line could not be resolved"', needs: null },
  ],
  [
    "422, too fast",
    requestError(422, "was submitted too quickly"),
    { kind: "limited", message: "was submitted too quickly", needs: null },
  ],
  [
    "403, secondary limit",
    requestError(403, "You have exceeded a secondary rate limit"),
    { kind: "limited", message: "You have exceeded a secondary rate limit", needs: null },
  ],
  [
    "403, secondary limit with a time",
    requestError(403, "You have exceeded a secondary rate limit", { "retry-after": "72" }),
    { kind: "limited", message: "You have exceeded a secondary rate limit", needs: null, waitSeconds: 72 },
  ],
  [
    "403, the limit before that had another name",
    requestError(403, "You have triggered an abuse detection mechanism"),
    { kind: "limited", message: "You have triggered an abuse detection mechanism", needs: null },
  ],
  [
    "403, limit of the hour, by GitHub's clock",
    requestError(403, "no", {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1767607290",
      date: "Mon, 05 Jan 2026 10:00:00 GMT",
    }),
    { kind: "limited", message: "no", needs: null, waitSeconds: 90 },
  ],
  [
    "403, limit of the hour that is over by now",
    requestError(403, "no", {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1767600000",
      date: "Mon, 05 Jan 2026 10:00:00 GMT",
    }),
    { kind: "limited", message: "no", needs: null, waitSeconds: 1 },
  ],
  [
    "403, limit of the hour, headers that say nothing",
    requestError(403, "no", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon", "retry-after": "-1" }),
    { kind: "limited", message: "no", needs: null },
  ],
  ["429", requestError(429, "slow down"), { kind: "limited", message: "slow down", needs: null }],
  [
    "404 is no limit, whatever it says",
    requestError(404, "rate limit", { "x-ratelimit-remaining": "0" }),
    { kind: "missing", message: "rate limit", needs: null },
  ],
  [
    "GraphQL, too many requests",
    graphqlError("RATE_LIMITED", "API rate limit exceeded"),
    { kind: "limited", message: "API rate limit exceeded", needs: null },
  ],
  [
    "502",
    requestError(502, "<html>\n  Bad gateway</html>"),
    { kind: "unavailable", message: "<html> Bad gateway</html>", needs: null },
  ],
  [
    "GraphQL, forbidden",
    graphqlError("FORBIDDEN", "Resource not accessible by integration"),
    { kind: "denied", message: "Resource not accessible by integration", needs: null },
  ],
  [
    "GraphQL, stale",
    graphqlError("STALE_DATA", 'Expected branch to point to "x" but it did not.  Pull and try again.'),
    { kind: "stale", message: 'Expected branch to point to "x" but it did not. Pull and try again.', needs: null },
  ],
  [
    "GraphQL, unknown type",
    graphqlError("SOMETHING", "A path was requested twice"),
    { kind: "invalid", message: "A path was requested twice", needs: null },
  ],
  [
    "GraphQL, no type",
    graphqlError(undefined, "Something went wrong while executing your query."),
    { kind: "unavailable", message: "Something went wrong while executing your query.", needs: null },
  ],
  ["no connection", new TypeError("fetch failed"), { kind: "unavailable", message: "fetch failed", needs: null }],
  ["no error at all", "x", { kind: "unavailable", message: "unknown error", needs: null }],
  ["a long text", requestError(400, "x".repeat(999)), { kind: "invalid", message: "x".repeat(300), needs: null }],
])("%s", (...[, error, failure]) => {
  expect(toHostFailure(error)).toEqual(failure);
});
