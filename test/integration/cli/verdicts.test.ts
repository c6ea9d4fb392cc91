import { expect, test } from "vitest";
import { SetupError } from "../../../src/problem.ts";
import { endingOf } from "../../../src/outcome.ts";
import { writeFiles } from "../../support/scratch-project.ts";
import { healScene, type Scene } from "../verify/scene.ts";

const INI = { "pytest.ini": "[pytest]\npythonpath = .\n" };

interface Verdicts {
  readonly groups: readonly (readonly [verdict: string, reason: string, tests: readonly (string | null)[]])[];
  readonly status: string;
  readonly attempts: number;
  readonly runs: readonly (number | string)[];
}

async function verdicts(scene: Scene): Promise<Verdicts & { readonly healed: Awaited<ReturnType<typeof healScene>> }> {
  const healed = await healScene({ repeat: 3, ...scene, files: { ...INI, ...scene.files } });
  expect(healed.changed.filter((path) => !path.endsWith(".count"))).toEqual([]);
  const { groups, attempts } = healed.case;
  return {
    groups: groups.map(({ verdict, reason, failures }) => [verdict, reason, failures.map(({ nodeId }) => nodeId)]),
    status: endingOf(healed.case).status,
    attempts: attempts.length,
    runs: healed.runs,
    healed,
  };
}

/** A draft for whatever is asked: it must never be. */
const EAGER = [{ id: "eager", edits: [["shop.py", "value", "other"]] }] as const;

const COUNTING = (rule: string): string => `import pathlib
from shop import value


def test_now_and_then():
    file = pathlib.Path(__file__).with_suffix(".count")
    runs = len(file.read_text()) if file.exists() else 0
    file.write_text("x" * (runs + 1))
    assert ${rule}
`;

test("flaky: what passes once on unchanged code is counted, and never drafted for", async () => {
  const files = { "shop.py": "value = 1\n", "test_shop.py": COUNTING("runs == 3") };
  const { healed: _healed, ...found } = await verdicts({ files, drafts: EAGER });
  expect(found).toEqual({
    groups: [
      [
        "flaky",
        "passed 1 of 4 runs on unchanged code; what passes without any change cannot be shown to be mended",
        ["test_shop.py::test_now_and_then"],
      ],
    ],
    status: "flaky",
    attempts: 0,
    runs: ["all", 1, 1, 1],
  });
});

test("random values in the message are no flakiness", async () => {
  const files = {
    "shop.py": "import random\n\n\ndef value():\n    raise random.choice([ValueError, KeyError])(random.random())\n",
    "test_shop.py": "from shop import value\n\n\ndef test_value():\n    assert value() == 1\n",
  };
  const { groups, status } = await verdicts({ files });
  expect([groups, status]).toEqual([
    [["reproducible", "fails on unchanged code in our own run", ["test_shop.py::test_value"]]],
    "no-fix",
  ]);
});

test("not reproduced: the job saw it fail, our runs do not, and the variables that they lack are named", async () => {
  const files = {
    "shop.py": "value = 1\n",
    "test_shop.py": "from shop import value\n\n\ndef test_value():\n    assert value == 2\n",
  };
  const meanwhile = (folder: string): void => writeFiles(folder, { "shop.py": "value = 2\n" });
  const env = { SHOP_TOKEN: "x", SHOP_NAME: "y" };
  const { healed: _healed, ...found } = await verdicts({ files, hasReport: true, meanwhile, env, drafts: EAGER });
  expect(found).toEqual({
    groups: [
      [
        "flaky",
        "reported as failing, not reproduced: passed 5 of 5 runs on unchanged code; our runs do not get SHOP_TOKEN, and the input `env-allow` passes them on",
        ["test_shop.py::test_value"],
      ],
    ],
    status: "flaky",
    attempts: 0,
    runs: [1, 1, 1, 1, "all"],
  });
});

const BASKET = "def add(item, basket=[]):\n    basket.append(item)\n    return basket\n";
const MENDED = BASKET.replace("basket=[]):\n", "basket=None):\n    basket = [] if basket is None else basket\n");
const ALONE = {
  "shop.py": BASKET,
  "test_shop.py": `from shop import add


def test_tea():
    assert add("tea") == ["tea"]


def test_milk():
    assert add("milk") == ["milk"]
`,
};

test.each([true, false])(
  "order-dependent within a file: run with its file, and so mended (report: %s)",
  async (hasReport) => {
    const right = { id: "right", edits: [["shop.py", BASKET, MENDED]] } as const;
    const { groups, healed } = await verdicts({ files: ALONE, hasReport, drafts: [right] });
    expect(groups).toEqual([
      [
        "order-dependent",
        "passes alone, and fails each time after the tests before it in test_shop.py",
        ["test_shop.py::test_milk"],
      ],
    ]);
    expect([
      healed.case.groups[0]?.selection,
      healed.case.verification?.targets,
      healed.case.patch?.changes[0]?.after,
    ]).toEqual([["test_shop.py"], ["test_shop.py::test_milk"], MENDED]);
  },
);

test("order-dependent across files: said, and not drafted for", async () => {
  const files = {
    "shop.py": BASKET,
    "test_a.py": "from shop import add\n\n\ndef test_tea():\n    assert add('tea') == ['tea']\n",
    "test_b.py": "from shop import add\n\n\ndef test_milk():\n    assert add('milk') == ['milk']\n",
  };
  const drafts = [{ id: "right", edits: [["shop.py", BASKET, MENDED]] }] as const;
  const { healed: _healed, ...found } = await verdicts({ files, drafts });
  expect(found).toEqual({
    groups: [
      [
        "order-dependent",
        "passes alone and with its file, and fails each time in the whole suite: another file leaves something behind",
        ["test_b.py::test_milk"],
      ],
    ],
    status: "no-fix",
    attempts: 0,
    runs: ["all", 1, 1, 1, 1, "all", 1, 1, 1, 1, 1, 1],
  });
});

test("a coin that fell as if the order decided is found out, and never drafted for", async () => {
  const drafts = [{ id: "eager", edits: [["shop.py", "value", "other"]] }] as const;
  const outcomes = [false, true, true, false, false, false, true];
  const files = {
    "shop.py": "value = 1\n",
    "test_shop.py": COUNTING(
      `${JSON.stringify(outcomes)}[runs] is True`.replaceAll("true", "True").replaceAll("false", "False"),
    ),
  };
  const { groups, attempts, status } = await verdicts({ files, drafts });
  expect([groups.map(([verdict]) => verdict), attempts, status]).toEqual([["flaky"], 0, "flaky"]);
});

test("a test that ends the process does not hide how the others fail", async () => {
  const files = {
    "shop.py": "import os\n\n\ndef leave():\n    os._exit(7)\n",
    "test_shop.py":
      "from shop import leave\n\n\ndef test_leave():\n    leave()\n\n\ndef test_wrong():\n    assert 1 == 2\n",
  };
  const inJob = { ...files, "pytest.ini": "[pytest]\npythonpath = .\naddopts = -n 1\n" };
  const meanwhile = (folder: string): void => writeFiles(folder, INI);
  const { groups, runs } = await verdicts({ files: inJob, hasReport: true, meanwhile, repeat: 1 });
  expect(runs).toEqual([2, "collect", 1]);
  expect(groups.map(([verdict, , tests]) => [verdict, tests])).toEqual([
    ["reproducible", ["test_shop.py::test_leave"]],
    ["reproducible", ["test_shop.py::test_wrong"]],
  ]);
});

test.each<[string, Record<string, string>, string, string]>([
  [
    "a missing variable",
    { "shop.py": "import os\n\n\ndef value():\n    return os.environ['SHOP_URL']\n" },
    "environment",
    "The environment variable SHOP_URL is not set; set it under `env:` of this step, as the test step has it.",
  ],
  [
    "a refused connection",
    { "shop.py": "import socket\n\n\ndef value():\n    socket.create_connection(('127.0.0.1', 1), 2)\n" },
    "environment",
    "A server that the tests need refused the connection; start it in the job or check its address.",
  ],
  [
    "a refused connection that the project makes up",
    { "shop.py": "def value():\n    raise ConnectionRefusedError(111, 'Connection refused')\n" },
    "reproducible",
    "fails on unchanged code in our own run",
  ],
  [
    "a host without an address",
    { "shop.py": "import socket\n\n\ndef value():\n    socket.getaddrinfo('shop.invalid', 80)\n" },
    "environment",
    "A host name could not be resolved; check the name and the job's network.",
  ],
  [
    "a program that is not installed",
    { "shop.py": "import subprocess\n\n\ndef value():\n    subprocess.run(['no-such-program', '-v'])\n" },
    "environment",
    "The program no-such-program is not installed; install it in this job before the tests run.",
  ],
  [
    "a package that is not installed",
    { "shop.py": "import polarbears\n\n\ndef value():\n    return polarbears\n" },
    "environment",
    "The package that provides polarbears is not installed; add it to what this job installs.",
  ],
  [
    "a module that Python took away",
    { "shop.py": "import sre\n\n\ndef value():\n    return sre\n" },
    "reproducible",
    "fails on unchanged code in our own run",
  ],
  [
    "a plugin's fixture",
    { "shop.py": "value = None\n", "test_shop.py": "def test_value(mocker):\n    assert mocker\n" },
    "environment",
    "The pytest plugin pytest-mock is not installed (it brings the fixture mocker); add it to what this job installs.",
  ],
  [
    "a fixture of nobody's",
    { "shop.py": "value = None\n", "test_shop.py": "def test_value(basket):\n    assert basket\n" },
    "test-at-fault",
    "The test asks for a fixture basket, and nothing defines one of that name.",
  ],
  [
    "a name that the test does not have",
    { "shop.py": "value = None\n", "test_shop.py": "def test_value():\n    assert jsn.loads('1') == 1\n" },
    "test-at-fault",
    "The test uses the name jsn, which it neither imports nor defines (test_shop.py:2).",
  ],
  [
    "a library that the test uses wrongly",
    {
      "shop.py": "value = None\n",
      "test_shop.py": "import httpx\n\n\ndef test_value():\n    httpx.AsyncClient(app=1)\n",
    },
    "test-at-fault",
    "The test uses httpx in a way that the installed version does not take (test_shop.py:5): AsyncClient.__init__() got an unexpected keyword argument 'app'.",
  ],
  [
    "asyncio in its strict mode",
    { "shop.py": "value = None\n", "test_shop.py": "async def test_value():\n    assert True is False\n" },
    "test-at-fault",
    "pytest-asyncio is in its strict mode and leaves this alone; set `asyncio_mode = auto` in pytest's settings, or mark the test with `@pytest.mark.asyncio` and the fixture with `@pytest_asyncio.fixture`.",
  ],
])("%s", async (_name, files, verdict, reason) => {
  const tests = { "test_shop.py": "def test_value():\n    from shop import value\n\n    assert value()\n", ...files };
  const { groups, attempts } = await verdicts({
    files: tests,
    drafts: verdict === "reproducible" ? [] : EAGER,
    repeat: 1,
  });
  expect([groups, attempts]).toEqual([[[verdict, reason, ["test_shop.py::test_value"]]], 0]);
});

test.each<[string, Record<string, string>, readonly string[], string]>([
  ["words that pytest does not know", {}, ["--no-such-option"], "pytest-usage"],
  ["no test to run", {}, ["-k", "nothing"], "no-tests-collected"],
  [
    "pytest.exit in a conftest",
    { "conftest.py": "import pytest\n\n\ndef pytest_collection(session):\n    pytest.exit('enough')\n" },
    [],
    "pytest-interrupted",
  ],
  [
    "a hook that breaks pytest",
    { "conftest.py": "def pytest_collection_modifyitems(items):\n    items[0].no_such_thing()\n" },
    [],
    "pytest-internal-error",
  ],
])("the session ends: %s", async (_name, files, options, code) => {
  const scene = { files: { ...INI, "test_shop.py": "def test_value():\n    assert 0\n", ...files }, options };
  const error: unknown = await healScene(scene).catch((thrown: unknown) => thrown);
  expect(error instanceof SetupError ? error.problems.map((problem) => problem.code) : error).toEqual([code]);
});

test.each<[string, Record<string, string>, readonly string[], string]>([
  [
    "a plugin's option",
    {},
    ["--cov=shop"],
    "The pytest plugin pytest-cov is not installed (it brings the option --cov=shop); add it to what this job installs.",
  ],
  [
    "killed while a test runs",
    { "test_shop.py": "import os\n\n\ndef test_value():\n    os.kill(os.getpid(), 9)\n" },
    [],
    "The test run was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.",
  ],
  [
    "killed before any test ran",
    { "conftest.py": "import os\n\nos.kill(os.getpid(), 9)\n" },
    [],
    "`pytest` was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.",
  ],
])("the session ends for want of something: %s", async (_name, files, options, reason) => {
  const scene = { files: { ...INI, "test_shop.py": "def test_value():\n    assert 0\n", ...files }, options };
  const { status, reason: said } = endingOf((await healScene(scene)).case);
  expect([status, said.replace(/^`[^`]*`/, "`pytest`")]).toEqual(["environment", reason]);
});

test("every test passes, and pytest is red all the same", async () => {
  const files = {
    ...INI,
    "test_shop.py": "def test_value():\n    assert 1\n",
    "conftest.py":
      "def pytest_sessionfinish(session):\n    print('too little is covered')\n    session.exitstatus = 1\n",
  };
  const healed = await healScene({ files });
  const { status, reason } = endingOf(healed.case);
  expect([status, reason.split(": ").slice(0, 2), healed.runs]).toEqual([
    "no-fix",
    ["No test fails, but pytest ended with exit code 1", "a coverage bar or a plugin asks for more"],
    ["all"],
  ]);
});
