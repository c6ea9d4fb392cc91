import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { importedFile } from "../../syntax/imported-file.ts";
import { children, isFunction, parentOf, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded, refuseFirst } from "../added.ts";
import { isPartOfText, textOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { meaningsOf } from "../code/meaning.ts";
import { isAmong, mentionsIn, plainName } from "../code/mentions.ts";
import { productOnly } from "../product-only.ts";
import type { GuardInput, GuardRule } from "../rule.ts";
import { listOf } from "../tracked-files.ts";

const RULE = "no-test-awareness";
const WHY = "by which code can tell that it is being tested";

const FRAMEWORKS = ["pytest", "_pytest", "pluggy", "unittest", "doctest", "nose"];
const WITNESSES = [
  "sys.modules",
  "sys.argv",
  "sys.orig_argv",
  "sys._getframe",
  "sys._getframemodulename",
  "sys._current_frames",
  "sys.gettrace",
  "sys.getprofile",
  "inspect.stack",
  "inspect.trace",
  "inspect.currentframe",
  "inspect.getouterframes",
  "inspect.getinnerframes",
  "traceback.extract_stack",
  "traceback.format_stack",
  "traceback.print_stack",
  "traceback.walk_stack",
  "builtins.__debug__",
  "__main__",
];
/** Reaching a caller through a frame, whatever gave the frame. */
const FRAME_PARTS = /^(f_back|f_code|f_globals|f_locals|tb_frame|gi_frame|cr_frame|_getframe)$/;
/** Shorter names of tests are words that product code may use for itself. */
const SHORTEST_TEST_NAME = 8;

/** Product code may not learn that a test runs it, nor which one. */
export const noTestAwarenessRule: GuardRule = {
  id: RULE,
  check(input) {
    const testNames = testNamesIn(input);
    const product = productOnly(input);
    return [
      ...refuseFirst(RULE, product, (module) => [...frameworksIn(module), ...testCodeIn(module, input)]),
      ...refuseAdded(RULE, product, witnessesIn),
      ...refuseAdded(RULE, input, (module) => signsIn(module, testNames)),
    ];
  },
};

function frameworksIn(module: PythonModule): Finding[] {
  return mentionsIn(module)
    .filter(({ dotted, isImport }) => isImport && isAmong(dotted, FRAMEWORKS))
    .map(({ dotted, node }) => {
      const top = dotted.split(".")[0] ?? dotted;
      return { node, reason: `imports \`${top}\`, ${WHY}`, key: `${top} in ${module.path}` };
    });
}

/** Tests import the code, never the other way round. */
function testCodeIn(module: PythonModule, { trackedFiles, guardedFiles }: GuardInput): Finding[] {
  const files = listOf(trackedFiles);
  return walkNodes(module).flatMap((node) => {
    const test = importsOf(node)
      .flatMap((wanted) => importedFile(files, module.path, wanted) ?? [])
      .find((path) => guardedFiles.has(path));
    return test === undefined
      ? []
      : [{ node, reason: `imports the test code in ${test}`, key: `${module.path} ${test}` }];
  });
}

/** The modules that a statement may name: `from a import b` may mean `a` and `a.b`. */
function importsOf(node: PythonNode): { readonly source: string; readonly level: number }[] {
  const names = children(node, "names").map((alias) => word(alias, "name") ?? "");
  if (node.kind === "Import") return names.map((source) => ({ source, level: 0 }));
  if (node.kind !== "ImportFrom") return [];
  const level = node.fields["level"];
  const source = word(node, "module") ?? "";
  const sources = [source, ...names.map((name) => (source === "" ? name : `${source}.${name}`))];
  return sources.map((entry) => ({ source: entry, level: typeof level === "number" ? level : 0 }));
}

function witnessesIn(module: PythonModule): Finding[] {
  const mentioned = mentionsIn(module)
    .filter(({ dotted }) => isAmong(dotted, WITNESSES))
    .map(({ dotted, node }) => ({ node, reason: `adds \`${plainName(dotted)}\`, ${WHY}` }));
  const parts = walkNodes(module)
    .filter((node) => FRAME_PARTS.test(word(node, "attr") ?? "") && meaningsOf(module, node).length === 0)
    .map((node) => ({ node, reason: `adds \`${word(node, "attr") ?? ""}\`, ${WHY}` }));
  return [...mentioned, ...parts, ...oddComparisons(module)];
}

/** Comparing `__name__`, other than by the usual last lines of a script. */
function oddComparisons(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    const compare = word(node, "id") === "__name__" ? parentOf(module, node) : undefined;
    if (compare?.kind !== "Compare" || isScriptEnd(module, compare)) return [];
    return [{ node, reason: `compares \`__name__\`, ${WHY}` }];
  });
}

/** `if __name__ == "__main__":` at module level, with nothing to do instead. */
function isScriptEnd(module: PythonModule, compare: PythonNode): boolean {
  const statement = parentOf(module, compare);
  if (statement?.kind !== "If" || parentOf(module, statement)?.kind !== "Module") return false;
  const isEqual = children(compare, "ops")[0]?.kind === "Eq";
  return (
    isEqual && textOf(children(compare, "comparators")[0]) === "__main__" && children(statement, "orelse").length === 0
  );
}

function signsIn(module: PythonModule, testNames: ReadonlySet<string>): Finding[] {
  return walkNodes(module).flatMap((node) => {
    const text = textOf(node);
    if (text === undefined || isDocumentation(module, node) || isPartOfText(module, node)) return [];
    const sign = signIn(text, testNames);
    return sign === undefined ? [] : [{ node, reason: `names \`${sign}\`, ${WHY}`, key: sign }];
  });
}

function signIn(text: string, testNames: ReadonlySet<string>): string | undefined {
  const variable = /PYTEST_[A-Z_]+/.exec(text)?.[0];
  if (variable !== undefined) return variable;
  if (/^(_?pytest|unittest|py\.test|test_|conftest)(\.py)?$|^\/proc(\/|$)/.test(text)) return text.slice(0, 80);
  return (text.match(/\w+/g) ?? []).find((name) => testNames.has(name));
}

function isDocumentation(module: PythonModule, node: PythonNode): boolean {
  return parentOf(module, node)?.kind === "Expr";
}

/** Functions, classes and files of the tests around the failure. */
function testNamesIn({ modules, guardedFiles }: GuardInput): ReadonlySet<string> {
  const tests = [...modules.values()].filter(({ path }) => guardedFiles.has(path));
  const names = tests.flatMap((module) => [
    module.path.split("/").at(-1)?.replace(/\.py$/, "") ?? "",
    ...walkNodes(module).flatMap((node) =>
      isFunction(node) || node.kind === "ClassDef" ? [word(node, "name") ?? ""] : [],
    ),
  ]);
  return new Set(names.filter((name) => /^test/i.test(name) && name.length >= SHORTEST_TEST_NAME));
}
