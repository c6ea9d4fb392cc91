import type { NewImport } from "./place-import.ts";

/** Names that everybody knows, by the module that has them. A name of two modules has several rows' worth of sources. */
const FROM: Readonly<Record<string, string>> = {
  typing:
    "Annotated Any AnyStr Awaitable AsyncIterator AsyncGenerator Callable ClassVar Coroutine Dict Final FrozenSet Generator Generic Hashable Iterable Iterator List Literal Mapping MutableMapping NamedTuple NoReturn Optional ParamSpec Protocol Self Sequence Set SupportsFloat Tuple Type TypedDict TypeAlias TypeVar TYPE_CHECKING Union cast overload",
  dataclasses: "asdict astuple dataclass is_dataclass",
  enum: "Enum IntEnum IntFlag StrEnum",
  abc: "ABC ABCMeta abstractmethod",
  pathlib: "Path PosixPath PurePath PurePosixPath",
  decimal: "Decimal InvalidOperation ROUND_HALF_UP ROUND_DOWN ROUND_HALF_EVEN",
  fractions: "Fraction",
  datetime: "datetime date timedelta timezone tzinfo",
  zoneinfo: "ZoneInfo",
  collections: "ChainMap Counter OrderedDict defaultdict deque namedtuple",
  functools: "cached_property lru_cache partial reduce singledispatch total_ordering wraps",
  contextlib: "AsyncExitStack ExitStack asynccontextmanager contextmanager nullcontext suppress",
  itertools: "groupby islice takewhile dropwhile zip_longest",
  operator: "attrgetter itemgetter methodcaller",
  copy: "deepcopy",
  io: "BytesIO StringIO TextIOWrapper",
  uuid: "UUID uuid1 uuid3 uuid4 uuid5",
  "urllib.parse": "parse_qs parse_qsl unquote unquote_plus urlencode urljoin urlparse urlsplit urlunparse quote_plus",
  "concurrent.futures": "ProcessPoolExecutor ThreadPoolExecutor as_completed",
  types: "MappingProxyType SimpleNamespace TracebackType ModuleType",
  textwrap: "dedent",
  logging: "getLogger",
  time: "monotonic perf_counter",
  pprint: "pformat pprint",
  tempfile: "NamedTemporaryFile TemporaryDirectory mkdtemp mkstemp",
  subprocess: "CalledProcessError check_output",
  string: "ascii_letters ascii_lowercase ascii_uppercase",
  json: "JSONDecodeError",
  threading: "Thread",
  http: "HTTPStatus",
  argparse: "ArgumentParser Namespace",
  importlib: "import_module",
  glob: "glob",
};

/** Short names that the whole world gives to packages. */
const SHORT: Readonly<Record<string, string>> = {
  np: "numpy",
  pd: "pandas",
  plt: "matplotlib.pyplot",
  sns: "seaborn",
  nx: "networkx",
  xr: "xarray",
  sa: "sqlalchemy",
  tf: "tensorflow",
};

/** Packages that go by their own name. */
const PACKAGES = new Set(
  "numpy pandas requests httpx yaml sqlalchemy click flask pydantic attr jwt aiohttp scipy tqdm".split(" "),
);

/** Imports that would bring a name which everybody knows, likeliest first; whether they are there is for others to ask. */
export function knownImports(name: string): NewImport[] {
  const sources = Object.entries(FROM).filter(([, names]) => names.split(" ").includes(name));
  const short = SHORT[name];
  return [
    ...sources.map(([source]): NewImport => ({ kind: "from", source, name })),
    ...(short === undefined ? [] : [{ kind: "module", full: short, local: name } satisfies NewImport]),
    ...(PACKAGES.has(name) ? [{ kind: "module", full: name, local: null } satisfies NewImport] : []),
  ];
}
