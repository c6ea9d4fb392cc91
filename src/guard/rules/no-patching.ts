import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, isFunction, parentOf, sourceOf, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { textOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { meaningsOf } from "../code/meaning.ts";
import { mentionRule } from "../mention-rule.ts";
import type { GuardRule } from "../rule.ts";
import { isStandardLibrary } from "../../syntax/standard-library.ts";

const RULE = "no-patching";
const WHY = "which changes code that is not the project's";

const mentioned = mentionRule({
  id: RULE,
  names: [
    "builtins.__builtins__",
    "gc",
    "sys.settrace",
    "sys.setprofile",
    "sys.monitoring",
    "sys.meta_path",
    "sys.path",
    "sys.path_hooks",
    "sys.path_importer_cache",
    "sys.addaudithook",
    "threading.settrace",
    "threading.setprofile",
    "importlib.reload",
  ],
  why: "which changes how Python runs code",
});

/** Parts of functions and classes that, set from outside, make something else of them. */
const INNER_PARTS = /^(__code__|__class__|__bases__|__defaults__|__kwdefaults__|__wrapped__)$/;
const FOREIGN = /^(builtins|pytest|_pytest|pluggy)(\.|$)/;

/** A patch may not change the interpreter, the test framework or a library while the program runs. */
export const noPatchingRule: GuardRule = {
  id: RULE,
  check(input) {
    return [
      ...mentioned.check(input),
      ...refuseAdded(RULE, input, (module) => [...patchesIn(module), ...hooksIn(module)]),
    ];
  },
};

function patchesIn(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    const [base, part] = patched(module, node);
    if (!base) return [];
    const isForeign = meaningsOf(module, base).some(
      (dotted) => isOthers(dotted) && mayBeCode(module, { node, dotted }),
    );
    if (!isForeign && !INNER_PARTS.test(part)) return [];
    return [{ node, reason: `sets \`${sourceOf(module, base)}.${part}\`, ${WHY}` }];
  });
}

/** What is set or deleted, as the object and the name of its part; nothing for any other node. */
function patched(module: PythonModule, node: PythonNode): [PythonNode | undefined, string] {
  const base = child(node, "value");
  if (isChanged(node) && node.kind === "Attribute") return [base, word(node, "attr") ?? ""];
  if (isChanged(node) && isNamespace(module, base)) return [base, "…"];
  const [target, name] = isSetter(module, node) ? children(node, "args") : [];
  return [target, textOf(name) ?? "…"];
}

function isChanged(node: PythonNode): boolean {
  return ["Store", "Del"].includes(child(node, "ctx")?.kind ?? "");
}

function isNamespace(module: PythonModule, base: PythonNode | undefined): boolean {
  return meaningsOf(module, base).some((dotted) => dotted.endsWith(".__dict__") || dotted === "sys.modules");
}

function isSetter(module: PythonModule, node: PythonNode): boolean {
  const called = node.kind === "Call" ? meaningsOf(module, child(node, "func")) : [];
  return called.includes("builtins.setattr") || called.includes("builtins.delattr");
}

/** From outside the project, as far as one can tell: the standard library, test frameworks, a class of a library. */
function isOthers(dotted: string): boolean {
  return FOREIGN.test(dotted) || isStandardLibrary(dotted) || /(^|\.)[A-Z]\w*$/.test(dotted);
}

/** A class that is defined in the project and imported here may be completed: only its relative import tells. */
function mayBeCode(
  module: PythonModule,
  { node, dotted }: { readonly node: PythonNode; readonly dotted: string },
): boolean {
  if (FOREIGN.test(dotted) || isStandardLibrary(dotted)) return true;
  const statement = parentOf(module, node);
  const value = statement && child(statement, "value");
  return !dotted.startsWith(".") && (value?.kind === "Lambda" || value?.kind === "Name");
}

/** pytest finds its hooks and plugins by name. */
function hooksIn(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    const isStored = child(node, "ctx")?.kind === "Store" && word(node, "id") === "pytest_plugins";
    const name = isFunction(node) ? (word(node, "name") ?? "") : "";
    if (isStored) return [{ node, reason: "adds `pytest_plugins`, which changes the test run" }];
    return name.startsWith("pytest_")
      ? [{ node, reason: `adds the hook \`${name}\`, which changes the test run` }]
      : [];
  });
}
