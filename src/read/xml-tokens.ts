import type { TokenizerCallbacks } from "htmlparser2";
import { boundText } from "../text/report-text.ts";
import type { TextWindow } from "./text-window.ts";
import { MAX_ELEMENT_TEXT } from "./xml-text.ts";

/** Attributes as written, references and all; the first of one name counts. */
export type RawAttributes = ReadonlyMap<string, string>;

/** Hears the elements of a file in their order. Names are local: without the prefix of a namespace. */
export interface XmlHandler {
  open(name: string, attributes: RawAttributes): void;
  close(name: string): void;
  /** False where nobody wants the text: it is not cut out of the file then. */
  isListening(): boolean;
  /** Text with its references not yet replaced. */
  text(raw: string): void;
  /** What a CDATA section holds, or a piece of it. */
  marked(text: string): void;
  /** The file ended in the middle of this tag. */
  cutTag(name: string, attributes: RawAttributes): void;
}

/** Where the tokenizer lost its way: it has to begin anew at `at`, and what it swallowed begins at `from`. */
interface Break {
  readonly from: number;
  readonly at: number;
  readonly isMarked: boolean;
}

export interface TokenState {
  readonly handler: XmlHandler;
  readonly window: TextWindow;
  readonly pause: () => void;
  tag: { readonly name: string; readonly start: number } | null;
  attributes: Map<string, string>;
  attribute: { readonly name: string; value: string; lastPart: string } | null;
  /** Nothing before this offset is asked for again. */
  readTo: number;
  broken: Break | null;
  isAtEnd: boolean;
}

/** Tags that no writer leaves inside an attribute or a declaration: where one stands, the tag around it is broken. */
export const LANDMARK = /<\/?(?:testcase|testsuites?|failure|error|skipped|system-out|system-err)(?=[\s>/]|$)/;
const LANDMARK_LENGTH = "</system-err>".length;
const SECTION_BREAK = /<\/(?:failure|error|system-out|system-err)>\s*</;
export const SECTION = "<![CDATA[";

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Where a section should have ended: it holds the begin of another one, and not as a writer would put it there. */
export function sectionBreak(text: string, isCut: boolean): number | null {
  const isBroken = isCut || (text.includes(SECTION) && !text.endsWith("]]"));
  return isBroken ? (SECTION_BREAK.exec(text)?.index ?? null) : null;
}

/** What the tokenizer calls: offsets in, elements out to the handler. After a break it is not listened to any more. */
export function tokenCallbacks(state: TokenState): TokenizerCallbacks {
  const nothing = (): void => undefined;
  return {
    onopentagname: (start, end) => openTagName(state, start, end),
    onattribname: (start, end) => attributeName(state, start, end),
    onattribdata: (start, end) => attributeData(state, start, end),
    onattribend: () => keepAttribute(state),
    onattribentity: nothing,
    onopentagend: (index) => void openTagEnd(state, index),
    onselfclosingtag: (index) => {
      const name = openTagEnd(state, index);
      if (name !== null) {
        state.handler.close(name);
      }
    },
    onclosetag: (start, end) => closeTag(state, start, end),
    ontext: (start, end) => text(state, start, end),
    ontextentity: nothing,
    oncdata: (start, end, endOffset) => section(state, start, end - endOffset),
    oncomment: (_, end) => {
      state.readTo = end + 1;
    },
    ondeclaration: (start, end) => declaration(state, start, end),
    onprocessinginstruction: (start, end) => declaration(state, start, end),
    onend: nothing,
  };
}

/** Ends the attribute that is open, whole or not. */
export function keepAttribute(state: TokenState): void {
  const { attribute, attributes, broken } = state;
  if (broken === null && attribute !== null) {
    if (!attributes.has(attribute.name)) {
      attributes.set(attribute.name, attribute.value);
    }
    state.attribute = null;
  }
}

function lose(state: TokenState, broken: Break): void {
  state.broken = broken;
  state.pause();
}

/** A name in a tag; null when a `<` is in it: another tag begins there. */
function nameAt(state: TokenState, start: number, end: number): string | null {
  if (state.broken !== null) {
    return null;
  }
  const name = state.window.slice(start, end);
  const at = name.indexOf("<");
  if (at >= 0) {
    lose(state, { from: state.tag?.start ?? start, at: start + at, isMarked: false });
    return null;
  }
  state.readTo = end;
  return name;
}

function openTagName(state: TokenState, start: number, end: number): void {
  const name = nameAt(state, start, end);
  if (name !== null) {
    state.tag = { name: localName(name), start: start - 1 };
    state.attributes = new Map();
  }
}

function attributeName(state: TokenState, start: number, end: number): void {
  const name = nameAt(state, start, end);
  if (name !== null) {
    state.attribute = { name, value: "", lastPart: "" };
  }
}

function attributeData(state: TokenState, start: number, end: number): void {
  const { attribute, window } = state;
  if (state.broken !== null || attribute === null) {
    return;
  }
  const part = window.slice(start, end);
  const before = attribute.lastPart.slice(-LANDMARK_LENGTH);
  const landmark = part.includes("<") || before !== "" ? LANDMARK.exec(before + part) : null;
  const length = landmark === null ? part.length : Math.max(landmark.index - before.length, 0);
  const value = attribute.value + part.slice(0, length);
  attribute.value = value.length > 2 * MAX_ELEMENT_TEXT ? boundText(value, MAX_ELEMENT_TEXT) : value;
  attribute.lastPart = part;
  state.readTo = Math.max(state.readTo, end - LANDMARK_LENGTH); // a tag may stand across two parts
  if (landmark !== null) {
    keepAttribute(state);
    lose(state, { from: state.tag?.start ?? start, at: start - before.length + landmark.index, isMarked: false });
  }
}

function openTagEnd(state: TokenState, index: number): string | null {
  const { tag, attributes, handler } = state;
  if (state.broken !== null || tag === null) {
    return null;
  }
  state.tag = null;
  state.readTo = index + 1;
  handler.open(tag.name, attributes);
  return tag.name;
}

function closeTag(state: TokenState, start: number, end: number): void {
  const name = nameAt(state, start, end);
  if (name !== null) {
    state.handler.close(localName(name));
  }
}

function text(state: TokenState, start: number, end: number): void {
  state.readTo = end;
  if (state.isAtEnd) {
    // The tokenizer gives what it never saw the end of as text: `<?` or `<!` and all behind it.
    declaration(state, start, end - 1);
  }
  if (state.broken === null && state.handler.isListening()) {
    state.handler.text(state.window.slice(start, end));
  }
}

function section(state: TokenState, start: number, end: number): void {
  const { window, handler } = state;
  const raw = window.slice(start, end);
  const at = sectionBreak(raw, state.isAtEnd);
  if (at !== null) {
    lose(state, { from: start, at: start + at, isMarked: true });
    return;
  }
  state.readTo = end + "]]>".length;
  if (handler.isListening()) {
    handler.marked(raw);
  }
}

function declaration(state: TokenState, start: number, end: number): void {
  const landmark = LANDMARK.exec(state.window.slice(start, end + 1));
  if (landmark === null) {
    state.readTo = end + 1;
  } else {
    lose(state, { from: start, at: start + landmark.index, isMarked: false });
  }
}
