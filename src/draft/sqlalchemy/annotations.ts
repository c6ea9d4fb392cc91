import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import type { WantedName } from "../../syntax/imports.ts";
import { definitionOf, externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, sourceOf, walk } from "../../syntax/tree.ts";
import type { Change, Spelling } from "./change.ts";
import { sqlalchemyName } from "./factories.ts";
import type { Located } from "./values.ts";

/** A synchronous name and its asynchronous twin, by their places. */
export interface Twin {
  readonly from: WantedName;
  readonly to: WantedName;
}

/** Where the project's AsyncSession is to be taken from. */
export const ASYNC_MODULE = "sqlalchemy.ext.asyncio";

const SESSION: Twin = {
  from: { source: "sqlalchemy.orm", name: "Session" },
  to: { source: ASYNC_MODULE, name: "AsyncSession" },
};
const MODEL_SESSION: Twin = {
  from: { source: "sqlmodel", name: "Session" },
  to: { source: "sqlmodel.ext.asyncio.session", name: "AsyncSession" },
};
const TWINS: Readonly<Record<string, Twin>> = {
  Engine: { from: { source: "sqlalchemy", name: "Engine" }, to: { source: ASYNC_MODULE, name: "AsyncEngine" } },
  Connection: {
    from: { source: "sqlalchemy", name: "Connection" },
    to: { source: ASYNC_MODULE, name: "AsyncConnection" },
  },
  sessionmaker: {
    from: { source: "sqlalchemy.orm", name: "sessionmaker" },
    to: { source: ASYNC_MODULE, name: "async_sessionmaker" },
  },
};

/** The asynchronous twin of the class or function that an expression names; undefined for anything else. */
export function twinOf(project: ProjectSource, place: Located): Twin | undefined {
  const name = sqlalchemyName(project, place);
  if (name !== "Session") return name === undefined ? undefined : TWINS[name];
  const full = externalName(project, place.module, dottedName(place.node)) ?? "";
  return full.startsWith("sqlmodel.") ? MODEL_SESSION : SESSION;
}

/** Annotation with the asynchronous names, also inside an alias (`SessionDep = Annotated[Session, ...]`). */
export function annotationChanges(project: ProjectSource, place: Located): Change[] {
  const { module, node } = aliasOf(project, place);
  return [...walk(node)].flatMap((part) => {
    if (part.start < 0) return [];
    if (part.kind === "Constant") return quotedChange({ module, node: part });
    const twin = twinOf(project, { module, node: part });
    return twin ? [twinChange({ module, node: part }, twin)] : [];
  });
}

function aliasOf(project: ProjectSource, place: Located): Located {
  const name = dottedName(place.node);
  const definition = name === undefined ? undefined : definitionOf(project, place.module, name);
  const value = definition && child(definition.node, "value");
  return definition && value ? { module: definition.module, node: value } : place;
}

/** A name replaced by its asynchronous twin. */
export function twinChange({ module, node }: Located, { from, to }: Twin): Change {
  const text = (spelling: Spelling): string => spelling(to.name);
  return { module, start: node.start, end: node.end, text, wants: [to], drops: [from] };
}

/** A forward reference, `"Session"`. */
function quotedChange({ module, node }: Located): Change[] {
  if (node.fields["value"] !== "Session") return [];
  const text = sourceOf(module, node).replace("Session", "AsyncSession");
  const { start, end } = node;
  return [{ module, start, end, text: () => text, wants: [SESSION.to], drops: [SESSION.from] }];
}

const GENERATORS: Readonly<Record<string, string>> = {
  Generator: "AsyncGenerator",
  Iterator: "AsyncIterator",
  Iterable: "AsyncIterable",
};

/** The return annotation of a generator function that becomes asynchronous. */
export function generatorChanges(project: ProjectSource, { module, node }: Located): Change[] {
  const base = node.kind === "Subscript" ? child(node, "value") : undefined;
  const full = externalName(project, module, dottedName(base)) ?? "";
  const name = full.split(".").at(-1) ?? "";
  const asyncName = /^(typing|collections\.abc)\.\w+$/.test(full) ? GENERATORS[name] : undefined;
  if (!base || asyncName === undefined) return annotationChanges(project, { module, node });
  const source = full.slice(0, full.lastIndexOf("."));
  const head: Change = {
    module,
    start: base.start,
    end: base.end,
    text: (spelling) => spelling(asyncName),
    wants: [{ source, name: asyncName }],
    drops: [{ source, name }],
  };
  const elements = elementsOf(node);
  const yielded = elements[0];
  const tail = name === "Generator" ? generatorTail({ module, node }, elements) : [];
  return [head, ...(yielded ? annotationChanges(project, { module, node: yielded }) : []), ...tail];
}

function elementsOf(node: PythonNode): readonly PythonNode[] {
  const slice = child(node, "slice");
  const index = slice?.kind === "Index" ? child(slice, "value") : slice;
  return index?.kind === "Tuple" ? children(index, "elts") : index ? [index] : [];
}

/** `Generator[X, None, None]` has a return type that `AsyncGenerator[X, None]` has not; `Generator[X]` lacks the sent one. */
function generatorTail({ module }: Located, elements: readonly PythonNode[]): Change[] {
  const [yielded, sent, returned] = elements;
  if (yielded && !sent)
    return [{ module, start: yielded.end, end: yielded.end, text: () => ", None", wants: [], drops: [] }];
  if (!sent || !returned) return [];
  return [{ module, start: sent.end, end: returned.end, text: () => "", wants: [], drops: [] }];
}
