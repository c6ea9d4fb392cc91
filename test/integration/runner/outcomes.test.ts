import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { placesOf, runAt, runProject, writeProject } from "./project.ts";

const KINDS = `
import pytest

@pytest.fixture
def broken_setup():
    raise ValueError("no setup")

@pytest.fixture
def broken_teardown():
    yield
    raise ValueError("no teardown")

def test_pass():
    pass

def test_fail():
    print("said")
    assert 1 == 2

def test_setup_error(broken_setup):
    pass

def test_teardown_error(broken_teardown):
    pass

@pytest.mark.skip
def test_skip():
    pass

@pytest.mark.xfail
def test_xfail():
    assert False

@pytest.mark.xfail
def test_xpass():
    pass

@pytest.mark.xfail(strict=True, reason="never")
def test_strict():
    pass

@pytest.mark.parametrize("text", ["a[b]", "x::y", "grün/straße", " - ", ""])
def test_many(text):
    assert text != "x::y"
`;

describe("outcomes", () => {
  test("tells every kind of outcome by exact node id", async () => {
    const run = await runProject({ files: { "tests/test_kinds.py": KINDS, "pytest.ini": "[pytest]\n" } });
    expect(run.outcomes).toEqual({
      "tests/test_kinds.py::test_pass": "passed",
      "tests/test_kinds.py::test_fail": "failed",
      "tests/test_kinds.py::test_setup_error": "error",
      "tests/test_kinds.py::test_teardown_error": "error",
      "tests/test_kinds.py::test_skip": "skipped",
      "tests/test_kinds.py::test_xfail": "xfailed",
      "tests/test_kinds.py::test_xpass": "xpassed",
      "tests/test_kinds.py::test_strict": "failed",
      "tests/test_kinds.py::test_many[a[b]]": "passed",
      "tests/test_kinds.py::test_many[x::y]": "failed",
      "tests/test_kinds.py::test_many[gr\\xfcn/stra\\xdfe]": "passed",
      "tests/test_kinds.py::test_many[ - ]": "passed",
      "tests/test_kinds.py::test_many[]": "passed",
    });
    expect(run.collected).toEqual(Object.keys(run.outcomes));
    expect(run.guardedFiles).toEqual(["pytest.ini", "tests/test_kinds.py"]);
    expect([run.exitCode, run.timedOut, run.rootDirectory]).toEqual([1, false, ""]);
    expect(run.junit).toEqual({ tests: 13, failures: 3, errors: 2, skipped: 2 });
    expect(run.failures.map(({ phase, kind, exception }) => [phase, kind, exception])).toEqual([
      ["call", "failure", { type: "AssertionError", message: "assert 1 == 2" }],
      ["setup", "error", { type: "ValueError", message: "no setup" }],
      ["teardown", "error", { type: "ValueError", message: "no teardown" }],
      ["call", "failure", { type: null, message: "[XPASS(strict)] never" }],
      ["call", "failure", { type: "AssertionError", message: "assert 'x::y' != 'x::y'" }],
    ]);
    expect(run.failures[0]).toEqual({
      nodeId: "tests/test_kinds.py::test_fail",
      file: "tests/test_kinds.py",
      testName: "test_fail",
      phase: "call",
      kind: "failure",
      exception: { type: "AssertionError", message: "assert 1 == 2" },
      chain: [],
      frames: [{ path: "tests/test_kinds.py", line: 18, function: "test_fail", locals: {} }],
      capturedStdout: "said\n",
      capturedStderr: null,
      capturedLog: null,
      source: { report: "probe", format: "probe" },
    });
  });

  test("names the interpreter and its packages", async () => {
    const { interpreter } = await runProject({ files: { "test_a.py": "def test_a(): pass\n" } });
    expect(interpreter?.version).toMatch(/^3\.\d+\.\d+$/);
    expect(interpreter?.packages["pytest-asyncio"]).toMatch(/^\d/);
  });

  test("runs exactly the targets, odd ids included, and tells nothing of others", async () => {
    const targets = ["test_many[x::y]", "test_many[a[b]]", "test_fail"].map((name) => `tests/test_kinds.py::${name}`);
    const run = await runProject({
      files: { "tests/test_kinds.py": KINDS, "tests/test_other.py": "raise SystemError\n", "pytest.ini": "[pytest]\n" },
      request: { targets: [...targets, "tests/test_gone.py::test_gone"] },
    });
    expect(run.outcomes).toEqual({
      "tests/test_kinds.py::test_fail": "failed",
      "tests/test_kinds.py::test_many[a[b]]": "passed",
      "tests/test_kinds.py::test_many[x::y]": "failed",
    });
  });

  test("runs thousands of targets, more than a command line holds", async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `test_many.py::test_number[${"x".repeat(40)}${index}]`);
    const ids = "ids=['x' * 40 + str(n) for n in range(10003)]";
    const run = await runProject({
      files: {
        "test_many.py": `import pytest\n@pytest.mark.parametrize('n', range(10003), ${ids})\ndef test_number(n): pass\n`,
      },
      request: { targets: names },
    });
    expect(run.outcomes).toEqual(Object.fromEntries(names.map((name) => [name, "passed"])));
  });

  test("runs targets whose names mean something to a shell or to pytest", async () => {
    const paths = [
      "-x/test_a.py",
      "--co/test_-b.py",
      "test_$(touch made) `touch made`; touch made.py",
      "@x/test_'q\".py",
    ];
    const ids = ["-k", "--lf", "; touch made", "$(touch made)", "new\nline", "a -> b", "@file", "%s"];
    const text = `import pytest\n@pytest.mark.parametrize('p', ${JSON.stringify(ids)})\ndef test_odd(p): assert p == 0\ndef test_other(): pass\n`;
    const files = Object.fromEntries(paths.map((path) => [path, text]));
    const shown = ids.map((id) => id.replace("\n", "\\n"));
    const targets = paths.flatMap((path) => shown.map((id) => `${path}::test_odd[${id}]`));
    const args = ["--import-mode=importlib"];
    const run = await runProject({ files, args, request: { targets } });
    expect(run.outcomes).toEqual(Object.fromEntries(targets.map((target) => [target, "failed"])));
    const left = await readdir(run.root, { recursive: true });
    expect(left.filter((name) => name.endsWith("made"))).toEqual([]);
  });

  test("goes on after the first failure although the options say to stop", async () => {
    const run = await runProject({
      files: {
        "pytest.ini": "[pytest]\naddopts = -x --maxfail=1\n",
        "test_two.py": "def test_a(): assert 0\ndef test_b(): assert 0\n",
      },
    });
    expect(run.outcomes).toEqual({ "test_two.py::test_a": "failed", "test_two.py::test_b": "failed" });
  });

  test("leaves the customer's own report file as it is", async () => {
    const root = await writeProject({ "test_a.py": "def test_a(): pass\n" });
    await writeFile(join(root, "report.xml"), "mine");
    const run = await runAt(root, { args: ["--junitxml=report.xml", "-o", "junit_family=legacy"] });
    expect(run.junit).toEqual({ tests: 1, failures: 0, errors: 0, skipped: 0 });
    expect(await readFile(join(root, "report.xml"), "utf8")).toBe("mine");
  });

  test("runs no test again, and takes the worst attempt of one that is run again all the same", async () => {
    const again = ["import pytest", "seen = []", "def once(): seen.append(1); assert len(seen) > 1"].join("\n");
    const files = {
      "test_flaky.py": `${again}\ndef test_option(): once()\n@pytest.mark.flaky(reruns=2)\ndef test_marker(): assert 0\n`,
      "test_own.py": `${again}\ndef test_own(): once()\n`,
      "conftest.py": [
        "from _pytest.runner import runtestprotocol",
        "def pytest_runtest_protocol(item, nextitem):",
        "    if item.name != 'test_own': return None",
        "    runtestprotocol(item, nextitem=item)",
        "    return bool(runtestprotocol(item, nextitem=nextitem))",
      ].join("\n"),
    };
    const run = await runProject({ files, args: ["--reruns", "2"] });
    expect(run.outcomes).toEqual({
      "test_flaky.py::test_option": "failed",
      "test_flaky.py::test_marker": "failed",
      "test_own.py::test_own": "failed",
    });
    expect(run.failures.map((failure) => failure.nodeId)).toEqual(Object.keys(run.outcomes));
    expect(run.output.split("\n").at(-2)).toMatch(/ 3 failed, 1 passed in /);
  });

  test("knows a failure although the test replaces what it is written down with", async () => {
    const replaced = (name: string) => `    monkeypatch.setattr('${name}', boom)\n    assert here() == 2\n`;
    const names = ["os.write", "os.open", "os.getpid", "os.stat", "os.path.isfile", "json.dumps", "builtins.open"];
    const run = await runProject({
      files: {
        "here.py": "def here():\n    raise ValueError('mine')\n",
        "test_replace.py": `import builtins, json, os\nfrom here import here\ndef boom(*a, **k): raise OSError\n${names
          .map((name, index) => `def test_${index}(monkeypatch):\n${replaced(name)}`)
          .join("")}`,
        // What pyfakefs's \`fs\` does: modules and functions named in other modules are exchanged.
        "test_fake.py": [
          "import os, sys, types, pytest",
          "fake = types.ModuleType('fake')",
          "@pytest.fixture",
          "def fs(monkeypatch):",
          "    for module in [m for n, m in list(sys.modules.items()) if 'autofix' in n]:",
          "        for name, value in list(vars(module).items()):",
          "            if value is os or getattr(value, '__module__', None) in ('posix', 'posixpath', 'genericpath'):",
          "                monkeypatch.setattr(module, name, fake)",
          "def test_fake(fs): assert 0",
        ].join("\n"),
      },
    });
    const ids = ["test_fake.py::test_fake", ...names.map((_, index) => `test_replace.py::test_${index}`)];
    expect(run.outcomes).toEqual(Object.fromEntries(ids.map((id) => [id, "failed"])));
    expect(run.failures.map(({ frames }) => placesOf(frames).at(-1))).toEqual([
      "test_fake.py:9 test_fake",
      ...names.map(() => "here.py:2 here"),
    ]);
  });

  test("tells what pytest itself ended with, and how often it was started", async () => {
    const files = { "test_a.py": "def test_a(): assert 0\n" };
    const masked = await runProject({ files, command: ["sh", "-c", "PYTHON -m pytest -q || true"] });
    expect([masked.exitCode, masked.pytestExitCode, masked.sessions]).toEqual([0, 1, 1]);
    const twice = await runProject({
      files: { "test_a.py": "import os\ndef test_a(): assert 'GOOD' in os.environ\n" },
      command: ["sh", "-c", "PYTHON -m pytest -q; GOOD=1 PYTHON -m pytest -q"],
    });
    expect([twice.exitCode, twice.pytestExitCode, twice.sessions]).toEqual([0, null, 2]);
    expect(twice.outcomes).toEqual({ "test_a.py::test_a": "failed" });
  });
});

describe("test files", () => {
  const FILES = {
    "pytest.ini": "[pytest]\npython_files = check_*.py\ntestpaths = tests more/*\naddopts = --doctest-modules\n",
    "tests/check_a.py": "def test_a(): pass\n",
    "tests/check_b.py": "def test_b(): pass\n",
    "tests/check_empty.py": "",
    "tests/__init__.py": "",
    "tests/product.py": "def f():\n    'Words.\\n\\n    >>> f()\\n    '\n",
  };

  test("are named although their tests are deselected; product code with examples is not", async () => {
    const run = await runProject({ files: FILES, args: ["-k", "test_a"] });
    expect(run.outcomes).toEqual({ "tests/check_a.py::test_a": "passed" });
    expect(run.guardedFiles).toEqual(["pytest.ini", "tests/check_a.py", "tests/check_b.py", "tests/check_empty.py"]);
  });

  test("can be told by pytest's own patterns, relative to the repository", async () => {
    const inside = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`service/${path}`, text]));
    const run = await runProject({ files: inside, workingDirectory: "service", args: ["-n", "2"] });
    expect([run.testFilePatterns, run.testPaths, run.sessions, run.pytestExitCode]).toEqual([
      ["check_*.py"],
      ["service/tests", "service/more/*"],
      1,
      0,
    ]);
  });
});

describe("places", () => {
  test("ids are relative to pytest's root, paths to the repository", async () => {
    const files = {
      "service/pyproject.toml": "[tool.pytest.ini_options]\n",
      "service/app/core.py": "def half(n):\n    return n / 0\n",
      "service/tests/conftest.py": "",
      "service/tests/test_core.py": "from app.core import half\ndef test_half(): assert half(2) == 1\n",
    };
    const targets = ["tests/test_core.py::test_half"];
    const run = await runProject({
      files,
      workingDirectory: "service/tests",
      args: [".."],
      request: { targets },
      env: { PYTHONPATH: ".." },
    });
    expect([run.rootDirectory, run.outcomes]).toEqual(["service", { "tests/test_core.py::test_half": "failed" }]);
    expect(placesOf(run.failures[0]?.frames ?? [])).toEqual([
      "service/tests/test_core.py:2 test_half",
      "service/app/core.py:2 half",
    ]);
    expect(run.failures[0]?.file).toBe("service/tests/test_core.py");
    expect(run.guardedFiles).toEqual([
      "service/pyproject.toml",
      "service/tests/conftest.py",
      "service/tests/test_core.py",
    ]);
  });
});

describe("patches", () => {
  test("a file of equal size and time as the one before it is read anew, and nothing compiled is left", async () => {
    const source = (sign: string): string => `from core import value\ndef test_value(): assert value() ${sign} 1\n`;
    const root = await writeProject({ "core.py": "def value(): return 1\n", "test_core.py": source("==") });
    const outcomesNow = async () => {
      for (const name of ["core.py", "test_core.py"]) await utimes(join(root, name), 1_700_000_000, 1_700_000_000);
      return Object.values((await runAt(root, {})).outcomes);
    };
    expect(await outcomesNow()).toEqual(["passed"]);
    await writeFile(join(root, "core.py"), "def value(): return 2\n");
    expect(await outcomesNow()).toEqual(["failed"]);
    await writeFile(join(root, "test_core.py"), source("!="));
    expect(await outcomesNow()).toEqual(["passed"]);
    const left = await readdir(root, { recursive: true });
    expect(left.filter((name) => name.endsWith(".pyc"))).toEqual([]);
  });
});

describe("workers", () => {
  test("xdist's workers load the probe, select the targets and report collection errors once", async () => {
    const files = {
      "test_a.py": "def test_1(): assert 0\ndef test_2(): pass\ndef test_3(): pass\n",
      "test_b.py": "import os\ndef test_env(): assert not [n for n in os.environ if 'autofix' in os.environ[n] + n]\n",
    };
    const all = await runProject({ files, args: ["-n", "2"] });
    expect(all.outcomes).toEqual({
      "test_a.py::test_1": "failed",
      "test_a.py::test_2": "passed",
      "test_a.py::test_3": "passed",
      "test_b.py::test_env": "passed",
    });
    expect(all.collected.toSorted()).toEqual(Object.keys(all.outcomes).toSorted());
    const some = await runProject({ files, args: ["-n", "2"], request: { targets: ["test_a.py::test_2"] } });
    expect(some.outcomes).toEqual({ "test_a.py::test_2": "passed" });
    const broken = await runProject({ files: { "test_c.py": "import nothing_at_all\n" }, args: ["-n", "2"] });
    expect(broken.failures.map(({ nodeId, phase, exception }) => [nodeId, phase, exception.type])).toEqual([
      ["test_c.py", "collect", "ModuleNotFoundError"],
    ]);
  });

  test("a worker that dies is an error of the test it ran", async () => {
    const run = await runProject({
      files: { "test_a.py": "import os\ndef test_dies(): os._exit(3)\ndef test_lives(): pass\n" },
      args: ["-n", "2"],
    });
    expect(run.outcomes).toEqual({ "test_a.py::test_dies": "error", "test_a.py::test_lives": "passed" });
    expect(run.failures).toHaveLength(1);
  });

  test("a worker that takes the place of a dead one loads the probe as well", async () => {
    const run = await runProject({
      files: { "test_a.py": "import os\ndef test_a(): os._exit(3)\ndef test_b(): pass\ndef test_c(): assert 0\n" },
      args: ["-n", "1"],
    });
    expect(run.outcomes).toEqual({
      "test_a.py::test_a": "error",
      "test_a.py::test_b": "passed",
      "test_a.py::test_c": "failed",
    });
  });

  test("the environment of the tests shows nothing of the probe", async () => {
    const run = await runProject({
      files: {
        "test_env.py": [
          "import os, subprocess, sys",
          "def test_env():",
          "    assert os.environ['PYTHONPATH'] == 'here' and os.environ['PYTEST_ADDOPTS'] == '-q'",
          "    assert not [p for p in sys.path if 'autofix' in p]",
        ].join("\n"),
      },
      env: { PYTHONPATH: "here", PYTEST_ADDOPTS: "-q" },
    });
    expect(run.outcomes).toEqual({ "test_env.py::test_env": "passed" });
  });
});
