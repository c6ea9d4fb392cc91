import { expect, test } from "vitest";
import { awaitInPlainFunction } from "../../../src/draft/recipes/slips/await-in-plain-function.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const AWAIT = "SyntaxError: 'await' outside async function";
const BODY = "    return await client.get()  # fails\n";

function row(text: string, others: Readonly<Record<string, string>> = {}, exception = AWAIT): RecipeCase {
  return failing(text, exception, { files: others });
}

test.each<[string, RecipeCase]>([
  ["another exception", row(`def load(client):\n${BODY}`, {}, "SyntaxError: 'return' outside function")],
  ["outside of any function", row("await client.get()  # fails\n", {}, "SyntaxError: 'await' outside function")],
  ["a lambda", row("load = lambda client: (await client.get())  # fails\n")],
  ["a generator", row(`def load(client):\n    yield 1\n    await client.get()  # fails\n`)],
  [
    "a special method",
    row(`class Page:\n    def __init__(self, client):\n        self.text = await client.get()  # fails\n`),
  ],
  [
    "a property",
    row(`class Page:\n    @property\n    def text(self):\n        return await self.client.get()  # fails\n`),
  ],
  ["a cached function", row(`import functools\n\n\n@functools.lru_cache(maxsize=None)\ndef load(client):\n${BODY}`)],
  [
    "a caller that needs the value at once",
    row(`def load(client):\n${BODY}\n\ndef size(client):\n    return len(load(client))\n`),
  ],
  [
    "a test that needs the value at once",
    row(`def load(client):\n${BODY}`, {
      "tests/test_code.py": "from app.code import load\n\n\ndef test_load():\n    assert load(None) == 1\n",
    }),
  ],
  [
    "a value that is there at once",
    row(`def get():\n    return 1\n\n\ndef load():\n    return await get()  # fails\n`),
  ],
  [
    "one of two that cannot be changed",
    row(`def load(client):\n${BODY}\n\nshow = lambda client: (await client.get())\n`),
  ],
])("leaves alone: %s", async (_title, found) => {
  expect(await drafted(awaitInPlainFunction, found)).toEqual([]);
});

test("tests stay as they are", async () => {
  const text = `def test_load(client):\n    assert await client.get() == 1  # fails\n`;
  const frames = [{ path: "tests/test_code.py", line: 2, function: null }];
  const [type = "", message = ""] = AWAIT.split(": ");
  expect(
    await drafted(awaitInPlainFunction, {
      files: { "tests/test_code.py": text },
      exception: { type, message },
      frames,
    }),
  ).toEqual([]);
});

test.each<[string, RecipeCase, string]>([
  ["nobody calls it here", row(`def load(client):\n${BODY}`), `async def load(client):\n${BODY}`],
  [
    "a method under a route's decorator",
    row(
      `class Pages:\n    @router.get("/")\n    def index(self):  # page\n        return await self.client.get()  # fails\n`,
    ),
    `class Pages:\n    @router.get("/")\n    async def index(self):  # page\n        return await self.client.get()  # fails\n`,
  ],
  [
    "async with, and callers that await or run it",
    row(
      `import asyncio\n\n\ndef load(pool):\n    async with pool.get() as client:  # fails\n        return client.get()\n\n\nasync def both(pool):\n    return await load(pool), asyncio.create_task(load(pool))\n`,
      {
        "tests/test_code.py":
          "import asyncio\nfrom app.code import load\n\n\ndef test_load():\n    assert asyncio.run(load(None)) == 1\n",
      },
      "SyntaxError: 'async with' outside async function",
    ),
    `import asyncio\n\n\nasync def load(pool):\n    async with pool.get() as client:  # fails\n        return client.get()\n\n\nasync def both(pool):\n    return await load(pool), asyncio.create_task(load(pool))\n`,
  ],
  [
    "two, one of which awaits the other",
    row(`def load(client):\n${BODY}\n\ndef size(client):\n    return len(await load(client))\n`),
    `async def load(client):\n${BODY}\n\nasync def size(client):\n    return len(await load(client))\n`,
  ],
  [
    "a function in a function",
    row(
      "async def main(client):\n    def load():\n        async for line in client:  # fails\n            print(line)\n\n    await load()\n",
      {},
      "SyntaxError: 'async for' outside async function",
    ),
    "async def main(client):\n    async def load():\n        async for line in client:  # fails\n            print(line)\n\n    await load()\n",
  ],
])("rewrites: %s", async (_title, found, text) => {
  expect(await drafted(awaitInPlainFunction, found)).toEqual([{ [FILE]: text }]);
});
