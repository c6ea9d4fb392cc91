import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NO_EVIDENCE } from "../../../src/domain/evidence.ts";
import { placesOf, runAt, runProject, writeProject } from "./project.ts";

/** A zombie that nobody has waited for yet does not run. */
async function isRunning(pid: string): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") Z");
  return !/\) Z/.test(stat);
}

describe("what keeps tests from running", () => {
  test("a module that cannot be imported is an error of its collector, with the real exception", async () => {
    const run = await runProject({
      files: {
        "src/core.py": "def broken():\n    return missing_name\nbroken()\n",
        "tests/test_core.py": "import src.core\n",
        "tests/test_syntax.py": "import src.odd\n",
        "src/odd.py": "x = 1\ndef f(:\n",
        "tests/test_fine.py": "def test_fine(): pass\n",
      },
      args: ["--continue-on-collection-errors"],
    });
    expect(run.outcomes).toEqual({
      "tests/test_core.py": "error",
      "tests/test_syntax.py": "error",
      "tests/test_fine.py::test_fine": "passed",
    });
    expect(run.failures.map(({ nodeId, file, phase, kind }) => ({ nodeId, file, phase, kind }))).toEqual([
      { nodeId: "tests/test_core.py", file: "tests/test_core.py", phase: "collect", kind: "error" },
      { nodeId: "tests/test_syntax.py", file: "tests/test_syntax.py", phase: "collect", kind: "error" },
    ]);
    expect(run.failures.map(({ exception }) => exception.type)).toEqual(["NameError", "SyntaxError"]);
    expect(placesOf(run.failures[0]?.frames ?? [])).toEqual([
      "tests/test_core.py:1 <module>",
      "src/core.py:3 <module>",
      "src/core.py:2 broken",
    ]);
    expect(placesOf(run.failures[1]?.frames ?? [])).toEqual(["tests/test_syntax.py:1 <module>", "src/odd.py:2 ?"]);
    expect(run.guardedFiles).toEqual(["tests/test_core.py", "tests/test_fine.py", "tests/test_syntax.py"]);
  });

  test("a conftest file that cannot be imported names the real exception and no test", async () => {
    const run = await runProject({
      files: {
        "pytest.ini": "[pytest]\ntestpaths = tests\n",
        "tests/conftest.py":
          "def load():\n    raise KeyError('URL')\ntry:\n    load()\nexcept KeyError as e:\n    raise RuntimeError('no database') from e\n",
        "tests/test_a.py": "def test_a(): pass\n",
      },
    });
    expect([run.exitCode, run.outcomes, run.guardedFiles]).toEqual([4, {}, ["pytest.ini", "tests/conftest.py"]]);
    expect(run.interpreter).not.toBeNull();
    const [failure] = run.failures;
    expect([failure?.nodeId, failure?.file, failure?.phase, failure?.kind]).toEqual([
      null,
      "tests/conftest.py",
      "collect",
      "error",
    ]);
    expect(failure?.exception).toEqual({ type: "RuntimeError", message: "no database" });
    expect(failure?.chain.map(({ type, relation, frames }) => [type, relation, placesOf(frames)])).toEqual([
      ["KeyError", "cause", ["tests/conftest.py:4 <module>", "tests/conftest.py:2 load"]],
    ]);
  });

  test("exception chains are complete: causes, contexts, members of groups; what `from None` hides is left out", async () => {
    const run = await runProject({
      files: {
        "test_chain.py": [
          "def hidden():",
          "    try: 1 / 0",
          "    except ZeroDivisionError: raise LookupError('shown') from None",
          "def test_context():",
          "    try: hidden()",
          "    except LookupError: raise OSError('last')",
          "class Odd(Exception):",
          "    def __str__(self): raise TypeError",
          "try: ExceptionGroup",
          "except NameError: from exceptiongroup import ExceptionGroup",
          "def test_group():",
          "    raise ExceptionGroup('both', [Odd(), KeyError('k')])",
        ].join("\n"),
      },
    });
    const chains = run.failures.map(({ exception, chain }) => [
      exception,
      chain.map(({ type, message, relation }) => [relation, type, message]),
    ]);
    expect(chains).toEqual([
      [{ type: "OSError", message: "last" }, [["context", "LookupError", "shown"]]],
      [
        { type: expect.stringMatching(/(^|\.)ExceptionGroup$/), message: "both (2 sub-exceptions)" },
        [
          ["cause", "test_chain.Odd", "<exception str() failed>"],
          ["cause", "KeyError", "'k'"],
        ],
      ],
    ]);
  });
});

describe("what ends a run early", () => {
  test("os._exit loses nothing of what came before, and the test it ended in is an error", async () => {
    const run = await runProject({
      files: { "test_exit.py": "import os\ndef test_a(): pass\ndef test_b(): os._exit(0)\ndef test_c(): pass\n" },
    });
    expect(run.outcomes).toEqual({ "test_exit.py::test_a": "passed", "test_exit.py::test_b": "error" });
    expect(run.collected).toEqual(["test_exit.py::test_a", "test_exit.py::test_b", "test_exit.py::test_c"]);
    expect([run.exitCode, run.junit]).toEqual([0, null]);
    expect(run.failures.map(({ nodeId, exception }) => [nodeId, exception.message])).toEqual([
      ["test_exit.py::test_b", "the test process ended with exit code 0 while this test was running"],
    ]);
  });

  test("the time limit ends every process, a deaf one in a session of its own included", async () => {
    const root = await writeProject({
      "test_slow.py": [
        "import os, signal, subprocess, sys, time",
        'DEAF = \'import os, signal, time; signal.signal(15, signal.SIG_IGN); open("pid", "w").write(str(os.getpid())); time.sleep(60)\'',
        "def test_slow():",
        "    subprocess.Popen([sys.executable, '-c', DEAF], start_new_session=True)",
        "    signal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "    time.sleep(60)",
      ].join("\n"),
    });
    const run = await runAt(root, { timeoutSeconds: 3 });
    expect([run.timedOut, run.exitCode, run.outcomes]).toEqual([true, null, { "test_slow.py::test_slow": "error" }]);
    expect(run.failures[0]?.exception.message).toBe(
      "the time limit of 3 seconds was reached while this test was running",
    );
    expect(await isRunning(await readFile(join(root, "pid"), "utf8"))).toBe(false);
  });
});

describe("without the probe", () => {
  test("a command that is no pytest gives exit code and output", async () => {
    const run = await runProject({
      files: {},
      command: ["NAME=value", "PYTHON", "-c", "import os; print(os.environ['NAME']); exit(7)"],
    });
    expect({ ...run, root: "", command: "", durationSeconds: 0 }).toEqual({
      root: "",
      command: "",
      durationSeconds: 0,
      exitCode: 7,
      pytestExitCode: null,
      sessions: 0,
      forgery: null,
      redBesidesTests: null,
      source: "nothing",
      cutTraces: [],
      droppedVariables: [],
      timedOut: false,
      outcomes: {},
      collected: [],
      failures: [],
      evidence: {},
      interpreter: null,
      rootDirectory: null,
      guardedFiles: [],
      testFilePatterns: ["test_*.py", "*_test.py"],
      testPaths: [],
      junit: null,
      output: expect.stringMatching(/^value\n\nOur pytest plugin was not loaded: the command starts no pytest, /),
    });
  });

  test("a missing executable is told, and no folder is left behind", async () => {
    const run = await runProject({ files: {}, command: ["no-such-program-here"] });
    expect([run.exitCode, run.output]).toEqual([
      null,
      "`no-such-program-here` was not found (or the folder to run it in is missing)",
    ]);
    const left = await readdir(tmpdir());
    expect(left.filter((name) => name.startsWith(`autofix-${process.pid}-`))).toEqual([]);
  });

  test("without tracing there is no evidence", async () => {
    const run = await runProject({ files: { "test_a.py": "def test_a(): assert 0\n" } });
    expect(run.evidence["test_a.py::test_a"] ?? NO_EVIDENCE).toEqual(NO_EVIDENCE);
  });
});
