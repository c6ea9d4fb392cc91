# pytest plugin that writes down what pytest itself knows, one JSON object per line, to <folder>/<pid>.jsonl.
# Copied as autofix_probe.py next to its config.json into a fresh folder outside the repository and loaded with
# `-p autofix_probe`. Standard library only, Python 3.8 to 3.14, pytest 6 to 9. It prints nothing, changes no result,
# sends names and types of local variables but never values, and every record is written out at once, so that a
# process that dies loses nothing.
import functools
import hashlib
import importlib.machinery
import inspect
import json
import os
import platform
import re
import stat as stat_module
import sys
import threading
import types
import warnings

import pytest

FOLDER = os.path.dirname(os.path.abspath(__file__))
TEXT_LIMIT = 20000
MESSAGE_LIMIT = 10000
FRAME_LIMIT = 200
LOCALS_LIMIT = 60
CHAIN_LIMIT = 20
FUNCTION_LIMIT = 5000
RAISED_LIMIT = 100
LOGGED_LIMIT = 20
# A function's depth is measured at its first calls only: walking the stack of every call would be slow.
DEPTH_CALLS = 20
ORIGIN_DEPTH = 25
STACK_LIMIT = 3000
# Calls and returns of one test; what it does beyond them it does unwatched. Some seconds of a call-heavy test, which
# would take many times as long.
EVENT_LIMIT = 5000000


def read_config():
    with open(os.path.join(FOLDER, "config.json"), encoding="utf-8") as file:
        return json.load(file)


CONFIG = read_config()
KEY = CONFIG.pop("key")
START_FOLDER = os.getcwd()


def find_root():
    """In a container the repository may lie elsewhere: then the command was started in the folder it names."""
    root = os.path.realpath(CONFIG["root"])
    if os.path.isdir(root):
        return root
    own = os.path.realpath(START_FOLDER)
    tail = os.sep + CONFIG["workingDirectory"].replace("/", os.sep)
    return own[: -len(tail)] if len(tail) > 1 and own.endswith(tail) else own


ROOT = find_root()


class System:
    """Functions as they were before any test: tests replace those of `os`, `json` and `builtins` (pyfakefs, monkeypatch),
    and pyfakefs also what a module itself names `os`. A class is looked into by neither."""

    open, write, getpid, stat = os.open, os.write, os.getpid, os.stat
    join, normpath, realpath, relpath = os.path.join, os.path.normpath, os.path.realpath, os.path.relpath
    append = os.O_APPEND | os.O_CREAT | os.O_WRONLY
    separator = os.sep
    is_regular = stat_module.S_ISREG
    thread = threading.get_ident
    encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
    digest = hashlib.sha256


def hide():
    """What the tests see of the environment is what they would see without us."""
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if FOLDER in paths:
        paths.remove(FOLDER)
        put_back("PYTHONPATH", os.pathsep.join(paths))
    for name, words in CONFIG["added"].items():
        text = os.environ.get(name, "")
        if text.endswith(words):
            put_back(name, text[: -len(words)])


def put_back(name, value):
    if value:
        os.environ[name] = value
    else:
        os.environ.pop(name, None)


hide()


def quiet(function):
    """A fault of ours must never become a fault of the tests."""

    @functools.wraps(function)
    def guarded(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except RecursionError:
            # Up to Python 3.9 whoever goes on after it ends the process.
            if sys.version_info < (3, 10):
                raise
            return None
        except Exception as error:  # noqa: B902
            try:
                emit("fault", where=function.__name__, message="%s: %s" % (type(error).__name__, error))
            except Exception:
                pass
            return None

    return guarded


# ---- records -------------------------------------------------------------------------------------------------------

OUTPUT = {"pid": None, "file": None}


def emit(kind, **record):
    record["kind"] = kind
    text = System.encode(record)
    # Tells a line of ours from one that was edited or added by somebody who did not study this file.
    line = "%s %s\n" % (System.digest((KEY + text).encode("ascii")).hexdigest()[:32], text)
    pid = System.getpid()
    if OUTPUT["pid"] != pid:
        OUTPUT["file"] = System.open(System.join(FOLDER, "%d.jsonl" % pid), System.append, 0o644)
        OUTPUT["pid"] = pid
    data = line.encode("ascii")
    while data:
        data = data[System.write(OUTPUT["file"], data) :]


def clip(text, limit):
    if len(text) <= limit:
        return text
    half = limit // 2
    return "%s\n[... %d characters left out ...]\n%s" % (text[:half], len(text) - 2 * half, text[-half:])


# ---- places --------------------------------------------------------------------------------------------------------


def environment_folders():
    found = []
    for prefix in {sys.prefix, sys.exec_prefix, getattr(sys, "base_prefix", sys.prefix)}:
        for folder in (os.path.abspath(prefix), os.path.realpath(prefix)):
            if folder.startswith(ROOT + os.sep):
                found.append(folder + os.sep)
    return tuple(found)


ENVIRONMENTS = environment_folders()
FOREIGN_FOLDERS = {"site-packages", "dist-packages", ".venv", "venv", ".tox", ".nox", "node_modules", ".eggs"}


def mode_of(filename):
    try:
        return System.stat(filename).st_mode
    except (OSError, ValueError):
        return None


def is_file(filename):
    mode = mode_of(filename)
    return mode is not None and System.is_regular(mode)


@functools.lru_cache(maxsize=None)
def place(filename):
    """(path as reported, True when it is the project's): relative to the repository root with / when below it."""
    if filename.startswith("<"):
        return filename, False
    absolute = System.normpath(System.join(START_FOLDER, filename))
    if not absolute.startswith(ROOT + System.separator):
        resolved = System.realpath(absolute)
        if not resolved.startswith(ROOT + System.separator):
            return absolute, False
        absolute = resolved
    relative = System.relpath(absolute, ROOT).replace(System.separator, "/")
    parts = relative.split("/")[:-1]
    if absolute.startswith(ENVIRONMENTS) or FOREIGN_FOLDERS.intersection(parts) or not is_file(absolute):
        return absolute, False
    return relative, True


def leave_project_uncompiled():
    """Compiled files are matched by size and whole seconds: a patch of equal length, tried within one second of another,
    would run stale. Those of installed packages are kept, since compiling them anew takes seconds."""
    loader = importlib.machinery.SourceFileLoader
    set_data = loader.set_data

    @functools.wraps(set_data)
    def set_foreign_data(self, path, data, **options):
        if not place(str(self.path))[1]:
            set_data(self, path, data, **options)

    loader.set_data = set_foreign_data
    try:
        from _pytest.assertion import rewrite

        write_pyc = rewrite._write_pyc
    except (ImportError, AttributeError):
        return

    def write_foreign_pyc(state, co, *rest):
        return False if place(str(co.co_filename))[1] else write_pyc(state, co, *rest)

    rewrite._write_pyc = write_foreign_pyc


leave_project_uncompiled()


def is_machinery(filename):
    """pytest's and pluggy's own frames, the import system's and ours: they are in every traceback and say nothing."""
    path = filename.replace(System.separator, "/")
    return (
        "/_pytest/" in path
        or "/pluggy/" in path
        or path.startswith("<frozen importlib")
        or path.endswith("/importlib/__init__.py")
        or path.startswith(FOLDER)
    )


def module_of(frame):
    name = frame.f_globals.get("__name__")
    return name if isinstance(name, str) else ""


# ---- pytest itself -------------------------------------------------------------------------------------------------

# What decides how a test ends, and this file. Installed plugins may replace parts of it, the project's code may not.
JUDGES = ("_pytest.runner", "_pytest.reports", "_pytest.python", "_pytest.unittest", "_pytest.main", "_pytest.skipping",
          "_pytest.outcomes", "_pytest.junitxml", "pluggy._callers",
          "pluggy._hooks", "pluggy._manager", "pluggy._result", "unittest.case", __name__)
# Looked at after each call: these few can be replaced for the moment in which a report is made.
REPORTERS = ("_pytest.runner", "_pytest.reports")


class Part:
    """A function or class as it was when this file was loaded, and where to look for it."""

    def __init__(self, module, owner, name, value):
        self.module, self.owner, self.name = module, owner, name
        self.original = identity_of(value)

    def current(self):
        return vars(self.owner).get(self.name)

    def title(self):
        owner = "" if isinstance(self.owner, types.ModuleType) else self.owner.__name__ + "."
        return "%s.%s%s" % (self.module, owner, self.name)


def identity_of(value):
    """The code of a function, whoever wraps it as a method; a class itself; None for what is neither."""
    inner = value.fget if type(value) is property else getattr(value, "__func__", value)
    if type(inner) is types.FunctionType:
        return inner.__code__
    return value if isinstance(value, type) else None


def parts_of(name):
    module = sys.modules.get(name)
    found = []
    for key, value in list(vars(module).items()) if module is not None else ():
        if identity_of(value) is None:
            continue
        found.append(Part(name, module, key, value))
        if isinstance(value, type) and value.__module__ == name:
            found.extend(
                Part(name, value, inner, part) for inner, part in vars(value).items() if identity_of(part) is not None
            )
    return found


def maker_of(value):
    """The file of the code that now stands in a part's place."""
    inner = value.fget if type(value) is property else getattr(value, "__func__", value)
    if type(inner) is types.FunctionType:
        filename = inner.__code__.co_filename
        return filename if not filename.startswith("<") else str(inner.__globals__.get("__file__"))
    owner = sys.modules.get(getattr(inner if isinstance(inner, type) else type(inner), "__module__", ""))
    return str(getattr(owner, "__file__", None))


def is_installed(filename):
    return not {"site-packages", "dist-packages"}.isdisjoint(filename.replace(System.separator, "/").split("/"))


@quiet
def look_for_replaced(names):
    for part in (part for name in names for part in PARTS[name]):
        value = part.current()
        if identity_of(value) is not part.original and part.title() not in REPLACED:
            REPLACED.add(part.title())
            if not is_installed(maker_of(value)):
                emit("replaced", name=clip(part.title(), 200), by=clip(place(maker_of(value))[0], 1000))


REPLACED = set()
PARTS = {}


# ---- exceptions ----------------------------------------------------------------------------------------------------


def type_name(cls):
    module = type.__getattribute__(cls, "__module__")
    name = type.__getattribute__(cls, "__qualname__")
    if not isinstance(module, str) or module == "builtins":
        return str(name)
    return "%s.%s" % (module, name)


def local_types(frame):
    code = frame.f_code
    if not code.co_flags & 0x1:  # module and class bodies: their locals are a whole namespace
        return {}
    found = {}
    for name, value in list(frame.f_locals.items()):
        if len(found) >= LOCALS_LIMIT:
            break
        if name.isidentifier():
            try:
                found[name] = clip(type_name(type(value)), 300)
            except Exception:
                continue
    return found


def line_of(frame, line):
    """A template's frame runs generated code: Jinja knows the template's line."""
    template = frame.f_globals.get("__jinja_template__")
    if template is None:
        return line
    try:
        return int(template.get_corresponding_lineno(line))
    except Exception:
        return line


def frame_record(frame, line):
    path, own = place(frame.f_code.co_filename)
    record = {"path": path, "line": max(1, line_of(frame, line or 1)), "function": frame.f_code.co_name}
    if own:
        try:
            record["locals"] = local_types(frame)
        except Exception:
            pass
    return record


def traceback_frames(error):
    found = []
    entry = error.__traceback__
    while entry is not None:
        if not is_machinery(entry.tb_frame.f_code.co_filename):
            found.append((entry.tb_frame, entry.tb_lineno))
        entry = entry.tb_next
    if len(found) > FRAME_LIMIT:
        found = found[: FRAME_LIMIT // 4] + found[-(FRAME_LIMIT - FRAME_LIMIT // 4) :]
    records = [frame_record(frame, line) for frame, line in found]
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        records.append({"path": place(str(error.filename))[0], "line": max(1, int(error.lineno)), "function": None})
    return records


def message_of(error):
    if type(error).__name__ == "FixtureLookupError":
        return "fixture '%s' not found" % getattr(error, "argname", "?")
    try:
        return clip(str(error), MESSAGE_LIMIT)
    except Exception:
        return "<exception str() failed>"


def exception_record(error):
    return {"type": type_name(type(error)), "message": message_of(error), "frames": traceback_frames(error)}


def members_of(error):
    if not any(cls.__name__ == "BaseExceptionGroup" for cls in type(error).__mro__):
        return ()
    return tuple(member for member in getattr(error, "exceptions", ()) if isinstance(member, BaseException))


def predecessors(error):
    """What came before it: members of a group, then the cause, or the context unless `from None` hides it."""
    found = [("cause", member) for member in members_of(error)]
    if error.__cause__ is not None:
        found.append(("cause", error.__cause__))
    elif error.__context__ is not None and not error.__suppress_context__:
        found.append(("context", error.__context__))
    return found


def chain_records(error):
    chain, seen, waiting = [], {id(error)}, predecessors(error)
    while waiting and len(chain) < CHAIN_LIMIT:
        relation, earlier = waiting.pop(0)
        if id(earlier) in seen:
            continue
        seen.add(id(earlier))
        chain.append(dict(exception_record(earlier), relation=relation))
        waiting = predecessors(earlier) + waiting
    return chain


def unwrap(error):
    """pytest wraps what it meets while importing tests and conftest files: the wrapped one is what was raised."""
    for _ in range(5):
        name = type(error).__name__
        inner = None
        if name == "CollectError":
            inner = error.__cause__
        elif name == "ConftestImportFailure":
            inner = getattr(error, "cause", None) or error.__cause__
            if inner is None and isinstance(getattr(error, "excinfo", None), tuple):
                inner = error.excinfo[1]
        if not isinstance(inner, BaseException):
            return error
        error = inner
    return error


def error_fields(error, longrepr):
    if error is None:
        message = clip(longrepr, MESSAGE_LIMIT) if isinstance(longrepr, str) else None
        return {"exception": {"type": None, "message": message, "frames": []}, "chain": []}
    inner = unwrap(error)
    return {"exception": exception_record(inner), "chain": chain_records(inner)}


def captured(report):
    texts = {"stdout": [], "stderr": [], "log": []}
    for title, text in getattr(report, "sections", ()):
        words = title.split()
        if len(words) > 1 and words[0] == "Captured" and words[1] in texts:
            texts[words[1]].append(text)
    return {name: clip("\n".join(parts), TEXT_LIMIT) if parts else None for name, parts in texts.items()}


# ---- the session ---------------------------------------------------------------------------------------------------

SESSION = {"announced": False, "worker": None, "files": set(), "failed": 0}


def root_of(config):
    return str(getattr(config, "rootpath", None) or config.rootdir)


def distributions():
    try:
        from importlib import metadata
    except ImportError:
        return {}
    found = {}
    for distribution in metadata.distributions():
        try:
            name, version = distribution.metadata["Name"], distribution.version
        except Exception:
            continue
        if isinstance(name, str) and isinstance(version, str):
            found.setdefault(re.sub("[-_.]+", "-", name).lower(), version)  # the first on sys.path is the one imported
    return found


@quiet
def announce(config):
    """One record for each session; xdist's workers belong to that of their controller."""
    if SESSION["announced"]:
        return
    SESSION["announced"] = True
    inipath = getattr(config, "inipath", None) or getattr(config, "inifile", None)
    emit(
        "session",
        executable=sys.executable,
        version=platform.python_version(),
        pytest=pytest.__version__,
        rootdir=System.relpath(System.realpath(root_of(config)), ROOT).replace(System.separator, "/"),
        packages=distributions(),
        testFilePatterns=ini_words(config, "python_files"),
        testPaths=[
            System.relpath(System.join(System.realpath(root_of(config)), path), ROOT).replace(System.separator, "/")
            for path in ini_words(config, "testpaths")
        ],
    )
    if inipath:
        emit_file(str(inipath))


def ini_words(config, name):
    try:
        return [str(word) for word in config.getini(name)][:1000]
    except Exception:  # `-p no:python` leaves the setting unknown
        return []


def emit_file(filename):
    path, own = place(filename)
    if own and path not in SESSION["files"]:
        SESSION["files"].add(path)
        emit("guarded", path=path)


@quiet
def emit_plugin_files(config):
    manager = config.pluginmanager
    installed = {id(plugin) for plugin, _ in manager.list_plugin_distinfo()}
    for plugin in manager.get_plugins():
        filename = getattr(plugin, "__file__", None)
        if isinstance(filename, str) and id(plugin) not in installed and not filename.startswith(FOLDER):
            emit_file(filename)


def path_of(node):
    return str(getattr(node, "path", None) or getattr(node, "fspath", ""))


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config):
    if "PYTEST_XDIST_WORKER" not in os.environ:  # pytest itself tells later; this is what can be known by now
        announce(early_config)
    outcome = yield
    record_conftest_failure(outcome)


@quiet
def record_conftest_failure(outcome):
    excinfo = outcome.excinfo
    if not excinfo or type(excinfo[1]).__name__ != "ConftestImportFailure":
        return
    path = str(getattr(excinfo[1], "path", ""))
    emit_file(path)
    emit("broken", path=place(path)[0], **error_fields(excinfo[1], None))


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    set_up(config)


@quiet
def set_up(config):
    worker = getattr(config, "workerinput", None)
    SESSION["worker"] = worker["workerid"] if worker else None
    if worker is None:
        announce(config)
        # The report of the customer's own run stays as it is, and the set of results is complete.
        config.option.xmlpath = CONFIG["junit"]
        # pytest's own memory of failures belongs to the customer's runs: ours neither reads nor changes it.
        config._inicache["cache_dir"] = System.join(FOLDER, "cache")
        load_in_workers(config)
    else:
        given_args(config, lambda args: args[2:] if args[:2] == LOADING else args)
    config.option.maxfail = 0
    # One module that cannot be imported must not hide the results of all others.
    config.option.continue_on_collection_errors = True
    # pytest-rerunfailures, asked by option, setting or marker: a test that fails and then passes has not passed.
    for name in ("reruns", "force_reruns"):
        if hasattr(config.option, name):
            setattr(config.option, name, 0)
    if CONFIG["collectOnly"]:
        config.option.collectonly = True  # xdist looks at it later, and then starts no workers
    if CONFIG["targets"] is not None:
        select_files(config)
        keep_order(config)
    if CONFIG["trace"]:
        start_tracing()


LOADING = ("-p", "autofix_probe")


# Of pytest-randomly and pytest-random-order. Chosen tests run in the order of their files: what depends on the order then
# shows each time, or never.
UNSHUFFLED = {"randomly_reorganize": False, "random_order_enabled": False, "random_order_bucket": "none"}


def keep_order(config):
    for name, value in UNSHUFFLED.items():
        if hasattr(config.option, name):
            setattr(config.option, name, value)


def load_in_workers(config):
    """xdist's workers parse the words of the command line anew, in an environment that no longer names us; those that
    take a dead one's place do so at any time."""
    if config.pluginmanager.hasplugin("xdist") and getattr(config.option, "dist", "no") != "no":
        given_args(config, lambda args: LOADING + args)


def given_args(config, change):
    given = config.invocation_params
    config.invocation_params = type(given)(args=change(tuple(given.args)), plugins=given.plugins, dir=given.dir)


@pytest.hookimpl(trylast=True)
def pytest_sessionstart():
    # Needed on the path until xdist has made its copy for the workers.
    while FOLDER in sys.path:
        sys.path.remove(FOLDER)


def select_files(config):
    files = []
    for target in CONFIG["targets"]:
        name = System.normpath(System.join(root_of(config), target.split("::")[0]))
        if name not in files and mode_of(name) is not None:
            files.append(name)
    if files:
        config.args = files
        source = getattr(type(config), "ArgsSource", None)
        if source is not None:
            config.args_source = source.ARGS


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    emit_test_files(items)
    yield
    if CONFIG["targets"] is not None:
        select_items(config, items)


@quiet
def emit_test_files(items):
    """Before anything is deselected (`-k`, `-m`, our own targets)."""
    for item in items:
        emit_test_file(item)


def emit_test_file(node):
    """Product code can be collected too: for its docstrings, by linters, as a package on the way to the tests."""
    filename = path_of(node)
    if not filename.endswith(".py") or any(is_test_module(parent) for parent in node.listchain()):
        emit_file(filename)


def is_test_module(node):
    return isinstance(node, pytest.Module) and type(node).__name__ not in ("DoctestModule", "Package")


@quiet
def select_items(config, items):
    # By exact id of the item or of a collector above it; parsing ids, as pytest does with arguments, fails on odd ones.
    targets = set(CONFIG["targets"])
    kept, dropped = [], []
    for item in items:
        (kept if not targets.isdisjoint(ids_of(item)) else dropped).append(item)
    if dropped:
        config.hook.pytest_deselected(items=dropped)
        items[:] = kept


def ids_of(item):
    ids = {node.nodeid for node in item.listchain() if node.nodeid}
    if item.get_closest_marker("xdist_group") is not None:  # xdist adds @group to the ids
        ids.add(item.nodeid.rsplit("@", 1)[0])
    return ids


def pytest_collection_finish(session):
    record_collection(session)


@quiet
def record_collection(session):
    look_for_replaced(JUDGES)
    ids = [item.nodeid for item in session.items]
    for start in range(0, len(ids), 500):
        emit("collected", nodes=ids[start : start + 500])
    for item in session.items:
        emit_test_file(item)
    emit_plugin_files(session.config)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_sessionfinish(session, exitstatus):
    yield
    record_end(session, exitstatus)


@quiet
def record_end(session, exitstatus):
    look_for_replaced(JUDGES)
    emit_plugin_files(session.config)
    if SESSION["worker"] is None:
        emit("finish", exitStatus=int(exitstatus), redBesidesTests=is_red_besides_tests(session, int(exitstatus)))


def is_red_besides_tests(session, exitstatus):
    """Plugins count a failure of their own (pytest-cov's bar) or raise the status when the session is over."""
    final = getattr(session, "exitstatus", exitstatus)
    is_raised = final != exitstatus and final != 0
    return bool(is_raised or (exitstatus == 1 and session.testsfailed > SESSION["failed"]))


def pytest_internalerror(excinfo):
    record_internal_error(excinfo)


@quiet
def record_internal_error(excinfo):
    emit("broken", path=None, **error_fields(excinfo.value, None))


# ---- reports -------------------------------------------------------------------------------------------------------


@quiet
def record_logged(item, report):
    """Exceptions that somebody logged and swallowed, as a framework does that answers 500. SQLAlchemy's are known already."""
    seen = set()
    for entry in logged_records(item, report.when):
        info = getattr(entry, "exc_info", None)
        error = info[1] if isinstance(info, tuple) and len(info) == 3 else None
        if not isinstance(error, BaseException) or id(error) in seen or len(seen) >= LOGGED_LIMIT:
            continue
        seen.add(id(error))
        if str(type(error).__module__).startswith("sqlalchemy."):
            continue
        record = exception_record(error)
        emit(
            "raised",
            node=report.nodeid,
            type=record["type"],
            message=record["message"],
            frames=[frame for frame in record["frames"] if "locals" in frame],
            load=None,
        )


def logged_records(item, when):
    """What pytest's own log handler kept of this phase; nothing where there is none (`-p no:logging`, pytest 5)."""
    try:
        from _pytest.logging import caplog_records_key
    except ImportError:
        return ()
    stash = getattr(item, "stash", None) or getattr(item, "_store", None)
    return stash.get(caplog_records_key, {}).get(when, ()) if stash is not None else ()


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    record_report(item, call, outcome)


@quiet
def record_report(item, call, outcome):
    report = outcome.get_result()
    look_for_replaced(REPORTERS)
    fields = {}
    # pytest itself calls nothing passed that raised: somebody after it did.
    found = "failed" if report.outcome == "passed" and call.excinfo is not None else report.outcome
    if found == "failed":
        error = call.excinfo.value if call.excinfo is not None else None
        if CONFIG["trace"] and error is not None:
            record_unstarted(report.nodeid, error)
        fields = dict(error_fields(error, report.longrepr), **captured(report))
        if CONFIG["trace"]:
            record_logged(item, report)
    emit(
        "report",
        node=report.nodeid,
        file=place(path_of(item))[0],
        name=item.name,
        phase=report.when,
        outcome=found,
        xfail=hasattr(report, "wasxfail"),
        **fields
    )


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_make_collect_report(collector):
    before = begin(collector.nodeid, path_of(collector)) if CONFIG["trace"] else None
    outcome = yield
    if CONFIG["trace"]:
        end(before)
    record_collect_report(collector, outcome)


@quiet
def record_collect_report(collector, outcome):
    report = outcome.get_result()
    if isinstance(collector, pytest.File):
        emit_test_file(collector)
    if report.outcome == "passed":
        return
    fields = {}
    if report.outcome == "failed":
        excinfo = getattr(getattr(report, "call", None), "excinfo", None)
        fields = error_fields(excinfo.value if excinfo else None, str(report.longrepr))
        fields.update(captured(report))
        emit_file(path_of(collector))
        wrapped = excinfo.value if excinfo else None
        if type(wrapped).__name__ == "ConftestImportFailure":
            emit_file(str(getattr(wrapped, "path", "")))
    emit(
        "report",
        node=report.nodeid,
        file=place(path_of(collector))[0],
        name=None,
        phase="collect",
        outcome=report.outcome,
        xfail=False,
        **fields
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collectreport(report):
    count_failure(report)


@quiet
def count_failure(report):
    if report.failed and not hasattr(report, "wasxfail"):  # pytest's own rule
        SESSION["failed"] += 1


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logreport(report):
    count_failure(report)
    # Only xdist's controller makes this one: the worker that ran the test is dead.
    if getattr(report, "when", None) == "???":
        record_crash(report)


@quiet
def record_crash(report):
    path = System.join(START_FOLDER, str(getattr(report, "fspath", "") or report.nodeid.split("::")[0]))
    emit(
        "report",
        node=report.nodeid,
        file=place(path)[0],
        name=None,
        phase="call",
        outcome="crashed",
        xfail=False,
        **error_fields(None, str(report.longrepr))
    )


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_protocol(item):
    record_start(item)
    yield
    record_stop(item)


@quiet
def record_start(item):
    emit("start", node=item.nodeid, file=place(path_of(item))[0], name=item.name)


@quiet
def record_stop(item):
    emit("stop", node=item.nodeid)


# ---- tracing -------------------------------------------------------------------------------------------------------


class Running:
    """What one test has executed so far."""

    def __init__(self, node, path):
        self.node = node
        self.path = path
        self.functions = {}
        self.raised = {}
        self.events = 0
        self.thread = System.thread()
        self.is_cut = False


class Known:
    """A code object met before; holding it keeps its id from being used again."""

    def __init__(self, code):
        self.code = code
        self.path = None
        if code.co_flags & 0x1 and not COMPREHENSION.match(code.co_name):
            path, own = place(code.co_filename)
            self.path = path if own and path.endswith(".py") else None


COMPREHENSION = re.compile("<(listcomp|setcomp|dictcomp|genexpr)>$")
KNOWN = {}
TRACE = {"running": None, "previous": None, "started": False, "exception_code": None}
# Which test last executed a function: a dropped coroutine may be destroyed long after its test.
LAST_EXECUTED = {}


def profile(frame, event, arg):
    previous, running = TRACE["previous"], TRACE["running"]
    if previous is not None and (running is None or System.thread() == running.thread):
        previous(frame, event, arg)
    if running is None:
        return
    running.events += 1
    if running.events > EVENT_LIMIT:
        stop_watching(running)
        return
    if event == "call":
        code = frame.f_code
        known = KNOWN.get(id(code))
        if known is None:
            known = first_sight(code, frame)
        if known.path is not None:
            count_call(running, known, frame)
    elif event == "return" and frame.f_code is TRACE["exception_code"]:
        record_raised(running, frame)


@quiet
def stop_watching(running):
    if not running.is_cut:
        running.is_cut = True
        emit("cut", node=running.node)
    # Other threads may outlive the test, and nobody would make them watch the next one.
    if System.thread() == running.thread and sys.getprofile() is profile:
        sys.setprofile(TRACE["previous"])


def first_sight(code, frame):
    if len(KNOWN) > 500000:
        KNOWN.clear()
    known = KNOWN[id(code)] = Known(code)
    # All of SQLAlchemy's exceptions end up in this one initialiser (1.4 to 2.1); its return is when they are complete.
    if code.co_name == "__init__" and module_of(frame) == "sqlalchemy.exc":
        self_name = code.co_varnames[:1]
        owner = frame.f_locals.get(self_name[0]) if self_name else None
        if any(vars(cls).get("__init__") is not None and cls.__name__ == "HasDescriptionCode" and
               getattr(vars(cls)["__init__"], "__code__", None) is code for cls in type(owner).__mro__):
            TRACE["exception_code"] = code
    return known


@quiet
def count_call(running, known, frame):
    entry = running.functions.get(id(known.code))
    if entry is None:
        if len(running.functions) >= FUNCTION_LIMIT:
            return
        entry = running.functions[id(known.code)] = {"calls": 0, "depth": None, "order": len(running.functions)}
        LAST_EXECUTED[(known.code.co_filename, known.code.co_name)] = running.node
    entry["calls"] += 1
    if entry["calls"] > DEPTH_CALLS:
        return
    depth = depth_of(running, known, frame)
    if entry["depth"] is None or depth < entry["depth"]:
        entry["depth"] = depth
        code = known.code
        emit(
            "executed",
            node=running.node,
            path=known.path,
            name=getattr(code, "co_qualname", code.co_name),
            line=code.co_firstlineno,
            depth=depth,
            order=entry["order"],
        )


def depth_of(running, known, frame):
    """Project functions above this one. In a task or thread of its own the test is not among them: it counts all the same."""
    above, is_below_test = 0, known.path == running.path
    for outer in stack(frame.f_back):
        path = own_path(outer.f_code)
        above += path is not None
        is_below_test = is_below_test or path == running.path
    return above if is_below_test else above + 1


def own_path(code):
    known = KNOWN.get(id(code))
    if known is None:
        known = KNOWN[id(code)] = Known(code)
    return known.path


def stack(frame):
    """The frames from here outwards, on through the greenlets that wait for this one."""
    greenlet = sys.modules.get("greenlet")
    current = None
    for _ in range(STACK_LIMIT):
        while frame is None:
            if greenlet is None:
                return
            current = (greenlet.getcurrent() if current is None else current).parent
            if current is None:
                return
            frame = current.gr_frame
        yield frame
        frame = frame.f_back


@quiet
def record_raised(running, frame):
    error = frame.f_locals.get(frame.f_code.co_varnames[0])
    if not isinstance(error, BaseException) or not type(error).__module__.startswith("sqlalchemy."):
        return
    if len(running.raised) >= RAISED_LIMIT:
        return
    frames = list(stack(frame.f_back))
    own = [outer for outer in frames if place(outer.f_code.co_filename)[1]][:FRAME_LIMIT]
    message = exception_text(error)
    key = (type_name(type(error)), message, tuple((outer.f_code.co_filename, outer.f_lineno) for outer in own))
    if key in running.raised:
        return
    running.raised[key] = True
    emit(
        "raised",
        node=running.node,
        type=key[0],
        message=message,
        frames=[frame_record(outer, outer.f_lineno) for outer in reversed(own)],
        load=load_of(frames),
    )


def exception_text(error):
    """As SQLAlchemy words it, without the statement and its parameters: those are values."""
    text = error.args[0] if len(error.args) == 1 else error.args
    if not isinstance(text, (str, tuple)):
        return ""
    code = error._code_str()
    return clip("%s %s" % (text, code) if code else str(text), MESSAGE_LIMIT)


def load_of(frames):
    """Which attribute SQLAlchemy wanted to load, from its own frames between the exception and the project's code."""
    loading = None
    found = None
    for frame in frames:
        if place(frame.f_code.co_filename)[1]:
            break
        name, module = frame.f_code.co_name, module_of(frame)
        if found is None and module == "sqlalchemy.orm.loading" and name.endswith("load_scalar_attributes"):
            loading = frame
        elif found is None and module == "sqlalchemy.orm.strategies" and name in ("_load_for_state", "_emit_lazyload"):
            loader = frame.f_locals["self"]
            return load_record("lazy", loader.parent.class_, [loader.key])
        elif found is None and module == "sqlalchemy.orm.state" and name == "_load_expired":
            found = frame
        elif found is not None and module == "sqlalchemy.orm.attributes" and name == "get":
            return expired_record(found, frame.f_locals["self"].key)
    if found is not None or loading is not None:
        return expired_record(found or loading, None)
    return None


def expired_record(frame, accessed):
    values = frame.f_locals
    names = sorted(str(name) for name in values.get("toload") or values.get("attribute_names") or ())
    if accessed is not None:
        names = [accessed] + [name for name in names if name != accessed]
    return load_record("expired", values["state"].class_, names)


def load_record(reason, model, attributes):
    return {"reason": reason, "model": type_name(model), "attributes": [str(name) for name in attributes][:200]}


def start_tracing():
    if TRACE["started"]:
        return
    TRACE["started"] = True
    before = getattr(threading, "_profile_hook", None)

    def begin_thread(frame, event, arg):
        # Runs once in each new thread. Both settings belong to the thread.
        if callable(before):
            before(frame, event, arg)
        sys.set_coroutine_origin_tracking_depth(max(ORIGIN_DEPTH, sys.get_coroutine_origin_tracking_depth()))
        sys.setprofile(profile)
        profile(frame, event, arg)

    threading.setprofile(begin_thread)
    watch_coroutines()


def watch_coroutines():
    # CPython calls this function for each coroutine destroyed unawaited; warning filters come later.
    original = getattr(warnings, "_warn_unawaited_coroutine", None)
    if original is None:
        return
    depth = sys.get_coroutine_origin_tracking_depth()
    sys.set_coroutine_origin_tracking_depth(max(ORIGIN_DEPTH, depth))

    def warn_unawaited(coroutine):
        record_never_awaited(coroutine)
        if depth > 0:
            original(coroutine)
        else:  # the text as it is when origins are not tracked
            text = "coroutine '%s' was never awaited" % coroutine.__qualname__
            warnings.warn(text, category=RuntimeWarning, stacklevel=2, source=coroutine)

    warnings._warn_unawaited_coroutine = warn_unawaited


# Coroutines that the failing test's traceback keeps alive: seen there, they are not to be told again when they die.
TOLD = {}


@quiet
def record_unstarted(node, error):
    """A traceback keeps dropped coroutines alive until the next test or the end: look for them where they wait."""
    waiting, seen = [unwrap(error)], []
    while waiting and len(seen) < CHAIN_LIMIT:
        current = waiting.pop()
        if any(current is other for other in seen):
            continue
        seen.append(current)
        waiting.extend(earlier for _, earlier in predecessors(current))
        for value in held_values(current):
            if type(value) is types.CoroutineType and inspect.getcoroutinestate(value) == inspect.CORO_CREATED:
                if id(value) not in TOLD:  # weak references are gone by the time of the warning
                    TOLD[id(value)] = (value.cr_code, value.cr_origin)
                    emit_never_awaited(node, value)


def held_values(error):
    if isinstance(error, AttributeError):
        yield getattr(error, "obj", None)
    entry = error.__traceback__
    while entry is not None:
        code = entry.tb_frame.f_code
        if code.co_flags & 0x1 and place(code.co_filename)[1]:
            yield from list(entry.tb_frame.f_locals.values())
        entry = entry.tb_next


@quiet
def record_never_awaited(coroutine):
    if TOLD.pop(id(coroutine), None) == (coroutine.cr_code, coroutine.cr_origin):
        return
    origin = [entry for entry in coroutine.cr_origin or () if place(entry[0])[1]]
    running = TRACE["running"]
    node = running.node if running is not None else None
    if origin:
        node = LAST_EXECUTED.get((origin[0][0], origin[0][2]), node)
    if node is not None:
        emit_never_awaited(node, coroutine)


def emit_never_awaited(node, coroutine):
    frames = [
        {"path": place(name)[0], "line": max(1, line), "function": function}
        for name, line, function in coroutine.cr_origin or ()
        if place(name)[1]
    ]
    emit("never-awaited", node=node, coroutine=clip(str(coroutine.__qualname__), 300), frames=frames[::-1])


def begin(node, path):
    """Starts to watch this test; returns what `end` needs to put back."""
    before = (TRACE["running"], TRACE["previous"], sys.getprofile())
    known = before[0]
    if before[2] is None or before[2] is profile:
        TRACE["running"] = known if known is not None and known.node == node else running_for(node, path)
        watch()
    elif callable(before[2]):  # another profiler in Python goes on; one in C would be switched off by ours
        TRACE["running"] = running_for(node, path)
        TRACE["previous"] = before[2]
        watch()
    return before


def watch():
    if not TRACE["running"].is_cut:
        sys.setprofile(profile)


RECENT = {"running": None}


def running_for(node, path):
    """Setup, call and teardown of one test share a record."""
    recent = RECENT["running"]
    if recent is None or recent.node != node:
        recent = RECENT["running"] = Running(node, place(path)[0])
    return recent


def end(before):
    if sys.getprofile() is profile:  # else the test has set its own
        sys.setprofile(before[2])
    TRACE["running"], TRACE["previous"] = before[0], before[1]


def watched(item):
    if not CONFIG["trace"]:
        yield
        return
    before = begin(item.nodeid, path_of(item))
    yield
    end(before)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_setup(item):
    yield from watched(item)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_call(item):
    yield from watched(item)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    yield from watched(item)


PARTS.update((name, parts_of(name)) for name in JUDGES)
