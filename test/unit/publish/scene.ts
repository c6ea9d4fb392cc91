import { afterEach, expect } from "vitest";
import type { RunContext } from "../../../src/domain/run-context.ts";
import type { PullRequest } from "../../../src/domain/pull-request.ts";
import { diffWithGit } from "../../../src/io/git-diff.ts";
import { createReviewHost } from "../../../src/io/github-host.ts";
import type { Log } from "../../../src/ports.ts";
import { publish } from "../../../src/publish-run.ts";
import type { PublishOptions } from "../../../src/publish/facts.ts";
import type { PublishMode } from "../../../src/publish/choose.ts";
import { startGithub } from "../../support/github/server.ts";
import type { Github, PullRequestPlan } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { stillClock } from "../../support/still-clock.ts";
import { AFTER, BEFORE, CASE, GUIDES, HEALED } from "./sample-case.ts";

export const FILE = "shop/plants.py";
export const OPTIONS: PublishOptions = {
  isDraft: false,
  labels: [],
  mayCommitToForks: false,
  dispatchWorkflow: null,
  maxCommits: 2,
};
export const SILENT: Log = { section: async (_, work) => work(), info: () => {}, warning: () => {} };
export const OLD = BEFORE.replace("session.query(Plant).all()", "[]");
/** The base has an older endpoint: what the patch mends is part of the diff. */
export const PLAN: PullRequestPlan = {
  base: { [FILE]: OLD },
  head: { [FILE]: BEFORE },
};

let github: Github | null = null;
afterEach(async () => {
  await github?.stop();
  github = null;
});

export interface Scene {
  readonly github: Github;
  readonly number: number;
  readonly context: RunContext;
  readonly headSha: string;
}

export async function open(plan: PullRequestPlan = PLAN, switches: Partial<Switches> = {}): Promise<Scene> {
  const started = await startGithub({ permissions: { contents: "write", pull_requests: "write" }, ...switches });
  github = started;
  const pull = started.openPullRequest(plan);
  const head = pull.head.repository;
  const record: PullRequest = {
    number: pull.number,
    state: "open",
    isMerged: false,
    locked: false,
    headSha: pull.headSha,
    headRef: "feature",
    headRepository: head === null ? null : `${head.owner}/${head.name}`,
    baseSha: "",
    baseRef: "main",
    baseRepository: "octo/shop",
    isDefaultBase: true,
    maintainerCanModify: false,
    body: "",
    url: "",
  };
  const context: RunContext = {
    eventName: "pull_request",
    owner: "octo",
    repository: "shop",
    apiUrl: started.apiUrl,
    serverUrl: started.serverUrl,
    sha: pull.mergeSha ?? "",
    ref: `refs/pull/${pull.number}/merge`,
    upstreamEvent: null,
    headRepository: record.headRepository,
    headBranch: "feature",
    headSha: pull.headSha,
    pullRequest: record,
    actor: "octo",
    actors: ["octo"],
    workflow: "CI",
    job: "test",
    runId: "1",
    actionPages: null,
  };
  return { github: started, number: pull.number, context, headSha: pull.headSha };
}

export interface Wanted {
  readonly mode?: PublishMode;
  readonly after?: string;
  readonly before?: string;
  readonly sha?: string | null;
  /** Keys of the groups that the patch mends. */
  readonly groups?: readonly string[];
  readonly options?: Partial<PublishOptions>;
}

export async function run({ context, github: server }: Scene, wanted: Wanted = {}) {
  const { mode = "suggest", after = AFTER, before = BEFORE, sha = context.headSha, groups = ["k1"] } = wanted;
  const patch = { changes: [{ path: FILE, before, after }] };
  const healed = groups.map((key) => ({ ...HEALED, key }));
  const found = { ...CASE, sha, patch, healed };
  const host = createReviewHost(context, server.token, stillClock());
  const publication = await publish({
    case: found,
    patch,
    context,
    mode,
    options: { ...OPTIONS, ...wanted.options },
    host,
    diff: diffWithGit,
    log: SILENT,
    guides: GUIDES,
  });
  expect(server.requestProblems()).toEqual([]);
  return publication;
}

/** Without the port and the commit ids, which differ from run to run. */
export function steady<T>(value: T, { github: server }: Scene): T {
  const text = JSON.stringify(value)
    .replaceAll(server.serverUrl, "URL")
    .replace(/\b[0-9a-f]{40}\b/g, "SHA");
  return JSON.parse(text) as T;
}

/** The one read that this GitHub does not model: git's modes. */
export function trees(mode: string): Partial<Switches> {
  return {
    before: ({ path }) =>
      path.includes("/git/trees/")
        ? {
            status: 200,
            body: { sha: "s", url: "u", truncated: false, tree: [{ path: FILE, mode, type: "blob", sha: "s" }] },
          }
        : null,
  };
}
