import type { RealCase } from "../real-case.ts";

/** Values of another kind than the code takes them for. */
export const VALUES_CASES: readonly RealCase[] = [
  {
    id: "expired-sessions",
    recipe: "changed-while-iterating",
    title: "Entries deleted from the dictionary that the loop goes over",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "sessions/store.py": `class SessionStore:
    def __init__(self):
        self.sessions = {}

    def drop_expired(self, now):
        for key, session in self.sessions.items():
            if session["expires"] <= now:
                del self.sessions[key]
`,
      "tests/test_store.py": `from sessions.store import SessionStore


def test_expired_sessions_are_dropped():
    store = SessionStore()
    store.sessions = {"ada": {"expires": 5}, "bob": {"expires": 20}}
    store.drop_expired(now=10)
    assert list(store.sessions) == ["bob"]
`,
    },
    after: {
      "sessions/store.py": `class SessionStore:
    def __init__(self):
        self.sessions = {}

    def drop_expired(self, now):
        for key, session in list(self.sessions.items()):
            if session["expires"] <= now:
                del self.sessions[key]
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "RuntimeError: dictionary changed size during iteration",
  },
  {
    id: "listeners-that-leave",
    recipe: "changed-while-iterating",
    title: "A set that shrinks by what the loop's body calls",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "events/bus.py": `class Bus:
    def __init__(self):
        self.listeners = set()

    def close(self):
        for listener in self.listeners:
            listener.close()


class Listener:
    def __init__(self, bus):
        self.bus = bus
        bus.listeners.add(self)

    def close(self):
        self.bus.listeners.discard(self)
`,
      "tests/test_bus.py": `from events.bus import Bus, Listener


def test_closing_the_bus_closes_its_listeners():
    bus = Bus()
    Listener(bus)
    Listener(bus)
    bus.close()
    assert bus.listeners == set()
`,
    },
    after: {
      "events/bus.py": `class Bus:
    def __init__(self):
        self.listeners = set()

    def close(self):
        for listener in list(self.listeners):
            listener.close()


class Listener:
    def __init__(self, bus):
        self.bus = bus
        bus.listeners.add(self)

    def close(self):
        self.bus.listeners.discard(self)
`,
    },
    requirements: [[]],
    python: ["3.13"],
    raises: "RuntimeError: Set changed size during iteration",
  },
  {
    id: "token-expiry",
    recipe: "naive-now",
    title: "The current time without a zone against one with a zone",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "auth/token.py": `from datetime import datetime, timedelta, timezone


def expiry(minutes):
    return datetime.now(timezone.utc) + timedelta(minutes=minutes)


def is_expired(expires_at):
    return expires_at < datetime.utcnow()
`,
      "tests/test_token.py": `from auth.token import expiry, is_expired


def test_expiry():
    assert not is_expired(expiry(minutes=5))
    assert is_expired(expiry(minutes=-5))
`,
    },
    after: {
      "auth/token.py": `from datetime import datetime, timedelta, timezone


def expiry(minutes):
    return datetime.now(timezone.utc) + timedelta(minutes=minutes)


def is_expired(expires_at):
    return expires_at < datetime.now(timezone.utc)
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: can't compare offset-naive and offset-aware datetimes",
  },
  {
    id: "first-key",
    recipe: "list-of-view",
    title: "The first key of a dictionary by its index",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "reports/table.py": `def first_column(row):
    return row.keys()[0]
`,
      "tests/test_table.py": `from reports.table import first_column


def test_first_column():
    assert first_column({"name": "Ada", "age": 36}) == "name"
`,
    },
    after: {
      "reports/table.py": `def first_column(row):
    return list(row.keys())[0]
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: 'dict_keys' object is not subscriptable",
  },
  {
    id: "count-in-message",
    recipe: "number-in-text",
    title: "A number added to text",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "reports/summary.py": `def summary(rows):
    count = len(rows)
    return "found " + count + " rows: " + ", ".join(rows)
`,
      "tests/test_summary.py": `from reports.summary import summary


def test_summary():
    assert summary(["a", "b"]) == "found 2 rows: a, b"
`,
    },
    after: {
      "reports/summary.py": `def summary(rows):
    count = len(rows)
    return "found " + str(count) + " rows: " + ", ".join(rows)
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: 'TypeError: can only concatenate str (not "int") to str',
  },
  {
    id: "numbers-added-to-digits",
    recipe: "number-in-text",
    title: "Digits added to a number",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/price.py": `def add(first, second):
    return first + second
`,
      "tests/test_price.py": `from shop.price import add


def test_prices_are_added():
    assert add("7", 5) == 12
`,
    },
    after: null,
    requirements: [[]],
    python: ["3.13"],
    raises: 'TypeError: can only concatenate str (not "int") to str',
    note: "Nothing says that text is put together here: the test expects a number.",
  },
  {
    id: "hash-of-text",
    recipe: "text-to-hash",
    title: "A hash of text",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "store/names.py": `import hashlib


def file_name(url):
    return hashlib.sha256(url).hexdigest()[:8] + ".html"
`,
      "tests/test_names.py": `from store.names import file_name


def test_names_are_short():
    assert len(file_name("https://example.org/")) == 13
`,
    },
    after: {
      "store/names.py": `import hashlib


def file_name(url):
    return hashlib.sha256(url.encode()).hexdigest()[:8] + ".html"
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: ",
  },
];
