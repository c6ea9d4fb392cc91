import { expect, test } from "vitest";
import { werkzeugUrls } from "../../../src/draft/recipes/web/werkzeug-urls.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/links.py";

function importing(text: string, name = "url_quote"): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "ImportError", message: `cannot import name '${name}' from 'werkzeug.urls' (/venv/urls.py)` },
    frames: [{ path: PATH, line: 1, function: "<module>" }],
  };
}

const QUOTE = "from werkzeug.urls import url_quote\n";
const PARSE = "from werkzeug.urls import url_parse\n\n\n";

test.each([
  ["a name that is there", { ...importing(QUOTE), has: ["werkzeug.urls.url_quote"] }],
  ["a character set", importing(`${QUOTE}\nprint(url_quote('a', 'latin1'))\n`)],
  ["a character set by its name", importing(`${QUOTE}\nprint(url_quote('a', charset='latin1'))\n`)],
  ["a function handed on", importing(`${QUOTE}\nprint(map(url_quote, 'ab'))\n`)],
  ["arguments that are not written out", importing(`${QUOTE}\nprint(url_quote(*more))\n`)],
  ["a decoder, which gives another type now", importing("from werkzeug.urls import url_decode\n", "url_decode")],
  ["more of an address than Python's has", importing(`${PARSE}print(url_parse('a').decode_query())\n`, "url_parse")],
  ["an address handed on", importing(`${PARSE}def f():\n    u = url_parse('a')\n    return u\n`, "url_parse")],
  ["an address changed", importing(`${PARSE}print(url_parse('a').replace(path='b'))\n`, "url_parse")],
  ["another module's", importing("from shop.urls import url_quote\n")],
  [
    "an import that may fail",
    {
      ...importing(`try:\n    ${QUOTE}except ImportError:\n    from urllib.parse import quote as url_quote\n`),
      frames: [{ path: PATH, line: 2, function: "<module>" }],
    },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(werkzeugUrls, row)).toEqual([]);
});

test.each([
  [
    "what is safe stays so",
    importing(`${QUOTE}\nprint(url_quote('a', safe=''), url_quote('b'), url_quote(('c'), ))\n`),
    "from urllib.parse import quote\n\nprint(quote('a', safe=''), quote('b', safe=\"/:\"), quote(('c'), safe=\"/:\", ))\n",
  ],
  [
    "parts of an address",
    importing(
      `${PARSE}def is_own(target):\n    parts = url_parse(target)\n    return parts.netloc == '' and url_parse(target).scheme == ''\n`,
      "url_parse",
    ),
    "from urllib.parse import urlsplit\n\n\ndef is_own(target):\n    parts = urlsplit(target)\n    return parts.netloc == '' and urlsplit(target).scheme == ''\n",
  ],
  [
    "several at once",
    importing(
      "from werkzeug.urls import url_join, url_unquote\n\nprint(url_join('a', 'b'), url_unquote('c'))\n",
      "url_join",
    ),
    "from urllib.parse import urljoin, unquote\n\nprint(urljoin('a', 'b'), unquote('c'))\n",
  ],
] as const)("uses Python's own: %s", async (_title, row, after) => {
  expect(await drafted(werkzeugUrls, row)).toEqual([{ [PATH]: after }]);
});

test("an attribute of the module", async () => {
  const row: RecipeCase = {
    ...importing("from werkzeug import urls\n\nurls.url_quote_plus('a b')\n"),
    exception: { type: "AttributeError", message: "module 'werkzeug.urls' has no attribute 'url_quote_plus'" },
    frames: [{ path: PATH, line: 3, function: "<module>" }],
  };
  const [files] = await drafted(werkzeugUrls, row);
  expect(files?.[PATH]).toContain("quote_plus('a b')");
});
