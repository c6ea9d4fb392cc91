const BYTE_ORDER_MARKS: readonly { readonly label: string; readonly bytes: readonly number[] }[] = [
  { label: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { label: "utf-16le", bytes: [0xff, 0xfe] },
  { label: "utf-16be", bytes: [0xfe, 0xff] },
  // No mark, but `<?` or `<t` in two bytes each.
  { label: "utf-16le", bytes: [0x3c, 0x00] },
  { label: "utf-16be", bytes: [0x00, 0x3c] },
];
const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const HEAD_BYTES = 512;

/** Turns the chunks of one report into text. */
export interface ReportDecoder {
  /** The text of this chunk, or "" while the head is too short to know the encoding. */
  write(chunk: Uint8Array): string;
  end(): string;
  /** A declared encoding that nobody knows; the bytes were read as UTF-8 then. */
  unknownEncoding(): string | null;
}

/**
 * Decodes by byte order mark, else by the XML declaration, else as UTF-8. Bytes that are no text become U+FFFD: a
 * report with one bad byte is still a report.
 */
export function reportDecoder(): ReportDecoder {
  let head: Uint8Array | null = new Uint8Array(0);
  let decode: Decode = utf8Decode();
  let unknown: string | null = null;
  const choose = (bytes: Uint8Array): string => {
    const label = detectEncoding(bytes);
    const known = decodeFor(label);
    unknown = known === null ? label : null;
    decode = known ?? decode;
    head = null;
    return decode(bytes);
  };
  return {
    write: (chunk) => {
      if (head === null) {
        return decode(chunk);
      }
      head = joinBytes(head, chunk);
      return head.length < HEAD_BYTES ? "" : choose(head);
    },
    end: () => (head === null ? "" : choose(head)) + decode(null),
    unknownEncoding: () => unknown,
  };
}

/** The whole text of a small file. */
export function decodeReport(bytes: Uint8Array): string {
  const decoder = reportDecoder();
  return decoder.write(bytes) + decoder.end();
}

function detectEncoding(bytes: Uint8Array): string {
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) {
    return mark.label;
  }
  const declared = DECLARATION.exec(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES)))?.[1];
  // A declaration that can be read byte by byte is not in two-byte units, whatever it says.
  return declared === undefined || /^utf-?16|^ucs-?2/i.test(declared) ? "utf-8" : declared;
}

/** Null: the file is over. */
type Decode = (chunk: Uint8Array | null) => string;

function decodeFor(label: string): Decode | null {
  // Python writes names like `utf8`, `latin-1` and `UTF_8`.
  for (const name of [label, label.replaceAll("_", "-"), label.replaceAll(/[-_]/g, "")]) {
    try {
      const decoder = new TextDecoder(name);
      return decoder.encoding === "utf-8"
        ? utf8Decode()
        : (chunk) => (chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
    } catch {
      // Not a name of this spelling.
    }
  }
  return null;
}

/** Cut between characters, each chunk is decoded by itself: text in ASCII then takes one byte a character. */
function utf8Decode(): Decode {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let isFirst = true;
  let rest = new Uint8Array(0);
  return (chunk) => {
    const bytes = chunk === null ? rest : rest.length === 0 ? chunk : joinBytes(rest, chunk);
    const end = chunk === null ? bytes.length : completeLength(bytes);
    rest = bytes.slice(end);
    const text = decoder.decode(bytes.subarray(0, end));
    const withoutMark = isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text;
    isFirst &&= text === "";
    return withoutMark;
  };
}

/** The length without a character that is not over yet. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) {
      return bytes.length;
    }
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first, 0);
  joined.set(second, first.length);
  return joined;
}
