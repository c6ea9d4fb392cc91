import { describe, expect, test } from "vitest";
import {
  byteLength,
  fence,
  fitPage,
  inertProse,
  inlineCode,
  stripInvisible,
  truncate,
} from "../../../src/text/markdown.ts";

const JOINER = "\u2060";

describe("inlineCode", () => {
  test.each([
    ["plain", "`plain`"],
    ["@org/team #1 <b> ![](http://x)", "`@org/team #1 <b> ![](http://x)`"],
    ["a`b", "``a`b``"],
    ["``", "``` `` ```"],
    ["`x", "`` `x ``"],
    ["a\n\n# b\r\nc", "`a # b c`"],
    ["", "` `"],
    ["\u202etxt\u0000\u001b[31m", "`txt[31m`"],
    ["<!-- x -->", "`<!-- x -->`"],
  ])("%j", (text, code) => {
    expect(inlineCode(text)).toBe(code);
  });

  test("cuts with a count", () => {
    expect(inlineCode("x".repeat(50), 10)).toBe("`xxxxxxxxxx… (40 more characters)`");
  });
});

describe("fence", () => {
  test.each([
    ["a\n", "```\na\n```"],
    ["```\n@me\n```", "````\n```\n@me\n```\n````"],
    ["    `````x", "``````\n    `````x\n``````"],
    ["~~~", "```\n~~~\n```"],
    ["a\r\nb", "```\na\nb\n```"],
    ["a\u202eb\u200bc", "```\nabc\n```\n_2 invisible characters not shown._"],
    ["", "```\n\n```"],
  ])("%j", (text, block) => {
    expect(fence(text, "")).toBe(block);
  });

  test("cuts whole lines and long lines with a count", () => {
    expect(fence("one\ntwo\nthree", "text", 8)).toBe("```text\none\ntwo\n```\n_1 more line not shown._");
    expect(fence("abcdefghij\nk", "", 4)).toBe("```\nabcd… (6 more characters)\n```\n_1 more line not shown._");
  });
});

describe("inertProse", () => {
  test.each([
    ["plain words, with (marks). Fine?", "plain words, with (marks). Fine?"],
    ["use `select(X)` here", "use `select(X)` here"],
    ["ping @org/team", `ping @${JOINER}org/team`],
    ["Fixes #1, o/r#2 and GH-3", `Fixes #${JOINER}1, o/r#${JOINER}2 and GH-${JOINER}3`],
    ["<img src=x> <!-- y -->", "&lt;img src=x&gt; &lt;\\!-- y --&gt;"],
    ["![a](http://e.vil) [b](c)", `\\!\\[a\\](http:${JOINER}//e.vil) \\[b\\](c)`],
    ["www.evil.org a@b.org", `www${JOINER}.evil.org a@${JOINER}b.org`],
    ["__init__ *x* ~~y~~ |", "\\_\\_init\\_\\_ \\*x\\* \\~\\~y\\~\\~ \\|"],
    ["one ` tick", "one &#96; tick"],
    ["a\n\n- b\n# c", `a - b #${JOINER} c`],
    ["- list", `${JOINER}- list`],
    ["1. list", `${JOINER}1. list`],
    ["&lt;b&gt; &#64;me", `&amp;lt;b&amp;gt; &amp;#${JOINER}64;me`],
    ["$x$", "\\$x\\$"],
  ])("%j", (text, prose) => {
    expect(inertProse(text)).toBe(prose);
  });
});

test("truncate keeps pairs whole", () => {
  expect(truncate("a😀b", 2)).toBe("a… (3 more characters)");
  expect(truncate("ab", 2)).toBe("ab");
});

test("stripInvisible counts, and keeps tabs and line feeds", () => {
  expect(stripInvisible("a\tb\nc\u2066d\ufeff\u{e0041}")).toEqual({ text: "a\tb\ncd", removed: 3 });
});

describe("fitPage", () => {
  const parts = [
    { text: "head", dropOrder: null },
    { text: "x".repeat(60), dropOrder: 2 },
    { text: "y".repeat(40), dropOrder: 1 },
    { text: "", dropOrder: 9 },
  ];
  test("keeps all that fits", () => {
    expect(fitPage(parts)).toBe(`head\n\n${"x".repeat(60)}\n\n${"y".repeat(40)}`);
  });
  test("drops whole parts by order and says so", () => {
    expect(fitPage(parts, 100)).toBe(`head\n\n${"y".repeat(40)}\n\n_1 part left out: the page would be too long._`);
    expect(fitPage(parts, 60)).toBe("head\n\n_2 parts left out: the page would be too long._");
  });
  test("cuts what may not be dropped, at a whole character", () => {
    expect(fitPage([{ text: "ääää", dropOrder: null }], 5)).toBe("ää");
    expect(byteLength("ää")).toBe(4);
  });
});
