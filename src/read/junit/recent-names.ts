/** The hash of a name, of 64 bits: two tests of one window share one about never. One object serves for all names. */
export interface NameHash {
  high: number;
  low: number;
}

/** Which tests were there lately, without keeping their names. */
export interface RecentNames {
  /** Remembers a test, and says whether it was there before. */
  meet(name: NameHash): boolean;
  clear(): void;
}

/** How many tests back a name is remembered at least; workers of pytest-xdist put others between two tries of a test. */
const WINDOW = 5000;
/** A power of two; a third of the slots at most is used. */
const SLOTS = 16_384;

interface Table {
  readonly highs: Int32Array;
  readonly lows: Int32Array;
}

/** Two tables, of which the older one is emptied in turn: names are forgotten in the order they came, roughly. */
export function recentNames(): RecentNames {
  let recent = newTable();
  let older = newTable();
  let size = 0;
  return {
    meet: (name) => {
      const isRecent = find(recent, name, true);
      size += isRecent ? 0 : 1;
      const isKnown = isRecent || find(older, name, false);
      if (size >= WINDOW) {
        [recent, older] = [older, recent];
        empty(recent);
        size = 0;
      }
      return isKnown;
    },
    clear: () => {
      empty(recent);
      empty(older);
      size = 0;
    },
  };
}

function newTable(): Table {
  return { highs: new Int32Array(SLOTS), lows: new Int32Array(SLOTS) };
}

function empty({ highs, lows }: Table): void {
  highs.fill(0);
  lows.fill(0);
}

/** True when it is there; else it is put there, if asked for. A name whose two halves are 0 is never there. */
function find({ highs, lows }: Table, { high, low }: NameHash, isPut: boolean): boolean {
  let slot = low & (SLOTS - 1);
  for (; highs[slot] !== 0 || lows[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (highs[slot] === high && lows[slot] === low) {
      return true;
    }
  }
  if (isPut) {
    highs[slot] = high;
    lows[slot] = low;
  }
  return false;
}

/** Goes on hashing with another text. */
export function addToHash(hash: NameHash, text: string): void {
  let { high, low } = hash;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01_00_01_93);
    low = Math.imul(low + code, 0x5b_d1_e9_95) ^ (low >>> 15);
  }
  hash.high = Math.imul(high ^ text.length, 0x01_00_01_93) ^ (high >>> 13);
  hash.low = Math.imul(low ^ text.length, 0x5b_d1_e9_95) ^ (low >>> 13);
}

/** The same as one number, of 53 bits. */
export function hashNumber({ high, low }: NameHash): number {
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
