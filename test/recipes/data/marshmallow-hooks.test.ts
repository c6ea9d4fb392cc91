import { expect, test } from "vitest";
import { marshmallowHooks } from "../../../src/draft/recipes/data/marshmallow-hooks.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const HEAD = "from marshmallow import Schema, fields, post_load, validates\n\n\n";
const MANY = "UserSchema.make() got an unexpected keyword argument 'many'";

function hooked(body: string, message = MANY, head = HEAD): RecipeCase {
  return failing(`${head}class UserSchema(Schema):\n${body}`, { type: "TypeError", message });
}

test.each([
  [
    "another exception",
    hooked("    @post_load\n    def make(self, data):  # fails\n        pass\n", "make() missing 1 argument"),
  ],
  [
    "another keyword",
    hooked("    @post_load\n    def make(self, data):  # fails\n        pass\n", MANY.replace("many", "colour")),
  ],
  ["a hook that takes them", hooked("    @post_load\n    def make(self, data, **kwargs):  # fails\n        pass\n")],
  ["a method that is no hook", hooked("    def make(self, data):  # fails\n        pass\n")],
  [
    "a decorator of the project",
    hooked(
      "    @post_load\n    def make(self, data):  # fails\n        pass\n",
      MANY,
      "from .hooks import post_load\n\n\n",
    ),
  ],
  [
    "a method of another class",
    hooked(
      "    @post_load\n    def make(self, data):  # fails\n        pass\n\n\nclass Order:\n    @post_load\n    def other(self, data):\n        pass\n",
      "Order.make() got an unexpected keyword argument 'many'",
    ),
  ],
  [
    "a schema in a test",
    { ...hooked("    @post_load\n    def make(self, data):  # fails\n        pass\n"), guarded: ["app/figures.py"] },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(marshmallowHooks, row)).toEqual([]);
});

test.each([
  ["(self, data)", MANY, "(self, data, **kwargs)"],
  ["(self, data)", "make() got an unexpected keyword argument 'partial'", "(self, data, **kwargs)"],
  ["(self, data, many=False)", MANY.replace("many", "partial"), "(self, data, many=False, **kwargs)"],
  ["(self, data: dict,)", MANY, "(self, data: dict, **kwargs,)"],
])("%s", async (before, message, after) => {
  const text = (parameters: string): string =>
    `    @post_load\n    def make${parameters}:  # fails\n        return User(**data)\n`;
  expect(await drafted(marshmallowHooks, hooked(text(before), message))).toEqual(
    module(`${HEAD}class UserSchema(Schema):\n${text(after)}`),
  );
});

test("the other hooks and the fields of the file with it", async () => {
  const before = `${HEAD}class Upper(fields.Field):\n    def _deserialize(self, value, attr, data):\n        return value\n\n\nclass UserSchema(Schema):\n    @validates("name")\n    def check(self, value):\n        pass\n\n    @post_load()\n    def make(self, data):  # fails\n        pass\n`;
  const row = failing(before, { type: "TypeError", message: MANY });
  const after = before
    .replace("attr, data)", "attr, data, **kwargs)")
    .replace("self, value):\n        pass", "self, value, **kwargs):\n        pass")
    .replace("make(self, data)", "make(self, data, **kwargs)");
  expect(await drafted(marshmallowHooks, row)).toEqual(module(after));
});
