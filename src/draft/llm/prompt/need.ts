import { redact } from "../../../text/redact.ts";
import type { DraftInput } from "../../draft.ts";
import { type Definition, definitionsNamed, sourceOfDefinition } from "./definitions.ts";
import { fenced, type Marking } from "./shown-text.ts";
import { tokensAtMost } from "./tokens.ts";

interface NeedInput {
  readonly input: DraftInput;
  readonly options: Marking;
}

/** All that is answered to one NEED, at most. */
const BUDGET = 2500;
const MAX_OF_A_NAME = 3;

/** The bodies of what a model asked for by name, as far as they fit, with words for what the project does not have. */
export function needed(
  names: readonly string[],
  { input, options }: NeedInput,
): { readonly text: string; readonly definitions: readonly Definition[] } {
  const parts: string[] = [];
  const definitions: Definition[] = [];
  const missing: string[] = [];
  let left = BUDGET;
  for (const name of names) {
    const found = definitionsNamed(input.project, name).slice(0, MAX_OF_A_NAME);
    if (found.length === 0) missing.push(name);
    for (const definition of found) {
      const text = redact(`${definition.module.path}\n${sourceOfDefinition(definition)}`, options.secrets);
      left -= tokensAtMost(text);
      if (left > 0) {
        parts.push(fenced("code", text, options.boundary));
        definitions.push(definition);
      } else missing.push(`${definition.name} (too long)`);
    }
  }
  const list = redact(missing.join("\n"), options.secrets);
  const rest = missing.length === 0 ? "" : `Not to be had:\n${fenced("names", list, options.boundary)}`;
  const text = [...parts, rest, "Now answer with blocks, or NO_FIX."].filter((part) => part !== "").join("\n\n");
  return { text, definitions };
}
