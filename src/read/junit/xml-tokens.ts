import type { TokenizerCallbacks } from "htmlparser2";
import { boundText } from "../../text/report-text.ts";
import { addAttribute, startAttributes } from "./tag.ts";
import type { RawAttributes, TagState } from "./tag.ts";
import type { TextWindow } from "./text-window.ts";
import { LANDMARK, LANDMARK_INSIDE, LANDMARK_LENGTH, localName, NAMES, SECTION_END, sectionBreak } from "./names.ts";
import { MAX_ELEMENT_TEXT } from "./xml-text.ts";

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
  readonly tag: TagState;
  readonly attributes: RawAttributes;
  /** Nothing before this offset is asked for again. */
  readTo: number;
  broken: Break | null;
  isAtEnd: boolean;
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
    ontext: (start, end) => textPiece(state, start, end),
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
export function keepAttribute({ tag, broken }: TokenState): void {
  if (broken === null && tag.attribute) {
    addAttribute(tag, tag.attribute, tag.value);
  }
  tag.attribute = null;
}

function lose(state: TokenState, broken: Break): void {
  state.broken = broken;
  state.pause();
}

/** The last one of a row: each would go on to the end of all. What is no tag hides those behind it. */
const INNER_TAG = /<[!?]|<[^<]*$/;

/** A name in a tag; null when a `<` is in it: another tag begins there. */
function nameAt(state: TokenState, start: number, end: number): string | null {
  if (state.broken !== null) {
    return null;
  }
  const name = state.window.slice(start, end);
  const at = name.search(INNER_TAG);
  if (at >= 0) {
    lose(state, { from: state.tag.name === null ? start : state.tag.start, at: start + at, isMarked: false });
    return null;
  }
  state.readTo = end;
  return name;
}

function openTagName(state: TokenState, start: number, end: number): void {
  const name = nameAt(state, start, end);
  if (name !== null) {
    state.tag.name = localName(name);
    state.tag.start = start - 1;
    startAttributes(state.tag, "");
  }
}

function attributeName(state: TokenState, start: number, end: number): void {
  const name = nameAt(state, start, end);
  if (name !== null) {
    state.tag.attribute = NAMES.get(name) ?? "";
    state.tag.value = "";
    state.tag.lastPart = "";
  }
}

function attributeData(state: TokenState, start: number, end: number): void {
  const { tag, window } = state;
  if (state.broken !== null || tag.attribute === null) {
    return;
  }
  const part = window.slice(start, end);
  const before = tag.lastPart.slice(-LANDMARK_LENGTH);
  const landmark = part.includes("<") || before !== "" ? LANDMARK_INSIDE.exec(before + part) : null;
  if (tag.attribute !== "") {
    const value = tag.value + part;
    const length = landmark === null ? value.length : value.length - part.length - before.length + landmark.index;
    tag.value = value.length > 2 * MAX_ELEMENT_TEXT ? boundText(value, MAX_ELEMENT_TEXT) : value.slice(0, length);
  }
  tag.lastPart = part;
  state.readTo = Math.max(state.readTo, end - LANDMARK_LENGTH); // a tag may stand across two parts
  if (landmark !== null) {
    keepAttribute(state);
    lose(state, { from: tag.start, at: start - before.length + landmark.index, isMarked: false });
  }
}

function openTagEnd(state: TokenState, index: number): string | null {
  const { tag, attributes, handler } = state;
  const { name } = tag;
  if (state.broken !== null || name === null) {
    return null;
  }
  tag.name = null;
  state.readTo = index + 1;
  handler.open(name, attributes);
  return name;
}

function closeTag(state: TokenState, start: number, end: number): void {
  const name = nameAt(state, start, end);
  if (name !== null) {
    state.readTo += state.window.slice(end, end + 1) === ">" ? 1 : 0;
    state.handler.close(localName(name));
  }
}

function textPiece(state: TokenState, start: number, end: number): void {
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
  state.readTo = end + SECTION_END.length;
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
