import { expect, test } from "vitest";
import { parseProjectRecipes } from "../../../src/settings/project-recipes.ts";

const KNOWN = ["moved-names", "query-to-select"];

test("rows of every kind, and recipes that are off", () => {
  const text = `version: 1
recipes-off: [query-to-select]
libraries:
  - distribution: acme-sdk
    names:
      - { old: acme.client.Client, new: acme.clients.Client, since: "2.0" }
      - { old: acme.retry, new: [acme.retries.retry, acme.net.retry] }
    keywords:
      - { callable: acme.connect, old: retry, new: retries }
      - { callable: "*.fetch", old: timeout_ms, new: null }
    methods:
      - { type: Client, old: fetch, new: get }
`;
  expect(parseProjectRecipes(text, KNOWN)).toEqual({
    kind: "recipes",
    recipes: {
      recipesOff: ["query-to-select"],
      libraries: [
        {
          distribution: "acme-sdk",
          names: [
            { old: "acme.client.Client", new: "acme.clients.Client", since: "2.0" },
            { old: "acme.retry", new: ["acme.retries.retry", "acme.net.retry"] },
          ],
          keywords: [
            { callable: "acme.connect", old: "retry", new: "retries" },
            { callable: "*.fetch", old: "timeout_ms", new: null },
          ],
          methods: [{ type: "Client", old: "fetch", new: "get" }],
        },
      ],
    },
  });
});

test.each([
  ["nothing but the version", "version: 1\n", { recipesOff: [], libraries: [] }],
  [
    "JSON, which is YAML",
    '{"version": 1, "recipes-off": ["moved-names"]}',
    { recipesOff: ["moved-names"], libraries: [] },
  ],
])("%s", (_title, text, recipes) => {
  expect(parseProjectRecipes(text, KNOWN)).toEqual({ kind: "recipes", recipes });
});

test.each([
  ["no version", "recipes-off: []\n", ".github/autofix.yml, line 1: version: must be 1."],
  ["an empty file", "", ".github/autofix.yml, line 1: Invalid input: expected object, received null."],
  [
    "a key that is misspelt",
    "version: 1\nrecipe-off: []\n",
    '.github/autofix.yml, line 1: Unrecognized key: "recipe-off".',
  ],
  [
    "an unknown recipe",
    "version: 1\nrecipes-off:\n  - moved-names\n  - moved-name\n",
    '.github/autofix.yml, line 4: there is no recipe "moved-name".',
  ],
  [
    "a value that is no name",
    "version: 1\nlibraries:\n  - distribution: a\n    names:\n      - { old: a.b, new: a.c }\n      - { old: a.d, new: '__import__(\"os\")' }\n",
    ".github/autofix.yml, line 6: libraries.0.names.1.new: must be a dotted name.",
  ],
  [
    "a version that YAML takes for a number",
    "version: 1\nlibraries:\n  - distribution: a\n    names:\n      - old: a.b\n        new: a.c\n        since: 2.0\n",
    ".github/autofix.yml, line 7: libraries.0.names.0.since: Invalid input: expected string, received number.",
  ],
  [
    "what is no YAML",
    "version: 1\nlibraries: [\n",
    ".github/autofix.yml, line 3: Flow sequence in block collection must be sufficiently indented and end with a ] at line 3, column 1.",
  ],
])("%s is refused by its line", (_title, text, what) => {
  const reading = parseProjectRecipes(text, KNOWN);
  expect(reading.kind === "problems" ? reading.problems[0]?.what : reading).toBe(what);
});
