import { expect, test } from "vitest";
import { removedDistutils } from "../../../src/draft/recipes/python/removed-distutils.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const GONE = "ModuleNotFoundError: No module named 'distutils'";
const HAS = ["shutil.copytree", "shutil.rmtree", "shutil.copy2", "os.makedirs", "packaging.version.Version"];
const row = (text: string, exception = GONE): RecipeCase => ({ ...failing(text, 1, exception), has: HAS });

const VERSION = "from distutils.version import LooseVersion\n\n";
const COPY = "from distutils.dir_util import copy_tree\n\n";

test.each([
  ["a function without a successor", row("from distutils.util import strtobool\n\nstrtobool('yes')\n")],
  ["one beside it", row("from distutils.dir_util import copy_tree, create_tree\n\ncopy_tree(a, b)\n")],
  ["a list of files that is used", row(`${COPY}files = copy_tree(a, b)\n`)],
  ["more arguments", row(`${COPY}copy_tree(a, b, preserve_mode=0)\n`)],
  ["a version whose parts are read", row(`${VERSION}major = LooseVersion(text).version[0]\n`)],
  ["a version that is kept", row(`${VERSION}version = LooseVersion(text)\n`)],
  ["packaging that is not installed", { ...row(`${VERSION}LooseVersion(a) < LooseVersion(b)\n`), has: [] }],
  ["a line that is not the failing one", row(`import os\n${COPY}copy_tree(a, b)\n`)],
  ["another module", row(`${COPY}copy_tree(a, b)\n`, "ModuleNotFoundError: No module named 'shop'")],
  [
    "a try that expects its absence",
    {
      ...row("try:\n    from distutils.dir_util import copy_tree\nexcept ImportError:\n    copy_tree = None\n"),
      frames: [{ path: "app/shop.py", line: 2, function: "<module>" }],
    },
  ],
] as const)("leaves alone: %s", async (_title, input) => {
  expect(await drafted(removedDistutils, input)).toEqual([]);
});

test.each([
  [
    "a folder that is copied into another one",
    `${COPY}copy_tree(a, str(b))  # all\n`,
    "from shutil import copytree\n\ncopytree(a, str(b), dirs_exist_ok=True)  # all\n",
  ],
  [
    "by a module that is imported",
    "from distutils.dir_util import mkpath, remove_tree\nimport os\nimport shutil\n\n\ndef clean(a):\n    remove_tree(a)\n    mkpath(a)\n",
    "import os\nimport shutil\n\n\ndef clean(a):\n    shutil.rmtree(a)\n    os.makedirs(a, exist_ok=True)\n",
  ],
  [
    "versions that are compared",
    `${VERSION}is_new = LooseVersion(a) >= LooseVersion("2.0")\nlast = max(all_of, key=LooseVersion)\n`,
    `from packaging.version import Version\n\nis_new = Version(a) >= Version("2.0")\nlast = max(all_of, key=Version)\n`,
  ],
])("does the same otherwise: %s", async (_title, before, after) => {
  expect(await drafted(removedDistutils, row(before))).toEqual(changed(after));
});
