import type { RefusalReason } from "../domain/patch.ts";
import type { PythonModule, PythonNode } from "../domain/python.ts";
import { codeOf } from "./code/constant.ts";
import type { GuardInput } from "./rule.ts";

/** Something in a module that a patch may change or move, but not take away. */
export interface Kept {
  readonly node: PythonNode;
  /** What may stand in for each other: there must not be fewer of them than before. */
  readonly group: string;
  /** Said to the user after the path. */
  readonly reason: string;
}

interface Placed extends Kept {
  readonly path: string;
  readonly code: string;
}

/**
 * Refuses when the changed files, all together, hold fewer of a group after the patch; names those that are gone, by
 * their lines in the file as it was.
 */
export function refuseRemoved(
  rule: string,
  input: GuardInput,
  find: (module: PythonModule) => readonly Kept[],
): RefusalReason[] {
  // A file that no longer parses is refused as such.
  const readable = new Map([...input.before].filter(([path]) => input.after.has(path)));
  const [before, after] = [findAll(readable, find), findAll(input.after, find)];
  return [...new Set(before.map(({ group }) => group))].flatMap((group) => {
    const had = before.filter((entry) => entry.group === group);
    const has = after.filter((entry) => entry.group === group);
    return gone(had, has)
      .slice(0, Math.max(0, had.length - has.length))
      .map(({ path, node, reason }) => ({ rule, path, line: node.line > 0 ? node.line : null, reason }));
  });
}

function findAll(
  modules: ReadonlyMap<string, PythonModule>,
  find: (module: PythonModule) => readonly Kept[],
): Placed[] {
  return [...modules.values()].flatMap((module) =>
    find(module).map((kept) => ({ ...kept, path: module.path, code: codeOf(kept.node) })),
  );
}

/** Those without a twin first, then the others: of equal ones nobody can tell which was taken away. */
function gone(had: readonly Placed[], has: readonly Placed[]): Placed[] {
  const left = has.map(({ code }) => code);
  const twins = had.filter(({ code }) => {
    const index = left.indexOf(code);
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  });
  return [...had.filter((entry) => !twins.includes(entry)), ...twins];
}
