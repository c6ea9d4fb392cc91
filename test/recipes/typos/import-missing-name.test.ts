import { expect, test } from "vitest";
import { importMissingName } from "../../../src/draft/recipes/typos/import-missing-name.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const HAS = [
  "json",
  "json.dumps",
  "re",
  "re.compile",
  "queue",
  "token",
  "datetime",
  "datetime.datetime",
  "datetime.datetime.now",
  "datetime.date",
  "pathlib.Path",
  "typing.Optional",
  "typing.Callable",
  "collections.abc.Callable",
  "collections.defaultdict",
  "dataclasses.dataclass",
  "numpy",
  "numpy.array",
];

/** A module whose last line with the name fails for want of it. */
function lacking(name: string, text: string, more: Partial<RecipeCase> = {}): RecipeCase {
  const line = text.split("\n").findLastIndex((entry) => entry.includes(name)) + 1;
  return {
    files: { "shop/report.py": text, "tests/test_it.py": "from shop.report import make\n", ...more.files },
    exception: { type: "NameError", message: `name '${name}' is not defined` },
    frames: [{ path: "shop/report.py", line, function: "make" }],
    has: HAS,
    packages: {},
    ...(more.unreached ? { unreached: more.unreached } : {}),
  };
}

const USES = "def make(x):\n    return json.dumps(x)\n";

test.each([
  ["a name bound elsewhere in the file", lacking("json", `def other():\n    json = {}\n    return json\n\n\n${USES}`)],
  ["a name imported in another function", lacking("json", `def other():\n    import json\n\n\n${USES}`)],
  [
    "a name imported for type checkers only",
    lacking(
      "Path",
      "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from pathlib import Path\n\nHOME = Path('.')\n",
    ),
  ],
  ["a star import", lacking("json", `from shop.all import *\n\n\n${USES}`)],
  ["a parameter of a similar function", lacking("json", `def f(json):\n    return json\n\n\n${USES}`)],
  ["a name that a function makes global", lacking("json", `def other():\n    global json\n    json = {}\n\n\n${USES}`)],
  [
    "a name that a handler binds",
    lacking("json", `try:\n    import simple\nexcept ImportError as json:\n    pass\n\n\n${USES}`),
  ],
  [
    "a name that a block binds",
    lacking("json", `def other():\n    with open("a") as json:\n        return json\n\n\n${USES}`),
  ],
  [
    "a name bound in the middle of an expression",
    lacking("json", `def other(x):\n    return (json := x)\n\n\n${USES}`),
  ],
  ["a name that is deleted", lacking("json", `import json\n\ndel json\n\n\n${USES}`)],
  ["an attribute that none of that name has", lacking("datetime", "def make(x):\n    return datetime.of(x)\n")],
  ["a module that is called", lacking("json", "def make(x):\n    return json(x)\n")],
  ["a module that is handed on", lacking("token", "def make(x):\n    return x(token)\n")],
  ["a module without the attribute that is read", lacking("queue", "def make(x):\n    queue.put(x)\n")],
  ["a package that is not installed", lacking("pd", "def make(x):\n    return pd.DataFrame(x)\n")],
  ["a name that nobody knows", lacking("thing", "def make(x):\n    return thing(x)\n")],
  ["a name that only a text mentions", lacking("json", "def make(x):\n    return eval('json.dumps(x)')\n")],
  [
    "an attribute of the object",
    lacking("json", "class Report:\n    json = None\n\n    def make(self):\n        return json.dumps(1)\n"),
  ],
  [
    "two symbols of the repository",
    lacking("total", "def make(x):\n    return total(x)\n", {
      files: { "shop/money.py": "def total(x): ...\n", "shop/tax.py": "def total(x): ...\n" },
    }),
  ],
  [
    "a symbol of the repository and a well-known one",
    lacking("Path", "def make(x):\n    return Path(x)\n", { files: { "shop/route.py": "class Path: ...\n" } }),
  ],
  [
    "a symbol of the tests",
    lacking("fake_total", "def make(x):\n    return fake_total(x)\n", {
      files: { "tests/test_money.py": "def fake_total(x): ...\n" },
    }),
  ],
  [
    "a test file",
    {
      ...lacking("json", ""),
      files: { "tests/test_it.py": "def test_it():\n    json.dumps(1)\n" },
      frames: [{ path: "tests/test_it.py", line: 2, function: "test_it" }],
    },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(importMissingName, row)).toEqual([]);
});

test.each([
  ["json", `import os\n\n\n${USES}`, `import json\nimport os\n\n\n${USES}`],
  ["json", USES, `import json\n\n\n${USES}`],
  ["json", `"""Reports."""\n\n\n${USES}`, `"""Reports."""\n\nimport json\n\n\n${USES}`],
  [
    "json",
    `"""Reports."""\nfrom __future__ import annotations\n\n\n${USES}`,
    `"""Reports."""\nfrom __future__ import annotations\n\nimport json\n\n\n${USES}`,
  ],
  ["json", `# Licence: MIT\n\nLIMIT = 1\n\n\n${USES}`, `# Licence: MIT\n\nimport json\n\nLIMIT = 1\n\n\n${USES}`],
  [
    "json",
    `#!/usr/bin/env python\nLIMIT = 1\n\n\n${USES}`,
    `#!/usr/bin/env python\nimport json\n\nLIMIT = 1\n\n\n${USES}`,
  ],
  [
    "json",
    `import requests\n\nfrom . import money\n\n\n${USES}`,
    `import json\n\nimport requests\n\nfrom . import money\n\n\n${USES}`,
  ],
  ["json", `import os\r\n\r\n\r\n${USES}`, `import json\r\nimport os\r\n\r\n\r\n${USES}`],
  [
    "Path",
    "import json\nimport os\nfrom typing import Any\n\nimport requests\n\nHOME = Path('.')\n",
    "import json\nimport os\nfrom pathlib import Path\nfrom typing import Any\n\nimport requests\n\nHOME = Path('.')\n",
  ],
  [
    "Path",
    "from pathlib import PurePath\n\nHOME = Path('.')\n",
    "from pathlib import Path, PurePath\n\nHOME = Path('.')\n",
  ],
  [
    "Optional",
    "from typing import (\n    Any,\n    Union,\n)\n\nx: Optional[int] = None\n",
    "from typing import (\n    Any,\n    Optional,\n    Union,\n)\n\nx: Optional[int] = None\n",
  ],
  ["Callable", "from typing import Any\n\nx: Callable\n", "from typing import Any, Callable\n\nx: Callable\n"],
  [
    "Callable",
    "from collections.abc import Sized\n\nx: Callable\n",
    "from collections.abc import Callable, Sized\n\nx: Callable\n",
  ],
  [
    "dataclass",
    "@dataclass\nclass A:\n    x: int\n",
    "from dataclasses import dataclass\n\n\n@dataclass\nclass A:\n    x: int\n",
  ],
  [
    "datetime",
    "def make():\n    return datetime.now()\n",
    "from datetime import datetime\n\n\ndef make():\n    return datetime.now()\n",
  ],
  [
    "datetime",
    "def make():\n    return datetime.datetime.now()\n",
    "import datetime\n\n\ndef make():\n    return datetime.datetime.now()\n",
  ],
  [
    "np",
    "import json\n\nfrom shop import money\n\nx = np.array([1])\n",
    "import json\n\nimport numpy as np\n\nfrom shop import money\n\nx = np.array([1])\n",
  ],
])("imports %s into %j", async (name, before, after) => {
  expect(await drafted(importMissingName, lacking(name, before))).toEqual([{ "shop/report.py": after }]);
});

const TOTAL = { "shop/money.py": "def total(x): ...\n", "shop/__init__.py": "" };

test.each([
  [
    "by its full name",
    "def make(x):\n    return total(x)\n",
    "from shop.money import total\n\n\ndef make(x):\n    return total(x)\n",
  ],
  [
    "relatively, where the file does so",
    "from .tax import vat\n\n\ndef make(x):\n    return total(x)\n",
    "from .money import total\nfrom .tax import vat\n\n\ndef make(x):\n    return total(x)\n",
  ],
])("imports the only symbol of the repository: %s", async (_title, before, after) => {
  const row = lacking("total", before, { files: TOTAL, unreached: ["shop/money.py"] });
  expect(await drafted(importMissingName, row)).toEqual([{ "shop/report.py": after }]);
});
