import { expect, test } from "vitest";
import type { CandidatePatch, Patch } from "../../../src/domain/patch.ts";
import type { RunRequest, TestRun } from "../../../src/domain/test-run.ts";
import { NOTHING_SAID } from "../../../src/draft/facts/support.ts";
import { healGroup } from "../../../src/steps/heal-group.ts";
import { openSources } from "../../../src/steps/sources.ts";
import type { Tools } from "../../../src/steps/tools.ts";
import { failure, run } from "../../support/runs.ts";

const PATCHED: Patch = { changes: [{ path: "a.py", before: "1\n", after: "2\n" }] };
const SURROUNDINGS = {
  python: null,
  support: NOTHING_SAID,
  facts: { answers: new Map(), find: async () => {} },
};
const NOTHING = { executed: [], raised: [], neverAwaited: [] };
const TRACED = { ...NOTHING, executed: [{ path: "a.py", name: "f", line: 1, depth: 1, order: 0 }] };

/** A project without Python files, no recipes, and a runner that remembers what it was asked for. */
function scripted(answer: TestRun): { readonly tools: Tools; readonly requests: RunRequest[] } {
  const requests: RunRequest[] = [];
  const tools: Tools = {
    workspace: {
      trackedFiles: async () => [],
      read: async () => ({ kind: "unreadable", reason: "not there" }),
      write: async () => {},
      restore: async () => {},
      hashes: async () => ({}),
    },
    runner: {
      run: async (request) => {
        requests.push(request);
        return answer;
      },
    },
    parserFor: () => ({ parse: async () => [] }),
    packagesFor: () => ({ answer: async () => [] }),
    log: { section: async (_title, work) => work(), info: () => {}, warning: () => {} },
    limits: { maxFiles: 10, maxLines: 100, allowedPaths: [], deniedPaths: [] },
    repeat: 1,
    recipes: [],
    libraries: [],
    changes: [],
    drafters: [],
    clock: () => 0,
    draftingSeconds: 1800,
  };
  return { tools, requests };
}

async function requestsFor(earlier: Patch, evidence: TestRun["evidence"]): Promise<RunRequest[]> {
  const seen = { failures: [failure("a")], evidence };
  const { tools, requests } = scripted(run({ a: "failed" }));
  const parser = tools.parserFor(null);
  const sources = openSources({ workspace: tools.workspace, parser, trackedFiles: [], guarded: new Set() });
  const group = { key: "k", failures: seen.failures };
  const facts = {
    isTestAtFault: false,
    ...SURROUNDINGS,
    packages: {},
    selections: new Map(),
    suite: null,
    isTimeUp: () => false,
  };
  await healGroup({ ...facts, group, seen, earlier }, sources, tools);
  return requests;
}

test("a group that an earlier trial saw without tracing is run once more with it", async () => {
  expect(await requestsFor(PATCHED, {})).toEqual([{ targets: ["a"], trace: true }]);
});

test.each([
  ["what it ran", TRACED],
  ["dropped coroutines alone", { ...NOTHING, neverAwaited: [{ coroutine: "C.m", frames: [] }] }],
])("a group of which the probe saw %s is not", async (_title, evidence) => {
  expect(await requestsFor(PATCHED, { a: evidence })).toEqual([]);
});

test("a group on unchanged code is not, whatever was seen", async () => {
  expect(await requestsFor({ changes: [] }, {})).toEqual([]);
});

test.each([
  [false, ["edits tests", "edits the product"]],
  [true, ["edits tests"]],
])("where the tests themselves are at fault (%s) only who may edit tests is asked", async (isTestAtFault, tried) => {
  const seen = { failures: [failure("a")], evidence: {} };
  const { tools } = scripted(run({ a: "failed" }));
  const sources = openSources({
    workspace: tools.workspace,
    parser: tools.parserFor(null),
    trackedFiles: [],
    guarded: new Set(),
  });
  const draft = (rationale: string, mayEditTests: boolean): CandidatePatch => ({
    origin: { kind: "llm", model: "m", match: "L0" },
    edits: [{ path: "a.py", start: 0, end: 0, text: "" }],
    rationale,
    leftAlone: [],
    mayEditTests,
  });
  async function* drafts(): AsyncGenerator<CandidatePatch> {
    yield draft("edits tests", true);
    yield { ...draft("edits the product", false), edits: [{ path: "b.py", start: 0, end: 0, text: "" }] };
  }
  const group = { key: "k", failures: seen.failures };
  const facts = {
    isTestAtFault,
    ...SURROUNDINGS,
    packages: {},
    selections: new Map(),
    suite: null,
    isTimeUp: () => false,
  };
  const input = { ...facts, group, seen, earlier: { changes: [] } };
  const { attempts } = await healGroup(input, sources, { ...tools, drafters: [drafts] });
  expect(attempts.map(({ rationale }) => rationale)).toEqual(tried);
});
