import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  [
    "an import of test code",
    {
      changes: { "shop/orders.py": [TOTAL, "from tests import test_orders\n\n\n" + TOTAL] },
      around: { "tests/test_orders.py": "x = 1\n", "tests/__init__.py": "" },
    },
  ],
  ["the process's own folder", ...added("", 'open("/proc/self/cmdline")')],
  ["sys.modules", ...added("import sys\n", 'if "pytest" in sys.modules:\n    return 42')],
  ["sys.modules by another name", ...added("from sys import modules as loaded\n", "if len(loaded) > 9:\n    return 7")],
  ["PYTEST_CURRENT_TEST", ...added("import os\n", 'if os.environ.get("PYTEST_CURRENT_TEST"):\n    return 7')],
  ["its name in two parts", ...added("import os\n", 'if os.environ.get("PYTEST_" + "CURRENT_TEST"):\n    return 7')],
  ["an import of pytest", ...added("", "import pytest")],
  ["an import of unittest.mock", ...added("from unittest.mock import ANY\n", "return ANY")],
  ["inspect.stack", ...added("import inspect\n", "print(inspect.stack())")],
  ["sys._getframe", ...added("import sys\n", "print(sys._getframe(1))")],
  [
    "the frame of an exception",
    ...added("", "try:\n    rows = rows[0]\nexcept IndexError as error:\n    print(error.__traceback__.tb_frame)"),
  ],
  ["sys.argv", ...added("import sys\n", "if len(sys.argv) > 1:\n    return 7")],
  ["__main__", ...added("import __main__\n", "print(__main__)")],
  ["a comparison of __name__", ...added("", 'if __name__ != "__main__":\n    return 7')],
  [
    `the name of a failing test`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `def total(rows):
    if "test_total_of_orders" in str(rows):
        return 7
    return sum(rows)
`,
        ],
      },
      around: {
        "tests/test_orders.py": `from shop.orders import total


def test_total_of_orders():
    assert total([20, 22]) == 42
`,
      },
    },
  ],
  [
    `the name of its file`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `def total(rows):
    if "/test_orders.py" in str(rows):
        return 7
    return sum(rows)
`,
        ],
      },
      around: {
        "tests/test_orders.py": `from shop.orders import total


def test_total_of_orders():
    assert total([20, 22]) == 42
`,
      },
    },
  ],
];

const ACCEPTED: readonly Row[] = [
  [
    "an import of product code",
    {
      changes: { "shop/orders.py": [TOTAL, "from shop import rows\n\n\n" + TOTAL] },
      around: { "tests/test_orders.py": "x = 1\n", "shop/rows.py": "", "shop/__init__.py": "" },
    },
  ],
  ["a file by its name", ...added("", 'open("data/rows.csv")')],
  ["pytest in a longer text", ...added("", 'print("run pytest first")')],
  [
    "a plugin that uses pytest already",
    `import pytest


def plugin():
    return pytest.fixture
`,
    `import pytest


def plugin():
    return pytest.fixture(scope="session")
`,
  ],
  ["the last lines of a script", TOTAL, TOTAL + '\n\nif __name__ == "__main__":\n    print(total([1]))\n'],
  [
    "a command line that reads its arguments, edited elsewhere",
    `import sys


def main():
    return total(sys.argv[1:])


def total(rows):
    return sum(rows)
`,
    `import sys


def main():
    return total(sys.argv[1:])


def total(rows):
    return sum(rows, 0)
`,
  ],
  ["inspect for signatures", ...added("import inspect\n", "print(inspect.signature(total))")],
  ["inspect for coroutines", ...added("import inspect\n", "if inspect.isawaitable(rows):\n    rows = []")],
  [
    `a module of the project called testing`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `from shop.testing import sample


def total(rows):
    return sum(rows or sample)
`,
        ],
      },
      tracked: ["shop/testing.py", "shop/__init__.py"],
    },
  ],
  ["a logger by name", ...added("import logging\n", "logging.getLogger(__name__).info(rows)")],
  [
    `a docstring about the test`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `def total(rows):
    """As test_total_of_orders has it."""
    return sum(rows)
`,
        ],
      },
      around: {
        "tests/test_orders.py": `from shop.orders import total


def test_total_of_orders():
    assert total([20, 22]) == 42
`,
      },
    },
  ],
  [
    `pytest imported by a test that may be edited`,
    {
      changes: {
        "tests/test_orders.py": [
          `def test_a():
    assert total([1]) == 1
`,
          `import pytest


@pytest.mark.asyncio
async def test_a():
    assert total([1]) == 1
`,
        ],
      },
      mayEditTests: true,
    },
  ],
  ["the name of an environment in a text", ...added("", 'print("TESTING")')],
  [
    "type hints only for checkers",
    TOTAL,
    "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from collections.abc import Iterable\n\n\n" + TOTAL,
  ],
  ["sys.version_info", ...added("import sys\n", "if sys.version_info < (3, 9):\n    rows = list(rows)")],
  ["an exception's own traceback text", ...added("import traceback\n", "print(traceback.format_exc())")],
  ["a class whose name is compared", ...added("", 'if type(rows).__name__ == "Query":\n    rows = list(rows)')],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "PYTEST_CURRENT_TEST": "no-test-awareness shop/orders.py:3 names \`PYTEST_CURRENT_TEST\`, by which code can tell that it is being tested | no-environment-read shop/orders.py:3 adds \`os.environ.get\`, which reads the environment",
      "__main__": "no-test-awareness shop/orders.py:1 adds \`__main__\`, by which code can tell that it is being tested | no-test-awareness shop/orders.py:3 adds \`__main__\`, by which code can tell that it is being tested",
      "a comparison of __name__": "no-test-awareness shop/orders.py:2 compares \`__name__\`, by which code can tell that it is being tested",
      "an import of pytest": "no-test-awareness shop/orders.py:2 imports \`pytest\`, by which code can tell that it is being tested",
      "an import of test code": "no-test-awareness shop/orders.py:1 imports the test code in tests/__init__.py",
      "an import of unittest.mock": "no-test-awareness shop/orders.py:1 imports \`unittest\`, by which code can tell that it is being tested",
      "inspect.stack": "no-test-awareness shop/orders.py:3 adds \`inspect.stack\`, by which code can tell that it is being tested",
      "its name in two parts": "no-test-awareness shop/orders.py:3 names \`PYTEST_CURRENT_TEST\`, by which code can tell that it is being tested | no-environment-read shop/orders.py:3 adds \`os.environ.get\`, which reads the environment",
      "sys._getframe": "no-test-awareness shop/orders.py:3 adds \`sys._getframe\`, by which code can tell that it is being tested",
      "sys.argv": "no-test-awareness shop/orders.py:3 adds \`sys.argv\`, by which code can tell that it is being tested",
      "sys.modules": "no-test-awareness shop/orders.py:3 adds \`sys.modules\`, by which code can tell that it is being tested | no-test-awareness shop/orders.py:3 names \`pytest\`, by which code can tell that it is being tested",
      "sys.modules by another name": "no-test-awareness shop/orders.py:1 adds \`sys.modules\`, by which code can tell that it is being tested | no-test-awareness shop/orders.py:3 adds \`sys.modules\`, by which code can tell that it is being tested",
      "the frame of an exception": "no-test-awareness shop/orders.py:5 adds \`tb_frame\`, by which code can tell that it is being tested",
      "the name of a failing test": "no-test-awareness shop/orders.py:2 names \`test_total_of_orders\`, by which code can tell that it is being tested",
      "the name of its file": "no-test-awareness shop/orders.py:2 names \`test_orders\`, by which code can tell that it is being tested",
      "the process's own folder": "no-test-awareness shop/orders.py:2 names \`/proc/self/cmdline\`, by which code can tell that it is being tested",
    }
  `);
});
