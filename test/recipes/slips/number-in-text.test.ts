import { expect, test } from "vitest";
import { numberInText } from "../../../src/draft/recipes/slips/number-in-text.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const CONCATENATE = 'TypeError: can only concatenate str (not "int") to str';
const JOIN = "TypeError: sequence item 0: expected str instance, int found";

function typed(text: string, exception: string, locals: Record<string, string> = {}): RecipeCase {
  const row = failing(text, exception);
  return { ...row, frames: (row.frames ?? []).map((frame) => ({ ...frame, locals })) };
}

test.each([
  [
    "no text written there: a number may be meant",
    typed("def f(a, n):\n    return a + n  # fails\n", CONCATENATE, { a: "str", n: "int" }),
  ],
  ["digits alone", typed('def f(n):\n    return "1" + n  # fails\n', CONCATENATE, { n: "int" })],
  ["two of unknown type", typed('def f(a, b):\n    return "x " + a + b  # fails\n', CONCATENATE)],
  [
    "a list",
    typed('def f(a):\n    return "x " + a  # fails\n', 'TypeError: can only concatenate str (not "list") to str'),
  ],
  [
    "None",
    typed('def f(a):\n    return "x " + a  # fails\n', 'TypeError: can only concatenate str (not "NoneType") to str'),
  ],
  ["two sums", typed('def f(n):\n    return "x " + n, "y " + n  # fails\n', CONCATENATE, { n: "int" })],
  ["str is something else", typed('def f(n, str):\n    return "x " + n  # fails\n', CONCATENATE, { n: "int" })],
  ["text already", typed('def f(n):\n    return "x " + str(n)  # fails\n', CONCATENATE)],
  ["joined with text already", typed('def f(rows):\n    return ",".join(str(r) for r in rows)  # fails\n', JOIN)],
  ["joined by what is not written there", typed("def f(rows, sep):\n    return sep.join(rows)  # fails\n", JOIN)],
  [
    "None among what is joined",
    typed(
      'def f(rows):\n    return ",".join(rows)  # fails\n',
      "TypeError: sequence item 0: expected str instance, NoneType found",
    ),
  ],
])("no draft: %s", async (_name, row) => {
  expect(await drafted(numberInText, row)).toEqual([]);
});

test.each([
  [
    "by its type",
    typed('def f(name, n):\n    return name + " has " + n + " rows"  # fails\n', CONCATENATE, {
      name: "str",
      n: "int",
    }),
    'def f(name, n):\n    return name + " has " + str(n) + " rows"  # fails\n',
  ],
  [
    "the only unknown one",
    typed('def f(cart):\n    return "Total: " + cart.total()  # fails\n', CONCATENATE),
    'def f(cart):\n    return "Total: " + str(cart.total())  # fails\n',
  ],
  [
    "len",
    typed(
      'def f(rows):\n    return len(rows) + " rows"  # fails\n',
      "TypeError: unsupported operand type(s) for +: 'int' and 'str'",
    ),
    'def f(rows):\n    return str(len(rows)) + " rows"  # fails\n',
  ],
  [
    "joined",
    typed('def f(rows):\n    return ",".join(rows)  # fails\n', JOIN),
    'def f(rows):\n    return ",".join(map(str, rows))  # fails\n',
  ],
  [
    "joined from a comprehension",
    typed('def f(rows):\n    return ", ".join([r.id for r in rows])  # fails\n', JOIN),
    'def f(rows):\n    return ", ".join([str(r.id) for r in rows])  # fails\n',
  ],
])("%s", async (_name, row, after) => {
  expect(await drafted(numberInText, row)).toEqual([{ [FILE]: after }]);
});
