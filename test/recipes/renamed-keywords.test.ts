import { expect, test } from "vitest";
import { renamedKeywords } from "../../src/draft/recipes/renamed-keywords.ts";
import { drafted, type RecipeCase, recipeInput } from "../support/recipe-case.ts";

/** A module whose line (one-based) gives an argument that is not taken. */
function calling(
  text: string,
  line: number,
  message = "sleep() got an unexpected keyword argument 'loop'",
): RecipeCase {
  return {
    files: { "app/feed.py": text },
    exception: { type: "TypeError", message },
    frames: [{ path: "app/feed.py", line, function: "poll" }],
    packages: {},
  };
}

const QUEUE = "Queue.__init__() got an unexpected keyword argument 'loop'";

test.each([
  ["another keyword", calling("import asyncio\n\nasyncio.sleep(1, pool=2)\n", 3)],
  ["a function of the project", calling("def sleep(seconds):\n    pass\n\n\nsleep(1, loop=None)\n", 5)],
  ["a function of another library", calling("import trio\n\ntrio.sleep(1, loop=None)\n", 3)],
  ["a method of that name", calling("import asyncio\n\nself.sleep(1, loop=None)\n", 3)],
  ["a line that is not the failing one", calling("import asyncio\n\nx = 1\nasyncio.sleep(1, loop=None)\n", 3)],
  [
    "arguments bound for later",
    calling("import asyncio\nimport functools\n\nfunctools.partial(asyncio.sleep, loop=None)(1)\n", 4),
  ],
  ["a parameter of that name", calling("def f(asyncio):\n    asyncio.sleep(1, loop=None)\n", 2)],
  [
    "a name that something else binds too",
    calling("import asyncio\n\nasyncio = pick()\nasyncio.sleep(1, loop=None)\n", 4),
  ],
  ["arguments in a dictionary", calling("import asyncio\n\nasyncio.sleep(1, **{'loop': None})\n", 3)],
  [
    "a try that expects it",
    calling(
      "import asyncio\n\ntry:\n    x = asyncio.sleep(1, loop=None)\nexcept Exception:\n    x = asyncio.sleep(1)\n",
      4,
    ),
  ],
  [
    "a condition on the version",
    calling("import asyncio\nimport sys\n\nif sys.version_info < (3, 10):\n    asyncio.sleep(1, loop=None)\n", 5),
  ],
  [
    "the keyword in a text and a comment only",
    calling('import asyncio\n\nasyncio.sleep(1, "loop=None")  # loop=None\n', 3),
  ],
  ["a keyword of another call in its arguments", calling("import asyncio\n\nasyncio.sleep(delay(loop=None))\n", 3)],
  ["another exception", calling("import asyncio\n\nasyncio.sleep(1, loop=None)\n", 3, "no running event loop")],
  [
    "a class of the project with an `__init__` of its own",
    calling(
      "import asyncio\n\n\nclass Feed(asyncio.Queue):\n    def __init__(self):\n        super().__init__()\n\n\nFeed(loop=None)\n",
      9,
      "Feed.__init__() got an unexpected keyword argument 'loop'",
    ),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(renamedKeywords, row)).toEqual([]);
});

test.each([
  [
    "the last argument, and in the rest of the file",
    calling("import asyncio\n\nasyncio.sleep(1, loop=loop)\nasyncio.sleep(loop=loop, delay=2)\n", 3),
    "import asyncio\n\nasyncio.sleep(1)\nasyncio.sleep(delay=2)\n",
  ],
  [
    "the only argument",
    calling("from asyncio import Queue\n\nQueue(loop=(get()))\n", 3, QUEUE),
    "from asyncio import Queue\n\nQueue()\n",
  ],
  [
    "in the words of Python 3.10",
    calling(
      "from asyncio import Lock\n\nLock(loop=get())\n",
      3,
      "As of 3.10, the *loop* parameter was removed from Lock() since it is no longer necessary",
    ),
    "from asyncio import Lock\n\nLock()\n",
  ],
  [
    "an argument with a line to itself",
    calling("import asyncio as aio\n\naio.sleep(\n    1,\n    loop=loop,  # ours\n    result=2,\n)\n", 3),
    "import asyncio as aio\n\naio.sleep(\n    1,\n    result=2,\n)\n",
  ],
  [
    "the last argument of a line with a comma behind it",
    calling("import asyncio\n\nasyncio.sleep(\n    1, loop=loop,\n)\n", 3),
    "import asyncio\n\nasyncio.sleep(\n    1,\n)\n",
  ],
  [
    "the last line of a call without a comma behind it",
    calling("import asyncio\n\nasyncio.sleep(\n    1,\n    loop=loop\n)\n", 3),
    "import asyncio\n\nasyncio.sleep(\n    1\n)\n",
  ],
  [
    "one inside another",
    calling("import asyncio\n\nasyncio.sleep(1, loop=pick(asyncio.sleep(2, loop=loop)))\n", 3),
    "import asyncio\n\nasyncio.sleep(1)\n",
  ],
  [
    "of a class of the project",
    calling("import asyncio\n\n\nclass Feed(asyncio.Queue):\n    pass\n\n\nFeed(loop=loop)\n", 8, QUEUE),
    "import asyncio\n\n\nclass Feed(asyncio.Queue):\n    pass\n\n\nFeed()\n",
  ],
  [
    "of the class above",
    calling(
      "import asyncio\n\n\nclass Feed(asyncio.Queue):\n    def __init__(self, loop):\n        super().__init__(5, loop=loop)\n",
      6,
      QUEUE,
    ),
    "import asyncio\n\n\nclass Feed(asyncio.Queue):\n    def __init__(self, loop):\n        super().__init__(5)\n",
  ],
] as const)("drops %s", async (_title, row, after) => {
  expect(await drafted(renamedKeywords, row)).toEqual([{ "app/feed.py": after }]);
});

const LISTS =
  "from pydantic import conlist, constr\n\nRows = conlist(int, min_items=1, max_items=3)\nCode = constr(regex='x')\nMore = conlist(str, max_items=2)\n";
const MIN = "conlist() got an unexpected keyword argument 'min_items'";
const NEW_SIGNATURES = ["pydantic.conlist min_length", "pydantic.conlist max_length", "pydantic.constr pattern"];

test.each([
  ["all that the same file gives", NEW_SIGNATURES, ["min_length=1", "max_length=3", "pattern='x'", "max_length=2"]],
  [
    "not one that is still taken",
    [...NEW_SIGNATURES, "pydantic.conlist max_items"],
    ["min_length=1", "max_items=3", "pattern='x'", "max_items=2"],
  ],
  [
    "not one whose new name is not there",
    NEW_SIGNATURES.slice(0, 2),
    ["min_length=1", "max_length=3", "regex='x'", "max_length=2"],
  ],
] as const)("renames with the argument that failed: %s", async (_title, accepts, [least, most, code, more]) => {
  const row = { ...calling(LISTS, 3, MIN), accepts };
  const after = `from pydantic import conlist, constr\n\nRows = conlist(int, ${least}, ${most})\nCode = constr(${code})\nMore = conlist(str, ${more})\n`;
  expect(await drafted(renamedKeywords, row)).toEqual([{ "app/feed.py": after }]);
});

test("a test file is mended where it is the one that fails, and the draft says so", async () => {
  const path = "tests/test_feed.py";
  const text = "import asyncio\n\n\nasync def test_it():\n    await asyncio.sleep(0, loop=None)\n";
  const row = { ...calling("", 1), files: { [path]: text }, frames: [{ path, line: 5, function: "test_it" }] };
  expect(renamedKeywords.draft(await recipeInput(row)).map(({ mayEditTests }) => mayEditTests)).toEqual([true]);
  expect(await drafted(renamedKeywords, row)).toEqual([{ [path]: text.replace(", loop=None", "") }]);
});
