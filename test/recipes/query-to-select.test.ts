import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Frame } from "../../src/domain/failure.ts";
import { queryToSelect } from "../../src/draft/recipes/query-to-select.ts";
import { drafted, type RecipeCase, recipeInput } from "../support/recipe-case.ts";

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/recipes/${name}`, import.meta.url), "utf8");
const MODELS = fixture("models.py");
const IMPORTS = `import models
from sqlalchemy import desc, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, joinedload, selectinload

from models import Basket, Category, Product, Review
`;
const NO_QUERY = { type: "AttributeError", message: "'AsyncSession' object has no attribute 'query'" };

const indented = (body: string): string => body.replaceAll(/^(?=.)/gm, "    ");

/** A file whose first `.query` fails in the function given. */
function failing(text: string, row: Partial<RecipeCase> & { function?: string } = {}): RecipeCase {
  const line = text.split("\n").findIndex((entry) => entry.includes(".query")) + 1;
  const frames: Frame[] = [{ path: "app.py", line, function: row.function ?? "endpoint" }];
  return { exception: NO_QUERY, frames, ...row, files: { "models.py": MODELS, ...row.files, "app.py": text } };
}

async function after(text: string, row: Partial<RecipeCase> & { function?: string } = {}): Promise<string[]> {
  return (await drafted(queryToSelect, failing(text, row))).map((files) => files["app.py"] ?? "");
}

const endpoint = (body: string): string => `${IMPORTS}\n\nasync def endpoint(db: AsyncSession):\n${indented(body)}\n`;

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
  expect(result.slice(result.indexOf("AsyncSession):\n") + "AsyncSession):\n".length)).toBe(`${indented(expected)}\n`);
});

const noDrafts: [string, string, string?][] = [
  ["plain def", `${IMPORTS}\n\ndef endpoint(db: AsyncSession):\n    return db.query(Product).all()\n`],
  ["lambda", endpoint("find = lambda: db.query(Product).all()\nreturn find()")],
  ["nested def", endpoint("def find():\n    return db.query(Product).all()\nreturn find()"), "find"],
  ["element of a generator", endpoint("return sum(db.query(Product).filter_by(id=i).count() for i in (1, 2))")],
  ["two levels of comprehension", endpoint("return [[db.query(Product).get(j) for j in range(i)] for i in range(3)]")],
  ["decorator argument", endpoint("@wraps(db.query(Product).all())\nasync def inner():\n    pass")],
  [
    "default of a nested function",
    endpoint("async def inner(x=[db.query(Product).get(i) for i in y]):\n    pass"),
    "x",
  ],
  ["passed on", endpoint("return paginate(db.query(Product).order_by(Product.id))")],
  ["passed on under a name", endpoint("q = db.query(Product)\nreturn paginate(q)")],
  ["returned as it is", endpoint("return db.query(Product)")],
  ["kept in an attribute", endpoint("self.q = db.query(Product)\nreturn self.q.all()")],
  ["name bound by a loop too", endpoint("q = db.query(Product)\nfor q in others:\n    pass\nreturn q.all()")],
  ["name used in a nested function", endpoint("q = db.query(Product)\ndef f():\n    return q.all()\nreturn f()")],
  ["name assigned something else", endpoint("q = db.query(Product)\nif x:\n    q = other()\nreturn q.all()")],
  ["name of another shape", endpoint("q = db.query(Product)\nif x:\n    q = db.query(Product.id)\nreturn q.all()")],
  ["shape changed under a name", endpoint("q = db.query(Product)\nq = q.with_entities(Product.id)\nreturn q.all()")],
  ["unknown method", endpoint("return db.query(Product).paginate(page=1)")],
  ["unknown method in between", endpoint("return db.query(Product).enable_eagerloads(False).all()")],
  ["union", endpoint("return db.query(Product).union(db.query(Product)).all()")],
  ["from_self", endpoint("return db.query(Product).from_self().all()")],
  ["yield_per", endpoint("return db.query(Product).yield_per(10).all()")],
  ["relationship by text", endpoint('return db.query(Product).join("reviews").all()')],
  ["two join targets", endpoint("return db.query(Category).join(Category.products, Product.reviews).all()")],
  [
    "distinct ordered by another table",
    endpoint("return db.query(Product).join(Category).distinct().order_by(Category.name).all()"),
  ],
  [
    "two having conditions",
    endpoint("return db.query(Product.name).group_by(Product.name).having(a > 1, b > 2).all()"),
  ],
  ["what is selected is unknown", endpoint("return db.query(thing).all()")],
  ["starred columns", endpoint("return db.query(*columns).all()")],
  ["bundle", endpoint('return db.query(Bundle("b", Product.id)).all()')],
  ["nothing selected", endpoint("return db.query().all()")],
  ["one row of a slice", endpoint("return db.query(Product)[0]")],
  ["negative slice", endpoint("return db.query(Product)[-2:]")],
  ["slice with a step", endpoint("return db.query(Product)[0:6:2]")],
  ["backward slice", endpoint("return db.query(Product)[5:2]")],
  ["slice of a limited query", endpoint("return db.query(Product).limit(5)[1:3]")],
  ["update of joined tables", endpoint('db.query(Product).join(Category).update({"price": 1})')],
  ["update with arguments", endpoint('db.query(Product).update({"price": 1}, update_args={"x": 1})')],
  ["update through a name", endpoint('q = db.query(Product)\nq.update({"price": 1})')],
  ["delete of a selected column", endpoint("db.query(Product.id).delete()")],
  ["comment that would swallow the parenthesis", endpoint("return [\n    db.query(Product)  # all\n    .all()\n]")],
  ["asynchronous for", endpoint("async for p in db.query(Product):\n    pass")],
  ["inside an f-string", endpoint('return f"{db.query(Product).count()}"'), "fstring"],
  ["other library", endpoint("return frame.query('a > 1')\n"), "pandas"],
  ["right already", endpoint("return (await db.scalars(select(Product))).all()  # not db.query")],
  ["not a session attribute", endpoint("return db.query")],
  ["session from a call", endpoint("return get_session().query(Product).all()")],
];

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
  expect(queryToSelect.draft({ ...silent, group: { key: "k", failures: [{ ...failure, frames }] } })).toEqual([]);
});

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
