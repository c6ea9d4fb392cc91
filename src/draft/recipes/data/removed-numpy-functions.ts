import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule } from "../../../domain/python.ts";
import { planImports } from "../../../syntax/imports.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces, speaksOf } from "../../names/place.ts";
import { isRead, lastPart, type Reference, referencesTo } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { NUMPY_REWRITES } from "./numpy-rewrites.ts";

/** What numpy took away for which another name is not enough. */
export const removedNumpyFunctions: Recipe = {
  id: "removed-numpy-functions",
  title: "Functions and constants that numpy took away: the expressions that say the same",
  explanation: "The installed numpy no longer has a function or constant that other calls of numpy can express.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const WANTED = new Set(Object.keys(NUMPY_REWRITES).map((name) => `numpy.${name}`));

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const gone = referencesTo(module, WANTED).filter(
    ({ dotted, node }) => isGone(input, dotted) && !isConditional(module, node),
  );
  const isShown = gone.some(
    ({ dotted, node }) => isAtLine(module, node, frame.line) && speaksOf(message, lastPart(dotted)),
  );
  const uses = gone.filter(({ kind, node }) => kind !== "import" && isRead(node));
  if (!isShown || uses.length === 0) return [];
  const edits = editsFor(module, uses, gone);
  if (!edits) return [];
  const names = [...new Set(uses.map(({ dotted }) => `\`${dotted}\``))].join(", ");
  return [
    {
      edits,
      rationale: `The installed numpy no longer has ${names}; other calls say the same.`,
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function isGone({ installed }: RecipeInput, dotted: string): boolean {
  return installed.has("numpy.ndarray") && !installed.has(dotted);
}

/** Undefined when one of the uses cannot be told in other words: then the file would still fail. */
function editsFor(
  module: PythonModule,
  uses: readonly Reference[],
  gone: readonly Reference[],
): readonly Edit[] | undefined {
  const wanted = uses.filter(({ kind }) => kind === "name").flatMap(({ dotted }) => rewriteOf(dotted)?.needs ?? []);
  const plan = planImports(
    module,
    wanted.map((name) => ({ source: "numpy", name })),
  );
  const made = uses.map((use) => {
    const rewrite = rewriteOf(use.dotted);
    return rewrite?.edits({ module, node: use.node, numpy: spelling(module, use, plan.spelling) });
  });
  if (made.includes(undefined)) return undefined;
  const edits = made.flatMap((entry) => entry ?? []);
  const dropped = gone
    .filter(({ kind }) => kind === "import")
    .map(({ dotted }) => ({ source: "numpy", name: lastPart(dotted) }));
  const imports = planImports(
    module,
    wanted.map((name) => ({ source: "numpy", name })),
    { names: dropped, otherEdits: edits },
  );
  return [...edits, ...imports.edits];
}

function rewriteOf(dotted: string): (typeof NUMPY_REWRITES)[string] | undefined {
  return NUMPY_REWRITES[lastPart(dotted)];
}

/** How a use spells other names of numpy: after the same `np.`, else as they are imported. */
function spelling(
  module: PythonModule,
  { node, kind, dotted }: Reference,
  imported: (name: string) => string,
): (name: string) => string {
  if (kind === "name") return imported;
  const prefix = module.text.slice(node.start, node.end - lastPart(dotted).length);
  return (name) => `${prefix}${name}`;
}
