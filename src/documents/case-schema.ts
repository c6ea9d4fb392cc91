import { z } from "zod";
import type { BaselineVerdict, Case } from "../domain/case.ts";
import { exception, frame, origin, patch, place } from "./case-parts.ts";
import { handoverSchema } from "./handover-schema.ts";

export const BASELINE_VERDICTS = [
  "reproducible",
  "flaky",
  "order-dependent",
  "environment",
  "pre-existing",
  "test-at-fault",
  "returned",
] as const satisfies readonly BaselineVerdict[];

type Link = Case["groups"][number]["failures"][number]["chain"][number];
type Member = NonNullable<Link["members"]>[number];
const member: z.ZodType<Member> = z.lazy(() =>
  z.strictObject({ ...exception, chain: z.array(link), frames: z.array(frame), members: z.array(member) }),
);
const members = z.array(member).exactOptional();
const link: z.ZodType<Link> = z.strictObject({
  ...exception,
  relation: z.enum(["cause", "context"]),
  frames: z.array(frame),
  members,
});
const failure = z.strictObject({
  nodeId: z.string().nullable(),
  file: z.string().nullable(),
  testName: z.string().nullable(),
  phase: z.enum(["setup", "call", "teardown", "collect"]),
  kind: z.enum(["failure", "error"]),
  exception: z.strictObject(exception),
  chain: z.array(link),
  frames: z.array(frame),
  members,
  capturedStdout: z.string().nullable(),
  capturedStderr: z.string().nullable(),
  capturedLog: z.string().nullable(),
  source: z.strictObject({ report: z.string(), format: z.enum(["junit", "text", "probe", "lastfailed"]) }),
  address: z.strictObject({ classname: z.string(), name: z.string() }).exactOptional(),
  alsoIn: z.array(z.string()).exactOptional(),
});
const reason = z.strictObject({
  rule: z.string(),
  path: z.string(),
  line: z.number().nullable(),
  reason: z.string(),
});
const verdict = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("plausible") }),
  z.strictObject({ kind: z.literal("refused"), reasons: z.array(reason) }),
  z.strictObject({ kind: z.literal("mismatch"), path: z.string(), reason: z.string() }),
  z.strictObject({
    kind: z.literal("rejected"),
    why: z.enum(["no-effect", "regression", "flaky", "did-not-run", "moved", "tampered"]),
    tests: z.array(z.string()),
    reason: z.string(),
  }),
]);
const runSummary = z.strictObject({
  command: z.string(),
  exitCode: z.number().nullable(),
  passed: z.number(),
  failed: z.number(),
  errors: z.number(),
  skipped: z.number(),
  durationSeconds: z.number(),
  fromReport: z.boolean().exactOptional(),
});

/** The case document as it stands in a file; anything else is refused, unknown fields included. */
export const caseSchema: z.ZodType<Case> = z.strictObject({
  version: z.literal(1),
  sha: z.string().nullable(),
  groups: z.array(
    z.strictObject({
      key: z.string(),
      verdict: z.enum(BASELINE_VERDICTS),
      reason: z.string(),
      evidence: z.array(z.string()),
      selection: z.array(z.string()).nullable(),
      failures: z.array(failure),
    }),
  ),
  attempts: z.array(
    z.strictObject({ groupKey: z.string(), origin, paths: z.array(z.string()), rationale: z.string(), verdict }),
  ),
  healed: z.array(
    z.strictObject({
      key: z.string(),
      failures: z.array(failure),
      steps: z.array(z.strictObject({ origin, rationale: z.string(), leftAlone: z.array(place) })),
    }),
  ),
  patch: patch.nullable(),
  verification: z
    .strictObject({
      targets: z.array(z.string()),
      repeat: z.number(),
      targeted: runSummary,
      fullBefore: runSummary,
      fullAfter: runSummary,
      failsAgainWhenReverted: z.boolean(),
      underLoad: z
        .strictObject({ runs: z.number(), passed: z.number(), otherFailure: z.string().nullable() })
        .exactOptional(),
    })
    .nullable(),
  flaky: z.array(z.string()),
  remainingFailures: z.array(z.string()),
  notes: z.array(z.string()),
  handover: handoverSchema.exactOptional(),
});

/** Text of a case file, as the pipeline writes it. */
export function renderCase(document: Case): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** A case read back, or the first few things wrong with it. */
export function decodeCase(
  text: string,
): { readonly kind: "case"; readonly case: Case } | { readonly kind: "invalid"; readonly reason: string } {
  try {
    const parsed = caseSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: "case", case: parsed.data };
    const issues = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    return { kind: "invalid", reason: issues.join("; ") };
  } catch (error) {
    return { kind: "invalid", reason: error instanceof RangeError ? "it is nested too deeply" : "it is not JSON" };
  }
}
