/** How the text of an input is read; `parse.ts` holds one reader for each. */
export type InputType = "text" | "list" | "words" | "integer" | "boolean" | "choice";

export interface InputDefinition {
  /** Kebab-case, as in action.yml. */
  readonly name: string;
  readonly type: InputType;
  /** As written in action.yml; the empty text means "not given". */
  readonly default: string;
  /** One or two sentences for action.yml and the README; no line breaks. */
  readonly description: string;
  /** For choices: every value that is taken. */
  readonly allowed?: readonly string[];
  /** For integers: smallest and largest value that is taken. */
  readonly range?: { readonly minimum: number; readonly maximum: number };
}
