import { expect, test } from "vitest";
import type { Case } from "../../../src/domain/case.ts";
import { redactCase } from "../../../src/publish/redact-case.ts";
import { CASE, FAILURE, GROUP, HEALED, NO_FIX, PATCH, VERIFICATION } from "./sample-case.ts";

/** A case in which every text that may be foreign is `text`; the patch and the frames are as they were. */
function filledWith(text: string): Case {
  const inner = { type: "OSError", message: text, chain: [], frames: [], members: [] };
  const link = { type: "KeyError", message: text, relation: "cause" as const, frames: [], members: [inner] };
  const failure = {
    ...FAILURE,
    members: [{ type: "ExceptionGroup", message: text, chain: [link], frames: [], members: [inner] }],
    exception: { type: "OSError", message: text },
    chain: [{ type: "KeyError", message: text, relation: "cause" as const, frames: FAILURE.frames }],
    capturedStdout: text,
    capturedStderr: text,
    capturedLog: text,
  };
  const steps = HEALED.steps.map((step) => ({
    ...step,
    rationale: text,
    leftAlone: [{ path: "a.py", line: 1, note: text }],
  }));
  const attempt = {
    groupKey: "k1",
    origin: { kind: "llm", model: "m", match: "L0" },
    paths: ["a.py"],
    rationale: text,
  } as const;
  const command = { ...VERIFICATION.fullAfter, command: text };
  return {
    ...CASE,
    groups: [{ ...GROUP, reason: text, failures: [failure, FAILURE] }],
    healed: [{ ...HEALED, failures: [failure], steps }],
    attempts: [
      { ...attempt, verdict: { kind: "plausible" } },
      { ...attempt, verdict: { kind: "refused", reasons: [{ rule: "paths", path: "x", line: null, reason: text }] } },
      { ...attempt, verdict: { kind: "mismatch", path: "a.py", reason: text } },
      { ...attempt, verdict: { kind: "rejected", why: "no-effect", tests: [], reason: text } },
    ],
    verification: { ...VERIFICATION, targeted: command, fullBefore: command, fullAfter: command },
    notes: [text],
  };
}

test("no secret is left in anything foreign, and nothing else changes", () => {
  const secret = "postgresql+asyncpg://ada:hunter2@h/x and exact-value-1";
  expect(redactCase(filledWith(secret), ["exact-value-1"])).toEqual(
    filledWith("postgresql+asyncpg://ada:***@h/x and ***"),
  );
});

test("the patch and what is missing stay as they are", () => {
  const changes = PATCH.changes.map((change) => ({ ...change, before: "u = 'a://u:pw@h'\n" }));
  const found = { ...NO_FIX, patch: { changes } };
  expect(redactCase(found, [])).toEqual(found);
});
