import { NAMES } from "./names.ts";

/** Attributes as written, references and all; the first of one name counts. To be read while the tag is told, only. */
export interface RawAttributes {
  get(name: string): string | undefined;
}

/** One object for all tags: a big file has so many that new ones would be most of its cost. */
export interface TagState {
  /** Null outside of tags. */
  name: string | null;
  /** Where its `<` stands. */
  start: number;
  /** Names and values in turn; what is behind `length` belongs to an earlier tag. */
  readonly attributes: string[];
  length: number;
  /** Of the attribute that is read, empty for one that nobody asks for; null between attributes. */
  attribute: string | null;
  value: string;
  lastPart: string;
  /** ` name="value"`, again and again: attributes that nobody has asked for so far, and of most tags nobody does. */
  unread: string;
}

/** Of names and values together; no writer has so many. */
const MAX_ATTRIBUTES = 100;

export function newTag(): TagState {
  return { name: null, start: 0, attributes: [], length: 0, attribute: null, value: "", lastPart: "", unread: "" };
}

export function attributesOf(tag: TagState): RawAttributes {
  return {
    get: (name) => {
      if (tag.unread !== "") {
        readAttributes(tag);
      }
      for (let index = 0; index < tag.length; index += 2) {
        if (tag.attributes[index] === name) {
          return tag.attributes[index + 1];
        }
      }
      return undefined;
    },
  };
}

/** Forgets the attributes of the tag before; `unread` are its own, as far as they are known by now. */
export function startAttributes(tag: TagState, unread: string): void {
  tag.length = 0;
  tag.unread = unread;
}

/** Keeps one whose name somebody may ask for. */
export function addAttribute(tag: TagState, name: string, value: string): void {
  if (tag.length < MAX_ATTRIBUTES) {
    tag.attributes[tag.length] = name;
    tag.attributes[tag.length + 1] = value;
    tag.length += 2;
  }
}

function readAttributes(tag: TagState): void {
  const { unread } = tag;
  tag.unread = "";
  for (let at = 0; at < unread.length;) {
    const equals = unread.indexOf("=", at);
    const end = unread.indexOf('"', equals + 2);
    const name = NAMES.get(unread.slice(at, equals).trimStart());
    if (name !== undefined) {
      addAttribute(tag, name, unread.slice(equals + 2, end));
    }
    at = end + 1;
  }
}
