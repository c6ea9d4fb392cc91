import type { RealCase } from "../real-case.ts";

const PYTEST = { "pytest.ini": "[pytest]\npythonpath = .\n" };
const NEWEST = ["pydantic==2.14.3"];
const OLDEST = ["pydantic==2.4.2"];

const SETTINGS: RealCase = {
  id: "pydantic-settings",
  recipe: "pydantic-settings-package",
  title: "`BaseSettings` imported from pydantic",
  files: {
    ...PYTEST,
    "shop/settings.py": `from pydantic import BaseSettings, Field


class Settings(BaseSettings):
    currency: str = "EUR"
    address: str = Field("localhost", env="SHOP_ADDRESS")
`,
    "tests/test_settings.py": `from shop.settings import Settings


def test_defaults():
    assert Settings().currency == "EUR"


def test_address_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("SHOP_ADDRESS", "shop.test")
    assert Settings().address == "shop.test"
`,
  },
  after: {
    "shop/settings.py": `from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    currency: str = "EUR"
    address: str = Field("localhost", validation_alias="SHOP_ADDRESS")
`,
  },
  requirements: [[...NEWEST, "pydantic-settings==2.16.3"]],
  python: ["3.11", "3.13"],
  raises: "`BaseSettings` has been moved to the `pydantic-settings` package",
};

const REGEX: RealCase = {
  id: "pydantic-regex",
  recipe: "pydantic-field-keywords",
  title: "`Field(regex=…)`",
  files: {
    ...PYTEST,
    "shop/customer.py": `from pydantic import BaseModel, Field


class Customer(BaseModel):
    name: str = Field(min_length=2)
    phone: str = Field(..., regex=r"^\\+\\d{6,15}$")
`,
    "tests/test_customer.py": `import pytest
from pydantic import ValidationError

from shop.customer import Customer


def test_phone_numbers_begin_with_a_plus():
    assert Customer(name="Ada", phone="+4912345678").name == "Ada"
    with pytest.raises(ValidationError):
        Customer(name="Ada", phone="12345678")
`,
  },
  after: {
    "shop/customer.py": `from pydantic import BaseModel, Field


class Customer(BaseModel):
    name: str = Field(min_length=2)
    phone: str = Field(..., pattern=r"^\\+\\d{6,15}$")
`,
  },
  requirements: [NEWEST, OLDEST],
  python: ["3.11"],
  raises: "`regex` is removed. use `pattern` instead",
};

const CONSTANT: RealCase = {
  id: "pydantic-const",
  recipe: "pydantic-field-keywords",
  title: "A field with one value only",
  files: {
    ...PYTEST,
    "shop/event.py": `from pydantic import BaseModel, Field


class OrderPlaced(BaseModel):
    kind: str = Field("order-placed", const=True)
    order: int
`,
    "tests/test_event.py": `import pytest

from shop.event import OrderPlaced


def test_kind_is_fixed():
    assert OrderPlaced(order=1).kind == "order-placed"
    with pytest.raises(ValueError):
        OrderPlaced(order=1, kind="order-paid")
`,
  },
  after: {
    "shop/event.py": `from typing import Literal

from pydantic import BaseModel, Field


class OrderPlaced(BaseModel):
    kind: Literal["order-placed"] = "order-placed"
    order: int
`,
  },
  requirements: [NEWEST],
  python: ["3.11"],
  raises: "`const` is removed, use `Literal` instead",
};

const CONSTR: RealCase = {
  id: "pydantic-constr",
  recipe: "renamed-keywords",
  title: "`constr(regex=…)`",
  files: {
    ...PYTEST,
    "shop/article.py": `from pydantic import BaseModel, constr


class Article(BaseModel):
    code: constr(regex=r"^[A-Z]{3}$")
`,
    "tests/test_article.py": `from shop.article import Article


def test_code():
    assert Article(code="ABC").code == "ABC"
`,
  },
  after: {
    "shop/article.py": `from pydantic import BaseModel, constr


class Article(BaseModel):
    code: constr(pattern=r"^[A-Z]{3}$")
`,
  },
  requirements: [NEWEST],
  python: ["3.10", "3.13"],
  raises: "constr() got an unexpected keyword argument 'regex'",
};

const OPTIONAL: RealCase = {
  id: "pydantic-optional",
  recipe: "pydantic-optional-default",
  title: "An `Optional` field without a default",
  files: {
    ...PYTEST,
    "shop/change.py": `from typing import Optional

from pydantic import BaseModel


class Change(BaseModel):
    title: Optional[str]
    price: Optional[int]


def changes(data):
    return Change(**data).dict(exclude_unset=True)
`,
    "tests/test_change.py": `from shop.change import changes


def test_only_what_is_given_changes():
    assert changes({"price": 3}) == {"price": 3}
    assert changes({"title": "Pear"}) == {"title": "Pear"}
`,
  },
  after: {
    "shop/change.py": `from typing import Optional

from pydantic import BaseModel


class Change(BaseModel):
    title: Optional[str] = None
    price: Optional[int] = None


def changes(data):
    return Change(**data).dict(exclude_unset=True)
`,
  },
  requirements: [NEWEST, OLDEST],
  python: ["3.11"],
  raises: "Field required [type=missing",
};

const ANNOTATIONS: RealCase = {
  id: "pydantic-no-annotation",
  recipe: "pydantic-annotate-fields",
  title: "Fields whose type only their defaults tell",
  files: {
    ...PYTEST,
    "shop/basket.py": `from pydantic import BaseModel


class Basket(BaseModel):
    owner: str
    currency = "EUR"
    discount = 0.0
`,
    "tests/test_basket.py": `from shop.basket import Basket


def test_defaults():
    basket = Basket(owner="Ada", discount="0.5")
    assert (basket.currency, basket.discount) == ("EUR", 0.5)
`,
  },
  after: {
    "shop/basket.py": `from pydantic import BaseModel


class Basket(BaseModel):
    owner: str
    currency: str = "EUR"
    discount: float = 0.0
`,
  },
  requirements: [NEWEST, OLDEST],
  python: ["3.11"],
  raises: "A non-annotated attribute was detected: `currency = 'EUR'`",
};

const NOT_INSTALLED: RealCase = {
  id: "pydantic-settings-not-installed",
  recipe: "pydantic-settings-package",
  title: "`BaseSettings`, where pydantic-settings is not installed",
  files: {
    ...PYTEST,
    "shop/settings.py": `from pydantic import BaseSettings


class Settings(BaseSettings):
    currency: str = "EUR"
`,
    "tests/test_settings.py": `from shop.settings import Settings


def test_defaults():
    assert Settings().currency == "EUR"
`,
  },
  after: null,
  requirements: [NEWEST],
  python: ["3.11"],
  raises: "`BaseSettings` has been moved to the `pydantic-settings` package",
  note: "No edit of the code installs a package: the report says which one to add.",
};

const REQUIRED: RealCase = {
  id: "pydantic-required-field",
  recipe: "pydantic-optional-default",
  title: "A field that must be given is missing",
  files: {
    ...PYTEST,
    "shop/order.py": `from typing import Optional

from pydantic import BaseModel


class Order(BaseModel):
    customer: str
    note: Optional[str]
`,
    "tests/test_order.py": `from shop.order import Order


def test_order():
    assert Order(note="gift").note == "gift"
`,
  },
  after: null,
  requirements: [NEWEST],
  python: ["3.11"],
  raises: "Field required [type=missing",
  note: "`customer` cannot be None: whether the order or the test is wrong, only a person can tell.",
};

export const PYDANTIC_FIELDS_CASES: readonly RealCase[] = [
  SETTINGS,
  REGEX,
  CONSTANT,
  CONSTR,
  OPTIONAL,
  ANNOTATIONS,
  NOT_INSTALLED,
  REQUIRED,
];
