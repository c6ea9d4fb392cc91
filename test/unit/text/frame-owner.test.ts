import { expect, test } from "vitest";
import { isTestPath, ownerOf } from "../../../src/text/frame-owner.ts";

test.each([
  ["src/a.py", "project", "src/a.py"],
  ["src\\shop\\a.py", "project", "src/shop/a.py"],
  ["/home/ada/shop/src/a.py", "project", "/home/ada/shop/src/a.py"],
  ["src/page.html", "project", "src/page.html"],
  ["lib/plants.py", "project", "lib/plants.py"],
  ["Lib/plants.py", "project", "Lib/plants.py"],
  ["tests/plans.py", "test", "tests/plans.py"],
  ["a_test.py", "test", "a_test.py"],
  ["src/conftest.py", "test", "src/conftest.py"],
  ["/shop/.venv/lib/python3.11/site-packages/anyio/a.py", "dependency", "anyio/a.py"],
  ["/usr/lib/python3/dist-packages/x.py", "dependency", "x.py"],
  ["venv/src/tool/a.py", "dependency", "venv/src/tool/a.py"],
  [".tox/py311/share/test_x.py", "dependency", ".tox/py311/share/test_x.py"],
  [".venv/lib/python3.11/json/decoder.py", "standard-library", "json/decoder.py"],
  ["/usr/lib/python3.13t/asyncio/runners.py", "standard-library", "asyncio/runners.py"],
  ["/opt/lib64/pypy3.10/json/decoder.py", "standard-library", "json/decoder.py"],
  ["C:\\Python312\\Lib\\json\\decoder.py", "standard-library", "json/decoder.py"],
  ["<string>", "generated", "<string>"],
  ["<frozen importlib._bootstrap>", "generated", "<frozen importlib._bootstrap>"],
  ["", "generated", ""],
])("%s is %s", (path, owner, shownPath) => {
  expect(ownerOf(path)).toEqual({ owner, shownPath });
});

test.each([
  ["shop/test/helper.py", true],
  ["shop/tests_of_time.py", false],
  ["shop/contest.py", false],
  ["test.py", false],
])("%s: a test %s", (path, expected) => {
  expect(isTestPath(path)).toBe(expected);
});
