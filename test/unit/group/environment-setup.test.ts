import { expect, test } from "vitest";
import type { Failure } from "../../../src/domain/failure.ts";
import { environmentFault } from "../../../src/group/environment.ts";
import { sceneOf } from "../../support/scene.ts";
import { at, FILES, LIB, raised, scene } from "./raised.ts";

test.each<[string, Failure, string]>([
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
    "a package that needs what setuptools no longer has",
    raised("ModuleNotFoundError", "No module named 'pkg_resources'", at(`${LIB}/oldlib/core.py`)),
    "The installed oldlib needs pkg_resources, which is no longer there; install setuptools<81, or a newer oldlib.",
  ],
  [
    "settings that pydantic 2 has elsewhere",
    raised(
      "pydantic.errors.PydanticImportError",
      "`BaseSettings` has been moved to the `pydantic-settings` package. See x for more details.",
      at(`${LIB}/pydantic/_migration.py`),
    ),
    "pydantic 2 has its BaseSettings in the package pydantic-settings, which is not installed; add it to what this job installs, or install pydantic<2.",
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
