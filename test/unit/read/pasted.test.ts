import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Failure, GroupMember } from "../../../src/domain/failure.ts";
import { readText } from "../../../src/read/text-report.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/tracebacks");

const CLOSED = [
  "Traceback (most recent call last):",
  '  File "/srv/shop/shop.py", line 14, in price',
  "    return int(text)",
  "           ^^^^^^^^^",
  "ValueError: can't read 'x'",
  "",
  "The above exception was the direct cause of the following exception:",
  "",
  "Traceback (most recent call last):",
  '  File "C:\\shop new\\till.py", line 28, in Till.close',
  '    total(["1", "x"])  # ValueError: y',
  '  File "<string>", line 1, in <module>',
  "shop.ShopError.Closed: (pg.Error) no price: 'x'",
  "[SQL: SELECT a",
  "FROM b]",
  "(Background on this error at: https://sqlalche.me/e/20/xd2s)",
  "",
].join("\n");
const CLOSED_READ = [
  `call shop.ShopError.Closed: "(pg.Error) no price: 'x'\\n[SQL: SELECT a\\nFROM b]\\n(Background on this error at: https://sqlalche.me/e/20/xd2s)"`,
  "  C:\\shop new\\till.py:28 Till.close",
  "  <string>:1 <module>",
  `<- cause ValueError: "can't read 'x'"`,
  "  /srv/shop/shop.py:14 price",
];

function read(text: string): string[] {
  return readText(text, "traceback").failures.flatMap(({ failure }) => linesOf(failure));
}

function linesOf({ phase, exception, frames, chain, members }: Failure): string[] {
  return [
    `${phase} ${exceptionOf(exception)}`,
    ...framesOf(frames),
    ...membersOf(members ?? []),
    ...chain.flatMap((link) => [`<- ${link.relation} ${exceptionOf(link)}`, ...framesOf(link.frames)]),
  ];
}

function exceptionOf({ type, message }: Failure["exception"]): string {
  return `${type ?? "?"}: ${JSON.stringify(message)}`;
}

function framesOf(frames: Failure["frames"]): string[] {
  return frames.map(({ path, line, function: name }) => `  ${path}:${line} ${name ?? "-"}`);
}

function membersOf(members: readonly GroupMember[]): string[] {
  return members.flatMap((member) => [
    `* ${exceptionOf(member)}`,
    ...framesOf(member.frames),
    ...membersOf(member.members).map((line) => `  ${line}`),
  ]);
}

function eachLine(text: string, change: (line: string, index: number) => string): string {
  return text.split("\n").map(change).join("\n");
}

function inPage(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");
}

const JSON_RECORD = JSON.stringify({ level: "error", msg: "can't", exc_info: CLOSED });

test.each<[string, string]>([
  ["alone", CLOSED],
  ["with the ends of its lines from Windows", CLOSED.replaceAll("\n", "\r\n")],
  ["within prose", `It can't: ValueError.\n\n${CLOSED}\nHere's what each line means:\n\nNote: none\n`],
  ["in a code fence", `So:\n\`\`\`python\n${CLOSED}\`\`\`\nWhy?\n`],
  ["in a server's log", `ERROR:    Exception in app\n${CLOSED}INFO:     127.0.0.1:1 - "GET / HTTP/1.1" 500\n`],
  ["behind a record's own mark", `ERROR:root:${CLOSED}2026-01-01 10:00:00,000 INFO next\n`],
  ["with a container's name before each line", eachLine(CLOSED, (line) => `api-1  | ${line}`)],
  ["with times before each line", eachLine(CLOSED, (line, at) => `2026-11-22T11:35:${10 + at}.1234567Z ${line}`)],
  ["quoted in a mail", `Hi,\n\n${eachLine(CLOSED, (line) => `> ${line}`)}\nthanks`],
  ["indented", `So:\n\n${eachLine(CLOSED, (line) => `    ${line}`)}\nwhat now?`],
  ["with tabs", eachLine(CLOSED, (line) => line.replace(/^ +/, (blanks) => "\t".repeat(blanks.length / 2)))],
  ["with blanks that don't break", CLOSED.replaceAll("  ", "\u00A0 ")],
  ["with its indents lost", eachLine(CLOSED, (line) => line.trimStart())],
  ["with bent quotation marks", CLOSED.replaceAll(/File "([^"]*)"/g, "File “$1”")],
  ["with colours", eachLine(CLOSED, (line) => `\u001B[31m${line}\u001B[0m`)],
  ["twice", `${CLOSED}\nINFO: again\n${CLOSED}`],
  ["in records of JSON", `${JSON_RECORD}\n{"level": "info"}\n${JSON_RECORD}`],
  ["in JSON behind a prefix", `api-1  | {"level": "info"}\napi-1  | ${JSON_RECORD}`],
  ["in JSON inside JSON", JSON.stringify({ log: `${JSON_RECORD}\n`, stream: "stderr" })],
  ["in JSON of many lines", JSON.stringify([{ deep: [{ exc_info: CLOSED }] }], null, 2)],
  ["in JSON as a list of lines", JSON.stringify({ trace: CLOSED.split("\n").map((line) => `${line}\n`) }, null, 2)],
  ["in JSON that is cut off", `${JSON_RECORD.slice(0, -1)},"more":"ab`],
  ["in JSON within a sentence", `it can't: {"error": ${JSON.stringify(CLOSED)}, after 3 s`],
  ["in a string inside a string", `it can't: ${JSON.stringify(JSON.stringify(CLOSED))} end`],
  [
    "in Python's repr",
    `error='${CLOSED.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}' and so on`,
  ],
  ["with only the ends of its lines escaped", `error: ${CLOSED.replaceAll("\n", "\\n")}`],
  ["in a page's source", `x\n<div><pre class="t">${inPage(CLOSED)}</pre></div>\n`],
  ["in a page that was escaped twice", inPage(inPage(CLOSED))],
  ["in a page with breaks", `x<p>${inPage(CLOSED).replaceAll("\n", "<br>\n").replaceAll("  ", "&nbsp; ")}</p>`],
])("one traceback %s", (_, text) => {
  expect(read(text)).toEqual(CLOSED_READ);
});

test("one traceback flattened to a line: names, code and the exception run together", () => {
  const flat = CLOSED.replaceAll(/\s+/g, " ");
  expect(read(`Reading it\n\n${flat}\n\nHere's what: it means\n`)).toEqual([
    `call shop.ShopError.Closed: "(pg.Error) no price: 'x' [SQL: SELECT a FROM b] (Background on this error at: https://sqlalche.me/e/20/xd2s)"`,
    ...CLOSED_READ.slice(1),
  ]);
});

test.each([
  ["raises what follows", 'raise KeyError("Key: x") KeyError: "Key: x"', 'KeyError: "\\"Key: x\\""'],
  ["is cut", "raise exc.MissingGreenlet( exc.MissingGreenlet: no: x", 'exc.MissingGreenlet: "no: x"'],
  ["is marked", "return 1 / x ~~^~~ ZeroDivisionError: division by zero", 'ZeroDivisionError: "division by zero"'],
  ["has an exception without a message", "raise Closed Closed", 'Closed: ""'],
  ["handles another one", 'except ValueError: {}["a"] KeyError: 1', 'KeyError: "1"'],
  ["is the end of the text", "raise shop.Closed", "?: null"],
])("a flattened frame whose code %s", (_, code, exception) => {
  const text = `Traceback (most recent call last): File "/a b/c.py", line 3, in top-level template code {{ x }} File "d.py", line 4, in <lambda> ${code}`;
  expect(read(text)).toEqual([`call ${exception}`, "  /a b/c.py:3 top-level template code", "  d.py:4 <lambda>"]);
});

test("a blank line after each line", () => {
  const text =
    'Traceback (most recent call last):\n\n  File "a.py", line 2, in f\n\n    y()\n\n  [Previous line repeated 9 more times]\n\nKeyError: 1\n\n[SQL: x]\n\nprose\n';
  expect(read(text)).toEqual(['call KeyError: "1\\n\\n[SQL: x]"', "  a.py:2 f"]);
});

test("a head that is cut off", () => {
  const text =
    '    x()\n  File "a.py", line 2, in f\n    y()\n  File "b.py", line 3, in g\n    z\nKeyError: 1\n\nprose\n';
  expect(read(text)).toEqual(['call KeyError: "1"', "  a.py:2 f", "  b.py:3 g"]);
});

test("a tail that is cut off has no exception, whatever prose follows, and a note says so", () => {
  const text =
    'Traceback (most recent call last):\n  File "a.py", line 2, in f\n    raise Error(\n\nNote: it is late\n';
  const { failures, counts, notes } = readText(text, "log.txt");
  expect(failures.flatMap(({ failure }) => linesOf(failure))).toEqual(["call ?: null", "  a.py:2 f"]);
  expect(counts).toEqual({ tests: 1, failures: 1, errors: 0, skipped: 0 });
  expect(notes).toEqual([
    "log.txt holds no pytest run but a traceback: which test failed is not told.",
    "A traceback in log.txt breaks off before its exception.",
  ]);
});

test.each([
  ["prose", 'In File "/a.py", line 3, in f there was a ValueError: x, Traceback (most recent call last): and so on'],
  ["a header alone", "Traceback (most recent call last):\n\nCommon causes\n\n1. ValueError: nothing\n"],
  ["a mention of a frame", 'See\n  File "a.py", line 3, in f\nfor more.\n'],
  ["a table", "| a | b |\n+---+---+\n| Error: | x |\n"],
  ["an exception alone", "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called\n"],
  ["a location", "tests/test_a.py:3: in x\nE = 3\n"],
  ["the end of a shell", "Error: Process completed with exit code 1.\n"],
])("%s is no failure", (_, text) => {
  const { failures, counts, notes } = readText(text, "text");
  expect({ failures, counts, notes }).toEqual({
    failures: [],
    counts: { tests: 0, failures: 0, errors: 0, skipped: 0 },
    notes: ["text holds no pytest result: no failure and no closing line."],
  });
});

test("messages go on behind a blank line only where they certainly do", () => {
  const stack = 'Traceback (most recent call last):\n  File "a.py", line 2, in f\n    x\n';
  const message = (text: string): string | undefined => read(`see:\n${stack}${text}`)[0];
  expect([
    message('fastapi.ResponseError: 1 error:\n  {}\n\n  File "/o.py", line 12, in get\n    GET /\n\nprose'),
    message("AssertionError: Lists differ\n\nFirst differing element 2:\n3\n4\n\n- [3]\n+ [4]\n\nprose"),
    message("OperationalError: x\n[SQL: SELECT a\n\nFROM b]\n\nprose"),
    message("pydantic.ValidationError: 1 error\na\n  Field required [type=missing]\nprose: part of it\n\nprose"),
  ]).toEqual([
    `call fastapi.ResponseError: ${JSON.stringify('1 error:\n  {}\n\n  File "/o.py", line 12, in get\n    GET /')}`,
    `call AssertionError: ${JSON.stringify("Lists differ\n\nFirst differing element 2:\n3\n4\n\n- [3]\n+ [4]")}`,
    `call OperationalError: ${JSON.stringify("x\n[SQL: SELECT a\n\nFROM b]")}`,
    `call pydantic.ValidationError: ${JSON.stringify("1 error\na\n  Field required [type=missing]\nprose: part of it")}`,
  ]);
});

test("a test function in the stack names file and test, but no node id: its class is unknown", () => {
  const text =
    'Traceback (most recent call last):\n  File "/a/tests/test_shop.py", line 3, in test_close\n    f()\n  File "/a/shop.py", line 9, in f\n    x\nKeyError: 1\n';
  const failure = readText(text, "traceback").failures[0]?.failure;
  expect([failure?.nodeId, failure?.file, failure?.testName]).toEqual([null, "/a/tests/test_shop.py", "test_close"]);
});

test("a test file that cannot be imported is an error of collection", () => {
  const text =
    'Traceback (most recent call last):\n  File "/a/tests/test_shop.py", line 1, in <module>\n    import shop\n  File "/a/shop.py", line 2\n    if x\n       ^\nSyntaxError: expected \':\'\n';
  const { failures, counts } = readText(text, "traceback");
  expect([failures[0]?.failure.phase, failures[0]?.failure.kind, counts.errors]).toEqual(["collect", "error", 1]);
});

test.each([
  ["/venv/bin/pytest", "/venv/lib/python3.12/site-packages/_pytest/config/__init__.py"],
  ["D:\\venv\\Scripts\\pytest.exe\\__main__.py", "D:\\venv\\Lib\\site-packages\\_pytest\\config\\__init__.py"],
  ["<frozen runpy>", "/venv/lib/python3.12/site-packages/pytest/__main__.py"],
])("pytest that does not start (%s) is an error of collection", (first, second) => {
  const text = `Traceback (most recent call last):
  File "${first}", line 10, in <module>
    sys.exit(console_main())
  File "${second}", line 804, in import_plugin
    raise ImportError(
ImportError: Error importing plugin "gone": No module named 'gone'
`;
  expect(readText(text, "paste").failures.map(({ failure }) => [failure.phase, failure.kind])).toEqual([
    ["collect", "error"],
  ]);
  expect(readText(text.replace(first, "/srv/app.py"), "paste").failures[0]?.failure.phase).toBe("call");
});

test("a section that ends in the beginning of the next one's headline keeps its last frame", () => {
  const text = [
    "__________ test_a __________",
    "",
    "    def test_a():",
    ">       shop()",
    "",
    "tests/test_a.py:3: ",
    "_ _ _ _ _ _ _ _ _",
    "",
    "    def shop():",
    ">       raise KeyError(1)",
    "E       KeyError: 1",
    "",
    "shop.py:7: KeyError",
    "____________",
  ];
  const [found] = readText(text.join("\n"), "paste").failures;
  expect(found?.failure.frames.map(({ path, line }) => `${path}:${line}`)).toEqual(["tests/test_a.py:3", "shop.py:7"]);
});

test("a line of a web server's log ends a message", () => {
  const text = `Traceback (most recent call last):
  File "/srv/shop/api.py", line 4, in f
    g()
TypeError: no
[20/Nov/2026 08:00:02] "GET / HTTP/1.1" 500 91234
`;
  expect(readText(text, "paste").failures.map(({ failure }) => failure.exception)).toEqual([
    { type: "TypeError", message: "no" },
  ]);
});

test("sections of pytest's that were copied without its headlines", () => {
  const text = [
    "My tests fail, see core.py:12: in some line:",
    "",
    "> ___________________ TestCore.test_zero[1] ___________________",
    "> tests/test_core.py:4: in test_zero",
    ">     assert divide(1, 0) == 1",
    "> src/core.py:2: in divide",
    ">     return a / b",
    "> E   ZeroDivisionError: division by zero",
    "> ------------------- Captured stdout call -------------------",
    "> E   KeyError: 1",
    "> __________________________ test_two __________________________",
    "> ",
    ">     def test_two():",
    "> >       one()",
    "> E       NameError: name 'one' is not defined",
    "> ",
    "> tests/test_core.py:9: NameError",
  ];
  const failures = readText(text.join("\n"), "traceback").failures.map(({ failure }) => failure);
  expect(failures.map(({ file, testName }) => [file, testName])).toEqual([
    ["tests/test_core.py", "TestCore.test_zero[1]"],
    ["tests/test_core.py", "test_two"],
  ]);
  expect(failures.flatMap(linesOf)).toEqual([
    'call ZeroDivisionError: "division by zero"',
    "  tests/test_core.py:4 test_zero",
    "  src/core.py:2 divide",
    `call NameError: "name 'one' is not defined"`,
    "  tests/test_core.py:9 -",
  ]);
});

test("tracebacks beside a pytest run are no failures", () => {
  const text = `============================= test session starts ==============================\n${CLOSED}\n============================== 1 passed in 0.01s ===============================\n`;
  expect(read(text)).toEqual([]);
});

test.each(["shop-python3.8.txt", "shop-python3.13.txt"])("four recorded tracebacks: %s", (name) => {
  const shop = (line: number, called: string): string => `  /srv/shop/shop.py:${line} ${called}`;
  const lines = read(readFileSync(join(FOLDER, name), "utf8"));
  const calls = [41, 41, 41].map((line) => shop(line, "count"));
  expect(lines).toEqual([
    "call KeyError: \"'till'\"",
    shop(59, "main"),
    shop(30, "close"),
    "<- context ShopError: \"no price: 'x'\"",
    shop(28, "close"),
    shop(20, "total"),
    shop(21, "<genexpr>"),
    shop(16, "price"),
    "<- cause ValueError: \"invalid literal for int() with base 10: 'x'\"",
    shop(14, "price"),
    'call ShopError.Closed: "first line\\n  second: a.py:3: in f\\nError: third"',
    shop(59, "main"),
    shop(37, "stop"),
    'call RecursionError: "maximum recursion depth exceeded"',
    shop(59, "main"),
    shop(57, "<lambda>"),
    ...calls,
    'call SyntaxError: "invalid syntax"',
    shop(59, "main"),
    shop(57, "<lambda>"),
    "  gen.py:1 -",
  ]);
});

test("a recorded tree of groups, one of them never raised", () => {
  expect(read(readFileSync(join(FOLDER, "group-python3.12.txt"), "utf8"))).toMatchInlineSnapshot(`
    [
      "call ExceptionGroup: "outer (2 sub-exceptions)"",
      "  /srv/shop/shop.py:66 <module>",
      "  /srv/shop/shop.py:53 group",
      "* ExceptionGroup: "inner (2 sub-exceptions)\\na note"",
      "  * KeyError: "'till'"",
      "    /srv/shop/shop.py:48 group",
      "    /srv/shop/shop.py:30 close",
      "  * ShopError: "no price: 'y'"",
      "    /srv/shop/shop.py:48 group",
      "    /srv/shop/shop.py:46 <lambda>",
      "    /srv/shop/shop.py:20 total",
      "    /srv/shop/shop.py:21 <genexpr>",
      "    /srv/shop/shop.py:16 price",
      "* TypeError: "t"",
    ]
  `);
});

test.each([
  ["rich.txt", "/srv/shop/in_rich.py:5 <module>", "/srv/shop/shop.py"],
  ["ipython.txt", "Cell In[2]:1 -", "~/shop/shop.py"],
])("the styles of other programs: %s", (name, first, path) => {
  expect(read(readFileSync(join(FOLDER, name), "utf8"))).toEqual([
    "call KeyError: \"'till'\"",
    `  ${first}`,
    `  ${path}:30 close`,
    "<- context ShopError: \"no price: 'x'\"",
    `  ${path}:28 close`,
    `  ${path}:20 total`,
    `  ${path}:21 <genexpr>`,
    `  ${path}:16 price`,
    "<- cause ValueError: \"invalid literal for int() with base 10: 'x'\"",
    `  ${path}:14 price`,
  ]);
});
