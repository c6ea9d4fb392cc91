import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule } from "../../../domain/python.ts";
import { placedImport, planImports } from "../../../syntax/imports.ts";
import { parentOf } from "../../../syntax/tree.ts";
import { isFree } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { knownUtc } from "../../names/known-utc.ts";
import { isAtLine, ownPlaces } from "../../names/place.ts";
import { isRead, type Reference, referencesTo } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";
import { productModules } from "../slips/failing-line.ts";

const OLD = { source: "django.utils.timezone", name: "utc" };
const DOTTED = `${OLD.source}.${OLD.name}`;

/** `django.utils.timezone.utc`, which Django 5 took away. */
export const djangoUtc: Recipe = {
  id: "django-utc",
  title: "`django.utils.timezone.utc`: Python's own `datetime.timezone.utc`",
  explanation:
    "Django 5 has no `utc` of its own any more; it was another name for Python's, and all versions take that.",
  draft(input) {
    const shown = ownPlaces(input).find(
      ({ module, frame, message }) =>
        GONE.test(message.slice(0, 500)) && referencesIn(module).some(({ node }) => isAtLine(module, node, frame.line)),
    );
    const own = shown && editsIn(shown.module);
    if (!own) return [];
    const others = productModules(input).filter((module) => module !== shown.module);
    const rest = {
      rationale: "`django.utils.timezone.utc` was Python's own `datetime.timezone.utc`, with old versions too.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(shown.module.path),
    };
    return [{ edits: [...own, ...others.flatMap((module) => editsIn(module) ?? [])], ...rest }];
  },
};

const GONE =
  /^(?:cannot import name 'utc' from 'django\.utils\.timezone'|module 'django\.utils\.timezone' has no attribute 'utc')/;

function referencesIn(module: PythonModule): Reference[] {
  return referencesTo(module, new Set([DOTTED])).filter(({ node }) => !isConditional(module, node));
}

/** Undefined where the file has none, or one that cannot be changed: imported in a function, handed on by its import. */
function editsIn(module: PythonModule): Edit[] | undefined {
  const references = referencesIn(module);
  const [imports, uses] = [references.filter(isImport), references.filter((one) => !isImport(one))];
  const isPlain = imports.every(({ node }) => node.kind === "ImportFrom" && parentOf(module, node)?.kind === "Module");
  if (uses.length === 0 || !isPlain || !uses.every(({ node }) => isRead(node))) return undefined;
  const { path } = module;
  const edit = (text: string): Edit[] => uses.map(({ node }) => ({ path, start: node.start, end: node.end, text }));
  const known = knownUtc(module);
  if (known !== undefined) return [...edit(known), ...planned(module, [], edit(known)).edits];
  if (isFree(module, "timezone")) {
    const changed = edit("timezone.utc");
    return [...changed, ...planned(module, [{ source: "datetime", name: "timezone" }], changed).edits];
  }
  // The class of that name is often there already.
  const local = ["datetime", "dt"].find((name) => isFree(module, name));
  if (local === undefined) return undefined;
  const changed = edit(`${local}.timezone.utc`);
  const line = local === "datetime" ? "import datetime" : `import datetime as ${local}`;
  const added = placedImport(module, { source: "datetime", isPlain: true }, line);
  return [...changed, added, ...planned(module, [], changed).edits];
}

function isImport({ kind }: Reference): boolean {
  return kind === "import";
}

function planned(
  module: PythonModule,
  wanted: Parameters<typeof planImports>[1],
  otherEdits: readonly Edit[],
): ReturnType<typeof planImports> {
  return planImports(module, wanted, { names: [OLD], otherEdits });
}
