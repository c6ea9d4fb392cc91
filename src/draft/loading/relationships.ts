import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, keywordArgument, sourceOf, word } from "../../syntax/tree.ts";
import { attributeNames, classesIn, type ModelClass } from "./classes.ts";

/** One relationship attribute of a mapped class. */
export interface Relationship {
  readonly name: string;
  /** The class whose body (or whose partner's `backref`) makes it. */
  readonly owner: ModelClass;
  /** Undefined when the class cannot be told. */
  readonly target: ModelClass | undefined;
  /** `select` loads when read, `eager` comes with the object, `other` must not be loaded by an option of ours. */
  readonly mode: "select" | "eager" | "other";
  /** The attribute on the other side. */
  readonly reverse: string | undefined;
  /** True when the other side exists only through `backref=` here. */
  readonly isBackref: boolean;
}

/** Relationships that a class body itself declares. */
export function relationshipsIn(project: ProjectSource, owner: ModelClass): readonly Relationship[] {
  return children(owner.node, "body").flatMap((statement) => {
    const call = child(statement, "value");
    if (call?.kind !== "Call" || !/(^|\.)[rR]elationship$/.test(dottedName(child(call, "func")) ?? "")) return [];
    return attributeNames(statement).map((name) => relationship(project, owner, { name, call, statement }));
  });
}

interface Declaration {
  readonly name: string;
  readonly call: PythonNode;
  readonly statement: PythonNode;
}

function relationship(project: ProjectSource, owner: ModelClass, { name, call, statement }: Declaration): Relationship {
  const annotation = child(statement, "annotation");
  const written = children(call, "args")[0] ?? keywordArgument(call, "argument") ?? annotation;
  const backref = backrefName(keywordArgument(call, "backref"));
  const reverse = keywordArgument(call, "back_populates");
  return {
    name,
    owner,
    target: written && classesIn(project, owner.module, written).at(-1),
    mode: modeOf(keywordArgument(call, "lazy"), annotation && sourceOf(owner.module, annotation)),
    reverse: backref ?? constant(reverse),
    isBackref: backref !== undefined,
  };
}

function constant(node: PythonNode | undefined): string | undefined {
  return node?.kind === "Constant" ? word(node, "value") : undefined;
}

/** `backref="order"` or `backref=backref("order", ...)`. */
function backrefName(node: PythonNode | undefined): string | undefined {
  return constant(node?.kind === "Call" ? children(node, "args")[0] : node);
}

const LAZY = new Set<unknown>(["select", true]);
const EAGER = new Set<unknown>(["joined", "selectin", "subquery", "immediate", false]);

function modeOf(lazy: PythonNode | undefined, annotation: string | undefined): Relationship["mode"] {
  if (annotation !== undefined && /\b(DynamicMapped|WriteOnlyMapped)\b/.test(annotation)) return "other";
  const value = lazy?.fields["value"];
  if (!lazy || LAZY.has(value)) return "select";
  return EAGER.has(value) ? "eager" : "other";
}
