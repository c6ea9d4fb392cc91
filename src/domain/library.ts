/** A name that a library took away, and what is there in its stead. */
export interface RenamedName {
  /** Dotted name as it was imported or reached: `numpy.trapz`, `collections.Mapping`, `imp`. */
  readonly old: string;
  /** What to use; of several the first that the installed package has. */
  readonly new: string | readonly string[];
  /** Version of the distribution (of Python, for its own library) that has the new name; absent: as old as the old one. */
  readonly since?: string;
  /** An argument without which the new function does something else: `quote=False`. Calls of one value get it. */
  readonly adds?: string;
  /** It gives a tuple of another length: code that takes it apart is left alone. */
  readonly isLonger?: boolean;
}

/** A keyword that a callable no longer takes. */
export interface RenamedKeyword {
  /** Dotted name of the function or class (`httpx.AsyncClient`), or `*.name` for a method of any object (`*.to_csv`). */
  readonly callable: string;
  readonly old: string;
  /** The keyword to use; null where it is to be dropped. */
  readonly new: string | null;
  /**
   * Where the value matters: the values for which the row holds, as they are written, and what to write instead. With a
   * `new` of null the argument is dropped for these values alone (`{ False: "" }`).
   */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * The callable whose installed signature must have the new keyword. Absent: `callable` itself where it is dotted. Null
   * where no signature tells (`**kwargs`, or written in C).
   */
  readonly checkedBy?: string | null;
  readonly since?: string;
}

/** A method or attribute that objects of a type no longer have. */
export interface RenamedMethod {
  /** Type as Python's messages name it, with or without its package: `DataFrame`, `numpy.ndarray`. */
  readonly type: string;
  readonly old: string;
  /**
   * What is written after the dot instead: a name, or any text that can stand there (`isocalendar().week`). A function
   * takes the object as its first argument: `{ function: "numpy.ptp" }`, `{ function: "builtins.list" }`; calls only.
   */
  readonly new: string | { readonly function: string };
  /** Dotted name of the type, `pandas.DataFrame`: the new name must be found there. Absent: the row is trusted. */
  readonly full?: string;
  /** Other types have something of the old name too: only the failing line is changed, not the rest of the file. */
  readonly isCommon?: boolean;
  readonly since?: string;
}

/** What is known of one library. */
export interface Library {
  /** Lower-case name of the distribution; null for Python's own library. */
  readonly distribution: string | null;
  readonly names?: readonly RenamedName[];
  readonly keywords?: readonly RenamedKeyword[];
  readonly methods?: readonly RenamedMethod[];
}
