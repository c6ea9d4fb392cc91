import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, enclosingFunction, parentOf, walk, word } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces, speaksOf } from "../../names/place.ts";
import { callOf, isRead, lastPart, type Reference, referencesTo } from "../../names/references.ts";
import { renameAll } from "../../names/rename.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** `werkzeug.urls` lost what Python's own library does; defaults that differ are written out. */
export const werkzeugUrls: Recipe = {
  id: "werkzeug-urls",
  title: "`werkzeug.urls.url_quote` and its like: `urllib.parse`",
  explanation: "Werkzeug 3 no longer has functions for URLs that Python's own `urllib.parse` has too.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

interface Successor {
  readonly name: string;
  /** Arguments by position that mean the same in both. */
  readonly positions: number;
  readonly keywords: readonly string[];
  /** Written out where the call does not say it: the old default. */
  readonly fallback?: { readonly keyword: string; readonly text: string };
}

const SUCCESSORS: Readonly<Record<string, Successor>> = {
  url_quote: {
    name: "quote",
    positions: 1,
    keywords: ["safe", "errors"],
    fallback: { keyword: "safe", text: 'safe="/:"' },
  },
  url_quote_plus: { name: "quote_plus", positions: 1, keywords: ["safe", "errors"] },
  url_unquote: { name: "unquote", positions: 1, keywords: ["errors"] },
  url_unquote_plus: { name: "unquote_plus", positions: 1, keywords: ["errors"] },
  url_join: { name: "urljoin", positions: 3, keywords: ["allow_fragments"] },
  url_parse: { name: "urlsplit", positions: 2, keywords: ["scheme", "allow_fragments"] },
  url_unparse: { name: "urlunsplit", positions: 1, keywords: [] },
};

/** Where werkzeug had them, before 1.0 at the top too. */
const OLD = ["werkzeug.urls", "werkzeug"].flatMap((module) =>
  Object.keys(SUCCESSORS).map((name) => `${module}.${name}`),
);

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const found = referencesTo(module, new Set(OLD)).filter(
    ({ dotted, node, kind }) => !input.installed.has(dotted) && (kind === "import" || isRead(node)),
  );
  const isShown = found.some(
    ({ node, dotted }) => isAtLine(module, node, frame.line) && speaksOf(message, lastPart(dotted)),
  );
  const isMeant = found.every((use) => !isConditional(module, use.node) && isSame(module, use));
  if (!isShown || !isMeant) return [];
  const moved = renameAll(
    module,
    found.map((reference) => ({ reference, to: `urllib.parse.${successorOf(reference).name}`, isGuarded: false })),
  );
  if (!moved || moved.length === 0) return [];
  return [
    {
      edits: [...moved, ...found.flatMap((use) => fallbackEdit(module, use))],
      rationale: "Werkzeug no longer has these functions; Python's own library does the same.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function successorOf({ dotted }: Reference): Successor {
  return SUCCESSORS[lastPart(dotted)] ?? { name: "", positions: 0, keywords: [] };
}

/** Called with what both take, in the same way; of a parsed URL only what Python's has too is read. */
function isSame(module: PythonModule, use: Reference): boolean {
  if (use.kind === "import") return true;
  const call = callOf(module, use.node);
  if (!call) return false;
  const { positions, keywords } = successorOf(use);
  const given = children(call, "args");
  const isPlain = given.length <= positions && given.every(({ kind }) => kind !== "Starred");
  const isKnown = children(call, "keywords").every((entry) => keywords.includes(word(entry, "arg") ?? ""));
  return isPlain && isKnown && (lastPart(use.dotted) !== "url_parse" || isReadAlike(module, call));
}

const COMMON = ["scheme", "netloc", "path", "query", "fragment", "username", "password", "port", "geturl"];

function isReadAlike(module: PythonModule, call: PythonNode): boolean {
  const parent = parentOf(module, call);
  if (parent?.kind !== "Assign") return isCommonRead(module, call);
  const [target, ...others] = children(parent, "targets");
  const scope = enclosingFunction(module, call);
  if (target?.kind !== "Name" || others.length > 0 || !scope) return false;
  return [...walk(scope)]
    .filter((node) => node.kind === "Name" && word(node, "id") === word(target, "id") && isRead(node))
    .every((node) => isCommonRead(module, node));
}

function isCommonRead(module: PythonModule, node: PythonNode): boolean {
  const outer = parentOf(module, node);
  return outer?.kind === "Attribute" && COMMON.includes(word(outer, "attr") ?? "");
}

function fallbackEdit(module: PythonModule, use: Reference): Edit[] {
  const { fallback } = successorOf(use);
  const call = use.kind === "import" ? undefined : callOf(module, use.node);
  if (!fallback || !call) return [];
  const isGiven = children(call, "keywords").some((entry) => word(entry, "arg") === fallback.keyword);
  const last = [
    ...children(call, "args"),
    ...children(call, "keywords").flatMap((entry) => child(entry, "value") ?? []),
  ]
    .toSorted((a, b) => a.end - b.end)
    .at(-1);
  if (isGiven || !last) return [];
  const closed = /^(?:\s{0,80}\)){0,8}(?=\s{0,80},?\s{0,80}\)$)/.exec(module.text.slice(last.end, call.end))?.[0] ?? "";
  const end = last.end + closed.length;
  return [{ path: module.path, start: end, end, text: `, ${fallback.text}` }];
}
