// Colours for people: none when NO_COLOR is set or the output is no terminal, unless FORCE_COLOR asks for them.
const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
const asked = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
const coloured = !NO_COLOR && (asked || (process.stdout.isTTY === true && TERM !== "dumb"));

const paint = (code) => (text) => (coloured && text !== "" ? `\u001B[${code}m${text}\u001B[0m` : text);
export const bold = paint("1");
export const dim = paint("2");
export const red = paint("31");
export const green = paint("32");
const cyan = paint("36");

/** One line of a unified diff. */
function diffLine(line) {
  if (/^(?:diff|index|---|\+\+\+)/.test(line)) return bold(line);
  if (line.startsWith("@@")) return cyan(line);
  if (line.startsWith("+")) return green(line);
  return line.startsWith("-") ? red(line) : line;
}

/** The lines of a Markdown page: headings bold, diff blocks in colour, other code dim, comments and folds left out. */
export function* markdownLines(page) {
  let fence;
  for (const line of page.split("\n")) {
    const mark = /^\s*(`{3,}|~{3,})\s*(\w*)/.exec(line);
    if (fence === undefined && mark) fence = { mark: mark[1], language: mark[2] };
    else if (fence !== undefined && line.trim() === fence.mark) fence = undefined;
    else if (fence !== undefined) yield `  ${fence.language === "diff" ? diffLine(line) : dim(line)}`;
    else if (line.startsWith("#")) yield bold(line.replace(/^#+\s*/, ""));
    else if (!/^<\/?(?:details|summary|!--)|^<!--/.test(line)) yield plainWords(line);
  }
}

/** A line of prose as a page would show it: without tags and the backslashes that keep foreign words from being marks. */
function plainWords(line) {
  const parts = line.replace(/<\/?sub>/g, "").split(/(`+[^`]*`+)/);
  return parts
    .map((part) => (part.startsWith("`") ? part : part.replace(/\\([\\`*_{}[\]()#+.!|<>~@-])/g, "$1")))
    .join("");
}
