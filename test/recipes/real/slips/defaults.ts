import type { RealCase } from "../real-case.ts";

/** Defaults of parameters and fields. */
export const DEFAULTS_CASES: readonly RealCase[] = [
  {
    id: "order-with-shared-lines",
    recipe: "mutable-dataclass-default",
    title: "A list as the default of a data class's field",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/order.py": `from dataclasses import dataclass


@dataclass
class Order:
    number: int
    lines: list = []
    notes: dict = {}
`,
      "tests/test_order.py": `from shop.order import Order


def test_orders_do_not_share_their_lines():
    first, second = Order(1), Order(2)
    first.lines.append("tea")
    assert second.lines == []
`,
    },
    after: {
      "shop/order.py": `from dataclasses import dataclass, field


@dataclass
class Order:
    number: int
    lines: list = field(default_factory=list)
    notes: dict = field(default_factory=dict)
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "ValueError: mutable default <class 'list'> for field lines is not allowed: use default_factory",
  },
  {
    id: "field-behind-default",
    recipe: "field-order",
    title: "A field without a default behind one with a default",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/product.py": `from dataclasses import dataclass


@dataclass
class Product:
    name: str
    price: int = 0
    sku: str
`,
      "tests/test_product.py": `from shop.product import Product


def test_product():
    assert Product("tea", sku="T-1").price == 0
`,
    },
    after: {
      "shop/product.py": `from dataclasses import dataclass


@dataclass
class Product:
    name: str
    sku: str
    price: int = 0
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: non-default argument 'sku' follows default argument",
  },
  {
    id: "cart-shared-by-calls",
    recipe: "mutable-default-argument",
    title: "A list as a parameter's default",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/cart.py": `def add(item, cart=[]):
    cart.append(item)
    return cart
`,
      "tests/test_cart.py": `from shop.cart import add


def test_first_item():
    assert add("tea") == ["tea"]


def test_second_item():
    assert add("milk") == ["milk"]
`,
    },
    after: {
      "shop/cart.py": `def add(item, cart=None):
    if cart is None:
        cart = []
    cart.append(item)
    return cart
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "AssertionError: assert ['tea', 'milk'] == ['milk']",
    note: "The second test fails only after the first one: it finds what that one left.",
  },
  {
    id: "cache-on-purpose",
    recipe: "mutable-default-argument",
    title: "A default that keeps values on purpose",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "maths/squares.py": `def square(number, cache={}):
    if number not in cache:
        cache[number] = number * number + 1
    return cache[number]
`,
      "tests/test_squares.py": `from maths.squares import square


def test_square():
    assert square(3) == 9
`,
    },
    after: null,
    requirements: [[]],
    python: ["3.13"],
    raises: "assert 10 == 9",
    note: "The name says that the default is meant to be kept, and the failure has another reason.",
  },
];
