/** A name that a library took away, and what is there in its stead. */
export interface RenamedName {
  /** Dotted name as it was imported or reached: `numpy.trapz`, `collections.Mapping`, `imp`. */
  readonly old: string;
  /** What to use; of several the first that the installed package has. */
  readonly new: string | readonly string[];
  /** Version of the distribution (of Python, for its own library) that has the new name; absent: as old as the old one. */
  readonly since?: string;
}

/** A keyword that a callable no longer takes. */
export interface RenamedKeyword {
  /** Dotted name of the function or class (`httpx.AsyncClient`), or `*.name` for a method of any object (`*.to_csv`). */
  readonly callable: string;
  readonly old: string;
  /** The keyword to use; null where it is to be dropped. */
  readonly new: string | null;
  readonly since?: string;
}

/** A method or attribute that objects of a type no longer have. */
export interface RenamedMethod {
  /** Type as Python's messages name it, `DataFrame`. */
  readonly type: string;
  readonly old: string;
  readonly new: string;
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
