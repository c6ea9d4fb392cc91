import { expect, test } from "vitest";
import { earlyAnnotation } from "../../../src/draft/recipes/slips/early-annotation.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const NODE = "NameError: name 'Node' is not defined";
const LATER = "\n\nclass Node:\n    pass\n";

test.each([
  ["not defined in this file", "def f(node: Node):  # fails\n    pass\n", NODE],
  ["a base class", `class Leaf(Node):  # fails\n    pass\n${LATER}`, NODE],
  ["a default too", `def f(node: Node = Node()):  # fails\n    pass\n${LATER}`, NODE],
  [
    "pydantic looks at annotations",
    `from pydantic import BaseModel\n\n\nclass Leaf(BaseModel):\n    node: Node  # fails\n${LATER}`,
    NODE,
  ],
  [
    "FastAPI looks at annotations",
    `from fastapi import FastAPI\n\n\ndef f(node: Node):  # fails\n    pass\n${LATER}`,
    NODE,
  ],
  [
    "the file looks at annotations",
    `from typing import get_type_hints\n\n\ndef f(node: Node):  # fails\n    pass\n${LATER}`,
    NODE,
  ],
  ["used in a body", `def f():\n    return Node()  # fails\n`, NODE],
  [
    "postponed already",
    `from __future__ import annotations\n\n\ndef f(node: Node):  # fails\n    pass\n${LATER}`,
    NODE,
  ],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(earlyAnnotation, failing(text, exception))).toEqual([]);
});

test.each([
  [
    "a class further down",
    `import json\n\n\ndef f(node: Node):  # fails\n    pass\n${LATER}`,
    `from __future__ import annotations\n\nimport json\n\n\ndef f(node: Node):  # fails\n    pass\n${LATER}`,
  ],
  [
    "the class around it, below a docstring",
    '"""Trees."""\n\nclass Node:\n    def next(self) -> list[Node]:  # fails\n        return []\n',
    '"""Trees."""\n\nfrom __future__ import annotations\n\n\nclass Node:\n    def next(self) -> list[Node]:  # fails\n        return []\n',
  ],
  [
    "a field",
    `from dataclasses import dataclass\n\n\n@dataclass\nclass Leaf:\n    node: Node  # fails\n${LATER}`,
    `from __future__ import annotations\n\nfrom dataclasses import dataclass\n\n\n@dataclass\nclass Leaf:\n    node: Node  # fails\n${LATER}`,
  ],
])("%s", async (_name, text, after) => {
  expect(await drafted(earlyAnnotation, failing(text, NODE))).toEqual([{ [FILE]: after }]);
});
