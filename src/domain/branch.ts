/** Neighbouring lines that a pull request changed in one file. */
export interface ChangedHunk {
  /** Relative to the repository root. */
  readonly path: string;
  /** Lines of the file as checked out, one-based, both included; `last` is before `first` where lines were only removed. */
  readonly first: number;
  readonly last: number;
  /** Lines of the diff, with their sign. */
  readonly text: string;
}
