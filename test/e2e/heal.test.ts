import { afterEach, describe, expect, it } from "vitest";
import { projectFiles } from "../support/scratch-project.ts";
import { testPython } from "../integration/runner/project.ts";
import { heal, healAgain, type Healing, type HealRequest } from "./support/heal.ts";
import { runPytest } from "./support/project.ts";

let healing: Healing | undefined;

afterEach(async () => {
  await healing?.github.stop();
  healing = undefined;
});

/** The project as a pull request brings it; caches that a run makes are no part of it. */
async function requestFor(name: string, more: Partial<HealRequest> = {}): Promise<HealRequest> {
  const project = { ...projectFiles(name), ".gitignore": "__pycache__/\n.pytest_cache/\n" };
  return { project, python: await testPython(), ...more };
}

/** The files that the run verified: those of the tested head, with the patch of its diff. */
function changedIn(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]);
}

describe("a pull request whose tests fail", () => {
  it("gets suggestions; applied, they are what was verified, the tests are green, and nothing more is posted", async () => {
    const request = await requestFor("lazy-relationship", { inputs: { "junit-path": "report.xml" } });
    healing = await heal(request);
    const { github, outputs, exitCode } = healing;
    expect([exitCode, outputs["status"], outputs["published-as"], outputs["fixed-tests"], github.writes()]).toEqual([
      1,
      "suggested",
      "suggestions",
      '["tests/test_api.py::test_titles_in_order_of_years"]',
      ["POST /repos/octo/shop/pulls/1/reviews 200"],
    ]);
    const before = github.headFiles("feature");
    expect(github.apply(github.state.reviews[0]?.id ?? 0).kind).toBe("applied");
    const after = github.headFiles("feature");
    expect([changedIn(before, after), after["library/api.py"] === healing.verified["library/api.py"]]).toEqual([
      ["library/api.py"],
      true,
    ]);
    expect((await runPytest(after, request.python)).exitCode).toBe(0);
    const again = await healAgain(healing, request);
    expect([again.exitCode, again.outputs, github.writes().length]).toEqual([0, {}, 1]);
  });

  it("is healed by a commit in mode commit, and the next run of the workflow is green", async () => {
    const request = await requestFor("query-on-async-session", {
      inputs: { mode: "commit" },
      switches: { permissions: { contents: "write", pull_requests: "write" } },
    });
    healing = await heal(request);
    const { github, outputs, pull } = healing;
    expect([outputs["status"], outputs["published-as"], outputs["commit-sha"], github.writes()]).toEqual([
      "fixed",
      "commit",
      pull.headSha,
      ["mutation createCommitOnBranch 200", "POST /repos/octo/shop/issues/1/comments 201"],
    ]);
    const head = github.headFiles("feature");
    expect(head["tickets/store.py"]).toBe(healing.verified["tickets/store.py"]);
    expect((await runPytest(head, request.python)).exitCode).toBe(0);
    const again = await healAgain(healing, request);
    expect([again.exitCode, again.outputs, github.writes().length]).toEqual([0, {}, 2]);
  });

  it("gets its suggestions from a run by hand on its branch, too", async () => {
    const request = await requestFor("sync-endpoint-untouched", { event: "workflow_dispatch" });
    healing = await heal(request);
    const { github, outputs } = healing;
    expect([outputs["status"], outputs["published-as"], github.writes()]).toEqual([
      "suggested",
      "suggestions",
      ["POST /repos/octo/shop/pulls/1/reviews 200"],
    ]);
    expect(github.apply(github.state.reviews[0]?.id ?? 0).kind).toBe("applied");
    expect((await runPytest(github.headFiles("feature"), request.python)).exitCode).toBe(0);
  });

  it("without a fix stays as it is", async () => {
    healing = await heal(await requestFor("wrong-total"));
    const { github, outputs, exitCode } = healing;
    expect([exitCode, outputs["status"], outputs["published-as"], github.writes()]).toEqual([1, "no-fix", "none", []]);
  });
});
