import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { spelled } from "./spelled.ts";

/** Annotations of mapped attributes that SQLAlchemy 2.0 cannot read. */
export const mappedAnnotation: Recipe = {
  id: "mapped-annotation",
  title: "A mapped attribute with a plain annotation (`name: str = Column(...)`): `Mapped[...]`",
  explanation:
    "SQLAlchemy 2.0 reads the annotations of mapped classes, and takes those of columns only as `Mapped[...]`.",
  draft(input) {
    for (const { message } of sightings(input)) {
      const found = /^Type annotation for "(\w{1,200})\.(\w{1,200})" can't be correctly interpreted/.exec(
        message ?? "",
      );
      const drafts = found ? draftFor(input, found[1] ?? "", found[2] ?? "") : [];
      if (drafts.length > 0) return drafts;
    }
    return [];
  },
};

function draftFor({ project }: RecipeInput, owner: string, attribute: string): RecipeDraft[] {
  const classes = [...project.modules.values()].flatMap((module) =>
    [...walk(module.tree)]
      .filter((node) => node.kind === "ClassDef" && word(node, "name") === owner)
      .map((node) => ({ module, node })),
  );
  const [found, ...others] = classes;
  if (!found || others.length > 0 || project.guarded.has(found.module.path)) return [];
  const { module, node } = found;
  const plain = plainAnnotations(module, node);
  const mapped = spelled(module, "sqlalchemy.orm", "Mapped");
  const isShown = plain.some((entry) => word(child(entry, "target") ?? entry, "id") === attribute);
  if (!isShown || !mapped) return [];
  const edits = plain.flatMap((entry) => {
    const type = child(entry, "annotation");
    const text = type ? `${mapped.text}[${sourceOf(module, type)}]` : "";
    return type ? [{ path: module.path, start: type.start, end: type.end, text }] : [];
  });
  const rationale = "SQLAlchemy 2.0 takes the annotation of a mapped attribute as `Mapped[...]`.";
  return [{ edits: [...edits, ...mapped.edits], rationale, leftAlone: [] }];
}

const MAKERS = /^sqlalchemy\.(?:Column|orm\.(?:relationship|mapped_column|column_property|deferred|synonym))$/;

/** Attributes that a column or relationship is assigned to, annotated with something else than `Mapped`. */
function plainAnnotations(module: PythonModule, owner: PythonNode): PythonNode[] {
  return children(owner, "body").filter((entry) => {
    const [value, type] = [child(entry, "value"), child(entry, "annotation")];
    const isMade = value?.kind === "Call" && MAKERS.test(fullName(module, child(value, "func")) ?? "");
    const isPlain =
      type !== undefined && !/\b(?:Mapped|DynamicMapped|WriteOnlyMapped|ClassVar)\b/.test(sourceOf(module, type));
    return entry.kind === "AnnAssign" && isMade && isPlain;
  });
}
