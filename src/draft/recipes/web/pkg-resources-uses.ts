import { posix } from "node:path";
import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, parentOf, sourceOf, word } from "../../../syntax/tree.ts";
import { compareVersions } from "../../facts/support.ts";
import { callOf, fullName, lastPart } from "../../names/references.ts";
import type { RecipeInput } from "../recipe.ts";

/** An expression that does the same without `pkg_resources`, and the module to import for it. */
export interface Replacement {
  readonly edit: Edit;
  readonly needs: string;
}

interface Use {
  readonly input: RecipeInput;
  readonly module: PythonModule;
  /** The name or attribute. */
  readonly node: PythonNode;
  /** The call of it, if it is called. */
  readonly call: PythonNode | undefined;
}

/** Undefined where nothing does the same. */
export function replacementOf(input: RecipeInput, module: PythonModule, node: PythonNode): Replacement | undefined {
  const name = lastPart(fullName(module, node) ?? "");
  const use = { input, module, node, call: callOf(module, node) };
  if (name === "DistributionNotFound" && !use.call)
    return replaced(use, node, { text: "importlib.metadata.PackageNotFoundError", needs: "importlib.metadata" });
  return REPLACE[name]?.(use);
}

const REPLACE: Readonly<Record<string, (use: Use) => Replacement | undefined>> = {
  get_distribution: versionOf,
  parse_version: parsedVersion,
  iter_entry_points: entryPoints,
  resource_filename: (use) => resource(use, (found) => `str(${found})`),
  resource_string: (use) => resource(use, (found) => `${found}.read_bytes()`),
  resource_stream: (use) => resource(use, (found) => `${found}.open("rb")`),
};

interface Text {
  readonly text: string;
  readonly needs: string;
}

function replaced({ module }: Use, { start, end }: PythonNode, { text, needs }: Text): Replacement {
  return { edit: { path: module.path, start, end, text }, needs };
}

/** The arguments' texts, all by position. */
function positional({ module, call }: Use, count: number): string[] | undefined {
  const given = call ? children(call, "args") : [];
  const isPlain = given.every(({ kind }) => kind !== "Starred") && call && children(call, "keywords").length === 0;
  return isPlain === true && given.length === count ? given.map((node) => sourceOf(module, node)) : undefined;
}

/** `get_distribution(x).version`, and nothing else of it. */
function versionOf(use: Use): Replacement | undefined {
  const [name] = positional(use, 1) ?? [];
  const outer = use.call && parentOf(use.module, use.call);
  if (name === undefined || outer?.kind !== "Attribute" || word(outer, "attr") !== "version") return undefined;
  return replaced(use, outer, { text: `importlib.metadata.version(${name})`, needs: "importlib.metadata" });
}

function parsedVersion(use: Use): Replacement | undefined {
  if (!use.call || !use.input.installed.has("packaging.version.parse")) return undefined;
  return replaced(use, use.node, { text: "packaging.version.parse", needs: "packaging.version" });
}

/** Python 3.10 takes the group. */
function entryPoints(use: Use): Replacement | undefined {
  const { module, call, input } = use;
  if (!call || !runsOn(input, "3.10")) return undefined;
  const names = ["group", "name"];
  const given = [
    ...children(call, "args").map((node, index) => [names[index], node] as const),
    ...children(call, "keywords").map((entry) => [word(entry, "arg"), child(entry, "value")] as const),
  ];
  const isKnown = given.every(([name, node]) => names.includes(name ?? "") && node && node.kind !== "Starred");
  if (!isKnown || !given.some(([name]) => name === "group")) return undefined;
  const text = given.map(([name, node]) => `${name ?? ""}=${node ? sourceOf(module, node) : ""}`).join(", ");
  return replaced(use, call, { text: `importlib.metadata.entry_points(${text})`, needs: "importlib.metadata" });
}

/** Python 3.9 finds files by their package. */
function resource(use: Use, written: (found: string) => string): Replacement | undefined {
  const [owner, path] = positional(use, 2) ?? [];
  const anchor = owner === undefined ? undefined : packageOf(use, owner);
  if (!use.call || anchor === undefined || path === undefined || !runsOn(use.input, "3.9")) return undefined;
  const text = written(`importlib.resources.files(${anchor}).joinpath(${path})`);
  return replaced(use, use.call, { text, needs: "importlib.resources" });
}

/** Files lie beside the module that is named; before 3.12 only a package may be asked for them. */
function packageOf({ input, module }: Use, owner: string): string | undefined {
  if (/^(["'])[\w.]{1,200}\1$/.test(owner) || owner === "__package__") return owner;
  const folder = posix.dirname(module.path);
  const isPackage = input.project.trackedFiles.includes(posix.join(folder, "__init__.py"));
  if (owner !== "__name__" || !isPackage) return undefined;
  return module.path.endsWith("/__init__.py") ? owner : "__package__";
}

/** The tests' interpreter, and the oldest that the project names. */
function runsOn({ python, support }: RecipeInput, version: string): boolean {
  return [python, support.python].every((known) => known === null || compareVersions(known, version) >= 0);
}
