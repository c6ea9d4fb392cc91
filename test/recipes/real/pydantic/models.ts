import type { RealCase } from "../real-case.ts";

const PYTEST = { "pytest.ini": "[pytest]\npythonpath = .\n" };
const NEWEST = ["pydantic==2.14.3"];
const OLDEST = ["pydantic==2.4.2"];

const ROOT: RealCase = {
  id: "pydantic-root-validator",
  recipe: "pydantic-root-validator",
  title: "`@root_validator` without arguments",
  files: {
    ...PYTEST,
    "shop/period.py": `from pydantic import BaseModel, root_validator


class Period(BaseModel):
    first: int
    last: int

    @root_validator
    def in_order(cls, values):
        if values["last"] < values["first"]:
            raise ValueError("the last day comes before the first")
        return values
`,
    "tests/test_period.py": `import pytest

from shop.period import Period


def test_days_are_in_order():
    assert Period(first=1, last=3).last == 3
    with pytest.raises(ValueError, match="before the first"):
        Period(first=5, last=3)
`,
  },
  after: {
    "shop/period.py": `from pydantic import BaseModel, root_validator


class Period(BaseModel):
    first: int
    last: int

    @root_validator(skip_on_failure=True)
    def in_order(cls, values):
        if values["last"] < values["first"]:
            raise ValueError("the last day comes before the first")
        return values
`,
  },
  requirements: [NEWEST, OLDEST],
  python: ["3.11"],
  raises: "you MUST specify `skip_on_failure=True`",
};

const INFO: RealCase = {
  id: "pydantic-validator-field",
  recipe: "pydantic-validator-info",
  title: "A validator that asks for its field",
  files: {
    ...PYTEST,
    "shop/offer.py": `from pydantic import BaseModel, validator


class Offer(BaseModel):
    price: int
    reduced: int

    @validator("reduced")
    def is_lower(cls, value, values, field):
        if value >= values["price"]:
            raise ValueError(f"{field.name} is not below the price")
        return value
`,
    "tests/test_offer.py": `import pytest

from shop.offer import Offer


def test_reduced_is_lower():
    assert Offer(price=5, reduced=3).reduced == 3
    with pytest.raises(ValueError, match="reduced is not below"):
        Offer(price=5, reduced=6)
`,
  },
  after: {
    "shop/offer.py": `from pydantic import BaseModel, ValidationInfo, field_validator


class Offer(BaseModel):
    price: int
    reduced: int

    @field_validator("reduced")
    @classmethod
    def is_lower(cls, value, info: ValidationInfo):
        if value >= info.data["price"]:
            raise ValueError(f"{info.field_name} is not below the price")
        return value
`,
  },
  requirements: [NEWEST, OLDEST],
  python: ["3.10", "3.12"],
  raises: "The `field` and `config` parameters are not available in Pydantic V2",
};

const ORM_MODE: RealCase = {
  id: "pydantic-orm-mode",
  recipe: "pydantic-config-keys",
  title: "`orm_mode` in a model's configuration",
  files: {
    ...PYTEST,
    "shop/schemas.py": `from pydantic import BaseModel


class Item(BaseModel):
    name: str

    class Config:
        orm_mode = True


def shown(row):
    return Item.from_orm(row).name
`,
    "tests/test_schemas.py": `from types import SimpleNamespace

from shop.schemas import shown


def test_a_row_is_shown():
    assert shown(SimpleNamespace(name="apple")) == "apple"
`,
  },
  after: {
    "shop/schemas.py": `from pydantic import BaseModel


class Item(BaseModel):
    name: str

    class Config:
        from_attributes = True


def shown(row):
    return Item.from_orm(row).name
`,
  },
  requirements: [NEWEST, OLDEST],
  python: ["3.11"],
  raises: "You must set the config attribute `from_attributes=True` to use from_orm",
};

const DUMPED: RealCase = {
  id: "pydantic-json-indent",
  recipe: "pydantic-json-dumps",
  title: "`model.json(indent=2)`",
  files: {
    ...PYTEST,
    "shop/export.py": `from pydantic import BaseModel


class Item(BaseModel):
    name: str
    price: int


def exported(item):
    return item.json(indent=2, sort_keys=True)
`,
    "tests/test_export.py": `from shop.export import Item, exported


def test_keys_are_sorted():
    assert exported(Item(price=2, name="äpple")) == '{\\n  "name": "\\\\u00e4pple",\\n  "price": 2\\n}'
`,
  },
  after: {
    "shop/export.py": `import json

from pydantic import BaseModel


class Item(BaseModel):
    name: str
    price: int


def exported(item):
    return json.dumps(item.model_dump(mode="json"), indent=2, sort_keys=True)
`,
  },
  requirements: [NEWEST, OLDEST],
  python: ["3.11"],
  raises: "`dumps_kwargs` keyword arguments are no longer supported",
};

export const PYDANTIC_MODELS_CASES: readonly RealCase[] = [ROOT, INFO, ORM_MODE, DUMPED];
