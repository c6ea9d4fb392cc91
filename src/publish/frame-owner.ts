import type { Frame, FrameOwner } from "../domain/failure.ts";
import { ownerOf } from "../text/frame-owner.ts";

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

/** The owner by the path; `testFile` is the failing test's file, whatever it is called. */
export function ownFrame(frame: Frame, testFile: string | null): OwnedFrame {
  const { owner: byPath, shownPath } = ownerOf(frame.path);
  const owner = byPath === "project" && shownPath === testFile ? "test" : byPath;
  return { frame, owner, name: ownerName(owner, shownPath), shownPath };
}

function ownerName(owner: FrameOwner, shownPath: string): string {
  switch (owner) {
    case "dependency":
      return knownName((shownPath.split("/")[0] ?? "").replace(/\.py$/, ""));
    case "generated":
      return "generated code";
    case "standard-library":
      return "Python's own library";
    case "test":
      return shownPath.endsWith("conftest.py") ? "your test set-up" : "your test";
    case "project":
      return "your code";
  }
}

function knownName(folder: string): string {
  return Object.hasOwn(KNOWN_NAMES, folder) ? (KNOWN_NAMES[folder] ?? folder) : folder;
}
