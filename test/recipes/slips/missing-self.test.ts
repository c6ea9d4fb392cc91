import { expect, test } from "vitest";
import { missingSelf } from "../../../src/draft/recipes/slips/missing-self.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const CALLER = { files: { "tests/test_it.py": "def test_up():\n    Counter().up()  # fails\n" } };
const UP = "TypeError: Counter.up() takes 0 positional arguments but 1 was given";

test.each([
  ["a static method", "class Counter:\n    @staticmethod\n    def up():\n        return 1\n", UP],
  [
    "a static method among others without self",
    "class Counter:\n    @staticmethod\n    def up():\n        return 1\n\n    def down():\n        return 1\n",
    UP,
  ],
  [
    "made static in the class body",
    "class Counter:\n    def up():\n        return 1\n\n    up = staticmethod(up)\n",
    UP,
  ],
  [
    "made static under another name",
    "class Counter:\n    def up():\n        return 1\n\n    once = staticmethod(up)\n",
    UP,
  ],
  [
    "made static behind the class",
    "class Counter:\n    def up():\n        return 1\n\n\nCounter.up = staticmethod(Counter.up)\n",
    UP,
  ],
  [
    "in a class whose decorator may wrap what it holds",
    '@freeze_time("2024-01-01")\nclass Counter:\n    def up():\n        return 1\n',
    UP,
  ],
  ["decorated", "class Counter:\n    @task\n    def up():\n        return self.n\n", UP],
  ["called on the class elsewhere", "class Counter:\n    def up():\n        return 1\n\n\nCounter.up()\n", UP],
  ["a metaclass", "class Counter(metaclass=Meta):\n    def up():\n        return self.n\n", UP],
  ["an interface", "class Counter(Interface):\n    def up():\n        return 1\n", UP],
  [
    "a class method by another name",
    "class Counter:\n    def up(cls):\n        return cls\n",
    "TypeError: Counter.up() takes 1 positional argument but 2 were given",
  ],
  [
    "self is there, the call is wrong",
    "class Counter:\n    def up(self):\n        return self.n\n",
    "TypeError: Counter.up() takes 1 positional argument but 2 were given",
  ],
  [
    "too many arguments anyway",
    "class Counter:\n    def up(x):\n        return self.n\n",
    "TypeError: Counter.up() takes 1 positional argument but 3 were given",
  ],
  [
    "takes something and uses no self",
    "class Counter:\n    def up(x):\n        return x\n",
    "TypeError: Counter.up() takes 1 positional argument but 2 were given",
  ],
  [
    "two classes, none named",
    "class A:\n    def up():\n        return self.n\n\n\nclass B:\n    def up():\n        return self.n\n",
    "TypeError: up() takes 0 positional arguments but 1 was given",
  ],
  ["used by the class body", "class Counter:\n    def up():\n        return 1\n\n    n = up()\n", UP],
  ["self of the module", "self = 1\n\n\nclass Counter:\n    def up():\n        return self\n\n\nCounter.up\n", UP],
  [
    "not called at the line",
    "class Counter:\n    def down():\n        return self.n\n",
    "TypeError: Counter.down() takes 0 positional arguments but 1 was given",
  ],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(missingSelf, failing(text, exception, CALLER))).toEqual([]);
});

test.each([
  [
    "uses self",
    "class Counter:\n    def up():\n        self.n += 1\n",
    UP,
    "class Counter:\n    def up(self):\n        self.n += 1\n",
  ],
  [
    "Python 3.9 names no class",
    "class Counter:\n    def up():\n        self.n += 1\n",
    "TypeError: up() takes 0 positional arguments but 1 was given",
    "class Counter:\n    def up(self):\n        self.n += 1\n",
  ],
  [
    "a class in a function",
    "def make():\n    class Counter:\n        def up():\n            self.n += 1\n    return Counter()\n",
    "TypeError: make.<locals>.Counter.up() takes 0 positional arguments but 1 was given",
    "def make():\n    class Counter:\n        def up(self):\n            self.n += 1\n    return Counter()\n",
  ],
  [
    "takes something and uses self",
    "class Counter:\n    async def up(step: int = 1):\n        self.n += step\n",
    "TypeError: Counter.up() takes from 0 to 1 positional arguments but 2 were given",
    "class Counter:\n    async def up(self, step: int = 1):\n        self.n += step\n",
  ],
  [
    "one parameter a line",
    "class Counter:\n    def up(\n        step,\n    ):\n        self.n += step\n",
    "TypeError: Counter.up() takes 1 positional argument but 2 were given",
    "class Counter:\n    def up(\n        self,\n        step,\n    ):\n        self.n += step\n",
  ],
  [
    "needs nothing",
    "class Counter:\n    def up():\n        return 1\n",
    UP,
    "class Counter:\n    def up(self):\n        return 1\n",
  ],
  [
    "a data class",
    "@dataclass(frozen=True)\nclass Counter:\n    n: int\n\n    def up():\n        return self.n\n",
    UP,
    "@dataclass(frozen=True)\nclass Counter:\n    n: int\n\n    def up(self):\n        return self.n\n",
  ],
  [
    "others of the file",
    "class Counter:\n    def up():\n        return self.n\n\n    def down():\n        self.n -= 1\n\n    def other():\n        return 1\n",
    UP,
    "class Counter:\n    def up(self):\n        return self.n\n\n    def down(self):\n        self.n -= 1\n\n    def other():\n        return 1\n",
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(missingSelf, failing(text, exception, CALLER))).toEqual([{ [FILE]: after }]);
});

test("called with one argument less, so that the name is not found", async () => {
  const text = "class Counter:\n    def add(n):\n        self.n += 1  # fails\n";
  expect(await drafted(missingSelf, failing(text, "NameError: name 'self' is not defined"))).toEqual([
    { [FILE]: "class Counter:\n    def add(self, n):\n        self.n += 1  # fails\n" },
  ]);
});

test("a plain function that uses self is left alone", async () => {
  const text = "def add(n):\n    self.n += 1  # fails\n";
  expect(await drafted(missingSelf, failing(text, "NameError: name 'self' is not defined"))).toEqual([]);
});
