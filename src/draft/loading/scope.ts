import type { RecipeInput } from "../recipes/recipe.ts";
import type { Frame } from "../../domain/failure.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { child, dottedName, firstLine, functionAt, isFunction, walk } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";

/** Calls that we follow from a traceback's functions when nothing recorded what ran. */
const MAX_CALL_DEPTH = 3;

/**
 * The functions that the failing tests ran, tests included: as recorded, or, without a record, those of the traceback
 * and what they visibly call.
 */
export function functionsInScope(input: RecipeInput): readonly Located[] {
  const { evidence, project } = input;
  const executed = evidence.executed.flatMap(({ path, line }) => {
    const module = project.modules.get(path);
    const node = module && functionAt(module, line);
    return module && node && firstLine(node) === line ? [{ module, node }] : [];
  });
  const framed = allFrames(input).flatMap((frame) => functionOfFrame(input, frame) ?? []);
  const known = unique([...executed, ...framed]);
  return executed.length > 0 ? known : withCallees(input, known);
}

function withCallees({ project }: RecipeInput, start: readonly Located[]): readonly Located[] {
  let found = start;
  for (let depth = 0; depth < MAX_CALL_DEPTH; depth++) {
    const called = found.flatMap(({ module, node }) =>
      [...walk(node)].flatMap((part) => {
        const name = part.kind === "Call" ? dottedName(child(part, "func")) : undefined;
        const definition = name === undefined ? undefined : definitionOf(project, module, name);
        return definition && isFunction(definition.node) ? [{ module: definition.module, node: definition.node }] : [];
      }),
    );
    const next = unique([...found, ...called]);
    if (next.length === found.length) break;
    found = next;
  }
  return found;
}

/** Each place once, in order. */
export function unique(places: readonly Located[]): readonly Located[] {
  const seen = new Set<unknown>();
  return places.filter(({ node }) => !seen.has(node) && Boolean(seen.add(node)));
}

/** The function that a frame runs; undefined for templates, other packages and module level. */
export function functionOfFrame({ project }: RecipeInput, frame: Frame): Located | undefined {
  const module = project.modules.get(frame.path);
  const node = module && functionAt(module, frame.line);
  return module && node && { module, node };
}

/** Frames of every exception that is known of the group, and the endpoints that messages name. */
export function allFrames(input: RecipeInput): readonly Frame[] {
  const { group, evidence } = input;
  return [
    ...evidence.raised.flatMap((raised) => raised.frames),
    ...group.failures.flatMap((failure) => [
      ...failure.frames,
      ...failure.chain.flatMap((link) => link.frames),
      ...messageFrames(input, failure.exception.message ?? ""),
    ]),
  ];
}

/** The endpoint that FastAPI names below a response validation error: `File "/app/src/orders.py", line 12, in list_orders`. */
export function messageFrames({ project }: RecipeInput, message: string): readonly Frame[] {
  return [...message.matchAll(/File "([^"\n]{1,500})", line (\d{1,7}), in (\w{1,200})/g)].flatMap(
    ([, file = "", line, name = null]) => {
      const path = [...project.modules.keys()].find((known) => file === known || file.endsWith(`/${known}`));
      return path === undefined ? [] : [{ path, line: Number(line), function: name }];
    },
  );
}
