/** Which tests were there lately, without keeping their names. */
export interface RecentNames {
  /** Remembers a test, and says whether it was there before. */
  meet(name: number): boolean;
  clear(): void;
}

/** How many tests back a name is remembered at least; workers of pytest-xdist put others between two tries of a test. */
const WINDOW = 5000;
const SLOTS = 16_384;

/** Two tables, of which the older one is emptied in turn: names are forgotten in the order they came, roughly. */
export function recentNames(): RecentNames {
  let recent = new Float64Array(SLOTS);
  let older = new Float64Array(SLOTS);
  let size = 0;
  return {
    meet: (name) => {
      const slot = slotOf(recent, name);
      const isKnown = recent[slot] === name || older[slotOf(older, name)] === name;
      if (recent[slot] !== name) {
        recent[slot] = name;
        size += 1;
      }
      if (size >= WINDOW) {
        [recent, older] = [older, recent];
        recent.fill(0);
        size = 0;
      }
      return isKnown;
    },
    clear: () => {
      if (size > 0) {
        recent.fill(0);
      }
      older.fill(0);
      size = 0;
    },
  };
}

/** The slot that holds the name, or the free one where it belongs; a third of the slots is never used. */
function slotOf(table: Float64Array, name: number): number {
  let slot = name % SLOTS;
  while (table[slot] !== 0 && table[slot] !== name) {
    slot = (slot + 1) % SLOTS;
  }
  return slot;
}

/** The number of a text, or of more text behind what has a number; 52 bits, so that two texts share one about never. */
export function numberOf(text: string, before = 1): number {
  let high = Math.floor(before / 2 ** 32) ^ 0x81_1c_9d_c5;
  let low = before | 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01_00_01_93);
    low = Math.imul(low + code, 0x5b_d1_e9_95) ^ (low >>> 15);
  }
  high ^= Math.imul(low ^ text.length, 0x01_00_01_93) ^ (high >>> 13);
  return (high >>> 12) * 2 ** 32 + (low >>> 0) + 1;
}
