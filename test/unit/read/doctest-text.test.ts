import { expect, test } from "vitest";
import { parseTraceback } from "../../../src/read/traceback/traceback.ts";

const frame = (path: string, line: number, name: string): unknown => ({ path, line, function: name });

test.each([
  ["Expected:\n    8\nGot:\n    7", "Expected:\n    8\nGot:\n    7"],
  ["Expected nothing\nGot:\n    7", "Expected nothing\nGot:\n    7"],
  ["Expected:\n    8\nGot nothing", "Expected:\n    8\nGot nothing"],
  [
    "Differences (ndiff with -expected +actual):\n    - 8\n    + 7",
    "Differences (ndiff with -expected +actual):\n    - 8\n    + 7",
  ],
])("a doctest says what it expected and got: %j", (said, message) => {
  const earlier = "001 >>> 1\nExpected:\n    2\nGot:\n    1\n\n/w/a.py:1: DocTestFailure\n";
  for (const before of ["", earlier])
    expect(parseTraceback(`${before}002 Sums.\n003 >>> 3 + 4\n${said}\n\n/w/a.py:3: DocTestFailure`)).toMatchObject({
      exception: { type: "DocTestFailure", message },
    });
});

test("the place of a doctest's example is no part of the exception that it raised", () => {
  const frames = [
    'File "/lib/python3.13/doctest.py", line 1395, in __run',
    'File "<doctest m[0]>", line 1, in <module>',
    'File "/w/m.py", line 5, in f',
  ];
  const text = `030 >>> f(0)
UNEXPECTED EXCEPTION: ZeroDivisionError('by zero')
Traceback (most recent call last):
${frames.map((line) => `  ${line}`).join("\n")}
ZeroDivisionError: by zero
/w/m.py:30: UnexpectedException`;
  expect(parseTraceback(text)).toEqual({
    exception: { type: "ZeroDivisionError", message: "by zero" },
    chain: [],
    frames: [
      frame("/lib/python3.13/doctest.py", 1395, "__run"),
      frame("<doctest m[0]>", 1, "<module>"),
      frame("/w/m.py", 5, "f"),
    ],
  });
});
