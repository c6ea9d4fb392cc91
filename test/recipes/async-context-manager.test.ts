import { expect, test } from "vitest";
import { asyncContextManager } from "../../src/draft/recipes/async-context-manager.ts";
import { drafted, type RecipeCase } from "../support/recipe-case.ts";

const NOT_SYNC = (name: string) => ({
  type: "builtins.TypeError",
  message: `'${name}' object does not support the context manager protocol`,
});
const NOT_ASYNC = {
  type: "builtins.TypeError",
  message: "'Session' object does not support the asynchronous context manager protocol",
};
const HEAD = `from contextlib import asynccontextmanager, contextmanager

from fastapi import Depends
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import sessionmaker

engine = create_async_engine("sqlite+aiosqlite://")
Local = async_sessionmaker(engine)
sync_engine = create_engine("sqlite://")
SyncLocal = sessionmaker(sync_engine)
`;

function row(body: string, exception = NOT_SYNC("AsyncSession")): RecipeCase {
  return { files: { "app/db.py": HEAD + body }, exception };
}

test.each([
  [
    "a session of a factory",
    "async def f():\n    with Local() as s:  # one\n        await s.commit()\n",
    "with Local",
    "async with Local",
  ],
  [
    "a session made by hand",
    "async def f():\n    with AsyncSession(engine) as s:\n        pass\n",
    "with AsyncSession",
    "async with AsyncSession",
  ],
  [
    "a factory's transaction",
    "async def f():\n    with Local.begin() as s:\n        pass\n",
    "with Local",
    "async with Local",
  ],
  [
    "a connection",
    "async def f():\n    with engine.connect() as c:\n        pass\n",
    "with engine",
    "async with engine",
  ],
  [
    "a transaction of a session at hand",
    "async def f(s: AsyncSession):\n    with s.begin():\n        pass\n",
    "with s",
    "async with s",
  ],
  [
    "two that are both asynchronous",
    "async def f():\n    with Local() as a, engine.begin() as b:\n        pass\n",
    "with Local",
    "async with Local",
  ],
  [
    "the project's own manager",
    "@asynccontextmanager\nasync def scope():\n    yield 1\n\n\nasync def f():\n    with scope() as s:\n        pass\n",
    "with scope",
    "async with scope",
  ],
  [
    "a provider that only FastAPI calls",
    "def get_db():\n    with Local() as s:\n        yield s\n\n\nasync def f(db=Depends(get_db)):\n    pass\n",
    "def get_db():\n    with",
    "async def get_db():\n    async with",
  ],
])("enters %s by `async with`", async (_title, body, before, after) => {
  expect(await drafted(asyncContextManager, row(body))).toEqual([{ "app/db.py": HEAD + body.replace(before, after) }]);
});

test("believes the interpreter about the very line", async () => {
  const body =
    "async def f(make):\n    with make() as s:\n        pass\n\n\nasync def g(make):\n    with make() as s:\n        pass\n";
  const frames = [{ path: "app/db.py", line: HEAD.split("\n").length + 1, function: "f" }];
  const exception = NOT_SYNC("_AsyncGeneratorContextManager");
  expect(await drafted(asyncContextManager, { ...row(body, exception), frames })).toEqual([
    { "app/db.py": HEAD + body.replace("with make", "async with make") },
  ]);
});

test("reads the wording before Python 3.11", async () => {
  const exception = { type: "builtins.AttributeError", message: "__enter__" };
  const body = "async def f():\n    with Local() as s:\n        pass\n";
  expect(await drafted(asyncContextManager, row(body, exception))).toEqual([
    { "app/db.py": HEAD + body.replace("with Local", "async with Local") },
  ]);
});

test.each([
  [
    "a session",
    "async def f():\n    async with SyncLocal() as s:\n        s.commit()\n",
    "async with SyncLocal",
    "with SyncLocal",
  ],
  [
    "a connection",
    "async def f():\n    async  with sync_engine.begin() as c:\n        c.close()\n",
    "async  with",
    "with",
  ],
])("leaves the `async` away for %s of a synchronous engine", async (_title, body, before, after) => {
  expect(await drafted(asyncContextManager, row(body, NOT_ASYNC))).toEqual([
    { "app/db.py": HEAD + body.replace(before, after) },
  ]);
});

test.each([
  ["right code", "async def f():\n    async with Local() as s:\n        pass\n", NOT_SYNC("AsyncSession")],
  ["a synchronous session", "async def f():\n    with SyncLocal() as s:\n        pass\n", NOT_SYNC("AsyncSession")],
  ["a plain function", "def f():\n    with Local() as s:\n        pass\n", NOT_SYNC("AsyncSession")],
  [
    "a provider that code calls",
    "def g():\n    with Local() as s:\n        yield s\n\n\ndef f():\n    return next(g())\n",
    NOT_SYNC("AsyncSession"),
  ],
  ["a `with` at module level", "with Local() as s:\n    pass\n", NOT_SYNC("AsyncSession")],
  [
    "a `with` of both kinds",
    'async def f():\n    with open("x") as x, Local() as s:\n        pass\n',
    NOT_SYNC("AsyncSession"),
  ],
  [
    "the inner engine",
    "async def f():\n    with engine.sync_engine.begin() as c:\n        pass\n",
    NOT_SYNC("AsyncSession"),
  ],
  [
    "a local name of a factory",
    "async def f(Local):\n    with Local() as s:\n        pass\n",
    NOT_SYNC("AsyncSession"),
  ],
  ["another failure", "async def f():\n    with Local() as s:\n        pass\n", { type: "TypeError", message: "no" }],
  ["a file", 'async def f():\n    with open("x") as s:\n        pass\n', NOT_SYNC("AsyncSession")],
  [
    "a session that is awaited inside",
    "async def f():\n    async with SyncLocal() as s:\n        await s.commit()\n",
    NOT_ASYNC,
  ],
  [
    "a synchronous factory on an asynchronous engine",
    "Wrong = sessionmaker(engine)\n\n\nasync def f():\n    async with Wrong() as s:\n        pass\n",
    NOT_ASYNC,
  ],
  [
    "a synchronous engine on an asynchronous driver",
    'e = create_engine("sqlite+aiosqlite://")\n\n\nasync def f():\n    async with e.begin() as s:\n        pass\n',
    NOT_ASYNC,
  ],
  [
    "a synchronous engine of unknown driver",
    'import os\n\ne = create_engine(os.environ["U"])\n\n\nasync def f():\n    async with e.begin() as s:\n        pass\n',
    NOT_ASYNC,
  ],
  ["an asynchronous session", "async def f():\n    async with Local() as s:\n        pass\n", NOT_ASYNC],
])("leaves %s alone", async (_title, body, exception) => {
  expect(await drafted(asyncContextManager, row(body, exception))).toEqual([]);
});

test("leaves test files and functions that did not run alone", async () => {
  const body = `${HEAD}async def f():\n    with Local() as s:\n        pass\n`;
  const executed = [{ path: "app/other.py", name: "g", line: 1, depth: 1, order: 0 }];
  const files = { "tests/conftest.py": body, "app/db.py": body, "app/other.py": "def g():\n    pass\n" };
  expect(
    await drafted(asyncContextManager, { files, exception: NOT_SYNC("AsyncSession"), evidence: { executed } }),
  ).toEqual([]);
});
