import { privateKeys } from "./private-keys.ts";
import { namedValues, PLACES, type Range, rangesOf, urlPasswords } from "./secret-places.ts";
import { knownShapes } from "./secret-shapes.ts";

/** Everything in a text that looks like a credential, by its form or by where it stands; in no order, and it may overlap. */
export function credentials(text: string): Range[] {
  return [
    ...privateKeys(text),
    ...urlPasswords(text),
    ...namedValues(text),
    ...PLACES.flatMap((place) => rangesOf(text, place)),
    ...knownShapes(text),
  ];
}
