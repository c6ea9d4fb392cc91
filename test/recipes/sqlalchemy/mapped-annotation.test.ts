import { expect, test } from "vitest";
import { mappedAnnotation } from "../../../src/draft/recipes/sqlalchemy/mapped-annotation.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const HEAD = "from sqlalchemy import Column, Integer, String\nfrom sqlalchemy.orm import relationship\n\n\n";
const AFTER = HEAD.replace("import relationship", "import Mapped, relationship");

function row(
  body: string,
  message = 'Type annotation for "User.name" can\'t be correctly interpreted for Annotated',
): RecipeCase {
  return {
    files: { "shop/models.py": HEAD + body },
    exception: { type: "sqlalchemy.orm.exc.MappedAnnotationError", message },
    frames: [{ path: "shop/models.py", line: 5, function: "<module>" }],
  };
}

test.each([
  ["another failure", row("class User(Base):\n    name: str = Column(String)\n", "x")],
  ["a mapped annotation", row("class User(Base):\n    name: Mapped[str] = Column(String)\n")],
  [
    "a class of the same name twice",
    row("class User(Base):\n    name: str = Column(String)\n\n\nclass User(Base):\n    pass\n"),
  ],
  ["an attribute of another kind", row("class User(Base):\n    name: str = make()\n")],
  ["no value", row("class User(Base):\n    name: str\n")],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(mappedAnnotation, input)).toEqual([]);
});

test.each([
  [
    "a column",
    "class User(Base):\n    name: str = Column(String)  # a\n",
    "class User(Base):\n    name: Mapped[str] = Column(String)  # a\n",
  ],
  [
    "all of the class",
    'class User(Base):\n    id = Column(Integer)\n    name: str = Column(String)\n    items: list["Item"] = relationship("Item")\n    limit: int = 3\n',
    'class User(Base):\n    id = Column(Integer)\n    name: Mapped[str] = Column(String)\n    items: Mapped[list["Item"]] = relationship("Item")\n    limit: int = 3\n',
  ],
])("maps %s", async (_title, before, after) => {
  expect(await drafted(mappedAnnotation, row(before))).toEqual([{ "shop/models.py": AFTER + after }]);
});
