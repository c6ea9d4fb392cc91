import { describe, expect, test } from "vitest";
import { treeEntry } from "../../../support/git-repository.ts";
import { mergeGroupEvent, pushEvent, scheduleEvent, tagEvent } from "../../../support/github/branch-events.ts";
import { pullRequestEvent, workflowDispatchEvent } from "../../../support/github/events.ts";
import type { Github } from "../../../support/github/server.ts";
import { AFTER, BEFORE, FILE, github, PLAN, play, type RowEnd, withPull, WRITER } from "./row.ts";

/** Branches of ours end in a key: sixteen hexadecimal digits. */
function keyless(end: RowEnd): RowEnd {
  const value: RowEnd = JSON.parse(JSON.stringify(end).replace(/\b[0-9a-f]{16}\b/g, "KEY"));
  return value;
}

/** All that a pull request of our own takes. */
const OPENED = [
  "POST /repos/octo/shop/git/blobs 201",
  "POST /repos/octo/shop/git/trees 201",
  "POST /repos/octo/shop/git/commits 201",
  "POST /repos/octo/shop/git/refs 201",
  "POST /repos/octo/shop/pulls 201",
];

/** The branches that we made. */
function ownBranches(server: Github): readonly string[] {
  return server.state.pulls.filter(({ author }) => author.type === "Bot").map(({ head }) => head.ref);
}

/** The failure is on the default branch itself. */
async function onMain(switches: Parameters<typeof github>[0] = WRITER): Promise<Github> {
  const server = await github(switches);
  server.push("main", { [FILE]: BEFORE });
  return server;
}

describe("rows 12 and 13: a branch with open pull requests", () => {
  test("12: one: as if the event were its own", async () => {
    const { server } = await withPull();
    expect(await play(server, { event: workflowDispatchEvent(server, { branch: "feature" }) })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "suggestions",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
        },
        "writes": [
          "POST /repos/octo/shop/pulls/1/reviews 200",
        ],
      }
    `);
  });

  test("12: by push, mode commit", async () => {
    const { server } = await withPull();
    expect(await play(server, { event: pushEvent(server, "feature"), mode: "commit" })).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "commit",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
        },
        "writes": [
          "mutation createCommitOnBranch 200",
          "POST /repos/octo/shop/issues/1/comments 201",
        ],
      }
    `);
  });

  test("12: another commit was tested than the head", async () => {
    const { server } = await withPull();
    const event = workflowDispatchEvent(server, { branch: "feature", shortRef: true });
    expect(await play(server, { event, tested: "c".repeat(40) })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The commit that was tested is not the branch's head: \`SHORT\` was checked out, the head is \`SHORT\`.",
        },
        "writes": [],
      }
    `);
  });

  test("13: two bases: one review, on the one into the default branch, and the others are named", async () => {
    const { server } = await withPull();
    server.push("release", { "README.md": "# Release\n" });
    server.openPullRequest({ head: { "more.txt": "x\n" }, baseBranch: "release" });
    expect(await play(server, { event: pushEvent(server, "feature") })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "suggestions",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "The branch has other open pull requests too (2); this is written to one only.",
          "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
        },
        "writes": [
          "POST /repos/octo/shop/pulls/1/reviews 200",
        ],
      }
    `);
  });
});

describe("rows 14 and 15: a branch without a pull request", () => {
  test("14: a new pull request from a branch of ours, on the commit that was tested", async () => {
    const server = await onMain();
    const event = scheduleEvent(server);
    const end = await play(server, { event, options: { labels: ["autofix"], isDraft: true } });
    expect(keyless(end)).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "pull-request",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "Checks on it may wait until someone approves them: GitHub does not start them by itself for a workflow's own token. The token of an app in \`github-token\`, or a workflow named in \`dispatch-workflow\`, changes that.",
          "reviewUrl": "URL/octo/shop/pull/1",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 201",
          "POST /repos/octo/shop/git/trees 201",
          "POST /repos/octo/shop/git/commits 201",
          "POST /repos/octo/shop/git/refs 201",
          "POST /repos/octo/shop/pulls 201",
          "POST /repos/octo/shop/issues/1/labels 200",
        ],
      }
    `);
    const [pull] = server.state.pulls;
    const [branch = ""] = ownBranches(server);
    expect([pull?.title, pull?.isDraft, pull?.labels, pull?.base.ref]).toMatchInlineSnapshot(`
      [
        "Make 1 failing test pass: Use select instead of query on async sessions",
        true,
        [
          "autofix",
        ],
        "main",
      ]
    `);
    expect(server.headFiles(branch)).toEqual({ ...server.headFiles("main"), [FILE]: AFTER });
    expect(server.headFiles("main")[FILE]).toBe(BEFORE);
  });

  test("14: again with the same patch: nothing; with another one: the branch is moved, the page changed", async () => {
    const server = await onMain();
    await play(server, { event: scheduleEvent(server) });
    expect(await play(server, { event: scheduleEvent(server) })).toMatchObject({ writes: [] });
    const after = AFTER.replace("select(Plant)", "select(Plant).limit(9)");
    const end = await play(server, { event: scheduleEvent(server), after });
    expect(keyless(end)).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "pull-request",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "Checks on it may wait until someone approves them: GitHub does not start them by itself for a workflow's own token. The token of an app in \`github-token\`, or a workflow named in \`dispatch-workflow\`, changes that.",
          "reviewUrl": "URL/octo/shop/pull/1",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 201",
          "POST /repos/octo/shop/git/trees 201",
          "POST /repos/octo/shop/git/commits 201",
          "PATCH /repos/octo/shop/git/refs/heads/autofix/main/KEY 200",
          "PATCH /repos/octo/shop/pulls/1 200",
        ],
      }
    `);
    const [branch = ""] = ownBranches(server);
    expect([server.headFiles(branch)[FILE], server.state.pulls.length]).toEqual([after, 1]);
  });

  test("14: a branch of ours that a person wrote to is left alone", async () => {
    const server = await onMain();
    await play(server, { event: scheduleEvent(server) });
    const [branch = ""] = ownBranches(server);
    server.push(branch, { "note.txt": "mine\n" });
    const end = await play(server, { event: scheduleEvent(server), after: `${AFTER}# other\n` });
    expect(keyless(end)).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The branch \`autofix/main/KEY\` holds commits of others, so it is left as it is.",
        },
        "writes": [],
      }
    `);
  });

  test("14: a pull request that somebody closed is not opened again for the same patch", async () => {
    const server = await onMain();
    await play(server, { event: scheduleEvent(server) });
    for (const pull of server.state.pulls) pull.state = "closed";
    expect(keyless(await play(server, { event: scheduleEvent(server) }))).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "Pull request 1 brought this very patch and was closed: it is not opened again.",
        },
        "writes": [],
      }
    `);
  });

  test("14: the setting is off: the branch stays, with the page to open it by hand", async () => {
    const server = await onMain({ ...WRITER, actionsMayCreatePulls: false });
    expect(keyless(await play(server, { event: scheduleEvent(server) }))).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "branch",
          "reason": "GitHub did not open the pull request: the token may not do this (GitHub Actions is not permitted to create or approve pull requests.). The setting is "Allow GitHub Actions to create and approve pull requests": URL/octo/shop/settings/actions, Workflow permissions. The branch \`autofix/main/KEY\` holds the patch.",
          "reviewUrl": "URL/octo/shop/compare/main...autofix/main/KEY?expand=1",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 201",
          "POST /repos/octo/shop/git/trees 201",
          "POST /repos/octo/shop/git/commits 201",
          "POST /repos/octo/shop/git/refs 201",
          "POST /repos/octo/shop/pulls 403",
        ],
      }
    `);
  });

  test("14: no pull-requests: write: the branch stays, and nobody is sent to a setting", async () => {
    const server = await onMain({ permissions: { contents: "write", pull_requests: "read" } });
    expect(keyless(await play(server, { event: scheduleEvent(server) }))).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "branch",
          "reason": "GitHub did not open the pull request: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration). The branch \`autofix/main/KEY\` holds the patch.",
          "reviewUrl": "URL/octo/shop/compare/main...autofix/main/KEY?expand=1",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 201",
          "POST /repos/octo/shop/git/trees 201",
          "POST /repos/octo/shop/git/commits 201",
          "POST /repos/octo/shop/git/refs 201",
          "POST /repos/octo/shop/pulls 403",
        ],
      }
    `);
  });

  test("14: no contents: write", async () => {
    const server = await onMain({ permissions: { contents: "read", pull_requests: "write" } });
    expect(keyless(await play(server, { event: scheduleEvent(server) }))).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "GitHub did not take the commit: the token may not do this; the job needs \`permissions: contents: write\` (Resource not accessible by integration).",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 403",
        ],
      }
    `);
  });

  test("14: an executable file keeps its mode", async () => {
    const server = await github();
    server.push("main", { [FILE]: { mode: "100755", content: BEFORE } });
    expect(await play(server, { event: scheduleEvent(server) })).toMatchObject({ writes: OPENED });
    const [branch = ""] = ownBranches(server);
    expect(treeEntry(server.state.base.directory, branch, FILE)?.mode).toBe("100755");
  });

  test("14: a link is never made a file", async () => {
    const server = await github();
    server.push("main", { "real.py": BEFORE, [FILE]: { mode: "120000", content: "../real.py" } });
    expect(keyless(await play(server, { event: scheduleEvent(server) }))).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "\`shop/plants.py\` is a link, and a commit would make it a file.",
        },
        "writes": [],
      }
    `);
  });

  test("14: right after it was made the pull request is not found: the label is set on the next try", async () => {
    const server = await onMain({ ...WRITER, unresolvedAfterCreate: 1 });
    await play(server, { event: scheduleEvent(server), options: { labels: ["autofix"] } });
    expect(server.state.pulls[0]?.labels).toEqual(["autofix"]);
  });

  test("14: the branch moved on in the patched file", async () => {
    const server = await onMain();
    const event = scheduleEvent(server);
    server.push("main", { [FILE]: `${BEFORE}# more\n` });
    expect(await play(server, { event })).toMatchObject({ end: { publishedAs: "summary" }, writes: [] });
  });

  test("14: the branch moved on elsewhere: the pull request starts from what was tested", async () => {
    const server = await onMain();
    const event = scheduleEvent(server);
    server.push("main", { "later.txt": "x\n" });
    expect(await play(server, { event })).toMatchObject({ writes: OPENED });
    const [branch = ""] = ownBranches(server);
    expect(Object.keys(server.headFiles(branch)).sort()).toEqual(["README.md", FILE]);
  });

  test("15: a protected default branch, mode commit: as 14, never pushed to", async () => {
    const server = await onMain({ ...WRITER, protectedBranches: [] });
    Object.assign(server.state.switches, { protectedBranches: ["main"] });
    const end = await play(server, { event: pushEvent(server, "main"), mode: "commit" });
    expect(keyless(end)).toMatchObject({ end: { publishedAs: "pull-request" }, writes: OPENED });
    expect(server.headFiles("main")[FILE]).toBe(BEFORE);
  });

  test("mode pull-request on a pull request: one of our own, into its branch", async () => {
    const { server, pull } = await withPull(PLAN);
    const end = await play(server, { event: pullRequestEvent(server, pull), mode: "pull-request" });
    expect(keyless(end)).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "pull-request",
          "pullRequestUrl": "URL/octo/shop/pull/2",
          "reason": "Checks on it may wait until someone approves them: GitHub does not start them by itself for a workflow's own token. The token of an app in \`github-token\`, or a workflow named in \`dispatch-workflow\`, changes that.",
          "reviewUrl": "URL/octo/shop/pull/2",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 201",
          "POST /repos/octo/shop/git/trees 201",
          "POST /repos/octo/shop/git/commits 201",
          "POST /repos/octo/shop/git/refs 201",
          "POST /repos/octo/shop/pulls 201",
        ],
      }
    `);
    expect(server.state.pulls.map(({ base }) => base.ref)).toEqual(["main", "feature"]);
  });

  test("the customer's workflow is started on the commit, where it is named", async () => {
    const permissions = { contents: "write", pull_requests: "write", actions: "write" } as const;
    const server = await onMain({ permissions });
    await play(server, { event: scheduleEvent(server), options: { dispatchWorkflow: "ci.yml" } });
    const [branch = ""] = ownBranches(server);
    expect(server.state.runs.filter(({ ref }) => ref === branch)).toEqual([
      { event: "pull_request", ref: branch, workflow: null, awaitsApproval: true },
      { event: "workflow_dispatch", ref: branch, workflow: "ci.yml" },
    ]);
    const denied = await onMain();
    const end = await play(denied, { event: scheduleEvent(denied), options: { dispatchWorkflow: "ci.yml" } });
    expect(keyless(end).end).toMatchInlineSnapshot(`
      {
        "commitSha": "SHA",
        "publishedAs": "pull-request",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "GitHub did not start the workflow \`ci.yml\`: the token may not do this; the job needs \`permissions: actions: write\` (Resource not accessible by integration). Checks on it may wait until someone approves them: GitHub does not start them by itself for a workflow's own token. The token of an app in \`github-token\`, or a workflow named in \`dispatch-workflow\`, changes that.",
        "reviewUrl": "URL/octo/shop/pull/1",
      }
    `);
  });
});

describe("row 16: nothing to write to", () => {
  test("a merge queue", async () => {
    const { server, pull } = await withPull();
    expect(await play(server, { event: mergeGroupEvent(server, pull, "release/1") })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The branch of a merge queue takes no commits, and pull request 1 waits in it: nothing is written.",
        },
        "writes": [],
      }
    `);
  });

  test("a tag", async () => {
    const server = await onMain();
    expect(await play(server, { event: tagEvent(server, "v1") })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "Under \`push\` there is no branch to publish to.",
        },
        "writes": [],
      }
    `);
  });

  test("a branch that the push deleted", async () => {
    const { server } = await withPull();
    expect(await play(server, { event: pushEvent(server, "feature", { deleted: true }) })).toMatchInlineSnapshot(`
      {
        "end": "skipped: The branch was deleted by this push.",
        "writes": [],
      }
    `);
  });
});
