import type { Edit, Place } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, enclosingFunction, isFunction, sourceOf, walk } from "../../syntax/tree.ts";
import { asyncEdits, type Seed } from "../sqlalchemy/async-draft.ts";
import { asyncContext, isSyncContext } from "../sqlalchemy/context-kinds.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { mayHaveRun, type Sign, signsOf } from "../sqlalchemy/signs.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";

/** Python 3.11 and later; `_trans_ctx` is what `begin()` gives in SQLAlchemy 1.4, of both kinds of engines. */
const NOT_SYNC = /'(_?Async\w*|async_scoped_session|_trans_ctx)' object does not support the context manager protocol/;
const NOT_ASYNC =
  /'(Session|Connection|_GeneratorContextManager|_trans_ctx|SessionTransaction|RootTransaction)' object does not support the asynchronous context manager protocol/;

/** `with` and `async with` follow what is entered. */
export const asyncContextManager: Recipe = {
  id: "async-context-manager",
  title: "`with` on an AsyncSession or AsyncEngine: use `async with` (and the reverse on a synchronous engine)",
  explanation:
    "`with` calls `__enter__`, which SQLAlchemy's asynchronous sessions and engines do not have: opening and closing them has to be awaited, so only `async with` can.",
  draft(input) {
    const signs = signsOf(input);
    if (signs.some((sign) => isSign(sign, NOT_SYNC, "__enter__"))) return toAsync(input, signs);
    if (signs.some((sign) => isSign(sign, NOT_ASYNC, "__aenter__"))) return toSync(input);
    return [];
  },
};

/** Before Python 3.11 the whole message is the name of the missing method. */
function isSign({ type, message }: Sign, wording: RegExp, method: string): boolean {
  return wording.test(message) || (type === "AttributeError" && message.trim() === method);
}

interface Block extends Located {
  readonly scope: PythonNode;
}

/** `with` statements of one kind in functions outside of the tests. */
function blocks({ project }: RecipeInput, kind: "With" | "AsyncWith"): Block[] {
  const modules = [...project.modules.values()].filter((module) => !project.guarded.has(module.path));
  return modules.flatMap((module) =>
    [...walk(module.tree)].flatMap((node) => {
      const scope = node.kind === kind ? enclosingFunction(module, node) : undefined;
      return scope && isFunction(scope) ? [{ module, node, scope }] : [];
    }),
  );
}

function entered({ node }: Block): PythonNode[] {
  return children(node, "items").flatMap((item) => child(item, "context_expr") ?? []);
}

function toAsync(input: RecipeInput, signs: readonly Sign[]): RecipeDraft[] {
  const wrong = blocks(input, "With").filter((block) => isAsyncBlock(input, block, signs));
  const inAsync = wrong.filter(({ scope }) => scope.kind === "AsyncFunctionDef");
  const { near, far } = split(input, inAsync);
  const seeds = wrong.filter(({ scope }) => scope.kind === "FunctionDef").flatMap((block) => seedsOf(input, block));
  const plan = asyncEdits(input, seeds);
  const insertions = near.map(({ module, node }) => edit(module, { start: node.start, end: node.start }, "async "));
  const rationale = "An AsyncSession or AsyncConnection can only be entered and left by `async with`.";
  return drafted({ edits: [...insertions, ...plan.edits], rationale, leftAlone: [...far, ...plan.leftAlone] });
}

function isAsyncBlock(input: RecipeInput, block: Block, signs: readonly Sign[]): boolean {
  const expressions = entered(block);
  const isKnown = expressions.every(
    (node) => asyncContext(input.project, { module: block.module, node }, input.evidence) !== undefined,
  );
  return isKnown || (expressions.length === 1 && signs.some((sign) => isRaisedAt(sign, block)));
}

/** The interpreter itself said that this very statement entered something asynchronous. */
function isRaisedAt(sign: Sign, { module, node }: Block): boolean {
  const frame = sign.frames.at(-1);
  return NOT_SYNC.test(sign.message) && frame?.path === module.path && frame.line === node.line;
}

function seedsOf({ project, evidence }: RecipeInput, block: Block): Seed[] {
  return entered(block).flatMap((node) => {
    const role = asyncContext(project, { module: block.module, node }, evidence);
    if (role === undefined || role === "other") return [];
    return [{ holding: { module: block.module, node, role }, maker: undefined, changes: [] }];
  });
}

function toSync(input: RecipeInput): RecipeDraft[] {
  const wrong = blocks(input, "AsyncWith").filter((block) => isSyncBlock(input, block));
  const { near, far } = split(input, wrong);
  const edits = near.map(({ module, node }) => {
    const keyword = /^async\s+/.exec(sourceOf(module, node))?.[0] ?? "";
    return edit(module, { start: node.start, end: node.start + keyword.length }, "");
  });
  const rationale = "The session comes from a synchronous engine, which is entered by a plain `with`.";
  return drafted({ edits, rationale, leftAlone: far });
}

/** Everything entered is synchronous, and nothing inside awaits it. */
function isSyncBlock({ project }: RecipeInput, block: Block): boolean {
  const { module, node } = block;
  if (!entered(block).every((expression) => isSyncContext(project, { module, node: expression }))) return false;
  const names = children(node, "items").map((item) => dottedName(child(item, "optional_vars")));
  const awaited = [...walk(node)].filter((inner) => inner.kind === "Await").flatMap((inner) => [...walk(inner)]);
  return !awaited.some((inner) => inner.kind === "Name" && names.includes(dottedName(inner)));
}

/** Blocks that the failing tests may have run, and the others as places to name. */
function split(input: RecipeInput, found: readonly Block[]): { readonly near: Block[]; readonly far: Place[] } {
  const isNear = ({ module, scope }: Block): boolean => mayHaveRun(input.project, input, [{ module, node: scope }]);
  const far = found.filter((block) => !isNear(block));
  const note = "the same pattern, not run by the failing tests";
  return {
    near: found.filter(isNear),
    far: far.map(({ module, node }) => ({ path: module.path, line: node.line, note })),
  };
}

function edit(module: PythonModule, range: { readonly start: number; readonly end: number }, text: string): Edit {
  return { path: module.path, start: range.start, end: range.end, text };
}

function drafted(draft: RecipeDraft): RecipeDraft[] {
  return draft.edits.length > 0 ? [draft] : [];
}
