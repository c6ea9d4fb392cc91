import { expect, test } from "vitest";
import { generatorCoroutine } from "../../../src/draft/recipes/python/generator-coroutine.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const GONE = "AttributeError: module 'asyncio' has no attribute 'coroutine'. Did you mean: 'coroutines'?";
const IMPORT = "import asyncio\n\n\n";

test.each([
  [
    "another library's decorator",
    failing("import tornado as asyncio\n\n\n@asyncio.coroutine\ndef f():\n    pass\n", 4, GONE),
  ],
  ["a generator of values", failing(`${IMPORT}@asyncio.coroutine\ndef f():\n    yield 1\n`, 4, GONE)],
  [
    "a file of which one function cannot be changed",
    failing(`${IMPORT}@asyncio.coroutine\ndef f():\n    pass\n\n\n@asyncio.coroutine\ndef g():\n    yield\n`, 4, GONE),
  ],
  [
    "a line that is not the failing one",
    failing(`${IMPORT}x = 1\n\n\n@asyncio.coroutine\ndef f():\n    pass\n`, 4, GONE),
  ],
  [
    "another exception",
    failing(`${IMPORT}@asyncio.coroutine\ndef f():\n    pass\n`, 4, "RuntimeError: no running event loop"),
  ],
  ["types.coroutine", failing("import types\n\n\n@types.coroutine\ndef f():\n    yield\n", 4, GONE)],
  ["the decorator as a value", failing(`${IMPORT}run = asyncio.coroutine(f)\n`, 4, GONE)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(generatorCoroutine, row)).toEqual([]);
});

test.each([
  [
    "every function of the file",
    failing(
      `${IMPORT}@asyncio.coroutine\ndef read():\n    row = yield from fetch()  # one\n    return (yield from clean(row))\n\n\nclass A:\n    @asyncio.coroutine\n    def b(self):\n        yield from read()\n`,
      4,
      GONE,
    ),
    `${IMPORT}async def read():\n    row = await fetch()  # one\n    return (await clean(row))\n\n\nclass A:\n    async def b(self):\n        await read()\n`,
  ],
  [
    "other decorators, and values that bind less tightly",
    failing(`${IMPORT}@cached\n@asyncio.coroutine\n@logged\ndef read():\n    yield from a or b\n`, 5, GONE),
    `${IMPORT}@cached\n@logged\nasync def read():\n    await (a or b)\n`,
  ],
  [
    "its import, which fails first",
    failing(
      "from asyncio import coroutine, sleep\n\n\n@coroutine\ndef nap():\n    yield from sleep(1)\n",
      1,
      "ImportError: cannot import name 'coroutine' from 'asyncio' (/py/asyncio/__init__.py)",
    ),
    "from asyncio import sleep\n\n\nasync def nap():\n    await sleep(1)\n",
  ],
  [
    "a generator inside of one",
    failing(
      `${IMPORT}@asyncio.coroutine\ndef f():\n    def rows():\n        yield 1\n    yield from g(rows())\n`,
      4,
      GONE,
    ),
    `${IMPORT}async def f():\n    def rows():\n        yield 1\n    await g(rows())\n`,
  ],
] as const)("changes %s", async (_title, row, after) => {
  expect(await drafted(generatorCoroutine, row)).toEqual(changed(after));
});
