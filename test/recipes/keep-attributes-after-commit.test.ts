import { describe, expect, it } from "vitest";
import { keepAttributesAfterCommit } from "../../src/draft/recipes/keep-attributes-after-commit.ts";
import { drafted, type RecipeCase } from "../support/recipe-case.ts";

const GREENLET = {
  type: "sqlalchemy.exc.MissingGreenlet",
  message: "greenlet_spawn has not been called; can't call await_() here. Was IO attempted in an unexpected place?",
};

const MODELS = `from sqlalchemy import Column, DateTime, Integer, String, func
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Pet(Base):
    __tablename__ = "pets"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    changed = Column(DateTime, onupdate=func.now())
`;

const HEAD = `from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession
from zoo.db import provide
from zoo.models import Pet


`;

const CREATE = `async def add(db: AsyncSession = Depends(provide)):
    pet = Pet()
    db.add(pet)
    await db.commit()
    return pet.id  # <-
`;

const REFRESHED = CREATE.replace("    return", "    await db.refresh(pet)\n    return");

const HEAD_OF_DB = `from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_async_engine("sqlite+aiosqlite://")
`;

const PROVIDE = `

async def provide():
    async with Maker() as session:
        yield session
`;

interface Row {
  readonly factory: string;
  readonly code?: string;
  readonly attributes?: readonly string[];
  readonly reason?: "lazy" | "expired";
  readonly provide?: string;
  readonly more?: Partial<RecipeCase>;
  readonly neverAwaited?: string;
}

function caseOf(row: Row): RecipeCase {
  const { factory, code = CREATE, attributes = ["id", "name", "changed"], reason = "expired", more } = row;
  const text = HEAD + code;
  const line = text.split("\n").findIndex((entry) => entry.includes("# <-")) + 1;
  const frames = [{ path: "zoo/pets.py", line, function: null }];
  const raised = [{ ...GREENLET, frames, load: { reason, model: "zoo.models.Pet", attributes } }];
  const neverAwaited = row.neverAwaited === undefined ? [] : [{ coroutine: row.neverAwaited, frames: [] }];
  const database = `${HEAD_OF_DB}${factory}\n${row.provide ?? PROVIDE}`;
  return {
    files: { "zoo/models.py": MODELS, "zoo/db.py": database, "zoo/pets.py": text },
    exception: GREENLET,
    frames,
    evidence: { raised, neverAwaited },
    ...more,
  };
}

async function changed(row: Row): Promise<string[]> {
  const results = await drafted(keepAttributesAfterCommit, caseOf(row));
  return results.map((files) =>
    Object.values(files)
      .map((text) =>
        text
          .replace(HEAD, "")
          .replace(HEAD_OF_DB, "")
          .replace(row.provide ?? PROVIDE, ""),
      )
      .join("\n---\n"),
  );
}

const NOOP: Record<string, Row> = {
  "attributes are kept already": { factory: "Maker = async_sessionmaker(engine, expire_on_commit=False)" },
  "a relationship": { factory: "Maker = async_sessionmaker(engine)", reason: "lazy" },
  "a refresh that was dropped": {
    factory: "Maker = async_sessionmaker(engine)",
    neverAwaited: "AsyncSession.refresh",
  },
  "the object is refreshed": { factory: "Maker = async_sessionmaker(engine)", code: REFRESHED },
  "expired on purpose": {
    factory: "Maker = async_sessionmaker(engine)",
    code: CREATE.replace("    return", "    db.expire(pet)\n    return"),
  },
  "rolled back": {
    factory: "Maker = async_sessionmaker(engine)",
    code: CREATE.replace("commit", "rollback"),
  },
  "a setting that is not a constant": {
    factory: "Maker = async_sessionmaker(engine, expire_on_commit=KEEP)",
    code: "async def add(db: AsyncSession = Depends(provide)):\n    return (await make(db)).id  # <-\n",
  },
  "options from elsewhere": {
    factory: "Maker = async_sessionmaker(engine, **SETTINGS)",
    code: "async def add(db: AsyncSession = Depends(provide)):\n    return (await make(db)).id  # <-\n",
  },
  "a sync factory in a plain def": {
    factory: "Maker = sessionmaker(engine)",
    code: "def add(db: AsyncSession = Depends(provide)):\n    pet = Pet()\n    db.commit()\n    return pet.id  # <-\n",
    provide: "\n\ndef provide():\n    with Maker() as session:\n        yield session\n",
  },
  "two factories and nothing to tell which": {
    factory: "Maker = async_sessionmaker(engine)\nOther = async_sessionmaker(engine)",
    code: "async def add(db: AsyncSession):\n    return (await make(db)).id  # <-\n",
  },
  "another error while loading": {
    factory: "Maker = async_sessionmaker(engine)",
    more: {
      exception: { type: "sqlalchemy.exc.OperationalError", message: "no such table" },
      evidence: {
        raised: [
          {
            type: "sqlalchemy.exc.OperationalError",
            message: "no such table",
            frames: [],
            load: { reason: "expired", model: "zoo.models.Pet", attributes: ["id"] },
          },
        ],
      },
    },
  },
  "a factory made by a test": {
    factory: "Maker = async_sessionmaker(engine)",
    code: "async def add(db: AsyncSession = Depends(provide)):\n    return (await make(db)).id  # <-\n",
    more: { guarded: ["zoo/db.py"] },
  },
};

const REWRITE: Record<string, Row & { readonly to: readonly string[] }> = {
  async_sessionmaker: {
    factory: "Maker = async_sessionmaker(engine)",
    to: ["Maker = async_sessionmaker(engine, expire_on_commit=False)\n", REFRESHED],
  },
  "sessionmaker of AsyncSession (SQLAlchemy 1.4)": {
    factory: "Maker = sessionmaker(engine, class_=AsyncSession)",
    to: ["Maker = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)\n", REFRESHED],
  },
  "one argument a line": {
    factory: "Maker = async_sessionmaker(\n    bind=engine,  # the only one\n    autoflush=False,\n)",
    to: [
      "Maker = async_sessionmaker(\n    bind=engine,  # the only one\n    autoflush=False,\n    expire_on_commit=False,\n)\n",
      REFRESHED,
    ],
  },
  "expire_on_commit=True": {
    factory: "Maker = async_sessionmaker(engine, expire_on_commit=True)",
    to: ["Maker = async_sessionmaker(engine, expire_on_commit=False)\n", REFRESHED],
  },
  "the provider's factory among several": {
    factory: "Other = async_sessionmaker(engine)\nMaker = async_sessionmaker(engine)",
    to: ["Other = async_sessionmaker(engine)\nMaker = async_sessionmaker(engine, expire_on_commit=False)\n", REFRESHED],
  },
  "a session made directly": {
    factory: "KEEP = 1",
    provide: "\n\nasync def provide():\n    yield AsyncSession(engine)\n",
    to: [
      `${HEAD_OF_DB}KEEP = 1\n\n\nasync def provide():\n    yield AsyncSession(engine, expire_on_commit=False)\n`,
      REFRESHED,
    ].map((text) => text.replace(HEAD_OF_DB, "")),
  },
  "a read inside an f-string": {
    factory: "Maker = async_sessionmaker(engine)",
    code: CREATE.replace("return pet.id", 'return f"{pet.id}"'),
    to: [
      "Maker = async_sessionmaker(engine, expire_on_commit=False)\n",
      REFRESHED.replace("return pet.id", 'return f"{pet.id}"'),
    ],
  },
  "a column that the database fills": {
    factory: "Maker = async_sessionmaker(engine, expire_on_commit=False)",
    attributes: ["changed"],
    code: 'async def rename(db: AsyncSession = Depends(provide)):\n    pet = await db.get(Pet, 1)\n    pet.name = "Rex"\n    await db.flush()\n    return pet.changed  # <-\n',
    to: [
      'async def rename(db: AsyncSession = Depends(provide)):\n    pet = await db.get(Pet, 1)\n    pet.name = "Rex"\n    await db.flush()\n    await db.refresh(pet)\n    return pet.changed  # <-\n',
    ],
  },
};

describe("keep-attributes-after-commit", () => {
  it.each(Object.entries(NOOP))("leaves alone: %s", async (_, row) => {
    expect(await changed(row)).toEqual([]);
  });

  it.each(Object.entries(REWRITE))("rewrites: %s", async (_, row) => {
    expect(await changed(row)).toEqual(row.to);
  });
});
