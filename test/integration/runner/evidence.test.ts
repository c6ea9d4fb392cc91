import { describe, expect, test } from "vitest";
import type { TestEvidence } from "../../../src/domain/evidence.ts";
import { placesOf, runProject } from "./project.ts";

const SHOP = {
  "pytest.ini": "[pytest]\nasyncio_mode = auto\npythonpath = .\n",
  "shop/__init__.py": "",
  "shop/models.py": `
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[str]
    note: Mapped[str] = mapped_column(default="", deferred=True)
    items: Mapped[list["Item"]] = relationship()


class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
`,
  "shop/app.py": `
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import StaticPool

from shop.models import Order

engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
sessions = async_sessionmaker(engine)
app = FastAPI()


class ItemOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int


class OrderOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int
    items: list[ItemOut]


async def get_db():
    async with sessions() as session:
        yield session


@app.middleware("http")
async def errors(request: Request, call_next):
    try:
        return await call_next(request)
    except Exception:
        return JSONResponse({}, status_code=500)


async def load(db, order_id):
    return (await db.execute(select(Order).where(Order.id == order_id))).scalar_one()


@app.get("/size/{order_id}")
async def size(order_id: int, db: AsyncSession = Depends(get_db)):
    order = await load(db, order_id)
    return {"size": len(order.items)}


@app.get("/out/{order_id}", response_model=OrderOut)
async def out(order_id: int, db: AsyncSession = Depends(get_db)):
    return await load(db, order_id)


@app.get("/note/{order_id}")
async def note(order_id: int, db: AsyncSession = Depends(get_db)):
    return (await load(db, order_id)).note


@app.post("/orders")
async def create(db: AsyncSession = Depends(get_db)):
    order = Order(customer="ada")
    db.add(order)
    await db.commit()
    return {"customer": order.customer}


@app.post("/forgotten")
async def forgotten(db: AsyncSession = Depends(get_db)):
    db.add(Order(customer="bob"))
    db.commit()
    return {}


@app.get("/count")
async def count(db: AsyncSession = Depends(get_db)):
    return len((await db.scalars(select(Order))).all())


@app.get("/waiting")
async def waiting(db: AsyncSession = Depends(get_db)):
    found = db.scalars(select(Order))
    return found.all()
`,
  "tests/conftest.py": `
import pytest_asyncio
from httpx import ASGITransport, AsyncClient
from shop.app import app, engine, sessions
from shop.models import Base, Item, Order


@pytest_asyncio.fixture
async def client():
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with sessions() as session:
        session.add(Order(id=1, customer="eve", items=[Item()]))
        await session.commit()
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://test") as made:
        yield made
    await engine.dispose()
`,
  "tests/test_shop.py": `
import pytest


@pytest.mark.parametrize("path", ["size", "out", "note"])
async def test_read(client, path):
    assert (await client.get(f"/{path}/1")).status_code == 200


async def test_create(client):
    assert (await client.post("/orders")).status_code == 200


async def test_forgotten(client):
    await client.post("/forgotten")
    assert (await client.get("/count")).json() == 2


async def test_waiting(client):
    assert (await client.get("/waiting")).status_code == 200


async def test_count(client):
    assert (await client.get("/count")).json() == 1


def test_in_thread():
    from fastapi.testclient import TestClient
    from shop.app import app
    with TestClient(app) as client:
        client.post("/forgotten")
        assert client.get("/nowhere").status_code == 200
`,
};

const MISSING = "sqlalchemy.exc.MissingGreenlet";

function raisedIn(evidence: TestEvidence | undefined) {
  return evidence?.raised.filter(({ type }) => type === MISSING).map(({ frames, load }) => [placesOf(frames), load]);
}

describe("evidence of a failing test", () => {
  test("what SQLAlchemy wanted to load, even when a middleware or a response model swallows it", async () => {
    const { evidence } = await runProject({ files: SHOP, request: { trace: true } });
    const ofRead = (path: string) => evidence[`tests/test_shop.py::test_read[${path}]`];
    expect(raisedIn(ofRead("size"))).toEqual([
      [["shop/app.py:47 size"], { reason: "lazy", model: "shop.models.Order", attributes: ["items"] }],
    ]);
    expect(raisedIn(ofRead("out"))).toEqual([
      [[], { reason: "lazy", model: "shop.models.Order", attributes: ["items"] }],
    ]);
    expect(raisedIn(ofRead("note"))).toEqual([
      [["shop/app.py:57 note"], { reason: "lazy", model: "shop.models.Order", attributes: ["note"] }],
    ]);
    const expired = { reason: "expired", model: "shop.models.Order", attributes: ["customer", "id", "items"] };
    expect(raisedIn(evidence["tests/test_shop.py::test_create"])?.[0]).toEqual([["shop/app.py:65 create"], expired]);
    expect(ofRead("size")?.raised[0]?.frames).toEqual([
      {
        path: "shop/app.py",
        line: 47,
        function: "size",
        locals: {
          order_id: "int",
          db: "sqlalchemy.ext.asyncio.session.AsyncSession",
          order: "shop.models.Order",
        },
      },
    ]);
    expect(Object.keys(evidence)).not.toContain("tests/test_shop.py::test_count");
  });

  test("which functions ran, each once, with the smallest depth", async () => {
    const { evidence } = await runProject({
      files: {
        "core.py": [
          "class Tree:",
          "    def walk(self, n):",
          "        return [self.walk(i) for i in range(n)] and leaf()",
          "def leaf():",
          "    return sorted([2, 1], key=lambda n: n)",
          "def unused(): pass",
        ].join("\n"),
        "test_core.py": "from core import Tree\ndef test_walk():\n    assert Tree().walk(3) == 0\n",
      },
      request: { trace: true },
    });
    expect(evidence["test_core.py::test_walk"]?.executed.map(({ path, line, depth }) => [path, line, depth])).toEqual([
      ["test_core.py", 2, 0],
      ["core.py", 2, 1],
      ["core.py", 4, 2],
      ["core.py", 5, 3],
    ]);
  });

  test("coroutines made and dropped, at once or still held by the traceback, in threads too", async () => {
    const { evidence } = await runProject({ files: SHOP, request: { trace: true } });
    const dropped = (name: string) =>
      evidence[`tests/test_shop.py::${name}`]?.neverAwaited
        .filter(({ coroutine }) => coroutine.startsWith("AsyncSession."))
        .map(({ coroutine, frames }) => [coroutine, placesOf(frames)]);
    expect(dropped("test_forgotten")).toEqual([["AsyncSession.commit", ["shop/app.py:71 forgotten"]]]);
    expect(dropped("test_in_thread")).toEqual([["AsyncSession.commit", ["shop/app.py:71 forgotten"]]]);
    expect(dropped("test_waiting")).toEqual([["AsyncSession.scalars", ["shop/app.py:82 waiting"]]]);
  });

  test("an exception that is logged and swallowed, with the lines of the project it came through", async () => {
    const { evidence } = await runProject({
      files: {
        "shop.py": [
          "import logging",
          "def price(row):",
          "    return row['price']",
          "def answer(row):",
          "    try:",
          "        return price(row)",
          "    except KeyError:",
          "        logging.getLogger('shop').exception('no answer')",
          "        return 500",
          "def quiet():",
          "    try: price({})",
          "    except KeyError: logging.error('nothing')",
        ].join("\n"),
        "test_shop.py": [
          "import shop",
          "def test_answer():",
          "    assert shop.answer({}) == 1",
          "def test_quiet():",
          "    assert shop.quiet() == 1",
          "def test_fine():",
          "    assert shop.answer({}) == 500",
        ].join("\n"),
      },
      request: { trace: true },
    });
    const seen = Object.entries(evidence).map(([id, { raised }]) => [
      id,
      raised.map(({ frames, ...rest }) => ({ ...rest, frames: placesOf(frames) })),
    ]);
    const logged = {
      type: "KeyError",
      message: "'price'",
      load: null,
      frames: ["shop.py:6 answer", "shop.py:3 price"],
    };
    expect(Object.fromEntries(seen)).toEqual({
      "test_shop.py::test_answer": [logged],
      "test_shop.py::test_quiet": [],
    });
  });

  test("another profiler and the warning's own text are left as they are", async () => {
    const run = await runProject({
      files: {
        "test_own.py": [
          "import sys, warnings, pytest",
          "async def nothing(): pass",
          "def test_profiler():",
          "    seen = []",
          "    before = sys.getprofile()",
          "    sys.setprofile(lambda *event: seen.append(event))",
          "    len('')",
          "    sys.setprofile(before)",
          "    assert seen",
          "def test_text():",
          "    with pytest.warns(RuntimeWarning) as found:",
          "        nothing()",
          "    assert [str(w.message) for w in found] == [\"coroutine 'nothing' was never awaited\"]",
          "    assert found[0].filename == __file__",
          "def test_depth():",
          "    def down(): return down()",
          "    with pytest.raises(RecursionError): down()",
          "def test_last(): assert nothing is None",
        ].join("\n"),
      },
      request: { trace: true },
    });
    expect(run.outcomes).toEqual({
      "test_own.py::test_profiler": "passed",
      "test_own.py::test_text": "passed",
      "test_own.py::test_depth": "passed",
      "test_own.py::test_last": "failed",
    });
    expect(run.evidence["test_own.py::test_last"]?.executed.map(({ line }) => line)).toEqual([18]);
  });
});
