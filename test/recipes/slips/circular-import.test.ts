import { expect, test } from "vitest";
import { circularImport } from "../../../src/draft/recipes/slips/circular-import.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing } from "./failing.ts";

const MESSAGE =
  "ImportError: cannot import name 'Order' from partially initialized module 'shop.orders' (most likely due to a circular import) (/w/shop/orders.py)";
const ORDERS = "from shop.users import User\n\n\nclass Order(User):\n    pass\n";
const USERS = "shop/users.py";
const ALL = "shop/orders.py";

/** `shop.orders` imports `shop.users`, whose line 1 or `line` imports it back. */
function cycle(users: string, { orders = ORDERS, line = 1, message = MESSAGE, more = {} } = {}): RecipeCase {
  const files = {
    "tests/test_it.py": "from shop.orders import Order\n",
    "shop/__init__.py": "",
    [ALL]: orders,
    [USERS]: users,
    ...more,
  };
  const row = failing("", message, { files, phase: "collect" });
  const frames = [
    { path: "tests/test_it.py", line: 1, function: "<module>" },
    { path: ALL, line: 1, function: "<module>" },
    { path: USERS, line, function: "<module>" },
  ];
  return { ...row, frames };
}

const IN_FUNCTION =
  "from shop.orders import Order\n\n\nclass User:\n    def order(self):\n        return Order(self)\n";

test.each([
  ["a base class", cycle("from shop.orders import Order\n\n\nclass User(Order):\n    pass\n")],
  ["a decorator", cycle("from shop.orders import Order\n\n\n@Order\ndef f():\n    return Order\n")],
  ["a default", cycle("from shop.orders import Order\n\n\ndef f(kind=Order):\n    return Order\n")],
  ["a value of the module", cycle("from shop.orders import Order\n\nKINDS = [Order]\n")],
  ["a lambda of the module", cycle("from shop.orders import Order\n\nmake = lambda: Order()\n")],
  ["a body of a class", cycle("from shop.orders import Order\n\n\nclass User:\n    kind = Order\n")],
  [
    "an annotation that pydantic looks at",
    cycle(
      "from pydantic import BaseModel\nfrom shop.orders import Order\n\n\nclass User(BaseModel):\n    order: Order\n",
      { line: 2 },
    ),
  ],
  [
    "an annotation that FastAPI looks at",
    cycle(
      "from fastapi import APIRouter\nfrom shop.orders import Order\n\n\n@router.get('/')\ndef f(order: Order):\n    pass\n",
      { line: 2 },
    ),
  ],
  [
    "an annotation of a mapped class",
    cycle("from shop.orders import Order\n\n\nclass User(Base):\n    order: Order\n"),
  ],
  [
    "a decorated function whose annotations may be read",
    cycle("from shop.orders import Order\n\n\n@command\ndef f(order: Order):\n    pass\n"),
  ],
  [
    "imported from here by others",
    cycle(IN_FUNCTION, { more: { "tests/test_it.py": "from shop.users import Order\n" } }),
  ],
  [
    "replaced here by a test",
    cycle(IN_FUNCTION, {
      more: {
        "tests/test_it.py": 'import shop.users\n\n\ndef test_it(mocker):\n    mocker.patch("shop.users.Order")\n',
      },
    }),
  ],
  ["listed in __all__", cycle(`${IN_FUNCTION}\n\n__all__ = ["Order"]\n`)],
  ["a star import", cycle("from shop.orders import *\n\n\ndef f():\n    return Order\n")],
  [
    "decided already",
    cycle(
      "try:\n    from shop.orders import Order\nexcept ImportError:\n    Order = None\n\n\ndef f():\n    return Order\n",
      { line: 2 },
    ),
  ],
  [
    "another import error",
    cycle(IN_FUNCTION, { message: "ImportError: cannot import name 'Order' from 'shop.orders'" }),
  ],
  ["nothing uses it", cycle("from shop.orders import Order\n")],
])("no draft: %s", async (_name, row) => {
  expect(await drafted(circularImport, row)).toEqual([]);
});

test.each([
  [
    "used in functions",
    cycle(IN_FUNCTION),
    {
      [USERS]:
        "class User:\n    def order(self):\n        from shop.orders import Order\n\n        return Order(self)\n",
    },
  ],
  [
    "several names, each where it is used; below a docstring",
    cycle(
      '"""Users."""\nimport os\n\nfrom .orders import Order, total as sum_of\n\n\ndef f():\n    """Makes one."""\n    return Order(os.name)\n\n\ndef g():\n    return sum_of(), Order()\n',
      { line: 4 },
    ),
    {
      [USERS]:
        '"""Users."""\nimport os\n\n\ndef f():\n    """Makes one."""\n    from .orders import Order\n\n    return Order(os.name)\n\n\ndef g():\n    from .orders import total as sum_of, Order\n\n    return sum_of(), Order()\n',
    },
  ],
  [
    "in annotations only",
    cycle(
      "from shop.orders import Order\n\n\nclass User:\n    def add(self, order: Order) -> list[Order]:\n        return [order]\n",
    ),
    {
      [USERS]:
        'from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from shop.orders import Order\n\n\nclass User:\n    def add(self, order: "Order") -> "list[Order]":\n        return [order]\n',
    },
  ],
  [
    "in annotations that nobody evaluates, and in a function",
    cycle(
      "from __future__ import annotations\n\nfrom typing import Any\n\nfrom shop.orders import Order\nfrom shop.prices import price\n\n\ndef f(order: Order) -> Any:\n    return price(Order)\n",
      { line: 5 },
    ),
    {
      [USERS]:
        "from __future__ import annotations\n\nfrom typing import TYPE_CHECKING, Any\n\nfrom shop.prices import price\n\nif TYPE_CHECKING:\n    from shop.orders import Order\n\n\ndef f(order: Order) -> Any:\n    from shop.orders import Order\n\n    return price(Order)\n",
    },
  ],
  [
    "the other import, where this one is needed at once",
    cycle("from shop.orders import Order\n\n\nclass User(Order):\n    pass\n", {
      orders: "from shop.users import User\n\n\nclass Order:\n    def user(self):\n        return User()\n",
    }),
    { [ALL]: "class Order:\n    def user(self):\n        from shop.users import User\n\n        return User()\n" },
  ],
  [
    "a name missing from the module as such: the import that came too early",
    cycle("import shop.orders\n\n\nclass User(shop.orders.Order):\n    pass\n", {
      line: 4,
      message:
        "AttributeError: partially initialized module 'shop.orders' has no attribute 'Order' (most likely due to a circular import)",
      orders: "from shop.users import User\n\n\nclass Order:\n    def user(self):\n        return User()\n",
    }),
    { [ALL]: "class Order:\n    def user(self):\n        from shop.users import User\n\n        return User()\n" },
  ],
])("%s", async (_name, row, after) => {
  expect((await drafted(circularImport, row))[0]).toEqual(after);
});
