import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { RenamedName } from "../../../src/domain/library.ts";
import { NUMPY_REWRITES } from "../../../src/draft/recipes/data/numpy-rewrites.ts";
import { lastPart, parentName } from "../../../src/draft/names/references.ts";
import { removedNumpyFunctions } from "../../../src/draft/recipes/data/removed-numpy-functions.ts";
import { NUMPY } from "../../../src/draft/tables/numpy.ts";
import { PYTHON } from "../../../src/draft/tables/python.ts";
import { drafted } from "../../support/recipe-case.ts";
import { ruffFixes } from "../../support/ruff.ts";

/** Names that old versions had and the newest has not, together with those that our own tables know. */
async function goneNames(list: string, rows: readonly string[]): Promise<string[]> {
  const text = await readFile(new URL(`../../fixtures/gone-names/${list}.txt`, import.meta.url), "utf8");
  return [...new Set([...text.trim().split("\n"), ...rows])].sort();
}

const rowsOf = (names: readonly RenamedName[] = []): ReadonlyMap<string, string> =>
  new Map(names.map(({ old, new: fresh }) => [old, [fresh].flat()[0]?.replace(/^builtins\./, "") ?? ""]));

interface Answer {
  readonly ours: string | null;
  readonly ruff: string | null;
}

/** Where the two do not say the same of a name; what neither knows is the same. */
function differences(
  ours: ReadonlyMap<string, string>,
  ruff: ReadonlyMap<string, string>,
  names: readonly string[],
): Record<string, Answer> {
  return Object.fromEntries(
    names
      .map((name) => [name, { ours: ours.get(name) ?? null, ruff: ruff.get(name) ?? null }] as const)
      .filter(([, answer]) => answer.ours !== answer.ruff),
  );
}

/** What stands after the fix in the print, the import or the method's call, as a dotted name. */
function meant(text: string): string {
  const found =
    /^(?:print\((?<printed>.*)\)|from (?<module>\S+) import (?<name>\w+) as it| +self\.(?<method>\w+)\(.*)$/m;
  const { printed, module, name, method } = found.exec(text)?.groups ?? {};
  if (printed === undefined) return method ?? `${module}.${name}`;
  const source = /^from (\S+) import /m.exec(text)?.[1];
  return source === undefined ? printed.replace(/\bnp\./, "numpy.") : `${source}.${printed}`;
}

/** What ruff puts in the place of each name that it mends, one file for each. */
async function answers(
  names: readonly string[],
  spelled: (name: string) => string,
): Promise<{ readonly mended: ReadonlyMap<string, string>; readonly left: readonly string[] }> {
  const files = Object.fromEntries(names.map((name) => [`${name}.py`, spelled(name)]));
  const after = await ruffFixes(files, ["NPY", "UP"]);
  const mended = names.flatMap((name) => {
    const text = after.get(`${name}.py`)?.text;
    return text === undefined || text === spelled(name) ? [] : [[name, meant(text)] as const];
  });
  return { mended: new Map(mended), left: names.filter((name) => (after.get(`${name}.py`)?.left.length ?? 0) > 0) };
}

/** What our rewrites make of a bare use of the name; only constants can be told in other words where nothing is called. */
async function rewritten(): Promise<Array<readonly [string, string]>> {
  const found = await Promise.all(
    Object.keys(NUMPY_REWRITES).map(async (name) => {
      const text = `import numpy as np\nprint(np.${name})\n`;
      const [files] = await drafted(removedNumpyFunctions, {
        files: { "a.py": text },
        exception: { type: "AttributeError", message: `\`np.${name}\` was removed in the NumPy 2.0 release.` },
        frames: [{ path: "a.py", line: 2, function: "<module>" }],
        has: ["numpy.ndarray"],
      });
      return files?.["a.py"] === undefined ? [] : [[`numpy.${name}`, meant(files["a.py"])] as const];
    }),
  );
  return found.flat();
}

/** Ours on purpose, with the reason. */
const NUMPY_ON_PURPOSE = {
  // `np.source` prints the source, `inspect.getsource` returns it: the value of the call is another.
  "numpy.source": { ours: null, ruff: "inspect.getsource" },
};

/** What ruff finds and does not mend, and for which we have no rewrite either: a person must say what was wanted. */
const NUMPY_FOR_PERSONS = [
  "numpy.add_newdoc_ufunc",
  "numpy.compat",
  "numpy.deprecate",
  "numpy.deprecate_with_doc",
  "numpy.get_array_wrap",
  "numpy.geterrobj",
  "numpy.issctype",
  "numpy.lookfor",
  "numpy.maximum_sctype",
  "numpy.recfromcsv",
  "numpy.recfromtxt",
  "numpy.sctypes",
  "numpy.set_string_function",
  "numpy.seterrobj",
  "numpy.who",
];

test("says of what numpy took away what ruff says", async () => {
  const rewrites = Object.keys(NUMPY_REWRITES).map((name) => `numpy.${name}`);
  const names = await goneNames("numpy", [...rowsOf(NUMPY.names).keys(), ...rewrites]);
  const ruff = await answers(names, (name) => `import numpy as np\nprint(${name.replace("numpy.", "np.")})\n`);
  const ours = new Map([...rowsOf(NUMPY.names), ...(await rewritten())]);
  const unknown = ruff.left.filter((name) => !ours.has(name) && !rewrites.includes(name));
  expect({
    differences: differences(ours, ruff.mended, [...ruff.mended.keys(), ...ruff.left]),
    unknown,
    mendedByBoth: [...ruff.mended.keys()].filter((name) => ours.has(name)).length,
  }).toEqual({ differences: NUMPY_ON_PURPOSE, unknown: NUMPY_FOR_PERSONS, mendedByBoth: 49 });
});

test("says of what moved in Python's own library what ruff says", async () => {
  const names = (await goneNames("python", [...rowsOf(PYTHON.names).keys()])).filter((name) => name.includes("."));
  const ruff = await answers(names, (name) => `from ${parentName(name)} import ${lastPart(name)} as it\n`);
  expect({
    differences: differences(rowsOf(PYTHON.names), ruff.mended, [...ruff.mended.keys()]),
    mendedByBoth: ruff.mended.size,
  }).toEqual({ differences: {}, mendedByBoth: 27 });
});

test("says of unittest's old names what ruff says", async () => {
  const ours = new Map(
    PYTHON.methods?.flatMap(({ full, old, new: fresh }) =>
      full === "unittest.TestCase" && typeof fresh === "string" ? [[`${full}.${old}`, fresh] as const] : [],
    ),
  );
  const names = (await goneNames("python", [...ours.keys()])).filter((name) => name.startsWith("unittest.TestCase."));
  const ruff = await answers(
    names,
    (name) =>
      "import unittest\nclass Case(unittest.TestCase):\n    def test(self):\n" +
      `        self.${lastPart(name)}(1, 2)\n`,
  );
  expect({
    differences: differences(ours, ruff.mended, [...ruff.mended.keys()]),
    mendedByBoth: ruff.mended.size,
  }).toEqual({ differences: {}, mendedByBoth: 15 });
});
