import { expect, test } from "vitest";
import { httpxAppTransport } from "../../../src/draft/recipes/web/httpx-app-transport.ts";
import { drafted, type RecipeCase, recipeInput } from "../../support/recipe-case.ts";

const PATH = "tests/test_api.py";
const REFUSED = "AsyncClient.__init__() got an unexpected keyword argument 'app'";

function testing(text: string, line: number, message = REFUSED): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "TypeError", message },
    frames: [{ path: PATH, line, function: "test_home" }],
    has: ["httpx.ASGITransport", "httpx.WSGITransport"],
  };
}

test.each([
  ["a client with a transport", testing("import httpx\n\nc = httpx.AsyncClient(app=1, transport=t)\n", 3)],
  ["a client with unknown keywords", testing("import httpx\n\nc = httpx.AsyncClient(app=1, **more)\n", 3)],
  [
    "keywords of the callers, of whom one may give a transport",
    testing(
      "import httpx\n\n\ndef make(app, **more):\n    return httpx.AsyncClient(app=app, **more)\n\n\nmake(1, transport=t)\n",
      5,
    ),
  ],
  [
    "keywords of the function's own making",
    testing("import httpx\n\n\ndef make(app, more):\n    return httpx.AsyncClient(app=app, **more)\n", 5),
  ],
  ["a class of the same name", testing("from shop import AsyncClient\n\nc = AsyncClient(app=1)\n", 3)],
  ["another keyword", testing("import httpx\n\nc = httpx.AsyncClient(app=1)\n", 3, REFUSED.replace("app", "verify"))],
  ["another line", testing("import httpx\n\nx = 1\nc = httpx.AsyncClient(app=1)\n", 3)],
  ["no such transport", { ...testing("import httpx\n\nc = httpx.AsyncClient(app=1)\n", 3), has: [] }],
  ["a name that is taken", testing("from httpx import AsyncClient\n\nASGITransport = 1\nc = AsyncClient(app=1)\n", 4)],
  [
    "a choice by version",
    testing("import httpx\n\nif httpx.__version__ < '0.28':\n    c = httpx.AsyncClient(app=1)\n", 4),
  ],
  [
    "another exception",
    {
      ...testing("import httpx\n\nc = httpx.AsyncClient(app=1)\n", 3),
      exception: { type: "ValueError", message: REFUSED },
    },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(httpxAppTransport, row)).toEqual([]);
});

test.each([
  [
    "the module's name",
    testing("import httpx\n\nc = httpx.AsyncClient(app=app, base_url='http://t')\n", 3),
    "import httpx\n\nc = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url='http://t')\n",
  ],
  [
    "beside the keywords of the callers",
    testing(
      "import httpx\n\n\ndef make(app, **more):\n    more.setdefault('timeout', 3)\n    return httpx.AsyncClient(app=app, **more)\n",
      6,
    ),
    "import httpx\n\n\ndef make(app, **more):\n    more.setdefault('timeout', 3)\n    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), **more)\n",
  ],
  [
    "a name of its own, with an import",
    testing("from httpx import AsyncClient\n\nc = AsyncClient(base_url='http://t', app=make(1))\n", 3),
    "from httpx import ASGITransport, AsyncClient\n\nc = AsyncClient(base_url='http://t', transport=ASGITransport(app=make(1)))\n",
  ],
  [
    "a synchronous client, in the words of older Pythons",
    testing("import httpx as h\n\nc = h.Client(app=app)\n", 3, "__init__() got an unexpected keyword argument 'app'"),
    "import httpx as h\n\nc = h.Client(transport=h.WSGITransport(app=app))\n",
  ],
  [
    "every client of the file, on lines of their own",
    testing(
      "from httpx import AsyncClient\n\n\nasync def test_home():\n    async with AsyncClient(\n        app=app,  # ours\n        base_url='x',\n    ) as c:\n        await c.get('/')\n\n\nasync def test_other():\n    async with AsyncClient(app = app) as c:\n        await c.get('/')\n",
      5,
    ),
    "from httpx import ASGITransport, AsyncClient\n\n\nasync def test_home():\n    async with AsyncClient(\n        transport=ASGITransport(app=app),  # ours\n        base_url='x',\n    ) as c:\n        await c.get('/')\n\n\nasync def test_other():\n    async with AsyncClient(transport=ASGITransport(app = app)) as c:\n        await c.get('/')\n",
  ],
] as const)("gives the application to a transport: %s", async (_title, row, after) => {
  expect(await drafted(httpxAppTransport, row)).toEqual([{ [PATH]: after }]);
});

test("the draft says that it edits tests, or that it does not", async () => {
  const text = "import httpx\n\nc = httpx.AsyncClient(app=app)\n";
  const [inTests] = httpxAppTransport.draft(await recipeInput(testing(text, 3)));
  const product = { ...testing(text, 3), files: { "app/api.py": text } };
  const frames = [{ path: "app/api.py", line: 3, function: "<module>" }];
  const [inProduct] = httpxAppTransport.draft(await recipeInput({ ...product, frames }));
  expect([inTests?.mayEditTests, inProduct?.mayEditTests]).toEqual([true, false]);
});
