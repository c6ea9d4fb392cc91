import { describe, expect, it } from "vitest";
import type { TestEvidence } from "../../src/domain/evidence.ts";
import { eagerLoadRelationship } from "../../src/draft/recipes/eager-load-relationship.ts";
import { drafted, type RecipeCase, recipeInput } from "../support/recipe-case.ts";

const GREENLET = {
  type: "sqlalchemy.exc.MissingGreenlet",
  message: "greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?",
};

const MODELS = `from sqlalchemy import Column, ForeignKey, Integer, String, Text
from sqlalchemy.orm import declarative_base, deferred, relationship

Base = declarative_base()


class Author(Base):
    __tablename__ = "authors"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    books = relationship("Book", back_populates="author")


class Book(Base):
    __tablename__ = "books"
    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey("authors.id"))
    summary = deferred(Column(Text))
    author = relationship("Author", back_populates="books")
    chapters = relationship("Chapter", backref="book")
    readers = relationship("Author", lazy="dynamic")
    shelf = relationship("Shelf", lazy="raise")


class Chapter(Base):
    __tablename__ = "chapters"
    id = Column(Integer, primary_key=True)
    title = Column(String)
    book_id = Column(ForeignKey("books.id"))


class Shelf(Base):
    __tablename__ = "shelves"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("shelves.id"))
    children = relationship("Shelf")
`;

const HEAD = `from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from lib.models import Author, Book, Chapter, Shelf

`;

interface Row {
  readonly code: string;
  /** `Book.chapters`: what was being loaded; null leaves the evidence empty. */
  readonly load: string | null;
  readonly head?: string;
  readonly more?: Partial<RecipeCase>;
  /** Functions of the code that ran, by the text of their first line. */
  readonly ran?: readonly string[];
  readonly locals?: Readonly<Record<string, string>>;
}

/** The failing line is marked `# <-`. */
function caseOf({ code, load, head = HEAD, more, ran = [], locals = {} }: Row): RecipeCase {
  const text = head + code;
  const line = text.split("\n").findIndex((entry) => entry.includes("# <-")) + 1;
  const frames = line > 0 ? [{ path: "lib/code.py", line, function: null, locals }] : [];
  const [model = "", attribute = ""] = (load ?? "").split(".");
  const seen = {
    ...GREENLET,
    frames,
    load: { reason: "lazy" as const, model: `lib.models.${model}`, attributes: [attribute] },
  };
  const executed = ran.map((name, order) => {
    const first = text.split("\n").findIndex((entry) => entry.startsWith(name)) + 1;
    return { path: "lib/code.py", name, line: first, depth: order, order };
  });
  const evidence: Partial<TestEvidence> = load === null ? {} : { raised: [seen], executed };
  return { files: { "lib/models.py": MODELS, "lib/code.py": text }, exception: GREENLET, frames, evidence, ...more };
}

async function changed(row: Row): Promise<string[]> {
  const results = await drafted(eagerLoadRelationship, caseOf(row));
  return results.map((files) => (files["lib/code.py"] ?? "").replace(row.head ?? HEAD, ""));
}

const NOOP: Record<string, Row> = {
  "another exception": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return book.chapters  # <-\n",
    load: null,
    more: { exception: { type: "KeyError", message: "'x'" } },
  },
  "a load that failed for another reason": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return book.chapters  # <-\n",
    load: null,
    more: {
      exception: { type: "sqlalchemy.exc.OperationalError", message: "no such table" },
      evidence: {
        raised: [
          {
            type: "sqlalchemy.exc.OperationalError",
            message: "no such table",
            frames: [],
            load: { reason: "lazy", model: "lib.models.Book", attributes: ["chapters"] },
          },
        ],
      },
    },
  },
  "a session used the wrong way": {
    code: "async def f(db):\n    return [book.chapters for book in db.scalars(select(Book))]  # <-\n",
    load: null,
    more: { evidence: { raised: [{ ...GREENLET, frames: [], load: null }] } },
  },
  "the option is there": {
    code: "async def f(db):\n    book = await db.get(Book, 1, options=[selectinload(Book.chapters)])\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "the option is there under another strategy": {
    code: "async def f(db):\n    book = await db.scalar(select(Book).options(sa.orm.joinedload(Book.chapters)))\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "the option is added later": {
    code: "async def f(db):\n    stmt = select(Book)\n    stmt = stmt.where(Book.id == 1).options(selectinload(Book.chapters))\n    book = await db.scalar(stmt)\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "lazyload asked for": {
    code: "async def f(db):\n    book = await db.scalar(select(Book).options(lazyload(Book.chapters)))\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "a dynamic relationship": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return book.readers  # <-\n",
    load: "Book.readers",
  },
  "lazy=raise": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return book.shelf  # <-\n",
    load: "Book.shelf",
  },
  "an expired column": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return book.id  # <-\n",
    load: "Book.id",
  },
  "a query of another class": {
    code: "async def f(db):\n    author = await db.get(Author, 1)\n    return other(author)  # <-\n",
    load: "Chapter.book",
  },
  "columns only": {
    code: "async def f(db):\n    book = (await db.execute(select(Book.id))).first()\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "a subquery": {
    code: "async def f(db):\n    book = await db.scalar(text(select(Book).subquery()))\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "another library's select": {
    head: "from peewee import select\nfrom lib.models import Book\n",
    code: "async def f(db):\n    book = await db.scalar(select(Book))\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "a sync session's get": {
    head: "from sqlalchemy.orm import Session\nfrom lib.models import Book\n",
    code: "async def f(db: Session):\n    book = await db.get(Book, 1)\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "a dictionary's get": {
    code: "async def f(cache):\n    book = cache.get(Book, 1)\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "an unknown class": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return book.chapters  # <-\n",
    load: "Missing.chapters",
  },
  "a guarded file": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return book.chapters  # <-\n",
    load: "Book.chapters",
    more: { guarded: ["lib/code.py"] },
  },
  "options that are no list": {
    code: "async def f(db, chosen):\n    book = await db.get(Book, 1, options=chosen)\n    return book.chapters  # <-\n",
    load: "Book.chapters",
  },
  "one generic repository for several models": {
    code: "class Repo:\n    async def all(self, db):\n        return (await db.scalars(select(self.model))).all()\n\n\nclass Books(Repo):\n    model = Book\n\n\nclass Authors(Repo):\n    model = Author\n\n\nasync def f(db):\n    for book in await Books().all(db):\n        book.chapters  # <-\n",
    ran: ["    async def all", "async def f"],
    load: "Book.chapters",
  },
};

const REWRITE: Record<string, Row & { readonly to: readonly string[] }> = {
  "a statement": {
    code: "async def f(db):\n    stmt = select(Book).where(Book.id == 1)\n    book = await db.scalar(stmt)\n    return book.chapters  # <-\n",
    load: "Book.chapters",
    to: [
      "async def f(db):\n    stmt = select(Book).where(Book.id == 1).options(selectinload(Book.chapters))\n    book = await db.scalar(stmt)\n    return book.chapters  # <-\n",
    ],
  },
  "get, and once more for an object that the session holds": {
    code: "async def f(db):\n    book = await db.get(Book, 1)\n    return len(book.chapters)  # <-\n",
    load: "Book.chapters",
    to: [
      "async def f(db):\n    book = await db.get(Book, 1, options=[selectinload(Book.chapters)])\n    return len(book.chapters)  # <-\n",
      "async def f(db):\n    book = await db.get(Book, 1, options=[selectinload(Book.chapters)], populate_existing=True)\n    return len(book.chapters)  # <-\n",
    ],
  },
  "a chain with a call a line, and all that the function reads": {
    code: "async def f(db):\n    rows = await db.execute(\n        select(Author)\n        # by name\n        .order_by(Author.name)\n    )\n    for author in rows.scalars().unique():\n        for book in author.books:  # <-\n            print([chapter.title for chapter in book.chapters])\n",
    load: "Author.books",
    to: [
      "async def f(db):\n    rows = await db.execute(\n        select(Author)\n        # by name\n        .order_by(Author.name)\n        .options(selectinload(Author.books).selectinload(Book.chapters))\n    )\n    for author in rows.scalars().unique():\n        for book in author.books:  # <-\n            print([chapter.title for chapter in book.chapters])\n",
    ],
  },
  "two queries that may have given it": {
    code: "async def f(db):\n    first = await db.scalar(select(Book).where(Book.id == 1))\n    last = await db.scalar(select(Book))\n    return pick(first, last).chapters  # <-\n",
    load: "Book.chapters",
    to: [
      "async def f(db):\n    first = await db.scalar(select(Book).where(Book.id == 1).options(selectinload(Book.chapters)))\n    last = await db.scalar(select(Book).options(selectinload(Book.chapters)))\n    return pick(first, last).chapters  # <-\n",
    ],
  },
  "an existing option is extended": {
    code: "async def f(db):\n    authors = await db.scalars(select(Author).options(selectinload(Author.books)))\n    return [b.chapters for a in authors for b in a.books]  # <-\n",
    load: "Book.chapters",
    to: [
      "async def f(db):\n    authors = await db.scalars(select(Author).options(selectinload(Author.books).selectinload(Book.chapters)))\n    return [b.chapters for a in authors for b in a.books]  # <-\n",
    ],
  },
  "an option with another continuation": {
    code: "async def f(db):\n    a = await db.scalar(select(Author).options(selectinload(Author.books).undefer(Book.summary)))\n    return [b.chapters for b in a.books]  # <-\n",
    load: "Book.chapters",
    to: [
      "async def f(db):\n    a = await db.scalar(select(Author).options(selectinload(Author.books).undefer(Book.summary), selectinload(Author.books).selectinload(Book.chapters)))\n    return [b.chapters for b in a.books]  # <-\n",
    ],
  },
  "the other side of a backref, in a list of options": {
    code: "async def f(db):\n    chapter = await db.get(\n        Chapter,\n        1,\n        options=[\n            selectinload(Chapter.notes),\n        ],\n    )\n    return chapter.book.author.name  # <-\n",
    load: "Chapter.book",
    to: [
      "async def f(db):\n    chapter = await db.get(\n        Chapter,\n        1,\n        options=[\n            selectinload(Chapter.notes),\n            selectinload(Chapter.book).selectinload(Book.author),\n        ],\n    )\n    return chapter.book.author.name  # <-\n",
    ],
  },
  "a deferred column": {
    code: "async def f(db):\n    book = await db.scalar(select(Book))\n    return book.summary  # <-\n",
    load: "Book.summary",
    to: [
      "async def f(db):\n    book = await db.scalar(select(Book).options(undefer(Book.summary)))\n    return book.summary  # <-\n",
    ],
    head: "from sqlalchemy import select\nfrom sqlalchemy.orm import undefer\nfrom lib.models import Book\n",
  },
  "a tree read by a function that calls itself": {
    code: "def show(shelf):\n    return [show(child) for child in shelf.children]  # <-\n\n\nasync def f(db):\n    return show(await db.scalar(select(Shelf)))\n",
    load: "Shelf.children",
    more: { packages: { sqlalchemy: "2.1.9" } },
    ran: ["def show", "async def f"],
    locals: { shelf: "lib.models.Shelf" },
    to: [
      "def show(shelf):\n    return [show(child) for child in shelf.children]  # <-\n\n\nasync def f(db):\n    return show(await db.scalar(\n        select(Shelf).options(selectinload(Shelf.children, recursion_depth=-1))\n    ))\n",
    ],
  },
  "a new object": {
    code: "async def f(db):\n    book = Book()\n    db.add(book)\n    await db.commit()\n    return book.chapters  # <-\n",
    load: "Book.chapters",
    to: [
      'async def f(db):\n    book = Book()\n    db.add(book)\n    await db.commit()\n    await db.refresh(book, ["chapters"])\n    return book.chapters  # <-\n',
    ],
  },
  "a new object before SQLAlchemy 2.0.4": {
    code: "async def f(db):\n    book = Book()\n    db.add(book)\n    await db.flush()\n    return book.chapters  # <-\n",
    load: "Book.chapters",
    more: { packages: { sqlalchemy: "1.4.54" } },
    to: [
      "async def f(db):\n    book = Book()\n    db.add(book)\n    await db.flush()\n    book = await db.get(\n        Book,\n        book.id,\n        options=[selectinload(Book.chapters)],\n        populate_existing=True,\n    )\n    return book.chapters  # <-\n",
    ],
  },
  "without a record of the run": {
    code: "async def f(db):\n    book = await db.scalar(select(Book))\n    return book.chapters  # <-\n",
    load: null,
    to: [
      "async def f(db):\n    book = await db.scalar(select(Book).options(selectinload(Book.chapters)))\n    return book.chapters  # <-\n",
    ],
  },
  "a response model's message": {
    head: "from fastapi import APIRouter\nfrom pydantic import BaseModel\nfrom sqlalchemy import select\nfrom sqlalchemy.orm import selectinload\nfrom lib.models import Author, Book\n\nrouter = APIRouter()\n",
    code: "class ChapterOut(BaseModel):\n    title: str\n\n\nclass BookOut(BaseModel):\n    id: int\n    chapters: list[ChapterOut]\n\n\nclass AuthorOut(BaseModel):\n    name: str\n    books: list[BookOut]\n\n\n@router.get('/authors', response_model=list[AuthorOut])\nasync def authors(db):\n    return (await db.scalars(select(Author))).all()\n",
    load: null,
    more: {
      exception: {
        type: "fastapi.exceptions.ResponseValidationError",
        message: `1 validation error:\n  {'type': 'get_attribute_error', 'loc': ('response', 0, 'books'), 'msg': "Error extracting attribute: MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.", 'input': <lib.models.Author object at 0x7fb0>}\n\n  File "/srv/lib/code.py", line 23, in authors\n    GET /authors`,
      },
    },
    to: [
      "class ChapterOut(BaseModel):\n    title: str\n\n\nclass BookOut(BaseModel):\n    id: int\n    chapters: list[ChapterOut]\n\n\nclass AuthorOut(BaseModel):\n    name: str\n    books: list[BookOut]\n\n\n@router.get('/authors', response_model=list[AuthorOut])\nasync def authors(db):\n    return (await db.scalars(\n        select(Author).options(selectinload(Author.books).selectinload(Book.chapters))\n    )).all()\n",
    ],
  },
};

describe("eager-load-relationship", () => {
  it("imports a class from the module that really has it, in the manner of its neighbour", async () => {
    const head = "from sqlalchemy.orm import Mapped, relationship, mapped_column\n";
    const files = {
      "lib/models/__init__.py": "",
      "lib/models/song.py": `${head}from .base import Base\n\n\nclass Song(Base):\n    __tablename__ = "songs"\n    lines: Mapped[list["Line"]] = relationship()\n\n\nclass Line(Base):\n    __tablename__ = "lines"\n`,
      "lib/models/singer.py": `${head}from typing import TYPE_CHECKING\nfrom .base import Base\n\nif TYPE_CHECKING:\n    from .song import Song\n\n\nclass Singer(Base):\n    __tablename__ = "singers"\n    songs: Mapped[list["Song"]] = relationship()\n`,
      "lib/code.py":
        "from sqlalchemy import select\nfrom sqlalchemy.orm import selectinload\n\nfrom .models.singer import Singer\n\n\nasync def f(db):\n    singer = await db.get(Singer, 1)\n    return [song.lines for song in singer.songs]\n",
    };
    const frames = [{ path: "lib/code.py", line: 9, function: "f" }];
    const load = { reason: "lazy" as const, model: "lib.models.singer.Singer", attributes: ["songs"] };
    const row = { files, exception: GREENLET, frames, evidence: { raised: [{ ...GREENLET, frames, load }] } };
    const [first] = await drafted(eagerLoadRelationship, row);
    expect(first?.["lib/code.py"]).toEqual(
      "from sqlalchemy import select\nfrom sqlalchemy.orm import selectinload\n\nfrom .models.singer import Singer\nfrom .models.song import Song\n\n\nasync def f(db):\n    singer = await db.get(Singer, 1, options=[selectinload(Singer.songs).selectinload(Song.lines)])\n    return [song.lines for song in singer.songs]\n",
    );
  });

  it("names the same fault in code that did not run", async () => {
    const code = "async def f(db):\n    book = await db.scalar(select(Book))\n    return book.chapters  # <-\n";
    const others = `${code.replace("f(db)", "g(db)").replace("  # <-", "")}\n\n${NOOP["the option is there"]?.code ?? ""}`;
    const row = caseOf({
      code: `${code}\n\n${others.replace("  # <-", "")}`,
      load: "Book.chapters",
      ran: ["async def f"],
    });
    const [draft] = eagerLoadRelationship.draft(await recipeInput(row));
    expect(draft?.leftAlone).toEqual([
      {
        path: "lib/code.py",
        line: 12,
        note: "Book.chapters is read from the result of this query too, which does not load it.",
      },
    ]);
  });

  it("loads what the functions around a query read; what others read of the same class only as a second draft", async () => {
    const code = `async def books(db):
    return await db.scalars(select(Book))


def row(book: Book):
    return book.author.name  # <-


def page(book: Book):
    return [chapter.title for chapter in book.chapters]


async def index(db):
    return [row(book) for book in await books(db)]


async def detail(db):
    book = await db.get(Book, 1)
    return page(book)
`;
    const ran = ["async def books", "def row", "def page", "async def index", "async def detail"];
    const row = caseOf({ code, load: "Book.author", ran, locals: { book: "lib.models.Book" } });
    const queries = (await drafted(eagerLoadRelationship, row)).map((files) =>
      (files["lib/code.py"] ?? "").split("\n").filter((line) => /select\(|load\(/.test(line)),
    );
    expect(queries).toEqual([
      ["    return await db.scalars(select(Book).options(selectinload(Book.author)))"],
      ["        select(Book).options(selectinload(Book.author), selectinload(Book.chapters))"],
    ]);
  });

  it("does not cross what is read of a class with itself, and gives long options a line each", async () => {
    const models =
      'class Person(Base):\n    __tablename__ = "people"\n    best_friend = relationship("Person")\n    followed_people = relationship("Person")\n';
    const code =
      "async def f(db):\n    person = await db.get(Person, 1)\n    print(person.followed_people)\n    return person.best_friend.best_friend  # <-\n";
    const head = "from sqlalchemy.orm import selectinload\nfrom lib.models import Person\n\n";
    const row = caseOf({ code, head, load: "Person.best_friend" });
    const [files] = await drafted(eagerLoadRelationship, {
      ...row,
      files: {
        "lib/models.py": `from sqlalchemy.orm import declarative_base, relationship\n\nBase = declarative_base()\n\n\n${models}`,
        "lib/code.py": head + code,
      },
    });
    expect(files?.["lib/code.py"]).toEqual(
      head +
        code.replace(
          "(Person, 1)",
          "(\n        Person,\n        1,\n        options=[\n            selectinload(Person.best_friend).selectinload(Person.best_friend),\n            selectinload(Person.followed_people),\n        ],\n    )",
        ),
    );
  });

  it.each(Object.entries(NOOP))("leaves alone: %s", async (_, row) => {
    expect(await changed(row)).toEqual([]);
  });

  it.each(Object.entries(REWRITE))("rewrites: %s", async (_, row) => {
    expect(await changed(row)).toEqual(row.to);
  });
});
