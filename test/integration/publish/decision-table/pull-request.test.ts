import { describe, expect, test } from "vitest";
import { treeEntry } from "../../../support/git-repository.ts";
import { pullRequestEvent } from "../../../support/github/events.ts";
import { withoutFork, workflowRunEvent } from "../../../support/github/privileged-events.ts";
import { AFTER, BEFORE, ELSEWHERE, FILE, play, PLAN, summaryOf, withPull, WRITER } from "./row.ts";

const EXECUTABLE = { ...PLAN, head: { [FILE]: { mode: "100755", content: BEFORE } } };
const READER = { permissions: { contents: "read", pull_requests: "read" } } as const;
const REVIEWER = { permissions: { contents: "read", pull_requests: "write" } } as const;

describe("rows 1 to 4: a pull request of the same repository", () => {
  test("1: mode commit: one signed commit on the head, and the comment that explains it", async () => {
    const { server, pull } = await withPull();
    const end = await play(server, { event: pullRequestEvent(server, pull), mode: "commit" });
    expect(end).toMatchInlineSnapshot(`
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
    expect([server.headFiles("feature")[FILE], server.state.signed.has(pull.headSha)]).toEqual([AFTER, true]);
    expect(server.state.issueComments[0]?.body).toContain("Checks on it may wait until someone approves them");
    expect(server.state.runs).toEqual([
      { event: "pull_request", ref: "feature", workflow: null, awaitsApproval: true },
    ]);
  });

  test("2: an executable file: from objects, with its mode", async () => {
    const { server, pull } = await withPull(EXECUTABLE);
    const end = await play(server, { event: pullRequestEvent(server, pull), mode: "commit" });
    expect(end).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "commit",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 201",
          "POST /repos/octo/shop/git/trees 201",
          "POST /repos/octo/shop/git/commits 201",
          "PATCH /repos/octo/shop/git/refs/heads/feature 200",
          "POST /repos/octo/shop/issues/1/comments 201",
        ],
      }
    `);
    expect(treeEntry(server.state.base.directory, "feature", FILE)?.mode).toBe("100755");
  });

  test("2: a link: never a file", async () => {
    const head = { "real.py": BEFORE, [FILE]: { mode: "120000", content: "../real.py" } };
    const { server, pull } = await withPull({ ...PLAN, head });
    expect(await play(server, { event: pullRequestEvent(server, pull), mode: "commit" })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "comment",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "\`shop/plants.py\` is a link, and a commit would make it a file. GitHub did not take the review: it finds it invalid (Unprocessable Entity: "Line could not be resolved").",
          "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
        },
        "writes": [
          "POST /repos/octo/shop/pulls/1/reviews 422",
          "POST /repos/octo/shop/issues/1/comments 201",
        ],
      }
    `);
  });

  test("2: where such a commit is not signed: one rung down", async () => {
    const { server, pull } = await withPull(EXECUTABLE, { ...WRITER, signsCommits: false });
    expect(await play(server, { event: pullRequestEvent(server, pull), mode: "commit" })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "suggestions",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "A file is executable: with this token only an unsigned commit would keep that, and we leave signed commits only.",
          "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
        },
        "writes": [
          "POST /repos/octo/shop/git/blobs 201",
          "POST /repos/octo/shop/git/trees 201",
          "POST /repos/octo/shop/git/commits 201",
          "POST /repos/octo/shop/pulls/1/reviews 200",
        ],
      }
    `);
  });

  test("1 without contents: write: one rung down", async () => {
    const { server, pull } = await withPull(PLAN, REVIEWER);
    expect(await play(server, { event: pullRequestEvent(server, pull), mode: "commit" })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "suggestions",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "GitHub did not take the commit: the token may not do this; the job needs \`permissions: contents: write\` (Resource not accessible by integration).",
          "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
        },
        "writes": [
          "mutation createCommitOnBranch FORBIDDEN",
          "POST /repos/octo/shop/pulls/1/reviews 200",
        ],
      }
    `);
  });

  test("3: mode suggest, all inside of the diff: one review", async () => {
    const { server, pull } = await withPull(PLAN, REVIEWER);
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toMatchInlineSnapshot(`
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
    expect(server.state.reviews.map(({ state, commitId }) => [state, commitId === pull.headSha])).toEqual([
      ["COMMENTED", true],
    ]);
  });

  test("4: outside of the diff: one comment with the whole patch", async () => {
    const { server, pull } = await withPull(ELSEWHERE, REVIEWER);
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "comment",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "\`shop/plants.py\`: the pull request does not touch this file, so GitHub takes no suggestion on it.",
          "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
        },
        "writes": [
          "POST /repos/octo/shop/issues/1/comments 201",
        ],
      }
    `);
    expect(openingOf(server)).toMatchInlineSnapshot(
      `"\`shop/plants.py\`: the pull request does not touch this file, so GitHub takes no suggestion on it. Save the patch below as \`fix.patch\` and run \`git apply fix.patch\`. With \`mode: commit\` and the permission \`contents: write\` the action commits such a patch on the branch itself."`,
    );
  });

  test("4: a commit is offered only where one can be made", async () => {
    const fork = await withPull({ ...ELSEWHERE, fromFork: true });
    const row = { event: workflowRunEvent(fork.server, fork.pull), tested: fork.pull.headSha, runsCode: false };
    expect(await play(fork.server, row)).toMatchObject({
      end: { publishedAs: "comment" },
      writes: ["POST /repos/octo/shop/issues/1/comments 201"],
    });
    expect(openingOf(fork.server)).not.toContain("mode: commit");
    const own = await withPull(ELSEWHERE, REVIEWER);
    expect(await play(own.server, { event: pullRequestEvent(own.server, own.pull), mode: "commit" })).toMatchObject({
      end: { publishedAs: "comment" },
      writes: ["mutation createCommitOnBranch FORBIDDEN", "POST /repos/octo/shop/issues/1/comments 201"],
    });
    expect(openingOf(own.server)).not.toContain("mode: commit");
  });
});

/** The paragraph that says what to do with the patch of the one comment. */
function openingOf(server: Awaited<ReturnType<typeof withPull>>["server"]): string | undefined {
  return server.state.issueComments[0]?.body.split("\n\n")[1];
}

describe("rows 5 to 7: tokens that may not write", () => {
  test("5: read only: one refused try, nothing written", async () => {
    const { server, pull } = await withPull(PLAN, READER);
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "GitHub did not take the review: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration).",
        },
        "writes": [
          "POST /repos/octo/shop/pulls/1/reviews 403",
        ],
      }
    `);
  });

  test("6: a fork: no try at all", async () => {
    const { server, pull } = await withPull({ ...PLAN, fromFork: true }, READER);
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The pull request comes from a fork, so this run may not write to it: a second workflow on \`workflow_run\` can publish what this one found.",
        },
        "writes": [],
      }
    `);
    expect(server.journal).toEqual([]);
  });

  test("6: the summary has the second workflow, ready to copy; not where nothing was to be written, nor without a fork", async () => {
    const fork = await withPull({ ...PLAN, fromFork: true }, READER);
    const event = pullRequestEvent(fork.server, fork.pull);
    const runner = { GITHUB_ACTION_REPOSITORY: "acme/heal", GITHUB_ACTION_REF: "v1.2", GITHUB_WORKFLOW: "```\n@org" };
    const environment = { ...event.environment, ...runner };
    const page = await summaryOf(fork.server, { event: { ...event, environment } });
    expect(
      page
        .split("\n")
        .filter((line) => /^(`{3}|<\/?details|.*(uses|workflows|permissions):|.*: (read|write) #)/.test(line)),
    ).toMatchInlineSnapshot(`
      [
        "<details>",
        "\`\`\`yaml",
        "      - uses: actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4 # v5.0.0",
        "\`\`\`",
        "\`\`\`\`yaml",
        "    workflows: ["\`\`\`\\n@org"]",
        "permissions: {}",
        "    permissions:",
        "      actions: read # to download what the other run left",
        "      contents: read # to compare the patch with the files at GitHub",
        "      pull-requests: write # to post the review",
        "        uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0",
        "      - uses: acme/heal@v1.2",
        "\`\`\`\`",
        "</details>",
        "\`\`\`diff",
        "\`\`\`",
      ]
    `);
    expect(await summaryOf(fork.server, { event, mode: "report" })).not.toContain("workflow_run");
    const own = await withPull(PLAN, READER);
    expect(await summaryOf(own.server, { event: pullRequestEvent(own.server, own.pull) })).not.toContain(
      "workflow_run",
    );
    expect([...fork.server.journal, ...own.server.writes()]).toEqual(["POST /repos/octo/shop/pulls/1/reviews 403"]);
  });

  test("7: dependabot on a branch of the repository: as 5, with permissions as 3", async () => {
    const dependabot = (server: Awaited<ReturnType<typeof withPull>>["server"]) => ({
      ...server.state.identities.bot,
      login: "dependabot[bot]",
    });
    const low = await withPull(PLAN, READER);
    const event = pullRequestEvent(low.server, low.pull, { actor: dependabot(low.server) });
    expect(await play(low.server, { event })).toMatchObject({
      end: { publishedAs: "summary" },
      writes: ["POST /repos/octo/shop/pulls/1/reviews 403"],
    });
    const high = await withPull(PLAN, REVIEWER);
    const raised = pullRequestEvent(high.server, high.pull, { actor: dependabot(high.server) });
    expect(await play(high.server, { event: raised })).toMatchObject({
      end: { publishedAs: "suggestions" },
      writes: ["POST /repos/octo/shop/pulls/1/reviews 200"],
    });
  });
});

describe("rows 16 to 20: what is never written to", () => {
  const untouched = { writes: [] };

  test.each([
    ["closed", { state: "closed" }, "The pull request is closed."],
    ["merged", { state: "closed", isMerged: true }, "The pull request is closed."],
    ["locked", { locked: true }, "The conversation of the pull request is locked."],
    ["queued", { isQueued: true }, "The pull request waits in the merge queue."],
  ] as const)("16: a %s pull request, whatever the mode", async (_, change, reason) => {
    const { server, pull } = await withPull();
    const event = pullRequestEvent(server, pull);
    Object.assign(pull, change);
    for (const mode of ["suggest", "commit", "pull-request"] as const) {
      expect(await play(server, { event, mode })).toEqual({ end: { publishedAs: "summary", reason }, writes: [] });
    }
  });

  test("16: the fork is gone", async () => {
    const { server, pull } = await withPull({ ...PLAN, fromFork: true });
    const event = withoutFork(pullRequestEvent(server, pull), server, pull);
    expect(await play(server, { event })).toEqual({
      end: { publishedAs: "summary", reason: "The fork that this pull request came from is gone." },
      writes: [],
    });
  });

  test("17: the head moved elsewhere: written against the new head", async () => {
    const { server, pull } = await withPull();
    const event = pullRequestEvent(server, pull);
    const newest = server.push("feature", { "README.md": "# Moved\n" });
    expect(await play(server, { event, mode: "commit" })).toMatchObject({
      end: { publishedAs: "commit" },
      writes: ["mutation createCommitOnBranch 200", "POST /repos/octo/shop/issues/1/comments 201"],
    });
    expect(server.headFiles("feature")).toMatchObject({ "README.md": "# Moved\n", [FILE]: AFTER });
    expect(newest).not.toBe(pull.headSha);
  });

  test("17: the head moved in the patched file: nothing is written", async () => {
    const { server, pull } = await withPull();
    const event = pullRequestEvent(server, pull);
    server.push("feature", { [FILE]: `${BEFORE}# more\n` });
    expect(await play(server, { event, mode: "commit" })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The pull request moved on while the tests ran: \`shop/plants.py\` is not what was tested.",
        },
        "writes": [],
      }
    `);
  });

  test.each([".github/workflows/ci.yml", "pyproject.toml", ".env.py", "requirements.txt", ".git/hooks/x.py"])(
    "18: a patch of %s is never published",
    async (path) => {
      const { server, pull } = await withPull();
      const end = await play(server, { event: pullRequestEvent(server, pull), mode: "commit", path });
      expect(end).toEqual({
        end: { publishedAs: "summary", reason: `The patch touches \`${path}\`, which is never published.` },
        writes: [],
      });
      expect(server.journal).toEqual([]);
    },
  );

  test("20: no patch: nothing is written", async () => {
    const { server, pull } = await withPull();
    expect(await play(server, { event: pullRequestEvent(server, pull), mode: "commit", after: null })).toMatchObject(
      untouched,
    );
  });
});
