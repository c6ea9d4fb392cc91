import { expect, test } from "vitest";
import { isTestPath, ownerOf } from "../../../src/text/frame-owner.ts";

test.each([
  ["src/a.py", "project", "src/a.py"],
  ["src\\shop\\a.py", "project", "src/shop/a.py"],
  ["/home/ada/shop/src/a.py", "project", "/home/ada/shop/src/a.py"],
  ["src/page.html", "project", "src/page.html"],
  ["lib/plants.py", "project", "lib/plants.py"],
  ["Lib/plants.py", "project", "Lib/plants.py"],
  ["D:\\a\\shop\\shop\\Lib\\plants.py", "project", "D:/a/shop/shop/Lib/plants.py"],
  ["env/settings.py", "project", "env/settings.py"],
  ["bin/deploy", "project", "bin/deploy"],
  ["tests/plans.py", "test", "tests/plans.py"],
  ["D:\\a\\shop\\tests\\test_a.py", "test", "D:/a/shop/tests/test_a.py"],
  ["a_test.py", "test", "a_test.py"],
  ["src/conftest.py", "test", "src/conftest.py"],
  ["/shop/.venv/lib/python3.11/site-packages/anyio/a.py", "dependency", "anyio/a.py"],
  ["venv\\Lib\\site-packages\\anyio\\a.py", "dependency", "anyio/a.py"],
  ["env/lib/python3.11/site-packages/anyio/a.py", "dependency", "anyio/a.py"],
  ["/opt/conda/envs/shop/lib/python3.11/site-packages/anyio/a.py", "dependency", "anyio/a.py"],
  ["/w/__pypackages__/3.11/lib/anyio/a.py", "dependency", "anyio/a.py"],
  ["/nix/store/0hash-python3.11-anyio-4.2/lib/python3.11/site-packages/anyio/a.py", "dependency", "anyio/a.py"],
  ["/root/.local/lib/python3.11/site-packages/anyio/a.py", "dependency", "anyio/a.py"],
  ["/usr/lib/python3/dist-packages/x.py", "dependency", "x.py"],
  ["/w/build/anyio-4.2-py3.11.egg/anyio/a.py", "dependency", "anyio/a.py"],
  ["/w/.eggs/anyio-4.2-py3.11.egg/anyio/a.py", "dependency", "anyio/a.py"],
  ["venv/src/tool/a.py", "dependency", "venv/src/tool/a.py"],
  [".tox/py311/share/test_x.py", "dependency", ".tox/py311/share/test_x.py"],
  [
    "/opt/hostedtoolcache/Python/3.11.7/x64/bin/pytest",
    "dependency",
    "/opt/hostedtoolcache/Python/3.11.7/x64/bin/pytest",
  ],
  ["C:\\Python311\\Scripts\\pytest.exe\\__main__.py", "dependency", "C:/Python311/Scripts/pytest.exe/__main__.py"],
  [".venv/lib/python3.11/json/decoder.py", "standard-library", "json/decoder.py"],
  ["/usr/lib/python3.13t/asyncio/runners.py", "standard-library", "asyncio/runners.py"],
  ["/root/.pyenv/versions/3.11.7/lib/python3.11/json/decoder.py", "standard-library", "json/decoder.py"],
  ["/nix/store/0hash-python3-3.11.7/lib/python3.11/json/decoder.py", "standard-library", "json/decoder.py"],
  [
    "/Library/Frameworks/Python.framework/Versions/3.11/lib/python3.11/json/decoder.py",
    "standard-library",
    "json/decoder.py",
  ],
  ["/opt/lib64/pypy3.10/json/decoder.py", "standard-library", "json/decoder.py"],
  ["/opt/pypy/lib-python/3/json/decoder.py", "standard-library", "json/decoder.py"],
  ["/opt/pypy/lib_pypy/datetime.py", "standard-library", "datetime.py"],
  ["C:\\Python312\\Lib\\json\\decoder.py", "standard-library", "json/decoder.py"],
  [
    "C:\\hostedtoolcache\\windows\\Python\\3.11.7\\x64\\Lib\\asyncio\\runners.py",
    "standard-library",
    "asyncio/runners.py",
  ],
  ["C:\\Miniconda3\\envs\\x\\lib\\json\\decoder.py", "standard-library", "json/decoder.py"],
  ["C:\\tool\\python311.zip\\json\\decoder.py", "standard-library", "json/decoder.py"],
  ["<frozen importlib._bootstrap>", "standard-library", "<frozen importlib._bootstrap>"],
  ["<string>", "generated", "<string>"],
  ["<attrs generated init shop.Order>", "generated", "<attrs generated init shop.Order>"],
  ["<template>", "generated", "<template>"],
  ["", "generated", ""],
])("%s is %s", (path, owner, shownPath) => {
  expect(ownerOf(path)).toEqual({ owner, shownPath });
});

test.each([
  ["venv/src/tool/a.py", "project"],
  ["vendor/site-packages/test_tool.py", "test"],
  ["lib/python3.11/tool.py", "project"],
])("%s belongs to the %s when it is tracked", (path, owner) => {
  expect(ownerOf(path, (one) => one === path)).toEqual({ owner, shownPath: path });
});

test.each([
  ["shop/test/helper.py", true],
  ["shop/tests_of_time.py", false],
  ["shop/contest.py", false],
  ["test.py", false],
])("%s: a test %s", (path, expected) => {
  expect(isTestPath(path)).toBe(expected);
});
