import { MOVED_STANDARD_NAMES, UNITTEST_ALIASES } from "../../syntax/moved-standard-names.ts";
import type { Library, RenamedName } from "../../domain/library.ts";

const ABSTRACT =
  "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized " +
  "Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence " +
  "MutableSequence ByteString";

/** What took `loop` until Python 3.10. */
const TOOK_A_LOOP =
  "sleep gather wait wait_for shield as_completed Queue PriorityQueue LifoQueue Lock Event Condition Semaphore " +
  "BoundedSemaphore open_connection start_server open_unix_connection start_unix_server create_subprocess_exec " +
  "create_subprocess_shell";

/** Mappings as Python's messages name them, and what their methods are called now. */
const MAPPINGS = "dict OrderedDict defaultdict Counter mappingproxy _Environ ChainMap";
const DICTIONARY_METHODS = [
  ["iteritems", "items"],
  ["iterkeys", "keys"],
  ["itervalues", "values"],
  ["viewitems", "items"],
  ["viewkeys", "keys"],
  ["viewvalues", "values"],
] as const;

/** What had a method `next`. */
const ITERATORS =
  "generator list_iterator tuple_iterator set_iterator dict_keyiterator dict_itemiterator dict_valueiterator " +
  "range_iterator str_iterator str_ascii_iterator list_reverseiterator callable_iterator _csv.reader DictReader " +
  "TextIOWrapper enumerate zip map filter count cycle chain islice";

/** Of a function's parts, `func_name` and so on. */
const FUNCTION_PARTS = ["name", "code", "defaults", "dict", "doc", "globals", "closure"];

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
  keywords: [
    ...TOOK_A_LOOP.split(" ").map((name) => ({ callable: `asyncio.${name}`, old: "loop", new: null })),
    // Ignored since Python 3.1, or told what is always so.
    ...["load", "loads", "dump", "dumps"].map((name) => ({ callable: `json.${name}`, old: "encoding", new: null })),
    { callable: "bz2.BZ2File", old: "buffering", new: null },
    { callable: "collections.namedtuple", old: "verbose", new: null, values: { False: "" } },
    { callable: "gettext.install", old: "codeset", new: null },
    { callable: "gettext.translation", old: "codeset", new: null },
    { callable: "plistlib.load", old: "use_builtin_types", new: null, values: { True: "" } },
    { callable: "plistlib.loads", old: "use_builtin_types", new: null, values: { True: "" } },
    ...["NamedTemporaryFile", "TemporaryFile"].map((name) => ({
      callable: `tempfile.${name}`,
      old: "bufsize",
      new: "buffering",
      checkedBy: null,
    })),
  ],
  methods: [
    ...UNITTEST_ALIASES.map(([old, fresh]) => ({ type: "TestCase", old, new: fresh, full: "unittest.TestCase" })),
    ...MAPPINGS.split(" ").flatMap((type) => DICTIONARY_METHODS.map(([old, fresh]) => ({ type, old, new: fresh }))),
    ...ITERATORS.split(" ").map((type) => ({
      type,
      old: "next",
      new: { function: "builtins.next" },
      isCommon: true,
    })),
    ...FUNCTION_PARTS.map((name) => ({ type: "function", old: `func_${name}`, new: `__${name}__` })),
    { type: "method", old: "im_func", new: "__func__" },
    { type: "method", old: "im_self", new: "__self__" },
    ...["ConfigParser", "RawConfigParser", "SafeConfigParser"].map((type) => ({
      type,
      old: "readfp",
      new: "read_file",
      full: `configparser.${type === "RawConfigParser" ? type : "ConfigParser"}`,
    })),
    { type: "Element", old: "getchildren", new: { function: "builtins.list" } },
    { type: "Element", old: "getiterator", new: "iter", full: "xml.etree.ElementTree.Element" },
    { type: "ElementTree", old: "getiterator", new: "iter", full: "xml.etree.ElementTree.ElementTree" },
    { type: "FullArgSpec", old: "keywords", new: "varkw", isCommon: true },
    { type: "HTTPMessage", old: "getheader", new: "get", isCommon: true },
    { type: "HTTPMessage", old: "getheaders", new: "get_all", isCommon: true },
    { type: "Signature", old: "from_builtin", new: "from_callable", full: "inspect.Signature" },
    { type: "Signature", old: "from_function", new: "from_callable", full: "inspect.Signature" },
    { type: "Thread", old: "isAlive", new: "is_alive", full: "threading.Thread" },
    { type: "array.array", old: "fromstring", new: "frombytes", full: "array.array", isCommon: true },
    { type: "array.array", old: "tostring", new: "tobytes", full: "array.array", isCommon: true },
  ],
};
