import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Werkzeug's test client takes a cookie's domain by keyword. */
export const cookieArguments: Recipe = {
  id: "werkzeug-cookie-arguments",
  title: 'Flask\'s test client: `set_cookie("localhost", key, value)` takes the domain by keyword',
  explanation:
    "Since Werkzeug 3 the first argument of a test client's `set_cookie` is the cookie's name; the domain is a keyword.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

/** How many arguments each took before, the domain first. */
const COUNTS: Readonly<Record<string, readonly number[]>> = { set_cookie: [3], delete_cookie: [2] };
const COMPLAINT =
  /^(?:Client\.)?(set_cookie|delete_cookie)\(\) takes (?:from \d to )?\d positional arguments but (\d) were given/;

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const name = COMPLAINT.exec(message)?.[1];
  if (name === undefined) return [];
  const calls = [...walk(module.tree)].filter((node) => isOld(node, name));
  const edits = calls.flatMap((call) => byKeyword(module, call));
  if (!calls.some((call) => isAtLine(module, call, frame.line))) return [];
  return [
    {
      edits,
      rationale: "A test client of Werkzeug 3 takes a cookie's domain by keyword, after its name.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function isOld(call: PythonNode, name: string): boolean {
  const called = call.kind === "Call" ? child(call, "func") : undefined;
  const given = children(call, "args");
  const keywords = children(call, "keywords").map((entry) => word(entry, "arg"));
  return (
    called?.kind === "Attribute" &&
    word(called, "attr") === name &&
    (COUNTS[name] ?? []).includes(given.length) &&
    given.every(({ kind, start }) => kind !== "Starred" && start >= 0) &&
    !keywords.includes("domain")
  );
}

/** The domain goes from the front to behind the last argument by position. */
function byKeyword(module: PythonModule, call: PythonNode): Edit[] {
  const [domain, next, ...others] = children(call, "args");
  const last = others.at(-1) ?? next;
  if (!domain || !next || !last) return [];
  const { path } = module;
  const text = `, domain=${sourceOf(module, domain)}`;
  return [
    { path, start: domain.start, end: next.start, text: "" },
    { path, start: last.end, end: last.end, text },
  ];
}
