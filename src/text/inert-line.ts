/** Colour and cursor sequences of terminals. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[ -/]*[@-~]`, "g");

/**
 * Foreign text as lines that a runner's log cannot take for commands: each begins with a mark (a workflow command
 * must stand first, blanks apart), `##[` is broken up (it works anywhere in a line), a lone CR ends a line like any
 * other, and control characters are gone. Source: actions/runner 2.336 ActionCommand parsing.
 */
export function inertLines(text: string): string[] {
  return text
    .replace(ANSI, "")
    .split(/\r\n|\r|\n/)
    .map((line) => `· ${line.replaceAll("##[", "# #[").replace(/[\p{Cc}\p{Co}]/gu, " ")}`);
}
