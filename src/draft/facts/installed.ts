import { type Answer, type FoundSymbol, keyOf, type OwnSymbol, type Question } from "../../domain/question.ts";

/**
 * What recipes may ask about the interpreter that runs the tests, its packages and the repository's own files. What is not
 * known is not there.
 */
export interface Installed {
  /** Whether a dotted name can be had: `numpy.trapezoid`, `collections.abc`. */
  has(dotted: string): boolean;
  /** Whether a callable is known to take a keyword, by its signature. */
  accepts(callable: string, keyword: string): boolean;
  /** The names that `dir` gives for an installed module or class; none when it cannot be had. */
  members(dotted: string): readonly string[];
  /** Where an installed package binds a name at the top level of its modules. */
  definitions(packageName: string, symbol: string): readonly FoundSymbol[];
  /** Files of the repository that define a name at their top level, in the order of their paths; `project` has only some. */
  ownDefinitions(symbol: string): readonly OwnSymbol[];
  /** Whether a text is valid Python for this interpreter. */
  parses(text: string): boolean;
}

/** Answers to some questions, as they were given. */
export type Answers = ReadonlyMap<string, Answer>;

/** Looks questions up among the answers; each that has none is reported once and taken for a no. */
export function installedBy(answers: Answers, onUnknown: (question: Question) => void): Installed {
  const answer = (question: Question): Answer => {
    const known = answers.get(keyOf(question));
    if (known === undefined) onUnknown(question);
    return known ?? null;
  };
  return {
    has: (name) => answer({ kind: "exists", name }) === true,
    accepts: (name, keyword) => answer({ kind: "accepts", name, keyword }) === true,
    parses: (text) => answer({ kind: "parses", text }) === true,
    members: (name) => listIn(answer({ kind: "members", name })).filter((entry) => typeof entry === "string"),
    definitions: (packageName, symbol) =>
      listIn(answer({ kind: "definitions", package: packageName, symbol })).filter(isFound),
    ownDefinitions: (symbol) => listIn(answer({ kind: "own", symbol })).filter(isOwn),
  };
}

type Entry = FoundSymbol | OwnSymbol | string;

function listIn(found: Answer): readonly Entry[] {
  return typeof found === "object" && found !== null ? found : [];
}

function isFound(entry: Entry): entry is FoundSymbol {
  return typeof entry === "object" && "module" in entry;
}

function isOwn(entry: Entry): entry is OwnSymbol {
  return typeof entry === "object" && "path" in entry;
}
