import { children, isFunction, sourceOf, word } from "../../../syntax/tree.ts";
import { parameterNames } from "../../sqlalchemy/values.ts";
import type { DraftInput } from "../../draft.ts";
import { type Definition, definitionsIn, sourceOfDefinition } from "./definitions.ts";

const MAX_FIXTURES = 6;
const MAX_HOPS = 3;

/** A test's source with its decorators. */
export function testText(test: Definition): string {
  return `${test.module.path}\n${sourceOfDefinition(test)}`;
}

/** The fixtures that a test asks for by its parameters, and those that these ask for. */
export function fixturesOf(test: Definition, input: DraftInput): Definition[] {
  const found = new Set<Definition>();
  let wanted = parameterNames(test.node);
  for (let hop = 0; hop < MAX_HOPS && wanted.length > 0; hop++) {
    const next = wanted.flatMap((name) => fixtureNamed(name, test, input) ?? []).filter((entry) => !found.has(entry));
    for (const fixture of next) found.add(fixture);
    wanted = next.flatMap(({ node }) => parameterNames(node));
  }
  return [...found].slice(0, MAX_FIXTURES);
}

/** In the test's own file, else in a conftest file above it, the nearest first. */
function fixtureNamed(name: string, test: Definition, { project }: DraftInput): Definition | undefined {
  const folder = test.module.path.split("/").slice(0, -1).join("/");
  const conftests = [...project.modules.values()]
    .filter(({ path }) => path.endsWith("conftest.py") && `${folder}/`.startsWith(path.slice(0, -"conftest.py".length)))
    .toSorted((a, b) => b.path.length - a.path.length);
  const candidates = [test.module, ...conftests].flatMap((module) => definitionsIn(module));
  return candidates.find((entry) => isFunction(entry.node) && isFixture(entry) && nameOf(entry) === name);
}

function isFixture({ module, node }: Definition): boolean {
  return children(node, "decorator_list").some((decorator) => /\bfixture\b/.test(sourceOf(module, decorator)));
}

function nameOf({ module, node, name }: Definition): string {
  const decorators = children(node, "decorator_list")
    .map((decorator) => sourceOf(module, decorator))
    .join("\n");
  return /\bname\s*=\s*["'](\w+)["']/.exec(decorators)?.[1] ?? word(node, "name") ?? name;
}
