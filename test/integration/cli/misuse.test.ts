import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runBundle } from "../../support/bundle.ts";
import { pythonEnvironment } from "../../support/python-env.ts";
import { changedPaths, scratchRepository, treeState, writeFiles } from "../../support/scratch-project.ts";
import { testPython } from "../runner/project.ts";

const FILES = {
  "test_red.py": "def test_red():\n    assert 1 == 2\n",
  "empty.xml": "",
  "nothing.xml": '<testsuites><testsuite name="pytest" tests="0"/></testsuites>',
  "image.xml": "\u0089PNG\r\n\u0000\u0001",
  "cut.xml": '<testsuites><testsuite tests="1"><testcase name="test_red"><fail',
};

interface Ending {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** The project's folder and the interpreter replaced, so that it is the same on every machine. */
  readonly stderr: string;
  readonly changed: readonly string[];
}

/** The sections and steps that are named while it works are no part of the answer. */
function withoutProgress(text: string): string {
  return text.replace(/^(Reproduce|Mend|Verify| {2}·) .*\n/gm, "");
}

/** Runs a command line in a project whose one test fails. */
async function endOf(...words: readonly string[]): Promise<Ending> {
  const project = scratchRepository(FILES);
  const before = treeState(project);
  const run = await runBundle({ words: words.map((word) => word.replace("PROJECT", project)), cwd: project });
  const stderr = withoutProgress(run.stderr)
    .replaceAll(project, "PROJECT")
    .replaceAll(await testPython(), "PYTHON");
  return { exitCode: run.exitCode, stdout: run.stdout, stderr, changed: changedPaths(before, project) };
}

const WRONG_USE = { exitCode: 2, stdout: "", changed: [] };

describe("a sentence and exit code 2 for", () => {
  test.each([
    ["no report at the path", ["fix", "--junit", "no.xml"]],
    ["no report at several paths", ["fix", "--junit", "no.xml", "--junit", "out/*.xml"]],
    ["an empty report", ["fix", "--junit", "empty.xml"]],
    ["a report without tests", ["fix", "--junit", "nothing.xml"]],
    ["a file that is no report", ["fix", "--junit", "image.xml"]],
    ["a folder as report", ["fix", "--junit", "."]],
    ["a report to read that is not there", ["read", "no.xml"]],
    ["nothing to read", ["read"]],
    ["no Python", ["fix", "--python", "/nope"]],
    ["a folder that is not there", ["fix", "--working-directory", "nope"]],
    ["unknown values, all at once", ["fix", "--timeout", "soon", "--repeat", "0", "--recipes", "magic"]],
    ["contradicting flags", ["fix", "--apply", "--dry-run"]],
  ])("%s", async (_, words) => {
    const found = await endOf(
      ...words,
      ...(words.includes("--python") || words[0] === "read" ? [] : ["--python", await testPython()]),
    );
    expect(found).toEqual({ ...WRONG_USE, stderr: found.stderr });
    expect(found.stderr.replace(/(?<=The recipes are ).+?(?=\.)/, "...")).toMatchSnapshot();
  });

  test("a Python without pytest", async () => {
    const python = await pythonEnvironment("bare", ["iniconfig==2.3.0"]);
    const found = await endOf("fix", "--python", python);
    expect({ ...found, stderr: found.stderr.replace(python, "BARE").replace(/3\.\d+\.\d+/, "3.x") })
      .toMatchInlineSnapshot(`
      {
        "changed": [],
        "exitCode": 2,
        "stderr": "No Python with pytest was found for this project. Tried \`BARE\`: Python 3.x without pytest. Correct the input \`python\`, or leave it out to have the interpreter found. (no-pytest)
      ",
        "stdout": "",
      }
    `);
  });

  test("a wrong test command", async () => {
    const missing = await endOf("fix", "--test-command", "no-such-runner --all");
    const failing = await endOf("fix", "--test-command", JSON.stringify([await testPython(), "-m", "no_such_module"]));
    const other = await endOf("fix", "--test-command", "sh -c 'echo all is well'");
    expect([missing, failing, other]).toMatchInlineSnapshot(`
      [
        {
          "changed": [],
          "exitCode": 2,
          "stderr": "The test command \`no-such-runner --all\` cannot be started. Its last words: \`no-such-runner\` was not found (or the folder to run it in is missing) Correct \`test-command\`; what it names must be installed in this job, before this step. (command-not-found)
      ",
          "stdout": "",
        },
        {
          "changed": [],
          "exitCode": 2,
          "stderr": "The test command \`PYTHON -m no_such_module\` ended with exit code 1 and ran no test. Its last words: PYTHON: No module named no_such_module | Our pytest plugin was not loaded: the command starts no pytest, or does not pass PYTHONPATH, PYTEST_ADDOPTS and PYTEST_PLUGINS on to it (docker, tox without pass_env). Set \`test-command\` to the words that run pytest in this project, and \`working-directory\` to the folder to run them in. (tests-did-not-run)
      ",
          "stdout": "",
        },
        {
          "changed": [],
          "exitCode": 2,
          "stderr": "The test command \`sh -c echo all is well\` ended with exit code 0 and ran no test. Its last words: all is well | Our pytest plugin was not loaded: the command starts no pytest, or does not pass PYTHONPATH, PYTEST_ADDOPTS and PYTEST_PLUGINS on to it (docker, tox without pass_env). Set \`test-command\` to the words that run pytest in this project, and \`working-directory\` to the folder to run them in. (tests-did-not-run)
      ",
          "stdout": "",
        },
      ]
    `);
  });

  test("tests that never end", async () => {
    const project = scratchRepository({ "test_slow.py": "import time\ndef test_slow():\n    time.sleep(600)\n" });
    const words = ["fix", "--python", await testPython(), "--timeout", "10"];
    const { exitCode, stdout, stderr } = await runBundle({ words, cwd: project });
    expect([exitCode, stdout, withoutProgress(stderr).replaceAll(await testPython(), "PYTHON")]).toMatchInlineSnapshot(`
      [
        1,
        "",
        "environment: The run reached its time limit of 10 seconds in this test; raise the input \`timeout\`, or see why the test hangs.
      ",
      ]
    `);
  });
});

test.each([
  ["an unknown flag", ["fix", "--fast"]],
  ["an unknown command", ["mend"]],
  ["nothing at all", []],
])("the usage and exit code 2 for %s", async (_, words) => {
  const found = await endOf(...words);
  const [sentence = "", usage = ""] = found.stderr.split(/(?=autofix-action: mends)/).slice(-2);
  expect({
    ...found,
    stderr: usage === "" ? "" : sentence,
    hasUsage: found.stderr.includes("fix [--junit FILE]"),
  }).toMatchSnapshot();
});

test("help is no mistake", async () => {
  const found = await endOf("--help");
  expect([found.exitCode, found.stderr, found.stdout.split("\n")[0]]).toEqual([
    0,
    "",
    "autofix-action: mends failing pytest runs, and keeps only what was verified",
  ]);
});

test("a report that breaks off before its first result is none", async () => {
  const found = await endOf("fix", "--junit", "cut.xml", "--python", await testPython());
  expect(found).toMatchInlineSnapshot(`
    {
      "changed": [],
      "exitCode": 2,
      "stderr": "The report "cut.xml" holds no test result. cut.xml breaks off before its end; what was read up to there is used. Check that the step before ran pytest to its end and wrote this file, or leave the input out. (report-empty)
    ",
      "stdout": "",
    }
  `);
});

test("outside a repository the folder itself is the project", async () => {
  const project = join(scratchRepository({ "a.txt": "" }), "..", "plain");
  writeFiles(project, { "test_red.py": FILES["test_red.py"] });
  const { exitCode, stdout, stderr } = await runBundle({
    words: ["fix", "--python", await testPython()],
    cwd: project,
  });
  expect([exitCode, stdout, withoutProgress(stderr)]).toMatchInlineSnapshot(`
    [
      1,
      "",
      "no-fix: No recipe knows 1 failure of this kind.
    ",
    ]
  `);
});
