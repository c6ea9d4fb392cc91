import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, parentOf } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { codeOf, textOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { meaningsOf } from "../code/meaning.ts";
import { type Mention, mentionsIn, plainName, wholeOf } from "../code/mentions.ts";
import { mentionRule } from "../mention-rule.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-dynamic-code";
const WHY = "which runs code that no reader of the patch can see";

const mentioned = mentionRule({
  id: RULE,
  names: [
    "builtins.eval",
    "builtins.exec",
    "builtins.compile",
    "builtins.__import__",
    "builtins.__builtins__",
    "builtins.globals",
    "importlib.import_module",
    "importlib.__import__",
    "pkgutil.resolve_name",
    "pydoc",
    "asyncio.subprocess",
    "timeit",
    "jsonpickle",
    "joblib.load",
    "yaml.unsafe_load",
    "importlib.util",
    "importlib.machinery",
    "runpy",
    "code",
    "codeop",
    "types.CodeType",
    "types.FunctionType",
    "subprocess",
    "multiprocessing",
    "pty",
    "os.system",
    "os.popen",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.posix_spawnp",
    "os.startfile",
    "asyncio.create_subprocess_exec",
    "asyncio.create_subprocess_shell",
    "ctypes",
    "cffi",
    "pickle.load",
    "pickle.loads",
    "pickle.Unpickler",
    "dill",
    "cloudpickle",
    "marshal",
    "shelve",
    "base64",
    "binascii",
    "codecs.decode",
    "zlib.decompress",
    "webbrowser",
  ],
  why: WHY,
  keyOf: (module, { dotted, node, isImport }) => (isImport ? dotted : `${dotted} ${givenTo(module, node)}`),
});

/** What a call or subscript is made with; the name at its head is told apart already. */
function givenTo(module: PythonModule, node: PythonNode): string {
  const whole = wholeOf(module, node);
  if (whole === node) return node.kind;
  return [whole.kind, ...["args", "keywords", "slice"].map((field) => codeOf(whole.fields[field] ?? null))].join(" ");
}

/** Modules whose parts may only be named openly. */
const WATCHED = [
  "os",
  "sys",
  "builtins",
  "importlib",
  "subprocess",
  "pytest",
  "_pytest",
  "unittest",
  "signal",
  "inspect",
];

/** A patch may not run what is text in it, nor start programs, nor hide what it names. */
export const noDynamicCodeRule: GuardRule = {
  id: RULE,
  check: (input) => [
    ...mentioned.check(input),
    ...refuseAdded(RULE, input, (module) => [...spawnsIn(module), ...hiddenIn(module)]),
  ],
};

/** `os.execv`, `os.spawnlp` and all the others. */
function spawnsIn(module: PythonModule): Finding[] {
  return mentionsIn(module)
    .filter(({ dotted }) => /^os\.(exec|spawn)[lv]p?e?$/.test(dotted))
    .map(({ dotted, node }) => ({ node, reason: `adds \`${dotted}\`, ${WHY}` }));
}

/** A watched module as a value (`f(os)`), its namespace, or a part of it by a name that is not a literal. */
function hiddenIn(module: PythonModule): Finding[] {
  const values = mentionsIn(module)
    .filter((mention) => isHidden(module, mention))
    .map(({ dotted, node }) => ({ node, reason: `adds \`${plainName(dotted)}\` as a value, ${WHY}` }));
  const lookups = walkNodes(module).flatMap((node) => {
    const [object, name] = children(node, "args");
    const of = isLookup(module, node) && textOf(name) === undefined ? meaningsOf(module, object) : [];
    const watched = of.find((dotted) => WATCHED.includes(dotted));
    return watched === undefined ? [] : [{ node, reason: `adds a \`getattr\` on \`${watched}\`, ${WHY}` }];
  });
  return [...values, ...lookups];
}

function isHidden(module: PythonModule, { dotted, node, isImport }: Mention): boolean {
  if (isImport) return false;
  if (WATCHED.some((name) => dotted === `${name}.__dict__`)) return true;
  // An alias is followed, and so is what `getattr` or an import by function gives.
  const parent = parentOf(module, node);
  const isFollowed = node.kind === "Call" || parent?.kind === "Assign" || isLookup(module, parent);
  return WATCHED.includes(dotted) && !isFollowed && wholeOf(module, node) === node;
}

function isLookup(module: PythonModule, node: PythonNode | undefined): node is PythonNode {
  return node?.kind === "Call" && meaningsOf(module, child(node, "func")).includes("builtins.getattr");
}
