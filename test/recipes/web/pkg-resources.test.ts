import { expect, test } from "vitest";
import { pkgResources } from "../../../src/draft/recipes/web/pkg-resources.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/about.py";

function importing(text: string, line = 1): RecipeCase {
  return {
    files: { [PATH]: text, "shop/__init__.py": "" },
    exception: { type: "ModuleNotFoundError", message: "No module named 'pkg_resources'" },
    frames: [{ path: PATH, line, function: "<module>" }],
    has: ["packaging.version.parse"],
  };
}

const PLAIN = "import pkg_resources\n\n";

test.each([
  [
    "an import that may fail",
    importing("try:\n    import pkg_resources\nexcept ImportError:\n    pkg_resources = None\n", 2),
  ],
  [
    "more of a distribution than its version",
    importing(`${PLAIN}print(pkg_resources.get_distribution('a').location)\n`),
  ],
  ["a distribution handed on", importing(`${PLAIN}print(pkg_resources.get_distribution('a'))\n`)],
  ["what has no successor", importing(`${PLAIN}print(pkg_resources.working_set)\n`)],
  [
    "one use with a successor beside one without",
    importing(`${PLAIN}V = pkg_resources.get_distribution('a').version\nprint(pkg_resources.working_set)\n`),
  ],
  ["an import that nothing uses", importing("import pkg_resources\n")],
  ["a versions library that is not there", { ...importing(`${PLAIN}pkg_resources.parse_version('1')\n`), has: [] }],
  ["files of an older Python", { ...importing(`${PLAIN}pkg_resources.resource_string('a', 'b')\n`), python: "3.8.18" }],
  [
    "files of an older Python that the project names",
    { ...importing(`${PLAIN}pkg_resources.resource_string('a', 'b')\n`), support: { python: "3.8" } },
  ],
  [
    "entry points of an older Python",
    { ...importing(`${PLAIN}pkg_resources.iter_entry_points('a')\n`), python: "3.9.18" },
  ],
  ["files of a requirement", importing(`${PLAIN}pkg_resources.resource_string(requirement, 'b')\n`)],
  [
    "another missing module",
    { ...importing(PLAIN), exception: { type: "ModuleNotFoundError", message: "No module named 'pkg'" } },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(pkgResources, row)).toEqual([]);
});

test.each([
  [
    "an alias",
    importing("import pkg_resources as p\n\nprint(p.get_distribution('a').version)\n"),
    "import importlib.metadata\n\nprint(importlib.metadata.version('a'))\n",
  ],
  [
    "a version",
    importing(`${PLAIN}__version__ = pkg_resources.get_distribution("shop").version\n`),
    'import importlib.metadata\n\n__version__ = importlib.metadata.version("shop")\n',
  ],
  [
    "a version that may not be known",
    importing(
      "from pkg_resources import DistributionNotFound, get_distribution\n\ntry:\n    version = get_distribution(__name__).version\nexcept DistributionNotFound:\n    version = None\n",
    ),
    "import importlib.metadata\n\ntry:\n    version = importlib.metadata.version(__name__)\nexcept importlib.metadata.PackageNotFoundError:\n    version = None\n",
  ],
  [
    "files, of a module and of a package",
    importing(
      "import pkg_resources\n\nA = pkg_resources.resource_filename(__name__, 'a.txt')\nB = pkg_resources.resource_string('shop.data', NAME)\nC = pkg_resources.resource_stream('shop', 'c')\n",
    ),
    "import importlib.resources\n\nA = str(importlib.resources.files(__package__).joinpath('a.txt'))\nB = importlib.resources.files('shop.data').joinpath(NAME).read_bytes()\nC = importlib.resources.files('shop').joinpath('c').open(\"rb\")\n",
  ],
  [
    "entry points, in a function",
    importing(
      "def plugins():\n    import pkg_resources\n    return [e.load() for e in pkg_resources.iter_entry_points('shop.plugins', name='a')]\n",
      2,
    ),
    "def plugins():\n    import importlib.metadata\n    return [e.load() for e in importlib.metadata.entry_points(group='shop.plugins', name='a')]\n",
  ],
  [
    "versions compared",
    importing(
      "import os\nfrom pkg_resources import get_distribution, parse_version\n\nNEW = parse_version(get_distribution('a').version) > parse_version('2')\n",
      2,
    ),
    "import os\nimport importlib.metadata\nimport packaging.version\n\nNEW = packaging.version.parse(importlib.metadata.version('a')) > packaging.version.parse('2')\n",
  ],
] as const)("uses what Python has: %s", async (_title, row, after) => {
  expect(await drafted(pkgResources, row)).toEqual([{ [PATH]: after }]);
});
