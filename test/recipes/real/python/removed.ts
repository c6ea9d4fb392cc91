import type { RealCase } from "../real-case.ts";

export const REMOVED_CASES: readonly RealCase[] = [
  {
    id: "float-as-a-count",
    recipe: "whole-division",
    title: "A quotient as an index and as a count",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "report/layout.py": `def first_half(rows):
    """Half of the rows; of an odd number the smaller part."""
    return rows[: len(rows) / 2]


def ruler(width):
    marks = width / 2
    return "".join("|" if column % 5 == 0 else "." for column in range(marks))
`,
      "tests/test_layout.py": `from report.layout import first_half, ruler


def test_half_of_the_rows():
    assert first_half([1, 2, 3, 4, 5]) == [1, 2]


def test_a_mark_at_every_fifth_column():
    assert ruler(14) == "|....|."
`,
    },
    after: {
      "report/layout.py": `def first_half(rows):
    """Half of the rows; of an odd number the smaller part."""
    return rows[: len(rows) // 2]


def ruler(width):
    marks = width // 2
    return "".join("|" if column % 5 == 0 else "." for column in range(marks))
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: 'float' object cannot be interpreted as an integer",
  },
  {
    id: "string-enum-in-text",
    recipe: "string-enum",
    title: "An enumeration of texts in an f-string",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/paths.py": `from enum import Enum


class Status(str, Enum):
    OPEN = "open"
    PAID = "paid"


def order_path(number, status):
    return f"/orders/{status}/{number}"
`,
      "tests/test_paths.py": `from shop.paths import Status, order_path


def test_the_status_is_part_of_the_path():
    assert order_path(7, Status.OPEN) == "/orders/open/7"
`,
    },
    after: {
      "shop/paths.py": `from enum import StrEnum


class Status(StrEnum):
    OPEN = "open"
    PAID = "paid"


def order_path(number, status):
    return f"/orders/{status}/{number}"
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "AssertionError: assert '/orders/Status.OPEN/7' == '/orders/open/7'",
    note: "Not where the project says that it works with Pythons before 3.11, which have no `StrEnum`.",
  },
  {
    id: "entry-points-get",
    recipe: "entry-point-groups",
    title: "Entry points looked up as in a dictionary",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "core/plugins.py": `from importlib.metadata import entry_points


def plugins(group):
    """Names of the plugins that are installed for a group."""
    return sorted({entry.name for entry in entry_points().get(group, [])})
`,
      "tests/test_plugins.py": `from core.plugins import plugins


def test_pytest_installs_its_command():
    assert "pytest" in plugins("console_scripts")


def test_a_group_that_nobody_has():
    assert plugins("core.none") == []
`,
    },
    after: {
      "core/plugins.py": `from importlib.metadata import entry_points


def plugins(group):
    """Names of the plugins that are installed for a group."""
    return sorted({entry.name for entry in entry_points(group=group)})
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "AttributeError: 'EntryPoints' object has no attribute 'get'",
  },
  {
    id: "distutils-copy-tree",
    recipe: "removed-distutils",
    title: "`copy_tree` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "site_builder/theme.py": `from distutils.dir_util import copy_tree


def install_theme(source, site):
    """Copies a theme over what the site has already."""
    copy_tree(str(source), str(site))
`,
      "tests/test_theme.py": `from site_builder.theme import install_theme


def test_files_of_both_are_there(tmp_path):
    theme, site = tmp_path / "theme", tmp_path / "site"
    theme.mkdir()
    site.mkdir()
    (theme / "style.css").write_text("p {}")
    (site / "index.html").write_text("<p>")
    install_theme(theme, site)
    assert sorted(file.name for file in site.iterdir()) == ["index.html", "style.css"]
`,
    },
    after: {
      "site_builder/theme.py": `from shutil import copytree


def install_theme(source, site):
    """Copies a theme over what the site has already."""
    copytree(str(source), str(site), dirs_exist_ok=True)
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
  },
  {
    id: "distutils-version",
    recipe: "removed-distutils",
    title: "`LooseVersion` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "client/support.py": `from distutils.version import LooseVersion


def is_supported(server):
    """The server speaks the protocol since 2.10."""
    return LooseVersion(server) >= LooseVersion("2.10")
`,
      "tests/test_support.py": `from client.support import is_supported


def test_numbers_are_compared_as_numbers():
    assert is_supported("2.12")
    assert not is_supported("2.9")
`,
    },
    after: {
      "client/support.py": `from packaging.version import Version


def is_supported(server):
    """The server speaks the protocol since 2.10."""
    return Version(server) >= Version("2.10")
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
    note: "`packaging` must be installed; it belongs among the project's requirements.",
  },
  {
    id: "distutils-strtobool",
    recipe: "own-strtobool",
    title: "`strtobool` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "flags.py": `import os
from distutils.util import strtobool


def is_on(name):
    return bool(strtobool(os.environ.get(name, "no")))
`,
      "tests/test_flags.py": `from flags import is_on


def test_is_on(monkeypatch):
    monkeypatch.setenv("DARK_MODE", "Yes")
    assert is_on("DARK_MODE")
    assert not is_on("LARGE_TEXT")
`,
    },
    after: {
      "flags.py": `import os


def strtobool(value):
    value = value.lower()
    if value in ("y", "yes", "t", "true", "on", "1"):
        return 1
    if value in ("n", "no", "f", "false", "off", "0"):
        return 0
    raise ValueError(f"invalid truth value {value!r}")


def is_on(name):
    return bool(strtobool(os.environ.get(name, "no")))
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
  },
];
