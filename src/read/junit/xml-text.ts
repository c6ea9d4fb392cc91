import { boundText } from "../../text/report-text.ts";

/** Longest text kept of one element: a RecursionError with `--tb=long` has about 0.5 MB. */
export const MAX_ELEMENT_TEXT = 2_000_000;

const REFERENCE = /&(?:lt|gt|amp|quot|apos|#\d{1,8}|#[xX][\da-fA-F]{1,8});/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&apos;", "'"],
]);
const REPLACEMENT = "\uFFFD";

/**
 * Replaces the five references of XML and character references, those too that XML forbids (`&#x1B;`); what a DOCTYPE
 * declares stays as it is. Line ends become `\n` before that, as XML 1.0 §2.11 says.
 */
export function decodeXml(raw: string): string {
  const text = normaliseLineEnds(raw);
  if (!text.includes("&")) {
    return text;
  }
  if (text.includes("&#")) {
    return text.replace(REFERENCE, (reference) => NAMED.get(reference) ?? character(reference));
  }
  // One pass for each is faster than one with a function for all, and `&amp;` comes last: what it makes is no reference.
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}

/** `&#27;` and `&#x1B;`. */
function character(reference: string): string {
  const isHexadecimal = reference[2] === "x" || reference[2] === "X";
  const code = Number.parseInt(reference.slice(isHexadecimal ? 3 : 2), isHexadecimal ? 16 : 10);
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : REPLACEMENT;
}

function normaliseLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The text of one element, whatever pieces it comes in. */
export interface ElementText {
  /** Text with its references. */
  add(raw: string): void;
  /** The content of a CDATA section, where nothing is a reference. */
  addMarked(text: string): void;
  whole(): string;
  /** About the last `length` characters: cheap, since the rest is not decoded. */
  tail(length: number): string;
}

/** Collects a text; of a longer one than `MAX_ELEMENT_TEXT` the head and the tail are kept. */
export function elementText(): ElementText {
  let done = "";
  let raw = "";
  return {
    add: (piece) => {
      raw = bounded(raw + piece);
    },
    addMarked: (text) => {
      done = bounded(done + decodeXml(raw) + normaliseLineEnds(text));
      raw = "";
    },
    whole: () => boundText(done + decodeXml(raw), MAX_ELEMENT_TEXT),
    tail: (length) => (raw.length > length ? decodeXml(raw.slice(-length)) : done.slice(-length) + decodeXml(raw)),
  };
}

function bounded(text: string): string {
  return text.length > 2 * MAX_ELEMENT_TEXT ? boundText(text, MAX_ELEMENT_TEXT) : text;
}
