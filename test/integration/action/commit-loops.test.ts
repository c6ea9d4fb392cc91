import { expect, test } from "vitest";
import { projectFiles } from "../../support/scratch-project.ts";
import { github, openProject, outputsOf, runOn } from "./step.ts";

const STORE = "tickets/store.py";
const WRITER = { permissions: { contents: "write", pull_requests: "write" } } as const;
const COMMIT = { inputs: { mode: "commit" } };

/** What of a run tells how far it went: the sections of its log that cost time or money. */
function sectionsOf({ stdout }: { readonly stdout: string }): readonly string[] {
  return [...stdout.matchAll(/^::group::(.*)$/gm)].map(([, title = ""]) => title);
}

test("a commit of ours that a person took out of the branch: no test runs any more", async () => {
  const server = await github(WRITER);
  const pull = openProject(server);
  const before = pull.headSha;
  await runOn(server, pull, COMMIT);
  const [ours, writes] = [pull.headSha, server.writes()];
  server.resetBranch("feature", before);
  const again = await runOn(server, pull, COMMIT);
  expect([again.exitCode, sectionsOf(again), server.writes(), pull.headSha]).toEqual([0, [], writes, before]);
  expect(outputsOf(again)).toMatchObject({
    status: "skipped",
    reason: `Our commit \`${ours.slice(0, 12)}\` was taken out of the branch. Nothing more is written to this pull request.`,
    "case-file": "",
  });
});

test("the failure that our commit was to mend is back: it is reproduced, and nothing is drafted", async () => {
  const server = await github(WRITER);
  const pull = openProject(server);
  await runOn(server, pull, COMMIT);
  const [ours, writes] = [pull.headSha, server.writes()];
  server.push("feature", { [STORE]: projectFiles("query-on-async-session")[STORE] ?? "" });
  const again = await runOn(server, pull, COMMIT);
  expect([again.exitCode, sectionsOf(again), server.writes()]).toEqual([0, ["Reproduce on unchanged code"], writes]);
  expect(outputsOf(again)).toMatchObject({
    status: "no-fix",
    reason: `The same failure is back after our own commit \`${ours.slice(0, 12)}\`. Causes in all: 3 returned.`,
    attempts: "0",
  });
});
