/**
 * Python's own syntax tree as the bridge sends it. `kind` is the class name of the `ast` module ("Call"),
 * `fields` its fields under their Python names. Offsets count UTF-16 code units of the file's text, so that
 * `text.slice(node.start, node.end)` is the node's source. Nodes without a position (operators, contexts,
 * `arguments`) have start = end = -1 and line = -1.
 */
export interface PythonNode {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** One-based line of `start`. */
  readonly line: number;
  readonly fields: Readonly<Record<string, PythonValue>>;
}

export type PythonValue = PythonNode | readonly PythonValue[] | string | number | boolean | null;

export interface PythonModule {
  /** Relative to the repository root. */
  readonly path: string;
  readonly text: string;
  readonly tree: PythonNode;
}

export interface UnparsableFile {
  readonly path: string;
  readonly text: string;
  readonly message: string;
  readonly line: number | null;
}

/** The parsed part of the project that a drafter may look at. */
export interface ProjectSource {
  /** By path; files reached from the failure by frames, executed functions and imports. */
  readonly modules: ReadonlyMap<string, PythonModule>;
  /** Files that Python itself could not parse. */
  readonly unparsable: readonly UnparsableFile[];
  /** Test files, conftest files and test configuration: never edited unless a candidate may edit tests. */
  readonly guarded: ReadonlySet<string>;
  /** All tracked files, relative to the repository root. */
  readonly trackedFiles: readonly string[];
}
