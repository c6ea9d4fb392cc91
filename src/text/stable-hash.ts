/**
 * A short fingerprint of a text, 16 hex digits, the same on every machine (FNV-1a, two lanes of 32 bits). For keys and
 * file names only: it keeps nobody from making two texts with one fingerprint.
 */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x84222325;
  for (let index = 0; index < text.length; index++) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193);
    high = Math.imul(high ^ (text.charCodeAt(index) + index), 0x01000193);
  }
  return [low, high].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
