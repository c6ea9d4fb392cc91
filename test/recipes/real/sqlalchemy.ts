import type { RealCase } from "./real-case.ts";

const INI = "[pytest]\npythonpath = .\n";
const PLAIN = [["sqlalchemy==2.0.58"], ["sqlalchemy==2.1.9"]];
const ASYNC = [
  ["sqlalchemy[asyncio]==2.0.58", "aiosqlite"],
  ["sqlalchemy[asyncio]==2.1.9", "aiosqlite"],
];

const TABLE = `from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, select

engine = create_engine("sqlite://")
metadata = MetaData()
books = Table("books", metadata, Column("id", Integer, primary_key=True), Column("title", String))
metadata.create_all(engine)
`;

const MODELS = `from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "authors"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "books"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"))
    author: Mapped[Author] = relationship(back_populates="books")
`;

const DATABASE = `from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from models import Base

engine = create_async_engine("sqlite+aiosqlite://")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def create_tables():
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
`;

/** A module of the shop with a test that runs one coroutine of it. */
function shop(shopText: string, expected: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    "pytest.ini": INI,
    "models.py": MODELS,
    "database.py": DATABASE,
    "shop.py": shopText,
    "tests/test_shop.py": `import asyncio

from database import create_tables
from shop import answer


async def run():
    await create_tables()
    return await answer()


def test_answer():
    assert asyncio.run(run()) == ${expected}
`,
    ...more,
  };
}

const QUERY = `from database import Session
from models import Author


async def answer():
    async with Session() as session:
        authors = session.query(Author).filter(Author.name == "Ann").all()
        return [author.name for author in authors]
`;

const UNAWAITED = `from sqlalchemy import select

from database import Session
from models import Author


async def answer():
    async with Session() as session:
        session.add(Author(name="Ann"))
        await session.commit()
        result = session.execute(select(Author))
        return [author.name for author in result.scalars()]
`;

const LAZY = `from sqlalchemy import select

from database import Session
from models import Author, Book


async def answer():
    async with Session() as session:
        session.add(Author(name="Ann", books=[Book(title="Tea")]))
        await session.commit()
    async with Session() as session:
        result = await session.execute(select(Author))
        author = result.scalar_one()
        return [book.title for book in author.books]
`;

const EXPIRED = `from database import Session
from models import Author


async def answer():
    async with Session() as session:
        author = Author(name="Ann")
        session.add(author)
        await session.commit()
        return author.name
`;

const SYNC_WITH = `from sqlalchemy import select

from database import Session
from models import Author


async def answer():
    with Session() as session:
        result = await session.execute(select(Author))
        return result.scalars().all()
`;

/** Each was run with the versions it names. */
export const SQLALCHEMY_CASES: readonly RealCase[] = [
  {
    id: "sqlalchemy-plain-string",
    recipe: "textual-sql",
    title: "SQL is handed to a connection as a plain string.",
    files: {
      "pytest.ini": INI,
      "report.py": `from sqlalchemy import create_engine

engine = create_engine("sqlite://")


def total():
    with engine.connect() as connection:
        return connection.execute("select 40 + :more", {"more": 2}).scalar()
`,
      "tests/test_report.py": "from report import total\n\n\ndef test_total():\n    assert total() == 42\n",
    },
    after: {
      "report.py": `from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")


def total():
    with engine.connect() as connection:
        return connection.execute(text("select 40 + :more"), {"more": 2}).scalar()
`,
    },
    requirements: PLAIN,
    python: ["3.11", "3.13"],
    raises: "ObjectNotExecutableError: Not an executable object: 'select 40 + :more'",
  },
  {
    id: "sqlalchemy-string-from-outside",
    recipe: "textual-sql",
    title: "A function runs whatever its callers hand over, and gets a plain string.",
    files: {
      "pytest.ini": INI,
      "report.py": `from sqlalchemy import create_engine

engine = create_engine("sqlite://")


def run(query):
    with engine.connect() as connection:
        return connection.execute(query).scalar()
`,
      "tests/test_report.py": 'from report import run\n\n\ndef test_run():\n    assert run("select 42") == 42\n',
    },
    after: null,
    requirements: [["sqlalchemy==2.0.58"]],
    python: ["3.11"],
    raises: "ObjectNotExecutableError: Not an executable object: 'select 42'",
    note: "Other callers may hand over statements, and text from outside is not to become SQL by itself.",
  },
  {
    id: "sqlalchemy-engine-execute",
    recipe: "engine-execute",
    title: "The engine itself runs statements, as SQLAlchemy 1.3 let it.",
    files: {
      "pytest.ini": INI,
      "library.py": `${TABLE}

def add(title):
    engine.execute(books.insert().values(title=title))


def titles():
    return [row.title for row in engine.execute(select(books))]
`,
      "tests/test_library.py": `from library import add, titles


def test_titles():
    add("Tea")
    assert titles() == ["Tea"]
`,
    },
    after: {
      "library.py": `${TABLE}

def add(title):
    with engine.begin() as connection:
        connection.execute(books.insert().values(title=title))


def titles():
    with engine.begin() as connection:
        return [row.title for row in connection.execute(select(books))]
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises: "AttributeError: 'Engine' object has no attribute 'execute'",
  },
  {
    id: "sqlalchemy-table-names",
    recipe: "engine-inspect",
    title: "The engine is asked which tables there are.",
    files: {
      "pytest.ini": INI,
      "library.py": `${TABLE.replace(", select", "")}

def tables():
    return engine.table_names()
`,
      "tests/test_library.py": 'from library import tables\n\n\ndef test_tables():\n    assert tables() == ["books"]\n',
    },
    after: {
      "library.py": `${TABLE.replace("create_engine, select", "create_engine, inspect")}

def tables():
    return inspect(engine).get_table_names()
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises: "AttributeError: 'Engine' object has no attribute 'table_names'",
  },
  {
    id: "sqlalchemy-select-list",
    recipe: "unpacked-list",
    title: "`select` gets its columns as a list.",
    files: {
      "pytest.ini": INI,
      "library.py": `${TABLE}

def titles():
    with engine.connect() as connection:
        return connection.execute(select([books.c.title]).where(books.c.id > 1)).scalars().all()
`,
      "tests/test_library.py": "from library import titles\n\n\ndef test_titles():\n    assert titles() == []\n",
    },
    after: {
      "library.py": `${TABLE}

def titles():
    with engine.connect() as connection:
        return connection.execute(select(books.c.title).where(books.c.id > 1)).scalars().all()
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises:
      "ArgumentError: Column expression, FROM clause, or other columns clause element expected, got [Column('title'",
  },
  {
    id: "sqlalchemy-row-as-dictionary",
    recipe: "row-mapping",
    title: "A row is read by the names of its columns, as if it were a dictionary.",
    files: {
      "pytest.ini": INI,
      "library.py": `${TABLE}

def first_title():
    with engine.begin() as connection:
        connection.execute(books.insert().values(title="Tea"))
        row = connection.execute(select(books)).first()
        return row["title"]
`,
      "tests/test_library.py":
        'from library import first_title\n\n\ndef test_title():\n    assert first_title() == "Tea"\n',
    },
    after: {
      "library.py": `${TABLE}

def first_title():
    with engine.begin() as connection:
        connection.execute(books.insert().values(title="Tea"))
        row = connection.execute(select(books)).first()
        return row._mapping["title"]
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises: "TypeError: tuple indices must be integers or slices, not str",
  },
  {
    id: "sqlalchemy-loader-option-string",
    recipe: "loader-option-string",
    title: "A loader option names its relationship by a string.",
    files: {
      "pytest.ini": INI,
      "models.py": MODELS,
      "library.py": `from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, selectinload

from models import Author, Base

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


def authors():
    with Session(engine) as session:
        return session.scalars(select(Author).options(selectinload("books"))).all()
`,
      "tests/test_library.py": "from library import authors\n\n\ndef test_authors():\n    assert authors() == []\n",
    },
    after: {
      "library.py": `from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, selectinload

from models import Author, Base

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


def authors():
    with Session(engine) as session:
        return session.scalars(select(Author).options(selectinload(Author.books))).all()
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises: "ArgumentError: Strings are not accepted for attribute names in loader options",
  },
  {
    id: "sqlalchemy-joined-collection",
    recipe: "unique-result",
    title: "Objects with a joined collection are read row by row.",
    files: {
      "pytest.ini": INI,
      "models.py": MODELS,
      "library.py": `from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, joinedload

from models import Author, Base, Book

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


def add_author():
    with Session(engine) as session:
        session.add(Author(name="Ann", books=[Book(title="Tea"), Book(title="Cake")]))
        session.commit()


def authors():
    with Session(engine) as session:
        return session.execute(select(Author).options(joinedload(Author.books))).scalars().all()
`,
      "tests/test_library.py": `from library import add_author, authors


def test_authors():
    add_author()
    assert [author.name for author in authors()] == ["Ann"]
`,
    },
    after: {
      "library.py": `from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, joinedload

from models import Author, Base, Book

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


def add_author():
    with Session(engine) as session:
        session.add(Author(name="Ann", books=[Book(title="Tea"), Book(title="Cake")]))
        session.commit()


def authors():
    with Session(engine) as session:
        return session.execute(select(Author).options(joinedload(Author.books))).unique().scalars().all()
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises: "InvalidRequestError: The unique() method must be invoked on this Result",
  },
  {
    id: "sqlalchemy-plain-annotation",
    recipe: "mapped-annotation",
    title: "A column is annotated with the type of its value.",
    files: {
      "pytest.ini": INI,
      "models.py": `from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "authors"

    id: int = mapped_column(primary_key=True)
    name: str = mapped_column(String(80))
`,
      "tests/test_models.py":
        'from models import Author\n\n\ndef test_name():\n    assert Author(name="Ann").name == "Ann"\n',
    },
    after: {
      "models.py": `from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "authors"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises: 'Type annotation for "Author.id" can\'t be correctly interpreted',
  },
  {
    id: "sqlalchemy-relation",
    recipe: "moved-names",
    title: "A relationship is made by `relation`, its name in SQLAlchemy 1.",
    files: {
      "pytest.ini": INI,
      "models.py": `from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relation

Base = declarative_base()


class Author(Base):
    __tablename__ = "authors"

    id = Column(Integer, primary_key=True)
    books = relation("Book")


class Book(Base):
    __tablename__ = "books"

    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey("authors.id"))
`,
      "tests/test_models.py":
        "from models import Author, Book\n\n\ndef test_books():\n    assert len(Author(books=[Book()]).books) == 1\n",
    },
    after: {
      "models.py": `from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Author(Base):
    __tablename__ = "authors"

    id = Column(Integer, primary_key=True)
    books = relationship("Book")


class Book(Base):
    __tablename__ = "books"

    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey("authors.id"))
`,
    },
    requirements: PLAIN,
    python: ["3.11"],
    raises: "ImportError: cannot import name 'relation' from 'sqlalchemy.orm'",
  },
  {
    id: "sqlalchemy-sync-driver-url",
    recipe: "async-driver-url",
    title: "An asynchronous engine gets a URL of a synchronous driver.",
    files: shop("async def answer():\n    return 42\n", "42", {
      "database.py": DATABASE.replace("sqlite+aiosqlite://", "sqlite://"),
    }),
    after: { "database.py": DATABASE },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "InvalidRequestError: The asyncio extension requires an async driver to be used.",
  },
  {
    id: "sqlalchemy-sync-engine",
    recipe: "async-engine-for-async-url",
    title: "A synchronous engine gets a URL of an asynchronous driver.",
    files: shop("async def answer():\n    return 42\n", "42", {
      "database.py": DATABASE.replaceAll("create_async_engine", "create_engine").replace(
        "from sqlalchemy.ext.asyncio import async_sessionmaker, create_engine\n",
        "from sqlalchemy import create_engine\nfrom sqlalchemy.ext.asyncio import async_sessionmaker\n",
      ),
    }),
    after: { "database.py": DATABASE },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "'_GeneratorContextManager' object does not support the asynchronous context manager protocol",
  },
  {
    id: "sqlalchemy-sync-factory",
    recipe: "async-session-factory",
    title: "A synchronous factory makes sessions for an asynchronous engine.",
    files: shop(UNAWAITED.replace("= session.execute", "= await session.execute"), '["Ann"]', {
      "database.py": DATABASE.replace(
        "from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine\n",
        "from sqlalchemy.ext.asyncio import create_async_engine\nfrom sqlalchemy.orm import sessionmaker\n",
      ).replace("async_sessionmaker(engine", "sessionmaker(engine"),
    }),
    after: { "database.py": DATABASE },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "'Session' object does not support the asynchronous context manager protocol",
  },
  {
    id: "sqlalchemy-event-on-async-engine",
    recipe: "event-on-sync-engine",
    title: "An event is registered on an asynchronous engine.",
    files: shop("async def answer():\n    return 42\n", "42", {
      "database.py": `${DATABASE.replace("from sqlalchemy.ext", "from sqlalchemy import event\nfrom sqlalchemy.ext")}

@event.listens_for(engine, "connect")
def switch_on_foreign_keys(connection, _record):
    connection.execute("PRAGMA foreign_keys = ON")
`,
    }),
    after: {
      "database.py": `${DATABASE.replace("from sqlalchemy.ext", "from sqlalchemy import event\nfrom sqlalchemy.ext")}

@event.listens_for(engine.sync_engine, "connect")
def switch_on_foreign_keys(connection, _record):
    connection.execute("PRAGMA foreign_keys = ON")
`,
    },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "NotImplementedError: asynchronous events are not implemented at this time.",
  },
  {
    id: "sqlalchemy-sync-with",
    recipe: "async-context-manager",
    title: "An asynchronous session is opened by a plain `with`.",
    files: shop(SYNC_WITH, "[]"),
    after: { "shop.py": SYNC_WITH.replace("    with Session", "    async with Session") },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "'AsyncSession' object does not support the context manager protocol",
  },
  {
    id: "sqlalchemy-create-all",
    recipe: "run-sync-ddl",
    title: "Tables are created with an asynchronous engine as if it were a synchronous one.",
    files: shop("async def answer():\n    return 42\n", "42", {
      "database.py": DATABASE.replace(
        "    async with engine.begin() as connection:\n        await connection.run_sync(Base.metadata.create_all)\n",
        "    Base.metadata.create_all(engine)\n",
      ),
    }),
    after: { "database.py": DATABASE.replace("as connection", "as conn").replace("await connection", "await conn") },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "AttributeError: 'AsyncEngine' object has no attribute '_run_ddl_visitor'",
  },
  {
    id: "sqlalchemy-query-on-async-session",
    recipe: "query-to-select",
    title: "An asynchronous session is asked by `query`.",
    files: shop(QUERY, "[]"),
    after: {
      "shop.py": `from database import Session
from models import Author
from sqlalchemy import select


async def answer():
    async with Session() as session:
        result = await session.execute(select(Author).where(Author.name == "Ann"))
        authors = result.scalars().all()
        return [author.name for author in authors]
`,
    },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "AttributeError: 'AsyncSession' object has no attribute 'query'",
  },
  {
    id: "sqlalchemy-missing-await",
    recipe: "await-session-call",
    title: "A query of an asynchronous session is not awaited.",
    files: shop(UNAWAITED, '["Ann"]'),
    after: { "shop.py": UNAWAITED.replace("= session.execute", "= await session.execute") },
    requirements: ASYNC,
    python: ["3.11", "3.13"],
    raises: "AttributeError: 'coroutine' object has no attribute 'scalars'",
  },
  {
    id: "sqlalchemy-lazy-relationship",
    recipe: "eager-load-relationship",
    title: "A relationship is read that the query did not load.",
    files: shop(LAZY, '["Tea"]'),
    after: {
      "shop.py": LAZY.replace("import select\n", "import select\nfrom sqlalchemy.orm import selectinload\n").replace(
        "session.execute(select(Author))",
        "session.execute(select(Author).options(selectinload(Author.books)))",
      ),
    },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "MissingGreenlet: greenlet_spawn has not been called",
  },
  {
    id: "sqlalchemy-read-after-commit",
    recipe: "keep-attributes-after-commit",
    title: "An object is read after the commit that made its attributes stale.",
    files: shop(EXPIRED, '"Ann"', { "database.py": DATABASE.replace("engine, expire_on_commit=False", "engine") }),
    after: { "database.py": DATABASE },
    requirements: ASYNC,
    python: ["3.11"],
    raises: "MissingGreenlet: greenlet_spawn has not been called",
  },
];
