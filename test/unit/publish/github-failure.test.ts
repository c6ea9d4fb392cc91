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
    { kind: "unavailable", message: "was submitted too quickly", needs: null },
  ],
  [
    "403, secondary limit",
    requestError(403, "You have exceeded a secondary rate limit"),
    { kind: "unavailable", message: "You have exceeded a secondary rate limit", needs: null },
  ],
  [
    "403, primary limit",
    requestError(403, "no", { "x-ratelimit-remaining": "0" }),
    { kind: "unavailable", message: "no", needs: null },
  ],
  ["429", requestError(429, "slow down"), { kind: "unavailable", message: "slow down", needs: null }],
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
