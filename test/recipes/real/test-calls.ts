import type { RealCase } from "./real-case.ts";

const INI = "[pytest]\npythonpath = .\n";

const BASKET = `class Basket:
    def __init__(self):
        self.rows = {}

    def add(self, name, count):
        if count < 1:
            raise ValueError("a count is at least 1")
        self.rows[name] = count
`;

const HELPER = `import pytest


def assert_refused(basket, count, text=None):
    if text is None:
        with pytest.raises(ValueError):
            basket.add("bread", count)
    else:
        with pytest.raises(ValueError, message=text) as caught:
            basket.add("bread", count)
        assert "at least" in str(caught.value)
`;

const BASKET_TEST = `import pytest

from basket import Basket
from tests import assert_refused


def test_none():
    with pytest.raises(ValueError, message="none is too few"):
        Basket().add("bread", 0)


def test_less_than_none():
    assert_refused(Basket(), -1, text="less than none is too few")
`;

const SETTINGS = `from django.conf import settings

settings.configure()
`;

const SORTED_TEST = `from django.test import TestCase


class NameTest(TestCase):
    databases = set()

    def test_names(self):
        self.assertQuerysetEqual(sorted(["b", "a"]), ["a", "b"], transform=str)
`;

const SPREAD = `import numpy as np


def documented(original):
    def decorate(function):
        function.__doc__ = original.__doc__
        return function

    return decorate


@documented(np.ndarray.ptp)
def spread(values):
    return values.ptp()
`;

const SPREAD_TEST = `import numpy as np

from spread import spread


def test_spread():
    assert spread(np.array([1, 5, 3])) == 4
`;

/** Calls in tests and their helpers. Each was run with the versions it names. */
export const TEST_CALL_CASES: readonly RealCase[] = [
  {
    id: "raises-message-in-helper",
    recipe: "renamed-keywords",
    title: "A test and a helper beside it give `pytest.raises` the `message` that pytest 5 took away.",
    files: { "pytest.ini": INI, "basket.py": BASKET, "tests/__init__.py": HELPER, "tests/test_basket.py": BASKET_TEST },
    after: {
      "tests/__init__.py": HELPER.replace(", message=text", ""),
      "tests/test_basket.py": BASKET_TEST.replace(', message="none is too few"', ""),
    },
    requirements: [["pytest==9.2.0"], ["pytest==7.4.4"]],
    python: ["3.11"],
    raises: "Unexpected keyword arguments passed to pytest.raises: message",
    note: "It was printed when nothing was raised; what must be raised stays, and `match` would be something else.",
  },
  {
    id: "django-queryset-assertion",
    recipe: "renamed-methods",
    title: "A test calls `assertQuerysetEqual`, which is `assertQuerySetEqual` since Django 4.2.",
    files: { "pytest.ini": INI, "conftest.py": SETTINGS, "tests/test_names.py": SORTED_TEST },
    after: {
      "tests/test_names.py": SORTED_TEST.replace("assertQuerysetEqual", "assertQuerySetEqual"),
    },
    requirements: [["django==5.2.19"]],
    python: ["3.11", "3.13"],
    raises: "'NameTest' object has no attribute 'assertQuerysetEqual'",
  },
  {
    id: "ndarray-method-as-value",
    recipe: "renamed-methods",
    title: "A decorator is given `np.ndarray.ptp`, which NumPy 2 took away.",
    files: { "pytest.ini": INI, "spread.py": SPREAD, "tests/test_spread.py": SPREAD_TEST },
    after: {
      "spread.py": SPREAD.replace("np.ndarray.ptp", "np.ptp").replace("values.ptp()", "np.ptp(values)"),
    },
    requirements: [["numpy==2.5.5"]],
    python: ["3.13"],
    raises: "type object 'numpy.ndarray' has no attribute 'ptp'",
  },
];
