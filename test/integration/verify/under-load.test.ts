import { expect, test } from "vitest";
import { scratchFolder } from "../../support/scratch-project.ts";
import { type Draft, healScene, type Healed } from "./scene.ts";

const TOTAL = `async def total(rows):
    return sum(rows) + int("x")
`;

/** Takes something that there is once; who comes meanwhile fails. */
function testsThat(refuse: string): string {
  return `import asyncio
import os
import time

from total import total


def test_total():
    path = os.environ["THE_ONLY_ONE"]
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        ${refuse}
    try:
        time.sleep(2)
        assert asyncio.run(total([42])) == 42
    finally:
        os.unlink(path)
`;
}

const FIX: Draft = { id: "fix", edits: [["total.py", `int("x")`, `int("0")`]] };

async function healed(testFile: string): Promise<Healed> {
  const files = { "pytest.ini": "[pytest]\npythonpath = .\n", "total.py": TOTAL, "tests/test_total.py": testFile };
  const env = { THE_ONLY_ONE: `${scratchFolder()}/taken` };
  return healScene({ files, drafts: [FIX], env });
}

test("a fix of a coroutine is run in four processes at the same time", async () => {
  const found = await healed(
    "import asyncio\nfrom total import total\n\n\ndef test_total():\n    assert asyncio.run(total([42])) == 42\n",
  );
  expect([found.runs, found.case.verification?.underLoad]).toEqual([
    ["all", 1, 1, "all", 1, 1, 1, 1, 1, 1],
    { runs: 4, passed: 4, otherFailure: null },
  ]);
});

test("where it then fails as before it is rejected", async () => {
  const found = await healed(testsThat(`int("x")`));
  expect([found.case.patch, found.case.notes, found.changed]).toEqual([
    null,
    [
      "A patch did not survive the whole suite: fails under load: ValueError: invalid literal for int() with base 10: 'x' with 4 runs of the tests at the same time.",
    ],
    [],
  ]);
});

test("where it fails because tests share something, that is told", async () => {
  const found = await healed(testsThat(`raise RuntimeError("the port is taken")`));
  expect([found.case.patch?.changes.length, found.case.verification?.underLoad]).toEqual([
    1,
    { runs: 4, passed: 1, otherFailure: "RuntimeError: the port is taken" },
  ]);
});
