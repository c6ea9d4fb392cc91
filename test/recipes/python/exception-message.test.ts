import { expect, test } from "vitest";
import { exceptionMessage } from "../../../src/draft/recipes/python/exception-message.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const GONE = "AttributeError: 'ValueError' object has no attribute 'message'";
const caught = (line: string): string => `try:\n    run()\nexcept ValueError as error:\n    ${line}\n`;

test.each([
  ["something else than the caught exception", failing(caught("print(other.message)"), 4, GONE)],
  ["a line that is not the failing one", failing(caught("print(error.message)"), 2, GONE)],
  [
    "another attribute",
    failing(caught("print(error.message)"), 4, "AttributeError: 'ValueError' object has no attribute 'code'"),
  ],
  ["a name bound anew", failing(caught("error = wrap(error)\n    print(error.message)"), 5, GONE)],
  ["a message that is written", failing(caught("error.message = 'x'"), 4, GONE)],
  ["outside of a handler", failing("print(error.message)\n", 1, GONE)],
  ["a condition on what is there", failing(caught("x = error.message if hasattr(error, 'message') else ''"), 4, GONE)],
  ["a file with a `str` of its own", failing(`str = repr\n${caught("print(error.message)")}`, 5, GONE)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(exceptionMessage, row)).toEqual([]);
});

test.each([
  ["an argument", "print(error.message)", "print(str(error))"],
  ["part of a text", "x = 'no: ' + error.message  # why", "x = 'no: ' + str(error)  # why"],
  ["what is read from it", "x = error.message.lower()", "x = str(error).lower()"],
])("reads the text: %s", async (_title, before, after) => {
  expect(await drafted(exceptionMessage, failing(caught(before), 4, GONE))).toEqual(changed(caught(after)));
});
