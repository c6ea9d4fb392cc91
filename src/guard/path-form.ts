/** Longest name of one file or folder on Linux, macOS and Windows, in bytes. */
const MOST_NAME_BYTES = 255;
const MOST_PATH_BYTES = 1000;

/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * Why a path is not what it seems, on this system or another: not a plain relative path with `/`, or one that a file
 * system would take for another file. Undefined when it is plain.
 */
export function whyDisguised(path: string): string | undefined {
  if (path.includes("\\")) return "holds a backslash";
  if (path.includes(":")) return "holds a colon: a drive or a stream to Windows";
  if (path.startsWith("/")) return "is absolute";
  if (/\p{Cc}/u.test(path)) return "holds a control character";
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(path)) return "holds an invisible character";
  if (/[*?"<>|]/.test(path)) return "holds a character that Windows forbids";
  if (/\p{Cs}/u.test(path) || path !== path.normalize("NFC")) return "is not in Unicode's composed form (NFC)";
  if (bytesOf(path) > MOST_PATH_BYTES) return "is too long";
  return path
    .split("/")
    .map(whyBadPart)
    .find((reason) => reason !== undefined);
}

function whyBadPart(part: string): string | undefined {
  if (part === "" || part === "." || part === "..") return "does not stay inside the repository step by step";
  if (/[. ]$/.test(part) || part.startsWith(" "))
    return "has a part that begins with a blank, or ends in a blank or a dot";
  if (DEVICE.test(part)) return "names a device of Windows";
  if (/~\d/.test(part)) return "may be a short name of Windows for another file";
  return bytesOf(part) > MOST_NAME_BYTES ? "has a part of more than 255 bytes" : undefined;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
