import { expect, test } from "vitest";
import { listTree } from "../../support/git-repository.ts";
import { projectFiles } from "../../support/scratch-project.ts";
import { github, openProject, outputFile, outputsOf, runOn } from "./step.ts";

const STORE = "tickets/store.py";
const WRITER = { permissions: { contents: "write", pull_requests: "write" } } as const;
const COMMIT = { inputs: { mode: "commit" } };
const COMMITTED = ["mutation createCommitOnBranch 200", "POST /repos/octo/shop/issues/1/comments 201"];

function lastLine({ stdout }: { readonly stdout: string }): string {
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}

test("commits the verified bytes on the branch and explains it once; a second run has nothing to do", async () => {
  const server = await github(WRITER);
  const pull = openProject(server);
  const before = server.headFiles("feature");
  const run = await runOn(server, pull, COMMIT);
  const sha = pull.headSha;
  const document: { patch: { changes: { after: string }[] } } = JSON.parse(outputFile(run, "case-file"));
  expect([run.exitCode, server.writes(), server.headFiles(sha)]).toEqual([
    0,
    COMMITTED,
    { ...before, [STORE]: document.patch.changes[0]?.after },
  ]);
  expect(outputsOf(run)).toMatchObject({ status: "fixed", "published-as": "commit", "commit-sha": sha });
  const again = await runOn(server, pull, COMMIT);
  expect([again.exitCode, outputsOf(again)["status"], server.writes()]).toEqual([0, "skipped", COMMITTED]);
});

test("a file that is executable stays so in the commit", async () => {
  const server = await github(WRITER);
  const files = projectFiles("query-on-async-session");
  const head = { ...files, [STORE]: { mode: "100755", content: files[STORE] ?? "" } };
  const pull = server.openPullRequest({ base: { "README.md": "# Shop\n" }, head });
  const run = await runOn(server, pull, COMMIT);
  const mode = listTree(server.state.base.directory, pull.headSha).find((entry) => entry.path === STORE)?.mode;
  expect([outputsOf(run)["published-as"], outputsOf(run)["commit-sha"] === pull.headSha, mode]).toEqual([
    "commit",
    true,
    "100755",
  ]);
});

test("a head that moved while the tests ran, in the patched file: nothing is written", async () => {
  const state = { hasMoved: false };
  const server = await github({
    ...WRITER,
    before: (request) => {
      if (request.path === "/repos/octo/shop/pulls/1" && !state.hasMoved) {
        state.hasMoved = true;
        server.push("feature", { [STORE]: "# gone\n" });
      }
      return null;
    },
  });
  const run = await runOn(server, openProject(server), COMMIT);
  expect([run.exitCode, server.writes(), outputsOf(run)["status"], outputsOf(run)["published-as"]]).toEqual([
    0,
    [],
    "suggested",
    "summary",
  ]);
  expect(lastLine(run)).toMatchInlineSnapshot(
    `"::notice::suggested: 3 failing tests pass with the patch. The pull request moved on while the tests ran: \`tickets/store.py\` is not what was tested."`,
  );
});

test("a head that moves at the last moment: GitHub refuses the commit, and nothing else is written", async () => {
  const state = { hasMoved: false };
  const server = await github({
    ...WRITER,
    before: (request) => {
      if (JSON.stringify(request.body ?? "").includes("mutation") && !state.hasMoved) {
        state.hasMoved = true;
        server.push("feature", { [STORE]: "# gone\n" });
      }
      return null;
    },
  });
  const run = await runOn(server, openProject(server), COMMIT);
  expect([run.exitCode, server.writes(), outputsOf(run)["published-as"]]).toMatchInlineSnapshot(`
    [
      0,
      [
        "mutation createCommitOnBranch STALE_DATA",
      ],
      "summary",
    ]
  `);
  expect(server.headFiles("feature")[STORE]).toBe("# gone\n");
  expect(lastLine(run)).toMatchInlineSnapshot(
    `"::notice::suggested: 3 failing tests pass with the patch. The pull request moved on while the tests ran: \`tickets/store.py\` is not what was tested."`,
  );
});
