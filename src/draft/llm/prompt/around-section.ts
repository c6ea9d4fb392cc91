import type { ChangedHunk } from "../../../domain/branch.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, children, dottedName, firstLine, lastLine, walk } from "../../../syntax/tree.ts";
import type { DraftInput } from "../../draft.ts";
import { type Definition, definitionAt, definitionsIn, linesOf, signatureOf } from "./definitions.ts";
import { type Cut, headAndTail } from "./shown-text.ts";

const HUNK = 1200;
const ALL_HUNKS = 3000;
const MAX_CLASSES = 5;
const CLASS_LENGTH = 1200;
const MAX_REPEATS = 6;
/** A shorter line says too little. */
const MIN_LINE = 16;

/**
 * What the pull request changed in the files that are shown, the largest part of a hunk that fits. The hunks hold no
 * secrets any more.
 */
export function changesText(shown: readonly Definition[], changes: readonly ChangedHunk[]): string {
  const files = new Set(shown.map(({ module }) => module.path));
  const hunks = changes
    .filter(({ path }) => files.has(path))
    .map(({ path, first, text }) => `${path}:${first}\n${headAndTail(text, HUNK)}`);
  return headAndTail(hunks.join("\n\n"), ALL_HUNKS);
}

/**
 * Classes that the shown functions make objects of, and subclasses of these methods' classes that the tests name: head,
 * attributes and signatures, each once.
 */
export function classesText(
  shown: readonly Definition[],
  names: ReadonlySet<string>,
  { project, cut }: Pick<DraftInput, "project"> & { readonly cut: Cut },
): string {
  const owners = new Set(shown.flatMap((entry) => ownerName(entry) ?? []));
  const made = new Set(shown.flatMap(({ node }) => [...walk(node)].flatMap((entry) => calledName(entry) ?? [])));
  const isSubclass = ({ node }: Definition): boolean =>
    children(node, "bases").some((base) => owners.has(dottedName(base)?.split(".").at(-1) ?? ""));
  return [...project.modules.values()]
    .filter(({ path }) => !project.guarded.has(path))
    .flatMap((module) => definitionsIn(module).filter(({ node }) => node.kind === "ClassDef"))
    .filter((entry) => !owners.has(entry.name))
    .filter((entry) => made.has(entry.name) || (names.has(entry.name) && isSubclass(entry)))
    .slice(0, MAX_CLASSES)
    .map((entry) => cut(outlineOf(entry), CLASS_LENGTH))
    .join("\n\n");
}

function calledName(node: PythonNode): string | undefined {
  return node.kind === "Call" ? dottedName(child(node, "func"))?.split(".").at(-1) : undefined;
}

function ownerName({ module, node }: Definition): string | undefined {
  const owner = [...ancestorsOf(module, node)].find(({ kind }) => kind === "ClassDef");
  return owner && definitionsIn(module).find((entry) => entry.node === owner)?.name;
}

/** A class without the bodies of its methods. */
function outlineOf({ module, node }: Definition): string {
  const lines = linesOf(module);
  const [first] = children(node, "body");
  const head = lines.slice(firstLine(node) - 1, Math.max(node.line, (first?.line ?? node.line + 1) - 1));
  const parts = children(node, "body").flatMap((entry) => {
    if (entry.kind === "Assign" || entry.kind === "AnnAssign")
      return lines.slice(entry.line - 1, lastLine(module, entry));
    const method = definitionsIn(module).find((known) => known.node === entry);
    return method ? [`${signatureOf(method)} ...`] : [];
  });
  return [module.path, ...head, ...parts].join("\n");
}

/** Lines on each side of one that failed outside of any function, or where Python could not read on. */
const AROUND = 20;
const MAX_PLACES = 3;

/** What fails while a file is read: the lines around it, of product files alone; those Python cannot parse included. */
export function fileLevelText({ group, project }: DraftInput): string {
  const frames = group.failures.flatMap((failure) =>
    failure.frames.filter(({ function: name }) => name === "<module>"),
  );
  const reading = frames.flatMap(({ path, line }) => {
    const module = project.modules.get(path);
    return module ? [{ path, line, lines: linesOf(module) }] : [];
  });
  const broken = project.unparsable.map(({ path, text, line }) => ({
    path,
    line: line ?? 1,
    lines: text.split(/\r\n|\r|\n/),
  }));
  const places = [...broken, ...reading].filter(({ path }) => !project.guarded.has(path));
  const texts = places.map(({ path, line, lines }) =>
    [path, ...lines.slice(Math.max(0, line - 1 - AROUND), line + AROUND)].join("\n"),
  );
  return [...new Set(texts)].slice(0, MAX_PLACES).join("\n\n");
}

/** Functions that hold the same line as the one that fails: what is wrong there may be wrong here. */
export function repeatsText({ group, project }: DraftInput): string {
  const places = group.failures.flatMap(({ frames }) => {
    const frame = frames.findLast(({ path }) => project.modules.has(path) && !project.guarded.has(path));
    const module = frame && project.modules.get(frame.path);
    return frame && module ? [{ module, line: frame.line }] : [];
  });
  const repeats = places.flatMap(({ module, line }) => {
    const text = linesOf(module)[line - 1]?.trim() ?? "";
    return text.length < MIN_LINE ? [] : repeatsOf(text, { module, line }, project);
  });
  return [...new Set(repeats)].slice(0, MAX_REPEATS).join("\n");
}

function repeatsOf(
  text: string,
  own: { readonly module: PythonModule; readonly line: number },
  { modules, guarded }: ProjectSource,
): string[] {
  return [...modules.values()]
    .filter(({ path }) => !guarded.has(path))
    .flatMap((module) =>
      linesOf(module).flatMap((line, index) => {
        const isOwn = module === own.module && index === own.line - 1;
        const name = line.trim() === text && !isOwn ? definitionAt(module, index + 1)?.name : undefined;
        return name === undefined ? [] : [`${name} (${module.path}:${index + 1}): ${text}`];
      }),
    );
}
