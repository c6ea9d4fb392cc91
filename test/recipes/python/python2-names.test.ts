import { expect, test } from "vitest";
import { python2Names } from "../../../src/draft/recipes/python/python2-names.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const MISSING = (name: string): string => `NameError: name '${name}' is not defined`;

test.each([
  ["another name", failing("xrange(rows)\n", 1, MISSING("rows"))],
  ["a line that is not the failing one", failing("x = 1\nxrange(2)\n", 1, MISSING("xrange"))],
  ["a name that the file has", failing("def unicode(x):\n    return x\n\n\nunicode(1)\n", 5, MISSING("unicode"))],
  ["a name that the file imports", failing("from six import unicode\n\nunicode(1)\n", 3, MISSING("unicode"))],
  ["a file with a star import", failing("from six import *\n\nunicode(1)\n", 3, MISSING("unicode"))],
  [
    "a try that expects its absence",
    failing("try:\n    text = unicode\nexcept NameError:\n    text = str\n", 2, MISSING("unicode")),
  ],
  [
    "a condition on the version",
    failing("import sys\n\ntext = unicode if sys.version_info[0] == 2 else str\n", 3, MISSING("unicode")),
  ],
  ["a file that has the new name for something else", failing("range = 3\nxrange(range)\n", 2, MISSING("xrange"))],
  ["`cmp`, which has no successor", failing("cmp(1, 2)\n", 1, MISSING("cmp"))],
  ["an attribute of that name", failing("rows.unicode()\n", 1, MISSING("unicode"))],
  ["an import that is taken", failing("functools = 1\nreduce = 2\nreduce(f, [])\n", 3, MISSING("reduce"))],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(python2Names, row)).toEqual([]);
});

test.each([
  [
    "all of them in the file",
    failing("for i in xrange(3):\n    print(unichr(i), long(i))  # unicode\n", 1, MISSING("xrange")),
    "for i in range(3):\n    print(chr(i), int(i))  # unicode\n",
  ],
  [
    "with a hint",
    failing("text = raw_input()\n", 1, "NameError: name 'raw_input' is not defined. Did you mean: 'input'?"),
    "text = input()\n",
  ],
  [
    "two types that are one now",
    failing("isinstance(x, (str, unicode))\nisinstance(x, (int, basestring))\n", 1, MISSING("unicode")),
    "isinstance(x, str)\nisinstance(x, (int, str))\n",
  ],
  [
    "what is imported now",
    failing("import os\n\ntotal = reduce(add, [1], 0)\n", 3, MISSING("reduce")),
    "import os\nfrom functools import reduce\n\ntotal = reduce(add, [1], 0)\n",
  ],
  [
    "what is imported now, in a file without imports",
    failing("def total(rows):\n    return reduce(add, rows)\n", 2, MISSING("reduce")),
    "from functools import reduce\n\n\ndef total(rows):\n    return reduce(add, rows)\n",
  ],
  [
    "what is imported now, below the file's description",
    failing('"""Totals."""\n\nTOTAL = reduce(add, [1])\n', 3, MISSING("reduce")),
    '"""Totals."""\n\nfrom functools import reduce\n\nTOTAL = reduce(add, [1])\n',
  ],
  [
    "by the module that is imported",
    failing("import functools\n\ntotal = reduce(add, [1], 0)\n", 3, MISSING("reduce")),
    "import functools\n\ntotal = functools.reduce(add, [1], 0)\n",
  ],
] as const)("renames %s", async (_title, row, after) => {
  expect(await drafted(python2Names, row)).toEqual(changed(after));
});
