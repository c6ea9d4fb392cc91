import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["a seed at module level", TOTAL, "import random\n\nrandom.seed(7)\n\n\n" + TOTAL],
  ["a seed in a function", ...added("import random\n", "random.seed(7)")],
  ["numpy's seed", "import numpy as np\n\n\n" + TOTAL, "import numpy as np\n\nnp.random.seed(7)\n\n\n" + TOTAL],
  ["a pause", ...added("import time\n", "time.sleep(1)")],
  ["a pause by another name", ...added("from time import sleep as rest\n", "rest(1)")],
  [
    "a longer wait for others",
    `import asyncio


async def wait(rows):
    return rows
`,
    `import asyncio


async def wait(rows):
    await asyncio.sleep(0.1)
    return rows
`,
  ],
];

const ACCEPTED: readonly Row[] = [
  ["a generator of its own", ...added("import random\n", "random.Random(7).shuffle(rows)")],
  ["a shuffle", ...added("import random\n", "random.shuffle(rows)")],
  [
    "letting others run",
    `import asyncio


async def wait(rows):
    return rows
`,
    `import asyncio


async def wait(rows):
    await asyncio.sleep(0)
    return rows
`,
  ],
  [
    "a pause that was there, edited elsewhere",
    `import time


def poll(rows):
    time.sleep(1)
    return rows[1]
`,
    `import time


def poll(rows):
    time.sleep(1)
    return rows[0]
`,
  ],
  [
    "another pause in the same place",
    `import time


def poll(rows):
    time.sleep(1)
    return rows
`,
    `import time


def poll(rows):
    time.sleep(2)
    return rows
`,
  ],
  ["the time", ...added("import time\n", "print(time.monotonic())")],
  ["a method called seed", ...added("", "rows.seed(7)")],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a longer wait for others": "no-fixed-chance shop/orders.py:5 adds \`asyncio.sleep\`, which makes the outcome depend on chance or time being as in the test",
      "a pause": "no-fixed-chance shop/orders.py:3 adds \`time.sleep\`, which makes the outcome depend on chance or time being as in the test",
      "a pause by another name": "no-fixed-chance shop/orders.py:3 adds \`time.sleep\`, which makes the outcome depend on chance or time being as in the test",
      "a seed at module level": "no-fixed-chance shop/orders.py:3 adds \`random.seed\`, which makes the outcome depend on chance or time being as in the test",
      "a seed in a function": "no-fixed-chance shop/orders.py:3 adds \`random.seed\`, which makes the outcome depend on chance or time being as in the test",
      "numpy's seed": "no-fixed-chance shop/orders.py:3 adds \`numpy.random.seed\`, which makes the outcome depend on chance or time being as in the test",
    }
  `);
});
