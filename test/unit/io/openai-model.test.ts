import { expect, test } from "vitest";
import type { ChatReply, ChatRequest } from "../../../src/domain/llm.ts";
import { openaiModel } from "../../../src/io/llm/openai-model.ts";
import { type ScriptedAnswer, scriptedServer } from "../../support/llm/server.ts";

const REQUEST: ChatRequest = {
  llmModel: "small",
  messages: [
    { role: "system", content: "rules" },
    { role: "user", content: "failure" },
  ],
  maxOutputTokens: 1500,
  temperature: 0,
  timeoutMilliseconds: 20_000,
};
const HERE = /127\.0\.0\.1:\d+/g;

async function ask(
  script: readonly ScriptedAnswer[],
  request = REQUEST,
): Promise<{ reply: ChatReply; bodies: unknown[] }> {
  const server = await scriptedServer(script);
  const model = openaiModel({ baseUrl: server.baseUrl, apiKey: "sk-test" }, new AbortController().signal);
  const reply = await model.complete(request);
  return { reply: JSON.parse(JSON.stringify(reply).replaceAll(HERE, "HOST")), bodies: server.requests };
}

function refusal(param: string): ScriptedAnswer {
  return {
    status: 400,
    body: {
      error: {
        message: `Unsupported parameter: '${param}'.`,
        type: "invalid_request_error",
        param,
        code: "unsupported_parameter",
      },
    },
  };
}

test("asks with what every server knows, and gives text and usage", async () => {
  const { reply, bodies } = await ask([
    { reply: "hello", usage: { prompt_tokens: 12, completion_tokens: 3, prompt_tokens_details: { cached_tokens: 8 } } },
  ]);
  expect(reply).toEqual({ kind: "text", text: "hello", usage: { input: 12, output: 3, cached: 8, cost: null } });
  expect(bodies).toEqual([{ model: "small", messages: REQUEST.messages, max_tokens: 1500, temperature: 0 }]);
});

test("what a server refuses is renamed or dropped once, and remembered", async () => {
  const server = await scriptedServer([refusal("max_tokens"), refusal("temperature"), { reply: "a" }, { reply: "b" }]);
  const model = openaiModel({ baseUrl: server.baseUrl, apiKey: "k" }, new AbortController().signal);
  expect([(await model.complete(REQUEST)).kind, (await model.complete(REQUEST)).kind]).toEqual(["text", "text"]);
  expect(server.requests.map((body) => ({ ...body, messages: [] }))).toEqual([
    { model: "small", messages: [], max_tokens: 1500, temperature: 0 },
    { model: "small", messages: [], max_completion_tokens: 1500, temperature: 0 },
    { model: "small", messages: [], max_completion_tokens: 1500 },
    { model: "small", messages: [], max_completion_tokens: 1500 },
  ]);
});

test("a server that knows no limit at all gets none", async () => {
  const { reply, bodies } = await ask([refusal("max_tokens"), refusal("max_completion_tokens"), { reply: "a" }]);
  expect([reply.kind, bodies.at(-1)]).toEqual(["text", { model: "small", messages: REQUEST.messages, temperature: 0 }]);
});

test.each<[string, ScriptedAnswer, unknown]>([
  [
    "no usage",
    { reply: "a", usage: undefined, body: { choices: [{ message: { content: "a" } }] } },
    { kind: "text", text: "a", usage: null },
  ],
  [
    "text in parts",
    {
      body: {
        choices: [
          {
            message: {
              content: [
                { type: "text", text: "a" },
                { type: "text", text: "b" },
              ],
            },
          },
        ],
      },
    },
    { kind: "text", text: "ab", usage: null },
  ],
  [
    "cut off by the limit",
    { reply: "half", finish: "length" },
    { kind: "cut-off", text: "half", usage: { input: 10, output: 5, cached: 0, cost: null } },
  ],
  [
    "held back by a filter",
    { reply: "", finish: "content_filter" },
    {
      kind: "declined",
      reason: "the provider's filter held the answer back",
      usage: { input: 10, output: 5, cached: 0, cost: null },
    },
  ],
  [
    "a refusal",
    { body: { choices: [{ message: { content: null, refusal: "I  can't\nhelp" } }] } },
    { kind: "declined", reason: "I can't help", usage: null },
  ],
  [
    "nothing",
    { reply: " " },
    {
      kind: "failed",
      why: "bad-answer",
      sentence: 'The endpoint cannot be used: its answer is empty. Check the line "base-url:".',
      usage: { input: 10, output: 5, cached: 0, cost: null },
    },
  ],
  [
    "200 with HTML",
    { body: "<html><body>Sign in</body></html>" },
    {
      kind: "failed",
      why: "bad-answer",
      sentence: 'The endpoint cannot be used: it answered with a page, not with JSON. Check the line "base-url:".',
      usage: null,
    },
  ],
  [
    "200 with an error inside",
    { body: { error: { message: "No endpoints found", code: 404 } } },
    {
      kind: "failed",
      why: "bad-answer",
      sentence:
        'The endpoint cannot be used: it answered with an error: No endpoints found. Check the line "base-url:".',
      usage: null,
    },
  ],
  [
    "200 without choices",
    { body: { choices: [] } },
    {
      kind: "failed",
      why: "bad-answer",
      sentence: 'The endpoint cannot be used: its answer has no choices. Check the line "base-url:".',
      usage: null,
    },
  ],
  [
    "401",
    { status: 401, body: { error: { message: "bad key" } } },
    {
      kind: "failed",
      why: "key",
      sentence: 'HOST does not take the key; check the line "openai-api-key:".',
      usage: null,
    },
  ],
  [
    "403",
    { status: 403, body: { error: { message: "not for you" } } },
    {
      kind: "failed",
      why: "permission",
      sentence: "HOST does not allow this key to use small: 403 not for you. Check the key's rights.",
      usage: null,
    },
  ],
  [
    "404",
    { status: 404, body: { error: { message: "no such model" } } },
    {
      kind: "failed",
      why: "no-model",
      sentence: 'HOST has no model small there: 404 no such model. Check the lines "model:" and "base-url:".',
      usage: null,
    },
  ],
  [
    "429 for want of money",
    {
      status: 429,
      headers: { "x-should-retry": "false" },
      body: { error: { message: "exceeded your quota", code: "insufficient_quota" } },
    },
    {
      kind: "failed",
      why: "quota",
      sentence: "The account at HOST has used up its quota: 429 exceeded your quota.",
      usage: null,
    },
  ],
  [
    "a prompt that is too long",
    {
      status: 400,
      body: { error: { message: "This model's maximum context length is 4096", code: "context_length_exceeded" } },
    },
    {
      kind: "failed",
      why: "too-long",
      sentence: 'The prompt is too long for small; lower the line "max-tokens:", or name another model.',
      usage: null,
    },
  ],
  [
    "400 for another reason",
    { status: 400, body: { error: { message: "no" } } },
    {
      kind: "failed",
      why: "bad-answer",
      sentence: 'HOST refuses the request: 400 no. Check the lines "model:" and "base-url:".',
      usage: null,
    },
  ],
])("%s", async (_title, answer, expected) => {
  expect((await ask([answer])).reply).toEqual(expected);
});

test.each([429, 500, 503])("%i is tried again, as soon as the server says", async (status) => {
  const { reply, bodies } = await ask([
    { status, headers: { "retry-after-ms": "5" }, body: { error: { message: "busy" } } },
    { reply: "a" },
  ]);
  expect([reply.kind, bodies.length]).toEqual(["text", 2]);
});

test("a server that stays busy ends as a value", async () => {
  const { reply, bodies } = await ask([
    { status: 503, headers: { "retry-after-ms": "5" }, body: { error: { message: "busy" } } },
  ]);
  expect([reply, bodies.length]).toEqual([
    { kind: "failed", why: "unavailable", sentence: "HOST answered with 503; run it again later.", usage: null },
    4,
  ]);
});

test("a body that breaks off is tried again", async () => {
  const { reply, bodies } = await ask([
    { reply: "a long answer", isCutOff: true, headers: { "retry-after-ms": "5" } },
    { reply: "a" },
  ]);
  expect([reply.kind, bodies.length]).toEqual(["text", 2]);
});

test("a server that says nothing is left when the time is up", async () => {
  const { reply } = await ask([{ isSilent: true }], { ...REQUEST, timeoutMilliseconds: 1000 });
  expect(reply).toEqual({
    kind: "failed",
    why: "timeout",
    sentence: "HOST did not answer within 1 seconds.",
    usage: null,
  });
});

test("a call is stopped from outside", async () => {
  const server = await scriptedServer([{ isSilent: true }]);
  const stop = new AbortController();
  const model = openaiModel({ baseUrl: server.baseUrl, apiKey: "k" }, stop.signal);
  setTimeout(() => stop.abort(), 200);
  expect(await model.complete(REQUEST)).toEqual({
    kind: "failed",
    why: "aborted",
    sentence: "The call was stopped.",
    usage: null,
  });
});

test("an address where nobody listens", async () => {
  const model = openaiModel({ baseUrl: "http://127.0.0.1:9/v1", apiKey: "k" }, new AbortController().signal);
  const reply = await model.complete({ ...REQUEST, timeoutMilliseconds: 15_000 });
  expect(reply.kind === "failed" ? reply.why : reply).toBe("unavailable");
});

test("what earlier steps put into the environment changes nothing", async () => {
  const evil = await scriptedServer([{ reply: "stolen" }]);
  process.env["OPENAI_BASE_URL"] = evil.baseUrl;
  process.env["OPENAI_CUSTOM_HEADERS"] = "x-evil: 1";
  process.env["OPENAI_ORG_ID"] = "evil";
  process.env["OPENAI_LOG"] = "debug";
  const server = await scriptedServer([{ reply: "a" }]);
  const model = openaiModel({ baseUrl: server.baseUrl, apiKey: "sk-test" }, new AbortController().signal);
  await model.complete(REQUEST);
  const { authorization, "x-evil": header, "openai-organization": organization } = server.headers[0] ?? {};
  expect([evil.requests.length, authorization, header, organization]).toEqual([
    0,
    "Bearer sk-test",
    undefined,
    undefined,
  ]);
});
