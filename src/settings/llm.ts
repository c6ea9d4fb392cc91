import { bad, good, quote, type Reading } from "./read-value.ts";
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
}

/** Whom to ask, when a key or an address is given; a key is sent over `https` only, or to the machine itself. */
export function readLlm({ apiKey, baseUrl, llmModels, maxDrafts, maxTokens }: LlmInputs): Reading<LlmSettings | null> {
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
  return good({
    baseUrl: address,
    apiKey: apiKey === "" ? NO_KEY : apiKey,
    llmModels: [first, ...others],
    maxDrafts,
    maxTokens,
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
