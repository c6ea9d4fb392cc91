import { expect, test } from "vitest";
import { foreignCopy } from "../../../src/verify/import-origin.ts";
import { failure, run } from "../../support/runs.ts";

function copyOf(path: string, ...ran: readonly string[]): string | undefined {
  const frames = ran.map((each) => ({ path: each, line: 1, function: "f" }));
  const chain = [{ type: null, message: null, relation: "cause" as const, frames }];
  return foreignCopy([path], run({}, { failures: [failure("t", { frames: [], chain })] }))?.importedFrom;
}

test.each([
  ["src/shop/api.py", "/venv/lib/python3.11/site-packages/shop/api.py"],
  ["shop/api.py", "/usr/lib/python3/dist-packages/shop/api.py"],
  ["backend/src/shop/api.py", String.raw`C:\venv\Lib\site-packages\shop\api.py`],
])("%s ran from an installed copy", (path, ran) => {
  expect(copyOf(path, "tests/test_api.py", ran)).toBe(ran.replaceAll("\\", "/"));
});

test.each([
  ["another module of that name", "shop/api.py", ["/venv/lib/site-packages/other/api.py"]],
  ["a module at the top, whose name says too little", "api.py", ["/venv/lib/site-packages/api.py"]],
  ["a path that ends alike but not at a folder", "src/workshop/api.py", ["/venv/lib/site-packages/shop/api.py"]],
  ["the checkout beside a copy", "shop/api.py", ["shop/api.py", "/venv/lib/site-packages/shop/api.py"]],
  ["another checkout", "shop/api.py", ["/home/me/shop/api.py"]],
])("no copy: %s", (_title, path, ran) => {
  expect(copyOf(path, ...ran)).toBeUndefined();
});
