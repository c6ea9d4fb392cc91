import { MOVED_STANDARD_NAMES } from "../../syntax/moved-standard-names.ts";
import type { Library, RenamedName } from "./library.ts";

const ABSTRACT =
  "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized " +
  "Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence " +
  "MutableSequence ByteString";

const UNITTEST_ALIASES = [
  ["assertEquals", "assertEqual"],
  ["assertNotEquals", "assertNotEqual"],
  ["assertAlmostEquals", "assertAlmostEqual"],
  ["assertNotAlmostEquals", "assertNotAlmostEqual"],
  ["assertRegexpMatches", "assertRegex"],
  ["assertNotRegexpMatches", "assertNotRegex"],
  ["assertRaisesRegexp", "assertRaisesRegex"],
  ["assertItemsEqual", "assertCountEqual"],
  ["assert_", "assertTrue"],
  ["failUnless", "assertTrue"],
  ["failIf", "assertFalse"],
  ["failUnlessEqual", "assertEqual"],
  ["failIfEqual", "assertNotEqual"],
  ["failUnlessAlmostEqual", "assertAlmostEqual"],
  ["failIfAlmostEqual", "assertNotAlmostEqual"],
  ["failUnlessRaises", "assertRaises"],
] as const;

/** What took `loop` until Python 3.10. */
const TOOK_A_LOOP =
  "sleep gather wait wait_for shield as_completed Queue PriorityQueue LifoQueue Lock Event Condition Semaphore " +
  "BoundedSemaphore open_connection start_server open_unix_connection start_unix_server create_subprocess_exec " +
  "create_subprocess_shell";

/** Of moved names: what keeps them from being quite the same. */
const LIMITS: Readonly<Record<string, Pick<RenamedName, "adds" | "isLonger">>> = {
  "cgi.escape": { adds: "quote=False" },
  "inspect.getargspec": { isLonger: true },
};

/** Python's own library. `since` is the version that brought the new name. */
export const PYTHON: Library = {
  distribution: null,
  names: [
    ...ABSTRACT.split(" ").map((name) => ({
      old: `collections.${name}`,
      new: `collections.abc.${name}`,
      since: "3.3",
    })),
    ...MOVED_STANDARD_NAMES.map(([old, fresh, since]) => ({ old, new: fresh, since, ...LIMITS[old] })),
  ],
  keywords: TOOK_A_LOOP.split(" ").map((name) => ({ callable: `asyncio.${name}`, old: "loop", new: null })),
  methods: [
    ...UNITTEST_ALIASES.map(([old, fresh]) => ({ type: "TestCase", old, new: fresh, full: "unittest.TestCase" })),
    { type: "dict", old: "iteritems", new: "items" },
    { type: "dict", old: "itervalues", new: "values" },
    { type: "dict", old: "iterkeys", new: "keys" },
    { type: "Thread", old: "isAlive", new: "is_alive", full: "threading.Thread" },
    { type: "array", old: "tostring", new: "tobytes", full: "array.array" },
    { type: "Element", old: "getchildren", new: { function: "builtins.list" } },
  ],
};
