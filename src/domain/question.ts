/** Something about the installed packages, Python itself or files not at hand, that a pure stage cannot look up. */
export type Question =
  /** Whether a dotted name can be had: `numpy.trapezoid`, `collections.abc`. */
  | { readonly kind: "exists"; readonly name: string }
  /** Whether a callable takes a keyword, by its signature. */
  | { readonly kind: "accepts"; readonly name: string; readonly keyword: string }
  /** What an installed module or class has: the names that `dir` gives. */
  | { readonly kind: "members"; readonly name: string }
  /** Where a package binds a name at the top level of its modules. */
  | { readonly kind: "definitions"; readonly package: string; readonly symbol: string }
  /** Where the repository's own files bind a name at their top level, files that no failure reached included. */
  | { readonly kind: "own"; readonly symbol: string }
  /** Whether a text is valid Python. */
  | { readonly kind: "parses"; readonly text: string };

/** One place in an installed package that binds a name. */
export interface FoundSymbol {
  /** Dotted name of the module, `openpyxl.worksheet.worksheet`. */
  readonly module: string;
  readonly kind: "class" | "function" | "value" | "import";
  /** Of an import: the module it comes from. */
  readonly from: string | null;
}

/** One file of the repository that defines a name; an import of it is no definition. */
export interface OwnSymbol {
  readonly path: string;
  readonly kind: "class" | "function" | "value";
}

/** Null: not known. */
export type Answer = boolean | readonly (FoundSymbol | OwnSymbol | string)[] | null;

/** The same question has the same key. */
export function keyOf(question: Question): string {
  return JSON.stringify(question);
}
