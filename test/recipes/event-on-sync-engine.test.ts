import { expect, test } from "vitest";
import { eventOnSyncEngine } from "../../src/draft/recipes/event-on-sync-engine.ts";
import { drafted, type RecipeCase } from "../support/recipe-case.ts";

const ENGINE_EVENTS = {
  type: "builtins.NotImplementedError",
  message:
    "asynchronous events are not implemented at this time.  Apply synchronous listeners to the AsyncEngine.sync_engine or AsyncConnection.sync_connection attributes.",
};
const HEAD = `from sqlalchemy import create_engine, event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")
`;

function row(body: string, exception = ENGINE_EVENTS): RecipeCase {
  return { files: { "app/db.py": HEAD + body }, exception };
}

test.each([
  [
    "a decorator",
    '@event.listens_for(engine, "connect")\ndef on(c, r):\n    pass\n',
    '@event.listens_for(engine.sync_engine, "connect")\ndef on(c, r):\n    pass\n',
  ],
  [
    "a call, and another with a keyword",
    'event.listen(engine, "connect", print)\nevent.listen(target=engine, identifier="close", fn=print)\n',
    'event.listen(engine.sync_engine, "connect", print)\nevent.listen(target=engine.sync_engine, identifier="close", fn=print)\n',
  ],
  [
    "contains and remove",
    'if event.contains(engine, "connect", print):\n    event.remove(engine, "connect", print)  # once\n',
    'if event.contains(engine.sync_engine, "connect", print):\n    event.remove(engine.sync_engine, "connect", print)  # once\n',
  ],
  [
    "functions imported by name",
    'from sqlalchemy.event import listens_for as on\n\n\n@on(engine, "connect")\ndef f(c, r):\n    pass\n',
    'from sqlalchemy.event import listens_for as on\n\n\n@on(engine.sync_engine, "connect")\ndef f(c, r):\n    pass\n',
  ],
  [
    "a session made by a factory",
    'maker = async_sessionmaker(engine)\n\n\ndef watch():\n    session = maker()\n    event.listen(session, "after_commit", print)\n',
    'maker = async_sessionmaker(engine)\n\n\ndef watch():\n    session = maker()\n    event.listen(session.sync_session, "after_commit", print)\n',
  ],
])("moves the listener of %s", async (_title, before, after) => {
  expect(await drafted(eventOnSyncEngine, row(before))).toEqual([{ "app/db.py": HEAD + after }]);
});

test("moves a listener on the class AsyncSession", async () => {
  const message = "No such event 'before_commit' for target '<class 'sqlalchemy.ext.asyncio.session.AsyncSession'>'";
  const exception = { type: "sqlalchemy.exc.InvalidRequestError", message };
  expect(
    await drafted(eventOnSyncEngine, row('event.listen(AsyncSession, "before_commit", print)\n', exception)),
  ).toEqual([{ "app/db.py": `${HEAD}event.listen(AsyncSession.sync_session_class, "before_commit", print)\n` }]);
});

test("reads the message of a collection error", async () => {
  const exception = {
    type: "",
    message: `ImportError while loading conftest\nE   NotImplementedError: ${ENGINE_EVENTS.message}`,
  };
  expect(await drafted(eventOnSyncEngine, row('event.listen(engine, "connect", print)\n', exception))).toEqual([
    { "app/db.py": `${HEAD}event.listen(engine.sync_engine, "connect", print)\n` },
  ]);
});

test.each([
  ["the engine inside", 'event.listen(engine.sync_engine, "connect", print)\n'],
  ["a synchronous engine", 'other = create_engine("sqlite://")\nevent.listen(other, "connect", print)\n'],
  [
    "a factory of asynchronous sessions",
    'maker = async_sessionmaker(engine)\nevent.listen(maker, "before_commit", print)\n',
  ],
  ["a parameter we know nothing of", 'def watch(engine):\n    event.listen(engine, "connect", print)\n'],
  ["another library's event", 'import pygame.event as event\nevent.listen(engine, "connect", print)\n'],
  ["the project's own function", 'def listen(a, b):\n    pass\n\n\nlisten(engine, "connect")\n'],
  ["no arguments", "event.listen()\n"],
])("leaves %s alone", async (_title, body) => {
  expect(await drafted(eventOnSyncEngine, row(body))).toEqual([]);
});

test("leaves test files alone", async () => {
  const files = { "tests/conftest.py": `${HEAD}event.listen(engine, "connect", print)\n` };
  expect(await drafted(eventOnSyncEngine, { files, exception: ENGINE_EVENTS })).toEqual([]);
});

test("needs its own message", async () => {
  const exception = { type: "NotImplementedError", message: "later" };
  expect(await drafted(eventOnSyncEngine, row('event.listen(engine, "connect", print)\n', exception))).toEqual([]);
});
