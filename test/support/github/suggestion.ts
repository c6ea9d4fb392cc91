/*
 * Finds what the web page would apply: the first fenced code block of a comment whose info string begins with the word
 * `suggestion`, by the block rules of GitHub Flavored Markdown (fence length and indentation, HTML blocks that swallow
 * what follows them, indented code). Fences inside lists and quotations are not looked for.
 */

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly indent: number;
  readonly info: string;
}

type Block =
  | { readonly kind: "text" }
  | { readonly kind: "paragraph" }
  | { readonly kind: "html"; readonly isEnd: (line: string) => boolean }
  | { readonly kind: "fence"; readonly fence: Fence; readonly lines: string[] };

/** Lines of the first suggestion, without line ends; null when the comment has none. */
export function firstSuggestion(body: string): readonly string[] | null {
  let block: Block = { kind: "text" };
  for (const line of body.replaceAll("\r\n", "\n").split("\n")) {
    if (block.kind === "fence" && isClosing(line, block.fence)) {
      if (isSuggestion(block.fence)) {
        return block.lines;
      }
      block = { kind: "text" };
    } else if (block.kind === "fence") {
      block.lines.push(unindent(line, block.fence.indent));
    } else if (block.kind === "html") {
      block = block.isEnd(line) ? { kind: "text" } : block;
    } else {
      block = openBlock(line, block);
    }
  }
  // An unclosed fence runs to the end of the comment.
  return block.kind === "fence" && isSuggestion(block.fence) ? block.lines : null;
}

function openBlock(line: string, before: Block): Block {
  const fence = openingFence(line);
  if (fence !== null) {
    return { kind: "fence", fence, lines: [] };
  }
  const html = openingHtml(line, before.kind === "paragraph");
  if (html !== null) {
    return html;
  }
  return { kind: line.trim() === "" ? "text" : "paragraph" };
}

function openingFence(line: string): Fence | null {
  const found = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(line);
  const [, indent = "", marks = "", info = ""] = found ?? [];
  const mark = marks.charAt(0);
  if (found === null || (mark === "`" && info.includes("`"))) {
    return null;
  }
  return { mark, length: marks.length, indent: indent.length, info: info.trim() };
}

function isClosing(line: string, fence: Fence): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line);
  const marks = found?.[1] ?? "";
  return marks.startsWith(fence.mark) && marks.length >= fence.length;
}

function isSuggestion(fence: Fence): boolean {
  return fence.info.split(/\s/)[0] === "suggestion";
}

function unindent(line: string, most: number): string {
  const spaces = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(spaces, most));
}

const BLOCK_TAGS =
  "address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figure|footer|form|h[1-6]|" +
  "head|header|hr|html|li|link|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul";
const KNOWN_TAG = new RegExp(`^ {0,3}</?(?:${BLOCK_TAGS})(?:[\\s/>]|$)`, "i");
const WHOLE_TAG = /^ {0,3}<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>\s*$/i;

/** HTML blocks: a comment ends with its mark, a tag block with a blank line; a foreign tag cannot break a paragraph. */
function openingHtml(line: string, inParagraph: boolean): Block | null {
  if (/^ {0,3}<!--/.test(line)) {
    const isEnd = (text: string): boolean => text.includes("-->");
    return isEnd(line) ? { kind: "text" } : { kind: "html", isEnd };
  }
  if (/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i.test(line)) {
    const isEnd = (text: string): boolean => /<\/(?:pre|script|style|textarea)>/i.test(text);
    return isEnd(line) ? { kind: "text" } : { kind: "html", isEnd };
  }
  if (KNOWN_TAG.test(line) || (!inParagraph && WHOLE_TAG.test(line))) {
    return { kind: "html", isEnd: (text) => text.trim() === "" };
  }
  return null;
}
