import type { ProjectSource } from "../../domain/python.ts";
import { child, children, dottedName, keywordArgument, word } from "../../syntax/tree.ts";
import { annotationChanges, ASYNC_MODULE, twinChange, twinOf } from "./annotations.ts";
import { type Change, plainChange } from "./change.ts";
import { engineOf, sqlalchemyName } from "./factories.ts";
import type { Located } from "./values.ts";

/** Keywords of `sessionmaker` that mean something else, or nothing, to an asynchronous session. */
const UNSUITABLE = new Set(["binds", "twophase", "sync_session_class", "query_cls"]);

/**
 * `sessionmaker(engine)` or `Session(engine)` made to give AsyncSessions: `async_sessionmaker` from SQLAlchemy 2.0,
 * `sessionmaker(class_=AsyncSession)` before, where there is none. Undefined when an argument forbids it.
 */
export function makerChanges(project: ProjectSource, call: Located, isBefore20: boolean): Change[] | undefined {
  const { module, node } = call;
  const callee = child(node, "func");
  const twin = callee && twinOf(project, { module, node: callee });
  if (!callee || !twin || !isSuitable(project, call)) return undefined;
  const isFactory = twin.from.name === "sessionmaker";
  const head = isFactory && isBefore20 ? [] : [twinChange({ module, node: callee }, twin)];
  const added = missingKeywords(call, isFactory && isBefore20);
  const tail = added.length > 0 ? [keywordsChange(call, added)] : [];
  return [...head, ...classChanges(project, call), ...bindChanges(project, call), ...tail];
}

function missingKeywords({ node }: Located, needsClass: boolean): string[] {
  const wanted = needsClass ? ["class_", "expire_on_commit"] : ["expire_on_commit"];
  return wanted.filter((name) => !keywordArgument(node, name));
}

function isSuitable(project: ProjectSource, { module, node }: Located): boolean {
  const keywords = children(node, "keywords");
  const names = keywords.map((entry) => word(entry, "arg"));
  if (names.includes(undefined) || names.some((name) => name !== undefined && UNSUITABLE.has(name))) return false;
  const autocommit = keywordArgument(node, "autocommit");
  if (autocommit && autocommit.fields["value"] !== false) return false;
  const sessionClass = keywordArgument(node, "class_");
  if (sessionClass && sqlalchemyName(project, { module, node: sessionClass }) !== "Session") return false;
  return children(node, "args").length <= 1 && children(node, "args").every((entry) => entry.kind !== "Starred");
}

function classChanges(project: ProjectSource, { module, node }: Located): Change[] {
  const given = keywordArgument(node, "class_");
  return given ? annotationChanges(project, { module, node: given }) : [];
}

/** `engine.sync_engine` -> `engine`. */
function bindChanges(project: ProjectSource, { module, node }: Located): Change[] {
  const bind = children(node, "args")[0] ?? keywordArgument(node, "bind");
  const outer = bind && word(bind, "attr") === "sync_engine" ? child(bind, "value") : undefined;
  if (!bind || !outer || engineOf(project, { module, node: bind })?.kind !== "inner") return [];
  return [plainChange(module, { start: outer.end, end: bind.end }, "")];
}

/** New keywords after the last argument, in the layout of the arguments that are there. */
function keywordsChange({ module, node }: Located, added: readonly string[]): Change {
  const last = [
    ...children(node, "args"),
    ...children(node, "keywords").flatMap((entry) => child(entry, "value") ?? []),
  ]
    .toSorted((a, b) => a.end - b.end)
    .at(-1);
  const at = last?.end ?? node.end - 1;
  const separator = last ? separatorBefore(module.text.slice(node.start, last.end)) : "";
  const wants = added.includes("class_") ? [{ source: ASYNC_MODULE, name: "AsyncSession" }] : [];
  return {
    module,
    start: at,
    end: at,
    text: (spelling) =>
      separator +
      added
        .map((name) => (name === "class_" ? `class_=${spelling("AsyncSession")}` : "expire_on_commit=False"))
        .join(separator || ", "),
    wants,
    drops: [],
  };
}

/** `, ` or, when the last argument stands on its own line, a comma and the same indent. */
function separatorBefore(upToLast: string): string {
  const match = /(\r\n|\r|\n)([ \t]*)[^\r\n]*$/.exec(upToLast);
  const line = match ? upToLast.slice(match.index + (match[1] ?? "").length).trim() : "";
  const isOwnLine = match !== null && !/,\s*\S/.test(line.replace(/\([^()]*\)/g, ""));
  return isOwnLine ? `,${match[1] ?? ""}${match[2] ?? ""}` : ", ";
}

/** The bind of a maker when it is not written in a way we can change: an alias of `engine.sync_engine`. */
export function hasAliasedInnerEngine(project: ProjectSource, { module, node }: Located): boolean {
  const bind = children(node, "args")[0] ?? keywordArgument(node, "bind");
  return (
    bind !== undefined &&
    engineOf(project, { module, node: bind })?.kind === "inner" &&
    !(dottedName(bind) ?? "").endsWith(".sync_engine")
  );
}
