import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openCheckout } from "../../../src/io/checkout.ts";
import { openJournal } from "../../../src/io/journal.ts";
import { diskWorkspace } from "../../../src/io/workspace.ts";

/** For journal-kill.test.ts: writes, and puts back or leaves, without end. Words: what to do, checkout, journal. */
const [mode = "", root = "", journalFolder = ""] = process.argv.slice(2);
const FILES = ["a.py", "b.py", "c.py"];
const texts = { start: "# start\n".repeat(60_000), patched: "# patched, and longer\n".repeat(40_000) };

mkdirSync(join(journalFolder, ".."), { recursive: true });
const journal = openJournal(journalFolder, (notice) => process.stdout.write(`${notice}\n`));
const workspace = diskWorkspace(await openCheckout(root), journal);
const write = async (before: string, after: string): Promise<void> =>
  workspace.write(FILES.map((path) => ({ path, before, after })));

process.stdout.write("ready\n");
for (;;) {
  await write(texts.start, texts.patched);
  if (mode === "put back") {
    await workspace.restore();
  } else {
    await journal.clear();
    await write(texts.patched, texts.start);
    await journal.clear();
  }
}
