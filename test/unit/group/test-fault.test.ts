import { expect, test } from "vitest";
import type { Failure, Frame } from "../../../src/domain/failure.ts";
import { testFault } from "../../../src/group/test-fault.ts";
import { failure } from "../../support/runs.ts";
import { sceneOf } from "../../support/scene.ts";

const FILES = {
  "shop/__init__.py": "",
  "shop/api.py": "class Client:\n    def get(self): ...\n\ndef add(a): return a\n",
  "tests/conftest.py": "from shop import *\n",
  "tests/test_api.py": [
    "import asyncio",
    "import httpx",
    "from httpx import (",
    "    AsyncClient,",
    "    Response as Answer,  # a name of ours",
    ")",
    "from shop.api import Client, add",
    "import pandas as pd",
    "def test_api():",
    "    httpx.get('x', json_={})",
    "    AsyncClient(app=1)",
    "    add(1, 2)",
    "    client.get(1, 2)",
    "    raise NameError(\"name 'x' is not defined\")",
    "    Client(1)",
    "    with TestClient(app) as client, other(): ...",
    "    rows = pd.DataFrame()",
    "from starlette.testclient import TestClient",
    "",
  ].join("\n"),
};
const packages = { pytest: "9.0.0", "pytest-asyncio": "1.5.0" };
const scene = sceneOf(FILES, { interpreter: { executable: "/usr/bin/python3", version: "3.13.1", packages } });
const STRICT =
  "pytest-asyncio is in its strict mode and leaves this alone; set `asyncio_mode = auto` in pytest's settings, or mark the test with `@pytest.mark.asyncio` and the fixture with `@pytest_asyncio.fixture`.";
const LIB = "/venv/lib/python3.13/site-packages";

function raised(type: string, message: string, place: Partial<Frame> = {}): Failure {
  const frame = { path: "tests/test_api.py", line: 9, function: "test_api", ...place };
  return failure("tests/test_api.py::test_api", { exception: { type, message }, frames: [frame] });
}

function through(seen: Failure, path: string): Failure {
  return { ...seen, frames: [...seen.frames, { path, line: 1, function: "f" }] };
}

const uses = (library: string, line: number, message: string): string =>
  `The test uses ${library} in a way that the installed version does not take (tests/test_api.py:${line}): ${message}.`;
const unexpected = "AsyncClient.__init__() got an unexpected keyword argument 'app'";

test.each<[string, Failure, string]>([
  [
    "a fixture of nobody's",
    raised("_pytest.fixtures.FixtureLookupError", "fixture 'clean_row' not found"),
    "The test asks for a fixture clean_row, and nothing defines one of that name.",
  ],
  [
    "a marker of nobody's",
    raised("Failed", "'slwo' not found in `markers` configuration option"),
    "The test has a marker slwo that pytest's settings do not list.",
  ],
  [
    "a fixture called like a function",
    raised("Failed", 'Fixture "shop" called directly. Fixtures are not meant to be called directly,\nbut'),
    'pytest is used wrongly: Fixture "shop" called directly. Fixtures are not meant to be called directly,.',
  ],
  [
    "a fixture of a narrower scope",
    raised("Failed", "ScopeMismatch: You tried to access the function scoped fixture x"),
    "pytest is used wrongly: ScopeMismatch: You tried to access the function scoped fixture x.",
  ],
  [
    "an async test without the mark that the installed plugin wants",
    raised("Failed", "async def functions are not natively supported.\nYou need to install"),
    STRICT,
  ],
  [
    "an async fixture that the installed plugin leaves alone",
    raised("Failed", "'test_x' requested an async fixture 'shop', with no plugin or hook that handled it. This"),
    STRICT,
  ],
  [
    "a parameter that the test does not take",
    raised("Failed", "In test_x: function uses no argument 'y'"),
    "pytest is used wrongly: In test_x: function uses no argument 'y'.",
  ],
  [
    "no Python",
    raised("SyntaxError", "invalid syntax (test_api.py, line 9)"),
    "The test file cannot be parsed (tests/test_api.py:9): invalid syntax (test_api.py, line 9).",
  ],
  [
    "a name that is not there",
    raised("NameError", "name 'jsn' is not defined. Did you mean: 'json'?"),
    "The test uses the name jsn, which it neither imports nor defines (tests/test_api.py:9).",
  ],
  [
    "a variable without a value",
    raised("UnboundLocalError", "cannot access local variable 'x' where it is not associated with a value"),
    "The test uses a variable before it has a value (tests/test_api.py:9): cannot access local variable 'x' where it is not associated with a value.",
  ],
  [
    "an argument that a class does not take",
    raised("TypeError", unexpected, { line: 11 }),
    uses("httpx", 11, unexpected),
  ],
  [
    "the same, on a Python that names no class",
    raised("TypeError", "__init__() got an unexpected keyword argument 'app'", { line: 11 }),
    uses("httpx", 11, "__init__() got an unexpected keyword argument 'app'"),
  ],
  [
    "an argument that a function does not take",
    raised("TypeError", "get() got an unexpected keyword argument 'json_'", { line: 10 }),
    uses("httpx", 10, "get() got an unexpected keyword argument 'json_'"),
  ],
  [
    "a method of a library's object",
    raised("TypeError", "TestClient.get() takes 2 positional arguments but 3 were given", {
      line: 13,
      locals: { client: "starlette.testclient.TestClient" },
    }),
    uses("starlette", 13, "TestClient.get() takes 2 positional arguments but 3 were given"),
  ],
  [
    "an attribute that a library's object does not have",
    raised("AttributeError", "'DataFrame' object has no attribute 'append'", {
      locals: { rows: "pandas.core.frame.DataFrame" },
    }),
    uses("pandas", 9, "'DataFrame' object has no attribute 'append'"),
  ],
  [
    "a name that a module does not have",
    raised("AttributeError", "module 'asyncio' has no attribute 'coroutine'"),
    uses("asyncio", 9, "module 'asyncio' has no attribute 'coroutine'"),
  ],
  [
    "an import that a library does not have",
    raised("ImportError", "cannot import name 'Clinet' from 'httpx' (/venv/httpx/__init__.py)"),
    uses("httpx", 9, "cannot import name 'Clinet' from 'httpx' (/venv/httpx/__init__.py)"),
  ],
  [
    "a module that Python took away",
    raised("ModuleNotFoundError", "No module named 'imp'"),
    uses("imp", 9, "No module named 'imp'"),
  ],
])("the test is at fault: %s", (_name, seen, reason) => {
  expect(testFault(seen, scene)).toBe(reason);
});

test.each<[string, Failure]>([
  ["an expectation", raised("AssertionError", "assert 1 == 2")],
  ["no Python in the project", through(raised("SyntaxError", "invalid syntax"), "shop/api.py")],
  ["a name that the project lacks", through(raised("NameError", "name 'json' is not defined"), "shop/api.py")],
  [
    "a name that came by a star from the project",
    raised("NameError", "name 'total' is not defined", { path: "tests/conftest.py" }),
  ],
  ["a NameError that the test raises", raised("NameError", "name 'x' is not defined", { line: 14 })],
  [
    "a function of the project",
    raised("TypeError", "add() takes 1 positional argument but 2 were given", { line: 12 }),
  ],
  [
    "a class of the project",
    raised("TypeError", "Client.__init__() takes 1 positional argument but 2 were given", { line: 15 }),
  ],
  [
    "a method of the project's object",
    raised("TypeError", "Client.get() takes 1 positional argument but 3 were given", {
      line: 13,
      locals: { client: "shop.api.Client" },
    }),
  ],
  [
    "an attribute that the project's object does not have",
    raised("AttributeError", "'Client' object has no attribute 'post'", { locals: { client: "shop.api.Client" } }),
  ],
  [
    "None where the project gave something back before",
    raised("AttributeError", "'NoneType' object has no attribute 'name'", { locals: { found: "NoneType" } }),
  ],
  ["a module of the project", raised("AttributeError", "module 'shop' has no attribute 'api2'")],
  [
    "a name that the project's module lacks",
    raised("ImportError", "cannot import name 'subtract' from 'shop.api' (/repo/shop/api.py)"),
  ],
  ["a module that the project lacks", raised("ModuleNotFoundError", "No module named 'shop.money'")],
  ["a call that the project makes", through(raised("TypeError", unexpected), "shop/api.py")],
  [
    "a library that chokes on what the project gave",
    through(raised("TypeError", "Object of type Order is not JSON serializable"), `${LIB}/ujson.py`),
  ],
  [
    "a library's object that the project gave back",
    raised("AttributeError", "'CursorResult' object has no attribute 'name'", {
      locals: { found: "sqlalchemy.engine.cursor.CursorResult" },
    }),
  ],
  ["a type that nothing tells", raised("AttributeError", "'Thing' object has no attribute 'x'")],
])("the code may be at fault: %s", (_name, seen) => {
  expect(testFault(seen, scene)).toBeUndefined();
});

test("a method of the project's object is none of a library's where the package has no __init__.py", () => {
  const files = {
    "stats/counter.py": "class Counter:\n    def up(): ...\n",
    "tests/test_api.py":
      "from stats.counter import Counter\ndef test_api():\n    counter = Counter()\n    counter.up()\n",
  };
  const seen = raised("TypeError", "Counter.up() takes 0 positional arguments but 1 was given", {
    line: 4,
    locals: { counter: "stats.counter.Counter" },
  });
  expect(testFault(seen, sceneOf(files))).toBeUndefined();
});
