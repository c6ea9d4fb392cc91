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

  test("runs hundreds of targets", async () => {
    const names = Array.from({ length: 600 }, (_, index) => `test_many.py::test_number[${index * 2}]`);
    const run = await runProject({
      files: {
        "test_many.py": "import pytest\n@pytest.mark.parametrize('n', range(1300))\ndef test_number(n): pass\n",
      },
      request: { targets: names },
    });
    expect(run.outcomes).toEqual(Object.fromEntries(names.map((name) => [name, "passed"])));
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

  test("counts only the last attempt of a test that is run again", async () => {
    const run = await runProject({
      files: {
        "test_flaky.py":
          "seen = []\ndef test_flaky():\n    seen.append(1)\n    assert len(seen) > 1\ndef test_bad(): assert 0\n",
      },
      args: ["--reruns", "2"],
    });
    expect(run.outcomes).toEqual({ "test_flaky.py::test_flaky": "passed", "test_flaky.py::test_bad": "failed" });
    expect(run.failures.map((failure) => failure.nodeId)).toEqual(["test_flaky.py::test_bad"]);
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
