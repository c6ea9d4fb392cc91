import { type Answer, type FoundSymbol, keyOf, type Question } from "../../domain/question.ts";

/** What recipes may ask about the interpreter that runs the tests and its packages. What is not known is not there. */
export interface Installed {
  /** Whether a dotted name can be had: `numpy.trapezoid`, `collections.abc`. */
  has(dotted: string): boolean;
  /** Whether a callable is known to take a keyword, by its signature. */
  accepts(callable: string, keyword: string): boolean;
  /** Where an installed package binds a name at the top level of its modules. */
  definitions(packageName: string, symbol: string): readonly FoundSymbol[];
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
    definitions(packageName, symbol) {
      const found = answer({ kind: "definitions", package: packageName, symbol });
      return typeof found === "object" && found !== null ? found : [];
    },
  };
}
