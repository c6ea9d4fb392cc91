import { chmod } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RunRequest, TestRun } from "../../../src/domain/test-run.ts";
import { pythonEnvironment } from "../../support/python-env.ts";
import { type ProjectRun, runProject, writeProject, runnerAt } from "./project.ts";

/** One test fails, one passes, and one sees to it that nothing of ours is in the environment. */
const FILES = {
  "pytest.ini": "[pytest]\npythonpath = .\ntestpaths = tests\n",
  "shop.py": "def half(n):\n    return n // 3\n\ndef unused(n):\n    return n\n",
  "tests/test_shop.py": [
    "import os, sys",
    "from shop import half",
    "def test_half(): assert half(4) == 2",
    "def test_fine(): assert half(3) == 1",
    "def test_env(): assert 'autofix_probe' not in str(dict(os.environ)) + str(sys.path)",
  ].join("\n"),
};
const HALF = "tests/test_shop.py::test_half";
const FINE = "tests/test_shop.py::test_fine";
const ENV = "tests/test_shop.py::test_env";
const ALL = { [HALF]: "failed", [FINE]: "passed", [ENV]: "passed" };

async function toolsPython(): Promise<string> {
  return pythonEnvironment("commands", [
    "pytest>=8,<9",
    "pytest-xdist",
    "pytest-randomly",
    "pytest-cov",
    "pytest-rerunfailures",
    "pytest-timeout",
    "pytest-forked",
    "tox>=4",
    "nox",
  ]);
}

/** `PYTHON` stands for the interpreter of an environment that has every tool, in commands and in files. */
async function runWithTools(project: Omit<ProjectRun, "files"> & Partial<ProjectRun>): Promise<TestRun> {
  const python = await toolsPython();
  const files = Object.entries({ ...FILES, ...project.files });
  return runProject({
    ...project,
    files: Object.fromEntries(files.map(([path, text]) => [path, text.replaceAll("PYTHON", python)])),
    python,
    env: { PATH: `${dirname(python)}:${process.env["PATH"] ?? ""}`, ...project.env },
  });
}

function shortOf({ source, outcomes, sessions, junit }: TestRun): unknown {
  return { source, outcomes, sessions, tests: junit?.tests ?? null };
}

const TOX = "[tox]\nskipsdist = true\n[testenv]\nallowlist_externals = *\ncommands = PYTHON -m pytest {posargs}\n";
const WITH_PROBE: readonly [string, Omit<ProjectRun, "files"> & Partial<ProjectRun>][] = [
  ["pytest", { command: ["pytest"] }],
  ["xdist on the command line", { command: ["pytest", "-n", "2"] }],
  ["xdist in PYTEST_ADDOPTS", { command: ["pytest"], env: { PYTEST_ADDOPTS: "-n2" } }],
  ["without other plugins", { command: ["pytest"], env: { PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1" } }],
  ["a process for each test", { command: ["pytest", "--forked"] }],
  [
    "in order, without cache, at once done, again and again",
    { command: ["pytest", "-p", "no:randomly", "-p", "no:cacheprovider", "-x", "--reruns", "2", "--timeout", "50"] },
  ],
  [
    "as strict as can be",
    {
      command: ["PYTHON", "-W", "error", "-m", "pytest", "-W", "error", "--strict-markers", "--strict-config"],
      env: { PYTEST_ADDOPTS: "--import-mode=importlib -o addopts=" },
    },
  ],
  ["a shell", { command: ["bash", "-c", "cd tests && PYTHON -m pytest .."] }],
  [
    "a script that sets PYTEST_ADDOPTS itself",
    { command: ["sh", "run.sh"], files: { "run.sh": "PYTEST_ADDOPTS=-q exec pytest\n" } },
  ],
  ["make", { command: ["make", "test"], files: { Makefile: "test:\n\tPYTHON -m pytest -q\n" } }],
  ["coverage", { command: ["coverage", "run", "-m", "pytest"] }],
  [
    "pytest.main",
    { command: ["PYTHON", "runtests.py"], files: { "runtests.py": "import pytest\npytest.main(['-q'])\n" } },
  ],
  ["tox", { command: ["tox", "-qq", "-e", "py", "--", "-q"], files: { "tox.ini": TOX } }],
  [
    "tox with variables of its own",
    { command: ["tox", "-qq", "-e", "py"], files: { "tox.ini": `${TOX}pass_env = HOME\n` } },
  ],
  [
    "nox",
    {
      command: ["nox", "-s", "tests"],
      files: {
        "noxfile.py":
          "import nox\n@nox.session(venv_backend='none')\ndef tests(session): session.run('PYTHON', '-m', 'pytest')\n",
      },
    },
  ],
];

test.each(WITH_PROBE)("with the probe: %s", async (_title, project) => {
  const run = await runWithTools(project);
  expect(shortOf(run)).toEqual({ source: "probe", outcomes: ALL, sessions: 1, tests: 3 });
});

/** Several runs by one runner, which remembers what worked. */
async function runsOf(
  project: Omit<ProjectRun, "files"> & Partial<ProjectRun>,
  targets: readonly RunRequest["targets"][],
): Promise<unknown[]> {
  const python = await toolsPython();
  const files = { ...FILES, ...project.files };
  const root = await writeProject(files);
  if ("bin/docker" in files) await chmod(join(root, "bin/docker"), 0o755);
  const env = { PATH: `${root}/bin:${dirname(python)}:${process.env["PATH"] ?? ""}`, ...project.env };
  const runner = await runnerAt(root, { ...project, python, env, trackedFiles: Object.keys(files) });
  const found: unknown[] = [];
  for (const wanted of targets) {
    const run = await runner.run({ targets: wanted, trace: false });
    const { interpreter, rootDirectory, collected, failures } = run;
    const isSame = collected.toSorted().join() === Object.keys(run.outcomes).toSorted().join();
    const ids = failures.map(({ nodeId, file }) => `${nodeId ?? "?"} in ${file ?? "?"}`).toSorted();
    found.push({ ...Object(shortOf(run)), interpreter, rootDirectory, isSame, failures: ids });
  }
  return found;
}

const KINDS = [
  "import os, pytest",
  "from test_shop import test_fine as test_borrowed",
  "class Base:",
  "    def test_inherited(self): pass",
  "class TestKinds:",
  "    class TestInner(Base):",
  "        @pytest.mark.parametrize('p', ['a::b', 'a.b', '$(x) ; y', '-k', 'new\\nline', ''])",
  "        def test_x(self, p): assert p != 'a.b'",
  "@pytest.fixture",
  "def broken():",
  "    yield",
  "    raise ValueError('late')",
  "def test_twice(broken): assert 0",
  "@pytest.mark.skip",
  "def test_skip(): pass",
  "@pytest.mark.xfail",
  "def test_xfail(): assert 0",
].join("\n");

test("by pytest's own options where it cannot load the probe", async () => {
  const project = {
    files: {
      "tests/test_kinds.py": KINDS,
      "tests/test_later.py": "from test_kinds import Base\nclass TestLater(Base): pass\n",
      "tests/test_bad.py": "import nowhere\n",
      "run.sh": "PYTHONPATH=. exec pytest -q\n",
    },
    command: ["sh", "run.sh"],
  };
  const inner = "tests/test_kinds.py::TestKinds::TestInner";
  const outcomes = {
    ...ALL,
    "tests/test_bad.py": "error",
    "tests/test_kinds.py::test_borrowed": "passed",
    [`${inner}::test_x[a::b]`]: "passed",
    [`${inner}::test_x[a.b]`]: "failed",
    [`${inner}::test_x[$(x) ; y]`]: "passed",
    [`${inner}::test_x[-k]`]: "passed",
    [`${inner}::test_x[new\\nline]`]: "passed",
    [`${inner}::test_x[]`]: "passed",
    [`${inner}::test_inherited`]: "passed",
    "tests/test_kinds.py::test_twice": "error",
    "tests/test_kinds.py::test_skip": "skipped",
    "tests/test_kinds.py::test_xfail": "xfailed",
    "tests/test_later.py::TestLater::test_inherited": "passed",
  };
  const known = { source: "junit", sessions: 1, interpreter: null, rootDirectory: "", isSame: true };
  const failing = [`${inner}::test_x[a.b]`, HALF, "tests/test_bad.py"];
  const failures = [...failing, "tests/test_kinds.py::test_twice", "tests/test_kinds.py::test_twice"].map(atItsFile);
  const some = { [`${inner}::test_x[$(x) ; y]`]: "passed", [`${inner}::test_x[-k]`]: "passed", [HALF]: "failed" };
  expect(await runsOf(project, ["all", Object.keys(some)])).toEqual([
    { ...known, outcomes, tests: 17, failures: failures.toSorted() },
    { ...known, outcomes: some, tests: 3, failures: [atItsFile(HALF)] },
  ]);
});

test("by pytest's options, below a root directory of its own, and whatever the command says of the report", async () => {
  const files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`service/${path}`, text]));
  const command = ["PYTHON", "-E", "-m", "pytest", "-x", "--junitxml=theirs.xml"];
  const project = { files, command, workingDirectory: "service/tests" };
  const known = { source: "junit", sessions: 1, interpreter: null, rootDirectory: "service", isSame: true };
  const failures = [`${HALF} in service/tests/test_shop.py`];
  expect(await runsOf(project, [[HALF], [HALF], ["tests/test_gone.py::test_gone"]])).toEqual([
    { ...known, outcomes: ALL, tests: 3, failures },
    { ...known, outcomes: { [HALF]: "failed" }, tests: 1, failures },
    { ...known, outcomes: ALL, tests: 3, failures },
  ]);
});

test("one command that runs pytest twice by its options is told", async () => {
  const files = { "run.sh": "PYTHONPATH=. pytest -q -k half\nPYTHONPATH=. pytest -q -k fine\n" };
  const [run] = await runsOf({ files, command: ["sh", "run.sh"] }, ["all"]);
  expect(run).toEqual({
    source: "junit",
    sessions: 2,
    interpreter: null,
    rootDirectory: "",
    isSame: true,
    outcomes: { [FINE]: "passed" },
    tests: 1,
    failures: [],
  });
});

const TEXT = { source: "text", sessions: 1, interpreter: null, rootDirectory: null, isSame: false, tests: null };

test.each([
  ["a container", ["docker", "compose", "run", "app", "pytest"], 'shift 3\nexec env -i PATH="$PATH" "$@"\n'],
  ["no JUnit at all", ["docker", "run", "pytest"], 'shift 1\nexec env -u PYTHONPATH "$@" -p no:junitxml\n'],
])("by what is printed: %s", async (_title, command, script) => {
  const files = { "bin/docker": `#!/bin/sh\n${script}` };
  const failures = [`${HALF} in tests/test_shop.py`];
  const run = { ...TEXT, outcomes: { [HALF]: "failed" }, failures };
  expect(await runsOf({ files, command }, ["all", [HALF]])).toEqual([run, run]);
});

function atItsFile(nodeId: string): string {
  return `${nodeId} in ${nodeId.split("::")[0] ?? ""}`;
}

describe("red besides its tests", () => {
  const GREEN = { "shop.py": FILES["shop.py"].replace("// 3", "// 2") };
  const RAISE = "def pytest_sessionfinish(session):\n    if not session.testsfailed: session.exitstatus = 1\n";
  const XFAIL = "import pytest\n@pytest.mark.xfail\ndef test_x(): assert 0\n";
  const COVERED = ["pytest", "--cov=shop", "--cov-fail-under=90"];

  test.each<[string, Pick<ProjectRun, "command"> & Partial<ProjectRun>, readonly (boolean | number | null)[]]>([
    ["a failing test alone", { command: ["pytest"] }, [1, 1, false]],
    ["a failing test and too little coverage", { command: COVERED }, [1, 1, true]],
    ["too little coverage alone", { command: COVERED, files: GREEN }, [1, 1, true]],
    ["with workers", { command: [...COVERED, "-n", "2"], files: GREEN }, [1, 1, true]],
    ["enough coverage", { command: ["pytest", "--cov=shop", "--cov-fail-under=70"], files: GREEN }, [0, 0, false]],
    [
      "a conftest that raises the status",
      { command: ["pytest"], files: { ...GREEN, "conftest.py": RAISE } },
      [1, 0, true],
    ],
    [
      "a module that cannot be imported",
      { command: ["pytest"], files: { ...GREEN, "tests/test_bad.py": "import no\n" } },
      [1, 1, false],
    ],
    ["an expected failure", { command: ["pytest"], files: { ...GREEN, "tests/test_x.py": XFAIL } }, [0, 0, false]],
    ["the command alone", { command: ["sh", "-c", "pytest; exit 3"], files: GREEN }, [3, 0, false]],
  ])("%s", async (_title, project, expected) => {
    const run = await runWithTools(project);
    expect([run.exitCode, run.pytestExitCode, run.redBesidesTests]).toEqual(expected);
  });

  test("a selection of tests that covers little says so, and is complete", async () => {
    const run = await runWithTools({ command: COVERED, request: { targets: [FINE] } });
    expect([run.outcomes, run.failures, run.redBesidesTests]).toEqual([{ [FINE]: "passed" }, [], true]);
  });
});
