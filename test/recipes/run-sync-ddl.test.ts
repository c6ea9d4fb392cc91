import { expect, test } from "vitest";
import { runSyncDdl } from "../../src/draft/recipes/run-sync-ddl.ts";
import { drafted, type RecipeCase } from "../support/recipe-case.ts";

const ON_ENGINE = {
  type: "builtins.AttributeError",
  message: "'AsyncEngine' object has no attribute '_run_ddl_visitor'",
};
const HEAD = `from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from app.models import Base, Book

engine = create_async_engine("sqlite+aiosqlite://")
sync_engine = create_engine("sqlite://")
app = FastAPI()


`;

function row(body: string, exception = ON_ENGINE): RecipeCase {
  return { files: { "app/main.py": HEAD + body }, exception };
}

test.each([
  [
    "one call",
    "async def start():\n    Base.metadata.create_all(bind=engine)  # all\n",
    "async def start():\n    async with engine.begin() as conn:\n        await conn.run_sync(Base.metadata.create_all)  # all\n",
  ],
  [
    "calls that follow each other, with other arguments",
    "async def start():\n    Base.metadata.drop_all(engine)\n\n    # again\n    Base.metadata.create_all(engine, tables=[Book.__table__], checkfirst=True)\n    return 1\n",
    "async def start():\n    async with engine.begin() as conn:\n        await conn.run_sync(Base.metadata.drop_all)\n\n        # again\n        await conn.run_sync(Base.metadata.create_all, tables=[Book.__table__], checkfirst=True)\n    return 1\n",
  ],
  [
    "calls with something between",
    "async def start():\n    Base.metadata.drop_all(engine)\n    print()\n    Base.metadata.create_all(engine)\n",
    "async def start():\n    async with engine.begin() as conn:\n        await conn.run_sync(Base.metadata.drop_all)\n    print()\n    async with engine.begin() as conn:\n        await conn.run_sync(Base.metadata.create_all)\n",
  ],
  [
    "a function where `conn` is taken",
    "async def start(conn):\n    if conn:\n        Book.__table__.create(engine)\n",
    "async def start(conn):\n    if conn:\n        async with engine.begin() as connection:\n            await connection.run_sync(Book.__table__.create)\n",
  ],
  [
    "an engine known by its annotation",
    "async def start(e: AsyncEngine):\n    Base.metadata.create_all(e)\n",
    "async def start(e: AsyncEngine):\n    async with e.begin() as conn:\n        await conn.run_sync(Base.metadata.create_all)\n",
  ],
  [
    "a start handler",
    '@app.on_event("startup")\ndef start():\n    Base.metadata.create_all(engine)\n',
    '@app.on_event("startup")\nasync def start():\n    async with engine.begin() as conn:\n        await conn.run_sync(Base.metadata.create_all)\n',
  ],
  [
    "a function that asynchronous code calls",
    "def start():\n    Base.metadata.create_all(engine)\n\n\nasync def main():\n    start()\n\n\nFastAPI(on_startup=[start])\n",
    "async def start():\n    async with engine.begin() as conn:\n        await conn.run_sync(Base.metadata.create_all)\n\n\nasync def main():\n    await start()\n\n\nFastAPI(on_startup=[start])\n",
  ],
])("runs %s on a connection", async (_title, before, after) => {
  expect(await drafted(runSyncDdl, row(before))).toEqual([{ "app/main.py": HEAD + after }]);
});

test.each([
  [
    "opened around it",
    "async def start():\n    async with engine.begin() as c:\n        Base.metadata.create_all(bind=c, checkfirst=False)\n",
    "async def start():\n    async with engine.begin() as c:\n        await c.run_sync(Base.metadata.create_all, checkfirst=False)\n",
  ],
  [
    "that is a parameter",
    "async def start(c: AsyncConnection):\n    Base.metadata.create_all(c)\n",
    "async def start(c: AsyncConnection):\n    await c.run_sync(Base.metadata.create_all)\n",
  ],
])("uses the connection %s", async (_title, before, after) => {
  const message = "'AsyncConnection' object has no attribute '_run_ddl_visitor'";
  const exception = { type: "builtins.AttributeError", message };
  expect(await drafted(runSyncDdl, row(before, exception))).toEqual([{ "app/main.py": HEAD + after }]);
});

test("goes through the asynchronous engine instead of the one inside", async () => {
  const exception = {
    type: "sqlalchemy.exc.MissingGreenlet",
    message: "greenlet_spawn has not been called; can't call await_() here.",
  };
  const body = "async def start():\n    Base.metadata.create_all(engine.sync_engine)\n";
  expect(await drafted(runSyncDdl, row(body, exception))).toEqual([
    {
      "app/main.py": `${HEAD}async def start():\n    async with engine.begin() as conn:\n        await conn.run_sync(Base.metadata.create_all)\n`,
    },
  ]);
});

test.each([
  [
    "right code",
    "async def f():\n    async with engine.begin() as c:\n        await c.run_sync(Base.metadata.create_all)\n",
  ],
  ["a call when the module is imported", "Base.metadata.create_all(engine)\n"],
  ["a plain function that nobody calls", "def f():\n    Base.metadata.create_all(engine)\n"],
  ["a plain function that plain code calls", "def f():\n    Base.metadata.create_all(engine)\n\n\nf()\n"],
  [
    "a plain function called by both kinds",
    "def f():\n    Base.metadata.create_all(engine)\n\n\nasync def g():\n    f()\n\n\ndef h():\n    f()\n",
  ],
  ["a route", '@app.get("/")\ndef f():\n    Base.metadata.create_all(engine)\n'],
  ["a generator", "def f():\n    Base.metadata.create_all(engine)\n    yield\n\n\nasync def g():\n    f()\n"],
  ["a method", "class A:\n    def f(self):\n        Base.metadata.create_all(engine)\n"],
  ["a synchronous engine", "async def f():\n    Base.metadata.create_all(sync_engine)\n"],
  ["an engine we know nothing of", "async def f(e):\n    Base.metadata.create_all(e)\n"],
  ["a parameter that hides the engine", "async def f(engine):\n    Base.metadata.create_all(engine)\n"],
  ["a part of a larger statement", "async def f():\n    x = [Base.metadata.create_all(engine)]\n    return x\n"],
  ["two statements on one line", "async def f():\n    Base.metadata.create_all(engine); return 1\n"],
  ["another method", "async def f():\n    Base.metadata.sort(engine)\n"],
  ["arguments we cannot see", "async def f(**k):\n    Base.metadata.create_all(engine, **k)\n"],
])("leaves %s alone", async (_title, body) => {
  expect(await drafted(runSyncDdl, row(body))).toEqual([]);
});

test("leaves test files, other failures and functions that did not run alone", async () => {
  const text = `${HEAD}async def f():\n    Base.metadata.create_all(engine)\n`;
  const executed = [{ path: "app/other.py", name: "g", line: 1, depth: 1, order: 0 }];
  const other = { type: "builtins.AttributeError", message: "'Book' object has no attribute 'x'" };
  const files = { "app/main.py": text, "app/other.py": "def g():\n    pass\n" };
  expect([
    await drafted(runSyncDdl, { files: { "tests/conftest.py": text }, exception: ON_ENGINE }),
    await drafted(runSyncDdl, { files, exception: other }),
    await drafted(runSyncDdl, { files, exception: ON_ENGINE, evidence: { executed } }),
  ]).toEqual([[], [], []]);
});
