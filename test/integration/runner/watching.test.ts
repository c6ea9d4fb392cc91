import { expect, test } from "vitest";
import type { TestRun } from "../../../src/domain/test-run.ts";
import { pythonEnvironment } from "../../support/python-env.ts";
import { runProject } from "./project.ts";

const APP = [
  "import asyncio, contextvars, threading",
  "from concurrent.futures import ThreadPoolExecutor",
  "from fastapi import Depends, FastAPI",
  "app = FastAPI()",
  "def find(n): return n",
  "def numbers():",
  "    yield find(1)",
  "@app.get('/plain')",
  "def plain(n: int = Depends(numbers)): return tax(n)",
  "@app.get('/async')",
  "async def asynchronous(): return await asyncio.get_event_loop().run_in_executor(None, tax, 2)",
  "def tax(n): return n",
  "class Worker(threading.Thread):",
  "    def run(self): self.result = tax(3)",
  "def started():",
  "    worker = Worker()",
  "    worker.start()",
  "    worker.join()",
  "def pooled():",
  "    with ThreadPoolExecutor() as pool:",
  "        return list(pool.map(tax, [1, 2]))",
].join("\n");

const TESTS = [
  "import asyncio, httpx, pytest, shop",
  "from fastapi.testclient import TestClient",
  "def test_client():",
  "    with TestClient(shop.app) as client: assert client.get('/plain').json() == 0",
  "def test_client_async():",
  "    assert TestClient(shop.app).get('/async').json() == 0",
  "def test_transport():",
  "    async def ask():",
  "        async with httpx.AsyncClient(transport=httpx.ASGITransport(shop.app), base_url='http://t') as client:",
  "            return (await client.get('/plain')).json()",
  "    assert asyncio.run(ask()) == 0",
  "def test_thread():",
  "    assert shop.started() == 0",
  "def test_pool():",
  "    assert shop.pooled() == 0",
].join("\n");

/** Of each failing test: the functions of the product that it ran, with their depth, in order of their names. */
function ranIn({ evidence }: TestRun): Record<string, string> {
  return Object.fromEntries(
    Object.entries(evidence).map(([id, { executed }]) => [
      id.split("::")[1] ?? "",
      executed
        .filter(({ path }) => path === "shop.py")
        .map(({ name, depth }) => `${name.split(".").at(-1)} ${depth}`)
        .toSorted()
        .join(", "),
    ]),
  );
}

test("what runs in threads of the framework, of a pool and of the project's own", async () => {
  const run = await runProject({ files: { "shop.py": APP, "test_shop.py": TESTS }, request: { trace: true } });
  expect(ranIn(run)).toEqual({
    test_client: "find 2, numbers 1, plain 1, tax 2",
    test_client_async: "asynchronous 1, tax 1",
    test_transport: "find 2, numbers 1, plain 1, tax 2",
    test_thread: "run 1, started 1, tax 2",
    test_pool: "pooled 1, tax 1",
  });
});

const SMALL = {
  "shop.py": "def half(n):\n    return n // 3\n\ndef unused(n):\n    return n\n",
  "test_shop.py": [
    "import cProfile, sys, threading",
    "from shop import half",
    "def test_traced():",
    "    before = sys.gettrace()",
    "    sys.settrace(lambda *event: None)",
    "    half(4)",
    "    sys.settrace(before)",
    "    assert half(4) == 2",
    "def test_off():",
    "    sys.setprofile(None)",
    "    assert half(4) == 2",
    "def test_profiled():",
    "    with cProfile.Profile() as profile: half(4)",
    "    assert not profile.getstats()",
    "def test_last():",
    "    assert half(4) == 2",
  ].join("\n"),
};

test.each([["ctrace"], ["pytrace"], ["sysmon"]])("coverage by %s, a debugger, another profiler", async (core) => {
  const python = await pythonEnvironment("coverage", ["pytest>=8,<9", "pytest-cov>=6", "coverage>=7.6"]);
  const watched = async (trace: boolean): Promise<TestRun> =>
    runProject({ files: SMALL, python, args: ["--cov=shop"], env: { COVERAGE_CORE: core }, request: { trace } });
  const [plain, traced] = [await watched(false), await watched(true)];
  const covered = ({ output }: TestRun): string | undefined => /^shop\.py .*$/m.exec(output)?.[0];
  expect([covered(traced), traced.outcomes]).toEqual([covered(plain), plain.outcomes]);
  expect([covered(plain), ranIn(traced)]).toEqual([
    expect.stringMatching(/ 75%$/),
    { test_traced: "half 1", test_off: "", test_profiled: "", test_last: "half 1" },
  ]);
});

test("a test that makes millions of calls is watched for its first ones only, and the next one again", async () => {
  const files = {
    "shop.py": "def half(n): return n\ndef late(n): return n\n",
    "test_shop.py": [
      "import sys, threading, pytest, shop",
      "@pytest.fixture",
      "def busy():",
      "    yield",
      "    shop.late(1)",
      "def test_busy(busy):",
      "    before = sys.getprofile()",
      "    for n in range(2600000): shop.half(n)",
      "    thread = threading.Thread(target=shop.late, args=(1,))",
      "    thread.start()",
      "    thread.join()",
      "    assert before is not None and sys.getprofile() is not None",
      "def test_next(busy): assert shop.late(1) == 2",
    ].join("\n"),
  };
  const run = await runProject({ files, request: { trace: true } });
  expect([run.outcomes, run.cutTraces, ranIn(run)]).toEqual([
    { "test_shop.py::test_busy": "failed", "test_shop.py::test_next": "failed" },
    ["test_shop.py::test_busy"],
    { test_busy: "half 1", test_next: "late 1" },
  ]);
});

test("the project's own profiler goes on as before, in the thread it was made for", async () => {
  const files = {
    "shop.py": "def half(n): return n\n",
    "conftest.py": [
      "import sys, threading",
      "SEEN = set()",
      "def own(frame, event, arg):",
      "    SEEN.add((frame.f_code.co_name, threading.current_thread().name))",
      "sys.setprofile(own)",
    ].join("\n"),
    "test_shop.py": [
      "import sys, threading, conftest, shop",
      "def test_own():",
      "    shop.half(1)",
      "    thread = threading.Thread(target=shop.half, args=(1,), name='other')",
      "    thread.start()",
      "    thread.join()",
      "    assert ('half', 'MainThread') in conftest.SEEN and ('half', 'other') not in conftest.SEEN",
      "def test_after():",
      "    assert sys.getprofile() is conftest.own or sys.getprofile().__module__ == 'autofix_probe'",
      "    assert shop.half(2) == 1",
    ].join("\n"),
  };
  const run = await runProject({ files, request: { trace: true } });
  expect([run.outcomes, ranIn(run)]).toEqual([
    { "test_shop.py::test_own": "passed", "test_shop.py::test_after": "failed" },
    { test_after: "half 1" },
  ]);
});
