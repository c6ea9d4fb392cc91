import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runAt, testPython, writeProject } from "./project.ts";

const SHOW = [
  "import gc, json, os, signal, sys, threading, warnings",
  "def test_show(request):",
  "    seen = {'environment': dict(os.environ), 'path': sys.path, 'folder': os.getcwd(), 'argv': sys.argv[1:],",
  "            'args': list(map(str, request.config.invocation_params.args)), 'umask': os.umask(0o22),",
  "            'filters': [str(entry[:3]) for entry in warnings.filters], 'trace': sys.gettrace() is None,",
  "            'profile': sys.getprofile() is None, 'threads': threading.active_count(), 'collect': gc.isenabled(),",
  "            'alarm': str(signal.getsignal(signal.SIGALRM)), 'recursion': sys.getrecursionlimit()}",
  "    with open('seen.json', 'w') as file: json.dump(seen, file)",
].join("\n");

const ENV = {
  DATABASE_URL: "postgresql://u:p@h/d",
  VIRTUAL_ENV: "/nowhere",
  PYTHONPATH: "one::two",
  PYTEST_ADDOPTS: " -q -p no:cacheprovider  ",
  PYTEST_PLUGINS: "_pytest.pytester",
  TOX_OVERRIDE: "testenv.x=1",
};

test.each([
  ["as they are", ENV, []],
  ["absent", {}, ["-p", "no:cacheprovider"]],
  ["in workers", ENV, ["-n", "1"]],
])("a test sees the same with the probe as without: variables %s", async (_title, given, args) => {
  const root = await writeProject({ "test_show.py": SHOW });
  const python = await testPython();
  const env = { PATH: process.env["PATH"] ?? "", HOME: root, ...given };
  const seen = async (): Promise<Record<string, unknown>> => {
    const value: unknown = JSON.parse(await readFile(join(root, "seen.json"), "utf8"));
    return Object(value);
  };
  await promisify(execFile)(python, ["-m", "pytest", ...args], { cwd: root, env });
  const alone = await seen();
  const run = await runAt(root, { args, env: given });
  expect(run.outcomes).toEqual({ "test_show.py::test_show": "passed" });
  const withProbe = await seen();
  expect(comparable(withProbe)).toEqual(comparable(alone));
  expect((await readdir(root)).filter((name) => name !== "__pycache__").toSorted()).toEqual([
    "seen.json",
    "test_show.py",
  ]);
});

/** Without what differs from run to run, and the mark by which processes are found that a run leaves behind. */
function comparable({ environment, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const changing = /^(?:PYTEST_XDIST_TESTRUNUID|AUTOFIX_.*)$/;
  const variables = Object.entries(Object(environment)).filter(([name]) => !changing.test(name));
  return { environment: Object.fromEntries(variables), ...rest };
}
