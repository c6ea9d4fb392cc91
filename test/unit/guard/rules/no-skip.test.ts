import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["pytest.skip", ...added("import pytest\n", 'pytest.skip("x")')],
  ["skip by another name", ...added("from pytest import skip as leave\n", 'leave("x")')],
  ["pytest by another name", ...added("import pytest as p\n", 'p.xfail("x")')],
  ["the exception behind it", ...added("import pytest\n", 'raise pytest.skip.Exception("x")')],
  ["an import inside the function", ...added("", 'from pytest import importorskip\nimportorskip("x")')],
  ["getattr", ...added("import pytest\n", 'getattr(pytest, "sk" + "ip")("x")')],
  ["a marker", TOTAL, "import pytest\n\n\n@pytest.mark.skip\n" + TOTAL],
  ["unittest.SkipTest", ...added("import unittest\n", "raise unittest.SkipTest")],
  ["a decorator of unittest", TOTAL, 'from unittest import skip\n\n\n@skip("x")\n' + TOTAL],
  [
    "one more where there was one",
    `import pytest


def helper(x):
    if not x:
        pytest.skip("no x")
    return x
`,
    `import pytest


def helper(x):
    pytest.skip("why not")
    if not x:
        pytest.skip("no x")
    return x
`,
  ],
  ["a switch that pytest reads", ...added("__test__ = False\n", "")],
];

const ACCEPTED: readonly Row[] = [
  [
    "a module that skips already, edited elsewhere",
    `import pytest


def helper(x):
    if not x:
        pytest.skip("no x")
    return x + 1
`,
    `import pytest


def helper(x):
    if not x:
        pytest.skip("no x")
    return x + 2
`,
  ],
  ["a method called skip", ...added("", "rows = rows.skip(1)")],
  ["a name called xfail", ...added("", "xfail = len(rows)\nrows = rows[:xfail]")],
  ["a word in a text", ...added("", 'print("skip this")')],
  [
    "a parameter called skip",
    `def page(rows):
    return rows[10:]
`,
    `def page(rows, skip=10):
    return rows[skip:]
`,
  ],
  [
    "itertools with a skip of its own",
    ...added("import itertools\n", "skip = itertools.islice\nrows = skip(rows, 1, None)"),
  ],
  [
    "the comment `# noqa`",
    TOTAL,
    `def total(rows):
    return sum(rows)  # noqa: E501
`,
  ],
  [
    "the comment `# type: ignore`",
    TOTAL,
    `def total(rows):
    return sum(rows)  # type: ignore[arg-type]
`,
  ],
  [
    "the comment `# pragma: no cover`",
    TOTAL,
    `def total(rows):  # pragma: no cover
    return sum(rows, 0)
`,
  ],
  [
    "a local function called importorskip_all",
    TOTAL,
    "def import_or_skip_nothing(rows):\n    return rows\n\n\n" + TOTAL,
  ],
  [
    "unittest imported long ago and used for what it is",
    `import unittest


def suite():
    return unittest.TestSuite()
`,
    `import unittest


def suite():
    return unittest.TestSuite([])
`,
  ],
  ["an attribute called mark", ...added("", "rows.mark = None")],
  [
    "a function with a skip moved down",
    `import pytest


def helper():
    pytest.skip("x")


def other():
    return 1 + 1
`,
    `import pytest


def other():
    return 1 + 1


def helper():
    pytest.skip("x")
`,
  ],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a decorator of unittest": "no-skip shop/orders.py:1 adds \`unittest.skip\`, which keeps a test from being run or judged | no-skip shop/orders.py:4 adds \`unittest.skip\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`unittest\`, by which code can tell that it is being tested",
      "a marker": "no-skip shop/orders.py:4 adds \`pytest.mark.skip\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`pytest\`, by which code can tell that it is being tested",
      "a switch that pytest reads": "no-skip shop/orders.py:1 adds \`__test__\`, which keeps a test from being run or judged",
      "an import inside the function": "no-skip shop/orders.py:2 adds \`pytest.importorskip\`, which keeps a test from being run or judged | no-skip shop/orders.py:3 adds \`pytest.importorskip\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:2 imports \`pytest\`, by which code can tell that it is being tested",
      "getattr": "no-skip shop/orders.py:3 adds \`pytest.skip\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`pytest\`, by which code can tell that it is being tested",
      "one more where there was one": "no-skip shop/orders.py:5 adds \`pytest.skip\`, which keeps a test from being run or judged",
      "pytest by another name": "no-skip shop/orders.py:3 adds \`pytest.xfail\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`pytest\`, by which code can tell that it is being tested",
      "pytest.skip": "no-skip shop/orders.py:3 adds \`pytest.skip\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`pytest\`, by which code can tell that it is being tested",
      "skip by another name": "no-skip shop/orders.py:1 adds \`pytest.skip\`, which keeps a test from being run or judged | no-skip shop/orders.py:3 adds \`pytest.skip\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`pytest\`, by which code can tell that it is being tested",
      "the exception behind it": "no-skip shop/orders.py:3 adds \`pytest.skip.Exception\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`pytest\`, by which code can tell that it is being tested",
      "unittest.SkipTest": "no-skip shop/orders.py:3 adds \`unittest.SkipTest\`, which keeps a test from being run or judged | no-test-awareness shop/orders.py:1 imports \`unittest\`, by which code can tell that it is being tested",
    }
  `);
});
