/** A traceback inside a page: its quotation marks or its `<module>` are written as entities, or its lines end in `<br>`. */
const PAGE =
  /File &(?:amp;)?(?:quot|#34|#x22);|, in &lt;|<br ?\/?>\s*(?:&nbsp;|\s)*File |<(?:pre|code)\b[^<>]{0,300}>\s*(?:<code\b[^<>]{0,300}>)?\s*Traceback /i;
const LINE_TAG = /<br ?\/?>\n?|<\/(?:p|div|li|tr|pre|h[1-6])>/gi;
const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,1000})?>/gi;
const ENTITY = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|quot|apos|lt|gt|amp|nbsp);/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["quot", '"'],
  ["apos", "'"],
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["nbsp", " "],
]);

/** The text of a page's source around a traceback; any other text stays as it is. */
export function withoutHtml(text: string): string {
  if (!PAGE.test(text)) {
    return text;
  }
  const plain = text.replace(LINE_TAG, "\n").replace(TAG, "").replace(ENTITY, decodeEntity);
  return PAGE.test(plain) ? plain.replace(ENTITY, decodeEntity) : plain;
}

function decodeEntity(entity: string, name: string): string {
  const code = Number(name.startsWith("#") ? name.slice(1).replace(/^[xX]/, "0x") : 0);
  const isCharacter = code > 0 && code <= 0x10_ff_ff;
  return isCharacter ? String.fromCodePoint(code) : (NAMED.get(name) ?? entity);
}
