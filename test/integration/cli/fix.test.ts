import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { git } from "../../support/git-repository.ts";
import { changedPaths, projectFiles, scratchRepository, treeState } from "../../support/scratch-project.ts";
import { testPython } from "../runner/project.ts";
import { facts, runFix, schemaProblems } from "./command.ts";

const run = promisify(execFile);

/** Runs the project's tests as they are now; throws with what they say when one fails. */
async function runTests(project: string, ...words: readonly string[]): Promise<void> {
  const command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", ...words];
  const env = { PATH: process.env["PATH"] ?? "", PYTHONDONTWRITEBYTECODE: "1" };
  await run(await testPython(), command, { cwd: project, env });
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

test("--apply leaves the verified patch in the tree and says what was done", async () => {
  const project = scratchRepository(projectFiles("query-on-async-session"));
  const before = treeState(project);
  const { exitCode, result, stderr, leftovers } = await runFix(project, "--apply");
  expect([exitCode, changedPaths(before, project), leftovers, schemaProblems("result", result)]).toEqual([
    0,
    ["tickets/store.py"],
    [],
    [],
  ]);
  expect(git(project, ["diff"])).toMatchInlineSnapshot(`
    "diff --git a/tickets/store.py b/tickets/store.py
    index f4687b0..cfc3dea 100644
    --- a/tickets/store.py
    +++ b/tickets/store.py
    @@ -1,3 +1,4 @@
    +from sqlalchemy import func, select
     from sqlalchemy.ext.asyncio import AsyncSession
     
     from tickets.models import Ticket
    @@ -5,12 +6,15 @@ from tickets.models import Ticket
     
     async def open_tickets(session: AsyncSession):
         # newest first, because the board shows them like this
    -    return session.query(Ticket).filter_by(is_open=True).order_by(Ticket.id.desc()).all()
    +    result = await session.execute(
    +        select(Ticket).filter_by(is_open=True).order_by(Ticket.id.desc())
    +    )
    +    return result.scalars().all()
     
     
     async def find_ticket(session: AsyncSession, ticket_id: int):
    -    return session.query(Ticket).get(ticket_id)
    +    return await session.get(Ticket, ticket_id)
     
     
     async def how_many(session: AsyncSession) -> int:
    -    return session.query(Ticket).count()
    +    return await session.scalar(select(func.count()).select_from(Ticket))"
  `);
  expect(lastLine(stderr)).toBe("fixed: 3 failing tests pass with the patch.");
  expect(facts(result, "status", "reason", "publishedAs", "fixedTests", "remainingFailures", "source")).toEqual({
    status: "fixed",
    reason: "3 failing tests pass with the patch.",
    publishedAs: "working-tree",
    fixedTests: [
      "tests/test_store.py::test_open_tickets_newest_first",
      "tests/test_store.py::test_find_ticket",
      "tests/test_store.py::test_how_many",
    ],
    remainingFailures: [],
    source: ["query-to-select"],
  });
  await runTests(project);
});

test("without --apply the tree stays as it is, to the byte and the second, and the printed patch is the right one", async () => {
  const project = scratchRepository(projectFiles("lazy-relationship"));
  const before = treeState(project);
  const { exitCode, stdout, result, leftovers } = await runFix(project);
  expect([exitCode, changedPaths(before, project), leftovers, schemaProblems("result", result)]).toEqual([
    0,
    [],
    [],
    [],
  ]);
  expect(stdout).toMatchInlineSnapshot(`
    "diff --git a/library/api.py b/library/api.py
    --- a/library/api.py
    +++ b/library/api.py
    @@ -1,6 +1,7 @@
     from fastapi import Depends, FastAPI, HTTPException
     from sqlalchemy import select
     from sqlalchemy.ext.asyncio import AsyncSession
    +from sqlalchemy.orm import selectinload
     
     from .database import session_per_request
     from .models import Author
    @@ -10,7 +11,9 @@
     
     @app.get("/authors/{author_id}/titles")
     async def titles(author_id: int, session: AsyncSession = Depends(session_per_request)) -> list[str]:
    -    result = await session.execute(select(Author).where(Author.id == author_id))
    +    result = await session.execute(
    +        select(Author).where(Author.id == author_id).options(selectinload(Author.books))
    +    )
         author = result.scalar_one_or_none()
         if author is None:
             raise HTTPException(404)
    "
  `);
  expect(facts(result, "status", "publishedAs", "changedFiles", "source")).toEqual({
    status: "fixed",
    publishedAs: "none",
    changedFiles: ["library/api.py"],
    source: ["eager-load-relationship"],
  });
  writeFileSync(join(dirname(project), "fix.patch"), stdout);
  git(project, ["apply", "../fix.patch"]);
  await runTests(project);
});

test.each([
  ["sync-endpoint-untouched", ["meters/api.py"], "query-to-select"],
  ["expired-after-commit", ["parcels.py"], "keep-attributes-after-commit"],
])("%s is mended in %j only", async (name, paths, recipe) => {
  const project = scratchRepository(projectFiles(name));
  const before = treeState(project);
  const { exitCode, result } = await runFix(project, "--apply");
  expect([exitCode, changedPaths(before, project), facts(result, "status", "source")]).toEqual([
    0,
    paths,
    { status: "fixed", source: [recipe] },
  ]);
  await runTests(project);
});

test.each([
  [
    "flaky",
    "flaky",
    "1 test does not fail each time (tests/test_cache.py::test_the_cache_is_warm): passed 5 of 6 runs on unchanged code; what passes without any change cannot be shown to be mended.",
    [".warm"],
  ],
  ["wrong-total", "no-fix", "No recipe knows 1 failure of this kind.", []],
  [
    "server-down",
    "environment",
    "A server that the tests need refused the connection; start it in the job or check its address.",
    [],
  ],
])("%s ends %s, and the code stays as it is", async (name, status, reason, made) => {
  const project = scratchRepository(projectFiles(name));
  const before = treeState(project);
  const { exitCode, stdout, result, leftovers } = await runFix(project, "--apply");
  expect([exitCode, stdout, changedPaths(before, project), leftovers, schemaProblems("result", result)]).toEqual([
    1,
    "",
    made,
    [],
    [],
  ]);
  expect(facts(result, "status", "reason", "publishedAs", "changedFiles", "source")).toEqual({
    status,
    reason,
    publishedAs: "none",
    changedFiles: [],
    source: [],
  });
});

test("a JUnit report of an earlier run says which tests to mend", async () => {
  const project = scratchRepository(projectFiles("query-on-async-session"));
  const report = join(dirname(project), "report.xml");
  await expect(runTests(project, `--junitxml=${report}`, "-k", "how_many")).rejects.toThrow("Command failed");
  const { exitCode, result } = await runFix(project, "--junit", report);
  expect([exitCode, facts(result, "status", "fixedTests", "remainingFailures")]).toEqual([
    0,
    {
      status: "fixed",
      fixedTests: ["tests/test_store.py::test_how_many"],
      remainingFailures: [
        "tests/test_store.py::test_open_tickets_newest_first",
        "tests/test_store.py::test_find_ticket",
      ],
    },
  ]);
  expect(readFileSync(join(project, "tickets/store.py"), "utf8")).toBe(
    projectFiles("query-on-async-session")["tickets/store.py"],
  );
});

test("nothing fails: nothing to do", async () => {
  const project = scratchRepository({ "test_fine.py": "def test_fine():\n    pass\n" });
  const before = treeState(project);
  const { exitCode, stdout, stderr, result } = await runFix(project, "--apply");
  expect([exitCode, stdout, lastLine(stderr), facts(result, "status"), changedPaths(before, project)]).toEqual([
    0,
    "",
    "skipped: No test fails: there is nothing to mend.",
    { status: "skipped" },
    [],
  ]);
});
