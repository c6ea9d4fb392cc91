import { expect, test } from "vitest";
import { isConditional } from "../../../../src/draft/names/conditional.ts";
import { settledCondition } from "../../../../src/draft/names/python-branch.ts";
import { child, walk, word } from "../../../../src/syntax/tree.ts";
import { recipeInput } from "../../../support/recipe-case.ts";

async function parsed(text: string) {
  const { project } = await recipeInput({ files: { "a.py": text }, exception: { type: "", message: "" } });
  const module = project.modules.get("a.py");
  if (!module) throw new Error(text);
  return module;
}

test.each([
  ["sys.version_info < (3,)", false],
  ["sys.version_info < (3, 3)", false],
  ["sys.version_info >= (3, 0, 0)", true],
  ["sys.version_info > (2, 7)", true],
  ["sys.version_info <= (2, 7)", false],
  ["sys.version_info[:2] == (2, 7)", false],
  ["sys.version_info[:2] != (2, 6)", true],
  ["version_info[0] == 2", false],
  ["version_info[0] >= 3", true],
  ["sys.version_info.major < 3", false],
  ["not sys.version_info.major == 3", false],
  ["six.PY2", false],
  ["PY3", true],
  ["not compat.PY3", false],
  // These depend on the Python that runs.
  ["sys.version_info < (3, 8)", undefined],
  ["sys.version_info >= (3, 12)", undefined],
  ["sys.version_info[:1] > (3,)", undefined],
  ["sys.version_info[1] >= 3", undefined],
  ["sys.version_info[0] == wanted", undefined],
  ["(3,) < sys.version_info < (3, 9)", undefined],
  ["sys.version_info >= WANTED", undefined],
  ["numpy.__version__ < '1.20'", undefined],
  ["platform.python_version_tuple()[0] == '2'", undefined],
  ["PY2 or force", undefined],
  ["PY2()", undefined],
])("%s is %s", async (text, expected) => {
  const module = await parsed(`if ${text}:\n    pass\n`);
  const statement = [...walk(module.tree)].find(({ kind }) => kind === "If");
  const condition = statement && child(statement, "test");
  expect(condition && settledCondition(module, condition)).toBe(expected);
});

test.each([
  ["if sys.version_info < (3,):\n    old\nelse:\n    new()\n", true],
  ["if sys.version_info < (3,):\n    new\nelse:\n    old\n", false],
  ["if PY3:\n    old\nelse:\n    new\n", false],
  ["if PY3:\n    new\nelse:\n    old\n", true],
  ["new if PY2 else old\n", false],
  ["old if PY2 else new\n", true],
  ["if PY2:\n    pass\nelif sys.version_info >= (3, 9):\n    new\nelse:\n    old\n", true],
  ["if PY3:\n    try:\n        x = old\n    except NameError:\n        x = new\n", true],
  ["if old and sys.version_info >= (3,):\n    new\n", true],
  ["if sys.version_info >= (3, 10):\n    new\nelse:\n    old\n", true],
  ["with raises(AttributeError):\n    old\n", true],
  ["with raises(AttributeError, message=old):\n    new\n", false],
])("in %j the old name is under a condition: %s", async (text, expected) => {
  const module = await parsed(text);
  const name = [...walk(module.tree)].find((node) => node.kind === "Name" && word(node, "id") === "old");
  expect(name && isConditional(module, name)).toBe(expected);
});
