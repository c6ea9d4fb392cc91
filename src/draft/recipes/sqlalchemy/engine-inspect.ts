import { child, dottedName, walk } from "../../../syntax/tree.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { isAttribute } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { spelled } from "./spelled.ts";

/** The engine's own look at the database, which an inspector has now. */
export const engineInspect: Recipe = {
  id: "engine-inspect",
  title: "`engine.table_names()` and `engine.has_table(...)`: `inspect(engine)`",
  explanation: "What tables a database has is asked of an inspector since SQLAlchemy 1.4, and no longer of the engine.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => inspectAt(input, place))
      .slice(0, 1),
};

const INSPECTED: Readonly<Record<string, string>> = { table_names: "get_table_names", has_table: "has_table" };

function inspectAt({ project }: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const method = /^'(?:Engine|Connection)' object has no attribute '(table_names|has_table)'/.exec(message)?.[1];
  if (method === undefined) return [];
  const uses = [...walk(module.tree)].filter((node) => isAttribute(node, method) && node.line > 0);
  const shown = uses.filter((node) => isAtLine(module, node, frame.line));
  const [own] = shown.flatMap((node) => child(node, "value") ?? []);
  const inspect = spelled(module, "sqlalchemy", "inspect");
  const written = own && dottedName(own);
  if (written === undefined || !inspect) return [];
  const same = uses.filter((node) => dottedName(child(node, "value")) === written);
  const edits = same.map(({ start, end }) => ({
    path: module.path,
    start,
    end,
    text: `${inspect.text}(${written}).${INSPECTED[method] ?? method}`,
  }));
  const rationale = "An inspector says what tables there are.";
  return [
    { edits: [...edits, ...inspect.edits], rationale, leftAlone: [], mayEditTests: project.guarded.has(module.path) },
  ];
}
