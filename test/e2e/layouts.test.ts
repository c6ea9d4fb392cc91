import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { testPython } from "../integration/runner/project.ts";
import { pullRequestEvent, workflowDispatchEvent } from "../support/github/events.ts";
import { type Github, startGithub } from "../support/github/server.ts";
import type { PullRequest } from "../support/github/state.ts";
import { workflowRunEvent } from "../support/github/workflow-run-event.ts";
import { scriptedServer } from "../support/llm/server.ts";
import { projectFiles, scratchFolder } from "../support/scratch-project.ts";
import { layout, runLayout } from "./support/layout.ts";
import { runPytest } from "./support/project.ts";

/* The layouts of docs/workflows as they stand there, job by job; checkouts are real fetches from the GitHub of the test. */

/** Up to six jobs on a loaded machine. */
const WHOLE_WORKFLOW = 600_000;
const REVIEW = ["POST /repos/octo/shop/pulls/1/reviews 200"];

let github: Github | undefined;
afterEach(async () => {
  await github?.stop();
  github = undefined;
});

type Files = Readonly<Record<string, string>>;

/** A pull request that brings the project, in a repository that has these layouts. */
async function opened(
  layouts: Readonly<Record<string, string>>,
  project: Files,
  fromFork = false,
): Promise<PullRequest> {
  github = await startGithub({ permissions: { contents: "read", pull_requests: "write" } });
  const workflows = Object.entries(layouts).map(([file, name]) => [`.github/workflows/${file}`, layout(name)] as const);
  return github.openPullRequest({
    base: { "requirements.txt": "pytest\n", ...Object.fromEntries(workflows) },
    head: { ...project, ".gitignore": "__pycache__/\n.pytest_cache/\njunit.xml\nautofix/\nlegs/\nreports/\n" },
    ...(fromFork ? { fromFork, author: "contributor" as const } : {}),
  });
}

function server(): Github {
  if (github === undefined) throw new Error("no GitHub was started");
  return github;
}

/** Takes the suggestions as a person does; then the tests must pass. */
async function appliedAndGreen(python: string): Promise<boolean> {
  const applied = server().apply(server().state.reviews[0]?.id ?? 0);
  return applied.kind === "applied" && (await runPytest(server().headFiles("feature"), python)).exitCode === 0;
}

it.each(["1-one-step.yml", "2-publish-job.yml"])(
  "%s",
  async (name) => {
    const python = await testPython();
    const pull = await opened({ "ci.yml": name }, projectFiles("query-on-async-session"));
    const event = pullRequestEvent(server(), pull);
    const run = await runLayout({ github: server(), event, workflow: "ci.yml", python, artifacts: scratchFolder() });
    expect([run.exitCode, server().writes(), await appliedAndGreen(python)]).toEqual([1, REVIEW, true]);
  },
  WHOLE_WORKFLOW,
);

const LOGIC_BUG: Files = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "shop/__init__.py": "",
  "shop/orders.py": "def total(lines):\n    return sum(price for price, _ in lines)\n",
  "tests/test_orders.py":
    "from shop.orders import total\n\n\ndef test_several():\n    assert total([(10, 2), (5, 4)]) == 40\n",
};
const RIGHT = `CAUSE: the number of pieces is left out

shop/orders.py
<<<<<<< SEARCH
    return sum(price for price, _ in lines)
=======
    return sum(price * count for price, count in lines)
>>>>>>> REPLACE
`;

it(
  "3-four-phases.yml",
  async () => {
    const python = await testPython();
    const model = await scriptedServer([{ reply: RIGHT }]);
    const pull = await opened({ "ci.yml": "3-four-phases.yml" }, LOGIC_BUG);
    const run = await runLayout({
      github: server(),
      event: pullRequestEvent(server(), pull),
      workflow: "ci.yml",
      python,
      artifacts: scratchFolder(),
      variables: { AUTOFIX_BASE_URL: model.baseUrl, AUTOFIX_MODEL: "small" },
      secrets: { OPENAI_API_KEY: "sk-of-the-test" },
    });
    const keys = new Set(model.headers.map(({ authorization }) => authorization));
    expect([run.exitCode, [...keys], server().writes(), await appliedAndGreen(python)]).toEqual([
      1,
      ["Bearer sk-of-the-test"],
      REVIEW,
      true,
    ]);
  },
  WHOLE_WORKFLOW,
);

it(
  "4-fork-safe-tests.yml and 4-fork-safe-publish.yml",
  async () => {
    const python = await testPython();
    const artifacts = scratchFolder();
    const layouts = { "ci.yml": "4-fork-safe-tests.yml", "publish.yml": "4-fork-safe-publish.yml" };
    const pull = await opened(layouts, projectFiles("query-on-async-session"), true);
    const shared = { github: server(), python, artifacts };
    const event = pullRequestEvent(server(), pull);
    const tests = await runLayout({ ...shared, event, workflow: "ci.yml", run: "700002" });
    expect([tests.exitCode, server().writes()]).toEqual([1, []]);
    const published = await runLayout({
      ...shared,
      event: workflowRunEvent(server(), pull),
      workflow: "publish.yml",
      run: "700003",
    });
    expect([published.exitCode, server().writes()]).toEqual([0, REVIEW]);
    expect(server().apply(server().state.reviews[0]?.id ?? 0).kind).toBe("applied");
  },
  WHOLE_WORKFLOW,
);

const TWO_CAUSES: Files = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "shop/__init__.py": "",
  "shop/orders.py":
    "import collections\n\n\ndef is_mapping(thing):\n    return isinstance(thing, collections.Mapping)\n",
  "shop/stock.py": "def pieces(rows):\n    return json.dumps(rows)\n",
  "tests/orders/test_orders.py":
    "from shop.orders import is_mapping\n\n\ndef test_mapping():\n    assert is_mapping({})\n",
  "tests/stock/test_stock.py": 'from shop.stock import pieces\n\n\ndef test_pieces():\n    assert pieces([]) == "[]"\n',
};

it(
  "5-matrix.yml",
  async () => {
    const python = await testPython();
    const pull = await opened({ "ci.yml": "5-matrix.yml" }, TWO_CAUSES);
    const event = pullRequestEvent(server(), pull);
    const run = await runLayout({ github: server(), event, workflow: "ci.yml", python, artifacts: scratchFolder() });
    expect([run.exitCode, server().writes(), await appliedAndGreen(python)]).toEqual([1, REVIEW, true]);
    expect(new Set(server().state.reviewComments.map((comment) => comment.anchor.path))).toEqual(
      new Set(["shop/orders.py", "shop/stock.py"]),
    );
  },
  WHOLE_WORKFLOW,
);

const TRACE = `tests/test_store.py:30: in test_how_many
    assert await how_many(session) == 2
tickets/store.py:16: in how_many
    return session.query(Ticket).count()
E   AttributeError: 'AsyncSession' object has no attribute 'query'
=========================== short test summary info ============================
FAILED tests/test_store.py::test_how_many - AttributeError: 'AsyncSession' object has no attribute 'query'
1 failed in 0.10s
`;
const REPORT = `<testsuites><testsuite name="pytest" tests="1" failures="1" errors="0" skipped="0">
<testcase classname="tests.test_store" name="test_how_many"><failure message="x">x</failure></testcase>
</testsuite></testsuites>`;

it.each([
  ["a run's reports", { "run-id": "690000", traceback: "" }],
  ["a pasted trace", { "run-id": "", traceback: TRACE }],
  ["the branch alone", { "run-id": "", traceback: "" }],
])(
  "6-by-hand.yml with %s",
  async (_what, inputs) => {
    const python = await testPython();
    const artifacts = scratchFolder();
    const kept = path.join(artifacts, "690000", "reports-1");
    mkdirSync(kept, { recursive: true });
    writeFileSync(path.join(kept, "junit.xml"), REPORT);
    await opened({ "ci.yml": "6-by-hand.yml" }, projectFiles("query-on-async-session"));
    const event = workflowDispatchEvent(server(), { branch: "feature", inputs });
    const run = await runLayout({ github: server(), event, workflow: "ci.yml", python, artifacts });
    expect([run.exitCode, server().writes()]).toEqual([0, REVIEW]);
    expect(server().apply(server().state.reviews[0]?.id ?? 0).kind).toBe("applied");
  },
  WHOLE_WORKFLOW,
);
