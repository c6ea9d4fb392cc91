import { expect, test } from "vitest";
import { movedNames } from "../../../src/draft/recipes/moved-names.ts";
import { MOVED_STANDARD_NAMES, presentName } from "../../../src/syntax/moved-standard-names.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

/** Everything new is there, nothing old. */
const HAS = [
  ...MOVED_STANDARD_NAMES.map(([, fresh]) => fresh),
  "io.StringIO",
  "urllib.parse.urljoin",
  "urllib.request.HTTPError",
  "configparser.NoOptionError",
  "subprocess.run",
];

/** A module whose line (one-based) asks for something that Python does not have any more. */
function missing(text: string, line: number, message: string): RecipeCase {
  return {
    files: { "app/old.py": text },
    exception: { type: message.startsWith("No module") ? "ModuleNotFoundError" : "AttributeError", message },
    frames: [{ path: "app/old.py", line, function: "<module>" }],
    has: HAS,
    packages: {},
  };
}

const noModule = (name: string): string => `No module named '${name}'`;
const noName = (module: string, name: string): string => `module '${module}' has no attribute '${name}'`;

test.each([
  ["a module of the project of that name", missing("from commands import run\n", 1, noModule("commands"))],
  ["a removed module without a successor", missing("import asyncore\n\nasyncore.loop()\n", 1, noModule("asyncore"))],
  ["what no one line can replace", missing("from distutils.util import strtobool\n", 1, noModule("distutils"))],
  [
    "a removed module of which more is used than has a successor",
    missing("import pipes\n\nt = pipes.Template()\nprint(pipes.quote('a'))\n", 1, noModule("pipes")),
  ],
  [
    "a removed module imported beside others",
    missing("import os, pipes\n\nprint(pipes.quote('a'))\n", 1, noModule("pipes")),
  ],
  ["a removed module that nothing uses", missing("import pipes\n", 1, noModule("pipes"))],
  [
    "a removed module imported in a function",
    missing("def f(x):\n    import pipes\n    return pipes.quote(x)\n", 2, noModule("pipes")),
  ],
  [
    "a tuple of another length that is taken apart",
    missing("import inspect\n\nargs, a, k, d = inspect.getargspec(len)\n", 3, noName("inspect", "getargspec")),
  ],
  [
    "an import of what is taken apart",
    missing(
      "from inspect import getargspec\n\nargs, a, k, d = getargspec(len)\n",
      1,
      "cannot import name 'getargspec' from 'inspect'",
    ),
  ],
  [
    "a function that is handed on, where its successor needs one more argument",
    missing("import cgi\n\nrows = map(cgi.escape, rows)\n", 3, noName("cgi", "escape")),
  ],
  ["another module", missing("import clock\n\nclock.time.clock()\n", 3, noName("clock", "time"))],
] as const)("leaves alone: %s", async (title, row) => {
  const files = title.startsWith("a module of the project") ? { ...row.files, "app/commands.py": "" } : row.files;
  expect(await drafted(movedNames, { ...row, files })).toEqual([]);
});

test.each([
  [
    "a module under its new name",
    missing("import StringIO\n\nout = StringIO.StringIO()\n", 1, noModule("StringIO")),
    "import io\n\nout = io.StringIO()\n",
  ],
  [
    "a name from a module under its new name",
    missing("from StringIO import StringIO\n\nout = StringIO()\n", 1, noModule("StringIO")),
    "from io import StringIO\n\nout = StringIO()\n",
  ],
  [
    "a module in a package",
    missing("from urlparse import urljoin\n\nprint(urljoin('a', 'b'))\n", 1, noModule("urlparse")),
    "from urllib.parse import urljoin\n\nprint(urljoin('a', 'b'))\n",
  ],
  [
    "a module and what it has under another name still",
    missing("import ConfigParser\n\nparser = ConfigParser.SafeConfigParser()\n", 1, noModule("ConfigParser")),
    "import configparser\n\nparser = configparser.SafeConfigParser()\n",
  ],
  [
    "a removed module, all uses of which have a successor",
    missing("import os\nimport pipes\n\n\ndef quoted(x):\n    return pipes.quote(x)\n", 2, noModule("pipes")),
    "import os\nfrom shlex import quote\n\n\ndef quoted(x):\n    return quote(x)\n",
  ],
  [
    "two removed modules at once",
    missing("import cgi\nimport pipes\n\nprint(pipes.quote('a'), cgi.parse_qs('a=b'))\n", 1, noModule("cgi")),
    "from shlex import quote\nfrom urllib.parse import parse_qs\n\nprint(quote('a'), parse_qs('a=b'))\n",
  ],
  [
    "a removed module of a package",
    missing("import distutils.spawn\n\npath = distutils.spawn.find_executable('git')\n", 1, noModule("distutils")),
    "from shutil import which\n\npath = which('git')\n",
  ],
  [
    "a name from a removed module",
    missing("from distutils.spawn import find_executable\n\npath = find_executable('git')\n", 1, noModule("distutils")),
    "from shutil import which\n\npath = which('git')\n",
  ],
  [
    "a value of the same module",
    missing("import sys\n\nlimit = sys.maxint\n", 3, noName("sys", "maxint")),
    "import sys\n\nlimit = sys.maxsize\n",
  ],
  [
    "a function that is built in now",
    missing(
      "from itertools import izip, chain\n\nprint(izip([], []))\n",
      1,
      "cannot import name 'izip' from 'itertools'",
    ),
    "from itertools import chain\n\nprint(zip([], []))\n",
  ],
  [
    "a function of a package that is split up now",
    missing("import urllib\n\nprint(urllib.quote('a b'))\n", 3, noName("urllib", "quote")),
    "import urllib\nimport urllib.parse\n\nprint(urllib.parse.quote('a b'))\n",
  ],
  [
    "a class method that is a function now",
    missing(
      "import asyncio\n\ntasks = asyncio.Task.all_tasks()\n",
      3,
      "type object '_asyncio.Task' has no attribute 'all_tasks'",
    ),
    "import asyncio\n\ntasks = asyncio.all_tasks()\n",
  ],
  [
    "a tuple that is not taken apart",
    missing("import inspect\n\nargs = inspect.getargspec(len).args\n", 3, noName("inspect", "getargspec")),
    "import inspect\n\nargs = inspect.getfullargspec(len).args\n",
  ],
  [
    "a function with an argument that keeps it the same",
    missing("import cgi\n\nprint(cgi.escape(text), cgi.escape(text, True))\n", 3, noName("cgi", "escape")),
    "from html import escape\n\nprint(escape(text, quote=False), escape(text, True))\n",
  ],
] as const)("moves %s", async (_title, row, after) => {
  expect(await drafted(movedNames, row)).toEqual([{ "app/old.py": after }]);
});

test.each([
  ["cPickle.loads", "pickle.loads"],
  ["urllib2.urlopen", "urllib.request.urlopen"],
  ["os.path.join", "os.path.join"],
  ["ConfigParser.SafeConfigParser", "configparser.ConfigParser"],
])("%s is %s now", (old, fresh) => {
  expect(presentName(old)).toBe(fresh);
});
