import { bad, good, quote, readInsidePath, type Reading } from "./read-value.ts";
import type { LlmSettings } from "./settings.ts";

/** Where a key alone is given. */
const OPENAI = "https://api.openai.com/v1";
/** Servers on the same machine often want no key, but the client wants some text. */
const NO_KEY = "none";

export interface LlmInputs {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly llmModels: readonly string[];
  readonly maxDrafts: number;
  readonly maxTokens: number;
  readonly prices: string;
  readonly maxCost: string;
  readonly instructionsFile: string;
}

/** Whom to ask, when a key or an address is given; a key is sent over `https` only, or to the machine itself. */
export function readLlm(inputs: LlmInputs): Reading<LlmSettings | null> {
  const { apiKey, baseUrl, llmModels, maxDrafts, maxTokens } = inputs;
  if (apiKey === "" && baseUrl === "") return good(null);
  const address = baseUrl === "" ? OPENAI : baseUrl.replace(/\/+$/, "");
  const why = whyNoEndpoint(address);
  if (why !== null)
    return bad(null, {
      code: "base-url",
      what: `The input base-url is ${quote(baseUrl)}.`,
      why,
      next: 'Write the address of an OpenAI-compatible endpoint, such as "https://api.openai.com/v1", in the line "base-url:".',
    });
  const [first, ...others] = llmModels;
  if (first === undefined)
    return bad(null, {
      code: "model-missing",
      what: "A key or base-url is given, but no model.",
      why: "Providers name their models differently, and none is right for all.",
      next: 'Add the line "model:" with the name that your provider uses.',
    });
  const costs = readCosts(inputs);
  const file =
    inputs.instructionsFile === "" ? good(null) : readInsidePath("instructions-file", inputs.instructionsFile);
  const settings: LlmSettings = {
    baseUrl: address,
    apiKey: apiKey === "" ? NO_KEY : apiKey,
    llmModels: [first, ...others],
    maxDrafts,
    maxTokens,
    ...costs.value,
    instructionsFile: file.value,
  };
  return { value: settings, problems: [...costs.problems, ...file.problems] };
}

/** Only prices turn tokens into dollars; a limit without them would bound nothing. */
function readCosts({ prices, maxCost }: LlmInputs): Reading<Pick<LlmSettings, "prices" | "maxCost">> {
  const nothing = { prices: null, maxCost: null };
  const pair = /^(\d{1,6}(?:\.\d{1,6})?)\s*\/\s*(\d{1,6}(?:\.\d{1,6})?)$/.exec(prices);
  if (prices !== "" && !pair)
    return bad(nothing, {
      code: "prices",
      what: `The input prices is ${quote(prices)}.`,
      why: "It takes two numbers with a slash between: dollars for a million tokens in, and out.",
      next: 'Write it like "prices: 0.75/4.50".',
    });
  if (maxCost === "") return good({ ...nothing, prices: pair && { input: Number(pair[1]), output: Number(pair[2]) } });
  if (pair && /^\d{1,6}(?:\.\d{1,6})?$/.test(maxCost))
    return good({ prices: { input: Number(pair[1]), output: Number(pair[2]) }, maxCost: Number(maxCost) });
  return bad(nothing, {
    code: "max-cost",
    what: `The input max-cost is ${quote(maxCost)}${pair ? "" : ", and there are no prices"}.`,
    why: "It takes a number of dollars, which only prices turn into tokens.",
    next: 'Write it like "max-cost: 0.50", beside "prices: 0.75/4.50" with what your provider takes for a million tokens in and out.',
  });
}

function whyNoEndpoint(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return "It is no address.";
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return "It must have no user, password, question mark or hash; the key has an input of its own.";
  const isOwn = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && isOwn)) return null;
  return "It must begin with https:// (http:// only for the machine itself), or the key could be read on the way.";
}
