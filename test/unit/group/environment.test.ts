import { expect, test } from "vitest";
import type { Failure, Frame } from "../../../src/domain/failure.ts";
import { environmentFault } from "../../../src/group/environment.ts";
import { failure } from "../../support/runs.ts";
import { sceneOf } from "../../support/scene.ts";

const FILES = {
  "pyproject.toml": "[project]\nname = 'shop'\nrequires-python = '>=3.9'\n",
  "shop/__init__.py": "",
  "shop/api.py":
    "import os\n\ndef get():\n    raise ConnectionRefusedError('[Errno 111] Connection refused')\n    return os.stat('x')\n",
  "shop/models.py": "class Client: pass\n",
  "tests/test_api.py": "def test_api():\n    assert get()\n    raise OSError('[Errno 28] No space left on device')\n",
};
const scene = sceneOf(FILES, { droppedVariables: ["DEPLOY_TOKEN"] });

const LIB = "/venv/lib/python3.13/site-packages";
const STD = "/usr/lib/python3.13";
const at = (path: string, line = 1, name: string | null = "f"): Frame => ({ path, line, function: name });
const project = at("shop/api.py", 5, "get");
const test_ = at("tests/test_api.py", 2, "test_api");

/** Raised in code called by the project, unless frames say otherwise. */
function raised(type: string, message: string, ...frames: readonly Frame[]): Failure {
  return failure("tests/test_api.py::test_api", { exception: { type, message }, frames: [test_, project, ...frames] });
}

function wrapped(outer: Failure, type: string, message: string, ...frames: readonly Frame[]): Failure {
  return { ...outer, chain: [{ type, message, relation: "context", frames }] };
}

const refused = "A server that the tests need refused the connection; start it in the job or check its address.";
const unresolved = "A host name could not be resolved; check the name and the job's network.";
const slow = "A connection took too long to be set up; check the server's address and the job's network.";

test.each<[string, Failure, string]>([
  [
    "a refused connection of a socket",
    raised("ConnectionRefusedError", "[Errno 111] Connection refused", at(`${STD}/socket.py`)),
    refused,
  ],
  [
    "a refused connection that C code tells the project",
    raised("ConnectionRefusedError", "[Errno 111] Connection refused"),
    refused,
  ],
  [
    "asyncpg",
    raised(
      "OSError",
      "Multiple exceptions: [Errno 111] Connect call failed ('::1', 5432, 0, 0)",
      at(`${STD}/asyncio/base_events.py`),
    ),
    refused,
  ],
  [
    "psycopg2 below SQLAlchemy",
    raised(
      "sqlalchemy.exc.OperationalError",
      '(psycopg2.OperationalError) connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
      at(`${LIB}/sqlalchemy/engine/default.py`),
    ),
    refused,
  ],
  [
    "psycopg",
    raised(
      "psycopg.OperationalError",
      'connection failed: connection to server at "127.0.0.1", port 5432 failed: Connection refused',
      at(`${LIB}/psycopg/connection.py`),
    ),
    refused,
  ],
  [
    "redis",
    raised(
      "redis.exceptions.ConnectionError",
      "Error 111 connecting to localhost:6379. Connection refused.",
      at(`${LIB}/redis/connection.py`),
    ),
    refused,
  ],
  [
    "httpx",
    raised("httpx.ConnectError", "All connection attempts failed", at(`${LIB}/httpx/_transports/default.py`)),
    refused,
  ],
  [
    "requests",
    raised(
      "requests.exceptions.ConnectionError",
      "HTTPConnectionPool(host='localhost', port=8000): Max retries exceeded with url: / (Caused by NewConnectionError('<x>: Failed to establish a new connection: [Errno 111] Connection refused'))",
      at(`${LIB}/requests/adapters.py`),
    ),
    refused,
  ],
  [
    "aiohttp",
    raised(
      "aiohttp.client_exceptions.ClientConnectorError",
      "Cannot connect to host localhost:8080 ssl:default [Connect call failed ('127.0.0.1', 8080)]",
      at(`${LIB}/aiohttp/connector.py`),
    ),
    refused,
  ],
  [
    "pymysql",
    raised(
      "pymysql.err.OperationalError",
      "(2003, \"Can't connect to MySQL server on 'localhost'\")",
      at(`${LIB}/pymysql/connections.py`),
    ),
    refused,
  ],
  [
    "boto",
    raised(
      "botocore.exceptions.EndpointConnectionError",
      'Could not connect to the endpoint URL: "http://localhost:4566/"',
      at(`${LIB}/botocore/httpsession.py`),
    ),
    refused,
  ],
  [
    "what the project raises of a refused connection",
    wrapped(
      raised("shop.api.StoreError", "no store", at("shop/api.py", 4, "get")),
      "ConnectionRefusedError",
      "[Errno 111] Connection refused",
      at(`${STD}/socket.py`),
    ),
    refused,
  ],
  [
    "DNS",
    raised("socket.gaierror", "[Errno -3] Temporary failure in name resolution", at(`${STD}/socket.py`)),
    unresolved,
  ],
  [
    "DNS, told by a client",
    raised("httpx.ConnectError", "[Errno -2] Name or service not known", at(`${LIB}/httpx/_transports/default.py`)),
    unresolved,
  ],
  [
    "no route",
    raised("OSError", "[Errno 101] Network is unreachable", at(`${STD}/socket.py`)),
    "The network could not be reached; the tests need an address that this job has no way to.",
  ],
  [
    "a certificate",
    raised(
      "ssl.SSLCertVerificationError",
      "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate",
      at(`${STD}/ssl.py`),
    ),
    "A TLS connection could not be set up; check the certificates of this job and the server's address.",
  ],
  [
    "a proxy",
    raised("OSError", "Tunnel connection failed: 403 Forbidden", at(`${STD}/http/client.py`)),
    "The proxy of this job let no connection through; check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.",
  ],
  ["a slow connection", raised("httpx.ConnectTimeout", "timed out", at(`${LIB}/httpx/_transports/default.py`)), slow],
  ["a slow socket", raised("TimeoutError", "timed out", at(`${STD}/socket.py`, 850, "create_connection")), slow],
  [
    "a wrong password",
    raised(
      "asyncpg.exceptions.InvalidPasswordError",
      'password authentication failed for user "app"',
      at(`${LIB}/asyncpg/connect_utils.py`),
    ),
    "A server did not accept the user or the password; give this step the same ones as the service has.",
  ],
  [
    "no such database",
    raised(
      "asyncpg.exceptions.InvalidCatalogNameError",
      'database "shop_test" does not exist',
      at(`${LIB}/asyncpg/connect_utils.py`),
    ),
    "The server has no such database; create it in the job before the tests run.",
  ],
  [
    "no cloud credentials",
    raised("botocore.exceptions.NoCredentialsError", "Unable to locate credentials", at(`${LIB}/botocore/auth.py`)),
    "A cloud library found no credentials or no region; set its variables for this step.",
  ],
  [
    "a full disk",
    raised("OSError", "[Errno 28] No space left on device: '/tmp/x'"),
    "The disk is full; free some room in this job before the tests run.",
  ],
  [
    "a full disk below a database",
    raised("sqlite3.OperationalError", "database or disk is full"),
    "The disk is full; free some room in this job before the tests run.",
  ],
  [
    "a quota",
    raised("OSError", "[Errno 122] Disk quota exceeded"),
    "The disk quota is used up; free some room before the tests run.",
  ],
  [
    "a file system for reading only",
    raised("OSError", "[Errno 30] Read-only file system: '/data'"),
    "The file system holds '/data' for reading only; let the tests write elsewhere.",
  ],
  [
    "no right to a place elsewhere",
    raised("PermissionError", "[Errno 13] Permission denied: '/var/lib/app.db'"),
    "The tests may not use /var/lib/app.db; give this job the right to, or another place.",
  ],
  [
    "too many files",
    raised("OSError", "[Errno 24] Too many open files"),
    "Too many files are open at once; raise the limit (ulimit -n), or see who leaves them open.",
  ],
  [
    "no memory",
    raised("numpy._core._exceptions._ArrayMemoryError", "Unable to allocate 80 GiB"),
    "Memory ran out; use a larger runner or run fewer tests at once.",
  ],
  [
    "no threads",
    raised("RuntimeError", "can't start new thread", at(`${STD}/threading.py`)),
    "The system gave no more memory or threads; use a larger runner or run fewer tests at once.",
  ],
  [
    "no program",
    raised(
      "FileNotFoundError",
      "[Errno 2] No such file or directory: 'ffmpeg'",
      at(`${STD}/subprocess.py`, 1955, "_execute_child"),
    ),
    "The program ffmpeg is not installed; install it in this job before the tests run.",
  ],
  [
    "no system library",
    raised(
      "ImportError",
      "libGL.so.1: cannot open shared object file: No such file or directory",
      at(`${LIB}/cv2/__init__.py`),
    ),
    "The system library libGL.so.1 is not installed; install the package that has it in this job.",
  ],
  [
    "a build for another machine",
    raised(
      "ImportError",
      "/lib/libm.so.6: version `GLIBC_2.38' not found (required by x.so)",
      at(`${LIB}/x/__init__.py`),
    ),
    "A compiled library cannot be loaded on this machine; install a build of its package that fits it.",
  ],
  [
    "a build for another NumPy",
    raised(
      "ValueError",
      "numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject",
      at(`${LIB}/pandas/__init__.py`),
    ),
    "An installed package was built for another NumPy; install versions that fit each other.",
  ],
  [
    "killed",
    {
      ...raised("", "the test process was ended by SIGKILL while this test was running"),
      exception: { type: null, message: "the test process was ended by SIGKILL while this test was running" },
      frames: [],
    },
    "The test run was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.",
  ],
  [
    "out of time",
    {
      ...raised("", ""),
      exception: { type: null, message: "the time limit of 60 seconds was reached while this test was running" },
      frames: [],
    },
    "The run reached its time limit of 60 seconds in this test; raise the input `timeout`, or see why the test hangs.",
  ],
  [
    "no variable",
    raised("KeyError", "'API_KEY'", at("<frozen os>", 717, "__getitem__")),
    "The environment variable API_KEY is not set; set it under `env:` of this step, as the test step has it.",
  ],
  [
    "no variable on an older Python",
    raised("KeyError", "'API_KEY'", at("/usr/lib/python3.9/os.py", 679, "__getitem__")),
    "The environment variable API_KEY is not set; set it under `env:` of this step, as the test step has it.",
  ],
  [
    "a variable that we keep away",
    raised("KeyError", "'DEPLOY_TOKEN'", at("<frozen os>", 717, "__getitem__")),
    "The variable DEPLOY_TOKEN was kept from the tests, as it may hold a credential; name it in the input `env-allow`.",
  ],
  [
    "pydantic's settings",
    raised(
      "pydantic_core._pydantic_core.ValidationError",
      "2 validation errors for Settings\ndatabase_url\n  Field required [type=missing, input_value={}, input_type=dict]\n    For further information visit x\napi_key\n  Field required [type=missing, input_value={}, input_type=dict]",
      at(`${LIB}/pydantic_settings/main.py`),
      at(`${LIB}/pydantic/main.py`),
    ),
    "The environment variable DATABASE_URL, API_KEY is not set; set it under `env:` of this step, as the test step has it.",
  ],
  [
    "decouple",
    raised(
      "decouple.UndefinedValueError",
      "SECRET_KEY not found. Declare it as envvar or define a default value.",
      at(`${LIB}/decouple.py`),
    ),
    "The environment variable SECRET_KEY is not set; set it under `env:` of this step, as the test step has it.",
  ],
  [
    "environs",
    raised(
      "environs.exceptions.EnvError",
      'Environment variable "SECRET_KEY" not set',
      at(`${LIB}/environs/__init__.py`),
    ),
    "The environment variable SECRET_KEY is not set; set it under `env:` of this step, as the test step has it.",
  ],
  [
    "Django's settings",
    raised(
      "django.core.exceptions.ImproperlyConfigured",
      "Requested setting X, but settings are not configured. You must either define the environment variable DJANGO_SETTINGS_MODULE or call settings.configure() before accessing settings.",
      at(`${LIB}/django/conf/__init__.py`),
    ),
    "The environment variable DJANGO_SETTINGS_MODULE is not set; set it under `env:` of this step, as the test step has it.",
  ],
  [
    "a missing package",
    raised("ModuleNotFoundError", "No module named 'httpx'"),
    "The package that provides httpx is not installed; add it to what this job installs.",
  ],
  [
    "a missing part of a shared name",
    raised("ModuleNotFoundError", "No module named 'google.cloud'"),
    "The package that provides google.cloud is not installed; add it to what this job installs.",
  ],
  [
    "a missing package of a package",
    raised("ModuleNotFoundError", "No module named 'multipart'", at(`${LIB}/fastapi/forms.py`)),
    "The package that provides multipart, which fastapi needs, is not installed; add it to what this job installs.",
  ],
  [
    "a package that needs what Python no longer has",
    raised("ModuleNotFoundError", "No module named 'imp'", at(`${LIB}/oldlib/core.py`)),
    "The installed oldlib needs imp, which Python 3.13 no longer has; install a newer oldlib.",
  ],
  [
    "the project itself is not installed",
    raised("ModuleNotFoundError", "No module named 'shop'"),
    "The project's own package shop is in the root of the repository, where Python does not look in this job; install the project (pip install -e .), or set pytest's `pythonpath` (pytest 7 or newer).",
  ],
  [
    "packages that do not fit",
    raised(
      "ImportError",
      "cannot import name 'url_quote' from 'werkzeug.urls' (/venv/x.py)",
      at(`${LIB}/flask/app.py`),
    ),
    "The installed flask wants url_quote of werkzeug.urls, which the installed werkzeug does not have; install versions that fit each other.",
  ],
  [
    "packages that call each other wrongly",
    raised(
      "TypeError",
      "AsyncClient.__init__() got an unexpected keyword argument 'app'",
      at(`${LIB}/starlette/testclient.py`),
    ),
    "The installed starlette gives AsyncClient the argument app, which the installed version does not take; install versions that fit each other.",
  ],
  [
    "no greenlet",
    raised(
      "ValueError",
      "the greenlet library is required to use this function.",
      at(`${LIB}/sqlalchemy/util/concurrency.py`),
    ),
    "The package greenlet is not installed; install sqlalchemy[asyncio] in this job.",
  ],
  [
    "a plugin's fixture",
    raised("_pytest.fixtures.FixtureLookupError", "fixture 'mocker' not found"),
    "The pytest plugin pytest-mock is not installed (it brings the fixture mocker); add it to what this job installs.",
  ],
  [
    "a plugin's marker",
    raised("Failed", "'asyncio' not found in `markers` configuration option"),
    "The pytest plugin pytest-asyncio is not installed (it brings the marker asyncio); add it to what this job installs.",
  ],
  [
    "no plugin for async tests",
    raised("Failed", "async def functions are not natively supported.\nYou need to install"),
    "The pytest plugin pytest-asyncio is not installed (pytest alone runs no `async def` tests); add it to what this job installs.",
  ],
  [
    "no browser",
    raised(
      "playwright._impl._errors.Error",
      "BrowserType.launch: Executable doesn't exist at /root/x",
      at(`${LIB}/playwright/_impl/_connection.py`),
    ),
    "The browser of Playwright is not installed; run `playwright install` in this job.",
  ],
  [
    "no Docker",
    raised(
      "docker.errors.DockerException",
      "Error while fetching server API version: ('Connection aborted.')",
      at(`${LIB}/docker/api/client.py`),
    ),
    "The tests need Docker, and no Docker daemon answers in this job; start one or leave these tests out.",
  ],
])("the environment is at fault: %s", (_name, seen, advice) => {
  expect(environmentFault(seen, scene)).toBe(advice);
});

test.each<[string, Failure, string]>([
  [
    "the project asks for more",
    raised("SyntaxError", "invalid syntax"),
    "The project needs Python 3.9, and this job runs 3.8; use a newer Python in this job.",
  ],
  [
    "a package is newer",
    raised("SyntaxError", "invalid syntax", at(`${LIB}/newlib/core.py`, 3, null)),
    "The installed newlib is not written for Python 3.8; use another Python in this job, or install another version of newlib.",
  ],
  [
    "a module came later",
    raised("ModuleNotFoundError", "No module named 'tomllib'"),
    "The module tomllib came with Python 3.11, and this job runs 3.8; use a newer Python, or install its backport.",
  ],
])("Python is too old: %s", (name, seen, advice) => {
  const files = name === "the project asks for more" ? FILES : { ...FILES, "pyproject.toml": "" };
  const interpreter = { executable: "python3", version: "3.8.18", packages: {} };
  expect(environmentFault(seen, sceneOf(files, { interpreter }))).toBe(advice);
});

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
