import { expect, test } from "vitest";
import { movedNames } from "../../../src/draft/recipes/moved-names.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

function row(text: string, change: Partial<RecipeCase> = {}): RecipeCase {
  const message = "cannot import name 'relation' from 'sqlalchemy.orm' (/venv/sqlalchemy/orm/__init__.py)";
  return {
    files: { "shop/models.py": text },
    exception: { type: "ImportError", message },
    frames: [{ path: "shop/models.py", line: 1, function: "<module>" }],
    has: ["sqlalchemy.orm.relationship"],
    ...change,
  };
}

test.each([
  ["a version that has it", row("from sqlalchemy.orm import relation\n", { has: ["sqlalchemy.orm.relation"] })],
  ["a version without the new name", row("from sqlalchemy.orm import relation\n", { has: [] })],
  ["another module's", row("from shop.orm import relation\n")],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(movedNames, input)).toEqual([]);
});

test.each([
  [
    "beside a name that stays",
    "from sqlalchemy.orm import Session, relation\n\nbooks = relation('Book')\n",
    "from sqlalchemy.orm import Session, relationship\n\nbooks = relationship('Book')\n",
  ],
  [
    "beside its own new name",
    "from sqlalchemy.orm import relation, relationship\n\na = relation('A')\nb = relationship('B')\n",
    "from sqlalchemy.orm import relationship\n\na = relationship('A')\nb = relationship('B')\n",
  ],
  ["alone", "from sqlalchemy.orm import relation\n", "from sqlalchemy.orm import relationship\n"],
])("renames an import in its statement: %s", async (_title, before, after) => {
  expect(await drafted(movedNames, row(before))).toEqual([{ "shop/models.py": after }]);
});
