import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { workflowRunEvent } from "../../support/github/workflow-run-event.ts";
import { pullRequestEvent } from "../../support/github/events.ts";
import type { Github } from "../../support/github/server.ts";
import type { PullRequest } from "../../support/github/state.ts";
import { scriptedServer } from "../../support/llm/server.ts";
import { projectFiles } from "../../support/scratch-project.ts";
import { github, openProject, outputsOf, runStep, type StepRun } from "./step.ts";

/* Each phase is a job of its own: a fresh checkout, and of the phase before nothing but its case file. */

/** Up to five jobs, each with its own runs of the tests. */
const SEVERAL_JOBS = 400_000;

interface Job {
  readonly inputs: Readonly<Record<string, string>>;
  readonly token?: string | null;
  /** What the jobs before left. */
  readonly cases?: readonly string[];
}

async function job(server: Github, pull: PullRequest, { inputs, token, cases = [] }: Job): Promise<StepRun> {
  const given = cases.length === 0 ? inputs : { "case-file": "cases/*/case.json", ...inputs };
  return runStep({
    github: server,
    event: pullRequestEvent(server, pull),
    inputs: given,
    ...(token === undefined ? {} : { token }),
    before: async (workspace) => bring(cases, workspace),
  });
}

/** As a step that downloads artifacts does it. */
function bring(cases: readonly string[], workspace: string): void {
  for (const [index, text] of cases.entries()) {
    const file = join(workspace, "cases", String(index), "case.json");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function caseOf(run: StepRun): string {
  const text = readFileSync(run.runner.outputs()["case-file"] ?? "", "utf8");
  return text;
}

test(
  "reproduce, verify and publish are one run in three jobs, and only the last one writes",
  { timeout: SEVERAL_JOBS },
  async () => {
    const server = await github();
    const pull = openProject(server);
    const reproduced = await job(server, pull, { inputs: { phase: "reproduce" }, token: null });
    expect([reproduced.exitCode, outputsOf(reproduced)]).toMatchObject([
      0,
      { status: "no-fix", reason: "3 failures reproduced on unchanged code.", "published-as": "none" },
    ]);
    const verified = await job(server, pull, {
      inputs: { phase: "verify" },
      token: null,
      cases: [caseOf(reproduced)],
    });
    expect([verified.exitCode, outputsOf(verified), server.writes()]).toMatchObject([
      0,
      { status: "suggested", reason: "3 failing tests pass with the patch.", "published-as": "none" },
      [],
    ]);
    const published = await job(server, pull, { inputs: { phase: "publish" }, cases: [caseOf(verified)] });
    expect([published.exitCode, outputsOf(published), server.writes()]).toMatchObject([
      0,
      { status: "suggested", "published-as": "suggestions" },
      ["POST /repos/octo/shop/pulls/1/reviews 200"],
    ]);
    expect(server.apply(server.state.reviews[0]?.id ?? 0).kind).toBe("applied");
    const patch: { patch: { changes: { path: string; after: string }[] } } = JSON.parse(caseOf(verified));
    const head = server.headFiles("feature");
    expect(patch.patch.changes.map(({ path, after }) => head[path] === after)).toEqual([true]);
  },
);

const RIGHT = `CAUSE: the number of pieces is left out

shop/orders.py
<<<<<<< SEARCH
    return sum(price for price, _ in lines)
=======
    return sum(price * count for price, count in lines)
>>>>>>> REPLACE
`;
const LOGIC_BUG = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "shop/__init__.py": "",
  "shop/orders.py": "def total(lines):\n    return sum(price for price, _ in lines)\n",
  "tests/test_orders.py":
    "from shop.orders import total\n\n\ndef test_several():\n    assert total([(10, 2), (5, 4)]) == 40\n",
};

test(
  "the drafting job has the key and a checkout that it runs nothing of; verify judges what came of it",
  { timeout: SEVERAL_JOBS },
  async () => {
    const server = await github();
    const wrong = RIGHT.replace("price * count", "price + count");
    const model = await scriptedServer([{ reply: wrong }, { reply: RIGHT }]);
    const pull = server.openPullRequest({ base: { "README.md": "# Shop\n" }, head: LOGIC_BUG });
    const reproduced = await job(server, pull, { inputs: { phase: "reproduce" }, token: null });
    const drafted = await job(server, pull, {
      inputs: {
        phase: "draft",
        "base-url": model.baseUrl,
        model: "small",
        "openai-api-key": "sk-key",
        python: "python3",
      },
      token: null,
      cases: [caseOf(reproduced)],
    });
    expect([drafted.exitCode, outputsOf(drafted), model.requests.length]).toMatchObject([
      0,
      { status: "no-fix", reason: "3 candidates drafted; none was run yet.", "tokens-used": "45" },
      3,
    ]);
    const verified = await job(server, pull, { inputs: { phase: "verify" }, token: null, cases: [caseOf(drafted)] });
    expect(outputsOf(verified)).toMatchObject({
      status: "suggested",
      source: "small",
      "fixed-tests": '["tests/test_orders.py::test_several"]',
      attempts: "N",
    });
    const published = await job(server, pull, { inputs: { phase: "publish" }, cases: [caseOf(verified)] });
    expect([outputsOf(published)["published-as"], server.writes()]).toEqual([
      "suggestions",
      ["POST /repos/octo/shop/pulls/1/reviews 200"],
    ]);
  },
);

test("a group that a recipe has a candidate for costs no tokens", { timeout: SEVERAL_JOBS }, async () => {
  const server = await github();
  const model = await scriptedServer([{ reply: RIGHT }]);
  const pull = openProject(server);
  const reproduced = await job(server, pull, { inputs: { phase: "reproduce" }, token: null });
  const llm = { phase: "draft", "base-url": model.baseUrl, model: "small" };
  const drafted = await job(server, pull, { inputs: llm, token: null, cases: [caseOf(reproduced)] });
  expect([drafted.exitCode, model.requests.length, outputsOf(drafted)["tokens-used"]]).toEqual([0, 0, "0"]);
});

const TWO_CAUSES = {
  ...LOGIC_BUG,
  "shop/orders.py":
    "import collections\n\n\ndef is_mapping(thing):\n    return isinstance(thing, collections.Mapping)\n",
  "shop/stock.py": "def pieces(rows):\n    return json.dumps(rows)\n",
  "tests/test_orders.py": "from shop.orders import is_mapping\n\n\ndef test_mapping():\n    assert is_mapping({})\n",
  "tests/test_stock.py": 'from shop.stock import pieces\n\n\ndef test_pieces():\n    assert pieces([]) == "[]"\n',
};

test(
  "legs of a matrix take one group each; a last run joins them, and that tree is published",
  { timeout: SEVERAL_JOBS },
  async () => {
    const server = await github();
    const pull = server.openPullRequest({ base: { "README.md": "# Shop\n" }, head: TWO_CAUSES });
    const reproduced = await job(server, pull, { inputs: { phase: "reproduce" }, token: null });
    const keys: string[] = JSON.parse(reproduced.runner.outputs()["groups"] ?? "[]");
    expect(keys.length).toBe(2);
    const legs: StepRun[] = [];
    for (const groups of keys) {
      legs.push(
        await job(server, pull, { inputs: { phase: "verify", groups }, token: null, cases: [caseOf(reproduced)] }),
      );
    }
    expect(legs.map((leg) => outputsOf(leg)["reason"])).toEqual([
      "1 failing test passes with the patch; 1 still fails.",
      "1 failing test passes with the patch; 1 still fails.",
    ]);
    const joined = await job(server, pull, { inputs: { phase: "verify" }, token: null, cases: legs.map(caseOf) });
    expect(outputsOf(joined)).toMatchObject({ status: "suggested", reason: "2 failing tests pass with the patch." });
    const published = await job(server, pull, { inputs: { phase: "publish" }, cases: [caseOf(joined)] });
    expect([published.exitCode, outputsOf(published)["published-as"]]).toEqual([0, "suggestions"]);
    const refused = await job(server, pull, { inputs: { phase: "publish" }, cases: legs.map(caseOf) });
    expect([refused.exitCode, refused.stdout.includes("2 case files are named"), server.writes().length]).toEqual([
      1,
      true,
      1,
    ]);
  },
);

test(
  "a fork's pull request is healed by a job without rights, and published from workflow_run",
  { timeout: SEVERAL_JOBS },
  async () => {
    const server = await github();
    const pull = server.openPullRequest({
      base: { "README.md": "# Shop\n" },
      head: projectFiles("query-on-async-session"),
      fromFork: true,
      author: "contributor",
    });
    const event = pullRequestEvent(server, pull);
    const atHead = { ...event, checkout: { ...event.checkout, sha: pull.headSha } };
    const healed = await runStep({ github: server, event: atHead, inputs: { mode: "report" }, token: null });
    expect([healed.exitCode, outputsOf(healed)["status"], server.writes()]).toEqual([0, "suggested", []]);
    const text = caseOf(healed);
    const published = await runStep({
      github: server,
      event: workflowRunEvent(server, pull),
      inputs: { phase: "publish", "case-file": "cases/0/case.json" },
      before: async (workspace) => bring([text], workspace),
    });
    expect([published.exitCode, outputsOf(published), server.writes()]).toMatchObject([
      0,
      { status: "suggested", "published-as": "suggestions" },
      ["POST /repos/octo/shop/pulls/1/reviews 200"],
    ]);
    const unsafe = await runStep({ github: server, event: workflowRunEvent(server, pull) });
    expect([unsafe.exitCode, outputsOf(unsafe)["status"], server.writes().length]).toEqual([1, "refused", 1]);
  },
);

test("drafts and runs belong to the commit that was reproduced", { timeout: SEVERAL_JOBS }, async () => {
  const server = await github();
  const pull = openProject(server);
  const reproduced = await job(server, pull, { inputs: { phase: "reproduce" }, token: null });
  server.push("feature", { "NEWS.md": "new\n" });
  const late = await job(server, pull, { inputs: { phase: "verify" }, token: null, cases: [caseOf(reproduced)] });
  expect([late.exitCode, late.stdout.match(/::error::.*\(case-file\)/)?.length, server.writes()]).toEqual([1, 1, []]);
});
