import { expect, test } from "vitest";
import { cookieArguments } from "../../../src/draft/recipes/web/cookie-arguments.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "tests/test_login.py";

function calling(
  text: string,
  message = "Client.set_cookie() takes from 2 to 3 positional arguments but 4 were given",
): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "TypeError", message },
    frames: [{ path: PATH, line: 2, function: "test_login" }],
  };
}

const HEAD = "def test_login(client):\n";

test.each([
  ["a call in the new order", calling(`${HEAD}    client.set_cookie('key', 'value')\n`)],
  ["a call with a domain too", calling(`${HEAD}    client.set_cookie('a', 'b', 'c', domain='d')\n`)],
  ["arguments that are not written out", calling(`${HEAD}    client.set_cookie(*cookie, 'b', 'c')\n`)],
  ["another line", calling(`${HEAD}    pass\n    client.set_cookie('localhost', 'a', 'b')\n`)],
  [
    "another function",
    calling(
      `${HEAD}    client.set_cookie('localhost', 'a', 'b')\n`,
      "set_header() takes 2 positional arguments but 4 were given",
    ),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(cookieArguments, row)).toEqual([]);
});

test.each([
  [
    "every call of the file",
    calling(
      `${HEAD}    client.set_cookie("localhost", "user", "1", max_age=3)\n    client.set_cookie("shop.test", "a", make("b"))\n`,
    ),
    `${HEAD}    client.set_cookie("user", "1", domain="localhost", max_age=3)\n    client.set_cookie("a", make("b"), domain="shop.test")\n`,
  ],
  [
    "a cookie that is deleted, in the words of older Pythons",
    calling(
      `${HEAD}    client.delete_cookie("localhost", "user")\n`,
      "delete_cookie() takes 2 positional arguments but 3 were given",
    ),
    `${HEAD}    client.delete_cookie("user", domain="localhost")\n`,
  ],
] as const)("hands over the domain by keyword: %s", async (_title, row, after) => {
  expect(await drafted(cookieArguments, row)).toEqual([{ [PATH]: after }]);
});
