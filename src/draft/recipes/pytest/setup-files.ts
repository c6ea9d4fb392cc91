import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { posix } from "node:path";
import { child, children, isFunction, parentOf, walk, word } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";
import type { RecipeInput } from "../recipe.ts";

/** The files of the failing tests and the conftest files that pytest reads for them. */
export function setupFiles({ group, project }: RecipeInput): PythonModule[] {
  const tests = new Set(group.failures.flatMap(({ file, nodeId }) => file ?? nodeId?.split("::")[0] ?? []));
  const isAbove = (path: string): boolean => {
    const folder = posix.dirname(path);
    return [...tests].some((test) => folder === "." || test.startsWith(`${folder}/`));
  };
  return [...project.modules.values()].filter(
    ({ path }) => tests.has(path) || (posix.basename(path) === "conftest.py" && isAbove(path)),
  );
}

/** Functions that pytest may call: at module level or in a class, tests and fixtures among them. */
export function declaredFunctions(module: PythonModule): PythonNode[] {
  return [...walk(module.tree)].filter(
    (node) => isFunction(node) && ["Module", "ClassDef"].includes(parentOf(module, node)?.kind ?? ""),
  );
}

/** Full name of a decorator, of what it calls when it is a call: `pytest.fixture`. */
export function decoratorName(module: PythonModule, decorator: PythonNode): string {
  return fullName(module, decorator.kind === "Call" ? child(decorator, "func") : decorator) ?? "";
}

const FIXTURES = new Set(["pytest.fixture", "pytest.yield_fixture", "pytest_asyncio.fixture"]);

/** The decorator that makes a function a fixture; undefined for every other function. */
export function fixtureDecorator(module: PythonModule, node: PythonNode): PythonNode | undefined {
  return children(node, "decorator_list").find((decorator) => FIXTURES.has(decoratorName(module, decorator)));
}

/** How tests ask for a fixture: by its function's name, unless it was given another. */
export function fixtureName(module: PythonModule, node: PythonNode): string {
  const decorator = fixtureDecorator(module, node);
  const given = decorator && children(decorator, "keywords").find((entry) => word(entry, "arg") === "name");
  const value = given && child(given, "value");
  return (value && word(value, "value")) ?? word(node, "name") ?? "";
}

/** Whether pytest takes a function for a test by its name. */
export function isTest(module: PythonModule, node: PythonNode): boolean {
  return (word(node, "name") ?? "").startsWith("test") && fixtureDecorator(module, node) === undefined;
}

/** The parameters of a function as pytest fills them: by position or keyword, without defaults. */
export function parametersOf(node: PythonNode): readonly PythonNode[] {
  const list = child(node, "args");
  return list ? children(list, "args") : [];
}
