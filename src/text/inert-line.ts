/** Colour and cursor sequences of terminals. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[ -/]*[@-~]`, "g");

/** Stands before foreign lines. */
const MARK = "· ";

/**
 * Foreign text as lines that a runner's log cannot take for commands: each begins with a mark (a workflow command
 * must stand first, blanks apart), `##[` is broken up (it works anywhere in a line), a lone CR ends a line like any
 * other, and control characters are gone. Source: actions/runner 2.336 ActionCommand parsing.
 */
export function inertLines(text: string): string[] {
  return text
    .replace(ANSI, "")
    .split(/\r\n|\r|\n/)
    .map((line) => `${MARK}${line.replaceAll("##[", "# #[").replace(/[\p{Cc}\p{Co}]/gu, " ")}`);
}

/**
 * Foreign text for standard output: free of control characters, and on a runner (`GITHUB_ACTIONS` is `true`) with the
 * mark before each line, because there a line that begins with `::` is a command whoever printed it.
 */
export function plainLines(text: string, { isRunner }: { readonly isRunner: boolean }): string[] {
  const lines = inertLines(text);
  return isRunner ? lines : lines.map((line) => line.slice(MARK.length));
}

/**
 * A block that a runner prints as it is, for text that must stay whole, such as a diff. `token` must be random: only
 * whoever knows it can switch commands on again.
 * Source: actions/runner 2.336 ActionCommandManager.
 */
export function stopCommands(text: string, token: string): string {
  const block = text.endsWith("\n") || text === "" ? text : `${text}\n`;
  return `::stop-commands::${token}\n${block}::${token}::\n`;
}
