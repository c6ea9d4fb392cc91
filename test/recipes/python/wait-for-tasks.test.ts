import { expect, test } from "vitest";
import { waitForTasks } from "../../../src/draft/recipes/python/wait-for-tasks.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const FORBIDDEN = "TypeError: Passing coroutines is forbidden, use tasks explicitly.";
const IMPORT = "import asyncio\n\n\nasync def get(x):\n    return x\n\n\n";

/** The lines stand in a function from line 9 on. */
const inside = (lines: string): string => `${IMPORT}async def run(client, xs):\n${lines}`;

test.each([
  ["tasks", failing(inside("    await asyncio.wait([asyncio.create_task(get(1))])\n"), 9, FORBIDDEN)],
  ["another function", failing(inside("    await asyncio.gather(get(1))\n"), 9, FORBIDDEN)],
  ["another library's `wait`", failing(inside("    await client.wait([get(1)])\n"), 9, FORBIDDEN)],
  [
    "a line that is not the failing one",
    failing(inside("    x = 1\n    await asyncio.wait([get(1)])\n"), 9, FORBIDDEN),
  ],
  [
    "another exception",
    failing(inside("    await asyncio.wait([get(1)])\n"), 9, "ValueError: Set of coroutines/Futures is empty."),
  ],
  ["what is made elsewhere", failing(inside("    await asyncio.wait(make(xs))\n"), 9, FORBIDDEN)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(waitForTasks, row)).toEqual([]);
});

test.each([
  [
    "coroutines of the project, and what may be a future",
    "    await asyncio.wait([get(1), client.get(2)], timeout=1)\n",
    "    await asyncio.wait([asyncio.create_task(get(1)), asyncio.ensure_future(client.get(2))], timeout=1)\n",
  ],
  [
    "what a comprehension makes",
    "    done, _ = await asyncio.wait({get(x) for x in xs})\n",
    "    done, _ = await asyncio.wait({asyncio.create_task(get(x)) for x in xs})\n",
  ],
  [
    "a list that a name stands for",
    "    jobs = [get(x) for x in xs]\n    await asyncio.wait(jobs)\n",
    "    jobs = [asyncio.create_task(get(x)) for x in xs]\n    await asyncio.wait(jobs)\n",
  ],
  [
    "a list that grows",
    "    jobs = []\n    for x in xs:\n        jobs.append(get(x))\n    await asyncio.wait(jobs)\n",
    "    jobs = []\n    for x in xs:\n        jobs.append(get(x))\n    await asyncio.wait([asyncio.ensure_future(entry) for entry in jobs])\n",
  ],
])("makes tasks of %s", async (_title, before, after) => {
  const line = 8 + before.split("\n").findIndex((text) => text.includes("asyncio.wait")) + 1;
  const row = failing(inside(before), line, FORBIDDEN);
  expect(await drafted(waitForTasks, row)).toEqual(changed(inside(after)));
});
