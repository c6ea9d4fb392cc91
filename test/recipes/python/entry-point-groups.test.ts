import { expect, test } from "vitest";
import { entryPointGroups } from "../../../src/draft/recipes/python/entry-point-groups.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const GONE = "AttributeError: 'EntryPoints' object has no attribute 'get'";
const IMPORT = "from importlib.metadata import entry_points\n\n";
const row = (text: string, exception = GONE): RecipeCase => ({
  ...failing(text, 3, exception),
  has: ["importlib.metadata.EntryPoints"],
});

test.each([
  ["an older Python", { ...row(`${IMPORT}x = entry_points().get('shop')\n`), has: [] }],
  ["a default that holds something", row(`${IMPORT}x = entry_points().get('shop', OWN)\n`)],
  ["another library's function", row("from stevedore import entry_points\n\nx = entry_points().get('shop')\n")],
  ["a line that is not the failing one", row(`${IMPORT}y = 1\nx = entry_points().get('shop')\n`)],
  ["a missing key of something else", row(`${IMPORT}x = prices['shop']\n`, "KeyError: 'shop'")],
  ["entry points that are selected", row(`${IMPORT}x = entry_points(group='shop')['cart']\n`, "KeyError: 'cart'")],
] as const)("leaves alone: %s", async (_title, input) => {
  expect(await drafted(entryPointGroups, input)).toEqual([]);
});

test.each([
  ["get", `${IMPORT}x = entry_points().get("shop", [])\n`, `${IMPORT}x = entry_points(group="shop")\n`, GONE],
  [
    "get, by the module",
    "import importlib.metadata\n\nx = importlib.metadata.entry_points().get(name)\n",
    "import importlib.metadata\n\nx = importlib.metadata.entry_points(group=name)\n",
    GONE,
  ],
  [
    "an index",
    `${IMPORT}for x in entry_points()["shop"]:\n    pass\n`,
    `${IMPORT}for x in entry_points(group="shop"):\n    pass\n`,
    "KeyError: 'shop'",
  ],
])("asks for the group: %s", async (_title, before, after, exception) => {
  expect(await drafted(entryPointGroups, row(before, exception))).toEqual(changed(after));
});
