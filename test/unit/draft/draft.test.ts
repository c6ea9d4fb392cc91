import { expect, test } from "vitest";
import { NO_EVIDENCE } from "../../../src/domain/evidence.ts";
import type { CandidatePatch } from "../../../src/domain/patch.ts";
import { type Answer, keyOf, type Question } from "../../../src/domain/question.ts";
import { draftCandidates, type FactFinder } from "../../../src/draft/draft.ts";
import { NOTHING_SAID } from "../../../src/draft/facts/support.ts";
import type { Recipe, RecipeDraft } from "../../../src/draft/recipes/recipe.ts";

const INPUT = {
  group: { key: "k", failures: [] },
  evidence: NO_EVIDENCE,
  project: { modules: new Map(), unparsable: [], guarded: new Set<string>(), trackedFiles: [] },
  packages: {},
  libraries: [],
  python: null,
  support: NOTHING_SAID,
};

const NO_CONTEXT = {
  last: () => null,
  hasMoved: () => false,
  companions: async () => [],
  changes: [],
  mayEditProduct: true,
};

function draftSaying(text: string, more: Partial<RecipeDraft> = {}): RecipeDraft {
  return { edits: [{ path: "a.py", start: 0, end: 0, text }], rationale: text, leftAlone: [], ...more };
}

function recipe(id: string, draft: Recipe["draft"]): Recipe {
  return { id, title: "", explanation: "", draft };
}

/** Answers by a function, and remembers each turn. */
function finder(answer: (question: Question) => Answer, turns: Question[][] = []): FactFinder {
  const answers = new Map<string, Answer>();
  return {
    answers,
    find: async (questions) => {
      turns.push([...questions]);
      for (const question of questions) answers.set(keyOf(question), answer(question));
    },
  };
}

async function texts(recipes: readonly Recipe[], facts: FactFinder): Promise<string[]> {
  const found: string[] = [];
  for await (const { rationale } of draftCandidates({ recipes, drafters: [] }, INPUT, { facts, context: NO_CONTEXT }))
    found.push(rationale);
  return found;
}

test("a recipe is asked again with the answers to what it asked, each asked once", async () => {
  const turns: Question[][] = [];
  const asking = recipe("asking", ({ installed }) => {
    const [first, again] = [installed.has("a"), installed.has("a")];
    return first && again && installed.accepts("a", "x") ? [draftSaying("known")] : [draftSaying("guess")];
  });
  expect(
    await texts(
      [asking],
      finder(() => true, turns),
    ),
  ).toEqual(["known"]);
  expect(turns).toEqual([[{ kind: "exists", name: "a" }], [{ kind: "accepts", name: "a", keyword: "x" }]]);
});

test("an answer that is not known is a no, and not asked for again", async () => {
  const turns: Question[][] = [];
  const asking = recipe("asking", ({ installed }) => (installed.has("a") ? [draftSaying("yes")] : [draftSaying("no")]));
  expect(
    await texts(
      [asking],
      finder(() => null, turns),
    ),
  ).toEqual(["no"]);
  expect(turns.length).toBe(1);
});

test("answers stay for the recipes after it", async () => {
  const turns: Question[][] = [];
  const asking = (id: string): Recipe => recipe(id, ({ installed }) => (installed.has("a") ? [draftSaying(id)] : []));
  expect(
    await texts(
      [asking("one"), asking("two")],
      finder(() => true, turns),
    ),
  ).toEqual(["one", "two"]);
  expect(turns.length).toBe(1);
});

test("a recipe that goes on asking is given up after five turns, and those after it get their turn", async () => {
  let count = 0;
  const endless = recipe("endless", ({ installed }) => [draftSaying(String(installed.has(`a${count++}`)))]);
  const turns: Question[][] = [];
  expect(
    await texts(
      [endless, recipe("next", () => [draftSaying("next")])],
      finder(() => true, turns),
    ),
  ).toEqual(["next"]);
  expect(turns.length).toBe(5);
});

test("five questions that build on each other are answered; the fifth answer is used", async () => {
  const chain = recipe("chain", ({ installed }) => {
    const known = ["a", "b", "c", "d"].every((name) => installed.has(name));
    return known ? [draftSaying("all")] : [];
  });
  expect(
    await texts(
      [chain],
      finder(() => true),
    ),
  ).toEqual(["all"]);
});

test("a recipe is asked only when its candidates are wanted", async () => {
  const asked: string[] = [];
  const named = (id: string): Recipe =>
    recipe(id, () => {
      asked.push(id);
      return [draftSaying(`${id}1`), draftSaying(`${id}2`)];
    });
  for await (const { rationale } of draftCandidates({ recipes: [named("a"), named("b")], drafters: [] }, INPUT, {
    facts: finder(() => null),
    context: NO_CONTEXT,
  }))
    if (rationale === "a2") break;
  expect(asked).toEqual(["a"]);
});

test("a draft becomes a candidate of its recipe; one without edits does not; other drafters come last", async () => {
  const drafts = [draftSaying("x", { mayEditTests: true }), draftSaying("y", { edits: [] }), draftSaying("z")];
  const candidates: CandidatePatch[] = [];
  const other: CandidatePatch = {
    origin: { kind: "llm", model: "m", match: "L0" },
    edits: [],
    rationale: "",
    leftAlone: [],
    mayEditTests: false,
  };
  const drafters = [
    async function* () {
      yield other;
    },
  ];
  const recipes = [recipe("r", () => drafts)];
  for await (const candidate of draftCandidates({ recipes, drafters }, INPUT, {
    facts: finder(() => null),
    context: NO_CONTEXT,
  }))
    candidates.push(candidate);
  expect(candidates.map(({ origin, rationale, mayEditTests }) => [origin, rationale, mayEditTests])).toEqual([
    [{ kind: "recipe", id: "r" }, "x", true],
    [{ kind: "recipe", id: "r" }, "z", false],
    [{ kind: "llm", model: "m", match: "L0" }, "", false],
  ]);
});

test("nobody but recipes is asked once a candidate made the failure move on", async () => {
  const drafters = [
    async function* () {
      yield {
        origin: { kind: "llm", model: "m", match: "L0" } as const,
        edits: [],
        rationale: "",
        leftAlone: [],
        mayEditTests: false,
      };
    },
  ];
  const context = { ...NO_CONTEXT, hasMoved: () => true };
  const found: CandidatePatch[] = [];
  for await (const candidate of draftCandidates({ recipes: [], drafters }, INPUT, {
    facts: finder(() => null),
    context,
  }))
    found.push(candidate);
  expect(found).toEqual([]);
});
