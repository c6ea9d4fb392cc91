import { z } from "zod";
import { BASELINE_VERDICTS } from "./case-schema.ts";
import type { Attempt, Case, GroupBaseline } from "../domain/case.ts";
import { refusalText } from "../text/refusal-text.ts";
import type { NOT_PUBLISHED, Publication, Status } from "../domain/outcome.ts";

/** Where the documents of a run lie; null where there is none. */
export interface ResultFiles {
  readonly patchPath: string | null;
  readonly caseFile: string | null;
  readonly reportPath: string | null;
}

/**
 * What a run came to, for programs: the action's outputs in camelCase, and behind them what was changed, tried and seen
 * on unchanged code. Stable; published as docs/result.schema.json.
 */
export const resultSchema = z.strictObject({
  status: z.enum(["fixed", "suggested", "no-fix", "flaky", "environment", "skipped", "refused", "error"]),
  reason: z.string(),
  fixedTests: z.array(z.string()),
  remainingFailures: z.array(z.string()),
  /** Keys of the failure groups, one for each cause. */
  groups: z.array(z.string()),
  /** Recipe ids or model names behind the patch, in order, each once. */
  source: z.array(z.string()),
  patchPath: z.string().nullable(),
  caseFile: z.string().nullable(),
  reportPath: z.string().nullable(),
  publishedAs: z.enum([
    "commit",
    "pull-request",
    "branch",
    "suggestions",
    "comment",
    "summary",
    "working-tree",
    "none",
  ]),
  commitSha: z.string().nullable(),
  pullRequestUrl: z.string().nullable(),
  reviewUrl: z.string().nullable(),
  attempts: z.number().int(),
  tokensUsed: z.number().int(),
  cost: z.number(),
  changedFiles: z.array(z.string()),
  candidates: z.array(
    z.strictObject({
      origin: z.string(),
      verdict: z.enum(["plausible", "refused", "mismatch", "rejected"]),
      reasons: z.array(z.string()),
    }),
  ),
  baseline: z.strictObject({
    groups: z.array(
      z.strictObject({
        key: z.string(),
        verdict: z.enum(BASELINE_VERDICTS),
        reason: z.string(),
        /** What was seen that says so, one sentence each. */
        evidence: z.array(z.string()),
        tests: z.array(z.string()),
      }),
    ),
    flaky: z.array(z.string()),
  }),
});

export type Result = z.infer<typeof resultSchema>;

export interface ResultInput {
  readonly status: Status;
  readonly reason: string;
  /** Null when the run ended before anything was reproduced. */
  readonly case: Case | null;
  readonly publication: Publication;
  readonly files: ResultFiles;
  /** Absent: nobody was asked. */
  readonly spent?: Spending;
}

/** What an LLM cost: tokens in and out, and dollars as far as anybody knows them. */
export interface Spending {
  readonly tokens: number;
  readonly cost: number;
}

export function resultOf(input: ResultInput): Result {
  const { status, reason, case: document, publication, files, spent = { tokens: 0, cost: 0 } } = input;
  const { publishedAs, commitSha, pullRequestUrl, reviewUrl } = publication;
  const published = { publishedAs, commitSha, pullRequestUrl, reviewUrl };
  return {
    status,
    reason,
    ...files,
    ...published,
    tokensUsed: spent.tokens,
    cost: spent.cost,
    ...(document ? factsOf(document) : NO_FACTS),
  };
}

type Facts = Omit<Result, "status" | "reason" | "tokensUsed" | "cost" | keyof ResultFiles | keyof typeof NOT_PUBLISHED>;

const NO_FACTS: Facts = {
  fixedTests: [],
  remainingFailures: [],
  groups: [],
  source: [],
  attempts: 0,
  changedFiles: [],
  candidates: [],
  baseline: { groups: [], flaky: [] },
};

function factsOf({ groups, healed, verification, remainingFailures, attempts, patch, flaky }: Case): Facts {
  return {
    fixedTests: [...(verification?.targets ?? [])],
    remainingFailures: [...remainingFailures],
    groups: groups.map((group) => group.key),
    source: [...new Set(healed.flatMap((group) => group.steps.map((step) => originName(step.origin))))],
    attempts: attempts.length,
    changedFiles: patch?.changes.map((change) => change.path) ?? [],
    candidates: attempts.map((attempt) => ({
      origin: originName(attempt.origin),
      verdict: attempt.verdict.kind,
      reasons: reasonsOf(attempt),
    })),
    baseline: { groups: groups.map(baselineOf), flaky: [...flaky] },
  };
}

function baselineOf(group: GroupBaseline): Result["baseline"]["groups"][number] {
  const { key, verdict, reason, evidence, failures } = group;
  return { key, verdict, reason, evidence: [...evidence], tests: failures.map((failure) => failure.nodeId ?? "") };
}

function originName(origin: Attempt["origin"]): string {
  return origin.kind === "recipe" ? origin.id : origin.model;
}

function reasonsOf({ verdict }: Attempt): string[] {
  switch (verdict.kind) {
    case "plausible":
      return [];
    case "refused":
      return verdict.reasons.map(refusalText);
    case "mismatch":
      return [`${verdict.path}: ${verdict.reason}`];
    case "rejected":
      return [verdict.reason];
  }
}
