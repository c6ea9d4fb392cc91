import { expect, test } from "vitest";
import type { Answer, Question } from "../../../src/domain/question.ts";
import { installedBy } from "../../../src/draft/facts/installed.ts";
import { pythonBridge } from "../../../src/io/python-bridge.ts";
import type { PackageReader, Workspace } from "../../../src/ports.ts";
import { openFacts, supportIn } from "../../../src/steps/facts.ts";

const parser = pythonBridge([process.env["AUTOFIX_BRIDGE_PYTHON"] ?? "python3"], { PATH: process.env["PATH"] ?? "" });

function workspaceOf(files: Readonly<Record<string, string>>, reads: string[] = []): Workspace {
  return {
    trackedFiles: async () => Object.keys(files),
    read: async (path) => {
      reads.push(path);
      const text = files[path];
      return text === undefined ? { kind: "unreadable", reason: "not there" } : { kind: "text", text };
    },
    write: async () => {},
    restore: async () => {},
    hashes: async () => ({}),
  };
}

interface Asked {
  readonly questions: readonly Question[];
  readonly own: readonly string[];
}

/** A reader that remembers what it was asked and gives these answers, one after the other. */
function packagesGiving(answers: readonly Answer[], asked: Asked[] = []): PackageReader {
  return {
    answer: async (questions, own) => {
      asked.push({ questions, own });
      return answers;
    },
  };
}

const JSON_EXISTS: Question = { kind: "exists", name: "json" };

test("answers are kept under their questions; what the reader leaves out is not known", async () => {
  const facts = openFacts({ packages: packagesGiving([true]), parser, workspace: workspaceOf({}), trackedFiles: [] });
  await facts.find([JSON_EXISTS, { kind: "exists", name: "jsno" }]);
  const unknown: Question[] = [];
  const installed = installedBy(facts.answers, (question) => unknown.push(question));
  expect([installed.has("json"), installed.has("jsno"), installed.has("os")]).toEqual([true, false, false]);
  expect(unknown).toEqual([{ kind: "exists", name: "os" }]);
});

test("the project's own names go along with the questions", async () => {
  const asked: Asked[] = [];
  const trackedFiles = ["src/shop/cart.py", "shop-tools/run.py", "README.md", "1st.py", "a/b/c/d.py"];
  const facts = openFacts({
    packages: packagesGiving([true], asked),
    parser,
    workspace: workspaceOf({}),
    trackedFiles,
  });
  await facts.find([JSON_EXISTS]);
  expect(asked).toEqual([{ questions: [JSON_EXISTS], own: ["src", "shop", "cart", "run", "a", "b", "c"] }]);
});

test("what lies in a package is not a name of its own", async () => {
  const asked: Asked[] = [];
  const facts = openFacts({
    packages: packagesGiving([true], asked),
    parser,
    workspace: workspaceOf({}),
    trackedFiles: ["tests/__init__.py", "tests/unittest/__init__.py", "src/shop/__init__.py", "src/shop/json.py"],
  });
  await facts.find([JSON_EXISTS]);
  expect(asked).toEqual([{ questions: [JSON_EXISTS], own: ["tests", "src", "shop"] }]);
});

test("whether a text is Python is asked of the parser, not of the packages", async () => {
  const asked: Asked[] = [];
  const facts = openFacts({
    packages: packagesGiving([], asked),
    parser,
    workspace: workspaceOf({}),
    trackedFiles: [],
  });
  await facts.find([
    { kind: "parses", text: "x = 1\n" },
    { kind: "parses", text: "x = = 1\n" },
    { kind: "parses", text: "" },
  ]);
  const installed = installedBy(facts.answers, () => {});
  expect([installed.parses("x = 1\n"), installed.parses("x = = 1\n"), installed.parses("")]).toEqual([
    true,
    false,
    true,
  ]);
  expect(asked).toEqual([]);
});

test("definitions of the repository are found in files that nothing imports; imports, strings and other names are none", async () => {
  const files = {
    "shop/a.py": "class Cart: ...\n",
    "shop/b.py": "async def Cart(): ...\n",
    "shop/c.py": "if True:\n    Cart = 1\nfrom shop.a import Cart\nCarts = 1\n",
    "shop/d.py": '"""\nclass Cart:\n"""\nCart: int\n',
    "shop/e.py": "Cart: int = 1\n",
    "shop/f.py": "class Cart\n",
    "notes.txt": "class Cart: ...\n",
  };
  const reads: string[] = [];
  const facts = openFacts({
    packages: packagesGiving([]),
    parser,
    workspace: workspaceOf(files, reads),
    trackedFiles: Object.keys(files),
  });
  await facts.find([{ kind: "own", symbol: "Cart" }]);
  await facts.find([{ kind: "own", symbol: "(a+)+$" }]);
  const installed = installedBy(facts.answers, () => {});
  expect(installed.ownDefinitions("Cart")).toEqual([
    { path: "shop/a.py", kind: "class" },
    { path: "shop/b.py", kind: "function" },
    { path: "shop/e.py", kind: "value" },
  ]);
  expect(installed.ownDefinitions("(a+)+$")).toEqual([]);
  expect(reads).toEqual(Object.keys(files).filter((path) => path.endsWith(".py")));
});

test("what the project supports is read from the metadata in its root only", async () => {
  const files = {
    "pyproject.toml": '[project]\nrequires-python = ">=3.9"\n',
    "docs/requirements.txt": "numpy>=1.0\n",
    "requirements.txt": "flask>=2\n",
  };
  expect(await supportIn(workspaceOf(files), [...Object.keys(files), "setup.cfg"])).toEqual({
    python: "3.9",
    distributions: { flask: "2" },
  });
});
