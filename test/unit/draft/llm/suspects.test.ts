import { expect, test } from "vitest";
import { NO_EVIDENCE, type ExecutedFunction } from "../../../../src/domain/evidence.ts";
import { suspectsOf } from "../../../../src/draft/llm/prompt/suspects.ts";
import { type RecipeCase, recipeInput } from "../../../support/recipe-case.ts";

const FILES = {
  "shop/cart.py": `def total(lines):
    return taxed(net(lines))


def net(lines):
    return sum(price_of(line) for line in lines)


def price_of(line):
    return line[0] * line[1]


def taxed(amount):
    return amount + rate()


def rate():
    return 2


def log(text):
    return None
`,
  "tests/test_it.py": `from shop.cart import log, total


def test_it():
    log("begin")
    amount = total([(3, 2)])
    assert amount == 7
`,
};
const LINES = { total: 1, net: 5, price_of: 9, taxed: 13, rate: 17, log: 21 };
const ran = (name: keyof typeof LINES, depth: number, order: number): ExecutedFunction => ({
  path: "shop/cart.py",
  name,
  line: LINES[name],
  depth,
  order,
});
const EXECUTED = [
  ran("log", 1, 0),
  ran("total", 1, 1),
  ran("net", 2, 2),
  ran("price_of", 3, 3),
  ran("taxed", 2, 4),
  ran("rate", 3, 5),
];
const ROW: RecipeCase = {
  files: FILES,
  exception: { type: "AssertionError", message: "assert 8 == 7" },
  frames: [{ path: "tests/test_it.py", line: 7, function: "test_it" }],
  evidence: { executed: EXECUTED },
};

async function names(row: RecipeCase, more: Partial<Parameters<typeof suspectsOf>[0]> = {}): Promise<string[]> {
  const input = await recipeInput(row);
  return suspectsOf({ input, passing: [], changes: [], ...more }).map(({ name }) => name);
}

test("what makes the value that the failing line compares comes before what merely ran", async () => {
  expect(await names(ROW)).toEqual(["total", "taxed", "net", "rate", "price_of", "log"]);
});

test("what passing tests ran too is less likely to hold the fault, however near it is", async () => {
  const passing = [1, 2, 3].map(() => ({ ...NO_EVIDENCE, executed: EXECUTED.filter(({ name }) => name !== "rate") }));
  expect((await names(ROW, { passing }))[0]).toBe("rate");
});

test("what the pull request changed comes first", async () => {
  const changes = [{ path: "shop/cart.py", first: 10, last: 10, text: "" }];
  expect((await names(ROW, { changes }))[0]).toBe("price_of");
  const elsewhere = [{ path: "shop/other.py", first: 10, last: 10, text: "" }];
  expect(await names(ROW, { changes: elsewhere })).toEqual(await names(ROW));
});

test("an exception's own frames come before everything else, the innermost first", async () => {
  const frames = [
    { path: "tests/test_it.py", line: 6, function: "test_it" },
    { path: "shop/cart.py", line: 2, function: "total" },
    { path: "shop/cart.py", line: 6, function: "net" },
    { path: "/usr/lib/python3/x.py", line: 1, function: "deep" },
  ];
  const found = await names({ ...ROW, frames, exception: { type: "TypeError", message: "no" } });
  expect(found.slice(0, 2)).toEqual(["net", "total"]);
});
