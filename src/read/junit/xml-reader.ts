import { Tokenizer } from "htmlparser2";
import { textWindow } from "./text-window.ts";
import { LANDMARK, SECTION, SECTION_END, sectionBreak } from "./names.ts";
import { plainTag } from "./plain-tag.ts";
import { attributesOf, newTag } from "./tag.ts";
import { keepAttribute, tokenCallbacks } from "./xml-tokens.ts";
import type { TokenState, XmlHandler } from "./xml-tokens.ts";

export interface XmlReader {
  write(text: string): void;
  /** Call once. */
  end(): void;
}

/** A piece that is not over after this many characters is handed over in parts, or given up when it is no text. */
const MAX_HELD = 1_000_000;

interface Reading {
  readonly state: TokenState;
  readonly tokenizer: Tokenizer;
}

/**
 * Reads XML, broken or not, with memory that does not grow with it. References stay as they are, so that texts nobody
 * asks for are never decoded. A tag, attribute or section that a damaged file never closes ends at the next tag of a
 * test: one bad test does not take the others with it.
 */
export function xmlReader(handler: XmlHandler): XmlReader {
  const tag = newTag();
  const state: TokenState = {
    handler,
    window: textWindow(),
    pause: () => tokenizer.pause(),
    tag,
    attributes: attributesOf(tag),
    readTo: 0,
    broken: null,
    isAtEnd: false,
  };
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, tokenCallbacks(state));
  const reading = { state, tokenizer };
  return { write: (text) => feed(reading, text), end: () => finish(reading) };
}

/** The tokenizer looks at each character: it gets what is not plain, one tag after the other. */
function feed(reading: Reading, text: string): void {
  const { state } = reading;
  let isTangled = false;
  for (let at = 0; at < text.length;) {
    const start = isBetweenTags(state) ? passPlain(state, text, at) : at;
    at = isTangled ? text.length : tagEnd(text, start);
    write(reading, text.slice(start, at)); // nothing, too: else the piece before would be held
    isTangled = !isBetweenTags(state);
  }
}

/** All that the tokenizer got is read: it is in no tag, comment or section. */
function isBetweenTags({ window, readTo }: TokenState): boolean {
  return readTo === window.end();
}

/** Tells the handler all texts and plain tags up to the first one that is not plain, and returns where that begins. */
function passPlain(state: TokenState, text: string, from: number): number {
  let start = from;
  for (let at: number | null = from; at !== null; at = plainTag(state, text, start)) {
    start = passText(state.handler, text, at);
  }
  return start;
}

/** Where the next tag begins. */
function passText(handler: XmlHandler, text: string, from: number): number {
  const found = text.indexOf("<", from);
  const start = found < 0 ? text.length : found;
  if (start > from && handler.isListening()) {
    handler.text(text.slice(from, start));
  }
  return start;
}

/** Where a tag ends, or seems to: a value may hold the character. */
function tagEnd(text: string, start: number): number {
  const mark = text.startsWith(SECTION, start) ? SECTION_END : ">";
  const found = text.indexOf(mark, start);
  return found < 0 ? text.length : found + mark.length;
}

function write(reading: Reading, text: string): void {
  for (let next: string | null = text; next !== null; next = afterWrite(reading)) {
    reading.state.window.append(next);
    reading.tokenizer.write(next);
  }
}

/** The text to go on with where the tokenizer has to begin anew; null when all is well. */
function afterWrite(reading: Reading): string | null {
  const { window, broken, readTo } = reading.state;
  if (broken !== null) {
    return recover(reading, broken);
  }
  window.forget(readTo);
  return window.heldLength() > MAX_HELD ? relieve(reading) : null;
}

function finish(reading: Reading): void {
  const { state, tokenizer } = reading;
  state.isAtEnd = true;
  tokenizer.end();
  while (state.broken !== null) {
    feed(reading, recover(reading, state.broken));
    tokenizer.end();
  }
  const { name } = state.tag;
  if (name !== null) {
    keepAttribute(state);
    state.handler.cutTag(name, state.attributes);
  }
}

function recover(reading: Reading, { from, at, isMarked }: NonNullable<TokenState["broken"]>): string {
  const { window, handler, tag, attributes } = reading.state;
  const rest = window.rest(at);
  if (tag.name !== null && LANDMARK.test(`<${tag.name}`)) {
    handler.open(tag.name, attributes);
  } else if (handler.isListening()) {
    const lost = window.slice(from, at);
    handOver(handler, lost, isMarked);
  }
  startAnew(reading);
  return rest;
}

function handOver(handler: XmlHandler, text: string, isMarked: boolean): void {
  if (isMarked) {
    handler.marked(text);
  } else {
    handler.text(text);
  }
}

function startAnew({ state, tokenizer }: Reading): void {
  tokenizer.reset();
  state.window.reset();
  state.tag.name = null;
  state.tag.attribute = null;
  state.readTo = 0;
  state.broken = null;
}

/** Hands over a long section in parts, and gives up on a long tag: memory must not grow with it. */
function relieve(reading: Reading): string | null {
  const { window, readTo, tag } = reading.state;
  const held = window.rest(readTo);
  const start = tag.name === null ? held.indexOf("<") : -1;
  if (start >= 0 && held.startsWith(SECTION, start)) {
    return relieveSection(reading, held.slice(start + SECTION.length));
  }
  const isComment = start >= 0 && held.startsWith("<!--", start);
  const landmark = isComment ? null : LANDMARK.exec(held.slice(start + 1));
  startAnew(reading);
  return isComment ? `<!--${held.slice(-3)}` : landmark && held.slice(start + 1 + landmark.index);
}

function relieveSection(reading: Reading, text: string): string {
  const { handler } = reading.state;
  const brokenAt = sectionBreak(text, false);
  const length = text.length - SECTION_END.length;
  const cut = brokenAt ?? (text[length - 1] === "\r" ? length - 1 : length); // "\r\n" stays together
  if (handler.isListening()) {
    handler.marked(text.slice(0, cut));
  }
  startAnew(reading);
  return `${brokenAt === null ? SECTION : ""}${text.slice(cut)}`;
}
