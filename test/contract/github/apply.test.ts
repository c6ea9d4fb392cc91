import { afterEach, describe, expect, it } from "vitest";
import { git, treeEntry } from "../../support/git-repository.ts";
import type { Applied } from "../../support/github/apply.ts";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { firstSuggestion } from "../../support/github/suggestion.ts";
import { call, lines, pick } from "./client.ts";

let github: Github | undefined;
afterEach(() => github?.stop());

async function start(head: string, base: string, switches: Partial<Switches> = {}): Promise<Github> {
  github = await startGithub(switches);
  github.openPullRequest({ base: { "app.py": base }, head: { "app.py": head } });
  return github;
}

interface Suggestion {
  readonly line: number;
  readonly start_line?: number;
  readonly side?: "LEFT" | "RIGHT";
  readonly text: string;
}

async function suggest(
  server: Github,
  suggestions: readonly Suggestion[],
  event: string | undefined = "COMMENT",
): Promise<number> {
  const comments = suggestions.map(({ text, ...place }) => ({
    path: "app.py",
    body: `Try this:\n\n\`\`\`suggestion\n${text}\`\`\`\n`,
    ...place,
  }));
  const body = { event, body: "x", comments };
  const answer = await call(server, "POST /repos/octo/shop/pulls/1/reviews", { body });
  return Number(pick(answer.body, "id")["id"]);
}

/** Applies and gives the file, or the reason why not. */
function applied(server: Github, id: number): string | undefined {
  const result: Applied = server.apply(id);
  return result.kind === "applied" ? server.headFiles("feature")["app.py"] : result.reason;
}

describe("rule 6: applying suggestions", () => {
  it("replaces ranges of any length in one commit of the person, with the author named", async () => {
    const server = await start(lines(6), "");
    const id = await suggest(server, [
      { line: 3, start_line: 2, text: "two\n" },
      { line: 5, text: "five\nand a half\n" },
    ]);
    expect(applied(server, id)).toBe("line 1\ntwo\nline 4\nfive\nand a half\nline 6\n");
    expect(git(server.state.base.directory, ["log", "-1", "--format=%an %cn%n%B", "feature"])).toBe(
      "octo GitHub\nApply suggestions from code review\n\n" +
        "Co-authored-by: github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\n",
    );
  });

  it("keeps the state of the last line end, and the mode", async () => {
    github = await startGithub();
    const content = "a\nb";
    github.openPullRequest({ base: { "x.py": "" }, head: { "app.py": { mode: "100755", content } } });
    const id = await suggest(github, [{ line: 2, text: "c\nd\n" }]);
    expect(applied(github, id)).toBe("a\nc\nd");
    expect(treeEntry(github.state.base.directory, "feature", "app.py")?.mode).toBe("100755");
  });

  it("deletes lines for a block without a line, leaves a blank one for a blank line (unverified)", async () => {
    const server = await start(lines(4), "");
    const id = await suggest(server, [
      { line: 1, text: "" },
      { line: 3, text: "\n" },
    ]);
    expect(applied(server, id)).toBe("line 2\n\nline 4\n");
  });

  it("writes plain line feeds into a file with CRLF, as reported of the web page", async () => {
    const server = await start("a\r\nb\r\n", "");
    expect(applied(server, await suggest(server, [{ line: 1, text: "c\n" }]))).toBe("c\nb\r\n");
  });

  it("applies at the place where the lines are now", async () => {
    const server = await start(lines(6), "");
    const id = await suggest(server, [{ line: 3, text: "three\n" }]);
    server.push("feature", { "app.py": `top\n${lines(6)}` });
    expect(applied(server, id)).toBe(`top\n${lines(6).replace("line 3", "three")}`);
  });

  it("applies single comments one after the other", async () => {
    const server = await start(lines(6), "");
    await suggest(server, [
      { line: 2, text: "one more\nline 2\n" },
      { line: 5, text: "five\n" },
    ]);
    const [first, second] = server.state.reviewComments.map((comment) => comment.id);
    const results = [server.applyComments([first ?? 0]), server.applyComments([second ?? 0])];
    expect([results.map((result) => result.kind), server.headFiles("feature")["app.py"]]).toEqual([
      ["applied", "applied"],
      "line 1\none more\nline 2\nline 3\nline 4\nfive\nline 6\n",
    ]);
  });
});

/* The texts are those of the web page, second-hand. */
describe("rule 6: refusals", () => {
  it("no suggestion, no change, overlap in a batch", async () => {
    const server = await start(lines(6), "");
    const none = await call(server, "POST /repos/octo/shop/pulls/1/reviews", { body: { event: "COMMENT", body: "x" } });
    const same = await suggest(server, [{ line: 2, text: "line 2\n" }]);
    const overlap = await suggest(server, [
      { line: 3, start_line: 2, text: "a\n" },
      { line: 3, text: "b\n" },
    ]);
    expect([Number(pick(none.body, "id")["id"]), same, overlap].map((id) => applied(server, id))).toEqual([
      "There is no suggestion to apply.",
      "This suggestion is invalid because no changes were made to the code.",
      "Only one suggestion per line can be applied in a batch.",
    ]);
  });

  it("outdated, applied already", async () => {
    const server = await start(lines(6), "");
    const id = await suggest(server, [{ line: 3, text: "three\n" }]);
    const old = await suggest(server, [{ line: 5, text: "five\n" }]);
    server.push("feature", { "app.py": lines(6).replace("line 5", "changed 5") });
    expect([applied(server, old), server.apply(id).kind, applied(server, id)]).toEqual([
      "Outdated suggestions cannot be applied.",
      "applied",
      "This suggestion has been applied or marked resolved.",
    ]);
  });

  it("deleted lines", async () => {
    const server = await start(lines(6).replace("line 3\n", ""), lines(6));
    expect(applied(server, await suggest(server, [{ line: 3, side: "LEFT", text: "x\n" }]))).toBe(
      "Suggestions cannot be applied on deleted lines.",
    );
  });

  it("ranges that span deleted lines, only with the switch on (unverified)", async () => {
    const across = [{ line: 4, start_line: 2, text: "x\n" }];
    const server = await start(lines(6).replace("line 3\n", ""), lines(6), { refuseSuggestionsOverDeletedLines: true });
    const refused = applied(server, await suggest(server, across));
    await server.stop();
    const lenient = await start(lines(6).replace("line 3\n", ""), lines(6));
    expect([refused, applied(lenient, await suggest(lenient, across))]).toEqual([
      "Suggestions cannot be applied on deleted lines.",
      "line 1\nx\nline 6\n",
    ]);
  });

  it("pending review, closed pull request", async () => {
    const server = await start(lines(6), "");
    const answer = await call(server, "POST /repos/octo/shop/pulls/1/reviews", {
      token: server.humanToken,
      body: { comments: [{ path: "app.py", line: 1, body: "```suggestion\nx\n```" }] },
    });
    const pending = applied(server, Number(pick(answer.body, "id")["id"]));
    const id = await suggest(server, [{ line: 3, text: "three\n" }]);
    const pull = server.state.pulls[0];
    if (pull !== undefined) {
      pull.state = "closed";
    }
    expect([pending, applied(server, id)]).toEqual([
      "Suggestions cannot be applied from pending reviews.",
      "Suggestions cannot be applied while the pull request is closed.",
    ]);
  });
});

describe("the suggestion of a comment", () => {
  it.each([
    ["three backticks", "```suggestion\na\n```", ["a"]],
    ["a longer fence around a shorter one", "````suggestion\n```\na\n```\n````", ["```", "a", "```"]],
    ["a fence closed too early by its own content", "```suggestion\n```\na\n```", []],
    ["tildes", "~~~suggestion\n```\n~~~", ["```"]],
    ["words after the first", "```suggestion foo\na\n```", ["a"]],
    ["white space and blank lines kept", "```suggestion\n\t a \n\n```", ["\t a ", ""]],
    ["no closing fence", "```suggestion\na", ["a"]],
    ["an indented fence takes its indentation off", "  ```suggestion\n    a\n  ```", ["  a"]],
    ["CRLF", "```suggestion\r\na\r\n```\r\n", ["a"]],
    ["after another fence that mentions one", "```\n```suggestion\n```\n```suggestion\nb\n```", ["b"]],
    ["after a comment line", "<!-- marker -->\n```suggestion\na\n```", ["a"]],
    ["after a tag block and a blank line", "<details>\n\n```suggestion\na\n```", ["a"]],
    ["the first of two", "```suggestion\na\n```\n```suggestion\nb\n```", ["a"]],
  ])("is found: %s", (_, body, expected) => {
    expect(firstSuggestion(body)).toEqual(expected);
  });

  it.each([
    ["another language", "```python\na\n```"],
    ["inline code", "```suggestion``` a"],
    ["indented by four", "    ```suggestion\n    a\n    ```"],
    ["an unclosed comment above", "<!-- marker\n```suggestion\na\n```"],
    ["a tag block without a blank line", "<details>\n```suggestion\na\n```"],
    ["inside another fence", "````\n```suggestion\na\n```\n````"],
  ])("is not there: %s", (_, body) => {
    expect(firstSuggestion(body)).toBeNull();
  });
});
