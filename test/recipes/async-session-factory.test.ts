import { expect, test } from "vitest";
import { asyncSessionFactory } from "../../src/draft/recipes/async-session-factory.ts";
import { drafted, type RecipeCase } from "../support/recipe-case.ts";

const NOT_STARTED = {
  type: "sqlalchemy.ext.asyncio.exc.AsyncContextNotStarted",
  message: "AsyncConnection context has not been started and object has not been awaited.",
};
const NO_GREENLET = {
  type: "sqlalchemy.exc.MissingGreenlet",
  message: "greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?",
};
const HEAD = `from contextlib import contextmanager
from typing import Annotated, Generator, Iterator

from fastapi import Depends, FastAPI
from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import Session, scoped_session, sessionmaker

engine = create_async_engine("sqlite+aiosqlite://")
app = FastAPI()
`;

function row(body: string, exception = NOT_STARTED): RecipeCase {
  return { files: { "app/db.py": HEAD + body }, exception };
}

/** What stands below the imports after the draft, and the import lines that changed. */
async function result(input: RecipeCase): Promise<{ imports: string[]; body: string }[]> {
  const known = new Set(HEAD.split("\n"));
  return (await drafted(asyncSessionFactory, input)).map((files) => {
    const text = files["app/db.py"] ?? "";
    const at = text.indexOf("app = FastAPI()\n") + "app = FastAPI()\n".length;
    const imports = text.slice(0, at).split("\n");
    return { imports: imports.filter((line) => !known.has(line)), body: text.slice(at) };
  });
}

test.each([
  [
    "a provider with try and finally",
    `Local = sessionmaker(bind=engine)


def get_db():
    db = Local()
    try:
        yield db
    finally:
        db.close()  # always


@app.get("/")
async def read(db: Session = Depends(get_db)):
    return db.execute(select(1)).scalars().all()
`,
    {
      imports: [
        "from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine",
        "from sqlalchemy.orm import scoped_session",
      ],
      body: `Local = async_sessionmaker(bind=engine, expire_on_commit=False)


async def get_db():
    db = Local()
    try:
        yield db
    finally:
        await db.close()  # always


@app.get("/")
async def read(db: AsyncSession = Depends(get_db)):
    return (await db.execute(select(1))).scalars().all()
`,
    },
  ],
  [
    "the engine inside, an annotated provider, an alias and the layout of the arguments",
    `Local: sessionmaker[Session] = sessionmaker(
    engine.sync_engine,
    autoflush=False,
)


def get_db() -> Generator[Session, None, None]:
    with Local() as db, db.begin():
        yield db


Db = Annotated[Session, Depends(get_db)]


async def read(db: Db, other: "Session" = Depends(get_db)):
    db.add(1)
    return [row for row in db.scalars(select(1))]
`,
    {
      imports: [
        "from typing import Annotated, AsyncGenerator, Iterator",
        "from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine",
        "from sqlalchemy.orm import Session, scoped_session",
      ],
      body: `Local: async_sessionmaker[AsyncSession] = async_sessionmaker(
    engine,
    autoflush=False,
    expire_on_commit=False,
)


async def get_db() -> AsyncGenerator[AsyncSession, None]:
    async with Local() as db, db.begin():
        yield db


Db = Annotated[AsyncSession, Depends(get_db)]


async def read(db: Db, other: "AsyncSession" = Depends(get_db)):
    db.add(1)
    return [row for row in await db.scalars(select(1))]
`,
    },
  ],
  [
    "a context manager and a class that keeps the session",
    `Local = sessionmaker(engine, expire_on_commit=False)


@contextmanager
def scope() -> Iterator[Session]:
    with Local.begin() as s:
        yield s


class Repository:
    def __init__(self, session: Session):
        self.session = session

    async def save(self):
        self.session.flush()
        return self.session.is_active


async def work():
    with scope() as s:
        await Repository(s).save()
`,
    {
      imports: [
        "from contextlib import asynccontextmanager",
        "from typing import Annotated, AsyncIterator, Generator",
        "from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine",
        "from sqlalchemy.orm import scoped_session",
      ],
      body: `Local = async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def scope() -> AsyncIterator[AsyncSession]:
    async with Local.begin() as s:
        yield s


class Repository:
    def __init__(self, session: AsyncSession):
        self.session = session

    async def save(self):
        await self.session.flush()
        return self.session.is_active


async def work():
    async with scope() as s:
        await Repository(s).save()
`,
    },
  ],
])("converts %s", async (_title, before, after) => {
  expect(await result(row(before))).toEqual([after]);
});

const DATABASE = `class Database:
    def __init__(self):
        self.factory = sessionmaker(engine)

    @contextmanager
    def scope(self):
        with self.factory() as s:
            yield s


database = Database()


`;
const DATABASE_AFTER = DATABASE.replace("sessionmaker(engine)", "async_sessionmaker(engine, expire_on_commit=False)")
  .replace("@contextmanager\n    def", "@asynccontextmanager\n    async def")
  .replace("with self", "async with self");

test.each([
  ["a method", "async def f():\n    with database.scope() as s:\n        s.commit()\n"],
  ["a method of a parameter", "async def f(base: Database):\n    with base.scope() as s:\n        s.commit()\n"],
  ["an attribute", "async def f():\n    with database.factory() as s:\n        s.commit()\n"],
])("follows a factory in a class through %s", async (_title, user) => {
  const after = user.replace("with", "async with").replace("s.commit", "await s.commit");
  expect((await result(row(DATABASE + user))).map(({ body }) => body)).toEqual([DATABASE_AFTER + after]);
});

test("follows a method that FastAPI calls", async () => {
  const plain = (text: string) => text.replace(/ +@\w+\n/, "");
  const user = "async def f(s=Depends(database.scope)):\n    s.commit()\n";
  expect((await result(row(plain(DATABASE) + user))).map(({ body }) => body)).toEqual([
    plain(DATABASE_AFTER) + user.replace("s.commit", "await s.commit"),
  ]);
});

test.each([
  ["something unknown", "async def f(base):\n    with base.scope() as s:\n        s.commit()\n"],
  ["plain code", "def f():\n    with database.factory() as s:\n        s.commit()\n"],
])("leaves a factory in a class alone that is used by %s", async (_title, user) => {
  expect(await drafted(asyncSessionFactory, row(DATABASE + user))).toEqual([]);
});

const SMALL = "Local = sessionmaker(engine)\n\n\nasync def f():\n    with Local() as s:\n        s.query(1)\n";

test("keeps sessionmaker before SQLAlchemy 2.0", async () => {
  expect(await result({ ...row(SMALL), packages: { sqlalchemy: "1.4.54" } })).toEqual([
    {
      imports: ["from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine"],
      body: SMALL.replace("engine)", "engine, class_=AsyncSession, expire_on_commit=False)").replace(
        "with",
        "async with",
      ),
    },
  ]);
});

test.each([
  [
    "a session made by hand",
    "async def f():\n    with Session(engine) as s:\n        s.commit()\n",
    "async def f():\n    async with AsyncSession(engine, expire_on_commit=False) as s:\n        await s.commit()\n",
  ],
  [
    "a loop over the provider",
    "L = sessionmaker(engine)\n\n\ndef g():\n    yield L()\n\n\nasync def f():\n    for s in g():\n        s.commit()\n",
    "L = async_sessionmaker(engine, expire_on_commit=False)\n\n\nasync def g():\n    yield L()\n\n\nasync def f():\n    async for s in g():\n        await s.commit()\n",
  ],
  [
    "a factory that we lose, where all users in sight await",
    "def make():\n    L = sessionmaker(engine)\n    return engine, L\n\n\nM = sessionmaker(engine)\n\n\nasync def f(app):\n    app.state.m = M\n    async with M() as s:\n        await s.commit()\n",
    "def make():\n    L = sessionmaker(engine)\n    return engine, L\n\n\nM = async_sessionmaker(engine, expire_on_commit=False)\n\n\nasync def f(app):\n    app.state.m = M\n    async with M() as s:\n        await s.commit()\n",
  ],
  [
    "what is gathered",
    "L = sessionmaker(engine)\n\n\nasync def f():\n    async with L() as s:\n        await gather(s.commit())\n",
    "L = async_sessionmaker(engine, expire_on_commit=False)\n\n\nasync def f():\n    async with L() as s:\n        await gather(s.commit())\n",
  ],
])("converts %s too", async (_title, before, after) => {
  expect((await result(row(before))).map(({ body }) => body)).toEqual([after]);
});

test.each([
  [
    "Session without the asynchronous protocol",
    { type: "TypeError", message: "'Session' object does not support the asynchronous context manager protocol" },
  ],
  ["the same before Python 3.11", { type: "builtins.AttributeError", message: "__aenter__" }],
  ["an awaited None", { type: "TypeError", message: "object NoneType can't be used in 'await' expression" }],
  ["a missing greenlet", NO_GREENLET],
  [
    "a missing greenlet inside another message",
    { type: "sqlalchemy.exc.StatementError", message: `(x) ${NO_GREENLET.message}` },
  ],
])("starts from %s", async (_title, exception) => {
  expect((await drafted(asyncSessionFactory, row(SMALL, exception))).length).toBe(1);
});

const GET_DB = "Local = sessionmaker(engine)\n\n\ndef get_db():\n    with Local() as db:\n        yield db\n\n\n";

test.each([
  [
    "a synchronous engine",
    "e = create_engine('sqlite://')\nLocal = sessionmaker(e)\n\n\nasync def f():\n    with Local() as s:\n        s.commit()\n",
  ],
  ["an engine we know nothing of", "def make(e):\n    return sessionmaker(e)\n"],
  ["a plain endpoint", `${GET_DB}@app.get("/")\ndef read(db=Depends(get_db)):\n    return db.query(1)\n`],
  [
    "a plain function that gets the session",
    `${GET_DB}def count(db):\n    return db.query(1)\n\n\nasync def read(db=Depends(get_db)):\n    return count(db)\n`,
  ],
  [
    "a plain function that opens a session",
    "Local = sessionmaker(engine)\n\n\ndef f():\n    with Local() as s:\n        s.commit()\n",
  ],
  ["a lambda", "Local = sessionmaker(engine)\nmake = lambda: Local().commit()\n"],
  ["a session of the module", "Local = sessionmaker(engine)\ndb = Local()\n"],
  ["a provider that is iterated by hand", `${GET_DB}async def f():\n    db = next(get_db())\n    return db\n`],
  ["a provider under another decorator", GET_DB.replace("def get_db", "@app.cache\ndef get_db")],
  ["a provider that delegates", `${GET_DB}def other():\n    yield from get_db()\n`],
  [
    "a `with` of both kinds",
    "Local = sessionmaker(engine)\n\n\nasync def f():\n    with open('x') as x, Local() as s:\n        s.commit()\n",
  ],
  ["a thread", "Local = sessionmaker(engine)\n\n\nasync def f():\n    s = Local()\n    await to_thread(work, s)\n"],
  [
    "a registry",
    "Local = scoped_session(sessionmaker(engine))\n\n\nasync def f():\n    with Local() as s:\n        s.commit()\n",
  ],
  [
    "a session class of its own",
    "class Mine(Session):\n    pass\n\n\nLocal = sessionmaker(engine, class_=Mine)\n\n\nasync def f():\n    Local().commit()\n",
  ],
  ["binds", "Local = sessionmaker(engine, binds={})\n\n\nasync def f():\n    Local().commit()\n"],
  [
    "a factory that we lose, where a user in sight does not await",
    "M = sessionmaker(engine)\n\n\nasync def f(app):\n    app.state.m = M\n    async with M() as s:\n        s.commit()\n",
  ],
  [
    "a factory that we lose, of which a thread is in sight",
    "M = sessionmaker(engine)\n\n\nasync def f(app):\n    app.state.m = M\n    async with M() as s:\n        await to_thread(work, s)\n",
  ],
  [
    "a session kept elsewhere",
    "Local = sessionmaker(engine)\n\n\nasync def f(request):\n    request.state.db = Local()\n",
  ],
])("leaves the factory alone: %s", async (_title, body) => {
  expect(await drafted(asyncSessionFactory, row(body))).toEqual([]);
});

test("leaves the factory alone when an asynchronous test would have to change", async () => {
  const seed = "from app.db import Local\n\n\nasync def seed():\n    with Local() as s:\n        s.commit()\n";
  const files = { "app/db.py": HEAD + SMALL, "tests/conftest.py": seed };
  expect(await drafted(asyncSessionFactory, { files, exception: NOT_STARTED })).toEqual([]);
});

test("starts where the probe saw that no attribute was being loaded", async () => {
  const lazy = { reason: "lazy", model: "M", attributes: ["items"] } as const;
  const raised = [lazy, null].map((load) => ({ ...NO_GREENLET, frames: [], load }));
  expect((await drafted(asyncSessionFactory, { ...row(SMALL, NO_GREENLET), evidence: { raised } })).length).toBe(1);
});

test("leaves the factory alone when a test uses it synchronously", async () => {
  const files = {
    "app/db.py": HEAD + SMALL,
    "tests/conftest.py": "from app.db import Local\n\n\ndef seed():\n    with Local() as s:\n        s.commit()\n",
  };
  expect(await drafted(asyncSessionFactory, { files, exception: NOT_STARTED })).toEqual([]);
});

test("leaves it alone when an attribute was being loaded, or something else failed", async () => {
  const load = { reason: "lazy", model: "M", attributes: ["items"] } as const;
  const raised = [{ ...NO_GREENLET, frames: [], load }];
  expect([
    await drafted(asyncSessionFactory, { ...row(SMALL, NO_GREENLET), evidence: { raised } }),
    await drafted(asyncSessionFactory, row(SMALL, { type: "ValueError", message: "no" })),
  ]).toEqual([[], []]);
});
