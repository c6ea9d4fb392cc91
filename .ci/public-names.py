"""Prints the public names of a package, one a line; with "-", reads dotted names and prints those that cannot be had.

The package "stdlib" is all of Python's own library. Runs under Python 3.6 and later.
"""

import importlib
import io
import keyword
import os
import pkgutil
import sys
import sysconfig
import warnings
from contextlib import redirect_stdout

# Programs, tests and what does something when it is imported.
SKIPPED = set("__main__ antigravity conftest distutils ensurepip f2py idlelib lib2to3 pip setup test tests this "
              "turtledemo venv".split())
# Some names stand for None.
MISSING = object()


def loaded(name):
    try:
        with redirect_stdout(io.StringIO()):
            return importlib.import_module(name)
    except (Exception, SystemExit):
        return None


def top_level():
    folder = sysconfig.get_paths()["stdlib"]
    found = pkgutil.iter_modules([folder, os.path.join(folder, "lib-dynload")])
    return sorted(set(sys.builtin_module_names) | {entry.name for entry in found})


def modules(name):
    """The module and those below it."""
    if name.startswith("_") or name.rpartition(".")[2].startswith("_") or name.rpartition(".")[2] in SKIPPED:
        return
    module = loaded(name)
    if module is None:
        return
    yield module
    for entry in pkgutil.iter_modules(getattr(module, "__path__", [])):
        yield from modules(name + "." + entry.name)


def members(module):
    """What the module means to offer: its `__all__` where it has one, else what is no module and comes from itself."""
    offered = getattr(module, "__all__", None)
    if offered is not None:
        return [name for name in offered if hasattr(module, name)]
    return [name for name, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]


def public(package):
    """Of numpy all that it has itself: there whole modules (`numpy.math`) and aliases of other things were lost."""
    if package != "stdlib":
        return ["%s.%s" % (package, name) for name in dir(loaded(package))]
    found = [module for name in top_level() for module in modules(name)]
    named = ["%s.%s" % (module.__name__, name) for module in found for name in members(module)]
    return [module.__name__ for module in found] + named + cases()


def cases():
    """The methods of unittest's test case."""
    from unittest import TestCase

    return ["unittest.TestCase.%s" % name for name in dir(TestCase)]


def can_be_had(dotted):
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        value = loaded(".".join(parts[:length]))
        if value is None:
            continue
        for part in parts[length:]:
            value = getattr(value, part, MISSING)
        return value is not MISSING
    return False


def main():
    warnings.simplefilter("ignore")
    if sys.argv[1] == "-":
        names = [name for name in sys.stdin.read().split() if not can_be_had(name)]
    else:
        names = public(sys.argv[1])
    parts = (name.rpartition(".")[2] for name in names)
    kept = {name for name, part in zip(names, parts) if not part.startswith("_") and not keyword.iskeyword(part)}
    print("\n".join(sorted(kept)))


main()
