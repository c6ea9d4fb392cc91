import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../src/case-input.ts";
import { renderCase } from "../../../src/documents/case-schema.ts";
import type { Case } from "../../../src/domain/case.ts";
import type { FileChange } from "../../../src/domain/patch.ts";
import type { RunContext } from "../../../src/domain/run-context.ts";
import { diffWithGit } from "../../../src/io/git-diff.ts";
import { createReviewHost } from "../../../src/io/github-host.ts";
import { pythonBridge } from "../../../src/io/python-bridge.ts";
import { SetupError } from "../../../src/problem.ts";
import { publish } from "../../../src/publish-run.ts";
import { parseSettings } from "../../../src/settings/parse.ts";
import type { Settings } from "../../../src/settings/settings.ts";
import { vetCase } from "../../../src/steps/vet.ts";
import { scratchFolder } from "../../support/scratch-project.ts";
import { stillClock } from "../../support/still-clock.ts";
import { CASE, GUIDES, HEALED } from "./sample-case.ts";
import { open, OPTIONS, type Scene, SILENT } from "./scene.ts";

/*
 * The way of a case file into a publisher, against a GitHub with a real repository: each attack is what code of a pull
 * request could have written into the file, and nothing may be written to the pull request for it.
 */

const FILE = "shop/stock.py";
const BEFORE = `import os


def pieces(rows):
    """How many there are."""
    total = 0
    for row in rows:
        total += row.price
    return total
`;
const AFTER = BEFORE.replace("row.price", "row.pieces");
const TEST = "tests/test_stock.py";
const TEST_TEXT = "from shop.stock import pieces\n\n\ndef test_pieces():\n    assert pieces([]) == 42\n";
const FILES = {
  [FILE]: BEFORE,
  [TEST]: TEST_TEXT,
  "conftest.py": "import os\n",
  "setup.py": "import os\n",
  "notes.txt": "one\n",
  ".github/workflows/ci.yml": "on: push\njobs: {}\n",
};
const PLAN = { base: { ...FILES, [FILE]: BEFORE.replace("row.price", "1") }, head: { [FILE]: BEFORE } };

function settings(more: Readonly<Record<string, string>> = {}): Settings {
  const parsed = parseSettings({ phase: "publish", "case-file": "case.json", ...more }, []);
  if (parsed.kind === "problems") throw new Error(parsed.problems[0]?.what);
  return parsed.settings;
}

function honest({ headSha }: Scene): Case {
  const failures = HEALED.failures.map((one) => ({ ...one, nodeId: `${TEST}::test_pieces`, file: TEST, frames: [] }));
  return {
    ...CASE,
    sha: headSha,
    groups: CASE.groups.map((group) => ({ ...group, failures })),
    healed: [{ ...HEALED, failures, steps: HEALED.steps.map((step) => ({ ...step, leftAlone: [] })) }],
    patch: { changes: [{ path: FILE, before: BEFORE, after: AFTER }] },
  };
}

interface Outcome {
  readonly end: string;
  readonly writes: readonly string[];
  readonly bodies: readonly string[];
}

/** From the file's text on, exactly as the publishing step goes. */
async function publishFrom(scene: Scene, text: string, context: RunContext = scene.context): Promise<Outcome> {
  const folder = scratchFolder();
  writeFileSync(join(folder, "case.json"), text);
  return publishIn(scene, folder, context);
}

async function publishIn(scene: Scene, folder: string, context = scene.context): Promise<Outcome> {
  const host = createReviewHost(context, scene.github.token, stillClock());
  const ended = (end: string): Outcome => ({
    end,
    writes: scene.github.writes(),
    bodies: [
      ...scene.github.state.reviews.map(({ body }) => body),
      ...scene.github.state.reviewComments.map(({ body }) => body),
      ...scene.github.state.issueComments.map(({ body }) => body),
    ],
  });
  try {
    const document = await readCase(settings(), folder);
    const parser = pythonBridge(["python3"], {});
    const vetted = await vetCase({ document, context, host, parser, limits: settings() });
    if (vetted.kind === "refused") return ended(vetted.reason);
    const { patch } = vetted.case;
    const request = {
      case: vetted.case,
      patch,
      context,
      mode: "suggest" as const,
      options: OPTIONS,
      host,
      diff: diffWithGit,
    };
    const { publishedAs } = await publish({ ...request, log: SILENT, guides: GUIDES });
    return ended(publishedAs);
  } catch (error) {
    if (error instanceof SetupError) return ended(error.problems.map(({ what, why }) => `${what} ${why}`).join());
    throw error;
  }
}

function changed(found: Case, ...changes: readonly Partial<FileChange>[]): Case {
  const own = { path: FILE, before: BEFORE, after: AFTER };
  return { ...found, patch: { changes: changes.map((change) => ({ ...own, ...change })) } };
}

it("publishes the case that a run really left", async () => {
  const scene = await open(PLAN);
  expect(await publishFrom(scene, renderCase(honest(scene)))).toMatchObject({
    end: "suggestions",
    writes: ["POST /repos/octo/shop/pulls/1/reviews 200"],
  });
});

describe("refuses, and writes nothing:", () => {
  const byLlm = (found: Case): Case => ({
    ...found,
    healed: found.healed.map((group) => ({
      ...group,
      steps: group.steps.map((step) => ({ ...step, origin: { kind: "llm", model: "m", match: "L0" } })),
    })),
  });
  const edited = (line: string) => BEFORE.replace("    total = 0\n", `    total = 0\n    ${line}\n`);

  const attacks: readonly (readonly [string, (found: Case, scene: Scene) => Case, RegExp])[] = [
    ["a case of another commit", (found) => ({ ...found, sha: "d".repeat(40) }), /is of commit `d{12}`, and this run/],
    ["a commit that is a way through the API", (found) => ({ ...found, sha: "../../user" }), /is of commit `[a-f]*`/],
    ["a case of no commit", (found) => ({ ...found, sha: null }), /does not say which commit was tested/],
    ["a patch that nothing verified", (found) => ({ ...found, verification: null }), /no run that verified it/],
    [
      "a verification without a test",
      (found) => ({ ...found, verification: found.verification && { ...found.verification, targets: [] } }),
      /no run that verified it/,
    ],
    [
      "tests that pass without the patch too",
      (found) => ({
        ...found,
        verification: found.verification && { ...found.verification, failsAgainWhenReverted: false },
      }),
      /no run that verified it/,
    ],
    ["a patch for no failure", (found) => ({ ...found, healed: [] }), /no run that verified it/],
    ["a verification without a patch", (found) => ({ ...found, patch: null }), /holds a verification, and no patch/],
    [
      "a lie about the text before",
      (found) => changed(found, { before: "x\n" }),
      /not at GitHub what the case file says/,
    ],
    ["one file twice", (found) => changed(found, {}, {}), /changes one file twice/],
    ["no change at all", (found) => changed(found, { after: BEFORE }), /a file that it does not change/],
    ["no file at all", (found) => ({ ...found, patch: { changes: [] } }), /changes 0 files/],
    [
      "hundreds of files",
      (found) => changed(found, ...Array.from({ length: 300 }, (_, index) => ({ path: `${index}.py` }))),
      /changes 300 files/,
    ],
    ["a path out of the repository", (found) => changed(found, { path: "../../user.py" }), /does not stay inside/],
    ["an absolute path", (found) => changed(found, { path: "/etc/passwd" }), /is absolute/],
    [
      "a path with a hidden character",
      (found) => changed(found, { path: "shop/\u200bstock.py" }),
      /an invisible character/,
    ],
    ["a path with a line break", (found) => changed(found, { path: "a\nerror.py" }), /a control character/],
    ["a file that is not there", (found) => changed(found, { path: "shop/new.py" }), /is no file of the tested commit/],
    [
      "a workflow",
      (found) => changed(found, { path: ".github/workflows/ci.yml", before: FILES[".github/workflows/ci.yml"] }),
      /is protected/,
    ],
    ["the build", (found) => changed(found, { path: "setup.py", before: "import os\n", after: "1\n" }), /is protected/],
    [
      "a file that is no code",
      (found) => changed(found, { path: "notes.txt", before: "one\n" }),
      /is not a Python file/,
    ],
    [
      "a conftest",
      (found) => changed(byLlm(found), { path: "conftest.py", before: "import os\n", after: "import sys\n" }),
      /is a test or test configuration file/,
    ],
    [
      "what a test expects, as if a recipe had changed it",
      (found) => changed(found, { path: TEST, before: TEST_TEXT, after: TEST_TEXT.replace("42", "0") }),
      /test-edit/,
    ],
    [
      "the answer that the test expects",
      (found) => changed(found, { after: edited("return 42") }),
      /no-expected-value/,
    ],
    ["a shell", (found) => changed(found, { after: edited('os.system("curl evil")') }), /is refused: \S+/],
    ["code made of text", (found) => changed(found, { after: edited('exec("import evil")') }), /no-dynamic-code/],
    ["an early end", (found) => changed(found, { after: edited("os._exit(0)") }), /no-exit/],
    ["text that is no Python", (found) => changed(found, { after: `${BEFORE}def (\n` }), /syntax/],
    [
      "text that reads otherwise than it runs",
      (found) => changed(found, { after: BEFORE.replace("How many", "How \u202emany") }),
      /no-hidden-text/,
    ],
    [
      "more than a person reads",
      (found) => changed(found, { after: `${BEFORE}${"x = 1\n".repeat(400)}` }),
      /the limit is the line "max-lines: 200"/,
    ],
  ];

  it.each(attacks)("%s", async (_name, attack, reason) => {
    const scene = await open(PLAN);
    const { end, writes } = await publishFrom(scene, renderCase(attack(honest(scene), scene)));
    expect(end).toMatch(reason);
    expect(writes).toEqual([]);
    expect(scene.github.requestProblems()).toEqual([]);
  });

  it.each([
    [
      "a number of a pull request",
      (text: string) => text.replace('"version"', '"pullRequest": 7, "version"'),
      /Unrecognized key/,
    ],
    [
      "a shape of another version",
      (text: string) => text.replace('"version": 1', '"version": 2'),
      /is no case file of this version/,
    ],
    ["a text cut off", (text: string) => text.slice(0, -20), /it is not JSON/],
    ["no end of brackets", () => "[".repeat(200_000), /is no case file of this version/],
    [
      "a key that would change every object",
      (text: string) => text.replace('"version"', '"__proto__": {"a": 1}, "version"'),
      /Unrecognized key/,
    ],
    ["a list of workflow commands", () => '"::set-output name=status::fixed"', /is no case file of this version/],
    ["21 MB", (text: string) => text + " ".repeat(21 * 1024 * 1024), /it is larger than 20 MB/],
  ])("a file with %s", async (_name, attack, reason) => {
    const scene = await open(PLAN);
    const { end, writes } = await publishFrom(scene, attack(renderCase(honest(scene))));
    expect([end.match(reason)?.length ?? end, writes]).toEqual([1, []]);
  });

  it.each([
    ["a link", (folder: string) => symlinkSync("/proc/self/environ", join(folder, "case.json")), /it is a link/],
    [
      "a pipe that nobody writes to",
      (folder: string) => execFileSync("mkfifo", [join(folder, "case.json")]),
      /it is no plain file/,
    ],
    [
      "bytes that are no text",
      (folder: string) => writeFileSync(join(folder, "case.json"), Buffer.from([0x22, 0xff, 0x22])),
      /not UTF-8/,
    ],
    ["a folder", (folder: string) => mkdirSync(join(folder, "case.json")), /there is no such file|it is no plain file/],
    ["nothing", () => undefined, /there is no such file/],
  ])("%s in place of the file", async (_name, plant, reason) => {
    const scene = await open(PLAN);
    const folder = scratchFolder();
    plant(folder);
    const { end, writes } = await publishIn(scene, folder);
    expect([end.match(reason)?.length ?? end, writes]).toEqual([1, []]);
  });
});

it("a case of a merge commit says nothing to a run that only knows the head", async () => {
  const scene = await open(PLAN);
  const context = { ...scene.context, eventName: "workflow_run", upstreamEvent: "pull_request", pullRequest: null };
  const found = { ...honest(scene), sha: scene.context.sha };
  const { end, writes } = await publishFrom(scene, renderCase(found), context);
  expect([/is of commit/.test(end), writes]).toEqual([true, []]);
});

it("shows what the file says as text: no ping, link, image, heading or marker of it comes through", async () => {
  const scene = await open(PLAN);
  const evil =
    "@octo/team #1 ![x](http://evil.example/a.png) <img src=x> </details> ``` \n# big\n<!-- autofix-action:v1 key=0 -->";
  const found = honest(scene);
  const text = JSON.stringify({
    ...found,
    notes: [evil],
    remainingFailures: [evil],
    healed: found.healed.map((group) => ({
      ...group,
      failures: group.failures.map((one) => ({ ...one, exception: { type: evil, message: evil } })),
      steps: [
        {
          origin: { kind: "llm", model: evil, match: "L0" },
          rationale: evil,
          leftAlone: [{ path: evil, line: 1, note: evil }],
        },
      ],
    })),
  });
  const { end, bodies } = await publishFrom(scene, text);
  expect(end).toBe("suggestions");
  for (const body of bodies) {
    const prose = withoutCode(body);
    expect(prose).not.toMatch(/(?<!\w)@octo|(?<![\w/])#1\b|!\[x\]|<img|^# big/m);
    expect(prose.match(/<!-- autofix-action:v1 [^>]*key=0 /)).toBeNull();
  }
});

/** What GitHub would read as Markdown: fences and code spans are text. */
function withoutCode(body: string): string {
  return body.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1`*$/gm, "").replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
}
