/** A small project that fails with real versions of its libraries, and what it looks like once a recipe has mended it. */
export interface RealCase {
  /** Kebab-case, one of a kind over all families. */
  readonly id: string;
  /** The recipe that must mend it; for a project to be left alone, the one that must keep its hands off. */
  readonly recipe: string;
  /** One line for the guide: what the code does wrong. */
  readonly title: string;
  /** Every file of the project, its tests among them (`tests/test_*.py`; `pytest.ini` with `pythonpath = .` where needed). */
  readonly files: Readonly<Record<string, string>>;
  /** The files that change, as they are afterwards; null where nothing may be changed. */
  readonly after: Readonly<Record<string, string>> | null;
  /** Sets of requirements (`numpy==2.2.6`) under which it fails, one run each. pytest is installed anyway. */
  readonly requirements: readonly (readonly string[])[];
  /** Versions of Python to run each set with. */
  readonly python: readonly string[];
  /** The exception as the run shows it, `AttributeError: module 'numpy' has no attribute 'float'`: a part of the first line. */
  readonly raises: string;
  /** Why it is left alone, or what to know: a sentence for the guide. */
  readonly note?: string;
}
