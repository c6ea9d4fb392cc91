import { expect, test } from "vitest";
import type { FoundSymbol } from "../../../src/domain/question.ts";
import { movedSymbol } from "../../../src/draft/recipes/typos/moved-symbol.ts";
import { drafted, type RecipeCase, recipeInput } from "../../support/recipe-case.ts";

function found(module: string, kind: FoundSymbol["kind"] = "class", from: string | null = null): FoundSymbol {
  return { module, kind, from };
}

/** A file whose first line imports `Sheet` from a package that has it in these places. */
function importing(text: string, places: readonly FoundSymbol[], more: Partial<RecipeCase> = {}): RecipeCase {
  return {
    files: { "app/book.py": text },
    exception: {
      type: "ImportError",
      message: "cannot import name 'Sheet' from 'paper' (/site-packages/paper/__init__.py)",
    },
    frames: [{ path: "app/book.py", line: 1, function: "<module>" }],
    packages: { paper: "3.1.0" },
    definitions: { "paper Sheet": places },
    has: places.flatMap(({ module, from }) => [`${module}.Sheet`, `${from ?? module}.Sheet`]),
    ...more,
  };
}

const CALLED = "from paper import Sheet\n\nfirst = Sheet('one')\n";
const HANDED = "from paper import Sheet\n\nuse(tz=Sheet)\n";

test.each([
  ["two definitions", importing(CALLED, [found("paper.a"), found("paper.b")])],
  [
    "two packages that it comes from",
    importing(CALLED, [found("paper.a", "import", "ink"), found("paper.b", "import", "pen")]),
  ],
  ["no place at all", importing(CALLED, [])],
  ["a function where a value is read", importing(HANDED, [found("paper.tools", "function")])],
  ["a value where something is called", importing(CALLED, [found("paper.tools", "value")])],
  [
    "a function that is made a base",
    importing("from paper import Sheet\n\n\nclass A(Sheet): ...\n", [found("paper.a", "function")]),
  ],
  [
    "a function that is caught",
    importing("from paper import Sheet\n\ntry: ...\nexcept (OSError, Sheet): ...\n", [found("paper.a", "function")]),
  ],
  [
    "a function in an annotation",
    importing("from paper import Sheet\n\n\ndef f(x: Sheet): ...\n", [found("paper.a", "function")]),
  ],
  ["a template tag", importing(CALLED, [found("paper.template.defaulttags", "function")])],
  ["a template filter", importing(HANDED, [found("paper.templatetags.tz", "value")])],
  ["a module for compatibility", importing(CALLED, [found("paper._compat")])],
  ["tests of the package", importing(CALLED, [found("paper.tests.helpers")])],
  ["a vendored package", importing(CALLED, [found("paper._vendor.ink")])],
  ["a name that nothing uses", importing("from paper import Sheet\n", [found("paper.sheet")])],
  [
    "a keyword that it does not take",
    importing("from paper import Sheet\n\nSheet(name='x')\n", [found("paper.sheet")]),
  ],
  ["what cannot be had there", { ...importing(CALLED, [found("paper.sheet")]), has: [] }],
  ["what is there after all", importing(CALLED, [found("paper.sheet")], { has: ["paper.Sheet", "paper.sheet.Sheet"] })],
  [
    "a try that expects its absence",
    importing("try:\n    from paper import Sheet\nexcept ImportError:\n    Sheet = None\nSheet()\n", [
      found("paper.sheet"),
    ]),
  ],
  [
    "an import cycle",
    importing(CALLED, [found("paper.sheet")], {
      exception: {
        type: "ImportError",
        message:
          "cannot import name 'Sheet' from partially initialized module 'paper' (most likely due to a circular import)",
      },
    }),
  ],
  [
    "the project's own package",
    importing(CALLED, [found("paper.sheet")], { files: { "app/book.py": CALLED, "paper/__init__.py": "" } }),
  ],
  [
    "Python's own library",
    {
      ...importing("from types import Sheet\n\nSheet()\n", [found("types.sheet")]),
      exception: { type: "ImportError", message: "cannot import name 'Sheet' from 'types'" },
      definitions: { "types Sheet": [found("types.sheet")] },
    },
  ],
  [
    "another line",
    importing("from paper import Sheet\n\nfirst = Sheet('one')\n", [found("paper.sheet")], {
      frames: [{ path: "app/book.py", line: 3, function: "<module>" }],
    }),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(movedSymbol, row)).toEqual([]);
});

test.each([
  [
    "its one definition",
    importing(CALLED, [found("paper.sheet")]),
    "from paper.sheet import Sheet\n\nfirst = Sheet('one')\n",
  ],
  [
    "the package above a private module",
    importing(CALLED, [found("paper.sheets._sheet"), found("paper.sheets", "import", "paper.sheets._sheet")]),
    "from paper.sheets import Sheet\n\nfirst = Sheet('one')\n",
  ],
  [
    "a private module that nothing passes on",
    importing(CALLED, [found("paper._sheet", "function")]),
    "from paper._sheet import Sheet\n\nfirst = Sheet('one')\n",
  ],
  [
    "the public one of two",
    importing(CALLED, [found("paper._old"), found("paper.sheet")]),
    "from paper.sheet import Sheet\n\nfirst = Sheet('one')\n",
  ],
  [
    "the package that it came from",
    importing(CALLED, [found("paper.a", "import", "ink"), found("paper.b", "import", "ink")]),
    "from ink import Sheet\n\nfirst = Sheet('one')\n",
  ],
  [
    "a value that is handed on",
    importing(HANDED, [found("paper.zones", "value")]),
    "from paper.zones import Sheet\n\nuse(tz=Sheet)\n",
  ],
  [
    "a class that is a base",
    importing("from paper import Sheet, ink\n\n\nclass A(Sheet):\n    x = ink\n", [found("paper.sheet")], {
      has: ["paper.sheet.Sheet", "paper.ink"],
    }),
    "from paper import ink\nfrom paper.sheet import Sheet\n\n\nclass A(Sheet):\n    x = ink\n",
  ],
  [
    "a keyword that it takes",
    importing("from paper import Sheet as S\n\nS(name='x')\n", [found("paper.sheet")], {
      accepts: ["paper.sheet.Sheet name"],
    }),
    "from paper.sheet import Sheet as S\n\nS(name='x')\n",
  ],
  [
    "in the stead of a module that is gone",
    {
      ...importing("from paper.old import Sheet\n\nSheet()\n", [found("paper.sheet")]),
      exception: { type: "ModuleNotFoundError", message: "No module named 'paper.old'" },
    },
    "from paper.sheet import Sheet\n\nSheet()\n",
  ],
  [
    "both places, for a project that works with an older major version",
    importing(CALLED, [found("paper.sheet")], { support: { distributions: { paper: "2.0" } } }),
    "try:\n    from paper.sheet import Sheet\nexcept ImportError:\n    from paper import Sheet\n\nfirst = Sheet('one')\n",
  ],
] as const)("imports from %s", async (_title, row, after) => {
  expect(await drafted(movedSymbol, row)).toEqual([{ "app/book.py": after }]);
});

test("a test file is mended where it is the one that fails, and the draft says so", async () => {
  const path = "tests/test_it.py";
  const row = {
    ...importing("", [found("paper.sheet")]),
    files: { [path]: CALLED },
    frames: [{ path, line: 1, function: "<module>" }],
  };
  const drafts = movedSymbol.draft(await recipeInput(row));
  expect(drafts.map(({ mayEditTests }) => mayEditTests)).toEqual([true]);
});
