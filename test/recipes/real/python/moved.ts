import type { RealCase } from "../real-case.ts";

export const MOVED_CASES: readonly RealCase[] = [
  {
    id: "pipes-quote",
    recipe: "moved-names",
    title: "`pipes.quote`, from a module that Python 3.13 took away",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "backup/command.py": `import pipes


def archive_command(folder, target):
    """The command line that packs a folder, safe to paste into a shell."""
    return "tar czf %s %s" % (pipes.quote(target), pipes.quote(folder))
`,
      "tests/test_command.py": `from backup.command import archive_command


def test_names_with_blanks_are_quoted():
    assert archive_command("my notes", "out.tgz") == "tar czf out.tgz 'my notes'"
`,
    },
    after: {
      "backup/command.py": `from shlex import quote


def archive_command(folder, target):
    """The command line that packs a folder, safe to paste into a shell."""
    return "tar czf %s %s" % (quote(target), quote(folder))
`,
    },
    requirements: [[]],
    python: ["3.13"],
    raises: "ModuleNotFoundError: No module named 'pipes'",
    note: "The import is the line that fails; it goes because everything the file takes from `pipes` has a successor.",
  },
  {
    id: "distutils-find-executable",
    recipe: "moved-names",
    title: "`find_executable` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "checks/tools.py": `from distutils.spawn import find_executable


def missing_tools(names):
    """Those of the programs that are not installed."""
    return [name for name in names if find_executable(name) is None]
`,
      "tests/test_tools.py": `from checks.tools import missing_tools


def test_only_missing_programs_are_named():
    assert missing_tools(["python3", "no-such-program"]) == ["no-such-program"]
`,
    },
    after: {
      "checks/tools.py": `from shutil import which


def missing_tools(names):
    """Those of the programs that are not installed."""
    return [name for name in names if which(name) is None]
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
  },
  {
    id: "time-clock",
    recipe: "moved-names",
    title: "`time.clock`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "metrics/stopwatch.py": `import time


class Stopwatch:
    """Seconds between start and stop."""

    def __init__(self):
        self.started = time.clock()

    def stop(self):
        return time.clock() - self.started
`,
      "tests/test_stopwatch.py": `from metrics.stopwatch import Stopwatch


def test_time_goes_by():
    assert Stopwatch().stop() >= 0
`,
    },
    after: {
      "metrics/stopwatch.py": `import time


class Stopwatch:
    """Seconds between start and stop."""

    def __init__(self):
        self.started = time.perf_counter()

    def stop(self):
        return time.perf_counter() - self.started
`,
    },
    requirements: [[]],
    python: ["3.8", "3.11", "3.13"],
    raises: "AttributeError: module 'time' has no attribute 'clock'",
  },
  {
    id: "getargspec-names",
    recipe: "moved-names",
    title: "`inspect.getargspec`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "cli/options.py": `import inspect


def option_names(command):
    """Names of a command's arguments, for its help text."""
    return [name for name in inspect.getargspec(command).args if name != "self"]
`,
      "tests/test_options.py": `from cli.options import option_names


def greet(self, name, loud=False):
    return name.upper() if loud else name


def test_names_in_order():
    assert option_names(greet) == ["name", "loud"]
`,
    },
    after: {
      "cli/options.py": `import inspect


def option_names(command):
    """Names of a command's arguments, for its help text."""
    return [name for name in inspect.getfullargspec(command).args if name != "self"]
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "AttributeError: module 'inspect' has no attribute 'getargspec'",
  },
  {
    id: "getargspec-unpacked",
    recipe: "moved-names",
    title: "`inspect.getargspec`, taken apart",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "cli/options.py": `import inspect


def option_names(command):
    """Names of a command's arguments, for its help text."""
    args, varargs, keywords, defaults = inspect.getargspec(command)
    return [name for name in args if name != "self"]
`,
      "tests/test_options.py": `from cli.options import option_names


def greet(self, name, loud=False):
    return name.upper() if loud else name


def test_names_in_order():
    assert option_names(greet) == ["name", "loud"]
`,
    },
    after: null,
    requirements: [[]],
    python: ["3.11"],
    raises: "AttributeError: module 'inspect' has no attribute 'getargspec'",
    note: "`getfullargspec` gives seven values, so code that takes four is left to a person.",
  },
  {
    id: "python2-urls",
    recipe: "moved-names",
    title: "`urlparse` and `urllib.urlencode` of Python 2",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/links.py": `import urllib

from urlparse import urljoin


def search_link(base, words):
    """Where the search page shows the results for some words."""
    return urljoin(base, "search?" + urllib.urlencode({"q": words}))
`,
      "tests/test_links.py": `from shop.links import search_link


def test_words_are_encoded():
    assert search_link("https://shop.test/", "red shoes") == "https://shop.test/search?q=red+shoes"
`,
    },
    after: {
      "shop/links.py": `import urllib
import urllib.parse

from urllib.parse import urljoin


def search_link(base, words):
    """Where the search page shows the results for some words."""
    return urljoin(base, "search?" + urllib.parse.urlencode({"q": words}))
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "ModuleNotFoundError: No module named 'urlparse'",
  },
];
