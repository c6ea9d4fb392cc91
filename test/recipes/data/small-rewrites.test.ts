import { expect, test } from "vitest";
import { encodedToken } from "../../../src/draft/recipes/data/encoded-token.ts";
import { pillowTextSize } from "../../../src/draft/recipes/data/pillow-text-size.ts";
import { rootMeanSquaredError } from "../../../src/draft/recipes/data/root-mean-squared-error.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const DECODE = { type: "AttributeError", message: "'str' object has no attribute 'decode'. Did you mean: 'encode'?" };
const SQUARED = { type: "TypeError", message: "got an unexpected keyword argument 'squared'" };
const SIZE = { type: "AttributeError", message: "'ImageDraw' object has no attribute 'textsize'" };
const ROOT = { has: ["sklearn.metrics.root_mean_squared_error"] };
const IMPORT = "from sklearn.metrics import mean_squared_error";

function at(
  head: string,
  line: string,
  exception: RecipeCase["exception"],
  rest: Partial<RecipeCase> = {},
): RecipeCase {
  return failing(`${head}\n\n\ndef f(a, b):\n    return ${line}  # fails\n`, exception, rest);
}

test.each([
  [encodedToken, "another exception", at("import jwt", "jwt.encode(a, b).decode()", { ...DECODE, message: "no" })],
  [encodedToken, "text of another kind", at("import jwt", "a.decode()", DECODE)],
  [encodedToken, "another module", at("import other as jwt", "jwt.encode(a, b).decode()", DECODE)],
  [encodedToken, "a method that is not called", at("import jwt", "jwt.encode(a, b).decode", DECODE)],
  [rootMeanSquaredError, "no function for it", at(IMPORT, "mean_squared_error(a, b, squared=False)", SQUARED)],
  [rootMeanSquaredError, "a value decided elsewhere", at(IMPORT, "mean_squared_error(a, b, squared=x)", SQUARED, ROOT)],
  [rootMeanSquaredError, "another function", at(IMPORT, "max_error(a, b, squared=False)", SQUARED, ROOT)],
  [
    pillowTextSize,
    "another exception",
    at("import PIL", "a.textsize(b)", { ...SIZE, message: "'Box' object has no attribute 'textsize'" }),
  ],
  [pillowTextSize, "no text", at("import PIL", "a.textsize()", SIZE)],
  [pillowTextSize, "three arguments by their place", at("import PIL", "a.textsize(b, f, 4)", SIZE)],
  [pillowTextSize, "a method that is not called", at("import PIL", "a.textsize", SIZE)],
  [
    pillowTextSize,
    "a method of the project",
    at("class Box:\n    def textsize(self):\n        pass", "a.textsize(b)", SIZE),
  ],
] as const)("%o leaves alone: %s", async (recipe, _title, row) => {
  expect(await drafted(recipe, row)).toEqual([]);
});

test.each([
  [encodedToken, at("import jwt", "jwt.encode(a, b).decode()", DECODE), "import jwt", "jwt.encode(a, b)"],
  [
    encodedToken,
    at("from jwt import encode", "encode(a, b).decode('utf-8')", DECODE),
    "from jwt import encode",
    "encode(a, b)",
  ],
  [
    rootMeanSquaredError,
    at(IMPORT, "mean_squared_error(a, b, squared=False)", SQUARED, ROOT),
    IMPORT.replace("mean", "root_mean"),
    "root_mean_squared_error(a, b)",
  ],
  [
    rootMeanSquaredError,
    at("from sklearn import metrics", "metrics.mean_squared_error(a, b, squared=False)", SQUARED, ROOT),
    "from sklearn import metrics",
    "metrics.root_mean_squared_error(a, b)",
  ],
  [pillowTextSize, at("import PIL", "a.textsize(b, font=f)", SIZE), "import PIL", "a.textbbox((0, 0), b, font=f)[2:]"],
  [pillowTextSize, at("import PIL", "a.textsize(b)[1]", SIZE), "import PIL", "a.textbbox((0, 0), b)[3]"],
  [
    pillowTextSize,
    at("import PIL", "a.getsize(b)", { ...SIZE, message: "'FreeTypeFont' object has no attribute 'getsize'" }),
    "import PIL",
    "a.getbbox(b)[2:]",
  ],
] as const)("%#", async (recipe, row, head, after) => {
  expect(await drafted(recipe, row)).toEqual(module(`${head}\n\n\ndef f(a, b):\n    return ${after}  # fails\n`));
});

test("a token under a name", async () => {
  const text = "import jwt\n\n\ndef f(a):\n    token = jwt.encode(a, 'k')\n    return token.decode()  # fails\n";
  expect(await drafted(encodedToken, failing(text, DECODE))).toEqual(module(text.replace(".decode()", "")));
});
