import { expect, test } from "vitest";
import type { TestEvidence } from "../../../src/domain/evidence.ts";
import { progressOf } from "../../../src/verify/progress.ts";
import { failure, run } from "../../support/runs.ts";

const deeper = { exception: { type: "KeyError", message: "'x'" } };
const before = run({ a: "failed", b: "failed" });

const loading = (attribute: string): TestEvidence => ({
  executed: [],
  neverAwaited: [],
  raised: [
    {
      type: "MissingGreenlet",
      message: "",
      frames: [],
      load: { reason: "lazy", model: "m.Order", attributes: [attribute] },
    },
  ],
});

test.each([
  ["one test passes", run({ a: "passed", b: "failed" }), { healed: ["a"], moved: [] }],
  [
    "both fail elsewhere",
    run({ a: "failed", b: "failed" }, { failures: [failure("a", deeper), failure("b", deeper)] }),
    { healed: [], moved: ["a", "b"] },
  ],
  [
    "one passes and one moves",
    run({ a: "passed", b: "failed" }, { failures: [failure("b", deeper)] }),
    { healed: ["a"], moved: ["b"] },
  ],
  ["nothing changes", run({ a: "failed", b: "failed" }), undefined],
  [
    "an import breaks",
    run(
      { a: "failed", b: "failed" },
      { failures: [failure("a", { exception: { type: "ImportError", message: "no x" } }), failure("b")] },
    ),
    undefined,
  ],
  [
    "a name is missing",
    run({ a: "failed", b: "passed" }, { failures: [failure("a", { exception: { type: "NameError", message: "x" } })] }),
    undefined,
  ],
  [
    "it fails earlier than before",
    run({ a: "error", b: "passed" }, { failures: [failure("a", { phase: "setup", ...deeper })] }),
    undefined,
  ],
  ["the run cannot be trusted", run({ a: "passed", b: "passed" }, { timedOut: true }), undefined],
])("progress when %s", (_name, after, expected) => {
  expect(progressOf(before, after)).toEqual(expected);
});

test("another attribute being loaded is progress although SQLAlchemy's words are the same", () => {
  const first = run({ a: "failed" }, { evidence: { a: loading("items") } });
  expect(progressOf(first, run({ a: "failed" }, { evidence: { a: loading("items") } }))).toBeUndefined();
  expect(progressOf(first, run({ a: "failed" }, { evidence: { a: loading("customer") } }))).toEqual({
    healed: [],
    moved: ["a"],
  });
});

test("another exception that is logged and swallowed is progress although the assertion is the same", () => {
  const logged = (message: string, type = "AttributeError"): TestEvidence => ({
    executed: [],
    neverAwaited: [],
    raised: [{ type, message, frames: [], load: null }],
  });
  const first = run({ a: "failed" }, { evidence: { a: logged("Markup of 0x1f") } });
  expect(progressOf(first, run({ a: "failed" }, { evidence: { a: logged("Markup of 0x2e") } }))).toBeUndefined();
  expect(progressOf(first, run({ a: "failed" }, { evidence: { a: logged("escape") } }))).toEqual({
    healed: [],
    moved: ["a"],
  });
  const missing = run({ a: "failed" }, { evidence: { a: logged("name 'markupsafe' is not defined", "NameError") } });
  expect(progressOf(first, missing)).toBeUndefined();
});

test("a module that can be collected now has moved on to its failing tests", () => {
  const broken = run(
    {},
    { exitCode: 2, failures: [failure("m.py", { phase: "collect", kind: "error" })], junit: null },
  );
  const after = run({ "m.py::t": "failed" }, { failures: [failure("m.py::t", deeper)] });
  expect(progressOf(broken, after)).toEqual({ healed: [], moved: ["m.py"] });
});

const change = {
  path: "app/tools.py",
  before: "from old.spawn import find\nfrom old.version import Loose\n\nprint(find, Loose, gone)\n",
  after: "from shutil import which\nfrom old.version import Loose\n\nprint(which, Loose, gone)\n",
};

const missing = (message: string, line = 1) =>
  failure("m.py", {
    phase: "collect",
    exception: { type: "ImportError", message },
    frames: [{ path: "app/tools.py", line, function: "<module>" }],
  });

const elsewhere = (message: string) => ({
  ...missing(message),
  frames: [{ path: "app/other.py", line: 1, function: "<module>" }],
});

const collecting = (fails: ReturnType<typeof missing>) => run({}, { exitCode: 2, failures: [fails], junit: null });

test.each([
  [
    "a name that was missing behind it",
    missing("cannot import name 'Loose' from 'old.other' (/lib/old.py)", 2),
    ["m.py"],
  ],
  ["a module that was missing behind it", missing("No module named 'older'", 2), ["m.py"]],
  ["the same module, asked for by a line that was there", missing("No module named 'old'", 2), ["m.py"]],
  ["the same module on the same line", missing("No module named 'old'"), undefined],
  ["a name that the change writes", missing("cannot import name 'which' from 'shutil' (/lib/shutil.py)"), undefined],
  ["a name that the change took away", missing("name 'find' is not defined", 4), undefined],
  [
    "a name that the change took away, in another file that asks a library for it",
    elsewhere("cannot import name 'find' from 'old.spawn' (/lib/old/spawn.py)"),
    ["m.py"],
  ],
  [
    "a name that the change took away, in another file that asks this one for it",
    elsewhere("cannot import name 'find' from 'app.tools' (/repo/app/tools.py)"),
    undefined,
  ],
  [
    "modules that import each other",
    missing("cannot import name 'Loose' from partially initialized module 'old'", 2),
    undefined,
  ],
])("an import that fails is progress or not: %s", (_name, now, moved) => {
  const first = collecting(missing("No module named 'old'"));
  expect(progressOf(first, collecting(now), [change])).toEqual(moved && { healed: [], moved });
});

test.each([
  ["asked for with the name that is mended", "from lib import array, in1d as member, trapz\n", "lib", ["m.py"]],
  ["asked for in parentheses", "from lib import (\n    in1d,\n    trapz as area,\n)\n", "lib", ["m.py"]],
  ["asked for in another module before", "from lib.old import in1d, trapz\n", "lib", undefined],
  ["not asked for before", "from lib import in1d\n", "lib", undefined],
  ["asked for under this name only here", "from lib import in1d as trapz\n", "lib", undefined],
])("the next name that one import statement misses is progress or not: %s", (_name, text, source, moved) => {
  const rewritten = { path: "app/tools.py", before: text, after: "from lib import isin, trapz\n" };
  const first = collecting(missing("cannot import name 'in1d' from 'lib' (/lib/lib.py)"));
  const next = collecting(missing(`cannot import name 'trapz' from '${source}' (/lib/lib.py)`));
  expect(progressOf(first, next, [rewritten])).toEqual(moved && { healed: [], moved });
});
