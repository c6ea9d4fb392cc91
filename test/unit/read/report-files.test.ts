import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLastFailed, findReports } from "../../../src/io/report-files.ts";
import type { FoundReport } from "../../../src/io/report-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reports-"));
  for (const name of ["out/b.xml", "out/a.xml", "out/deep/c.xml", ".hidden/d.xml", "log.txt"]) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), name.repeat(100_000));
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function textOf(report: FoundReport | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of report?.chunks ?? []) {
    chunks.push(chunk.slice());
  }
  return Buffer.concat(chunks).toString();
}

test("globs in their order, files by name and once each, read in pieces", async () => {
  const found = await findReports(["log.txt", "out/*.xml", "**/*.xml"], folder);
  expect(found.kind).toBe("found");
  expect(found.reports.map(({ name }) => name)).toEqual([
    "log.txt",
    "out/a.xml",
    "out/b.xml",
    ".hidden/d.xml",
    "out/deep/c.xml",
  ]);
  expect(await textOf(found.reports[1])).toBe("out/a.xml".repeat(100_000));
});

test("a path outside the folder and an absolute one", async () => {
  const found = await findReports([join(folder, "log.txt"), "../log.txt"], join(folder, "out"));
  expect([found.kind, found.reports.map(({ name }) => name)]).toEqual(["found", ["../log.txt"]]);
});

test("a glob without a match is named, the others still count", async () => {
  const found = await findReports(["no/*.xml", "out/a.xml", "also-no.xml"], folder);
  expect({ ...found, reports: found.reports.map(({ name }) => name) }).toEqual({
    kind: "missing",
    globs: ["no/*.xml", "also-no.xml"],
    reports: ["out/a.xml"],
  });
});

test("the cache of last failures with the time it was written", async () => {
  expect(await findLastFailed(folder)).toBe(null);
  const path = join(folder, ".pytest_cache/v/cache/lastfailed");
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, "{}");
  utimesSync(path, 1000, 1000);
  const found = await findLastFailed(folder);
  expect([found?.name, found?.modifiedAt, await textOf(found ?? undefined)]).toEqual([
    ".pytest_cache/v/cache/lastfailed",
    1_000_000,
    "{}",
  ]);
});

test("a path that is there is that file: through a linked folder, and with marks of globs in its name", async () => {
  symlinkSync(join(folder, "out"), join(folder, "linked"));
  writeFileSync(join(folder, "out", "run[1].xml"), "odd");
  const found = await findReports(["linked/a.xml", join(folder, "linked", "run[1].xml")], folder);
  expect([found.kind, found.reports.map(({ name }) => name)]).toEqual(["found", ["linked/a.xml", "linked/run[1].xml"]]);
});
