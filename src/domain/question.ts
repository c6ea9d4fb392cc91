/** Something about the installed packages, or Python itself, that only the project's interpreter knows. */
export type Question =
  /** Whether a dotted name can be had: `numpy.trapezoid`, `collections.abc`. */
  | { readonly kind: "exists"; readonly name: string }
  /** Whether a callable takes a keyword, by its signature. */
  | { readonly kind: "accepts"; readonly name: string; readonly keyword: string }
  /** Where a package binds a name at the top level of its modules. */
  | { readonly kind: "definitions"; readonly package: string; readonly symbol: string }
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

/** Null: not known. */
export type Answer = boolean | readonly FoundSymbol[] | null;

/** The same question has the same key. */
export function keyOf(question: Question): string {
  return JSON.stringify(question);
}
