import { expect, test } from "vitest";
import { validatorInfo } from "../../../src/draft/recipes/pydantic/validator-info.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/order.py";
const HEAD = "from pydantic import BaseModel, validator\n\n\nclass Order(BaseModel):\n    low: int\n    high: int\n\n";

function validating(method: string, head = HEAD): RecipeCase {
  return {
    files: { [PATH]: head + method },
    exception: {
      type: "pydantic.errors.PydanticUserError",
      message:
        "The `field` and `config` parameters are not available in Pydantic V2, please use the `info` parameter instead.",
    },
    frames: [{ path: PATH, line: 4, function: "<module>" }],
    has: ["pydantic.ValidationInfo"],
  };
}

const method = (parameters: string, body = "return v", decorator = '@validator("high")'): string =>
  `    ${decorator}\n    def check(cls, v, ${parameters}):\n        ${body}\n`;

test.each([
  ["a validator that takes neither", validating(method("values"))],
  ["a validator of each item", validating(method("field", "return v", '@validator("high", each_item=True)'))],
  ["a validator that always runs", validating(method("field", "return v", '@validator("high", always=True)'))],
  ["more of the field than its name", validating(method("field", "return field.type_(v)"))],
  ["the field handed on", validating(method("field", "return check(field)"))],
  ["the configuration, read", validating(method("config", "return config.title"))],
  ["a name that is taken", validating(method("field", "info = 1; return v"))],
  ["keywords of any name", validating(method("field, **kwargs"))],
  ["a second decorator", validating(method("field", "return v", '@other\n    @validator("high")'))],
  ["values that are bound anew", validating(method("values, field", "values = {}; return v"))],
  [
    "another library's",
    validating(method("field"), HEAD.replace("pydantic import BaseModel,", "shop import BaseModel,")),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(validatorInfo, row)).toEqual([]);
});

const AFTER = HEAD.replace("BaseModel, validator", "BaseModel, ValidationInfo, field_validator");

test.each([
  [
    "values and the field's name",
    validating(
      method("values, field", 'if v < values["low"]: raise ValueError(f"{field.name} is too low")\n        return v'),
    ),
    AFTER +
      '    @field_validator("high")\n    @classmethod\n    def check(cls, v, info: ValidationInfo):\n        if v < info.data["low"]: raise ValueError(f"{info.field_name} is too low")\n        return v\n',
  ],
  [
    "a validator before the type's own",
    validating(method("field", "return v", '@validator("low", "high", pre=True, allow_reuse=True)')),
    AFTER +
      '    @field_validator("low", "high", mode="before")\n    @classmethod\n    def check(cls, v, info: ValidationInfo):\n        return v\n',
  ],
  [
    "one validator beside another that may stay",
    validating(method("field") + '\n    @validator("low")\n    def other(cls, v):\n        return v\n'),
    HEAD.replace("BaseModel, validator", "BaseModel, ValidationInfo, field_validator, validator") +
      '    @field_validator("high")\n    @classmethod\n    def check(cls, v, info: ValidationInfo):\n        return v\n\n    @validator("low")\n    def other(cls, v):\n        return v\n',
  ],
  [
    "a version that has no type for it",
    { ...validating(method("values, config, field")), has: [] },
    `${HEAD.replace("BaseModel, validator", "BaseModel, field_validator")}    @field_validator("high")\n    @classmethod\n    def check(cls, v, info):\n        return v\n`,
  ],
  [
    "names reached by the module",
    validating(
      method("field", "return v", '@pydantic.validator("high")'),
      "import pydantic\n\n\nclass Order(pydantic.BaseModel):\n    high: int\n\n",
    ),
    'import pydantic\n\n\nclass Order(pydantic.BaseModel):\n    high: int\n\n    @pydantic.field_validator("high")\n    @classmethod\n    def check(cls, v, info: pydantic.ValidationInfo):\n        return v\n',
  ],
] as const)("hands over `info`: %s", async (_title, row, after) => {
  expect(await drafted(validatorInfo, row)).toEqual([{ [PATH]: after }]);
});
