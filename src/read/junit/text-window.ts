/** The text that a tokenizer may still ask for, by offsets that count from the last `reset`. */
export interface TextWindow {
  append(chunk: string): void;
  slice(start: number, end: number): string;
  /** Everything from `start` on. */
  rest(start: number): string;
  /** The offset behind all that was appended. */
  end(): number;
  /** Forgets what lies before `start`; what follows it stays. */
  forget(start: number): void;
  /** How many characters of earlier chunks are kept for a piece that is not over yet. */
  heldLength(): number;
  reset(): void;
}

/** Keeps the last chunk, and of earlier ones only what is not read yet: memory does not grow with the file. */
export function textWindow(): TextWindow {
  let held = "";
  let heldFrom = 0;
  let chunk = "";
  let chunkFrom = 0;
  const slice = (start: number, end: number): string =>
    start >= chunkFrom
      ? chunk.slice(start - chunkFrom, end - chunkFrom)
      : (held + chunk).slice(Math.max(start - heldFrom, 0), end - heldFrom);
  return {
    append: (next) => {
      chunkFrom += chunk.length;
      chunk = next;
    },
    slice,
    rest: (start) => slice(start, chunkFrom + chunk.length),
    end: () => chunkFrom + chunk.length,
    forget: (start) => {
      const from = Math.max(start, heldFrom);
      held = from < chunkFrom ? held.slice(from - heldFrom) + chunk : chunk.slice(from - chunkFrom);
      heldFrom = from;
      chunkFrom += chunk.length;
      chunk = "";
    },
    heldLength: () => held.length,
    reset: () => {
      held = "";
      heldFrom = 0;
      chunk = "";
      chunkFrom = 0;
    },
  };
}
