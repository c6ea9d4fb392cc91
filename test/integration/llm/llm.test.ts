import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type ScriptedAnswer, scriptedServer } from "../../support/llm/server.ts";
import { changedPaths, scratchRepository, treeState } from "../../support/scratch-project.ts";
import { facts, runFix } from "../cli/command.ts";

const ORDERS = `DISCOUNT = 0.1


class Order:
    def __init__(self, lines):
        self.lines = lines

    def total(self):
        return sum(price for price, _ in self.lines)


def with_discount(order):
    return order.total() * (1 - DISCOUNT)
`;
const PROJECT = {
  "HINTS.md": "Prices are in cents.\n",
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "shop/__init__.py": "",
  "shop/orders.py": ORDERS,
  "tests/test_orders.py": `from shop.orders import Order, with_discount


def test_one_of_each():
    assert Order([(3, 1)]).total() == 3


def test_discount_on_all():
    assert with_discount(Order([(10, 2), (5, 4)])) == 36
`,
};
const RIGHT = `CAUSE: the number of pieces is left out

shop/orders.py
<<<<<<< SEARCH
        return sum(price for price, _ in self.lines)
=======
        return sum(price * count for price, count in self.lines)
>>>>>>> REPLACE
`;

async function healed(script: readonly ScriptedAnswer[], ...words: readonly string[]) {
  const server = await scriptedServer(script);
  const project = scratchRepository(PROJECT);
  const before = treeState(project);
  const { result, stderr } = await runFix(
    project,
    "--apply",
    "--base-url",
    server.baseUrl,
    "--model",
    "small",
    ...words,
  );
  const told = stderr.split("\n").filter((line) => line.includes("LLM") || line.includes("draft"));
  return {
    end: facts(result, "status", "source", "tokensUsed"),
    changed: changedPaths(before, project),
    text: readFileSync(path.join(project, "shop/orders.py"), "utf8"),
    requests: server.requests,
    told,
  };
}

test("a logic bug is drafted for by the model, and held by the tests", async () => {
  const { end, changed, requests } = await healed([
    { reply: RIGHT, usage: { prompt_tokens: 900, completion_tokens: 80 } },
  ]);
  expect([end, changed, requests.length]).toEqual([
    { status: "fixed", source: ["small"], tokensUsed: 980 },
    ["shop/orders.py"],
    1,
  ]);
});

test("a wrong draft is answered with what became of it, and the next one holds", async () => {
  const wrong = RIGHT.replace("price * count for", "price + count for");
  const { end, requests } = await healed([{ reply: wrong }, { reply: RIGHT }]);
  const messages = JSON.stringify(requests[1]?.["messages"]);
  expect([end["status"], requests.length, messages.includes("was run and taken out again")]).toEqual([
    "fixed",
    2,
    true,
  ]);
});

test("a block that does not fit is answered with the real lines", async () => {
  const misplaced = RIGHT.replace("        return sum(price for", "        return total(price for");
  const { end, requests } = await healed([{ reply: misplaced }, { reply: RIGHT }]);
  expect([end["status"], JSON.stringify(requests[1]?.["messages"]).includes("does not fit")]).toEqual(["fixed", true]);
});

test("what it asks for by name it is shown", async () => {
  const { end, requests } = await healed([{ reply: "NEED: Order.total, no_such" }, { reply: RIGHT }]);
  const messages = JSON.stringify(requests[1]?.["messages"]);
  const isListed = /Not to be had:\\n<data \w+ names>\\nno_such\\n<\/data/.test(messages);
  expect([end["status"], isListed]).toEqual(["fixed", true]);
});

test.each<[string, ScriptedAnswer, number]>([
  ["says that it has no repair", { reply: "NO_FIX: the expectation is wrong" }, 1],
  [
    "edits the tests",
    {
      reply:
        "tests/test_orders.py\n<<<<<<< SEARCH\n    assert with_discount(Order([(10, 2), (5, 4)])) == 36\n=======\n    assert True\n>>>>>>> REPLACE\n",
    },
    4,
  ],
  ["cheats", { reply: RIGHT.replace("sum(price * count for price, count in self.lines)", "40") }, 4],
  ["cannot be asked", { status: 401, body: { error: { message: "bad key" } } }, 1],
  ["writes prose", { reply: "I think it is the total." }, 8],
])("a model that %s changes nothing", async (_title, answer, calls) => {
  const { end, changed, requests } = await healed([answer]);
  expect([end["status"], changed, requests.length]).toEqual(["no-fix", [], calls]);
});

test("limits end it before they are passed", async () => {
  const { end, requests, told } = await healed([{ reply: "no edit" }], "--max-drafts", "2");
  expect([end["status"], requests.length, told.at(-1)?.trim()]).toEqual([
    "no-fix",
    2,
    "· no further draft is asked for: the limit of replies is reached (max-drafts: 2)",
  ]);
});

test("of fresh drafts that hold the one without a new guard is taken", async () => {
  const guarded = RIGHT.replace(
    "        return sum(price * count for price, count in self.lines)",
    "        if self.lines is None:\n            return 0\n        return sum(price * count for price, count in self.lines)",
  );
  const wrong = ["+", "-", "//"].map((sign) => RIGHT.replace("price * count for", `price ${sign} count for`));
  const script = [...wrong, guarded, RIGHT].map((reply) => ({ reply }));
  const { end, requests, text } = await healed(script);
  expect([end["status"], requests.length, text.includes("is None")]).toEqual(["fixed", 5, false]);
});

test("a draft in another layout is the same code, and is not run again", async () => {
  const wrong = RIGHT.replace("price * count for", "price + count for");
  const again = wrong.replace("price + count for price", "(price + count)  for price");
  const { end, requests, told } = await healed([{ reply: wrong }, { reply: again }, { reply: RIGHT }]);
  const runs = told.filter((line) => line.includes("LLM small: "));
  expect([end["status"], requests.length, runs.length]).toEqual(["fixed", 3, 2]);
});

test("a dearer model is asked only after a draft was run and failed", async () => {
  const prose = await healed([{ reply: "no edit" }], "--model", "small, large", "--max-drafts", "20");
  const models = (requests: readonly Readonly<Record<string, unknown>>[]): unknown[] => [
    ...new Set(requests.map((request) => request["model"])),
  ];
  expect(models(prose.requests)).toEqual(["small"]);
  const wrong = RIGHT.replace("price * count for", "price + count for");
  const failed = await healed(
    Array.from({ length: 12 }, (_, index) => ({ reply: wrong.replace("price + count", `price + count + ${index}`) })),
    "--model",
    "small, large",
    "--max-drafts",
    "12",
  );
  expect(models(failed.requests)).toEqual(["small", "large"]);
});

test("dollars bound a run, and are told", async () => {
  const usage = { prompt_tokens: 1000, completion_tokens: 100 };
  const { end, requests, told } = await healed(
    [{ reply: "no edit", usage }],
    "--prices",
    "1/10",
    "--max-cost",
    "0.015",
  );
  expect([end["status"], requests.length < 8, told.at(-1)?.includes("max-cost: 0.015")]).toEqual([
    "no-fix",
    true,
    true,
  ]);
});

test("a preview prints what would be sent, and sends nothing", async () => {
  const server = await scriptedServer([{ reply: RIGHT }]);
  const project = scratchRepository(PROJECT);
  const words = ["--preview-prompt", "--base-url", server.baseUrl, "--model", "small"];
  const { stdout, result } = await runFix(project, ...words);
  const [before = ""] = stdout.split("## user");
  expect([
    server.requests,
    facts(result, "status"),
    before.startsWith("## system"),
    stdout.includes("def total(self)"),
  ]).toEqual([[], { status: "no-fix" }, true, true]);
});

test("the owners' instructions are sent along", async () => {
  const { requests } = await healed([{ reply: RIGHT }], "--instructions-file", "HINTS.md");
  expect(JSON.stringify(requests[0]?.["messages"])).toContain("Prices are in cents.");
});
