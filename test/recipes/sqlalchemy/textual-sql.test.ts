import { expect, test } from "vitest";
import { textualSql } from "../../../src/draft/recipes/sqlalchemy/textual-sql.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const MESSAGE = "Not an executable object: 'select 1'";
const HEAD = "from sqlalchemy import create_engine\n\n\n";
const AFTER = "from sqlalchemy import create_engine, text\n\n\n";

/** Code whose line (one-based, below the head of three) is refused. */
function row(body: string, line: number, message = MESSAGE): RecipeCase {
  return {
    files: { "shop/db.py": HEAD + body },
    exception: { type: "sqlalchemy.exc.ObjectNotExecutableError", message },
    frames: [{ path: "shop/db.py", line: line + 3, function: "total" }],
  };
}

test.each([
  ["a statement", row("def total(c):\n    return c.execute(select(1))\n", 2)],
  ["a text", row('def total(c):\n    return c.execute(text("select 1"))\n', 2)],
  ["another failure", row('def total(c):\n    return c.execute("select 1")\n', 2, "no such table: a")],
  ["another line", row('def total(c):\n    c.execute("select 1")\n    return c.execute(query())\n', 3)],
  ["a parameter", row("def total(c, query):\n    return c.execute(query)\n", 2)],
  [
    "a name that may hold a statement",
    row('def total(c):\n    query = "a"\n    query = make()\n    return c.execute(query)\n', 4),
  ],
  ["markers of the driver", row('def total(c):\n    return c.execute("select ?", [1])\n', 2)],
  ["markers in words of the driver", row('def total(c):\n    return c.execute("select %s", {"a": 1})\n', 2)],
  ["another `text`", row('text = "a"\n\n\ndef total(c):\n    return c.execute("select 1")\n', 5)],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(textualSql, input)).toEqual([]);
});

test.each([
  [
    "a literal",
    'def total(c):\n    return c.execute("select 1").scalar()  # one\n',
    'def total(c):\n    return c.execute(text("select 1")).scalar()  # one\n',
    2,
  ],
  [
    "parameters by name",
    'def total(c):\n    return c.execute("select :a", {"a": 1})\n',
    'def total(c):\n    return c.execute(text("select :a"), {"a": 1})\n',
    2,
  ],
  [
    "an f-string",
    'def total(c, n):\n    return c.scalar(f"select {n}")\n',
    'def total(c, n):\n    return c.scalar(text(f"select {n}"))\n',
    2,
  ],
  [
    "a sum of strings",
    'def total(c):\n    return c.execute("select " + "1")\n',
    'def total(c):\n    return c.execute(text("select " + "1"))\n',
    2,
  ],
  [
    "a name of the function",
    'def total(c):\n    query = "select 1"\n    return c.execute(query)\n',
    'def total(c):\n    query = "select 1"\n    return c.execute(text(query))\n',
    3,
  ],
  [
    "a constant of the module",
    'QUERY = "select 1"\n\n\ndef total(c):\n    return c.execute(QUERY)\n',
    'QUERY = "select 1"\n\n\ndef total(c):\n    return c.execute(text(QUERY))\n',
    5,
  ],
  [
    "a text that is filled in",
    'def total(c):\n    return c.execute("select {}".format(1))\n',
    'def total(c):\n    return c.execute(text("select {}".format(1)))\n',
    2,
  ],
  [
    "its like in the same file",
    'def total(c):\n    return c.execute("select 1")\n\n\ndef rest(s):\n    return s.execute("""\n        select 2\n    """)\n',
    'def total(c):\n    return c.execute(text("select 1"))\n\n\ndef rest(s):\n    return s.execute(text("""\n        select 2\n    """))\n',
    2,
  ],
])("wraps %s", async (_title, before, after, line) => {
  expect(await drafted(textualSql, row(before, line))).toEqual([{ "shop/db.py": AFTER + after }]);
});

test("knows the words of a session, and keeps to the failing line beside another driver", async () => {
  const body =
    'import sqlite3\n\n\ndef total(s):\n    return s.query(A).filter("a > 1")\n\n\ndef raw(cursor):\n    return cursor.execute("select 1")\n';
  const message = "Textual SQL expression 'a > 1' should be explicitly declared as text('a > 1')";
  const after = body.replace('"a > 1"', 'text("a > 1")');
  expect(await drafted(textualSql, row(body, 5, message))).toEqual([{ "shop/db.py": AFTER + after }]);
});
