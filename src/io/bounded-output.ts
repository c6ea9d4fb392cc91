/** Keeps the head and the tail of a byte stream. */
export interface BoundedOutput {
  add(chunk: Buffer): void;
  /** As UTF-8, with replacement characters, and a line that says how much was left out. */
  text(): string;
}

export function boundedOutput(headBytes: number, tailBytes: number): BoundedOutput {
  const head: Buffer[] = [];
  let headLength = 0;
  let tail: Buffer[] = [];
  let tailLength = 0;
  let dropped = 0;

  const addToTail = (chunk: Buffer): void => {
    tail.push(chunk);
    tailLength += chunk.length;
    // Cut seldom, so that many small chunks do not cost a copy each.
    if (tailLength > 2 * tailBytes) {
      const all = Buffer.concat(tail);
      tail = [all.subarray(all.length - tailBytes)];
      dropped += all.length - tailBytes;
      tailLength = tailBytes;
    }
  };

  return {
    add(chunk) {
      const room = Math.max(0, headBytes - headLength);
      const first = chunk.subarray(0, room);
      if (first.length > 0) {
        head.push(first);
        headLength += first.length;
      }
      if (chunk.length > room) addToTail(Buffer.from(chunk.subarray(room)));
    },
    text() {
      const end = Buffer.concat(tail);
      const kept = end.subarray(Math.max(0, end.length - tailBytes));
      const lost = dropped + end.length - kept.length;
      const start = Buffer.concat(head).toString("utf8");
      return lost === 0
        ? Buffer.concat([...head, kept]).toString("utf8")
        : `${start}\n... ${lost} bytes left out ...\n${kept.toString("utf8")}`;
    },
  };
}
