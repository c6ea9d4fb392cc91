import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { junitCounts } from "../../../src/io/junit-counts.ts";

async function counts(xml: string) {
  const folder = await mkdtemp(join(tmpdir(), "junit-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "junit.xml"), xml);
  return junitCounts(join(folder, "junit.xml"));
}

const CASES = `<testcase name="a"/><testcase name="b"><failure message="x">y</failure></testcase>
<testcase name="c"><error/><system-out>&lt;failure&gt;</system-out></testcase><testcase name="d"><skipped/></testcase>`;

test("counts the elements, whatever the totals claim", async () => {
  const xml = `<?xml version="1.0"?><testsuites><testsuite tests="99" failures="0">${CASES}</testsuite></testsuites>`;
  expect(await counts(xml)).toEqual({ tests: 4, failures: 1, errors: 1, skipped: 1 });
});

test.each([["<testsuites><testsuite>" + CASES], [""], ["no xml"]])(
  "a file that breaks off counts for nothing",
  async (xml) => {
    expect(await counts(xml)).toBeNull();
  },
);

test("no file, no counts", async () => {
  expect(await junitCounts("/nowhere/junit.xml")).toBeNull();
});
