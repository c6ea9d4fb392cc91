import { expect, test } from "vitest";
import type { Frame } from "../../src/domain/failure.ts";
import { awaitSessionCall } from "../../src/draft/recipes/await-session-call.ts";
import { fixes, type Row } from "./await-fixes.ts";
import { silent } from "./await-silent.ts";
import { filesAfter, noteDrafts, type RecipeCase, recipeInput } from "../support/recipe-case.ts";

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
  const drafts = awaitSessionCall.draft({
    ...input,
    group: { key: "k", failures: [{ ...failure, exception, frames: at("# fails") }] },
    evidence: { ...input.evidence, neverAwaited },
  });
  noteDrafts(awaitSessionCall, drafts.length);
  return drafts;
}

const fixInput = await projectOf(fixes);

test.each(fixes.map((row, index) => ({ ...row, index })))("$name", (row) => {
  const drafts = draftsOf(fixInput, row, row.index);
  const path = `row${row.index}.py`;
  const files = { [path]: textOf(row) };
  const [first, ...others] = drafts.map((draft) => filesAfter({ files } as unknown as RecipeCase, draft)[path]);
  expect(others).toEqual([]);
  expect(first).toBe(textOf({ ...row, body: row.after ?? "" }));
});

const silentInput = await projectOf(silent);

test.each(silent.map((row, index) => ({ ...row, index })))("no draft: $name", (row) => {
  expect(draftsOf(silentInput, row, row.index)).toEqual([]);
});

test("a coroutine that the assertion shows is awaited where it was handed on", async () => {
  const text = `${SERVICES}\n\nasync def report(db):\n    return {"orders": load_orders(db)}\n`;
  const line = text.split("\n").indexOf("async def report(db):") + 1;
  const row = {
    files: { "app/services.py": text },
    exception: { type: "AssertionError", message: "assert {'orders': <coroutine object load_orders at 0x7f>} == {}" },
    evidence: { executed: [{ path: "app/services.py", name: "report", line, depth: 1, order: 0 }] },
  };
  const [draft, ...others] = awaitSessionCall.draft(await recipeInput(row));
  expect(others).toEqual([]);
  expect(draft && filesAfter(row, draft)["app/services.py"]?.split("\n").at(-2)).toBe(
    '    return {"orders": await load_orders(db)}',
  );
});
