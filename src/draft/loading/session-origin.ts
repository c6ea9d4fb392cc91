import type { Edit } from "../../domain/patch.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import { child, children, keywordArgument, sourceOf, walk, word } from "../../syntax/tree.ts";
import { factoryOf, isAsyncSessionClass, type Located, sqlalchemyCalls } from "../sqlalchemy/factories.ts";
import { originsOf } from "./flow.ts";
import { appended } from "./layout.ts";
import { sessionStatements } from "./refresh.ts";
import { unique } from "./scope.ts";

/** Methods after which a session may have expired its objects. */
const ENDS_TRANSACTION = new Set(["commit", "flush", "refresh", "rollback"]);
const MAKERS = new Set(["async_sessionmaker", "sessionmaker"]);

/**
 * The call that sets the options of the sessions that ran, `async_sessionmaker(...)` or `AsyncSession(...)`: followed
 * from the sessions that commit, else the only one made by functions that ran, else the only one of the project.
 * Undefined when several come into question or a test makes it.
 */
export function sessionMaking(input: RecipeInput, scope: readonly Located[]): Located | undefined {
  const isOwn = ({ module }: Located): boolean => !input.project.guarded.has(module.path);
  const guesses = [
    () =>
      scope
        .filter(isOwn)
        .flatMap(sessionsUsed)
        .flatMap((start) => makersFrom(input, scope, start)),
    () => scope.filter(isOwn).flatMap((place) => makersIn(input, place)),
    () => scope.flatMap((place) => makersIn(input, place)),
    () => asyncFactories(input),
  ];
  for (const guess of guesses) {
    const [only, ...others] = unique(guess());
    if (only) return others.length === 0 && isOwn(only) ? only : undefined;
  }
  return undefined;
}

function sessionsUsed({ module, node }: Located): readonly Located[] {
  return sessionStatements(node, ENDS_TRANSACTION).flatMap(({ call }) => {
    const callee = child(call, "func");
    const session = callee && child(callee, "value");
    return session ? [{ module, node: session }] : [];
  });
}

function makersFrom(input: RecipeInput, scope: readonly Located[], start: Located): readonly Located[] {
  return originsOf({ input, scope }, [start]).flatMap((place) => makersIn(input, place));
}

function makersIn(input: RecipeInput, { module, node }: Located): readonly Located[] {
  return [...walk(node)].flatMap((part) => makerOf(input, { module, node: part }) ?? []);
}

/** What `factory()`, `factory.begin()` and `AsyncSession(engine)` get their options from. */
function makerOf({ project }: RecipeInput, { module, node }: Located): Located | undefined {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  if (!callee) return undefined;
  if (isAsyncSessionClass(project, module, callee)) return { module, node };
  const isBegin = callee.kind === "Attribute" && word(callee, "attr") === "begin";
  const factory = factoryOf(project, { module, node: (isBegin ? child(callee, "value") : undefined) ?? callee });
  return factory?.kind === "async" ? factory.call : undefined;
}

function asyncFactories({ project }: RecipeInput): readonly Located[] {
  return [...sqlalchemyCalls(project, MAKERS)].filter((place) => factoryOf(project, place)?.kind === "async");
}

/** Edits that keep attributes after a commit; empty when they are kept, undefined when that cannot be told. */
export function keepingEdits({ module, node }: Located): readonly Edit[] | undefined {
  if (children(node, "keywords").some((keyword) => word(keyword, "arg") === undefined)) return undefined;
  const given = keywordArgument(node, "expire_on_commit");
  if (given) {
    if (given.kind !== "Constant") return undefined;
    return given.fields["value"] === false
      ? []
      : [{ path: module.path, start: given.start, end: given.end, text: "False" }];
  }
  const last = [
    ...children(node, "args"),
    ...children(node, "keywords").flatMap((keyword) => child(keyword, "value") ?? []),
  ]
    .toSorted((a, b) => a.end - b.end)
    .at(-1);
  if (last) return [argument(module, node, last)];
  const isEmpty = /\(\s*\)$/.test(sourceOf(module, node));
  return isEmpty
    ? [{ path: module.path, start: node.end - 1, end: node.end - 1, text: "expire_on_commit=False" }]
    : undefined;
}

/** Keyword arguments begin before their value: on a line of its own, the keyword is what stands first. */
function argument(module: Located["module"], call: Located["node"], value: Located["node"]): Edit {
  const keyword = children(call, "keywords").find((entry) => child(entry, "value") === value);
  return appended(module, keyword && keyword.start >= 0 ? keyword : value, "expire_on_commit=False");
}
