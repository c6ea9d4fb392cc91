import { expect, test } from "vitest";
import { judge, type Row } from "../judge.ts";

const BODY = "    return sum(rows)\n";
const ROWS: readonly Row[] = [
  ["a colon", `def total(rows)\n${BODY}`, `def total(rows):\n${BODY}`],
  ["a bracket", "def total(rows):\n    return sum(rows\n", `def total(rows):\n${BODY}`],
  ["a bracket on a line of its own", "x = [\n    1,\ny = 2\n", "x = [\n    1,\n]\ny = 2\n"],
  ["an indentation", "def total(rows):\n  x = 1\n    return x\n", "def total(rows):\n  x = 1\n  return x\n"],
  ["a quote", "x = 'a\n", "x = 'a'\n"],
  ["`==` and `elif`", "if x = 1:\n    y = 1\nelse if x:\n    y = 2\n", "if x == 1:\n    y = 1\nelif x:\n    y = 2\n"],
  [
    "statements of Python 2",
    "try:\n    print 'a'\nexcept OSError, e:\n    raise IOError, e\n",
    "try:\n    print('a')\nexcept OSError as e:\n    raise IOError(e)\n",
  ],
  [
    "a line that reads the environment and was there",
    "import os\n\nif os.environ['X'] = '1':\n    y = 1\n",
    "import os\n\nif os.environ['X'] == '1':\n    y = 1\n",
  ],
  [
    "a handler that was there",
    "try:\n    import requests\n    x = 1\nexcept Exception\n    pass\n",
    "try:\n    import requests\n    x = 1\nexcept Exception:\n    pass\n",
  ],
  ["another name", `def total(rows)\n${BODY}`, `def total(rows):\n    return sum(lines)\n`],
  ["another number", "x = (1\n", "x = (2)\n"],
  ["another sign", "def f(x)\n    return x < 1\n", "def f(x):\n    return x > 1\n"],
  ["less of a sign", "def f(x)\n    return x <= 1\n", "def f(x):\n    return x < 1\n"],
  ["a statement more", `def total(rows)\n${BODY}`, `def total(rows):\n    rows = []\n${BODY}`],
  ["a statement less", `x = 1\n\n\ndef total(rows)\n${BODY}`, `def total(rows):\n${BODY}`],
  ["all of the code", `def total(rows)\n${BODY}`, "pass\n"],
  [
    "code that becomes a text",
    `def total(rows)\n    check(rows)\n${BODY}`,
    `def total(rows):\n    "check(rows)"\n${BODY}`,
  ],
  [
    "code that becomes a comment",
    `def total(rows)\n    check(rows)\n${BODY}`,
    `def total(rows):\n    # check(rows)\n${BODY}`,
  ],
  ["a name that was only said in a comment", `# total\ndef total(rows)\n${BODY}`, `def total(rows): # total\n${BODY}`],
  [
    "a test",
    {
      changes: { "tests/test_a.py": ["def test_a()\n    assert f() == 1\n", "def test_a():\n    assert f() == 1\n"] },
      mayEditTests: true,
    },
  ],
  ["a file that could be read", `def total(rows):\n${BODY}`, "def total(rows):\n    return sum(list(rows))\n"],
];

test("of a file that could not be read only what kept it from that may change", async () => {
  expect(await judge(ROWS)).toMatchInlineSnapshot(`
    {
      "\`==\` and \`elif\`": "accepted",
      "a bracket": "accepted",
      "a bracket on a line of its own": "accepted",
      "a colon": "accepted",
      "a file that could be read": "accepted",
      "a handler that was there": "accepted",
      "a line that reads the environment and was there": "accepted",
      "a name that was only said in a comment": "only-repair shop/orders.py:1 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "a quote": "accepted",
      "a statement less": "only-repair shop/orders.py:1 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "a statement more": "only-repair shop/orders.py:2 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "a test": "test-edit tests/test_a.py:- could not be read before the patch: nothing tells what the tests expected",
      "all of the code": "only-repair shop/orders.py:1 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "an indentation": "accepted",
      "another name": "only-repair shop/orders.py:2 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "another number": "only-repair shop/orders.py:1 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "another sign": "only-repair shop/orders.py:2 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "code that becomes a comment": "only-repair shop/orders.py:2 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "code that becomes a text": "only-repair shop/orders.py:3 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "less of a sign": "only-repair shop/orders.py:2 could not be read before the patch, and more of it changes than what kept Python from reading it",
      "statements of Python 2": "accepted",
    }
  `);
});
