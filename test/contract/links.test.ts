import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

it("has no link to a file or section that is not there", () => {
  const pages = [...globSync("*.md", { cwd: root }), ...globSync("docs/**/*.md", { cwd: root })];
  const dead = pages.flatMap((page) => {
    const links = [...readFileSync(path.join(root, page), "utf8").matchAll(/\]\(([^)\s]+)\)/g)].map(
      (match) => match[1] ?? "",
    );
    return links.filter((link) => !/^[a-z]+:/.test(link) && !isThere(page, link)).map((link) => `${page}: ${link}`);
  });
  expect(dead).toEqual([]);
});

function isThere(page: string, link: string): boolean {
  const [file = "", section] = link.split("#");
  const target = path.join(root, file === "" ? page : path.join(path.dirname(page), file));
  if (!existsSync(target)) return false;
  return section === undefined || sectionsOf(readFileSync(target, "utf8")).includes(section);
}

/** GitHub's anchors: lower case, blanks as dashes, no punctuation. */
function sectionsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
