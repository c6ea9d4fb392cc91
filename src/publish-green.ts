import type { Case } from "./domain/case.ts";
import type { RunContext } from "./domain/run-context.ts";
import type { Log, ReviewHost } from "./ports.ts";
import { refusePullRequest, refuseTested } from "./publish/choose.ts";
import { goneWhenGreen, isGreen, isOnlyStep } from "./publish/green.ts";
import { scopeOf } from "./publish/marker.ts";
import type { WrittenFacts } from "./publish/stale.ts";
import { foldAll } from "./publish-tidy.ts";

interface GreenRun {
  readonly case: Case;
  readonly context: RunContext;
  readonly host: ReviewHost;
  readonly log: Log;
}

/**
 * After a run of a pull request in which every test passes: folds away what this job suggested for earlier commits. Only
 * where nobody else can have found it, and where what was tested is the pull request as it is now; else, and where GitHub
 * does not answer, all stays as it is.
 */
export async function foldWhenGreen(run: GreenRun): Promise<void> {
  const { context, host, log } = run;
  const { pullRequest, eventName } = context;
  if (pullRequest === null || eventName !== "pull_request" || !isGreen(run.case)) return;
  if (refusePullRequest(pullRequest, context) !== null) return;
  if (!(await isAlone(run)) || !(await isAsTested(run, pullRequest.number))) return;
  const written = await readWritten(pullRequest.number, host);
  if (written === null) return;
  await foldAll(goneWhenGreen(written, { scope: scopeOf(context), headSha: context.headSha }), { host, log });
}

async function isAlone({ context: { workflowFile }, host }: GreenRun): Promise<boolean> {
  if (workflowFile === undefined) return false;
  const file = await host.fileText(workflowFile.path, workflowFile.sha);
  return file.kind === "ok" && file.value.kind === "text" && isOnlyStep(file.value.text, workflowFile.action);
}

/** The pull request's head is what the event named, and that is what was tested. */
async function isAsTested({ case: { sha }, context, host }: GreenRun, number: number): Promise<boolean> {
  const now = await host.pullRequest(number);
  if (now.kind !== "ok" || sha === null || now.value.headSha !== context.headSha) return false;
  return refuseTested(sha, context, now.value.headSha) === null && refusePullRequest(now.value, context) === null;
}

async function readWritten(number: number, host: ReviewHost): Promise<WrittenFacts | null> {
  const [viewer, reviewComments, reviews] = await Promise.all([
    host.viewer(),
    host.reviewComments(number),
    host.reviews(number),
  ]);
  if (viewer.kind !== "ok" || reviewComments.kind !== "ok" || reviews.kind !== "ok") return null;
  return { viewer: viewer.value, reviewComments: reviewComments.value, reviews: reviews.value };
}
