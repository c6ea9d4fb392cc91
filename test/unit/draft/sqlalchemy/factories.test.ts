import { expect, test } from "vitest";
import type { PythonNode } from "../../../../src/domain/python.ts";
import { engineOf, factoryOf, isAsyncSessionClass, valueOf } from "../../../../src/draft/sqlalchemy/factories.ts";
import { dottedName, sourceOf, walk } from "../../../../src/syntax/tree.ts";
import { recipeInput } from "../../../support/recipe-case.ts";

/** The last expression of the file (also inside functions) with this source, and what it is said to be. */
async function inspect(text: string, source: string) {
  const files = { "app/db.py": text };
  const { project } = await recipeInput({ files, exception: { type: "X", message: "" } });
  const module = project.modules.get("app/db.py");
  if (!module) throw new Error("not parsed");
  const isWanted = (entry: PythonNode): boolean => entry.start >= 0 && sourceOf(module, entry) === source;
  const node = [...walk(module.tree)].findLast((entry) => isWanted(entry) && entry.kind !== "Expr");
  if (!node) throw new Error(`no ${source}`);
  const place = { module, node };
  const value = valueOf(project, place);
  return {
    value: value && sourceOf(module, value.node),
    engine: engineOf(project, place)?.kind,
    factory: factoryOf(project, place)?.kind,
    factoryEngine: factoryOf(project, place)?.engine?.kind,
    isAsyncClass: dottedName(node) !== undefined && isAsyncSessionClass(project, module, node),
  };
}

const IMPORTS = `from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import scoped_session, sessionmaker
`;
const NOTHING = {
  value: undefined,
  engine: undefined,
  factory: undefined,
  factoryEngine: undefined,
  isAsyncClass: false,
};

test.each([
  ["a name bound to itself through another", "a = b\nb = a\na\n", "a"],
  ["a function that returns its own call", "def make():\n    return make()\n\n\nx = make()\nmake\n", "make"],
  ["a class derived from itself", "class A(A):\n    pass\n\n\nA\n", "A"],
  ["a parameter that hides a module name", "e = create_engine('x')\n\n\ndef f(e):\n    return e\n", "e"],
  [
    "a loop variable that hides a module name",
    "e = create_engine('x')\n\n\ndef f():\n    for e in []:\n        e\n",
    "e",
  ],
])("%s is nothing we know", async (_title, text, source) => {
  expect(await inspect(IMPORTS + text, source)).toEqual(NOTHING);
});

test.each([
  ["module name", "e = create_async_engine('x')\ne\n", "e", "async"],
  ["inner engine by name", "e = create_async_engine('x')\ni = e.sync_engine\ni\n", "i", "inner"],
  ["inner engine of a sync engine", "e = create_engine('x')\ne.sync_engine\n", "e.sync_engine", undefined],
  ["local name", "def f():\n    e = create_engine('x')\n    return e\n", "e", "sync"],
  ["function's result", "def f():\n    return create_async_engine('x')\n\n\ne = f()\ne\n", "e", "async"],
  [
    "attribute of the object",
    "class D:\n    def __init__(self):\n        self.e = create_async_engine('x')\n\n    def f(self):\n        return self.e\n",
    "self.e",
    "async",
  ],
  [
    "attribute of a made object",
    "class D:\n    def __init__(self):\n        self.e = create_async_engine('x')\n\n\nd = D()\nd.e\n",
    "d.e",
    "async",
  ],
])("the engine of a %s", async (_title, text, source, engine) => {
  expect((await inspect(IMPORTS + text, source)).engine).toBe(engine);
});

test.each([
  ["sync maker on an async engine", "sessionmaker(bind=e)", "sync", "async"],
  ["async maker", "async_sessionmaker(e)", "async", "async"],
  ["sync maker of async sessions", "sessionmaker(e, class_=AsyncSession)", "async", "async"],
  ["registry", "scoped_session(sessionmaker(e.sync_engine))", "sync", "inner"],
])("the factory of a %s", async (_title, maker, factory, factoryEngine) => {
  const text = `e = create_async_engine('x')\nS = ${maker}\nS\n`;
  expect(await inspect(IMPORTS + text, "S")).toMatchObject({ factory, factoryEngine });
});
