import { expect, test } from "vitest";
import { pullRequestEvent, workflowDispatchEvent } from "../../support/github/events.ts";
import { git } from "../../support/git-repository.ts";
import type { Github } from "../../support/github/server.ts";
import { projectFiles } from "../../support/scratch-project.ts";
import { commandsIn, github, openProject, outputFile, outputsOf, runOn, runStep } from "./step.ts";

const STORE = "tickets/store.py";

/** The verified bytes of a file, from the run's own case file. */
function verified(run: Parameters<typeof outputFile>[0], path: string): string {
  const document: { patch: { changes: { path: string; after: string }[] } } = JSON.parse(outputFile(run, "case-file"));
  return document.patch.changes.find((change) => change.path === path)?.after ?? "";
}

/** Where the suggestions stand, by line of the head. */
function places(server: Github): string[] {
  const anchors = server.state.reviewComments.map(({ anchor }) => anchor);
  return anchors.map(({ path, line, startLine }) => `${path}:${startLine === null ? "" : `${startLine}-`}${line}`);
}

test("suggests each hunk in one review; applied they are the verified bytes; a second run posts nothing", async () => {
  const server = await github();
  const pull = openProject(server);
  const run = await runOn(server, pull);
  expect([run.exitCode, run.stderr, server.writes(), server.requestProblems()]).toEqual([
    0,
    "",
    ["POST /repos/octo/shop/pulls/1/reviews 200"],
    [],
  ]);
  expect(outputsOf(run)).toMatchInlineSnapshot(`
    {
      "attempts": "N",
      "case-file": "TEMP/RUN/case.json",
      "commit-sha": "",
      "cost": "0.0000",
      "fixed-tests": "["tests/test_store.py::test_open_tickets_newest_first","tests/test_store.py::test_find_ticket","tests/test_store.py::test_how_many"]",
      "groups": "[KEYS]",
      "patch-path": "TEMP/RUN/fix.patch",
      "published-as": "suggestions",
      "pull-request-url": "GITHUB/octo/shop/pull/1",
      "reason": "3 failing tests pass with the patch.",
      "remaining-failures": "[]",
      "report-path": "TEMP/RUN/report.md",
      "review-url": "GITHUB/octo/shop/pull/1#pullrequestreview-1001",
      "source": "query-to-select",
      "status": "suggested",
      "tokens-used": "0",
    }
  `);
  expect(commandsIn(run, "error", "warning", "notice", "add-mask")).toMatchInlineSnapshot(`
    [
      "::add-mask::ghs_installation",
      "::error title=AttributeError,file=tickets/store.py,line=8::tests/test_store.py::test_open_tickets_newest_first: 'AsyncSession' object has no attribute 'query'",
      "::error title=AttributeError,file=tickets/store.py,line=12::tests/test_store.py::test_find_ticket: 'AsyncSession' object has no attribute 'query'",
      "::error title=AttributeError,file=tickets/store.py,line=16::tests/test_store.py::test_how_many: 'AsyncSession' object has no attribute 'query'",
      "::notice title=A patch changes this line,file=tickets/store.py,line=1::The failing tests pass with it: see the job summary or the pull request.",
      "::notice title=A patch changes this line,file=tickets/store.py,line=8::The failing tests pass with it: see the job summary or the pull request.",
      "::notice title=A patch changes this line,file=tickets/store.py,line=12::The failing tests pass with it: see the job summary or the pull request.",
      "::notice title=A patch changes this line,file=tickets/store.py,line=16::The failing tests pass with it: see the job summary or the pull request.",
      "::notice::suggested: 3 failing tests pass with the patch.",
    ]
  `);
  expect(places(server)).toEqual([`${STORE}:16`, `${STORE}:12`, `${STORE}:8`, `${STORE}:1`]);

  const again = await runOn(server, pull);
  const sameButLink = { ...outputsOf(run), "review-url": outputsOf(again)["review-url"] };
  expect([again.exitCode, outputsOf(again), server.writes().length]).toEqual([0, sameButLink, 1]);

  expect(server.apply(server.state.reviews[0]?.id ?? 0).kind).toBe("applied");
  expect(server.headFiles("feature")[STORE]).toBe(verified(run, STORE));

  const green = await runOn(server, pull);
  expect([green.exitCode, outputsOf(green)["status"], server.writes().length]).toEqual([0, "skipped", 1]);
});

test("lines are those of the head although the merge commit that was tested has others", async () => {
  const server = await github();
  const files = projectFiles("query-on-async-session");
  const before = `from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from tickets.models import Ticket


async def open_tickets(session: AsyncSession):
    return (await session.scalars(select(Ticket).filter_by(is_open=True).order_by(Ticket.id.desc()))).all()


async def how_many(session: AsyncSession) -> int:
    return len((await session.scalars(select(Ticket))).all())
`;
  const added =
    "\n\nasync def find_ticket(session: AsyncSession, ticket_id: int):\n    return session.query(Ticket).get(ticket_id)\n";
  const pull = server.openPullRequest({ base: { ...files, [STORE]: before }, head: { [STORE]: before + added } });
  server.push("main", { [STORE]: `"""Tickets in the store.\n\nOf all kinds.\n"""\n\n${before}` });
  const run = await runOn(server, pull);
  expect([run.exitCode, outputsOf(run)["published-as"], places(server), commandsIn(run, "error")]).toEqual([
    0,
    "suggestions",
    [`${STORE}:16`],
    [
      "::error title=AttributeError,file=tickets/store.py,line=21::tests/test_store.py::test_find_ticket: 'AsyncSession' object has no attribute 'query'",
    ],
  ]);
  expect(server.apply(server.state.reviews[0]?.id ?? 0).kind).toBe("applied");
  expect(server.headFiles("feature")[STORE]).toBe(
    before + added.replace("session.query(Ticket).get(ticket_id)", "await session.get(Ticket, ticket_id)"),
  );
});

test("by hand on a branch: the pull request of that branch gets the review", async () => {
  const server = await github();
  openProject(server);
  const run = await runStep({ github: server, event: workflowDispatchEvent(server, { branch: "feature" }) });
  expect([run.exitCode, outputsOf(run)["status"], outputsOf(run)["published-as"], server.writes()]).toEqual([
    0,
    "suggested",
    "suggestions",
    ["POST /repos/octo/shop/pulls/1/reviews 200"],
  ]);
});

test("the summary is the same guide as the report", async () => {
  const server = await github({ permissions: {} });
  const pull = openProject(server, "lazy-relationship");
  const run = await runStep({ github: server, event: pullRequestEvent(server, pull), inputs: { mode: "report" } });
  const asked = server.journal.filter((entry) => /^\/(repos|graphql)/.test(entry.path));
  expect([run.exitCode, asked.map(({ method, path }) => `${method} ${path}`)]).toEqual([
    0,
    ["GET /repos/octo/shop/contents/.github/autofix.yml"],
  ]);
  expect(run.runner.summary().trimEnd()).toBe(outputFile(run, "report-path").trimEnd());
  expect(outputsOf(run)).toMatchObject({ status: "suggested", "published-as": "summary" });
  expect(run.runner.summary().match(/^###.*$/gm)).toMatchInlineSnapshot(`
    [
      "### 1 failing test: it passes with this patch",
      "#### What failed, and why",
      "#### The trace, line by line",
      "#### Before and after",
      "#### How it was tested",
      "#### What was not done",
    ]
  `);
  git(run.runner.workspace, ["apply", "--check", run.runner.outputs()["patch-path"] ?? ""]);
});
