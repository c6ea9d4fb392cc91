import { expect, test } from "vitest";
import { movedNames } from "../../src/draft/recipes/moved-names.ts";
import { drafted, type RecipeCase, recipeInput } from "../support/recipe-case.ts";

const HAS = ["collections.abc.Mapping", "collections.abc.Iterable", "collections.abc.Callable", "collections.abc"];

/** A module whose line (one-based) fails for want of `collections.Mapping`. */
function importing(
  text: string,
  line = 1,
  message = "cannot import name 'Mapping' from 'collections' (/py/collections/__init__.py)",
): RecipeCase {
  return {
    files: { "app/shapes.py": text },
    exception: { type: "ImportError", message },
    frames: [{ path: "app/shapes.py", line, function: "<module>" }],
    has: HAS,
    packages: {},
  };
}

function reading(text: string, line: number): RecipeCase {
  return importing(text, line, "module 'collections' has no attribute 'Mapping'");
}

test.each([
  ["a name that is there", { ...importing("from collections import Mapping\n"), has: [...HAS, "collections.Mapping"] }],
  ["nothing to use instead", { ...importing("from collections import Mapping\n"), has: [] }],
  [
    "a try that expects its absence",
    importing("try:\n    from collections import Mapping\nexcept ImportError:\n    Mapping = dict\n", 2),
  ],
  [
    "the handler of a new import",
    importing(
      "try:\n    from collections.abc import Mapping\nexcept ImportError:\n    from collections import Mapping\n",
      4,
    ),
  ],
  [
    "an attribute in a try",
    reading(
      "import collections\n\ntry:\n    Mapping = collections.Mapping\nexcept AttributeError:\n    Mapping = collections.abc.Mapping\n",
      4,
    ),
  ],
  [
    "a condition on the version",
    importing(
      "import sys\n\nif sys.version_info < (3, 3):\n    from collections import Mapping\nelse:\n    from collections.abc import Mapping\n",
      4,
    ),
  ],
  ["a name of the project", importing("from .collections import Mapping\n")],
  [
    "a name that something else binds too",
    reading("import collections\n\ncollections = {}\nprint(collections.Mapping)\n", 4),
  ],
  ["a star import", importing("from collections import *\n\nprint(Mapping)\n", 3, "name 'Mapping' is not defined")],
  ["a line that is not the failing one", importing("import json\nfrom collections import Mapping\n", 1)],
  [
    "an exception about another name",
    importing("from collections import Mapping\n", 1, "cannot import name 'Missing' from 'shop'"),
  ],
  ["a place that binds the name", reading("import collections\n\ncollections.Mapping = dict\n", 3)],
  ["a string", reading("import collections\n\nprint('collections.Mapping')\n", 3)],
  ["a parameter of that name", reading("def f(collections):\n    return collections.Mapping\n", 2)],
  [
    "what was asked for first",
    reading("import collections\n\nif hasattr(collections, 'Mapping'):\n    print(collections.Mapping)\n", 4),
  ],
  [
    "a block that may fail",
    importing(
      "from contextlib import suppress\n\nwith suppress(ImportError):\n    from collections import Mapping\n",
      4,
    ),
  ],
  [
    "an attribute that is asked for by text",
    reading("import collections\n\nprint(getattr(collections, 'Mapping'))\n", 3),
  ],
  ["an attribute that is deleted", reading("import collections\n\ndel collections.Mapping\n", 3)],
  [
    "a test that expects its absence",
    reading(
      "import collections\n\nwith pytest.raises(AttributeError):\n    collections.Mapping\nprint(collections.Mapping)\n",
      4,
    ),
  ],
  [
    "a file that is not of the project",
    {
      ...importing("from collections import Mapping\n"),
      frames: [{ path: "venv/lib/shapes.py", line: 1, function: "<module>" }],
    },
  ],
  [
    "a module of the project that has the old one's name",
    {
      ...importing(
        "from urlparse import urljoin\n",
        1,
        "cannot import name 'urljoin' from 'urlparse' (/w/urlparse.py)",
      ),
      files: { "app/shapes.py": "from urlparse import urljoin\n", "urlparse.py": "def join(): ...\n" },
      has: ["urllib.parse.urljoin"],
    },
  ],
  ["a module that no table knows", importing("import acme\n", 1, "No module named 'acme'")],
  [
    "a list of names with a comment inside, of which one stays",
    importing("from collections import (\n    Mapping,  # moved\n    OrderedDict,\n)\n"),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(movedNames, row)).toEqual([]);
});

test.each([
  ["a single name", importing("from collections import Mapping\n"), "from collections.abc import Mapping\n"],
  [
    "all of several names",
    importing("from collections import Mapping, Iterable\n"),
    "from collections.abc import Mapping, Iterable\n",
  ],
  [
    "one name of several",
    importing("from collections import Mapping, OrderedDict\n"),
    "from collections import OrderedDict\nfrom collections.abc import Mapping\n",
  ],
  [
    "into an import that is there",
    importing("from collections import Mapping, OrderedDict\nfrom collections.abc import Callable\n"),
    "from collections import OrderedDict\nfrom collections.abc import Callable, Mapping\n",
  ],
  [
    "an alias",
    importing("from collections import Mapping as M\n\nprint(M)\n"),
    "from collections.abc import Mapping as M\n\nprint(M)\n",
  ],
  [
    "comments",
    importing("from collections import Mapping  # for isinstance\n"),
    "from collections.abc import Mapping  # for isinstance\n",
  ],
  [
    "one name a line",
    importing("from collections import (\n    Iterable,\n    Mapping,\n    OrderedDict,\n)\n"),
    "from collections import (\n    OrderedDict,\n)\nfrom collections.abc import Iterable, Mapping\n",
  ],
  [
    "in a function",
    importing(
      "def is_map(value):\n    from collections import Mapping, deque\n    return isinstance(value, Mapping)\n",
      2,
    ),
    "def is_map(value):\n    from collections import deque\n    from collections.abc import Mapping\n    return isinstance(value, Mapping)\n",
  ],
  [
    "an attribute, where the file has the other module whole",
    {
      ...reading("import asyncio\nimport collections\n\nGone = collections.Mapping\n", 4),
      libraries: [{ distribution: null, names: [{ old: "collections.Mapping", new: "asyncio.Mapping" }] }],
      has: ["asyncio.Mapping"],
    },
    "import asyncio\n\nGone = asyncio.Mapping\n",
  ],
  [
    "in the branch that every Python of today takes",
    reading(
      "import collections\nimport sys\n\nif sys.version_info < (3,):\n    Mapping = dict\nelse:\n    Mapping = collections.Mapping\n",
      7,
    ),
    "import collections\nimport collections.abc\nimport sys\n\nif sys.version_info < (3,):\n    Mapping = dict\nelse:\n    Mapping = collections.abc.Mapping\n",
  ],
  [
    "attributes, wherever they are in the file",
    reading(
      "import collections\n\n\ndef f(x):\n    return isinstance(x, collections.Mapping)\n\n\ndef g(x):\n    return isinstance(x, collections.Iterable)\n",
      5,
    ),
    "import collections\nimport collections.abc\n\n\ndef f(x):\n    return isinstance(x, collections.abc.Mapping)\n\n\ndef g(x):\n    return isinstance(x, collections.abc.Iterable)\n",
  ],
  [
    "an attribute of an alias",
    reading("import collections as c\n\nprint(c.Mapping)\n", 3),
    "import collections as c\nimport collections.abc\n\nprint(c.abc.Mapping)\n",
  ],
  [
    "for a project that works with older versions too: both",
    { ...importing("import os\nfrom collections import Mapping, deque\n", 2), support: { python: "2.7" } },
    "import os\nfrom collections import deque\ntry:\n    from collections.abc import Mapping\nexcept ImportError:\n    from collections import Mapping\n",
  ],
  [
    "Windows line ends",
    importing("from collections import Mapping, deque\r\nx = 1\r\n"),
    "from collections import deque\r\nfrom collections.abc import Mapping\r\nx = 1\r\n",
  ],
] as const)("moves %s", async (_title, row, after) => {
  expect(await drafted(movedNames, row)).toEqual([{ "app/shapes.py": after }]);
});

/** A module that fails for want of `numpy.alltrue`, `numpy.product` and `numpy.cumproduct`. */
function numeric(text: string, missing = "alltrue"): RecipeCase {
  return {
    files: { "app/shapes.py": text },
    exception: { type: "ImportError", message: `cannot import name '${missing}' from 'numpy' (/py/numpy/__init__.py)` },
    frames: [{ path: "app/shapes.py", line: 1, function: "<module>" }],
    has: ["numpy.all", "numpy.prod", "numpy.cumprod"],
    packages: { numpy: "2.2.6" },
  };
}

test.each([
  [
    "under its old name, where the new one would hide Python's own",
    numeric("from numpy import alltrue, asarray\n\n\ndef f(x):\n    return alltrue(asarray(x)) and all(x)\n"),
    "from numpy import all as alltrue, asarray\n\n\ndef f(x):\n    return alltrue(asarray(x)) and all(x)\n",
  ],
  [
    "in a list with comments",
    numeric(
      "from numpy import (\n    array,\n    cumproduct as cprod,\n    product,  # of a shape\n)\n\nprint(product(cprod([1])))\n",
      "cumproduct",
    ),
    "from numpy import (\n    array,\n    cumprod as cprod,\n    prod,  # of a shape\n)\n\nprint(prod(cprod([1])))\n",
  ],
] as const)("renames %s", async (_title, row, after) => {
  expect(await drafted(movedNames, row)).toEqual([{ "app/shapes.py": after }]);
});

test("of two names one may stay with its module, and the other go to its own section", async () => {
  const row: RecipeCase = {
    files: {
      "app/views.py":
        "from django.utils.encoding import force_str\nfrom django.utils.http import is_safe_url, urlquote\nfrom django.views import View\n\nprint(is_safe_url, urlquote)\n",
    },
    exception: {
      type: "ImportError",
      message: "cannot import name 'is_safe_url' from 'django.utils.http' (/py/http.py)",
    },
    frames: [{ path: "app/views.py", line: 2, function: "<module>" }],
    has: ["django.utils.http.url_has_allowed_host_and_scheme", "urllib.parse.quote"],
    packages: { django: "5.2" },
  };
  expect(await drafted(movedNames, row)).toEqual([
    {
      "app/views.py":
        "from urllib.parse import quote\n\nfrom django.utils.encoding import force_str\nfrom django.utils.http import url_has_allowed_host_and_scheme\nfrom django.views import View\n\nprint(url_has_allowed_host_and_scheme, quote)\n",
    },
  ]);
});

test("a list with comments is left alone where two of its names become one", async () => {
  const text = "from numpy import (\n    prod,  # of a shape\n    product,\n)\n";
  expect(await drafted(movedNames, numeric(text, "product"))).toEqual([]);
});

test("other files of the product are mended with it, or this one alone", async () => {
  const files = { "app/a.py": "from collections import Mapping\n", "app/b.py": "from collections import Mapping\n" };
  const row = { ...importing(""), files, frames: [{ path: "app/a.py", line: 1, function: "<module>" }] };
  const after = "from collections.abc import Mapping\n";
  expect(await drafted({ ...movedNames, draft: (input) => movedNames.draft(input).slice(0, 1) }, row)).toEqual([
    { "app/a.py": after, "app/b.py": after },
  ]);
  const drafts = movedNames.draft(await recipeInput(row));
  expect(drafts.map(({ edits }) => edits.map(({ path }) => path))).toEqual([["app/a.py", "app/b.py"], ["app/a.py"]]);
});

test("a test file is mended where it is the one that fails, and the draft says so", async () => {
  const path = "tests/test_it.py";
  const row = {
    ...importing(""),
    files: { [path]: "from collections import Mapping\n" },
    frames: [{ path, line: 1, function: "<module>" }],
  };
  const drafts = movedNames.draft(await recipeInput(row));
  expect(drafts.map(({ mayEditTests, edits }) => [mayEditTests, edits.map((edit) => edit.path)])).toEqual([
    [true, [path]],
  ]);
});

test("the reason names what failed, also where Python already misses the module on the way", async () => {
  const row: RecipeCase = {
    files: { "app/odds.py": "import scipy\n\n\ndef ways(n, k):\n    return scipy.misc.comb(n, k)\n" },
    exception: { type: "AttributeError", message: "Module 'scipy' has no attribute 'misc'" },
    frames: [{ path: "app/odds.py", line: 5, function: "ways" }],
    has: ["scipy.special.comb"],
    packages: { scipy: "1.17.0" },
  };
  const drafts = movedNames.draft(await recipeInput(row));
  expect(drafts.map(({ rationale }) => rationale)).toEqual([
    "The installed version no longer has `scipy.misc.comb`; `scipy.special.comb` is there in its stead.",
  ]);
  expect(await drafted(movedNames, row)).toEqual([
    {
      "app/odds.py": "import scipy\nimport scipy.special\n\n\ndef ways(n, k):\n    return scipy.special.comb(n, k)\n",
    },
  ]);
});

test("what a function imports for itself is not at hand elsewhere", async () => {
  const text =
    "import collections\n\n\ndef is_table(x):\n    return isinstance(x, collections.Mapping)\n\n\ndef kind():\n    from collections import Mapping\n    return Mapping\n";
  const after =
    "import collections\nimport collections.abc\n\n\ndef is_table(x):\n    return isinstance(x, collections.abc.Mapping)\n\n\ndef kind():\n    from collections.abc import Mapping\n    return Mapping\n";
  expect(await drafted(movedNames, reading(text, 5))).toEqual([{ "app/shapes.py": after }]);
});
