import { refusalText } from "../text/refusal-text.ts";
import type { Attempt, Case, GroupBaseline } from "../domain/case.ts";
import type { Origin, Verdict } from "../domain/patch.ts";
import { isTestPath } from "../text/frame-owner.ts";
import { inertProse, inlineCode } from "../text/markdown.ts";

const MOST_LINES = 15;

/** What was not done: the same pattern left alone, tests that still fail, notes, and what the patch never touched. */
export function renderLeft(found: Case): string {
  const places = found.healed.flatMap(({ steps }) => steps.flatMap(({ leftAlone }) => leftAlone));
  const alone = places.map((place) => `- ${inlineCode(`${place.path}:${place.line}`)}: ${inertProse(place.note)}`);
  const failing = found.remainingFailures.map((nodeId) => `- ${inlineCode(nodeId)}`);
  return [
    ...list("Left alone, though it looks alike:", [...new Set(alone)]),
    ...list(found.patch === null ? "These tests fail:" : "These tests still fail with the patch:", failing),
    ...list("Not drafted for:", found.groups.filter(isNotDrafted).map(verdictLine)),
    ...list("To know:", [
      ...found.groups.filter(({ verdict }) => verdict === "pre-existing").map(verdictLine),
      ...found.notes.map((note) => `- ${inertProse(note)}`),
      ...untouched(found),
    ]),
  ].join("\n\n");
}

const NOT_DRAFTED: readonly GroupBaseline["verdict"][] = ["flaky", "environment", "test-at-fault", "returned"];

function isNotDrafted({ verdict, selection }: GroupBaseline): boolean {
  return NOT_DRAFTED.includes(verdict) || (verdict === "order-dependent" && selection === null);
}

/** `test_x` and 2 more (flaky): passed 1 of 3 runs on unchanged code. */
function verdictLine({ verdict, reason, failures: [first, ...others] }: GroupBaseline): string {
  const rest = others.length > 0 ? ` and ${others.length} more` : "";
  const name = inlineCode(first?.nodeId ?? first?.file ?? "the start of the tests");
  return `- ${name}${rest} (${verdict}): ${inertProse(reason)}`;
}

/** Each draft and what became of it; for a reader who wonders why nothing, or not this, was published. */
export function renderAttempts(attempts: readonly Attempt[]): string {
  const lines = attempts.map(
    ({ origin, paths, verdict }) =>
      `- ${describeOrigin(origin)} on ${paths.map((path) => inlineCode(path)).join(", ")}: ${describeVerdict(verdict)}`,
  );
  return list("Drafts:", lines).join("\n\n");
}

export function describeOrigin(origin: Origin): string {
  return origin.kind === "recipe" ? `Recipe ${inlineCode(origin.id)}` : `LLM ${inlineCode(origin.model)}`;
}

function describeVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case "plausible":
      return "the tests pass with it.";
    case "refused":
      return `refused: ${verdict.reasons.map((reason) => inertProse(refusalText(reason))).join("; ")}`;
    case "mismatch":
      return `could not be applied to ${inlineCode(verdict.path)}. ${inertProse(verdict.reason)}`;
    case "rejected":
      return `tried and dropped (${verdict.why}). ${inertProse(verdict.reason)}`;
  }
}

function untouched({ patch }: Case): readonly string[] {
  if (patch === null) return [];
  const isTestTouched = patch.changes.some(({ path }) => isTestPath(path));
  return isTestTouched ? ["- The patch changes a test file: look at it twice."] : ["- The patch changes no test."];
}

function list(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const hidden = lines.length - MOST_LINES;
  const rest = hidden > 0 ? [`- and ${hidden} more`] : [];
  return [[title, ...lines.slice(0, MOST_LINES), ...rest].join("\n")];
}
