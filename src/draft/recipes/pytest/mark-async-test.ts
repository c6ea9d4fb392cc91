import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf, lineStart } from "../../../syntax/imports.ts";
import { ancestorsOf, children, dottedName, parentOf, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, targetOf } from "../../names/bindings.ts";
import { neededImports } from "../../names/needed-imports.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe } from "../recipe.ts";
import { declaredFunctions, isTest, setupFiles } from "./setup-files.ts";

/** Asynchronous tests that no plugin runs, because nothing marks them. */
export const markAsyncTest: Recipe = {
  id: "mark-async-test",
  title: "An `async def` test that nothing marks: `@pytest.mark.asyncio`",
  explanation:
    "pytest alone cannot run a coroutine, and in its strict mode pytest-asyncio runs only the tests that are marked for it.",
  draft(input) {
    const isRefused = sightings(input).some(({ message }) =>
      (message ?? "").startsWith("async def functions are not natively supported"),
    );
    if (!isRefused || input.packages["pytest-asyncio"] === undefined) return [];
    const edits = setupFiles(input).flatMap(editsIn);
    const rationale = "pytest-asyncio is installed, and runs the tests that have its mark.";
    return edits.length === 0 ? [] : [{ edits, rationale, leftAlone: [], mayEditTests: true }];
  },
};

function editsIn(module: PythonModule): readonly Edit[] {
  // A mark for all tests of a file, or for another library's loop, is somebody's decision.
  if (/\bmark\.(?:anyio|trio)\b|^pytestmark\b[^\n]*asyncio/m.test(module.text) || !canSayPytest(module)) return [];
  const tests = declaredFunctions(module).filter((node) => isUnmarked(module, node));
  const edits = tests.flatMap((node) => markFor(module, node));
  if (edits.length === 0) return [];
  // The import first: in a file without any, both stand at its beginning.
  return [...neededImports(module, [{ full: "pytest", isModule: true }], edits), ...edits];
}

function canSayPytest(module: PythonModule): boolean {
  const target = targetOf(module, "pytest");
  return target === "pytest" || (target === undefined && !boundOtherwise(module).has("pytest"));
}

function isUnmarked(module: PythonModule, node: PythonNode): boolean {
  if (node.kind !== "AsyncFunctionDef" || !isTest(module, node)) return false;
  const owners = [...ancestorsOf(module, node)].filter(({ kind }) => kind === "ClassDef");
  const isUnittest = owners.some((owner) =>
    children(owner, "bases").some((base) => (dottedName(base) ?? "").endsWith("TestCase")),
  );
  const marks = [node, ...owners].flatMap((entry) => children(entry, "decorator_list"));
  const isMarked = marks.some((mark) => /\basyncio\b/.test(sourceOf(module, mark)));
  return !isUnittest && !isMarked && !owners.some((owner) => setsMark(module, owner));
}

function setsMark(module: PythonModule, owner: PythonNode): boolean {
  return [...walk(owner)].some(
    (node) => word(node, "id") === "pytestmark" && /asyncio/.test(sourceOf(module, parentOf(module, node) ?? node)),
  );
}

/** Above the first decorator. */
function markFor(module: PythonModule, node: PythonNode): Edit[] {
  const first = children(node, "decorator_list")[0];
  const start = lineStart(module, first ? first.start : node.start);
  const indent = /^[ \t]*/.exec(module.text.slice(start))?.[0] ?? "";
  return [{ path: module.path, start, end: start, text: `${indent}@pytest.mark.asyncio${lineEndOf(module)}` }];
}
