import { expect, test } from "vitest";
import { compareVersions, supportOf } from "../../../src/draft/facts/support.ts";

test.each([
  ["PEP 621", '[project]\nrequires-python = ">=3.9"\n', "3.9"],
  ["PEP 621 with an upper bound", "[project]\nrequires-python = '>= 3.8, <4'\n", "3.8"],
  ["PEP 621, the upper bound first", '[project]\nrequires-python = "<4,>=3.8"\n', "3.8"],
  ["an exact series", '[project]\nrequires-python = "==3.11.*"\n', "3.11"],
  ["poetry", '[tool.poetry.dependencies]\npython = "^3.8"\n', "3.8"],
  ["poetry, with a tilde", '[tool.poetry.dependencies]\npython = "~3.10"\n', "3.10"],
  ["poetry, an exact series", '[tool.poetry.dependencies]\npython = "3.11.*"\n', "3.11"],
  ["setup.cfg", "[options]\npython_requires = >=3.7\n", "3.7"],
  ["setup.py", 'setup(name="x", python_requires=">=3.6")\n', "3.6"],
  ["setup.py, a compatible release", "setup(python_requires='~=3.7')\n", "3.7"],
  [
    "the oldest classifier",
    '"Programming Language :: Python :: 3.10",\n"Programming Language :: Python :: 3.9",\n',
    "3.9",
  ],
  [
    "a bound before classifiers",
    'requires-python = ">=3.10"\nclassifiers = ["Programming Language :: Python :: 3.8"]\n',
    "3.10",
  ],
  ["a single classifier of the major version", '"Programming Language :: Python :: 3"\n', null],
  ["an upper bound alone", 'requires-python = "<4"\n', null],
  ["a version that is left out", 'requires-python = "!=3.9"\n', null],
  ["the version of a tool", '[tool.mypy]\npython_version = "3.8"\n', null],
  ["a target of a tool", '[tool.black]\ntarget-version = ["py38"]\n', null],
  ["a comment", '# requires-python = ">=3.6"\n', null],
  ["another key that ends so", '[x]\nmy-python = ">=3.6"\n', null],
  ["nothing", "", null],
])("the oldest Python, by %s", (_title, text, expected) => {
  expect(supportOf([text]).python).toBe(expected);
});

test("of several files the oldest Python counts", () => {
  expect(supportOf(['requires-python = ">=3.10"', "python_requires = >=3.9"]).python).toBe("3.9");
});

test.each([
  [
    "PEP 621",
    "dependencies = [\"SQLAlchemy>=1.4,<3\", 'typing_extensions >= 4.0']\n",
    { sqlalchemy: "1.4", "typing-extensions": "4.0" },
  ],
  ["PEP 621, the upper bound first", 'dependencies = [\n  "numpy<3,>=1.20",\n]\n', { numpy: "1.20" }],
  ["extras", 'dependencies = ["sqlalchemy[asyncio, mypy]>=2.0"]\n', { sqlalchemy: "2.0" }],
  ["a marker", "numpy>=1.20; python_version < '3.12'\n", { numpy: "1.20" }],
  [
    "poetry",
    '[tool.poetry.dependencies]\nsqlalchemy = "^1.4"\nnumpy = ">=1.20,<3"\n',
    { sqlalchemy: "1.4", numpy: "1.20" },
  ],
  [
    "poetry, in a table",
    '[tool.poetry.dependencies]\nsqlalchemy = { version = "^1.4", extras = ["asyncio"] }\n',
    { sqlalchemy: "1.4" },
  ],
  ["setup.cfg", "[options]\ninstall_requires =\n    numpy>=1.20\n    Flask ~= 2.1\n", { numpy: "1.20", flask: "2.1" }],
  ["setup.py", "setup(install_requires=['numpy>=1.20', \"flask>=2\"])\n", { numpy: "1.20", flask: "2" }],
  ["requirements", "numpy>=1.20  # for trapz\nflask~=2.0.1\n", { numpy: "1.20", flask: "2.0.1" }],
  ["an exact version", "numpy==1.26.4\n", { numpy: "1.26.4" }],
  ["an upper bound alone", "numpy<3\n", {}],
  ["a version that is left out", "numpy!=1.20\n", {}],
  ["a name without a version", "numpy\nflask\n", {}],
  ["a comment", "# numpy>=1.20\nflask  # was flask>=1.0\n", {}],
  ["a comparison in setup.py", "if sys.version_info >= (3, 8):\n    pass\nif major >= 3:\n    pass\n", {}],
  ["a marker alone", "flask; python_version >= '3.8'\n", {}],
  ["the Python of the project", 'requires-python = ">=3.9"\n', {}],
  ["an address", "git+https://example.org/x.git@v1>=2\n", {}],
])("lower bounds of distributions, by %s", (_title, text, expected) => {
  expect(supportOf([text]).distributions).toEqual(expected);
});

test("of several bounds of one distribution the oldest counts", () => {
  expect(supportOf(["numpy>=1.22\n", 'dependencies = ["numpy>=1.20"]\n', "numpy>=1.21\n"]).distributions).toEqual({
    numpy: "1.20",
  });
});

test("a long line without a bound is read in no time", () => {
  const started = performance.now();
  supportOf([
    `x${" a[b,".repeat(50_000)}`,
    `python${" ".repeat(200_000)}`,
    `requires-python = ${"<4,".repeat(50_000)}`,
  ]);
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each([
  ["3.9", "3.10", -1],
  ["3.10", "3.10.0", 0],
  ["2.0rc1", "2.0", 0],
  ["10", "9.9.9", 1],
])("%s against %s", (first, second, expected) => {
  expect(Math.sign(compareVersions(first, second))).toBe(expected);
  expect(Math.sign(compareVersions(second, first))).toBe(expected === 0 ? 0 : -expected);
});
