import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, enclosingFunction, parentOf, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames, targetOf } from "../../names/bindings.ts";
import { callOf, isAttribute } from "../../names/references.ts";
import { neededImports } from "../../names/needed-imports.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe } from "../recipe.ts";
import { withoutParameter } from "./parameters.ts";
import { declaredFunctions, fixtureDecorator, isTest, parametersOf, setupFiles } from "./setup-files.ts";

const LOOP = "event_loop";

/** Tests and fixtures that ask for the loop which pytest-asyncio no longer hands out. */
export const eventLoopFixture: Recipe = {
  id: "event-loop-fixture",
  title: "The fixture `event_loop`, which pytest-asyncio 1.0 took away: the running loop",
  explanation:
    "pytest-asyncio runs each test in a loop of its own making and has no fixture for it any more; code that runs in a loop can ask asyncio for it.",
  draft(input) {
    const isMissing = sightings(input).some(({ message }) =>
      (message ?? "").startsWith("fixture 'event_loop' not found"),
    );
    if (!isMissing || input.packages["pytest-asyncio"] === undefined) return [];
    const edits = setupFiles(input).flatMap(editsIn);
    const rationale = "pytest-asyncio 1.0 has no fixture `event_loop`; the loop that runs is asked of asyncio.";
    return edits.length === 0 ? [] : [{ edits, rationale, leftAlone: [], mayEditTests: true }];
  },
};

function editsIn(module: PythonModule): readonly Edit[] {
  if (definesLoop(module)) return [];
  const edits = declaredFunctions(module).flatMap((node) => editsOf(module, node) ?? []);
  const isUsed = edits.some(({ text }) => text.startsWith("asyncio."));
  return isUsed ? [...edits, ...neededImports(module, [{ full: "asyncio", isModule: true }], edits)] : edits;
}

/** By a definition or an import: then it is that one which the file means. */
function definesLoop(module: PythonModule): boolean {
  const isDefined = declaredFunctions(module).some((node) => word(node, "name") === LOOP);
  return isDefined || importedNames(module).some(({ local }) => local === LOOP);
}

function editsOf(module: PythonModule, node: PythonNode): readonly Edit[] | undefined {
  const isAsked = parametersOf(node).some((entry) => word(entry, "arg") === LOOP);
  const isPytests = isTest(module, node) || fixtureDecorator(module, node) !== undefined;
  const dropped = isAsked && isPytests ? withoutParameter(module, node, LOOP) : undefined;
  if (!dropped) return undefined;
  const uses = [...walk(node)].filter((entry) => entry.kind === "Name" && word(entry, "id") === LOOP);
  if (uses.length > 0 && !hasAsyncio(module)) return undefined;
  const replaced = uses.map((use) => replacement(module, node, use));
  if (replaced.includes(undefined)) return undefined;
  return [dropped, ...replaced.flatMap((edit) => edit ?? [])];
}

/** The name stands for the module, or for nothing yet. */
function hasAsyncio(module: PythonModule): boolean {
  const target = targetOf(module, "asyncio");
  return target === "asyncio" || (target === undefined && !boundOtherwise(module).has("asyncio"));
}

/** In a coroutine the running loop; in a plain test `asyncio.run` for what the loop was to run. */
function replacement(module: PythonModule, owner: PythonNode, use: PythonNode): Edit | undefined {
  const isLoaded = child(use, "ctx")?.kind === "Load" && use.line > 0;
  if (!isLoaded || enclosingFunction(module, use) !== owner) return undefined;
  if (owner.kind === "AsyncFunctionDef") return written(module, use, "asyncio.get_running_loop()");
  const method = isTest(module, owner) ? runMethod(module, use) : undefined;
  return method && written(module, method, "asyncio.run");
}

function written({ path }: PythonModule, { start, end }: PythonNode, text: string): Edit {
  return { path, start, end, text };
}

/** `event_loop.run_until_complete` where it is called with a coroutine that is made on the spot. */
function runMethod(module: PythonModule, use: PythonNode): PythonNode | undefined {
  const method = parentOf(module, use);
  const call = method && callOf(module, method);
  if (!method || !call || !isAttribute(method, "run_until_complete")) return undefined;
  const [value, ...others] = children(call, "args");
  return value?.kind === "Call" && others.length === 0 ? method : undefined;
}
