import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Frame } from "../../src/domain/failure.ts";
import { queryToSelect } from "../../src/draft/recipes/query-to-select.ts";
import { drafted, noteDrafts, type RecipeCase, recipeInput } from "../support/recipe-case.ts";
import { endpoint, IMPORTS, indented, noDrafts } from "./query-rows.ts";

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/recipes/${name}`, import.meta.url), "utf8");
const MODELS = fixture("models.py");
const NO_QUERY = { type: "AttributeError", message: "'AsyncSession' object has no attribute 'query'" };

/** A file whose first `.query` fails in the function given. */
function failing(text: string, row: Partial<RecipeCase> & { function?: string } = {}): RecipeCase {
  const line = text.split("\n").findIndex((entry) => entry.includes(".query")) + 1;
  const frames: Frame[] = [{ path: "app.py", line, function: row.function ?? "endpoint" }];
  return { exception: NO_QUERY, frames, ...row, files: { "models.py": MODELS, ...row.files, "app.py": text } };
}

async function after(text: string, row: Partial<RecipeCase> & { function?: string } = {}): Promise<string[]> {
  return (await drafted(queryToSelect, failing(text, row))).map((files) => files["app.py"] ?? "");
}

const pairs = fixture("query-to-select.txt")
  .split("\n=====\n")
  .slice(1)
  .map((block) => block.trimEnd().split("\n----->\n") as [string, string]);

test("the table is all there", () => expect(pairs.length).toBe(164));

// One project of all rows, a file each: the parser is started twice instead of hundreds of times.
const rows = Object.fromEntries(pairs.map(([before], index) => [`row${index}.py`, endpoint(before)]));
const spots = Object.entries(rows).map(([path, text]) => ({ ...failing(text).frames?.[0], path }) as Frame);
const [results = {}] = await drafted(queryToSelect, {
  exception: NO_QUERY,
  frames: [],
  chain: spots.map((spot) => ({ ...NO_QUERY, relation: "context", frames: [spot] })),
  files: { "models.py": MODELS, ...rows },
});

test.each(pairs.map(([before, expected], index) => ({ before, expected, index })))("$before", ({ expected, index }) => {
  const result = results[`row${index}.py`] ?? "";
  noteDrafts(queryToSelect, 1);
  expect(result.slice(result.indexOf("AsyncSession):\n") + "AsyncSession):\n".length)).toBe(`${indented(expected)}\n`);
});

const silent = await recipeInput({
  exception: NO_QUERY,
  files: { "models.py": MODELS, ...Object.fromEntries(noDrafts.map(([, text], index) => [`row${index}.py`, text])) },
});

test.each(noDrafts.map(([name], index) => ({ name, index })))("no draft: $name", ({ index }) => {
  const path = `row${index}.py`;
  const line =
    (silent.project.modules.get(path)?.text ?? "").split("\n").findIndex((entry) => entry.includes("query(")) + 1;
  const [failure] = silent.group.failures;
  if (!failure) throw new Error("no failure");
  const frames = [{ path, line, function: null }];
  const drafts = queryToSelect.draft({ ...silent, group: { key: "k", failures: [{ ...failure, frames }] } });
  noteDrafts(queryToSelect, drafts.length);
  expect(drafts).toEqual([]);
});

// The same code with a session that has `query`: its file is of the project whose asynchronous session has none.
const synchronous = Object.fromEntries(
  pairs.map(([before], index) => [
    `row${index}.py`,
    `${IMPORTS}from sqlalchemy.orm import Session\n\n\ndef report(db: Session):\n${indented(before.replaceAll("await ", ""))}\n`,
  ]),
);
const [beside = {}] = await drafted(
  queryToSelect,
  failing(endpoint("return db.query(Product).all()"), { files: synchronous }),
);

test.each(pairs.map(([before], index) => ({ before, index })))(
  "stays with a session that has it: $before",
  ({ index }) => {
    const isLeft = beside[`row${index}.py`] === undefined;
    noteDrafts(queryToSelect, isLeft ? 0 : 1);
    expect([Object.keys(beside).includes("app.py"), isLeft]).toEqual([true, true]);
  },
);

const REPOSITORY = `from models import Product


class Products:
    def __init__(self, session):
        self.session = session

    async def cheap(self, limit):
        return self.session.query(Product).filter(Product.price < limit).all()

    async def count(self):
        return self.session.query(Product).count()


class Sync:
    def __init__(self, session):
        self.session = session

    def all(self):
        return self.session.query(Product).all()
`;

test("a session proven by the failure, in the same class; another class keeps its own", async () => {
  expect(await after(REPOSITORY, { function: "Products.cheap" })).toMatchInlineSnapshot(`
    [
      "from models import Product
    from sqlalchemy import func, select


    class Products:
        def __init__(self, session):
            self.session = session

        async def cheap(self, limit):
            result = await self.session.execute(
                select(Product).where(Product.price < limit)
            )
            return result.scalars().all()

        async def count(self):
            return await self.session.scalar(select(func.count()).select_from(Product))


    class Sync:
        def __init__(self, session):
            self.session = session

        def all(self):
            return self.session.query(Product).all()
    ",
    ]
  `);
});

const TWO_ENDPOINTS = `from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models import Product


async def first(db: AsyncSession):
    return db.query(Product).all()


async def second(db: AsyncSession):
    return db.query(Product).count()


async def sync_session(db: Session):
    return db.query(Product).count()


def threaded(db: Session):
    return db.query(Product).count()


async def hopeless(db: AsyncSession):
    return paginate(db.query(Product))
`;

test("only what ran is rewritten when that is known; the rest is named", async () => {
  const executed = [{ path: "app.py", name: "first", line: 8, depth: 1, order: 0 }];
  const row = failing(TWO_ENDPOINTS, { function: "first", evidence: { executed } });
  const [draft] = queryToSelect.draft(await recipeInput(row));
  expect(draft?.edits.map((edit) => edit.text)).toMatchInlineSnapshot(`
    [
      "result = await db.execute(select",
      ")",
      "
        return result.scalars().all()",
      "from sqlalchemy import select
    ",
    ]
  `);
  expect(draft?.leftAlone).toMatchInlineSnapshot(`
    [
      {
        "line": 13,
        "note": "\`query()\` on an AsyncSession: not run by the failing tests, or without an equal that is sure.",
        "path": "app.py",
      },
      {
        "line": 25,
        "note": "\`query()\` on an AsyncSession: not run by the failing tests, or without an equal that is sure.",
        "path": "app.py",
      },
    ]
  `);
});

test("without evidence the whole file is rewritten, sync sessions excepted", async () => {
  expect(await after(TWO_ENDPOINTS, { function: "first" })).toMatchInlineSnapshot(`
    [
      "from fastapi import Depends
    from sqlalchemy import func, select
    from sqlalchemy.ext.asyncio import AsyncSession
    from sqlalchemy.orm import Session

    from models import Product


    async def first(db: AsyncSession):
        result = await db.execute(select(Product))
        return result.scalars().all()


    async def second(db: AsyncSession):
        return await db.scalar(select(func.count()).select_from(Product))


    async def sync_session(db: Session):
        return db.query(Product).count()


    def threaded(db: Session):
        return db.query(Product).count()


    async def hopeless(db: AsyncSession):
        return paginate(db.query(Product))
    ",
    ]
  `);
});

test("names that mean something else in the module are not shadowed", async () => {
  const text = `from sqlalchemy.ext.asyncio import AsyncSession

from models import Product


async def update(db: AsyncSession, select: str):
    db.query(Product).filter(Product.name == select).update({"price": 1})
    return db.query(Product).filter(Product.name == select).first()
`;
  expect(await after(text, { function: "update" })).toMatchInlineSnapshot(`
    [
      "from sqlalchemy import select as sa_select, update as sa_update
    from sqlalchemy.ext.asyncio import AsyncSession

    from models import Product


    async def update(db: AsyncSession, select: str):
        await db.execute(
            sa_update(Product).where(Product.name == select).values({"price": 1})
        )
        result = await db.execute(sa_select(Product).where(Product.name == select).limit(1))
        return result.scalars().first()
    ",
    ]
  `);
});

test("select from sqlalchemy.future and a module alias are used as they are", async () => {
  const future =
    "from sqlalchemy.future import select\n\n\nasync def endpoint(db, model):\n    return db.query(model).all()\n";
  const alias = "import sqlalchemy as sa\n\n\nasync def endpoint(db, model):\n    return db.query(model).count()\n";
  expect([...(await after(future)), ...(await after(alias))]).toMatchInlineSnapshot(`
    [
      "from sqlalchemy.future import select


    async def endpoint(db, model):
        result = await db.execute(select(model))
        return result.scalars().all()
    ",
      "import sqlalchemy as sa


    async def endpoint(db, model):
        return await db.scalar(sa.select(sa.func.count()).select_from(model))
    ",
    ]
  `);
});

test("SQLAlchemy before 1.4.24 has no AsyncSession.scalars", async () => {
  const text = endpoint("return [p.id for p in db.query(Product)]");
  const old = await after(text, { packages: { sqlalchemy: "1.4.20" } });
  expect(old[0]?.split("\n").at(-2)).toBe("    return [p.id for p in (await db.execute(select(Product))).scalars()]");
});

test("a swallowed failure is found in the log, the function by what ran", async () => {
  const input = await recipeInput({
    exception: { type: "AssertionError", message: "assert 500 == 200" },
    evidence: { executed: [{ path: "app.py", name: "second", line: 12, depth: 1, order: 0 }] },
    files: { "app.py": TWO_ENDPOINTS, "models.py": MODELS },
  });
  const [failure] = input.group.failures;
  if (!failure) throw new Error("no failure");
  const logged = { ...failure, capturedLog: `ERROR app: AttributeError: ${NO_QUERY.message}` };
  const [draft] = queryToSelect.draft({ ...input, group: { key: "k", failures: [logged] } });
  expect(draft?.edits.map((edit) => edit.text)).toMatchInlineSnapshot(`
    [
      "await db.scalar(select(func.count()).select_from(",
      ")",
      "from sqlalchemy import func, select
    ",
    ]
  `);
  expect(queryToSelect.draft(input)).toEqual([]);
});

test("a project's own AsyncSession class counts, other classes of one name do not", async () => {
  const text = (base: string): string =>
    `from sqlalchemy.ext.asyncio import AsyncSession\n\nfrom models import Product\n\n\nclass Db(${base}):\n    pass\n\n\n` +
    "async def endpoint(db: Db):\n    return db.query(Product).count()\n";
  const exception = { type: "AttributeError", message: "'Db' object has no attribute 'query'" };
  expect((await after(text("AsyncSession"), { exception })).length).toBe(1);
  expect(await after(text("object"), { exception })).toEqual([]);
});

test("a generic repository's model is a class by its annotation", async () => {
  const text = `from typing import Generic, Type, TypeVar

M = TypeVar("M")


class Crud(Generic[M]):
    def __init__(self, model: Type[M]):
        self.klass = model

    async def all(self, db):
        return db.query(self.klass).all()
`;
  expect((await after(text, { function: "Crud.all" }))[0]?.split("\n").slice(-3)).toEqual([
    "        result = await db.execute(select(self.klass))",
    "        return result.scalars().all()",
    "",
  ]);
});

test("guarded files are never edited", async () => {
  expect(await after(endpoint("return db.query(Product).all()"), { guarded: ["app.py"] })).toEqual([]);
});

test("Windows line ends and tabs survive", async () => {
  const text = "async def endpoint(db, model):\r\n\titems = db.query(model).all()\r\n\treturn items\r\n";
  expect(await after(text)).toEqual([
    "from sqlalchemy import select\r\nasync def endpoint(db, model):\r\n\tresult = await db.execute(select(model))\r\n\titems = result.scalars().all()\r\n\treturn items\r\n",
  ]);
});
