/** Keeps the head and the tail of a byte stream. */
export interface BoundedOutput {
  add(chunk: Buffer): void;
  /** As UTF-8, with replacement characters, and a line that says how much was left out. */
  text(): string;
}

/** Takes no more memory than the two sizes, however much comes and in whatever pieces. */
export function boundedOutput(headBytes: number, tailBytes: number): BoundedOutput {
  const head = Buffer.alloc(headBytes);
  let headLength = 0;
  // A ring: the next byte goes to `total % tailBytes`.
  const ring = Buffer.alloc(tailBytes);
  let total = 0;

  const addToRing = (rest: Buffer): void => {
    const kept = rest.subarray(Math.max(0, rest.length - tailBytes));
    const start = (total + rest.length - kept.length) % tailBytes;
    const first = kept.copy(ring, start);
    kept.copy(ring, 0, first);
    total += rest.length;
  };

  return {
    add(chunk) {
      const first = chunk.copy(head, headLength);
      headLength += first;
      if (first < chunk.length) addToRing(chunk.subarray(first));
    },
    text() {
      const end = total % tailBytes;
      const tail =
        total <= tailBytes ? ring.subarray(0, total) : Buffer.concat([ring.subarray(end), ring.subarray(0, end)]);
      const start = head.subarray(0, headLength);
      const lost = total - tail.length;
      return lost === 0
        ? Buffer.concat([start, tail]).toString("utf8")
        : `${start.toString("utf8")}\n... ${lost} bytes left out ...\n${tail.toString("utf8")}`;
    },
  };
}
