import { expect, it, onTestFinished } from "vitest";
import { startPostgres } from "../support/postgres.ts";
import { pythonEnvironment } from "../support/python-env.ts";
import { projectFiles } from "../support/scratch-project.ts";
import { heal } from "./support/heal.ts";
import { runPytest } from "./support/project.ts";

const REQUIREMENTS = [
  "pytest>=8,<9",
  "pytest-asyncio>=1,<2",
  "sqlalchemy[asyncio]>=2.0,<2.1",
  "asyncpg==0.31.0",
  "fastapi>=0.110",
  "httpx>=0.27,<1",
];

const DATABASE = `import os

from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.pool import NullPool

engine = create_async_engine(os.environ["DATABASE_URL"], poolclass=NullPool)
open_session = async_sessionmaker(engine, expire_on_commit=False)


async def session_per_request():
    async with open_session() as session:
        yield session
`;

/** The library of the fixtures, its rows in a real server that outlives a test run. */
function libraryOnPostgres(): Record<string, string> {
  const files = projectFiles("lazy-relationship");
  const tests = "tests/test_api.py";
  const create = "        await connection.run_sync(Base.metadata.create_all)\n";
  const fresh = `${create.replace("create_all", "drop_all")}${create}`;
  return { ...files, "library/database.py": DATABASE, [tests]: (files[tests] ?? "").replace(create, fresh) };
}

it("heals a project on PostgreSQL and asyncpg: suggestions applied, green against the same server", async () => {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const python = await pythonEnvironment("postgres", REQUIREMENTS);
  const environment = { DATABASE_URL: server.url("asyncpg") };
  const { github, outputs, verified } = await heal({ project: libraryOnPostgres(), python, environment });
  onTestFinished(() => github.stop());
  expect([outputs["status"], outputs["published-as"], outputs["fixed-tests"], github.writes()]).toEqual([
    "suggested",
    "suggestions",
    '["tests/test_api.py::test_titles_in_order_of_years"]',
    ["POST /repos/octo/shop/pulls/1/reviews 200"],
  ]);
  expect(github.apply(github.state.reviews[0]?.id ?? 0).kind).toBe("applied");
  const head = github.headFiles("feature");
  expect(head["library/api.py"]).toBe(verified["library/api.py"]);
  expect(await runPytest(head, python, environment)).toMatchObject({ exitCode: 0 });
});
