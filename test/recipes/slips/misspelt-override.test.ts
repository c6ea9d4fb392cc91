import { expect, test } from "vitest";
import { misspeltOverride } from "../../../src/draft/recipes/slips/misspelt-override.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const CALLER = { files: { "tests/test_it.py": "def test_it():\n    Page()  # fails\n" } };
const NEW = "TypeError: Can't instantiate abstract class Page without an implementation for abstract method 'render'";
const page = (body: string): string => `class Page(View):\n${body}`;

test.each([
  ["nothing is spelt so", page("    def show(self):\n        return 1\n"), NEW],
  [
    "two that may be meant",
    page("    def rendre(self):\n        return 1\n\n    def rander(self):\n        return 2\n"),
    NEW,
  ],
  [
    "used under its name",
    page("    def rendre(self):\n        return 1\n\n\ndef f(page):\n    return page.rendre()\n"),
    NEW,
  ],
  [
    "another class has one of that name",
    page("    def rendre(self):\n        return 1\n\n\nclass Other:\n    def rendre(self):\n        return 1\n"),
    NEW,
  ],
  [
    "several are missing",
    page("    def rendre(self):\n        return 1\n"),
    "TypeError: Can't instantiate abstract class Page without an implementation for abstract methods 'other', 'render'",
  ],
  [
    "several are missing, older Pythons",
    page("    def rendre(self):\n        return 1\n"),
    "TypeError: Can't instantiate abstract class Page with abstract methods other, render",
  ],
  ["two classes of that name", `${page("    def rendre(self):\n        return 1\n")}\n\n${page("    x = 1\n")}`, NEW],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(misspeltOverride, failing(text, exception, CALLER))).toEqual([]);
});

test.each([
  ["Python 3.12 and newer", NEW],
  ["Python 3.9 to 3.11", "TypeError: Can't instantiate abstract class Page with abstract method render"],
  ["Python 3.8", "TypeError: Can't instantiate abstract class Page with abstract methods render"],
])("%s", async (_name, exception) => {
  const row = failing(page("    async def rendre(self):\n        return 1\n"), exception, CALLER);
  expect(await drafted(misspeltOverride, row)).toEqual([
    { [FILE]: page("    async def render(self):\n        return 1\n") },
  ]);
});
