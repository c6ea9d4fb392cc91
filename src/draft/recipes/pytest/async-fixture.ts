import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, functionAt, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames, targetOf } from "../../names/bindings.ts";
import { neededImports } from "../../names/needed-imports.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeInput } from "../recipe.ts";
import {
  declaredFunctions,
  decoratorName,
  fixtureDecorator,
  fixtureName,
  parametersOf,
  setupFiles,
} from "./setup-files.ts";

/** Asynchronous fixtures that pytest makes like plain ones. */
export const asyncFixture: Recipe = {
  id: "async-fixture",
  title: "An `async def` fixture that only `@pytest.fixture` declares: `@pytest_asyncio.fixture`",
  explanation:
    "pytest itself does not await a fixture: in the strict mode of pytest-asyncio the test gets the coroutine or the asynchronous generator, not what it gives.",
  draft(input) {
    if (input.packages["pytest-asyncio"] === undefined) return [];
    const files = setupFiles(input);
    if (files.some(isForAnotherLibrary)) return [];
    const asked = askedFixtures(input, files);
    const touched = files.filter((module) =>
      plainAsyncFixtures(module).some((node) => asked.has(fixtureName(module, node))),
    );
    const edits = touched.flatMap(editsIn);
    const rationale =
      "Without asyncio_mode = auto, pytest-asyncio awaits only fixtures that its own decorator declares.";
    return edits.length === 0 ? [] : [{ edits, rationale, leftAlone: [], mayEditTests: true }];
  },
};

const REFUSED = /requested an async fixture '([^'\n]{1,200})'/;
const COROUTINE = /'(?:coroutine|async_generator)'|(?:coroutine|async_generator|generator) object/;

/** The fixture that pytest names, else every one on whose way a coroutine turned up instead of its value. */
function askedFixtures(input: RecipeInput, files: readonly PythonModule[]): ReadonlySet<string> {
  const named = sightings(input).flatMap(({ message }) => REFUSED.exec(message ?? "")?.[1] ?? []);
  const stumbled = sightings(input)
    .filter(({ message }) => COROUTINE.test(message ?? ""))
    .flatMap(({ frames }) => frames)
    .flatMap(({ path, line }) =>
      files.filter((module) => module.path === path).map((module) => functionAt(module, line)),
    )
    .flatMap((node) => (node ? parametersOf(node).map((entry) => word(entry, "arg") ?? "") : []));
  return withTheirs(files, new Set([...named, ...stumbled]));
}

/** With the fixtures that these fixtures ask for. */
function withTheirs(files: readonly PythonModule[], names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) {
    const owners = files.flatMap((module) =>
      declaredFunctions(module).filter((node) => fixtureDecorator(module, node) && fixtureName(module, node) === name),
    );
    for (const parameter of owners.flatMap(parametersOf)) found.add(word(parameter, "arg") ?? "");
  }
  return found;
}

/** Where anyio or trio run the tests, their plugins make the fixtures. */
function isForAnotherLibrary(module: PythonModule): boolean {
  const isAnyio = declaredFunctions(module).some((node) => (word(node, "name") ?? "").startsWith("anyio_backend"));
  return (
    isAnyio ||
    /\bmark\.(?:anyio|trio)\b/.test(module.text) ||
    importedNames(module).some(({ imported }) => /^(?:pytest_trio|trio)\b/.test(imported))
  );
}

function plainAsyncFixtures(module: PythonModule): PythonNode[] {
  return declaredFunctions(module).filter((node) => {
    const decorator = fixtureDecorator(module, node);
    return node.kind === "AsyncFunctionDef" && decorator !== undefined && isPytests(module, decorator);
  });
}

function isPytests(module: PythonModule, decorator: PythonNode): boolean {
  return decoratorName(module, decorator) === "pytest.fixture";
}

function editsIn(module: PythonModule): readonly Edit[] {
  if (targetOf(module, "pytest_asyncio") === undefined && boundOtherwise(module).has("pytest_asyncio")) return [];
  const edits = plainAsyncFixtures(module).flatMap((node) => {
    const decorator = fixtureDecorator(module, node);
    const called = decorator?.kind === "Call" ? child(decorator, "func") : decorator;
    return called ? [{ path: module.path, start: called.start, end: called.end, text: "pytest_asyncio.fixture" }] : [];
  });
  return [...edits, ...neededImports(module, [{ full: "pytest_asyncio", isModule: true }], edits)];
}
