import { expect, test } from "vitest";
import type { Failure } from "../../../src/domain/failure.ts";
import { environmentFault } from "../../../src/group/environment.ts";
import { at, LIB, raised, scene, STD, wrapped } from "./raised.ts";

test.each<[string, Failure]>([
  [
    "the project's own ConnectionRefusedError",
    raised("ConnectionRefusedError", "[Errno 111] Connection refused", at("shop/api.py", 4, "get")),
  ],
  [
    "a test's own full disk",
    raised("OSError", "[Errno 28] No space left on device", at("tests/test_api.py", 3, "test_api")),
  ],
  [
    "a mock that refuses connections",
    raised("ConnectionRefusedError", "[Errno 111] Connection refused", at(`${STD}/unittest/mock.py`)),
  ],
  [
    "a stand-in for servers",
    raised(
      "requests.exceptions.ConnectionError",
      "Connection refused by Responses - the call doesn't match any registered mock.",
      at(`${LIB}/responses/__init__.py`),
    ),
  ],
  [
    "a stand-in on the way",
    wrapped(
      raised("httpx.ConnectError", "All connection attempts failed", at(`${LIB}/httpx/_client.py`)),
      "httpx.ConnectError",
      "Mock Error",
      at(`${LIB}/respx/router.py`),
    ),
  ],
  ["a value that speaks of connections", raised("ValueError", "Connection refused by policy")],
  ["an assertion about one", raised("AssertionError", "assert 'Connection refused' in 'ok'")],
  [
    "a lookup while handling a refused connection",
    wrapped(
      raised("KeyError", "'rate'"),
      "ConnectionRefusedError",
      "[Errno 111] Connection refused",
      at(`${STD}/socket.py`),
    ),
  ],
  [
    "a request that was answered too late",
    raised("httpx.ReadTimeout", "timed out", at(`${LIB}/httpx/_transports/default.py`)),
  ],
  ["a timer of the project", raised("TimeoutError", "", at(`${STD}/asyncio/timeouts.py`))],
  [
    "a missing table",
    raised(
      "sqlalchemy.exc.OperationalError",
      "(sqlite3.OperationalError) no such table: users",
      at(`${LIB}/sqlalchemy/engine/default.py`),
    ),
  ],
  [
    "a missing relation",
    raised(
      "asyncpg.exceptions.UndefinedTableError",
      'relation "users" does not exist',
      at(`${LIB}/asyncpg/protocol.py`),
    ),
  ],
  ["a KeyError of a dictionary", raised("KeyError", "'API_KEY'")],
  ["a variable that is deleted twice", raised("KeyError", "'API_KEY'", at("<frozen os>", 730, "__delitem__"))],
  [
    "settings with a wrong value",
    raised(
      "pydantic_core._pydantic_core.ValidationError",
      "2 validation errors for Settings\nport\n  Input should be a valid integer [type=int_parsing]\napi_key\n  Field required [type=missing, input_value={}]",
      at(`${LIB}/pydantic_settings/main.py`),
    ),
  ],
  [
    "a model of the project that misses a field",
    raised(
      "pydantic_core._pydantic_core.ValidationError",
      "1 validation error for Order\ntotal\n  Field required [type=missing, input_value={}]",
      at(`${LIB}/pydantic/main.py`),
    ),
  ],
  [
    "the project's own word for settings",
    raised("shop.api.UndefinedValueError", "SECRET_KEY not found. Declare it as envvar or define a default value."),
  ],
  ["a module of the project that is not there", raised("ModuleNotFoundError", "No module named 'shop.missing'")],
  ["a module of the same package, imported without it", raised("ModuleNotFoundError", "No module named 'models'")],
  ["a module that Python took away", raised("ModuleNotFoundError", "No module named 'distutils'")],
  ["a part of it", raised("ModuleNotFoundError", "No module named 'distutils.version'")],
  ["a module that setuptools took away", raised("ModuleNotFoundError", "No module named 'pkg_resources'")],
  ["a module of Python 2", raised("ModuleNotFoundError", "No module named 'urllib2'")],
  ["a part that a package no longer has", raised("ModuleNotFoundError", "No module named 'werkzeug.contrib'")],
  [
    "a file where a package is meant",
    raised("ModuleNotFoundError", "No module named 'yaml.loader'; 'yaml' is not a package"),
  ],
  ["a name spelt wrong", raised("ModuleNotFoundError", "No module named 'pytets'")],
  ["a moved name", raised("ImportError", "cannot import name 'url_quote' from 'werkzeug.urls' (/venv/x.py)")],
  [
    "a file of ours in the place of a module",
    raised("ImportError", "cannot import name 'Model' from 'models' (/repo/shop/models.py)", at(`${LIB}/flask/app.py`)),
  ],
  [
    "a circle of imports in a package",
    raised(
      "ImportError",
      "cannot import name 'app' from partially initialized module 'shop.api' (most likely due to a circular import)",
      at(`${LIB}/celery/app.py`),
    ),
  ],
  [
    "a class of ours that a library calls",
    raised("TypeError", "Client.__init__() got an unexpected keyword argument 'name'", at(`${LIB}/factory/base.py`)),
  ],
  ["a wrong argument of ours", raised("TypeError", "AsyncClient.__init__() got an unexpected keyword argument 'app'")],
  ["a file that is missing", raised("FileNotFoundError", "[Errno 2] No such file or directory: 'config.json'")],
  [
    "a whole command line as a program",
    raised("FileNotFoundError", "[Errno 2] No such file or directory: 'ls -l'", at(`${STD}/subprocess.py`)),
  ],
  [
    "a script of the project",
    raised("FileNotFoundError", "[Errno 2] No such file or directory: './build.sh'", at(`${STD}/subprocess.py`)),
  ],
  [
    "no right to a file of the project",
    raised("PermissionError", "[Errno 13] Permission denied: '/repo/shop/data.json'"),
  ],
  [
    "a test that crashed by itself",
    {
      ...raised("", ""),
      exception: { type: null, message: "the test process ended with exit code 139 while this test was running" },
      frames: [],
    },
  ],
  ["a fixture of nobody's", raised("_pytest.fixtures.FixtureLookupError", "fixture 'clean_rows' not found")],
  ["a time-out of pytest-timeout", raised("Failed", "Timeout (>2.0s) from pytest-timeout.")],
  ["the project's own memory error", raised("MemoryError", "too big", at("shop/api.py", 4, "get"))],
  ["a syntax error on a Python that is new enough", raised("SyntaxError", "invalid syntax")],
  ["any other error", raised("ZeroDivisionError", "division by zero")],
])("the code may be at fault: %s", (_name, seen) => {
  expect(environmentFault(seen, scene)).toBeUndefined();
});
