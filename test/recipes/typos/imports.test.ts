import { describe, expect, test } from "vitest";
import { importSubmodule } from "../../../src/draft/recipes/typos/import-submodule.ts";
import { moduleForClass } from "../../../src/draft/recipes/typos/module-for-class.ts";
import { ownImport } from "../../../src/draft/recipes/typos/own-import.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/cart.py";

interface Fault extends Partial<RecipeCase> {
  readonly text: string;
  readonly line: number;
}

function failing(type: string, message: string, { text, line, ...more }: Fault): RecipeCase {
  return {
    packages: {},
    ...more,
    files: { [PATH]: text, "tests/test_it.py": "from shop.cart import x\n", ...more.files },
    exception: { type, message },
    frames: more.frames ?? [{ path: PATH, line, function: null }],
  };
}

describe("import-submodule", () => {
  const HAS = ["xml.__spec__", "xml.dom.__spec__", "xml.dom.minidom.__spec__", "xml.dom.minidom.parse", "os.path.join"];
  const lacking = (text: string, line: number, more: Partial<RecipeCase> = {}): RecipeCase =>
    failing("AttributeError", "module 'xml' has no attribute 'dom'", { text, line, has: HAS, ...more });

  test.each([
    ["something that is no module", lacking("import xml\n\nxml.dom()\n", 3, { has: ["xml.dom"] })],
    ["a module that is not there", lacking("import xml\n\nxml.dom\n", 3, { has: [] })],
    ["another line", lacking("import xml\n\nxml.dom\n", 1)],
    ["an object of that name", lacking("import xml\n\nxml = object()\nxml.dom\n", 4)],
    ["a module that is imported", lacking("import xml\nimport xml.dom\n\nxml.dom\n", 4)],
    [
      "a test file",
      lacking("", 3, {
        files: { "tests/test_it.py": "import xml\n\nxml.dom\n" },
        frames: [{ path: "tests/test_it.py", line: 3, function: null }],
      }),
    ],
  ] as const)("leaves alone: %s", async (_title, row) => {
    expect(await drafted(importSubmodule, row)).toEqual([]);
  });

  test.each([
    ["a module", lacking("import xml\n\nxml.dom.x\n", 3), "import xml\nimport xml.dom\n\nxml.dom.x\n"],
    [
      "the innermost module",
      lacking("import xml\n\nxml.dom.minidom.parse('a')\n", 3),
      "import xml\nimport xml.dom.minidom\n\nxml.dom.minidom.parse('a')\n",
    ],
    ["behind an alias", lacking("import xml as x\n\nx.dom\n", 3), "import xml as x\nimport xml.dom\n\nx.dom\n"],
    [
      "a module of the project",
      failing("AttributeError", "module 'shop' has no attribute 'money'", {
        text: "import shop\n\nshop.money.total(1)\n",
        line: 3,
        files: { "shop/__init__.py": "", "shop/money.py": "" },
      }),
      "import shop\nimport shop.money\n\nshop.money.total(1)\n",
    ],
  ] as const)("imports %s", async (_title, row, after) => {
    expect(await drafted(importSubmodule, row)).toEqual([{ [PATH]: after }]);
  });
});

describe("module-for-class", () => {
  const HAS = [
    "datetime.datetime",
    "datetime.date",
    "datetime.timedelta",
    "datetime.timezone",
    "datetime.datetime.now",
    "datetime.datetime.date",
    "time.time",
  ];
  const called = (text: string, line: number): RecipeCase =>
    failing("TypeError", "'module' object is not callable. Did you mean: 'datetime.datetime(...)'?", {
      text,
      line,
      has: HAS,
    });
  const lacking = (message: string, text: string, line: number): RecipeCase =>
    failing("AttributeError", message, { text, line, has: HAS });
  const NO_NOW = "module 'datetime' has no attribute 'now'";
  const ofClass = (name: string): string => `type object 'datetime.datetime' has no attribute '${name}'`;

  test.each([
    ["a module without such a class", called("import json\n\njson(1)\n", 3)],
    ["a class that is called", called("from datetime import datetime\n\ndatetime(2020, 1, 1)\n", 3)],
    ["both imports in one file", called("import datetime\nfrom datetime import datetime\n\ndatetime(1)\n", 4)],
    ["a name that something else binds", called("import datetime\n\ndatetime = None\ndatetime(1)\n", 4)],
    [
      "an attribute that neither has",
      lacking("module 'datetime' has no attribute 'never'", "import datetime\n\ndatetime.never()\n", 3),
    ],
    [
      "a name that is taken",
      lacking(ofClass("timedelta"), "from datetime import datetime\n\ntimedelta = 1\ndatetime.timedelta(1)\n", 4),
    ],
    [
      "an attribute of the class that neither has",
      lacking(ofClass("never"), "from datetime import datetime\n\ndatetime.never()\n", 3),
    ],
    [
      "an object's own method",
      lacking(
        "'method_descriptor' object has no attribute 'x'",
        "from datetime import datetime\n\nf = datetime.date\nf.x\n",
        4,
      ),
    ],
  ] as const)("leaves alone: %s", async (_title, row) => {
    expect(await drafted(moduleForClass, row)).toEqual([]);
  });

  test.each([
    [
      "a module that is called",
      called(
        "import datetime\n\nx = datetime(2020, 1, 1)\ny = datetime.date(2020, 1, 1)\nz = datetime(2021, 1, 1)\n",
        3,
      ),
      "import datetime\n\nx = datetime.datetime(2020, 1, 1)\ny = datetime.date(2020, 1, 1)\nz = datetime.datetime(2021, 1, 1)\n",
    ],
    [
      "another module that is called",
      failing("TypeError", "'module' object is not callable", {
        text: "import time\n\nx = time()\n",
        line: 3,
        has: HAS,
      }),
      "import time\n\nx = time.time()\n",
    ],
    [
      "a method read from the module",
      lacking(NO_NOW, "import datetime as dt\n\nx = dt.now(dt.timezone.utc)\n", 3),
      "import datetime as dt\n\nx = dt.datetime.now(dt.timezone.utc)\n",
    ],
    [
      "the class read from itself",
      lacking(ofClass("datetime"), "from datetime import datetime\n\nx = datetime.datetime.now()\n", 3),
      "from datetime import datetime\n\nx = datetime.now()\n",
    ],
    [
      "another class read from it",
      lacking(ofClass("timedelta"), "from datetime import datetime\n\nx = datetime.now() - datetime.timedelta(1)\n", 3),
      "from datetime import datetime, timedelta\n\nx = datetime.now() - timedelta(1)\n",
    ],
    [
      "a class that it has a method for",
      lacking(
        "'method_descriptor' object has no attribute 'today'",
        "from datetime import datetime\n\nx = datetime.date.today()\n",
        3,
      ),
      "from datetime import date, datetime\n\nx = date.today()\n",
    ],
  ] as const)("mends %s", async (_title, row, after) => {
    expect(await drafted(moduleForClass, row)).toEqual([{ [PATH]: after }]);
  });
});

describe("own-import", () => {
  const OWN = { "shop/__init__.py": "", "shop/money.py": "def total(x): ...\n" };
  const missing = (text: string, more: Partial<RecipeCase> = {}): RecipeCase =>
    failing("ModuleNotFoundError", "No module named 'money'", {
      text,
      line: 1,
      unreached: ["shop/money.py"],
      ...more,
      files: { ...OWN, ...more.files },
    });
  const relative = (text: string, files: RecipeCase["files"], path = "tests/test_it.py"): RecipeCase =>
    failing("ImportError", "attempted relative import with no known parent package", {
      text: "",
      line: 1,
      files: { [path]: text, ...files },
      frames: [{ path, line: 1, function: "<module>" }],
    });

  test.each([
    [
      "a package that is not the project's",
      missing("from money import total\n", { files: { "shop/money.py": "", "shop/other.py": "" } }),
    ],
    ["a name that the module does not have", missing("from money import tax\n")],
    [
      "two modules of the name",
      missing("from money import total\n", { files: { "tools/money.py": "def total(x): ...\n" } }),
    ],
    ["a star", missing("from money import *\n")],
    [
      "a try that expects its absence",
      missing("try:\n    from money import total\nexcept ImportError:\n    total = None\n", {
        frames: [{ path: PATH, line: 2, function: null }],
      }),
    ],
    ["a module that nothing is read from", missing("import money\n")],
    ["an import of something else on the line", missing("from shop.cart import total\n")],
    [
      "a missing module in a test file",
      missing("", {
        files: { "tests/test_it.py": "from money import total\n" },
        frames: [{ path: "tests/test_it.py", line: 1, function: null }],
      }),
    ],
    [
      "a relative import in a package",
      relative("from .money import total\n", { "shop/__init__.py": "", "shop/money.py": "" }, PATH),
    ],
    [
      "a relative import in a script that is run by its path",
      relative(
        "from .money import total\n\nif __name__ == '__main__':\n    print(total(1))\n",
        { "tools/__init__.py": "", "tools/money.py": "def total(x): ...\n" },
        "tools/run.py",
      ),
    ],
    ["a relative import of nothing", relative("from .helpers import make\n", {})],
    [
      "a relative import of several modules",
      relative("from . import helpers, other\n", { "tests/helpers.py": "", "tests/other.py": "" }),
    ],
  ] as const)("leaves alone: %s", async (_title, row) => {
    expect(await drafted(ownImport, row)).toEqual([]);
  });

  test.each([
    ["of a name, in full", missing("from money import total\n"), PATH, "from shop.money import total\n"],
    [
      "of a name, with dots where the file has them",
      missing("from money import total\nfrom .tax import vat\n"),
      PATH,
      "from .money import total\nfrom .tax import vat\n",
    ],
    [
      "of the module",
      missing("import money\n\nx = money.total(1)\n"),
      PATH,
      "from shop import money\n\nx = money.total(1)\n",
    ],
    [
      "of the module, with dots",
      missing("import money as m\nfrom . import tax\n\nx = m.total(1)\n"),
      PATH,
      "from . import money as m\nfrom . import tax\n\nx = m.total(1)\n",
    ],
    [
      "by a path that was once",
      {
        ...missing("from shop.tools.money import total\n"),
        exception: { type: "ModuleNotFoundError", message: "No module named 'shop.tools'" },
      },
      PATH,
      "from shop.money import total\n",
    ],
    [
      "without dots, beside a test",
      relative("from .helpers import make\nfrom . import other\n", { "tests/helpers.py": "", "tests/other.py": "" }),
      "tests/test_it.py",
      "from helpers import make\nimport other\n",
    ],
  ] as const)("imports %s", async (_title, row, path, after) => {
    expect(await drafted(ownImport, row)).toEqual([{ [path]: after }]);
  });
});
