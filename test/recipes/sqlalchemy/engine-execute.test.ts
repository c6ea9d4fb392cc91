import { expect, test } from "vitest";
import { engineExecute } from "../../../src/draft/recipes/sqlalchemy/engine-execute.ts";
import { engineInspect } from "../../../src/draft/recipes/sqlalchemy/engine-inspect.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

function row(text: string, line: number, attribute = "execute"): RecipeCase {
  return {
    files: { "shop/db.py": text },
    exception: { type: "AttributeError", message: `'Engine' object has no attribute '${attribute}'` },
    frames: [{ path: "shop/db.py", line, function: "total" }],
  };
}

test.each([
  [
    "another object",
    {
      ...row("def total():\n    engine.execute(q)\n", 2),
      exception: { type: "AttributeError", message: "'Shop' object has no attribute 'execute'" },
    },
  ],
  ["a result that is given back", row("def total():\n    return engine.execute(q)\n", 2)],
  ["a result that is handed on", row("def total():\n    return Rows(engine.execute(q))\n", 2)],
  ["a condition", row("def total():\n    if engine.execute(q).scalar():\n        work()\n", 2)],
  ["a generator", row("def total():\n    return (r for r in engine.execute(q))\n", 2)],
  ["a lambda", row("def total():\n    return lambda: engine.execute(q).scalar()\n", 2)],
  ["two statements on a line", row("def total():\n    a = 1; engine.execute(q)\n", 2)],
  ["both names taken", row("connection = conn = None\n\n\ndef total():\n    engine.execute(q)\n", 5)],
  ["an engine that is made on the spot", row("def total():\n    make().execute(q)\n", 2)],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(engineExecute, input)).toEqual([]);
});

test.each([
  [
    "a statement",
    "def total():\n    engine.execute(q)  # now\n",
    "def total():\n    with engine.begin() as connection:\n        connection.execute(q)  # now\n",
    2,
  ],
  [
    "a value",
    "def total():\n    return engine.execute(q).scalar()\n",
    "def total():\n    with engine.begin() as connection:\n        return connection.execute(q).scalar()\n",
    2,
  ],
  [
    "rows in a list",
    "def total():\n    rows = [r for r in self.engine.execute(q)]\n    return rows\n",
    "def total():\n    with self.engine.begin() as connection:\n        rows = [r for r in connection.execute(q)]\n    return rows\n",
    2,
  ],
  [
    "a loop",
    "def total():\n    for r in engine.execute(q):\n        print(r)\n\n        save(r)\n",
    "def total():\n    with engine.begin() as connection:\n        for r in connection.execute(q):\n            print(r)\n\n            save(r)\n",
    2,
  ],
  [
    "a text of several lines",
    'def total():\n    engine.execute(\n        """\n    delete\n    """,\n        a,\n    )\n',
    'def total():\n    with engine.begin() as connection:\n        connection.execute(\n            """\n    delete\n    """,\n            a,\n        )\n',
    2,
  ],
  [
    "a result that is read later",
    "def total():\n    result = engine.execute(q)\n    count = 0\n    rows = result.fetchall()\n    return rows, count\n",
    "def total():\n    with engine.begin() as connection:\n        result = connection.execute(q)\n        count = 0\n        rows = result.fetchall()\n    return rows, count\n",
    2,
  ],
  [
    "a name that is taken",
    "def total(connection):\n    engine.execute(q)\n",
    "def total(connection):\n    with engine.begin() as conn:\n        conn.execute(q)\n",
    2,
  ],
  [
    "its like in the file",
    "def total():\n    engine.execute(q)\n\n\ndef rest():\n    engine.execute(p)\n",
    "def total():\n    with engine.begin() as connection:\n        connection.execute(q)\n\n\ndef rest():\n    with engine.begin() as connection:\n        connection.execute(p)\n",
    2,
  ],
])("runs it on a connection: %s", async (_title, before, after, line) => {
  expect(await drafted(engineExecute, row(before, line))).toEqual([{ "shop/db.py": after }]);
});

const HEAD = "from sqlalchemy import create_engine\n\n\n";

test.each([
  [
    "tables",
    "def total():\n    return engine.table_names()\n",
    "def total():\n    return inspect(engine).get_table_names()\n",
    "table_names",
  ],
  [
    "one table",
    'def total():\n    return db.engine.has_table("a")\n',
    'def total():\n    return inspect(db.engine).has_table("a")\n',
    "has_table",
  ],
])("asks an inspector for %s", async (_title, before, after, attribute) => {
  const head = HEAD.replace("create_engine", "create_engine, inspect");
  expect(await drafted(engineInspect, row(HEAD + before, 5, attribute))).toEqual([{ "shop/db.py": head + after }]);
});

test.each([
  ["another method", row("def total():\n    return engine.execute(q)\n", 2)],
  ["another `inspect`", row("def total(inspect):\n    return engine.table_names()\n", 2, "table_names")],
  ["an engine that is made on the spot", row("def total():\n    return make().table_names()\n", 2, "table_names")],
])("leaves %s alone there", async (_title, input) => {
  expect(await drafted(engineInspect, input)).toEqual([]);
});
