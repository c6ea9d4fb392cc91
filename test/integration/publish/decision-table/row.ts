import { onTestFinished } from "vitest";
import { admit } from "../../../../src/admission.ts";
import { readEvent } from "../../../../src/context/event.ts";
import { NOT_PUBLISHED, type Publication } from "../../../../src/domain/outcome.ts";
import { diffWithGit } from "../../../../src/io/git-diff.ts";
import { createReviewHost } from "../../../../src/io/github-host.ts";
import type { DiffTexts } from "../../../../src/ports.ts";
import type { PublishMode } from "../../../../src/publish/choose.ts";
import type { PublishOptions } from "../../../../src/publish/facts.ts";
import { explainSecondWorkflow } from "../../../../src/publish/second-workflow.ts";
import { renderSummary } from "../../../../src/publish/summary.ts";
import { publish } from "../../../../src/publish-run.ts";
import type { RunnerEvent } from "../../../support/github/events.ts";
import { type Github, type PullRequestPlan, startGithub } from "../../../support/github/server.ts";
import type { PullRequest } from "../../../support/github/state.ts";
import type { Switches } from "../../../support/github/switches.ts";
import { stillClock } from "../../../support/still-clock.ts";
import { AFTER, BEFORE, CASE, GUIDES } from "../../../unit/publish/sample-case.ts";
import { FILE, OPTIONS, PLAN, SILENT } from "../../../unit/publish/scene.ts";

export { AFTER, BEFORE, FILE, PLAN };

/** What a workflow file gives the token in most of the rows. */
export const WRITER: Partial<Switches> = { permissions: { contents: "write", pull_requests: "write" } };
/** The pull request does not touch what the patch mends. */
export const ELSEWHERE: PullRequestPlan = { base: { [FILE]: BEFORE }, head: { "other.py": "x = 1\n" } };

/** A GitHub that ends with the test. */
export async function github(switches: Partial<Switches> = WRITER): Promise<Github> {
  const server = await startGithub(switches);
  onTestFinished(() => server.stop());
  return server;
}

/** A GitHub with one pull request. */
export async function withPull(
  plan: PullRequestPlan = PLAN,
  switches: Partial<Switches> = WRITER,
): Promise<{ readonly server: Github; readonly pull: PullRequest }> {
  const server = await github(switches);
  return { server, pull: server.openPullRequest(plan) };
}

export interface Row {
  readonly event: RunnerEvent;
  readonly mode?: PublishMode;
  readonly options?: Partial<PublishOptions>;
  /** Null: nothing held up. */
  readonly after?: string | null;
  /** Path of the file that the patch changes. */
  readonly path?: string;
  readonly token?: string | null;
  /** What was checked out and tested; default what the event's checkout leaves. */
  readonly tested?: string;
  /** What makes a diff where GitHub gives none. */
  readonly diff?: DiffTexts;
  /** False: a job that only publishes what another one made. */
  readonly runsCode?: boolean;
  readonly allowed?: { readonly users?: readonly string[]; readonly bots?: readonly string[] };
}

/** How a row ended: the publication, or why the run did not start; and all writes, in order. */
export interface RowEnd {
  readonly end: Partial<Publication> | string;
  readonly writes: readonly string[];
}

/** From the event to the last write, over the real client: only the tests that the patch has passed are not run. */
export async function play(server: Github, row: Row): Promise<RowEnd> {
  const { event, runsCode = true, token = server.token } = row;
  const before = server.writes().length;
  const reading = readEvent({ environment: event.environment, payload: JSON.stringify(event.payload), runsCode });
  const admitted = await admit(reading, {
    allowed: { users: row.allowed?.users ?? [], bots: row.allowed?.bots ?? [] },
    runsCode,
    openHost: async (context) => (token === null ? null : createReviewHost(context, token, stillClock())),
  });
  const end = admitted.kind === "run" ? await publishRow(server, row, admitted.context) : sayEnd(admitted);
  const problems = server.requestProblems();
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return steady(server, { end, writes: server.writes().slice(before) });
}

/** The job summary of a row. */
export async function summaryOf(server: Github, row: Row): Promise<string> {
  const { environment, payload } = row.event;
  const reading = readEvent({ environment, payload: JSON.stringify(payload), runsCode: true });
  if (reading.kind !== "run") throw new Error(`The row must run: ${reading.kind}`);
  const publication = await publishRow(server, row, reading.context);
  const patch = { changes: [{ path: FILE, before: BEFORE, after: AFTER }] };
  const input = { case: { ...CASE, patch }, changes: patch.changes, guides: GUIDES, runUrl: null };
  const { publishedAs = "none" } = publication;
  const help = explainSecondWorkflow(reading.context, { publishedAs, mode: row.mode ?? "suggest" });
  return renderSummary(input, "A patch.", { publication: { ...NOT_PUBLISHED, ...publication }, help });
}

function sayEnd(admitted: Exclude<Awaited<ReturnType<typeof admit>>, { readonly kind: "run" }>): string {
  return admitted.kind === "broken" ? "broken" : `${admitted.kind}: ${admitted.reason}`;
}

async function publishRow(
  server: Github,
  row: Row,
  context: Parameters<typeof createReviewHost>[0] & Parameters<typeof publish>[0]["context"],
): Promise<Partial<Publication>> {
  const { token = server.token, mode = "suggest", path = FILE, after = AFTER } = row;
  const patch = after === null ? null : { changes: [{ path, before: BEFORE, after }] };
  const publication = await publish({
    case: { ...CASE, sha: row.tested ?? row.event.checkout.sha, patch },
    patch,
    context,
    mode,
    options: { ...OPTIONS, ...row.options },
    host: token === null ? null : createReviewHost(context, token, stillClock()),
    diff: row.diff ?? diffWithGit,
    log: SILENT,
    guides: GUIDES,
  });
  const { publishedAs, reason, ...links } = publication;
  const set = Object.entries(links).filter(([, value]) => value !== null);
  return { publishedAs, ...(reason === "" ? {} : { reason }), ...Object.fromEntries(set) };
}

/** Without the port and the commit ids, which differ from run to run. */
function steady(server: Github, end: RowEnd): RowEnd {
  const text = JSON.stringify(end)
    .replaceAll(server.serverUrl, "URL")
    .replace(/\b[0-9a-f]{40}\b/g, "SHA")
    .replace(/`[0-9a-f]{12}`/g, "`SHORT`");
  const value: RowEnd = JSON.parse(text);
  return value;
}
