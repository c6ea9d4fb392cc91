import type { RealCase } from "../real-case.ts";

/** Names that are not there yet, or not the ones that are meant. */
export const NAMES_CASES: readonly RealCase[] = [
  {
    id: "request-counter",
    recipe: "assigned-without-global",
    title: "A counter of the module that a function changes",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "web/stats.py": `requests = 0


def note_request():
    requests += 1
    return requests
`,
      "tests/test_stats.py": `from web.stats import note_request


def test_requests_are_counted():
    first = note_request()
    assert note_request() == first + 1
`,
    },
    after: {
      "web/stats.py": `requests = 0


def note_request():
    global requests
    requests += 1
    return requests
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "UnboundLocalError: ",
  },
  {
    id: "shop-cycle",
    recipe: "circular-import",
    title: "Two modules that import each other",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/__init__.py": "",
      "shop/orders.py": `from shop.customers import Customer


class Order:
    def __init__(self, customer: Customer, total: int):
        self.customer = customer
        self.total = total
`,
      "shop/customers.py": `from shop.orders import Order


class Customer:
    def __init__(self, name: str):
        self.name = name

    def order(self, total: int):
        return Order(self, total)
`,
      "tests/test_orders.py": `from shop.orders import Order
from shop.customers import Customer


def test_a_customer_orders():
    order = Customer("Ada").order(7)
    assert isinstance(order, Order)
    assert order.customer.name == "Ada"
`,
    },
    after: {
      "shop/customers.py": `class Customer:
    def __init__(self, name: str):
        self.name = name

    def order(self, total: int):
        from shop.orders import Order

        return Order(self, total)
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "ImportError: cannot import name 'Order' from partially initialized module 'shop.orders'",
  },
  {
    id: "base-class-cycle",
    recipe: "circular-import",
    title: "Two modules that need each other at once",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/__init__.py": "",
      "shop/orders.py": `from shop.customers import Customer


class Order(Customer):
    pass
`,
      "shop/customers.py": `from shop.orders import Order


class Customer:
    kind = Order
`,
      "tests/test_orders.py": `from shop.orders import Order


def test_an_order():
    assert Order()
`,
    },
    after: null,
    requirements: [[]],
    python: ["3.13"],
    raises: "ImportError: cannot import name 'Order' from partially initialized module 'shop.orders'",
    note: "Both names are needed while the modules are imported, so no import can wait: which module should not know the other one is a decision.",
  },
  {
    id: "tree-of-nodes",
    recipe: "early-annotation",
    title: "A class that names itself in an annotation",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "trees/node.py": `class Node:
    def __init__(self, name: str, parent: Node = None):
        self.name = name
        self.parent = parent
`,
      "tests/test_node.py": `from trees.node import Node


def test_parent():
    assert Node("leaf", Node("root")).parent.name == "root"
`,
    },
    after: {
      "trees/node.py": `from __future__ import annotations


class Node:
    def __init__(self, name: str, parent: Node = None):
        self.name = name
        self.parent = parent
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "NameError: name 'Node' is not defined",
  },
];
