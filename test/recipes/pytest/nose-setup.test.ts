import { expect, test } from "vitest";
import { noseSetup } from "../../../src/draft/recipes/pytest/nose-setup.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const CLASS =
  "class TestShop:\n    def setup(self):\n        self.shop = 1\n\n    def test_it(self):\n        assert self.shop == 1\n";

function row(text: string, change: Partial<RecipeCase> = {}): RecipeCase {
  return {
    files: { "tests/test_it.py": text },
    exception: { type: "AttributeError", message: "'TestShop' object has no attribute 'shop'" },
    frames: [{ path: "tests/test_it.py", line: 6, function: "test_it" }],
    packages: { pytest: "9.2.0" },
    ...change,
  };
}

test.each([
  ["a pytest that calls it", row(CLASS, { packages: { pytest: "7.4.4" } })],
  ["an attribute that nothing stores", row(CLASS.replace("self.shop = 1", "self.till = 1"))],
  [
    "an attribute of another object",
    row(CLASS, { exception: { type: "AttributeError", message: "'Shop' object has no attribute 'shop'" } }),
  ],
  ["a unittest", row(CLASS.replace("TestShop:", "TestShop(TestCase):"))],
  ["a set-up that is a fixture", row(CLASS.replace("def setup", "@fixture\n    def setup"))],
  ["a set-up that the class calls", row(CLASS.replace("assert", "self.setup() or"))],
  ["a class that has both", row(`${CLASS}\n    def setup_method(self):\n        pass\n`)],
  ["pytest's own name", row(CLASS.replace("setup", "setup_method"))],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(noseSetup, input)).toEqual([]);
});

test.each([
  ["a class", CLASS, CLASS.replace("setup", "setup_method")],
  [
    "a class with a teardown, and the next one",
    `${CLASS}\n    def teardown(self):  # close\n        del self.shop\n\n\nclass TestTill:\n    def setup(self, method):\n        self.till = tool.setup()\n`,
    `${CLASS.replace("setup", "setup_method")}\n    def teardown_method(self):  # close\n        del self.shop\n\n\nclass TestTill:\n    def setup_method(self, method):\n        self.till = tool.setup()\n`,
  ],
])("renames the set-up of %s", async (_title, before, after) => {
  expect(await drafted(noseSetup, row(before))).toEqual([{ "tests/test_it.py": after }]);
});
