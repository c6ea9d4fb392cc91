import { expect, test } from "vitest";
import { httpxCalls } from "../../../src/draft/recipes/web/httpx-calls.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/client.py";
const HEAD = "import httpx\n\n";

function calling(text: string, callee: string, keyword: string, line = 3): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "TypeError", message: `${callee}() got an unexpected keyword argument '${keyword}'` },
    frames: [{ path: PATH, line, function: "f" }],
  };
}

test.each([
  [
    "several proxies",
    calling(`${HEAD}httpx.Client(proxies={'http://': 'a', 'https://': 'b'})\n`, "Client.__init__", "proxies"),
  ],
  ["proxies of a name", calling(`${HEAD}httpx.Client(proxies=PROXIES)\n`, "Client.__init__", "proxies")],
  [
    "both spellings",
    calling(`${HEAD}httpx.get('a', allow_redirects=True, follow_redirects=True)\n`, "get", "allow_redirects"),
  ],
  [
    "another library",
    calling("import requests\n\nrequests.get('a', allow_redirects=True)\n", "get", "allow_redirects"),
  ],
  ["another line", calling(`${HEAD}x = 1\nhttpx.get('a', allow_redirects=True)\n`, "get", "allow_redirects")],
  ["a form for get", calling(`${HEAD}c.get('a', data={})\n`, "Client.get", "data")],
  ["another keyword", calling(`${HEAD}c.get('a', verify=False)\n`, "Client.get", "verify")],
  ["keywords that are not written out", calling(`${HEAD}c.delete('a', **more)\n`, "Client.delete", "json")],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(httpxCalls, row)).toEqual([]);
});

test.each([
  [
    "redirects, on every call of the same client",
    calling(
      `${HEAD}a = c.get('a', allow_redirects=False)\nb = c.post('b', allow_redirects=True)\nd = session.get('d', allow_redirects=True)\n`,
      "Client.get",
      "allow_redirects",
    ),
    `${HEAD}a = c.get('a', follow_redirects=False)\nb = c.post('b', follow_redirects=True)\nd = session.get('d', allow_redirects=True)\n`,
  ],
  [
    "redirects of a function, with Python's hint",
    {
      ...calling(`${HEAD}httpx.get('a', allow_redirects=True)\n`, "get", "allow_redirects"),
      exception: {
        type: "TypeError",
        message: "get() got an unexpected keyword argument 'allow_redirects'. Did you mean 'follow_redirects'?",
      },
    },
    `${HEAD}httpx.get('a', follow_redirects=True)\n`,
  ],
  [
    "one proxy",
    calling(`${HEAD}httpx.Client(proxies='http://p')\n`, "Client.__init__", "proxies"),
    `${HEAD}httpx.Client(proxy='http://p')\n`,
  ],
  [
    "a body for delete",
    calling(`${HEAD}c.delete('/a', json={'id': 1})\nc.delete('/b')\n`, "Client.delete", "json"),
    `${HEAD}c.request(method="DELETE", url='/a', json={'id': 1})\nc.delete('/b')\n`,
  ],
  [
    "a body for delete, by the function",
    calling(`${HEAD}httpx.delete(\n    '/a',\n    json={'id': 1},\n)\n`, "delete", "json"),
    `${HEAD}httpx.request(\n    method="DELETE", url='/a',\n    json={'id': 1},\n)\n`,
  ],
] as const)("rewrites %s", async (_title, row, after) => {
  expect(await drafted(httpxCalls, row)).toEqual([{ [PATH]: after }]);
});
