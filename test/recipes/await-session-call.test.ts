import { expect, test } from "vitest";
import type { Frame } from "../../src/domain/failure.ts";
import { awaitSessionCall } from "../../src/draft/recipes/await-session-call.ts";
import { type RecipeCase, filesAfter, recipeInput } from "../support/recipe-case.ts";

const HEAD = `import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from app.models import Order
from app.services import Orders, load_orders, plain, rows, shared

engine = create_async_engine("sqlite+aiosqlite://")


`;
const SERVICES = `import contextlib

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Order


class Base:
    async def ping(self):
        return 1


class Orders(Base):
    def __init__(self, session: AsyncSession):
        self.session = session

    async def all(self):
        return (await self.session.scalars(select(Order))).all()

    def run(self, statement):
        return self.session.execute(statement)

    def size(self):
        return 3

    async def each(self):
        yield 1


async def load_orders(db: AsyncSession):
    return await Orders(db).all()


def shared(db: AsyncSession):
    return load_orders(db)


def plain():
    return {"a": 1}


async def rows():
    yield 1


@contextlib.asynccontextmanager
async def opened():
    yield 1
`;

interface Row {
  readonly name: string;
  /** The body of `async def endpoint(db: AsyncSession)`; a line ending in `# fails` is the failing one. */
  readonly body: string;
  readonly message?: string;
  readonly type?: string;
  /** Coroutines reported as never awaited at the line marked `# made`. */
  readonly never?: string;
  readonly after?: string;
}

const indented = (body: string): string => body.replaceAll(/^(?=.)/gm, "    ");

function textOf({ body }: Row): string {
  return body.startsWith("def ") || body.startsWith("class ")
    ? HEAD + body
    : `${HEAD}async def endpoint(db: AsyncSession):\n${indented(body)}\n`;
}

function lineOf(text: string, mark: string): number {
  return text.split("\n").findIndex((line) => line.endsWith(mark)) + 1;
}

/** All rows as files of one project, so that the parser is started once. */
async function projectOf(table: readonly Row[]) {
  const files = Object.fromEntries(table.map((row, index) => [`row${index}.py`, textOf(row)]));
  return recipeInput({
    exception: { type: "x", message: "y" },
    files: { "app/models.py": "class Order:\n    id = 1\n", "app/services.py": SERVICES, ...files },
  });
}

function draftsOf(input: Awaited<ReturnType<typeof projectOf>>, row: Row, index: number) {
  const text = textOf(row);
  const path = `row${index}.py`;
  const at = (mark: string): Frame[] => {
    const line = lineOf(text, mark);
    return line === 0 ? [] : [{ path, line, function: null }];
  };
  const [failure] = input.group.failures;
  if (!failure) throw new Error("no failure");
  const exception = { type: row.type ?? "TypeError", message: row.message ?? "assert 1 == 2" };
  const neverAwaited = row.never === undefined ? [] : [{ coroutine: row.never, frames: at("# made") }];
  return awaitSessionCall.draft({
    ...input,
    group: { key: "k", failures: [{ ...failure, exception, frames: at("# fails") }] },
    evidence: { ...input.evidence, neverAwaited },
  });
}

const NO_ATTRIBUTE = "'coroutine' object has no attribute 'scalars'";
const fixes: Row[] = [
  {
    name: "assigned first",
    body: "result = db.execute(select(Order))\nreturn result.scalars().all()  # fails",
    message: NO_ATTRIBUTE,
    after: "result = await db.execute(select(Order))\nreturn result.scalars().all()  # fails",
  },
  {
    name: "used in place",
    body: "return db.execute(select(Order)).scalars().all()  # fails",
    message: NO_ATTRIBUTE,
    after: "return (await db.execute(select(Order))).scalars().all()  # fails",
  },
  {
    name: "await before the wrong call",
    body: "return await db.scalars(select(Order)).all()  # fails",
    message: "'coroutine' object has no attribute 'all'",
    after: "return (await db.scalars(select(Order))).all()  # fails",
  },
  {
    name: "await before the wrong call, several methods",
    body: "return [o for o in await db.execute(select(Order)).scalars().all()]  # fails",
    message: NO_ATTRIBUTE,
    after: "return [o for o in (await db.execute(select(Order))).scalars().all()]  # fails",
  },
  {
    name: "a streamed result is awaited too",
    body: "return await db.stream(select(Order)).all()  # fails",
    message: "'coroutine' object has no attribute 'all'",
    after: "return await (await db.stream(select(Order))).all()  # fails",
  },
  {
    name: "iterated over",
    body: "for order in db.scalars(select(Order)):  # fails\n    print(order)",
    message: "'coroutine' object is not iterable",
    after: "for order in await db.scalars(select(Order)):  # fails\n    print(order)",
  },
  {
    name: "iterated over in a comprehension",
    body: "return [o.id for o in db.scalars(select(Order))]  # fails",
    message: "'coroutine' object is not iterable",
    after: "return [o.id for o in await db.scalars(select(Order))]  # fails",
  },
  {
    name: "streamed",
    body: "async for order in db.stream_scalars(select(Order)):  # fails\n    print(order)",
    message: "'async for' requires an object with __aiter__ method, got coroutine",
    after: "async for order in await db.stream_scalars(select(Order)):  # fails\n    print(order)",
  },
  {
    name: "subscript",
    body: "return load_orders(db)[0]  # fails",
    message: "'coroutine' object is not subscriptable",
    after: "return (await load_orders(db))[0]  # fails",
  },
  {
    name: "len",
    body: "return len(load_orders(db))  # fails",
    message: "object of type 'coroutine' has no len()",
    after: "return len(await load_orders(db))  # fails",
  },
  {
    name: "unpacked",
    body: "first, second = load_orders(db)  # fails\nreturn first",
    message: "cannot unpack non-iterable coroutine object",
    after: "first, second = await load_orders(db)  # fails\nreturn first",
  },
  {
    name: "compared",
    body: "count = db.scalar(select(Order))\nreturn count > 3  # fails",
    message: "'>' not supported between instances of 'coroutine' and 'int'",
    after: "count = await db.scalar(select(Order))\nreturn count > 3  # fails",
  },
  {
    name: "method of a class of the project",
    body: "orders = Orders(db)\nreturn orders.all()[0]  # fails",
    message: "'coroutine' object is not subscriptable",
    after: "orders = Orders(db)\nreturn (await orders.all())[0]  # fails",
  },
  {
    name: "inherited method",
    body: "return Orders(db).ping() + 1  # fails",
    message: "unsupported operand type(s) for +: 'coroutine' and 'int'",
    after: "return await Orders(db).ping() + 1  # fails",
  },
  {
    name: "a plain method that hands on a coroutine",
    body: "return Orders(db).run(select(Order)).scalars()  # fails",
    message: NO_ATTRIBUTE,
    after: "return (await Orders(db).run(select(Order))).scalars()  # fails",
  },
  {
    name: "a plain function that hands on a coroutine",
    body: "orders = shared(db)\nreturn orders[0]  # fails",
    message: "'coroutine' object is not subscriptable",
    after: "orders = await shared(db)\nreturn orders[0]  # fails",
  },
  {
    name: "unknown object, proven by the message",
    body: "page = request.app.state.client.fetch(1)\nreturn page.scalars()  # fails",
    message: NO_ATTRIBUTE,
    after: "page = await request.app.state.client.fetch(1)\nreturn page.scalars()  # fails",
  },
  {
    name: "commit, only known from the warning",
    body: "db.add(Order())\ndb.commit()  # made\nreturn 1",
    never: "AsyncSession.commit",
    after: "db.add(Order())\nawait db.commit()  # made\nreturn 1",
  },
  {
    name: "the same fault in the same function",
    body: "db.add(Order())\ndb.flush()\ndb.commit()  # made\nreturn 1",
    never: "AsyncSession.commit",
    after: "db.add(Order())\nawait db.flush()\nawait db.commit()  # made\nreturn 1",
  },
  {
    name: "refresh, only felt later",
    body: "order = Order()\ndb.refresh(order)\nreturn order.id  # fails",
    type: "sqlalchemy.exc.MissingGreenlet",
    message: "greenlet_spawn has not been called; can't call await_only() here.",
    after: "order = Order()\nawait db.refresh(order)\nreturn order.id  # fails",
  },
  {
    name: "several lines",
    body: "result = db.execute(\n    select(Order)\n)\nreturn result.scalars()  # fails",
    message: NO_ATTRIBUTE,
    after: "result = await db.execute(\n    select(Order)\n)\nreturn result.scalars()  # fails",
  },
  {
    name: "added to a session",
    body: "order = load_orders(db)\ndb.add(order)  # fails",
    type: "sqlalchemy.orm.exc.UnmappedInstanceError",
    message: "Class 'builtins.coroutine' is not mapped",
    after: "order = await load_orders(db)\ndb.add(order)  # fails",
  },
  {
    name: "returned in a dictionary, by the warning",
    body: 'return {"orders": load_orders(db)}  # made',
    never: "load_orders",
    after: 'return {"orders": await load_orders(db)}  # made',
  },
  {
    name: "returned, by the warning",
    body: "return load_orders(db)  # made",
    never: "load_orders",
    after: "return await load_orders(db)  # made",
  },
  {
    name: "passed on, by the warning",
    body: "return show(load_orders(db))  # made",
    never: "load_orders",
    after: "return show(await load_orders(db))  # made",
  },
  {
    name: "condition",
    body: "if db.get(Order, 1):  # made\n    return 1",
    never: "AsyncSession.get",
    after: "if await db.get(Order, 1):  # made\n    return 1",
  },
  {
    name: "connection",
    body: "async with engine.begin() as connection:\n    connection.execute(select(Order))  # made",
    never: "AsyncConnection.execute",
    after: "async with engine.begin() as connection:\n    await connection.execute(select(Order))  # made",
  },
  {
    name: "engine",
    body: "engine.dispose()  # made",
    never: "AsyncEngine.dispose",
    after: "await engine.dispose()  # made",
  },
  {
    name: "both of two in a row",
    body: "return db.connection().execute(select(Order)).scalars()  # fails",
    message: "'coroutine' object has no attribute 'execute'",
    after: "return (await db.connection()).execute(select(Order)).scalars()  # fails",
  },
  {
    name: "an await too many: add",
    body: "await db.add(Order())  # fails\nawait db.commit()",
    message: "object NoneType can't be used in 'await' expression",
    after: "db.add(Order())  # fails\nawait db.commit()",
  },
  {
    name: "an await too many: result",
    body: "result = await db.execute(select(Order))\norders = await result.scalars()  # fails\nreturn orders",
    message: "object ScalarResult can't be used in 'await' expression",
    after: "result = await db.execute(select(Order))\norders = result.scalars()  # fails\nreturn orders",
  },
  {
    name: "an await too many: parentheses",
    body: "result = await db.execute(select(Order))\nreturn (await result.scalars()).all()  # fails",
    message: "object ScalarResult can't be used in 'await' expression",
    after: "result = await db.execute(select(Order))\nreturn result.scalars().all()  # fails",
  },
  {
    name: "an await too many: around the right one",
    body: "return await (await db.execute(select(Order))).scalars().all()  # fails",
    message: "object list can't be used in 'await' expression",
    after: "return (await db.execute(select(Order))).scalars().all()  # fails",
  },
  {
    name: "an await too many: plain function",
    body: "return await plain()  # fails",
    message: "object dict can't be used in 'await' expression",
    after: "return plain()  # fails",
  },
];

const fixInput = await projectOf(fixes);

test.each(fixes.map((row, index) => ({ ...row, index })))("$name", (row) => {
  const drafts = draftsOf(fixInput, row, row.index);
  const path = `row${row.index}.py`;
  const files = { [path]: textOf(row) };
  const [first, ...others] = drafts.map((draft) => filesAfter({ files } as unknown as RecipeCase, draft)[path]);
  expect(others).toEqual([]);
  expect(first).toBe(textOf({ ...row, body: row.after ?? "" }));
});

const silent: Row[] = [
  { name: "nothing points to a coroutine", body: "db.commit()\nassert 1 == 2  # fails", type: "AssertionError" },
  {
    name: "plain def",
    body: "def endpoint(db: AsyncSession):\n    return db.execute(select(Order)).scalars()  # fails\n",
    message: NO_ATTRIBUTE,
  },
  {
    name: "plain def, by the warning",
    body: "def endpoint(db: AsyncSession):\n    db.commit()  # made\n",
    never: "AsyncSession.commit",
  },
  {
    name: "lambda",
    body: "find = lambda: db.execute(select(Order)).scalars()  # fails\nreturn find()",
    message: NO_ATTRIBUTE,
  },
  {
    name: "sync session",
    body: "from sqlalchemy.orm import Session\ndef f(db: Session):\n    db.commit()  # made\n",
    never: "AsyncSession.commit",
  },
  { name: "gathered", body: "await asyncio.gather(load_orders(db), load_orders(db))  # made", never: "load_orders" },
  { name: "task", body: "asyncio.create_task(load_orders(db))  # made", never: "load_orders" },
  {
    name: "awaited with a limit",
    body: "return await asyncio.wait_for(load_orders(db), 1)  # made",
    never: "load_orders",
  },
  { name: "shielded", body: "return await asyncio.shield(load_orders(db))  # made", never: "load_orders" },
  {
    name: "task group",
    body: "async with asyncio.TaskGroup() as group:\n    group.create_task(load_orders(db))  # made",
    never: "load_orders",
  },
  { name: "background task", body: "background.add_task(load_orders(db))  # made", never: "load_orders" },
  {
    name: "collected, then gathered",
    body: "calls = []\ncalls.append(load_orders(db))  # made\nawait asyncio.gather(*calls)",
    never: "load_orders",
  },
  { name: "awaited later", body: "call = load_orders(db)  # made\nreturn await call", never: "load_orders" },
  { name: "closed on purpose", body: "call = load_orders(db)  # made\ncall.close()", never: "load_orders" },
  { name: "run", body: "return asyncio.run(load_orders(db))  # made", never: "load_orders" },
  {
    name: "asynchronous generator",
    body: "return rows()[0]  # fails",
    message: "'async_generator' object is not subscriptable",
  },
  {
    name: "generator in a for",
    body: "async for row in rows():  # fails\n    pass",
    message: "something else with 'coroutine' in quotes",
  },
  {
    name: "right already",
    body: "result = await db.execute(select(Order))\nreturn result.scalars()  # fails",
    message: NO_ATTRIBUTE,
  },
  {
    name: "name assigned twice",
    body: "x = a()\nif db:\n    x = b()\nreturn x.scalars()  # fails",
    message: NO_ATTRIBUTE,
  },
  { name: "parameter", body: "def show(result):\n    return result.scalars()  # fails\n", message: NO_ATTRIBUTE },
  { name: "two reads of one attribute", body: "return a().scalars(), b().scalars()  # fails", message: NO_ATTRIBUTE },
  {
    name: "element of a generator",
    body: "return sum(db.scalar(select(i)).scalars() for i in (1, 2))  # fails",
    message: NO_ATTRIBUTE,
  },
  { name: "a class", body: "return Order().scalars()  # fails", message: NO_ATTRIBUTE },
  {
    name: "a method of the result awaited rightly",
    body: "result = await db.stream(select(Order))\nreturn await result.all()  # fails",
    message: "object list can't be used in 'await' expression",
  },
  {
    name: "await of a mock",
    body: "await db.add(Order())  # fails",
    message: "object MagicMock can't be used in 'await' expression",
  },
  {
    name: "await of the unknown",
    body: "return await thing.load()  # fails",
    message: "object list can't be used in 'await' expression",
  },
  {
    name: "await of a sync session's commit",
    body: "from sqlalchemy.orm import Session\nasync def f(db: Session):\n    await db.commit()  # fails\n",
    message: "object NoneType can't be used in 'await' expression",
  },
  {
    name: "await of delete is right",
    body: "await db.delete(order)  # fails",
    message: "object NoneType can't be used in 'await' expression",
  },
  {
    name: "another library's add",
    body: "await cache.add(1)  # fails",
    message: "object int can't be used in 'await' expression",
  },
  { name: "warning about another function", body: "db.commit  # made", never: "AsyncMockMixin._execute_mock_call" },
  {
    name: "felt, but nothing dropped",
    body: "order = await db.get(Order, 1)\nreturn order.items  # fails",
    type: "sqlalchemy.exc.MissingGreenlet",
    message: "greenlet_spawn has not been called",
  },
  {
    name: "felt, but the dropped call is no session's",
    body: "cache.refresh(1)\nreturn order.items  # fails",
    type: "sqlalchemy.exc.MissingGreenlet",
    message: "greenlet_spawn has not been called",
  },
  { name: "begin is no coroutine", body: "async with db.begin():  # made\n    pass", never: "AsyncSession.begin" },
  {
    name: "two coroutines of one name",
    body: "return [load_orders(db), load_orders(db)]  # made",
    never: "load_orders",
  },
  {
    name: "an awaited method called on a Query",
    body: "return frame.query('x').all()  # fails",
    message: "'list' object has no attribute 'all'",
  },
];

const silentInput = await projectOf(silent);

test.each(silent.map((row, index) => ({ ...row, index })))("no draft: $name", (row) => {
  expect(draftsOf(silentInput, row, row.index)).toEqual([]);
});
