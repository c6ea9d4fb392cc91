import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";

const root = path.resolve(import.meta.dirname, "../..");
const reportSchema = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

/** Planted source by file, and the rule that must speak up; null = allowed. */
const PLANTED: Readonly<Record<string, { readonly source: string; readonly rule: string | null }>> = {
  "src/guard/effect.ts": { source: 'export * from "node:fs";', rule: "no-restricted-imports" },
  "src/guard/path.ts": { source: 'export { join } from "node:path";', rule: null },
  "src/guard/lazy.ts": { source: 'export const x = import("node:child_process");', rule: "no-restricted-imports" },
  "src/read/adapter.ts": { source: 'export * from "../io/workspace-fs.ts";', rule: "no-restricted-imports" },
  "src/draft/recipes/adapter.ts": { source: 'export * from "../../io/x.ts";', rule: "no-restricted-imports" },
  "src/group/stage.ts": { source: 'export * from "../verify/x.ts";', rule: "no-restricted-imports" },
  "src/verify/own.ts": { source: 'export * from "./x.ts";\nexport * from "../domain/y.ts";', rule: null },
  "src/draft/recipes/own.ts": {
    source: 'export * from "../sqlalchemy/x.ts";\nexport * from "../../syntax/tree.ts";',
    rule: null,
  },
  "src/locate/port.ts": { source: 'export * from "../ports.ts";', rule: "no-restricted-imports" },
  "src/locate/setting.ts": { source: 'export type * from "../settings/settings.ts";', rule: "no-restricted-imports" },
  "src/publish/toolkit.ts": { source: 'export * from "@actions/core";', rule: "no-restricted-imports" },
  "src/draft/vendor.ts": { source: 'export * from "openai";', rule: "no-restricted-imports" },
  "src/publish/env.ts": { source: "export const x = process.env;", rule: "no-restricted-globals" },
  "src/publish/net.ts": { source: 'export const x = fetch("https://example.org");', rule: "no-restricted-globals" },
  "src/verify/clock.ts": { source: "export const x = Date.now();", rule: "no-restricted-globals" },
  "src/apply/random.ts": { source: "export const x = Math.random();", rule: "no-restricted-properties" },
  "src/domain/text.ts": { source: 'export * from "../text/x.ts";', rule: "no-restricted-imports" },
  "src/domain/vendor.ts": { source: 'export * from "zod";', rule: "no-restricted-imports" },
  "src/domain/own.ts": { source: 'export * from "./x.ts";', rule: null },
  "src/text/stage.ts": { source: 'export * from "../read/x.ts";', rule: "no-restricted-imports" },
  "src/syntax/effect.ts": { source: 'export * from "node:fs";', rule: "no-restricted-imports" },
  "src/syntax/own.ts": { source: 'export * from "../domain/x.ts";\nexport * from "../text/x.ts";', rule: null },
  "src/io/stage.ts": { source: 'export * from "../verify/x.ts";', rule: "no-restricted-imports" },
  "src/io/own.ts": { source: 'export * from "node:fs";\nexport * from "../ports.ts";', rule: null },
  "src/steps/adapter.ts": { source: 'export * from "../io/workspace.ts";', rule: "no-restricted-imports" },
  "src/steps/stage.ts": { source: 'export * from "../verify/x.ts";\nexport * from "../ports.ts";', rule: null },
  "src/pipeline.ts": { source: 'export * from "./io/workspace.ts";', rule: "no-restricted-imports" },
  "src/publish/outcome.ts": { source: 'export * from "../domain/outcome.ts";', rule: null },
  "src/publish/table.ts": { source: 'export * from "../outcome.ts";', rule: "no-restricted-imports" },
  "src/settings/effect.ts": { source: 'export * from "node:fs";', rule: "no-restricted-imports" },
  "src/context/env.ts": { source: "export const x = process.env;", rule: "no-restricted-globals" },
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "boundaries-"));
  copyFileSync(path.join(root, ".oxlintrc.json"), path.join(folder, ".oxlintrc.json"));
  for (const [file, { source }] of Object.entries(PLANTED)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${source}\n`);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("lint refuses every import and global across a boundary, and nothing else", () => {
  expect(restrictionsBroken()).toEqual(
    Object.fromEntries(Object.entries(PLANTED).flatMap(([file, { rule }]) => (rule === null ? [] : [[file, rule]]))),
  );
});

function restrictionsBroken(): Record<string, string> {
  const { diagnostics } = reportSchema.parse(JSON.parse(lintReport()));
  return Object.fromEntries(
    diagnostics.flatMap(({ code, filename }) => {
      const rule = /\((no-restricted-[a-z]+)\)/.exec(code)?.[1];
      return rule === undefined ? [] : [[filename, rule]];
    }),
  );
}

function lintReport(): string {
  try {
    return execFileSync(path.join(root, "node_modules/.bin/oxlint"), ["-f", "json", "src"], {
      cwd: folder,
      encoding: "utf8",
    });
  } catch (error) {
    // Findings make the exit code 1; the report is on standard output all the same.
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
}
