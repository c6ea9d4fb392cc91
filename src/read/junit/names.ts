export const SECTION = "<![CDATA[";
export const SECTION_END = "]]>";

/** Tags that no writer leaves inside an attribute or a declaration: where one stands, the tag around it is broken. */
export const LANDMARK = /<\/?(?:testcase|testsuites?|failure|error|skipped|system-out|system-err)(?=[\s>/]|$)/;
/** In a value that may go on behind what is read of it. */
export const LANDMARK_INSIDE = /<\/?(?:testcase|testsuites?|failure|error|skipped|system-out|system-err)(?=[\s>/])/;
export const LANDMARK_LENGTH = "</system-err>".length;
/** Where a section that nobody closed should have ended. */
const SECTION_BREAK = /<\/(?:failure|error|system-out|system-err)>\s*<|<\/testcase>\s*<\/?test(?:case|suite)/;
/** Names that are asked for, as one string each: equal ones are compared by where they are, and not letter by letter. */
export const NAMES: ReadonlyMap<string, string> = new Map(
  [
    ["testcase", "testsuite", "testsuites", "failure", "error", "skipped", "system-out", "system-err"],
    ["classname", "name", "file", "message", "type", "status", "result"],
  ]
    .flat()
    .map((name) => [name, name]),
);

export function localName(name: string): string {
  return NAMES.get(name) ?? name.slice(name.indexOf(":") + 1);
}

/** Where a section should have ended: it holds the begin of another one, and not as a writer would put it there. */
export function sectionBreak(text: string, isCut: boolean): number | null {
  const isBroken = isCut || (text.includes(SECTION) && !text.endsWith("]]"));
  return isBroken ? (SECTION_BREAK.exec(text)?.index ?? null) : null;
}
