import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { wholeLines } from "../../../syntax/imports.ts";
import { child, children, lastLine, word } from "../../../syntax/tree.ts";
import { ownPlaces } from "../../names/place.ts";
import type { Recipe } from "../recipe.ts";
import { withParameter } from "./parameters.ts";
import { declaredFunctions, decoratorName, fixtureDecorator, parametersOf } from "./setup-files.ts";

/** Marks on fixtures, where they never had an effect. */
export const markOnFixture: Recipe = {
  id: "mark-on-fixture",
  title: "A mark on a fixture, which pytest 9 refuses: removed, `usefixtures` as parameters",
  explanation:
    "Marks are for tests: on a fixture they never did anything, and pytest 9 no longer lets them stand there.",
  draft(input) {
    const places = ownPlaces(input).filter(({ message }) =>
      /^Marks (?:cannot be applied to fixtures|applied to fixtures have no effect)/.test(message),
    );
    const place = places.find(({ module, frame }) =>
      markedFixtures(module).some((node) => isAround(module, node, frame.line)),
    );
    if (!place) return [];
    const edits = markedFixtures(place.module).flatMap((node) => editsOf(place.module, node) ?? []);
    const rationale = "A mark on a fixture has no effect; what `usefixtures` names is asked for as a parameter.";
    return edits.length === 0 ? [] : [{ edits, rationale, leftAlone: [], mayEditTests: true }];
  },
};

function markedFixtures(module: PythonModule): PythonNode[] {
  return declaredFunctions(module).filter(
    (node) => fixtureDecorator(module, node) !== undefined && marksOf(module, node).length > 0,
  );
}

/** The definition with its decorators: the line that failed is one of theirs. */
function isAround(module: PythonModule, node: PythonNode, line: number): boolean {
  const lines = [node, ...children(node, "decorator_list")].map((entry) => entry.line);
  return Math.min(...lines) <= line && line <= lastLine(module, node);
}

function marksOf(module: PythonModule, node: PythonNode): PythonNode[] {
  return children(node, "decorator_list").filter((entry) => decoratorName(module, entry).startsWith("pytest.mark."));
}

function editsOf(module: PythonModule, node: PythonNode): readonly Edit[] | undefined {
  const marks = marksOf(module, node);
  const names = marks.filter((mark) => decoratorName(module, mark) === "pytest.mark.usefixtures").flatMap(namesIn);
  const missing = names.filter((name) => !parametersOf(node).some((entry) => word(entry, "arg") === name));
  if (names.some((name) => name === "") || missing.length > 1) return undefined;
  const added = missing.map((name) => withParameter(module, node, name));
  if (added.includes(undefined)) return undefined;
  const removed = marks.map((mark) => ({ path: module.path, ...wholeLines(module, mark), text: "" }));
  return [...removed, ...added.flatMap((edit) => edit ?? [])];
}

/** The fixtures that a `usefixtures` names; an empty one for what is no literal. */
function namesIn(mark: PythonNode): string[] {
  const called = mark.kind === "Call" ? child(mark, "func") : undefined;
  return called ? children(mark, "args").map((entry) => word(entry, "value") ?? "") : [];
}
