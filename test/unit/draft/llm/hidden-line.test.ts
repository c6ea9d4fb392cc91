import { expect, test } from "vitest";
import { placeBlocks } from "../../../../src/draft/llm/candidate.ts";
import type { EditBlock } from "../../../../src/draft/llm/reply/reply.ts";
import { pythonBridge } from "../../../../src/io/python-bridge.ts";
import { redactLines } from "../../../../src/text/redact.ts";

const FILE = `# ***** orders *****
KEY = """-----BEGIN RSA PRIVATE KEY-----
MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu
-----END RSA PRIVATE KEY-----"""


def connect(rows):
    address = "postgresql+asyncpg://ada:hunter2@db/shop"
    count = len(rows) - 1
    return address, count


def hidden(text):
    return "****"
`;

const parser = pythonBridge(["python3"], {});

async function placed(search: string, replace: string, form: EditBlock["form"] = "search-replace"): Promise<unknown> {
  const [module] = await parser.parse([{ path: "a.py", text: FILE }]);
  if (!module || !("tree" in module)) throw new Error("no tree");
  const modules = new Map([["a.py", module]]);
  const project = { modules, unparsable: [], guarded: new Set<string>(), trackedFiles: ["a.py"] };
  const blocks = [{ path: "a.py", readings: [{ search, replace }], form }] as const;
  const result = placeBlocks({ blocks, imports: [], project, shown: [], mayGuess: true });
  if (result.kind === "misplaced") return result.misplaced.map(({ why }) => why);
  return result.edits
    .toReversed()
    .reduce((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), FILE);
}

const SHOWN = redactLines(FILE, []);
const ADDRESS = '    address = "postgresql+asyncpg://ada:***@db/shop"\n';
const COUNT = "    count = len(rows) - 1\n";
const FIXED_COUNT = "    count = len(rows)\n";

test("what is shown has the lines of the file, and its secrets hidden", () => {
  expect([SHOWN.split("\n").length, SHOWN.includes(ADDRESS), /MIIB|hunter2/.test(SHOWN)]).toEqual([
    FILE.split("\n").length,
    true,
    false,
  ]);
});

test.each<[string, string, string, EditBlock["form"]?]>([
  ["in both parts", ADDRESS + COUNT, ADDRESS + FIXED_COUNT],
  ["in the search alone", ADDRESS + COUNT, FIXED_COUNT],
  ["in the replacement alone", COUNT, `    password = "***"\n${FIXED_COUNT}`],
  ["in a changed line of the replacement", COUNT, ADDRESS.replace("db", "host") + FIXED_COUNT],
  ["of a key", '    KEY = """-----BEGIN RSA PRIVATE KEY-----***', "    KEY = None"],
  ["in a whole function", "", `def connect(rows):\n${ADDRESS}    return address, len(rows)\n`, "whole-function"],
])("a mask %s: nothing is applied, and it is told why", async (_title, search, replace, form) => {
  expect(await placed(search, replace, form)).toEqual([
    expect.stringMatching(
      /^\*\*\* stands for something that was hidden from you in the line `.*\*\*\*.*`; leave that line out/,
    ),
  ]);
});

test.each<[string, string, string, string]>([
  ["lines beside a hidden one", COUNT, FIXED_COUNT, FILE.replace(COUNT, FIXED_COUNT)],
  ["stars that the file itself has", '    return "****"\n', "    return text\n", FILE.replace('"****"', "text")],
  [
    "a banner that stays",
    "# ***** orders *****\n",
    "# ***** orders *****\nLIMIT = 1\n",
    FILE.replace("\nKEY", "\nLIMIT = 1\nKEY"),
  ],
  [
    "powers and keyword arguments",
    COUNT,
    "    count = len(dict(**rows)) ** 2\n",
    FILE.replace(COUNT, "    count = len(dict(**rows)) ** 2\n"),
  ],
  [
    "fewer stars than a mask",
    COUNT,
    "    count = len([**rows]) # **\n",
    FILE.replace(COUNT, "    count = len([**rows]) # **\n"),
  ],
  [
    "a whole function without hidden lines",
    '    return "****"\n',
    '    return "#" * len(text)\n',
    FILE.replace('"****"', '"#" * len(text)'),
  ],
])("%s: applied", async (_title, search, replace, expected) => {
  expect(await placed(search, replace)).toBe(expected);
});
