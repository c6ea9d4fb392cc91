import type { RealCase } from "./real-case.ts";

export const MOVED_NAMES_CASES: readonly RealCase[] = [
  {
    id: "collections-abc",
    recipe: "moved-names",
    title: "Abstract classes imported from `collections`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "settings/merge.py": `from collections import Mapping, OrderedDict


def merge(first, second):
    """Settings of both; those of the second count where both have some."""
    merged = OrderedDict(first)
    for name, value in second.items():
        known = merged.get(name)
        if isinstance(value, Mapping) and isinstance(known, Mapping):
            value = merge(known, value)
        merged[name] = value
    return merged
`,
      "tests/test_merge.py": `from settings.merge import merge


def test_nested_settings_are_merged():
    merged = merge({"db": {"host": "a", "port": 1}}, {"db": {"host": "b"}})
    assert merged == {"db": {"host": "b", "port": 1}}
`,
    },
    after: {
      "settings/merge.py": `from collections import OrderedDict
from collections.abc import Mapping


def merge(first, second):
    """Settings of both; those of the second count where both have some."""
    merged = OrderedDict(first)
    for name, value in second.items():
        known = merged.get(name)
        if isinstance(value, Mapping) and isinstance(known, Mapping):
            value = merge(known, value)
        merged[name] = value
    return merged
`,
    },
    requirements: [[]],
    python: ["3.10", "3.13"],
    raises: "ImportError: cannot import name 'Mapping' from 'collections'",
  },
];
