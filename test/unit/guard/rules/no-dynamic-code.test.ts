import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["eval", ...added("", 'rows = eval("[1]")')],
  ["exec by another name", ...added("", 'run = exec\nrun("x = 1")')],
  ["compile", ...added("", 'print(compile("1", "x", "eval"))')],
  ["__import__", ...added("", '__import__("shutil").rmtree("x")')],
  ["importlib", ...added("import importlib\n", 'importlib.import_module("x")')],
  ["subprocess", ...added("import subprocess\n", 'subprocess.run(["true"])')],
  ["os.system", ...added("import os\n", 'os.system("true")')],
  ["os.execv", ...added("import os\n", 'os.execv("/bin/true", [])')],
  ["pickle", ...added("import pickle\n", "rows = pickle.loads(rows)")],
  [
    "pickle by a new name, with something else",
    "import cPickle\n\n\ndef total(rows):\n    return cPickle.loads(rows)\n",
    "import pickle\n\n\ndef total(rows):\n    return pickle.loads(rows + rows)\n",
  ],
  ["base64", ...added("import base64\n", "rows = base64.b64decode(rows)")],
  ["ctypes", ...added("import ctypes\n", "print(ctypes.pythonapi)")],
  ["getattr by a name on sys", ...added("import sys\n", 'name = "ex" + "it"\ngetattr(sys, name)()')],
  ["the namespace of os", ...added("import os\n", 'os.__dict__["_ex" + "it"](0)')],
  ["globals", ...added("", 'globals()["total"] = None')],
  ["a module handed on", ...added("import os\n", "rows.run(os)")],
];

const ACCEPTED: readonly Row[] = [
  ["re.compile", ...added("import re\n", 're.compile("x")')],
  ["a method called eval", ...added("", "rows.eval()")],
  [
    "a function of the project called exec",
    TOTAL,
    `def exec(rows):
    return rows


def total(rows):
    return sum(exec(rows))
`,
  ],
  ["exec of a session", ...added("", 'rows.session.exec("x")')],
  [
    "a subprocess that was there, edited elsewhere",
    `import subprocess


def run():
    return subprocess.run(["ls"])


def total(rows):
    return sum(rows) + 1
`,
    `import subprocess


def run():
    return subprocess.run(["ls"])


def total(rows):
    return sum(rows)
`,
  ],
  [
    "one that moves to another function",
    `import subprocess


def run():
    return subprocess.run(["ls"])
`,
    `import subprocess


def _list():
    return subprocess.run(["ls"])


def run():
    return _list()
`,
  ],
  ["getattr with a default on an object", ...added("", 'rows = getattr(rows, "items", rows)')],
  ["getattr by a name on an object", ...added("", 'name = "items"\nrows = getattr(rows, name)')],
  [
    `getattr on a module of the project`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `from shop import models


def total(rows, name):
    return getattr(models, name)(rows)
`,
        ],
      },
      around: {},
      tracked: ["shop/models.py", "shop/__init__.py"],
    },
  ],
  [
    "base64 by the name that Python has for it now",
    "import base64\n\n\ndef total(rows):\n    return base64.decodestring(rows)\n",
    "import base64\n\n\ndef total(rows):\n    return base64.decodebytes(rows)\n",
  ],
  [
    "pickle by the name that Python has for it now",
    "import cPickle\n\n\ndef total(rows):\n    return cPickle.loads(rows)\n",
    "import pickle\n\n\ndef total(rows):\n    return pickle.loads(rows)\n",
  ],
  [
    "a module of its own for what was in another one",
    "import urllib\n\n\ndef total(rows):\n    return urllib.urlopen(rows)\n",
    "import urllib.request\n\n\ndef total(rows):\n    return urllib.request.urlopen(rows)\n",
  ],
  [
    "a subprocess under another module's name",
    "from commands import getoutput\n\n\ndef total(rows):\n    return getoutput(rows)\n",
    "from subprocess import getoutput\n\n\ndef total(rows):\n    return getoutput(rows)\n",
  ],
  ["os.path", ...added("import os\n", 'print(os.path.join("a", "b"))')],
  ["pathlib", ...added("from pathlib import Path\n", 'print(Path("a").name)')],
  ["json.loads", ...added("import json\n", "rows = json.loads(rows)")],
  [
    `a module called code of the project`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `from shop.code import clean


def total(rows):
    return sum(clean(rows))
`,
        ],
      },
      around: {},
      tracked: ["shop/code.py", "shop/__init__.py"],
    },
  ],
  ["asyncio.to_thread", ...added("import asyncio\n", "print(asyncio.to_thread)")],
  ["hashlib", ...added("import hashlib\n", 'print(hashlib.sha256(b"x").hexdigest())')],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "__import__": "no-dynamic-code shop/orders.py:2 adds \`__import__\`, which runs code that no reader of the patch can see",
      "a module handed on": "no-dynamic-code shop/orders.py:3 adds \`os\` as a value, which runs code that no reader of the patch can see",
      "base64": "no-dynamic-code shop/orders.py:1 adds \`base64\`, which runs code that no reader of the patch can see | no-dynamic-code shop/orders.py:3 adds \`base64.b64decode\`, which runs code that no reader of the patch can see",
      "compile": "no-dynamic-code shop/orders.py:2 adds \`compile\`, which runs code that no reader of the patch can see",
      "ctypes": "no-dynamic-code shop/orders.py:1 adds \`ctypes\`, which runs code that no reader of the patch can see | no-dynamic-code shop/orders.py:3 adds \`ctypes.pythonapi\`, which runs code that no reader of the patch can see",
      "eval": "no-dynamic-code shop/orders.py:2 adds \`eval\`, which runs code that no reader of the patch can see",
      "exec by another name": "no-dynamic-code shop/orders.py:2 adds \`exec\`, which runs code that no reader of the patch can see | no-dynamic-code shop/orders.py:3 adds \`exec\`, which runs code that no reader of the patch can see",
      "getattr by a name on sys": "no-dynamic-code shop/orders.py:4 adds a \`getattr\` on \`sys\`, which runs code that no reader of the patch can see",
      "globals": "no-dynamic-code shop/orders.py:2 adds \`globals\`, which runs code that no reader of the patch can see",
      "importlib": "no-dynamic-code shop/orders.py:3 adds \`importlib.import_module\`, which runs code that no reader of the patch can see",
      "os.execv": "no-dynamic-code shop/orders.py:3 adds \`os.execv\`, which runs code that no reader of the patch can see",
      "os.system": "no-dynamic-code shop/orders.py:3 adds \`os.system\`, which runs code that no reader of the patch can see",
      "pickle": "no-dynamic-code shop/orders.py:3 adds \`pickle.loads\`, which runs code that no reader of the patch can see",
      "pickle by a new name, with something else": "no-dynamic-code shop/orders.py:5 adds \`pickle.loads\`, which runs code that no reader of the patch can see",
      "subprocess": "no-dynamic-code shop/orders.py:1 adds \`subprocess\`, which runs code that no reader of the patch can see | no-dynamic-code shop/orders.py:3 adds \`subprocess.run\`, which runs code that no reader of the patch can see",
      "the namespace of os": "no-exit shop/orders.py:3 adds \`os._exit\`, which can end the test run or cut it short | no-dynamic-code shop/orders.py:3 adds \`os.__dict__\` as a value, which runs code that no reader of the patch can see",
    }
  `);
});
