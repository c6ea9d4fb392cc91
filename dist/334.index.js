export const id = 334;
export const ids = [334];
export const modules = {

/***/ 7334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openaiModel: () => (/* binding */ openaiModel)
});

// EXTERNAL MODULE: ./node_modules/openai/index.mjs + 232 modules
var openai = __webpack_require__(8193);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
;// CONCATENATED MODULE: ./.cache/build/io/llm/chat-reply.js

const MAX_WORDS = 300;
const usage = schemas/* object */.Ikc({
    prompt_tokens: schemas/* number */.aig().nonnegative().nullish(),
    completion_tokens: schemas/* number */.aig().nonnegative().nullish(),
    /** OpenRouter's, in dollars. */
    cost: schemas/* number */.aig().nonnegative().nullish().catch(null),
    prompt_tokens_details: schemas/* object */.Ikc({ cached_tokens: schemas/* number */.aig().nonnegative().nullish() }).nullish(),
});
const part = schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullish() });
const choice = schemas/* object */.Ikc({
    finish_reason: schemas/* string */.YjP().nullish(),
    message: schemas/* object */.Ikc({ content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(part)]).nullish(), refusal: schemas/* string */.YjP().nullish() }),
});
const completion = schemas/* object */.Ikc({ choices: schemas/* array */.YOg(choice).min(1), usage: usage.nullish().catch(null) });
/** Some gateways answer 200 with what went wrong inside. */
const failure = schemas/* object */.Ikc({
    error: schemas/* object */.Ikc({ message: schemas/* string */.YjP().nullish(), code: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).nullish() }),
});
/** What was answered with 200: a reply, a refusal, or something that is none (a page of HTML, an error in disguise). */
function readCompletion(body) {
    const disguised = failure.safeParse(body);
    if (disguised.success)
        return bad(`it answered with an error: ${disguised.data.error.message ?? "no words"}`);
    const parsed = completion.safeParse(body);
    if (!parsed.success)
        return bad(typeof body === "string" ? "it answered with a page, not with JSON" : "its answer has no choices");
    const [first] = parsed.data.choices;
    return first ? replyOf(first, usageOf(parsed.data.usage)) : bad("its answer has no choices");
}
function replyOf({ message, finish_reason: end }, used) {
    const { content, refusal } = message;
    if (refusal)
        return { kind: "declined", reason: words(refusal), usage: used };
    if (end === "content_filter")
        return { kind: "declined", reason: "the provider's filter held the answer back", usage: used };
    const text = typeof content === "string" ? content : (content ?? []).map((entry) => entry.text ?? "").join("");
    if (end === "length")
        return { kind: "cut-off", text, usage: used };
    return text.trim() === "" ? bad("its answer is empty", used) : { kind: "text", text, usage: used };
}
function usageOf(found) {
    if (!found || found.prompt_tokens == null)
        return null;
    const cached = found.prompt_tokens_details?.cached_tokens ?? 0;
    return { input: found.prompt_tokens, output: found.completion_tokens ?? 0, cached, cost: found.cost ?? null };
}
function bad(what, used = null) {
    const sentence = `The endpoint cannot be used: ${words(what)}. Check the line "base-url:".`;
    return { kind: "failed", why: "bad-answer", sentence, usage: used };
}
/** Foreign words, in one line. */
function words(text) {
    return text.replaceAll(/\s+/g, " ").trim().slice(0, MAX_WORDS);
}

;// CONCATENATED MODULE: ./.cache/build/io/llm/chat-failure.js

/** What an answer that is no 200 means, with the line to change. */
function failureOfStatus(error, called) {
    const said = words(error.message);
    const known = error.status === undefined ? undefined : BY_STATUS[error.status];
    if (known)
        return known({ ...called, said, error });
    const status = error.status ?? "nothing";
    return failed("unavailable", `${called.host} answered with ${status}; run it again later.`);
}
const BY_STATUS = {
    400: refusedRequest,
    401: ({ host }) => failed("key", `${host} does not take the key; check the line "openai-api-key:".`),
    403: ({ host, llmModel, said }) => failed("permission", `${host} does not allow this key to use ${llmModel}: ${said}. Check the key's rights.`),
    404: ({ host, llmModel, said }) => failed("no-model", `${host} has no model ${llmModel} there: ${said}. Check the lines "model:" and "base-url:".`),
    413: tooLong,
    422: refusedRequest,
    429: ({ host, said, error }) => /quota|billing|insufficient|credit/i.test(`${error.code ?? ""} ${said}`)
        ? failed("quota", `The account at ${host} has used up its quota: ${said}.`)
        : failed("rate-limit", `${host} takes no more requests for now; run it again later.`),
};
function refusedRequest(refused) {
    const { host, said, error } = refused;
    return isTooLong(error)
        ? tooLong(refused)
        : failed("bad-answer", `${host} refuses the request: ${said}. Check the lines "model:" and "base-url:".`);
}
function tooLong({ llmModel }) {
    return failed("too-long", `The prompt is too long for ${llmModel}; lower the line "max-tokens:", or name another model.`);
}
function isTooLong(error) {
    return error.code === "context_length_exceeded" || /context (?:length|window)|too many tokens/i.test(error.message);
}
/** No answer at all. */
function failureOfConnection({ host }, message) {
    return failed("unavailable", `${host} cannot be reached: ${words(message)}. Check the line "base-url:".`);
}
function failureOfTime({ host }, seconds) {
    return failed("timeout", `${host} did not answer within ${seconds} seconds.`);
}
const ABORTED = failed("aborted", "The call was stopped.");
function failed(why, sentence) {
    return { kind: "failed", why, sentence, usage: null };
}

;// CONCATENATED MODULE: ./.cache/build/io/llm/quirks.js
const NO_QUIRKS = { limitName: "max_tokens", takesTemperature: true };
/** The body of a call: nothing but what every server knows, and always `system`, since not all know `developer`. */
function bodyOf(request, { limitName, takesTemperature }) {
    return {
        model: request.llmModel,
        messages: request.messages.map(({ role, content }) => ({ role, content })),
        ...(limitName === null ? {} : { [limitName]: request.maxOutputTokens }),
        ...(request.temperature === null || !takesTemperature ? {} : { temperature: request.temperature }),
    };
}
/** What to leave out or rename after a refusal that names a parameter; undefined when it names none of ours. */
function learnt(quirks, refusal) {
    const about = (name) => refusal.param === name || new RegExp(`\\b${name}\\b`).test(refusal.message.slice(0, 1000));
    if (quirks.limitName === "max_tokens" && about("max_tokens"))
        return { ...quirks, limitName: "max_completion_tokens" };
    if (quirks.limitName === "max_completion_tokens" && about("max_completion_tokens"))
        return { ...quirks, limitName: null };
    return quirks.takesTemperature && about("temperature") ? { ...quirks, takesTemperature: false } : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/io/llm/openai-model.js




/** Retries of one call; the SDK waits as the server says, within the time of the call. */
const MAX_RETRIES = 3;
/** Renaming or dropping a parameter is a call of its own, and so is asking again for what broke off. */
const MAX_AGAIN = 4;
/**
 * Any server that speaks Chat Completions. Nothing is taken from the environment: the SDK would read an address, headers
 * and more from variables that an earlier step may have set. Every end of a call is a value.
 */
function openaiModel({ baseUrl, apiKey }, stop) {
    forgetEnvironment();
    const client = new openai/* OpenAI */.z4({
        apiKey,
        baseURL: baseUrl,
        organization: null,
        project: null,
        maxRetries: MAX_RETRIES,
        logLevel: "off",
    });
    const host = new URL(baseUrl).host;
    let quirks = NO_QUIRKS;
    return {
        async complete(request) {
            const called = { llmModel: request.llmModel, host };
            const deadline = AbortSignal.timeout(request.timeoutMilliseconds);
            const signal = AbortSignal.any([stop, deadline]);
            for (let attempt = 0;; attempt++) {
                try {
                    const body = await client.post("/chat/completions", {
                        body: bodyOf(request, quirks),
                        signal,
                        timeout: request.timeoutMilliseconds,
                    });
                    return readCompletion(body);
                }
                catch (error) {
                    const next = attempt < MAX_AGAIN ? adapted(quirks, error) : undefined;
                    if (next === undefined)
                        return endOf(error, { called, request, stop, deadline });
                    quirks = next;
                }
            }
        },
    };
}
/** How to ask again: without what was refused, or in the same way where the answer broke off; undefined: not at all. */
function adapted(quirks, error) {
    if (isBrokenOff(error))
        return quirks;
    return isRefusal(error) ? learnt(quirks, { param: error.param ?? null, message: error.message }) : undefined;
}
/** The SDK passes on what fetch throws when a body ends too early. */
function isBrokenOff(error) {
    return error instanceof TypeError && error.message === "terminated";
}
function isRefusal(error) {
    return error instanceof openai/* APIError */.LG && (error.status === 400 || error.status === 422);
}
function endOf(error, { called, request, stop, deadline }) {
    if (stop.aborted)
        return ABORTED;
    const isLate = deadline.aborted || error instanceof openai/* APIConnectionTimeoutError */.qA;
    if (isLate)
        return failureOfTime(called, Math.round(request.timeoutMilliseconds / 1000));
    if (error instanceof openai/* APIConnectionError */.xX)
        return failureOfConnection(called, causeOf(error));
    if (error instanceof openai/* APIError */.LG && error.status !== undefined)
        return failureOfStatus(error, called);
    if (isBrokenOff(error))
        return failureOfConnection(called, causeOf(error));
    if (error instanceof SyntaxError)
        return readCompletion("");
    throw error;
}
function causeOf(error) {
    return error.cause instanceof Error ? `${error.message} ${error.cause.message}` : error.message;
}
/** What the SDK would read beside its options. */
function forgetEnvironment() {
    for (const name of Object.keys(process.env))
        if (/^(?:AZURE_)?OPENAI_/i.test(name))
            delete process.env[name];
}


/***/ })

};
