import { expect, test } from "vitest";
import { readTerminal } from "../../../src/read/terminal/terminal.ts";

test("warnings are returned with their place and tests, and a dropped coroutine is a note", () => {
  const text = [
    "=========== warnings summary ===========",
    "tests/test_a.py::test_a",
    "tests/test_a.py::test_b: 2 warnings",
    "  /srv/shop/orders.py:19: RuntimeWarning: coroutine 'AsyncSession.commit' was never awaited",
    "    session.commit()",
    "  Enable tracemalloc to get traceback where the object was allocated.",
    "",
    "tests/test_a.py:3",
    "  /srv/shop/tests/test_a.py:3: DeprecationWarning: old",
    "    old()",
    "",
    "-- Docs: https://docs.pytest.org/en/stable/how-to/capture-warnings.html",
    "===== 2 passed, 3 warnings in 0.05s ====",
    "sys:1: RuntimeWarning: coroutine 'Connection.cursor' was never awaited",
  ];
  const { warnings, notes } = readTerminal(text.join("\n"), "log");
  expect(warnings).toEqual([
    {
      category: "RuntimeWarning",
      message: "coroutine 'AsyncSession.commit' was never awaited",
      path: "/srv/shop/orders.py",
      line: 19,
      nodeIds: ["tests/test_a.py::test_a", "tests/test_a.py::test_b"],
    },
    { category: "DeprecationWarning", message: "old", path: "/srv/shop/tests/test_a.py", line: 3, nodeIds: [] },
    {
      category: "RuntimeWarning",
      message: "coroutine 'Connection.cursor' was never awaited",
      path: "sys",
      line: 1,
      nodeIds: [],
    },
  ]);
  expect(notes).toEqual([
    "log warns at /srv/shop/orders.py:19 that coroutine 'AsyncSession.commit' was never awaited.",
    "log warns at sys:1 that coroutine 'Connection.cursor' was never awaited.",
  ]);
});
