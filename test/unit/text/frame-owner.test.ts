import { expect, test } from "vitest";
import { locateFrame } from "../../../src/text/frame-owner.ts";

const FACTS = { root: "/work/repo", guarded: new Set(["checks/plan.py"]) };

test.each([
  ["/work/repo/src/a.py", "src/a.py", "project"],
  ["src/./x/../a.py", "src/a.py", "project"],
  ["/work/repo/src/page.html", "src/page.html", "project"],
  ["/work/repo/tests/test_a.py", "tests/test_a.py", "test"],
  ["a_test.py", "a_test.py", "test"],
  ["tests/conftest.py", "tests/conftest.py", "test"],
  ["checks/plan.py", "checks/plan.py", "test"],
  [
    "/work/repo/.venv/lib/python3.11/site-packages/x.py",
    "/work/repo/.venv/lib/python3.11/site-packages/x.py",
    "dependency",
  ],
  [".venv/lib/python3.11/json/decoder.py", ".venv/lib/python3.11/json/decoder.py", "standard-library"],
  ["/work/repository/a.py", "/work/repository/a.py", "dependency"],
  ["/usr/lib/python3/dist-packages/x.py", "/usr/lib/python3/dist-packages/x.py", "dependency"],
  ["/usr/lib/python3.13t/asyncio/runners.py", "/usr/lib/python3.13t/asyncio/runners.py", "standard-library"],
  ["../../usr/lib/python3.11/json/decoder.py", "../../usr/lib/python3.11/json/decoder.py", "standard-library"],
  ["C:\\Python312\\Lib\\json\\decoder.py", "C:\\Python312\\Lib\\json\\decoder.py", "standard-library"],
  ["<string>", "<string>", "generated"],
  ["<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>", "generated"],
  ["", "", "generated"],
])("%s", (path, expected, owner) => {
  expect(locateFrame(path, FACTS)).toEqual({ path: expected, owner });
});

test("knows Windows paths", () => {
  const facts = { root: "D:\\a\\repo", guarded: new Set<string>() };
  expect(locateFrame("D:\\a\\repo\\src\\a.py", facts)).toEqual({ path: "src/a.py", owner: "project" });
});
