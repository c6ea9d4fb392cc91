import { expect, test } from "vitest";
import { jsonDumps } from "../../../src/draft/recipes/pydantic/json-dumps.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/write.py";

function dumping(text: string, line: number): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "TypeError", message: "`dumps_kwargs` keyword arguments are no longer supported." },
    frames: [{ path: PATH, line, function: "write" }],
  };
}

test.each([
  ["arguments that are not written out", dumping("def write(m, **more):\n    return m.json(**more)\n", 2)],
  ["an encoder, which needs another place", dumping("def write(m):\n    return m.json(indent=1, encoder=str)\n", 2)],
  ["arguments by position", dumping("def write(m):\n    return m.json({'a'}, indent=1)\n", 2)],
  ["another line", dumping("def write(m):\n    print()\n    return m.json(indent=1)\n", 2)],
  ["another meaning of json", dumping("json = 1\n\n\ndef write(m):\n    return m.json(indent=1)\n", 5)],
  [
    "a class with a method of that name",
    dumping("class A:\n    def json(self, indent): ...\n\n\ndef write(m):\n    return m.json(indent=1)\n", 6),
  ],
  [
    "another exception",
    {
      ...dumping("def write(m):\n    return m.json(indent=1)\n", 2),
      exception: { type: "TypeError", message: "The `encoder` argument is no longer supported" },
    },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(jsonDumps, row)).toEqual([]);
});

test.each([
  [
    "all calls of the file, with an import",
    dumping(
      "import os\n\n\ndef write(m):\n    print(m.json(), m.items[0].json(exclude={'a'}, indent=2))\n    return m.json(indent = 2, sort_keys=True)\n",
      6,
    ),
    'import json\nimport os\n\n\ndef write(m):\n    print(m.json(), json.dumps(m.items[0].model_dump(mode="json", exclude={\'a\'}), indent=2))\n    return json.dumps(m.model_dump(mode="json"), indent=2, sort_keys=True)\n',
  ],
  [
    "what skipped defaults",
    dumping("import json\n\n\ndef write(m):\n    return m.json(skip_defaults=True)\n", 5),
    'import json\n\n\ndef write(m):\n    return json.dumps(m.model_dump(mode="json", exclude_unset=True))\n',
  ],
] as const)("dumps first: %s", async (_title, row, after) => {
  expect(await drafted(jsonDumps, row)).toEqual([{ [PATH]: after }]);
});
