import { expect, test } from "vitest";
import { asyncDriverUrl } from "../../src/draft/recipes/async-driver-url.ts";
import { drafted, type RecipeCase } from "../support/recipe-case.ts";

const NOT_ASYNC = (driver: string) => ({
  type: "sqlalchemy.exc.InvalidRequestError",
  message: `The asyncio extension requires an async driver to be used. The loaded '${driver}' is not async.`,
});
const PACKAGES = { sqlalchemy: "2.0.58", aiosqlite: "0.22.1", asyncpg: "0.32.0", asyncmy: "0.2" };

function row(body: string, driver = "pysqlite"): RecipeCase {
  const text = `import os\n\nfrom sqlalchemy import create_engine\nfrom sqlalchemy.engine import URL\nfrom sqlalchemy.ext.asyncio import create_async_engine\n\n${body}`;
  return { files: { "app/db.py": text }, exception: NOT_ASYNC(driver), packages: PACKAGES };
}

test.each([
  [
    "a literal",
    "pysqlite",
    'e = create_async_engine("sqlite://")\n',
    'e = create_async_engine("sqlite+aiosqlite://")\n',
  ],
  [
    "the default of an environment variable",
    "pysqlite",
    'URL_ = os.environ.get("DB", "sqlite:///./a.db")\ne = create_async_engine(URL_)\n',
    'URL_ = os.environ.get("DB", "sqlite+aiosqlite:///./a.db")\ne = create_async_engine(URL_)\n',
  ],
  [
    "a driver that is named",
    "psycopg2",
    "e = create_async_engine(os.getenv('DB', default='postgresql+psycopg2://u:p@h/d'), echo=True)\n",
    "e = create_async_engine(os.getenv('DB', default='postgresql+asyncpg://u:p@h/d'), echo=True)\n",
  ],
  [
    "an f-string",
    "psycopg2",
    'HOST = "h"\ne = create_async_engine(url=f"postgres://u@{HOST}/d")\n',
    'HOST = "h"\ne = create_async_engine(url=f"postgresql+asyncpg://u@{HOST}/d")\n',
  ],
  [
    "a settings class",
    "pysqlite",
    'class Settings:\n    url: str = "sqlite:///a.db"  # local\n\n\nsettings = Settings()\ne = create_async_engine(settings.url)\n',
    'class Settings:\n    url: str = "sqlite+aiosqlite:///a.db"  # local\n\n\nsettings = Settings()\ne = create_async_engine(settings.url)\n',
  ],
  [
    "a property of the settings",
    "pysqlite",
    'class Settings:\n    @property\n    def url(self):\n        return f"sqlite:///{os.sep}a.db"\n\n\ndef settings():\n    return Settings()\n\n\ne = create_async_engine(settings().url)\n',
    'class Settings:\n    @property\n    def url(self):\n        return f"sqlite+aiosqlite:///{os.sep}a.db"\n\n\ndef settings():\n    return Settings()\n\n\ne = create_async_engine(settings().url)\n',
  ],
  [
    "mariadb",
    "pymysql",
    'e = create_async_engine("mariadb+pymysql://h/d")\n',
    'e = create_async_engine("mariadb+asyncmy://h/d")\n',
  ],
  [
    "a URL that a synchronous engine needs too",
    "pysqlite",
    'U = "sqlite:///a.db"\ns = create_engine(U)\ne = create_async_engine(U)\n',
    'U = "sqlite:///a.db"\ns = create_engine(U)\ne = create_async_engine(U.replace("sqlite://", "sqlite+aiosqlite://", 1))\n',
  ],
  [
    "a method of a settings object that reads a field of a base class",
    "pysqlite",
    'class Base:\n    driver: str = field(default_factory=lambda: os.getenv("DRIVER", "sqlite"))\n\n\nclass Settings(Base):\n    def url(self):\n        return URL.create(self.driver, database="a.db")\n\n\nsettings = Settings()\ne = create_async_engine(settings.url())\n',
    'class Base:\n    driver: str = field(default_factory=lambda: os.getenv("DRIVER", "sqlite+aiosqlite"))\n\n\nclass Settings(Base):\n    def url(self):\n        return URL.create(self.driver, database="a.db")\n\n\nsettings = Settings()\ne = create_async_engine(settings.url())\n',
  ],
  [
    "a field of what a function gives",
    "pysqlite",
    'class Settings:\n    url: str = "sqlite:///a.db"\n\n\n@lru_cache\ndef settings() -> Settings:\n    return Settings()\n\n\ne = create_async_engine(settings().url)\n',
    'class Settings:\n    url: str = "sqlite+aiosqlite:///a.db"\n\n\n@lru_cache\ndef settings() -> Settings:\n    return Settings()\n\n\ne = create_async_engine(settings().url)\n',
  ],
  [
    "a field whose object only an annotation tells",
    "pysqlite",
    'class Settings:\n    url: str = "sqlite:///a.db"\n\n\ndef settings() -> Settings:\n    return load(Settings)\n\n\ne = create_async_engine(settings().url)\n',
    'class Settings:\n    url: str = "sqlite+aiosqlite:///a.db"\n\n\ndef settings() -> Settings:\n    return load(Settings)\n\n\ne = create_async_engine(settings().url)\n',
  ],
  [
    "the scheme of an f-string",
    "psycopg2",
    'DRIVER = "postgresql+psycopg2"\ne = create_async_engine(f"{DRIVER}://u@h/d")\n',
    'DRIVER = "postgresql+asyncpg"\ne = create_async_engine(f"{DRIVER}://u@h/d")\n',
  ],
  [
    "a URL made of parts",
    "pysqlite",
    'e = create_async_engine(URL.create(drivername="sqlite", database="a.db"))\n',
    'e = create_async_engine(URL.create(drivername="sqlite+aiosqlite", database="a.db"))\n',
  ],
  [
    "a URL changed in part",
    "psycopg2",
    'e = create_async_engine(make_url(os.environ["DB"]).set(drivername="postgresql"))\n',
    'e = create_async_engine(make_url(os.environ["DB"]).set(drivername="postgresql+asyncpg"))\n',
  ],
  [
    "a URL of pydantic's, written out",
    "psycopg2",
    'e = create_async_engine(PostgresDsn.build(scheme="postgresql", host="h").unicode_string())\n',
    'e = create_async_engine(PostgresDsn.build(scheme="postgresql+asyncpg", host="h").unicode_string())\n',
  ],
])("names the installed driver in %s", async (_title, driver, before, after) => {
  const input = row(before, driver);
  const expected = (input.files["app/db.py"] ?? "").replace(before, after);
  expect(await drafted(asyncDriverUrl, input)).toEqual([{ "app/db.py": expected }]);
});

test("takes psycopg where it is all there is, also for a missing psycopg2", async () => {
  const input = {
    ...row('e = create_async_engine("postgresql://h/d")\n'),
    exception: { type: "ModuleNotFoundError", message: "No module named 'psycopg2'" },
    packages: { psycopg: "3.2" },
  };
  expect((await drafted(asyncDriverUrl, input))[0]?.["app/db.py"]?.split("\n").at(-2)).toBe(
    'e = create_async_engine("postgresql+psycopg://h/d")',
  );
});

test.each([
  ["a URL from the environment alone", 'e = create_async_engine(os.environ["DB"])\n'],
  ["an environment variable without a default", 'e = create_async_engine(os.getenv("DB"))\n'],
  ["an asynchronous driver", 'e = create_async_engine("sqlite+aiosqlite://")\n'],
  ["a synchronous engine", 'e = create_engine("sqlite://")\n'],
  [
    "a class that says nothing of the URL",
    "class Settings:\n    name: str = 'a'\n\n\nsettings = Settings()\ne = create_async_engine(settings.url)\n",
  ],
  [
    "a class that is its own base",
    "class Settings(Settings):\n    pass\n\n\nsettings = Settings()\ne = create_async_engine(settings.url())\n",
  ],
  ["a scheme that is put together", "e = create_async_engine(f'sqlite+{os.sep}://')\n"],
  ["a URL of parts with an asynchronous driver", 'e = create_async_engine(URL.create("sqlite+aiosqlite"))\n'],
  ["a part that is no scheme", 'e = create_async_engine(URL.create(os.environ["X"], "sqlite"))\n'],
  ["another database", 'e = create_async_engine("postgresql://h/d")\n'],
  [
    "a shared URL that is no plain text",
    'U = URL.create("sqlite")\ns = create_engine(U)\ne = create_async_engine(U)\n',
  ],
  [
    "a shared settings field",
    'class S:\n    u = "sqlite://"\n\n\ns = create_engine(S.u + "")\ne = create_async_engine(S.u + "")\n',
  ],
  ["a parameter", "def make(url):\n    return create_async_engine(url)\n"],
  ["another library's function", 'from other import create_async_engine\ne = create_async_engine("sqlite://")\n'],
  ["a text that is no URL", 'e = create_async_engine("sqlite")\n'],
])("leaves %s alone", async (_title, body) => {
  expect(await drafted(asyncDriverUrl, row(body))).toEqual([]);
});

test("needs an installed driver", async () => {
  const input = { ...row('e = create_async_engine("sqlite://")\n'), packages: { sqlalchemy: "2.0.58" } };
  expect(await drafted(asyncDriverUrl, input)).toEqual([]);
});

test("leaves a literal in a test file alone", async () => {
  const { files, ...rest } = row('e = create_async_engine("sqlite://")\n');
  expect(await drafted(asyncDriverUrl, { ...rest, files: { "tests/conftest.py": files["app/db.py"] ?? "" } })).toEqual(
    [],
  );
});

test("changes the call, not the text, where migrations may read it too", async () => {
  const { files, ...rest } = row('U = "sqlite:///a.db"\ne = create_async_engine(U)\n');
  const [draft] = await drafted(asyncDriverUrl, { ...rest, files: { ...files, "alembic/env.py": "" } });
  expect(draft?.["app/db.py"]?.split("\n").at(-2)).toBe(
    'e = create_async_engine(U.replace("sqlite://", "sqlite+aiosqlite://", 1))',
  );
});
