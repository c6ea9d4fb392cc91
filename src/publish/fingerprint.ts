const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const BITS = 64n;

/**
 * Sixteen hexadecimal digits that tell one text from another (FNV-1a, 64 bits, over UTF-16 code units). Not a secret
 * and no proof: it only says whether a comment of our own already holds this text.
 */
export function fingerprint(parts: readonly string[]): string {
  // Lengths keep ["ab", "c"] apart from ["a", "bc"].
  const text = parts.map((part) => `${part.length}:${part}`).join("");
  let hash = OFFSET;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(Number(BITS), (hash ^ BigInt(text.charCodeAt(index))) * PRIME);
  }
  return hash.toString(16).padStart(16, "0");
}
