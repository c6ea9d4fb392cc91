import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lastLine, parentOf, sourceOf, walk } from "../../../syntax/tree.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Texts with a backslash that escapes nothing. */
export const invalidEscape: Recipe = {
  id: "invalid-escape",
  title: 'A backslash in a text that escapes nothing, as `"\\d"`, where warnings are errors',
  explanation:
    "Python keeps a backslash that begins no escape sequence, and warns of it when it reads the file; where warnings are errors the file cannot be imported.",
  draft(input) {
    const failing = failingFiles(input).flatMap((place) => (isShown(place) ? [place.module] : []));
    return [...new Set(failing)].slice(0, 1).map((module) => draftFor(input, module));
  },
};

const COMPLAINT = /invalid escape sequence '?\\|"\\.{1,10}" is an invalid escape sequence/;

interface FailingLine {
  readonly module: PythonModule;
  readonly line: number;
}

/** Where Python gave up reading; the innermost frame of a syntax error is the file that has it. */
function failingFiles(input: RecipeInput): FailingLine[] {
  return sightings(input).flatMap(({ message, frames }) => {
    const frame = COMPLAINT.test((message ?? "").slice(0, 1000)) ? frames.at(-1) : undefined;
    const module = frame && input.project.modules.get(frame.path);
    return frame && module ? [{ module, line: frame.line }] : [];
  });
}

function isShown({ module, line }: FailingLine): boolean {
  return textsIn(module).some(
    (node) => node.line <= line && line <= lastLine(module, node) && editsOf(module, node).length > 0,
  );
}

/** The whole file, and the product's other files: each of them would fail in the same way. */
function draftFor({ project }: RecipeInput, module: PythonModule): RecipeDraft {
  const others = [...project.modules.values()].filter((entry) => entry !== module && !project.guarded.has(entry.path));
  return {
    edits: [module, ...others].flatMap((entry) => textsIn(entry).flatMap((node) => editsOf(entry, node))),
    rationale:
      "A backslash that escapes nothing is written as two: the text stays the same, and Python has nothing to warn of.",
    leftAlone: [],
    mayEditTests: project.guarded.has(module.path),
  };
}

/** Texts and bytes as they are written; the parts of f-strings have no quotes of their own. */
function textsIn(module: PythonModule): PythonNode[] {
  return [...walk(module.tree)].filter(
    (node) =>
      node.kind === "Constant" &&
      node.start >= 0 &&
      !/^(?:JoinedStr|TemplateStr)$/.test(parentOf(module, node)?.kind ?? ""),
  );
}

/** What lies between texts that follow each other, then a text's prefix and opening quotes. */
const OPENING = /(?:[\s()]|\\\r?\n|#[^\r\n]*(?![^\r\n]))*([A-Za-z]{0,2})("""|'''|"|')/y;
/** A backslash and what follows it. */
const ESCAPE = /\\(?:\r\n|[\s\S])/y;
const KNOWN = /^\\[\r\n\\'"abfnrtv0-7xNuU]/;
const KNOWN_IN_BYTES = /^\\[\r\n\\'"abfnrtv0-7x]/;

function editsOf(module: PythonModule, node: PythonNode): Edit[] {
  const source = sourceOf(module, node);
  const found: number[] = [];
  for (let at = 0; at < source.length;) {
    OPENING.lastIndex = at;
    const [whole, prefix = "", quotes = ""] = OPENING.exec(source) ?? [];
    if (whole === undefined || /[fFtT]/.test(prefix)) break;
    const literal = scan(source, { from: at + whole.length, prefix, quotes });
    found.push(...literal.invalid);
    at = literal.end;
  }
  return found.map((offset) => {
    const start = node.start + offset;
    return { path: module.path, start, end: start, text: "\\" };
  });
}

interface Literal {
  readonly from: number;
  readonly prefix: string;
  readonly quotes: string;
}

/** Offsets of the backslashes that escape nothing, and where the literal ends. */
function scan(source: string, { from, prefix, quotes }: Literal): { readonly invalid: number[]; readonly end: number } {
  const known = /b/i.test(prefix) ? KNOWN_IN_BYTES : KNOWN;
  const invalid: number[] = [];
  let at = from;
  while (at < source.length && !source.startsWith(quotes, at)) {
    ESCAPE.lastIndex = at;
    const escape = ESCAPE.exec(source)?.[0];
    if (escape !== undefined && !/r/i.test(prefix) && !known.test(escape)) invalid.push(at);
    at += escape?.length ?? 1;
  }
  return { invalid, end: at + quotes.length };
}
