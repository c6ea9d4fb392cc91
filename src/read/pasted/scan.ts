import { startsBareGroup, takeTree } from "../traceback/exception-group.ts";
import { isFlat, unflatten } from "./flat.ts";
import { HEADER, isExceptionLine, parseFrameLine, parseHeader, printFrame } from "./lines.ts";
import { collectMessage, QUOTE } from "./message.ts";
import { bodyLine, bodyLines, readStack, skipBlanks } from "./stack.ts";
import type { Region } from "./stack.ts";
import { relationOf } from "../traceback/traceback.ts";

export interface PastedText {
  readonly lines: readonly string[];
  /** It was one string of a log's record: nothing else follows the traceback in it. */
  readonly isWhole: boolean;
}

/** One exception, as Python prints it, and where the text goes on. */
interface Block {
  readonly lines: readonly string[];
  readonly next: number;
  readonly prefix: string;
}

/**
 * Finds the tracebacks of a text, each with its whole chain, and prints them as Python does: marks before each line,
 * other indents and code are gone. Text around them is left out.
 */
export function scanTracebacks(text: PastedText): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < text.lines.length;) {
    const chain = readChain(text, index);
    if (chain === null) {
      index += 1;
    } else {
      found.push(chain.lines.join("\n"));
      index = chain.next;
    }
  }
  return found;
}

function readChain(text: PastedText, start: number): Block | null {
  let block = readBlock(text, start);
  const lines: string[] = [];
  let last: Block | null = null;
  while (block !== null) {
    lines.push(...block.lines);
    last = block;
    const link = readLink(text.lines, block);
    block = link === null ? null : readBlock(text, link.next);
    lines.push(...(link === null || block === null ? [] : ["", link.sentence, ""]));
  }
  return last === null ? null : { ...last, lines };
}

interface Link {
  readonly sentence: string;
  readonly next: number;
}

function readLink(lines: readonly string[], { next, prefix }: Block): Link | null {
  const end = bodyLine({ lines, prefix }, next) === QUOTE ? next + 1 : next;
  const at = skipBlanks({ lines, prefix }, end);
  const sentence = bodyLine({ lines, prefix }, at)?.trim() ?? "";
  return relationOf(sentence) === undefined ? null : { sentence, next: skipBlanks({ lines, prefix }, at + 1) };
}

function readBlock(text: PastedText, start: number): Block | null {
  const line = text.lines[start] ?? "";
  if (isFlat(line)) {
    return { lines: unflatten(line), next: start + 1, prefix: "" };
  }
  const header = parseHeader(line);
  if (header?.rest === "") {
    const region = { lines: text.lines, prefix: prefixInForce(text.lines, start, header.prefix) };
    return header.isGroup ? readGroup(region, start + 1) : readException({ ...text, ...region }, start + 1);
  }
  if (startsBareGroup(text.lines, start)) {
    return readGroup({ lines: text.lines, prefix: "" }, start);
  }
  const frame = parseFrameLine(line);
  return frame === null ? null : readHeadless({ ...text, prefix: /^(?:[>|#*]+ ?)?/.exec(line)?.[0] ?? "" }, start);
}

/** What stands before the header stands before all lines, or it was only the first line's (`ERROR:root:Traceback …`). */
function prefixInForce(lines: readonly string[], header: number, prefix: string): string {
  return lines[header + 1]?.startsWith(prefix) === true ? prefix : "";
}

/** `start` is the first line below the header. */
function readGroup(region: Region, start: number): Block | null {
  const tree = takeTree(bodyLines(region, start));
  const lines = [`+ Exception Group ${HEADER}`, ...tree];
  return tree.length === 0 ? null : { lines, next: start + tree.length, prefix: region.prefix };
}

function readException(text: PastedText & Region, start: number): Block | null {
  const { frames, next } = readStack(text, start);
  const message = readMessage(text, next);
  const lines = [HEADER, ...frames.map(printFrame), ...message];
  return lines.length === 1 ? null : { lines, next: next + message.length, prefix: text.prefix };
}

/** Without a header a single frame is no evidence, unless an exception follows: prose names files and lines too. */
function readHeadless(text: PastedText & Region, start: number): Block | null {
  const block = readException(text, start);
  const [, first = "", second] = block?.lines ?? [];
  const isPlace = parseFrameLine(first)?.function === null;
  const isEvident = isPlace ? /^(?:SyntaxError|IndentationError|TabError)\b/.test(second ?? "") : second !== undefined;
  return isEvident ? block : null;
}

function readMessage(text: PastedText & Region, start: number): readonly string[] {
  const first = bodyLine(text, start);
  return first !== null && isExceptionLine(first)
    ? collectMessage({ lines: bodyLines(text, start), isWhole: text.isWhole })
    : [];
}
