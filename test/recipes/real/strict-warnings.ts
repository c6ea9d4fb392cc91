import type { RealCase } from "./real-case.ts";

const FIND = String.raw`"""Finds numbers: \d and what is around them."""

import re

from words import WORD

NUMBER = re.compile("(\d+)\.?" r"\s*")


def numbers(text):
    return [int(found) for found in NUMBER.findall(text) if WORD]
`;

const WORDS = String.raw`WORD = b"\w+\n"
`;

const TEST = `from find import numbers


def test_numbers():
    assert numbers("1 and 22.") == [1, 22]
`;

/** What is a warning elsewhere and an error here. */
export const STRICT_WARNING_CASES: readonly RealCase[] = [
  {
    id: "escape-under-warnings-as-errors",
    recipe: "invalid-escape",
    title: "Texts hold `\\d` without being raw, and pytest is told to make errors of warnings.",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\nfilterwarnings = error\n",
      "find.py": FIND,
      "words.py": WORDS,
      "tests/test_find.py": TEST,
    },
    after: {
      "find.py": FIND.replace("numbers: \\d", "numbers: \\\\d").replace('"(\\d+)\\.?"', '"(\\\\d+)\\\\.?"'),
      "words.py": WORDS.replace("\\w", "\\\\w"),
    },
    requirements: [["pytest==8.3.5"]],
    python: ["3.8", "3.11", "3.13"],
    raises: "SyntaxError: invalid escape sequence",
  },
];
