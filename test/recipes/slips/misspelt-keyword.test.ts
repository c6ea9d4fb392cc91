import { expect, test } from "vitest";
import { misspeltKeyword } from "../../../src/draft/recipes/slips/misspelt-keyword.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const SEND = "def send(message, timeout=3, retries=1):\n    return message\n\n\n";
const TIMEOUT = "TypeError: send() got an unexpected keyword argument 'timoeut'";

test.each([
  [
    "takes anything",
    "def send(message, **options):\n    return 1\n\n\ndef f():\n    send(1, mesage=2)  # fails\n",
    "TypeError: send() got an unexpected keyword argument 'mesage'",
  ],
  [
    "nothing is spelt so",
    `${SEND}def f():\n    send(1, subject=2)  # fails\n`,
    "TypeError: send() got an unexpected keyword argument 'subject'",
  ],
  [
    "another word of three letters",
    "def send(max_size):\n    return 1\n\n\ndef f():\n    send(min_size=2)  # fails\n",
    "TypeError: send() got an unexpected keyword argument 'min_size'",
  ],
  [
    "another number",
    "def send(point1):\n    return 1\n\n\ndef f():\n    send(point2=2)  # fails\n",
    "TypeError: send() got an unexpected keyword argument 'point2'",
  ],
  ["both spellings passed", `${SEND}def f():\n    send(1, timeout=2, timoeut=2)  # fails\n`, TIMEOUT],
  [
    "a choice of two",
    "def send(color, colour):\n    return 1\n\n\ndef f():\n    send(colur=2)  # fails\n",
    "TypeError: send() got an unexpected keyword argument 'colur'",
  ],
  [
    "only passed by position",
    "def send(message, /):\n    return 1\n\n\ndef f():\n    send(mesage=2)  # fails\n",
    "TypeError: send() got an unexpected keyword argument 'mesage'",
  ],
  ["a function of a library", "from lib import send\n\n\ndef f():\n    send(1, timoeut=2)  # fails\n", TIMEOUT],
  ["decorated with the unknown", `@wrapped\n${SEND}def f():\n    send(1, timoeut=2)  # fails\n`, TIMEOUT],
  ["unpacked arguments", `${SEND}def f(options):\n    send(1, timoeut=2, **options)  # fails\n`, TIMEOUT],
  ["two calls at the line", `${SEND}def f():\n    send(1, timoeut=send(2, timoeut=2))  # fails\n`, TIMEOUT],
  ["a local function of that name", `${SEND}def f(send):\n    send(1, timoeut=2)  # fails\n`, TIMEOUT],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(misspeltKeyword, failing(text, exception))).toEqual([]);
});

test("no draft for a call in a test: the function may have been changed", async () => {
  const row = failing(SEND, TIMEOUT, {
    files: { "tests/test_it.py": "from app.code import send\n\ndef test_it():\n    send(1, timoeut=2)  # fails\n" },
  });
  expect(await drafted(misspeltKeyword, row)).toEqual([]);
});

test.each([
  [
    "a function",
    `${SEND}def f():\n    return send("a", timoeut=2)  # fails\n`,
    TIMEOUT,
    `${SEND}def f():\n    return send("a", timeout=2)  # fails\n`,
  ],
  [
    "several lines, and the same call elsewhere",
    `${SEND}def f():\n    return send(  # fails\n        "a",\n        timoeut = (2),  # seconds\n    )\n\n\ndef g():\n    return send("b", timoeut=1)\n`,
    `${TIMEOUT}. Did you mean 'timeout'?`,
    `${SEND}def f():\n    return send(  # fails\n        "a",\n        timeout = (2),  # seconds\n    )\n\n\ndef g():\n    return send("b", timeout=1)\n`,
  ],
  [
    "a method",
    "class Mail:\n    def send(self, *, subject):\n        return 1\n\n    def f(self):\n        return self.send(subjcet=1)  # fails\n",
    "TypeError: Mail.send() got an unexpected keyword argument 'subjcet'",
    "class Mail:\n    def send(self, *, subject):\n        return 1\n\n    def f(self):\n        return self.send(subject=1)  # fails\n",
  ],
  [
    "an object made",
    "class Mail:\n    def __init__(self, address):\n        self.address = address\n\n\ndef f():\n    return Mail(adress=1)  # fails\n",
    "TypeError: Mail.__init__() got an unexpected keyword argument 'adress'",
    "class Mail:\n    def __init__(self, address):\n        self.address = address\n\n\ndef f():\n    return Mail(address=1)  # fails\n",
  ],
  [
    "a data class",
    "from dataclasses import dataclass\n\n\n@dataclass\nclass Mail:\n    address: str\n\n\ndef f():\n    return Mail(adress=1)  # fails\n",
    "TypeError: __init__() got an unexpected keyword argument 'adress'",
    "from dataclasses import dataclass\n\n\n@dataclass\nclass Mail:\n    address: str\n\n\ndef f():\n    return Mail(address=1)  # fails\n",
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(misspeltKeyword, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
