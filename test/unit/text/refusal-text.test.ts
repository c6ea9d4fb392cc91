import { expect, test } from "vitest";
import { refusalText } from "../../../src/text/refusal-text.ts";

test.each([
  [
    { rule: "no-skip", path: "src/a.py", line: 7, reason: "adds `pytest.skip`" },
    "no-skip: src/a.py:7 adds `pytest.skip`",
  ],
  [{ rule: "paths", path: "setup.py", line: null, reason: "is protected" }, "paths: setup.py is protected"],
  [{ rule: "size", path: "", line: null, reason: "changes 11 files" }, "size: changes 11 files"],
])("names rule, place and reason", (reason, text) => {
  expect(refusalText(reason)).toBe(text);
});
