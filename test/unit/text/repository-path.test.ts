import { expect, test } from "vitest";
import { repositoryFiles, repositoryPaths } from "../../../src/text/repository-path.ts";

const TRACKED = [
  "setup.py",
  "src/shop/api.py",
  "src/shop/models.py",
  "tests/test_api.py",
  "tests/conftest.py",
  "a/src/store/api.py",
  "a/tests/test_api.py",
  "a/tests/test_store.py",
  "b/tests/test_api.py",
  "b/tests/test_only.py",
  "env/settings.py",
  "vendor/site-packages/tool.py",
  "templates/page.html",
];

function located(paths: readonly string[]): (string | null)[] {
  const locate = repositoryPaths(paths, repositoryFiles(TRACKED));
  return paths.map((path) => locate(path));
}

test.each([
  ["src/shop/api.py", "src/shop/api.py"],
  ["/__w/shop/shop/src/shop/api.py", "src/shop/api.py"],
  ["/home/runner/work/shop/shop/setup.py", "setup.py"],
  ["/app/src/shop/models.py", "src/shop/models.py"],
  ["/app/templates/page.html", "templates/page.html"],
  ["D:\\a\\shop\\shop\\src\\shop\\api.py", "src/shop/api.py"],
  ["src\\shop\\api.py", "src/shop/api.py"],
  ["../src/shop/api.py", "src/shop/api.py"],
  ["./tests/../src/shop/api.py", "src/shop/api.py"],
  ["shop/api.py", "src/shop/api.py"],
  ["/private/var/folders/x/T/shop/src/shop/api.py", "src/shop/api.py"],
  ["/srv/w/a/tests/test_api.py", "a/tests/test_api.py"],
  ["/srv/w/tests/test_api.py", "tests/test_api.py"],
  ["/app/tests/test_store.py", "a/tests/test_store.py"],
  ["/__w/shop/shop/env/settings.py", "env/settings.py"],
  ["vendor/site-packages/tool.py", "vendor/site-packages/tool.py"],
  ["/opt/venv/lib/python3.11/site-packages/shop/api.py", "src/shop/api.py"],
  ["C:\\venv\\Lib\\site-packages\\shop\\models.py", "src/shop/models.py"],
  ["test_api.py", null],
  ["tests/test_api.py", null],
  ["/elsewhere/api.py", null],
  ["/opt/venv/lib/python3.11/site-packages/tests/conftest.py", null],
  ["/opt/venv/lib/python3.11/site-packages/setup.py", null],
  ["/usr/lib/python3.11/unittest/setup.py", null],
  ["/usr/lib/python3/dist-packages/shop/other.py", null],
  ["src/shop/gone.py", null],
  ["<string>", null],
  ["", null],
])("%s alone is %s", (path, file) => {
  expect(located([path])).toEqual([file]);
});

test("pytest was started in a folder that only the other paths tell", () => {
  expect(located(["tests/test_api.py", "src/store/api.py"])).toEqual(["a/tests/test_api.py", "a/src/store/api.py"]);
  expect(located(["tests/test_api.py", "tests/test_only.py"])).toEqual(["b/tests/test_api.py", "b/tests/test_only.py"]);
  expect(located(["tests/test_api.py", "src/shop/models.py"])).toEqual(["tests/test_api.py", "src/shop/models.py"]);
});

test("a folder was copied to the root of a container", () => {
  expect(located(["/app/tests/test_api.py", "/app/src/store/api.py", "/app/tests/test_store.py"])).toEqual([
    "a/tests/test_api.py",
    "a/src/store/api.py",
    "a/tests/test_store.py",
  ]);
});

test("a tracked file in a folder that looks foreign is found by what the other paths say", () => {
  const path = "/w/vendor/site-packages/tool.py";
  expect(located([path, "/w/src/shop/api.py"])).toEqual(["vendor/site-packages/tool.py", "src/shop/api.py"]);
});

test("without tracked files nothing is known", () => {
  expect(repositoryPaths(["src/a.py"], repositoryFiles([]))("src/a.py")).toBe(null);
});
