interface Entry {
  readonly path: string;
  /** Its parts from the last to the first. */
  readonly key: string;
}

/** Paths sorted from their ends: all that end alike stand together, however many there are. */
export interface EndingIndex {
  readonly entries: readonly Entry[];
  readonly separator: string;
}

/** `nameOf` gives the name to look a path up by, with this separator between its parts. */
export function endingIndex(
  paths: Iterable<string>,
  separator: "." | "/",
  nameOf: (path: string) => string = String,
): EndingIndex {
  const entries = [...paths].map((path) => ({ path, key: keyOf(nameOf(path), separator) }));
  return { entries: entries.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)), separator };
}

/** Where the paths whose name ends in these parts stand; counting them is as quick as for one. */
export interface Endings {
  readonly count: number;
  readonly paths: (limit: number) => readonly string[];
}

/** The paths whose name is this, or ends in it after a separator. */
export function pathsEndingIn(name: string, { entries, separator }: EndingIndex): Endings {
  const key = keyOf(name, separator);
  const whole = [firstNotBefore(entries, key), firstNotBefore(entries, `${key}\0`)] as const;
  const after = String.fromCharCode(separator.charCodeAt(0) + 1);
  const longer = [firstNotBefore(entries, key + separator), firstNotBefore(entries, key + after)] as const;
  return {
    count: whole[1] - whole[0] + longer[1] - longer[0],
    paths: (limit) => {
      const first = entries.slice(whole[0], Math.min(whole[1], whole[0] + limit));
      const rest = entries.slice(longer[0], Math.min(longer[1], longer[0] + limit - first.length));
      return [...first, ...rest].map(({ path }) => path);
    },
  };
}

function keyOf(name: string, separator: string): string {
  return name.split(separator).toReversed().join(separator);
}

/** Halves what is left until the first entry is found that does not come before the key. */
function firstNotBefore(entries: readonly Entry[], key: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((entries[middle]?.key ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
