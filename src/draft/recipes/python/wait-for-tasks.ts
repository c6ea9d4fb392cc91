import type { Edit } from "../../../domain/patch.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { definitionOf } from "../../../syntax/resolve.ts";
import { child, children, dottedName, enclosingFunction, sourceOf, walkScope, word } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeInput } from "../recipe.ts";
import { callsIn, draftByLine, replaced, type Rewrite, type Spelling } from "./line-rewrite.ts";

/** Coroutines given to `asyncio.wait`. */
export const waitForTasks: Recipe = {
  id: "wait-for-tasks",
  title: "Coroutines given to `asyncio.wait`: tasks made of them",
  explanation:
    "`asyncio.wait` takes tasks and futures alone since Python 3.11: it no longer makes tasks of coroutines itself.",
  draft: (input) =>
    draftByLine(input, {
      message:
        /Passing coroutines is forbidden, use tasks explicitly|explicit passing of coroutine objects to asyncio\.wait/,
      rationale: "`asyncio.wait` wants tasks: each coroutine is made one.",
      rewrites: (module) =>
        callsIn(module, (called) => fullName(module, called) === "asyncio.wait").flatMap(
          (call) => rewriteOf(input, module, call) ?? [],
        ),
    }),
};

function rewriteOf({ project }: RecipeInput, module: PythonModule, call: PythonNode): Rewrite | undefined {
  const [given] = children(call, "args");
  if (!given) return undefined;
  const made = given.kind === "Name" ? onlyValue(module, given) : given;
  const all = made ? elementsOf(made) : [];
  const elements = all.filter((element) => isBareCall(module, element));
  const isGrown = given.kind === "Name" && all.length === 0;
  if (elements.length === 0 && !isGrown) return undefined;
  const makers = elements.map((element) => ({ element, name: makerOf(project, module, element) }));
  const names = isGrown ? ["ensure_future"] : [...new Set(makers.map(({ name }) => name))];
  const edits = (spelling: Spelling): Edit[] =>
    isGrown
      ? [replaced(module, given, `[${spelling("ensure_future")}(entry) for entry in ${sourceOf(module, given)}]`)]
      : makers.map(({ element, name }) => replaced(module, element, `${spelling(name)}(${sourceOf(module, element)})`));
  return { node: call, wants: names.map((name) => ({ source: "asyncio", name })), edits };
}

/** The elements of a literal, or what a comprehension makes. */
function elementsOf(node: PythonNode): readonly PythonNode[] {
  const element = child(node, "elt");
  return element ? [element] : children(node, "elts");
}

/** A call that is not one that makes a task already. */
function isBareCall(module: PythonModule, node: PythonNode): boolean {
  const called = node.kind === "Call" ? child(node, "func") : undefined;
  const name = called?.kind === "Attribute" ? word(called, "attr") : dottedName(called);
  return (
    called !== undefined &&
    !/^(create_task|ensure_future|Task|Future|create_future|run_in_executor)$/.test(name ?? "") &&
    fullName(module, called) !== "asyncio.gather"
  );
}

/** A task of what is surely a coroutine; what may be a future already is let through. */
function makerOf(project: ProjectSource, module: PythonModule, call: PythonNode): string {
  const definition = definitionOf(project, module, dottedName(child(call, "func")) ?? "");
  return definition?.node.kind === "AsyncFunctionDef" ? "create_task" : "ensure_future";
}

/** The literal that a local name was given, where it was given one value. */
function onlyValue(module: PythonModule, name: PythonNode): PythonNode | undefined {
  const scope = enclosingFunction(module, name);
  const values = children(scope ?? module.tree, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .filter(
      (node) =>
        node.kind === "Assign" && children(node, "targets").some((target) => word(target, "id") === word(name, "id")),
    );
  return values.length === 1 && values[0] ? child(values[0], "value") : undefined;
}
