import type { PythonModule, PythonNode, PythonValue } from "../../domain/python.ts";
import { child, children, isFunction, isNode, parentOf, walk, word } from "../../syntax/tree.ts";
import { textOf } from "./constant.ts";
import { meaningsOf } from "./meaning.ts";

/** The same function before and after a patch. */
export interface Functions {
  readonly before: PythonNode;
  readonly after: PythonNode;
}

interface Modules {
  readonly before: PythonModule;
  readonly after: PythonModule;
}

/** Whether a decorator makes a fixture, by pytest or by pytest-asyncio. */
export function isFixtureDecorator(module: PythonModule, node: PythonNode): boolean {
  const called = node.kind === "Call" ? child(node, "func") : node;
  return meaningsOf(module, called).some((dotted) => /^pytest(_asyncio)?\.(fixture|yield_fixture)$/.test(dotted));
}

/** Whether a function is a fixture. */
export function isFixture(module: PythonModule, node: PythonNode): boolean {
  return children(node, "decorator_list").some((decorator) => isFixtureDecorator(module, decorator));
}

/** A mark, which on a fixture never had any effect. */
export function isMark(module: PythonModule, node: PythonNode): boolean {
  const called = node.kind === "Call" ? child(node, "func") : node;
  return meaningsOf(module, called).some((dotted) => dotted.startsWith("pytest.mark."));
}

/** What nose called it, and what pytest does. */
const METHODS: Readonly<Record<string, string>> = { setup: "setup_method", teardown: "teardown_method" };
const FUNCTIONS: Readonly<Record<string, string>> = { setup: "setup_module", teardown: "teardown_module" };

/** pytest's own name for nose's `setup` and `teardown`; undefined for every other function. */
export function setupName(name: string, owner: PythonNode | undefined): string | undefined {
  const names = owner?.kind === "ClassDef" ? METHODS : owner?.kind === "Module" ? FUNCTIONS : {};
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

/**
 * The functions with what a fixture's call shape accounts for taken out: a parameter for pytest-asyncio's loop, which is
 * gone; a fixture that is requested where it was called or named in a mark; pytest's names for nose's set-up.
 */
export function withoutSetupShape(modules: Modules, functions: Functions): Functions {
  const [had, has] = [parameterNames(functions.before), parameterNames(functions.after)];
  const lost = had.filter((name) => !has.includes(name) && name === LOOP);
  const gained = has.filter((name) => !had.includes(name) && isRequested(modules, functions, name));
  const before = changedBody(withoutParameters(functions.before, lost), (node) => requestedCall(node, gained));
  const after = withoutParameters(functions.after, gained);
  const isLoopGone = lost.length > 0;
  const name = setupName(word(before, "name") ?? "", parentOf(modules.before, functions.before));
  const isRenamed = name !== undefined && name === word(after, "name");
  return {
    before: isRenamed ? { ...before, fields: { ...before.fields, name } } : before,
    after: isLoopGone ? changedBody(after, (node) => asLoop(modules.after, node)) : after,
  };
}

/** pytest-asyncio 1.0 took it away: a test that asks for it cannot start. */
const LOOP = "event_loop";

function parameterNames(node: PythonNode): string[] {
  const list = child(node, "args");
  return list ? children(list, "args").map((entry) => word(entry, "arg") ?? "") : [];
}

function withoutParameters(node: PythonNode, names: readonly string[]): PythonNode {
  const list = child(node, "args");
  if (!list || names.length === 0) return node;
  const args = children(list, "args").filter((entry) => !names.includes(word(entry, "arg") ?? ""));
  return { ...node, fields: { ...node.fields, args: { ...list, fields: { ...list.fields, args } } } };
}

/** A fixture of this file that the function called itself, which pytest never allowed, or that a mark named. */
function isRequested({ before: module }: Modules, { before }: Functions, name: string): boolean {
  const isMarked = children(before, "decorator_list").some(
    (node) => isMark(module, node) && children(node, "args").some((entry) => textOf(entry) === name),
  );
  if (isMarked) return isFixture(module, before);
  const isOwn = children(module.tree, "body").some(
    (node) => isFunction(node) && word(node, "name") === name && isFixture(module, node),
  );
  const nodes = [...walk(before)];
  const isStored = nodes.some((node) => word(node, "id") === name && child(node, "ctx")?.kind !== "Load");
  return isOwn && !isStored && nodes.some((node) => requestedCall(node, [name]) !== undefined);
}

/** `shop()`, where the parameter `shop` stands for it now. */
function requestedCall(node: PythonNode, names: readonly string[]): PythonNode | undefined {
  const called = node.kind === "Call" ? child(node, "func") : undefined;
  const isBare = children(node, "args").length + children(node, "keywords").length === 0;
  return called?.kind === "Name" && isBare && names.includes(word(called, "id") ?? "") ? called : undefined;
}

/** What stands for the loop now, as the parameter: the running one, and `asyncio.run`. */
function asLoop(module: PythonModule, node: PythonNode): PythonNode | undefined {
  const called = node.kind === "Call" ? child(node, "func") : undefined;
  if (!called) return undefined;
  const loop: PythonNode = { ...called, kind: "Name", fields: { id: LOOP, ctx: LOAD } };
  const meanings = meaningsOf(module, called);
  if (meanings.includes("asyncio.get_running_loop")) return loop;
  if (!meanings.includes("asyncio.run")) return undefined;
  const method: PythonNode = {
    ...called,
    kind: "Attribute",
    fields: { value: loop, attr: "run_until_complete", ctx: LOAD },
  };
  return { ...node, fields: { ...node.fields, func: method } };
}

const LOAD: PythonNode = { kind: "Load", start: -1, end: -1, line: -1, fields: {} };

type Change = (node: PythonNode) => PythonNode | undefined;

function changedBody(node: PythonNode, change: Change): PythonNode {
  const body = changed(node.fields["body"] ?? null, change);
  return body === node.fields["body"] ? node : { ...node, fields: { ...node.fields, body } };
}

/** What nothing changes in stays the same object, so that it is still found in its tree. */
function changed(value: PythonValue, change: Change): PythonValue {
  if (Array.isArray(value)) {
    const entries = value.map((entry: PythonValue) => changed(entry, change));
    return entries.every((entry, index) => entry === value[index]) ? value : entries;
  }
  if (!isNode(value)) return value;
  const node = change(value) ?? value;
  const fields = Object.entries(node.fields).map(([name, field]) => [name, changed(field, change)] as const);
  const isSame = fields.every(([name, field]) => field === node.fields[name]);
  return isSame ? node : { ...node, fields: Object.fromEntries(fields) };
}
