import type { Frame, FrameOwner } from "../domain/failure.ts";

/** Whose code a frame runs, as a reader would say it. */
export interface OwnedFrame {
  readonly frame: Frame;
  readonly owner: FrameOwner;
  /** Distribution or package name for a dependency (foreign text unless we know it), else our own words. */
  readonly name: string;
  /** The path without the folders of an installation. */
  readonly shownPath: string;
}

/** Names as their makers write them; a package that is not here is shown by its folder's name. */
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  _pytest: "pytest",
  aiosqlite: "aiosqlite",
  anyio: "AnyIO",
  asyncpg: "asyncpg",
  django: "Django",
  fastapi: "FastAPI",
  flask: "Flask",
  greenlet: "greenlet",
  httpx: "HTTPX",
  jinja2: "Jinja",
  pydantic: "Pydantic",
  pydantic_core: "Pydantic",
  pytest: "pytest",
  pytest_asyncio: "pytest-asyncio",
  sqlalchemy: "SQLAlchemy",
  sqlmodel: "SQLModel",
  starlette: "Starlette",
  uvicorn: "Uvicorn",
};

/**
 * Tells by the path alone: installed packages are below `site-packages` or `dist-packages`, Python's own modules below
 * `lib/pythonX.Y`, code without a file is in angle brackets. `testFile` is the failing test's file.
 */
export function ownFrame(frame: Frame, testFile: string | null): OwnedFrame {
  const path = frame.path.replaceAll("\\", "/");
  const installed = /(?:^|\/)(?:site|dist)-packages\/(.+)$/.exec(path)?.[1];
  if (installed !== undefined) {
    const folder = (installed.split("/")[0] ?? "").replace(/\.py$/, "");
    return { frame, owner: "dependency", name: knownName(folder), shownPath: installed };
  }
  if (path.startsWith("<")) return { frame, owner: "generated", name: "generated code", shownPath: path };
  const standard = /(?:^|\/)lib(?:64)?\/python\d+\.\d+\/(.+)$/i.exec(path)?.[1];
  if (standard !== undefined) {
    return { frame, owner: "standard-library", name: "Python's own library", shownPath: standard };
  }
  const isTest = path === testFile || isTestPath(path);
  return isTest
    ? { frame, owner: "test", name: path.endsWith("conftest.py") ? "your test set-up" : "your test", shownPath: path }
    : { frame, owner: "project", name: "your code", shownPath: path };
}

/** By pytest's default names, and by the folders people keep tests in. */
export function isTestPath(path: string): boolean {
  const segments = path.split("/");
  const name = segments.at(-1) ?? "";
  const isTestName = /^test_[^/]*\.py$|_test\.py$|^conftest\.py$/.test(name);
  return isTestName || segments.slice(0, -1).some((segment) => segment === "tests" || segment === "test");
}

function knownName(folder: string): string {
  return Object.hasOwn(KNOWN_NAMES, folder) ? (KNOWN_NAMES[folder] ?? folder) : folder;
}
