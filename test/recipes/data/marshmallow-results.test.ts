import { expect, test } from "vitest";
import { marshmallowResults } from "../../../src/draft/recipes/data/marshmallow-results.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const DATA = { type: "AttributeError", message: "'dict' object has no attribute 'data'" };
const PAIR = { type: "ValueError", message: "not enough values to unpack (expected 2, got 1)" };
const PACKAGES = { packages: { marshmallow: "4.4.0" } };

function loaded(body: string, exception = DATA, rest: Partial<RecipeCase> = PACKAGES): RecipeCase {
  return failing(`import json\n\n\ndef f(schema, x):\n${body}`, exception, rest);
}

test.each([
  ["a project without marshmallow", loaded("    return schema.load(x).data  # fails\n", DATA, { packages: {} })],
  [
    "another attribute",
    loaded("    return schema.load(x).data  # fails\n", {
      ...DATA,
      message: "'dict' object has no attribute 'errors'",
    }),
  ],
  ["a module's function", loaded("    return json.loads(x).data  # fails\n")],
  ["another method", loaded("    return schema.fetch(x).data  # fails\n")],
  ["a parameter", loaded("    return x.data  # fails\n")],
  ["errors that are read", loaded("    data, errors = schema.load(x)  # fails\n    return data, errors\n", PAIR)],
  ["three values", loaded("    a, b, c = schema.load(x)  # fails\n    return a\n", PAIR)],
  ["a pair of something else", loaded("    data, _ = split(x)  # fails\n    return data\n", PAIR)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(marshmallowResults, row)).toEqual([]);
});

test.each([
  [loaded("    return schema.load(x).data  # fails\n"), "    return schema.load(x)  # fails\n"],
  [
    loaded("    return schema.dumps(x, many=True).data  # fails\n", {
      ...DATA,
      message: "'str' object has no attribute 'data'",
    }),
    "    return schema.dumps(x, many=True)  # fails\n",
  ],
  [
    loaded("    result = schema.dump(x)\n    return result.data  # fails\n"),
    "    result = schema.dump(x)\n    return result  # fails\n",
  ],
  [
    loaded("    data, errors = schema.load(x)  # fails\n    return data\n", PAIR),
    "    data = schema.load(x)  # fails\n    return data\n",
  ],
  [
    loaded("    data, _ = schema.load(x)  # fails\n    return data\n", {
      ...PAIR,
      message: "too many values to unpack (expected 2, got 3)",
    }),
    "    data = schema.load(x)  # fails\n    return data\n",
  ],
] as const)("%#", async (row, after) => {
  expect(await drafted(marshmallowResults, row)).toEqual(module(`import json\n\n\ndef f(schema, x):\n${after}`));
});
