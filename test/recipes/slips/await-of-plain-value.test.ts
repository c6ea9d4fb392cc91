import { expect, test } from "vitest";
import { awaitOfPlainValue } from "../../../src/draft/recipes/slips/await-of-plain-value.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const DICT = "TypeError: object dict can't be used in 'await' expression";
const LOAD = "def load():\n    return read()\n\n\n";
const TEST = "tests/test_it.py";

test.each([
  ["unknown what is called", "async def f(store):\n    return await store.load()  # fails\n", DICT],
  ["an async def", "async def load():\n    return {}\n\n\nasync def f():\n    return await load()  # fails\n", DICT],
  ["decorated with the unknown", `@wrapped\n${LOAD}async def f():\n    return await load()  # fails\n`, DICT],
  [
    "may give something to await",
    "def load(x):\n    if x:\n        return {}\n    return fetch()\n\n\nasync def f():\n    return await load(1)  # fails\n",
    DICT,
  ],
  [
    "gives a future, by its annotation",
    "def load() -> 'Awaitable[dict]':\n    return {}\n\n\nasync def f():\n    return await load()  # fails\n",
    DICT,
  ],
  [
    "a generator",
    "def load():\n    yield 1\n\n\nasync def f():\n    return await load()  # fails\n",
    "TypeError: object generator can't be used in 'await' expression",
  ],
  [
    "overridden by an async def",
    "class A:\n    def load(self):\n        return {}\n\n    async def f(self):\n        return await self.load()  # fails\n\n\nclass B(A):\n    async def load(self):\n        return {}\n",
    DICT,
  ],
  [
    "a stand-in",
    `${LOAD}async def f():\n    return await load()  # fails\n`,
    "TypeError: object MagicMock can't be used in 'await' expression",
  ],
  ["two plain ones at the line", `${LOAD}async def f():\n    return await load(), await load()  # fails\n`, DICT],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(awaitOfPlainValue, failing(text, exception))).toEqual([]);
});

test("a function of the project in a test is left alone", async () => {
  const row = failing(LOAD, DICT, {
    files: { [TEST]: "from app.code import load\n\n\nasync def test_it():\n    x = await load()  # fails\n" },
  });
  expect(await drafted(awaitOfPlainValue, row)).toEqual([]);
});

test.each([
  [
    "a function",
    `${LOAD}async def f():\n    return await load()  # fails\n`,
    DICT,
    `${LOAD}async def f():\n    return load()  # fails\n`,
  ],
  [
    "a method, everywhere in the file; Python 3.14's words",
    "class A:\n    def load(self) -> dict:\n        if self.known:\n            return self.known\n        return {}\n\n    async def f(self):\n        return (await self.load())['a']  # fails\n\n    async def g(self):\n        return await self.load()\n",
    "TypeError: 'dict' object can't be awaited",
    "class A:\n    def load(self) -> dict:\n        if self.known:\n            return self.known\n        return {}\n\n    async def f(self):\n        return self.load()['a']  # fails\n\n    async def g(self):\n        return self.load()\n",
  ],
  [
    "nothing returned",
    "def note(x):\n    print(x)\n\n\nasync def f():\n    await note(1)  # fails\n",
    "TypeError: object NoneType can't be used in 'await' expression",
    "def note(x):\n    print(x)\n\n\nasync def f():\n    note(1)  # fails\n",
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(awaitOfPlainValue, failing(text, exception))).toEqual([{ [FILE]: after }]);
});

test.each([
  ["a response's json", "httpx.Response", "async def test_it(response):\n    data = response.json()  # fails\n"],
  ["a client's get, which has an asynchronous sibling", "httpx.Client", null],
  ["a response of the project", "app.code.Response", null],
])("in a test: %s", async (_name, type, after) => {
  const row = failing("", DICT, {
    files: { [TEST]: "async def test_it(response):\n    data = await response.json()  # fails\n" },
  });
  const frames = (row.frames ?? []).map((frame) => ({ ...frame, locals: { response: type } }));
  expect(await drafted(awaitOfPlainValue, { ...row, frames })).toEqual(after === null ? [] : [{ [TEST]: after }]);
});
