import { expect, test } from "vitest";
import { asyncEngineForAsyncUrl } from "../../src/draft/recipes/async-engine-for-async-url.ts";
import { drafted, type RecipeCase } from "../support/recipe-case.ts";

const NO_GREENLET = {
  type: "sqlalchemy.exc.MissingGreenlet",
  message: "greenlet_spawn has not been called; can't call await_() here. Was IO attempted in an unexpected place?",
};
const HEAD = `import os

from fastapi import Depends, FastAPI
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

app = FastAPI()
`;
const REST = `Local = sessionmaker(bind=engine)


def get_db():
    with Local() as db:
        yield db


async def read(db: Session = Depends(get_db)):
    db.commit()
`;
const REST_AFTER = `Local = async_sessionmaker(bind=engine, expire_on_commit=False)


async def get_db():
    async with Local() as db:
        yield db


async def read(db: AsyncSession = Depends(get_db)):
    await db.commit()
`;

function row(body: string, exception = NO_GREENLET): RecipeCase {
  return { files: { "app/db.py": HEAD + body }, exception };
}

async function bodies(input: RecipeCase): Promise<string[]> {
  const drafts = await drafted(asyncEngineForAsyncUrl, input);
  return drafts.map((files) => (files["app/db.py"] ?? "").split("app = FastAPI()\n")[1] ?? "");
}

test("changes the engine, its factory, their users and the imports", async () => {
  expect(await drafted(asyncEngineForAsyncUrl, row(`engine = create_engine("sqlite+aiosqlite://")\n${REST}`))).toEqual([
    {
      "app/db.py": `import os

from fastapi import Depends, FastAPI
from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import QueuePool

app = FastAPI()
engine = create_async_engine("sqlite+aiosqlite://")
${REST_AFTER}`,
    },
  ]);
});

test.each([
  [
    "a default of the environment",
    'engine = create_engine(os.environ.get("U", "postgresql+asyncpg://h/d"), echo=True)\n',
  ],
  ["an f-string and `or`", 'H = "h"\nU = os.getenv("U") or f"mysql+aiomysql://{H}/d"\nengine = create_engine(U)\n'],
  ["a settings class", 'class S:\n    url: str = "sqlite+aiosqlite://"\n\n\ns = S()\nengine = create_engine(s.url)\n'],
  ["make_url", 'engine = create_engine(make_url("mysql+asyncmy://h/d"))\n'],
])("finds the driver in %s", async (_title, engine) => {
  const after = engine.replace("create_engine", "create_async_engine") + REST_AFTER;
  expect(await bodies(row(engine + REST))).toEqual([after]);
});

test.each([
  ["AsyncSession refuses it", "ArgumentError", "AsyncEngine expected, got Engine(sqlite+aiosqlite://)"],
  [
    "its connections are entered asynchronously",
    "TypeError",
    "'_GeneratorContextManager' object does not support the asynchronous context manager protocol",
  ],
])("starts where %s", async (_title, type, message) => {
  const input = row(`engine = create_engine("sqlite+aiosqlite://")\n${REST}`, { type, message });
  expect((await bodies(input)).length).toBe(1);
});

const ENGINE = 'engine = create_engine("sqlite+aiosqlite://")\n';
const ASYNC_ENGINE = 'engine = create_async_engine("sqlite+aiosqlite://")\n';

test.each([
  [
    "connections, DDL, listeners and disposal",
    `@event.listens_for(engine, "connect")
def on(c, r):
    pass


async def start(metadata):
    metadata.create_all(engine)
    with engine.begin() as c:
        c.execute(text("select 1"))
        metadata.create_all(c)
    print(engine.url)
    engine.dispose()
`,
    `@event.listens_for(engine.sync_engine, "connect")
def on(c, r):
    pass


async def start(metadata):
    async with engine.begin() as conn:
        await conn.run_sync(metadata.create_all)
    async with engine.begin() as c:
        await c.execute(text("select 1"))
        await c.run_sync(metadata.create_all)
    print(engine.url)
    await engine.dispose()
`,
  ],
  [
    "sessions made by hand",
    "async def f():\n    with Session(engine) as s:\n        s.flush()\n",
    "async def f():\n    async with AsyncSession(engine, expire_on_commit=False) as s:\n        await s.flush()\n",
  ],
  [
    "a factory that is asynchronous already",
    "from sqlalchemy.ext.asyncio import async_sessionmaker\n\nmake = async_sessionmaker(engine)\n\n\nasync def f():\n    async with make() as s:\n        await s.commit()\n",
    "from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine\n\nmake = async_sessionmaker(engine)\n\n\nasync def f():\n    async with make() as s:\n        await s.commit()\n",
  ],
  [
    "a factory of AsyncSessions that we lose",
    "from sqlalchemy.ext.asyncio import AsyncSession\n\nmake = sessionmaker(engine, class_=AsyncSession)\n\n\nasync def f(app):\n    app.state.make = make\n    async with make() as s:\n        await s.commit()\n",
    "from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine\n\nmake = sessionmaker(engine, class_=AsyncSession)\n\n\nasync def f(app):\n    app.state.make = make\n    async with make() as s:\n        await s.commit()\n",
  ],
])("changes %s of the engine", async (_title, before, after) => {
  expect(await bodies(row(ENGINE + before))).toEqual([ASYNC_ENGINE + after]);
});

test.each([
  ["a synchronous driver", `engine = create_engine("sqlite://")\n${REST}`],
  ["a driver that works in both ways", `engine = create_engine("postgresql+psycopg://h/d")\n${REST}`],
  ["an unknown URL", `engine = create_engine(os.environ["U"])\n${REST}`],
  ["two URLs of different kinds", `engine = create_engine("sqlite://" if os.name else "sqlite+aiosqlite://")\n${REST}`],
  [
    "a plain endpoint",
    `${ENGINE}${REST}\n\n@app.get("/")\ndef plain(db: Session = Depends(get_db)):\n    return db.query(1)\n`,
  ],
  [
    "a plain function that connects",
    `${ENGINE}def f():\n    with engine.connect() as c:\n        c.execute(text("select 1"))\n`,
  ],
  ["DDL when the module is imported", `${ENGINE}Base.metadata.create_all(bind=engine)\n${REST}`],
  ["a pool that cannot be asynchronous", `engine = create_engine("sqlite+aiosqlite://", poolclass=QueuePool)\n${REST}`],
  ["options we cannot see", `options = {}\nengine = create_engine("sqlite+aiosqlite://", **options)\n${REST}`],
  ["a raw connection", `${ENGINE}async def f():\n    c = engine.connect()\n    return c\n`],
  ["an engine that other code gets", `${ENGINE}inspector = make_url(engine)\n`],
  [
    "another library's function",
    `from other import create_engine\n\nengine = create_engine("sqlite+aiosqlite://")\n${REST}`,
  ],
])("leaves it alone: %s", async (_title, body) => {
  expect(await drafted(asyncEngineForAsyncUrl, row(body))).toEqual([]);
});

test("leaves it alone in test files, when a test needs the synchronous engine, and for other failures", async () => {
  const body = ENGINE + REST;
  const seed = 'from app.db import engine\n\n\ndef seed():\n    with engine.begin() as c:\n        c.execute("x")\n';
  const load = { reason: "expired", model: "M", attributes: ["id"] } as const;
  const evidence = { raised: [{ ...NO_GREENLET, frames: [], load }] };
  expect([
    await drafted(asyncEngineForAsyncUrl, { files: { "tests/conftest.py": HEAD + body }, exception: NO_GREENLET }),
    await drafted(asyncEngineForAsyncUrl, {
      files: { "app/db.py": HEAD + body, "tests/conftest.py": seed },
      exception: NO_GREENLET,
    }),
    await drafted(asyncEngineForAsyncUrl, { ...row(body), evidence }),
    await drafted(asyncEngineForAsyncUrl, row(body, { type: "ValueError", message: "no" })),
  ]).toEqual([[], [], [], []]);
});
