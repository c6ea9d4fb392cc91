import type { RefusalReason } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, isFunction, word } from "../../syntax/tree.ts";
import { definitionsIn, isEmptied } from "../code/body.ts";
import { isConstant } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { bindingsIn } from "../code/scope.ts";
import { setupName } from "../code/test-setup.ts";
import type { GuardInput, GuardRule } from "../rule.ts";

const RULE = "no-emptied-code";

/** A function keeps doing something, and what others may call stays there under its name. */
export const noEmptiedCodeRule: GuardRule = {
  id: RULE,
  check(input) {
    return [...input.before.values()].flatMap((before) => {
      const after = input.after.get(before.path);
      return after ? compare({ input, path: before.path, names: [] }, before.tree, after.tree) : [];
    });
  },
};

interface Place {
  readonly input: GuardInput;
  readonly path: string;
  /** Names of the classes around. */
  readonly names: readonly string[];
}

function compare(place: Place, before: PythonNode, after: PythonNode): RefusalReason[] {
  const now = definitionsIn(after);
  return [...definitionsIn(before)].flatMap(([name, old]) => {
    const definition = now.get(name);
    const names = [...place.names, name];
    if (definition?.kind === "ClassDef" && old.kind === "ClassDef")
      return compare({ ...place, names }, old, definition);
    const reason = whatBecame({ ...place, names }, old, { after, definition });
    return reason === undefined ? [] : [{ rule: RULE, path: place.path, ...reason }];
  });
}

interface Now {
  /** The module or class that held it. */
  readonly after: PythonNode;
  readonly definition: PythonNode | undefined;
}

function whatBecame(place: Place, old: PythonNode, now: Now): { line: number; reason: string } | undefined {
  const written = place.names.join(".");
  const hollow = isFunction(old) && !isEmptied(old) ? hollowIn(now, place.names.at(-1) ?? "") : undefined;
  if (hollow) return { line: hollow.line, reason: `empties \`${written}\`: nothing of its work is left` };
  return isGone(place, now) ? { line: old.line, reason: `deletes \`${written}\`` } : undefined;
}

/** What stands there now under a function's name, when it does no work: a function, a lambda, a literal. */
function hollowIn({ after, definition }: Now, name: string): PythonNode | undefined {
  return definition && isFunction(definition) && isEmptied(definition) ? definition : literalIn(after, name);
}

/** A private name is nobody else's business; nose's names for the set-up of tests have pytest's in their stead. */
function isGone({ input, path, names }: Place, { after, definition }: Now): boolean {
  const name = names.at(-1) ?? "";
  const isPrivate = /^_(?!_)/.test(name);
  const fresh = input.guardedFiles.has(path) ? setupName(name, after) : undefined;
  if (fresh !== undefined && definitionsIn(after).has(fresh)) return false;
  return !isPrivate && !definition && !bindingsIn(after).has(name) && !isElsewhere(input, name);
}

/** A name that is now bound to a literal, or to a lambda that gives one. */
function literalIn(owner: PythonNode, name: string): PythonNode | undefined {
  for (const binding of bindingsIn(owner).get(name) ?? []) {
    if (binding.kind !== "value") continue;
    const value = binding.value.kind === "Lambda" ? child(binding.value, "body") : binding.value;
    if (isConstant(value)) return binding.value;
  }
  return undefined;
}

/** Moved to another file of the patch, or into another class. */
function isElsewhere({ before, after }: GuardInput, name: string): boolean {
  const count = (modules: Iterable<PythonModule>): number =>
    [...modules].flatMap((module) => walkNodes(module)).filter((node) => isDefinition(node, name)).length;
  return count(after.values()) >= count(before.values());
}

function isDefinition(node: PythonNode, name: string): boolean {
  return (isFunction(node) || node.kind === "ClassDef") && word(node, "name") === name;
}
