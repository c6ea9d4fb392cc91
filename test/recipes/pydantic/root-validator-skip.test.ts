import { expect, test } from "vitest";
import { rootValidatorSkip } from "../../../src/draft/recipes/pydantic/root-validator-skip.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/span.py";
const HEAD = "from pydantic import BaseModel, root_validator\n\n\nclass Span(BaseModel):\n    start: int\n\n";
const BODY = "\n    def ordered(cls, values):\n        return values\n";

function defining(decorator: string, text = `${HEAD}    ${decorator}${BODY}`): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: {
      type: "pydantic.errors.PydanticUserError",
      message:
        "If you use `@root_validator` with pre=False (the default) you MUST specify `skip_on_failure=True`. Note that `@root_validator` is deprecated and should be replaced with `@model_validator`.",
    },
    frames: [{ path: PATH, line: 7, function: "Span" }],
  };
}

test.each([
  ["a validator that runs before", defining("@root_validator(pre=True)")],
  ["a validator that is skipped", defining("@root_validator(skip_on_failure=True)")],
  ["whether it runs before is not written out", defining("@root_validator(pre=EARLY)")],
  ["another decorator", defining("@validator")],
  ["another library's", defining("", `from shop import root_validator\n${HEAD.slice(47)}    @root_validator${BODY}`)],
  ["another line", { ...defining("@root_validator"), frames: [{ path: PATH, line: 1, function: "<module>" }] }],
  [
    "another complaint",
    { ...defining("@root_validator"), exception: { type: "PydanticUserError", message: "skip_on_failure=True" } },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(rootValidatorSkip, row)).toEqual([]);
});

test.each([
  ["@root_validator", "@root_validator(skip_on_failure=True)"],
  ["@root_validator()", "@root_validator(skip_on_failure=True)"],
  ["@root_validator(pre=False)", "@root_validator(skip_on_failure=True, pre=False)"],
  ["@root_validator(allow_reuse=True)", "@root_validator(skip_on_failure=True, allow_reuse=True)"],
  ["@root_validator(skip_on_failure=False)", "@root_validator(skip_on_failure=True)"],
])("%s becomes %s", async (before, after) => {
  expect(await drafted(rootValidatorSkip, defining(before))).toEqual([{ [PATH]: `${HEAD}    ${after}${BODY}` }]);
});

test("every validator of the file is told", async () => {
  const more = `\n\nclass Other(BaseModel):\n    @root_validator${BODY}`;
  const row = defining("", `${HEAD}    @root_validator${BODY}${more}`);
  const [files] = await drafted(rootValidatorSkip, row);
  expect(files?.[PATH]?.match(/@root_validator\(skip_on_failure=True\)/g)).toHaveLength(2);
});
