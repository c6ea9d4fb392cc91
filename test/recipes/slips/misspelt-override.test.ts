import { expect, test } from "vitest";
import { misspeltOverride } from "../../../src/draft/recipes/slips/misspelt-override.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const CALLER = { files: { "tests/test_it.py": "def test_it():\n    Page()  # fails\n" } };
const NEW = "TypeError: Can't instantiate abstract class Page without an implementation for abstract method '_render'";
const page = (body: string): string => `class Page(View):\n${body}`;

test.each([
  [
    "a public name, which code that is not at hand may use",
    page("    def rendre(self):\n        return 1\n"),
    NEW.replace("_render", "render"),
  ],
  ["nothing is spelt so", page("    def show(self):\n        return 1\n"), NEW],
  [
    "two that may be meant",
    page("    def _rendre(self):\n        return 1\n\n    def _rander(self):\n        return 2\n"),
    NEW,
  ],
  [
    "used under its name",
    page("    def _rendre(self):\n        return 1\n\n\ndef f(page):\n    return page._rendre()\n"),
    NEW,
  ],
  [
    "another class has one of that name",
    page("    def _rendre(self):\n        return 1\n\n\nclass Other:\n    def _rendre(self):\n        return 1\n"),
    NEW,
  ],
  [
    "several are missing",
    page("    def _rendre(self):\n        return 1\n"),
    "TypeError: Can't instantiate abstract class Page without an implementation for abstract methods 'other', '_render'",
  ],
  [
    "several are missing, older Pythons",
    page("    def _rendre(self):\n        return 1\n"),
    "TypeError: Can't instantiate abstract class Page with abstract methods other, _render",
  ],
  ["two classes of that name", `${page("    def _rendre(self):\n        return 1\n")}\n\n${page("    x = 1\n")}`, NEW],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(misspeltOverride, failing(text, exception, CALLER))).toEqual([]);
});

test.each([
  ["Python 3.12 and newer", NEW],
  ["Python 3.9 to 3.11", "TypeError: Can't instantiate abstract class Page with abstract method _render"],
  ["Python 3.8", "TypeError: Can't instantiate abstract class Page with abstract methods _render"],
])("%s", async (_name, exception) => {
  const row = failing(page("    async def _rendre(self):\n        return 1\n"), exception, CALLER);
  expect(await drafted(misspeltOverride, row)).toEqual([
    { [FILE]: page("    async def _render(self):\n        return 1\n") },
  ]);
});
