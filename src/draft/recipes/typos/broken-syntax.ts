import type { UnparsableFile } from "../../../domain/python.ts";
import { applyEdits } from "../../../text/apply-edits.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { indentRepairs } from "./indent-repairs.ts";
import { pythonTwoRepairs } from "./python-two.ts";
import { editsFor, linesOf, type SourceLines } from "./source-lines.ts";
import { type Repair, tokenRepairs } from "./token-repairs.ts";

/** A file that Python cannot read for want of one token, or for how a line is indented. */
export const brokenSyntax: Recipe = {
  id: "broken-syntax",
  title: "A missing colon, bracket, quote or comma, `=` for `==`, wrong indentation, statements of Python 2",
  explanation:
    "Python reads a file as a whole before it runs any of it: one token that is missing keeps all of it from being used.",
  draft(input) {
    const isAbout = sightings(input).some(({ type }) => /(?:^|\.)(?:Syntax|Indentation|Tab)Error$/.test(type ?? ""));
    const files = isAbout ? input.project.unparsable.filter((file) => isFailing(input, file)) : [];
    return files.flatMap((file) => draftFor(input, file)).slice(0, 1);
  },
};

/** Product code that the exception points to. */
function isFailing(input: RecipeInput, { path, text }: UnparsableFile): boolean {
  if (input.project.guarded.has(path) || /^(?:<{7}|={7}|>{7})/m.test(text)) return false;
  return sightings(input).some(({ frames }) => frames.at(-1)?.path === path);
}

function draftFor(input: RecipeInput, file: UnparsableFile): RecipeDraft[] {
  const source = linesOf(file.path, file.text);
  const found = new Map<string, Repair>();
  for (const repair of repairsOf(source, file)) {
    const text = applyEdits(file.text, editsFor(source, repair.changes));
    if (typeof text === "string" && text !== file.text && input.installed.parses(text)) found.set(text, repair);
  }
  // Two texts that Python can read are two meanings.
  const [only, ...others] = found.values();
  if (!only || others.length > 0) return [];
  const rationale = `Python could not read the file (${file.message}). What kept it from that: ${only.kind}.`;
  return [{ edits: editsFor(source, only.changes), rationale, leftAlone: [] }];
}

function repairsOf(source: SourceLines, { line, message }: UnparsableFile): Repair[] {
  if (line === null) return [];
  if (/indent|inconsistent use of tabs/.test(message)) return indentRepairs(source, line - 1, message);
  const old = pythonTwoRepairs(source);
  // What Python 2 wrote is no slip of a token: `print "a"` is not `print, "a"`.
  return old.length > 0 ? old : tokenRepairs(source, line - 1, message);
}
