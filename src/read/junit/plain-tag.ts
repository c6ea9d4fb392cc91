import { localName } from "./names.ts";
import { startAttributes } from "./tag.ts";
import type { TokenState } from "./xml-tokens.ts";

/** A whole tag as serializers write it: nothing in it that could be the begin of another one. */
const PLAIN_TAG = /<(?:\/([\w:.-]+)[ \t\r\n]*|([\w:.-]+)((?:[ \t\r\n]+[\w:.-]+="[^"<]*")*)[ \t\r\n]*(\/?))>/y;

/**
 * Tells the handler the tag that stands at `start`, if it is a plain one, and returns where it ends; null for whatever
 * the tokenizer has to look at. Almost all tags are plain, and the tokenizer looks at each of their characters.
 */
export function plainTag(state: TokenState, text: string, start: number): number | null {
  PLAIN_TAG.lastIndex = start;
  const match = PLAIN_TAG.exec(text);
  if (match === null) {
    return null;
  }
  const { handler, tag, attributes } = state;
  const [whole, closed, opened = "", raw = "", slash] = match;
  if (closed !== undefined) {
    handler.close(localName(closed));
    return start + whole.length;
  }
  const name = localName(opened);
  startAttributes(tag, raw);
  handler.open(name, attributes);
  if (slash === "/") {
    handler.close(name);
  }
  return start + whole.length;
}
