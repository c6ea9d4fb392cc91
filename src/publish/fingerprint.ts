import { fingerprint as fingerprintText } from "../text/stable-hash.ts";

/**
 * Sixteen hexadecimal digits that tell one list of texts from another. No proof: it only says whether a comment of our
 * own already holds this. Lengths keep ["ab", "c"] apart from ["a", "bc"].
 */
export function fingerprint(parts: readonly string[]): string {
  return fingerprintText(parts.map((part) => `${part.length}:${part}`).join(""));
}
