import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, word } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft } from "../recipe.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";

/** Text where only bytes make sense, and UTF-8 is what everybody takes. */
export const textToHash: Recipe = {
  id: "text-to-hash",
  title: "Text given to a hash, to base64 or to a compressor: encoded first",
  explanation: "Hashes, base64 and compressors work on bytes; text has none until it is encoded.",
  draft: (input) => failingLines(input, UNENCODED).flatMap(draftEncoded).slice(0, 1),
};

const UNENCODED =
  /^(?:Strings|Unicode-objects) must be encoded before hashing|^a bytes-like object is required, not 'str'/;
const TAKES_BYTES =
  /^(hashlib\.(md5|sha1|sha224|sha256|sha384|sha512|sha3_\d{3}|blake2[bs])|base64\.(b64|urlsafe_b64|standard_b64|b32|b16|b85)encode|(zlib|gzip|bz2|lzma)\.compress|(zlib|binascii)\.crc32)$/;
/** Another encoding is at work in the file: then it is a decision. */
const OTHER_ENCODING = /latin-?1|iso-?8859|cp125\d|utf-?16|utf-?32|shift_jis|gbk/i;
const ATOMS = new Set(["Name", "Attribute", "Call", "Subscript", "Constant", "JoinedStr"]);

function draftEncoded({ module, nodes, message }: FailingLine): RecipeDraft[] {
  const calls = nodes.filter((node) => takesBytes(module, node, message.includes("hashing")));
  const [call, ...others] = calls;
  const [text] = call ? children(call, "args") : [];
  if (!text || others.length > 0 || isBytes(text) || OTHER_ENCODING.test(module.text)) return [];
  return [
    {
      edits: encoded(module, text),
      rationale: "What is called takes bytes; the text is now encoded as UTF-8.",
      leftAlone: [],
    },
  ];
}

function takesBytes(module: PythonModule, node: PythonNode, isHashing: boolean): boolean {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  const isUpdate = isHashing && callee?.kind === "Attribute" && word(callee, "attr") === "update";
  return isUpdate || TAKES_BYTES.test(fullName(module, callee) ?? "");
}

function isBytes(text: PythonNode): boolean {
  const callee = text.kind === "Call" ? child(text, "func") : undefined;
  const value = text.kind === "Constant" ? text.fields["value"] : "";
  return (
    (callee !== undefined && word(callee, "attr") === "encode") || typeof value !== "string" || text.kind === "Starred"
  );
}

function encoded({ path }: PythonModule, { kind, start, end }: PythonNode): Edit[] {
  if (ATOMS.has(kind)) return [{ path, start: end, end, text: ".encode()" }];
  return [
    { path, start, end: start, text: "(" },
    { path, start: end, end, text: ").encode()" },
  ];
}
