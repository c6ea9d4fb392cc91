import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readTerminal } from "../../src/read/terminal/terminal.ts";
import { recording } from "../unit/read/recordings.ts";

const NAMES = [
  "shelf-pytest84-auto.txt",
  "shelf-pytest84-line.txt",
  "shelf-pytest84-short-q.txt",
  "shelf-pytest92-short-color.txt",
  "shelf-pytest92-rn.txt",
  "ends-pytest84-timeout.txt",
  "ends-pytest84-internal-xdist.txt",
];
const TEXTS = NAMES.map((name) => new TextDecoder().decode(recording(name)));
const text = fc.constantFrom(...TEXTS);

test("lines may be missing, doubled or in another order", () => {
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3)), { maxLength: 30 }),
      (whole, edits) => {
        const lines = whole.split("\n");
        for (const [place, kind] of edits) {
          const at = Math.floor(place * lines.length);
          const line = lines[at] ?? "";
          lines.splice(
            at,
            kind === 0 ? 1 : 0,
            ...(kind === 0 ? [] : kind === 1 ? [line] : [lines[lines.length - 1 - at] ?? ""]),
          );
        }
        expect(readTerminal(lines.join("\n"), "log").counts.tests).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("bytes may be flipped", () => {
  fc.assert(
    fc.property(
      fc.nat(NAMES.length - 1),
      fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { maxLength: 40 }),
      (which, flips) => {
        const bytes = Buffer.from(TEXTS[which] ?? "");
        for (const [place, value] of flips) bytes[place % bytes.length] = value;
        expect(readTerminal(bytes.toString("utf8"), "log").notes).toBeInstanceOf(Array);
      },
    ),
  );
});

test("what is cut off costs no section before the cut", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(names, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (all, share, hasStart) => {
      const sections = all.map((name) => `${evenRule("_", name)}\na.py:3: in ${name}\nE   KeyError: '${name}'\n`);
      const head = `${hasStart ? `${evenRule("=", "test session starts")}\n` : ""}${evenRule("=", "FAILURES")}\n`;
      const whole = head + sections.join("");
      const cut = whole.slice(0, Math.floor(share * whole.length));
      const complete = all.filter(
        (_, index) => head.length + sections.slice(0, index + 1).join("").length <= cut.length,
      );
      const read = readTerminal(cut, "log").failures.map(({ failure }) => failure.exception.message);
      expect(read.slice(0, complete.length)).toEqual(complete.map((name) => `'${name}'`));
    }),
  );
});

/** As wide as the screen, like pytest's. */
function evenRule(sign: string, title: string): string {
  const left = Math.floor((78 - title.length) / 2);
  return `${sign.repeat(left)} ${title} ${sign.repeat(78 - title.length - left)}`;
}
