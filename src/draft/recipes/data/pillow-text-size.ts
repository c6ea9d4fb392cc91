import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, parentOf, walk } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { definesMember } from "../../names/project-members.ts";
import { callOf, isAttribute } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { plainArguments } from "./call-edits.ts";

/** How much room a text takes, as Pillow before version 10 told it. */
export const pillowTextSize: Recipe = {
  id: "pillow-text-size",
  title: "`draw.textsize()` and `font.getsize()` of Pillow: the box around the text",
  explanation: "Pillow 10 tells the box around a text and no longer its size; the box's far corner is that size.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const GONE =
  /'(?:ImageDraw|FreeTypeFont|ImageFont|TransposedFont)' object has no attribute '(textsize|multiline_textsize|getsize)'/;

/** What to call, what comes first among its arguments, and how many may be given by their place. */
const BOXES: Readonly<Record<string, readonly [method: string, first: string, most: number]>> = {
  textsize: ["textbbox", "(0, 0), ", 2],
  multiline_textsize: ["multiline_textbbox", "(0, 0), ", 2],
  getsize: ["getbbox", "", 1],
};

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const name = GONE.exec(message.slice(0, 500))?.[1];
  if (name === undefined || definesMember(input.project, name)) return [];
  const changed = [...walk(module.tree)]
    .filter((node) => isAttribute(node, name) && node.line > 0 && !isConditional(module, node))
    .flatMap((node) => {
      const call = callOf(module, node);
      const edits = call && editsOf(module, call, name);
      return call && edits ? [{ call, edits }] : [];
    });
  const shown = changed.filter(({ call }) => isAtLine(module, call, frame.line));
  if (shown.length === 0) return [];
  // `getsize` is a method of much else too
  const edits = (name === "getsize" ? shown : changed).flatMap((entry) => entry.edits);
  return [
    {
      edits,
      rationale: `Pillow 10 has no \`${name}\` any more; the far corner of the box around the text is that size, since Pillow 8.`,
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function editsOf(module: PythonModule, call: PythonNode, name: string): Edit[] | undefined {
  const [method, first, most] = BOXES[name] ?? ["", "", 0];
  const called = child(call, "func");
  const given = plainArguments(call)?.length ?? 0;
  if (!called || given === 0 || given > most) return undefined;
  const { path } = module;
  const opening = module.text.indexOf("(", called.end) + 1;
  return [{ path, start: called.end - name.length, end: opening, text: `${method}(${first}` }, picked(module, call)];
}

/** `[0]` of the size is `[2]` of the box; both of it are `[2:]`. */
function picked(module: PythonModule, call: PythonNode): Edit {
  const { path } = module;
  const outer = parentOf(module, call);
  const index = outer?.kind === "Subscript" && child(outer, "value") === call ? child(outer, "slice") : undefined;
  const value = index?.kind === "Constant" ? index.fields["value"] : undefined;
  if (index && (value === 0 || value === 1)) return { path, start: index.start, end: index.end, text: `${value + 2}` };
  return { path, start: call.end, end: call.end, text: "[2:]" };
}
