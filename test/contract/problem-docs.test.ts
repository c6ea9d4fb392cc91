import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

it("explains every problem code in docs/troubleshooting.md, and no other", () => {
  const page = readFileSync(path.join(root, "docs/troubleshooting.md"), "utf8");
  const sections = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? "");
  const sources = globSync("src/**/*.ts", { cwd: root }).map((file) => readFileSync(path.join(root, file), "utf8"));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/\bcode: "([a-z-]+)"/g)].map((match) => match[1] ?? ""),
  );
  expect(sections.toSorted()).toEqual([...new Set(codes)].toSorted());
});
