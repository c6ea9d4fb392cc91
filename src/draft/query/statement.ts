import type { Edit } from "../../domain/patch.ts";
import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import type { Link } from "./chain.ts";
import type { Running } from "./running.ts";
import type { Spelling } from "./spelling.ts";

/** What a rewrite may look at. */
export interface RewriteScope {
  readonly project: ProjectSource;
  /** The function around the query. */
  readonly node: PythonNode;
  readonly spelling: Spelling;
  /** True when the session surely has `scalars` (SQLAlchemy 1.4.24). */
  readonly hasScalars: boolean;
}

/** A statement that does what the query did, in pieces: the text around it, and the edits inside it. */
export interface Rewrite {
  readonly running: Running;
  readonly edits: readonly Edit[];
  /** Replaces everything up to here, after the text that opens the call: `select`. */
  readonly opening: { readonly end: number; readonly text: string };
  /** From here on replaced by the text that closes the call. */
  readonly closing: {
    readonly start: number;
    readonly text: string;
    /** The last method of the chain, when it stays (rewritten by `edits`) and the text goes behind it. */
    readonly keeps?: Link;
  };
  /** The methods that stay, where the statement may be broken into lines. */
  readonly links?: readonly Link[];
}
