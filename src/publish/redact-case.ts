import type { Attempt, Case, GroupBaseline, Handover, HealedGroup, RunSummary, Verification } from "../domain/case.ts";
import type { TestEvidence } from "../domain/evidence.ts";
import type { ChainLink, ExceptionInfo, Failure, GroupMember } from "../domain/failure.ts";
import type { Place, Verdict } from "../domain/patch.ts";
import { redact } from "../text/redact.ts";

type Clean = (text: string) => string;

/**
 * The case as it may be shown to everybody: no credential in what a test, a library or a command said, nor in the
 * parameters that node ids quote. Frames and keys stay, as others look them up; the patch stays, because its texts are
 * what was tested. Call it when all tests have run, before anything is rendered or written. `secrets` are exact values to
 * hide wherever they stand.
 */
export function redactCase(found: Case, secrets: readonly string[]): Case {
  const clean: Clean = (text) => redact(text, secrets);
  return {
    ...found,
    groups: found.groups.map((group) => cleanGroup(group, clean)),
    attempts: found.attempts.map((attempt) => cleanAttempt(attempt, clean)),
    healed: found.healed.map((group) => cleanHealed(group, clean)),
    verification: found.verification === null ? null : cleanVerification(found.verification, clean),
    flaky: found.flaky.map(clean),
    remainingFailures: found.remainingFailures.map(clean),
    notes: found.notes.map(clean),
    ...(found.handover ? { handover: cleanHandover(found.handover, clean) } : {}),
  };
}

/** The texts of drafts stay: like those of the patch they are what is tried. */
function cleanHandover(handover: Handover, clean: Clean): Handover {
  const evidence = Object.entries(handover.evidence).map(
    ([id, seen]) => [clean(id), cleanEvidence(seen, clean)] as const,
  );
  const drafts = handover.drafts.map((draft) => ({
    ...draft,
    rationale: clean(draft.rationale),
    leftAlone: cleanPlaces(draft.leftAlone, clean),
  }));
  return { ...handover, evidence: Object.fromEntries(evidence), drafts };
}

function cleanEvidence(seen: TestEvidence, clean: Clean): TestEvidence {
  return { ...seen, raised: seen.raised.map((raised) => ({ ...raised, ...cleanException(raised, clean) })) };
}

function cleanGroup(group: GroupBaseline, clean: Clean): GroupBaseline {
  return {
    ...group,
    reason: clean(group.reason),
    evidence: group.evidence.map(clean),
    failures: group.failures.map((failure) => cleanFailure(failure, clean)),
  };
}

function cleanHealed(group: HealedGroup, clean: Clean): HealedGroup {
  return {
    ...group,
    failures: group.failures.map((failure) => cleanFailure(failure, clean)),
    steps: group.steps.map((step) => ({
      ...step,
      rationale: clean(step.rationale),
      leftAlone: cleanPlaces(step.leftAlone, clean),
    })),
  };
}

function cleanPlaces(places: readonly Place[], clean: Clean): Place[] {
  return places.map(({ text, ...place }) => ({
    ...place,
    note: clean(place.note),
    ...(text === undefined ? {} : { text: clean(text) }),
  }));
}

/** One failure as anybody may read it: the messages, what was printed, and the parameters in its name. */
export function redactFailure(failure: Failure, secrets: readonly string[]): Failure {
  return cleanFailure(failure, (text) => redact(text, secrets));
}

function cleanFailure(failure: Failure, clean: Clean): Failure {
  const orNull = (text: string | null): string | null => (text === null ? null : clean(text));
  const { address } = failure;
  return {
    ...failure,
    nodeId: orNull(failure.nodeId),
    testName: orNull(failure.testName),
    ...(address ? { address: { classname: clean(address.classname), name: clean(address.name) } } : {}),
    exception: cleanException(failure.exception, clean),
    ...cleanParts(failure, clean),
    capturedStdout: orNull(failure.capturedStdout),
    capturedStderr: orNull(failure.capturedStderr),
    capturedLog: orNull(failure.capturedLog),
  };
}

/** The exceptions before it, and those in it. */
function cleanParts(
  { chain, members }: Pick<Failure, "chain" | "members">,
  clean: Clean,
): Pick<Failure, "chain" | "members"> {
  const inside = members?.map((member) => cleanMember(member, clean));
  return { chain: chain.map((link) => cleanLink(link, clean)), ...(inside ? { members: inside } : {}) };
}

function cleanLink(link: ChainLink, clean: Clean): ChainLink {
  const inside = link.members?.map((member) => cleanMember(member, clean));
  return { ...link, ...cleanException(link, clean), ...(inside ? { members: inside } : {}) };
}

function cleanMember(member: GroupMember, clean: Clean): GroupMember {
  return {
    ...member,
    ...cleanException(member, clean),
    chain: member.chain.map((link) => cleanLink(link, clean)),
    members: member.members.map((inner) => cleanMember(inner, clean)),
  };
}

function cleanException({ type, message }: ExceptionInfo, clean: Clean): ExceptionInfo {
  return { type, message: message === null ? null : clean(message) };
}

function cleanAttempt(attempt: Attempt, clean: Clean): Attempt {
  return { ...attempt, rationale: clean(attempt.rationale), verdict: cleanVerdict(attempt.verdict, clean) };
}

function cleanVerdict(verdict: Verdict, clean: Clean): Verdict {
  switch (verdict.kind) {
    case "plausible":
      return verdict;
    case "refused":
      return { ...verdict, reasons: verdict.reasons.map((each) => ({ ...each, reason: clean(each.reason) })) };
    case "mismatch":
      return { ...verdict, reason: clean(verdict.reason) };
    case "rejected":
      return { ...verdict, tests: verdict.tests.map(clean), reason: clean(verdict.reason) };
  }
}

function cleanVerification(verification: Verification, clean: Clean): Verification {
  const run = (summary: RunSummary): RunSummary => ({ ...summary, command: clean(summary.command) });
  const { underLoad } = verification;
  const otherFailure = underLoad?.otherFailure ?? null;
  return {
    ...verification,
    ...(underLoad && otherFailure !== null ? { underLoad: { ...underLoad, otherFailure: clean(otherFailure) } } : {}),
    targets: verification.targets.map(clean),
    targeted: run(verification.targeted),
    fullBefore: run(verification.fullBefore),
    fullAfter: run(verification.fullAfter),
  };
}
