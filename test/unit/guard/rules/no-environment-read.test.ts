import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["os.environ", ...added("import os\n", 'print(os.environ["HOME"])')],
  ["os.getenv by another name", ...added("from os import getenv as read\n", 'print(read("HOME"))')],
  [
    "another variable in the same place",
    `import os


def url():
    return os.environ["URL"]
`,
    `import os


def url():
    return os.environ["TOKEN"]
`,
  ],
  [
    "one more",
    `import os


def url():
    return os.environ["URL"]
`,
    `import os


def url():
    if "CI" in os.environ:
        return None
    return os.environ["URL"]
`,
  ],
];

const ACCEPTED: readonly Row[] = [
  [
    "another default",
    `import os\n\nURL = os.environ.get("URL", "sqlite://")\n`,
    `import os\n\nURL = os.getenv("URL", "sqlite+aiosqlite://")\n`,
  ],
  [
    "a read that was there, edited elsewhere",
    `import os

URL = os.environ["URL"]
def total(rows):
    return sum(rows)
x = 1
`,
    `import os

URL = os.environ["URL"]
def total(rows):
    return sum(rows)
x = 2
`,
  ],
  [
    "a read that moves",
    `import os


def url():
    return os.environ["URL"]
`,
    `import os


def _read():
    return os.environ["URL"]


def url():
    return _read()
`,
  ],
  [
    "its value used in another way",
    `import os


def url():
    return os.environ["URL"]
`,
    `import os


def url():
    return os.environ["URL"].replace("postgresql:", "postgresql+asyncpg:")
`,
  ],
  ["an attribute called environ of something else", ...added("", "print(rows.environ)")],
  ["a settings object", ...added("", "print(rows.settings.URL)")],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "another variable in the same place": "no-environment-read shop/orders.py:5 adds \`os.environ\`, which reads the environment",
      "one more": "no-environment-read shop/orders.py:5 adds \`os.environ\`, which reads the environment",
      "os.environ": "no-environment-read shop/orders.py:3 adds \`os.environ\`, which reads the environment",
      "os.getenv by another name": "no-environment-read shop/orders.py:1 adds \`os.getenv\`, which reads the environment | no-environment-read shop/orders.py:3 adds \`os.getenv\`, which reads the environment",
    }
  `);
});
