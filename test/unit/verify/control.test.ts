import { expect, test } from "vitest";
import { controlOf } from "../../../src/verify/control.ts";

function controlled(before: string, path = "a.py"): string[] {
  return controlOf({ changes: [{ path, before, after: "mended" }] }).changes.map(({ after }) => after);
}

test.each([
  ["", "pass\n"],
  ["x = 1\n", "x = 1\npass\n"],
  ["x = 1", "x = 1\npass\n"],
  ["def f():\r\n    return 1\r\n", "def f():\r\n    return 1\r\npass\r\n"],
  ["x = 1\ry = 2", "x = 1\ry = 2\rpass\r"],
  ["def f():\n    return 1\n    # more", "def f():\n    return 1\n    # more\npass\n"],
])("the control of %j does nothing more than the file", (before, after) => {
  expect(controlled(before)).toEqual([after]);
});

test("what is not Python is left as it is", () => {
  expect(controlled("[pytest]\n", "pytest.ini")).toEqual([]);
});
