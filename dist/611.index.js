export const id = 611;
export const ids = [611];
export const modules = {

/***/ 7822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ renderCase),
/* harmony export */   xM: () => (/* binding */ BASELINE_VERDICTS)
/* harmony export */ });
/* unused harmony exports caseSchema, decodeCase */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5491);

const BASELINE_VERDICTS = [
    "reproducible",
    "flaky",
    "order-dependent",
    "environment",
    "pre-existing",
    "test-at-fault",
];
const frame = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    function: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    locals: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).exactOptional(),
});
const exception = { type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(), message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() };
const member = zod__WEBPACK_IMPORTED_MODULE_0__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...exception, chain: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(link), frames: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(frame), members: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(member) }));
const members = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(member).exactOptional();
const link = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    ...exception,
    relation: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["cause", "context"]),
    frames: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(frame),
    members,
});
const failure = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    nodeId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    testName: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    phase: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["setup", "call", "teardown", "collect"]),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["failure", "error"]),
    exception: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(exception),
    chain: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(link),
    frames: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(frame),
    members,
    capturedStdout: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    capturedStderr: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    capturedLog: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ report: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), format: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["junit", "text", "probe", "lastfailed"]) }),
    address: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ classname: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).exactOptional(),
    alsoIn: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).exactOptional(),
});
const origin = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("kind", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("recipe"), id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("llm"), model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
]);
const place = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    note: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
});
const reason = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    rule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const verdict = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("kind", [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("plausible") }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("refused"), reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(reason) }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("mismatch"), path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("rejected"),
        why: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["no-effect", "regression", "flaky", "did-not-run", "moved", "tampered"]),
        tests: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    }),
]);
const runSummary = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    exitCode: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    passed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    skipped: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    durationSeconds: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    fromReport: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().exactOptional(),
});
/** The case document as it stands in a file; anything else is refused, unknown fields included. */
const caseSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    groups: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(BASELINE_VERDICTS),
        reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        selection: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).nullable(),
        failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(failure),
    })),
    attempts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ groupKey: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), origin, paths: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), rationale: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), verdict })),
    healed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(failure),
        steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ origin, rationale: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), leftAlone: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(place) })),
    })),
    patch: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        changes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), before: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), after: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    })
        .nullable(),
    verification: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        repeat: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        targeted: runSummary,
        fullBefore: runSummary,
        fullAfter: runSummary,
        failsAgainWhenReverted: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        underLoad: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ runs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), passed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), otherFailure: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })
            .exactOptional(),
    })
        .nullable(),
    flaky: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    remainingFailures: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    notes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
/** Text of a case file, as the pipeline writes it. */
function renderCase(document) {
    return `${JSON.stringify(document, null, 1)}\n`;
}
/** A case read back, or the first few things wrong with it. */
function decodeCase(text) {
    try {
        const parsed = caseSchema.safeParse(JSON.parse(text));
        if (parsed.success)
            return { kind: "case", case: parsed.data };
        const issues = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
        return { kind: "invalid", reason: issues.join("; ") };
    }
    catch {
        return { kind: "invalid", reason: "it is not JSON" };
    }
}


/***/ }),

/***/ 5633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resultOf)
/* harmony export */ });
/* unused harmony export resultSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5491);
/* harmony import */ var _case_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7822);
/* harmony import */ var _text_refusal_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(207);



/**
 * What a run came to, for programs: the action's outputs in camelCase, and behind them what was changed, tried and seen
 * on unchanged code. Stable; published as docs/result.schema.json.
 */
const resultSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["fixed", "suggested", "no-fix", "flaky", "environment", "skipped", "refused", "error"]),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    fixedTests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    remainingFailures: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    /** Keys of the failure groups, one for each cause. */
    groups: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    /** Recipe ids or model names behind the patch, in order, each once. */
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    patchPath: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    caseFile: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    reportPath: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    publishedAs: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["commit", "suggestions", "comment", "summary", "working-tree", "none"]),
    commitSha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    pullRequestUrl: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    reviewUrl: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    attempts: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    tokensUsed: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    cost: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    changedFiles: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    candidates: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        origin: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["plausible", "refused", "mismatch", "rejected"]),
        reasons: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    })),
    baseline: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        groups: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_case_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .BASELINE_VERDICTS */ .xM),
            reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            /** What was seen that says so, one sentence each. */
            evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
            tests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        })),
        flaky: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    }),
});
function resultOf({ status, reason, case: document, publication, files }) {
    const { publishedAs, commitSha, pullRequestUrl, reviewUrl } = publication;
    const published = { publishedAs, commitSha, pullRequestUrl, reviewUrl };
    return {
        status,
        reason,
        ...files,
        ...published,
        tokensUsed: 0,
        cost: 0,
        ...(document ? factsOf(document) : NO_FACTS),
    };
}
const NO_FACTS = {
    fixedTests: [],
    remainingFailures: [],
    groups: [],
    source: [],
    attempts: 0,
    changedFiles: [],
    candidates: [],
    baseline: { groups: [], flaky: [] },
};
function factsOf({ groups, healed, verification, remainingFailures, attempts, patch, flaky }) {
    return {
        fixedTests: [...(verification?.targets ?? [])],
        remainingFailures: [...remainingFailures],
        groups: groups.map((group) => group.key),
        source: [...new Set(healed.flatMap((group) => group.steps.map((step) => originName(step.origin))))],
        attempts: attempts.length,
        changedFiles: patch?.changes.map((change) => change.path) ?? [],
        candidates: attempts.map((attempt) => ({
            origin: originName(attempt.origin),
            verdict: attempt.verdict.kind,
            reasons: reasonsOf(attempt),
        })),
        baseline: { groups: groups.map(baselineOf), flaky: [...flaky] },
    };
}
function baselineOf(group) {
    const { key, verdict, reason, evidence, failures } = group;
    return { key, verdict, reason, evidence: [...evidence], tests: failures.map((failure) => failure.nodeId ?? "") };
}
function originName(origin) {
    return origin.kind === "recipe" ? origin.id : origin.model;
}
function reasonsOf({ verdict }) {
    switch (verdict.kind) {
        case "plausible":
            return [];
        case "refused":
            return verdict.reasons.map(_text_refusal_text_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalText */ .K);
        case "mismatch":
            return [`${verdict.path}: ${verdict.reason}`];
        case "rejected":
            return [verdict.reason];
    }
}


/***/ }),

/***/ 8960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ NOT_PUBLISHED)
/* harmony export */ });
const NOT_PUBLISHED = {
    publishedAs: "none",
    reason: "",
    commitSha: null,
    pullRequestUrl: null,
    reviewUrl: null,
};


/***/ }),

/***/ 8307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ RECIPES)
});

// EXTERNAL MODULE: ./.cache/build/syntax/tree.js
var syntax_tree = __webpack_require__(9527);
;// CONCATENATED MODULE: ./.cache/build/draft/query/await-place.js

const COMPREHENSIONS = new Set(["ListComp", "SetComp", "DictComp", "GeneratorExp"]);
const CLOSED = new Set(["FunctionDef", "Lambda", "ClassDef"]);
/**
 * True where Python allows `await` without changing what the code around it is: in the body of an `async def`, in the
 * first iterable of a comprehension, and in one level of list, set or dict comprehension (two levels need Python
 * 3.11; a generator expression would become an asynchronous one).
 */
function canAwait(module, node) {
    if (node.start < 0)
        return false;
    let inner = node;
    let innermost = node;
    let levels = 0;
    for (let outer = (0,syntax_tree/* parentOf */.gN)(module, inner); outer; outer = (0,syntax_tree/* parentOf */.gN)(module, inner)) {
        if (outer.kind === "AsyncFunctionDef")
            return (0,syntax_tree/* children */.Y_)(outer, "body").includes(inner);
        if (CLOSED.has(outer.kind))
            return false;
        if (COMPREHENSIONS.has(outer.kind) && !isEvaluatedOutside(outer, inner, innermost)) {
            levels++;
            if (outer.kind === "GeneratorExp" || levels > 1)
                return false;
        }
        innermost = inner;
        inner = outer;
    }
    return false;
}
/** Only the first iterable of a comprehension runs in the function around it. */
function isEvaluatedOutside(comprehension, inner, innermost) {
    return (0,syntax_tree/* children */.Y_)(comprehension, "generators")[0] === inner && (0,syntax_tree/* child */.jf)(inner, "iter") === innermost;
}
/** True when `await x` must stand in parentheses here: something is done with its value before the await could. */
function needsParentheses(module, node) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (!parent)
        return false;
    if (parent.kind === "Attribute" || parent.kind === "Subscript")
        return (0,syntax_tree/* child */.jf)(parent, "value") === node;
    return parent.kind === "Await" || (parent.kind === "Call" && (0,syntax_tree/* child */.jf)(parent, "func") === node);
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/chain.js

/** Methods that run a query and give its result. */
const RUNNING = new Set(["all", "first", "one", "one_or_none", "scalar", "get", "count", "update", "delete"]);
/** Methods that turn a query into a part of another statement. */
const EMBEDDING = new Set(["subquery", "scalar_subquery", "as_scalar", "exists", "label", "cte"]);
/** The chain that starts at a node; it ends where a method gives something that is no query any more. */
function chainFrom(module, root) {
    const links = [];
    let top = root;
    for (let next = linkOn(module, top); next; next = linkOn(module, top)) {
        links.push(next);
        top = next.call;
        if (RUNNING.has(next.name) || EMBEDDING.has(next.name))
            return { module, root, links, subscript: undefined, top };
    }
    const outer = (0,syntax_tree/* parentOf */.gN)(module, top);
    const subscript = outer?.kind === "Subscript" && (0,syntax_tree/* child */.jf)(outer, "value") === top ? outer : undefined;
    return { module, root, links, subscript, top: subscript ?? top };
}
function linkOn(module, node) {
    const attribute = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (attribute?.kind !== "Attribute" || (0,syntax_tree/* child */.jf)(attribute, "value") !== node)
        return undefined;
    const call = (0,syntax_tree/* parentOf */.gN)(module, attribute);
    if (call?.kind !== "Call" || (0,syntax_tree/* child */.jf)(call, "func") !== attribute)
        return undefined;
    return { name: (0,syntax_tree/* word */.Vm)(attribute, "attr") ?? "", attribute, call };
}
/** The session of a `session.query(...)` call; undefined for any other node. */
function querySession(node) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    return callee?.kind === "Attribute" && (0,syntax_tree/* word */.Vm)(callee, "attr") === "query" ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
}
/** The method that runs or embeds the query, when the chain has one. */
function terminalOf(chain) {
    const last = chain.links.at(-1);
    return last && (RUNNING.has(last.name) || EMBEDDING.has(last.name)) ? last : undefined;
}
/** The methods that build the query, without the one that runs or embeds it. */
function stepsOf(chain) {
    return terminalOf(chain) ? chain.links.slice(0, -1) : chain.links;
}

// EXTERNAL MODULE: ./.cache/build/syntax/resolve.js
var resolve = __webpack_require__(9691);
;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/values.js


/** Names followed through names before we give up: `a = b` with `b = a` ends here. */
const MAX_STEPS = 8;
/**
 * The expression that a name stands for: the right side of its only binding (in the function around it, in the class
 * for `self.x`, in the project's modules), followed through names and imports; an expression that is no name stands
 * for itself. Undefined for parameters, functions, classes, names bound twice and names of other packages.
 */
function followValue(project, place) {
    let current = place;
    for (let step = 0; step < MAX_STEPS && current; step++) {
        const name = (0,syntax_tree/* dottedName */._P)(current.node);
        if (name === undefined)
            return current;
        const next = boundTo(project, current, name);
        if (!next)
            return step === 0 ? undefined : current;
        current = next;
    }
    return undefined;
}
function boundTo(project, place, name) {
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(place.module, place.node);
    if (scope && bindsName(scope, name.split(".")[0] ?? name))
        return boundInside(place, scope, name);
    const definition = (0,resolve/* definitionOf */.Fg)(project, place.module, name);
    if (!definition)
        return attributeOfObject(project, place, name) ?? classBody(place, name);
    const value = (0,syntax_tree/* isFunction */.Tn)(definition.node) ? undefined : (0,syntax_tree/* child */.jf)(definition.node, "value");
    return value && { module: definition.module, node: value };
}
function boundInside(place, scope, name) {
    const isOwnAttribute = /^(self|cls)\.\w+$/.test(name);
    return isOwnAttribute ? ownAttribute(place, name) : localValue({ module: place.module, node: scope }, name);
}
/** True when the function's parameters or own statements bind the name, so that an outer one is hidden. */
function bindsName(scope, name) {
    if (parameterNames(scope).includes(name))
        return true;
    const own = (0,syntax_tree/* children */.Y_)(scope, "body").flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)]);
    const isGlobal = own.some((node) => node.kind === "Global" && listed(node, "names").includes(name));
    return !isGlobal && own.some((node) => isStored(node, name));
}
function isStored(node, name) {
    return node.kind === "Name" && (0,syntax_tree/* word */.Vm)(node, "id") === name && (0,syntax_tree/* child */.jf)(node, "ctx")?.kind === "Store";
}
function listed(node, field) {
    const value = node.fields[field];
    return Array.isArray(value) ? value : [];
}
/** The names of all parameters of a function or lambda, starred ones included. */
function parameterNames(scope) {
    const list = (0,syntax_tree/* child */.jf)(scope, "args");
    if (!list)
        return [];
    const single = [(0,syntax_tree/* child */.jf)(list, "vararg"), (0,syntax_tree/* child */.jf)(list, "kwarg")].filter((entry) => entry !== undefined);
    const all = [...(0,syntax_tree/* children */.Y_)(list, "posonlyargs"), ...(0,syntax_tree/* children */.Y_)(list, "args"), ...(0,syntax_tree/* children */.Y_)(list, "kwonlyargs"), ...single];
    return all.map((entry) => (0,syntax_tree/* word */.Vm)(entry, "arg") ?? "");
}
function localValue({ module, node: scope }, name) {
    if (parameterNames(scope).includes(name))
        return undefined;
    const values = assignmentsIn(scope, name);
    return values.length === 1 && values[0] ? { module, node: values[0] } : undefined;
}
/** The values that plain assignments in a function's own statements give a name. */
function assignmentsIn(scope, name) {
    return (0,syntax_tree/* children */.Y_)(scope, "body")
        .flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])
        .flatMap((node) => assignedValue(node, name) ?? []);
}
/** The value that a statement assigns to a dotted name; undefined when it does not. */
function assignedValue(node, name) {
    const isPlain = node.kind === "Assign" && (0,syntax_tree/* children */.Y_)(node, "targets").some((target) => (0,syntax_tree/* dottedName */._P)(target) === name);
    const isAnnotated = node.kind === "AnnAssign" && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "target")) === name;
    return isPlain || isAnnotated ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
}
function ownAttribute({ module, node }, name) {
    const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef");
    return owner && attributeValue({ module, node: owner }, name.split(".")[1] ?? name);
}
/** What a class stores under an attribute, in its body or as `self.x = ...`; undefined unless there is one value. */
function attributeValue({ module, node: owner }, attribute) {
    const own = (0,syntax_tree/* children */.Y_)(owner, "body").flatMap((statement) => assignedValue(statement, attribute) ?? []);
    const stored = (0,syntax_tree/* children */.Y_)(owner, "body")
        .filter(syntax_tree/* isFunction */.Tn)
        .flatMap((method) => [...(0,syntax_tree/* walk */.GG)(method)].flatMap((node) => assignedValue(node, `self.${attribute}`) ?? []));
    const values = [...own, ...stored].filter((value) => !isNone(value));
    return values.length === 1 && values[0] ? { module, node: values[0] } : undefined;
}
function isNone(node) {
    return node.kind === "Constant" && node.fields["value"] === null;
}
/** `db.engine` where `db = Database()` or `Database` is a class of the project. */
function attributeOfObject(project, { module }, name) {
    const at = name.lastIndexOf(".");
    if (at === -1)
        return undefined;
    const base = (0,resolve/* definitionOf */.Fg)(project, module, name.slice(0, at));
    if (!base)
        return undefined;
    if (base.node.kind === "ClassDef")
        return attributeValue(base, name.slice(at + 1));
    const value = (0,syntax_tree/* child */.jf)(base.node, "value");
    const maker = value?.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(value, "func")) : undefined;
    const made = maker === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, base.module, maker);
    return made?.node.kind === "ClassDef" ? attributeValue(made, name.slice(at + 1)) : undefined;
}
/** A name used in a class body that the same body binds. */
function classBody({ module, node }, name) {
    const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => (0,syntax_tree/* isFunction */.Tn)(outer) || outer.kind === "ClassDef");
    if (owner?.kind !== "ClassDef")
        return undefined;
    const values = (0,syntax_tree/* children */.Y_)(owner, "body").flatMap((statement) => assignedValue(statement, name) ?? []);
    return values.length === 1 && values[0] ? { module, node: values[0] } : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/factories.js



const ASYNC_ENGINE_MAKERS = new Set(["create_async_engine", "async_engine_from_config"]);
const SYNC_ENGINE_MAKERS = new Set(["create_engine", "engine_from_config"]);
const SESSION_MAKERS = new Set(["sessionmaker", "async_sessionmaker"]);
/** Wrappers whose first argument is the factory that matters. */
const REGISTRIES = new Set(["scoped_session", "async_scoped_session"]);
/** The last part of a name from SQLAlchemy or SQLModel; undefined for anything else. */
function sqlalchemyName(project, { module, node }) {
    const name = (0,resolve/* externalName */.NI)(project, module, (0,syntax_tree/* dottedName */._P)(node));
    return name !== undefined && /^(sqlalchemy|sqlmodel)\./.test(name) ? name.split(".").at(-1) : undefined;
}
/**
 * The expression that a name stands for: the right side of its only binding, followed through imports; an expression
 * that is no name stands for itself. Undefined for parameters, functions, classes and names of other packages.
 */
function factories_valueOf(project, place) {
    return followValue(project, place);
}
/** Names, wrappers and calls followed before we give up: functions that return themselves end here. */
const MAX_DEPTH = 8;
/** What engine an expression gives, or undefined when it cannot be told. */
function engineOf(project, place) {
    return engineAt(project, place, MAX_DEPTH);
}
function engineAt(project, place, depth) {
    if (depth === 0)
        return undefined;
    if ((0,syntax_tree/* word */.Vm)(place.node, "attr") === "sync_engine")
        return innerEngine(project, place, depth);
    const value = factories_valueOf(project, place);
    if (!value)
        return undefined;
    const kind = engineKind(makerOf(project, value));
    if (kind)
        return { kind, creation: value };
    const next = value.node.kind === "Call" ? returnedBy(project, value) : value;
    return next && next.node !== place.node ? engineAt(project, next, depth - 1) : undefined;
}
function innerEngine(project, { module, node }, depth) {
    const base = (0,syntax_tree/* child */.jf)(node, "value");
    const outer = base && engineAt(project, { module, node: base }, depth - 1);
    return outer?.kind === "async" ? { kind: "inner", creation: outer.creation } : undefined;
}
function engineKind(maker) {
    if (maker === undefined)
        return undefined;
    return ASYNC_ENGINE_MAKERS.has(maker) ? "async" : SYNC_ENGINE_MAKERS.has(maker) ? "sync" : undefined;
}
/** The name of SQLAlchemy's function that a call calls; undefined for other calls and no calls. */
function makerOf(project, { module, node }) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    return callee && sqlalchemyName(project, { module, node: callee });
}
/** What a call of a project function returns, when it has exactly one return with a value. */
function returnedBy(project, place) {
    const callee = place.node.kind === "Call" ? (0,syntax_tree/* child */.jf)(place.node, "func") : undefined;
    const name = (0,syntax_tree/* dottedName */._P)(callee);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, place.module, name);
    if (!definition || !(0,syntax_tree/* isFunction */.Tn)(definition.node))
        return undefined;
    const returns = (0,syntax_tree/* children */.Y_)(definition.node, "body")
        .flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])
        .filter((node) => node.kind === "Return" && (0,syntax_tree/* child */.jf)(node, "value"));
    const value = returns.length === 1 && returns[0] ? (0,syntax_tree/* child */.jf)(returns[0], "value") : undefined;
    return value && { module: definition.module, node: value };
}
/** The factory an expression names or makes: `SessionLocal`, `sessionmaker(engine)`, `scoped_session(SessionLocal)`. */
function factoryOf(project, place) {
    return factoryAt(project, place, MAX_DEPTH);
}
function factoryAt(project, place, depth) {
    const value = depth === 0 ? undefined : factories_valueOf(project, place);
    if (!value || value.node.kind !== "Call")
        return undefined;
    const maker = makerOf(project, value) ?? "";
    if (SESSION_MAKERS.has(maker))
        return madeFactory(project, value, maker);
    const first = (0,syntax_tree/* children */.Y_)(value.node, "args")[0];
    if (REGISTRIES.has(maker))
        return first && factoryAt(project, { module: value.module, node: first }, depth - 1);
    const result = returnedBy(project, value);
    return result && factoryAt(project, result, depth - 1);
}
function madeFactory(project, call, maker) {
    const bind = (0,syntax_tree/* children */.Y_)(call.node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(call.node, "bind");
    const sessionClass = (0,syntax_tree/* keywordArgument */.B1)(call.node, "class_");
    const isAsync = maker === "async_sessionmaker" || isAsyncSessionClass(project, call.module, sessionClass);
    return {
        kind: isAsync ? "async" : "sync",
        call,
        engine: bind && engineOf(project, { module: call.module, node: bind }),
    };
}
/** True for AsyncSession itself and project classes derived from it. */
function isAsyncSessionClass(project, module, node) {
    return node !== undefined && isDerived(project, { module, node }, MAX_DEPTH);
}
function isDerived(project, place, depth) {
    if (depth === 0)
        return false;
    if (sqlalchemyName(project, place) === "AsyncSession")
        return true;
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, place.module, name);
    if (definition?.node.kind !== "ClassDef")
        return false;
    return (0,syntax_tree/* children */.Y_)(definition.node, "bases").some((base) => isDerived(project, { module: definition.module, node: base }, depth - 1));
}
/** Every call in the loaded project that makes a session factory or an engine from SQLAlchemy's functions. */
function* sqlalchemyCalls(project, names) {
    for (const module of project.modules.values()) {
        for (const node of (0,syntax_tree/* walk */.GG)(module.tree)) {
            const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
            const name = callee && sqlalchemyName(project, { module, node: callee });
            if (name !== undefined && names.has(name))
                yield { module, node };
        }
    }
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/sessions.js




/**
 * The kind of session an expression (`db`, `self.session`) holds where it stands. What was seen while the failing test
 * ran outweighs what the factory says, and that outweighs the annotation, which may be a wish.
 */
function sessionKindOf(project, place, evidence) {
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    if (name === undefined)
        return factoryCallKind(project, place);
    const seen = seenKind(place, name, evidence);
    if (seen)
        return { kind: seen, by: "run" };
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(place.module, place.node);
    const made = scope && assignedKind(project, { module: place.module, node: scope }, name);
    if (made)
        return { kind: made, by: "factory" };
    const parameter = scope && parameterNamed(scope, name);
    if (parameter)
        return parameterKind(project, place.module, parameter);
    if (name.startsWith("self."))
        return attributeKind(project, place, name.slice("self.".length));
    return undefined;
}
/** True when the expression holds an AsyncSession by any evidence. */
function isAsyncSession(project, place, evidence) {
    return sessionKindOf(project, place, evidence)?.kind === "async";
}
function factoryCallKind(project, { module, node }) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    if (!callee)
        return undefined;
    if (isAsyncSessionClass(project, module, callee))
        return { kind: "async", by: "factory" };
    if (sqlalchemyName(project, { module, node: callee }) === "Session")
        return { kind: "sync", by: "factory" };
    const factory = factoryOf(project, { module, node: callee });
    return factory && { kind: factory.kind, by: "factory" };
}
function seenKind({ module, node }, name, evidence) {
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const frames = evidence.raised.flatMap((raised) => raised.frames);
    const types = frames
        .filter((frame) => frame.path === module.path && scope !== undefined && (0,syntax_tree/* functionAt */.G6)(module, frame.line) === scope)
        .flatMap((frame) => (frame.locals?.[name] === undefined ? [] : [frame.locals[name]]));
    const type = types.at(-1)?.split(".").at(-1);
    return type === "AsyncSession" || type === "async_scoped_session" ? "async" : type === "Session" ? "sync" : undefined;
}
/** The kind of session that `name = factory()` or `with factory() as name` binds inside a function. */
function assignedKind(project, { module, node: scope }, name) {
    for (const node of (0,syntax_tree/* children */.Y_)(scope, "body").flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])) {
        const value = boundValue(node, name);
        const kind = value && factoryCallKind(project, { module, node: value });
        if (kind)
            return kind.kind;
    }
    return undefined;
}
function boundValue(node, name) {
    if (node.kind === "Assign" && (0,syntax_tree/* children */.Y_)(node, "targets").some((target) => (0,syntax_tree/* dottedName */._P)(target) === name))
        return (0,syntax_tree/* child */.jf)(node, "value");
    if (node.kind === "AnnAssign" && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "target")) === name)
        return (0,syntax_tree/* child */.jf)(node, "value");
    if (node.kind === "withitem" && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "optional_vars")) === name)
        return (0,syntax_tree/* child */.jf)(node, "context_expr");
    return undefined;
}
/** The parameter of this name; undefined when the function has none. */
function parameterNamed(scope, name) {
    const list = (0,syntax_tree/* child */.jf)(scope, "args");
    if (!list)
        return undefined;
    const positional = [...(0,syntax_tree/* children */.Y_)(list, "posonlyargs"), ...(0,syntax_tree/* children */.Y_)(list, "args")];
    const defaults = (0,syntax_tree/* children */.Y_)(list, "defaults");
    const index = positional.findIndex((entry) => (0,syntax_tree/* word */.Vm)(entry, "arg") === name);
    const node = positional[index] ?? (0,syntax_tree/* children */.Y_)(list, "kwonlyargs").find((entry) => (0,syntax_tree/* word */.Vm)(entry, "arg") === name);
    if (!node)
        return undefined;
    const fallback = index === -1 ? keywordDefault(list, name) : defaults[index - (positional.length - defaults.length)];
    return { node, annotation: (0,syntax_tree/* child */.jf)(node, "annotation"), default: fallback };
}
function keywordDefault(list, name) {
    const index = (0,syntax_tree/* children */.Y_)(list, "kwonlyargs").findIndex((entry) => (0,syntax_tree/* word */.Vm)(entry, "arg") === name);
    const defaults = list.fields["kw_defaults"];
    const value = Array.isArray(defaults) ? defaults[index] : undefined;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}
function parameterKind(project, module, parameter) {
    const provider = providerOf(project, module, parameter);
    const provided = provider && providedKind(project, provider);
    if (provided)
        return { kind: provided, by: "factory" };
    const annotation = parameter.annotation && annotationKind(project, { module, node: parameter.annotation });
    return annotation && { kind: annotation, by: "annotation" };
}
/** The function that FastAPI calls for a parameter: `= Depends(get_db)` or `Annotated[..., Depends(get_db)]`. */
function providerOf(project, module, parameter) {
    const places = [];
    if (parameter.default)
        places.push({ module, node: parameter.default });
    if (parameter.annotation)
        places.push(aliased(project, { module, node: parameter.annotation }));
    for (const place of places) {
        for (const node of (0,syntax_tree/* walk */.GG)(place.node)) {
            const provider = dependencyOf(project, { module: place.module, node });
            if (provider)
                return provider;
        }
    }
    return undefined;
}
/** The project function or method named in a `Depends(...)` or `Security(...)` call. */
function dependencyOf(project, { module, node }) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) : undefined;
    if (callee === undefined || !/(^|\.)(Depends|Security)$/.test(callee))
        return undefined;
    const provider = (0,syntax_tree/* children */.Y_)(node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "dependency");
    return provider && functionNamed(project, { module, node: provider });
}
function functionNamed(project, { module, node: provider }) {
    const name = (0,syntax_tree/* dottedName */._P)(provider);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
    if (!definition && provider.kind === "Attribute")
        return methodOf(project, { module, node: provider });
    return definition && (0,syntax_tree/* isFunction */.Tn)(definition.node) ? definition : undefined;
}
/** `database.session` where `database = Database()`: the method of the class. */
function methodOf(project, { module, node }) {
    const base = (0,syntax_tree/* child */.jf)(node, "value");
    const value = base && followValue(project, { module, node: base });
    const maker = value?.node.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(value.node, "func")) : undefined;
    const owner = value && maker !== undefined ? (0,resolve/* definitionOf */.Fg)(project, value.module, maker) : undefined;
    if (owner?.node.kind !== "ClassDef")
        return undefined;
    const methods = (0,syntax_tree/* children */.Y_)(owner.node, "body").filter(syntax_tree/* isFunction */.Tn);
    const found = methods.find((entry) => (0,syntax_tree/* word */.Vm)(entry, "name") === (0,syntax_tree/* word */.Vm)(node, "attr"));
    return found && { module: owner.module, node: found };
}
/** `SessionDep` -> the expression it was assigned; other annotations stand for themselves. */
function aliased(project, place) {
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, place.module, name);
    const value = definition && (0,syntax_tree/* child */.jf)(definition.node, "value");
    return definition && value ? { module: definition.module, node: value } : place;
}
function annotationKind(project, place) {
    const { module, node } = aliased(project, place);
    for (const part of (0,syntax_tree/* walk */.GG)(node)) {
        if (isAsyncSessionClass(project, module, part))
            return "async";
        if (sqlalchemyName(project, { module, node: part }) === "Session")
            return "sync";
    }
    const text = node.kind === "Constant" ? (0,syntax_tree/* sourceOf */.vz)(module, node) : "";
    return /\bAsyncSession\b/.test(text) ? "async" : /\bSession\b/.test(text) ? "sync" : undefined;
}
/** What a provider function yields or returns. */
function providedKind(project, { module, node: scope }) {
    for (const node of (0,syntax_tree/* children */.Y_)(scope, "body").flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])) {
        const value = node.kind === "Yield" || node.kind === "Return" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
        const name = (0,syntax_tree/* dottedName */._P)(value);
        const kind = name === undefined
            ? value && factoryCallKind(project, { module, node: value })?.kind
            : assignedKind(project, { module, node: scope }, name);
        if (kind)
            return kind;
    }
    return undefined;
}
/** `self.session` by what the class stores under it: a parameter or a session it makes. */
function attributeKind(project, { module, node }, attribute) {
    const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef");
    for (const method of owner ? (0,syntax_tree/* children */.Y_)(owner, "body").filter(syntax_tree/* isFunction */.Tn) : []) {
        for (const inner of (0,syntax_tree/* walk */.GG)(method)) {
            const value = boundValue(inner, `self.${attribute}`);
            if (!value)
                continue;
            const parameter = parameterNamed(method, (0,syntax_tree/* dottedName */._P)(value) ?? "");
            const kind = parameter
                ? parameterKind(project, module, parameter)
                : factoryCallKind(project, { module, node: value });
            if (kind)
                return kind;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/methods.js




const MAX_BASES = 8;
/** The method that `object.method` names, when the object's class is a class of the project; its bases are searched too. */
function methods_methodOf(project, { module, node }) {
    const base = node.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    const owner = base && classOf(project, { module, node: base });
    return owner && methodIn(project, { owner, name: (0,syntax_tree/* word */.Vm)(node, "attr") ?? "", left: MAX_BASES });
}
function methodIn(project, { owner, name, left }) {
    const own = (0,syntax_tree/* children */.Y_)(owner.node, "body").find((entry) => (0,syntax_tree/* isFunction */.Tn)(entry) && (0,syntax_tree/* word */.Vm)(entry, "name") === name);
    if (own || left === 0)
        return own && { module: owner.module, node: own };
    for (const base of (0,syntax_tree/* children */.Y_)(owner.node, "bases")) {
        const parent = classNamed(project, {
            module: owner.module,
            node: base.kind === "Subscript" ? ((0,syntax_tree/* child */.jf)(base, "value") ?? base) : base,
        });
        const found = parent && methodIn(project, { owner: parent, name, left: left - 1 });
        if (found)
            return found;
    }
    return undefined;
}
function classNamed(project, { module, node }) {
    const definition = (0,resolve/* definitionOf */.Fg)(project, module, (0,syntax_tree/* dottedName */._P)(node) ?? "");
    return definition?.node.kind === "ClassDef" ? { module: definition.module, node: definition.node } : undefined;
}
/** The project class of an object: by `self`, by the call that made it, or by a parameter's annotation. */
function classOf(project, place) {
    if (place.node.kind === "Call")
        return madeBy(project, place);
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    if (name === "self" || name === "cls")
        return ownClass(place);
    if (name === undefined)
        return undefined;
    const annotated = annotatedClass(project, place, name);
    if (annotated)
        return annotated;
    const value = followValue(project, place);
    if (!value)
        return undefined;
    if (value.node.kind === "Call")
        return madeBy(project, value);
    const inner = (0,syntax_tree/* dottedName */._P)(value.node);
    return inner === undefined ? undefined : annotatedClass(project, value, inner);
}
function madeBy(project, { module, node }) {
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    return callee && classNamed(project, { module, node: callee });
}
function ownClass({ module, node }) {
    const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((entry) => entry.kind === "ClassDef");
    return owner && { module, node: owner };
}
/** The one class of the project that a parameter's annotation names. */
function annotatedClass(project, { module, node }, name) {
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const annotation = scope && parameterNamed(scope, name)?.annotation;
    const classes = annotation
        ? [...(0,syntax_tree/* walk */.GG)(annotation)].flatMap((entry) => classNamed(project, { module, node: entry }) ?? [])
        : [];
    return classes.length === 1 ? classes[0] : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/coroutines.js






/** Methods of AsyncSession that give a coroutine (SQLAlchemy 1.4 to 2.1). */
const SESSION_COROUTINES = new Set([
    "execute scalar scalars get get_one stream stream_scalars run_sync connection commit rollback flush",
    "refresh delete merge close aclose reset invalidate remove",
].flatMap((line) => line.split(" ")));
/** Methods of AsyncConnection that give a coroutine. */
const CONNECTION_COROUTINES = new Set([
    "execute scalar scalars stream stream_scalars run_sync exec_driver_sql get_raw_connection commit",
    "rollback close aclose invalidate",
].flatMap((line) => line.split(" ")));
/** Methods of AsyncSession that are plain: there is nothing to await. */
const SESSION_PLAIN = new Set([
    "add add_all expire expire_all expunge expunge_all is_modified in_transaction in_nested_transaction",
    "get_bind get_transaction get_nested_transaction",
].flatMap((line) => line.split(" ")));
/** Methods of the results that awaited calls give; all plain. */
const RESULT_METHODS = new Set([
    "scalars all first one one_or_none scalar scalar_one scalar_one_or_none unique mappings tuples",
    "columns partitions fetchall fetchone fetchmany keys",
].flatMap((line) => line.split(" ")));
/** True when a call surely gives a coroutine: of SQLAlchemy's async classes, or of an `async def` of the project. */
function givesCoroutine(around, place) {
    const callee = place.node.kind === "Call" ? (0,syntax_tree/* child */.jf)(place.node, "func") : undefined;
    if (!callee)
        return false;
    if (isSessionCoroutine(around, place))
        return true;
    const called = calledFunction(around.project, { module: place.module, node: callee });
    return called !== undefined && isCoroutineFunction(around, called, 0);
}
/** True for `session.commit()` and its like on an AsyncSession, an AsyncConnection or an AsyncEngine. */
function isSessionCoroutine(around, { module, node }) {
    const called = methodCall(node);
    if (!called || (0,syntax_tree/* dottedName */._P)(called.base) === undefined)
        return false;
    const { method } = called;
    const place = { module, node: called.base };
    if (SESSION_COROUTINES.has(method) && isAsyncSession(around.project, place, around.evidence))
        return true;
    if (CONNECTION_COROUTINES.has(method) && isAsyncConnection(around.project, place))
        return true;
    return method === "dispose" && engineOf(around.project, place)?.kind === "async";
}
/** `base.method(...)` taken apart; undefined for any other node. */
function methodCall(node) {
    const callee = node?.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    const base = callee?.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
    return callee && base && { base, method: (0,syntax_tree/* word */.Vm)(callee, "attr") ?? "" };
}
/** A name that `async with engine.begin() as name` binds, the engine being an async one. */
function isAsyncConnection(project, { module, node }) {
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const name = (0,syntax_tree/* dottedName */._P)(node);
    const items = scope ? [...(0,syntax_tree/* walk */.GG)(scope)].filter((item) => item.kind === "withitem") : [];
    return items.some((item) => {
        const opener = methodCall((0,syntax_tree/* child */.jf)(item, "context_expr"));
        if (!opener || (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(item, "optional_vars")) !== name)
            return false;
        if (opener.method !== "begin" && opener.method !== "connect")
            return false;
        return engineOf(project, { module, node: opener.base })?.kind === "async";
    });
}
/** The project function that a callee names, also as a method of an object whose class can be told. */
function calledFunction(project, callee) {
    const name = (0,syntax_tree/* dottedName */._P)(callee.node);
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(callee.module, callee.node);
    const isLocal = name !== undefined && scope !== undefined && bindsName(scope, name.split(".")[0] ?? name);
    const definition = name === undefined || isLocal ? undefined : (0,resolve/* definitionOf */.Fg)(project, callee.module, name);
    if (definition && (0,syntax_tree/* isFunction */.Tn)(definition.node))
        return { module: definition.module, node: definition.node };
    return methods_methodOf(project, callee);
}
const PLAIN_DECORATORS = /^(staticmethod|classmethod|(\w+\.)*(abstractmethod|override|final|get|post|put|patch|delete|head|options|api_route|route))$/;
/** An `async def` that is no generator, or a `def` that hands on what one gives; known decorators only. */
function isCoroutineFunction(around, { module, node }, depth) {
    const decorators = (0,syntax_tree/* children */.Y_)(node, "decorator_list").map((entry) => (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(entry, "func") ?? entry) ?? "?");
    if (decorators.some((name) => !PLAIN_DECORATORS.test(name)))
        return false;
    const own = (0,syntax_tree/* children */.Y_)(node, "body").flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)]);
    const isGenerator = own.some((entry) => entry.kind === "Yield" || entry.kind === "YieldFrom");
    if (node.kind === "AsyncFunctionDef")
        return !isGenerator;
    const returned = own.filter((entry) => entry.kind === "Return").map((entry) => (0,syntax_tree/* child */.jf)(entry, "value"));
    if (isGenerator || returned.length === 0 || depth > 3)
        return false;
    return returned.every((value) => {
        if (value?.kind !== "Call")
            return false;
        if (isSessionCoroutine(around, { module, node: value }))
            return true;
        const callee = (0,syntax_tree/* child */.jf)(value, "func");
        const called = callee && calledFunction(around.project, { module, node: callee });
        return called !== undefined && isCoroutineFunction(around, called, depth + 1);
    });
}

;// CONCATENATED MODULE: ./.cache/build/syntax/imports.js

/**
 * Brings names into a module with the smallest change of its imports, where isort would put them, and drops names
 * that nothing uses once `otherEdits` are made. Names already there under any spelling are used as they are.
 */
function planImports(module, wanted, drop = { names: [], otherEdits: [] }) {
    const spellings = new Map();
    const missing = [];
    for (const entry of wanted) {
        const known = spellingOf(module, entry);
        spellings.set(entry.name, known ?? entry.name);
        if (known === undefined && !missing.some((other) => other.name === entry.name))
            missing.push(entry);
    }
    const unused = drop.names.filter((entry) => isUnusedAfter(module, entry.name, drop.otherEdits));
    return { edits: importEdits(module, missing, unused), spelling: (name) => spellings.get(name) ?? name };
}
/** How this module already spells a name from outside, or undefined when it does not import it at module level. */
function spellingOf(module, { source, name }) {
    for (const statement of (0,syntax_tree/* children */.Y_)(module.tree, "body")) {
        for (const alias of (0,syntax_tree/* children */.Y_)(statement, "names")) {
            const local = (0,syntax_tree/* word */.Vm)(alias, "asname");
            if (statement.kind === "ImportFrom" && isFrom(statement, source) && (0,syntax_tree/* word */.Vm)(alias, "name") === name)
                return local ?? name;
            if (statement.kind === "Import" && (0,syntax_tree/* word */.Vm)(alias, "name") === source)
                return `${local ?? source}.${name}`;
        }
    }
    return undefined;
}
function isFrom(statement, source) {
    return (0,syntax_tree/* word */.Vm)(statement, "module") === source && (statement.fields["level"] ?? 0) === 0;
}
function isUnusedAfter(module, name, edits) {
    const own = edits.filter((edit) => edit.path === module.path);
    if (own.some((edit) => new RegExp(`\\b${name}\\b`).test(edit.text)))
        return false;
    for (const node of (0,syntax_tree/* walk */.GG)(module.tree)) {
        if (node.kind === "Constant" && node.fields["value"] === name)
            return false; // __all__ or a forward reference
        if (node.kind !== "Name" || (0,syntax_tree/* word */.Vm)(node, "id") !== name)
            continue;
        if (!own.some((edit) => edit.start <= node.start && node.end <= edit.end))
            return false;
    }
    return true;
}
function importEdits(module, missing, unused) {
    const left = new Map();
    for (const { source, name } of missing)
        left.set(source, [...(left.get(source) ?? []), name]);
    const edits = (0,syntax_tree/* children */.Y_)(module.tree, "body").flatMap((statement) => {
        const change = namesToChange(statement, left, unused);
        const edit = change && rewriteNames(module, statement, change);
        if (edit && change.add.length > 0)
            left.delete((0,syntax_tree/* word */.Vm)(statement, "module") ?? "");
        return edit ? [edit] : [];
    });
    for (const [source, names] of left)
        edits.push(newStatement(module, source, names));
    return mergeSamePlace(edits);
}
function namesToChange(statement, missing, unused) {
    const source = (0,syntax_tree/* word */.Vm)(statement, "module") ?? "";
    if (statement.kind !== "ImportFrom" || !isFrom(statement, source))
        return undefined;
    const present = (0,syntax_tree/* children */.Y_)(statement, "names").map((alias) => (0,syntax_tree/* word */.Vm)(alias, "name") ?? "");
    const remove = unused
        .filter((entry) => entry.source === source && present.includes(entry.name))
        .map((entry) => entry.name);
    const add = present.includes("*") ? [] : (missing.get(source) ?? []);
    return add.length + remove.length > 0 ? { add, remove } : undefined;
}
/**
 * Names of one `from` statement changed in its own layout. Worked out on the text, since Python before 3.10 gives no
 * positions for the names; undefined when comments or continuation marks inside forbid a rewrite.
 */
function rewriteNames(module, statement, change) {
    const source = module.text.slice(statement.start, statement.end);
    const head = /^from\s+[\w.]+\s+import\s*\(?\s*/.exec(source)?.[0];
    if (head === undefined || /[#\\]/.test(source))
        return undefined;
    const list = source.slice(head.length).replace(/[\s,)]+$/, "");
    const kept = list
        .split(",")
        .map((item) => item.trim())
        .filter((item) => !change.remove.includes(item));
    const names = insertSorted(kept, change.add);
    if (names.length === 0)
        return { path: module.path, ...wholeLines(module, statement), text: "" };
    const start = statement.start + head.length;
    return { path: module.path, start, end: start + list.length, text: names.join(separatorOf(module, head, list)) };
}
/** One name a line when the list is written so, else all on one. */
function separatorOf(module, head, list) {
    const indent = /(?:\r\n|\r|\n)([ \t]*)$/.exec(head)?.[1];
    const isOneEach = indent !== undefined &&
        list
            .split(",")
            .slice(1)
            .every((item) => /^[ \t]*[\r\n]/.test(item));
    return isOneEach ? `,${lineEndOf(module)}${indent}` : ", ";
}
function insertSorted(names, add) {
    const result = [...names];
    for (const name of add.toSorted(compareNames)) {
        const isSorted = result.every((entry, index) => index === 0 || compareNames(result[index - 1] ?? "", entry) <= 0);
        const at = isSorted ? result.findIndex((entry) => compareNames(entry, name) > 0) : -1;
        result.splice(at === -1 ? result.length : at, 0, name);
    }
    return result;
}
/** isort's default order: constants, classes, then the rest; each by name. */
function compareNames(a, b) {
    return nameRank(a) - nameRank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
function nameRank(name) {
    const own = name.split(/\s/)[0] ?? name;
    if (own.length > 1 && own === own.toUpperCase())
        return 0;
    return /^[A-Z]/.test(own) ? 1 : 2;
}
function newStatement(module, source, names) {
    const text = `from ${source} import ${insertSorted([], names).join(", ")}${lineEndOf(module)}`;
    const at = insertionPoint(module, source);
    const isAfterUnendedLine = at > 0 && !/[\r\n]/.test(module.text[at - 1] ?? "");
    return { path: module.path, start: at, end: at, text: isAfterUnendedLine ? lineEndOf(module) + text : text };
}
/** Beside the imports of the same distribution when there are any, else before the first import of the project's own kind. */
function insertionPoint(module, source) {
    const imports = (0,syntax_tree/* children */.Y_)(module.tree, "body").filter((statement) => statement.kind === "Import" || statement.kind === "ImportFrom");
    const top = source.split(".")[0] ?? source;
    const family = imports.filter((statement) => statement.kind === "ImportFrom" && moduleName(statement).split(".")[0] === top);
    const next = family.find((statement) => moduleName(statement) > source);
    if (next)
        return next.start;
    const last = family.at(-1) ?? lastThirdParty(imports);
    return last ? lineEnd(module, last.end) : startOfCode(module);
}
function moduleName(statement) {
    const level = statement.fields["level"];
    return typeof level === "number" && level > 0 ? "" : ((0,syntax_tree/* word */.Vm)(statement, "module") ?? "");
}
/** The import to write a third-party import after: the last absolute `from` import before the first relative one. */
function lastThirdParty(imports) {
    const firstRelative = imports.findIndex((statement) => statement.kind === "ImportFrom" && moduleName(statement) === "");
    return (firstRelative > 0 ? imports.slice(0, firstRelative) : imports).at(-1);
}
function startOfCode(module) {
    const first = (0,syntax_tree/* children */.Y_)(module.tree, "body")[0];
    const value = first && first.kind === "Expr" ? (0,syntax_tree/* child */.jf)(first, "value") : undefined;
    const isDocstring = value?.kind === "Constant" && typeof value.fields["value"] === "string";
    if (first && isDocstring)
        return lineEnd(module, first.end);
    return first ? lineStart(module, first.start) : module.text.length;
}
/** The offset after the line break that ends the line holding `offset`. */
function lineEnd(module, offset) {
    const match = /\r\n|\r|\n/.exec(module.text.slice(offset));
    return match ? offset + match.index + match[0].length : module.text.length;
}
/** The offset of the first character of the line holding `offset`. */
function lineStart(module, offset) {
    return Math.max(module.text.lastIndexOf("\n", offset - 1), module.text.lastIndexOf("\r", offset - 1)) + 1;
}
/** The statement with its line break, when it has its lines to itself. */
function wholeLines(module, statement) {
    return { start: lineStart(module, statement.start), end: lineEnd(module, statement.end) };
}
/** The line break this file uses: that of its first line. */
function lineEndOf(module) {
    return /\r\n|\r|\n/.exec(module.text)?.[0] ?? "\n";
}
/** Two insertions at one place become one, in order, so that no two edits touch. */
function mergeSamePlace(edits) {
    const merged = [];
    for (const edit of edits) {
        const twin = merged.findIndex((other) => other.start === edit.start && other.end === other.start && edit.end === edit.start);
        const found = merged[twin];
        if (found)
            merged[twin] = { ...found, text: found.text + edit.text };
        else
            merged.push(edit);
    }
    return merged;
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/position.js


/** Where a value stands; undefined when an `await` before it cannot be replaced with it. */
function positionOf(module, value) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, value);
    const outer = parent?.kind === "Await" ? parent : value;
    if (!["", "await"].includes(module.text.slice(outer.start, value.start).trim()))
        return undefined;
    const around = (0,syntax_tree/* enclosingStatement */.qj)(module, outer);
    const statement = around && isSimple(around, outer) ? around : undefined;
    const parentheses = parenthesesAround(module, outer);
    const head = statement && headOf(module, statement, parentheses?.open ?? outer.start);
    const indent = indentOf(module, around ?? outer);
    return { module, start: outer.start, end: outer.end, outer, statement, head, parentheses, indent };
}
function indentOf(module, statement) {
    return /^[ \t]*/.exec(module.text.slice(lineStart(module, statement.start)))?.[0] ?? "";
}
/** True when the value is all that a statement assigns, returns or evaluates. */
function isSimple(statement, value) {
    if ((0,syntax_tree/* child */.jf)(statement, "value") !== value)
        return false;
    if (statement.kind === "Assign")
        return (0,syntax_tree/* children */.Y_)(statement, "targets").length === 1;
    return ["AnnAssign", "Return", "Expr"].includes(statement.kind);
}
/** Parentheses that only group; those of a call stand behind a name, a bracket or a string. */
function parenthesesAround(module, value) {
    const before = module.text.slice(lineStart(module, value.start), value.start).trimEnd();
    const above = module.text.slice(0, lineStart(module, value.start)).trimEnd();
    const head = before === "" ? above.slice(above.lastIndexOf("\n") + 1) : before;
    const open = before === "" ? above.length - 1 : lineStart(module, value.start) + before.length - 1;
    const close = /^(?:\s|#[^\r\n]*[\r\n])*\)/.exec(module.text.slice(value.end));
    const outside = head.slice(0, -1).trimEnd();
    const isGroup = outside === "" || KEYWORD.test(outside) || /[=:,([{<>+\-*/%|&^~]$/.test(outside);
    return head.endsWith("(") && !head.includes("#") && close && isGroup
        ? { open, close: value.end + close[0].length - 1 }
        : undefined;
}
const KEYWORD = /\b(return|await|if|elif|while|and|or|not|in|is|else|yield|assert|from)$/;
/** What stands before the value, when the statement has its lines to itself. */
function headOf(module, statement, end) {
    const before = module.text.slice(lineStart(module, statement.start), statement.start);
    const after = module.text.slice(statement.end, lineEnd(module, statement.end));
    const head = module.text.slice(statement.start, end);
    const isAlone = before.trim() === "" && /^\s*(#.*)?$/.test(after.trimEnd());
    const isPlain = !/[\r\n#]/.test(head) && (statement.kind === "Expr" ? head === "" : /(=|\breturn)\s*$/.test(head));
    return isAlone && isPlain ? head : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/await-edits.js





/**
 * Awaits a call where it stands. In `await call().all()` the `await` that is there moves to the call when `moves` says
 * that the methods after it are a result's; else it stays for them.
 */
function addAwait(module, call, moves) {
    const { path } = module;
    const closing = { path, start: call.end, end: call.end, text: ")" };
    const misplaced = moves ? misplacedAwait(module, call) : undefined;
    if (misplaced)
        return [{ path, start: misplaced.start, end: call.start, text: "(await " }, closing];
    const isGrouped = needsParentheses(module, call) && positionOf(module, call)?.parentheses === undefined;
    const opening = { path, start: call.start, end: call.start, text: isGrouped ? "(await " : "await " };
    return isGrouped ? [opening, closing] : [opening];
}
/** The `await` in front of `call().method()`. */
function misplacedAwait(module, call) {
    const outer = outerCall(module, call);
    const parent = outer && (0,syntax_tree/* parentOf */.gN)(module, outer);
    const isAwait = parent?.kind === "Await" && module.text.slice(parent.start, call.start).trim() === "await";
    return isAwait ? parent : undefined;
}
/** The last call of the result methods behind a call. */
function outerCall(module, call) {
    let outer;
    let current = call;
    for (let link = chainFrom(module, current).links[0]; link; link = chainFrom(module, current).links[0]) {
        if (!RESULT_METHODS.has(link.name))
            return undefined;
        outer = link.call;
        current = link.call;
    }
    return outer;
}
/** Takes the `await` before a value away, with parentheses that only it needed. */
function dropAwait(module, awaited) {
    const value = (0,syntax_tree/* child */.jf)(awaited, "value");
    if (!value || awaited.start < 0 || module.text.slice(awaited.start, value.start).trim() !== "await")
        return [];
    const { path } = module;
    const group = needsParentheses(module, awaited) ? positionOf(module, awaited)?.parentheses : undefined;
    const isTight = group && group.open + 1 === awaited.start && group.close === awaited.end;
    if (!isTight)
        return [{ path, start: awaited.start, end: value.start, text: "" }];
    return [
        { path, start: group.open, end: value.start, text: "" },
        { path, start: group.close, end: group.close + 1, text: "" },
    ];
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/culprit.js

/**
 * The call that gave the coroutine which a failing line stumbled over, told by the message: of `'coroutine' object has
 * no attribute 'scalars'`, what `.scalars` was read from. Undefined when the line leaves a choice.
 */
function culpritOf(spot, message) {
    const calls = stumbledOver(spot, message).flatMap((node) => callBehind(spot, node) ?? []);
    const [first, ...others] = new Set(calls);
    return first && others.length === 0 ? { module: spot.module, node: first } : undefined;
}
function stumbledOver(spot, message) {
    const nodes = nodesAt(spot);
    const attribute = /'coroutine' object has no attribute '(\w{1,100})'/.exec(message)?.[1];
    if (attribute !== undefined)
        return basesOf(nodes, (node) => node.kind === "Attribute" && (0,syntax_tree/* word */.Vm)(node, "attr") === attribute);
    if (message.includes("'coroutine' object is not subscriptable"))
        return basesOf(nodes, (node) => node.kind === "Subscript");
    if (/coroutine' object is not iterable|cannot unpack non-iterable coroutine|got coroutine/.test(message))
        return nodes.flatMap(iterated);
    if (message.includes("object of type 'coroutine' has no len()"))
        return nodes.flatMap(measured);
    return [];
}
function basesOf(nodes, isUse) {
    return nodes.filter(isUse).flatMap((node) => (0,syntax_tree/* child */.jf)(node, "value") ?? []);
}
function iterated(node) {
    const iterable = ["For", "AsyncFor", "comprehension"].includes(node.kind) ? (0,syntax_tree/* child */.jf)(node, "iter") : undefined;
    const unpacks = node.kind === "Assign" && (0,syntax_tree/* children */.Y_)(node, "targets").some((target) => ["Tuple", "List"].includes(target.kind));
    const unpacked = unpacks || node.kind === "Starred" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    const isMaking = node.kind === "Call" &&
        /^(list|tuple|set|sorted|dict|sum|min|max|any|all|enumerate|next|iter)$/.test((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) ?? "");
    return [iterable, unpacked, isMaking ? (0,syntax_tree/* children */.Y_)(node, "args")[0] : undefined].filter((entry) => entry !== undefined);
}
function measured(node) {
    const isLen = node.kind === "Call" && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) === "len";
    return isLen ? (0,syntax_tree/* children */.Y_)(node, "args").slice(0, 1) : [];
}
/** The code that runs at a line: a whole simple statement, of a compound one only what stands on the line. */
function nodesAt({ module, scope, line }) {
    return [...(0,syntax_tree/* walk */.GG)(scope)].filter((node) => {
        const statement = node.line > 0 ? ((0,syntax_tree/* enclosingStatement */.qj)(module, node) ?? node) : node;
        const isCompound = Array.isArray(statement.fields["body"]);
        if (isCompound && (node === statement || node.kind === "comprehension" || node.line < 1))
            return node.line === line;
        const extent = isCompound ? node : statement;
        return node.line !== 0 && extent.line <= line && line <= (0,syntax_tree/* lastLine */.fM)(module, extent);
    });
}
/** A call itself, or the one un-awaited call whose value a name was given. */
function callBehind({ scope }, node) {
    if (node.kind === "Call")
        return node;
    if (node.kind !== "Name")
        return undefined;
    const name = (0,syntax_tree/* word */.Vm)(node, "id");
    const values = [...(0,syntax_tree/* walk */.GG)(scope)]
        .filter((entry) => entry.kind === "Assign" && (0,syntax_tree/* children */.Y_)(entry, "targets").some((target) => (0,syntax_tree/* word */.Vm)(target, "id") === name))
        .filter((entry) => entry.start < node.start)
        .flatMap((entry) => (0,syntax_tree/* child */.jf)(entry, "value") ?? [])
        .filter((value) => value.kind !== "Await" && value.kind !== "Constant");
    const [value, ...others] = values;
    return value?.kind === "Call" && others.length === 0 ? value : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/failing-path.js

/** Every exception known of a group: raised last, before it in a chain, or seen by the probe and swallowed later. */
function sightings(input) {
    const reported = input.group.failures.flatMap((failure) => [
        { ...failure.exception, frames: failure.frames },
        ...failure.chain.map(({ type, message, frames }) => ({ type, message, frames })),
    ]);
    return [...reported, ...input.evidence.raised];
}
/** What the tests printed or logged; tracebacks of swallowed exceptions end up there. */
function capturedText(failure) {
    return [failure.capturedStdout, failure.capturedStderr, failure.capturedLog]
        .filter((text) => text !== null)
        .join("\n");
}
/** The frames of an exception that lie in functions of the project which may be edited, innermost last. */
function spotsOf(input, frames) {
    return frames.flatMap((frame) => {
        const module = editable(input, frame.path);
        const scope = module && functionOfFrame(module, frame);
        return module && scope ? [{ module, scope, line: frame.line, frame }] : [];
    });
}
function editable(input, path) {
    return input.project.guarded.has(path) ? undefined : input.project.modules.get(path);
}
function functionOfFrame(module, frame) {
    const scope = (0,syntax_tree/* functionAt */.G6)(module, frame.line);
    const name = frame.function?.split(".").at(-1);
    const isNamed = name === undefined || name.startsWith("<") || (0,syntax_tree/* word */.Vm)(scope ?? module.tree, "name") === name;
    return isNamed ? scope : undefined;
}
/**
 * The functions a draft may mend besides the one that failed: those that ran. When it is not known what ran, those of
 * the files where something failed.
 */
function functionsOnPath(input, spots) {
    const executed = input.evidence.executed.flatMap((entry) => executedFunction(input, entry) ?? []);
    const failing = spots.map(({ module, scope }) => ({ module, node: scope }));
    const others = executed.length > 0 ? executed : spots.flatMap(({ module }) => functionsIn(module));
    const seen = new Set();
    return [...failing, ...others].filter(({ node }) => !seen.has(node) && seen.add(node));
}
/** All functions of a module. */
function functionsIn(module) {
    return [...(0,syntax_tree/* walk */.GG)(module.tree)].filter(syntax_tree/* isFunction */.Tn).map((node) => ({ module, node }));
}
function executedFunction(input, entry) {
    const module = editable(input, entry.path);
    const name = entry.name.split(".").at(-1);
    const named = module ? functionsIn(module).filter(({ node }) => (0,syntax_tree/* word */.Vm)(node, "name") === name) : [];
    return named.find(({ node }) => (0,syntax_tree/* firstLine */.TM)(node) === entry.line || node.line === entry.line);
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/coroutine-use.js

/** Callables that take a coroutine (or are handed one on purpose). */
const TAKES_COROUTINES = new Set([
    "gather create_task ensure_future wait_for shield as_completed wait run run_until_complete",
    "run_coroutine_threadsafe start_soon spawn Task add_task timeout iscoroutine isawaitable",
    "enter_async_context aclosing run_in_executor start submit close add_callback",
].flatMap((line) => line.split(" ")));
const BUILTINS = new Set([
    "len list tuple set dict sorted sum min max any all enumerate zip iter next int float str bool round",
    "abs reversed map filter vars",
].flatMap((line) => line.split(" ")));
/** What a coroutine object has itself. */
const OWN_ATTRIBUTES = /^(close|send|throw|cr_\w+|__\w+__)$/;
const ITERATIONS = new Set(["For", "AsyncFor", "comprehension"]);
/** What happens to the value of an expression. */
function coroutineUse(module, node) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (!parent)
        return "open";
    if (parent.kind === "Assign")
        return useUnderName(module, parent);
    if (parent.kind === "Call")
        return isCollected(module, parent) ? "awaited" : useAsArgument(parent, node);
    return AT_ONCE.get(parent.kind) ?? useInside(parent, node);
}
/** Nodes that say it all by themselves. */
const AT_ONCE = new Map([
    ["Await", "awaited"],
    ["withitem", "awaited"],
    ["Expr", "dropped"],
    ...["Compare", "BinOp", "UnaryOp", "BoolOp", "FormattedValue", "AugAssign"].map((kind) => [
        kind,
        "misused",
    ]),
]);
function useInside(parent, node) {
    if (parent.kind === "Attribute")
        return OWN_ATTRIBUTES.test((0,syntax_tree/* word */.Vm)(parent, "attr") ?? "") ? "awaited" : "misused";
    const isIterated = ITERATIONS.has(parent.kind) && (0,syntax_tree/* child */.jf)(parent, "iter") === node;
    const isIndexed = parent.kind === "Subscript" && (0,syntax_tree/* child */.jf)(parent, "value") === node;
    return isIterated || isIndexed || isTest(parent, node) ? "misused" : "open";
}
function isTest(parent, node) {
    return ["If", "While", "IfExp", "Assert"].includes(parent.kind) && (0,syntax_tree/* child */.jf)(parent, "test") === node;
}
/** `calls.append(f())` where the same function later unpacks or walks through `calls`. */
function isCollected(module, call) {
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    const base = callee?.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, call);
    if (!scope || base?.kind !== "Name" || !/^(append|add|insert)$/.test((0,syntax_tree/* word */.Vm)(callee ?? base, "attr") ?? ""))
        return false;
    return readsOf(scope, (0,syntax_tree/* word */.Vm)(base, "id") ?? "").some((read) => {
        const parent = (0,syntax_tree/* parentOf */.gN)(module, read);
        return parent !== undefined && (parent.kind === "Starred" || (0,syntax_tree/* child */.jf)(parent, "iter") === read);
    });
}
function useAsArgument(call, node) {
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    if (callee === node)
        return "open";
    const name = (callee?.kind === "Attribute" ? (0,syntax_tree/* word */.Vm)(callee, "attr") : (0,syntax_tree/* dottedName */._P)(callee)) ?? "";
    if (TAKES_COROUTINES.has(name))
        return "awaited";
    return callee?.kind === "Name" && BUILTINS.has(name) ? "misused" : "open";
}
/** By all that is done with the one name it is given. */
function useUnderName(module, assign) {
    const [target, ...others] = (0,syntax_tree/* children */.Y_)(assign, "targets");
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, assign);
    if (!target || target.kind === "Tuple" || target.kind === "List")
        return "misused"; // unpacked
    if (target.kind !== "Name" || others.length > 0 || !scope)
        return "open";
    return useOfReads(readsOf(scope, (0,syntax_tree/* word */.Vm)(target, "id") ?? "").map((read) => coroutineUse(module, read)));
}
function useOfReads(uses) {
    if (uses.length === 0)
        return "dropped";
    return ["awaited", "misused"].find((use) => uses.includes(use)) ?? "open";
}
/** Where a function reads a name, nested functions included. */
function readsOf(scope, name) {
    return [...(0,syntax_tree/* walk */.GG)(scope)].filter((node) => node.kind === "Name" && (0,syntax_tree/* word */.Vm)(node, "id") === name && (0,syntax_tree/* child */.jf)(node, "ctx")?.kind === "Load");
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/missing-awaits.js






/** Calls in a function that surely make a coroutine and surely do nothing with it. */
function certainCalls(input, { module, node: scope }, certainty) {
    return [...(0,syntax_tree/* walk */.GG)(scope)]
        .filter((node) => node.kind === "Call" && (0,syntax_tree/* enclosingFunction */.pG)(module, node) === scope)
        .map((node) => ({ module, node }))
        .filter((call) => isCertain(input, call, certainty));
}
function isCertain(input, call, certainty) {
    const use = coroutineUse(call.module, call.node);
    if (certainty === "felt")
        return use === "dropped" && isSessionCoroutine(input, call);
    if (use === "dropped" || use === "misused")
        return givesCoroutine(input, call);
    return use === "open" && isReturnedOnce(input, call) && givesCoroutine(input, call);
}
/** `return f()` in an `async def`: its caller gets the coroutine, unless it awaits twice. */
function isReturnedOnce(input, { module, node }) {
    const isReturned = (0,syntax_tree/* parentOf */.gN)(module, node)?.kind === "Return";
    return isReturned && (0,syntax_tree/* enclosingFunction */.pG)(module, node)?.kind === "AsyncFunctionDef" && !awaitsTwice(input);
}
function awaitsTwice({ project }) {
    return [...project.modules.values()].some((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].some((node) => node.kind === "Await" && (0,syntax_tree/* child */.jf)(node, "value")?.kind === "Await"));
}
/** The calls whose coroutines the interpreter reported as never awaited, by where they were made. */
function warnedCalls(input) {
    return input.evidence.neverAwaited.flatMap(({ coroutine, frames }) => {
        let name = coroutine.split(".").at(-1) ?? coroutine;
        for (const spot of spotsOf(input, frames).toReversed()) {
            const call = onlyCall(spot, name);
            if (!call)
                return [];
            if (canAwait(call.module, call.node))
                return coroutineUse(call.module, call.node) === "awaited" ? [] : [call];
            // A plain function hands the coroutine on: its caller is the one to await.
            if (spot.scope.kind !== "FunctionDef")
                return [];
            name = (0,syntax_tree/* word */.Vm)(spot.scope, "name") ?? "";
        }
        return [];
    });
}
/** The one un-awaited call of this name at a line. */
function onlyCall(spot, name) {
    const calls = nodesAt(spot).filter((node) => node.kind === "Call" && calledName(node) === name);
    const open = calls.filter((node) => coroutineUse(spot.module, node) !== "awaited");
    const [call, ...others] = open;
    return call && others.length === 0 ? { module: spot.module, node: call } : undefined;
}
function calledName(call) {
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    return callee?.kind === "Attribute" ? (0,syntax_tree/* word */.Vm)(callee, "attr") : (0,syntax_tree/* dottedName */._P)(callee);
}
const SHOWN = /<coroutine object ([\w.<>]{1,200}) at 0x/g;
/** Calls handed on in a function that made a coroutine which a message shows: `<coroutine object Store.titles at 0x...>`. */
function shownCalls(input, message, { module, node: scope }) {
    const names = new Set([...message.matchAll(SHOWN)].map((match) => match[1]?.split(".").at(-1)));
    if (names.size === 0)
        return [];
    return [...(0,syntax_tree/* walk */.GG)(scope)]
        .filter((node) => node.kind === "Call" && names.has(calledName(node)) && (0,syntax_tree/* enclosingFunction */.pG)(module, node) === scope)
        .filter((node) => coroutineUse(module, node) === "open")
        .map((node) => ({ module, node }))
        .filter((call) => givesCoroutine(input, call));
}
/** The calls that a coroutine stumbled over came from: by the message, and handed on along the frames. */
function stumbledCalls(input, sighting) {
    const spots = spotsOf(input, sighting.frames);
    const innermost = spots.at(-1);
    const culprit = innermost && culpritOf(innermost, sighting.message ?? "");
    const isOpen = culprit && isUnawaitedCall(input, culprit);
    const handedOn = spots.flatMap((spot) => handedOnAt(input, spot));
    return isOpen ? [culprit, ...handedOn] : handedOn;
}
/** What a message proves to be a coroutine is one, unless the project says that the call gives something else. */
function isUnawaitedCall({ project }, { module, node }) {
    const name = calledName(node) ?? "";
    return project.modules.has(module.path) && !/^[A-Z]/.test(name) && coroutineUse(module, node) !== "awaited";
}
/** Coroutines given to other calls or put into collections at a line, by themselves or under a name. */
function handedOnAt(input, spot) {
    const { module } = spot;
    return nodesAt(spot)
        .filter((node) => HOLDERS.has((0,syntax_tree/* parentOf */.gN)(module, node)?.kind ?? "") && coroutineUse(module, node) === "open")
        .flatMap((node) => callBehind(spot, node) ?? [])
        .filter((call) => coroutineUse(module, call) === "open")
        .map((call) => ({ module, node: call }))
        .filter((call) => givesCoroutine(input, call));
}
const HOLDERS = new Set(["Call", "keyword", "Dict", "List", "Tuple"]);

;// CONCATENATED MODULE: ./.cache/build/draft/query/useless-awaits.js





/** The `await`s of a function before plain methods of an AsyncSession or of a result: `await db.add(x)`. */
function uselessAwaits(around, { module, node: scope }) {
    return [...(0,syntax_tree/* walk */.GG)(scope)]
        .filter((node) => node.kind === "Await" && (0,syntax_tree/* enclosingFunction */.pG)(module, node) === scope)
        .map((node) => ({ module, node }))
        .filter((place) => isUseless(around, place));
}
function isUseless(around, { module, node }) {
    const called = methodCall((0,syntax_tree/* child */.jf)(node, "value"));
    if (!called)
        return false;
    const base = { module, node: called.base };
    if (SESSION_PLAIN.has(called.method))
        return isAsyncSession(around.project, base, around.evidence);
    return RESULT_METHODS.has(called.method) && isResult(around, base);
}
/** What an awaited `execute` or `scalars` gave, and what its methods give. */
function isResult(around, { module, node }) {
    if (node.kind === "Await")
        return isBuffered(around, { module, node: (0,syntax_tree/* child */.jf)(node, "value") ?? node });
    const called = methodCall(node);
    if (called)
        return RESULT_METHODS.has(called.method) && isResult(around, { module, node: called.base });
    const values = node.kind === "Name" ? valuesOf({ module, node }) : [];
    return values.length > 0 && values.every((value) => isResult(around, { module, node: value }));
}
/** Streams give results whose methods are to be awaited; these do not. */
function isBuffered(around, call) {
    const method = methodCall(call.node)?.method;
    return (method === "execute" || method === "scalars") && isSessionCoroutine(around, call);
}
/** All that a function assigns to a name; nothing when the name gets values in other ways too. */
function valuesOf({ module, node }) {
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const name = (0,syntax_tree/* word */.Vm)(node, "id");
    const stores = scope ? [...(0,syntax_tree/* walk */.GG)(scope)].filter((entry) => isStore(entry, name)).length : 0;
    const assigns = scope ? [...(0,syntax_tree/* walk */.GG)(scope)].filter((entry) => isAssignTo(entry, name)) : [];
    return stores === assigns.length ? assigns.flatMap((entry) => (0,syntax_tree/* child */.jf)(entry, "value") ?? []) : [];
}
function isStore(node, name) {
    if (node.kind === "arg")
        return (0,syntax_tree/* word */.Vm)(node, "arg") === name;
    return node.kind === "Name" && (0,syntax_tree/* word */.Vm)(node, "id") === name && (0,syntax_tree/* child */.jf)(node, "ctx")?.kind === "Store";
}
function isAssignTo(node, name) {
    const [target, ...others] = node.kind === "Assign" ? (0,syntax_tree/* children */.Y_)(node, "targets") : [];
    return target?.kind === "Name" && (0,syntax_tree/* word */.Vm)(target, "id") === name && others.length === 0;
}
/** `await helper()` where `helper` is a plain function of the project's modules, undecorated and no generator. */
function isAwaitOfPlainFunction({ project }, { module, node }) {
    const value = node.kind === "Await" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    const name = value?.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(value, "func")) : undefined;
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    if (name === undefined || !scope || bindsName(scope, name.split(".")[0] ?? name))
        return false;
    const definition = (0,resolve/* definitionOf */.Fg)(project, module, name);
    return definition !== undefined && isPlainFunction(definition.node);
}
function isPlainFunction(definition) {
    if (definition.kind !== "FunctionDef" || (0,syntax_tree/* children */.Y_)(definition, "decorator_list").length > 0)
        return false;
    const own = [...(0,syntax_tree/* walk */.GG)(definition)];
    const values = own.filter((entry) => entry.kind === "Return").map((entry) => (0,syntax_tree/* child */.jf)(entry, "value"));
    const isGenerator = own.some((entry) => entry.kind === "Yield" || entry.kind === "YieldFrom");
    return !isGenerator && values.every((value) => value === undefined || isPlainValue(value));
}
/** A value that is surely nothing to await. */
function isPlainValue(node) {
    return ["Constant", "Dict", "List", "Tuple", "Set", "ListComp", "DictComp", "JoinedStr", "Compare", "BinOp"].includes(node.kind);
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/await-session-call.js








/** Coroutines that nobody awaits, and values awaited that are none. */
const awaitSessionCall = {
    id: "await-session-call",
    title: "A missing `await` on async SQLAlchemy (and on the project's own `async def`), or one too many",
    explanation: "Calling an `async def` only makes a coroutine: nothing runs, and there is no value, until it is awaited; what is no coroutine cannot be awaited at all.",
    draft: (input) => [...addMissing(input), ...dropUseless(input)],
};
const COROUTINE_TEXT = /'coroutine' object |non-iterable coroutine|'coroutine' has no len|builtins\.coroutine|of type '?coroutine|<coroutine object |got coroutine|coroutine found|instances of 'coroutine'|'coroutine' and |and 'coroutine'/;
const NEVER_AWAITED = /coroutine '([\w.<>]{1,200})' was never awaited/g;
/** What follows from a statement that never ran: rows that are not there, attributes that were not loaded. */
const CONSEQUENCE = /greenlet_spawn has not been called|\bsqlalchemy\.|no such table|is not persistent within this Session/;
const USELESS_TEXT = /^object (?!\w*Mock)[\w.]{1,200} can't be used in 'await' expression|^'(?!\w*Mock)[\w.]{1,200}' object can't be awaited/;
function addMissing(input) {
    const seen = sightings(input);
    const stumbles = seen.filter(({ message }) => COROUTINE_TEXT.test(message ?? ""));
    const isNamed = stumbles.length > 0 || input.evidence.neverAwaited.length > 0 || printedNames(input).size > 0;
    const felt = seen.filter(({ type, message }) => CONSEQUENCE.test(`${type ?? ""} ${message ?? ""}`));
    if (!isNamed && felt.length === 0)
        return [];
    const origins = [...stumbles, ...felt, ...input.evidence.neverAwaited].flatMap(({ frames }) => spotsOf(input, frames));
    const functions = functionsOnPath(input, origins);
    const certain = functions.flatMap((scope) => certainCalls(input, scope, isNamed ? "named" : "felt"));
    const shown = stumbles.flatMap(({ message }) => functions.flatMap((scope) => shownCalls(input, message ?? "", scope)));
    const proven = [...warnedCalls(input), ...shown, ...stumbles.flatMap((sighting) => stumbledCalls(input, sighting))];
    const calls = outermostFirst([...proven, ...certain, ...printedCalls(input)]).filter(({ module, node }) => canAwait(module, node));
    if (calls.length === 0)
        return [];
    const edits = calls.flatMap((call) => addAwait(call.module, call.node, !isStream(call)));
    return [{ edits, rationale: ADDED, leftAlone: untouched(input, calls) }];
}
const ADDED = "Calling a coroutine function only makes a coroutine; nothing runs until it is awaited, which it now is.";
const DROPPED = "The method gives its value at once: there is nothing to await.";
/** Names in the interpreter's own warnings, where the tests' output was captured. */
function printedNames(input) {
    const names = input.group.failures.flatMap((failure) => [...capturedText(failure).matchAll(NEVER_AWAITED)].map((match) => match[1]?.split(".").at(-1) ?? ""));
    return new Set(names);
}
/** Where it is not known what ran: calls of the printed names that are dropped on the spot, in all the code at hand. */
function printedCalls(input) {
    const names = printedNames(input);
    if (names.size === 0 || input.evidence.executed.length > 0)
        return [];
    return editableFunctions(input)
        .flatMap((scope) => certainCalls(input, scope, "felt"))
        .filter(({ node }) => names.has((0,syntax_tree/* word */.Vm)((0,syntax_tree/* child */.jf)(node, "func") ?? node, "attr") ?? ""));
}
function editableFunctions({ project }) {
    return [...project.modules.values()].filter((module) => !project.guarded.has(module.path)).flatMap(functionsIn);
}
/** `stream` gives a result whose own methods are to be awaited too. */
function isStream({ node }) {
    return (0,syntax_tree/* word */.Vm)((0,syntax_tree/* child */.jf)(node, "func") ?? node, "attr")?.startsWith("stream") === true;
}
/** Each call once; of two that begin at one place, the outer one's edits come first. */
function outermostFirst(calls) {
    const byNode = new Map(calls.map((call) => [call.node, call]));
    return [...byNode.values()].toSorted((a, b) => a.node.start - b.node.start || b.node.end - a.node.end);
}
function untouched(input, calls) {
    const done = new Set(calls.map(({ node }) => node));
    return editableFunctions(input)
        .flatMap((scope) => certainCalls(input, scope, "named"))
        .filter((call) => !done.has(call.node) && isSessionCoroutine(input, call))
        .map(({ module, node }) => ({
        path: module.path,
        line: node.line,
        note: "Not awaited either: not run by the failing tests, or in code that cannot await.",
    }));
}
function dropUseless(input) {
    const spots = sightings(input)
        .filter(({ message }) => USELESS_TEXT.test(message ?? ""))
        .flatMap(({ frames }) => spotsOf(input, frames).slice(-1));
    const atFault = spots.flatMap((spot) => {
        const awaits = nodesAt(spot).filter((node) => node.kind === "Await");
        const useless = uselessAwaits(input, { module: spot.module, node: spot.scope });
        const plain = awaits
            .map((node) => ({ module: spot.module, node }))
            .filter((place) => isAwaitOfPlainFunction(input, place));
        return [...useless, ...plain].filter(({ node }) => awaits.includes(node));
    });
    if (atFault.length === 0)
        return [];
    const others = functionsOnPath(input, spots).flatMap((scope) => uselessAwaits(input, scope));
    const awaits = outermostFirst([...atFault, ...others]);
    const edits = awaits.flatMap(({ module, node }) => dropAwait(module, node));
    return edits.length === 0 ? [] : [{ edits, rationale: DROPPED, leftAlone: [] }];
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/change.js



/** A change that needs no imports. */
function plainChange(module, range, text) {
    return { module, start: range.start, end: range.end, text: () => text, wants: [], drops: [] };
}
/** Turns changes into edits, imports included; the same change asked for twice is made once. */
function editsOf(project, changes) {
    const modules = [...new Set(changes.map((change) => change.module))];
    return modules.flatMap((module) => editsIn(project, module, changes.filter((change) => change.module === module)));
}
function editsIn(project, module, changes) {
    const wanted = changes.flatMap((change) => change.wants).filter((entry) => !isAtHand(project, module, entry.name));
    const { spelling } = planImports(module, wanted);
    const edits = new Map();
    for (const change of changes) {
        const edit = { path: module.path, start: change.start, end: change.end, text: change.text(spelling) };
        edits.set(JSON.stringify(edit), edit);
    }
    const own = [...edits.values()];
    const drops = changes.flatMap((change) => change.drops);
    return [...own, ...planImports(module, wanted, { names: drops, otherEdits: own }).edits];
}
/** True when the module already has SQLAlchemy's (or SQLModel's) thing of this name under this name. */
function isAtHand(project, module, name) {
    return /^(sqlalchemy|sqlmodel|contextlib)\./.test((0,resolve/* externalName */.NI)(project, module, name) ?? "");
}
/**
 * Puts `await` before a call, in parentheses where something is read from the result. Undefined where the call has no
 * position (inside an f-string of an older Python).
 */
function awaitChanges(module, call) {
    if (call.start < 0)
        return undefined;
    const parent = (0,syntax_tree/* parentOf */.gN)(module, call);
    if (parent?.kind === "Await")
        return [];
    const before = { start: call.start, end: call.start };
    const after = { start: call.end, end: call.end };
    return isReadFrom(parent, call)
        ? [plainChange(module, before, "(await "), plainChange(module, after, ")")]
        : [plainChange(module, before, "await ")];
}
function isReadFrom(parent, call) {
    if (parent?.kind === "Call")
        return (0,syntax_tree/* child */.jf)(parent, "func") === call;
    return parent?.kind === "Attribute" || parent?.kind === "Subscript";
}
/** Puts `async` before a `with`, `for` or `def`. */
function asyncChange(module, statement) {
    return plainChange(module, { start: statement.start, end: statement.start }, "async ");
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/annotations.js



/** Where the project's AsyncSession is to be taken from. */
const ASYNC_MODULE = "sqlalchemy.ext.asyncio";
const SESSION = {
    from: { source: "sqlalchemy.orm", name: "Session" },
    to: { source: ASYNC_MODULE, name: "AsyncSession" },
};
const MODEL_SESSION = {
    from: { source: "sqlmodel", name: "Session" },
    to: { source: "sqlmodel.ext.asyncio.session", name: "AsyncSession" },
};
const TWINS = {
    Engine: { from: { source: "sqlalchemy", name: "Engine" }, to: { source: ASYNC_MODULE, name: "AsyncEngine" } },
    Connection: {
        from: { source: "sqlalchemy", name: "Connection" },
        to: { source: ASYNC_MODULE, name: "AsyncConnection" },
    },
    sessionmaker: {
        from: { source: "sqlalchemy.orm", name: "sessionmaker" },
        to: { source: ASYNC_MODULE, name: "async_sessionmaker" },
    },
};
/** The asynchronous twin of the class or function that an expression names; undefined for anything else. */
function twinOf(project, place) {
    const name = sqlalchemyName(project, place);
    if (name !== "Session")
        return name === undefined ? undefined : TWINS[name];
    const full = (0,resolve/* externalName */.NI)(project, place.module, (0,syntax_tree/* dottedName */._P)(place.node)) ?? "";
    return full.startsWith("sqlmodel.") ? MODEL_SESSION : SESSION;
}
/** Annotation with the asynchronous names, also inside an alias (`SessionDep = Annotated[Session, ...]`). */
function annotationChanges(project, place) {
    const { module, node } = aliasOf(project, place);
    return [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => {
        if (part.start < 0)
            return [];
        if (part.kind === "Constant")
            return quotedChange({ module, node: part });
        const twin = twinOf(project, { module, node: part });
        return twin ? [twinChange({ module, node: part }, twin)] : [];
    });
}
function aliasOf(project, place) {
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, place.module, name);
    const value = definition && (0,syntax_tree/* child */.jf)(definition.node, "value");
    return definition && value ? { module: definition.module, node: value } : place;
}
/** A name replaced by its asynchronous twin. */
function twinChange({ module, node }, { from, to }) {
    const text = (spelling) => spelling(to.name);
    return { module, start: node.start, end: node.end, text, wants: [to], drops: [from] };
}
/** A forward reference, `"Session"`. */
function quotedChange({ module, node }) {
    if (node.fields["value"] !== "Session")
        return [];
    const text = (0,syntax_tree/* sourceOf */.vz)(module, node).replace("Session", "AsyncSession");
    const { start, end } = node;
    return [{ module, start, end, text: () => text, wants: [SESSION.to], drops: [SESSION.from] }];
}
const GENERATORS = {
    Generator: "AsyncGenerator",
    Iterator: "AsyncIterator",
    Iterable: "AsyncIterable",
};
/** The return annotation of a generator function that becomes asynchronous. */
function generatorChanges(project, { module, node }) {
    const base = node.kind === "Subscript" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    const full = (0,resolve/* externalName */.NI)(project, module, (0,syntax_tree/* dottedName */._P)(base)) ?? "";
    const name = full.split(".").at(-1) ?? "";
    const asyncName = /^(typing|collections\.abc)\.\w+$/.test(full) ? GENERATORS[name] : undefined;
    if (!base || asyncName === undefined)
        return annotationChanges(project, { module, node });
    const source = full.slice(0, full.lastIndexOf("."));
    const head = {
        module,
        start: base.start,
        end: base.end,
        text: (spelling) => spelling(asyncName),
        wants: [{ source, name: asyncName }],
        drops: [{ source, name }],
    };
    const elements = elementsOf(node);
    const yielded = elements[0];
    const tail = name === "Generator" ? generatorTail({ module, node }, elements) : [];
    return [head, ...(yielded ? annotationChanges(project, { module, node: yielded }) : []), ...tail];
}
function elementsOf(node) {
    const slice = (0,syntax_tree/* child */.jf)(node, "slice");
    const index = slice?.kind === "Index" ? (0,syntax_tree/* child */.jf)(slice, "value") : slice;
    return index?.kind === "Tuple" ? (0,syntax_tree/* children */.Y_)(index, "elts") : index ? [index] : [];
}
/** `Generator[X, None, None]` has a return type that `AsyncGenerator[X, None]` has not; `Generator[X]` lacks the sent one. */
function generatorTail({ module }, elements) {
    const [yielded, sent, returned] = elements;
    if (yielded && !sent)
        return [{ module, start: yielded.end, end: yielded.end, text: () => ", None", wants: [], drops: [] }];
    if (!sent || !returned)
        return [];
    return [{ module, start: sent.end, end: returned.end, text: () => "", wants: [], drops: [] }];
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/ddl-changes.js


/** Methods of MetaData and of Table that take an engine or a connection. */
const DDL_METHODS = new Set(["create_all", "drop_all", "reflect", "create", "drop"]);
/** Reads a call that emits DDL on an engine or connection given as first argument or `bind`; undefined for others. */
function ddlCall(call) {
    const { module, node } = call;
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    const target = (0,syntax_tree/* children */.Y_)(node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "bind");
    if (!callee || !target || node.start < 0 || hasStars(node))
        return undefined;
    if (!DDL_METHODS.has((0,syntax_tree/* word */.Vm)(callee, "attr") ?? ""))
        return undefined;
    return { call, method: (0,syntax_tree/* sourceOf */.vz)(module, callee), target, rest: restOf(call, target) };
}
function hasStars(call) {
    const hasKeywords = (0,syntax_tree/* children */.Y_)(call, "keywords").some((entry) => (0,syntax_tree/* word */.Vm)(entry, "arg") === undefined);
    return hasKeywords || (0,syntax_tree/* children */.Y_)(call, "args").some((entry) => entry.kind === "Starred");
}
function restOf({ module, node }, target) {
    const positional = (0,syntax_tree/* children */.Y_)(node, "args").filter((entry) => entry !== target);
    const keywords = (0,syntax_tree/* children */.Y_)(node, "keywords").flatMap((entry) => {
        const value = (0,syntax_tree/* child */.jf)(entry, "value");
        return value && value !== target ? [`${(0,syntax_tree/* word */.Vm)(entry, "arg") ?? ""}=${(0,syntax_tree/* sourceOf */.vz)(module, value)}`] : [];
    });
    return [...positional.map((entry) => (0,syntax_tree/* sourceOf */.vz)(module, entry)), ...keywords];
}
/** `await conn.run_sync(Base.metadata.create_all, ...)`. */
function runSync(ddl, connection) {
    return `await ${connection}.run_sync(${[ddl.method, ...ddl.rest].join(", ")})`;
}
/** The call on a connection at hand, awaited and handed to `run_sync`. */
function onConnection(ddl) {
    const { module, node } = ddl.call;
    return plainChange(module, node, runSync(ddl, (0,syntax_tree/* sourceOf */.vz)(module, ddl.target)));
}
/** True when the call is a statement of its own, with nothing else on its lines. */
function isOwnStatement({ module, node }) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (parent?.kind !== "Expr")
        return false;
    const lineStart = Math.max(module.text.lastIndexOf("\n", parent.start - 1), module.text.lastIndexOf("\r", parent.start - 1)) + 1;
    const after = /^[^\r\n]*/.exec(module.text.slice(parent.end))?.[0] ?? "";
    return module.text.slice(lineStart, parent.start).trim() === "" && /^\s*(#.*)?$/.test(after);
}
/**
 * Statements that emit DDL on an AsyncEngine, put into one `async with engine.begin()` block. They follow each other in
 * one body of the asynchronous function `scope`, all with the same engine.
 */
function inTransaction(group, scope) {
    const first = group[0];
    if (!first)
        return [];
    const { module } = first.call;
    const connection = freeName(scope);
    const indent = ddl_changes_indentOf(first.call);
    const body = (0,syntax_tree/* children */.Y_)(scope, "body")[0] ?? scope;
    const unit = ddl_changes_indentOf({ module, node: body }).slice(ddl_changes_indentOf({ module, node: scope }).length) || "    ";
    const lineEnd = /\r\n|\r|\n/.exec(module.text)?.[0] ?? "\n";
    const head = `async with ${engineText(first)}.begin() as ${connection}:${lineEnd}${indent}${unit}`;
    return group.map((ddl, index) => {
        const before = group[index - 1]?.call.node;
        if (!before)
            return plainChange(module, ddl.call.node, head + runSync(ddl, connection));
        const between = module.text.slice(before.end, ddl.call.node.start).replace(/(\r\n|\r|\n)([ \t]+)/g, `$1$2${unit}`);
        return plainChange(module, { start: before.end, end: ddl.call.node.end }, between + runSync(ddl, connection));
    });
}
/** The engine as written, without `.sync_engine`: DDL runs through the asynchronous one. */
function engineText({ call, target }) {
    return (0,syntax_tree/* sourceOf */.vz)(call.module, target).replace(/\.sync_engine$/, "");
}
/** White space before the line's first word. */
function ddl_changes_indentOf({ module, node }) {
    const start = Math.max(module.text.lastIndexOf("\n", node.start - 1), module.text.lastIndexOf("\r", node.start - 1)) + 1;
    return /^[ \t]*/.exec(module.text.slice(start, node.start))?.[0] ?? "";
}
function freeName(scope) {
    const taken = new Set([...(0,syntax_tree/* walk */.GG)(scope)].flatMap((node) => [(0,syntax_tree/* word */.Vm)(node, "id") ?? "", (0,syntax_tree/* word */.Vm)(node, "arg") ?? ""]));
    return ["conn", "connection", "ddl_connection"].find((name) => !taken.has(name)) ?? "schema_connection";
}
/** Groups statements that follow each other in one body with the same engine; order as in the source. */
function consecutive(ddls) {
    const groups = [];
    for (const ddl of ddls.toSorted((a, b) => a.call.node.start - b.call.node.start)) {
        const last = groups.at(-1);
        const before = last?.at(-1);
        if (before && follows(before, ddl) && engineText(before) === engineText(ddl))
            last?.push(ddl);
        else
            groups.push([ddl]);
    }
    return groups;
}
function follows(before, ddl) {
    if (before.call.module !== ddl.call.module)
        return false;
    const own = (0,syntax_tree/* parentOf */.gN)(ddl.call.module, ddl.call.node);
    const previous = (0,syntax_tree/* parentOf */.gN)(before.call.module, before.call.node);
    const body = own && (0,syntax_tree/* parentOf */.gN)(ddl.call.module, own);
    const lists = body ? Object.values(body.fields) : [];
    return lists.some((list) => {
        const at = Array.isArray(list) && own ? list.indexOf(own) : -1;
        return Array.isArray(list) && at > 0 && list[at - 1] === previous;
    });
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/factory-changes.js




/** Keywords of `sessionmaker` that mean something else, or nothing, to an asynchronous session. */
const UNSUITABLE = new Set(["binds", "twophase", "sync_session_class", "query_cls"]);
/**
 * `sessionmaker(engine)` or `Session(engine)` made to give AsyncSessions: `async_sessionmaker` from SQLAlchemy 2.0,
 * `sessionmaker(class_=AsyncSession)` before, where there is none. Undefined when an argument forbids it.
 */
function makerChanges(project, call, isBefore20) {
    const { module, node } = call;
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const twin = callee && twinOf(project, { module, node: callee });
    if (!callee || !twin || !isSuitable(project, call))
        return undefined;
    const isFactory = twin.from.name === "sessionmaker";
    const head = isFactory && isBefore20 ? [] : [twinChange({ module, node: callee }, twin)];
    const added = missingKeywords(call, isFactory && isBefore20);
    const tail = added.length > 0 ? [keywordsChange(call, added)] : [];
    return [...head, ...classChanges(project, call), ...bindChanges(project, call), ...tail];
}
function missingKeywords({ node }, needsClass) {
    const wanted = needsClass ? ["class_", "expire_on_commit"] : ["expire_on_commit"];
    return wanted.filter((name) => !(0,syntax_tree/* keywordArgument */.B1)(node, name));
}
function isSuitable(project, { module, node }) {
    const keywords = (0,syntax_tree/* children */.Y_)(node, "keywords");
    const names = keywords.map((entry) => (0,syntax_tree/* word */.Vm)(entry, "arg"));
    if (names.includes(undefined) || names.some((name) => name !== undefined && UNSUITABLE.has(name)))
        return false;
    const autocommit = (0,syntax_tree/* keywordArgument */.B1)(node, "autocommit");
    if (autocommit && autocommit.fields["value"] !== false)
        return false;
    const sessionClass = (0,syntax_tree/* keywordArgument */.B1)(node, "class_");
    if (sessionClass && sqlalchemyName(project, { module, node: sessionClass }) !== "Session")
        return false;
    return (0,syntax_tree/* children */.Y_)(node, "args").length <= 1 && (0,syntax_tree/* children */.Y_)(node, "args").every((entry) => entry.kind !== "Starred");
}
function classChanges(project, { module, node }) {
    const given = (0,syntax_tree/* keywordArgument */.B1)(node, "class_");
    return given ? annotationChanges(project, { module, node: given }) : [];
}
/** `engine.sync_engine` -> `engine`. */
function bindChanges(project, { module, node }) {
    const bind = (0,syntax_tree/* children */.Y_)(node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "bind");
    const outer = bind && (0,syntax_tree/* word */.Vm)(bind, "attr") === "sync_engine" ? (0,syntax_tree/* child */.jf)(bind, "value") : undefined;
    if (!bind || !outer || engineOf(project, { module, node: bind })?.kind !== "inner")
        return [];
    return [plainChange(module, { start: outer.end, end: bind.end }, "")];
}
/** New keywords after the last argument, in the layout of the arguments that are there. */
function keywordsChange({ module, node }, added) {
    const last = [
        ...(0,syntax_tree/* children */.Y_)(node, "args"),
        ...(0,syntax_tree/* children */.Y_)(node, "keywords").flatMap((entry) => (0,syntax_tree/* child */.jf)(entry, "value") ?? []),
    ]
        .toSorted((a, b) => a.end - b.end)
        .at(-1);
    const at = last?.end ?? node.end - 1;
    const separator = last ? separatorBefore(module.text.slice(node.start, last.end)) : "";
    const wants = added.includes("class_") ? [{ source: ASYNC_MODULE, name: "AsyncSession" }] : [];
    return {
        module,
        start: at,
        end: at,
        text: (spelling) => separator +
            added
                .map((name) => (name === "class_" ? `class_=${spelling("AsyncSession")}` : "expire_on_commit=False"))
                .join(separator || ", "),
        wants,
        drops: [],
    };
}
/** `, ` or, when the last argument stands on its own line, a comma and the same indent. */
function separatorBefore(upToLast) {
    const match = /(\r\n|\r|\n)([ \t]*)[^\r\n]*$/.exec(upToLast);
    const line = match ? upToLast.slice(match.index + (match[1] ?? "").length).trim() : "";
    const isOwnLine = match !== null && !/,\s*\S/.test(line.replace(/\([^()]*\)/g, ""));
    return isOwnLine ? `,${match[1] ?? ""}${match[2] ?? ""}` : ", ";
}
/** The bind of a maker when it is not written in a way we can change: an alias of `engine.sync_engine`. */
function hasAliasedInnerEngine(project, { module, node }) {
    const bind = (0,syntax_tree/* children */.Y_)(node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "bind");
    return (bind !== undefined &&
        engineOf(project, { module, node: bind })?.kind === "inner" &&
        !((0,syntax_tree/* dottedName */._P)(bind) ?? "").endsWith(".sync_engine"));
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/flow-model.js
/** The value goes where we cannot follow it. */
function lost(place, note) {
    return { kind: "obstacle", place, note, isLost: true };
}
/** The value is used in a way that no asynchronous one can be. */
function forbidden(place, note) {
    return { kind: "obstacle", place, note, isLost: false };
}
/** A set of names, written as one text. */
function named(names) {
    return new Set(names.split(/\s+/));
}
/** Coroutine methods of AsyncSession, AsyncConnection and AsyncEngine whose synchronous twins have the same name. */
const COROUTINE_METHODS = {
    session: named("commit rollback close flush refresh execute scalar scalars get get_one delete merge connection invalidate reset exec run_sync stream stream_scalars aclose"),
    connection: named("execute scalar scalars exec_driver_sql commit rollback close invalidate run_sync execution_options stream stream_scalars get_isolation_level aclose start"),
    engine: new Set(["dispose"]),
    factory: new Set(["close_all"]),
};
/** Attributes that read the same on the asynchronous class and do no input or output. */
const PLAIN_ATTRIBUTES = {
    session: named("add add_all expunge expunge_all expire expire_all is_modified in_transaction new dirty deleted info is_active no_autoflush identity_map bind autoflush sync_session in_nested_transaction get_transaction get_nested_transaction"),
    connection: new Set(["engine", "closed", "dialect", "info", "in_transaction", "get_transaction", "sync_connection"]),
    engine: new Set(["url", "dialect", "name", "driver", "echo", "pool", "sync_engine"]),
    factory: new Set(["kw"]),
};
/** Methods that give a context manager in both worlds. */
const CONTEXT_METHODS = {
    session: new Set(["begin", "begin_nested"]),
    connection: new Set(["begin", "begin_nested"]),
    engine: new Set(["begin", "connect"]),
    factory: new Set(["begin"]),
};

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/flow-arguments.js




/** Callees that run what they are given in a thread, where nothing asynchronous works. */
const THREADS = /(^|\.)(run_in_threadpool|to_thread|run_in_executor|run_sync|partial|Thread|submit)$/;
/** What becomes of a value that a call gets as an argument: the parameters that hold it in the function called. */
function passedOn(project, holding, call) {
    const slot = slotOf(holding, call);
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    if (slot === undefined || !callee)
        return [lost(holding, "passed on in a way we cannot follow")];
    const name = (0,syntax_tree/* dottedName */._P)(callee) ?? "";
    if (THREADS.test(name))
        return [forbidden(holding, "handed to code that runs in a thread")];
    if (name.endsWith(".add_task") && typeof slot === "number")
        return toTask(project, holding, { call, slot });
    const target = { module: holding.module, node: callee };
    return receivers(project, target).flatMap((receiver) => bound(project, holding, { receiver, slot }));
}
function slotOf({ module, node }, call) {
    const at = (0,syntax_tree/* children */.Y_)(call, "args").indexOf(node);
    if (at !== -1)
        return at;
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    return parent?.kind === "keyword" ? (0,syntax_tree/* word */.Vm)(parent, "arg") : undefined;
}
/** `tasks.add_task(work, db)`: the first argument is what gets called. */
function toTask(project, holding, task) {
    const work = (0,syntax_tree/* children */.Y_)(task.call, "args")[0];
    if (!work || task.slot === 0)
        return [];
    return receivers(project, { module: holding.module, node: work }).flatMap((receiver) => bound(project, holding, { receiver, slot: task.slot - 1 }));
}
/** What may be called: a function or class by its name, else every method of that name in the project's classes. */
function receivers(project, { module, node }) {
    const name = (0,syntax_tree/* dottedName */._P)(node);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
    if (definition)
        return [definition];
    const method = node.kind === "Attribute" ? (0,syntax_tree/* word */.Vm)(node, "attr") : undefined;
    return method === undefined ? [] : methodsNamed(project, method);
}
function methodsNamed(project, method) {
    return [...project.modules.values()]
        .filter((module) => module.text.includes(`def ${method}(`))
        .flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)]
        .filter((node) => (0,syntax_tree/* isFunction */.Tn)(node) && (0,syntax_tree/* word */.Vm)(node, "name") === method && isMethod({ module, node }))
        .map((node) => ({ module, node })));
}
function isMethod({ module, node }) {
    return (0,syntax_tree/* parentOf */.gN)(module, node)?.kind === "ClassDef";
}
function bound(project, { role }, target) {
    const { receiver, slot } = target;
    if (receiver.node.kind === "ClassDef")
        return constructed(project, role, { owner: receiver, slot });
    if (!(0,syntax_tree/* isFunction */.Tn)(receiver.node))
        return [lost(receiver, "passed to something that is no function")];
    const name = parameterAt(receiver, slot);
    if (name === undefined)
        return [lost(receiver, "takes the session in a way we cannot follow")];
    const annotation = parameterNamed(receiver.node, name)?.annotation;
    return [{ kind: "binding", binding: { role, module: receiver.module, scope: receiver.node, name, annotation } }];
}
function parameterAt(receiver, slot) {
    if (typeof slot === "string")
        return parameterNamed(receiver.node, slot) ? slot : undefined;
    const list = (0,syntax_tree/* child */.jf)(receiver.node, "args");
    const names = list ? [...(0,syntax_tree/* children */.Y_)(list, "posonlyargs"), ...(0,syntax_tree/* children */.Y_)(list, "args")] : [];
    const isStatic = (0,syntax_tree/* children */.Y_)(receiver.node, "decorator_list").some((entry) => (0,syntax_tree/* dottedName */._P)(entry) === "staticmethod");
    const found = names[isMethod(receiver) && !isStatic ? slot + 1 : slot];
    return found && (0,syntax_tree/* word */.Vm)(found, "arg");
}
/** The parameter of `__init__`, the inherited one too, or the field of a dataclass. */
function constructed(project, role, { owner, slot }) {
    const initializer = initializerOf(project, owner, new Set());
    if (initializer)
        return bound(project, { role, ...initializer }, { receiver: initializer, slot });
    const fields = (0,syntax_tree/* children */.Y_)(owner.node, "body").filter((statement) => statement.kind === "AnnAssign");
    const field = fields.find((entry, index) => index === slot || (typeof slot === "string" && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(entry, "target")) === slot));
    const name = field && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(field, "target"));
    if (!field || name === undefined)
        return [lost(owner, "takes the session in a way we cannot follow")];
    const binding = {
        role,
        module: owner.module,
        scope: owner.node,
        name: `self.${name}`,
        annotation: (0,syntax_tree/* child */.jf)(field, "annotation"),
    };
    return [{ kind: "binding", binding }];
}
function initializerOf(project, owner, seen) {
    if (seen.has(owner.node))
        return undefined;
    seen.add(owner.node);
    const own = (0,syntax_tree/* children */.Y_)(owner.node, "body").find((node) => (0,syntax_tree/* isFunction */.Tn)(node) && (0,syntax_tree/* word */.Vm)(node, "name") === "__init__");
    if (own)
        return { module: owner.module, node: own };
    for (const base of (0,syntax_tree/* children */.Y_)(owner.node, "bases")) {
        const name = (0,syntax_tree/* dottedName */._P)(base.kind === "Subscript" ? (0,syntax_tree/* child */.jf)(base, "value") : base);
        const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, owner.module, name);
        const found = definition?.node.kind === "ClassDef" ? initializerOf(project, definition, seen) : undefined;
        if (found)
            return found;
    }
    return undefined;
}
/** The class whose method the node stands in. */
function classAround({ module, node }) {
    return [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef");
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/flow-meaning.js





/** Nodes in which a value is only looked at. */
const LOOKS = new Set(["Compare", "UnaryOp", "If", "While", "Assert", "Expr", "FormattedValue", "Delete"]);
/** What SQLAlchemy's makers make of an engine. */
const MADE = {
    sessionmaker: "factory",
    async_sessionmaker: "factory",
    Session: "session",
    AsyncSession: "session",
};
const EVENT_FUNCTIONS = new Set(["listen", "listens_for", "remove", "contains"]);
/** What an expression that gives an engine, connection, factory or session means where it stands. */
function meaningOf(project, holding) {
    const parent = (0,syntax_tree/* parentOf */.gN)(holding.module, holding.node);
    if (!parent || LOOKS.has(parent.kind))
        return [];
    const attribute = parent.kind === "Attribute" ? parent : undefined;
    if (attribute)
        return ofAttribute(holding, attribute);
    if (parent.kind === "Call" && (0,syntax_tree/* child */.jf)(parent, "func") === holding.node)
        return ofOwnCall(holding, parent);
    const call = parent.kind === "keyword" ? (0,syntax_tree/* parentOf */.gN)(holding.module, parent) : parent;
    if (call?.kind === "Call")
        return ofArgument(project, holding, call);
    return ofStatement(holding, parent);
}
/** `db.commit()`, `engine.begin()`, `SessionLocal.configure(...)`. */
function ofAttribute(holding, attribute) {
    const { module, role } = holding;
    const name = (0,syntax_tree/* word */.Vm)(attribute, "attr") ?? "";
    const outer = (0,syntax_tree/* parentOf */.gN)(module, attribute);
    const call = outer?.kind === "Call" && (0,syntax_tree/* child */.jf)(outer, "func") === attribute ? outer : undefined;
    if (PLAIN_ATTRIBUTES[role].has(name))
        return [];
    if (!call)
        return [forbidden({ module, node: attribute }, `\`${name}\` is read without a call`)];
    if (!CONTEXT_METHODS[role].has(name))
        return [{ kind: "use", use: { kind: "call", role, module, node: call } }];
    const result = role === "factory" ? "session" : role === "engine" ? "connection" : role;
    return entered({ module, node: call, role: result }, name);
}
/** A method that gives a context manager, used as one or (a transaction) just called. */
function entered(result, method) {
    const parent = (0,syntax_tree/* parentOf */.gN)(result.module, result.node);
    if (parent?.kind !== "withitem") {
        const isStart = method === "begin" && parent?.kind === "Expr";
        const use = { kind: "call", role: result.role, module: result.module, node: result.node };
        return isStart ? [{ kind: "use", use }] : [forbidden(result, `\`${method}()\` outside of a \`with\``)];
    }
    if (method === "begin_nested")
        return ofWith(result, parent).filter((meaning) => meaning.kind !== "binding");
    return ofWith(result, parent);
}
function ofOwnCall(holding, call) {
    if (holding.role !== "factory")
        return [forbidden(holding, "is called")];
    return [{ kind: "holding", holding: { role: "session", module: holding.module, node: call } }];
}
function ofArgument(project, holding, call) {
    const { module, role } = holding;
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    const name = callee && sqlalchemyName(project, { module, node: callee });
    const known = role === "engine" ? ofEngineArgument(project, holding, call) : undefined;
    if (known)
        return known;
    const isDdl = (role === "engine" || role === "connection") && DDL_METHODS.has((callee && (0,syntax_tree/* word */.Vm)(callee, "attr")) ?? "");
    if (isDdl)
        return [{ kind: "use", use: { kind: "ddl", role, module, node: call } }];
    if (name !== undefined)
        return [forbidden(holding, `passed to \`${name}\``)];
    return passedOn(project, holding, call);
}
/** An engine given to SQLAlchemy's own functions. */
function ofEngineArgument(project, holding, call) {
    const { module, node } = holding;
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    const name = (callee && sqlalchemyName(project, { module, node: callee })) ?? "";
    const role = MADE[name];
    if (role)
        return ofMaker(project, { module, node: call, role }, name);
    return EVENT_FUNCTIONS.has(name) ? [{ kind: "use", use: { kind: "event", module, node } }] : undefined;
}
/** What is asynchronous already only has to be followed. */
function ofMaker(project, made, name) {
    const { module, node, role } = made;
    const isAsync = name === "AsyncSession" || (role === "factory" && factoryOf(project, made)?.kind === "async");
    const holding = { kind: "holding", holding: made };
    return isAsync ? [holding] : [{ kind: "use", use: { kind: "maker", module, node } }, holding];
}
function ofStatement(holding, parent) {
    if (parent.kind === "withitem")
        return ofWith(holding, parent);
    if (parent.kind === "Assign" || parent.kind === "AnnAssign")
        return ofAssignment(holding, parent);
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(holding.module, holding.node);
    const isGiven = parent.kind === "Yield" || parent.kind === "Return";
    if (isGiven && scope && (0,syntax_tree/* isFunction */.Tn)(scope))
        return [{ kind: "provider", role: holding.role, provider: { module: holding.module, node: scope } }];
    return [lost(holding, "goes where we cannot follow it")];
}
function ofWith(holding, item) {
    const { module } = holding;
    const statement = (0,syntax_tree/* parentOf */.gN)(module, item);
    if (!statement)
        return [];
    const target = (0,syntax_tree/* child */.jf)(item, "optional_vars");
    const use = { kind: "use", use: { kind: "with", module, node: statement, item } };
    return target ? [use, ...assigned(holding, { node: target, annotation: undefined })] : [use];
}
function ofAssignment(holding, statement) {
    const single = (0,syntax_tree/* child */.jf)(statement, "target");
    const targets = single ? [single] : (0,syntax_tree/* children */.Y_)(statement, "targets");
    return targets.flatMap((target) => assigned(holding, { node: target, annotation: (0,syntax_tree/* child */.jf)(statement, "annotation") }));
}
function assigned(holding, { node: target, annotation }) {
    const { module, role } = holding;
    const name = (0,syntax_tree/* dottedName */._P)(target);
    const isAttribute = name !== undefined && /^(self|cls)\.\w+$/.test(name);
    if (name === undefined || (name.includes(".") && !isAttribute))
        return [lost(holding, "kept where we cannot follow")];
    const scope = isAttribute ? classAround(holding) : (0,syntax_tree/* enclosingFunction */.pG)(module, target);
    if (scope)
        return [{ kind: "binding", binding: { role, module, scope, name, annotation } }];
    if (role !== "factory" && role !== "engine")
        return [forbidden(holding, "made when the module is imported")];
    const owner = classAround(holding);
    const place = owner ? { scope: owner, name: `self.${name}` } : { scope: module.tree, name };
    return [{ kind: "binding", binding: { role, module, annotation, ...place } }];
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/flow-references.js




/** Every place in the loaded project that reads what a module-level statement binds under this name. */
function referencesTo(project, definition, name) {
    return [...project.modules.values()]
        .filter((module) => module.text.includes(name))
        .flatMap((module) => referencesIn(project, module, { definition, locals: localNames(module, name) }));
}
/** The name itself and what `import name as other` makes of it. */
function localNames(module, name) {
    const names = new Set([name]);
    for (const statement of (0,syntax_tree/* walk */.GG)(module.tree)) {
        if (statement.kind !== "ImportFrom")
            continue;
        for (const alias of (0,syntax_tree/* children */.Y_)(statement, "names"))
            if ((0,syntax_tree/* word */.Vm)(alias, "name") === name)
                names.add((0,syntax_tree/* word */.Vm)(alias, "asname") ?? name);
    }
    return names;
}
function referencesIn(project, module, wanted) {
    const found = [];
    const visit = (node, locals) => {
        const name = isRead(node) ? readName(node, locals) : undefined;
        if (name !== undefined && (0,resolve/* definitionOf */.Fg)(project, module, name)?.node === wanted.definition) {
            found.push({ module, node });
            return;
        }
        const inner = (0,syntax_tree/* isFunction */.Tn)(node) ? visibleIn(node, locals) : locals;
        for (const next of (0,syntax_tree/* childNodes */.EK)(node))
            visit(next, inner);
    };
    visit(module.tree, wanted.locals);
    return found;
}
/** The dotted name of a node whose last part is one of the names looked for. */
function readName(node, locals) {
    const name = (0,syntax_tree/* dottedName */._P)(node);
    return locals.has(name?.split(".").at(-1) ?? "") ? name : undefined;
}
/** The names that a function does not bind itself. */
function visibleIn(scope, locals) {
    return new Set([...locals].filter((local) => !bindsName(scope, local)));
}
function isRead(node) {
    return (0,syntax_tree/* child */.jf)(node, "ctx")?.kind === "Load";
}
/** Every place that reads a bound name: in its function and the functions inside, or in its class and the derived ones. */
function flow_references_readsOf(project, binding) {
    if (binding.scope.kind !== "ClassDef")
        return readsIn(binding.module, binding.scope, binding.name);
    return [{ module: binding.module, node: binding.scope }, ...derivedFrom(project, binding.scope)].flatMap((owner) => readsIn(owner.module, owner.node, binding.name));
}
function readsIn(module, scope, name) {
    const found = [];
    const visit = (node) => {
        if (isRead(node) && (0,syntax_tree/* dottedName */._P)(node) === name)
            found.push({ module, node });
        for (const next of (0,syntax_tree/* childNodes */.EK)(node))
            if (!((0,syntax_tree/* isFunction */.Tn)(next) || next.kind === "Lambda") || !parameterNames(next).includes(name))
                visit(next);
    };
    for (const next of (0,syntax_tree/* childNodes */.EK)(scope))
        visit(next);
    return found;
}
/** Classes of the project derived from a class, at any distance. */
function derivedFrom(project, owner) {
    const all = [...project.modules.values()].flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].filter((node) => node.kind === "ClassDef").map((node) => ({ module, node })));
    const family = new Set([owner]);
    for (let size = 0; size !== family.size;) {
        size = family.size;
        for (const entry of all)
            if (flow_references_basesOf(project, entry).some((base) => family.has(base)))
                family.add(entry.node);
    }
    return all.filter((entry) => entry.node !== owner && family.has(entry.node));
}
function flow_references_basesOf(project, { module, node }) {
    return (0,syntax_tree/* children */.Y_)(node, "bases").flatMap((base) => {
        const name = (0,syntax_tree/* dottedName */._P)(base);
        const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
        return definition?.node.kind === "ClassDef" ? [definition.node] : [];
    });
}
const dependencies = new WeakMap();
/** The parameters that FastAPI fills by calling this function; `node` is the function that has the parameter. */
function fedBy(project, provider) {
    const known = dependencies.get(project) ?? allFed(project);
    dependencies.set(project, known);
    return known.get(provider) ?? [];
}
function allFed(project) {
    const found = new Map();
    for (const module of project.modules.values()) {
        for (const node of (0,syntax_tree/* walk */.GG)(module.tree)) {
            if (!(0,syntax_tree/* isFunction */.Tn)(node))
                continue;
            for (const name of parameterNames(node)) {
                const parameter = parameterNamed(node, name);
                const provider = parameter && providerOf(project, module, parameter);
                if (!provider)
                    continue;
                const fed = { module, node, name, annotation: parameter.annotation };
                found.set(provider.node, [...(found.get(provider.node) ?? []), fed]);
            }
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/method-references.js





/** Looks for `database.session()` by the class of what stands before the dot. Reads without a call are other attributes. */
function methodReferences(project, method) {
    const name = (0,syntax_tree/* word */.Vm)(method.node, "name") ?? "";
    const owner = (0,syntax_tree/* parentOf */.gN)(method.module, method.node);
    const places = [...project.modules.values()]
        .filter((module) => module.text.includes(`.${name}`))
        .flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].filter((node) => (0,syntax_tree/* word */.Vm)(node, "attr") === name).map((node) => ({ module, node })))
        .filter(isUsed);
    const known = places.filter((place) => classBefore(project, place) === owner);
    return { known, unknown: places.filter((place) => classBefore(project, place) === undefined) };
}
/** Reads of an attribute through an object of the class, outside of the class: `database.session_factory`. */
function attributeReads(project, owner, attribute) {
    return [...project.modules.values()]
        .filter((module) => module.text.includes(`.${attribute}`))
        .flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].filter((node) => (0,syntax_tree/* word */.Vm)(node, "attr") === attribute).map((node) => ({ module, node })))
        .filter(({ node }) => (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "value")) !== "self")
        .filter((place) => classBefore(project, place) === owner);
}
/** Called, or handed to something that may call it. */
function isUsed({ module, node }) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    return parent?.kind === "Call" || parent?.kind === "keyword";
}
/** The project class of the object that an attribute is read from: made by it, annotated with it, or `self`. */
function classBefore(project, { module, node }) {
    const base = (0,syntax_tree/* child */.jf)(node, "value");
    const name = (0,syntax_tree/* dottedName */._P)(base);
    if (!base || name === undefined)
        return base && madeClass(project, { module, node: base });
    if (name === "self" || name === "cls")
        return classAround({ module, node });
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const annotation = scope && parameterNamed(scope, name)?.annotation;
    if (annotation)
        return namedClass(project, { module, node: annotation });
    const value = followValue(project, { module, node: base });
    return value ? madeClass(project, value) : namedClass(project, { module, node: base });
}
function madeClass(project, { module, node }) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    return callee && namedClass(project, { module, node: callee });
}
function namedClass(project, { module, node }) {
    const name = (0,syntax_tree/* dottedName */._P)(node);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
    return definition?.node.kind === "ClassDef" ? definition.node : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/flow.js






/** Follows values from where they are made through names, attributes, parameters and FastAPI's dependencies. */
function flowOf(project, seeds) {
    const uses = new Map();
    const bindings = new Map();
    const providers = new Map();
    const obstacles = [];
    const scopes = new Map();
    const seen = new Set();
    const queue = seeds.map((holding) => ({ kind: "holding", holding }));
    const accept = (meaning) => {
        if (meaning.kind === "obstacle")
            obstacles.push(meaning);
        if (meaning.kind === "use")
            uses.set(meaning.use.kind === "with" ? meaning.use.item : meaning.use.node, meaning.use);
        if (meaning.kind === "holding" && isNew(seen, meaning.holding.node))
            return meaningOf(project, meaning.holding);
        if (meaning.kind === "binding") {
            const key = keyOf(scopes, meaning.binding);
            if (bindings.has(key))
                return [];
            bindings.set(key, meaning.binding);
            return readings(project, meaning.binding);
        }
        if (meaning.kind === "provider" && !providers.has(meaning.provider.node)) {
            providers.set(meaning.provider.node, meaning.provider);
            return consumers(project, meaning.provider, meaning.role);
        }
        return [];
    };
    for (let next = queue.pop(); next; next = queue.pop())
        queue.push(...accept(next));
    return { uses: [...uses.values()], bindings: [...bindings.values()], providers: [...providers.values()], obstacles };
}
function isNew(seen, node) {
    const isFirst = !seen.has(node);
    seen.add(node);
    return isFirst;
}
function keyOf(scopes, { scope, name }) {
    if (!scopes.has(scope))
        scopes.set(scope, scopes.size);
    return `${scopes.get(scope) ?? 0} ${name}`;
}
function readings(project, binding) {
    const { role, module, scope, name } = binding;
    const places = scope.kind === "Module" ? moduleReads(project, { module, node: scope }, name) : flow_references_readsOf(project, binding);
    const outside = scope.kind === "ClassDef" ? attributeReads(project, scope, name.replace(/^\w+\./, "")) : [];
    return [...places, ...outside].map((place) => ({ kind: "holding", holding: { role, ...place } }));
}
function moduleReads(project, { node: tree }, name) {
    const statements = [...(0,syntax_tree/* walkScope */.qA)(tree)].filter((node) => binds(node, name));
    return statements.flatMap((statement) => referencesTo(project, statement, name));
}
function binds(statement, name) {
    const target = (0,syntax_tree/* child */.jf)(statement, "target");
    const targets = target ? [target] : (0,syntax_tree/* children */.Y_)(statement, "targets");
    return /^(Ann)?Assign$/.test(statement.kind) && targets.some((entry) => (0,syntax_tree/* dottedName */._P)(entry) === name);
}
/** True for a function that yields. */
function isGenerator(node) {
    return (0,syntax_tree/* children */.Y_)(node, "body")
        .flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])
        .some((inner) => inner.kind === "Yield" || inner.kind === "YieldFrom");
}
/** What a provider's users get: parameters that FastAPI fills, results of calls, targets of `with` and `for`. */
function consumers(project, provider, role) {
    const fed = fedBy(project, provider.node).map((entry) => {
        const { module, node: scope, name, annotation } = entry;
        return { kind: "binding", binding: { role, module, scope, name, annotation } };
    });
    const { known, unknown } = referencesOf(project, provider);
    const users = known.flatMap((place) => consumed(project, { role, ...place }, provider.node));
    return [...fed, ...users, ...unknown.map(unfollowed)];
}
function referencesOf(project, provider) {
    if ((0,syntax_tree/* parentOf */.gN)(provider.module, provider.node)?.kind === "ClassDef")
        return methodReferences(project, provider);
    return { known: referencesTo(project, provider.node, (0,syntax_tree/* word */.Vm)(provider.node, "name") ?? ""), unknown: [] };
}
function consumed(project, reference, provider) {
    const parent = (0,syntax_tree/* parentOf */.gN)(reference.module, reference.node);
    const isCalled = parent?.kind === "Call" && (0,syntax_tree/* child */.jf)(parent, "func") === reference.node;
    if (!isCalled)
        return isNamedOnly(project, reference) ? [] : [unfollowed(reference)];
    const result = { ...reference, node: parent };
    if (isGenerator(provider))
        return fromGenerator(project, result);
    const outer = (0,syntax_tree/* parentOf */.gN)(reference.module, parent);
    const isAwaited = provider.kind === "AsyncFunctionDef" && outer?.kind === "Await";
    return [{ kind: "holding", holding: isAwaited ? { ...result, node: outer } : result }];
}
function unfollowed(place) {
    return lost(place, "used in a way we cannot follow");
}
/** `Depends(get_db)`, `dependency_overrides[get_db]`: FastAPI treats both kinds of functions alike. */
function isNamedOnly(project, { module, node }) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (/^(Subscript|Index|Compare)$/.test(parent?.kind ?? ""))
        return true;
    const call = parent?.kind === "keyword" ? (0,syntax_tree/* parentOf */.gN)(module, parent) : parent;
    return call?.kind === "Call" && isHarmlessCallee(project, module, (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(call, "func")) ?? "");
}
function isHarmlessCallee(project, module, name) {
    return (/(^|\.)(Depends|Security)$/.test(name) ||
        /(^|\.)dependency_overrides\.(pop|get)$/.test(name) ||
        (0,resolve/* externalName */.NI)(project, module, name) === "contextlib.asynccontextmanager");
}
/** `with get_db() as db`, `for db in get_db()`, `await anext(get_db())`. */
function fromGenerator(project, result) {
    const { module, node } = result;
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (parent?.kind === "withitem")
        return meaningOf(project, result);
    if (parent?.kind === "Call" && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(parent, "func")) === "anext")
        return anextResult(result, parent);
    return /^(Async)?For$/.test(parent?.kind ?? "") && parent ? looped(result, parent) : [unfollowed(result)];
}
function looped(result, loop) {
    const { module, node, role } = result;
    const name = (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(loop, "target"));
    if (name === undefined || (0,syntax_tree/* child */.jf)(loop, "iter") !== node)
        return [unfollowed(result)];
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node) ?? module.tree;
    return [
        { kind: "use", use: { kind: "for", module, node: loop } },
        { kind: "binding", binding: { role, module, scope, name, annotation: undefined } },
    ];
}
function anextResult(result, call) {
    const outer = (0,syntax_tree/* parentOf */.gN)(result.module, call);
    return outer?.kind === "Await" ? [{ kind: "holding", holding: { ...result, node: outer } }] : [unfollowed(result)];
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/async-plan.js









/** Plans the change of every use, provider and annotation that the flow found. Guarded files are never changed. */
function planAsync(project, flow, isBefore20) {
    const planner = { project, flow, isBefore20, converted: new Map(), changes: [], obstacles: [] };
    const lost = flow.obstacles.filter((entry) => entry.isLost).map(({ place, note }) => placeOf(place, note));
    for (const { place, note } of flow.obstacles.filter((entry) => !entry.isLost))
        object(planner, place, note);
    const isAwaited = planUsers(planner);
    for (const use of flow.uses.filter((entry) => !isUser(entry)))
        planUse(planner, use);
    planProviders(planner);
    for (const entry of planner.converted.values())
        planFunction(planner, entry);
    planAnnotations(planner);
    for (const { module } of planner.changes.filter((change) => project.guarded.has(change.module.path)))
        object(planner, { module, node: module.tree }, "a test file would have to change");
    return { changes: planner.changes, obstacles: planner.obstacles, lost, isAwaited };
}
function planProviders(planner) {
    for (const provider of planner.flow.providers) {
        const isPlain = provider.node.kind === "FunctionDef" && isGenerator(provider.node);
        if (isPlain && !mustBecomeAsync(planner, provider))
            object(planner, provider, "is a generator that cannot be asynchronous");
    }
}
/** True when there are users and none of them had to change. */
function planUsers(planner) {
    const users = planner.flow.uses.filter(isUser);
    for (const use of users)
        planUse(planner, use);
    planDdl(planner);
    return users.length > 0 && planner.changes.length === 0 && planner.converted.size === 0;
}
/** What makes a session and what listens to an engine does not await. */
function isUser({ kind }) {
    return kind !== "maker" && kind !== "event";
}
function placeOf({ module, node }, note) {
    return { path: module.path, line: node.line, note };
}
function object(planner, place, note) {
    planner.obstacles.push(placeOf(place, note));
}
function planUse(planner, use) {
    if (use.kind === "call")
        return planCall(planner, use);
    if (use.kind === "with" || use.kind === "for")
        return planBlock(planner, use);
    if (use.kind === "maker")
        return planMaker(planner, use);
    const { end } = use.node;
    if (use.kind === "event")
        planner.changes.push(plainChange(use.module, { start: end, end }, ".sync_engine"));
    if (use.kind === "ddl" && use.role === "connection")
        planOnConnection(planner, use);
}
function planOnConnection(planner, use) {
    const ddl = mustBeAsync(planner, use) ? ddlCall(use) : undefined;
    if (ddl)
        planner.changes.push(onConnection(ddl));
    else
        object(planner, use, "cannot be handed to `run_sync`");
}
function planCall(planner, use) {
    const callee = (0,syntax_tree/* child */.jf)(use.node, "func");
    const method = callee ? ((0,syntax_tree/* word */.Vm)(callee, "attr") ?? "") : "";
    if (isHandedToLoop(use) || (use.role === "factory" && method === "configure"))
        return;
    if (!mustBeAsync(planner, use))
        return object(planner, use, `\`${method}\` in a function that cannot be asynchronous`);
    // What has no asynchronous twin (`query`) is another fault; all that matters here is that it can be awaited later.
    if (!isCoroutine(use.role, method))
        return;
    const changes = awaitChanges(use.module, use.node);
    if (changes)
        planner.changes.push(...changes);
    else
        object(planner, use, "has no position we could change");
}
function isCoroutine(role, method) {
    return COROUTINE_METHODS[role].has(method) || (role === "session" && method === "begin");
}
/** A coroutine that goes to `asyncio.gather` and the like is awaited there. */
function isHandedToLoop({ module, node }) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    const callee = parent?.kind === "Call" ? ((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(parent, "func")) ?? "") : "";
    return /(^|\.)(gather|wait_for|create_task|ensure_future|shield|wait|as_completed)$/.test(callee);
}
function planBlock(planner, use) {
    if (use.node.kind.startsWith("Async"))
        return;
    const known = new Set(planner.flow.uses.flatMap((entry) => (entry.kind === "with" ? [entry.item] : [])));
    if ((0,syntax_tree/* children */.Y_)(use.node, "items").some((item) => !known.has(item)))
        return object(planner, use, "shares its `with` with something synchronous");
    if (!mustBeAsync(planner, use))
        return object(planner, use, "stands in a function that cannot be asynchronous");
    planner.changes.push(asyncChange(use.module, use.node));
}
function planMaker(planner, use) {
    const changes = hasAliasedInnerEngine(planner.project, use)
        ? undefined
        : makerChanges(planner.project, use, planner.isBefore20);
    if (!changes)
        return object(planner, use, "has arguments an asynchronous session does not take");
    planner.changes.push(...changes);
}
function planDdl(planner) {
    const calls = planner.flow.uses.filter((use) => use.kind === "ddl" && use.role === "engine");
    const ddls = calls.flatMap((use) => {
        const ddl = isOwnStatement(use) && mustBeAsync(planner, use) ? ddlCall(use) : undefined;
        if (!ddl)
            object(planner, use, "emits DDL where nothing can be awaited");
        return ddl ? [ddl] : [];
    });
    for (const group of consecutive(ddls)) {
        const first = group[0]?.call;
        const scope = first && (0,syntax_tree/* enclosingFunction */.pG)(first.module, first.node);
        if (scope)
            planner.changes.push(...inTransaction(group, scope));
    }
}
/** True when the function around a node is asynchronous or can become so; remembers that it must. */
function mustBeAsync(planner, { module, node }) {
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    return scope !== undefined && mustBecomeAsync(planner, { module, node: scope });
}
function mustBecomeAsync(planner, entry) {
    if (entry.node.kind !== "FunctionDef")
        return entry.node.kind === "AsyncFunctionDef";
    const isPossible = canBeAsync(planner, entry);
    if (isPossible)
        planner.converted.set(entry.node, entry);
    return isPossible;
}
/** FastAPI takes providers of both kinds, so one that only FastAPI (or code that changes along) calls may change. */
function canBeAsync(planner, { module, node: scope }) {
    const { project, flow } = planner;
    const own = (0,syntax_tree/* children */.Y_)(scope, "body").flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)]);
    if (own.some((node) => node.kind === "YieldFrom"))
        return false;
    const isProvider = flow.providers.some((entry) => entry.node === scope);
    const decorators = (0,syntax_tree/* children */.Y_)(scope, "decorator_list");
    const isContext = decorators.length === 1 && decorators.every((entry) => isContextManager(planner, { module, node: entry }));
    if (isProvider && isGenerator(scope))
        return decorators.length === 0 || isContext;
    return decorators.length === 0 && isOnlyFed(project, { module, node: scope });
}
/** A module's function that nothing but FastAPI calls. */
function isOnlyFed(project, { module, node }) {
    const references = referencesTo(project, node, (0,syntax_tree/* word */.Vm)(node, "name") ?? "");
    const isFed = references.length > 0 && references.every((place) => isNamedOnly(project, place));
    return isFed && (0,syntax_tree/* parentOf */.gN)(module, node)?.kind === "Module";
}
function isContextManager({ project }, { module, node }) {
    return (0,resolve/* externalName */.NI)(project, module, (0,syntax_tree/* dottedName */._P)(node)) === "contextlib.contextmanager";
}
function planFunction(planner, { module, node }) {
    planner.changes.push(asyncChange(module, node));
    for (const decorator of (0,syntax_tree/* children */.Y_)(node, "decorator_list")) {
        const text = "asynccontextmanager";
        const names = {
            wants: [{ source: "contextlib", name: text }],
            drops: [{ source: "contextlib", name: "contextmanager" }],
        };
        planner.changes.push({
            module,
            start: decorator.start,
            end: decorator.end,
            text: (spell) => spell(text),
            ...names,
        });
    }
}
function planAnnotations(planner) {
    const { project, flow } = planner;
    const places = flow.bindings.flatMap(({ module, annotation }) => (annotation ? [{ module, node: annotation }] : []));
    const results = flow.providers.flatMap(({ module, node }) => {
        const returns = (0,syntax_tree/* child */.jf)(node, "returns");
        return returns ? [{ module, node: returns }] : [];
    });
    const changes = [
        ...places.flatMap((place) => annotationChanges(project, place)),
        ...results.flatMap((place) => generatorChanges(project, place)),
    ];
    const isThere = ({ wants }) => !planner.isBefore20 || wants.every((entry) => entry.name !== "async_sessionmaker");
    planner.changes.push(...changes.filter((change) => isThere(change) && !project.guarded.has(change.module.path)));
}
/** The functions that a flow runs through, to tell whether a failing test came along. */
function functionsOf(flow) {
    const places = [
        ...flow.uses.map(({ module, node }) => ({ module, node: (0,syntax_tree/* enclosingFunction */.pG)(module, node) })),
        ...flow.bindings.map(({ module, scope }) => ({ module, node: scope })),
        ...flow.providers,
    ];
    return places.flatMap(({ module, node }) => (node && (0,syntax_tree/* isFunction */.Tn)(node) ? [{ module, node }] : []));
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/signs.js

/** All exceptions of a group, those seen by the probe first. */
function signsOf({ group, evidence }) {
    const raised = evidence.raised.map((entry) => sign(entry, entry.frames, entry.load));
    const reported = group.failures.flatMap((failure) => [
        sign(failure.exception, failure.frames, undefined),
        ...failure.chain.map((link) => sign(link, link.frames, undefined)),
    ]);
    return [...raised, ...reported];
}
function sign(exception, frames, load) {
    return { type: exception.type?.split(".").at(-1) ?? "", message: exception.message ?? "", frames, load };
}
/** True for SQLAlchemy's "no greenlet here" in all its wordings, also inside the message of another exception. */
function isMissingGreenlet({ type, message }) {
    return type === "MissingGreenlet" || message.includes("greenlet_spawn has not been called");
}
/**
 * True when a greenlet was missing for something else than loading an attribute. Where the probe saw the exception its
 * word counts; where only a report has it, it may be anything.
 */
function isPlainGreenlet(signs) {
    const missing = signs.filter(isMissingGreenlet);
    const seen = missing.filter((entry) => entry.load !== undefined);
    return seen.length > 0 ? seen.some((entry) => entry.load === null) : missing.length > 0;
}
/**
 * What code that awaits gets from synchronous engines and sessions beside MissingGreenlet (1.4 to 2.1; a bare
 * `__aenter__`: Python 3.10).
 */
function isAwaitOfSync({ type, message }) {
    return (type === "AsyncContextNotStarted" ||
        /context has not been started and object has not been awaited/.test(message) ||
        /'(Session|Connection|_GeneratorContextManager)' object does not support the asynchronous context/.test(message) ||
        /object \w+ can't be used in 'await' expression/.test(message) ||
        /AsyncEngine expected, got Engine\(/.test(message) ||
        (type === "AttributeError" && message === "__aenter__"));
}
/**
 * True when the failing tests ran one of the functions, as far as is known: by what the probe saw, else by the frames of
 * the report. With neither (a collection error without frames) anything may have run.
 */
function mayHaveRun(project, { group, evidence }, functions) {
    const ran = ({ module, node }) => evidence.executed.some(({ path, line }) => path === module.path && (line === node.line || line === (0,syntax_tree/* firstLine */.TM)(node)));
    if (evidence.executed.length > 0 && functions.some(ran))
        return true;
    const frames = signsOf({ group, evidence }).flatMap((entry) => entry.frames);
    const own = frames.filter((frame) => project.modules.has(frame.path) && !project.guarded.has(frame.path));
    if (own.length === 0 && evidence.executed.length === 0)
        return true;
    return own.some((frame) => functions.some(({ module, node }) => isAt({ module, node }, frame)));
}
function isAt({ module, node }, frame) {
    return module.path === frame.path && (0,syntax_tree/* functionAt */.G6)(module, frame.line) === node;
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/versions.js
/** True when the installed SQLAlchemy has no `async_sessionmaker`: it came with 2.0. Unknown counts as current. */
function isBefore20(packages) {
    return (packages["sqlalchemy"] ?? "").startsWith("1.");
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/async-draft.js





/**
 * Edits that make the seeds asynchronous, each with everything that uses it. A seed that cannot be converted as a whole,
 * or that the failing tests had nothing to do with, is left alone and named. Users out of sight are no hindrance when
 * all that are in sight await the seed already: a synchronous session on an asynchronous driver works for nobody.
 */
function asyncEdits(input, seeds) {
    const { project } = input;
    const changes = [];
    const leftAlone = [];
    for (const seed of seeds) {
        const found = flowOf(project, [seed.holding]);
        const flow = seed.maker ? { ...found, uses: [seed.maker, ...found.uses] } : found;
        const plan = planAsync(project, flow, isBefore20(input.packages));
        const reason = plan.obstacles[0] ?? (plan.isAwaited ? undefined : plan.lost[0]);
        const isConcerned = mayHaveRun(project, input, functionsOf(flow));
        if (!reason && isConcerned)
            changes.push(...seed.changes, ...plan.changes);
        else
            leftAlone.push(async_draft_placeOf(seed, reason?.note ?? "not used by the failing tests"));
    }
    return { edits: editsOf(project, changes), leftAlone };
}
function async_draft_placeOf({ holding }, note) {
    return { path: holding.module.path, line: holding.node.line, note };
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/handles.js



/**
 * Whether an expression is an AsyncEngine (or the engine inside one) or an AsyncConnection: by what makes it, or by the
 * annotation of the parameter. Undefined for synchronous ones and what cannot be told.
 */
function handleKind(project, place) {
    const engine = engineOf(project, place);
    if (engine)
        return engine.kind === "sync" ? undefined : "engine";
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(place.module, place.node);
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    if (!scope || name === undefined)
        return undefined;
    if (isEntered(project, place, name))
        return "connection";
    const annotation = parameterNamed(scope, name)?.annotation;
    const type = annotation && annotatedType(project, { module: place.module, node: annotation });
    return type === "AsyncEngine" ? "engine" : type === "AsyncConnection" ? "connection" : undefined;
}
/** True inside `async with engine.begin() as name`. */
function isEntered(project, { module, node }, name) {
    const items = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].flatMap((outer) => outer.kind === "AsyncWith" ? (0,syntax_tree/* children */.Y_)(outer, "items") : []);
    const item = items.find((entry) => (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(entry, "optional_vars")) === name);
    const maker = item && (0,syntax_tree/* child */.jf)(item, "context_expr");
    const callee = maker?.kind === "Call" ? (0,syntax_tree/* child */.jf)(maker, "func") : undefined;
    const isOpened = callee?.kind === "Attribute" && /^(begin|connect)$/.test((0,syntax_tree/* word */.Vm)(callee, "attr") ?? "");
    const engine = isOpened ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
    return engine !== undefined && handleKind(project, { module, node: engine }) === "engine";
}
function annotatedType(project, { module, node }) {
    const parts = [...(0,syntax_tree/* walk */.GG)(node)];
    return parts.flatMap((part) => sqlalchemyName(project, { module, node: part }) ?? []).at(0);
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/settings-members.js



/** Base classes looked through before we give up: a class that is its own base ends here. */
const settings_members_MAX_BASES = 8;
/**
 * What the class of a settings object says under the attribute that an expression reads: the method or property, or the
 * value of the field. Base classes in the project count, the nearest first.
 */
function memberOf(project, { module, node }) {
    const owner = node.kind === "Attribute" ? ownerOf(project, { module, node }) : undefined;
    return owner && memberIn(project, owner, { name: (0,syntax_tree/* word */.Vm)(node, "attr") ?? "", depth: settings_members_MAX_BASES });
}
function memberIn(project, owner, { name, depth }) {
    if (depth === 0)
        return undefined;
    const own = (0,syntax_tree/* children */.Y_)(owner.node, "body").flatMap((statement) => declared(statement, name) ?? []);
    if (own[0])
        return { module: owner.module, node: own[0] };
    const bases = (0,syntax_tree/* children */.Y_)(owner.node, "bases").flatMap((base) => (0,resolve/* definitionOf */.Fg)(project, owner.module, (0,syntax_tree/* dottedName */._P)(base) ?? "") ?? []);
    const found = bases.flatMap((base) => memberIn(project, base, { name, depth: depth - 1 }) ?? []);
    return found[0];
}
function declared(statement, name) {
    return (0,syntax_tree/* isFunction */.Tn)(statement) && (0,syntax_tree/* word */.Vm)(statement, "name") === name ? statement : assignedValue(statement, name);
}
/** The class of the object an attribute is read from: `Settings`, `settings = Settings()`, `self`, `get_settings()`. */
function ownerOf(project, { module, node }) {
    const base = (0,syntax_tree/* child */.jf)(node, "value");
    if ((0,syntax_tree/* dottedName */._P)(base) === "self") {
        const around = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef");
        return around && { module, node: around };
    }
    const value = base && followValue(project, { module, node: base });
    const made = value?.node.kind === "Call" ? (0,syntax_tree/* child */.jf)(value.node, "func") : undefined;
    return value && made
        ? settings_members_classOf(project, { module: value.module, node: made })
        : base && settings_members_classOf(project, { module, node: base });
}
/** The class that a name names, or that the function of that name makes an object of. */
function settings_members_classOf(project, { module, node }) {
    const name = (0,syntax_tree/* dottedName */._P)(node);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
    if (definition?.node.kind === "ClassDef")
        return definition;
    return definition && (0,syntax_tree/* isFunction */.Tn)(definition.node) ? classReturned(project, definition) : undefined;
}
/** `def get_settings(): return Settings()`, or one that says so in its annotation. */
function classReturned(project, { module, node }) {
    const returned = (0,syntax_tree/* children */.Y_)(node, "body")
        .flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])
        .flatMap((inner) => (inner.kind === "Return" ? ((0,syntax_tree/* child */.jf)(inner, "value") ?? []) : []));
    const makers = returned.flatMap((value) => (value.kind === "Call" ? ((0,syntax_tree/* child */.jf)(value, "func") ?? []) : []));
    for (const entry of [...makers, ...annotationOf(node)]) {
        const definition = (0,resolve/* definitionOf */.Fg)(project, module, (0,syntax_tree/* dottedName */._P)(entry) ?? "");
        if (definition?.node.kind === "ClassDef")
            return definition;
    }
    return undefined;
}
function annotationOf(node) {
    const annotation = (0,syntax_tree/* child */.jf)(node, "returns");
    return annotation ? [annotation] : [];
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/urls.js




const urls_MAX_DEPTH = 8;
const ENVIRONMENT = /(^|\.)(getenv|environ\.get)$/;
const READERS = /(^|\.)(config|env|env\.str|[Ff]ield|make_url|str|SecretStr|PostgresDsn|AnyUrl)$/;
/** Calls that make a URL of its parts: SQLAlchemy's, and those of pydantic's types. */
const BUILDERS = /(^|\.)(URL|(URL|\w+Dsn|MultiHostUrl)\.(create|build))$/;
/** The URL literals that can reach an expression, through names, defaults, settings classes and f-strings. */
function urlLiterals(project, place) {
    return literalsAt(project, place, { depth: urls_MAX_DEPTH, by: "literal", isScheme: false });
}
function literalsAt(project, place, step) {
    if (step.depth === 0)
        return [];
    const { module, node } = place;
    const deeper = { ...step, depth: step.depth - 1 };
    const at = (next) => next ? literalsAt(project, { module, node: next }, deeper) : [];
    switch (node.kind) {
        case "Constant":
            return literal(place, node.fields["value"], step);
        case "JoinedStr":
            return ofJoined(project, place, deeper);
        case "IfExp":
            return [...at((0,syntax_tree/* child */.jf)(node, "body")), ...at((0,syntax_tree/* child */.jf)(node, "orelse"))];
        case "BoolOp":
            return (0,syntax_tree/* children */.Y_)(node, "values").flatMap((value) => at(value));
        case "BinOp":
            return at((0,syntax_tree/* child */.jf)(node, "left"));
        case "Call":
            return ofCall(project, place, step);
        default:
            return ofName(project, place, deeper);
    }
}
/** `f"sqlite:///{path}"`, `f"{URL}/shop"`, `f"{DRIVER}://{host}"`. */
function ofJoined(project, place, step) {
    const [first, second] = (0,syntax_tree/* children */.Y_)(place.node, "values");
    if (first?.kind === "Constant")
        return literal(place, first.fields["value"], step);
    const head = first?.kind === "FormattedValue" ? (0,syntax_tree/* child */.jf)(first, "value") : undefined;
    const tail = second?.kind === "Constant" ? second.fields["value"] : undefined;
    const isScheme = step.isScheme || (typeof tail === "string" && tail.startsWith("://"));
    return head ? literalsAt(project, { module: place.module, node: head }, { ...step, isScheme }) : [];
}
function literal(place, value, { by, isScheme }) {
    const pattern = isScheme ? /^[\w+]+$/ : /^[\w+]+:\/\//;
    return typeof value === "string" && pattern.test(value) ? [{ ...place, text: value, by }] : [];
}
function ofCall(project, place, step) {
    const { module, node } = place;
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const name = (0,syntax_tree/* dottedName */._P)(callee) ?? "";
    const next = (value, changed = {}) => value ? literalsAt(project, { module, node: value }, { ...step, depth: step.depth - 1, ...changed }) : [];
    const scheme = schemeArgument(callee, node);
    if (scheme)
        return next(scheme, { isScheme: true });
    const fallback = (0,syntax_tree/* keywordArgument */.B1)(node, "default") ?? factoryBody(node) ?? (0,syntax_tree/* children */.Y_)(node, "args")[1];
    if (ENVIRONMENT.test(name))
        return next(fallback, { by: "default" });
    if (READERS.test(name))
        return fallback ? next(fallback, { by: "default" }) : next((0,syntax_tree/* children */.Y_)(node, "args")[0]);
    return isTextMethod(callee) ? next((0,syntax_tree/* child */.jf)(callee, "value")) : ofResult(project, place, step);
}
/** `default_factory=lambda: ...` of a field. */
function factoryBody(call) {
    const factory = (0,syntax_tree/* keywordArgument */.B1)(call, "default_factory");
    return factory?.kind === "Lambda" ? (0,syntax_tree/* child */.jf)(factory, "body") : undefined;
}
/** `URL.create("sqlite")`, `PostgresDsn.build(scheme="postgresql")`, `make_url(...).set(drivername="sqlite")`. */
function schemeArgument(callee, call) {
    const named = (0,syntax_tree/* keywordArgument */.B1)(call, "drivername") ?? (0,syntax_tree/* keywordArgument */.B1)(call, "scheme");
    if (callee && (0,syntax_tree/* word */.Vm)(callee, "attr") === "set")
        return (0,syntax_tree/* keywordArgument */.B1)(call, "drivername");
    if (!BUILDERS.test((0,syntax_tree/* dottedName */._P)(callee) ?? ""))
        return undefined;
    const [first] = (0,syntax_tree/* children */.Y_)(call, "args");
    return named ?? first;
}
/** `"...".format(...)` keeps the head of its text, and so does a URL written out. */
function isTextMethod(callee) {
    return (callee !== undefined &&
        /^(format|strip|render_as_string|unicode_string|get_secret_value)$/.test((0,syntax_tree/* word */.Vm)(callee, "attr") ?? ""));
}
/** What a project function returns, or a method of a settings object. */
function ofResult(project, { module, node }, step) {
    const name = (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func"));
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
    if (definition && (0,syntax_tree/* isFunction */.Tn)(definition.node))
        return returned(project, definition, step);
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const method = callee && memberOf(project, { module, node: callee });
    return method && (0,syntax_tree/* isFunction */.Tn)(method.node) ? returned(project, method, { ...step, by: "default" }) : [];
}
function returned(project, { module, node }, step) {
    const returns = (0,syntax_tree/* children */.Y_)(node, "body")
        .flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])
        .flatMap((inner) => (inner.kind === "Return" ? ((0,syntax_tree/* child */.jf)(inner, "value") ?? []) : []));
    return returns.flatMap((value) => literalsAt(project, { module, node: value }, { ...step, depth: step.depth - 1 }));
}
/** A name, or an attribute of a settings object: the default in its class, or the property that computes it. */
function ofName(project, place, step) {
    const value = followValue(project, place);
    if (value && value.node !== place.node && !isSettingsField(place, value))
        return literalsAt(project, value, step);
    if (value && value.node !== place.node)
        return literalsAt(project, value, { ...step, by: "default" });
    const member = memberOf(project, place);
    if (!member)
        return [];
    const isProperty = (0,syntax_tree/* isFunction */.Tn)(member.node);
    return (isProperty ? returned : literalsAt)(project, member, { ...step, by: "default" });
}
/** A class attribute read through an object may be overwritten by the environment (pydantic's settings). */
function isSettingsField(place, value) {
    return (place.node.kind === "Attribute" &&
        [...(0,syntax_tree/* ancestorsOf */.Gw)(value.module, value.node)].some((outer) => outer.kind === "ClassDef"));
}
/** Drivers that only work on an asynchronous engine. `psycopg` works on both. */
const ASYNC_DRIVER = /^\w+\+(aiosqlite|asyncpg|asyncmy|aiomysql|psycopg_async|aioodbc|oracledb_async)$/;
/** True when every URL that can reach the expression, at least one, names a driver that needs an asynchronous engine. */
function hasAsyncDriver(project, place) {
    const literals = urlLiterals(project, place);
    return literals.length > 0 && literals.every(isAsyncUrl);
}
/** True when every URL that can reach the expression, at least one, names a driver that a synchronous engine can use. */
function hasSyncDriver(project, place) {
    const literals = urlLiterals(project, place);
    return literals.length > 0 && !literals.some(isAsyncUrl);
}
function isAsyncUrl({ text }) {
    return ASYNC_DRIVER.test(text.split("://")[0] ?? "");
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/context-kinds.js






/** What a context expression gives that can only be entered by `async with`; undefined when that is not certain. */
function asyncContext(project, place, evidence) {
    const { module, node } = place;
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    if (!callee)
        return isAsyncSession(project, place, evidence) ? "session" : undefined;
    const called = { module, node: callee };
    if (givesAsyncSession(project, called))
        return "session";
    const opener = openerOf(called, /^(begin|begin_nested|connect)$/);
    if (opener)
        return opened(project, opener, { method: (0,syntax_tree/* word */.Vm)(callee, "attr") ?? "", evidence });
    return isOwnManager(project, called) ? "other" : undefined;
}
function givesAsyncSession(project, called) {
    return factoryOf(project, called)?.kind === "async" || isAsyncSessionClass(project, called.module, called.node);
}
/** What a method of one of these names is called on. */
function openerOf({ module, node }, names) {
    const base = names.test((0,syntax_tree/* word */.Vm)(node, "attr") ?? "") ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    return base && { module, node: base };
}
function opened(project, base, { method, evidence }) {
    const engine = engineOf(project, base);
    if (engine)
        return engine.kind === "async" && method !== "begin_nested" ? "connection" : undefined;
    if (method === "connect")
        return handleKind(project, base) === "engine" ? "connection" : undefined;
    if (factoryOf(project, base)?.kind === "async")
        return "session";
    if (isAsyncSession(project, base, evidence))
        return "session";
    return handleKind(project, base) === undefined ? undefined : "connection";
}
/** A function of the project under contextlib's `asynccontextmanager`. */
function isOwnManager(project, { module, node }) {
    const name = (0,syntax_tree/* dottedName */._P)(node);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
    if (!definition || !(0,syntax_tree/* isFunction */.Tn)(definition.node))
        return false;
    return (0,syntax_tree/* children */.Y_)(definition.node, "decorator_list").some((entry) => (0,resolve/* externalName */.NI)(project, definition.module, (0,syntax_tree/* dottedName */._P)(entry)) === "contextlib.asynccontextmanager");
}
/** True when the expression gives a session or connection of a synchronous engine whose URL names a synchronous driver. */
function isSyncContext(project, { module, node }) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    if (!callee)
        return false;
    const opener = openerOf({ module, node: callee }, /^(begin|connect)$/);
    const factory = factoryOf(project, opener ?? { module, node: callee });
    const engine = opener && engineOf(project, opener);
    const source = engine ?? (factory?.kind === "sync" ? factory.engine : undefined);
    return source !== undefined && isSyncEngine(project, source);
}
function isSyncEngine(project, { kind, creation }) {
    const url = (0,syntax_tree/* children */.Y_)(creation.node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(creation.node, "url");
    return kind === "sync" && url !== undefined && hasSyncDriver(project, { module: creation.module, node: url });
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/async-context-manager.js




/** Python 3.11 and later; `_trans_ctx` is what `begin()` gives in SQLAlchemy 1.4, of both kinds of engines. */
const NOT_SYNC = /'(_?Async\w*|async_scoped_session|_trans_ctx)' object does not support the context manager protocol/;
const NOT_ASYNC = /'(Session|Connection|_GeneratorContextManager|_trans_ctx|SessionTransaction|RootTransaction)' object does not support the asynchronous context manager protocol/;
/** `with` and `async with` follow what is entered. */
const asyncContextManager = {
    id: "async-context-manager",
    title: "`with` on an AsyncSession or AsyncEngine: use `async with` (and the reverse on a synchronous engine)",
    explanation: "`with` calls `__enter__`, which SQLAlchemy's asynchronous sessions and engines do not have: opening and closing them has to be awaited, so only `async with` can.",
    draft(input) {
        const signs = signsOf(input);
        if (signs.some((sign) => isSign(sign, NOT_SYNC, "__enter__")))
            return toAsync(input, signs);
        if (signs.some((sign) => isSign(sign, NOT_ASYNC, "__aenter__")))
            return toSync(input);
        return [];
    },
};
/** Before Python 3.11 the whole message is the name of the missing method. */
function isSign({ type, message }, wording, method) {
    return wording.test(message) || (type === "AttributeError" && message.trim() === method);
}
/** `with` statements of one kind in functions outside of the tests. */
function blocks({ project }, kind) {
    const modules = [...project.modules.values()].filter((module) => !project.guarded.has(module.path));
    return modules.flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].flatMap((node) => {
        const scope = node.kind === kind ? (0,syntax_tree/* enclosingFunction */.pG)(module, node) : undefined;
        return scope && (0,syntax_tree/* isFunction */.Tn)(scope) ? [{ module, node, scope }] : [];
    }));
}
function async_context_manager_entered({ node }) {
    return (0,syntax_tree/* children */.Y_)(node, "items").flatMap((item) => (0,syntax_tree/* child */.jf)(item, "context_expr") ?? []);
}
function toAsync(input, signs) {
    const wrong = blocks(input, "With").filter((block) => isAsyncBlock(input, block, signs));
    const inAsync = wrong.filter(({ scope }) => scope.kind === "AsyncFunctionDef");
    const { near, far } = split(input, inAsync);
    const seeds = wrong.filter(({ scope }) => scope.kind === "FunctionDef").flatMap((block) => seedsOf(input, block));
    const plan = asyncEdits(input, seeds);
    const insertions = near.map(({ module, node }) => edit(module, { start: node.start, end: node.start }, "async "));
    const rationale = "An AsyncSession or AsyncConnection can only be entered and left by `async with`.";
    return drafted({ edits: [...insertions, ...plan.edits], rationale, leftAlone: [...far, ...plan.leftAlone] });
}
function isAsyncBlock(input, block, signs) {
    const expressions = async_context_manager_entered(block);
    const isKnown = expressions.every((node) => asyncContext(input.project, { module: block.module, node }, input.evidence) !== undefined);
    return isKnown || (expressions.length === 1 && signs.some((sign) => isRaisedAt(sign, block)));
}
/** The interpreter itself said that this very statement entered something asynchronous. */
function isRaisedAt(sign, { module, node }) {
    const frame = sign.frames.at(-1);
    return NOT_SYNC.test(sign.message) && frame?.path === module.path && frame.line === node.line;
}
function seedsOf({ project, evidence }, block) {
    return async_context_manager_entered(block).flatMap((node) => {
        const role = asyncContext(project, { module: block.module, node }, evidence);
        if (role === undefined || role === "other")
            return [];
        return [{ holding: { module: block.module, node, role }, maker: undefined, changes: [] }];
    });
}
function toSync(input) {
    const wrong = blocks(input, "AsyncWith").filter((block) => isSyncBlock(input, block));
    const { near, far } = split(input, wrong);
    const edits = near.map(({ module, node }) => {
        const keyword = /^async\s+/.exec((0,syntax_tree/* sourceOf */.vz)(module, node))?.[0] ?? "";
        return edit(module, { start: node.start, end: node.start + keyword.length }, "");
    });
    const rationale = "The session comes from a synchronous engine, which is entered by a plain `with`.";
    return drafted({ edits, rationale, leftAlone: far });
}
/** Everything entered is synchronous, and nothing inside awaits it. */
function isSyncBlock({ project }, block) {
    const { module, node } = block;
    if (!async_context_manager_entered(block).every((expression) => isSyncContext(project, { module, node: expression })))
        return false;
    const names = (0,syntax_tree/* children */.Y_)(node, "items").map((item) => (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(item, "optional_vars")));
    const awaited = [...(0,syntax_tree/* walk */.GG)(node)].filter((inner) => inner.kind === "Await").flatMap((inner) => [...(0,syntax_tree/* walk */.GG)(inner)]);
    return !awaited.some((inner) => inner.kind === "Name" && names.includes((0,syntax_tree/* dottedName */._P)(inner)));
}
/** Blocks that the failing tests may have run, and the others as places to name. */
function split(input, found) {
    const isNear = ({ module, scope }) => mayHaveRun(input.project, input, [{ module, node: scope }]);
    const far = found.filter((block) => !isNear(block));
    const note = "the same pattern, not run by the failing tests";
    return {
        near: found.filter(isNear),
        far: far.map(({ module, node }) => ({ path: module.path, line: node.line, note })),
    };
}
function edit(module, range, text) {
    return { path: module.path, start: range.start, end: range.end, text };
}
function drafted(draft) {
    return draft.edits.length > 0 ? [draft] : [];
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/async-driver-url.js




const ASYNC_MAKERS = new Set(["create_async_engine"]);
const SYNC_MAKERS = new Set(["create_engine"]);
const async_driver_url_NOT_ASYNC = /The asyncio extension requires an async driver to be used\. The loaded '(\w+)' is not async/;
const NO_DRIVER = /No module named '(psycopg2|psycopg|MySQLdb|pymysql|pyodbc)'/;
/** Database family of a URL's first word, and of the names of synchronous drivers. */
const FAMILIES = {
    sqlite: "sqlite",
    pysqlite: "sqlite",
    postgresql: "postgresql",
    postgres: "postgresql",
    psycopg2: "postgresql",
    psycopg: "postgresql",
    pg8000: "postgresql",
    psycopg2cffi: "postgresql",
    mysql: "mysql",
    mariadb: "mysql",
    mysqldb: "mysql",
    pymysql: "mysql",
    mysqlconnector: "mysql",
    mssql: "mssql",
    pyodbc: "mssql",
    pymssql: "mssql",
};
/** Asynchronous drivers of a family, the usual one first; each is the name of its distribution and of its driver. */
const DRIVERS = {
    sqlite: ["aiosqlite"],
    postgresql: ["asyncpg", "psycopg"],
    mysql: ["aiomysql", "asyncmy"],
    mssql: ["aioodbc"],
};
/** A URL under `create_async_engine` that names a synchronous driver gets the installed asynchronous one. */
const asyncDriverUrl = {
    id: "async-driver-url",
    title: "A synchronous driver under `create_async_engine`: name the installed asynchronous driver in the URL",
    explanation: "`create_async_engine` needs a database driver that never blocks, and the URL names one that does.",
    draft(input) {
        const family = familyOf(signsOf(input));
        const driver = family && DRIVERS[family]?.find((name) => input.packages[name] !== undefined);
        if (family === undefined || driver === undefined)
            return [];
        const found = [...sqlalchemyCalls(input.project, ASYNC_MAKERS)].flatMap((call) => change(input.project, call, { family, driver }));
        const edits = distinct(found.flatMap((entry) => ("note" in entry ? [] : [entry])));
        const leftAlone = found.flatMap((entry) => ("note" in entry ? [entry] : []));
        if (edits.length === 0)
            return [];
        const rationale = `An AsyncEngine needs an asynchronous driver; \`${driver}\` is the one installed for ${family}.`;
        return [{ edits, rationale, leftAlone }];
    },
};
function familyOf(signs) {
    for (const { message } of signs) {
        const name = async_driver_url_NOT_ASYNC.exec(message)?.[1] ?? NO_DRIVER.exec(message)?.[1];
        const family = name === undefined ? undefined : FAMILIES[name.toLowerCase()];
        if (family !== undefined)
            return family;
    }
    return undefined;
}
function change(project, call, wanted) {
    const url = urlOf(call.node);
    const place = url && { module: call.module, node: url };
    if (!place || project.guarded.has(call.module.path))
        return [];
    const literals = urlLiterals(project, place).filter((literal) => isSyncUrl(literal, wanted.family));
    const isElsewhere = literals.some((literal) => isGuardedOrShared(project, literal));
    if (!isElsewhere)
        return literals.flatMap((literal) => schemeEdit(literal, wanted) ?? []);
    const edit = editAtCall(project, place, { literals, wanted });
    const note = "the same URL feeds a synchronous engine";
    return [edit ?? { path: call.module.path, line: call.node.line, note }];
}
function urlOf(call) {
    return (0,syntax_tree/* children */.Y_)(call, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(call, "url");
}
function isSyncUrl({ text }, family) {
    const [dialect = "", driver] = (text.split("://")[0] ?? "").split("+");
    return FAMILIES[dialect] === family && (driver === undefined || FAMILIES[driver] === family) && driver !== "psycopg";
}
/** True when a test file holds the literal, or a synchronous engine or a migration may be made from it. */
function isGuardedOrShared(project, literal) {
    if (project.guarded.has(literal.module.path))
        return true;
    const isMigrated = project.trackedFiles.some((path) => /(^|\/)(alembic|migrations)\/env\.py$/.test(path));
    const feedsSync = [...sqlalchemyCalls(project, SYNC_MAKERS)].some(({ module, node }) => {
        const url = urlOf(node);
        return (url !== undefined && urlLiterals(project, { module, node: url }).some((entry) => entry.node === literal.node));
    });
    return isMigrated || feedsSync;
}
function schemeEdit(literal, { family, driver }) {
    const source = (0,syntax_tree/* sourceOf */.vz)(literal.module, literal.node);
    const match = /^[a-zA-Z]{0,2}("""|'''|"|')([\w+]+)(?=:\/\/|\1)/.exec(source);
    if (!match || literal.node.start < 0 || match[2] === undefined)
        return undefined;
    const end = literal.node.start + match[0].length;
    return {
        path: literal.module.path,
        start: end - match[2].length,
        end,
        text: `${schemeName(match[2], family)}+${driver}`,
    };
}
/** `mariadb` stays what it is; `postgres` is a name that SQLAlchemy 1.4 dropped. */
function schemeName(scheme, family) {
    return scheme.startsWith("mariadb") ? "mariadb" : family;
}
/** `create_async_engine(URL.replace("sqlite://", "sqlite+aiosqlite://", 1))` where the URL is a plain string. */
function editAtCall(project, { module, node }, { literals, wanted }) {
    const value = factories_valueOf(project, { module, node });
    const isText = value?.node.kind === "Constant" ||
        /(getenv|environ\.get)$/.test((0,syntax_tree/* dottedName */._P)(value && (0,syntax_tree/* child */.jf)(value.node, "func")) ?? "");
    const schemes = new Set(literals.map(({ text }) => text.split("://")[0] ?? ""));
    const [scheme] = schemes;
    if (!isText || (0,syntax_tree/* dottedName */._P)(node) === undefined || scheme === undefined || schemes.size > 1)
        return undefined;
    const { end } = node;
    const text = `.replace("${scheme}://", "${schemeName(scheme, wanted.family)}+${wanted.driver}://", 1)`;
    return { path: module.path, start: end, end, text };
}
function distinct(edits) {
    return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/async-engine-for-async-url.js






const ENGINE_MAKERS = new Set(["create_engine"]);
/** `create_engine` on a URL with an asynchronous driver becomes `create_async_engine`, with all that hangs on it. */
const asyncEngineForAsyncUrl = {
    id: "async-engine-for-async-url",
    title: "`create_engine` on an asynchronous driver: use `create_async_engine`, and AsyncSessions on it",
    explanation: "The URL names an asynchronous driver but `create_engine` makes a synchronous engine: its first query has to await the driver, and nothing around it can.",
    draft(input) {
        const signs = signsOf(input);
        if (!isPlainGreenlet(signs) && !signs.some(isAwaitOfSync))
            return [];
        const calls = [...sqlalchemyCalls(input.project, ENGINE_MAKERS)];
        const { edits, leftAlone } = asyncEdits(input, calls.flatMap((call) => seedOf(input.project, call) ?? []));
        if (edits.length === 0)
            return [];
        const rationale = "The URL names an asynchronous driver, which a synchronous engine cannot drive outside of a greenlet. " +
            "The engine is made by create_async_engine, and its sessions and their users are asynchronous.";
        return [{ edits, rationale, leftAlone }];
    },
};
function seedOf(project, call) {
    const { module, node } = call;
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const url = (0,syntax_tree/* children */.Y_)(node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "url");
    if (!callee || !url || project.guarded.has(module.path) || !isPlainCall(project, call))
        return undefined;
    if (!hasAsyncDriver(project, { module, node: url }))
        return undefined;
    const twin = {
        from: { source: "sqlalchemy", name: "create_engine" },
        to: { source: ASYNC_MODULE, name: "create_async_engine" },
    };
    return {
        holding: { ...call, role: "engine" },
        maker: undefined,
        changes: [twinChange({ module, node: callee }, twin)],
    };
}
/** False when a keyword asks for a pool that an asynchronous engine refuses, or hides what is asked for. */
function isPlainCall(project, { module, node }) {
    const pool = (0,syntax_tree/* keywordArgument */.B1)(node, "poolclass");
    const isQueue = pool !== undefined && sqlalchemyName(project, { module, node: pool }) === "QueuePool";
    return !isQueue && (0,syntax_tree/* children */.Y_)(node, "keywords").every((entry) => (0,syntax_tree/* word */.Vm)(entry, "arg") !== undefined);
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/async-session-factory.js




const MAKERS = new Set(["sessionmaker", "Session"]);
/** A synchronous session factory on an asynchronous engine becomes an asynchronous one, with all its users. */
const asyncSessionFactory = {
    id: "async-session-factory",
    title: "`sessionmaker` on an AsyncEngine: use `async_sessionmaker`, and make its sessions' users asynchronous",
    explanation: "A plain `sessionmaker` makes synchronous sessions, also on an asynchronous engine: every query of theirs tries to await the driver from code that cannot.",
    draft(input) {
        if (!isTrigger(signsOf(input)))
            return [];
        const seeds = [...sqlalchemyCalls(input.project, MAKERS)].flatMap((call) => async_session_factory_seedOf(input.project, call) ?? []);
        const { edits, leftAlone } = asyncEdits(input, seeds);
        if (edits.length === 0)
            return [];
        const rationale = "The session factory makes synchronous sessions on an asynchronous engine, so every query looks for a greenlet " +
            "that is not there. It now makes AsyncSessions, and the code that uses them awaits them.";
        return [{ edits, rationale, leftAlone }];
    },
};
function isTrigger(signs) {
    return isPlainGreenlet(signs) || signs.some(isAwaitOfSync);
}
/** A call that makes synchronous sessions bound to an AsyncEngine or to the engine inside one. */
function async_session_factory_seedOf(project, call) {
    const { module, node } = call;
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const name = callee && sqlalchemyName(project, { module, node: callee });
    const isSync = name === "Session" || factoryOf(project, call)?.kind === "sync";
    if (!isSync || !isOnAsyncEngine(project, call) || project.guarded.has(module.path))
        return undefined;
    return {
        holding: { ...call, role: name === "Session" ? "session" : "factory" },
        maker: { kind: "maker", ...call },
        changes: [],
    };
}
function isOnAsyncEngine(project, { module, node }) {
    const bind = (0,syntax_tree/* children */.Y_)(node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "bind");
    const engine = bind && engineOf(project, { module, node: bind });
    return engine !== undefined && engine.kind !== "sync";
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/layout.js


/** Columns after which an edited one-line call is broken. */
const LONG_LINE = 100;
/** The blanks that the line of an offset begins with. */
function indentAt(module, offset) {
    return /^[ \t]*/.exec(module.text.slice(lineStart(module, offset), offset))?.[0] ?? "";
}
/** Adds to a list of arguments or elements after its last one, on a line of its own where the others are so. */
function appended(module, last, text) {
    const start = lineStart(module, last.start);
    const isOwnLine = module.text.slice(start, last.start).trim() === "";
    const separator = isOwnLine ? `,${lineEndOf(module)}${indentAt(module, last.start)}` : ", ";
    return { path: module.path, start: last.end, end: last.end, text: separator + text };
}
/**
 * Adds `options=[...]` after the last argument of a call: a line that gets too long is broken inside the parentheses,
 * and where that is not enough every argument and every option gets a line of its own.
 */
function appendedOptions(module, call, options) {
    const all = [...(0,syntax_tree/* children */.Y_)(call, "args"), ...(0,syntax_tree/* children */.Y_)(call, "keywords")].toSorted((a, b) => a.end - b.end);
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last)
        return [];
    const edit = appended(module, last, `options=[${options.join(", ")}]`);
    const isOneLine = !/[\r\n]/.test(module.text.slice(call.start, call.end)) && last.end === call.end - 1;
    if (!isOneLine || !isTooLong(module, call, edit.text))
        return [edit];
    const indent = indentAt(module, call.start);
    const inner = `${lineEndOf(module)}${indent}    `;
    if (indent.length + 4 + last.end - first.start + edit.text.length <= LONG_LINE)
        return [insertion(module, first.start, inner), { ...edit, text: edit.text + lineEndOf(module) + indent }];
    const gaps = all.slice(1).map((next, index) => ({ start: all[index]?.end ?? next.start, end: next.start }));
    if (gaps.some(({ start, end }) => !/^,\s*$/.test(module.text.slice(start, end))))
        return [edit];
    const text = `,${inner}options=${column(options, "[]", inner)},${lineEndOf(module)}${indent}`;
    return [
        insertion(module, first.start, inner),
        ...gaps.map((gap) => ({ path: module.path, ...gap, text: `,${inner}` })),
        { ...edit, text },
    ];
}
/** Elements in brackets, one a line, a level deeper than the line break given. */
function column(elements, [open = "", close = ""], lineBreak) {
    return `${open}${elements.map((element) => `${lineBreak}    ${element},`).join("")}${lineBreak}${close}`;
}
/** Adds a call of `.options(...)` to the end of a statement, on a line of its own where the call before it is so. */
function chained(module, chain, options) {
    const text = `.options(${options.join(", ")})`;
    const gap = gapBefore(module, chain);
    if (/[\r\n]/.test(gap))
        return [insertion(module, chain.end, gap + fitted(gap, options))];
    if (!isTooLong(module, chain, text))
        return [insertion(module, chain.end, text)];
    const lineBreak = lineEndOf(module) + indentAt(module, chain.end);
    const isOneLine = !/[\r\n]/.test(module.text.slice(chain.start, chain.end));
    if (!isOneLine || !isAlone(module, chain))
        return [insertion(module, chain.end, broken(lineBreak, options))];
    const inner = `${lineEndOf(module)}${indentAt(module, chain.start)}    `;
    const isShort = lengthAfter(inner) + chain.end - chain.start + text.length <= LONG_LINE;
    return [
        insertion(module, chain.start, inner),
        insertion(module, chain.end, (isShort ? text : broken(inner, options)) + lineBreak),
    ];
}
/** On one line behind a line break, or broken where that gets too long. */
function fitted(lineBreak, options) {
    const text = `.options(${options.join(", ")})`;
    return lengthAfter(lineBreak) + text.length <= LONG_LINE ? text : broken(lineBreak, options);
}
/** The options on a line of their own, or on one each. */
function broken(lineBreak, options) {
    const text = options.join(", ");
    const isShort = lengthAfter(lineBreak) + 4 + text.length <= LONG_LINE;
    return `.options${isShort ? `(${lineBreak}    ${text}${lineBreak})` : column(options, "()", lineBreak)}`;
}
/** Columns that the line after a line break begins with. */
function lengthAfter(lineBreak) {
    return lineBreak.replace(/[\r\n]/g, "").length;
}
/** The blanks and line breaks before the last method call of a chain. */
function gapBefore(module, chain) {
    const callee = (0,syntax_tree/* child */.jf)(chain, "func");
    const base = callee?.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
    const between = base && callee ? module.text.slice(base.end, callee.end) : "";
    return /^\s*/.exec(between)?.[0] ?? "";
}
function insertion(module, at, text) {
    return { path: module.path, start: at, end: at, text };
}
/** True when the node is the only argument of a call that stands on one line. */
function isAlone(module, node) {
    const outer = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (outer?.kind !== "Call" || (0,syntax_tree/* children */.Y_)(outer, "args").length !== 1 || (0,syntax_tree/* children */.Y_)(outer, "keywords").length > 0)
        return false;
    return outer.end === node.end + 1 && (0,syntax_tree/* children */.Y_)(outer, "args")[0] === node && module.text[node.start - 1] === "(";
}
function isTooLong(module, node, text) {
    const start = Math.max(lineStart(module, node.start), lineStart(module, node.end));
    const rest = /^[^\r\n]*/.exec(module.text.slice(node.end))?.[0] ?? "";
    return node.end + rest.length - start + text.length > LONG_LINE;
}

// EXTERNAL MODULE: ./.cache/build/syntax/imported-file.js
var imported_file = __webpack_require__(5918);
;// CONCATENATED MODULE: ./.cache/build/draft/loading/classes.js


const classLists = new WeakMap();
/** Every class of the loaded project. */
function allClasses(project) {
    const known = classLists.get(project);
    if (known)
        return known;
    const classes = [];
    for (const module of project.modules.values())
        for (const node of (0,syntax_tree/* walk */.GG)(module.tree))
            if (node.kind === "ClassDef")
                classes.push({ module, node, name: (0,syntax_tree/* word */.Vm)(node, "name") ?? "" });
    classLists.set(project, classes);
    return classes;
}
/** The class itself and its bases inside the project, nearest first. */
function lineageOf(project, start) {
    const found = [];
    const visit = (entry) => {
        if (found.some((other) => other.node === entry.node))
            return;
        found.push(entry);
        for (const base of (0,syntax_tree/* children */.Y_)(entry.node, "bases")) {
            const name = (0,syntax_tree/* dottedName */._P)(base);
            const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, entry.module, name);
            if (definition?.node.kind === "ClassDef")
                visit(definition);
        }
    };
    visit(start);
    return found;
}
/** True when the class is the other or derives from it. */
function isA(project, entry, base) {
    return lineageOf(project, entry).some((owner) => owner.node === base.node);
}
/** Names that a statement of a class body binds. */
function attributeNames(statement) {
    if ((0,syntax_tree/* isFunction */.Tn)(statement))
        return [(0,syntax_tree/* word */.Vm)(statement, "name") ?? ""];
    const target = (0,syntax_tree/* child */.jf)(statement, "target");
    const targets = statement.kind === "AnnAssign" && target ? [target] : (0,syntax_tree/* children */.Y_)(statement, "targets");
    return targets.flatMap((entry) => (entry.kind === "Name" ? [(0,syntax_tree/* word */.Vm)(entry, "id") ?? ""] : []));
}
/** The statement that binds an attribute in the class or the nearest base that has it. */
function attributeOf(project, entry, name) {
    for (const owner of lineageOf(project, entry)) {
        const statement = (0,syntax_tree/* children */.Y_)(owner.node, "body").findLast((line) => attributeNames(line).includes(name));
        if (statement)
            return { owner, statement };
    }
    return undefined;
}
/** All project classes named in an expression or annotation, in quotes or not. */
function classesIn(project, module, node) {
    const names = [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => {
        if (part.kind === "Constant")
            return (0,syntax_tree/* word */.Vm)(part, "value")?.match(/[A-Za-z_][\w.]*/g) ?? [];
        return (0,syntax_tree/* dottedName */._P)(part) ?? [];
    });
    return [...new Set(names)].flatMap((name) => classes_classNamed(project, module, name) ?? []);
}
function classes_classNamed(project, module, name) {
    const definition = (0,resolve/* definitionOf */.Fg)(project, module, name);
    if (definition)
        return definition.node.kind === "ClassDef" ? definition : undefined;
    // A name in quotes is looked up in SQLAlchemy's registry of classes, wherever they live.
    const named = allClasses(project).filter((entry) => entry.name === name.split(".").at(-1));
    return named.length === 1 ? named[0] : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/relationships.js


/** Relationships that a class body itself declares. */
function relationshipsIn(project, owner) {
    return (0,syntax_tree/* children */.Y_)(owner.node, "body").flatMap((statement) => {
        const call = (0,syntax_tree/* child */.jf)(statement, "value");
        if (call?.kind !== "Call" || !/(^|\.)[rR]elationship$/.test((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(call, "func")) ?? ""))
            return [];
        return attributeNames(statement).map((name) => relationship(project, owner, { name, call, statement }));
    });
}
function relationship(project, owner, { name, call, statement }) {
    const annotation = (0,syntax_tree/* child */.jf)(statement, "annotation");
    const written = (0,syntax_tree/* children */.Y_)(call, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(call, "argument") ?? annotation;
    const backref = backrefName((0,syntax_tree/* keywordArgument */.B1)(call, "backref"));
    const reverse = (0,syntax_tree/* keywordArgument */.B1)(call, "back_populates");
    return {
        name,
        owner,
        target: written && classesIn(project, owner.module, written).at(-1),
        mode: modeOf((0,syntax_tree/* keywordArgument */.B1)(call, "lazy"), annotation && (0,syntax_tree/* sourceOf */.vz)(owner.module, annotation)),
        reverse: backref ?? constant(reverse),
        isBackref: backref !== undefined,
    };
}
function constant(node) {
    return node?.kind === "Constant" ? (0,syntax_tree/* word */.Vm)(node, "value") : undefined;
}
/** `backref="order"` or `backref=backref("order", ...)`. */
function backrefName(node) {
    return constant(node?.kind === "Call" ? (0,syntax_tree/* children */.Y_)(node, "args")[0] : node);
}
const LAZY = new Set(["select", true]);
const EAGER = new Set(["joined", "selectin", "subquery", "immediate", false]);
function modeOf(lazy, annotation) {
    if (annotation !== undefined && /\b(DynamicMapped|WriteOnlyMapped)\b/.test(annotation))
        return "other";
    const value = lazy?.fields["value"];
    if (!lazy || LAZY.has(value))
        return "select";
    return EAGER.has(value) ? "eager" : "other";
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/mapped-classes.js





/** True for a class mapped to a table: it or a base of it names a table or holds columns or relationships. */
function isMapped(project, entry) {
    return lineageOf(project, entry).some(({ node }) => (0,syntax_tree/* children */.Y_)(node, "body").some((statement) => isMappedAttribute(statement)));
}
const MAPPING_CALLS = /(^|\.)(Column|mapped_column|relationship|Relationship|deferred)$/;
function isMappedAttribute(statement) {
    const value = (0,syntax_tree/* child */.jf)(statement, "value");
    const call = value?.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(value, "func")) : undefined;
    if (call !== undefined && MAPPING_CALLS.test(call))
        return true;
    return attributeNames(statement).includes("__tablename__");
}
/**
 * The mapped class of a qualified name as Python prints it (`src.models.Order`), or of a bare name when only one class
 * of the project has it.
 */
function modelNamed(project, qualified) {
    const parts = qualified.split(".");
    const name = parts.at(-1) ?? "";
    const named = allClasses(project).filter((entry) => entry.name === name && isMapped(project, entry));
    for (let length = parts.length - 1; length > 0; length--) {
        const path = (0,imported_file/* importedFile */.f)(project.trackedFiles, "", { source: parts.slice(0, length).join("."), level: 0 });
        const found = named.find((entry) => entry.module.path === path);
        if (found)
            return found;
    }
    return named.length === 1 ? named[0] : undefined;
}
/** The mapped class that a dotted name stands for in a module. */
function modelAt(project, module, dotted) {
    const definition = (0,resolve/* definitionOf */.Fg)(project, module, dotted);
    return definition?.node.kind === "ClassDef" && isMapped(project, definition) ? definition : undefined;
}
/** Every mapped class of the loaded project. */
function mappedClasses(project) {
    return allClasses(project).filter((entry) => isMapped(project, entry));
}
const relationshipMaps = new WeakMap();
/** Relationships of a mapped class by attribute name, those of its bases and those made by `backref=` included. */
function relationshipsOf(project, entry) {
    const maps = relationshipMaps.get(project) ?? new Map();
    relationshipMaps.set(project, maps);
    const known = maps.get(entry.node);
    if (known)
        return known;
    const lineage = lineageOf(project, entry);
    const own = lineage.toReversed().flatMap((owner) => relationshipsIn(project, owner));
    const found = new Map([...backrefs(project, lineage), ...own].map((relationship) => [relationship.name, relationship]));
    maps.set(entry.node, found);
    return found;
}
function backrefs(project, lineage) {
    return mappedClasses(project).flatMap((other) => relationshipsIn(project, other).flatMap(({ name, reverse, isBackref, target }) => {
        const isHere = isBackref && lineage.some((owner) => owner.node === target?.node);
        if (!isHere || reverse === undefined || !target)
            return [];
        return [
            { name: reverse, owner: target, target: other, mode: "select", reverse: name, isBackref: false },
        ];
    }));
}
/** True when objects of one class can be objects of the other. */
function isRelated(project, left, right) {
    return isA(project, left, right) || isA(project, right, left);
}
/** True for a column that is only loaded when read: `deferred(...)`, `mapped_column(deferred=True)`. */
function isDeferredColumn(project, entry, name) {
    const value = columnCall(project, entry, name);
    if (!value)
        return false;
    const maker = (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(value, "func")) ?? "";
    return /(^|\.)deferred$/.test(maker) || (0,syntax_tree/* keywordArgument */.B1)(value, "deferred")?.fields["value"] === true;
}
/** The call on the right side of a class attribute: `Column(...)`, `mapped_column(...)`, `relationship(...)`. */
function columnCall(project, entry, name) {
    const found = attributeOf(project, entry, name);
    const value = found && !(0,syntax_tree/* isFunction */.Tn)(found.statement) ? (0,syntax_tree/* child */.jf)(found.statement, "value") : undefined;
    return value?.kind === "Call" ? value : undefined;
}
/** The only primary key attribute of a class; undefined when there are several or none can be told. */
function primaryKeyOf(project, entry) {
    const names = lineageOf(project, entry).flatMap(({ node }) => (0,syntax_tree/* children */.Y_)(node, "body").flatMap((statement) => {
        const value = (0,syntax_tree/* child */.jf)(statement, "value");
        const isKey = value?.kind === "Call" && (0,syntax_tree/* keywordArgument */.B1)(value, "primary_key")?.fields["value"] === true;
        return isKey ? attributeNames(statement) : [];
    }));
    const unique = [...new Set(names)];
    return unique.length === 1 ? unique[0] : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/options.js

/** Reads `selectinload(Order.items).joinedload(Item.product)`; undefined for what is no such chain. */
function parseOption(node) {
    const links = [];
    for (let call = node; call?.kind === "Call"; call = calledOn(call)) {
        const link = linkOf(call);
        if (!link)
            return undefined;
        if (link.loader !== "Load")
            links.unshift(link);
    }
    return links.length > 0 ? { node, links } : undefined;
}
function calledOn(call) {
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    return callee?.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
}
function linkOf(call) {
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    const loader = callee && ((0,syntax_tree/* word */.Vm)(callee, "attr") ?? (0,syntax_tree/* word */.Vm)(callee, "id"));
    const [argument] = (0,syntax_tree/* children */.Y_)(call, "args");
    const attribute = (0,syntax_tree/* dottedName */._P)(argument)?.split(".").at(-1) ?? (argument && (0,syntax_tree/* word */.Vm)(argument, "value"));
    return loader === undefined ? undefined : { call, loader, attribute };
}
/** Options that go against loading: not ours to overrule. */
const REFUSES_LOAD = new Set(["lazyload", "noload", "raiseload", "defer"]);
/** Fits a tree of loads into existing options; undefined when an option forbids it or a class cannot be named. */
function mergeOptions(context, tree, options) {
    return joined(tree.map((node) => {
        const same = options.filter((option) => option.links[0]?.attribute === node.step.name);
        return same.length === 0 ? fresh(context, node, options) : extended(context, node, same);
    }));
}
function fresh(context, node, options) {
    const only = node.step.kind === "column" ? options.find(({ links }) => links[0]?.loader === "load_only") : undefined;
    if (only?.links[0])
        return widened(context, node, only.links[0].call);
    const text = writeOption(context.writer, node);
    return text === undefined ? undefined : { edits: [], missing: [text] };
}
/** `load_only(Order.id)` gets the column too. */
function widened({ module, writer }, { step }, call) {
    const [last, ...others] = (0,syntax_tree/* children */.Y_)(call, "args").toReversed();
    if (!last || [last, ...others].some((argument) => (0,syntax_tree/* dottedName */._P)(argument)?.split(".").at(-1) === step.name))
        return { edits: [], missing: [] };
    const text = writer.attribute(step);
    return text === undefined ? undefined : { edits: [options_insertion(module, last.end, `, ${text}`)], missing: [] };
}
/** Several options may begin with the same attribute: each child goes where its own name stands, else to the first. */
function extended(context, node, options) {
    const [first] = options;
    if (!first || options.some(({ links }) => REFUSES_LOAD.has(links[0]?.loader ?? "")))
        return undefined;
    const isPlaced = (below) => options.some((option) => leadsTo(option, below));
    const placed = node.children.filter(isPlaced).map((below) => {
        const homes = options.filter((option) => leadsTo(option, below));
        return extended(context, below, homes.map((home) => ({ ...home, links: home.links.slice(1) })));
    });
    const rest = node.children.filter((below) => !isPlaced(below));
    return joined([{ edits: deepened(context, node, first), missing: [] }, ...placed, continued(context, rest, first)]);
}
function leadsTo({ links }, below) {
    return links[1]?.attribute === below.step.name;
}
function joined(merges) {
    const done = merges.filter((merge) => merge !== undefined);
    if (done.length < merges.length)
        return undefined;
    return { edits: done.flatMap((merge) => merge.edits), missing: done.flatMap((merge) => merge.missing) };
}
/** One level of a tree that is read to any depth becomes all levels. */
function deepened({ module, writer }, { isRecursive }, option) {
    const [link, next] = option.links;
    const [argument] = link ? (0,syntax_tree/* children */.Y_)(link.call, "args") : [];
    const isOneLevel = link?.loader === "selectinload" && !next && !(0,syntax_tree/* keywordArgument */.B1)(link.call, "recursion_depth");
    if (!isRecursive || writer.recursiveLevels !== null || !isOneLevel || !argument)
        return [];
    return [options_insertion(module, argument.end, ", recursion_depth=-1")];
}
function continued(context, nodes, option) {
    const { module, writer } = context;
    const [link, next] = option.links;
    if (nodes.length === 0 || !link)
        return { edits: [], missing: [] };
    if (next?.loader === "options")
        return insideList(context, nodes, next.call);
    const text = writeBelow(writer, nodes);
    if (text === undefined)
        return undefined;
    if (!next)
        return { edits: [options_insertion(module, link.call.end, text)], missing: [] };
    return { edits: [], missing: [module.text.slice(option.node.start, link.call.end) + text] };
}
function insideList(context, nodes, call) {
    const list = (0,syntax_tree/* children */.Y_)(call, "args");
    const merged = mergeOptions(context, nodes, list.flatMap((argument) => parseOption(argument) ?? []));
    const last = list.at(-1);
    if (!merged || !last || merged.missing.length === 0)
        return merged;
    const text = merged.missing.map((option) => `, ${option}`).join("");
    return { edits: [...merged.edits, options_insertion(context.module, last.end, text)], missing: [] };
}
function options_insertion(module, at, text) {
    return { path: module.path, start: at, end: at, text };
}
/** `selectinload(Order.items).selectinload(Item.product)`. */
function writeOption(writer, node) {
    const call = writeCall(writer, node);
    const below = call === undefined ? undefined : writeBelow(writer, node.children);
    return call === undefined || below === undefined ? undefined : `${writer.loader(loaderOf(node.step))}${call}${below}`;
}
function loaderOf(step) {
    return step.kind === "column" ? "undefer" : "selectinload";
}
function writeCall(writer, node) {
    const attribute = writer.attribute(node.step);
    if (attribute === undefined)
        return undefined;
    if (!node.isRecursive)
        return `(${attribute})`;
    if (writer.recursiveLevels === null)
        return `(${attribute}, recursion_depth=-1)`;
    return `(${attribute})${`.selectinload(${attribute})`.repeat(writer.recursiveLevels - 1)}`;
}
/** The loads below one: chained when there is one, in `.options(...)` when there are several. */
function writeBelow(writer, nodes) {
    const [only, second] = nodes;
    if (!only)
        return "";
    if (!second) {
        const [call, below] = [writeCall(writer, only), writeBelow(writer, only.children)];
        return call === undefined || below === undefined ? undefined : `.${loaderOf(only.step)}${call}${below}`;
    }
    const options = nodes.map((node) => writeOption(writer, node));
    return options.includes(undefined) ? undefined : `.options(${options.join(", ")})`;
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/load-step.js



/**
 * The attributes that reading `name` loads, in order: one for a relationship or a deferred column, up to two for an
 * association proxy; none for anything else and for relationships that options must not touch.
 */
function load_step_stepsOf(project, model, name) {
    const relationship = relationshipsOf(project, model).get(name);
    if (relationship) {
        const { target, reverse, mode } = relationship;
        const isEager = mode === "eager";
        return mode === "other" ? [] : [{ kind: "relationship", name, model, target, reverse, isEager }];
    }
    if (isDeferredColumn(project, model, name))
        return [{ kind: "column", name, model, target: undefined, reverse: undefined, isEager: false }];
    return proxySteps(project, model, name);
}
function proxySteps(project, model, name) {
    const call = columnCall(project, model, name);
    if (!call || !/(^|\.)association_proxy$/.test((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(call, "func")) ?? ""))
        return [];
    const [collection, value] = (0,syntax_tree/* children */.Y_)(call, "args").map((argument) => (0,syntax_tree/* word */.Vm)(argument, "value"));
    const first = collection === undefined || collection === name ? [] : load_step_stepsOf(project, model, collection);
    const target = first[0]?.target;
    return target && value !== undefined && first.length === 1 ? [...first, ...load_step_stepsOf(project, target, value)] : first;
}
/** True when both are the same attribute, whichever class of a hierarchy they are spelled from. */
function isSameStep(project, left, right) {
    if (left.name !== right.name)
        return false;
    return load_step_ownerOf(project, left) === load_step_ownerOf(project, right);
}
function load_step_ownerOf(project, step) {
    return attributeOf(project, step.model, step.name)?.owner.node ?? step.model.node;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/build/draft/loading/model-import.js






/**
 * The way to write a class in a module: by a name it has there, through the module that another class is spelled
 * with, or imported the way that class is. Undefined when none of these is possible.
 */
function spellModel(request, near) {
    const { project, module, model } = request;
    if (near.model.node === model.node)
        return { text: near.spelling, edits: [] };
    const known = [model.name, ...model_import_localNames(module)].find((name) => isModel(request, name));
    if (known !== undefined)
        return { text: known, edits: [] };
    const prefix = near.spelling.slice(0, near.spelling.lastIndexOf(".") + 1);
    if (prefix !== "" && isModel(request, prefix + model.name))
        return { text: prefix + model.name, edits: [] };
    if (prefix !== "" || (0,resolve/* definitionOf */.Fg)(project, module, model.name))
        return undefined;
    const statement = importOf(module, near.spelling);
    const edit = statement && (lengthened(request, statement) ?? newImport(request, statement, near.model));
    return edit && { text: model.name, edits: [edit] };
}
function isModel({ project, module, model }, name) {
    return (0,resolve/* definitionOf */.Fg)(project, module, name)?.node === model.node && isBoundAtRun(module, name.split(".")[0] ?? name);
}
/** False for names that only type checkers see: imported under `if TYPE_CHECKING:`. */
function isBoundAtRun(module, name) {
    return (0,syntax_tree/* children */.Y_)(module.tree, "body").some((statement) => {
        if (statement.kind === "If")
            return false;
        return [...(0,resolve/* moduleStatements */.b2)(statement), statement].some((entry) => {
            const aliases = (0,syntax_tree/* children */.Y_)(entry, "names").map((alias) => (0,syntax_tree/* word */.Vm)(alias, "asname") ?? (0,syntax_tree/* word */.Vm)(alias, "name") ?? "");
            const isImported = aliases.some((alias) => alias === "*" || alias.split(".")[0] === name);
            return isImported || attributeNames(entry).includes(name) || (0,syntax_tree/* word */.Vm)(entry, "name") === name;
        });
    });
}
function model_import_localNames(module) {
    return imports(module).flatMap((statement) => (0,syntax_tree/* children */.Y_)(statement, "names").flatMap((alias) => (0,syntax_tree/* word */.Vm)(alias, "asname") ?? (0,syntax_tree/* word */.Vm)(alias, "name") ?? []));
}
function imports(module) {
    return (0,syntax_tree/* children */.Y_)(module.tree, "body").filter((statement) => statement.kind === "ImportFrom");
}
function importOf(module, name) {
    return imports(module).find((statement) => (0,syntax_tree/* children */.Y_)(statement, "names").some((alias) => ((0,syntax_tree/* word */.Vm)(alias, "asname") ?? (0,syntax_tree/* word */.Vm)(alias, "name")) === name));
}
function sourceFile({ project, module }, statement) {
    return (0,imported_file/* importedFile */.f)(project.trackedFiles, module.path, {
        source: (0,syntax_tree/* word */.Vm)(statement, "module") ?? "",
        level: levelOf(statement),
    });
}
function levelOf(statement) {
    const level = statement.fields["level"];
    return typeof level === "number" ? level : 0;
}
/** The class added to the statement, when its module has the class too. */
function lengthened(request, statement) {
    const { project, module, model } = request;
    const source = project.modules.get(sourceFile(request, statement) ?? "");
    if (!source || !isModel({ project, module: source, model }, model.name))
        return undefined;
    const written = (0,syntax_tree/* sourceOf */.vz)(module, statement);
    const list = /[#\\]/.test(written) ? undefined : written.split(/\bimport\b/).at(-1);
    return list === undefined ? undefined : insertedName({ path: module.path, list, end: statement.end }, model.name);
}
/** The name put where it belongs by the alphabet, when the list is sorted, else at the end. */
function insertedName({ path, list, end }, name) {
    const names = list
        .replace(/[()]/g, "")
        .split(",")
        .flatMap((item) => item.trim() || []);
    const before = nameBefore(names, name);
    const [, lineBreak = " ", indent = ""] = /\((\r\n|\r|\n)([ \t]*)/.exec(list) ?? [];
    const found = wordAt(list, before ?? names[0] ?? "");
    if (found === -1)
        return undefined;
    const start = end - list.length + found + (before?.length ?? 0);
    const comma = `,${lineBreak}${indent}`;
    return { path, start, end: start, text: before === undefined ? `${name}${comma}` : `${comma}${name}` };
}
function nameBefore(names, name) {
    const isSorted = names.every((entry, index) => index === 0 || (names[index - 1] ?? "") <= entry);
    return isSorted ? names.findLast((entry) => entry < name) : names.at(-1);
}
function wordAt(text, name) {
    const match = new RegExp(`(^|[^\\w])(?=${name.replaceAll(/\s+/g, "\\s+")}(?!\\w))`).exec(text);
    return match ? match.index + (match[1]?.length ?? 0) : -1;
}
/** `from app.models.item import Item` after `from app.models.order import Order`, in the same manner. */
function newImport(request, statement, near) {
    const { module, model } = request;
    if (sourceFile(request, statement) !== near.module.path)
        return undefined;
    const level = levelOf(statement);
    const nearDotted = modulePath(near.module.path);
    const source = ((0,syntax_tree/* word */.Vm)(statement, "module") ?? "").split(".").filter(Boolean).join("/");
    const base = level > 0
        ? external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(module.path), "../".repeat(level - 1)))
        : nearDotted.slice(0, nearDotted.length - source.length);
    const folder = base === "." || base === "./" || base === "" ? "" : `${base.replace(/\/+$/, "")}/`;
    const target = modulePath(model.module.path);
    if (!target.startsWith(folder) || !nearDotted.endsWith(source))
        return undefined;
    const dotted = target.slice(folder.length).split("/").join(".");
    const at = lineEnd(module, statement.end);
    const text = `from ${".".repeat(level)}${dotted} import ${model.name}${lineEndOf(module)}`;
    return { path: module.path, start: at, end: at, text };
}
function modulePath(path) {
    return path.replace(/\.py$/, "").replace(/\/__init__$/, "");
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/inference.js






const inference_MAX_DEPTH = 4;
const PASSES = 3;
/** Session methods whose result holds objects of the class their first argument selects. */
const RUNS_STATEMENT = new Set([
    "execute",
    "scalars",
    "scalar",
    "stream",
    "stream_scalars",
    "exec",
    "get",
    "get_one",
    "merge",
]);
const KEEPS_ELEMENTS = new Set([
    "list",
    "tuple",
    "set",
    "sorted",
    "reversed",
    "iter",
    "next",
    "filter",
    "enumerate",
    "anext",
]);
function rooted(model) {
    return { root: model, steps: [], model };
}
/** What mapped objects the names of a function hold, as far as annotations, assignments and run time tell. */
function namesIn(input, scope, depth = 0) {
    const names = new Map();
    const learn = (name, type) => {
        if (name !== undefined && type && !names.has(name))
            names.set(name, type);
    };
    // Assignments before what was seen: they tell the way to an object, a type does not.
    for (const [name, model] of declaredNames(input, scope))
        learn(name, rooted(model));
    followAssignments(input, scope, { names, depth, learn });
    for (const [name, model] of seenNames(input, scope))
        learn(name, rooted(model));
    followAssignments(input, scope, { names, depth, learn });
    return names;
}
function followAssignments(input, scope, known) {
    for (let pass = 0; pass < PASSES; pass++) {
        const before = known.names.size;
        for (const node of (0,syntax_tree/* walk */.GG)(scope.node))
            for (const [target, value] of bindings(node))
                learnTarget(target, typeOf(input, { module: scope.module, node: value }, known), known.learn);
        if (known.names.size === before)
            break;
    }
}
function learnTarget(target, type, learn) {
    const last = target.kind === "Tuple" ? (0,syntax_tree/* children */.Y_)(target, "elts").at(-1) : target;
    learn((0,syntax_tree/* dottedName */._P)(last), type);
}
/** Targets with the expressions they take their value (or elements) from. */
function bindings(node) {
    const value = (0,syntax_tree/* child */.jf)(node, "value") ?? (0,syntax_tree/* child */.jf)(node, "iter") ?? (0,syntax_tree/* child */.jf)(node, "context_expr");
    const target = (0,syntax_tree/* child */.jf)(node, "target") ?? (0,syntax_tree/* child */.jf)(node, "optional_vars");
    if (!value)
        return [];
    if (node.kind === "Assign")
        return (0,syntax_tree/* children */.Y_)(node, "targets").map((entry) => [entry, value]);
    const binds = ["AnnAssign", "NamedExpr", "For", "AsyncFor", "comprehension", "withitem"].includes(node.kind);
    return binds && target ? [[target, value]] : [];
}
function seenNames({ evidence, project }, { module, node }) {
    return evidence.raised
        .flatMap((raised) => raised.frames)
        .filter((frame) => frame.path === module.path && (0,syntax_tree/* functionAt */.G6)(module, frame.line) === node)
        .flatMap((frame) => Object.entries(frame.locals ?? {}))
        .flatMap(([name, type]) => {
        const model = type.includes(".") ? modelNamed(project, type) : undefined;
        return model ? [[name, model]] : [];
    });
}
function declaredNames({ project }, { module, node }) {
    const list = (0,syntax_tree/* child */.jf)(node, "args");
    const parameters = list ? ["posonlyargs", "args", "kwonlyargs"].flatMap((field) => (0,syntax_tree/* children */.Y_)(list, field)) : [];
    const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => (0,syntax_tree/* isFunction */.Tn)(outer) || outer.kind === "ClassDef");
    const self = owner?.kind === "ClassDef" ? { module, node: owner, name: (0,syntax_tree/* word */.Vm)(owner, "name") ?? "" } : undefined;
    return parameters.flatMap((parameter, index) => {
        const name = (0,syntax_tree/* word */.Vm)(parameter, "arg") ?? "";
        if (index === 0 && self && isMapped(project, self))
            return [[name, self]];
        const annotation = (0,syntax_tree/* child */.jf)(parameter, "annotation");
        const model = annotation && classesIn(project, module, annotation).find((entry) => isMapped(project, entry));
        return model ? [[name, model]] : [];
    });
}
/** Where the elements or the value of an expression of this kind come from. */
const PASSES_ON = {
    Await: ["value"],
    Subscript: ["value"],
    NamedExpr: ["value"],
    Starred: ["value"],
    ListComp: ["elt"],
    GeneratorExp: ["elt"],
    SetComp: ["elt"],
    IfExp: ["body", "orelse"],
};
/** The mapped objects that an expression gives; undefined when that cannot be told. */
function typeOf(input, place, known) {
    const { module, node } = place;
    const inner = (next) => next && typeOf(input, { module, node: next }, known);
    const named = known.names.get((0,syntax_tree/* dottedName */._P)(node) ?? "");
    if (named)
        return named;
    if (node.kind === "Attribute")
        return attributeType(input, inner((0,syntax_tree/* child */.jf)(node, "value")), node);
    if (node.kind === "Call")
        return callType(input, place, known);
    const parts = node.kind === "BoolOp" ? (0,syntax_tree/* children */.Y_)(node, "values") : inference_passedOn(node);
    return parts.map(inner).find(Boolean);
}
function inference_passedOn(node) {
    return (PASSES_ON[node.kind] ?? []).flatMap((field) => (0,syntax_tree/* child */.jf)(node, field) ?? []);
}
function attributeType({ project }, base, node) {
    const steps = base ? load_step_stepsOf(project, base.model, (0,syntax_tree/* word */.Vm)(node, "attr") ?? "") : [];
    const model = steps.at(-1)?.target;
    return base && model && { root: base.root, steps: [...base.steps, ...steps], model };
}
function callType(input, place, known) {
    const { module, node } = place;
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const made = modelCalled(input, module, callee) ?? entityOf(input, place);
    if (made)
        return rooted(made);
    if (callee?.kind === "Name" && KEEPS_ELEMENTS.has((0,syntax_tree/* word */.Vm)(callee, "id") ?? ""))
        return argumentType(input, place, known);
    return returnedType(input, place, known) ?? methodType(input, place, known);
}
/** A session's method gives what its statement selects; methods of results and of statements keep what they are of. */
function methodType(input, place, known) {
    const callee = (0,syntax_tree/* child */.jf)(place.node, "func");
    if (callee?.kind !== "Attribute")
        return undefined;
    const isGiven = (0,syntax_tree/* children */.Y_)(place.node, "args").length > 0;
    if (isGiven && RUNS_STATEMENT.has((0,syntax_tree/* word */.Vm)(callee, "attr") ?? ""))
        return argumentType(input, place, known);
    const base = (0,syntax_tree/* child */.jf)(callee, "value");
    return base && typeOf(input, { module: place.module, node: base }, known);
}
function argumentType(input, { module, node }, known) {
    const [first] = (0,syntax_tree/* children */.Y_)(node, "args");
    return first && (typeOf(input, { module, node: first }, known) ?? modelArgument(input, module, first));
}
function modelCalled({ project }, module, callee) {
    const name = (0,syntax_tree/* dottedName */._P)(callee);
    return name === undefined ? undefined : modelAt(project, module, name);
}
function modelArgument(input, module, node) {
    const model = modelCalled(input, module, node);
    return model && rooted(model);
}
/** The first mapped class that `select(...)` names; undefined for any other call. */
function entityOf({ project }, { module, node }) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    const isBare = callee?.kind === "Name" && (0,syntax_tree/* word */.Vm)(callee, "id") === "select";
    if (!callee || (!isBare && sqlalchemyName(project, { module, node: callee }) !== "select"))
        return undefined;
    return (0,syntax_tree/* children */.Y_)(node, "args")
        .flatMap((argument) => (0,syntax_tree/* dottedName */._P)(argument) ?? [])
        .flatMap((name) => modelAt(project, module, name) ?? [])[0];
}
/** By the annotation of what a project function returns, else by its return statements. */
function returnedType(input, { module, node }, known) {
    if (known.depth >= inference_MAX_DEPTH)
        return undefined;
    const definition = (0,resolve/* definitionOf */.Fg)(input.project, module, (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) ?? "");
    if (!definition || !(0,syntax_tree/* isFunction */.Tn)(definition.node))
        return undefined;
    const annotation = (0,syntax_tree/* child */.jf)(definition.node, "returns");
    const declared = annotation && classesIn(input.project, definition.module, annotation);
    const model = declared?.find((entry) => isMapped(input.project, entry));
    if (model)
        return rooted(model);
    const names = namesIn(input, definition, known.depth + 1);
    return [...(0,syntax_tree/* walk */.GG)(definition.node)]
        .flatMap((part) => (part.kind === "Return" ? ((0,syntax_tree/* child */.jf)(part, "value") ?? []) : []))
        .map((value) => typeOf(input, { module: definition.module, node: value }, { names, depth: known.depth + 1 }))
        .find(Boolean);
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/needs.js





const MAX_PROPERTY_DEPTH = 3;
/** What a function reads from mapped objects, properties and methods of the models included. */
function needs_readsOf(input, scope, depth = 0) {
    const { project } = input;
    const names = namesIn(input, scope);
    return [...(0,syntax_tree/* walk */.GG)(scope.node)].flatMap((node) => {
        const base = node.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
        const type = base && typeOf(input, { module: scope.module, node: base }, { names, depth: 0 });
        if (!type)
            return [];
        const name = (0,syntax_tree/* word */.Vm)(node, "attr") ?? "";
        const steps = load_step_stepsOf(project, type.model, name);
        if (steps.length === 0)
            return through(type, ownReads(input, type.model, { name, depth }));
        const isRecursive = callsItself(scope) && steps.at(-1)?.target !== undefined && isLoop(input, steps);
        return [{ root: type.root, steps: [...type.steps, ...steps], isRecursive }];
    });
}
/** What a property or method of a model reads of its own object. */
function ownReads(input, model, { name, depth }) {
    const found = attributeOf(input.project, model, name);
    if (!found || !(0,syntax_tree/* isFunction */.Tn)(found.statement) || depth >= MAX_PROPERTY_DEPTH)
        return [];
    const scope = { module: found.owner.module, node: found.statement };
    return needs_readsOf(input, scope, depth + 1).filter((need) => isRelated(input.project, need.root, model));
}
function through(type, needs) {
    return needs.map((need) => ({ ...need, root: type.root, steps: [...type.steps, ...need.steps] }));
}
function isLoop({ project }, steps) {
    const last = steps.at(-1);
    return last?.target !== undefined && isRelated(project, last.target, last.model);
}
/** True when the function calls or reads something of its own name. */
function callsItself({ node: scope }) {
    const name = (0,syntax_tree/* word */.Vm)(scope, "name");
    return [...(0,syntax_tree/* walk */.GG)(scope)].some((node) => {
        if (node.kind === "Attribute")
            return (0,syntax_tree/* word */.Vm)(node, "attr") === name;
        return node.kind === "Call" && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) === name;
    });
}
const MAX_TREE_DEPTH = 6;
/** All needs that start at objects of `root` or at what earlier steps lead to, as one tree. */
function treeOf(input, root, wanted) {
    return grow({ input, ...wanted }, root, { path: [], rest: wanted.own ?? [] });
}
function grow(context, model, { path, rest }) {
    if (path.length >= MAX_TREE_DEPTH)
        return [];
    const all = [...rest, ...needsOf(context, model, path)];
    const names = [...new Set(all.map((need) => need.steps[0]?.name))];
    return names.flatMap((name) => {
        const group = all.filter((need) => need.steps[0]?.name === name);
        const step = group[0]?.steps[0];
        if (!step)
            return [];
        const further = group
            .map((need) => ({ ...need, steps: need.steps.slice(1) }))
            .filter((need) => need.steps.length > 0);
        const isRecursive = group.some((need) => need.isRecursive && need.steps.length === 1);
        const below = step.target ? grow(context, step.target, { path: [...path, step], rest: further }) : [];
        if (step.isEager && below.length === 0)
            return [];
        return [{ step, children: below, isRecursive }];
    });
}
/** Needs that start at objects of a class where a path leads to them. */
function needsOf({ input, needs, isStrict }, model, path) {
    const { project } = input;
    const incoming = path.at(-1);
    if (isStrict && path.some((step) => isRelated(project, step.model, model)))
        return [];
    return needs
        .filter((need) => isRelated(project, need.root, model))
        .filter(({ steps: [first] }) => {
        if (!first || !incoming)
            return first !== undefined;
        return first.name !== incoming.reverse && !path.some((step) => isSameStep(project, step, first));
    });
}
/** True when the tree loads this attribute of this class somewhere. */
function loads(input, tree, step) {
    return tree.some((node) => isSameStep(input.project, node.step, step) || loads(input, node.children, step));
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/query-edits.js









const ORM = "sqlalchemy.orm";
/** How deep a self-referential relationship is written out where `recursion_depth` does not exist. */
const LEVELS_BEFORE_20 = 3;
/** The tree of loads that objects of this query need; empty when `step` is not among them. */
function wantedTree(input, query, wanted) {
    return treeOf(input, query.model, { ...wanted, own: existingNeeds(input, query) });
}
/** True when the loads wanted of the query include this attribute. */
function wants(input, query, { needs, step }) {
    return loads(input, wantedTree(input, query, { needs, isStrict: false }), step);
}
function existingOptions(query) {
    return query.optionLists.flatMap((list) => optionNodes(list).flatMap((node) => parseOption(node) ?? []));
}
function optionNodes(list) {
    return list.kind === "Call" ? (0,syntax_tree/* children */.Y_)(list, "args") : (0,syntax_tree/* children */.Y_)(list, "elts");
}
/** The ways that options of the query already load: what is wanted may lie beyond them. */
function existingNeeds(input, query) {
    return existingOptions(query).flatMap(({ links }) => {
        const steps = [];
        let model = query.model;
        for (const link of links) {
            const step = stepsNamed(input.project, model, link.attribute);
            if (!step?.target)
                break;
            steps.push(step);
            model = step.target;
        }
        return steps.length > 0 ? [{ root: query.model, steps, isRecursive: false }] : [];
    });
}
function stepsNamed(project, model, name) {
    const [step] = name === undefined ? [] : load_step_stepsOf(project, model, name);
    return step;
}
/** Edits that make a query load the tree. */
function queryEdits(input, query, tree) {
    const imports = { module: query.module, loaders: new Set(), edits: [] };
    const context = { module: query.module, writer: writerFor(input, query, imports) };
    const merged = mergeOptions(context, tree, existingOptions(query));
    if (!merged)
        return undefined;
    if (merged.missing.length === 0)
        return { edits: merged.edits, imports };
    const added = withOptions(query, merged.missing);
    return added && { edits: [...merged.edits, ...added], imports };
}
function withOptions(query, options) {
    const { module } = query;
    const text = options.join(", ");
    const list = query.optionLists.at(-1);
    const last = list && optionNodes(list).at(-1);
    if (last)
        return last.kind === "Starred" ? undefined : [appended(module, last, text)];
    if (list && (list.kind === "List" || list.kind === "Call"))
        return [{ path: module.path, start: list.end - 1, end: list.end - 1, text }];
    if (list)
        return undefined;
    if (query.kind === "select")
        return chained(module, query.chain, options);
    return appendedOptions(module, query.call, options);
}
/** How options are written in a module, beside a class that it names already. */
function writerFor({ project, packages }, query, imports) {
    const { module } = query;
    const near = { model: query.model, spelling: query.spelling };
    return {
        recursiveLevels: /^[01]\./.test(packages["sqlalchemy"] ?? "") ? LEVELS_BEFORE_20 : null,
        loader: (name) => {
            imports.loaders.add(name);
            return spellingOf(module, { source: ORM, name }) ?? name;
        },
        attribute: (step) => {
            const isRoot = isRelated(project, query.model, step.model) && hasAttribute(project, query.model, step);
            const spelled = spellModel({ project, module, model: isRoot ? query.model : step.model }, near);
            if (!spelled)
                return undefined;
            imports.edits.push(...spelled.edits);
            return `${spelled.text}.${step.name}`;
        },
    };
}
function hasAttribute(project, model, step) {
    return attributeOf(project, model, step.name) !== undefined || model.node === step.model.node;
}
/** The edits of a draft with the imports they need, one statement each. */
function withImports(parts) {
    const modules = [...new Set(parts.map((part) => part.imports.module))];
    const edits = parts.flatMap((part) => part.edits);
    const imported = modules.flatMap((module) => {
        const own = parts.map((part) => part.imports).filter((imports) => imports.module === module);
        const wanted = [...new Set(own.flatMap((imports) => [...imports.loaders]))].map((name) => ({ source: ORM, name }));
        return [...planImports(module, wanted).edits, ...own.flatMap((imports) => imports.edits)];
    });
    return mergedImports(query_edits_distinct([...edits, ...imported]));
}
/** Two new statements that import from the same module at the same place become one. */
function mergedImports(edits) {
    const merged = [];
    for (const edit of edits) {
        const [, head, names, end = ""] = /^(from [\w.]+ import )([\w, ]+)(\r\n|\r|\n)$/.exec(edit.text) ?? [];
        const twin = merged.findIndex(({ path, start, text }) => head !== undefined && path === edit.path && start === edit.start && text.startsWith(head));
        const found = merged[twin];
        if (!found || head === undefined || names === undefined)
            merged.push(edit);
        else
            merged[twin] = { ...found, text: head + sortedNames(found.text.slice(head.length), names) + end };
    }
    return merged;
}
function sortedNames(first, second) {
    return [...first.trim().split(", "), ...second.split(", ")].toSorted().join(", ");
}
function query_edits_distinct(edits) {
    const seen = new Set();
    return edits.filter(({ path, start, end, text }) => {
        const key = JSON.stringify([path, start, end, text]);
        return !seen.has(key) && Boolean(seen.add(key));
    });
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/refresh.js





/** `await db.commit()` and its like in a function's own statements, in source order. */
function sessionStatements(scope, methods) {
    const own = (0,syntax_tree/* children */.Y_)(scope, "body").flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)]);
    return own.flatMap((statement) => {
        const call = awaitedCall(statement);
        const callee = call && (0,syntax_tree/* child */.jf)(call, "func");
        const session = callee?.kind === "Attribute" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(callee, "value")) : undefined;
        const method = callee ? ((0,syntax_tree/* word */.Vm)(callee, "attr") ?? "") : "";
        return call && session !== undefined && methods.has(method) ? [{ statement, call, session, method }] : [];
    });
}
function awaitedCall(statement) {
    const awaited = statement.kind === "Expr" ? (0,syntax_tree/* child */.jf)(statement, "value") : undefined;
    const call = awaited?.kind === "Await" ? (0,syntax_tree/* child */.jf)(awaited, "value") : undefined;
    return call?.kind === "Call" ? call : undefined;
}
const WRITES = new Set(["commit", "flush", "refresh"]);
/** The creation that a call `Order(...)` begins; undefined when the object is not written in the same function. */
function creationAt(input, { module, node }) {
    const spelling = node.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) : undefined;
    const model = spelling === undefined ? undefined : modelAt(input.project, module, spelling);
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const bound = nameGiven(module, node);
    if (!model || spelling === undefined || scope?.kind !== "AsyncFunctionDef" || !bound)
        return undefined;
    const anchor = anchorOf(input, { module, scope, ...bound });
    return anchor && { module, scope, model, spelling, variable: bound.variable, anchor };
}
/** The name that an assignment gives the value of a node. */
function nameGiven(module, node) {
    const statement = (0,syntax_tree/* enclosingStatement */.qj)(module, node);
    if (!statement || (0,syntax_tree/* child */.jf)(statement, "value") !== node)
        return undefined;
    const variable = (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* children */.Y_)(statement, "targets")[0] ?? (0,syntax_tree/* child */.jf)(statement, "target"));
    return variable === undefined ? undefined : { variable, after: statement.end };
}
/** The last commit, flush or refresh of the object that is followed by a use of it. */
function anchorOf(input, { module, scope, variable, after }) {
    return sessionStatements(scope, WRITES)
        .filter(({ statement, call, method }) => {
        const isOfObject = method !== "refresh" || (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* children */.Y_)(call, "args")[0]) === variable;
        return statement.start > after && isOfObject && usedAfter(scope, variable, statement.end);
    })
        .filter(({ call }) => {
        const callee = (0,syntax_tree/* child */.jf)(call, "func");
        const session = callee && (0,syntax_tree/* child */.jf)(callee, "value");
        return (session !== undefined &&
            sessionKindOf(input.project, { module, node: session }, input.evidence)?.kind !== "sync");
    })
        .at(-1);
}
/** True when the function uses the name at or behind an offset, other than to refresh it. */
function usedAfter(scope, variable, offset) {
    const refreshed = sessionStatements(scope, new Set(["refresh"])).flatMap(({ call }) => (0,syntax_tree/* children */.Y_)(call, "args").slice(0, 1));
    // What stands inside an f-string has no position before Python 3.12: it is where the f-string is, walked just before.
    let position = scope.start;
    return [...(0,syntax_tree/* walk */.GG)(scope)].some((node) => {
        position = node.start >= 0 ? node.start : position;
        const isName = (node.kind === "Name" || node.kind === "Attribute") && (0,syntax_tree/* dottedName */._P)(node) === variable;
        return isName && position >= offset && !refreshed.includes(node) && (0,syntax_tree/* child */.jf)(node, "ctx")?.kind === "Load";
    });
}
/** A statement on the line after another one. */
function statementAfter(module, statement, text) {
    const rest = /^[^\r\n]*/.exec(module.text.slice(statement.end))?.[0] ?? "";
    if (/^\s*;/.test(rest))
        return undefined;
    const at = lineEnd(module, statement.end);
    const lineBreak = lineEndOf(module);
    const line = indentAt(module, statement.start) + text;
    const isLast = at === module.text.length && !/[\r\n]$/.test(module.text);
    return { path: module.path, start: at, end: at, text: isLast ? lineBreak + line : line + lineBreak };
}
/** Attribute names that a `refresh(obj, [...])` lists; null when it refreshes all columns. */
function refreshedNames({ call, }) {
    const list = (0,syntax_tree/* children */.Y_)(call, "args")[1] ?? (0,syntax_tree/* keywordArgument */.B1)(call, "attribute_names");
    return list ? { list, names: (0,syntax_tree/* children */.Y_)(list, "elts").flatMap((entry) => (0,syntax_tree/* word */.Vm)(entry, "value") ?? []) } : null;
}
/** The quotes that the module uses. */
function quoted(module, name) {
    const [double = 0, single = 0] = ['"', "'"].map((quote) => module.text.split(quote).length);
    return single > double ? `'${name}'` : `"${name}"`;
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/creation-edits.js







/** Edits that fetch what a newly made object never loaded, after it was written; no edits when that is done already. */
function creationEdits(input, creation, tree) {
    const isFlat = tree.every((node) => node.children.length === 0 && !node.isRecursive && node.step.kind === "relationship");
    if (isReselected(creation))
        return { edits: [], imports: importsOf(creation) };
    return isFlat && refreshLoadsRelationships(input) ? refreshing(creation, tree) : reselecting(input, creation, tree);
}
/** `refresh(obj, ["items"])` loads a lazy relationship since SQLAlchemy 2.0.4; before, it was left lazy. */
function refreshLoadsRelationships({ packages }) {
    const [major = 0, minor = 0, patch = 0] = (packages["sqlalchemy"] ?? "")
        .split(".")
        .map((part) => Number.parseInt(part, 10));
    return major > 2 || (major === 2 && (minor > 0 || patch >= 4));
}
function importsOf({ module }) {
    return { module, loaders: new Set(), edits: [] };
}
function refreshing(creation, tree) {
    const { module, variable, anchor } = creation;
    const lists = sessionStatements(creation.scope, new Set(["refresh"]))
        .filter(({ call }) => (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* children */.Y_)(call, "args")[0]) === variable)
        .flatMap((statement) => refreshedNames(statement) ?? []);
    const known = lists.flatMap((list) => list.names);
    const names = tree.map((node) => node.step.name).filter((name) => !known.includes(name));
    if (names.length === 0)
        return { edits: [], imports: importsOf(creation) };
    const text = names.map((name) => quoted(module, name)).join(", ");
    const last = lists.at(-1)?.list;
    const element = last && (0,syntax_tree/* children */.Y_)(last, "elts").at(-1);
    const edit = element
        ? appended(module, element, text)
        : statementAfter(module, anchor.statement, `await ${anchor.session}.refresh(${variable}, [${text}])`);
    return edit && { edits: [edit], imports: importsOf(creation) };
}
/** True when the object is fetched anew after it was written. */
function isReselected({ scope, variable, anchor }) {
    return [...(0,syntax_tree/* walk */.GG)(scope)].some((node) => {
        const value = node.kind === "Assign" && node.start > anchor.statement.end ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
        return (value?.kind === "Await" &&
            (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* children */.Y_)(node, "targets")[0]) === variable &&
            isFreshGet((0,syntax_tree/* child */.jf)(value, "value")));
    });
}
function isFreshGet(call) {
    const callee = call?.kind === "Call" ? (0,syntax_tree/* child */.jf)(call, "func") : undefined;
    if (!call || !callee || (0,syntax_tree/* word */.Vm)(callee, "attr") !== "get")
        return false;
    return (0,syntax_tree/* keywordArgument */.B1)(call, "populate_existing") !== undefined;
}
function reselecting(input, creation, tree) {
    const { module, variable, anchor, spelling, model } = creation;
    const key = primaryKeyOf(input.project, model);
    const imports = importsOf(creation);
    const writer = writerFor(input, { module, model, spelling }, imports);
    const options = tree.map((node) => writeOption(writer, node));
    if (key === undefined || options.includes(undefined))
        return undefined;
    const words = [spelling, `${variable}.${key}`, `options=[${options.join(", ")}]`, "populate_existing=True"];
    const head = `${variable} = await ${anchor.session}.get`;
    const lineBreak = lineEndOf(module) + indentAt(module, anchor.statement.start);
    const line = `${head}(${words.join(", ")})`;
    const text = line.length > 90 ? `${head}(${words.map((entry) => `${lineBreak}    ${entry},`).join("")}${lineBreak})` : line;
    const edit = statementAfter(module, anchor.statement, text);
    return edit && { edits: [edit], imports };
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/queries.js





/** Methods after which a statement still selects the same objects. */
const KEEPS_ENTITY = new Set("where filter filter_by order_by limit offset slice join join_from outerjoin outerjoin_from distinct group_by having options execution_options with_for_update select_from add_columns params prefix_with suffix_with with_hint correlate".split(" "));
/** Methods that turn it into something that gives no such objects. */
const LOSES_ENTITY = new Set("subquery cte alias as_scalar scalar_subquery exists with_only_columns union union_all intersect except_ from_statement lateral in_".split(" "));
/** The query that a call makes; undefined for any other node and where options would not help. */
function queryAt(input, { module, node }) {
    if (node.kind !== "Call" || node.start < 0)
        return undefined;
    return selectAt(input, { module, node }) ?? getAt(input, { module, node });
}
/** Queries below a node, in source order. */
function queriesIn(input, { module, node }) {
    return [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => queryAt(input, { module, node: part }) ?? []);
}
function selectAt(input, { module, node }) {
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    if (!callee || !isSelect(input, { module, node: callee }))
        return undefined;
    const named = (0,syntax_tree/* children */.Y_)(node, "args").flatMap((argument) => modelSpelled(input, { module, node: argument }) ?? []);
    const [entity] = named;
    const chain = queries_chainFrom(module, node);
    if (!entity || !chain)
        return undefined;
    return { module, ...entity, kind: "select", call: node, chain, optionLists: optionCalls(module, node, chain) };
}
function isSelect(input, place) {
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    if (name === undefined || !/(^|\.)select$/.test(name))
        return false;
    return sqlalchemyName(input.project, place) === "select" || isImportedInside(place);
}
/** `from sqlalchemy import select` in the function itself. */
function isImportedInside({ module, node }) {
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const imports = scope ? [...(0,syntax_tree/* walk */.GG)(scope)].filter((part) => part.kind === "ImportFrom") : [];
    return imports.some((part) => /^(sqlalchemy|sqlmodel)(\.|$)/.test((0,syntax_tree/* word */.Vm)(part, "module") ?? "") &&
        (0,syntax_tree/* children */.Y_)(part, "names").some((alias) => ((0,syntax_tree/* word */.Vm)(alias, "asname") ?? (0,syntax_tree/* word */.Vm)(alias, "name")) === (0,syntax_tree/* dottedName */._P)(node)));
}
/** The class an argument names: directly, or as `self.model` of a class for which only one model comes into question. */
function modelSpelled(input, place) {
    const { project } = input;
    const spelling = (0,syntax_tree/* dottedName */._P)(place.node);
    if (spelling === undefined)
        return undefined;
    const model = modelAt(project, place.module, spelling) ?? ownModel(input, place, spelling);
    return model && { model, spelling };
}
function ownModel({ project }, { module, node }, spelling) {
    const [self, attribute, ...rest] = spelling.split(".");
    const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef");
    if ((self !== "self" && self !== "cls") || attribute === undefined || rest.length > 0 || !owner)
        return undefined;
    const base = { module, node: owner, name: (0,syntax_tree/* word */.Vm)(owner, "name") ?? "" };
    const users = allClasses(project).filter((entry) => isA(project, entry, base));
    const models = users.flatMap((entry) => {
        const found = attributeOf(project, entry, attribute);
        const value = found && (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(found.statement, "value"));
        return found && value !== undefined ? (modelAt(project, found.owner.module, value) ?? []) : [];
    });
    const [only, ...others] = models.filter((entry, index) => models.findIndex((other) => other.node === entry.node) === index);
    return others.length === 0 ? only : undefined;
}
/** The outermost call of the statement's own methods; undefined when it ends as a subquery or the like. */
function queries_chainFrom(module, call) {
    let chain = call;
    for (let next = methodOn(module, chain); next; next = methodOn(module, chain)) {
        if (LOSES_ENTITY.has(next.name))
            return undefined;
        if (!KEEPS_ENTITY.has(next.name))
            return chain;
        chain = next.call;
    }
    return chain;
}
/** The method call whose object a node is. */
function methodOn(module, node) {
    const attribute = (0,syntax_tree/* parentOf */.gN)(module, node);
    const call = attribute && (0,syntax_tree/* parentOf */.gN)(module, attribute);
    const isMethod = attribute?.kind === "Attribute" && call?.kind === "Call" && (0,syntax_tree/* child */.jf)(call, "func") === attribute;
    return isMethod ? { name: (0,syntax_tree/* word */.Vm)(attribute, "attr") ?? "", call } : undefined;
}
/** Calls of `.options(...)` on the statement, also later through the name it is bound to. */
function optionCalls(module, call, chain) {
    const inside = [...(0,syntax_tree/* walk */.GG)(chain)].filter((node) => isOptionsOn(node, (base) => base === call));
    const statement = (0,syntax_tree/* enclosingStatement */.qj)(module, chain);
    const target = statement && ((0,syntax_tree/* children */.Y_)(statement, "targets")[0] ?? (0,syntax_tree/* child */.jf)(statement, "target"));
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, chain);
    const name = (0,syntax_tree/* dottedName */._P)(target);
    if (!scope || name === undefined || (0,syntax_tree/* child */.jf)(statement ?? chain, "value") !== chain)
        return inside;
    return [...inside, ...[...(0,syntax_tree/* walk */.GG)(scope)].filter((node) => isOptionsOn(node, (base) => (0,syntax_tree/* dottedName */._P)(base) === name))];
}
function isOptionsOn(node, isBase) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    if (callee?.kind !== "Attribute" || (0,syntax_tree/* word */.Vm)(callee, "attr") !== "options")
        return false;
    let base = (0,syntax_tree/* child */.jf)(callee, "value");
    while (base && !isBase(base)) {
        const inner = base.kind === "Call" ? (0,syntax_tree/* child */.jf)(base, "func") : undefined;
        base = inner?.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(inner, "value") : undefined;
    }
    return base !== undefined;
}
function getAt(input, { module, node }) {
    const session = sessionOfGet(node);
    const [first] = (0,syntax_tree/* children */.Y_)(node, "args");
    if (!session || !first || (0,syntax_tree/* parentOf */.gN)(module, node)?.kind !== "Await")
        return undefined;
    const entity = modelSpelled(input, { module, node: first });
    const kind = sessionKindOf(input.project, { module, node: session }, input.evidence)?.kind;
    if (!entity || kind === "sync")
        return undefined;
    const list = (0,syntax_tree/* keywordArgument */.B1)(node, "options");
    return { module, ...entity, kind: "get", call: node, chain: node, optionLists: list ? [list] : [] };
}
/** What `get` or `get_one` is called on, when it is given a class and a key. */
function sessionOfGet(node) {
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const method = callee?.kind === "Attribute" ? (0,syntax_tree/* word */.Vm)(callee, "attr") : undefined;
    const isGet = (method === "get" || method === "get_one") && (0,syntax_tree/* children */.Y_)(node, "args").length === 2;
    return isGet && callee ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/left-alone.js





/** Queries of functions that did not run, whose own function reads the same attribute without loading it. */
function sameFaultElsewhere(input, scope, step) {
    const ran = new Set(scope.map(({ node }) => node));
    const own = [...input.project.modules.values()].filter((module) => !input.project.guarded.has(module.path));
    return own.flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)]
        .filter((node) => (0,syntax_tree/* isFunction */.Tn)(node) && !ran.has(node))
        .flatMap((node) => lacking(input, { module, node }, step)));
}
function lacking(input, place, step) {
    const needs = needs_readsOf(input, place).filter((need) => need.steps.some((entry) => isSameStep(input.project, entry, step)));
    if (needs.length === 0)
        return [];
    return queriesIn(input, place).flatMap((query) => {
        const edits = queryEdits(input, query, wantedTree(input, query, { needs, isStrict: false }));
        if (!edits || edits.edits.length === 0)
            return [];
        const note = `${step.model.name}.${step.name} is read from the result of this query too, which does not load it.`;
        return [{ path: query.module.path, line: query.call.line, note }];
    });
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/flow.js




/** Expressions followed before we stop: enough for any function, short of a whole program. */
const MAX_EXPRESSIONS = 400;
/**
 * The expressions that may have given the objects of the start expressions: names to their assignments, calls to what
 * the called function returns, parameters to the arguments of calls. Wider than the truth, within functions that ran.
 */
function originsOf(trail, start) {
    const found = [];
    const seen = new Set();
    const waiting = [...start];
    while (waiting.length > 0 && found.length < MAX_EXPRESSIONS) {
        const place = waiting.shift();
        if (!place || seen.has(place.node))
            continue;
        seen.add(place.node);
        found.push(place);
        for (const part of (0,syntax_tree/* walk */.GG)(place.node))
            waiting.push(...next(trail, { module: place.module, node: part }));
    }
    return found;
}
function next(trail, place) {
    if (place.node.kind === "Call")
        return returnsOf(trail, place);
    const name = (0,syntax_tree/* dottedName */._P)(place.node);
    return name === undefined ? [] : flow_bound(trail, place, name);
}
function flow_bound(trail, place, name) {
    const { module, node } = place;
    const owner = name.startsWith("self.")
        ? [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef")
        : undefined;
    const scope = owner ?? (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    if (!scope)
        return [];
    const values = [...(0,syntax_tree/* walk */.GG)(scope)]
        .flatMap((inner) => bindings(inner))
        .filter(([target]) => [target, ...(0,syntax_tree/* children */.Y_)(target, "elts")].some((entry) => (0,syntax_tree/* dottedName */._P)(entry) === name))
        .map(([, value]) => ({ module, node: value }));
    return values.length > 0 || owner ? values : argumentsFor(trail, { module, node: scope }, name);
}
/** What callers pass for a parameter: all of a call's arguments, the object of a property, or a dependency's result. */
function argumentsFor(trail, scope, name) {
    const parameter = (0,syntax_tree/* isFunction */.Tn)(scope.node) ? parameterNamed(scope.node, name) : undefined;
    if (!parameter)
        return [];
    const provider = providerThatRan(trail, providerOf(trail.input.project, scope.module, parameter));
    const called = nameOfCallable(scope);
    const passed = trail.scope.flatMap(({ module, node }) => [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => passedTo(part, called).map((value) => ({ module, node: value }))));
    return [...(provider ? results(provider) : []), ...passed];
}
/** Tests replace dependencies: when it is known what ran, a provider that did not run gave nothing. */
function providerThatRan({ input, scope }, provider) {
    const isKnown = input.evidence.executed.length === 0 || scope.some(({ node }) => node === provider?.node);
    return isKnown ? provider : undefined;
}
/** What callers write: a class's name for its `__init__`. */
function nameOfCallable({ module, node }) {
    const name = (0,syntax_tree/* word */.Vm)(node, "name") ?? "";
    const owner = name === "__init__" ? [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef") : undefined;
    return (owner && (0,syntax_tree/* word */.Vm)(owner, "name")) ?? name;
}
function passedTo(node, called) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    const base = node.kind === "Attribute" && (0,syntax_tree/* word */.Vm)(node, "attr") === called ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    if (!callee)
        return base ? [base] : [];
    const values = [
        ...(0,syntax_tree/* children */.Y_)(node, "args"),
        ...(0,syntax_tree/* children */.Y_)(node, "keywords").flatMap((entry) => (0,syntax_tree/* child */.jf)(entry, "value") ?? []),
    ];
    const isHandedOn = values.some((value) => lastName(value) === called);
    return isHandedOn || lastName(callee) === called ? values : [];
}
function lastName(node) {
    return (0,syntax_tree/* dottedName */._P)(node)?.split(".").at(-1) ?? (node?.kind === "Attribute" ? (0,syntax_tree/* word */.Vm)(node, "attr") : undefined);
}
/** What the function behind a call gives back: the one the name leads to, else those that ran under that name. */
function returnsOf({ input, scope }, { module, node }) {
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const name = (0,syntax_tree/* dottedName */._P)(callee);
    const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(input.project, module, name);
    if (definition && (0,syntax_tree/* isFunction */.Tn)(definition.node))
        return results(definition);
    if (callee?.kind !== "Attribute")
        return [];
    return scope.filter((entry) => (0,syntax_tree/* word */.Vm)(entry.node, "name") === (0,syntax_tree/* word */.Vm)(callee, "attr")).flatMap(results);
}
/** The values that a function returns or yields. */
function results({ module, node: scope, }) {
    return (0,syntax_tree/* children */.Y_)(scope, "body")
        .flatMap((statement) => [...(0,syntax_tree/* walkScope */.qA)(statement)])
        .filter((node) => node.kind === "Return" || node.kind === "Yield")
        .flatMap((node) => (0,syntax_tree/* child */.jf)(node, "value") ?? [])
        .map((node) => ({ module, node }));
}
/** True for a function that answers requests: decorated like `@router.get("/orders")`. */
function isEndpoint({ node }) {
    return (0,syntax_tree/* children */.Y_)(node, "decorator_list").some((decorator) => {
        const callee = decorator.kind === "Call" ? (0,syntax_tree/* child */.jf)(decorator, "func") : undefined;
        const isRoute = /^(get|post|put|patch|delete|head|options|api_route|route|websocket)$/.test((0,syntax_tree/* word */.Vm)(callee ?? decorator, "attr") ?? "");
        return isRoute && ((0,syntax_tree/* children */.Y_)(decorator, "args").length > 0 || (0,syntax_tree/* keywordArgument */.B1)(decorator, "path") !== undefined);
    });
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/scope.js


/** Calls that we follow from a traceback's functions when nothing recorded what ran. */
const MAX_CALL_DEPTH = 3;
/**
 * The functions that the failing tests ran, tests included: as recorded, or, without a record, those of the traceback
 * and what they visibly call.
 */
function functionsInScope(input) {
    const { evidence, project } = input;
    const executed = evidence.executed.flatMap(({ path, line }) => {
        const module = project.modules.get(path);
        const node = module && (0,syntax_tree/* functionAt */.G6)(module, line);
        return module && node && (0,syntax_tree/* firstLine */.TM)(node) === line ? [{ module, node }] : [];
    });
    const framed = allFrames(input).flatMap((frame) => scope_functionOfFrame(input, frame) ?? []);
    const known = unique([...executed, ...framed]);
    return executed.length > 0 ? known : withCallees(input, known);
}
function withCallees({ project }, start) {
    let found = start;
    for (let depth = 0; depth < MAX_CALL_DEPTH; depth++) {
        const called = found.flatMap(({ module, node }) => [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => {
            const name = part.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(part, "func")) : undefined;
            const definition = name === undefined ? undefined : (0,resolve/* definitionOf */.Fg)(project, module, name);
            return definition && (0,syntax_tree/* isFunction */.Tn)(definition.node) ? [{ module: definition.module, node: definition.node }] : [];
        }));
        const next = unique([...found, ...called]);
        if (next.length === found.length)
            break;
        found = next;
    }
    return found;
}
/** Each place once, in order. */
function unique(places) {
    const seen = new Set();
    return places.filter(({ node }) => !seen.has(node) && Boolean(seen.add(node)));
}
/** The function that a frame runs; undefined for templates, other packages and module level. */
function scope_functionOfFrame({ project }, frame) {
    const module = project.modules.get(frame.path);
    const node = module && (0,syntax_tree/* functionAt */.G6)(module, frame.line);
    return module && node && { module, node };
}
/** Frames of every exception that is known of the group, and the endpoints that messages name. */
function allFrames(input) {
    const { group, evidence } = input;
    return [
        ...evidence.raised.flatMap((raised) => raised.frames),
        ...group.failures.flatMap((failure) => [
            ...failure.frames,
            ...failure.chain.flatMap((link) => link.frames),
            ...messageFrames(input, failure.exception.message ?? ""),
        ]),
    ];
}
/** The endpoint that FastAPI names below a response validation error: `File "/app/src/orders.py", line 12, in list_orders`. */
function messageFrames({ project }, message) {
    return [...message.matchAll(/File "([^"\n]{1,500})", line (\d{1,7}), in (\w{1,200})/g)].flatMap(([, file = "", line, name = null]) => {
        const path = [...project.modules.keys()].find((known) => file === known || file.endsWith(`/${known}`));
        return path === undefined ? [] : [{ path, line: Number(line), function: name }];
    });
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/producers.js








/** Follows the object from the line that read it, else from what the endpoints answer, else takes every query that ran. */
function producersOf(search, symptom) {
    const { input, scope } = search;
    const starts = [
        symptom.frames.toReversed().flatMap((frame) => readAt(input, frame)),
        scope.filter(isEndpoint).flatMap(results),
    ];
    for (const start of starts) {
        const origins = originsOf({ input, scope }, start);
        const parts = unique(origins.flatMap(({ module, node }) => [...(0,syntax_tree/* walk */.GG)(node)].map((part) => ({ module, node: part }))));
        const found = matching(search, symptom, parts);
        if (found.queries.length + found.creations.length > 0)
            return { ...found, isFollowed: true };
    }
    const all = scope.flatMap((place) => queriesIn(input, place));
    return { queries: all.filter((query) => isUseful(search, query)), creations: [], isFollowed: false };
}
function matching(search, symptom, places) {
    const { input, needs, step } = search;
    const queries = places.flatMap((place) => queryAt(input, place) ?? []).filter((query) => isUseful(search, query));
    const creations = places
        .flatMap((place) => creationAt(input, place) ?? [])
        .filter(({ module }) => !input.project.guarded.has(module.path))
        .filter(({ model }) => isRelated(input.project, model, symptom.model) ||
        loads(input, treeOf(input, model, { needs, isStrict: false }), step));
    return { queries, creations };
}
function isUseful({ input, needs, step }, query) {
    return !input.project.guarded.has(query.module.path) && wants(input, query, { needs, step });
}
/** The innermost statement, or head of one, that runs on a frame's line. */
function readAt(input, frame) {
    const scope = scope_functionOfFrame(input, frame);
    if (!scope)
        return [];
    return (0,syntax_tree/* childNodes */.EK)(scope.node)
        .flatMap((node) => [...(0,syntax_tree/* walkScope */.qA)(node)])
        .filter((node) => node.line === frame.line && isExpressionLike(node.kind))
        .map((node) => ({ module: scope.module, node }));
}
function isExpressionLike(kind) {
    return [
        "Attribute",
        "Call",
        "Name",
        "Await",
        "ListComp",
        "GeneratorExp",
        "SetComp",
        "DictComp",
        "JoinedStr",
    ].includes(kind);
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/reach.js


/**
 * The functions of `scope` that may get to see what a function makes: it, whatever calls it at any distance, and
 * whatever all these call. Calls are told by names alone, so there may be more of them, hardly ever fewer.
 */
function functionsAround(input, scope, start) {
    const functions = scope.filter(({ module }) => !input.project.guarded.has(module.path));
    const entries = functions.map((place) => ({ place, names: namesOf(place), words: wordsOf(input, place) }));
    const reached = new Set(entries.filter(({ place }) => place.node === start));
    const grow = (isNext) => {
        for (const known of reached)
            for (const other of entries)
                if (isNext(known, other))
                    reached.add(other);
    };
    grow((known, other) => known.names.some((name) => other.words.has(name)));
    grow((known, other) => other.names.some((name) => known.words.has(name)));
    return entries.filter((entry) => reached.has(entry)).map(({ place }) => place);
}
/** What a caller writes: the function's name; for `__init__`, `__call__` and the like also its class's. */
function namesOf({ module, node }) {
    const name = (0,syntax_tree/* word */.Vm)(node, "name") ?? "";
    const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef");
    return name.startsWith("__") && owner ? [name, (0,syntax_tree/* word */.Vm)(owner, "name") ?? ""] : [name];
}
/** Names and attributes that a function writes, but for its own variables, and those behind names of modules: `DB = Annotated[..., Depends(get)]`. */
function wordsOf(input, { node }) {
    const words = new Set(wordsIn(node, (name) => !bindsName(node, name)));
    const aliases = aliasesOf(input);
    for (const name of words)
        for (const behind of aliases.get(name) ?? [])
            words.add(behind);
    return words;
}
function* wordsIn(node, isForeign = () => true) {
    for (const part of (0,syntax_tree/* walk */.GG)(node)) {
        const [attribute, name] = [(0,syntax_tree/* word */.Vm)(part, "attr"), (0,syntax_tree/* word */.Vm)(part, "id")];
        if (attribute !== undefined)
            yield attribute;
        else if (name !== undefined && isForeign(name))
            yield name;
    }
}
const known = new WeakMap();
function aliasesOf({ project }) {
    const all = known.get(project) ?? new Map([...project.modules.values()].flatMap(aliasesIn));
    known.set(project, all);
    return all;
}
function aliasesIn({ tree }) {
    return (0,syntax_tree/* children */.Y_)(tree, "body").flatMap((statement) => {
        const target = (0,syntax_tree/* children */.Y_)(statement, "targets")[0] ?? (0,syntax_tree/* child */.jf)(statement, "target");
        const value = (0,syntax_tree/* child */.jf)(statement, "value");
        const name = (0,syntax_tree/* dottedName */._P)(target);
        return name !== undefined && value ? [[name, [...wordsIn(value)]]] : [];
    });
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/schemas.js





/** Methods of pydantic models and type adapters (versions 1 and 2) that read attributes of the object given. */
const READS_ATTRIBUTES = new Set(["model_validate", "from_orm", "validate_python", "parse_obj_as"]);
/** What response models that the functions use read from mapped objects, nested ones included. */
function schemaNeeds(input, scope) {
    const schemas = reachable(input, scope.flatMap((place) => schemasOf(input, place)));
    return mappedClasses(input.project).flatMap((model) => schemas
        .filter((schema) => describes(input, schema, model))
        .flatMap((schema) => schemas_needsOf(input, { model, schema }, [])));
}
/** The classes that a function answers with: response_model, return annotation, `Schema.model_validate(...)`. */
function schemasOf({ project }, { module, node }) {
    const decorated = (0,syntax_tree/* children */.Y_)(node, "decorator_list").flatMap((decorator) => (0,syntax_tree/* keywordArgument */.B1)(decorator, "response_model") ?? []);
    const returned = (0,syntax_tree/* child */.jf)(node, "returns");
    const read = [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => readBy(part));
    const routed = routesTo(module, node);
    return [...decorated, ...routed, ...(returned ? [returned] : []), ...read].flatMap((expression) => classesIn(project, module, expression));
}
function readBy(node) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    if (!callee)
        return [];
    if (/(^|\.)TypeAdapter$/.test((0,syntax_tree/* dottedName */._P)(callee) ?? ""))
        return (0,syntax_tree/* children */.Y_)(node, "args");
    const isRead = callee.kind === "Attribute" && READS_ATTRIBUTES.has((0,syntax_tree/* word */.Vm)(callee, "attr") ?? "");
    const base = isRead ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined;
    return base ? [base] : [];
}
/** `router.add_api_route("/x", handler, response_model=X)` in the handler's module. */
function routesTo(module, scope) {
    const name = (0,syntax_tree/* word */.Vm)(scope, "name");
    return [...(0,syntax_tree/* walk */.GG)(module.tree)].flatMap((node) => {
        const isRoute = node.kind === "Call" && /(^|\.)add_api_route$/.test((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) ?? "");
        const handler = isRoute ? ((0,syntax_tree/* children */.Y_)(node, "args")[1] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "endpoint")) : undefined;
        return handler && (0,syntax_tree/* dottedName */._P)(handler) === name ? ((0,syntax_tree/* keywordArgument */.B1)(node, "response_model") ?? []) : [];
    });
}
/** Fields by the attribute they are read from. */
function fieldsOf({ project }, schema) {
    const found = new Map();
    for (const owner of lineageOf(project, schema).toReversed()) {
        for (const statement of (0,syntax_tree/* children */.Y_)(owner.node, "body")) {
            const annotation = (0,syntax_tree/* child */.jf)(statement, "annotation");
            const target = (0,syntax_tree/* word */.Vm)((0,syntax_tree/* child */.jf)(statement, "target") ?? statement, "id");
            if (statement.kind !== "AnnAssign" || !annotation || target === undefined)
                continue;
            const value = (0,syntax_tree/* child */.jf)(statement, "value");
            const schemas = classesIn(project, owner.module, annotation).filter((entry) => !isMapped(project, entry));
            found.set(target, { name: readFrom(value) ?? target, schemas, isRequired: value === undefined });
        }
    }
    return [...found.values()];
}
function readFrom(value) {
    const alias = value && ((0,syntax_tree/* keywordArgument */.B1)(value, "validation_alias") ?? (0,syntax_tree/* keywordArgument */.B1)(value, "alias"));
    return alias?.kind === "Constant" ? (0,syntax_tree/* word */.Vm)(alias, "value") : undefined;
}
function reachable(input, start) {
    const found = [];
    const visit = (schema) => {
        if (isMapped(input.project, schema) || found.some((other) => other.node === schema.node))
            return;
        found.push(schema);
        for (const field of fieldsOf(input, schema))
            field.schemas.forEach(visit);
    };
    start.forEach(visit);
    return found;
}
/** True when objects of the model have every attribute that the schema needs, and one of them is loaded on its own. */
function describes(input, schema, model) {
    const { project } = input;
    const fields = fieldsOf(input, schema);
    const hasAttribute = (name) => attributeOf(project, model, name) !== undefined || relationshipsOf(project, model).has(name);
    const isFitting = fields.filter((field) => field.isRequired).every((field) => hasAttribute(field.name));
    return isFitting && fields.some((field) => hasAttribute(field.name));
}
function schemas_needsOf(input, { model, schema }, path) {
    return fieldsOf(input, schema).flatMap((field) => {
        const steps = load_step_stepsOf(input.project, model, field.name);
        if (steps.length === 0)
            return ownReads(input, model, { name: field.name, depth: 0 });
        const target = steps.at(-1)?.target;
        const repeats = steps.some((step) => path.some((earlier) => isSameStep(input.project, earlier, step)));
        const isRecursive = field.schemas.some((nested) => nested.node === schema.node);
        const own = { root: model, steps, isRecursive };
        if (!target || isRecursive || repeats)
            return [own];
        const below = field.schemas.flatMap((nested) => schemas_needsOf(input, { model: target, schema: nested }, [...path, ...steps]));
        return [own, ...below.map((need) => ({ ...need, root: model, steps: [...steps, ...need.steps] }))];
    });
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/symptoms.js






/** `await_only()` in SQLAlchemy 1.4 and 2.0, `await_()` in 2.1. */
const GREENLET = /MissingGreenlet|greenlet_spawn has not been called; can't call await_(only|fallback)?\(\)/;
const DETACHED = /DetachedInstanceError|is not bound to a Session/;
/** Every such load the run or its report tells of; what was recorded comes first and outweighs messages. */
function symptomsOf(input) {
    const recorded = input.evidence.raised.flatMap(({ type, message, load, frames }) => {
        const isOurs = isGreenletOrDetached(`${type ?? ""} ${message ?? ""}`);
        const model = load && isOurs ? modelNamed(input.project, load.model) : undefined;
        return load && model ? [{ reason: load.reason, model, attributes: load.attributes, frames }] : [];
    });
    if (input.evidence.raised.some(({ load }) => load !== null))
        return recorded;
    const told = toldBy(input).filter(({ type, message }) => isGreenletOrDetached(`${type} ${message}`));
    const read = told.flatMap((entry) => [...fromMessage(input, entry), ...fromDetached(input, entry)]);
    // What was recorded without a load is a session used the wrong way: another fault.
    if (read.length > 0 || input.evidence.raised.length > 0)
        return read;
    return told.flatMap((entry) => fromFrames(input, entry)).slice(0, 1);
}
/** Other errors that a load may raise (a missing table, a lost connection) are not ours. */
function isGreenletOrDetached(text) {
    return GREENLET.test(text) || DETACHED.test(text);
}
/** Everything that was raised, as text. */
function toldBy({ group, evidence }) {
    const raised = evidence.raised.map(({ type, message, frames }) => ({ type, message, frames }));
    const failed = group.failures.flatMap(({ exception, frames, chain }) => [{ ...exception, frames }, ...chain]);
    return [...raised, ...failed].map(({ type, message, frames }) => ({
        type: type ?? "",
        message: message ?? "",
        frames,
    }));
}
/**
 * What response models say: FastAPI's `'loc': ('response', 0, 'items') ... 'input': <app.models.Order object`, pydantic's
 * line with the location above `Error extracting attribute` and `input_value=<app.models.Order object`.
 */
function fromMessage(input, { message }) {
    const frames = messageFrames(input, message);
    const entries = message.split("'get_attribute_error'").slice(1);
    const fastapi = entries.map((entry) => ({
        attribute: /'loc': \(([^()]*)\)/
            .exec(entry)?.[1]
            ?.match(/'(\w+)'/g)
            ?.at(-1)
            ?.slice(1, -1),
        model: /'input': <([\w.]+) object/.exec(entry)?.[1],
    }));
    const lines = message.split("\n");
    const pydantic = lines.flatMap((line, index) => line.includes("Error extracting attribute") && line.includes("input_value=")
        ? [
            {
                attribute: lines[index - 1]?.trim().split(".").at(-1),
                model: /input_value=<([\w.]+) object/.exec(line)?.[1] ?? /input_type=(\w+)/.exec(line)?.[1],
            },
        ]
        : []);
    return [...fastapi, ...pydantic].flatMap(({ attribute, model }) => symptom(input, { attribute, model, frames }));
}
function symptom(input, { attribute, model: name, frames }) {
    if (attribute === undefined)
        return [];
    const model = name === undefined ? symptoms_ownerOf(input, attribute) : modelNamed(input.project, name);
    if (!model)
        return [];
    const reason = reasonFor(input, model, attribute);
    return reason ? [{ reason, model, attributes: [attribute], frames }] : [];
}
/** The only mapped class with a relationship of this name. */
function symptoms_ownerOf({ project }, attribute) {
    const [only, ...others] = mappedClasses(project).filter((entry) => relationshipsOf(project, entry).has(attribute));
    return others.length === 0 ? only : undefined;
}
function reasonFor({ project }, model, attribute) {
    if (load_step_stepsOf(project, model, attribute).length > 0)
        return "lazy";
    const isPlain = attributeOf(project, model, attribute)?.statement.kind.includes("Assign") ?? false;
    return isPlain && !relationshipsOf(project, model).has(attribute) ? "expired" : undefined;
}
/** `Parent instance <Order at 0x7f> is not bound to a Session; lazy load operation of attribute 'items' cannot proceed`. */
function fromDetached(input, { message, frames }) {
    const found = /nstance <(\w+) at 0x[0-9a-f]+> is not bound to a Session; (attribute refresh|[a-z ]{1,20} of attribute '(\w+)')/.exec(message);
    const model = found?.[1] === undefined ? undefined : modelNamed(input.project, found[1]);
    if (!model)
        return [];
    const attribute = found?.[3];
    return [
        {
            reason: attribute === undefined ? "expired" : "lazy",
            model,
            attributes: attribute === undefined ? [] : [attribute],
            frames,
        },
    ];
}
/** The attribute read on the line of the innermost frame that we know. */
function fromFrames(input, { frames }) {
    const frame = frames.findLast((entry) => scope_functionOfFrame(input, entry) !== undefined);
    const scope = frame && scope_functionOfFrame(input, frame);
    if (!frame || !scope)
        return [];
    const names = namesIn(input, scope);
    const found = [...(0,syntax_tree/* walk */.GG)(scope.node)].flatMap((node) => {
        const base = node.kind === "Attribute" && node.line === frame.line ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
        const type = base && typeOf(input, { module: scope.module, node: base }, { names, depth: 0 });
        return type ? symptom(input, { attribute: (0,syntax_tree/* word */.Vm)(node, "attr"), model: type.model.name, frames }) : [];
    });
    return [...found.filter((entry) => entry.reason === "lazy"), ...found].slice(0, 1);
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/eager-load-relationship.js











/** Relationships and deferred columns read where no SQL can be awaited: the query that made the object loads them. */
const eagerLoadRelationship = {
    id: "eager-load-relationship",
    title: "Load a relationship together with its object when it is read where no SQL can be awaited",
    explanation: "Reading a relationship that was not loaded makes SQLAlchemy emit SQL at that very moment; with an asynchronous driver that needs an `await`, and reading an attribute has none.",
    draft,
};
function draft(input) {
    const lazy = symptomsOf(input).filter((symptom) => symptom.reason === "lazy");
    if (lazy.length === 0)
        return [];
    const scope = functionsInScope(input);
    const steps = lazy.flatMap((symptom) => stepsRead(input, symptom).map((step) => ({ symptom, step })));
    const needs = [...steps.map(({ step }) => wholly(step)), ...readNeeds(input, scope), ...schemaNeeds(input, scope)];
    const faults = steps.map(({ symptom, step }) => ({
        symptom,
        step,
        producers: producersOf({ input, scope, needs, step }, symptom),
    }));
    const drafts = draftsFor(input, { faults: faults.filter(hasProducer), needs, scope });
    const leftAlone = drafts.length > 0 ? steps.flatMap(({ step }) => sameFaultElsewhere(input, scope, step)) : [];
    return drafts.map((entry) => ({ ...entry, leftAlone: distinctPlaces(leftAlone) }));
}
function stepsRead({ project }, { model, attributes }) {
    return attributes.flatMap((attribute) => load_step_stepsOf(project, model, attribute).slice(0, 1));
}
function wholly(step) {
    return { root: step.model, steps: [step], isRecursive: false };
}
function readNeeds(input, scope) {
    return scope.flatMap((place) => needs_readsOf(input, place));
}
function hasProducer({ producers }) {
    return producers.queries.length + producers.creations.length > 0;
}
/** One draft for all objects that could be followed; else one for each query that ran and may have made the object. */
function draftsFor(input, work) {
    const followed = work.faults.filter(({ producers }) => producers.isFollowed);
    if (followed.length > 0)
        return followedDrafts(input, { ...work, faults: followed });
    const [first] = work.faults;
    const queries = [...new Set(first?.producers.queries.map((query) => query.call))];
    const parts = queries.flatMap((call) => {
        const query = first?.producers.queries.find((entry) => entry.call === call);
        return query ? [part(input, query, { needs: work.needs, isStrict: true })] : [];
    });
    // A query that has the option already may be the one that made the object: then another fault is at work.
    if (!first || parts.some((entry) => entry?.edits.length === 0))
        return [];
    return parts.flatMap((entry) => (entry ? [written(withImports([entry]), first)] : []));
}
/**
 * First with what the functions around each query read of its objects; then, since nobody can follow every object, with
 * what any function in scope reads of objects of that class.
 */
function followedDrafts(input, work) {
    const near = wholeDrafts(input, work, (place) => ({ needs: needsAround(input, work, place), isStrict: true }));
    if (near.length === 0)
        return [];
    const far = wholeDrafts(input, work, () => ({ needs: work.needs, isStrict: false }));
    const known = new Set(near.map(({ edits }) => JSON.stringify(edits)));
    return [...near, ...far.filter(({ edits }) => !known.has(JSON.stringify(edits)))];
}
function needsAround(input, { faults, scope }, { module, node }) {
    const around = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const functions = around ? functionsAround(input, scope, around) : [];
    const own = faults.filter(({ producers: { queries, creations } }) => [...queries.map(({ call }) => call), ...creations.map(({ anchor }) => anchor.call)].includes(node));
    return [...own.map(({ step }) => wholly(step)), ...readNeeds(input, functions), ...schemaNeeds(input, functions)];
}
function wholeDrafts(input, { faults }, wantedOf) {
    const [first] = faults;
    const queries = distinctCalls(faults.flatMap(({ producers }) => producers.queries));
    const creations = faults.flatMap(({ producers }) => producers.creations);
    const ofQueries = queries.map((query) => part(input, query, wantedOf({ module: query.module, node: query.call })));
    const ofCreations = creations
        .filter((creation, index) => creations.findIndex((other) => other.anchor.call === creation.anchor.call) === index)
        .map((creation) => {
        const wanted = wantedOf({ module: creation.module, node: creation.anchor.call });
        return creationEdits(input, creation, treeOf(input, creation.model, wanted));
    });
    const parts = [...ofQueries, ...ofCreations]
        .filter((entry) => entry !== undefined)
        .filter(({ edits }) => edits.length > 0);
    if (!first || parts.length === 0)
        return [];
    const edits = withImports(parts);
    const anew = rereading(edits, queries);
    const isSame = anew.every((edit, index) => edit === edits[index]);
    return isSame ? [written(edits, first)] : [written(edits, first), written(anew, first)];
}
/** `get` gives back an object that the session holds already, as it is: only `populate_existing` loads it anew. */
function rereading(edits, queries) {
    const ends = queries
        .filter(({ kind, call }) => kind === "get" && (0,syntax_tree/* children */.Y_)(call, "keywords").length === 0)
        .flatMap(({ module, call }) => ({ path: module.path, end: (0,syntax_tree/* children */.Y_)(call, "args").at(-1)?.end }));
    return edits.map((edit) => {
        const isOfGet = ends.some(({ path, end }) => path === edit.path && end === edit.start);
        const at = edit.text.lastIndexOf("]") + 1;
        if (!isOfGet || at === 0)
            return edit;
        const separator = edit.text.slice(0, edit.text.indexOf("options="));
        return { ...edit, text: `${edit.text.slice(0, at)}${separator}populate_existing=True${edit.text.slice(at)}` };
    });
}
function part(input, query, wanted) {
    return queryEdits(input, query, wantedTree(input, query, wanted));
}
function distinctCalls(queries) {
    return queries.filter((query, index) => queries.findIndex((other) => other.call === query.call) === index);
}
function written(edits, { symptom, step }) {
    const attribute = `${symptom.model.name}.${step.name}`;
    const what = step.kind === "column" ? "deferred column" : "relationship";
    return {
        edits,
        rationale: `${attribute} is a ${what} that was read where SQLAlchemy cannot wait for the database; it is now loaded together with the object.`,
        leftAlone: [],
    };
}
function distinctPlaces(places) {
    return places.filter(({ path, line }, index) => places.findIndex((other) => other.path === path && other.line === line) === index);
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/event-on-sync-engine.js





/** NotImplementedError for engines and sessions; InvalidRequestError for the class AsyncSession (1.4 to 2.1). */
const SIGN = /asynchronous events are not implemented|No such event '\w+' for target '<class '[\w.]*AsyncSession'>'/;
const EVENT_FUNCTION = /^sqlalchemy\.event\.(?:api\.)?(listen|listens_for|contains|remove)$/;
/** Listeners registered on something asynchronous go to the synchronous thing inside it. */
const eventOnSyncEngine = {
    id: "event-on-sync-engine",
    title: "Event listeners on an AsyncEngine or AsyncSession: register them on `.sync_engine` or the session inside",
    explanation: "SQLAlchemy's events are synchronous: a listener can only be registered on the engine or session inside the asynchronous one.",
    draft({ group, evidence, project }) {
        if (!signsOf({ group, evidence }).some(({ message }) => SIGN.test(message)))
            return [];
        const edits = targets(project).flatMap((target) => editOf(project, target, evidence) ?? []);
        if (edits.length === 0)
            return [];
        const rationale = "SQLAlchemy's events are emitted by the synchronous engine or session inside the asynchronous one, " +
            "so listeners have to be registered there.";
        return [{ edits, rationale, leftAlone: [] }];
    },
};
/** The first argument of every call of an event function outside of the tests. */
function targets(project) {
    const modules = [...project.modules.values()].filter((module) => !project.guarded.has(module.path));
    return modules.flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].flatMap((node) => {
        const callee = node.kind === "Call" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) : undefined;
        if (callee === undefined || !EVENT_FUNCTION.test((0,resolve/* externalName */.NI)(project, module, callee) ?? ""))
            return [];
        const target = (0,syntax_tree/* children */.Y_)(node, "args")[0] ?? (0,syntax_tree/* keywordArgument */.B1)(node, "target");
        return target && target.start >= 0 ? [{ module, node: target }] : [];
    }));
}
function editOf(project, target, evidence) {
    const attribute = innerAttribute(project, target, evidence);
    const { end } = target.node;
    return attribute === undefined ? undefined : { path: target.module.path, start: end, end, text: `.${attribute}` };
}
function innerAttribute(project, target, evidence) {
    if (engineOf(project, target)?.kind === "async")
        return "sync_engine";
    if ((0,syntax_tree/* dottedName */._P)(target.node) === undefined)
        return undefined;
    if (isAsyncSessionClass(project, target.module, target.node))
        return "sync_session_class";
    return isAsyncSession(project, target, evidence) ? "sync_session" : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/expiry.js




/** Objects of the class that a function has under a name, writes and then uses. */
function refreshPlaces(input, scope, model) {
    const { module, node } = scope;
    if (node.kind !== "AsyncFunctionDef" || input.project.guarded.has(module.path))
        return [];
    return [...namesIn(input, scope)]
        .filter(([name, type]) => isRelated(input.project, type.model, model) && isSingle(scope, name))
        .flatMap(([name]) => refreshPlace(input, scope, name) ?? []);
}
/** True for a name that holds one object: not bound by a loop, not the name of a list of them. */
function isSingle({ node: scope }, name) {
    const own = [...(0,syntax_tree/* walk */.GG)(scope)].filter((node) => bindings(node).some(([target]) => (0,syntax_tree/* dottedName */._P)(target) === name));
    return own.every((node) => {
        const value = (0,syntax_tree/* child */.jf)(node, "value");
        if (node.kind === "Assign" || node.kind === "AnnAssign")
            return value !== undefined && !givesList(value);
        return node.kind === "NamedExpr";
    });
}
const LISTS = new Set(["all", "scalars", "fetchall", "partitions", "unique", "list", "execute"]);
function givesList(value) {
    const call = value.kind === "Await" ? (0,syntax_tree/* child */.jf)(value, "value") : value;
    const callee = call?.kind === "Call" ? (0,syntax_tree/* child */.jf)(call, "func") : undefined;
    const name = callee && ((0,syntax_tree/* word */.Vm)(callee, "attr") ?? (0,syntax_tree/* word */.Vm)(callee, "id"));
    return (name !== undefined && LISTS.has(name)) || value.kind.endsWith("Comp") || value.kind === "List";
}
function refreshPlace(input, { module, node: scope }, variable) {
    const bound = [...(0,syntax_tree/* walk */.GG)(scope)].find((node) => bindings(node).some(([target]) => (0,syntax_tree/* dottedName */._P)(target) === variable));
    const anchor = anchorOf(input, { module, scope, variable, after: bound?.end ?? -1 });
    if (!anchor)
        return undefined;
    if (anchor.method === "refresh" && !refreshedNames(anchor))
        return { edit: undefined };
    const text = `await ${anchor.session}.refresh(${variable})`;
    return { edit: statementAfter(module, anchor.statement, text) };
}
/** True for a column whose value the database makes, so that it must be read back after a write. */
function isServerGenerated(input, model, name) {
    const call = columnCall(input.project, model, name);
    if (!call)
        return false;
    if (["server_default", "server_onupdate"].some((keyword) => (0,syntax_tree/* keywordArgument */.B1)(call, keyword) !== undefined))
        return true;
    const isSql = ["onupdate", "default"].some((keyword) => (0,syntax_tree/* keywordArgument */.B1)(call, keyword)?.kind === "Call");
    return (isSql || (0,syntax_tree/* children */.Y_)(call, "args").some((entry) => /(^|\.)(Computed|Identity|FetchedValue)$/.test(calleeName(entry))));
}
function calleeName(node) {
    return node.kind === "Call" ? ((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) ?? "") : "";
}
/** True when the code expires objects on purpose or undoes its writes: then keeping or re-reading is not ours to choose. */
function expiresOnPurpose({ node }, isGuarded) {
    if (isGuarded)
        return false;
    const calls = [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => {
        const callee = part.kind === "Call" ? (0,syntax_tree/* child */.jf)(part, "func") : undefined;
        return callee?.kind === "Attribute"
            ? [{ name: (0,syntax_tree/* word */.Vm)(callee, "attr") ?? "", session: (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(callee, "value")) }]
            : [];
    });
    const isSession = (name) => name !== undefined && /(session|db|uow|conn)/i.test(name);
    const expires = calls.some(({ name, session }) => (name === "expire" || name === "expire_all") && isSession(session));
    const rollsBack = sessionStatements(node, new Set(["rollback"])).length > 0;
    const commits = sessionStatements(node, new Set(["commit", "flush"])).length > 0;
    return expires || (rollsBack && !commits);
}

;// CONCATENATED MODULE: ./.cache/build/draft/loading/session-origin.js






/** Methods after which a session may have expired its objects. */
const ENDS_TRANSACTION = new Set(["commit", "flush", "refresh", "rollback"]);
const session_origin_MAKERS = new Set(["async_sessionmaker", "sessionmaker"]);
/**
 * The call that sets the options of the sessions that ran, `async_sessionmaker(...)` or `AsyncSession(...)`: followed
 * from the sessions that commit, else the only one made by functions that ran, else the only one of the project.
 * Undefined when several come into question or a test makes it.
 */
function sessionMaking(input, scope) {
    const isOwn = ({ module }) => !input.project.guarded.has(module.path);
    const guesses = [
        () => scope
            .filter(isOwn)
            .flatMap(sessionsUsed)
            .flatMap((start) => makersFrom(input, scope, start)),
        () => scope.filter(isOwn).flatMap((place) => makersIn(input, place)),
        () => scope.flatMap((place) => makersIn(input, place)),
        () => asyncFactories(input),
    ];
    for (const guess of guesses) {
        const [only, ...others] = unique(guess());
        if (only)
            return others.length === 0 && isOwn(only) ? only : undefined;
    }
    return undefined;
}
function sessionsUsed({ module, node }) {
    return sessionStatements(node, ENDS_TRANSACTION).flatMap(({ call }) => {
        const callee = (0,syntax_tree/* child */.jf)(call, "func");
        const session = callee && (0,syntax_tree/* child */.jf)(callee, "value");
        return session ? [{ module, node: session }] : [];
    });
}
function makersFrom(input, scope, start) {
    return originsOf({ input, scope }, [start]).flatMap((place) => makersIn(input, place));
}
function makersIn(input, { module, node }) {
    return [...(0,syntax_tree/* walk */.GG)(node)].flatMap((part) => session_origin_makerOf(input, { module, node: part }) ?? []);
}
/** What `factory()`, `factory.begin()` and `AsyncSession(engine)` get their options from. */
function session_origin_makerOf({ project }, { module, node }) {
    const callee = node.kind === "Call" ? (0,syntax_tree/* child */.jf)(node, "func") : undefined;
    if (!callee)
        return undefined;
    if (isAsyncSessionClass(project, module, callee))
        return { module, node };
    const isBegin = callee.kind === "Attribute" && (0,syntax_tree/* word */.Vm)(callee, "attr") === "begin";
    const factory = factoryOf(project, { module, node: (isBegin ? (0,syntax_tree/* child */.jf)(callee, "value") : undefined) ?? callee });
    return factory?.kind === "async" ? factory.call : undefined;
}
function asyncFactories({ project }) {
    return [...sqlalchemyCalls(project, session_origin_MAKERS)].filter((place) => factoryOf(project, place)?.kind === "async");
}
/** Edits that keep attributes after a commit; empty when they are kept, undefined when that cannot be told. */
function keepingEdits({ module, node }) {
    if ((0,syntax_tree/* children */.Y_)(node, "keywords").some((keyword) => (0,syntax_tree/* word */.Vm)(keyword, "arg") === undefined))
        return undefined;
    const given = (0,syntax_tree/* keywordArgument */.B1)(node, "expire_on_commit");
    if (given) {
        if (given.kind !== "Constant")
            return undefined;
        return given.fields["value"] === false
            ? []
            : [{ path: module.path, start: given.start, end: given.end, text: "False" }];
    }
    const last = [
        ...(0,syntax_tree/* children */.Y_)(node, "args"),
        ...(0,syntax_tree/* children */.Y_)(node, "keywords").flatMap((keyword) => (0,syntax_tree/* child */.jf)(keyword, "value") ?? []),
    ]
        .toSorted((a, b) => a.end - b.end)
        .at(-1);
    if (last)
        return [argument(module, node, last)];
    const isEmpty = /\(\s*\)$/.test((0,syntax_tree/* sourceOf */.vz)(module, node));
    return isEmpty
        ? [{ path: module.path, start: node.end - 1, end: node.end - 1, text: "expire_on_commit=False" }]
        : undefined;
}
/** Keyword arguments begin before their value: on a line of its own, the keyword is what stands first. */
function argument(module, call, value) {
    const keyword = (0,syntax_tree/* children */.Y_)(call, "keywords").find((entry) => (0,syntax_tree/* child */.jf)(entry, "value") === value);
    return appended(module, keyword && keyword.start >= 0 ? keyword : value, "expire_on_commit=False");
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/keep-attributes-after-commit.js




/** Attributes expired by a commit and read where no SQL can be awaited: the session factory keeps them. */
const keepAttributesAfterCommit = {
    id: "keep-attributes-after-commit",
    title: "Keep attributes readable after `await session.commit()`",
    explanation: "A commit marks all attributes of the session's objects as stale, and reading one afterwards would reload it: with an asynchronous driver that needs an `await`, and reading an attribute has none.",
    draft: keep_attributes_after_commit_draft,
};
function keep_attributes_after_commit_draft(input) {
    const first = symptomsOf(input).find((symptom) => symptom.reason === "expired");
    if (!first || isRefreshDropped(input))
        return [];
    const scope = functionsInScope(input);
    if (scope.some((place) => isOnPurpose(input, place, first)))
        return [];
    const refreshing = refreshDraft(input, scope, first);
    // Objects that are refreshed after the write are not the ones that expired.
    if (!refreshing)
        return [];
    return isServerSide(input, first) ? refreshing : keep_attributes_after_commit_draftsFor(input, first, { scope, refreshing });
}
/** The factory first; none when its sessions keep their attributes already: then something else expired them. */
function keep_attributes_after_commit_draftsFor(input, symptom, { scope, refreshing }) {
    const maker = sessionMaking(input, scope);
    const edits = maker && keepingEdits(maker);
    if (!edits)
        return refreshing;
    return edits.length > 0 ? [keeping(edits, symptom), ...refreshing] : [];
}
/** `session.refresh(order)` made and dropped: awaiting it is the repair, and another recipe's. */
function isRefreshDropped({ evidence }) {
    return evidence.neverAwaited.some(({ coroutine }) => /(^|\.)refresh$/.test(coroutine));
}
function isOnPurpose(input, place, { frames }) {
    const isReader = frames.some((frame) => scope_functionOfFrame(input, frame)?.node === place.node);
    const isGuarded = input.project.guarded.has(place.module.path);
    return (isReader || frames.length === 0) && expiresOnPurpose(place, isGuarded);
}
function isServerSide(input, { model, attributes }) {
    return attributes.length > 0 && attributes.every((name) => isServerGenerated(input, model, name));
}
/** None when there is no place for it; undefined when the code refreshes its objects already. */
function refreshDraft(input, scope, symptom) {
    const places = scope.flatMap((place) => refreshPlaces(input, place, symptom.model));
    const edits = places.flatMap(({ edit }) => edit ?? []);
    if (places.length > 0 && edits.length === 0)
        return undefined;
    const rationale = `${symptom.model.name} is read after a write that expired its attributes; it is now refreshed first.`;
    return edits.length > 0 ? [{ edits, rationale, leftAlone: [] }] : [];
}
function keeping(edits, { model }) {
    const rationale = `A commit expires every attribute, and reading one of ${model.name} afterwards would need SQL that cannot be awaited there; sessions now keep their attributes (expire_on_commit=False).`;
    return { edits, rationale, leftAlone: [] };
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/uses.js


const ITERATING = new Set(["list", "tuple", "set", "frozenset", "sorted", "enumerate", "dict", "zip"]);
/** Methods that take a statement: operators that compare with a subquery, and the session's own. */
const TAKING = new Set(["in_", "notin_", "not_in", "execute", "scalars", "stream", "stream_scalars"]);
/** What becomes of a chain, by its last method or else by the node around it. */
function useOf(chain) {
    const terminal = terminalOf(chain);
    if (terminal)
        return RUNNING.has(terminal.name) ? { kind: "run", by: terminal.name } : { kind: "part" };
    if (chain.subscript)
        return { kind: "run", by: "slice" };
    return useAround(chain.module, chain.top);
}
function useAround(module, node) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (!parent)
        return { kind: "unknown" };
    if (["For", "comprehension"].includes(parent.kind))
        return iterationOf(parent, node);
    if (parent.kind === "Call")
        return uses_useAsArgument(parent, node);
    if (parent.kind === "IfExp" && (0,syntax_tree/* child */.jf)(parent, "test") !== node)
        return onlyKept(useAround(module, parent));
    return parent.kind === "Assign" ? uses_useUnderName(parent) : { kind: "unknown" };
}
function uses_useUnderName(assign) {
    const [target, ...others] = (0,syntax_tree/* children */.Y_)(assign, "targets");
    const name = target?.kind === "Name" ? (0,syntax_tree/* word */.Vm)(target, "id") : undefined;
    return name === undefined || others.length > 0 ? { kind: "unknown" } : { kind: "variable", name };
}
function onlyKept(use) {
    return use.kind === "variable" ? use : { kind: "unknown" };
}
function iterationOf(parent, node) {
    const isAsync = parent.fields["is_async"] === 1;
    return (0,syntax_tree/* child */.jf)(parent, "iter") === node && !isAsync ? { kind: "run", by: "iterate" } : { kind: "unknown" };
}
function uses_useAsArgument(call, node) {
    if (!(0,syntax_tree/* children */.Y_)(call, "args").includes(node))
        return { kind: "unknown" };
    const callee = (0,syntax_tree/* child */.jf)(call, "func");
    const name = (0,syntax_tree/* dottedName */._P)(callee);
    if (name !== undefined && ITERATING.has(name))
        return { kind: "run", by: "iterate" };
    const method = callee?.kind === "Attribute" ? ((0,syntax_tree/* word */.Vm)(callee, "attr") ?? "") : "";
    return TAKING.has(method) ? { kind: "part" } : { kind: "unknown" };
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/built.js



/**
 * The queries of a function that can be understood whole. A query kept under a name counts only when everything that
 * happens to the name is a known method, so that its steps may be rewritten one by one; where one use is unknown, none
 * of the chains around that name is given.
 */
function builtQueries(module, scope) {
    const found = chainsIn(module, scope);
    const variables = new Set(found.flatMap(({ use }) => (use.kind === "variable" ? [use.name] : [])));
    const opaque = opaqueVariables(scope, variables, found);
    for (;;) {
        const built = found.flatMap((entry) => complete(module, entry, { found, opaque }));
        const done = new Set(built.map(({ chain }) => chain));
        const lost = found.flatMap(({ chain }) => (done.has(chain) ? [] : ((0,syntax_tree/* word */.Vm)(chain.root, "id") ?? [])));
        if (lost.every((name) => opaque.has(name)))
            return built;
        for (const name of lost)
            opaque.add(name);
    }
}
function complete(module, { chain, use }, known) {
    if (use.kind === "unknown" || (use.kind === "variable" && known.opaque.has(use.name)))
        return [];
    const beginning = beginningOf(module, { chain, ...known }, new Set());
    if (!beginning || beginning.session === "")
        return [];
    return [{ chain, use, ...beginning, steps: [...beginning.steps, ...stepsOf(chain)] }];
}
/** Chains that start from a session, and those that start from a name that such a chain was given. */
function chainsIn(module, scope) {
    const isOwn = (node) => (0,syntax_tree/* enclosingFunction */.pG)(module, node) === scope;
    const found = [...(0,syntax_tree/* walk */.GG)(scope)]
        .filter((node) => (0,syntax_tree/* dottedName */._P)(querySession(node)) !== undefined && isOwn(node))
        .map((node) => describe(module, node));
    const names = new Set();
    for (let before = -1; before < names.size;) {
        before = names.size;
        for (const { use } of found)
            if (use.kind === "variable")
                names.add(use.name);
        const known = new Set(found.map(({ chain }) => chain.root));
        for (const node of (0,syntax_tree/* walk */.GG)(scope)) {
            const isKnown = !names.has((0,syntax_tree/* word */.Vm)(node, "id") ?? "") || known.has(node);
            if (built_isRead(node) && !isKnown && isOwn(node))
                found.push(describe(module, node));
        }
    }
    return found;
}
function describe(module, root) {
    const chain = chainFrom(module, root);
    return { chain, use: useOf(chain) };
}
function built_isRead(node) {
    return node.kind === "Name" && (0,syntax_tree/* child */.jf)(node, "ctx")?.kind === "Load";
}
/** Names that hold a query here and something else, or unknown, elsewhere. */
function opaqueVariables(scope, variables, found) {
    const values = new Set(found.filter(({ use }) => use.kind === "variable").map(({ chain }) => chain.top));
    const suspects = [...(0,syntax_tree/* walk */.GG)(scope)].flatMap((node) => [...suspectNames(node, scope), ...otherValueNames(node, values)]);
    const opaque = new Set(suspects.filter((name) => variables.has(name)));
    for (let before = -1; before < opaque.size;) {
        before = opaque.size;
        for (const entry of found)
            for (const name of lostNames(entry, opaque))
                opaque.add(name);
    }
    return opaque;
}
/** Names that are assigned something that is no query. */
function otherValueNames(node, values) {
    if (node.kind !== "Assign" || isQueryValue((0,syntax_tree/* child */.jf)(node, "value"), values))
        return [];
    return (0,syntax_tree/* children */.Y_)(node, "targets").flatMap((target) => (target.kind === "Name" ? [(0,syntax_tree/* word */.Vm)(target, "id") ?? ""] : []));
}
/** What a chain takes with it when it is not understood: the name it starts from, and the name it is kept under. */
function lostNames({ chain, use }, opaque) {
    const from = chain.root.kind === "Name" ? ((0,syntax_tree/* word */.Vm)(chain.root, "id") ?? "") : undefined;
    if (from === undefined)
        return [];
    if (use.kind !== "variable")
        return use.kind === "unknown" ? [from] : [];
    return opaque.has(use.name) || opaque.has(from) ? [from, use.name] : [];
}
/** A query, or one query or another. */
function isQueryValue(value, values) {
    if (value?.kind === "IfExp")
        return isQueryValue((0,syntax_tree/* child */.jf)(value, "body"), values) && isQueryValue((0,syntax_tree/* child */.jf)(value, "orelse"), values);
    return value !== undefined && values.has(value);
}
/** Names bound by anything but a plain assignment to one name, and all names that a nested function mentions. */
function suspectNames(node, scope) {
    if (node !== scope && ((0,syntax_tree/* isFunction */.Tn)(node) || node.kind === "Lambda" || node.kind === "ClassDef"))
        return [...(0,syntax_tree/* walk */.GG)(node)].flatMap((inner) => (inner.kind === "Name" ? [(0,syntax_tree/* word */.Vm)(inner, "id") ?? ""] : []));
    if (node.kind === "arg")
        return [(0,syntax_tree/* word */.Vm)(node, "arg") ?? ""];
    const targets = [(0,syntax_tree/* child */.jf)(node, "target"), ...(0,syntax_tree/* children */.Y_)(node, "targets"), (0,syntax_tree/* child */.jf)(node, "optional_vars")];
    const isPlain = node.kind === "Assign";
    return targets.flatMap((target) => target === undefined || (isPlain && target.kind === "Name")
        ? []
        : [...(0,syntax_tree/* walk */.GG)(target)].flatMap((inner) => inner.kind === "Name" && !built_isRead(inner) ? [(0,syntax_tree/* word */.Vm)(inner, "id") ?? ""] : []));
}
/** Where a chain comes from, when all its beginnings use the same session and select the same. */
function beginningOf(module, search, seen) {
    const { chain, found, opaque } = search;
    const session = querySession(chain.root);
    if (session)
        return { root: chain.root, session: (0,syntax_tree/* sourceOf */.vz)(module, session), columns: (0,syntax_tree/* children */.Y_)(chain.root, "args"), steps: [] };
    const name = (0,syntax_tree/* word */.Vm)(chain.root, "id") ?? "";
    if (opaque.has(name))
        return undefined;
    const makers = found.filter(({ use, chain: { root } }) => use.kind === "variable" && use.name === name && !seen.has(root));
    for (const maker of makers)
        seen.add(maker.chain.root);
    const beginnings = makers.map((maker) => {
        const beginning = beginningOf(module, { ...search, chain: maker.chain }, seen);
        return beginning && { ...beginning, steps: [...beginning.steps, ...stepsOf(maker.chain)] };
    });
    return makers.length === 0 ? { ...NOTHING_NEW, root: chain.root } : merged(module, beginnings);
}
/** What `q = q.filter(...)` adds to the beginnings of `q`: nothing but its steps. */
const NOTHING_NEW = { session: "", columns: [], steps: [] };
function merged(module, beginnings) {
    const known = beginnings.filter((entry) => entry !== undefined);
    if (known.length < beginnings.length)
        return undefined;
    const full = known.filter((entry) => entry.session !== "");
    const [first = known[0]] = full;
    const looks = full.map(({ session, columns }) => [session, ...columns.map((node) => (0,syntax_tree/* sourceOf */.vz)(module, node))].join("\n"));
    return !first || new Set(looks).size > 1 ? undefined : { ...first, steps: known.flatMap((entry) => entry.steps) };
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/columns.js




const ENTITY_MAKERS = /(^|\.)(aliased|with_polymorphic)$/;
const TABLE_MAKERS = /(^|\.)(Table|table|subquery|cte)$/;
const CLASS_NAME = /^_?[A-Z][A-Za-z0-9]*$/;
/** How generic repositories call the class they work on. */
const MODEL_PARAMETER = /(^|_)(model|entity|klass|model_class|model_cls|entity_class|orm_class)$/;
const EXPRESSIONS = new Set(["Compare", "BinOp", "UnaryOp", "BoolOp"]);
/** What one argument of `query(...)` selects, by where its name comes from. */
function columnKind(project, module, node) {
    if (EXPRESSIONS.has(node.kind))
        return "column";
    if (node.kind === "Call")
        return callKind(node);
    const name = (0,syntax_tree/* dottedName */._P)(node);
    return name === undefined ? subscriptKind(node) : nameKind(project, module, { node, name });
}
function callKind(node) {
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const name = (0,syntax_tree/* dottedName */._P)(callee) ?? (callee && (0,syntax_tree/* word */.Vm)(callee, "attr")) ?? "";
    if (ENTITY_MAKERS.test(name))
        return "entity";
    return /(^|\.)(Bundle|type|getattr|get_model)$/.test(name) || name === "" ? undefined : "column";
}
/** `table.c["name"]` is a column; what other subscripts give is anybody's guess. */
function subscriptKind(node) {
    const base = node.kind === "Subscript" ? (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "value")) : undefined;
    return base !== undefined && /\.(c|columns)$/.test(base) ? "column" : undefined;
}
function nameKind(project, module, place) {
    const { node, name } = place;
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const parameter = scope && parameterNamed(scope, name);
    if (parameter)
        return isClassAnnotation(module, parameter.annotation) || MODEL_PARAMETER.test(name) ? "entity" : undefined;
    if (isAttributeOfEntity(project, module, node))
        return "column";
    return boundKind(project, module, node) ?? unboundKind(project, module, place);
}
function boundKind(project, module, node) {
    const value = followValue(project, { module, node });
    return value && value.node !== node ? valueKind(project, value.module, value.node) : undefined;
}
function unboundKind(project, module, place) {
    const definition = (0,resolve/* definitionOf */.Fg)(project, module, place.name);
    if (definition)
        return definition.node.kind === "ClassDef" ? "entity" : undefined;
    return unresolvedKind(project, module, place);
}
function valueKind(project, module, node) {
    if (node.kind !== "Call")
        return (0,syntax_tree/* dottedName */._P)(node) === undefined ? undefined : columnKind(project, module, node);
    const callee = (0,syntax_tree/* child */.jf)(node, "func");
    const name = (0,syntax_tree/* dottedName */._P)(callee) ?? (callee && (0,syntax_tree/* word */.Vm)(callee, "attr")) ?? "";
    return TABLE_MAKERS.test(name) ? "column" : callKind(node);
}
/** A name that leads out of the files at hand: `self.model`, `Product.name`, a class of another package. */
function unresolvedKind(project, module, { node, name }) {
    if (/^(self|cls)\.\w+$/.test(name))
        return ownAttributeKind(module, node, name);
    if (/\.(c|columns)\.\w+$/.test(name))
        return "column";
    if (/^sqlalchemy\b/.test((0,resolve/* externalName */.NI)(project, module, name) ?? ""))
        return undefined;
    return byLooks(name);
}
function isAttributeOfEntity(project, module, node) {
    const base = node.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    return base !== undefined && columnKind(project, module, base) === "entity";
}
function byLooks(name) {
    const parts = name.split(".");
    const [last = "", outer = ""] = parts.toReversed();
    if (CLASS_NAME.test(last) && /[a-z]/.test(last))
        return "entity";
    return CLASS_NAME.test(outer) && /^[a-z_]\w*$/.test(last) ? "column" : undefined;
}
/** `self.model`: by what the class stores there or says of it, else by its name. */
function ownAttributeKind(module, node, name) {
    const attribute = name.slice(name.indexOf(".") + 1);
    const annotated = [...classStatements(module, node)].some((statement) => statement.kind === "AnnAssign" &&
        (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(statement, "target")) === attribute &&
        isClassAnnotation(module, (0,syntax_tree/* child */.jf)(statement, "annotation")));
    return annotated || MODEL_PARAMETER.test(attribute) ? "entity" : undefined;
}
function* classStatements(module, node) {
    for (const statement of (0,syntax_tree/* children */.Y_)(module.tree, "body")) {
        if (statement.kind === "ClassDef" && statement.start <= node.start && node.end <= statement.end)
            yield* (0,syntax_tree/* children */.Y_)(statement, "body");
    }
}
function isClassAnnotation(module, annotation) {
    return annotation !== undefined && /^["']?(typing\.|t\.)?[Tt]ype\[/.test((0,syntax_tree/* sourceOf */.vz)(module, annotation));
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/selection.js




const AGGREGATES = new Set(["count", "sum", "max", "min", "avg", "total"]);
const NARROWING = new Set(["group_by", "having", "limit", "offset", "slice", "add_columns", "join", "outerjoin"]);
/** What a query gives; undefined when one of its arguments cannot be told to be a class or a column. */
function selectionOf(project, query) {
    const { module } = query.chain;
    const columns = effectiveColumns(query);
    const kinds = columns.map((column) => columnKind(project, module, column));
    if (columns.length === 0 || kinds.includes(undefined))
        return undefined;
    const hasEntity = kinds.includes("entity");
    const joinsCollections = hasEntity && mayJoinCollections(project, query, columns);
    return {
        columns,
        joinsCollections,
        givesObjects: columns.length === 1 && hasEntity,
        needsUnique: joinsCollections || (hasEntity && mayRepeat(project, query, columns)),
        isSingleValue: columns.length === 1 && isAggregate(columns[0]) && !query.steps.some((step) => NARROWING.has(step.name)),
    };
}
function effectiveColumns(query) {
    let columns = query.columns;
    for (const { name, call } of query.steps) {
        if (name === "with_entities")
            columns = (0,syntax_tree/* children */.Y_)(call, "args");
        if (name === "add_columns")
            columns = [...columns, ...(0,syntax_tree/* children */.Y_)(call, "args")];
    }
    return columns;
}
/** `func.count(...)`, also labelled, and `....exists()`. */
function isAggregate(node) {
    const called = methodCall(node);
    if (!called)
        return false;
    const { base, method } = called;
    if (method === "label" || method === "where")
        return isAggregate(base) || isExists(base);
    return method === "exists" || (AGGREGATES.has(method) && /(^|\.)(sa_|sql_)?func$/.test((0,syntax_tree/* dottedName */._P)(base) ?? ""));
}
function isExists(node) {
    return node?.kind === "Call" && /(^|\.)exists$/.test((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) ?? "");
}
const SEPARATE_LOADERS = /^(\w+\.)*(selectinload|subqueryload|lazyload|noload|raiseload|load_only|defer|undefer)$/;
/** By options of the query, or by the way a relationship of the project's models is declared. */
function mayJoinCollections(project, query, columns) {
    const { module } = query.chain;
    const loaders = query.steps.filter((step) => step.name === "options").flatMap((step) => (0,syntax_tree/* children */.Y_)(step.call, "args"));
    if (loaders.some((option) => !isSeparateLoader(module.text.slice(option.start, option.end), option)))
        return true;
    return columns.some((column) => isDeclaredJoined(project, module, column));
}
function isSeparateLoader(text, option) {
    if (option.kind !== "Call" || /\b(joinedload|contains_eager)\b/.test(text))
        return false;
    let callee = (0,syntax_tree/* child */.jf)(option, "func");
    while (callee?.kind === "Attribute" && (0,syntax_tree/* child */.jf)(callee, "value")?.kind === "Call") {
        const inner = (0,syntax_tree/* child */.jf)(callee, "value");
        callee = inner && (0,syntax_tree/* child */.jf)(inner, "func");
    }
    return SEPARATE_LOADERS.test((0,syntax_tree/* dottedName */._P)(callee) ?? "");
}
function isDeclaredJoined(project, module, column) {
    const definition = (0,resolve/* definitionOf */.Fg)(project, module, (0,syntax_tree/* dottedName */._P)(column) ?? "");
    const own = definition?.node.kind === "ClassDef" ? [...(0,syntax_tree/* walk */.GG)(definition.node)] : [];
    return own.some(isJoinedRelationship) || [...project.modules.values()].some((other) => hasJoinedBackref(other));
}
function isJoinedRelationship(node) {
    const lazy = node.kind === "Call" ? (0,syntax_tree/* keywordArgument */.B1)(node, "lazy") : undefined;
    return lazy?.kind === "Constant" && (lazy.fields["value"] === "joined" || lazy.fields["value"] === false);
}
const backrefMaps = new WeakMap();
function hasJoinedBackref(module) {
    const known = backrefMaps.get(module);
    if (known !== undefined)
        return known;
    const found = [...(0,syntax_tree/* walk */.GG)(module.tree)].some((node) => isJoinedRelationship(node) && /(^|\.)backref$/.test((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(node, "func")) ?? ""));
    backrefMaps.set(module, found);
    return found;
}
/** Joins and further tables may repeat an object, unless all that is joined is selected too or the rows are distinct. */
function mayRepeat(project, query, columns) {
    const { module } = query.chain;
    const objects = columns.filter((column) => columnKind(project, module, column) === "entity");
    const names = objects.map((column) => (0,syntax_tree/* sourceOf */.vz)(module, column));
    if (query.steps.some((step) => step.name === "distinct" && (0,syntax_tree/* children */.Y_)(step.call, "args").length === 0))
        return false;
    if (isGroupedByEntity(module, query.steps, names))
        return false;
    const tables = query.steps.flatMap((step) => tablesOf(project, module, step));
    return tables.some((table) => !names.includes(table));
}
function isGroupedByEntity(module, steps, names) {
    const grouped = steps.filter((step) => step.name === "group_by").flatMap((step) => (0,syntax_tree/* children */.Y_)(step.call, "args"));
    const keys = grouped.map((key) => (0,syntax_tree/* sourceOf */.vz)(module, key));
    return names.some((name) => keys.includes(name) || keys.includes(`${name}.id`));
}
/** The tables that a step brings in, as written. */
function tablesOf(project, module, step) {
    const [first] = (0,syntax_tree/* children */.Y_)(step.call, "args");
    if (/join$|^select_from$/.test(step.name))
        return [first ? (0,syntax_tree/* sourceOf */.vz)(module, first) : ""];
    if (!/^(filter|where|having|order_by)$/.test(step.name))
        return [];
    return (0,syntax_tree/* children */.Y_)(step.call, "args").flatMap((argument) => [...comparedClasses(project, module, argument)]);
}
const CLOSED_CALLS = /^(any|has|query|select|exists|scalar_subquery|subquery)$/;
/** A call of one of these, or of a method of what it gives. */
function isSubquery(node) {
    for (let call = node; call?.kind === "Call";) {
        const callee = (0,syntax_tree/* child */.jf)(call, "func");
        const called = callee?.kind === "Attribute" ? (0,syntax_tree/* word */.Vm)(callee, "attr") : (0,syntax_tree/* dottedName */._P)(callee);
        if (called !== undefined && CLOSED_CALLS.test(called))
            return true;
        call = callee && (0,syntax_tree/* child */.jf)(callee, "value");
    }
    return false;
}
/** Classes whose columns a condition reads, those inside subqueries left out. */
function* comparedClasses(project, module, node) {
    if (isSubquery(node))
        return;
    const base = node.kind === "Attribute" ? (0,syntax_tree/* child */.jf)(node, "value") : undefined;
    const name = (0,syntax_tree/* dottedName */._P)(base);
    if (base && name !== undefined && columnKind(project, module, base) === "entity")
        yield name;
    for (const next of (0,syntax_tree/* childNodes */.EK)(node))
        yield* comparedClasses(project, module, next);
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/steps.js

/** Building methods that a statement calls by another name. */
const RENAMED = new Map([
    ["filter", "where"],
    ["with_entities", "with_only_columns"],
    ["as_scalar", "scalar_subquery"],
]);
/** Those that a statement calls the same. */
const SHARED = new Set([
    "where filter_by order_by group_by having distinct limit offset slice join outerjoin select_from options",
    "with_for_update execution_options add_columns subquery scalar_subquery exists label cte",
].flatMap((line) => line.split(" ")));
/** True when a statement has the same method with the same meaning for these arguments. */
function isPortable(query) {
    const { module } = query.chain;
    const changesShape = query.use.kind === "variable" && query.chain.links.some((link) => SHAPING.has(link.name));
    return !changesShape && query.steps.every((step) => isPortableStep(step)) && isPortableDistinct(module, query);
}
const SHAPING = new Set(["with_entities", "add_columns"]);
function isPortableStep(step) {
    const args = (0,syntax_tree/* children */.Y_)(step.call, "args");
    if (step.name === "populate_existing")
        return args.length === 0;
    if (step.name === "having")
        return args.length === 1; // SQLAlchemy 1.4 takes one
    if (step.name === "join" || step.name === "outerjoin")
        return isPortableJoin(step.call);
    return RENAMED.has(step.name) || SHARED.has(step.name);
}
/** What is surely a condition; a bare attribute after a relationship would be a second target. */
const CONDITIONS = new Set(["Compare", "BoolOp", "BinOp", "UnaryOp", "Call"]);
/** One target and one condition; names of relationships as text and several targets are gone in the new style. */
function isPortableJoin(call) {
    const [target, condition, ...more] = (0,syntax_tree/* children */.Y_)(call, "args");
    const keywords = (0,syntax_tree/* children */.Y_)(call, "keywords").map((keyword) => (0,syntax_tree/* word */.Vm)(keyword, "arg") ?? "**");
    if (!target || more.length > 0 || !["Name", "Attribute", "Call"].includes(target.kind))
        return false;
    if (keywords.some((name) => !["isouter", "full", "onclause"].includes(name)))
        return false;
    const isClass = /^_?[A-Z]/.test((0,syntax_tree/* dottedName */._P)(target)?.split(".").at(-1) ?? "");
    return condition === undefined || isClass || CONDITIONS.has(condition.kind);
}
/** A query adds the columns it is ordered by to a DISTINCT selection, a statement does not. */
function isPortableDistinct(module, query) {
    if (!query.steps.some((step) => step.name === "distinct"))
        return true;
    const selected = query.columns.map((column) => (0,syntax_tree/* sourceOf */.vz)(module, column));
    const keys = query.steps.filter((step) => step.name === "order_by").flatMap((step) => (0,syntax_tree/* children */.Y_)(step.call, "args"));
    return keys.every((key) => {
        const names = [...(0,syntax_tree/* walk */.GG)(key)].filter((node) => node.kind === "Attribute").map((node) => (0,syntax_tree/* dottedName */._P)(node) ?? "");
        return selected.some((text) => names.some((name) => name === text || name.startsWith(`${text}.`)));
    });
}
/** The edits that turn a chain's own building methods into those of a statement. */
function stepEdits(module, links) {
    return links.flatMap((link) => {
        const start = link.attribute.end - link.name.length;
        if (link.name === "populate_existing")
            return [{ path: module.path, start, end: link.call.end, text: "execution_options(populate_existing=True)" }];
        const name = RENAMED.get(link.name);
        return name === undefined ? [] : [{ path: module.path, start, end: link.attribute.end, text: name }];
    });
}
/** Text between a link and what it is called on; undefined when it is more than a dot, white space and comments. */
function steps_gapBefore(chain, link) {
    const index = chain.links.indexOf(link);
    const previous = index > 0 ? chain.links[index - 1]?.call : chain.root;
    const start = previous?.end ?? -1;
    const text = chain.module.text.slice(start, link.attribute.end - link.name.length);
    return start >= 0 && /^[\s\\]*\.\s*$/.test(text.replaceAll(/#[^\r\n]*/g, "")) ? { start, text } : undefined;
}
/**
 * Takes a link away and puts a text in its place. A comment before it stays; undefined when the link does not end its
 * line then, since what follows would become part of the comment.
 */
function replaceLink(chain, link, text) {
    const gap = steps_gapBefore(chain, link);
    if (!gap)
        return undefined;
    const { path } = chain.module;
    if (!gap.text.includes("#"))
        return { path, start: gap.start, end: link.call.end, text };
    const isLast = /^[ \t]*(#|\r?\n|$)/.test(chain.module.text.slice(link.call.end));
    const lineBreak = /\r?\n[^\r\n]*$/.exec(gap.text);
    if (!isLast || !lineBreak)
        return undefined;
    if (text === "")
        return { path, start: gap.start + lineBreak.index, end: link.call.end, text };
    return text.startsWith(".")
        ? { path, start: gap.start + gap.text.lastIndexOf("."), end: link.call.end, text }
        : undefined;
}
/** True when every link stands plainly on the one before it and all of it can be edited. */
function isPlainChain(chain) {
    const { root, links, top } = chain;
    const callee = root.kind === "Call" ? (0,syntax_tree/* child */.jf)(root, "func") : root;
    if (root.start < 0 || top.start < 0 || !callee || callee.start < 0)
        return false;
    return links.every((link) => steps_gapBefore(chain, link) !== undefined);
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/changes.js





/** `session.query(M).get(key)` -> `await session.get(M, key)`. */
function getEdits(query, position) {
    const { chain, columns, session } = query;
    const source = (node) => (0,syntax_tree/* sourceOf */.vz)(chain.module, node);
    const [entity, ...more] = columns;
    const terminal = terminalOf(chain);
    const [key, ...rest] = terminal ? (0,syntax_tree/* children */.Y_)(terminal.call, "args") : [];
    const options = query.steps.flatMap((step) => getOption(step.name, (0,syntax_tree/* children */.Y_)(step.call, "args").map(source)) ?? [undefined]);
    if (!entity || !key || more.length + rest.length > 0 || options.includes(undefined) || chain.root.kind !== "Call")
        return undefined;
    if (/#|\.query\b/.test(chain.module.text.slice(chain.root.end, chain.top.end)))
        return undefined;
    const call = `await ${session}.get(${[source(entity), source(key), ...options].join(", ")})`;
    const text = needsParentheses(position.module, position.outer) ? `(${call})` : call;
    const { open, close } = position.parentheses ?? { open: position.start, close: position.end - 1 };
    return [{ path: chain.module.path, start: open, end: close + 1, text }];
}
function getOption(name, args) {
    if (name === "options")
        return `options=[${args.join(", ")}]`;
    if (name === "populate_existing")
        return "populate_existing=True";
    return name === "with_for_update" && args.length === 0 ? "with_for_update=True" : undefined;
}
const CHANGE_STEPS = new Set(["filter", "where", "filter_by"]);
/** `.update({...})` and `.delete()` -> `await session.execute(update(M)....values({...}))`; their value is a count. */
function changeRewrite(scope, query, position) {
    const { chain } = query;
    const terminal = terminalOf(chain);
    const callee = (0,syntax_tree/* child */.jf)(chain.root, "func");
    if (!terminal || !callee || !isOneTable(scope, query))
        return undefined;
    const isUpdate = terminal.name === "update";
    const ending = isUpdate ? updateEnding(chain, terminal) : deleteEnding(chain, terminal);
    if (!ending)
        return undefined;
    const accessor = position.statement?.kind === "Expr" ? "" : ".rowcount";
    return {
        running: { method: "execute", accessor, executeAccessor: accessor, extra: "" },
        edits: [...stepEdits(chain.module, chain.links.slice(0, -1)), ...ending.edits],
        links: isUpdate ? chain.links : query.steps,
        opening: { end: callee.end, text: scope.spelling.spell(isUpdate ? "update" : "delete") },
        closing: ending.closing,
    };
}
function isOneTable(scope, query) {
    const isPlain = query.steps.every((step) => CHANGE_STEPS.has(step.name));
    return isPlain && selectionOf(scope.project, query)?.givesObjects === true;
}
/** `.update(values, synchronize_session=x)` -> `.values(values).execution_options(synchronize_session=x)`. */
function updateEnding(chain, terminal) {
    const { path, text } = chain.module;
    const [values, ...positional] = (0,syntax_tree/* children */.Y_)(terminal.call, "args");
    const strategy = strategyOf(terminal, positional);
    if (!values || values.start < 0 || strategy === "unknown")
        return undefined;
    const start = terminal.attribute.end - terminal.name.length;
    const edits = [{ path, start, end: terminal.attribute.end, text: "values" }];
    if (strategy)
        edits.push({ path, start: values.end, end: strategy.end, text: "" });
    if (strategy && text.slice(values.end, strategy.start).includes("#"))
        return undefined;
    return { edits, closing: { start: terminal.call.end, text: optionFor(chain, strategy), keeps: terminal } };
}
function deleteEnding(chain, terminal) {
    const strategy = strategyOf(terminal, (0,syntax_tree/* children */.Y_)(terminal.call, "args"));
    if (strategy === "unknown")
        return undefined;
    const start = chain.links.at(-2)?.call.end ?? chain.root.end;
    return { edits: [], closing: { start, text: optionFor(chain, strategy) } };
}
/** The `synchronize_session` argument; undefined without one, `unknown` when there are others too. */
function strategyOf(terminal, positional) {
    const keywords = (0,syntax_tree/* children */.Y_)(terminal.call, "keywords");
    const isKnown = keywords.every((keyword) => (0,syntax_tree/* word */.Vm)(keyword, "arg") === "synchronize_session");
    if (!isKnown || positional.length + keywords.length > 1)
        return "unknown";
    return positional[0] ?? (keywords[0] && (0,syntax_tree/* child */.jf)(keywords[0], "value"));
}
function optionFor(chain, strategy) {
    return strategy ? `.execution_options(synchronize_session=${(0,syntax_tree/* sourceOf */.vz)(chain.module, strategy)})` : "";
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/count.js




const COUNTED = { method: "scalar", accessor: "", executeAccessor: "", extra: "" };
/** Steps after which `SELECT count(*) FROM ...` counts the same rows as the query had. */
const ROW_STEPS = new Set(["filter", "where", "filter_by", "join", "outerjoin", "order_by", "options"]);
/** Of these, the ones that say nothing about how many rows there are. */
const IDLE_STEPS = new Set(["order_by", "options"]);
/** `query(M)....count()`: over the table itself where the steps allow it, else over the query as a subquery. */
function countRewrite(scope, query) {
    const { chain } = query;
    const terminal = terminalOf(chain);
    const selection = selectionOf(scope.project, query);
    if (!selection || !terminal || (0,syntax_tree/* children */.Y_)(terminal.call, "args").length > 0)
        return undefined;
    const isOwn = chain.root.kind === "Call" && query.steps.length === chain.links.length - 1;
    const isDirect = isOwn && selection.givesObjects && query.steps.every((step) => ROW_STEPS.has(step.name));
    return isDirect ? directCount(scope, query) : subqueryCount(scope, query);
}
function directCount(scope, query) {
    const { chain } = query;
    const [entity] = query.columns;
    if (!entity)
        return undefined;
    const { spell } = scope.spelling;
    const edits = [];
    for (const step of query.steps) {
        const edit = IDLE_STEPS.has(step.name) ? withoutStep(query, step) : undefined;
        if (IDLE_STEPS.has(step.name) && !edit)
            return undefined;
        edits.push(...(edit ? [edit] : stepEdits(chain.module, [step])));
    }
    return {
        running: COUNTED,
        edits,
        links: query.steps.filter((step) => !IDLE_STEPS.has(step.name)),
        opening: { end: entity.start, text: `${spell("select")}(${spell("func")}.count()).select_from(` },
        closing: { start: chain.links.at(-2)?.call.end ?? chain.root.end, text: "" },
    };
}
function withoutStep(query, step) {
    return /\.query\b/.test((0,syntax_tree/* sourceOf */.vz)(query.chain.module, step.call).slice(step.attribute.end - step.call.start))
        ? undefined
        : replaceLink(query.chain, step, "");
}
function subqueryCount(scope, query) {
    const { chain } = query;
    const { spell } = scope.spelling;
    const callee = chain.root.kind === "Call" ? (0,syntax_tree/* child */.jf)(chain.root, "func") : undefined;
    const outer = `${spell("select")}(${spell("func")}.count()).select_from(`;
    return {
        running: COUNTED,
        edits: stepEdits(chain.module, chain.links.slice(0, -1)),
        opening: callee ? { end: callee.end, text: `${outer}${spell("select")}` } : { end: chain.root.start, text: outer },
        closing: { start: chain.links.at(-2)?.call.end ?? chain.root.end, text: ".subquery())" },
    };
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/line-length.js



/** Black's default; a project that already goes beyond it is given as much. */
const LINE_LENGTH = 88;
const LONGEST_LINE = 120;
const UNBROKEN = { open: "", close: "", breaks: [], lastBreak: "" };
/** Puts a statement that would be too long on a line of its own, and its methods on one line each where that is too long. */
function wrapping(query, rewritten, around) {
    const { position, rewrite } = rewritten;
    const { module, indent } = position;
    if (!isOneLine(position) || around.open.startsWith("("))
        return UNBROKEN;
    const inner = innerLength(rewrite);
    const longest = longestLine(module.text);
    if (headLength(position, around) + inner + around.close.length <= longest)
        return UNBROKEN;
    const lineBreak = lineEndOf(module);
    const own = `${lineBreak}${indent}${indentUnit(module.text)}`;
    const wrapped = { ...UNBROKEN, open: own, close: `${lineBreak}${indent}` };
    const isShort = own.length - lineBreak.length + inner <= longest;
    return isShort ? wrapped : { ...wrapped, ...methodBreaks(query, rewrite, own) };
}
function isOneLine({ module, statement, parentheses }) {
    return statement !== undefined && parentheses === undefined && !/[\r\n]/.test((0,syntax_tree/* sourceOf */.vz)(module, statement));
}
/** What the first line holds before the statement proper. */
function headLength({ module, statement, start, indent }, around) {
    const isTwoLines = around.after !== undefined;
    const begin = isTwoLines || !statement ? indent : module.text.slice(lineStart(module, statement.start), start);
    return begin.length + around.open.length;
}
function methodBreaks(query, rewrite, text) {
    const links = rewrite.links ?? [];
    if (links.length < 2)
        return { breaks: [], lastBreak: "" };
    const { path } = query.chain.module;
    const breaks = links.flatMap((link) => {
        const start = steps_gapBefore(query.chain, link)?.start;
        return start === undefined ? [] : [{ path, start, end: start, text }];
    });
    return { breaks, lastBreak: rewrite.closing.text === "" ? "" : text };
}
function innerLength(rewrite) {
    const changes = rewrite.edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
    const middle = rewrite.closing.start - rewrite.opening.end + changes;
    return rewrite.opening.text.length + middle + rewrite.closing.text.length;
}
function longestLine(text) {
    const longest = Math.max(LINE_LENGTH, ...text.split(/\r\n|\r|\n/).map((line) => line.length));
    return Math.min(longest, LONGEST_LINE);
}
function indentUnit(text) {
    return /^(\t| {2,8})\S/m.exec(text)?.[1] ?? "    ";
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/local-names.js


/** True when a function reads or binds the name anywhere in it, nested functions included. */
function mentionsName(scope, name) {
    for (const node of (0,syntax_tree/* walk */.GG)(scope))
        if (local_names_namesOf(node).includes(name))
            return true;
    return false;
}
/** True when a function binds the name itself, so that it does not mean the module's. */
function bindsLocally(scope, name) {
    for (const node of (0,syntax_tree/* walk */.GG)(scope)) {
        if (node === scope)
            continue;
        const isRead = node.kind === "Name" && (0,syntax_tree/* child */.jf)(node, "ctx")?.kind !== "Store";
        if (!isRead && local_names_namesOf(node).includes(name))
            return true;
    }
    return false;
}
function local_names_namesOf(node) {
    const own = [(0,syntax_tree/* word */.Vm)(node, "id"), (0,syntax_tree/* word */.Vm)(node, "arg"), (0,syntax_tree/* word */.Vm)(node, "asname")];
    if ((0,syntax_tree/* isFunction */.Tn)(node) || node.kind === "ClassDef" || node.kind === "ExceptHandler")
        own.push((0,syntax_tree/* word */.Vm)(node, "name"));
    if (node.kind === "alias" && (0,syntax_tree/* word */.Vm)(node, "asname") === undefined)
        own.push((0,syntax_tree/* word */.Vm)(node, "name")?.split(".")[0]);
    if (node.kind === "keyword")
        return []; // `f(name=1)` names a parameter of f
    return own.filter((name) => name !== undefined);
}
/** True when the module itself binds the name by something that is no import: `def update(...)`, `select = ...`. */
function moduleBinds(module, name) {
    return [...(0,resolve/* moduleStatements */.b2)(module.tree)].some((statement) => {
        if ((0,syntax_tree/* isFunction */.Tn)(statement) || statement.kind === "ClassDef")
            return (0,syntax_tree/* word */.Vm)(statement, "name") === name;
        const targets = [(0,syntax_tree/* child */.jf)(statement, "target"), ...(0,syntax_tree/* children */.Y_)(statement, "targets")];
        return targets.some((target) => target !== undefined && bindsIn(target, name));
    });
}
function bindsIn(target, name) {
    return [...(0,syntax_tree/* walk */.GG)(target)].some((node) => node.kind === "Name" && (0,syntax_tree/* word */.Vm)(node, "id") === name);
}
/** True when an import of the module binds the name. */
function importsName(module, name) {
    return [...(0,resolve/* moduleStatements */.b2)(module.tree)].some((statement) => (statement.kind === "Import" || statement.kind === "ImportFrom") &&
        (0,syntax_tree/* children */.Y_)(statement, "names").some((alias) => local_names_namesOf(alias).includes(name)));
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/placing.js






/** Two lines with a named result where the query is all that a statement assigns or returns, else in place. */
function placed(scope, query, placing) {
    const { position, rewrite } = placing;
    const { running } = rewrite;
    const isKept = ["Assign", "AnnAssign", "Return"].includes(position.statement?.kind ?? "");
    const name = isKept && position.head !== undefined ? resultName(scope, position) : undefined;
    if (running.executeAccessor === "" || name === undefined)
        return inPlace(query, placing);
    const { module, indent, head } = position;
    const begin = head?.endsWith("return") ? `${head} ` : head;
    const after = `${lineEndOf(module)}${indent}${begin}${name}${running.executeAccessor}`;
    return assembled(query, placing, { open: `${name} = await ${query.session}.execute(`, close: ")", after });
}
function inPlace(query, placing) {
    const { position, rewrite } = placing;
    const { method, accessor } = rewrite.running;
    const call = `await ${query.session}.${method}(`;
    const isWrapped = accessor !== "" || needsParentheses(position.module, position.outer);
    if (isWrapped)
        return assembled(query, placing, { open: `(${call}`, close: `))${accessor}` });
    return assembled(query, placing, { open: call, close: ")" });
}
function assembled(query, { position, rewrite }, around) {
    const { module, statement } = position;
    const { path } = module;
    const isTwoLines = around.after !== undefined && statement !== undefined;
    const edits = [...rewrite.edits];
    const start = isTwoLines ? statement.start : (position.parentheses?.open ?? position.start);
    const wrap = wrapping(query, { position, rewrite }, around);
    if (position.parentheses) {
        const { open, close } = position.parentheses;
        edits.push({ path, start, end: open + 1, text: around.open });
        edits.push({ path, start: position.start, end: rewrite.opening.end, text: rewrite.opening.text });
        edits.push({ path, start: close + 1, end: close + 1, text: around.close.slice(1) });
    }
    else
        edits.push({ path, start, end: rewrite.opening.end, text: around.open + wrap.open + rewrite.opening.text });
    const close = position.parentheses ? "" : wrap.close + around.close;
    const ending = endingEdit(query, rewrite, { text: wrap.lastBreak + rewrite.closing.text, close });
    if (!ending)
        return undefined;
    edits.push(ending, ...wrap.breaks);
    if (isTwoLines)
        edits.push({ path, start: statement.end, end: statement.end, text: around.after ?? "" });
    return edits.filter((edit) => edit.start !== edit.end || edit.text !== "");
}
/** Takes the running method (or the slice) away and closes the call in its place. */
function endingEdit(query, rewrite, ending) {
    const { chain } = query;
    const { path } = chain.module;
    const { closing } = rewrite;
    const terminal = terminalOf(chain);
    if (!terminal)
        return { path, start: closing.start, end: chain.top.end, text: ending.text + ending.close };
    const gap = steps_gapBefore(chain, terminal)?.text ?? "";
    const isOnOwnLine = closing.text !== "" && /[\r\n]/.test(gap) && !gap.includes("#");
    const text = (isOnOwnLine ? gap.slice(0, gap.lastIndexOf(".")) : "") + ending.text + ending.close;
    return closing.keeps ? { path, start: chain.top.end, end: chain.top.end, text } : replaceLink(chain, terminal, text);
}
/** A name for the result that the function does not use yet. */
function resultName(scope, position) {
    const target = /^(\w+)\b/.exec(position.head ?? "")?.[1] ?? "";
    if (target === "result")
        return undefined; // it reads best in one line
    const candidates = [
        "result",
        ...(target === "return" || target === "" ? [] : [`${target}_result`]),
        "query_result",
        "rows_result",
    ];
    return candidates.find((name) => name !== target && !mentionsName(scope.node, name));
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/identifying-columns.js


/**
 * The columns of a mapped class of the project that identify one row each: its primary key and unique ones. A composite
 * primary key identifies by all its columns together: then none is given.
 */
function identifyingColumns(project, module, entity) {
    const definition = (0,resolve/* definitionOf */.Fg)(project, module, (0,syntax_tree/* dottedName */._P)(entity) ?? "");
    const statements = definition ? (0,syntax_tree/* children */.Y_)(definition.node, "body") : [];
    const keys = statements.filter((statement) => isSet(statement, "primary_key"));
    const found = statements.filter((statement) => isSet(statement, "primary_key") || isSet(statement, "unique"));
    return new Set(keys.length > 1 ? [] : found.flatMap((statement) => targetName(statement) ?? []));
}
/** `name = Column(..., unique=True)` and the like. */
function isSet(statement, keyword) {
    const value = (0,syntax_tree/* child */.jf)(statement, "value");
    const argument = value?.kind === "Call" ? (0,syntax_tree/* keywordArgument */.B1)(value, keyword) : undefined;
    return argument?.kind === "Constant" && argument.fields["value"] === true;
}
function targetName(statement) {
    return (0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(statement, "target") ?? (0,syntax_tree/* children */.Y_)(statement, "targets")[0]);
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/running.js


/** How to run a query by one of its running methods, a slice or an iteration; undefined when there is no equal way. */
function runningOf(project, query, selection) {
    const by = query.use.kind === "run" ? query.use.by : "";
    const unique = selection.needsUnique ? ".unique()" : "";
    switch (by) {
        case "all":
            return plain(selection, `${unique}.all()`, "");
        case "iterate":
            return plain(selection, unique, "");
        case "slice":
            return sliced(query, selection, unique);
        case "one":
        case "one_or_none":
            return oneOf(selection, by, unique);
        case "first":
            return firstOf(project, query, selection);
        case "scalar":
            return scalarOf(selection, unique);
        default:
            return undefined;
    }
}
function plain(selection, accessor, extra) {
    return selection.givesObjects
        ? { method: "scalars", accessor, executeAccessor: `.scalars()${accessor}`, extra }
        : { method: "execute", accessor, executeAccessor: accessor, extra };
}
function oneOf(selection, by, unique) {
    if (!selection.givesObjects || unique !== "")
        return plain(selection, `${unique}.${by}()`, "");
    return { method: "execute", accessor: `.scalar_${by}()`, executeAccessor: `.scalar_${by}()`, extra: "" };
}
function scalarOf(selection, unique) {
    if (selection.isSingleValue)
        return { method: "scalar", accessor: "", executeAccessor: "", extra: "" };
    const accessor = `${unique}.scalar_one_or_none()`;
    return { method: "execute", accessor, executeAccessor: accessor, extra: "" };
}
/** A query asks the database for one row; so do we, unless the condition names a key and there is but one. */
function firstOf(project, query, selection) {
    const extra = findsByKey(project, query, selection) ? "" : ".limit(1)";
    const unique = selection.joinsCollections ? ".unique()" : "";
    if (!selection.givesObjects || selection.joinsCollections)
        return plain(selection, `${unique}.first()`, extra);
    return { method: "scalar", accessor: "", executeAccessor: ".scalars().first()", extra };
}
function findsByKey(project, query, selection) {
    const { module } = query.chain;
    const [entity] = selection.columns;
    if (!selection.givesObjects || !entity || query.chain.root.kind !== "Call")
        return false;
    if (query.steps.some((step) => /^(join|outerjoin|select_from|limit)$/.test(step.name)))
        return false;
    const keys = identifyingColumns(project, module, entity);
    const conditions = query.steps
        .filter((step) => ["filter", "where", "filter_by"].includes(step.name))
        .flatMap(({ call }) => [
        ...(0,syntax_tree/* children */.Y_)(call, "args").flatMap((node) => equalColumn(node, (0,syntax_tree/* sourceOf */.vz)(module, entity)) ?? []),
        ...(0,syntax_tree/* children */.Y_)(call, "keywords").flatMap((keyword) => (0,syntax_tree/* word */.Vm)(keyword, "arg") ?? []),
    ]);
    return conditions.some((name) => keys.has(name));
}
/** `id` for `Product.id == x`. */
function equalColumn(node, entity) {
    const operators = node.kind === "Compare" ? (0,syntax_tree/* children */.Y_)(node, "ops") : [];
    const left = (0,syntax_tree/* child */.jf)(node, "left");
    const isEqual = operators.length === 1 && operators[0]?.kind === "Eq" && left?.kind === "Attribute";
    return isEqual && (0,syntax_tree/* dottedName */._P)(left) === `${entity}.${(0,syntax_tree/* word */.Vm)(left, "attr")}` ? (0,syntax_tree/* word */.Vm)(left, "attr") : undefined;
}
function sliced(query, selection, unique) {
    const slice = query.chain.subscript && (0,syntax_tree/* child */.jf)(query.chain.subscript, "slice");
    const extra = slice?.kind === "Slice" ? sliceMethods(query, slice) : undefined;
    return extra === undefined ? undefined : plain(selection, `${unique}.all()`, extra);
}
/** `[a:b]` as LIMIT and OFFSET; only where the number of rows can be read off, since a query checks its bounds. */
function sliceMethods(query, slice) {
    const [lower, upper] = [(0,syntax_tree/* child */.jf)(slice, "lower"), (0,syntax_tree/* child */.jf)(slice, "upper")];
    const isNested = query.steps.some((step) => ["limit", "offset", "slice"].includes(step.name));
    const isPlain = [lower, upper].every((bound) => !bound || isPlainBound(bound));
    if ((0,syntax_tree/* child */.jf)(slice, "step") || isNested || !isPlain)
        return undefined;
    const source = (node) => (0,syntax_tree/* sourceOf */.vz)(query.chain.module, node);
    if (!lower || lower.fields["value"] === 0)
        return upper ? `.limit(${source(upper)})` : undefined;
    return upper ? windowMethods(lower, upper, source) : `.offset(${source(lower)})`;
}
function windowMethods(lower, upper, source) {
    const size = sizeBetween(lower, upper, source);
    if (size !== undefined)
        return `.offset(${source(lower)}).limit(${size})`;
    return isNumber(lower) && isNumber(upper) ? undefined : `.slice(${source(lower)}, ${source(upper)})`;
}
function isNumber(node) {
    return typeof node.fields["value"] === "number";
}
function isPlainBound(node) {
    return node.kind !== "UnaryOp" && node.kind !== "Await" && node.kind !== "NamedExpr";
}
function sizeBetween(lower, upper, source) {
    const [from, to] = [lower.fields["value"], upper.fields["value"]];
    if (typeof from === "number" && typeof to === "number")
        return to > from ? String(to - from) : undefined;
    const left = upper.kind === "BinOp" && (0,syntax_tree/* child */.jf)(upper, "op")?.kind === "Add" ? (0,syntax_tree/* child */.jf)(upper, "left") : undefined;
    const right = (0,syntax_tree/* child */.jf)(upper, "right");
    return left && right && source(left) === source(lower) ? source(right) : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/rewrite.js










/** The edits that turn one query into a statement; undefined when no exactly equal one is known. */
function rewriteQuery(scope, query) {
    const { chain, use } = query;
    if (!isPlainChain(chain))
        return undefined;
    if (use.kind !== "run")
        return isPortable(query) ? builtEdits(scope, query) : undefined;
    const position = canAwait(chain.module, chain.top) ? positionOf(chain.module, chain.top) : undefined;
    if (!position)
        return undefined;
    if (use.by === "get")
        return getEdits(query, position);
    const rewrite = runRewrite(scope, query, position);
    return rewrite && placed(scope, query, { position, rewrite });
}
function runRewrite(scope, query, position) {
    const by = query.use.kind === "run" ? query.use.by : "";
    if (by === "update" || by === "delete")
        return changeRewrite(scope, query, position);
    if (!isPortable(query))
        return undefined;
    return by === "count" ? countRewrite(scope, query) : selectRewrite(scope, query);
}
/** `session.query(M)` -> `select(M)` and its methods; nothing runs here. */
function builtEdits(scope, query) {
    const { chain } = query;
    if (!selectionOf(scope.project, query))
        return undefined;
    const steps = stepEdits(chain.module, chain.links);
    const opening = openingOf(scope, query);
    if (opening.text === "")
        return steps;
    return [{ path: chain.module.path, start: chain.root.start, ...opening }, ...steps];
}
function openingOf(scope, query) {
    const { root } = query.chain;
    const callee = root.kind === "Call" ? (0,syntax_tree/* child */.jf)(root, "func") : undefined;
    return callee ? { end: callee.end, text: scope.spelling.spell("select") } : { end: root.start, text: "" };
}
function selectRewrite(scope, query) {
    const { chain } = query;
    const selection = selectionOf(scope.project, query);
    const running = selection && runningOf(scope.project, query, selection);
    const terminal = terminalOf(chain);
    if (!running || (terminal && hasArguments(terminal)))
        return undefined;
    const links = terminal ? chain.links.slice(0, -1) : chain.links;
    return {
        running: scope.hasScalars || running.method !== "scalars" ? running : withoutScalars(running),
        edits: stepEdits(chain.module, links),
        links,
        opening: openingOf(scope, query),
        closing: { start: links.at(-1)?.call.end ?? chain.root.end, text: running.extra },
    };
}
function hasArguments({ call }) {
    return (0,syntax_tree/* children */.Y_)(call, "args").length + (0,syntax_tree/* children */.Y_)(call, "keywords").length > 0;
}
function withoutScalars(running) {
    return { ...running, method: "execute", accessor: running.executeAccessor };
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/rewrite-function.js


/**
 * Rewrites the queries of a function. Queries of one statement, and all around one variable, are rewritten together or
 * not at all; `others` are `session.query(...)` calls that nobody understood.
 */
function rewriteFunction(scope, queries, others) {
    const items = queries.map((query) => ({ query, edits: rewriteQuery(scope, query), ties: tiesOf(query) }));
    const lost = new Set(others.flatMap(({ module, node }) => simpleStatement(module, node) ?? []));
    for (let before = -1; before < lost.size;) {
        before = lost.size;
        for (const item of items)
            if (isLost(item, lost))
                for (const tie of item.ties)
                    lost.add(tie);
    }
    const kept = items.filter((item) => !isLost(item, lost));
    const edits = kept.flatMap((item) => item.edits ?? []);
    if (overlap(edits))
        return { edits: [], roots: [] };
    return { edits, roots: kept.map((item) => item.query.chain.root).filter((root) => root.kind === "Call") };
}
function isLost(item, lost) {
    return item.edits === undefined || item.ties.some((tie) => lost.has(tie));
}
function tiesOf({ chain, use }) {
    const statement = simpleStatement(chain.module, chain.root);
    const names = [(0,syntax_tree/* word */.Vm)(chain.root, "id"), use.kind === "variable" ? use.name : undefined];
    return [...(statement ? [statement] : []), ...names.filter((name) => name !== undefined)];
}
/** The statement around a node when it holds no other statements. */
function simpleStatement(module, node) {
    const statement = (0,syntax_tree/* enclosingStatement */.qj)(module, node);
    return statement && !Array.isArray(statement.fields["body"]) ? statement : undefined;
}
function overlap(edits) {
    const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    return sorted.some((edit, index) => edit.start < (sorted[index - 1]?.end ?? 0));
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/session-owner.js


/** Whose session an expression names; two expressions with equal answers hold the same kind of session. */
function ownedSession({ module, node }) {
    const name = (0,syntax_tree/* dottedName */._P)(node);
    if (name === undefined)
        return undefined;
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(module, node);
    const first = name.split(".")[0] ?? name;
    if (first === "self" || first === "cls") {
        const owner = [...(0,syntax_tree/* ancestorsOf */.Gw)(module, node)].find((outer) => outer.kind === "ClassDef");
        return owner && { name, owner };
    }
    return { name, owner: scope && bindsName(scope, first) ? scope : module.tree };
}
/** True for the same name of the same owner. */
function isSameSession(left, right) {
    return left.name === right.name && left.owner === right.owner;
}

;// CONCATENATED MODULE: ./.cache/build/draft/query/spelling.js


/** Modules that export the same function; SQLModel's `select` only differs for type checkers. */
const SOURCES = {
    select: ["sqlalchemy", "sqlalchemy.future", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
    func: ["sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
    update: ["sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
    delete: ["sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
};
/** Chooses spellings that mean SQLAlchemy's functions in all the functions to be edited. */
function spellingIn(module, functions) {
    const missing = new Map();
    const chosen = new Map();
    const spell = (name) => {
        const known = chosen.get(name) ?? presentSpelling(module, functions, name);
        if (known !== undefined)
            return known;
        const free = spelling_freeName(module, functions, name);
        missing.set(name, free);
        chosen.set(name, free);
        return free;
    };
    const imports = () => {
        const wanted = [...missing].map(([name, local]) => ({
            source: "sqlalchemy",
            name: local === name ? name : `${name} as ${local}`,
        }));
        return wanted.length === 0 ? [] : planImports(module, wanted).edits;
    };
    return { spell, imports };
}
function presentSpelling(module, functions, name) {
    return SOURCES[name]
        .map((source) => spellingOf(module, { source, name }))
        .find((spelling) => spelling !== undefined && !isHidden(module, functions, spelling.split(".")[0] ?? spelling));
}
function isHidden(module, functions, local) {
    return moduleBinds(module, local) || functions.some((scope) => bindsLocally(scope, local));
}
function spelling_freeName(module, functions, name) {
    const candidates = [name, `sa_${name}`, `sqlalchemy_${name}`, `sql_${name}`];
    const free = candidates.find((local) => !isHidden(module, functions, local) && !importsName(module, local));
    return free ?? `_sqlalchemy_${name}`;
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/query-to-select.js









const SYMPTOM = /'(\w{1,80})' object has no attribute 'query'/;
/** `AsyncSession` has no `query()`: rewrites queries as `select()`, `update()` and `delete()` statements. */
const queryToSelect = {
    id: "query-to-select",
    title: "`session.query(...)` on an AsyncSession becomes `await session.execute(select(...))`",
    explanation: "An `AsyncSession` has no `query()`: the old query API sends its SQL from inside a plain method call, where nothing can be awaited.",
    draft: query_to_select_draft,
};
function query_to_select_draft(input) {
    const seen = sightings(input).filter((sighting) => isSymptom(input, sighting.message));
    if (seen.length === 0 && !input.group.failures.some((failure) => isSymptom(input, capturedText(failure))))
        return [];
    const spots = seen.flatMap((sighting) => failingSpots(input, sighting));
    const failing = spots.flatMap((spot) => rootsAt(spot));
    if (spots.length > 0 && failing.length === 0)
        return [];
    const isAsync = asyncTest(input, failing);
    const functions = functionsOnPath(input, spots);
    const modules = [...new Set(functions.map(({ module }) => module))];
    const results = modules.map((module) => rewriteModule(input, functions.filter((scope) => scope.module === module), isAsync));
    const done = new Set(results.flatMap((result) => result.roots));
    if (done.size === 0 || failing.some(({ node }) => !done.has(node)))
        return [];
    const edits = results.flatMap((result) => result.edits);
    return [{ edits, rationale: RATIONALE, leftAlone: query_to_select_untouched(input, done, isAsync) }];
}
const RATIONALE = "An AsyncSession has no `query()`: statements made with `select()` are awaited instead, and give the same rows.";
function isSymptom(input, message) {
    const name = SYMPTOM.exec(message ?? "")?.[1];
    if (name === undefined)
        return false;
    if (name === "AsyncSession" || name === "async_scoped_session")
        return true;
    return [...input.project.modules.values()].some((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].some((node) => node.kind === "ClassDef" && node.fields["name"] === name && query_to_select_isDerived(input, { module, node })));
}
function query_to_select_isDerived(input, { module, node }) {
    const bases = node.fields["bases"];
    return (Array.isArray(bases) &&
        [...(0,syntax_tree/* walk */.GG)(node)].some((entry) => bases.includes(entry) && isAsyncSessionClass(input.project, module, entry)));
}
/** Only the innermost frame is where `query` was looked up. */
function failingSpots(input, sighting) {
    return spotsOf(input, sighting.frames).slice(-1);
}
/** The queries of the statement at a failing line; of a compound statement, those on the line itself. */
function rootsAt({ module, scope, line }) {
    return query_to_select_queriesIn({ module, node: scope }).filter(({ node }) => {
        const statement = (0,syntax_tree/* enclosingStatement */.qj)(module, node) ?? node;
        const extent = Array.isArray(statement.fields["body"]) ? node : statement;
        return extent.line <= line && line <= (0,syntax_tree/* lastLine */.fM)(module, extent);
    });
}
function query_to_select_queriesIn({ module, node }) {
    return [...(0,syntax_tree/* walk */.GG)(node)]
        .filter((entry) => (0,syntax_tree/* dottedName */._P)(querySession(entry)) !== undefined)
        .map((entry) => ({ module, node: entry }));
}
/** Tells queries on an AsyncSession: the one that failed, others on the same session, and what the code says. */
function asyncTest(input, failing) {
    const sessionOf = ({ module, node }) => ({ module, node: querySession(node) ?? node });
    const proven = failing.flatMap((query) => ownedSession(sessionOf(query)) ?? []);
    return (query) => {
        const session = sessionOf(query);
        const owned = ownedSession(session);
        const isProven = owned !== undefined && proven.some((other) => isSameSession(owned, other));
        return isProven || isAsyncSession(input.project, session, input.evidence);
    };
}
/** All functions of one module together, since they share its imports. */
function rewriteModule(input, functions, isAsync) {
    const { project } = input;
    const [first] = functions;
    if (!first)
        return { edits: [], roots: [] };
    const { module } = first;
    const spelling = spellingIn(module, functions.map(({ node }) => node));
    const results = functions.map(({ node }) => {
        const built = builtQueries(module, node).filter((query) => isAsync({ module, node: query.root }));
        const known = new Set(built.map((query) => query.chain.root));
        const others = query_to_select_queriesIn({ module, node }).filter((query) => !known.has(query.node) && isAsync(query));
        return rewriteFunction({ project, node, spelling, hasScalars: hasScalars(input) }, built, others);
    });
    const edits = results.flatMap((result) => result.edits);
    return {
        edits: edits.length > 0 ? [...edits, ...spelling.imports()] : [],
        roots: results.flatMap((result) => result.roots),
    };
}
/** `AsyncSession.scalars` came with SQLAlchemy 1.4.24. */
function hasScalars({ packages }) {
    const [major = 0, minor = 0, patch = 0] = (packages["sqlalchemy"] ?? "0")
        .split(".")
        .map((part) => Number.parseInt(part, 10));
    return major > 1 || (major === 1 && (minor > 4 || (minor === 4 && patch >= 24)));
}
/** Queries on async sessions that this draft does not touch: in code that did not run, or of no known equal. */
function query_to_select_untouched(input, done, isAsync) {
    return [...input.project.modules.values()]
        .filter((module) => !input.project.guarded.has(module.path))
        .flatMap((module) => query_to_select_queriesIn({ module, node: module.tree }))
        .filter((query) => !done.has(query.node) && isAsync(query))
        .map(({ module, node }) => ({
        path: module.path,
        line: node.line,
        note: "`query()` on an AsyncSession: not run by the failing tests, or without an equal that is sure.",
    }));
}

;// CONCATENATED MODULE: ./.cache/build/draft/sqlalchemy/async-callers.js




/**
 * How a function becomes asynchronous with all its callers: nothing to do for one that is; a plain one must be a start
 * or shutdown handler of FastAPI/Starlette, or be called only by asynchronous functions. Undefined when it cannot.
 */
function startable(project, { module, node }) {
    if (node.kind === "AsyncFunctionDef")
        return { changes: [] };
    const references = referencesTo(project, node, (0,syntax_tree/* word */.Vm)(node, "name") ?? "");
    if (!isPlainStart({ module, node }) || references.length + (0,syntax_tree/* children */.Y_)(node, "decorator_list").length === 0)
        return undefined;
    const changes = [asyncChange(module, node)];
    for (const reference of references) {
        const caller = callerChanges(project, reference);
        if (!caller)
            return undefined;
        changes.push(...caller);
    }
    return { changes };
}
/** A module's plain function with no decorators but those of the life cycle. */
function isPlainStart({ module, node }) {
    const isPlain = node.kind === "FunctionDef" && !isGenerator(node) && (0,syntax_tree/* parentOf */.gN)(module, node)?.kind === "Module";
    return isPlain && (0,syntax_tree/* children */.Y_)(node, "decorator_list").every(isLifeCycle);
}
/** `@app.on_event("startup")` */
function isLifeCycle(decorator) {
    return decorator.kind === "Call" && ((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(decorator, "func")) ?? "").endsWith(".on_event");
}
function callerChanges(project, { module, node }) {
    const parent = (0,syntax_tree/* parentOf */.gN)(module, node);
    if (isRegistered(module, parent))
        return [];
    const isCalled = parent?.kind === "Call" && (0,syntax_tree/* child */.jf)(parent, "func") === node;
    if (!isCalled || (0,syntax_tree/* enclosingFunction */.pG)(module, node)?.kind !== "AsyncFunctionDef")
        return undefined;
    const changes = awaitChanges(module, parent);
    return changes && changes.length > 0 && project.guarded.has(module.path) ? undefined : changes;
}
/** `app.add_event_handler("startup", create_tables)`, `FastAPI(on_startup=[create_tables])`. */
function isRegistered(module, parent) {
    if (parent?.kind === "Call")
        return ((0,syntax_tree/* dottedName */._P)((0,syntax_tree/* child */.jf)(parent, "func")) ?? "").endsWith(".add_event_handler");
    const keyword = parent?.kind === "List" ? (0,syntax_tree/* parentOf */.gN)(module, parent) : undefined;
    return keyword?.kind === "keyword" && /^on_(startup|shutdown)$/.test((0,syntax_tree/* word */.Vm)(keyword, "arg") ?? "");
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/run-sync-ddl.js






/** `create_all` on an AsyncEngine or AsyncConnection (AttributeError), `reflect` (NoInspectionAvailable). */
const run_sync_ddl_SIGN = /'Async(Engine|Connection)' object has no attribute '_run_(ddl_)?visitor'|Inspection on an Async(Engine|Connection) is/;
/** DDL on something asynchronous runs through `run_sync`. */
const runSyncDdl = {
    id: "run-sync-ddl",
    title: "`metadata.create_all` on an AsyncEngine or AsyncConnection: run it through `run_sync`",
    explanation: "`create_all` and its relatives are synchronous and look for a connection they can use at once; an asynchronous engine has none, but lends one inside `run_sync`.",
    draft(input) {
        if (!run_sync_ddl_isTrigger(signsOf(input)))
            return [];
        const found = calls(input.project).map((entry) => planned(input, entry));
        const leftAlone = found.flatMap(({ place }) => place ?? []);
        const kept = found.flatMap((entry) => entry.kept ?? []);
        const edits = editsOf(input.project, changesOf(kept));
        if (edits.length === 0)
            return [];
        const rationale = "Metadata emits its DDL synchronously. On an asynchronous engine that goes through `run_sync` of an AsyncConnection.";
        return [{ edits, rationale, leftAlone }];
    },
};
function run_sync_ddl_isTrigger(signs) {
    return isPlainGreenlet(signs) || signs.some(({ message }) => run_sync_ddl_SIGN.test(message));
}
/** Calls outside of the tests that emit DDL on an asynchronous engine or connection. */
function calls(project) {
    const modules = [...project.modules.values()].filter((module) => !project.guarded.has(module.path));
    return modules.flatMap((module) => [...(0,syntax_tree/* walk */.GG)(module.tree)].flatMap((node) => {
        const ddl = ddlCall({ module, node });
        const kind = ddl && handleKind(project, { module, node: ddl.target });
        return ddl && kind ? [{ ddl, kind }] : [];
    }));
}
function planned(input, found) {
    const { call } = found.ddl;
    const leave = (note) => ({ place: { path: call.module.path, line: call.node.line, note } });
    const scope = (0,syntax_tree/* enclosingFunction */.pG)(call.module, call.node);
    if (!scope || !(0,syntax_tree/* isFunction */.Tn)(scope))
        return leave("runs when the module is imported, where nothing can be awaited");
    if (found.kind === "engine" && !isOwnStatement(call))
        return leave("is part of a larger statement");
    const own = { module: call.module, node: scope };
    if (!mayHaveRun(input.project, input, [own]))
        return leave("not run by the failing tests");
    const start = startable(input.project, own);
    if (!start)
        return leave("stands in a function that cannot be asynchronous");
    return { kept: { ...found, scope, changes: start.changes } };
}
function changesOf(kept) {
    const onEngine = kept.filter((entry) => entry.kind === "engine");
    const groups = consecutive(onEngine.map((entry) => entry.ddl));
    return [
        ...kept.flatMap((entry) => entry.changes),
        ...kept.flatMap((entry) => (entry.kind === "connection" ? [onConnection(entry.ddl)] : [])),
        ...groups.flatMap((group) => {
            const scope = onEngine.find((entry) => entry.ddl === group[0])?.scope;
            return scope ? inTransaction(group, scope) : [];
        }),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/draft/recipes/index.js










/** Every recipe, in the order in which they are asked: what makes sessions first, then what uses them. */
const RECIPES = [
    asyncDriverUrl,
    eventOnSyncEngine,
    asyncEngineForAsyncUrl,
    asyncSessionFactory,
    asyncContextManager,
    runSyncDdl,
    queryToSelect,
    awaitSessionCall,
    eagerLoadRelationship,
    keepAttributesAfterCommit,
];


/***/ }),

/***/ 9124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ claimCheckout),
/* harmony export */   y: () => (/* binding */ stateFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5491);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8632);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(719);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5667);
/* harmony import */ var _process_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1942);









const holderSchema = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ pid: zod__WEBPACK_IMPORTED_MODULE_8__/* .number */ .aig(), startTime: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), journal: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP() });
/**
 * Takes a checkout for this process, and undoes what a killed run left in it. Every run leaves its own mark before it
 * looks for others, so that of two that start at once never both go on. A mark of a process that no longer runs leads to
 * its journal: there only what still holds our bytes is put back, since people may have worked on since.
 */
async function claimCheckout({ folder, root, journalFolder }) {
    const checkout = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(root).digest("hex").slice(0, 16);
    const own = `${checkout}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`;
    await writeMark(folder, own, { ...(0,_process_js__WEBPACK_IMPORTED_MODULE_6__/* .thisProcess */ .WF)(), journal: journalFolder });
    const release = async () => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, own), { force: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rmdir)(folder).catch(() => null); // others have theirs in it
    };
    try {
        const others = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)).filter((name) => name.startsWith(`${checkout}-`) && name !== own);
        return { undone: await undoDead(folder, others, root), release };
    }
    catch (error) {
        await release();
        throw error;
    }
}
async function undoDead(folder, names, root) {
    const dead = [];
    for (const name of names) {
        const holder = await readHolder((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name));
        if (holder && isLiving(holder))
            throw alreadyRunning(root, holder.pid);
        dead.push({ file: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), holder });
    }
    const all = [];
    for (const { file, holder } of dead) {
        // Ours are whole from the start; what does not parse leads nowhere.
        if (holder)
            all.push(await undo(holder));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(file, { force: true });
    }
    return { files: all.flatMap(({ files }) => files), notices: all.flatMap(({ notices }) => notices) };
}
/** Its tests may run on, and would write into what is put back. */
async function undo({ pid, startTime, journal }) {
    (0,_process_js__WEBPACK_IMPORTED_MODULE_6__/* .endProcessesOf */ .w)({ pid, startTime });
    const undone = await (0,_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .restoreJournal */ .mS)(journal, "leave");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rmdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(journal)).catch(() => null); // there is more in it
    return undone;
}
async function writeMark(folder, name, mine) {
    for (let attempts = 3;; attempts--) {
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true, mode: 0o700 });
            await refuseForeign(folder);
            // Whole at once: an empty one would be taken for that of a dead run.
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, `.${name}`), JSON.stringify(mine), { mode: 0o600 });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, `.${name}`), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name));
            return;
        }
        catch (error) {
            // Another run that ended took the empty folder away in between.
            const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
            if (!isGone || attempts === 0)
                throw error;
        }
    }
}
/** In a temporary folder that all users share, a name that can be guessed may be somebody else's. */
async function refuseForeign(folder) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder);
    const isOwn = process.getuid === undefined || found.uid === process.getuid();
    if (isOwn && found.isDirectory() && (process.platform === "win32" || (found.mode & 0o022) === 0))
        return;
    const what = `${folder} belongs to somebody else, or others may write to it.`;
    const why = "There we look for files that a stopped run left to undo.";
    const next = "Remove it, or set TMPDIR or XDG_STATE_HOME to a folder of your own.";
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupError */ .w([{ code: "foreign-state-folder", what, why, next }]);
}
async function readHolder(file) {
    try {
        return holderSchema.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, "utf8")));
    }
    catch {
        return undefined;
    }
}
function isLiving({ pid, startTime }) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        // It lives when only the right to signal it is missing.
        if (!(error instanceof Error && "code" in error && error.code === "EPERM"))
            return false;
    }
    return (0,_process_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .startTimeOf */ .P2)(pid) === startTime;
}
function alreadyRunning(root, pid) {
    const what = `autofix-action already works in ${root} (process ${pid}).`;
    const why = "Two runs at once would test each other's patches.";
    const next = "Wait until it has ended, or end it; or use a second checkout.";
    return new _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .SetupError */ .w([{ code: "already-running", what, why, next }]);
}
/**
 * Where claims and journals lie that outlive a restart of the machine: the user's state folder where there is one
 * (XDG base directory specification), else the temporary folder. Nothing is made in a home without it.
 */
async function stateFolder(environment) {
    const { XDG_STATE_HOME: state = "", HOME: home = "" } = environment;
    const ofUser = [state, home === "" ? "" : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, ".local", "state")].filter((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(path));
    for (const parent of ofUser)
        if (await isOwnFolder(parent))
            return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, "autofix-action");
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), `autofix-action-${process.getuid?.() ?? "user"}`);
}
async function isOwnFolder(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => null);
    return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o200) !== 0;
}


/***/ }),

/***/ 1002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   An: () => (/* binding */ addEntry),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   MZ: () => (/* binding */ addVersion),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5491);



const factsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    mode: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    owner: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    group: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    accessedMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    modifiedMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
});
const FACTS = "entry.json";
/** The copy of the original as it lies in the journal: complete before the first write to the file. */
function copyOf(entry) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.folder, "0");
}
/** Reads a file as it is now, and puts it into a journal's folder; the entry gets its name only when it is whole. */
async function addEntry(folder, path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    const facts = {
        path,
        mode: found.mode & 0o7777,
        owner: found.uid,
        group: found.gid,
        accessedMs: found.atimeMs,
        modifiedMs: found.mtimeMs,
    };
    const original = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    const unfinished = `${folder}.tmp`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(unfinished, { recursive: true, force: true });
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(unfinished, { recursive: true, mode: 0o700 });
        await writeDurably((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(unfinished, "0"), original);
        await writeDurably((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(unfinished, FACTS), JSON.stringify(facts));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(unfinished, folder);
    }
    catch (error) {
        // On a full disk even what we leave half-written is in somebody's way.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(unfinished, { recursive: true, force: true });
        throw error;
    }
    return { folder, ...facts, versions: [original] };
}
/** The same entry, with a version that may be written now. */
async function addVersion(entry, version) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.folder, String(entry.versions.length));
    try {
        await writeDurably(`${file}.tmp`, version);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.tmp`, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(`${file}.tmp`, { force: true });
        throw error;
    }
    return { ...entry, versions: [...entry.versions, version] };
}
/** The whole entries of a journal's folder. What is not whole was never needed: its file had not been touched. */
async function readEntries(folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
    const found = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(async (name) => readEntry((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))));
    return found.flatMap((entry) => entry ?? []);
}
async function readEntry(folder) {
    try {
        const facts = factsSchema.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, FACTS), "utf8")));
        const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder)).filter((name) => /^[1-9]\d*$/.test(name));
        const original = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "0"));
        const others = await Promise.all(names.map(async (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))));
        return { folder, ...facts, versions: [original, ...others] };
    }
    catch {
        return undefined;
    }
}
async function writeDurably(file, content) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, "w", 0o600);
    try {
        await handle.writeFile(content);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/**
 * Whether bytes are one of our versions, or what a write that was cut off made of two of them: writes go over the bytes
 * from the front and shorten the file last.
 */
function isOurs(found, { versions }) {
    return versions.some((before) => versions.some((after) => isCutOff(found, before, after)));
}
function isCutOff(found, before, after) {
    if (found.equals(after))
        return true;
    let written = 0;
    while (written < found.length && written < after.length && found[written] === after[written])
        written++;
    return found.length === Math.max(written, before.length) && found.subarray(written).equals(before.subarray(written));
}


/***/ }),

/***/ 719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VQ: () => (/* binding */ isJournalLeft),
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   mS: () => (/* binding */ restoreJournal)
/* harmony export */ });
/* unused harmony export keptBeside */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8632);
/* harmony import */ var _journal_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1002);
/* harmony import */ var _put_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4233);





/** `notify` hears of every file that held something of somebody else's: one sentence, with the place where it is kept. */
function openJournal(folder, notify) {
    const entries = new Map();
    const said = new Set();
    let isClosed = false;
    let last = Promise.resolve();
    const inTurn = async (work) => {
        const turn = last.then(work);
        last = turn.catch(() => null);
        return turn;
    };
    const forget = async () => {
        await forgetFolder(folder);
        entries.clear();
    };
    const putBackAndForget = async () => {
        const notices = await putAllBack([...entries.values()], { foreign: "replace", kept: keptBeside(folder) });
        // A test that rewrites the same file in every run is worth one sentence.
        for (const notice of notices.filter((one) => !said.has(one)))
            notify(notice);
        notices.forEach((notice) => said.add(notice));
        await forget();
    };
    return {
        async exclusively(work) {
            const done = await inTurn(async () => (isClosed ? null : { value: await work() }));
            return done === null ? new Promise(() => undefined) : done.value;
        },
        async record(path, next) {
            const entry = entries.get(path) ?? (await (0,_journal_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .addEntry */ .An)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, String(entries.size)), path));
            entries.set(path, entry);
            entries.set(path, await (0,_journal_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .addVersion */ .MZ)(entry, next));
            return entry.versions[0];
        },
        knows(path, bytes) {
            const entry = entries.get(path);
            return entry === undefined ? null : (0,_journal_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .isOurs */ .MU)(bytes, entry);
        },
        restore: async () => inTurn(putBackAndForget),
        async close() {
            isClosed = true;
            await inTurn(putBackAndForget);
        },
        clear: async () => inTurn(forget),
    };
}
/**
 * Undoes what a killed run left, by its journal's folder. `leave` is for later, when people may have worked on: then only
 * what still holds our bytes is put back.
 */
async function restoreJournal(folder, foreign) {
    const entries = await (0,_journal_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntries */ .$2)(folder);
    const notices = await putAllBack(entries, { foreign, kept: keptBeside(folder) });
    await forgetFolder(folder);
    return { files: entries.map(({ path }) => path), notices };
}
/** Where a journal keeps what it must not lose. */
function keptBeside(journalFolder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(journalFolder), "kept");
}
/** Whether there is something to undo in a journal's folder. */
async function isJournalLeft(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder).then(() => true, () => false);
}
/** The new name is the moment: a folder of which half is removed would undo half. */
async function forgetFolder(folder) {
    const forgotten = `${folder}.forgotten`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(forgotten, { recursive: true, force: true });
    if (!(await isJournalLeft(folder)))
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(folder, forgotten);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(forgotten, { recursive: true, force: true });
}
/** One file that cannot be put back must not keep the others from it. */
async function putAllBack(entries, how) {
    const failed = [];
    const notices = [];
    for (const entry of entries) {
        try {
            const notice = await (0,_put_back_js__WEBPACK_IMPORTED_MODULE_4__/* .putBack */ .p)(entry, how);
            if (notice !== null)
                notices.push(notice);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            failed.push(`${entry.path} (${why}; its original: ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.folder, "0")})`);
        }
    }
    if (failed.length === 0)
        return notices;
    const what = `Files could not be put back as they were: ${failed.join(", ")}.`;
    const why = "A test run changed what is around them while a patch was in the tree, or the disk is full.";
    const next = "Copy them back from where their originals are, or use `git checkout -- FILE`.";
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w([{ code: "not-restored", what: [what, ...notices].join(" "), why, next }]);
}


/***/ }),

/***/ 1942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P2: () => (/* binding */ startTimeOf),
/* harmony export */   WZ: () => (/* binding */ processTree),
/* harmony export */   vG: () => (/* binding */ sendSignal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** How often we look for more before all are killed; each look finds only what was started during the one before. */
const MAX_STOPPING_LOOKS = 100;
/** One that ends while we read has a successor that is not in our list: only several looks without news mean none. */
const QUIET_LOOKS = 8;
const LOOK_APART_MILLISECONDS = 3;
/** To wait on without letting anything else run: we may be on our way out. */
const NOTHING = new Int32Array(new SharedArrayBuffer(4));
/** To be called right after the start of the root, while its number cannot have passed to another process. */
function processTree({ pid: root, mark }, table = PROC) {
    // By number and start time: the kernel gives numbers to others once their process has been waited for.
    const seen = new Map();
    const ticks = new Map();
    const first = root === null ? undefined : table.one(root);
    if (first)
        seen.set(keyOf(first), first);
    const living = () => [...seen.values()].filter(({ pid, startTime }) => {
        const now = table.one(pid);
        return now?.startTime === startTime && !now.isZombie;
    });
    const look = () => {
        const entries = table.all();
        for (const entry of belonging(entries, root, new Set(seen.keys())))
            seen.set(keyOf(entry), entry);
        for (const entry of entries)
            if (seen.has(keyOf(entry)))
                ticks.set(keyOf(entry), entry.cpuTicks);
    };
    // Those whose environment is without our mark: read once. While it starts, a process has none for a moment.
    const strangers = new Set();
    const lookForMarked = (found = () => undefined) => {
        for (const entry of table.all()) {
            const key = keyOf(entry);
            if (seen.has(key) || strangers.has(key))
                continue;
            const answer = table.hasVariable(entry.pid, mark);
            if (answer === false)
                strangers.add(key);
            if (answer !== true)
                continue;
            seen.set(key, entry);
            found(entry.pid);
        }
        look();
    };
    const signal = (name) => {
        // The whole group in one call: nothing in it can start another process meanwhile.
        if (root !== null && isOurGroup(table.one(root), new Set(seen.keys())))
            sendSignal(-root, name);
        for (const { pid } of living())
            sendSignal(pid, name);
    };
    return {
        look,
        lookForMarked: () => lookForMarked(),
        isAlive: () => living().length > 0,
        signal,
        kill() {
            for (let looks = 0, quiet = 0; looks < MAX_STOPPING_LOOKS && quiet < QUIET_LOOKS; looks++) {
                const before = seen.size;
                signal("SIGSTOP");
                lookForMarked((pid) => sendSignal(pid, "SIGSTOP"));
                quiet = seen.size > before ? 0 : quiet + 1;
                Atomics.wait(NOTHING, 0, 0, LOOK_APART_MILLISECONDS);
            }
            signal("SIGKILL");
        },
        cpuTicks: () => [...ticks.values()].reduce((sum, one) => sum + one, 0),
    };
}
/** When a process was started, in a form that only means something when compared; empty where it cannot be told. */
function startTimeOf(pid) {
    return PROC.one(pid)?.startTime ?? "";
}
function keyOf({ pid, startTime }) {
    return `${pid} ${startTime}`;
}
/** While a group has members its number goes to nobody else; a stranger under that number has a group of its own. */
function isOurGroup(leader, ours) {
    return leader === undefined || ours.has(keyOf(leader));
}
/** Those of the group of `root`, and those below one that is known to be ours, at any depth. */
function belonging(entries, root, ours) {
    const byPid = new Map(entries.map((entry) => [entry.pid, entry]));
    const isOurs = (entry) => entry !== undefined && ours.has(keyOf(entry));
    const group = root !== null && isOurGroup(byPid.get(root), ours) ? root : null;
    const found = [];
    for (let before = -1; before < found.length;) {
        before = found.length;
        for (const entry of entries) {
            if (isOurs(entry) || !(entry.group === group || isOurs(byPid.get(entry.parent))))
                continue;
            ours.add(keyOf(entry));
            found.push(entry);
        }
    }
    return found;
}
/** Signals a process, or a process group by its negative number; harmless when it is gone. */
function sendSignal(pid, name) {
    try {
        return process.kill(pid, name);
    }
    catch {
        return false;
    }
}
function readProcesses() {
    if (process.platform !== "linux")
        return [];
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc").flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
    }
    catch {
        return [];
    }
}
/** From /proc/<pid>/stat, fields 3, 4, 5, 14, 15 and 22 of proc(5); the name before them may hold blanks and brackets. */
function readProcess(pid) {
    if (process.platform !== "linux")
        return undefined;
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, "latin1");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const [state, startTime] = [fields[0], fields[19]];
        if (startTime === undefined)
            return undefined;
        const isZombie = state === "Z";
        const cpuTicks = Number(fields[11]) + Number(fields[12]);
        return { pid, parent: Number(fields[1]), group: Number(fields[2]), startTime, isZombie, cpuTicks };
    }
    catch {
        return undefined;
    }
}
function hasVariable(pid, beginning) {
    if (pid === process.pid)
        return false;
    try {
        const environment = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/environ`, "latin1");
        return environment === "" ? null : `\0${environment}`.includes(`\0${beginning}`);
    }
    catch {
        return null; // ended, or somebody else's
    }
}
const PROC = { all: readProcesses, one: readProcess, hasVariable };


/***/ }),

/***/ 5667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fP: () => (/* binding */ IDLE_SECONDS),
  Hk: () => (/* binding */ endProcesses),
  w: () => (/* binding */ endProcessesOf),
  R3: () => (/* binding */ runProcess),
  WF: () => (/* binding */ thisProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./.cache/build/io/bounded-output.js
/** Takes no more memory than the two sizes, however much comes and in whatever pieces. */
function boundedOutput(headBytes, tailBytes) {
    const head = Buffer.alloc(headBytes);
    let headLength = 0;
    // A ring: the next byte goes to `total % tailBytes`.
    const ring = Buffer.alloc(tailBytes);
    let total = 0;
    const addToRing = (rest) => {
        const kept = rest.subarray(Math.max(0, rest.length - tailBytes));
        const start = (total + rest.length - kept.length) % tailBytes;
        const first = kept.copy(ring, start);
        kept.copy(ring, 0, first);
        total += rest.length;
    };
    return {
        add(chunk) {
            const first = chunk.copy(head, headLength);
            headLength += first;
            if (first < chunk.length)
                addToRing(chunk.subarray(first));
        },
        text() {
            const end = total % tailBytes;
            const tail = total <= tailBytes ? ring.subarray(0, total) : Buffer.concat([ring.subarray(end), ring.subarray(0, end)]);
            const start = head.subarray(0, headLength);
            const lost = total - tail.length;
            return lost === 0
                ? Buffer.concat([start, tail]).toString("utf8")
                : `${start.toString("utf8")}\n... ${lost} bytes left out ...\n${tail.toString("utf8")}`;
        },
    };
}

// EXTERNAL MODULE: ./.cache/build/io/process-tree.js
var process_tree = __webpack_require__(1942);
;// CONCATENATED MODULE: ./.cache/build/io/process.js



const HEAD_BYTES = 100_000;
const TAIL_BYTES = 300_000;
const LOOK_EVERY_MILLISECONDS = 400;
/** Between SIGTERM and SIGKILL. */
const GRACE_MILLISECONDS = 2000;
/** For output that is still in the pipe when the process has ended. */
const DRAIN_MILLISECONDS = 300;
/** Nothing that works is silent and still for so long; what waits for a lock or a server that never answers is. */
const IDLE_SECONDS = 600;
/** Of a processor, below which a process only waits: timers that fire now and then are no work. In ticks of 10 ms. */
const IDLE_TICKS_PER_SECOND = 0.1;
/**
 * Runs a command in a process group of its own. When its time is up, or when it has ended and left others behind, every
 * process that came from it is ended too, those that left the group or cut all ties to us included (seen on Linux only;
 * what cleared its environment as well is not found). Never throws for what the command does.
 */
function runProcess(request) {
    const started = performance.now();
    const output = boundedOutput(HEAD_BYTES, TAIL_BYTES);
    const seconds = () => (performance.now() - started) / 1000;
    const [command = "", ...words] = request.command;
    const run = { request, mark: `${markOf(thisProcess())}${++runs}.`, lastOutput: { at: started } };
    return new Promise((resolve) => {
        const failed = (error) => resolve({ ...NOT_STARTED, durationSeconds: seconds(), startError: startErrorOf(command, error) });
        // Whoever waits for it has nothing more to do: the process ends as soon as the tree is as it was.
        if (isEnding)
            return undefined;
        const child = start(command, words, run);
        if (child instanceof Error)
            return failed(child);
        child.once("error", failed);
        if (child.pid === undefined)
            return undefined;
        const add = (chunk) => {
            run.lastOutput.at = performance.now();
            output.add(chunk);
        };
        child.stdout?.on("data", add);
        child.stderr?.on("data", add);
        void watch(child, child.pid, run).then((end) => isEnding ? undefined : resolve({ ...end, output: output.text(), durationSeconds: seconds(), startError: null }));
        return undefined;
    });
}
/** One for each command that runs now. */
const running = new Set();
let runs = 0;
let isEnding = false;
/**
 * Ends every command that runs now, at once and with all its processes, and lets no other start: for the moment in which
 * we are told to end ourselves. Groups of their own would outlive us. Nobody who waits for one hears of it any more.
 */
function endProcesses() {
    isEnding = true;
    for (const kill of running)
        kill();
}
function thisProcess() {
    return { pid: process.pid, startTime: (0,process_tree/* startTimeOf */.P2)(process.pid) };
}
/** Ends what the commands of another process left behind when it was killed (Linux). */
function endProcessesOf(owner) {
    (0,process_tree/* processTree */.WZ)({ pid: null, mark: markOf(owner) }).kill();
}
/** The beginning of the variable that all commands of a process have in their environment. */
function markOf({ pid, startTime }) {
    return `AUTOFIX_PROCESS=${pid}.${startTime}.`;
}
const NOT_STARTED = { exitCode: null, signal: null, timedOut: false, wasIdle: false, output: "" };
function start(command, words, { request, mark }) {
    const [name = "", value] = mark.split("=");
    try {
        const stdin = request.input === undefined ? "ignore" : "pipe";
        const child = (0,external_node_child_process_.spawn)(command, words, {
            cwd: request.cwd,
            env: process.platform === "linux" ? { ...request.env, [name]: value } : { ...request.env },
            detached: true,
            stdio: [stdin, "pipe", "pipe"],
            windowsHide: true,
        });
        // A child that does not read its input closes the pipe: no concern of ours.
        child.stdin?.on("error", () => undefined).end(request.input);
        return child;
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
}
function startErrorOf(command, error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT")
        return `\`${command}\` was not found (or the folder to run it in is missing)`;
    return error instanceof Error ? error.message : String(error);
}
async function watch(child, pid, run) {
    const tree = (0,process_tree/* processTree */.WZ)({ pid, mark: run.mark });
    const kill = () => killAll(tree, pid);
    running.add(kill);
    const exit = new Promise((resolve) => {
        child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
    });
    const closed = new Promise((resolve) => {
        child.once("close", () => resolve(true));
    });
    const isIdle = idleness(tree, run);
    let tell = () => undefined;
    const idle = new Promise((resolve) => {
        tell = () => resolve("idle");
    });
    const looking = setInterval(() => {
        tree.look();
        if (isIdle())
            tell();
    }, LOOK_EVERY_MILLISECONDS);
    const timely = await within(Promise.race([exit, idle]), run.request.timeoutSeconds * 1000);
    const ended = timely === "idle" ? undefined : timely;
    if (ended)
        await within(closed, DRAIN_MILLISECONDS);
    await endTree(tree, pid);
    clearInterval(looking);
    running.delete(kill);
    const end = ended ?? (await within(exit, GRACE_MILLISECONDS)) ?? { exitCode: null, signal: "SIGKILL" };
    await within(closed, DRAIN_MILLISECONDS);
    // A pipe held open by something we could not find must not keep us waiting.
    child.stdout?.destroy();
    child.stderr?.destroy();
    return { ...end, timedOut: ended === undefined, wasIdle: timely === "idle" };
}
/** Tells, after each look at the tree, whether nothing in it has written or worked for too long. */
function idleness(tree, { request, lastOutput }) {
    const seconds = request.idleSeconds ?? IDLE_SECONDS;
    let worked = { at: performance.now(), ticks: 0 };
    return () => {
        const ticks = tree.cpuTicks();
        if (ticks - worked.ticks > seconds * IDLE_TICKS_PER_SECOND)
            worked = { at: performance.now(), ticks };
        const since = Math.max(worked.at, lastOutput.at);
        return process.platform === "linux" && performance.now() - since > seconds * 1000;
    };
}
async function endTree(tree, pid) {
    tree.lookForMarked();
    if (!isAlive(tree, pid))
        return;
    tree.signal("SIGTERM");
    const deadline = performance.now() + GRACE_MILLISECONDS;
    while (performance.now() < deadline && isAlive(tree, pid))
        await sleep(50);
    killAll(tree, pid);
}
function killAll(tree, pid) {
    tree.kill();
    // Elsewhere than on Linux the tree knows its group only.
    if (process.platform !== "linux")
        (0,process_tree/* sendSignal */.vG)(-pid, "SIGKILL");
}
function isAlive(tree, pid) {
    // Elsewhere than on Linux only the group can be asked.
    return process.platform === "linux" ? tree.isAlive() : groupLives(pid);
}
function groupLives(pid) {
    try {
        return process.kill(-pid, 0);
    }
    catch {
        return false;
    }
}
/** Undefined when the time is up first. */
async function within(promise, milliseconds) {
    let timer;
    const late = new Promise((resolve) => {
        // setTimeout wraps around above 2^31 - 1 ms.
        timer = setTimeout(() => resolve(undefined), Math.min(milliseconds, 2_147_483_647));
    });
    const first = await Promise.race([promise, late]);
    clearTimeout(timer);
    return first;
}
function sleep(milliseconds) {
    return new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    });
}


/***/ }),

/***/ 4233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ overwrite),
/* harmony export */   p: () => (/* binding */ putBack)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _journal_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1002);





/**
 * Puts one file back: bytes, mode, times (to the quarter of a microsecond that Node can set), owner where we may.
 *
 * No free space is needed where the journal is on the same file system: the copy in it was complete before the first
 * write, and takes the file's place when writing fails. Elsewhere the bytes go over those that are there before anything
 * is cut off, so that a full disk hurts only where a patch made the file shorter and others took that room meanwhile.
 *
 * In place where the file still is one of its own, so that its owner and what watches it stay. A test run may have put
 * a link there, or linked it from elsewhere: writing through that would change another file.
 */
async function putBack(entry, { foreign, kept }) {
    const { path } = entry;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path);
    await makeOwnFolder(folder);
    const held = await holding(entry);
    if (held.isForeign && foreign === "leave")
        return leave(entry, kept);
    const notice = held.isForeign && !held.isLink ? await keepAside(entry, held.bytes, kept) : null;
    // What was kept may have moved away.
    if (!held.isOwnFile || !(await isThere(path)))
        await withWritable(folder, async () => create(entry));
    else if (held.bytes?.equals(entry.versions[0]) !== true)
        await overwriteOrReplace(entry);
    await setFacts(path, entry);
    return notice;
}
/** What stands at the place of a file now. */
async function holding(entry) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(entry.path).catch(() => null);
    const isLink = found?.isSymbolicLink() === true;
    if (found?.isFile() !== true)
        return { bytes: null, isOwnFile: false, isLink, isForeign: found !== null };
    const bytes = await readWhole(entry);
    return { bytes, isOwnFile: found.nlink === 1, isLink, isForeign: !(0,_journal_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .MU)(bytes, entry) };
}
/** Writes over a regular file from its front and shortens it last; follows no link. */
async function overwrite(path, bytes) {
    // Windows has no such flag.
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDWR | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW ?? 0);
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, flags);
    try {
        for (let done = 0; done < bytes.length;) {
            const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, done);
            done += bytesWritten;
        }
        await handle.truncate(bytes.length);
    }
    finally {
        await handle.close();
    }
}
/** A folder that a test run removed comes back; through a link nothing is made. */
async function makeOwnFolder(folder) {
    let there = folder;
    while (!(await isThere(there)) && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(there) !== there)
        there = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(there);
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(there)) !== there)
        throw new Error("its folder is a link now");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
}
async function isThere(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).then(() => true, () => false);
}
/** A test run may have taken our own right to read and write away. */
async function readWhole({ path, mode }) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path);
    }
    catch {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(path, mode | 0o600);
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path);
    }
}
async function overwriteOrReplace(entry) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(entry.path, entry.mode | 0o600);
        await overwrite(entry.path, entry.versions[0]);
    }
    catch (error) {
        await moveCopy(entry, error);
    }
}
async function create(entry) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(entry.path, { recursive: true, force: true });
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(entry.path, entry.versions[0], { flag: "wx" });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chown)(entry.path, entry.owner, entry.group).catch(() => null);
    }
    catch (error) {
        await moveCopy(entry, error);
    }
}
/** The copy takes the file's place: for a full disk. Only within one file system; else what happened first is thrown. */
async function moveCopy(entry, cause) {
    const copy = (0,_journal_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .copyOf */ .zP)(entry);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chown)(copy, entry.owner, entry.group).catch(() => null);
        await setFacts(copy, entry);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(copy, entry.path);
    }
    catch {
        throw cause;
    }
}
async function setFacts(path, { mode, accessedMs, modifiedMs }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(path, mode);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.utimes)(path, accessedMs / 1000, modifiedMs / 1000);
}
async function leave({ path, versions }, kept) {
    const place = await keepBytes(kept, path, versions[0]);
    return `${path} was changed after the run that was stopped: it stays so. What it held before that run is kept in ${place}.`;
}
async function keepAside({ path }, held, kept) {
    const place = held === null ? await moveAside(kept, path) : await keepHeld(kept, path, held);
    return `${path} was changed by somebody else, a person or a test run, while a patch was in it. It is as it was before the patch; what it held is kept in ${place}.`;
}
/** A copy, so that the file stays itself; where there is no room for one, the file moves away. */
async function keepHeld(kept, path, held) {
    try {
        return await keepBytes(kept, path, held);
    }
    catch (error) {
        return moveAside(kept, path).catch(() => {
            throw error;
        });
    }
}
async function keepBytes(kept, path, bytes) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(kept, { recursive: true, mode: 0o700 });
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(kept, `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex").slice(0, 12)}-${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(place, bytes, { mode: 0o600 });
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(place, { force: true });
        throw error;
    }
    return place;
}
/** A link, a folder with all in it, anything. */
async function moveAside(kept, path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(kept, { recursive: true, mode: 0o700 });
    for (let number = 1;; number++) {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(kept, `${number}-${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)}`);
        if (await isThere(place))
            continue;
        await withWritable((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), async () => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(path, place).catch(async () => {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)(path, place, { recursive: true, verbatimSymlinks: true, errorOnExist: true, force: false });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true });
            });
        });
        return place;
    }
}
/** Lets work change a folder that a test run made read-only; its mode stays as the test run left it. */
async function withWritable(folder, work) {
    try {
        return await work();
    }
    catch (error) {
        const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(folder);
        if ((mode & 0o300) === 0o300)
            throw error;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(folder, (mode & 0o7777) | 0o300);
        try {
            return await work();
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(folder, mode & 0o7777);
        }
    }
}


/***/ }),

/***/ 5407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ statusAfter),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/**
 * What each end means to whoever called us: the one table of exit states. `on-error` = the step fails unless
 * `fail-on-error` is false.
 */
const EXIT = {
    fixed: { commandLine: 0, failsJob: "never" },
    suggested: { commandLine: 0, failsJob: "never" },
    skipped: { commandLine: 0, failsJob: "never" },
    "no-fix": { commandLine: 1, failsJob: "never" },
    flaky: { commandLine: 1, failsJob: "never" },
    environment: { commandLine: 1, failsJob: "never" },
    refused: { commandLine: 1, failsJob: "on-error" },
    error: { commandLine: 2, failsJob: "on-error" },
};
/** How a case ended before anything was published. */
function endingOf(document) {
    const { patch, verification, groups, remainingFailures } = document;
    if (patch && verification) {
        const rest = remainingFailures.length > 0
            ? `; ${remainingFailures.length} still ${remainingFailures.length === 1 ? "fails" : "fail"}`
            : "";
        return {
            status: "fixed",
            reason: `${passing(verification.targets.length, "failing test")} with the patch${rest}.`,
        };
    }
    return endingByVerdict(groups) ?? endingWithoutPatch(document);
}
/**
 * Where all groups are of one kind it names the end. Of several, what a person can do something about comes first; where
 * the code may be at fault too, that is what counts.
 */
function endingByVerdict(groups) {
    const of = (...verdicts) => groups.filter((one) => verdicts.includes(one.verdict));
    if (of("reproducible", "pre-existing").length > 0)
        return undefined;
    const environment = of("environment");
    if (environment.length > 0)
        return { status: "environment", reason: sentence(environment, groups) };
    const atFault = of("test-at-fault");
    if (atFault.length > 0)
        return { status: "no-fix", reason: `The test itself is at fault: ${sentence(atFault, groups)}` };
    const orderDependent = of("order-dependent");
    if (orderDependent.length > 0) {
        return { status: "no-fix", reason: `The order of the tests decides: ${sentence(orderDependent, groups)}` };
    }
    const flaky = of("flaky");
    return flaky.length > 0 ? { status: "flaky", reason: `${flakyCount(flaky)}: ${sentence(flaky, groups)}` } : undefined;
}
/** The first one's reason, and how many others there are of this kind and of others. */
function sentence(own, all) {
    const reason = own[0]?.reason ?? "";
    const full = /[.!?]$/.test(reason) ? reason : `${reason}.`;
    const counts = [...new Set(all.map(({ verdict }) => verdict))].map((verdict) => `${all.filter((one) => one.verdict === verdict).length} ${verdict}`);
    return all.length === 1 ? full : `${full} Causes in all: ${counts.join(", ")}.`;
}
function flakyCount(groups) {
    const ids = groups.flatMap(({ failures }) => failures.map(({ nodeId }) => nodeId ?? ""));
    const shown = [...new Set(ids)].slice(0, 3).join(", ");
    const number = new Set(ids).size;
    return `${count(number, "test")} ${number === 1 ? "does" : "do"} not fail each time (${shown})`;
}
function endingWithoutPatch(document) {
    const { groups, notes } = document;
    if (groups.length > 0)
        return { status: "no-fix", reason: noFixReason(document) };
    const [note] = notes;
    if (note !== undefined)
        return { status: "no-fix", reason: note };
    return { status: "skipped", reason: "No test fails: there is nothing to mend." };
}
function noFixReason({ attempts, notes, groups }) {
    if (notes[0] !== undefined)
        return notes[0];
    if (attempts.length === 0)
        return nothingDrafted(groups);
    const last = attempts.at(-1);
    const why = last?.verdict.kind === "rejected" || last?.verdict.kind === "mismatch" ? `: ${last.verdict.reason}` : "";
    return `${count(attempts.length, "candidate")} tried, none held up${why}.`;
}
function nothingDrafted(groups) {
    const draftable = groups.filter(({ verdict }) => verdict === "reproducible" || verdict === "pre-existing");
    const others = groups.filter((group) => !draftable.includes(group));
    const rest = others.length === 0 ? "" : ` ${sentence(others, groups)}`;
    return `No recipe knows ${count(draftable.length, "failure")} of this kind.${rest}`;
}
/** The status once the patch has gone somewhere: in the branch or the tree it is fixed, anywhere else it awaits a person. */
function statusAfter(ending, publication) {
    if (ending.status !== "fixed")
        return ending.status;
    return publication.publishedAs === "commit" || publication.publishedAs === "working-tree" ? "fixed" : "suggested";
}
/** "1 test passes", "2 tests pass" */
function passing(number, noun) {
    return `${count(number, noun)} ${number === 1 ? "passes" : "pass"}`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 3772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ heal)
});

// EXTERNAL MODULE: ./.cache/build/verify/targets.js
var verify_targets = __webpack_require__(1239);
;// CONCATENATED MODULE: ./.cache/build/domain/evidence.js
const NO_EVIDENCE = { executed: [], raised: [], neverAwaited: [] };

;// CONCATENATED MODULE: ./.cache/build/steps/observation.js


/** The targets of all failures, each once. */
function targetsOf(failures) {
    return [...new Set(failures.map(verify_targets/* targetOf */.$r))];
}
/**
 * What is open after a run: the failures it shows below the targets that do not pass, and the earlier ones of targets
 * that did not run at all. Not to run is not to pass.
 */
function stillFailing(before, run) {
    const open = targetsOf(before.failures).filter((target) => !(0,verify_targets/* passes */.WE)(target, run));
    const shown = run.failures.filter((failure) => open.some((target) => (0,verify_targets/* belongsTo */.g4)(failure, target)));
    const silent = open.filter((target) => !shown.some((failure) => (0,verify_targets/* belongsTo */.g4)(failure, target)));
    const kept = before.failures.filter((failure) => silent.includes((0,verify_targets/* targetOf */.$r)(failure)));
    const ids = new Set(kept.map((failure) => failure.nodeId ?? ""));
    const earlier = Object.entries(before.evidence).filter(([id]) => ids.has(id));
    return { failures: [...shown, ...kept], evidence: { ...Object.fromEntries(earlier), ...run.evidence } };
}
/** The evidence of all tests of an observation in one. */
function evidenceOf(seen) {
    const ids = new Set(seen.failures.map((failure) => failure.nodeId ?? ""));
    const parts = [...ids].map((id) => seen.evidence[id] ?? NO_EVIDENCE);
    return {
        executed: uniqueBy(parts.flatMap((part) => part.executed), (run) => `${run.path}:${run.line}:${run.name}`),
        raised: uniqueBy(parts.flatMap((part) => part.raised), (raised) => JSON.stringify(raised)),
        neverAwaited: uniqueBy(parts.flatMap((part) => part.neverAwaited), (entry) => JSON.stringify(entry)),
    };
}
function uniqueBy(items, key) {
    return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}
/** Where swallowed exceptions or dropped coroutines are part of the picture, they tell whether a candidate got further. */
function hasObservations(seen) {
    const { raised, neverAwaited } = evidenceOf(seen);
    return raised.length + neverAwaited.length > 0;
}
/** True when the probe watched the failing tests: whatever they are, they ran some function of the project or itself. */
function wasTraced(seen) {
    return hasObservations(seen) || evidenceOf(seen).executed.length > 0;
}

;// CONCATENATED MODULE: ./.cache/build/text/apply-edits.js
/**
 * The text with all edits made; everything outside them stays as it was. Offsets refer to the text given. Insertions
 * at one place keep their order; an edit that overlaps another is a conflict, never a guess.
 */
function applyEdits(text, edits) {
    const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    let result = "";
    let position = 0;
    for (const edit of sorted) {
        if (edit.start < position)
            return { kind: "conflict", edit, reason: "overlaps the edit before it" };
        if (edit.end < edit.start || edit.end > text.length)
            return { kind: "conflict", edit, reason: "lies outside the file" };
        result += text.slice(position, edit.start) + edit.text;
        position = edit.end;
    }
    return result + text.slice(position);
}

;// CONCATENATED MODULE: ./.cache/build/apply/plan.js

/**
 * The patch that results from making a candidate's edits on top of an earlier patch. `texts` are the files as the
 * candidate saw them (earlier patch included); `before` of every change is the file as it was checked out.
 */
function planPatch(candidate, texts, earlier) {
    const changes = new Map(earlier.changes.map((change) => [change.path, change]));
    for (const path of new Set(candidate.edits.map((edit) => edit.path))) {
        const change = changeOf(candidate, path, { current: texts.get(path), before: changes.get(path)?.before });
        if ("kind" in change)
            return change;
        changes.set(path, change);
    }
    const effective = [...changes.values()].filter((change) => change.before !== change.after);
    if (effective.length === 0)
        return { kind: "mismatch", path: "", reason: "the edits change nothing" };
    return { kind: "applied", patch: { changes: effective } };
}
function changeOf(candidate, path, texts) {
    if (texts.current === undefined)
        return { kind: "mismatch", path, reason: "the file was not shown to the drafter" };
    const after = applyEdits(texts.current, candidate.edits.filter((edit) => edit.path === path));
    if (typeof after !== "string")
        return { kind: "mismatch", path, reason: `an edit ${after.reason}` };
    return { path, before: texts.before ?? texts.current, after };
}

// EXTERNAL MODULE: ./.cache/build/syntax/tree.js
var tree = __webpack_require__(9527);
// EXTERNAL MODULE: ./.cache/build/text/line-diff.js
var line_diff = __webpack_require__(4121);
;// CONCATENATED MODULE: ./.cache/build/guard/code/scope.js

const known = new WeakMap();
/** The scopes in which Python looks up a name used at the node, innermost first, the module last. */
function* scopesAround(module, node) {
    let isInFunction = false;
    for (const outer of (0,tree/* ancestorsOf */.Gw)(module, node)) {
        if ((0,tree/* isFunction */.Tn)(outer) || outer.kind === "Lambda") {
            isInFunction = true;
            yield outer;
        }
        else if (outer.kind === "Module" || (outer.kind === "ClassDef" && !isInFunction))
            yield outer;
    }
}
/** Dotted name of the functions and classes around the node, `Order.total`; empty at module level. */
function scopeName(module, node) {
    const names = [...(0,tree/* ancestorsOf */.Gw)(module, node)].filter((outer) => (0,tree/* isFunction */.Tn)(outer) || outer.kind === "ClassDef");
    return names
        .map((outer) => (0,tree/* word */.Vm)(outer, "name") ?? "")
        .reverse()
        .join(".");
}
/** Every name that a function, class or module binds, with all that it is ever bound to; `*` holds its star imports. */
function bindingsIn(scope) {
    const cached = known.get(scope);
    if (cached)
        return cached;
    const found = new Map();
    for (const node of (0,tree/* walkScope */.qA)(scope)) {
        if (node === scope)
            continue;
        for (const [name, binding] of boundBy(node))
            found.set(name, [...(found.get(name) ?? []), binding]);
    }
    known.set(scope, found);
    return found;
}
function boundBy(node) {
    switch (node.kind) {
        case "Import":
            return (0,tree/* children */.Y_)(node, "names").map(importBinding);
        case "ImportFrom":
            return fromBindings(node);
        case "Assign":
            return (0,tree/* children */.Y_)(node, "targets").flatMap((target) => valueBinding(target, (0,tree/* child */.jf)(node, "value")));
        case "AnnAssign":
        case "NamedExpr":
            return valueBinding((0,tree/* child */.jf)(node, "target"), (0,tree/* child */.jf)(node, "value"));
        default:
            return otherBinding(node);
    }
}
function otherBinding(node) {
    const isDefinition = (0,tree/* isFunction */.Tn)(node) || node.kind === "ClassDef" || node.kind === "ExceptHandler";
    const isStored = node.kind === "Name" && (0,tree/* child */.jf)(node, "ctx")?.kind === "Store";
    const name = isDefinition ? (0,tree/* word */.Vm)(node, "name") : isStored ? (0,tree/* word */.Vm)(node, "id") : undefined;
    const bound = node.kind === "arg" ? (0,tree/* word */.Vm)(node, "arg") : name;
    return bound === undefined ? [] : [[bound, { kind: "other" }]];
}
function importBinding(alias) {
    const dotted = (0,tree/* word */.Vm)(alias, "name") ?? "";
    const asName = (0,tree/* word */.Vm)(alias, "asname");
    const first = dotted.split(".")[0] ?? dotted;
    return [asName ?? first, { kind: "import", dotted: asName === undefined ? first : dotted }];
}
function fromBindings(node) {
    const source = sourceOfImport(node);
    return (0,tree/* children */.Y_)(node, "names").map((alias) => {
        const name = (0,tree/* word */.Vm)(alias, "name") ?? "";
        if (name === "*")
            return ["*", { kind: "import", dotted: source }];
        return [(0,tree/* word */.Vm)(alias, "asname") ?? name, { kind: "import", dotted: `${source}.${name}` }];
    });
}
/** The module that a `from` statement names, with its dots in front when it is relative. */
function sourceOfImport(node) {
    const level = node.fields["level"];
    return `${".".repeat(typeof level === "number" ? level : 0)}${(0,tree/* word */.Vm)(node, "module") ?? ""}`;
}
/** Only a plain name takes over what the value means. */
function valueBinding(target, value) {
    const name = target?.kind === "Name" ? (0,tree/* word */.Vm)(target, "id") : undefined;
    return name === undefined || !value ? [] : [[name, { kind: "value", value }]];
}

;// CONCATENATED MODULE: ./.cache/build/guard/added.js


/**
 * Refuses what the changed files hold more often after the patch than before it, all files together: code that moves is
 * not new.
 */
function refuseAdded(rule, input, find) {
    const left = new Map();
    for (const { key } of findAll(input.before, find))
        left.set(key, (left.get(key) ?? 0) + 1);
    const found = findAll(input.after, find);
    const isOld = new Set(found.filter((finding) => isOldLine(input, finding)));
    const fresh = new Set();
    // Of two that are the same finding, the one on a line that was there is the old one.
    for (const finding of [...isOld, ...found.filter((entry) => !isOld.has(entry))]) {
        const count = left.get(finding.key) ?? 0;
        left.set(finding.key, count - 1);
        if (count <= 0 && !(isOld.has(finding) && isBroken(input, finding)))
            fresh.add(finding);
    }
    return asReasons(rule, found.filter((finding) => fresh.has(finding)));
}
/** As `refuseAdded`, but what was there once may be there more often. */
function refuseFirst(rule, input, find) {
    const old = new Set(findAll(input.before, find).map(({ key }) => key));
    const fresh = findAll(input.after, find).filter(({ key }) => !old.has(key));
    return asReasons(rule, fresh.filter((finding) => !(isOldLine(input, finding) && isBroken(input, finding))));
}
function findAll(modules, find) {
    return [...modules.values()].flatMap((module) => find(module).map((finding) => ({
        ...finding,
        module,
        key: finding.key ?? `${finding.reason} in ${scopeName(module, finding.node)}`,
    })));
}
/** A file that Python could not read before has no tree to compare with: its lines have to do. */
function isBroken({ before }, { module }) {
    return !before.has(module.path);
}
/** True for a line that a diff of the file shows as kept. */
function isOldLine({ changes }, { module, node }) {
    const change = changes.find(({ path }) => path === module.path);
    return change !== undefined && keptLines(change).has(node.line - 1);
}
const added_known = new WeakMap();
function keptLines(change) {
    const cached = added_known.get(change);
    if (cached)
        return cached;
    const partners = (0,line_diff/* alignLines */.TJ)(linesOf(change.before), linesOf(change.after));
    const kept = new Set(partners.filter((partner) => partner !== null));
    added_known.set(change, kept);
    return kept;
}
/** As Python counts them. */
function linesOf(text) {
    return text.split(/\r\n|\r|\n/);
}
function asReasons(rule, findings) {
    const reasons = new Map();
    for (const { module, node, reason } of findings) {
        const line = node.line > 0 ? node.line : null;
        reasons.set(`${module.path} ${line} ${reason}`, { rule, path: module.path, line, reason });
    }
    return [...reasons.values()];
}

;// CONCATENATED MODULE: ./.cache/build/guard/code/constant.js

/** The text of a string literal, also when it is put together from literals by `+`; undefined for anything else. */
function textOf(node) {
    if (node?.kind === "Constant")
        return (0,tree/* word */.Vm)(node, "value");
    if (node?.kind === "JoinedStr")
        return joined((0,tree/* children */.Y_)(node, "values"));
    if (node?.kind !== "BinOp" || (0,tree/* child */.jf)(node, "op")?.kind !== "Add")
        return undefined;
    const sides = [(0,tree/* child */.jf)(node, "left"), (0,tree/* child */.jf)(node, "right")].flatMap((side) => side ?? []);
    return joined(sides);
}
function joined(parts) {
    const texts = parts.map((part) => textOf(part));
    return texts.every((text) => text !== undefined) ? texts.join("") : undefined;
}
/** Expressions that are the same whatever the program does: literals, and what is made of literals alone. */
const FIXED = new Set([
    "Constant",
    "UnaryOp",
    "BinOp",
    "BoolOp",
    "Compare",
    "IfExp",
    "Tuple",
    "List",
    "Set",
    "Dict",
    "JoinedStr",
    "FormattedValue",
]);
/** True when nothing in the expression depends on anything: no name but that of a function called with literals. */
function isConstant(node) {
    if (!node)
        return true;
    if (node.kind === "Call")
        return isCallOfConstants(node);
    if (!FIXED.has(node.kind))
        return false;
    return expressionsIn(node).every((part) => isConstant(part));
}
/** `Decimal("1.5")`, `list()`; a call without arguments of something else than a builtin type may do anything. */
function isCallOfConstants(node) {
    const values = [
        ...(0,tree/* children */.Y_)(node, "args"),
        ...(0,tree/* children */.Y_)(node, "keywords").flatMap((entry) => (0,tree/* child */.jf)(entry, "value") ?? []),
    ];
    const name = (0,tree/* word */.Vm)((0,tree/* child */.jf)(node, "func") ?? node, "id") ?? "";
    const isType = /^(bool|bytes|dict|float|frozenset|int|list|set|str|tuple|Decimal|Fraction|date|datetime|object)$/.test(name);
    return isType && values.every((value) => isConstant(value));
}
function expressionsIn(node) {
    return Object.values(node.fields)
        .flatMap((value) => ((0,tree/* isNode */.Ll)(value) ? [value] : Array.isArray(value) ? value.filter(tree/* isNode */.Ll) : []))
        .filter((part) => !isOperator(part));
}
/** Operators and contexts have no fields; a literal always has. */
function isOperator(node) {
    return Object.keys(node.fields).length === 0;
}
/**
 * What Python takes a test for that is made of literals: `True`, `1`, `not False`, `x or True`, a tuple with something in
 * it; undefined when it depends on more.
 */
function truthOf(node) {
    if (!node)
        return undefined;
    switch (node.kind) {
        case "Constant":
            return Boolean(node.fields["value"]);
        case "Tuple":
            return (0,tree/* children */.Y_)(node, "elts").length > 0;
        case "BoolOp":
            return truthOfChoice(node);
        case "UnaryOp":
            return (0,tree/* child */.jf)(node, "op")?.kind === "Not" ? opposite(truthOf((0,tree/* child */.jf)(node, "operand"))) : undefined;
        default:
            return undefined;
    }
}
function opposite(truth) {
    return truth === undefined ? undefined : !truth;
}
/** One true part is enough for `or`, one false part for `and`. */
function truthOfChoice(node) {
    const decisive = (0,tree/* child */.jf)(node, "op")?.kind === "Or";
    const parts = (0,tree/* children */.Y_)(node, "values").map((value) => truthOf(value));
    if (parts.includes(decisive))
        return decisive;
    return parts.includes(undefined) ? undefined : !decisive;
}
/** True for a literal that is only a part of a text put together by `+`. */
function isPartOfText(module, node) {
    const parent = (0,tree/* parentOf */.gN)(module, node);
    return parent !== undefined && parent.kind !== "FormattedValue" && textOf(parent) !== undefined;
}
/** The node as text, without its place: equal code gives equal text, whatever its layout and comments. */
function codeOf(value) {
    if (Array.isArray(value))
        return `[${value.map((entry) => codeOf(entry)).join(",")}]`;
    if (!(0,tree/* isNode */.Ll)(value))
        return JSON.stringify(value ?? null);
    const fields = Object.entries(value.fields).map(([name, field]) => `${name}=${codeOf(field)}`);
    return `${value.kind}(${fields.join(",")})`;
}

;// CONCATENATED MODULE: ./.cache/build/guard/code/find.js

const find_known = new WeakMap();
/** Every node of a module, outer before inner; gone through once, however many rules ask. */
function walkNodes(module) {
    const cached = find_known.get(module);
    if (cached)
        return cached;
    const nodes = [...(0,tree/* walk */.GG)(module.tree)];
    find_known.set(module, nodes);
    return nodes;
}

;// CONCATENATED MODULE: ./.cache/build/guard/code/meaning.js



/** A chain of aliases longer than this is followed no further. */
const MAX_DEPTH = 20;
/**
 * The dotted names from outside the module that an expression may stand for, whatever it is called here: imports under
 * another name, aliases, `getattr` and `__dict__` with a literal name, imports by function. Builtins begin with
 * `builtins.`, relative imports with a dot. Empty for values that are made here or handed in.
 */
function meaningsOf(module, node) {
    return node ? meanings({ module, seen: new Set() }, node) : [];
}
function meanings(place, node) {
    if (place.seen.size > MAX_DEPTH)
        return [];
    switch (node.kind) {
        case "Name":
            return nameMeanings(place, node);
        case "Attribute":
            return below(place, (0,tree/* child */.jf)(node, "value"), meaning_text(node, "attr"));
        case "Call":
            return callMeanings(place, node);
        case "Subscript":
            return subscriptMeanings(place, node);
        default:
            return partsOf(node).flatMap((part) => meanings(place, part));
    }
}
/** Expressions that stand for one of their parts, or hold several. */
function partsOf(node) {
    switch (node.kind) {
        case "NamedExpr":
        case "Starred":
            return [(0,tree/* child */.jf)(node, "value")].flatMap((part) => part ?? []);
        case "IfExp":
            return [(0,tree/* child */.jf)(node, "body"), (0,tree/* child */.jf)(node, "orelse")].flatMap((part) => part ?? []);
        case "BoolOp":
            return (0,tree/* children */.Y_)(node, "values");
        case "Tuple":
        case "List":
            return (0,tree/* children */.Y_)(node, "elts");
        default:
            return [];
    }
}
function of(place, node) {
    return node ? meanings(place, node) : [];
}
function below(place, base, name) {
    return name === undefined ? [] : of(place, base).map((dotted) => `${dotted}.${name}`);
}
function meaning_text(node, field) {
    const value = node.fields[field];
    return typeof value === "string" ? value : undefined;
}
function nameMeanings(place, node) {
    const name = meaning_text(node, "id") ?? "";
    for (const scope of scopesAround(place.module, node)) {
        const bindings = (bindingsIn(scope).get(name) ?? []).filter((binding) => binding.kind !== "value" || !place.seen.has(binding.value));
        if (bindings.length === 0)
            continue;
        return bindings.flatMap((binding) => {
            if (binding.kind === "import")
                return [binding.dotted];
            if (binding.kind === "other")
                return [];
            return meanings({ ...place, seen: new Set([...place.seen, binding.value]) }, binding.value);
        });
    }
    const stars = bindingsIn(place.module.tree).get("*") ?? [];
    return [`builtins.${name}`, ...stars.flatMap((star) => (star.kind === "import" ? [`${star.dotted}.${name}`] : []))];
}
function callMeanings(place, node) {
    const [first, second] = (0,tree/* children */.Y_)(node, "args");
    const called = of(place, (0,tree/* child */.jf)(node, "func"));
    const name = textOf(first);
    if (called.includes("builtins.getattr"))
        return below(place, first, textOf(second));
    if (called.includes("builtins.vars"))
        return below(place, first, "__dict__");
    const isImport = called.includes("builtins.__import__") || called.includes("importlib.import_module");
    return isImport && name !== undefined ? [name] : [];
}
function subscriptMeanings(place, node) {
    const slice = (0,tree/* child */.jf)(node, "slice");
    // Python 3.8 wraps it.
    const key = textOf(slice?.kind === "Index" ? (0,tree/* child */.jf)(slice, "value") : slice);
    if (key === undefined)
        return [];
    return of(place, (0,tree/* child */.jf)(node, "value")).flatMap((dotted) => {
        if (dotted === "sys.modules")
            return [key];
        return dotted.endsWith(".__dict__") ? [`${dotted.slice(0, -".__dict__".length)}.${key}`] : [];
    });
}

;// CONCATENATED MODULE: ./.cache/build/guard/code/mentions.js



const mentions_known = new WeakMap();
/** Everything from outside that the module names, in source order; the longest name only: `os.environ.get`, not `os`. */
function mentionsIn(module) {
    const cached = mentions_known.get(module);
    if (cached)
        return cached;
    const found = [...(0,tree/* walk */.GG)(module.tree)].flatMap((node) => [...importedBy(node), ...usedBy(module, node)]);
    mentions_known.set(module, found);
    return found;
}
function importedBy(node) {
    const aliases = node.kind === "Import" || node.kind === "ImportFrom" ? (0,tree/* children */.Y_)(node, "names") : [];
    const source = node.kind === "ImportFrom" ? `${sourceOfImport(node)}.` : "";
    return aliases.map((alias) => ({ dotted: `${source}${(0,tree/* word */.Vm)(alias, "name") ?? ""}`, node, isImport: true }));
}
function usedBy(module, node) {
    const isUse = ["Name", "Attribute", "Call", "Subscript"].includes(node.kind);
    const parent = (0,tree/* parentOf */.gN)(module, node);
    const isInner = parent?.kind === "Attribute" && (0,tree/* child */.jf)(parent, "value") === node;
    if (!isUse || isInner || (0,tree/* child */.jf)(node, "ctx")?.kind === "Store")
        return [];
    return [...new Set(meaningsOf(module, node))].map((dotted) => ({ dotted, node, isImport: false }));
}
/** The call or subscript that a node is the head of, else the node itself. */
function wholeOf(module, node) {
    const parent = (0,tree/* parentOf */.gN)(module, node);
    const head = parent?.kind === "Call" ? (0,tree/* child */.jf)(parent, "func") : parent?.kind === "Subscript" && (0,tree/* child */.jf)(parent, "value");
    return parent && head === node ? parent : node;
}
/** True when the name is one of these or lies below one: `os.environ.get` below `os.environ`. */
function isAmong(dotted, names) {
    return names.some((name) => dotted === name || dotted.startsWith(`${name}.`));
}
/** As a person would write it. */
function plainName(dotted) {
    return dotted.replace(/^builtins\./, "");
}

;// CONCATENATED MODULE: ./.cache/build/guard/mention-rule.js


/** A rule against naming certain things from outside, under whatever name the code has for them. */
function mentionRule({ id, names, why, keyOf, counts = () => true }) {
    return {
        id,
        check: (input) => refuseAdded(id, input, (module) => mentionsIn(module)
            .filter((mention) => isAmong(mention.dotted, names) && counts(module, mention))
            .map((mention) => ({
            node: mention.node,
            reason: `adds \`${plainName(mention.dotted)}\`, ${why}`,
            ...(keyOf ? { key: keyOf(module, mention) } : {}),
        }))),
    };
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-dynamic-code.js







const RULE = "no-dynamic-code";
const WHY = "which runs code that no reader of the patch can see";
const mentioned = mentionRule({
    id: RULE,
    names: [
        "builtins.eval",
        "builtins.exec",
        "builtins.compile",
        "builtins.__import__",
        "builtins.__builtins__",
        "builtins.globals",
        "importlib.import_module",
        "importlib.util",
        "importlib.machinery",
        "runpy",
        "code",
        "codeop",
        "types.CodeType",
        "types.FunctionType",
        "subprocess",
        "multiprocessing",
        "pty",
        "os.system",
        "os.popen",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.posix_spawnp",
        "os.startfile",
        "asyncio.create_subprocess_exec",
        "asyncio.create_subprocess_shell",
        "ctypes",
        "cffi",
        "pickle.load",
        "pickle.loads",
        "pickle.Unpickler",
        "dill",
        "cloudpickle",
        "marshal",
        "shelve",
        "base64",
        "binascii",
        "codecs.decode",
        "zlib.decompress",
        "webbrowser",
    ],
    why: WHY,
    keyOf: (module, { dotted, node }) => `${dotted} ${codeOf(wholeOf(module, node))}`,
});
/** Modules whose parts may only be named openly. */
const WATCHED = [
    "os",
    "sys",
    "builtins",
    "importlib",
    "subprocess",
    "pytest",
    "_pytest",
    "unittest",
    "signal",
    "inspect",
];
/** A patch may not run what is text in it, nor start programs, nor hide what it names. */
const noDynamicCodeRule = {
    id: RULE,
    check: (input) => [
        ...mentioned.check(input),
        ...refuseAdded(RULE, input, (module) => [...spawnsIn(module), ...hiddenIn(module)]),
    ],
};
/** `os.execv`, `os.spawnlp` and all the others. */
function spawnsIn(module) {
    return mentionsIn(module)
        .filter(({ dotted }) => /^os\.(exec|spawn)[lv]p?e?$/.test(dotted))
        .map(({ dotted, node }) => ({ node, reason: `adds \`${dotted}\`, ${WHY}` }));
}
/** A watched module as a value (`f(os)`), its namespace, or a part of it by a name that is not a literal. */
function hiddenIn(module) {
    const values = mentionsIn(module)
        .filter((mention) => isHidden(module, mention))
        .map(({ dotted, node }) => ({ node, reason: `adds \`${plainName(dotted)}\` as a value, ${WHY}` }));
    const lookups = walkNodes(module).flatMap((node) => {
        const [object, name] = (0,tree/* children */.Y_)(node, "args");
        const of = isLookup(module, node) && textOf(name) === undefined ? meaningsOf(module, object) : [];
        const watched = of.find((dotted) => WATCHED.includes(dotted));
        return watched === undefined ? [] : [{ node, reason: `adds a \`getattr\` on \`${watched}\`, ${WHY}` }];
    });
    return [...values, ...lookups];
}
function isHidden(module, { dotted, node, isImport }) {
    if (isImport)
        return false;
    if (WATCHED.some((name) => dotted === `${name}.__dict__`))
        return true;
    // An alias is followed, and so is what `getattr` or an import by function gives.
    const parent = (0,tree/* parentOf */.gN)(module, node);
    const isFollowed = node.kind === "Call" || parent?.kind === "Assign" || isLookup(module, parent);
    return WATCHED.includes(dotted) && !isFollowed && wholeOf(module, node) === node;
}
function isLookup(module, node) {
    return node?.kind === "Call" && meaningsOf(module, (0,tree/* child */.jf)(node, "func")).includes("builtins.getattr");
}

;// CONCATENATED MODULE: ./.cache/build/guard/code/body.js


/**
 * The statements of a function that can run: without its documentation, nothing after the first that always leaves, the
 * branch of an `if` whose test is a literal in its place.
 */
function effectiveBody(definition) {
    return reachable((0,tree/* children */.Y_)(definition, "body")).filter((statement) => !isText(statement));
}
function reachable(statements) {
    const found = [];
    for (const statement of statements.flatMap(chosen)) {
        found.push(statement);
        if (statement.kind === "Return" || statement.kind === "Raise")
            break;
    }
    return found;
}
function chosen(statement) {
    const truth = statement.kind === "If" ? truthOf((0,tree/* child */.jf)(statement, "test")) : undefined;
    return truth === undefined ? [statement] : reachable((0,tree/* children */.Y_)(statement, truth ? "body" : "orelse"));
}
function isText(statement) {
    return statement.kind === "Expr" && (0,tree/* child */.jf)(statement, "value")?.kind === "Constant";
}
/** False for what stands after a statement that always leaves, or in a branch that a literal switches off. */
function isReachable(module, node) {
    let inner = node;
    for (const outer of (0,tree/* ancestorsOf */.Gw)(module, node)) {
        if (isDeadIn(outer, inner))
            return false;
        inner = outer;
    }
    return true;
}
function isDeadIn(outer, inner) {
    const truth = outer.kind === "If" ? truthOf((0,tree/* child */.jf)(outer, "test")) : undefined;
    return ["body", "orelse", "finalbody"].some((field) => {
        const statements = (0,tree/* children */.Y_)(outer, field);
        const index = statements.indexOf(inner);
        if (index === -1)
            return false;
        const isOff = (truth === false && field === "body") || (truth === true && field === "orelse");
        return isOff || statements.slice(0, index).some((statement) => LEAVING.has(statement.kind));
    });
}
const LEAVING = new Set(["Return", "Raise", "Continue", "Break"]);
/** The values that a function's own `return` statements give, those that can't be reached left out. */
function returnedBy(definition) {
    return effectiveBody(definition).flatMap((statement) => [...(0,tree/* walkScope */.qA)(statement)].filter((node) => node.kind === "Return").flatMap((node) => (0,tree/* child */.jf)(node, "value") ?? []));
}
/** True when a function does no work: it passes, raises `NotImplementedError`, or gives a literal. */
function isEmptied(definition) {
    const fixed = new Set();
    return effectiveBody(definition).every((statement) => {
        if (statement.kind === "Assign" || statement.kind === "AnnAssign")
            return isFixedAssignment(statement, fixed);
        if (statement.kind === "Return")
            return isFixed((0,tree/* child */.jf)(statement, "value"), fixed);
        return statement.kind === "Pass" || isNotImplemented(statement);
    });
}
function isFixedAssignment(statement, fixed) {
    const targets = [...(0,tree/* children */.Y_)(statement, "targets"), (0,tree/* child */.jf)(statement, "target")].flatMap((target) => target ?? []);
    for (const target of targets)
        fixed.add((0,tree/* word */.Vm)(target, "id") ?? "");
    return targets.every((target) => target.kind === "Name") && isFixed((0,tree/* child */.jf)(statement, "value"), fixed);
}
function isFixed(value, fixed) {
    return isConstant(value) || (value?.kind === "Name" && fixed.has((0,tree/* word */.Vm)(value, "id") ?? ""));
}
function isNotImplemented(statement) {
    if (statement.kind !== "Raise")
        return false;
    const raised = (0,tree/* child */.jf)(statement, "exc");
    const name = raised?.kind === "Call" ? (0,tree/* child */.jf)(raised, "func") : raised;
    return name !== undefined && (0,tree/* word */.Vm)(name, "id") === "NotImplementedError";
}
/** Functions and classes that stand directly in a module or class, by name; the last of a name is the one that counts. */
function definitionsIn(owner) {
    const found = [...(0,tree/* walkScope */.qA)(owner)].filter((node) => node !== owner && ((0,tree/* isFunction */.Tn)(node) || node.kind === "ClassDef"));
    return new Map(found.map((node) => [(0,tree/* word */.Vm)(node, "name") ?? "", node]));
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-emptied-code.js





const no_emptied_code_RULE = "no-emptied-code";
/** A function keeps doing something, and what others may call stays there under its name. */
const noEmptiedCodeRule = {
    id: no_emptied_code_RULE,
    check(input) {
        return [...input.before.values()].flatMap((before) => {
            const after = input.after.get(before.path);
            return after ? compare({ input, path: before.path, names: [] }, before.tree, after.tree) : [];
        });
    },
};
function compare(place, before, after) {
    const now = definitionsIn(after);
    return [...definitionsIn(before)].flatMap(([name, old]) => {
        const definition = now.get(name);
        const names = [...place.names, name];
        if (definition?.kind === "ClassDef" && old.kind === "ClassDef")
            return compare({ ...place, names }, old, definition);
        const reason = whatBecame({ ...place, names }, old, { after, definition });
        return reason === undefined ? [] : [{ rule: no_emptied_code_RULE, path: place.path, ...reason }];
    });
}
function whatBecame(place, old, now) {
    const written = place.names.join(".");
    const hollow = (0,tree/* isFunction */.Tn)(old) && !isEmptied(old) ? hollowIn(now, place.names.at(-1) ?? "") : undefined;
    if (hollow)
        return { line: hollow.line, reason: `empties \`${written}\`: nothing of its work is left` };
    return isGone(place, now) ? { line: old.line, reason: `deletes \`${written}\`` } : undefined;
}
/** What stands there now under a function's name, when it does no work: a function, a lambda, a literal. */
function hollowIn({ after, definition }, name) {
    return definition && (0,tree/* isFunction */.Tn)(definition) && isEmptied(definition) ? definition : literalIn(after, name);
}
/** A private name is nobody else's business. */
function isGone({ input, names }, { after, definition }) {
    const name = names.at(-1) ?? "";
    const isPrivate = /^_(?!_)/.test(name);
    return !isPrivate && !definition && !bindingsIn(after).has(name) && !isElsewhere(input, name);
}
/** A name that is now bound to a literal, or to a lambda that gives one. */
function literalIn(owner, name) {
    for (const binding of bindingsIn(owner).get(name) ?? []) {
        if (binding.kind !== "value")
            continue;
        const value = binding.value.kind === "Lambda" ? (0,tree/* child */.jf)(binding.value, "body") : binding.value;
        if (isConstant(value))
            return binding.value;
    }
    return undefined;
}
/** Moved to another file of the patch, or into another class. */
function isElsewhere({ before, after }, name) {
    const count = (modules) => [...modules].flatMap((module) => walkNodes(module)).filter((node) => isDefinition(node, name)).length;
    return count(after.values()) >= count(before.values());
}
function isDefinition(node, name) {
    return ((0,tree/* isFunction */.Tn)(node) || node.kind === "ClassDef") && (0,tree/* word */.Vm)(node, "name") === name;
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-environment-read.js




/**
 * A patch may not look into the environment: a test run differs from production there, and secrets are in it. What is
 * done with a variable that is read already, its default among it, may change.
 */
const noEnvironmentReadRule = mentionRule({
    id: "no-environment-read",
    names: ["os.environ", "os.environb", "os.getenv", "os.getenvb", "posix.environ", "dotenv", "decouple", "getpass"],
    why: "which reads the environment",
    keyOf: (module, { node, isImport }) => (isImport ? `import ${codeOf(node)}` : variableOf(wholeOf(module, node))),
});
/** The variable's name where it is a literal, else the whole expression. */
function variableOf(node) {
    const slice = (0,tree/* child */.jf)(node, "slice");
    const argument = node.kind === "Call" ? (0,tree/* children */.Y_)(node, "args")[0] : slice?.kind === "Index" ? (0,tree/* child */.jf)(slice, "value") : slice;
    return textOf(argument) ?? codeOf(node);
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-exit.js




const no_exit_WHY = "which can end the test run or cut it short";
const no_exit_mentioned = mentionRule({
    id: "no-exit",
    names: [
        "builtins.exit",
        "builtins.quit",
        "builtins.SystemExit",
        "builtins.KeyboardInterrupt",
        "sys.exit",
        "os._exit",
        "os.abort",
        "os.kill",
        "os.killpg",
        "posix",
        "signal",
        "pytest.exit",
        "atexit",
        "_thread.interrupt_main",
        "faulthandler",
    ],
    why: no_exit_WHY,
    counts: (module, mention) => !isCaught(module, mention),
});
/** A patch may not end the process, nor stop pytest in any other way than by a failure. */
const noExitRule = {
    id: "no-exit",
    check(input) {
        const hidden = refuseAdded("no-exit", input, (module) => walkNodes(module)
            .filter((node) => (0,tree/* word */.Vm)(node, "attr") === "_exit")
            .map((node) => ({ node, reason: `adds \`os._exit\`, ${no_exit_WHY}` })));
        const said = no_exit_mentioned.check(input);
        const lines = new Set(said.map(({ path, line }) => `${path} ${line}`));
        return [...said, ...hidden.filter(({ path, line }) => !lines.has(`${path} ${line}`))];
    },
};
/** Naming an exception to catch it, or to ask what was caught, ends nothing. */
function isCaught(module, { node, isImport }) {
    if (isImport)
        return false;
    let inner = node;
    for (const outer of (0,tree/* ancestorsOf */.Gw)(module, node)) {
        if (outer.kind === "ExceptHandler")
            return (0,tree/* child */.jf)(outer, "type") === inner;
        if (outer.kind !== "Tuple" && outer.kind !== "Attribute")
            break;
        inner = outer;
    }
    const parent = (0,tree/* parentOf */.gN)(module, node);
    return parent?.kind === "Call" && (0,tree/* word */.Vm)((0,tree/* child */.jf)(parent, "func") ?? parent, "id") === "isinstance";
}

;// CONCATENATED MODULE: ./.cache/build/guard/product-only.js
/** The same patch without the test files that it changes. */
function productOnly(input) {
    const without = (modules) => new Map([...modules].filter(([path]) => !input.guardedFiles.has(path)));
    return { ...input, before: without(input.before), after: without(input.after) };
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-expected-value.js






const no_expected_value_RULE = "no-expected-value";
/** Longer ways from an answer to its literal are not gone. */
const MOST_STEPS = 5;
/** Such answers are given by honest code everywhere. */
const COMMON = new Set(["null", "true", "false", "0", "1", '""']);
/** Product code may not answer with a literal that the tests around the failure expect. */
const noExpectedValueRule = {
    id: no_expected_value_RULE,
    check(input) {
        const expected = expectedIn(input);
        if (expected.size === 0)
            return [];
        const given = givenIn(input);
        return refuseAdded(no_expected_value_RULE, productOnly(input), (module) => [
            ...answersIn(module, expected),
            ...comparisonsIn(module, given),
        ]);
    },
};
function answersIn(module, expected) {
    return walkNodes(module)
        .filter((node) => ["Return", "Yield", "Lambda"].includes(node.kind))
        .flatMap((node) => answers(module, (0,tree/* child */.jf)(node, node.kind === "Lambda" ? "body" : "value"), 0))
        .flatMap((answer) => {
        const hit = valuesIn(answer).find((value) => expected.has(value));
        if (hit === undefined)
            return [];
        const reason = `answers with \`${(0,tree/* sourceOf */.vz)(module, answer).slice(0, 80)}\`, which the tests expect`;
        return [{ node: answer, reason, key: codeOf(answer) }];
    });
}
/** `rows == [20, 22]`: code that knows the very input of a test. */
function comparisonsIn(module, given) {
    return walkNodes(module)
        .filter((node) => node.kind === "Compare")
        .flatMap((node) => [(0,tree/* child */.jf)(node, "left"), ...(0,tree/* children */.Y_)(node, "comparators")])
        .flatMap((side) => {
        if (!side || !given.has(codeOf(side)))
            return [];
        const reason = `compares with \`${(0,tree/* sourceOf */.vz)(module, side).slice(0, 80)}\`, which the tests hand in`;
        return [{ node: side, reason, key: `compared ${codeOf(side)}` }];
    });
}
/** The literals that an expression may come to: by choice, by look-up in a literal table, by a name for one. */
function answers(module, node, depth) {
    if (!node || depth > MOST_STEPS)
        return [];
    if (isConstant(node) || isObjectOfLiterals(node))
        return [node];
    return stepsFrom(module, node).flatMap((part) => answers(module, part, depth + 1));
}
/** What the value of an expression may be the value of. */
function stepsFrom(module, node) {
    switch (node.kind) {
        case "IfExp":
            return [(0,tree/* child */.jf)(node, "body"), (0,tree/* child */.jf)(node, "orelse")];
        case "BoolOp":
        case "Dict":
            return [...(0,tree/* children */.Y_)(node, "values")];
        case "NamedExpr":
        case "Await":
            return [(0,tree/* child */.jf)(node, "value")];
        case "Subscript":
            return inTable(module, (0,tree/* child */.jf)(node, "value"));
        case "Call":
            return [...inTable(module, (0,tree/* child */.jf)((0,tree/* child */.jf)(node, "func") ?? node, "value")), ...defaultsOf(node)];
        case "Name":
            return valuesOfName(module, node);
        default:
            return [];
    }
}
/** `Money(42, "EUR")`; the status of an HTTP answer is no result. */
function isObjectOfLiterals(node) {
    if (node.kind !== "Call")
        return false;
    const called = (0,tree/* child */.jf)(node, "func");
    const isClass = called !== undefined && /^[A-Z]/.test((0,tree/* word */.Vm)(called, "attr") ?? (0,tree/* word */.Vm)(called, "id") ?? "");
    const values = [
        ...(0,tree/* children */.Y_)(node, "args"),
        ...(0,tree/* children */.Y_)(node, "keywords").flatMap((entry) => (0,tree/* child */.jf)(entry, "value") ?? []),
    ];
    return isClass && values.length > 0 && values.every((value) => isConstant(value));
}
/** The values of a literal dictionary, or of one by its name. */
function inTable(module, table) {
    const tables = table?.kind === "Name" ? valuesOfName(module, table) : [table];
    return tables.flatMap((entry) => (entry?.kind === "Dict" ? (0,tree/* children */.Y_)(entry, "values") : []));
}
/** `table.get(key, 42)` */
function defaultsOf(node) {
    const called = (0,tree/* child */.jf)(node, "func");
    return called && (0,tree/* word */.Vm)(called, "attr") === "get" ? (0,tree/* children */.Y_)(node, "args").slice(1) : [];
}
function valuesOfName(module, node) {
    for (const scope of scopesAround(module, node)) {
        const bindings = bindingsIn(scope).get((0,tree/* word */.Vm)(node, "id") ?? "");
        if (bindings)
            return bindings.flatMap((binding) => (binding.kind === "value" ? [binding.value] : []));
    }
    return [];
}
/** The literals of an answer, arithmetic and joined texts worked out. */
function valuesIn(answer) {
    if (isStatus(answer))
        return [];
    const folded = numberOf(answer) ?? textOf(answer);
    if (folded !== undefined || answer.kind === "Constant") {
        return [canonical(folded ?? answer.fields["value"])].filter((value) => !COMMON.has(value));
    }
    return (0,tree/* childNodes */.EK)(answer).flatMap((part) => valuesIn(part));
}
function isStatus(node) {
    return node.kind === "keyword" && /^status(_code)?$/.test((0,tree/* word */.Vm)(node, "arg") ?? "");
}
/** What literals joined by arithmetic come to, without regard to the sign, which the literal in a test has outside too. */
function numberOf(node) {
    if (node?.kind === "UnaryOp")
        return numberOf((0,tree/* child */.jf)(node, "operand"));
    if (node?.kind === "BinOp")
        return no_expected_value_joined(node);
    const value = node?.kind === "Constant" ? node.fields["value"] : undefined;
    return typeof value === "number" ? value : undefined;
}
function no_expected_value_joined(node) {
    const [left, right] = [numberOf((0,tree/* child */.jf)(node, "left")), numberOf((0,tree/* child */.jf)(node, "right"))];
    if (left === undefined || right === undefined)
        return undefined;
    const results = {
        Add: left + right,
        Sub: left - right,
        Mult: left * right,
        Div: left / right,
    };
    return results[(0,tree/* child */.jf)(node, "op")?.kind ?? ""];
}
/** Numbers by their value, also those in quotes (`Decimal("1.50")`). */
function canonical(value) {
    const isNumeral = typeof value === "string" && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value);
    return isNumeral || typeof value === "number" ? String(Math.abs(Number(value))) : JSON.stringify(value ?? null);
}
/** The lists, tuples and dictionaries of literals in the tests, those with something in them. */
function givenIn(input) {
    const nodes = testFunctions(input).flatMap(([, test]) => [...(0,tree/* walk */.GG)(test)]);
    const displays = nodes.filter((node) => DISPLAYS.has(node.kind) && isConstant(node) && valuesIn(node).length > 0);
    return new Set(displays.map((node) => codeOf(node)));
}
const DISPLAYS = new Set(["List", "Tuple", "Dict", "Set"]);
/** Every literal inside the functions of the tests, decorators included; imports and documentation hold no results. */
function expectedIn(input) {
    const values = testFunctions(input).flatMap(([module, test]) => literalsOf(module, test));
    return new Set(values.filter((value) => !COMMON.has(value)));
}
function testFunctions({ modules, guardedFiles }) {
    const tests = [...modules.values()].filter(({ path }) => guardedFiles.has(path));
    return tests.flatMap((module) => walkNodes(module).flatMap((node) => ((0,tree/* isFunction */.Tn)(node) ? [[module, node]] : [])));
}
function literalsOf(module, test) {
    return [...(0,tree/* walk */.GG)(test)]
        .filter((node) => node.kind === "Constant" && (0,tree/* parentOf */.gN)(module, node)?.kind !== "Expr")
        .map((node) => canonical(node.fields["value"]));
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-fixed-chance.js


/** A patch may not make a test pass by waiting, or by fixing what is random. */
const noFixedChanceRule = mentionRule({
    id: "no-fixed-chance",
    names: [
        "random.seed",
        "random.setstate",
        "numpy.random.seed",
        "torch.manual_seed",
        "freezegun",
        "time_machine",
        "time.sleep",
        "asyncio.sleep",
        "anyio.sleep",
        "trio.sleep",
    ],
    why: "which makes the outcome depend on chance or time being as in the test",
    counts: (module, mention) => !isYielding(module, mention),
});
/** `sleep(0)` only lets others run; importing the name does nothing yet. */
function isYielding(module, { dotted, node, isImport }) {
    if (!dotted.endsWith(".sleep"))
        return false;
    if (isImport)
        return true;
    const call = (0,tree/* parentOf */.gN)(module, node);
    const isCall = call?.kind === "Call" && (0,tree/* child */.jf)(call, "func") === node;
    return isCall && (0,tree/* children */.Y_)(call, "args")[0]?.fields["value"] === 0;
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-hidden-text.js

const no_hidden_text_RULE = "no-hidden-text";
/** Longer than any line that people write, in UTF-16 code units. */
const LONGEST_LINE = 1000;
/** Where Python looks for a declared encoding (PEP 263), and the name it gives. */
const DECLARED = /^[ \t\f\uFEFF]*#.*?coding[:=][ \t]*([-\w.]+)/;
/** What a reader of the patch sees must be what Python reads: no other encoding, nothing invisible, no endless line. */
const noHiddenTextRule = {
    id: no_hidden_text_RULE,
    check: ({ changes }) => changes.flatMap((change) => [...encodingIn(change), ...linesIn(change)]),
};
function encodingIn({ path, before, after }) {
    const declared = encodingOf(after);
    if (declared === undefined || declared === encodingOf(before) || /^utf[-_]?8$/i.test(declared))
        return [];
    return [{ rule: no_hidden_text_RULE, path, line: null, reason: `declares the encoding \`${declared}\` in place of UTF-8` }];
}
function encodingOf(text) {
    const [first = "", second = ""] = text.split(/\r\n|\r|\n/, 2);
    // The second line counts below a comment or a blank one only.
    const isOpen = /^[ \t\f\uFEFF]*(#|$)/.test(first);
    return (DECLARED.exec(first) ?? (isOpen ? DECLARED.exec(second) : null))?.[1];
}
function linesIn({ path, before, after }) {
    const lines = (0,line_diff/* splitLines */.uz)(after);
    const added = (0,line_diff/* diffLines */.Pp)((0,line_diff/* splitLines */.uz)(before), lines).flatMap((hunk) => lines.slice(hunk.afterStart, hunk.afterEnd).map((text, index) => ({ text, line: hunk.afterStart + index + 1 })));
    return added.flatMap(({ text, line }) => {
        const reason = whyHidden(text, before);
        return reason === undefined ? [] : [{ rule: no_hidden_text_RULE, path, line, reason }];
    });
}
function whyHidden(line, before) {
    const hidden = line.match(/(?![\t\n\r\f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu) ?? [];
    if (hidden.some((character) => !before.includes(character)))
        return "adds a character that cannot be seen";
    return line.length > LONGEST_LINE ? `adds a line of ${line.length} characters` : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-network.js






const no_network_RULE = "no-network";
const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "request", "stream"];
const CLIENTS = ["Client", "AsyncClient", "Session", "ClientSession"];
const no_network_mentioned = mentionRule({
    id: no_network_RULE,
    names: [
        "socket",
        "socketserver",
        "ssl",
        "ftplib",
        "smtplib",
        "poplib",
        "imaplib",
        "telnetlib",
        "xmlrpc",
        "http.client",
        "http.server",
        "urllib.request",
        "urllib3",
        "websockets",
        "paramiko",
        "asyncio.open_connection",
        "asyncio.start_server",
        ...["requests", "httpx", "aiohttp"].flatMap((library) => [...METHODS, ...CLIENTS].map((name) => `${library}.${name}`)),
    ],
    why: "which talks to other machines",
    keyOf: (_module, { dotted }) => dotted,
});
/** Hosts that never leave the machine: RFC 2606 and 6761, and what test clients call themselves. */
const LOCAL = /^[a-z+]+:\/\/(?:[^/@]*@)?(localhost|127\.\d+\.\d+\.\d+|\[::1\]|test|testserver|(?:[\w-]+\.)*(?:test|example|invalid|localhost|example\.(?:com|org|net)))(?:[:/?#]|$)/i;
/** A patch may not reach for the network, nor name an address there. Test clients are of the same classes. */
const noNetworkRule = {
    id: no_network_RULE,
    check: (input) => [...no_network_mentioned.check(productOnly(input)), ...refuseAdded(no_network_RULE, input, addressesIn)],
};
function addressesIn(module) {
    return walkNodes(module).flatMap((node) => {
        if (isPartOfText(module, node))
            return [];
        const address = /\b(?:https?|ftps?|wss?|file):\/\/[^\s'"]*/i.exec(textOf(node) ?? "")?.[0];
        if (address === undefined || LOCAL.test(address) || (0,tree/* parentOf */.gN)(module, node)?.kind === "Expr")
            return [];
        return [{ node, reason: `adds the address \`${address.slice(0, 80)}\``, key: address }];
    });
}

// EXTERNAL MODULE: ./.cache/build/syntax/imported-file.js
var imported_file = __webpack_require__(5918);
;// CONCATENATED MODULE: ./.cache/build/guard/tracked-files.js
const lists = new WeakMap();
/** The same files as a list, always the same one: whoever looks an import up keeps an index for each list. */
function listOf(trackedFiles) {
    const known = lists.get(trackedFiles);
    if (known)
        return known;
    const list = [...trackedFiles];
    lists.set(trackedFiles, list);
    return list;
}

;// CONCATENATED MODULE: ./.cache/build/guard/standard-library.js
/** Top-level modules of Python 3.8 to 3.14, those that came and went included. */
const MODULES = new Set(`__future__ __main__ _pyrepl _thread abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore
  atexit audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs
  codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt
  csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest dummy_threading email encodings
  ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath
  getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib
  inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma macpath mailbox mailcap marshal math
  mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode
  operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix
  posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline
  reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr
  socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct
  subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this
  threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
  unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc
  zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/));
/** True for a dotted name that begins with a module of Python's own. */
function isStandardLibrary(dotted) {
    return MODULES.has(dotted.split(".")[0] ?? dotted);
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-new-dependency.js






const no_new_dependency_RULE = "no-new-dependency";
/** What a patch imports is Python's own, the project's, installed, or imported by the project already. */
const noNewDependencyRule = {
    id: no_new_dependency_RULE,
    check(input) {
        const known = new Set([...input.modules.values(), ...input.before.values()].flatMap((module) => packagesIn(module)));
        const files = listOf(input.trackedFiles);
        return refuseFirst(no_new_dependency_RULE, input, (module) => importsIn(module).filter(({ key }) => !known.has(key) && !isAtHand(key, { module, files, input })));
    },
};
function packagesIn(module) {
    return importsIn(module).map(({ key }) => key);
}
/** Absolute imports with the package they name as their key. */
function importsIn(module) {
    return walkNodes(module).flatMap((node) => {
        const isFrom = node.kind === "ImportFrom" && !node.fields["level"];
        const names = isFrom ? [(0,tree/* word */.Vm)(node, "module") ?? ""] : node.kind === "Import" ? aliasesOf(node) : [];
        return names.map((name) => {
            const top = name.split(".")[0] ?? name;
            return { node, key: top, reason: `imports \`${top}\`, which the project does not use and is not installed` };
        });
    });
}
function aliasesOf(node) {
    return (0,tree/* children */.Y_)(node, "names").map((alias) => (0,tree/* word */.Vm)(alias, "name") ?? "");
}
function isAtHand(top, { module, files, input }) {
    if (isStandardLibrary(top))
        return true;
    const distribution = top.toLowerCase().replaceAll("_", "-");
    if (distribution in input.packages)
        return true;
    if ((0,imported_file/* importedFile */.f)(files, module.path, { source: top, level: 0 }) !== undefined)
        return true;
    // A package without `__init__.py`.
    return files.some((file) => file.endsWith(".py") && (file.startsWith(`${top}/`) || file.includes(`/${top}/`)));
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-patching.js







const no_patching_RULE = "no-patching";
const no_patching_WHY = "which changes code that is not the project's";
const no_patching_mentioned = mentionRule({
    id: no_patching_RULE,
    names: [
        "builtins.__builtins__",
        "gc",
        "sys.settrace",
        "sys.setprofile",
        "sys.monitoring",
        "sys.meta_path",
        "sys.path",
        "sys.path_hooks",
        "sys.path_importer_cache",
        "sys.addaudithook",
        "threading.settrace",
        "threading.setprofile",
        "importlib.reload",
    ],
    why: "which changes how Python runs code",
});
/** Parts of functions and classes that, set from outside, make something else of them. */
const INNER_PARTS = /^(__code__|__class__|__bases__|__defaults__|__kwdefaults__|__wrapped__)$/;
const FOREIGN = /^(builtins|pytest|_pytest|pluggy)(\.|$)/;
/** A patch may not change the interpreter, the test framework or a library while the program runs. */
const noPatchingRule = {
    id: no_patching_RULE,
    check(input) {
        return [
            ...no_patching_mentioned.check(input),
            ...refuseAdded(no_patching_RULE, input, (module) => [...patchesIn(module), ...hooksIn(module)]),
        ];
    },
};
function patchesIn(module) {
    return walkNodes(module).flatMap((node) => {
        const [base, part] = patched(module, node);
        if (!base)
            return [];
        const isForeign = meaningsOf(module, base).some((dotted) => isOthers(dotted) && mayBeCode(module, { node, dotted }));
        if (!isForeign && !INNER_PARTS.test(part))
            return [];
        return [{ node, reason: `sets \`${(0,tree/* sourceOf */.vz)(module, base)}.${part}\`, ${no_patching_WHY}` }];
    });
}
/** What is set or deleted, as the object and the name of its part; nothing for any other node. */
function patched(module, node) {
    const base = (0,tree/* child */.jf)(node, "value");
    if (isChanged(node) && node.kind === "Attribute")
        return [base, (0,tree/* word */.Vm)(node, "attr") ?? ""];
    if (isChanged(node) && isNamespace(module, base))
        return [base, "…"];
    const [target, name] = isSetter(module, node) ? (0,tree/* children */.Y_)(node, "args") : [];
    return [target, textOf(name) ?? "…"];
}
function isChanged(node) {
    return ["Store", "Del"].includes((0,tree/* child */.jf)(node, "ctx")?.kind ?? "");
}
function isNamespace(module, base) {
    return meaningsOf(module, base).some((dotted) => dotted.endsWith(".__dict__") || dotted === "sys.modules");
}
function isSetter(module, node) {
    const called = node.kind === "Call" ? meaningsOf(module, (0,tree/* child */.jf)(node, "func")) : [];
    return called.includes("builtins.setattr") || called.includes("builtins.delattr");
}
/** From outside the project, as far as one can tell: the standard library, test frameworks, a class of a library. */
function isOthers(dotted) {
    return FOREIGN.test(dotted) || isStandardLibrary(dotted) || /(^|\.)[A-Z]\w*$/.test(dotted);
}
/** A class that is defined in the project and imported here may be completed: only its relative import tells. */
function mayBeCode(module, { node, dotted }) {
    if (FOREIGN.test(dotted) || isStandardLibrary(dotted))
        return true;
    const statement = (0,tree/* parentOf */.gN)(module, node);
    const value = statement && (0,tree/* child */.jf)(statement, "value");
    return !dotted.startsWith(".") && (value?.kind === "Lambda" || value?.kind === "Name");
}
/** pytest finds its hooks and plugins by name. */
function hooksIn(module) {
    return walkNodes(module).flatMap((node) => {
        const isStored = (0,tree/* child */.jf)(node, "ctx")?.kind === "Store" && (0,tree/* word */.Vm)(node, "id") === "pytest_plugins";
        const name = (0,tree/* isFunction */.Tn)(node) ? ((0,tree/* word */.Vm)(node, "name") ?? "") : "";
        if (isStored)
            return [{ node, reason: "adds `pytest_plugins`, which changes the test run" }];
        return name.startsWith("pytest_")
            ? [{ node, reason: `adds the hook \`${name}\`, which changes the test run` }]
            : [];
    });
}

;// CONCATENATED MODULE: ./.cache/build/guard/removed.js

/**
 * Refuses when the changed files, all together, hold fewer of a group after the patch; names those that are gone, by
 * their lines in the file as it was.
 */
function refuseRemoved(rule, input, find) {
    // A file that no longer parses is refused as such.
    const readable = new Map([...input.before].filter(([path]) => input.after.has(path)));
    const [before, after] = [removed_findAll(readable, find), removed_findAll(input.after, find)];
    return [...new Set(before.map(({ group }) => group))].flatMap((group) => {
        const had = before.filter((entry) => entry.group === group);
        const has = after.filter((entry) => entry.group === group);
        return gone(had, has)
            .slice(0, Math.max(0, had.length - has.length))
            .map(({ path, node, reason }) => ({ rule, path, line: node.line > 0 ? node.line : null, reason }));
    });
}
function removed_findAll(modules, find) {
    return [...modules.values()].flatMap((module) => find(module).map((kept) => ({ ...kept, path: module.path, code: codeOf(kept.node) })));
}
/** Those without a twin first, then the others: of equal ones nobody can tell which was taken away. */
function gone(had, has) {
    const left = has.map(({ code }) => code);
    const twins = had.filter(({ code }) => {
        const index = left.indexOf(code);
        if (index !== -1)
            left.splice(index, 1);
        return index !== -1;
    });
    return [...had.filter((entry) => !twins.includes(entry)), ...twins];
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-removed-protection.js





const no_removed_protection_RULE = "no-removed-protection";
/** Words by which code names what keeps people out or lets them in; the group is what they have in common. */
const PROTECTING = /^(?:(auth|oauth2?|login|perms?|permissions?|csrf|checks?|checked|checker|limiter)$|(authori[sz]|authenticat|verif|validat|requir|ensur|saniti[sz]|escap|throttl))/;
/** Decorators, dependencies and calls that protect something stay, as many of each kind as there were. */
const noRemovedProtectionRule = {
    id: no_removed_protection_RULE,
    check: (input) => refuseRemoved(no_removed_protection_RULE, productOnly(input), protectionsIn),
};
function protectionsIn(module) {
    return walkNodes(module).flatMap((node) => {
        if ((0,tree/* child */.jf)(node, "ctx")?.kind !== "Load")
            return isReachable(module, node) ? dependency(node) : [];
        const name = (0,tree/* word */.Vm)(node, "attr") ?? (0,tree/* word */.Vm)(node, "id") ?? "";
        const stem = stemOf(name);
        return stem === undefined
            ? []
            : [{ node, group: stem, reason: `removes \`${name}\`, which may protect something` }];
    });
}
/** FastAPI's dependencies; the session among them may become another one, but none may go. */
function dependency(node) {
    const name = node.kind === "Call" ? (0,tree/* dottedName */._P)((0,tree/* child */.jf)(node, "func"))?.split(".").at(-1) : undefined;
    if (name !== "Depends" && name !== "Security")
        return [];
    return [{ node, group: "dependency", reason: `removes a \`${name}(...)\`, which may protect something` }];
}
function stemOf(name) {
    for (const part of name.split(/_|(?<=[a-z0-9])(?=[A-Z])/)) {
        const match = PROTECTING.exec(part.toLowerCase());
        if (match)
            return match[1] ?? match[2];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-removed-validation.js






const no_removed_validation_RULE = "no-removed-validation";
/**
 * Product code keeps as many assertions, errors raised and errors handled as it had: a test that fails because the code
 * refuses something may be right or wrong, and only a person can tell. `raise NotImplementedError` may be replaced by work.
 */
const noRemovedValidationRule = {
    id: no_removed_validation_RULE,
    check: (input) => refuseRemoved(no_removed_validation_RULE, productOnly(input), validationsIn),
};
const VALIDATING = new Set(["Assert", "Raise", "ExceptHandler"]);
/** What stands where it can run. */
function validationsIn(module) {
    return walkNodes(module)
        .filter((node) => VALIDATING.has(node.kind) && isReachable(module, node))
        .flatMap((node) => {
        if (node.kind === "Assert" && truthOf((0,tree/* child */.jf)(node, "test")) !== true)
            return [{ node, group: "assert", reason: "removes an `assert`" }];
        if (node.kind === "Raise" && !isPlaceholder(node))
            return [{ node, group: "raise", reason: "removes a `raise`" }];
        const isHandler = node.kind === "ExceptHandler" && (0,tree/* children */.Y_)(node, "body").some(({ kind }) => kind !== "Pass");
        return isHandler ? [{ node, group: "except", reason: "removes the handling of an error" }] : [];
    });
}
function isPlaceholder(node) {
    const raised = (0,tree/* child */.jf)(node, "exc");
    const name = raised?.kind === "Call" ? (0,tree/* child */.jf)(raised, "func") : raised;
    return name !== undefined && (0,tree/* word */.Vm)(name, "id") === "NotImplementedError";
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-rigged-comparison.js





const no_rigged_comparison_RULE = "no-rigged-comparison";
const COMPARISONS = /^__(eq|ne|lt|le|gt|ge|contains|bool|len|instancecheck|subclasscheck)__$/;
/** These look at one object only. */
const UNARY = /^__(bool|len)__$/;
/** What an object answers to `==`, `in` or `if` must depend on the objects. */
const noRiggedComparisonRule = {
    id: no_rigged_comparison_RULE,
    check: (input) => refuseAdded(no_rigged_comparison_RULE, input, no_rigged_comparison_comparisonsIn),
};
function no_rigged_comparison_comparisonsIn(module) {
    return walkNodes(module).flatMap((node) => {
        const found = comparison(module, node);
        if (!found || !COMPARISONS.test(found.name) || !isRigged(module, found))
            return [];
        const reason = `adds a \`${found.name}\` whose answer does not depend on what is compared`;
        return [{ node, reason, key: `${reason} ${codeOf(found.definition)}` }];
    });
}
/** `def __eq__`, `__eq__ = ...`, `X.__eq__ = ...`, `setattr(X, "__eq__", ...)`, `type("X", (), {"__eq__": ...})`. */
function comparison(module, node) {
    if ((0,tree/* isFunction */.Tn)(node))
        return { name: (0,tree/* word */.Vm)(node, "name") ?? "", definition: node };
    if (node.kind === "Assign")
        return assigned(node);
    const [name, definition] = node.kind === "Call" ? (0,tree/* children */.Y_)(node, "args").slice(1) : inDictionary(module, node);
    return definition && { name: textOf(name) ?? "", definition };
}
/** A key with its value. */
function inDictionary(module, key) {
    const dictionary = (0,tree/* parentOf */.gN)(module, key);
    if (dictionary?.kind !== "Dict")
        return [];
    return [key, (0,tree/* children */.Y_)(dictionary, "values")[(0,tree/* children */.Y_)(dictionary, "keys").indexOf(key)]];
}
function assigned(node) {
    const [target] = (0,tree/* children */.Y_)(node, "targets");
    const definition = (0,tree/* child */.jf)(node, "value");
    return target && definition && { name: (0,tree/* word */.Vm)(target, "id") ?? (0,tree/* word */.Vm)(target, "attr") ?? "", definition };
}
function isRigged(module, { name, definition }) {
    if (definition.kind !== "Lambda" && !(0,tree/* isFunction */.Tn)(definition))
        return isConstant(definition);
    if (isAbstract(definition))
        return false;
    const answers = answersOf(definition);
    const fixed = answers.filter((answer) => isConstant(answer));
    if (fixed.length > 0 && !hasChoice(definition))
        return true;
    if (fixed.length === answers.length && new Set(fixed.map((answer) => codeOf(answer))).size < 2)
        return true;
    const owner = (0,tree/* parentOf */.gN)(module, definition);
    const own = owner?.kind === "ClassDef" ? (0,tree/* word */.Vm)(owner, "name") : undefined;
    return !dependsOn([...answers, ...groundsOf(definition)], neededBy(definition, name), own);
}
/** What decides between answers. */
function groundsOf(definition) {
    return effectiveBody(definition)
        .flatMap((statement) => [...(0,tree/* walkScope */.qA)(statement)])
        .flatMap((node) => {
        if (node.kind === "Return" || node.kind === "Expr")
            return [];
        return [(0,tree/* child */.jf)(node, "test"), (0,tree/* child */.jf)(node, "iter"), (0,tree/* child */.jf)(node, "subject"), assignedValue(node)];
    })
        .flatMap((node) => node ?? []);
}
function assignedValue(node) {
    return ["Assign", "AnnAssign", "NamedExpr"].includes(node.kind) ? (0,tree/* child */.jf)(node, "value") : undefined;
}
function answersOf(definition) {
    const body = (0,tree/* child */.jf)(definition, "body");
    return definition.kind === "Lambda" ? (body ? [body] : []) : returnedBy(definition);
}
/** A fixed answer may be one of several. */
function hasChoice(definition) {
    return effectiveBody(definition).some((statement) => ["If", "For", "While", "Try", "Match", "With"].includes(statement.kind));
}
function isAbstract(definition) {
    return (0,tree/* isFunction */.Tn)(definition) && effectiveBody(definition).every((statement) => statement.kind === "Raise");
}
/** The object, and what it is compared with. */
function neededBy(definition, name) {
    const parameters = (0,tree/* child */.jf)(definition, "args");
    const rest = parameters && (0,tree/* child */.jf)(parameters, "vararg");
    const named = parameters ? [...(0,tree/* children */.Y_)(parameters, "posonlyargs"), ...(0,tree/* children */.Y_)(parameters, "args")] : [];
    const names = [...named, ...(rest ? [rest] : [])].map((entry) => (0,tree/* word */.Vm)(entry, "arg") ?? "");
    return names.slice(0, UNARY.test(name) ? 1 : 2);
}
/**
 * Every one of the names occurs, but not as a name compared with itself; the class's own name may stand in for the
 * object (`isinstance(other, Money)`).
 */
function dependsOn(parts, names, own) {
    const nodes = parts.flatMap((part) => [...(0,tree/* walk */.GG)(part)]);
    const trivial = new Set(nodes.filter((node) => isSelfComparison(node)).flatMap((node) => [...(0,tree/* walk */.GG)(node)]));
    const used = new Set(nodes.filter((node) => !trivial.has(node)).flatMap((node) => namesBelow(node)));
    return names.every((name, index) => used.has(name) || (index === 0 && own !== undefined && used.has(own)));
}
function namesBelow(node) {
    const name = (0,tree/* word */.Vm)(node, "id");
    return name === undefined ? [] : [name];
}
function isSelfComparison(node) {
    const [right] = (0,tree/* children */.Y_)(node, "comparators");
    return node.kind === "Compare" && right !== undefined && codeOf((0,tree/* child */.jf)(node, "left")) === codeOf(right);
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-silenced-warning.js




const no_silenced_warning_RULE = "no-silenced-warning";
const no_silenced_warning_WHY = "which hides what Python and libraries have to say";
const no_silenced_warning_mentioned = mentionRule({
    id: no_silenced_warning_RULE,
    names: [
        "warnings.filterwarnings",
        "warnings.simplefilter",
        "warnings.catch_warnings",
        "warnings.resetwarnings",
        "sys.warnoptions",
        "logging.disable",
        "logging.captureWarnings",
    ],
    why: no_silenced_warning_WHY,
});
/** A patch may not silence warnings or logs. */
const noSilencedWarningRule = {
    id: no_silenced_warning_RULE,
    check: (input) => [...no_silenced_warning_mentioned.check(input), ...refuseAdded(no_silenced_warning_RULE, input, switchedOff)],
};
/** `logger.disabled = True` */
function switchedOff(module) {
    return walkNodes(module).flatMap((node) => {
        if (node.kind !== "Assign" || (0,tree/* child */.jf)(node, "value")?.fields["value"] !== true)
            return [];
        const isSwitch = (0,tree/* children */.Y_)(node, "targets").some((target) => (0,tree/* word */.Vm)(target, "attr") === "disabled");
        return isSwitch ? [{ node, reason: `sets \`disabled\`, ${no_silenced_warning_WHY}` }] : [];
    });
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-skip.js




const no_skip_WHY = "which keeps a test from being run or judged";
const no_skip_mentioned = mentionRule({
    id: "no-skip",
    names: [
        "pytest.skip",
        "pytest.xfail",
        "pytest.importorskip",
        "pytest.mark.skip",
        "pytest.mark.skipif",
        "pytest.mark.xfail",
        "_pytest.outcomes",
        "_pytest.skipping",
        "unittest.skip",
        "unittest.skipIf",
        "unittest.skipUnless",
        "unittest.SkipTest",
        "unittest.case",
        "unittest.expectedFailure",
    ],
    why: no_skip_WHY,
});
/** What pytest and unittest read from a module, a class or a function to leave tests out. */
const SWITCHES = /^(__test__|__unittest_skip__|collect_ignore|collect_ignore_glob|pytestmark)$/;
/** A patch may not leave a test out, or expect it to fail. */
const noSkipRule = {
    id: "no-skip",
    check(input) {
        return [...no_skip_mentioned.check(input), ...refuseAdded("no-skip", input, switchesIn)];
    },
};
function switchesIn(module) {
    return walkNodes(module).flatMap((node) => {
        const isStore = (0,tree/* child */.jf)(node, "ctx")?.kind === "Store";
        const name = (isStore ? (0,tree/* word */.Vm)(node, "id") : undefined) ?? (0,tree/* word */.Vm)(node, "attr") ?? "";
        return SWITCHES.test(name) || name === "skipTest" || name === "importorskip"
            ? [{ node, reason: `adds \`${name}\`, ${no_skip_WHY}` }]
            : [];
    });
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-swallowed-error.js







const no_swallowed_error_RULE = "no-swallowed-error";
const BROAD = [
    "builtins.Exception",
    "builtins.BaseException",
    "builtins.BaseExceptionGroup",
    "builtins.ExceptionGroup",
];
const LOGGING = /^(debug|info|warning|warn|error|exception|critical|log|print|print_exc|print_exception)$/;
/** A patch may not make every error vanish; a handler for one kind of error, or one that passes it on, is fine. */
const noSwallowedErrorRule = {
    id: no_swallowed_error_RULE,
    check: (input) => refuseAdded(no_swallowed_error_RULE, input, swallowersIn),
};
function swallowersIn(module) {
    return walkNodes(module).flatMap((node) => {
        const reason = swallows(module, node);
        return reason === undefined ? [] : [{ node, reason, key: `${scopeName(module, node)} ${codeOf(node)}` }];
    });
}
function swallows(module, node) {
    if (node.kind === "ExceptHandler" && isBroad(module, (0,tree/* child */.jf)(node, "type")) && isSilent(node))
        return "adds an `except` that catches every error and passes none on";
    if (isSuppressor(module, node))
        return "adds a `suppress` that hides every error";
    if (isInFinally(module, node))
        return `adds a \`${node.kind.toLowerCase()}\` in \`finally\`, which drops every error`;
    return isDroppingExit(node) ? "adds an `__exit__` that drops every error" : undefined;
}
function isDroppingExit(node) {
    const isExit = (0,tree/* isFunction */.Tn)(node) && /^__a?exit__$/.test((0,tree/* word */.Vm)(node, "name") ?? "");
    return isExit && returnedBy(node).some((value) => truthOf(value) === true);
}
/** No type at all is the broadest. */
function isBroad(module, type) {
    if (!type)
        return true;
    const types = type.kind === "Tuple" ? (0,tree/* children */.Y_)(type, "elts") : [type];
    return types.some((entry) => meaningsOf(module, entry).some((dotted) => BROAD.includes(dotted)));
}
/** Nothing is raised, and the error itself goes nowhere but to a log. */
function isSilent(handler) {
    const nodes = (0,tree/* children */.Y_)(handler, "body").flatMap((statement) => [...(0,tree/* walkScope */.qA)(statement)]);
    if (nodes.some((node) => node.kind === "Raise"))
        return false;
    const idle = new Set(nodes.filter((node) => isIdle(node)).flatMap((node) => [...(0,tree/* walk */.GG)(node)]));
    const name = (0,tree/* word */.Vm)(handler, "name");
    return !nodes.some((node) => name !== undefined && isUse(node, name) && !idle.has(node));
}
function isUse(node, name) {
    return (0,tree/* word */.Vm)(node, "id") === name && (0,tree/* child */.jf)(node, "ctx")?.kind === "Load";
}
/** A statement that does nothing with the error: names it, turns it into text, logs it. */
function isIdle(node) {
    const value = node.kind === "Expr" ? (0,tree/* child */.jf)(node, "value") : node;
    if (value?.kind !== "Call")
        return node.kind === "Expr";
    const called = (0,tree/* child */.jf)(value, "func");
    const name = (called && ((0,tree/* word */.Vm)(called, "attr") ?? (0,tree/* word */.Vm)(called, "id"))) ?? "";
    return LOGGING.test(name) || (node.kind === "Expr" && /^(str|repr|type|id|bool|len|format)$/.test(name));
}
function isSuppressor(module, node) {
    const called = node.kind === "Call" ? meaningsOf(module, (0,tree/* child */.jf)(node, "func")) : [];
    return called.includes("contextlib.suppress") && (0,tree/* children */.Y_)(node, "args").some((type) => isBroad(module, type));
}
/** A jump out of a `finally`, not only out of a loop or a function inside it. */
function isInFinally(module, node) {
    if (!["Return", "Break", "Continue"].includes(node.kind))
        return false;
    let inner = node;
    for (const outer of (0,tree/* ancestorsOf */.Gw)(module, node)) {
        if ((0,tree/* isFunction */.Tn)(outer) || outer.kind === "ClassDef")
            return false;
        const isLoop = outer.kind === "For" || outer.kind === "While" || outer.kind === "AsyncFor";
        if (isLoop && node.kind !== "Return")
            return false;
        if ((0,tree/* children */.Y_)(outer, "finalbody").includes(inner))
            return true;
        inner = outer;
    }
    return false;
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/no-test-awareness.js









const no_test_awareness_RULE = "no-test-awareness";
const no_test_awareness_WHY = "by which code can tell that it is being tested";
const FRAMEWORKS = ["pytest", "_pytest", "pluggy", "unittest", "doctest", "nose"];
const WITNESSES = [
    "sys.modules",
    "sys.argv",
    "sys.orig_argv",
    "sys._getframe",
    "sys._getframemodulename",
    "sys._current_frames",
    "sys.gettrace",
    "sys.getprofile",
    "inspect.stack",
    "inspect.trace",
    "inspect.currentframe",
    "inspect.getouterframes",
    "inspect.getinnerframes",
    "traceback.extract_stack",
    "traceback.format_stack",
    "traceback.print_stack",
    "traceback.walk_stack",
    "builtins.__debug__",
    "__main__",
];
/** Reaching a caller through a frame, whatever gave the frame. */
const FRAME_PARTS = /^(f_back|f_code|f_globals|f_locals|tb_frame|gi_frame|cr_frame|_getframe)$/;
/** Shorter names of tests are words that product code may use for itself. */
const SHORTEST_TEST_NAME = 8;
/** Product code may not learn that a test runs it, nor which one. */
const noTestAwarenessRule = {
    id: no_test_awareness_RULE,
    check(input) {
        const testNames = testNamesIn(input);
        const product = productOnly(input);
        return [
            ...refuseFirst(no_test_awareness_RULE, product, (module) => [...frameworksIn(module), ...testCodeIn(module, input)]),
            ...refuseAdded(no_test_awareness_RULE, product, witnessesIn),
            ...refuseAdded(no_test_awareness_RULE, input, (module) => signsIn(module, testNames)),
        ];
    },
};
function frameworksIn(module) {
    return mentionsIn(module)
        .filter(({ dotted, isImport }) => isImport && isAmong(dotted, FRAMEWORKS))
        .map(({ dotted, node }) => {
        const top = dotted.split(".")[0] ?? dotted;
        return { node, reason: `imports \`${top}\`, ${no_test_awareness_WHY}`, key: `${top} in ${module.path}` };
    });
}
/** Tests import the code, never the other way round. */
function testCodeIn(module, { trackedFiles, guardedFiles }) {
    const files = listOf(trackedFiles);
    return walkNodes(module).flatMap((node) => {
        const test = importsOf(node)
            .flatMap((wanted) => (0,imported_file/* importedFile */.f)(files, module.path, wanted) ?? [])
            .find((path) => guardedFiles.has(path));
        return test === undefined
            ? []
            : [{ node, reason: `imports the test code in ${test}`, key: `${module.path} ${test}` }];
    });
}
/** The modules that a statement may name: `from a import b` may mean `a` and `a.b`. */
function importsOf(node) {
    const names = (0,tree/* children */.Y_)(node, "names").map((alias) => (0,tree/* word */.Vm)(alias, "name") ?? "");
    if (node.kind === "Import")
        return names.map((source) => ({ source, level: 0 }));
    if (node.kind !== "ImportFrom")
        return [];
    const level = node.fields["level"];
    const source = (0,tree/* word */.Vm)(node, "module") ?? "";
    const sources = [source, ...names.map((name) => (source === "" ? name : `${source}.${name}`))];
    return sources.map((entry) => ({ source: entry, level: typeof level === "number" ? level : 0 }));
}
function witnessesIn(module) {
    const mentioned = mentionsIn(module)
        .filter(({ dotted }) => isAmong(dotted, WITNESSES))
        .map(({ dotted, node }) => ({ node, reason: `adds \`${plainName(dotted)}\`, ${no_test_awareness_WHY}` }));
    const parts = walkNodes(module)
        .filter((node) => FRAME_PARTS.test((0,tree/* word */.Vm)(node, "attr") ?? "") && meaningsOf(module, node).length === 0)
        .map((node) => ({ node, reason: `adds \`${(0,tree/* word */.Vm)(node, "attr") ?? ""}\`, ${no_test_awareness_WHY}` }));
    return [...mentioned, ...parts, ...oddComparisons(module)];
}
/** Comparing `__name__`, other than by the usual last lines of a script. */
function oddComparisons(module) {
    return walkNodes(module).flatMap((node) => {
        const compare = (0,tree/* word */.Vm)(node, "id") === "__name__" ? (0,tree/* parentOf */.gN)(module, node) : undefined;
        if (compare?.kind !== "Compare" || isScriptEnd(module, compare))
            return [];
        return [{ node, reason: `compares \`__name__\`, ${no_test_awareness_WHY}` }];
    });
}
/** `if __name__ == "__main__":` at module level, with nothing to do instead. */
function isScriptEnd(module, compare) {
    const statement = (0,tree/* parentOf */.gN)(module, compare);
    if (statement?.kind !== "If" || (0,tree/* parentOf */.gN)(module, statement)?.kind !== "Module")
        return false;
    const isEqual = (0,tree/* children */.Y_)(compare, "ops")[0]?.kind === "Eq";
    return (isEqual && textOf((0,tree/* children */.Y_)(compare, "comparators")[0]) === "__main__" && (0,tree/* children */.Y_)(statement, "orelse").length === 0);
}
function signsIn(module, testNames) {
    return walkNodes(module).flatMap((node) => {
        const text = textOf(node);
        if (text === undefined || isDocumentation(module, node) || isPartOfText(module, node))
            return [];
        const sign = signIn(text, testNames);
        return sign === undefined ? [] : [{ node, reason: `names \`${sign}\`, ${no_test_awareness_WHY}`, key: sign }];
    });
}
function signIn(text, testNames) {
    const variable = /PYTEST_[A-Z_]+/.exec(text)?.[0];
    if (variable !== undefined)
        return variable;
    if (/^(_?pytest|unittest|py\.test|test_|conftest)(\.py)?$|^\/proc(\/|$)/.test(text))
        return text.slice(0, 80);
    return (text.match(/\w+/g) ?? []).find((name) => testNames.has(name));
}
function isDocumentation(module, node) {
    return (0,tree/* parentOf */.gN)(module, node)?.kind === "Expr";
}
/** Functions, classes and files of the tests around the failure. */
function testNamesIn({ modules, guardedFiles }) {
    const tests = [...modules.values()].filter(({ path }) => guardedFiles.has(path));
    const names = tests.flatMap((module) => [
        module.path.split("/").at(-1)?.replace(/\.py$/, "") ?? "",
        ...walkNodes(module).flatMap((node) => (0,tree/* isFunction */.Tn)(node) || node.kind === "ClassDef" ? [(0,tree/* word */.Vm)(node, "name") ?? ""] : []),
    ]);
    return new Set(names.filter((name) => /^test/i.test(name) && name.length >= SHORTEST_TEST_NAME));
}

// EXTERNAL MODULE: ./.cache/build/text/glob.js
var text_glob = __webpack_require__(905);
;// CONCATENATED MODULE: ./.cache/build/guard/path-form.js
/** Longest name of one file or folder on Linux, macOS and Windows, in bytes. */
const MOST_NAME_BYTES = 255;
const MOST_PATH_BYTES = 1000;
/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/**
 * Why a path is not what it seems, on this system or another: not a plain relative path with `/`, or one that a file
 * system would take for another file. Undefined when it is plain.
 */
function whyDisguised(path) {
    if (path.includes("\\"))
        return "holds a backslash";
    if (path.includes(":"))
        return "holds a colon: a drive or a stream to Windows";
    if (path.startsWith("/"))
        return "is absolute";
    if (/\p{Cc}/u.test(path))
        return "holds a control character";
    if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(path))
        return "holds an invisible character";
    if (/[*?"<>|]/.test(path))
        return "holds a character that Windows forbids";
    if (/\p{Cs}/u.test(path) || path !== path.normalize("NFC"))
        return "is not in Unicode's composed form (NFC)";
    if (bytesOf(path) > MOST_PATH_BYTES)
        return "is too long";
    return path
        .split("/")
        .map(whyBadPart)
        .find((reason) => reason !== undefined);
}
function whyBadPart(part) {
    if (part === "" || part === "." || part === "..")
        return "does not stay inside the repository step by step";
    if (/[. ]$/.test(part) || part.startsWith(" "))
        return "has a part that begins with a blank, or ends in a blank or a dot";
    if (DEVICE.test(part))
        return "names a device of Windows";
    if (/~\d/.test(part))
        return "may be a short name of Windows for another file";
    return bytesOf(part) > MOST_NAME_BYTES ? "has a part of more than 255 bytes" : undefined;
}
function bytesOf(text) {
    return new TextEncoder().encode(text).length;
}

;// CONCATENATED MODULE: ./.cache/build/guard/protected-paths.js

/** Folders and files whose names mean something to git, CI, editors, agents, packaging, containers or Python's start. */
const FOLDERS = [
    ".git*",
    ".circleci",
    ".buildkite",
    ".azure",
    ".husky",
    ".devcontainer",
    ".docker",
    ".vscode",
    ".idea",
    ".claude",
    ".codex",
    ".cursor",
    ".gemini",
    ".aider*",
    ".venv",
    "site-packages",
    "dist-packages",
    "node_modules",
    "__pycache__",
];
const FILES = [
    ".git*",
    ".env*",
    ".mcp.json",
    ".pre-commit-config.yaml",
    ".coveragerc",
    ".cursorrules",
    ".aider*",
    ".dockerignore",
    "agents.md",
    "claude.md",
    "gemini.md",
    "copilot-instructions.md",
    "pytest.ini",
    ".pytest.ini",
    "pytest.toml",
    ".pytest.toml",
    "tox.ini",
    "tox.toml",
    "setup.cfg",
    "setup.py",
    "noxfile.py",
    "pyproject.toml",
    "sitecustomize.py",
    "usercustomize.py",
    "*.pth",
    "*.lock",
    "*requirements*.txt",
    "*requirements*.in",
    "*constraints*.txt",
    "pipfile",
    "pylock*.toml",
    "environment.y*ml",
    "package-lock.json",
    "dockerfile*",
    "containerfile*",
    "*.dockerfile",
    "*compose*.y*ml",
    "makefile",
    "gnumakefile",
    "*.mk",
    "justfile",
    "taskfile.y*ml",
    "jenkinsfile*",
    "azure-pipelines*.y*ml",
];
const GLOBS = [...FILES.map((name) => `**/${name}`), ...FOLDERS.map((name) => `**/${name}/**`), "**/requirements/**"];
/** True for files that decide how code is run, built or watched, in any case: no setting lets a patch touch them. */
function isProtected(path) {
    return (0,text_glob/* matchesAny */._)(path.toLowerCase(), GLOBS);
}
/** pytest loads it for the tests below it, whether or not it saw it this time. */
function isTestSetup(path) {
    return (0,text_glob/* matchesAny */._)(path.toLowerCase(), ["**/conftest.py"]);
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/paths.js



/** Only tracked Python files that the settings allow, that no test depends on for its verdict. */
const pathsRule = {
    id: "paths",
    check(input) {
        return input.changes.flatMap(({ path }) => {
            const reason = whyDisguised(path) ?? whyOutOfBounds(path, input) ?? whyNotAllowed(path, input);
            return reason === undefined ? [] : [{ rule: "paths", path, line: null, reason }];
        });
    },
};
/** What no setting can change. */
function whyOutOfBounds(path, { candidate, trackedFiles, guardedFiles }) {
    if (isProtected(path))
        return "is protected: it decides how code is run, built or tested";
    if (!path.endsWith(".py"))
        return "is not a Python file";
    if (!trackedFiles.has(path))
        return "is not a tracked file";
    const twin = twinOf(path, trackedFiles);
    if (twin !== undefined)
        return `differs from ${twin} in nothing but case`;
    const isTest = guardedFiles.has(path) || isTestSetup(path);
    return isTest && !candidate.mayEditTests ? "is a test or test configuration file" : undefined;
}
function whyNotAllowed(path, { limits }) {
    if ((0,text_glob/* isListed */.y)(path, limits.deniedPaths)) {
        const glob = limits.deniedPaths.find((entry) => (0,text_glob/* isListed */.y)(path, [entry]));
        return `is denied by ${glob === undefined ? "the" : `"${glob}" in the`} line "denied-paths:"`;
    }
    if (limits.allowedPaths.length === 0 || (0,text_glob/* isListed */.y)(path, limits.allowedPaths))
        return undefined;
    return 'is not named by the line "allowed-paths:"';
}
/** On a file system that ignores case, writing one writes the other. */
function twinOf(path, trackedFiles) {
    const folded = fold(path);
    for (const other of trackedFiles) {
        if (other.length === path.length && other !== path && fold(other) === folded)
            return other;
    }
    return undefined;
}
function fold(path) {
    return path.normalize("NFC").toLowerCase();
}

;// CONCATENATED MODULE: ./.cache/build/text/changed-lines.js

/** How many lines a patch of one file adds and removes, together: a replaced line counts twice, as in a diff. */
function changedLines(before, after) {
    const hunks = (0,line_diff/* diffLines */.Pp)((0,line_diff/* splitLines */.uz)(before), (0,line_diff/* splitLines */.uz)(after));
    return hunks.reduce((sum, hunk) => sum + hunk.beforeEnd - hunk.beforeStart + hunk.afterEnd - hunk.afterStart, 0);
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/size.js

/** A patch that a person cannot read at a glance is not published. */
const sizeRule = {
    id: "size",
    check({ changes, limits }) {
        const lines = changes.reduce((sum, change) => sum + changedLines(change.before, change.after), 0);
        const reasons = [];
        if (changes.length > limits.maxFiles) {
            reasons.push(`changes ${changes.length} files; the limit is the line "max-files: ${limits.maxFiles}"`);
        }
        if (lines > limits.maxLines) {
            reasons.push(`changes ${lines} lines; the limit is the line "max-lines: ${limits.maxLines}"`);
        }
        return reasons.map((reason) => ({ rule: "size", path: "", line: null, reason }));
    },
};

;// CONCATENATED MODULE: ./.cache/build/guard/rules/syntax.js
/** Every changed file must still be Python for the interpreter that runs the tests. */
const syntaxRule = {
    id: "syntax",
    check({ changes, after }) {
        return changes
            .filter(({ path }) => !after.has(path))
            .map(({ path }) => ({ rule: "syntax", path, line: null, reason: "would no longer parse" }));
    },
};

;// CONCATENATED MODULE: ./.cache/build/guard/code/call-shape.js



/**
 * True when two statements differ at most in how things are called: another method, another order, other keywords. What
 * goes into the calls stays: no name and no literal is lost, new names are imported ones, new literals are keyword
 * arguments, and what is assigned to is the same.
 */
function keepsCallShape(modules, before, after) {
    if (headOf(before) === headOf(after))
        return true;
    const [old, now] = [call_shape_partsOf(before), call_shape_partsOf(after)];
    const lost = without(old.names, now.names).filter((name) => !isImported(modules.before, name));
    const fresh = without(now.names, old.names).filter((name) => !isImported(modules.after, name));
    const isSameTarget = codesOf(call_shape_targetsOf(before)) === codesOf(call_shape_targetsOf(after));
    const added = without(now.literals, old.literals);
    return (old.calls > 0 &&
        now.calls > 0 &&
        isSameTarget &&
        [...lost, ...fresh, ...without(old.literals, now.literals), ...without(added, now.keywordLiterals)].length === 0);
}
/** A `with` is judged by its head alone. */
function headOf(statement) {
    return codesOf(headNodes(statement));
}
function headNodes(statement) {
    const items = (0,tree/* children */.Y_)(statement, "items");
    return items.length > 0 ? [...items] : [statement];
}
function codesOf(nodes) {
    return nodes.map((node) => codeOf(node)).join();
}
function call_shape_targetsOf(statement) {
    return headNodes(statement)
        .flatMap((node) => [...(0,tree/* walk */.GG)(node)])
        .filter((node) => (0,tree/* child */.jf)(node, "ctx")?.kind === "Store");
}
function call_shape_partsOf(statement) {
    const nodes = headNodes(statement).flatMap((node) => [...(0,tree/* walk */.GG)(node)]);
    const literal = (node) => (node?.kind === "Constant" ? [codeOf(node)] : []);
    return {
        names: nodes.flatMap((node) => (node.kind === "Name" ? [(0,tree/* word */.Vm)(node, "id") ?? ""] : [])),
        literals: nodes.flatMap((node) => literal(node)),
        keywordLiterals: nodes.flatMap((node) => (node.kind === "keyword" ? literal((0,tree/* child */.jf)(node, "value")) : [])),
        calls: nodes.filter(({ kind }) => kind === "Call").length,
    };
}
/** What one list has more often than the other. */
function without(list, others) {
    const left = [...others];
    return list.filter((entry) => {
        const index = left.indexOf(entry);
        if (index !== -1)
            left.splice(index, 1);
        return index === -1;
    });
}
function isImported(module, name) {
    const bindings = bindingsIn(module.tree).get(name) ?? [];
    return bindings.length > 0 && bindings.every(({ kind }) => kind === "import");
}

;// CONCATENATED MODULE: ./.cache/build/guard/rules/test-edit.js





const test_edit_RULE = "test-edit";
/**
 * In a test file only imports and the shape of calls may change, and what is awaited: every test, assertion, expected
 * value, parameter and branch stays as it was. Which candidates may touch tests at all is for the rule on paths.
 */
const testEditRule = {
    id: test_edit_RULE,
    check: (input) => [...input.after.values()].flatMap((module) => compareTests(input, module)),
};
function compareTests(input, after) {
    const isTest = input.guardedFiles.has(after.path);
    if (!isTest || !input.candidate.mayEditTests)
        return [];
    const before = input.before.get(after.path);
    const difference = before
        ? (mockIn(before, after) ?? bodyDifference({ before, after }, before.tree, after.tree))
        : { line: null, reason: "could not be read before the patch: nothing tells what the tests expected" };
    return difference ? [{ rule: test_edit_RULE, path: after.path, ...difference }] : [];
}
/** A stand-in that is equal to everything comes from there. */
function mockIn(before, after) {
    const isMock = (dotted) => /^(unittest\.)?mock(\.|$)/.test(dotted);
    const old = new Set(mentionsIn(before).map(({ dotted }) => dotted));
    const fresh = mentionsIn(after).find(({ dotted }) => isMock(dotted) && !old.has(dotted));
    return fresh && { line: fresh.node.line, reason: `brings \`${fresh.dotted}\` into a test` };
}
/** Bodies of the same owner, statement by statement; imports come and go. */
function bodyDifference(pair, before, after) {
    for (const field of ["body", "handlers", "orelse", "finalbody", "cases"]) {
        const [old, now] = [statements(before, field), statements(after, field)];
        if (old.length > now.length)
            return { line: after.line > 0 ? after.line : null, reason: "removes a statement from a test file" };
        if (old.length < now.length)
            return { line: now.at(old.length)?.line ?? null, reason: "adds a statement to a test file" };
        for (const [index, statement] of old.entries()) {
            const found = now[index] && statementDifference(pair, statement, now[index]);
            if (found)
                return found;
        }
    }
    return undefined;
}
function statements(owner, field) {
    return (0,tree/* children */.Y_)(owner, field).filter(({ kind }) => kind !== "Import" && kind !== "ImportFrom");
}
function statementDifference(pair, before, after) {
    if (plainKind(before) !== plainKind(after))
        return differs(after, "changes the structure of a test file");
    if (before.kind === "Assert")
        return isSameExpectation(before, after) ? undefined : differs(after, "changes an assertion");
    if (isCompound(before))
        return headDifference(pair, before, after) ?? bodyDifference(pair, before, after);
    const isAssertion = [...(0,tree/* walk */.GG)(before), ...(0,tree/* walk */.GG)(after)].some((node) => isAssertingCall(node));
    const isKept = isAssertion ? isSameExpectation(before, after) : keepsCallShape(pair, before, after);
    if (isKept)
        return undefined;
    return differs(after, isAssertion ? "changes an assertion" : "changes more than the shape of a call");
}
function differs(node, reason) {
    return { line: node.line, reason };
}
function plainKind({ kind }) {
    return kind.replace(/^Async/, "");
}
function isCompound(node) {
    return (0,tree/* children */.Y_)(node, "body").length > 0;
}
/** Everything of a compound statement but its bodies. */
function headDifference(pair, before, after) {
    if (plainKind(before) === "FunctionDef" && !hasSameDecorators(pair, before, after))
        return differs(after, "changes the decorators of a test");
    if (plainKind(before) === "With") {
        const isKept = isAsserting(before) ? isSame(items(before), items(after)) : keepsCallShape(pair, before, after);
        return isKept && !isAsserting(after) === !isAsserting(before)
            ? undefined
            : differs(after, "changes what a block is run in");
    }
    const names = Object.keys(before.fields).filter((name) => !BODIES.has(name));
    const isSameHead = names.every((name) => isSame(before.fields[name], after.fields[name]));
    return isSameHead ? undefined : differs(after, "changes the structure of a test file");
}
const BODIES = new Set(["body", "handlers", "orelse", "finalbody", "cases", "type_comment", "decorator_list"]);
function items(statement) {
    return statement.fields["items"] ?? null;
}
function isAsserting(statement) {
    return (0,tree/* children */.Y_)(statement, "items").some((item) => [...(0,tree/* walk */.GG)(item)].some((node) => isAssertingCall(node)));
}
/** `self.assertEqual`, `pytest.raises`, `mock.assert_called_once`, `pytest.fail`. */
function isAssertingCall(node) {
    if (node.kind !== "Call")
        return false;
    const called = (0,tree/* child */.jf)(node, "func");
    const name = called && ((0,tree/* word */.Vm)(called, "attr") ?? (0,tree/* word */.Vm)(called, "id"));
    return /^(assert|fail|raises$|warns$|deprecated_call$|approx$)/.test(name ?? "");
}
/** No decorator goes; an asynchronous test may get the marker it needs, and a fixture become an asynchronous one. */
function hasSameDecorators({ before, after }, old, now) {
    const left = (0,tree/* children */.Y_)(old, "decorator_list").map((node) => decoratorCode(before, node));
    const fresh = (0,tree/* children */.Y_)(now, "decorator_list").filter((node) => {
        const index = left.indexOf(decoratorCode(after, node));
        if (index !== -1)
            left.splice(index, 1);
        return index === -1;
    });
    const isMarker = (node) => meaningsOf(after, node).some((dotted) => /^pytest\.mark\.(asyncio|anyio)$/.test(dotted));
    return left.length === 0 && fresh.every(isMarker);
}
function decoratorCode(module, node) {
    const called = node.kind === "Call" ? (0,tree/* child */.jf)(node, "func") : node;
    const isFixture = meaningsOf(module, called).some((dotted) => /^pytest(_asyncio)?\.fixture$/.test(dotted));
    return isFixture ? `fixture ${codeOf(node.fields["args"])} ${codeOf(node.fields["keywords"])}` : codeOf(node);
}
/** The same code; awaiting more is fine, awaiting less would make a coroutine the result, which is always true. */
function isSameExpectation(before, after) {
    const awaits = (node) => [...(0,tree/* walk */.GG)(node)].filter(({ kind }) => kind === "Await").length;
    return isSame(before, after) && awaits(after) >= awaits(before);
}
function isSame(before, after) {
    return codeOf(normalised(before)) === codeOf(normalised(after));
}
/** Without `await`, and with unittest's names as Python 3.12 has them. */
function normalised(value) {
    if (Array.isArray(value))
        return value.map((entry) => normalised(entry));
    if (!(0,tree/* isNode */.Ll)(value))
        return value ?? null;
    if (value.kind === "Await")
        return normalised(value.fields["value"]);
    const fields = Object.entries(value.fields).map(([name, field]) => [
        name,
        name === "attr" && typeof field === "string" ? (RENAMED[field] ?? field) : normalised(field),
    ]);
    return { ...value, kind: plainKind(value), fields: Object.fromEntries(fields) };
}
/** Aliases that Python 3.12 took away, and what they were aliases of. */
const RENAMED = {
    assert_: "assertTrue",
    failUnless: "assertTrue",
    failIf: "assertFalse",
    assertEquals: "assertEqual",
    assertNotEquals: "assertNotEqual",
    assertAlmostEquals: "assertAlmostEqual",
    assertNotAlmostEquals: "assertNotAlmostEqual",
    assertRegexpMatches: "assertRegex",
    assertNotRegexpMatches: "assertNotRegex",
    assertRaisesRegexp: "assertRaisesRegex",
};

;// CONCATENATED MODULE: ./.cache/build/guard/guard.js





















const RULES = [
    pathsRule,
    sizeRule,
    syntaxRule,
    noHiddenTextRule,
    testEditRule,
    noSkipRule,
    noExitRule,
    noTestAwarenessRule,
    noPatchingRule,
    noRiggedComparisonRule,
    noSwallowedErrorRule,
    noEmptiedCodeRule,
    noExpectedValueRule,
    noRemovedValidationRule,
    noRemovedProtectionRule,
    noDynamicCodeRule,
    noNetworkRule,
    noEnvironmentReadRule,
    noNewDependencyRule,
    noSilencedWarningRule,
    noFixedChanceRule,
];
/** Runs every rule; a candidate that all accept comes back marked, else all reasons together. */
function guard(input) {
    const reasons = RULES.flatMap((rule) => rule.check(input));
    if (reasons.length > 0)
        return { kind: "refused", reasons };
    return isGuarded(input.candidate, reasons)
        ? { kind: "guarded", candidate: input.candidate }
        : { kind: "refused", reasons };
}
/** The only place where the mark is given. */
function isGuarded(candidate, reasons) {
    return reasons.length === 0 && candidate.edits.length > 0;
}

// EXTERNAL MODULE: ./.cache/build/verify/compare.js
var verify_compare = __webpack_require__(5874);
;// CONCATENATED MODULE: ./.cache/build/verify/import-origin.js
/** Where packages are installed to; a Debian system calls it `dist-packages`. */
const INSTALLED = /(?:^|\/)(?:site|dist)-packages\//;
/**
 * A patched file that the failing tests ran from an installed copy: the project was installed without `-e`, and no edit
 * of the checkout can have an effect. Told by the tracebacks; undefined when they show no such copy.
 */
function foreignCopy(paths, run) {
    const frames = run.failures.flatMap(framesOf).map((path) => path.replaceAll("\\", "/"));
    const ran = new Set(frames);
    for (const path of paths.filter((each) => !ran.has(each))) {
        const importedFrom = frames.find((frame) => isCopyOf(path, frame));
        if (importedFrom !== undefined)
            return { path, importedFrom };
    }
    return undefined;
}
/** `src/shop/api.py` is installed as `shop/api.py`: below a folder of packages, the end of our path. */
function isCopyOf(path, frame) {
    const match = INSTALLED.exec(frame);
    if (!match)
        return false;
    const installed = frame.slice(match.index + match[0].length);
    return installed.includes("/") && (path === installed || path.endsWith(`/${installed}`));
}
function framesOf({ frames, chain }) {
    return [frames, ...chain.map((link) => link.frames)].flat().map(({ path }) => path);
}

;// CONCATENATED MODULE: ./.cache/build/steps/try-out.js





/** Guard, apply, verify, restore: always all, always in this order, whatever happens in between. */
async function tryOut(input, sources, tools) {
    const texts = new Map([...input.project.modules].map(([path, module]) => [path, module.text]));
    const planned = planPatch(input.candidate, texts, input.earlier);
    if (planned.kind === "mismatch")
        return { verdict: planned, patch: null, run: null };
    const guarded = await guardPatch(input, planned.patch, { sources, tools });
    if (guarded.kind === "refused")
        return { verdict: guarded, patch: null, run: null };
    const { verdict, run } = await withPatch(planned.patch, tools, async () => runTrial(input, planned.patch, tools));
    return { verdict, patch: planned.patch, run };
}
/** The targets, and when they pass their files: what the patch breaks near them is found before the whole suite runs. */
async function runTrial(input, patch, tools) {
    const { targets, alongside, selections, files, trace } = input;
    const run = await tools.runner.run({ targets: (0,verify_targets/* selectionOf */.Wm)([...targets, ...alongside], selections), trace });
    const rejection = (0,verify_compare/* judgeTargets */.Ui)(targets, run);
    if (rejection)
        return { verdict: explained(rejection, patch, run), run };
    if (files.length === 0)
        return { verdict: { kind: "plausible" }, run };
    const whole = await tools.runner.run({ targets: files, trace: false });
    return { verdict: (0,verify_compare/* judgeFiles */.lv)(whole, input.failing) ?? { kind: "plausible" }, run };
}
/** Without effect because another copy of the file is what runs: something to tell, for no patch can help. */
function explained(rejection, { changes }, run) {
    if (rejection.why !== "no-effect")
        return rejection;
    const copy = foreignCopy(changes.map(({ path }) => path), run);
    if (!copy)
        return rejection;
    const reason = `${rejection.reason}: the tests import ${copy.path} from ${copy.importedFrom}, not from this checkout; install the project with \`pip install -e\``;
    return { ...rejection, reason };
}
/** Does work while the patch is in the tree; the tree is as before afterwards, also when the work throws. */
async function withPatch(patch, tools, work) {
    try {
        await tools.workspace.write(patch.changes);
        return await work();
    }
    finally {
        await tools.workspace.restore();
    }
}
async function guardPatch({ candidate, project, packages }, patch, { sources, tools }) {
    return guard({
        candidate,
        changes: patch.changes,
        trackedFiles: new Set(project.trackedFiles),
        guardedFiles: project.guarded,
        limits: tools.limits,
        before: await sources.parse(patch.changes.map(({ path, before }) => ({ path, text: before }))),
        after: await sources.parse(patch.changes.map(({ path, after }) => ({ path, text: after }))),
        modules: project.modules,
        packages,
    });
}
/** Patched files must hold exactly what was written, and guarded ones that are not patched what they held at the start. */
async function tampering(patch, guardedHashes, tools) {
    const patched = new Set(patch.changes.map(({ path }) => path));
    const others = Object.keys(guardedHashes).filter((path) => !patched.has(path));
    const now = await tools.workspace.hashes(others);
    const changed = others.filter((path) => now[path] !== guardedHashes[path]);
    for (const change of patch.changes) {
        const file = await tools.workspace.read(change.path);
        if (file.kind !== "text" || file.text !== change.after)
            changed.push(change.path);
    }
    if (changed.length === 0)
        return undefined;
    return { kind: "rejected", why: "tampered", tests: [], reason: `the test run changed ${changed.join(", ")}` };
}

;// CONCATENATED MODULE: ./.cache/build/steps/accepted.js



/** The patch of all accepted groups together. */
function patchOf(accepted) {
    return accepted.at(-1)?.result.patch ?? { changes: [] };
}
/** A group's patch is in: which targets pass with it, the group's own and others, and what is still open. */
async function accept(before, { result, selections }, tools) {
    const targets = targetsOf(before.failures);
    const rest = targets.filter((target) => !result.healed.includes(target));
    if (rest.length === 0)
        return { healed: targets, seen: { failures: [], evidence: {} } };
    const run = result.run ?? (await withPatch(result.patch, tools, async () => observe((0,verify_targets/* selectionOf */.Wm)(rest, selections), tools)));
    const others = before.failures.filter((failure) => rest.includes((0,verify_targets/* targetOf */.$r)(failure)));
    const healed = targets.filter((target) => result.healed.includes(target) || (0,verify_targets/* passes */.WE)(target, run));
    return { healed, seen: stillFailing({ failures: others, evidence: before.evidence }, run) };
}
async function observe(targets, tools) {
    return tools.runner.run({ targets, trace: true });
}

;// CONCATENATED MODULE: ./.cache/build/steps/case-of.js



const CUT_SHORT = "The time for drafting was up before all causes were looked at; run it again for the rest.";
/** Everything that happened, as the one document that outlives the run. */
function caseOf(input) {
    const { sha, baseline, groups, attempts, confirmation } = input;
    const isConfirmed = confirmation?.kind === "confirmed";
    const accepted = isConfirmed ? input.accepted : [];
    return {
        version: 1,
        sha,
        groups,
        attempts,
        healed: accepted.map((entry) => healedGroup(entry, baseline, patchOf(accepted))),
        patch: isConfirmed ? patchOf(accepted) : null,
        verification: isConfirmed ? confirmation.verification : null,
        flaky: baseline.flaky,
        remainingFailures: isConfirmed ? confirmation.remaining : failingOn(baseline),
        notes: [...(input.isCutShort ? [CUT_SHORT] : []), ...notesOf(input)],
    };
}
/** What fails on unchanged code, chance left out. */
function failingOn({ seen, suite, unsteady, flaky }) {
    const alone = targetsOf([...seen.failures, ...(suite?.failures ?? [])]);
    const all = new Set([...alone, ...unsteady.map(({ target }) => target)]);
    return [...all].filter((target) => !flaky.includes(target));
}
function notesOf({ baseline, accepted, confirmation, dropped }) {
    const { sessionEnd, run } = baseline;
    if (sessionEnd?.kind === "red")
        return [sessionEnd.reason];
    if (run.timedOut && sessionEnd === null) {
        return ["The failing tests ran into the time limit (input `timeout`) on unchanged code."];
    }
    if (confirmation?.kind === "rejected")
        return [`A patch did not survive the whole suite: ${confirmation.reason}.`];
    if (dropped === 0)
        return [];
    return [`${accepted.length + dropped} causes were mended, but only ${accepted.length} survived the whole suite.`];
}
function healedGroup({ group, result, healed }, baseline, patch) {
    return {
        key: group.key,
        failures: baseline.seen.failures.filter((failure) => healed.includes((0,verify_targets/* targetOf */.$r)(failure))),
        steps: result.steps.map(({ origin, rationale, leftAlone }) => ({
            origin,
            rationale,
            leftAlone: leftAlone.filter((place) => isStillThere(place, patch)),
        })),
    };
}
/** False for a place that a later patch mended: its line is no longer in the file. */
function isStillThere({ path, text }, patch) {
    const change = patch.changes.find((entry) => entry.path === path);
    return !change || text === undefined || change.after.includes(text);
}

;// CONCATENATED MODULE: ./.cache/build/verify/control.js
/**
 * The files of a patch as they were, but for one statement at their end that does nothing. The targets must fail with it
 * as they do without the patch: where they pass, it is not what the patch says that heals them, but that the files are no
 * longer those that were checked in. It is never shown or published.
 */
function controlOf({ changes }) {
    const touched = changes.filter(({ path }) => path.endsWith(".py"));
    return { changes: touched.map(({ path, before }) => ({ path, before, after: withStatement(before) })) };
}
/** Other bytes and another syntax tree, the same meaning: also for who compares the two. */
function withStatement(text) {
    const end = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
    const gap = text === "" || /[\r\n]$/.test(text) ? "" : end;
    return `${text}${gap}pass${end}`;
}

// EXTERNAL MODULE: ./.cache/build/verify/reported-run.js
var reported_run = __webpack_require__(3154);
;// CONCATENATED MODULE: ./.cache/build/verify/under-load.js


/**
 * Runs of the targets that went on at the same time, with the patch. The exception that was mended, by type and words (less
 * the numbers in them), is the old failure under load; any other may come from what the tests share (a port, a file, a
 * database) and is only told. So may an assertion, whatever its words: rows of another run are enough to fail it.
 */
function judgeUnderLoad(targets, mended, runs) {
    const known = new Set(mended.flatMap(exceptionsOf));
    const failed = runs.filter((run) => (0,verify_compare/* judgeTargets */.Ui)(targets, run) !== undefined);
    const failures = failed.flatMap((run) => run.failures.filter((failure) => targets.some((target) => (0,verify_targets/* belongsTo */.g4)(failure, target))));
    const again = failures.find((failure) => exceptionsOf(failure).some((exception) => known.has(exception)));
    if (again) {
        const reason = `fails under load: ${describe(again.exception)} with ${runs.length} runs of the tests at the same time`;
        return { kind: "rejected", why: "flaky", tests: [again.nodeId ?? ""], reason };
    }
    const passed = runs.length - failed.length;
    const other = failures[0]?.exception;
    const note = passed === runs.length ? null : other ? describe(other) : "they did not come to their end";
    return { kind: "held", check: { runs: runs.length, passed, otherFailure: note } };
}
const ASSERTION = /(^|\.)AssertionError$/;
/** The exception and those before it, as type and words that do not differ from run to run. */
function exceptionsOf({ exception, chain }) {
    return [exception, ...chain].flatMap(({ type, message }) => type === null || ASSERTION.test(type)
        ? []
        : [`${type.split(".").at(-1) ?? type}: ${(message ?? "").slice(0, 2000).replace(/\d+/g, "0")}`]);
}
function describe({ type, message }) {
    const first = (message ?? "").split("\n")[0]?.slice(0, 200) ?? "";
    return [type ?? "a failure", first].filter((part) => part !== "").join(": ");
}

;// CONCATENATED MODULE: ./.cache/build/steps/run-summary.js
/** The counts of a run; failures of collection count as errors. */
function summaryOf(run) {
    const outcomes = Object.values(run.outcomes);
    const count = (...wanted) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    const uncollected = run.failures.filter(({ phase, nodeId }) => phase === "collect" && (nodeId === null || run.outcomes[nodeId] === undefined)).length;
    return {
        command: run.command,
        exitCode: run.exitCode,
        passed: count("passed", "xpassed"),
        failed: count("failed"),
        errors: count("error") + uncollected,
        skipped: count("skipped", "xfailed"),
        durationSeconds: run.durationSeconds,
    };
}

;// CONCATENATED MODULE: ./.cache/build/steps/confirm.js









/** So many processes at the same time show most of what goes wrong under load, on the two to four cores of a runner. */
const LOAD_RUNS = 4;
/** The whole suite judges all groups together; when it objects, the last group goes and the rest is judged again. */
async function confirmAccepted(accepted, context, tools) {
    if (accepted.length === 0)
        return { accepted, confirmation: null, dropped: 0 };
    return tools.log.section("Verify with the whole suite", async () => confirmLongest(accepted, context, tools));
}
async function confirmLongest(accepted, context, tools) {
    const unchanged = wholeSuiteOnce(context.suite, tools);
    let confirmation = null;
    for (const kept of fallbacks(accepted)) {
        confirmation = await confirm_confirm({ ...context, kept, unchanged }, tools);
        if (confirmation.kind === "confirmed")
            return { accepted: kept, confirmation, dropped: accepted.length - kept.length };
        tools.log.info(`not confirmed: ${confirmation.reason}`);
    }
    return { accepted: [], confirmation, dropped: accepted.length };
}
/**
 * What to judge, one after the other: all groups; where parts of the last one's draft were left out, the same with all of
 * it; then without that group.
 */
function* fallbacks(accepted) {
    for (let kept = accepted; kept.length > 0; kept = kept.slice(0, -1)) {
        yield kept;
        const last = kept.at(-1);
        if (last?.result.whole)
            yield [...kept.slice(0, -1), { ...last, result: { ...last.result, ...last.result.whole } }];
    }
}
function wholeSuiteOnce(seen, tools) {
    let suite = seen;
    return {
        seen: () => suite,
        run: async () => (suite ??= await tools.runner.run({ targets: "all", trace: false })),
    };
}
/**
 * The last word on a patch: the whole suite once, the targets as often as asked and at the same time where that matters,
 * nothing tampered with, and the targets fail again without it. The tree is as checked out afterwards.
 */
async function confirm_confirm(input, tools) {
    const patch = patchOf(input.kept);
    const targets = input.kept.flatMap((entry) => entry.healed);
    const suite = await withPatch(patch, tools, async () => {
        const run = await tools.runner.run({ targets: "all", trace: false });
        return (0,verify_compare/* judgeTargets */.Ui)(targets, run) ?? (await tampering(patch, input.guardedHashes, tools)) ?? run;
    });
    if ("kind" in suite)
        return suite;
    const before = await compared(input, suite, targets);
    if ("kind" in before)
        return before;
    const again = await withPatch(patch, tools, async () => runAgain(input, { patch, targets }, tools));
    if (again.kind === "rejected")
        return again;
    const reverted = await withPatch(controlOf(patch), tools, async () => tools.runner.run({ targets: (0,verify_targets/* selectionOf */.Wm)(targets, input.selections), trace: false }));
    const nothing = { changes: [] };
    const notProven = (0,verify_compare/* judgeReverted */.F3)(targets, reverted) ?? (await tampering(nothing, input.guardedHashes, tools));
    if (notProven)
        return notProven;
    const verification = {
        targets,
        repeat: again.repeats.length + 1,
        targeted: summaryOf(again.repeats[0] ?? suite),
        fullBefore: before,
        fullAfter: summaryOf(suite),
        failsAgainWhenReverted: true,
        ...(again.load === null ? {} : { underLoad: again.load.check }),
    };
    tools.log.info(suiteLine(verification));
    return { kind: "confirmed", verification, remaining: targetsOf(suite.failures) };
}
/** What there was before, when the suite with the patch is no worse; by the job's report where that tells, else by a run. */
async function compared({ report, failures, unchanged }, suite, targets) {
    const isBacked = report !== null && (0,reported_run/* isBackedByReport */.uW)({ report, failing: targetsOf(failures) }, suite, targets);
    if (isBacked && unchanged.seen() === null)
        return (0,reported_run/* reportedSummary */.km)(report);
    const before = await unchanged.run();
    return (0,verify_compare/* judgeSuite */.CA)(before, suite, targets) ?? summaryOf(before);
}
/** The targets once more for each repeat beyond the whole suite's own run of them, at least once, and under load. */
async function runAgain(input, { patch, targets }, tools) {
    const request = { targets: (0,verify_targets/* selectionOf */.Wm)(targets, input.selections), trace: false };
    const repeats = [];
    for (let count = 0; count < Math.max(1, tools.repeat - 1); count++) {
        const run = await tools.runner.run(request);
        const bad = (0,verify_compare/* judgeTargets */.Ui)(targets, run);
        if (bad)
            return { ...bad, why: "flaky", reason: `passed once with the patch, then failed: ${bad.reason}` };
        repeats.push(run);
    }
    const isConcurrent = input.kept.some(({ result }) => result.isConcurrent);
    const load = isConcurrent ? await underLoad(input, targets, tools) : null;
    if (load?.kind === "rejected")
        return load;
    return (await tampering(patch, input.guardedHashes, tools)) ?? { kind: "again", repeats, load };
}
async function underLoad({ kept, failures, selections }, targets, tools) {
    const request = { targets: (0,verify_targets/* selectionOf */.Wm)(targets, selections), trace: false };
    const runs = await Promise.all(Array.from({ length: LOAD_RUNS }, async () => tools.runner.run(request)));
    const healed = failures.filter((failure) => targets.includes((0,verify_targets/* targetOf */.$r)(failure)));
    return judgeUnderLoad(targets, [...healed, ...kept.flatMap(({ group }) => group.failures)], runs);
}
function suiteLine({ fullBefore, fullAfter, targets, underLoad: load }) {
    const counts = ({ passed, failed, errors, skipped }) => `${passed} passed, ${failed} failed, ${errors} errors, ${skipped} skipped`;
    const source = fullBefore.fromReport === true ? " by the job's own report" : "";
    const parallel = load === undefined ? "" : `; ${load.passed} of ${load.runs} passed at the same time`;
    return `before${source}: ${counts(fullBefore)}; with the patch: ${counts(fullAfter)}${parallel}; without it the ${targets.length} fail again`;
}

// EXTERNAL MODULE: ./.cache/build/text/stable-hash.js
var stable_hash = __webpack_require__(4517);
;// CONCATENATED MODULE: ./.cache/build/group/group.js

/**
 * Failures with one cause: the same exception type and message at the same innermost project function. Lines do not
 * count, so that a group keeps its key when a patch above it moves it down. Order of first appearance.
 */
function groupFailures(failures, isProjectFile) {
    const groups = new Map();
    for (const failure of failures) {
        const key = causeOf(failure, isProjectFile);
        groups.set(key, [...(groups.get(key) ?? []), failure]);
    }
    return [...groups].map(([cause, members]) => ({ key: (0,stable_hash/* fingerprint */.R)(cause), failures: members }));
}
function causeOf(failure, isProjectFile) {
    const frame = innermostProjectFrame(failure, isProjectFile);
    const place = frame ? [frame.path, frame.function ?? ""] : [failure.nodeId ?? failure.file ?? "", failure.phase];
    return [failure.exception.type ?? "", withoutVolatileParts(failure.exception.message ?? ""), ...place].join("\n");
}
/** The innermost frame in a project file, of the exception raised last or else of the chain, nearest link first. */
function innermostProjectFrame(failure, isProjectFile) {
    for (const frames of [failure.frames, ...failure.chain.map((link) => link.frames)]) {
        const found = frames.findLast((frame) => isProjectFile(frame.path));
        if (found)
            return found;
    }
    return undefined;
}
/** Addresses and numbers differ from run to run and from test to test; the cause does not. */
function withoutVolatileParts(message) {
    return message
        .slice(0, 2000)
        .replace(/0x[0-9a-fA-F]+/g, "0x")
        .replace(/\d+/g, "0");
}

// EXTERNAL MODULE: ./.cache/build/text/junit-address.js
var junit_address = __webpack_require__(3098);
;// CONCATENATED MODULE: ./.cache/build/verify/known-suite.js


/** Null when nobody knows all that fails: a test that fails with a patch may then have failed before. */
function knownSuite({ suite, failing }, report) {
    if (suite !== null) {
        const all = new Set([...failing, ...suite.failures.map(verify_targets/* targetOf */.$r)]);
        return suite.timedOut ? null : { failing: [...all], tests: suite.collected.length, run: suite };
    }
    if (report?.isComplete !== true)
        return null;
    const all = new Set([...failing, ...report.failures.map(verify_targets/* targetOf */.$r)]);
    return { failing: [...all], tests: report.counts.tests, run: null };
}
/** Starting pytest once more is worth it when the whole suite takes this many seconds, or so many tests. */
const MIN_SECONDS = 20;
const MIN_TESTS = 500;
/** Of the suite, in tests: a larger part is about as dear as the whole. */
const MAX_SHARE = 1 / 3;
/**
 * The targets' whole files when running them may save a run of the whole suite: what a patch breaks, it mostly breaks
 * near the tests that it mends. Empty when the suite is small, or these files are most of it.
 */
function filesWorthRunning(targets, suite) {
    if (suite === null || targets.includes(verify_targets/* SESSION */.fW))
        return [];
    const files = new Set(targets.map((target) => (0,junit_address/* splitNodeId */.AO)(target).path));
    if (suite.run === null)
        return suite.tests >= MIN_TESTS ? [...files] : [];
    const below = suite.run.collected.filter((id) => files.has((0,junit_address/* splitNodeId */.AO)(id).path)).length;
    const isWorth = suite.run.durationSeconds >= MIN_SECONDS && below <= suite.tests * MAX_SHARE;
    return isWorth ? [...files] : [];
}

// EXTERNAL MODULE: ./.cache/build/verify/time-budget.js
var time_budget = __webpack_require__(8384);
;// CONCATENATED MODULE: ./.cache/build/locate/locate.js
/** Frames of one exception weigh less with each step outward; executed functions less with each call below the test. */
const FRAME_WEIGHT = 1000;
const RAISED_WEIGHT = 900;
const EXECUTED_WEIGHT = 500;
/**
 * Where the fault of a group may lie, likeliest first, each function once: project frames of the exceptions, innermost
 * first, then frames of exceptions that were swallowed on the way, then the functions that the tests executed.
 */
function locate(group, evidence, isProjectFile) {
    const found = [
        ...group.failures.flatMap((failure) => fromFrames(failure.frames, FRAME_WEIGHT, "raised here")),
        ...group.failures.flatMap((failure) => failure.chain.flatMap((link) => fromFrames(link.frames, FRAME_WEIGHT - 1, "in the chain"))),
        ...evidence.raised.flatMap((raised) => fromFrames(raised.frames, RAISED_WEIGHT, "an exception was made here")),
        ...evidence.neverAwaited.flatMap((made) => fromFrames(made.frames, RAISED_WEIGHT, "a coroutine was dropped here")),
        ...evidence.executed.map((run) => ({
            path: run.path,
            function: run.name,
            line: run.line,
            score: EXECUTED_WEIGHT - run.depth,
            reason: "executed by the failing test",
        })),
    ];
    return bestOfEach(found.filter((location) => isProjectFile(location.path)));
}
function fromFrames(frames, weight, reason) {
    return frames.map((frame, index) => ({
        path: frame.path,
        function: frame.function,
        line: frame.line,
        score: weight - 2 * (frames.length - 1 - index),
        reason,
    }));
}
function bestOfEach(locations) {
    const best = new Map();
    for (const location of locations.toSorted((a, b) => b.score - a.score)) {
        const key = `${location.path}\n${location.function ?? location.line}`;
        if (!best.has(key))
            best.set(key, location);
    }
    return [...best.values()];
}

;// CONCATENATED MODULE: ./.cache/build/verify/progress.js



/** Exceptions that an edit of ours may itself have caused: they are never progress. */
const BREAKAGE = /(^|\.)(SyntaxError|IndentationError|TabError|NameError|UnboundLocalError|ImportError|ModuleNotFoundError|CircularImportError)$/;
/**
 * Whether a run with a candidate is a step forward: some targets pass, or fail at another place or with another
 * exception, and none fails by breakage or earlier than before. Undefined when it is not.
 */
function progressOf(before, run) {
    if ((0,verify_compare/* runFault */.C5)(run))
        return undefined;
    const targets = [...new Set(before.failures.map(verify_targets/* targetOf */.$r))];
    const healed = targets.filter((target) => (0,verify_targets/* passes */.WE)(target, run));
    const open = targets.filter((target) => !healed.includes(target));
    const moved = open.filter((target) => isDeeper(before, run, target));
    const isSame = (target) => signatures(before, target) === signatures(run, target);
    if (open.some((target) => !moved.includes(target) && !isSame(target)))
        return undefined;
    return healed.length + moved.length > 0 ? { healed, moved } : undefined;
}
function isDeeper(before, run, target) {
    const now = run.failures.filter((failure) => (0,verify_targets/* belongsTo */.g4)(failure, target));
    if (now.length === 0 || signatures(before, target) === signatures(run, target))
        return false;
    if (now.some((failure) => isBreakage(failure, before.failures)))
        return false;
    const earlier = before.failures.filter((failure) => (0,verify_targets/* targetOf */.$r)(failure) === target);
    return Math.max(...now.map(phaseRank)) >= Math.min(...earlier.map(phaseRank));
}
function isBreakage(failure, before) {
    const type = failure.exception.type ?? "";
    return BREAKAGE.test(type) && !before.some((earlier) => earlier.exception.message === failure.exception.message);
}
function phaseRank(failure) {
    return { collect: 0, setup: 1, call: 2, teardown: 3 }[failure.phase];
}
function signatures(run, target) {
    const own = run.failures.filter((failure) => (0,verify_targets/* belongsTo */.g4)(failure, target));
    return own
        .map((failure) => signatureOf(failure, run.evidence[failure.nodeId ?? ""]))
        .toSorted()
        .join("\n\n");
}
/**
 * SQLAlchemy's message is the same for every attribute, so what was being loaded counts too; so do dropped coroutines,
 * which may be all that changes while the assertion stays.
 */
function signatureOf(failure, evidence = NO_EVIDENCE) {
    const innermost = failure.frames.at(-1);
    const message = (failure.exception.message ?? "").slice(0, 2000).replace(/0x[0-9a-fA-F]+/g, "0x");
    const loads = evidence.raised.map(({ load }) => (load ? `${load.model}.${load.attributes.join(",")}` : ""));
    const dropped = evidence.neverAwaited.map((entry) => entry.coroutine);
    const parts = [failure.phase, failure.exception.type, message, innermost?.path, innermost?.function];
    return [...parts, ...new Set(loads), ...dropped].join("\n");
}

;// CONCATENATED MODULE: ./.cache/build/verify/concurrency.js


const ASYNC_NODES = new Set(["AsyncFunctionDef", "Await", "AsyncWith", "AsyncFor"]);
/** Exceptions and words of event loops, greenlets and threads, of whatever library. */
const TYPES = /(^|\.)(MissingGreenlet|CancelledError|InvalidStateError|IllegalStateChangeError|BrokenBarrierError)$/;
const WORDS = /\b(greenlet|coroutine|event loop|never awaited|deadlock|another operation is in progress|thread)\b/i;
/** Whether what was mended is about things that happen at the same time, by what failed. */
function failsByConcurrency(failures, evidence) {
    const raised = [...failures.flatMap(({ exception, chain }) => [exception, ...chain]), ...evidence.raised];
    const isNamed = raised.some(({ type, message }) => TYPES.test(type ?? "") || WORDS.test((message ?? "").slice(0, 500)));
    return isNamed || evidence.neverAwaited.length > 0;
}
/** Whether the lines that a change takes or brings belong to code that awaits, on either side of it. */
function changesAsyncCode({ before, after }, modules) {
    const hunks = (0,line_diff/* diffLines */.Pp)((0,line_diff/* splitLines */.uz)(before), (0,line_diff/* splitLines */.uz)(after));
    const old = hunks.map(({ beforeStart, beforeEnd }) => ({ first: beforeStart + 1, last: beforeEnd }));
    const fresh = hunks.map(({ afterStart, afterEnd }) => ({ first: afterStart + 1, last: afterEnd }));
    return touchesAsync(modules.before, old) || touchesAsync(modules.after, fresh);
}
function touchesAsync(module, ranges) {
    if (module === undefined)
        return false;
    const isTouched = (node) => ranges.some(({ first, last }) => node.line <= last && (0,tree/* lastLine */.fM)(module, node) >= first);
    return [...(0,tree/* walk */.GG)(module.tree)].some((node) => ASYNC_NODES.has(node.kind) && isTouched(node));
}

;// CONCATENATED MODULE: ./.cache/build/draft/draft.js
/** Candidates for one group, recipes first and in their order, one at a time: each is asked only when it is needed. */
async function* draftCandidates({ recipes, drafters }, input) {
    yield* recipeCandidates(recipes, input);
    for (const drafter of drafters)
        yield* drafter(input);
}
function* recipeCandidates(recipes, input) {
    for (const recipe of recipes) {
        for (const draft of recipe.draft(input)) {
            if (draft.edits.length === 0)
                continue;
            yield {
                origin: { kind: "recipe", id: recipe.id },
                edits: draft.edits,
                rationale: draft.rationale,
                leftAlone: draft.leftAlone,
                mayEditTests: false,
            };
        }
    }
}

// EXTERNAL MODULE: ./.cache/build/text/refusal-text.js
var refusal_text = __webpack_require__(207);
;// CONCATENATED MODULE: ./.cache/build/steps/attempt.js

/** For the record: a candidate and what became of it. */
function attemptOf(groupKey, candidate, verdict) {
    const paths = [...new Set(candidate.edits.map((edit) => edit.path))];
    return { groupKey, origin: candidate.origin, paths, rationale: candidate.rationale, verdict };
}
/** For people. */
function originName({ origin }) {
    return origin.kind === "recipe" ? `recipe ${origin.id}` : `LLM ${origin.model}`;
}
/** One line for people; the parts it quotes may be foreign. */
function verdictLine(verdict) {
    switch (verdict.kind) {
        case "plausible":
            return "the target tests pass with it";
        case "refused":
            return `refused: ${verdict.reasons.map(refusal_text/* refusalText */.K).join("; ")}`;
        case "mismatch":
            return `does not fit ${verdict.path}: ${verdict.reason}`;
        case "rejected":
            return verdict.why === "moved" ? verdict.reason : `rejected: ${verdict.reason}`;
    }
}

;// CONCATENATED MODULE: ./.cache/build/steps/minimise.js



/** Each part left out costs a run of the targets; of more hunks than these, neighbours go together. */
const MAX_PARTS = 6;
/** The trial of a candidate; of one that holds, the trial of what is left of it without the parts that nothing needs. */
async function trySmallest(input, sources, tools) {
    const whole = { candidate: input.candidate, trial: await tryOut(input, sources, tools) };
    if (whole.trial.verdict.kind !== "plausible")
        return { ...whole, whole: null };
    const smallest = await minimise(whole, input, { sources, tools });
    return { ...smallest, whole: smallest.candidate === whole.candidate ? null : whole };
}
/**
 * A candidate that holds, without the parts that its targets pass without: each is left out once, the last of a file
 * first, since what stands above (an import) often only serves what stands below. A recipe's edits belong together and
 * stay as they are.
 */
async function minimise({ candidate, trial }, input, { sources, tools }) {
    const texts = new Map([...input.project.modules].map(([path, module]) => [path, module.text]));
    const parts = candidate.origin.kind === "llm" ? minimise_partsOf(candidate, texts) : [];
    let best = { candidate, trial, parts };
    for (const part of parts.toReversed()) {
        const rest = best.parts.filter((entry) => entry !== part);
        if (rest.length === 0)
            break;
        const smaller = { ...candidate, edits: rest.flat() };
        const tried = await tryOut({ ...input, candidate: smaller, files: [] }, sources, tools);
        if (tried.verdict.kind === "plausible")
            best = { candidate: smaller, trial: tried, parts: rest };
    }
    return { candidate: best.candidate, trial: best.trial };
}
/** The change as hunks of lines, in order, at most so many parts; nothing when there is only one. */
function minimise_partsOf(candidate, texts) {
    const paths = new Set(candidate.edits.map((edit) => edit.path));
    const hunks = [...paths].flatMap((path) => hunksOf(candidate, path, texts.get(path) ?? ""));
    if (hunks.length < 2)
        return [];
    const size = Math.ceil(hunks.length / MAX_PARTS);
    const count = Math.ceil(hunks.length / size);
    return Array.from({ length: count }, (_, at) => hunks.slice(at * size, (at + 1) * size));
}
function hunksOf({ edits }, path, text) {
    const changed = applyEdits(text, edits.filter((edit) => edit.path === path));
    if (typeof changed !== "string")
        return [];
    const [before, after] = [(0,line_diff/* splitLines */.uz)(text), (0,line_diff/* splitLines */.uz)(changed)];
    const starts = startsOf(before);
    return (0,line_diff/* diffLines */.Pp)(before, after).map(({ beforeStart, beforeEnd, afterStart, afterEnd }) => ({
        path,
        start: starts[beforeStart] ?? text.length,
        end: starts[beforeEnd] ?? text.length,
        text: after.slice(afterStart, afterEnd).join(""),
    }));
}
/** Where each line starts. */
function startsOf(lines) {
    let position = 0;
    return lines.map((line) => {
        const start = position;
        position += line.length;
        return start;
    });
}

;// CONCATENATED MODULE: ./.cache/build/steps/heal-group.js










/** A mended fault may show the next one behind it; deeper than this a person should look. */
const MAX_ROUNDS = 5;
/** Trials of one round; each costs a run of the group's tests. */
const MAX_TRIALS = 8;
/** Starting pytest costs more than this many tests usually do. */
const MAX_ALONGSIDE = 50;
/**
 * Tries candidates for one group, a round for each fault on the way: a candidate that makes all targets pass ends it, one
 * that makes them fail elsewhere is built upon. What is returned made at least one target pass, or is empty.
 */
async function healGroup(input, sources, tools) {
    const attempts = [];
    const tried = new Set();
    let state = {
        patch: input.earlier,
        steps: [],
        healed: [],
        seen: ownObservation(input),
        run: null,
        whole: null,
    };
    let best = state;
    for (let round = 1; round <= MAX_ROUNDS && state.seen.failures.length > 0 && !input.isTimeUp(); round++) {
        const known = await observed(state, input.selections, tools);
        const next = await improve({ ...input, state: known, attempts, tried }, sources, tools);
        if (!next)
            break;
        if (next.healed.length > best.healed.length)
            best = next;
        state = next;
    }
    const ran = new Set([...targetsOf(input.group.failures), ...alongside(input)]);
    const ranAll = targetsOf(input.seen.failures).every((target) => ran.has(target));
    const isConcurrent = best.healed.length > 0 && (await isAboutConcurrency(input, best.patch, sources));
    const { healed, patch, steps, run, whole } = best;
    return { healed, patch, steps, attempts, run: ranAll ? run : null, whole, isConcurrent };
}
async function isAboutConcurrency({ group, seen }, patch, sources) {
    if (failsByConcurrency(group.failures, evidenceOf({ failures: group.failures, evidence: seen.evidence })))
        return true;
    const before = await sources.parse(patch.changes.map((change) => ({ path: change.path, text: change.before })));
    const after = await sources.parse(patch.changes.map((change) => ({ path: change.path, text: change.after })));
    return patch.changes.some((change) => changesAsyncCode(change, { before: before.get(change.path), after: after.get(change.path) }));
}
/**
 * A state that was reached without tracing, in this group or in one before it, is run once more with it: the next round
 * needs the evidence.
 */
async function observed(state, selections, tools) {
    if (state.patch.changes.length === 0 || wasTraced(state.seen))
        return state;
    const targets = targetsOf(state.seen.failures);
    const run = await withPatch(state.patch, tools, async () => tools.runner.run({ targets: (0,verify_targets/* selectionOf */.Wm)(targets, selections), trace: true }));
    const seen = stillFailing(state.seen, run);
    return run.timedOut || seen.failures.length === 0 ? state : { ...state, seen };
}
/**
 * Tests of other groups that run in this group's trials too, so that what a patch heals along is known without a run of
 * its own; none when there are many.
 */
function alongside({ group, seen }) {
    const own = new Set(targetsOf(group.failures));
    const others = targetsOf(seen.failures.filter(({ phase }) => phase !== "collect")).filter((target) => !own.has(target));
    return others.length <= MAX_ALONGSIDE ? others : [];
}
function ownObservation({ group, seen }) {
    return { failures: group.failures, evidence: seen.evidence };
}
/** The first candidate that makes all open targets pass, else the first that gets further; undefined when none does. */
async function improve(round, sources, tools) {
    const { state, group } = round;
    const open = { key: group.key, failures: state.seen.failures };
    const evidence = evidenceOf(state.seen);
    const project = await sources.load(seedsOf(open, evidence, await tools.workspace.trackedFiles()), state.patch);
    let further;
    let trials = 0;
    const input = { group: open, evidence, project, packages: round.packages };
    for await (const candidate of draftCandidates(tools, input)) {
        if (round.isTestAtFault && !candidate.mayEditTests)
            continue;
        if (trials++ >= MAX_TRIALS || round.isTimeUp())
            break;
        const next = await trial(round, { candidate, project }, { sources, tools });
        if (next && next.seen.failures.length === 0)
            return next;
        further ??= next;
    }
    return further;
}
async function trial(round, { candidate, project }, { sources, tools }) {
    const { state } = round;
    const key = JSON.stringify([state.patch.changes.map((change) => change.after), candidate.edits]);
    if (round.tried.has(key))
        return undefined;
    round.tried.add(key);
    const targets = targetsOf(state.seen.failures);
    const trace = hasObservations(state.seen);
    const { packages, selections, suite } = round;
    const input = {
        project,
        packages,
        earlier: state.patch,
        targets,
        alongside: alongside(round),
        selections,
        files: filesWorthRunning(targets, suite),
        failing: suite?.failing ?? [],
        trace,
    };
    const { candidate: kept, trial: result, whole } = await trySmallest({ ...input, candidate }, sources, tools);
    const hasMoved = isStepForward(result, state.seen);
    const verdict = hasMoved ? movedOn(result.verdict, targets, result.run) : result.verdict;
    round.attempts.push(attemptOf(round.group.key, kept, verdict));
    tools.log.info(`${originName(candidate)}: ${verdictLine(verdict)}`);
    const leftAlone = withTexts(candidate.leftAlone, project);
    if (!result.patch || !result.run || (verdict.kind !== "plausible" && !hasMoved))
        return undefined;
    return {
        patch: result.patch,
        steps: [...state.steps, { ...kept, leftAlone }],
        healed: [...state.healed, ...targets.filter((target) => result.run !== null && (0,verify_targets/* passes */.WE)(target, result.run))],
        seen: stillFailing(state.seen, result.run),
        run: result.run,
        whole: whole && alternative([...state.steps, { ...whole.candidate, leftAlone }], whole.trial),
    };
}
function alternative(steps, { patch }) {
    return patch && { patch, steps };
}
/** That targets pass is no step forward when other tests broke. */
function isStepForward({ verdict, run }, before) {
    const isRegression = verdict.kind === "rejected" && verdict.why === "regression";
    return !isRegression && run !== null && progressOf(before, run) !== undefined;
}
/** A rejection that is a step forward says where it led. */
function movedOn(verdict, targets, run) {
    if (verdict.kind !== "rejected")
        return verdict;
    const failures = run?.failures ?? [];
    const next = (failures.find((failure) => targets.includes((0,verify_targets/* targetOf */.$r)(failure))) ?? failures[0])?.exception;
    const what = next ? `${next.type ?? "a failure"}: ${(next.message ?? "").slice(0, 200)}` : "another one";
    return { ...verdict, why: "moved", reason: `built upon: the next failure is ${what}` };
}
/** Places with their lines' texts: later patches may move them or mend them. */
function withTexts(places, { modules }) {
    return places.map((place) => {
        const lines = modules.get(place.path)?.text.split(/\r\n|\r|\n/) ?? [];
        const text = lines[place.line - 1]?.trim();
        return text ? { ...place, text } : place;
    });
}
function seedsOf(group, evidence, trackedFiles) {
    const tracked = new Set(trackedFiles);
    const located = locate(group, evidence, (path) => tracked.has(path)).map((location) => location.path);
    const tests = group.failures.flatMap((failure) => [failure.file ?? "", (failure.nodeId ?? "").split("::")[0] ?? ""]);
    return [...located, ...tests];
}

;// CONCATENATED MODULE: ./.cache/build/group/machine.js
const ANY = /(?:)/;
const SYSTEM = /^(?:OSError|IOError|\w*Error|Exception)$/;
/** What the machine lacks: room, memory, rights, programs, libraries; and runs that were ended from outside. */
const MACHINE_SIGNS = [
    {
        type: SYSTEM,
        message: /^\[Errno 28\]|\[WinError 112\]|database or disk is full|No space left on device/,
        advice: () => "The disk is full; free some room in this job before the tests run.",
    },
    {
        type: SYSTEM,
        message: /^\[Errno 122\]|Disk quota exceeded/,
        advice: () => "The disk quota is used up; free some room before the tests run.",
    },
    {
        type: SYSTEM,
        message: /^\[Errno 30\] Read-only file system(?:: (.{1,300}))?/,
        advice: ([, path = "a file"]) => `The file system holds ${path} for reading only; let the tests write elsewhere.`,
    },
    {
        type: /^PermissionError$/,
        message: /^\[Errno 13\] Permission denied: '((?:\/|[A-Za-z]:)[^'\n]{1,300})'/,
        advice: ([, path = ""], _thrown, scene) => isInRepository(path, scene)
            ? undefined
            : `The tests may not use ${path}; give this job the right to, or another place.`,
    },
    {
        type: SYSTEM,
        message: /^\[Errno 24\] Too many open files/,
        advice: () => "Too many files are open at once; raise the limit (ulimit -n), or see who leaves them open.",
    },
    {
        type: /MemoryError$/,
        message: ANY,
        advice: () => "Memory ran out; use a larger runner or run fewer tests at once.",
    },
    {
        type: SYSTEM,
        message: /^\[Errno 12\] Cannot allocate memory|^can't start new thread$|^\[Errno 11\] Resource temporarily unavailable/,
        advice: () => "The system gave no more memory or threads; use a larger runner or run fewer tests at once.",
    },
    {
        type: /^FileNotFoundError$/,
        message: /^\[Errno 2\] No such file or directory: '([\w.+-]{1,100}|\/(?:usr|bin|sbin|opt)\/[^'\n ]{1,200})'$/,
        advice: ([, program = ""], { innermost }) => isStartOfProcess(innermost?.path ?? "")
            ? `The program ${program} is not installed; install it in this job before the tests run.`
            : undefined,
    },
    {
        type: /^(?:ExecutableNotFound|GitCommandNotFound|TesseractNotFoundError|PDFInfoNotInstalledError|NoSuchDriverException)$/,
        message: ANY,
        advice: () => "A program that a library starts is not installed; install it in this job before the tests run.",
    },
    {
        type: /^Error$/,
        message: /Executable doesn't exist at/,
        advice: () => "The browser of Playwright is not installed; run `playwright install` in this job.",
    },
    {
        type: /^(?:ImportError|OSError|ModuleNotFoundError)$/,
        message: /^(?:Unable to load shared library.{0,200}|[^\n]{0,200}?)\b(lib[\w.+-]{1,100}?\.(?:so|dylib)[\w.]*): cannot open shared object file/,
        advice: ([, library = ""]) => `The system library ${library} is not installed; install the package that has it in this job.`,
    },
    {
        type: /^(?:ImportError|OSError)$/,
        message: /Library not loaded|DLL load failed|version `GLIBC(?:XX)?_[\d.]+' not found|undefined symbol|invalid ELF header|incompatible architecture/,
        advice: () => "A compiled library cannot be loaded on this machine; install a build of its package that fits it.",
    },
    {
        type: /^(?:ImportError|ValueError|RuntimeError|AttributeError)$/,
        message: /numpy\.dtype size changed|compiled using NumPy 1\.x cannot be run|numpy\.core\.multiarray failed to import|module compiled against (?:ABI|API) version/i,
        advice: () => "An installed package was built for another NumPy; install versions that fit each other.",
    },
    {
        type: /^$/,
        message: /^the test process was ended by SIG(?:KILL|TERM) while this test was running|^the test process ended with exit code (?:137|143) while/,
        advice: () => "The test run was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.",
    },
    {
        type: /^$/,
        message: /^the time limit of (\d+) seconds was reached while this test was running/,
        advice: ([, seconds = ""]) => `The run reached its time limit of ${seconds} seconds in this test; raise the input \`timeout\`, or see why the test hangs.`,
    },
    {
        type: /^$/,
        message: /^the test process wrote nothing and did no work for (\d+) seconds while this test was running/,
        advice: ([, seconds = ""]) => `The test waited for ${seconds} seconds without doing anything; what it waits for does not exist in this job.`,
    },
];
/** By the tracked folders on its way: where the repository lies is not known here. */
function isInRepository(path, { trackedFiles }) {
    const slashed = path.replaceAll("\\", "/");
    const folders = new Set(trackedFiles.map((file) => file.slice(0, Math.max(0, file.lastIndexOf("/")))));
    return [...folders].some((folder) => folder !== "" && slashed.includes(`/${folder}/`));
}
function isStartOfProcess(path) {
    return /(?:^|\/)(?:subprocess|asyncio\/(?:base_events|unix_events|windows_events|subprocess)|pexpect\/.*|ptyprocess\/.*)(?:\.py)?$/.test(path.replaceAll("\\", "/"));
}

;// CONCATENATED MODULE: ./.cache/build/text/near.js
/**
 * True when one letter more, less, exchanged or swapped with its neighbour makes one name of the other. Short names and
 * mere digits do not count: `boto` and `boto3` are two packages.
 */
function isNear(left, right) {
    const shorter = Math.min(left.length, right.length);
    if (shorter < 4 || Math.abs(left.length - right.length) > 1 || letters(left) === letters(right))
        return false;
    const start = common(left, right, shorter);
    const end = common(reversed(left), reversed(right), shorter - start);
    const one = left.slice(start, left.length - end);
    const other = right.slice(start, right.length - end);
    return Math.max(one.length, other.length) <= 1 || (one.length === 2 && one === reversed(other));
}
function letters(name) {
    return name.replaceAll(/\d/g, "");
}
/** How many characters both begin with, at most `limit`. */
function common(left, right, limit) {
    let count = 0;
    while (count < limit && left[count] === right[count])
        count += 1;
    return count;
}
function reversed(text) {
    return text.split("").toReversed().join("");
}

// EXTERNAL MODULE: ./.cache/build/text/frame-owner.js
var frame_owner = __webpack_require__(5216);
;// CONCATENATED MODULE: ./.cache/build/group/scene.js


/**
 * Packages that stand in for servers, files or time: an exception that went through one of them says nothing about the
 * real ones.
 */
const STAND_INS = /(?:^|\/)(?:unittest\/mock\.py|(?:mock|responses|respx|requests_mock|httpretty|pytest_httpx|aioresponses|vcr|pytest_recording|pytest_socket|pyfakefs|moto|fakeredis|mongomock|flexmock|pook|httmock|mocket)\/[^/]|responses\.py)/;
/** Exceptions that may be why a test fails, the last first; none when a stand-in had its hands in it. */
function thrownBy(failure, scene) {
    const all = [
        { ...thrownOf(failure.exception, failure.frames, scene), relation: "cause" },
        ...failure.chain.map((link) => ({ ...thrownOf(link, link.frames, scene), relation: link.relation })),
    ];
    if (all.some(({ frames }) => frames.some(({ path }) => isStandIn(path, scene))))
        return [];
    // A fault within an `except` block of our own hides what was being handled; a `raise` there, or a library, passes it on.
    const end = all.findIndex((one, at) => at > 0 && one.relation === "context" && isAccident(all[at - 1]));
    return end < 0 ? all : all.slice(0, end);
}
function isAccident(outer) {
    return outer !== undefined && (outer.owner === "project" || outer.owner === "test") && !outer.isOwnWord;
}
function isStandIn(path, scene) {
    return STAND_INS.test(path.replaceAll("\\", "/")) && !isTracked(path, scene);
}
function thrownOf({ type, message }, frames, scene) {
    const innermost = frames.findLast(({ path }) => path !== "<string>");
    const owner = innermost === undefined ? null : ownerIn(innermost.path, scene);
    const isOwn = owner === "project" || owner === "test";
    return {
        name: (type ?? "").split(".").at(-1) ?? "",
        message: message ?? "",
        frames,
        innermost,
        owner,
        isOwnWord: isOwn && innermost !== undefined && /\braise\b|\.throw\(/.test(lineAt(innermost, scene) ?? ""),
    };
}
/** Whose code a file is, as this run knows it: test files are what pytest took for such. */
function ownerIn(path, scene) {
    if (scene.testFiles.has(path))
        return "test";
    if (isTracked(path, scene))
        return "project";
    const { owner } = (0,frame_owner/* ownerOf */.b)(path);
    // Absolute paths are outside the repository: nothing there is ours to edit.
    return path.startsWith("/") || /^[A-Za-z]:/.test(path)
        ? owner === "project" || owner === "test"
            ? "dependency"
            : owner
        : owner;
}
function isTracked(path, { trackedFiles }) {
    return trackedFiles.includes(path);
}
function lineAt({ path, line }, scene) {
    return scene.textOf(path)?.split(/\r\n|\r|\n/)[line - 1];
}
/** The project's file for a dotted module name, or undefined when the project has none. */
function moduleFile(dotted, { trackedFiles }) {
    return (0,imported_file/* importedFile */.f)(trackedFiles, "", { source: dotted, level: 0 });
}
/** True when the project has a module or package of this name anywhere, be it importable by that name or not. */
function hasModuleNamed(name, { trackedFiles }) {
    return trackedFiles.some((path) => path === `${name}.py` ||
        path.endsWith(`/${name}.py`) ||
        path.startsWith(`${name}/`) ||
        path.includes(`/${name}/`));
}
/** `3.11.7` as [3, 11]. */
function minorOf(version) {
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
    return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}
function isOlder(version, than) {
    return version[0] < than[0] || (version[0] === than[0] && version[1] < than[1]);
}
/** The installed package whose code raised it, as its folder is called; undefined when it is no package's. */
function installedPackage({ owner, innermost }) {
    const path = owner === "dependency" ? (innermost?.path.replaceAll("\\", "/") ?? "") : "";
    return /(?:site|dist)-packages\/([\w-]{1,200}?)(?:\.py|\/)/.exec(path)?.[1];
}

;// CONCATENATED MODULE: ./.cache/build/group/standard-modules.js
/**
 * Modules that Python took out of its library, and the version without them: "Removed" in "What's New in Python 3.x" of
 * 3.8 to 3.14 (PEP 594 for 3.13). Who imports one has a fault in the code, not a package to install.
 */
const REMOVED = [
    {
        since: [3, 0],
        modules: "BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser MimeWriter Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tkinter UserDict UserList UserString __builtin__ anydbm cPickle cStringIO commands compiler cookielib copy_reg dbhash dircache dummy_thread exceptions fpformat gdbm htmlentitydefs htmllib httplib ihooks imputil md5 mhlib mimetools mimify multifile mutex new os2emxpath popen2 posixfile repr rexec rfc822 robotparser sets sgmllib sha sre strop sunaudio thread tkFileDialog tkMessageBox toaiff urllib2 urlparse user whichdb xmllib xmlrpclib",
    },
    { since: [3, 8], modules: "macpath" },
    { since: [3, 9], modules: "_dummy_threading dummy_threading" },
    { since: [3, 10], modules: "formatter parser symbol" },
    { since: [3, 11], modules: "binhex" },
    { since: [3, 12], modules: "asynchat asyncore distutils imp smtpd" },
    {
        since: [3, 13],
        modules: "aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau telnetlib uu xdrlib",
    },
];
/** Modules that came into the library, with the version: "New Modules" of the same pages. */
const ADDED = [
    { since: [3, 9], modules: "graphlib zoneinfo" },
    { since: [3, 11], modules: "tomllib" },
    { since: [3, 14], modules: "annotationlib compression" },
];
/** The version that no longer has a module of the library; undefined when it never was one, or still is. */
function removedIn(module) {
    return sinceIn(REMOVED, module);
}
/** The first version that has a module of the library, where older ones are still about. */
function addedIn(module) {
    return sinceIn(ADDED, module);
}
function sinceIn(table, module) {
    const root = module.split(".")[0] ?? module;
    return table.find(({ modules }) => modules.split(" ").includes(root))?.since;
}

;// CONCATENATED MODULE: ./.cache/build/group/modules.js



/** Packages that several distributions fill: a missing part of one is a distribution that is not installed. */
const SHARED = new Set([
    "google",
    "azure",
    "zope",
    "backports",
    "ruamel",
    "opentelemetry",
    "sphinxcontrib",
    "jaraco",
    "mpl_toolkits",
    "plone",
    "oslo",
    "databricks",
    "snowflake",
]);
/**
 * Says what to install when an import fails for want of a package. What the code gets wrong is left alone: a module of
 * the project that is not there, one that Python or a package took away, a name that is spelt wrong.
 */
function missingModule(thrown, scene) {
    if (thrown.name === "ImportError")
        return misfit(thrown, scene);
    const wanted = thrown.name === "ModuleNotFoundError" ? wantedModule(thrown.message) : undefined;
    if (wanted === undefined)
        return undefined;
    const importer = installedPackage(thrown);
    if (importer !== undefined && moduleFile(rootOf(wanted), scene) === undefined) {
        return adviceFor(wanted, importer, scene);
    }
    return removedIn(wanted) ? undefined : (tooNew(wanted, scene) ?? notThere(wanted, scene));
}
/** "'shop' is not a package" behind it tells that a file stands where a package is meant. */
function wantedModule(message) {
    const [, wanted, rest = ""] = /^No module named '?([\w.]{1,300})'?(.*)/.exec(message) ?? [];
    return rest.includes("is not a package") ? undefined : wanted;
}
/** A module that came into Python's library after the version that runs. */
function tooNew(wanted, { interpreter }) {
    const since = addedIn(wanted);
    const version = minorOf(interpreter?.version ?? "");
    if (!since || !version)
        return undefined;
    return `The module ${wanted} came with Python ${since.join(".")}, and this job runs ${version.join(".")}; use a newer Python, or install its backport.`;
}
function notThere(wanted, scene) {
    const root = rootOf(wanted);
    if (hasModuleNamed(root, scene))
        return wanted === root ? notInstalled(root, scene) : undefined;
    // Of an installed package a part is asked for that it does not have: it moved, or never was.
    if (wanted !== root && !SHARED.has(root))
        return undefined;
    return isMisspelt(root, scene) ? undefined : adviceFor(wanted, undefined, scene);
}
function rootOf(dotted) {
    return dotted.split(".")[0] ?? dotted;
}
function adviceFor(wanted, importer, scene) {
    const root = rootOf(wanted);
    const removed = removedIn(root);
    const version = minorOf(scene.interpreter?.version ?? "");
    if (removed && importer !== undefined) {
        return `The installed ${importer} needs ${root}, which Python ${(version ?? removed).join(".")} no longer has; install a newer ${importer}.`;
    }
    const forWhom = importer === undefined ? "" : `, which ${importer} needs,`;
    return `The package that provides ${wanted}${forWhom} is not installed; add it to what this job installs.`;
}
/**
 * The project's own top-level package that Python does not find: in the root or in a source folder, where only an
 * installation or pytest's `pythonpath` leads. A module of that name inside a package is another matter: the import is
 * written wrong.
 */
function notInstalled(root, scene) {
    const file = moduleFile(root, scene);
    if (file === undefined)
        return undefined;
    const folder = file.replace(new RegExp(`(?:^|/)${root}(?:\\.py|/__init__\\.py)$`), "");
    const isSourceFolder = folder === "" || /(?:^|\/)(?:src|lib|python|source)$/.test(folder) || hasBuildFile(folder, scene);
    if (!isSourceFolder)
        return undefined;
    const where = folder === "" ? "the root of the repository" : `the folder ${folder}`;
    return `The project's own package ${root} is in ${where}, where Python does not look in this job; install the project (pip install -e .), or set pytest's \`pythonpath\` (pytest 7 or newer).`;
}
function hasBuildFile(folder, { trackedFiles }) {
    return ["pyproject.toml", "setup.py", "setup.cfg"].some((name) => trackedFiles.includes(`${folder}/${name}`));
}
/** Close to a name that would do: advice to install what is spelt wrong could lead to somebody's trap. */
function isMisspelt(root, { interpreter, trackedFiles }) {
    const installed = Object.keys(interpreter?.packages ?? {}).map((name) => name.replaceAll("-", "_"));
    const own = trackedFiles.flatMap((path) => path.split("/").map((part) => part.replace(/\.py$/, "")));
    return [...installed, ...own].some((name) => isNear(root.toLowerCase(), name.toLowerCase()));
}
/** An import between installed packages fails: their versions do not fit each other, and no line of ours is involved. */
function misfit(thrown, scene) {
    const importer = installedPackage(thrown);
    const [, name = "", source = ""] = CANNOT_IMPORT.exec(thrown.message) ?? [];
    const root = rootOf(source);
    if (importer === undefined || name === "" || importer === root)
        return undefined;
    // A file of ours that has the name of a library's module is what gets imported in its stead.
    if (hasModuleNamed(root, scene))
        return undefined;
    return `The installed ${importer} wants ${name} of ${source}, which the installed ${root} does not have; install versions that fit each other.`;
}
const CANNOT_IMPORT = /^cannot import name '(\w{1,200})' from '([\w.]{1,300})'/;
const REFUSED_ARGUMENT = /^(\w{1,200})\.__init__\(\) got an unexpected keyword argument '(\w{1,200})'/;
/**
 * A library calls another one with an argument that it does not take: the same, seen later. Not so when a class of the
 * project has that name.
 */
function misfitCall(thrown, scene) {
    const importer = thrown.name === "TypeError" ? installedPackage(thrown) : undefined;
    const [, type = "", argument = ""] = REFUSED_ARGUMENT.exec(thrown.message) ?? [];
    if (importer === undefined || type === "" || scene.definesClass(type))
        return undefined;
    return `The installed ${importer} gives ${type} the argument ${argument}, which the installed version does not take; install versions that fit each other.`;
}

;// CONCATENATED MODULE: ./.cache/build/group/python-version.js

/** What fails when Python is too old for the code: words it does not know, names it does not have. */
const TELLING = new Set([
    "SyntaxError",
    "ImportError",
    "ModuleNotFoundError",
    "AttributeError",
    "TypeError",
    "NameError",
]);
const SETTINGS = [
    { file: "pyproject.toml", pattern: /^[ \t]*requires-python[ \t]*=[ \t]*["']([^"'\n]{1,100})["']/m },
    { file: "pyproject.toml", pattern: /^[ \t]*python[ \t]*=[ \t]*["']([^"'\n]{1,100})["']/m },
    { file: "setup.cfg", pattern: /^[ \t]*python_requires[ \t]*=[ \t]*([^\n]{1,100})/m },
    { file: "setup.py", pattern: /\bpython_requires[ \t]*=[ \t]*["']([^"'\n]{1,100})["']/ },
];
/** Files that say which Python a project needs. */
const VERSION_FILES = [...new Set(SETTINGS.map(({ file }) => file))];
/** Says so when the tests ran with a Python that the project, or one of its packages, is too new for. */
function oldPython(thrown, scene) {
    const version = minorOf(scene.interpreter?.version ?? "");
    if (!version || !TELLING.has(thrown.name))
        return undefined;
    const needed = neededVersion(scene);
    if (needed && isOlder(version, needed)) {
        return `The project needs Python ${needed.join(".")}, and this job runs ${version.join(".")}; use a newer Python in this job.`;
    }
    const name = thrown.name === "SyntaxError" ? installedPackage(thrown) : undefined;
    if (name === undefined)
        return undefined;
    return `The installed ${name} is not written for Python ${version.join(".")}; use another Python in this job, or install another version of ${name}.`;
}
/** The lowest version that the project's settings allow. */
function neededVersion({ textOf }) {
    for (const { file, pattern } of SETTINGS) {
        const words = pattern.exec(textOf(file) ?? "")?.[1];
        const lowest = /(?:>=|~=|\^|==)\s*(\d+\.\d+)/.exec(words ?? "")?.[1];
        if (lowest !== undefined)
            return minorOf(lowest);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/build/group/plugin-table.js
const PLUGINS = [
    { plugin: "pytest-cov", options: /^--(?:no-)?cov(?:-|=|$)/, fixtures: ["cov", "no_cover"], markers: ["no_cover"] },
    {
        plugin: "pytest-xdist",
        options: /^(?:-n\d*|-nauto|-nlogical|--numprocesses|--dist|--tx|--maxprocesses|--looponfail|-f)(?:=|$)/,
        fixtures: ["worker_id", "testrun_uid"],
        markers: ["xdist_group"],
    },
    {
        plugin: "pytest-timeout",
        options: /^--(?:session-)?timeout(?:-|=|$)/,
        markers: ["timeout"],
        settings: ["timeout", "timeout_method", "timeout_func_only"],
    },
    {
        plugin: "pytest-rerunfailures",
        options: /^--(?:reruns|only-rerun|rerun-except|fail-on-flaky)/,
        markers: ["flaky"],
    },
    {
        plugin: "pytest-mock",
        fixtures: ["mocker", "class_mocker", "module_mocker", "package_mocker", "session_mocker"],
        settings: ["mock_use_standalone_module", "mock_traceback_monkeypatch"],
    },
    {
        plugin: "pytest-asyncio",
        options: /^--asyncio-/,
        fixtures: ["event_loop", "unused_tcp_port", "unused_tcp_port_factory", "unused_udp_port"],
        markers: ["asyncio"],
        settings: [
            "asyncio_mode",
            "asyncio_default_fixture_loop_scope",
            "asyncio_default_test_loop_scope",
            "asyncio_debug",
        ],
    },
    { plugin: "anyio", fixtures: ["anyio_backend", "anyio_backend_name", "anyio_backend_options"], markers: ["anyio"] },
    {
        plugin: "pytest-trio",
        fixtures: ["nursery", "autojump_clock", "mock_clock"],
        markers: ["trio"],
        settings: ["trio_mode"],
    },
    {
        plugin: "pytest-django",
        options: /^--(?:ds|dc|django-[a-z-]+|reuse-db|create-db|no-?migrations|migrations|fail-on-template-vars|liveserver)(?:=|$)/,
        fixtures: [
            "db",
            "transactional_db",
            "django_db_setup",
            "django_db_blocker",
            "django_user_model",
            "admin_client",
            "admin_user",
            "rf",
            "live_server",
            "settings",
            "async_client",
            "mailoutbox",
            "django_assert_num_queries",
            "django_assert_max_num_queries",
        ],
        markers: ["django_db", "urls", "ignore_template_errors"],
        settings: ["DJANGO_SETTINGS_MODULE", "django_find_project", "DJANGO_CONFIGURATION"],
    },
    {
        plugin: "pytest-flask",
        options: /^--(?:start-live-server|live-server-)/,
        fixtures: ["client_class", "accept_json", "accept_any"],
    },
    {
        plugin: "pytest-aiohttp",
        fixtures: ["aiohttp_client", "aiohttp_server", "aiohttp_raw_server", "aiohttp_unused_port"],
    },
    { plugin: "pytest-httpx", fixtures: ["httpx_mock"], markers: ["httpx_mock"] },
    { plugin: "respx", fixtures: ["respx_mock"], markers: ["respx"] },
    { plugin: "requests-mock", fixtures: ["requests_mock"] },
    { plugin: "pytest-responses", fixtures: ["responses"] },
    { plugin: "pytest-httpserver", fixtures: ["httpserver", "make_httpserver", "httpserver_listen_address"] },
    { plugin: "pytest-localserver", fixtures: ["smtpserver", "httpsserver"] },
    { plugin: "aioresponses", fixtures: ["aioresponses"] },
    { plugin: "pytest-freezer", fixtures: ["freezer"], markers: ["freeze_time"] },
    { plugin: "time-machine", fixtures: ["time_machine"] },
    {
        plugin: "pytest-benchmark",
        options: /^--benchmark-/,
        fixtures: ["benchmark", "benchmark_weave"],
        markers: ["benchmark"],
    },
    {
        plugin: "pytest-recording",
        options: /^--(?:record-mode|block-network|allowed-hosts|disable-recording)/,
        fixtures: ["vcr", "vcr_config", "block_network"],
        markers: ["vcr", "block_network", "default_cassette"],
    },
    {
        plugin: "pytest-socket",
        options: /^--(?:disable-socket|allow-hosts|allow-unix-socket|force-enable-socket)/,
        fixtures: ["socket_disabled", "socket_enabled"],
        markers: ["disable_socket", "enable_socket", "allow_hosts"],
    },
    { plugin: "syrupy", options: /^--snapshot-/, fixtures: ["snapshot"] },
    { plugin: "inline-snapshot", options: /^--inline-snapshot/ },
    {
        plugin: "pytest-regressions",
        options: /^--(?:force-regen|regen-all)/,
        fixtures: [
            "data_regression",
            "file_regression",
            "num_regression",
            "image_regression",
            "dataframe_regression",
            "ndarrays_regression",
        ],
    },
    { plugin: "pytest-datadir", fixtures: ["datadir", "shared_datadir", "original_datadir", "lazy_datadir"] },
    { plugin: "pyfakefs", fixtures: ["fs", "fs_class", "fs_module", "fs_session"] },
    { plugin: "pytest-subprocess", fixtures: ["fp", "fake_process"] },
    { plugin: "pytest-subtests", fixtures: ["subtests"] },
    {
        plugin: "pytest-bdd",
        options: /^--(?:gherkin-terminal-reporter|cucumberjson)/,
        settings: ["bdd_features_base_dir"],
    },
    { plugin: "pytest-factoryboy", fixtures: ["factoryboy_request"] },
    { plugin: "Faker", fixtures: ["faker", "faker_seed", "faker_locale"] },
    {
        plugin: "pytest-postgresql",
        options: /^--postgresql-/,
        fixtures: ["postgresql", "postgresql_proc", "postgresql_noproc"],
    },
    { plugin: "pytest-redis", options: /^--redis-/, fixtures: ["redisdb", "redis_proc"] },
    { plugin: "pytest-mongodb", fixtures: ["mongodb"] },
    {
        plugin: "pytest-docker",
        options: /^--container-scope/,
        fixtures: ["docker_services", "docker_ip", "docker_compose_file", "docker_setup", "docker_cleanup"],
    },
    {
        plugin: "pytest-playwright",
        options: /^--(?:headed|browser|browser-channel|slowmo|tracing|video|screenshot)(?:=|$)/,
        fixtures: [
            "page",
            "browser",
            "context",
            "playwright",
            "browser_type",
            "browser_context_args",
            "browser_type_launch_args",
        ],
    },
    { plugin: "pytest-selenium", options: /^--(?:driver|selenium-host)(?:=|$)/, fixtures: ["selenium", "driver_kwargs"] },
    { plugin: "pytest-base-url", options: /^--base-url(?:=|$)/, fixtures: ["base_url"] },
    { plugin: "pytest-qt", fixtures: ["qtbot", "qapp", "qtmodeltester", "qtlog"], settings: ["qt_api"] },
    { plugin: "pytest-randomly", options: /^--randomly-/ },
    { plugin: "pytest-random-order", options: /^--random-order/ },
    { plugin: "pytest-order", options: /^--(?:order-|sparse-ordering|indulgent-ordering)/, markers: ["order"] },
    { plugin: "pytest-dependency", markers: ["dependency"] },
    { plugin: "pytest-repeat", options: /^--(?:count|repeat-scope)(?:=|$)/, markers: ["repeat"] },
    { plugin: "pytest-html", options: /^--(?:html|self-contained-html)(?:=|$)/ },
    { plugin: "pytest-json-report", options: /^--json-report/ },
    { plugin: "allure-pytest", options: /^--(?:alluredir|clean-alluredir|allure-)/ },
    { plugin: "pytest-split", options: /^--(?:splits|group|store-durations|durations-path|splitting-algorithm)(?:=|$)/ },
    { plugin: "pytest-testmon", options: /^--testmon/ },
    { plugin: "pytest-picked", options: /^--picked/ },
    { plugin: "pytest-forked", options: /^--forked/, markers: ["forked"] },
    { plugin: "pytest-memray", options: /^--memray/, markers: ["limit_memory", "limit_leaks"] },
    { plugin: "pytest-mypy", options: /^--mypy/ },
    { plugin: "pytest-ruff", options: /^--ruff/ },
    { plugin: "pytest-black", options: /^--black/ },
    { plugin: "pytest-flake8", options: /^--flake8/ },
    { plugin: "nbval", options: /^--nbval/ },
    { plugin: "nbmake", options: /^--nbmake/ },
    { plugin: "pytest-env", settings: ["env", "env_files"] },
    { plugin: "pytest-dotenv", options: /^--envfile/ },
    { plugin: "pytest-github-actions-annotate-failures", options: /^--exclude-warning-annotations/ },
    { plugin: "pytest-instafail", options: /^--instafail/ },
    { plugin: "hypothesis", options: /^--hypothesis-/ },
];

;// CONCATENATED MODULE: ./.cache/build/group/plugins.js

/** Fixtures of these have everyday names: they are meant only where the library that they are for is installed. */
const FOR_LIBRARY = {
    "pytest-django": "django",
    "pytest-playwright": "playwright",
    "pytest-selenium": "selenium",
    "pytest-flask": "flask",
};
/** The plugin that brings a fixture and is not installed; undefined where the fixture may be the project's own. */
function pluginOfFixture(name, installed) {
    return missing(PLUGINS.filter(({ fixtures = [] }) => fixtures.includes(name)), installed);
}
function pluginOfMarker(name, installed) {
    return missing(PLUGINS.filter(({ markers = [] }) => markers.includes(name)), installed);
}
function missing(plugins, installed) {
    const has = (name) => installed[name.toLowerCase()] !== undefined;
    return plugins.find(({ plugin }) => {
        const library = FOR_LIBRARY[plugin];
        return !has(plugin) && (library === undefined || has(library));
    })?.plugin;
}
/** Says which plugin, or which pytest, is missing when pytest's own words at its start tell so. */
function missingPlugin(output) {
    return missingByOption(output) ?? missingByName(output) ?? missingBySetting(output) ?? oldPytest(output);
}
function missingByOption(output) {
    const unknown = /^.{0,200}: error: unrecognized arguments: (.{1,500})/m.exec(output)?.[1]?.split(/\s+/) ?? [];
    const plugins = unknown.flatMap((word) => PLUGINS.find(({ options }) => options?.test(word))?.plugin ?? []);
    return plugins.length === 0 ? undefined : install([...new Set(plugins)], `it brings the option ${unknown[0] ?? ""}`);
}
function missingByName(output) {
    const required = /Missing required plugins: ([^\n]{1,300})/.exec(output)?.[1];
    if (required !== undefined)
        return install([required.trim()], "pytest's settings require it");
    const imported = /Error importing plugin "([\w.-]{1,100})": No module named '?([\w.]{1,100})/.exec(output)?.[1];
    return imported === undefined ? undefined : install([imported], "pytest is told to load it (-p)");
}
function missingBySetting(output) {
    const setting = /Unknown config option: (\w{1,100})/.exec(output)?.[1];
    if (setting === undefined)
        return undefined;
    const plugin = PLUGINS.find(({ settings = [] }) => settings.includes(setting))?.plugin;
    return plugin === undefined ? undefined : install([plugin], `it brings the setting ${setting}`);
}
function oldPytest(output) {
    const version = /'minversion' requires pytest-([\w.]{1,20}), actual pytest-([\w.]{1,20})/.exec(output);
    if (!version)
        return undefined;
    return `The project asks for pytest ${version[1]} or newer, and ${version[2]} is installed; install a newer one.`;
}
function install(names, why) {
    const plural = names.length > 1;
    return `The pytest plugin${plural ? "s" : ""} ${names.join(", ")} ${plural ? "are" : "is"} not installed (${why}); add ${plural ? "them" : "it"} to what this job installs.`;
}

;// CONCATENATED MODULE: ./.cache/build/group/pytest-faults.js

/** Reads pytest's own complaints: a fixture, a marker, an event loop, a wrong use of pytest. Undefined for all others. */
function pytestFault(thrown, scene) {
    const { name, message } = thrown;
    const installed = scene.interpreter?.packages ?? {};
    if (name === "FixtureLookupError")
        return fixtureFault(message, installed);
    if (!SAYING.has(name))
        return undefined;
    return markerFault(message, installed) ?? asyncFault(message, installed) ?? usageFault(message);
}
/** What pytest's complaints are raised as; the last is where only words are known. */
const SAYING = new Set(["Failed", "UsageError", "CollectError", ""]);
function fixtureFault(message, installed) {
    const fixture = /^fixture '([^'\n]{1,200})' not found/.exec(message)?.[1];
    if (fixture === undefined)
        return undefined;
    const plugin = pluginOfFixture(fixture, installed);
    if (plugin !== undefined)
        return environment(install([plugin], `it brings the fixture ${fixture}`));
    return atFault(`The test asks for a fixture ${fixture}, and nothing defines one of that name.`);
}
function markerFault(message, installed) {
    const marker = /^'(\w{1,100})' not found in `markers` configuration option/.exec(message)?.[1];
    if (marker === undefined)
        return undefined;
    const plugin = pluginOfMarker(marker, installed);
    if (plugin !== undefined)
        return environment(install([plugin], `it brings the marker ${marker}`));
    return atFault(`The test has a marker ${marker} that pytest's settings do not list.`);
}
function asyncFault(message, installed) {
    const isAsyncTest = message.startsWith("async def functions are not natively supported");
    const isAsyncFixture = /requested an async fixture '[^'\n]{1,200}'/.test(message);
    if (!isAsyncTest && !isAsyncFixture)
        return undefined;
    if (installed["pytest-asyncio"] === undefined) {
        return environment(install(["pytest-asyncio"], "pytest alone runs no `async def` tests"));
    }
    return environment("pytest-asyncio is in its strict mode and leaves this alone; set `asyncio_mode = auto` in pytest's settings, or mark the test with `@pytest.mark.asyncio` and the fixture with `@pytest_asyncio.fixture`.");
}
const WRONG_USE = [
    /^Fixture "[^"\n]{1,200}" called directly/,
    /^ScopeMismatch: /,
    /: function uses no (?:argument|fixture) '/,
    /^In [^\n]{1,300}: indirect fixture /,
    /^duplicate parametrization of /,
    /^In [^\n]{1,300}: expected \w+ values? |in "parametrize" the number of names \(/,
    /fixture is being applied more than once/,
    /^recursive dependency involving fixture '/,
    /^class fixtures not supported/,
];
function usageFault(message) {
    if (!WRONG_USE.some((pattern) => pattern.test(message)))
        return undefined;
    return atFault(`pytest is used wrongly: ${(message.split("\n")[0] ?? "").slice(0, 200)}.`);
}
function environment(reason) {
    return { kind: "environment", reason };
}
function atFault(reason) {
    return { kind: "test-at-fault", reason };
}

;// CONCATENATED MODULE: ./.cache/build/group/services.js
const services_ANY = /(?:)/;
/** Exceptions of sockets, drivers and clients. Python's own others may speak of connections, but say nothing about them. */
const CONNECTION = /^(?!(?:Assertion|Attribute|Import|Index|Key|Lookup|ModuleNotFound|Name|NotImplemented|Recursion|Reference|Runtime|Syntax|Type|UnboundLocal|Unicode\w{0,20}|Value|ZeroDivision|Validation|ResponseValidation)Error$|Exception$|Failed$)\w+$/;
const unreachable = "A server that the tests need refused the connection; start it in the job or check its address.";
/** Servers, names, networks, certificates and log-ins that the job does not have. */
const SERVICE_SIGNS = [
    {
        type: /gaierror$/,
        message: services_ANY,
        advice: () => "A host name could not be resolved; check the name and the job's network.",
    },
    {
        type: CONNECTION,
        message: /Name or service not known|nodename nor servname provided|Temporary failure in name resolution|getaddrinfo failed|Failed to resolve '|could not translate host name|No address associated with hostname/,
        advice: () => "A host name could not be resolved; check the name and the job's network.",
    },
    { type: /^ConnectionRefusedError$/, message: services_ANY, advice: () => unreachable },
    {
        type: CONNECTION,
        message: /\[Errno (?:111|61)\]|\[WinError 10061\]|Connect call failed|Connection refused|connection refused|could not connect to server|All connection attempts failed|Cannot connect to host|Can't connect to (?:\w+ )?(?:MySQL )?server|Error \d+ connecting to|Could not connect to the endpoint URL|failed to connect to all addresses|Is the server running|No servers found yet/,
        advice: () => unreachable,
    },
    { type: /^NoBrokersAvailable$/, message: services_ANY, advice: () => unreachable },
    {
        type: /^(?:DockerException|APIError|ConnectionError)$/,
        message: /Error while fetching server API version|Cannot connect to the Docker daemon/,
        advice: () => "The tests need Docker, and no Docker daemon answers in this job; start one or leave these tests out.",
    },
    {
        type: CONNECTION,
        message: /Network is unreachable|No route to host|Host is down|\[WinError 1005[13]\]|\[Errno (?:101|113)\]/,
        advice: () => "The network could not be reached; the tests need an address that this job has no way to.",
    },
    {
        type: CONNECTION,
        message: /CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLCertVerificationError|WRONG_VERSION_NUMBER|unable to get local issuer certificate/,
        advice: () => "A TLS connection could not be set up; check the certificates of this job and the server's address.",
    },
    {
        type: CONNECTION,
        message: /Tunnel connection failed|Cannot connect to proxy|Unable to connect to proxy|407 Proxy Authentication Required/,
        advice: () => "The proxy of this job let no connection through; check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.",
    },
    {
        type: /^(?:ConnectTimeout|ConnectTimeoutError|ServerSelectionTimeoutError|ConnectionTimeout|ConnectionTimeoutError)$/,
        message: services_ANY,
        advice: () => "A connection took too long to be set up; check the server's address and the job's network.",
    },
    {
        type: CONNECTION,
        message: /\[Errno (?:110|60)\]|\[WinError 10060\]|Connection timed out|connection timeout expired|timed out while connecting/i,
        advice: () => "A connection took too long to be set up; check the server's address and the job's network.",
    },
    {
        type: /^(?:timeout|TimeoutError)$/,
        message: /^timed out$/,
        advice: (_match, { innermost }) => innermost?.function === "create_connection"
            ? "A connection took too long to be set up; check the server's address and the job's network."
            : undefined,
    },
    {
        type: /^(?:OperationalError|InvalidPasswordError|InvalidAuthorizationSpecificationError|ConnectionFailure|AuthenticationError|OperationFailure)$/,
        message: /password authentication failed|Access denied for user|no password supplied|role "[^"\n]{1,200}" does not exist|NOAUTH|WRONGPASS|Authentication failed|fe_sendauth/,
        advice: () => "A server did not accept the user or the password; give this step the same ones as the service has.",
    },
    {
        type: /^(?:OperationalError|InvalidCatalogNameError)$/,
        message: /database "[^"\n]{1,200}" does not exist|Unknown database/,
        advice: () => "The server has no such database; create it in the job before the tests run.",
    },
    {
        type: /^(?:NoCredentialsError|PartialCredentialsError|DefaultCredentialsError|NoRegionError|CredentialUnavailableError)$/,
        message: services_ANY,
        advice: () => "A cloud library found no credentials or no region; set its variables for this step.",
    },
];

;// CONCATENATED MODULE: ./.cache/build/group/variables.js
/** Libraries that read settings from the environment and say which one they miss; the name is the first group. */
const READERS = [
    { type: /^UndefinedValueError$/, message: /^(\w+) not found\. Declare it as envvar/, path: /decouple/ },
    { type: /^Env\w*Error$/, message: /^Environment variable "(\w+)" (?:not set|invalid)/, path: /environs/ },
    { type: /^ImproperlyConfigured$/, message: /^Set the (\w+) environment variable/, path: /environ\// },
    { type: /^KeyError$/, message: /^"Config '(\w+)' is missing, and has no default\."/, path: /starlette\/config/ },
    {
        type: /^ImproperlyConfigured$/,
        message: /You must either define the environment variable (DJANGO_SETTINGS_MODULE) or call/,
        path: /django\/conf/,
    },
];
/** Says which environment variable is missing, when it was the environment itself or a reader of settings that said so. */
function missingVariable(thrown, scene) {
    const name = fromEnviron(thrown) ?? fromReader(thrown);
    if (name !== undefined)
        return variables_adviceFor([name], scene);
    const fields = settingsFields(thrown);
    return fields === undefined ? undefined : variables_adviceFor(fields, scene);
}
function variables_adviceFor(names, { droppedVariables }) {
    const list = names.join(", ");
    const dropped = droppedVariables.filter((name) => names.some((one) => one.toLowerCase() === name.toLowerCase()));
    if (dropped.length > 0) {
        return `The variable ${dropped.join(", ")} was kept from the tests, as it may hold a credential; name it in the input \`env-allow\`.`;
    }
    return `The environment variable ${list} is not set; set it under \`env:\` of this step, as the test step has it.`;
}
/** `os.environ[...]` raises in the standard library's own frame; a dictionary of the project has none. */
function fromEnviron({ name, message, innermost }) {
    if (name !== "KeyError" || innermost?.function !== "__getitem__")
        return undefined;
    if (!/(?:^<frozen os>$|(?:^|\/)os\.py$)/.test(innermost.path.replaceAll("\\", "/")))
        return undefined;
    return /^['"]?([A-Za-z_]\w*)['"]?$/.exec(message)?.[1];
}
function fromReader({ name, message, innermost, owner }) {
    if (owner === "project" || owner === "test")
        return undefined;
    const path = innermost?.path ?? "";
    const reader = READERS.find((one) => one.type.test(name) && one.path.test(path.replaceAll("\\", "/")));
    return reader?.message.exec(message)?.[1];
}
/** pydantic's settings: every complaint is about a field that nothing set. */
function settingsFields({ name, message, frames }) {
    const isSettings = frames.some(({ path }) => /pydantic_settings\/|pydantic\/(?:v1\/)?env_settings/.test(path.replaceAll("\\", "/")));
    if (name !== "ValidationError" || !isSettings)
        return undefined;
    const total = Number(/^(\d{1,4}) validation errors? for /.exec(message)?.[1] ?? 0);
    const missing = [
        ...message.matchAll(/^([A-Za-z_]\w{0,100})\n  (?:Field required \[type=missing|field required \(type=value_error\.missing)/gm),
    ];
    return total > 0 && missing.length === total ? missing.map((match) => (match[1] ?? "").toUpperCase()) : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/group/environment.js







const GREENLET = {
    type: /^\w+$/,
    message: /the greenlet library is required/,
    advice: () => "The package greenlet is not installed; install sqlalchemy[asyncio] in this job.",
};
const SIGNS = [GREENLET, ...SERVICE_SIGNS, ...MACHINE_SIGNS];
/**
 * Says what the environment lacks when that is why a test fails, with what to do, or undefined when the code may be at
 * fault. What counts is the exception's type, its words, and whose code raised it: what the project itself raises is a
 * word of the project, whatever it is called.
 */
function environmentFault(failure, scene) {
    for (const thrown of thrownBy(failure, scene)) {
        const advice = adviceOf(thrown, scene);
        if (advice !== undefined)
            return advice;
    }
    return undefined;
}
function adviceOf(thrown, scene) {
    const complaint = pytestFault(thrown, scene);
    if (complaint?.kind === "environment")
        return complaint.reason;
    if (thrown.isOwnWord)
        return undefined;
    return (missingVariable(thrown, scene) ??
        oldPython(thrown, scene) ??
        missingModule(thrown, scene) ??
        misfitCall(thrown, scene) ??
        knownSign(thrown, scene));
}
function knownSign(thrown, scene) {
    for (const sign of SIGNS) {
        if (!sign.type.test(thrown.name))
            continue;
        const match = sign.message.exec(thrown.message);
        const advice = match === null ? undefined : sign.advice(match, thrown, scene);
        if (advice !== undefined)
            return advice;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/build/group/test-fault.js


/**
 * Says what the test itself does wrong, when that is what its failure shows: it cannot be parsed, uses a name that is not
 * there, or calls an installed library in a way that it does not take. Undefined when the code under test may be at
 * fault; whether an expectation is wrong cannot be told by running it.
 */
function testFault(failure, scene) {
    const [thrown] = thrownBy(failure, scene);
    if (thrown === undefined)
        return undefined;
    const complaint = pytestFault(thrown, scene);
    if (complaint?.kind === "test-at-fault")
        return complaint.reason;
    const isTestsOwn = thrown.owner === "test" && !thrown.isOwnWord;
    if (!isTestsOwn || thrown.frames.some(({ path }) => ownerIn(path, scene) === "project"))
        return undefined;
    return ownFault(thrown, scene) ?? wrongUse(thrown, scene);
}
function ownFault({ name, message, innermost }, scene) {
    const where = innermost === undefined ? "" : `${innermost.path}:${innermost.line}`;
    if (["SyntaxError", "IndentationError", "TabError"].includes(name))
        return `The test file cannot be parsed (${where}): ${firstLine(message)}.`;
    if (name === "UnboundLocalError")
        return `The test uses a variable before it has a value (${where}): ${firstLine(message)}.`;
    const missing = name === "NameError" ? /^name '(\w{1,200})' is not defined/.exec(message)?.[1] : undefined;
    if (missing === undefined || bringsStar(innermost?.path, scene))
        return undefined;
    return `The test uses the name ${missing}, which it neither imports nor defines (${where}).`;
}
/** `from shop import *` may have brought the name until somebody took it away there. */
function bringsStar(path, scene) {
    const text = path === undefined ? undefined : scene.textOf(path);
    return text !== undefined && test_fault_importsIn(text).some(({ name, source }) => name === "*" && isOwnModule(source, scene));
}
/** The wrong arguments, a name that the library does not have: bound or looked up in the test's own frame. */
function wrongUse(thrown, scene) {
    const library = libraryOf(thrown, scene);
    if (library === undefined)
        return undefined;
    const where = `${thrown.innermost?.path ?? ""}:${thrown.innermost?.line ?? 0}`;
    return `The test uses ${library} in a way that the installed version does not take (${where}): ${firstLine(thrown.message)}.`;
}
function libraryOf({ name, message, innermost }, scene) {
    if (innermost === undefined)
        return undefined;
    switch (name) {
        case "ImportError":
        case "ModuleNotFoundError":
            return foreignModule(/^(?:cannot import name '\w{1,200}' from|No module named) '([\w.]{1,300})'/.exec(message)?.[1], scene);
        case "AttributeError":
            return libraryLacking(message, innermost, scene);
        case "TypeError": {
            const callee = BAD_CALL.exec(message)?.[1];
            return callee === undefined ? undefined : foreignCallee(callee, innermost, scene);
        }
        default:
            return undefined;
    }
}
const BAD_CALL = /^([\w.]{1,300})\(\) (?:got an unexpected keyword argument|got multiple values for|missing \d+ required|takes (?:from )?\d+|takes no arguments)/;
function libraryLacking(message, place, scene) {
    const module = /^(?:partially initialized )?module '([\w.]{1,300})' has no attribute '/.exec(message)?.[1];
    if (module !== undefined)
        return foreignModule(module, scene);
    const type = /^(?:type object )?'(\w{1,200})' (?:object )?has no attribute '/.exec(message)?.[1];
    return type === undefined ? undefined : foreignType(type, place, scene);
}
function foreignModule(dotted, scene) {
    if (dotted === undefined || dotted === "" || isOwnModule(dotted, scene))
        return undefined;
    return test_fault_rootOf(dotted);
}
/** `AsyncClient.__init__` by its class, `get` by the calls on the line: both lead to an import or to a variable's type. */
function foreignCallee(callee, place, scene) {
    const parts = callee.split(".");
    const type = parts.length > 1 ? parts.at(-2) : undefined;
    if (type !== undefined)
        return foreignType(type, place, scene);
    const line = lineAt({ ...place, function: null }, scene) ?? "";
    const isInit = callee === "__init__";
    const calls = [...line.matchAll(/([A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,5})\s?\(/g)].map((match) => match[1] ?? "");
    const own = calls.filter((call) => isInit || call.split(".").at(-1) === callee);
    return unanimous(own.map((call) => foreignName(call, place, scene)));
}
/**
 * By the frame's variables of this type, where the test file itself makes them of a library: what the code under test gave
 * back may be of a type that nobody wanted. Else by how the file comes by the name.
 */
function foreignType(type, place, scene) {
    const own = Object.entries(place.locals ?? {}).filter(([, entry]) => entry.split(".").at(-1) === type);
    const text = scene.textOf(place.path) ?? "";
    if (own.length > 0)
        return unanimous(own.map(([variable, full]) => madeOf(variable, text, scene) && foreignModule(full, scene)));
    if (scene.definesClass(type) || new RegExp(`^\\s*class ${type}\\b`, "m").test(text))
        return undefined;
    const calls = text.matchAll(new RegExp(`(?:([A-Za-z_][\\w.]{0,200})\\.)?\\b${type}\\s?\\(`, "g"));
    return unanimous([...calls].map((match) => importedLibrary(match[1] ?? type, text, scene)));
}
/** The library of `client = TestClient(app)` and `with TestClient(app) as client`. */
function madeOf(variable, text, scene) {
    const made = [
        ...text.matchAll(new RegExp(`(?:^|[^\\w.])${variable}[ \\t]*=[ \\t]*(?:await[ \\t]+)?([A-Za-z_][\\w.]{0,200})\\(`, "gm")),
        ...text.matchAll(new RegExp(`\\bwith[ \\t]+([A-Za-z_][\\w.]{0,200})\\([^\\n]{0,300}\\)[ \\t]+as[ \\t]+${variable}\\b`, "g")),
    ];
    return unanimous(made.map((match) => importedLibrary(match[1] ?? "", text, scene)));
}
/** The library that a dotted name of the test file begins at; undefined for what is the project's, or cannot be told. */
function foreignName(dotted, place, scene) {
    const root = test_fault_rootOf(dotted);
    const text = scene.textOf(place.path) ?? "";
    const type = place.locals?.[root];
    return type === undefined || type === "module" ? importedLibrary(dotted, text, scene) : madeOf(root, text, scene);
}
function importedLibrary(dotted, text, scene) {
    const imported = test_fault_importsIn(text).find(({ name }) => name === test_fault_rootOf(dotted));
    return foreignModule(imported?.source, scene);
}
/** The first, when none is missing. */
function unanimous(libraries) {
    return libraries.every((library) => library !== undefined) ? libraries[0] : undefined;
}
function test_fault_importsIn(text) {
    const found = [];
    for (const [, source = "", names = ""] of text.matchAll(/^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]{0,5000}\)|[^\n#]{1,1000})/gm)) {
        for (const entry of names.replaceAll(/[()]|#[^\n]*/g, " ").split(","))
            found.push({ name: test_fault_boundBy(entry), source });
    }
    for (const [, names = ""] of text.matchAll(/^[ \t]*import[ \t]+([^\n#]{1,1000})/gm)) {
        for (const entry of names.split(",")) {
            const source = entry.trim().split(/\s+/)[0] ?? "";
            found.push({ name: test_fault_rootOf(test_fault_boundBy(entry)), source });
        }
    }
    return found;
}
function test_fault_boundBy(entry) {
    return entry.trim().split(/\s+/).at(-1) ?? "";
}
function isOwnModule(dotted, scene) {
    return (dotted.startsWith(".") ||
        moduleFile(test_fault_rootOf(dotted), scene) !== undefined ||
        scene.trackedFiles.some((path) => path.endsWith(`/${test_fault_rootOf(dotted)}.py`)));
}
function test_fault_rootOf(dotted) {
    return dotted.split(".")[0] ?? dotted;
}
function firstLine(message) {
    return (message.split("\n")[0] ?? "").slice(0, 200);
}

;// CONCATENATED MODULE: ./.cache/build/group/baseline.js





/** Our own runs of unchanged code, group by group: is it the code, the test, chance, or what it all runs in? */
function baselineGroups(runs, scene) {
    const isProjectFile = (path) => isTracked(path, scene);
    const steady = groupFailures(runs.failures, isProjectFile).map((group) => steadyGroup(group, runs, scene));
    const unsteady = ["flaky", "not-reproduced", "in-suite", "not-alone"].flatMap((kind) => {
        const tests = runs.unsteady.filter((test) => test.kind === kind);
        const groups = groupFailures(tests.flatMap(({ failures }) => failures), isProjectFile);
        return groups.map((group) => unsteadyGroup(group, tests, scene));
    });
    return [...steady, ...unsteady];
}
function steadyGroup(group, runs, scene) {
    const selections = group.failures.map((failure) => runs.selectionOf(failure));
    const files = [...new Set(selections.flatMap((selection) => selection ?? []))];
    const inFile = selections.every((selection) => selection !== null)
        ? {
            verdict: "order-dependent",
            reason: `passes alone, and fails each time after the tests before it in ${files.join(", ")}`,
        }
        : undefined;
    const judgement = baseline_unanimous(group, "environment", (failure) => environmentFault(failure, scene)) ??
        baseline_unanimous(group, "test-at-fault", (failure) => testFault(failure, scene)) ??
        inFile ?? { verdict: "reproducible", reason: "fails on unchanged code in our own run" };
    const first = group.failures[0];
    const tally = first === undefined ? undefined : runs.tallyOf(first);
    const selection = files.length > 0 ? files : null;
    return { ...group, ...judgement, evidence: baseline_evidenceOf(judgement.verdict, first, tally), selection };
}
/** A group has one cause: what is said of one of its failures must be so for all. */
function baseline_unanimous({ failures }, verdict, reasonOf) {
    const reasons = failures.map(reasonOf);
    const [reason] = reasons;
    return reason !== undefined && reasons.every((entry) => entry !== undefined) ? { verdict, reason } : undefined;
}
function baseline_evidenceOf(verdict, failure, tally) {
    const seen = failure && verdict !== "reproducible" ? [`seen: ${exceptionLine(failure)}`] : [];
    const total = tally === undefined ? 0 : tally.passed + tally.failed;
    return [
        ...seen,
        ...(tally === undefined || total === 0
            ? []
            : [`failed ${tally.failed} of ${countOfRuns(total)} on unchanged code`]),
    ];
}
function unsteadyGroup(group, tests, scene) {
    const [first] = group.failures;
    const test = tests.find(({ failures }) => failures.some((failure) => failure === first));
    const { kind, tally } = test ?? {
        kind: "flaky",
        tally: { passed: 0, failed: 0 },
    };
    return {
        // The same exception at the same place may also come from a test that fails each time.
        key: (0,stable_hash/* fingerprint */.R)(`${kind}\n${group.key}`),
        failures: group.failures,
        verdict: kind === "in-suite" || kind === "not-alone" ? "order-dependent" : "flaky",
        reason: unsteadyReason(kind, tally, scene),
        evidence: first === undefined ? [] : whenItFailed(first, scene),
        selection: null,
    };
}
function whenItFailed(failure, scene) {
    if (failure.exception.type === null)
        return [];
    const fault = environmentFault(failure, scene);
    return [
        `seen when it failed: ${exceptionLine(failure)}`,
        ...(fault === undefined ? [] : [`what that means: ${fault}`]),
    ];
}
function unsteadyReason(kind, { passed, failed }, { droppedVariables }) {
    const ratio = `passed ${passed} of ${countOfRuns(passed + failed)} on unchanged code`;
    if (kind === "flaky")
        return `${ratio}; what passes without any change cannot be shown to be mended`;
    if (kind === "in-suite") {
        return "passes alone and with its file, and fails each time in the whole suite: another file leaves something behind";
    }
    if (kind === "not-alone") {
        return "fails in the whole suite, and pytest runs nothing when it is asked for by its name: the name may change from run to run";
    }
    const names = droppedVariables.join(", ");
    const why = names === "" ? "" : `; our runs do not get ${names}, and the input \`env-allow\` passes them on`;
    return `reported as failing, not reproduced: ${ratio}${why}`;
}
function exceptionLine({ exception: { type, message } }) {
    const line = (message ?? "").split("\n")[0] ?? "";
    return `${type ?? "failure"}${line === "" ? "" : `: ${line.slice(0, 300)}`}`;
}
/** "1 run", "3 runs" */
function countOfRuns(count) {
    return `${count} run${count === 1 ? "" : "s"}`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/build/verify/test-files.js


/**
 * The files that decide what a test means: those pytest saw, every tracked file that its own patterns call a test, every
 * conftest, and all Python below `testpaths`. The word "test" in a name alone says nothing: a package's `testclient.py`
 * or `testing/` is product code.
 */
function testFiles(trackedFiles, runs) {
    const patterns = runs.flatMap((run) => run.testFilePatterns);
    const folders = runs.flatMap((run) => run.testPaths).filter((path) => path !== "" && path !== ".");
    const isTest = (path) => external_node_path_.posix.basename(path) === "conftest.py" ||
        patterns.some((pattern) => (0,text_glob/* matchesAny */._)(pattern.includes("/") ? path : external_node_path_.posix.basename(path), [pattern])) ||
        folders.some((folder) => (0,text_glob/* matchesAny */._)(path, [folder, `${folder}/**`]));
    return new Set([
        ...runs.flatMap((run) => run.guardedFiles),
        ...trackedFiles.filter((path) => path.endsWith(".py") && isTest(path)),
    ]);
}
/** More than this many are not hashed before each run of tests; then those that pytest saw must do. */
const MOST_CODE_FILES = 20_000;
/** The files that no test run may rewrite while a patch is judged: Python, and what configures Python tools. */
function codeAmong(trackedFiles) {
    const code = trackedFiles.filter((path) => /\.(py|pyi|ini|cfg|toml)$/.test(path));
    return code.length > MOST_CODE_FILES ? [] : code;
}

;// CONCATENATED MODULE: ./.cache/build/steps/scene.js


/** Files that raised something; more are not read for a verdict. */
const MAX_FILES = 200;
/** Files looked through for a class of some name. */
const MAX_SEARCHED = 2000;
/** Reads what the verdicts on a run's failures look at. */
async function openScene(failures, run, workspace) {
    const trackedFiles = await workspace.trackedFiles();
    const tracked = new Set(trackedFiles);
    const raising = failures.flatMap(innermostFrames).map(({ path }) => path);
    const wanted = [...new Set([...VERSION_FILES, ...raising])].filter((path) => tracked.has(path)).slice(0, MAX_FILES);
    const texts = new Map();
    for (const path of wanted) {
        const file = await workspace.read(path);
        if (file.kind === "text")
            texts.set(path, file.text);
    }
    const classes = await definedClasses(namedClasses(failures), trackedFiles, workspace);
    return {
        trackedFiles,
        testFiles: testFiles(trackedFiles, [run]),
        textOf: (path) => texts.get(path),
        definesClass: (name) => classes.has(name),
        interpreter: run.interpreter,
        droppedVariables: run.droppedVariables,
    };
}
/** The innermost frames of all exceptions of a failure. */
function innermostFrames({ frames, chain }) {
    return [frames, ...chain.map((link) => link.frames)].flatMap((entry) => entry.at(-1) ?? []);
}
/** Classes that messages like `Client.__init__() got an unexpected keyword argument` name. */
function namedClasses(failures) {
    const messages = failures.flatMap(({ exception, chain }) => [exception, ...chain].map(({ message }) => message ?? ""));
    return new Set(messages.flatMap((message) => /^(?:type object )?'?([A-Za-z_]\w{0,200})(?:\.\w{1,200}\(\)|'? (?:object )?has no attribute)/.exec(message)?.[1] ?? []));
}
async function definedClasses(names, trackedFiles, workspace) {
    const found = new Set();
    if (names.size === 0)
        return found;
    for (const path of trackedFiles.filter((entry) => entry.endsWith(".py")).slice(0, MAX_SEARCHED)) {
        const file = await workspace.read(path);
        if (file.kind !== "text")
            continue;
        for (const match of file.text.matchAll(/^[ \t]*class[ \t]+(\w{1,200})/gm)) {
            const name = match[1] ?? "";
            if (names.has(name))
                found.add(name);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./.cache/build/steps/verdicts.js





/** Groups of these verdicts are drafted for; an `order-dependent` one only with files that show it. */
const DRAFTED = new Set(["reproducible", "pre-existing", "test-at-fault"]);
/** A verdict on each group of failures, by what the runs of unchanged code showed. */
async function verdictsOf(baseline, report, { workspace }) {
    if (baseline.sessionEnd !== null)
        return sessionGroups(baseline);
    const unsteady = baseline.unsteady.map((entry) => ({ ...entry, failures: failuresOf(entry, report) }));
    const all = [...baseline.seen.failures, ...unsteady.flatMap(({ failures }) => failures)];
    return baselineGroups({
        failures: baseline.seen.failures,
        tallyOf: (failure) => baseline.tallies.get((0,verify_targets/* targetOf */.$r)(failure)),
        selectionOf: (failure) => baseline.selections.get((0,verify_targets/* targetOf */.$r)(failure)) ?? null,
        unsteady,
    }, await openScene(all, baseline.run, workspace));
}
/** What is left to draft for. */
function drafted({ seen }, groups) {
    const wanted = new Set(groups.filter(isDrafted).flatMap(({ failures }) => failures));
    return { failures: seen.failures.filter((failure) => wanted.has(failure)), evidence: seen.evidence };
}
function isDrafted({ verdict, selection }) {
    return DRAFTED.has(verdict) || (verdict === "order-dependent" && selection !== null);
}
/** Whether all that fails in a run is the environment's fault: then another run would tell nothing new. */
async function isEnvironmentOnly(run, { workspace }) {
    if (run.failures.length === 0)
        return false;
    const scene = await openScene(run.failures, run, workspace);
    return run.failures.every((failure) => environmentFault(failure, scene) !== undefined);
}
/** Nothing is known of single tests: one group that says how the session ended. */
function sessionGroups({ sessionEnd }) {
    if (sessionEnd?.kind !== "environment")
        return [];
    const { reason } = sessionEnd;
    const key = (0,stable_hash/* fingerprint */.R)(`session\n${reason}`);
    return [{ key, verdict: "environment", reason, evidence: [], selection: null, failures: [unseen(null, reason)] }];
}
/** As our own runs showed it, else as the report has it. */
function failuresOf({ target, failures }, report) {
    if (failures.length > 0)
        return failures;
    const reported = (report?.failures ?? []).filter((failure) => (0,verify_targets/* targetOf */.$r)(failure) === target);
    return reported.length > 0 ? reported.slice(0, 1) : [unseen(target, null)];
}
/** A failure of which nothing but its test is known. */
function unseen(target, message) {
    return {
        nodeId: target,
        file: target?.split("::")[0] ?? null,
        testName: null,
        phase: target === null ? "collect" : "call",
        kind: target === null ? "error" : "failure",
        exception: { type: null, message },
        chain: [],
        frames: [],
        capturedStdout: null,
        capturedStderr: null,
        capturedLog: null,
        source: { report: "probe", format: "probe" },
    };
}

;// CONCATENATED MODULE: ./.cache/build/steps/mend-groups.js







/** Mends one group of failures after the other, each on top of those before; a patch may heal or change later groups. */
async function mendGroups(examined, sources, tools) {
    const { baseline, groups, trackedFiles } = examined;
    const startedAt = tools.clock();
    const isTimeUp = () => (0,time_budget/* isTimeUp */.d)({ startedAt, now: tools.clock(), limitSeconds: tools.draftingSeconds });
    const facts = factsOf(examined);
    const attempts = [];
    const accepted = [];
    const done = new Set();
    let seen = drafted(baseline, groups);
    for (let group = nextGroup(seen, trackedFiles, done); group && !isTimeUp();) {
        const isTestAtFault = groups.some(({ key, verdict }) => key === group?.key && verdict === "test-at-fault");
        const input = { ...facts, isTimeUp, group, isTestAtFault, seen, earlier: patchOf(accepted) };
        const result = await tools.log.section(titleOf(group), async () => healGroup(input, sources, tools));
        attempts.push(...result.attempts);
        done.add(group.key);
        if (result.healed.length > 0) {
            const progress = await accept(seen, { result, selections: facts.selections }, tools);
            accepted.push({ group, result, healed: progress.healed });
            seen = progress.seen;
        }
        group = nextGroup(seen, trackedFiles, done);
    }
    return { attempts, accepted, isCutShort: isTimeUp() && seen.failures.length > 0 };
}
function factsOf({ baseline, report }) {
    const { run, suite, unsteady, seen, selections } = baseline;
    const failing = [...targetsOf(seen.failures), ...unsteady.map(({ target }) => target)];
    const packages = run.interpreter?.packages ?? {};
    return { packages, selections, suite: knownSuite({ suite, failing }, report) };
}
/** The first group of what still fails that nobody has worked on. */
function nextGroup(seen, files, done) {
    const tracked = new Set(files);
    return groupFailures(seen.failures, (path) => tracked.has(path)).find((group) => !done.has(group.key));
}
function titleOf({ failures }) {
    const [first, ...others] = failures;
    const rest = others.length > 0 ? ` and ${others.length} more` : "";
    return `Mend ${first?.exception.type ?? "failure"} in ${first?.nodeId ?? "the start of the tests"}${rest}`;
}

;// CONCATENATED MODULE: ./.cache/build/steps/pre-existing.js



/** One more run must not cost more than this. */
const MAX_SECONDS = 600;
/**
 * Runs what fails each time on the code of the merge base too, once, where that is at hand. A group that fails there in the
 * same way was not caused by the pull request; that is said, and it is drafted for all the same. Nothing is said where the
 * copy's tests ran code of the checkout, as they do when the project is installed in editable mode.
 */
async function withPreExisting(groups, baseline, { atBase, workspace, log }) {
    const { seen, run } = baseline;
    if (atBase === undefined || seen.failures.length === 0 || run.durationSeconds > MAX_SECONDS)
        return groups;
    if (!groups.some(isOfCode))
        return groups;
    const targets = (0,verify_targets/* selectionOf */.Wm)(targetsOf(seen.failures), baseline.selections);
    const base = await log.section("Run what fails on the merge base too", async () => atBase.runner.run({ targets, trace: true }));
    const tracked = new Set(await workspace.trackedFiles());
    if (base.timedOut || !ranItsOwnCode(baseline, base, tracked))
        return groups;
    return groups.map((group) => (isSameAtBase(group, base, tracked) ? labelled(group, atBase.sha) : group));
}
function isOfCode({ verdict, selection }) {
    return verdict === "reproducible" || verdict === "test-at-fault" || selection !== null;
}
function labelled(group, sha) {
    if (!isOfCode(group))
        return group;
    const fact = `fails at the merge base ${sha.slice(0, 7)} too: not caused by this pull request`;
    // What may be drafted for a test at fault is narrower: that stays its verdict.
    if (group.verdict === "test-at-fault")
        return { ...group, evidence: [...group.evidence, fact] };
    return { ...group, verdict: "pre-existing", reason: fact, evidence: [group.reason, ...group.evidence] };
}
/** The same test, exception and place: another failure there says nothing about this one. */
function isSameAtBase({ failures }, base, tracked) {
    return failures.every((failure) => {
        const there = base.failures.filter((other) => (0,verify_targets/* belongsTo */.g4)(other, (0,verify_targets/* targetOf */.$r)(failure)));
        return causesOf([failure], tracked).every((cause) => causesOf(there, tracked).includes(cause));
    });
}
function causesOf(failures, tracked) {
    return groupFailures(failures, (path) => tracked.has(path)).map(({ key }) => key);
}
/** What fails in the copy, and executed product code on the checkout, did so below the copy's own root too. */
function ranItsOwnCode({ seen }, base, tracked) {
    const ids = new Set(base.failures.flatMap(({ nodeId }) => nodeId ?? []));
    return [...ids].every((id) => {
        const here = productFiles(seen.evidence[id]?.executed, id, tracked);
        const there = productFiles(base.evidence[id]?.executed, id, tracked);
        return here.length === 0 || there.length > 0;
    });
}
function productFiles(executed, nodeId, tracked) {
    const own = nodeId.split("::")[0] ?? "";
    return (executed ?? []).map(({ path }) => path).filter((path) => tracked.has(path) && path !== own);
}

;// CONCATENATED MODULE: ./.cache/build/group/session-end.js

const SET_COMMAND = "Set `test-command` to the words that run pytest in this project, and `working-directory` to the folder to run them in.";
/** How a shell, Docker and uv pass on that SIGKILL or SIGTERM ended what they had started: 128 and the signal's number. */
const KILLED = new Set([137, 143]);
/** How the whole suite ended, when that is all there is to say; undefined when tests failed, or passed and that was it. */
function sessionEnd(run) {
    if (run.failures.length > 0)
        return isInternalError(run) ? { kind: "problem", problem: problemOf(run) } : undefined;
    if (run.timedOut)
        return session_end_environment(`\`${run.command}\` ran into its time limit; raise the input \`timeout\`, or see in the output below what it waits for: ${lastWords(run)}`);
    if (isKilled(run)) {
        return session_end_environment(`\`${run.command}\` was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.`);
    }
    const hasRun = Object.keys(run.outcomes).length > 0;
    if (hasRun)
        return run.exitCode === 0 ? undefined : { kind: "red", reason: redReason(run) };
    const plugin = missingPlugin(run.output);
    if (plugin !== undefined)
        return session_end_environment(plugin);
    return { kind: "problem", problem: problemOf(run) };
}
function session_end_environment(reason) {
    return { kind: "environment", reason };
}
/** Of a conftest file that cannot be loaded the file is known, of everything else the test. */
function isInternalError({ failures, output }) {
    return failures.every(({ nodeId, file }) => nodeId === null && file === null) && /^INTERNALERROR>/m.test(output);
}
function isKilled({ exitCode, output }) {
    return exitCode === null ? !isNotStarted(output) : KILLED.has(exitCode);
}
/** What stands in the place of output when a command cannot be started: our words, or Node's. */
function isNotStarted(output) {
    return /^(?:`[^`\n]*` was not found|spawn [^\n]* E[A-Z]+\s*$)/.test(output.slice(0, 2000));
}
function redReason(run) {
    if (run.pytestExitCode === 0 && run.redBesidesTests !== true) {
        return `No test fails: pytest ended green, and \`${run.command}\` with exit code ${run.exitCode} because of something else it does: ${lastWords(run)}`;
    }
    const what = run.redBesidesTests === true ? "a coverage bar or a plugin asks for more" : "something else is wrong";
    return `No test fails, but pytest ended with exit code ${run.pytestExitCode || run.exitCode}: ${what}: ${lastWords(run)}`;
}
/** https://docs.pytest.org/en/stable/reference/exit-codes.html */
const ENDS = [
    {
        code: "pytest-internal-error",
        exitCode: 3,
        words: /^INTERNALERROR>/m,
        what: "pytest itself broke (exit code 3)",
        next: "Look at the last lines: they name the plugin or the hook of a conftest.py that broke; update it or mend it.",
    },
    {
        code: "pytest-usage",
        exitCode: 4,
        words: /^(?:ERROR: (?:usage:|file or directory not found|not found:)|.{0,200}: error: )/m,
        what: "pytest does not take these words or its settings (usage error, exit code 4)",
        next: "Correct `test-command`, `working-directory`, or `addopts` in pytest's settings.",
    },
    {
        code: "pytest-interrupted",
        exitCode: 2,
        words: /^!+ (?:KeyboardInterrupt|_pytest\.outcomes\.Exit|Exit)/m,
        what: "pytest was interrupted (exit code 2) before any test ran",
        next: "Look for pytest.exit(), sys.exit() or a signal in a conftest.py or a plugin.",
    },
    {
        code: "no-tests-collected",
        exitCode: 5,
        words: /^=* ?no tests (?:ran|collected)/m,
        what: "pytest found no test to run (exit code 5)",
        next: "Check `working-directory`, and what `-k`, `-m`, `testpaths` and `python_files` leave over.",
    },
];
function problemOf(run) {
    const why = `Its last words: ${lastWords(run)}`;
    if (run.exitCode === 127 || run.exitCode === 126 || (run.exitCode === null && isNotStarted(run.output))) {
        const next = "Correct `test-command`; what it names must be installed in this job, before this step.";
        return { code: "command-not-found", what: `The test command \`${run.command}\` cannot be started.`, why, next };
    }
    if (/No module named '?pytest'?\s*$/m.test(run.output)) {
        const next = "Set `python` or `test-command` to the interpreter that has pytest, such as .venv/bin/python.";
        return { code: "no-pytest", what: `\`${run.command}\` runs an interpreter without pytest.`, why, next };
    }
    const own = run.pytestExitCode ?? run.exitCode;
    const end = ENDS.find(({ exitCode, words }) => own === exitCode && (run.interpreter !== null || words.test(run.output)));
    const found = end ?? ENDS.find(({ words }) => words.test(run.output));
    if (found)
        return { code: found.code, what: `\`${run.command}\`: ${found.what}.`, why, next: found.next };
    return {
        code: "tests-did-not-run",
        what: `The test command \`${run.command}\` ended with exit code ${run.exitCode} and ran no test.`,
        why,
        next: SET_COMMAND,
    };
}
function lastWords({ output }) {
    const lines = output
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => /\w/.test(line));
    const text = lines.slice(-3).join(" | ");
    return text === "" ? "(none)" : text.slice(-400);
}

// EXTERNAL MODULE: ./.cache/build/problem.js
var problem = __webpack_require__(8632);
;// CONCATENATED MODULE: ./.cache/build/steps/steadiness.js

/**
 * Runs a selection until each target has passed once, or `repeat` times (quick runs that end in an assertion: three times
 * as often). The first run is traced. Tracing slows
 * call-heavy tests many times over and may hide what depends on timing: where the plain run after it ends otherwise, or
 * tracing runs into the time limit, only plain runs count.
 */
async function steadiness_observe(question, runner) {
    const targets = (0,verify_targets/* selectionOf */.Wm)(question.selection);
    const traced = question.first ?? (await runner.run({ targets, trace: true }));
    if (await isClear(question, traced))
        return { shown: traced, runs: [traced] };
    const plain = await runner.run({ targets, trace: false });
    const isSame = !traced.timedOut && question.targets.every((target) => (0,verify_targets/* passes */.WE)(target, traced) === (0,verify_targets/* passes */.WE)(target, plain));
    const runs = isSame ? [traced, plain] : [plain];
    while (runs.length < enough(question, runs) && (await isWorthMore(question, runs)))
        runs.push(await runner.run({ targets, trace: false }));
    return { shown: isSame ? traced : plain, runs };
}
/** A coin falls the same way three times in a row once in four: where a run costs next to nothing, more are made. */
const QUICK_SECONDS = 2;
const QUICK_FACTOR = 3;
/** How many runs to make; an assertion may depend on chance, most other exceptions on the code alone. */
function enough({ targets, repeat }, runs) {
    const last = runs.at(-1);
    const isByChance = targets.some((target) => last?.failures.some((failure) => (0,verify_targets/* belongsTo */.g4)(failure, target) && failure.exception.type?.endsWith("AssertionError") === true));
    const isQuick = runs.every(({ durationSeconds }) => durationSeconds <= QUICK_SECONDS);
    return repeat > 1 && isQuick && isByChance ? repeat * QUICK_FACTOR : repeat;
}
/** Everything fails, and no more runs are asked for. */
async function isClear({ targets, repeat, isSettled }, traced) {
    if (traced.timedOut || targets.some((target) => (0,verify_targets/* passes */.WE)(target, traced)))
        return false;
    return repeat === 1 || isSettled(traced);
}
async function isWorthMore({ targets, isSettled }, runs) {
    const last = runs.at(-1);
    if (last === undefined || last.timedOut)
        return false;
    const isOpen = targets.some((target) => !runs.some((run) => (0,verify_targets/* passes */.WE)(target, run)));
    return isOpen && !(await isSettled(last));
}
/** In how many of these runs the target passed and failed; a run in which it did neither says nothing. */
function tallyOf(target, runs) {
    return {
        passed: runs.filter((run) => (0,verify_targets/* passes */.WE)(target, run)).length,
        failed: runs.filter((run) => (0,verify_targets/* fails */.c6)(target, run)).length,
    };
}
/** How it failed, by the first of these runs in which it did. */
function failuresIn(target, runs) {
    for (const run of runs) {
        const found = run.failures.filter((failure) => (0,verify_targets/* belongsTo */.g4)(failure, target));
        if (found.length > 0)
            return found;
    }
    return [];
}

;// CONCATENATED MODULE: ./.cache/build/steps/company.js



function sortedBy(targets, tallies) {
    const where = (fits) => targets.filter((target) => fits(tallies.get(target) ?? { passed: 0, failed: 0 }));
    return {
        steady: where(({ passed, failed }) => failed > 0 && passed === 0),
        changing: where(({ passed, failed }) => failed > 0 && passed > 0),
        passing: where(({ passed, failed }) => failed === 0 && passed > 0),
        silent: where(({ passed, failed }) => failed + passed === 0),
    };
}
function hasRun(tally) {
    return tally !== undefined && tally.passed + tally.failed > 0;
}
function unsteady(kind, target, seen) {
    const runs = seen.filter((run) => run !== null);
    return { kind, target, tally: tallyOf(target, runs), failures: failuresIn(target, runs) };
}
/**
 * Runs on each side before order is said to decide: a coin falls as it would have to, so often and on both sides, once in
 * a thousand times.
 */
const SURE_RUNS = 5;
/** Tests that pass alone: first among all tests of their files, in the order of the files, then in the whole suite. */
async function inCompany(targets, input, runner) {
    if (targets.length === 0)
        return { shown: null, selections: new Map(), tallies: new Map(), unsteady: [] };
    const { repeat, isSettled, suite } = input;
    const files = [...new Set(targets.map((target) => (0,junit_address/* splitNodeId */.AO)(target).path))];
    const together = await steadiness_observe({ isSettled, selection: files, targets, repeat: Math.max(2, repeat) }, runner);
    const first = sortedBy(targets, talliesOf(targets, together.runs));
    const runs = { targets, files, alone: input.alone, together: together.runs };
    const again = first.passing.length > 0 ? await runner.run({ targets: "all", trace: false }) : null;
    const isOrder = first.steady.length > 0 || first.passing.some((target) => again !== null && (0,verify_targets/* fails */.c6)(target, again));
    const sure = isOrder ? await madeSure(runs, runner) : runs;
    const alone = talliesOf(targets, sure.alone);
    const passesAlone = (target) => alone.get(target)?.failed === 0;
    const tallies = talliesOf(targets, sure.together);
    const { steady, passing, silent } = sortedBy(targets.filter(passesAlone), tallies);
    const all = [...sure.alone, ...sure.together, again, suite];
    const rest = targets.filter((target) => !steady.includes(target));
    return {
        shown: together.shown,
        selections: new Map(steady.map((target) => [target, files])),
        tallies: new Map([...tallies].filter(([target]) => steady.includes(target))),
        unsteady: rest.map((target) => unsteady(kindOf(target, [...passing, ...silent], { again, suite, all }), target, all)),
    };
}
/** The whole suite has seen it fail before, in the job or in our own run: another time tells whether it does so each time. */
function kindOf(target, passing, { again, suite, all }) {
    if (passing.includes(target) && again !== null && (0,verify_targets/* fails */.c6)(target, again))
        return "in-suite";
    const hasFailed = suite !== null || all.some((run) => run !== null && (0,verify_targets/* fails */.c6)(target, run));
    return hasFailed ? "flaky" : "not-reproduced";
}
async function madeSure(runs, runner) {
    const more = async (targets, had) => {
        const all = [...had];
        while (all.length < SURE_RUNS)
            all.push(await runner.run({ targets, trace: false }));
        return all;
    };
    const alone = await more(runs.targets, runs.alone);
    return { ...runs, alone, together: await more(runs.files, runs.together) };
}
function talliesOf(targets, runs) {
    return new Map(targets.map((target) => [target, tallyOf(target, runs)]));
}

;// CONCATENATED MODULE: ./.cache/build/steps/baseline.js



/**
 * Runs what is said to fail, as often as asked, and sorts it: what fails each time, what fails only after the tests before
 * it in its file, what fails only in the whole suite, and what passes as it likes. Undefined when pytest runs none of the
 * tests that a failure may be of.
 */
async function baselineOf(trial, runner) {
    const { tests, suite } = trial;
    const targets = [...new Set(tests.flat())];
    const parts = await observeAll(targets, trial, runner);
    const alone = parts.flatMap(({ runs }) => runs);
    const own = new Map(targets.map((target) => [target, tallyOf(target, alone)]));
    if (suite === null && !tests.every((one) => one.some((target) => hasRun(own.get(target)))))
        return undefined;
    const sorted = sortedBy([...new Set(tests.flatMap((one) => meantBy(one, own)))], own);
    const company = await inCompany(sorted.passing, { ...trial, alone }, runner);
    const changing = sorted.changing.map((target) => unsteady("flaky", target, [...alone, suite]));
    const lost = sorted.silent.map((target) => unsteady("not-alone", target, [suite]));
    const all = [...changing, ...company.unsteady, ...lost];
    return {
        run: parts[0].shown,
        suite,
        seen: merged([
            ...parts.map(({ shown }) => [shown, sorted.steady]),
            [company.shown, [...company.selections.keys()]],
        ]),
        tallies: new Map([...own, ...company.tallies]),
        selections: company.selections,
        unsteady: all,
        flaky: all.filter(({ kind }) => kind === "flaky" || kind === "not-reproduced").map(({ target }) => target),
        sessionEnd: null,
    };
}
/** A test that ends the whole process takes those after it along: they are run once more without it. */
const baseline_MAX_PARTS = 5;
async function observeAll(targets, trial, runner) {
    const first = await steadiness_observe({ ...trial, selection: targets, targets }, runner);
    const more = [];
    const { repeat, isSettled } = trial;
    for (let last = first, rest = targets; last.shown.pytestExitCode === null && more.length < baseline_MAX_PARTS - 1;) {
        const silent = rest.filter((target) => !hasRun(tallyOf(target, last.runs)));
        if (last.shown.timedOut || silent.length === 0 || silent.length === rest.length)
            break;
        last = await steadiness_observe({ repeat, isSettled, selection: silent, targets: silent }, runner);
        rest = silent;
        more.push(last);
    }
    return [first, ...more];
}
/** Of several tests that a failure may be of, those that pass are not meant when another one fails. */
function meantBy(alternatives, tallies) {
    const failing = alternatives.filter((target) => (tallies.get(target)?.failed ?? 0) > 0);
    const ran = alternatives.filter((target) => hasRun(tallies.get(target)));
    return failing.length > 0 ? failing : ran.length > 0 ? ran : alternatives;
}
/** Nothing could be run: the end of the session is all there is to say. */
function withoutTests(run, fault) {
    return {
        run,
        suite: run,
        seen: { failures: run.failures, evidence: {} },
        tallies: new Map(),
        selections: new Map(),
        unsteady: [],
        flaky: [],
        sessionEnd: fault,
    };
}
/** Failures of these targets, each from the run that showed it, and what was seen there. */
function merged(parts) {
    const found = parts.flatMap(([run, targets]) => {
        const failures = (run?.failures ?? []).filter((one) => targets.some((target) => (0,verify_targets/* belongsTo */.g4)(one, target)));
        const ids = new Set(failures.map(({ nodeId }) => nodeId ?? ""));
        return [{ failures, evidence: Object.entries(run?.evidence ?? {}).filter(([id]) => ids.has(id)) }];
    });
    return {
        failures: found.flatMap(({ failures }) => failures),
        evidence: Object.fromEntries(found.flatMap(({ evidence }) => evidence)),
    };
}

;// CONCATENATED MODULE: ./.cache/build/steps/reported-tests.js


/** A report that fits so many tests of this project says nothing about it. */
const MAX_ALTERNATIVES = 20;
/**
 * Looks reported failures up among the tests that pytest really collects here. A report may come from another root
 * directory, folder or machine, and JUnit knows no node ids at all. Undefined when one of them is none that pytest knows.
 */
function reportedTests(failures, listed) {
    const known = knownTests(listed);
    const found = new Map(failures.map((failure) => [questionOf(failure), alternativesOf(failure, known)]));
    const all = [...found.values()];
    return all.every(({ length }) => length > 0 && length <= MAX_ALTERNATIVES) ? all : undefined;
}
function questionOf({ nodeId, file, address }) {
    return JSON.stringify([nodeId, file, address]);
}
function knownTests(listed) {
    const ids = new Set(listed.failures.flatMap(({ nodeId }) => nodeId ?? []));
    for (const id of listed.collected)
        addWithCollectors(id, ids);
    const root = listed.rootDirectory ?? "";
    const tests = [...ids].map((nodeId) => ({ nodeId, fromRoot: root === "" ? nodeId : `${root}/${nodeId}` }));
    return {
        byId: new Map(tests.map((test) => [test.nodeId, test])),
        byPath: new Map(tests.map((test) => [test.fromRoot, test])),
        byRest: grouped(tests, ({ nodeId }) => restOf(nodeId)),
        byName: grouped(tests, ({ nodeId }) => (0,junit_address/* junitAddress */.Pf)(nodeId).name),
    };
}
/** With the classes and the file above it: a report may say that those could not be collected. */
function addWithCollectors(nodeId, ids) {
    ids.add(nodeId);
    const { path, rest } = (0,junit_address/* splitNodeId */.AO)(nodeId);
    const open = rest.indexOf("[");
    const names = (open < 0 ? rest : rest.slice(0, open)).split("::").slice(1, -1);
    names.forEach((_, at) => ids.add([path, ...names.slice(0, at + 1)].join("::")));
    ids.add(path);
}
function alternativesOf(failure, known) {
    const target = (0,verify_targets/* targetOf */.$r)(failure);
    const found = target === "" ? [] : byNodeId(withoutGroup(target, known), failure.file, known);
    const tests = found.length > 0 || failure.address === undefined ? found : byAddress(failure.address, known);
    return [...new Set(tests.map(({ nodeId }) => nodeId))];
}
/**
 * By the repository's file where the report told it; else by the id itself, or by every test whose path ends in that of
 * the id or is its end.
 */
function byNodeId(nodeId, file, known) {
    const { path, rest } = (0,junit_address/* splitNodeId */.AO)(nodeId);
    const own = file === null ? undefined : known.byPath.get(file + rest);
    if (own)
        return [own];
    if (file !== null && file !== path)
        return [];
    const same = known.byId.get(nodeId);
    if (same && file !== null)
        return [same];
    return (known.byRest.get(rest) ?? []).filter(({ fromRoot }) => isEndOf(nodeId, fromRoot) || isEndOf(fromRoot, nodeId));
}
function byAddress({ classname, name }, known) {
    const alike = known.byName.get(name) ?? known.byName.get(unescaped(name)) ?? [];
    return alike.filter(({ fromRoot }) => {
        const full = (0,junit_address/* junitAddress */.Pf)(fromRoot).classname;
        return full === "" || full === classname || full.endsWith(`.${classname}`) || classname.endsWith(`.${full}`);
    });
}
/** xdist's `--dist loadgroup` puts the group behind the id. */
function withoutGroup(nodeId, { byRest }) {
    const at = nodeId.lastIndexOf("@");
    return at < 0 || byRest.has(restOf(nodeId)) ? nodeId : nodeId.slice(0, at);
}
/** Characters that XML does not have, as pytest writes them: `#x1B`. */
function unescaped(name) {
    return name.replace(/#x([0-9A-F]{2,6})/g, (written, digits) => {
        const code = Number.parseInt(digits, 16);
        return code > 0x10ffff ? written : String.fromCodePoint(code);
    });
}
function restOf(nodeId) {
    return (0,junit_address/* splitNodeId */.AO)(nodeId).rest;
}
function isEndOf(end, path) {
    return path === end || path.endsWith(`/${end}`);
}
function grouped(tests, key) {
    const groups = new Map();
    for (const test of tests) {
        const group = groups.get(key(test));
        if (group === undefined)
            groups.set(key(test), [test]);
        else
            group.push(test);
    }
    return groups;
}

;// CONCATENATED MODULE: ./.cache/build/steps/reproduce.js







/**
 * Runs what the report says failed, on unchanged code. Where it does not name the tests as this project's pytest does,
 * they are looked up among those that pytest collects. When one of them is none of these, the whole suite runs first and
 * says what fails.
 */
async function reproduce(input, runner) {
    const reported = input.report === null ? [] : input.report.failures;
    const isNamed = reported.length > 0 && reported.every((failure) => isLookedUp(failure));
    return (isNamed ? await fromReport(reported, input, runner) : undefined) ?? (await fromWholeSuite(input, runner));
}
/** Neither an id nor a name: the start of the tests failed, or the report tells exceptions only. */
function isLookedUp({ nodeId, address }) {
    return nodeId !== null || address !== undefined;
}
async function fromReport(reported, input, runner) {
    const targets = targetsOf(reported);
    const isAllExact = reported.every(isExact);
    const first = isAllExact ? await runner.run({ targets: (0,verify_targets/* selectionOf */.Wm)(targets), trace: true }) : undefined;
    const direct = { ...input, tests: targets.map(alone), suite: null, ...(first === undefined ? {} : { first }) };
    if (first && isRightHere(reported, first))
        return baselineOf(direct, runner);
    const listed = await runner.run({ targets: "all", trace: false, collectOnly: true });
    const tests = listed.timedOut ? undefined : reportedTests(reported, listed);
    if (!tests)
        return undefined;
    const isSame = [...new Set(tests.flat())].toSorted().join("\n") === targets.toSorted().join("\n");
    return baselineOf(isSame && isAllExact ? direct : { ...input, tests, suite: null }, runner);
}
/** Whether the ids are those of this project's tests: they ran, and in the files that the report names. */
function isRightHere(reported, run) {
    const hasRun = (target) => run.timedOut || (0,verify_targets/* passes */.WE)(target, run) || (0,verify_targets/* fails */.c6)(target, run);
    return reported.every((failure) => hasRun((0,verify_targets/* targetOf */.$r)(failure)) && isAtItsFile(failure, run));
}
function isExact({ nodeId, address }) {
    return nodeId !== null && address === undefined;
}
/** An id is relative to pytest's root directory, and that of the report may be another than ours. */
function isAtItsFile(failure, { rootDirectory }) {
    const { path } = (0,junit_address/* splitNodeId */.AO)(failure.nodeId ?? "");
    const here = rootDirectory ? `${rootDirectory}/${path}` : path;
    return failure.file === null || (0,verify_targets/* targetOf */.$r)(failure) === verify_targets/* SESSION */.fW || failure.file === here;
}
function alone(target) {
    return [target];
}
async function fromWholeSuite(input, runner) {
    const suite = await runner.run({ targets: "all", trace: false });
    const end = sessionEnd(suite);
    if (end?.kind === "problem")
        throw new problem/* SetupError */.w([end.problem]);
    const tests = targetsOf(suite.failures).map(alone);
    const baseline = tests.length === 0 ? undefined : await baselineOf({ ...input, tests, suite }, runner);
    return baseline ?? withoutTests(suite, end ?? null);
}

// EXTERNAL MODULE: ./.cache/build/syntax/resolve.js
var resolve = __webpack_require__(9691);
;// CONCATENATED MODULE: ./.cache/build/steps/sources.js


/** Files beyond this are not read: a fault is found near the failure, not at the far end of the import graph. */
const sources_MAX_FILES = 400;
function openSources({ workspace, parser, trackedFiles, guarded }) {
    const known = new Map();
    const tracked = new Set(trackedFiles.filter((path) => path.endsWith(".py")));
    const parseAll = async (paths, patch) => {
        const texts = await textsOf(workspace, paths, patch);
        const stale = texts.filter(({ path, text }) => known.get(path)?.text !== text);
        for (const file of await parser.parse(stale))
            known.set(file.path, file);
        return texts.flatMap(({ path }) => known.get(path) ?? []);
    };
    return {
        async load(seeds, patch) {
            const found = new Map();
            let next = [...new Set(seeds)].filter((path) => tracked.has(path));
            while (next.length > 0 && found.size < sources_MAX_FILES) {
                const level = await parseAll(next.slice(0, sources_MAX_FILES - found.size), patch);
                for (const file of level)
                    found.set(file.path, file);
                const imported = level.flatMap((file) => ("tree" in file ? sources_importedBy(file, trackedFiles) : []));
                next = [...new Set(imported)].filter((path) => tracked.has(path) && !found.has(path));
            }
            const files = [...found.values()];
            return {
                modules: new Map(files.flatMap((file) => ("tree" in file ? [[file.path, file]] : []))),
                unparsable: files.filter((file) => !("tree" in file)),
                guarded,
                trackedFiles,
            };
        },
        async parse(files) {
            const parsed = await parser.parse(files);
            return new Map(parsed.flatMap((file) => ("tree" in file ? [[file.path, file]] : [])));
        },
    };
}
async function textsOf(workspace, paths, patch) {
    const patched = new Map(patch.changes.map((change) => [change.path, change.after]));
    const texts = [];
    for (const path of paths) {
        const own = patched.get(path);
        const file = own === undefined ? await workspace.read(path) : { kind: "text", text: own };
        if (file.kind === "text")
            texts.push({ path, text: file.text });
    }
    return texts;
}
/** Files that a module imports, and the packages on the way to them. */
function sources_importedBy(module, trackedFiles) {
    return (0,resolve/* importsOf */.c5)(module).flatMap((wanted) => (0,imported_file/* importedFile */.f)(trackedFiles, module.path, wanted) ?? []);
}

;// CONCATENATED MODULE: ./.cache/build/pipeline.js








/**
 * The whole product between report and publication: run what failed on unchanged code, say what each failure is, mend one
 * group of them after the other, and let the whole suite have the last word. The tree is as it was found when this returns
 * or throws.
 */
async function heal(report, sha, tools) {
    const { log, workspace, runner, repeat } = tools;
    const trackedFiles = await workspace.trackedFiles();
    const codeAtStart = await workspace.hashes(codeAmong(trackedFiles));
    const baseline = await log.section("Reproduce on unchanged code", async () => reproduce({ report, repeat, isSettled: async (run) => isEnvironmentOnly(run, tools) }, runner));
    const groups = await withPreExisting(await verdictsOf(baseline, report, tools), baseline, tools);
    for (const group of groups)
        log.info(pipeline_verdictLine(group));
    const guarded = testFiles(trackedFiles, baseline.suite ? [baseline.run, baseline.suite] : [baseline.run]);
    const guardedHashes = { ...(await workspace.hashes([...guarded])), ...codeAtStart };
    const parser = tools.parserFor(baseline.run.interpreter?.executable ?? null);
    const sources = openSources({ workspace, parser, trackedFiles, guarded });
    const mended = await mendGroups({ report, baseline, groups, trackedFiles }, sources, tools);
    const { suite, selections, seen } = baseline;
    const known = { failures: seen.failures, suite, report, selections, guardedHashes };
    const confirmed = await confirmAccepted(mended.accepted, known, tools);
    return caseOf({ sha, baseline, groups, ...mended, ...confirmed });
}
function pipeline_verdictLine({ verdict, reason, failures: [first, ...others] }) {
    const rest = others.length > 0 ? ` and ${others.length} more` : "";
    return `${first?.nodeId ?? "the start of the tests"}${rest}: ${verdict}: ${reason}`;
}


/***/ }),

/***/ 7339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var _text_stable_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4517);

/**
 * Sixteen hexadecimal digits that tell one list of texts from another. No proof: it only says whether a comment of our
 * own already holds this. Lengths keep ["ab", "c"] apart from ["a", "bc"].
 */
function fingerprint(parts) {
    return (0,_text_stable_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(parts.map((part) => `${part.length}:${part}`).join(""));
}


/***/ }),

/***/ 6804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ ownFrame)
/* harmony export */ });
/* harmony import */ var _text_frame_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5216);

/** Names as their makers write them; a package that is not here is shown by its folder's name. */
const KNOWN_NAMES = {
    _pytest: "pytest",
    aiosqlite: "aiosqlite",
    anyio: "AnyIO",
    asyncpg: "asyncpg",
    django: "Django",
    fastapi: "FastAPI",
    flask: "Flask",
    greenlet: "greenlet",
    httpx: "HTTPX",
    jinja2: "Jinja",
    pydantic: "Pydantic",
    pydantic_core: "Pydantic",
    pytest: "pytest",
    pytest_asyncio: "pytest-asyncio",
    sqlalchemy: "SQLAlchemy",
    sqlmodel: "SQLModel",
    starlette: "Starlette",
    uvicorn: "Uvicorn",
};
/** The owner by the path; `testFile` is the failing test's file, whatever it is called. */
function ownFrame(frame, testFile) {
    const { owner: byPath, shownPath } = (0,_text_frame_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOf */ .b)(frame.path);
    const owner = byPath === "project" && shownPath === testFile ? "test" : byPath;
    return { frame, owner, name: ownerName(owner, shownPath), shownPath };
}
function ownerName(owner, shownPath) {
    switch (owner) {
        case "dependency":
            return knownName((shownPath.split("/")[0] ?? "").replace(/\.py$/, ""));
        case "generated":
            return "generated code";
        case "standard-library":
            return "Python's own library";
        case "test":
            return shownPath.endsWith("conftest.py") ? "your test set-up" : "your test";
        case "project":
            return "your code";
    }
}
function knownName(folder) {
    return Object.hasOwn(KNOWN_NAMES, folder) ? (KNOWN_NAMES[folder] ?? folder) : folder;
}


/***/ }),

/***/ 7643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qX: () => (/* binding */ guideKey),
  TI: () => (/* binding */ renderGuide),
  kU: () => (/* binding */ whatFailed)
});

// EXTERNAL MODULE: ./.cache/build/text/markdown.js
var markdown = __webpack_require__(8390);
// EXTERNAL MODULE: ./.cache/build/text/unified-diff.js
var unified_diff = __webpack_require__(8993);
// EXTERNAL MODULE: ./.cache/build/publish/fingerprint.js
var fingerprint = __webpack_require__(7339);
// EXTERNAL MODULE: ./.cache/build/publish/left-section.js
var left_section = __webpack_require__(6312);
;// CONCATENATED MODULE: ./.cache/build/publish/testing-section.js

/** How the patch was tried: counts and seconds of every run, whether it fails again without it, the commands. */
function renderTesting(verification) {
    const { targets, repeat, targeted, fullBefore, fullAfter } = verification;
    const rows = [
        row(`all tests, without the patch${fullBefore.fromReport === true ? " (the job's own report)" : ""}`, fullBefore),
        row("all tests, with the patch", fullAfter),
        row(`the ${targets.length === 1 ? "failing test" : `${targets.length} failing tests`}, with the patch (${(0,markdown/* countOf */.pq)(repeat, "run")})`, targeted),
    ];
    const reverted = verification.failsAgainWhenReverted
        ? "Without the patch they were run once more and failed again."
        : "They were not run once more without the patch.";
    const commands = [...new Set([fullAfter.command, targeted.command])].map((command) => `- ${(0,markdown/* inlineCode */.ti)(command, 500)}`);
    const load = verification.underLoad === undefined ? [] : [loadSentence(verification.underLoad)];
    return [
        `${(0,markdown/* countOf */.pq)(targets.length, "test")} failed in our own run of the unchanged code; the tests pass with the patch. ${reverted}`,
        ["| run | passed | failed | errors | skipped | seconds |", "|---|---|---|---|---|---|", ...rows].join("\n"),
        ...load,
        `Commands:\n${commands.join("\n")}`,
    ].join("\n\n");
}
function loadSentence({ runs, passed, otherFailure }) {
    const all = `They were run in ${runs} processes at the same time, since the change is about concurrent code: ${passed} of ${runs} passed.`;
    if (otherFailure === null)
        return all;
    const what = `${(0,markdown/* inertProse */.CH)(otherFailure)}.`;
    return `${all} The rest failed in another way than what was mended, which tests that share a resource do: ${what}`;
}
function row(name, run) {
    const seconds = run.fromReport === true ? "–" : run.durationSeconds.toFixed(1);
    return `| ${name} | ${run.passed} | ${run.failed} | ${run.errors} | ${run.skipped} | ${seconds} |`;
}

// EXTERNAL MODULE: ./.cache/build/publish/trace.js
var publish_trace = __webpack_require__(4770);
;// CONCATENATED MODULE: ./.cache/build/publish/guide.js






/**
 * The page that explains one healed failure with the customer's own lines: what failed and why, the trace, the change,
 * how it was tested, what was not done. At most 65,536 bytes unless `limit` says otherwise.
 */
function renderGuide(input, page) {
    const { case: found } = input;
    const seen = found.healed.reduce((sum, group) => sum + group.failures.length, 0);
    const count = found.verification?.targets.length ?? seen;
    const parts = [
        keep(`### ${(0,markdown/* countOf */.pq)(count, "failing test")}: ${count === 1 ? "it passes" : "they pass"} with this patch`),
        keep(page.opening),
        ...found.healed.flatMap((group, index) => groupParts(group, input, index)),
        { text: changePart(input.changes, page.isPatchFolded), dropOrder: page.isPatchFolded ? 9 : 0 },
        ...(found.verification === null
            ? []
            : [{ text: `#### How it was tested\n\n${renderTesting(found.verification)}`, dropOrder: 1 }]),
        { text: `#### What was not done\n\n${(0,left_section/* renderLeft */.aC)(found)}`, dropOrder: 2 },
        keep(renderFooter(input.runUrl)),
    ];
    return (0,markdown/* fitPage */.n8)(parts, page.limit);
}
/** The same for two runs that found the same: seconds, chance and the run's page don't count. */
function guideKey(input, page) {
    return (0,fingerprint/* fingerprint */.R)([renderGuide({ ...input, case: withoutSeconds(input.case), runUrl: null }, page)]);
}
/** Two sentences: what failed, and why. */
function whatFailed(failures, why) {
    const first = failures[0];
    if (first === undefined)
        return "";
    const others = failures.length - 1;
    const more = others === 0 ? "" : ` (and ${(0,markdown/* countOf */.pq)(others, "more test")} with the same cause)`;
    const name = (0,markdown/* inlineCode */.ti)(first.nodeId ?? first.testName ?? first.file ?? "a test");
    const where = { setup: " in its set-up", call: "", teardown: " in its teardown", collect: " before any test runs" };
    const what = `${name}${more} fails${where[first.phase]} with ${(0,publish_trace/* describeException */.t8)(first.exception)}.`;
    return why === "" ? what : `${what} ${(0,markdown/* inertProse */.CH)(why)}`;
}
function groupParts(group, input, index) {
    const failure = group.failures[0];
    if (failure === undefined)
        return [];
    const guide = guideOf(group, input.guides);
    const rationale = group.steps.map((step) => (0,markdown/* inertProse */.CH)(step.rationale)).join(" ");
    const trace = (0,publish_trace/* renderTrace */.E2)(failure, input.case.patch?.changes ?? []);
    const number = input.case.healed.length > 1 ? ` (${index + 1} of ${input.case.healed.length})` : "";
    return [
        {
            text: `#### What failed, and why${number}\n\n${whatFailed(group.failures, guide?.explanation ?? "")}\n\n${rationale}`,
            dropOrder: index === 0 ? null : 3,
        },
        { text: trace === "" ? "" : `#### The trace, line by line${number}\n\n${trace}`, dropOrder: 4 },
    ];
}
function guideOf(group, guides) {
    const ids = group.steps.map(({ origin }) => (origin.kind === "recipe" ? origin.id : ""));
    return guides.find(({ id }) => ids.includes(id));
}
function changePart(changes, isFolded) {
    const diff = (0,markdown/* fence */.EU)((0,unified_diff/* unifiedDiff */.W)(changes), "diff", 40_000);
    const hasReturns = changes.some(({ before, after }) => `${before}${after}`.includes("\r"));
    const remark = hasReturns ? "\n\nCarriage returns at the ends of lines are not shown here." : "";
    return isFolded
        ? `<details>\n<summary>Before and after: the whole patch</summary>\n\n${diff}${remark}\n\n</details>`
        : `#### Before and after\n\n${diff}${remark}`;
}
function renderFooter(runUrl) {
    const run = runUrl === null ? "" : ` · [the run that made it](${runUrl})`;
    return `<sub>Drafted and tried by autofix-action${run}. The tests pass with it; whether it is what you want, you decide.</sub>`;
}
function withoutSeconds(found) {
    const still = (run) => ({ ...run, durationSeconds: 0 });
    const { verification } = found;
    // How often a flaky test passes is chance too.
    const groups = found.groups.map((group) => (group.verdict === "flaky" ? { ...group, reason: "" } : group));
    if (verification === null)
        return { ...found, groups };
    return {
        ...found,
        groups,
        verification: {
            ...verification,
            targeted: still(verification.targeted),
            fullBefore: still(verification.fullBefore),
            fullAfter: still(verification.fullAfter),
        },
    };
}
function keep(text) {
    return { text, dropOrder: null };
}


/***/ }),

/***/ 6312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z$: () => (/* binding */ renderAttempts),
/* harmony export */   aC: () => (/* binding */ renderLeft)
/* harmony export */ });
/* unused harmony export describeOrigin */
/* harmony import */ var _text_refusal_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(207);
/* harmony import */ var _text_frame_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5216);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8390);



const MOST_LINES = 15;
/** What was not done: the same pattern left alone, tests that still fail, notes, and what the patch never touched. */
function renderLeft(found) {
    const places = found.healed.flatMap(({ steps }) => steps.flatMap(({ leftAlone }) => leftAlone));
    const alone = places.map((place) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(`${place.path}:${place.line}`)}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inertProse */ .CH)(place.note)}`);
    const failing = found.remainingFailures.map((nodeId) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(nodeId)}`);
    return [
        ...list("Left alone, though it looks alike:", [...new Set(alone)]),
        ...list(found.patch === null ? "These tests fail:" : "These tests still fail with the patch:", failing),
        ...list("Not drafted for:", found.groups.filter(isNotDrafted).map(verdictLine)),
        ...list("To know:", [
            ...found.groups.filter(({ verdict }) => verdict === "pre-existing").map(verdictLine),
            ...found.notes.map((note) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inertProse */ .CH)(note)}`),
            ...untouched(found),
        ]),
    ].join("\n\n");
}
const NOT_DRAFTED = ["flaky", "environment", "test-at-fault"];
function isNotDrafted({ verdict, selection }) {
    return NOT_DRAFTED.includes(verdict) || (verdict === "order-dependent" && selection === null);
}
/** `test_x` and 2 more (flaky): passed 1 of 3 runs on unchanged code. */
function verdictLine({ verdict, reason, failures: [first, ...others] }) {
    const rest = others.length > 0 ? ` and ${others.length} more` : "";
    const name = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(first?.nodeId ?? first?.file ?? "the start of the tests");
    return `- ${name}${rest} (${verdict}): ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inertProse */ .CH)(reason)}`;
}
/** Each draft and what became of it; for a reader who wonders why nothing, or not this, was published. */
function renderAttempts(attempts) {
    const lines = attempts.map(({ origin, paths, verdict }) => `- ${describeOrigin(origin)} on ${paths.map((path) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(path)).join(", ")}: ${describeVerdict(verdict)}`);
    return list("Drafts:", lines).join("\n\n");
}
function describeOrigin(origin) {
    return origin.kind === "recipe" ? `Recipe ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(origin.id)}` : `LLM ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(origin.model)}`;
}
function describeVerdict(verdict) {
    switch (verdict.kind) {
        case "plausible":
            return "the tests pass with it.";
        case "refused":
            return `refused: ${verdict.reasons.map((reason) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inertProse */ .CH)((0,_text_refusal_text_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalText */ .K)(reason))).join("; ")}`;
        case "mismatch":
            return `could not be applied to ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(verdict.path)}. ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inertProse */ .CH)(verdict.reason)}`;
        case "rejected":
            return `tried and dropped (${verdict.why}). ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inertProse */ .CH)(verdict.reason)}`;
    }
}
function untouched({ patch }) {
    if (patch === null)
        return [];
    const isTestTouched = patch.changes.some(({ path }) => (0,_text_frame_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .isTestPath */ .M)(path));
    return isTestTouched ? ["- The patch changes a test file: look at it twice."] : ["- The patch changes no test."];
}
function list(title, lines) {
    if (lines.length === 0)
        return [];
    const hidden = lines.length - MOST_LINES;
    const rest = hidden > 0 ? [`- and ${hidden} more`] : [];
    return [[title, ...lines.slice(0, MOST_LINES), ...rest].join("\n")];
}


/***/ }),

/***/ 307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redactCase)
/* harmony export */ });
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7218);

/**
 * The case as it may be shown to everybody: no credential in what a test, a library or a command said. Frames, node ids
 * and keys stay, as others look them up; the patch stays, because its texts are what was tested. Call it before anything
 * is rendered or written. `secrets` are exact values to hide wherever they stand.
 */
function redactCase(found, secrets) {
    const clean = (text) => (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E)(text, secrets);
    return {
        ...found,
        groups: found.groups.map((group) => cleanGroup(group, clean)),
        attempts: found.attempts.map((attempt) => cleanAttempt(attempt, clean)),
        healed: found.healed.map((group) => cleanHealed(group, clean)),
        verification: found.verification === null ? null : cleanVerification(found.verification, clean),
        notes: found.notes.map(clean),
    };
}
function cleanGroup(group, clean) {
    return {
        ...group,
        reason: clean(group.reason),
        evidence: group.evidence.map(clean),
        failures: group.failures.map((failure) => cleanFailure(failure, clean)),
    };
}
function cleanHealed(group, clean) {
    return {
        ...group,
        failures: group.failures.map((failure) => cleanFailure(failure, clean)),
        steps: group.steps.map((step) => ({
            ...step,
            rationale: clean(step.rationale),
            leftAlone: step.leftAlone.map((place) => ({ ...place, note: clean(place.note) })),
        })),
    };
}
function cleanFailure(failure, clean) {
    const orNull = (text) => (text === null ? null : clean(text));
    return {
        ...failure,
        exception: cleanException(failure.exception, clean),
        ...cleanParts(failure, clean),
        capturedStdout: orNull(failure.capturedStdout),
        capturedStderr: orNull(failure.capturedStderr),
        capturedLog: orNull(failure.capturedLog),
    };
}
/** The exceptions before it, and those in it. */
function cleanParts({ chain, members }, clean) {
    const inside = members?.map((member) => cleanMember(member, clean));
    return { chain: chain.map((link) => cleanLink(link, clean)), ...(inside ? { members: inside } : {}) };
}
function cleanLink(link, clean) {
    const inside = link.members?.map((member) => cleanMember(member, clean));
    return { ...link, ...cleanException(link, clean), ...(inside ? { members: inside } : {}) };
}
function cleanMember(member, clean) {
    return {
        ...member,
        ...cleanException(member, clean),
        chain: member.chain.map((link) => cleanLink(link, clean)),
        members: member.members.map((inner) => cleanMember(inner, clean)),
    };
}
function cleanException({ type, message }, clean) {
    return { type, message: message === null ? null : clean(message) };
}
function cleanAttempt(attempt, clean) {
    return { ...attempt, rationale: clean(attempt.rationale), verdict: cleanVerdict(attempt.verdict, clean) };
}
function cleanVerdict(verdict, clean) {
    switch (verdict.kind) {
        case "plausible":
            return verdict;
        case "refused":
            return { ...verdict, reasons: verdict.reasons.map((each) => ({ ...each, reason: clean(each.reason) })) };
        case "mismatch":
        case "rejected":
            return { ...verdict, reason: clean(verdict.reason) };
    }
}
function cleanVerification(verification, clean) {
    const run = (summary) => ({ ...summary, command: clean(summary.command) });
    const { underLoad } = verification;
    const otherFailure = underLoad?.otherFailure ?? null;
    return {
        ...verification,
        ...(underLoad && otherFailure !== null ? { underLoad: { ...underLoad, otherFailure: clean(otherFailure) } } : {}),
        targeted: run(verification.targeted),
        fullBefore: run(verification.fullBefore),
        fullAfter: run(verification.fullAfter),
    };
}


/***/ }),

/***/ 7487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* unused harmony export describePublication */
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8390);
/* harmony import */ var _left_section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6312);
/* harmony import */ var _guide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7643);
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4770);




/** GitHub drops a step's whole summary above 1 MiB. */
const SUMMARY_LIMIT = 900 * 1024;
/**
 * The job summary: the guide when something held up, else what fails, what was tried and why nothing is published.
 * `headline` is one sentence of ours about how the run ended; it may hold foreign words.
 */
function renderSummary(input, headline, publication) {
    const opening = [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inertProse */ .CH)(headline), describePublication(publication)].filter((line) => line !== "").join("\n\n");
    if (input.case.patch !== null) {
        return (0,_guide_js__WEBPACK_IMPORTED_MODULE_1__/* .renderGuide */ .TI)(input, { opening, isPatchFolded: false, limit: SUMMARY_LIMIT });
    }
    const groups = input.case.groups.map(({ failures, verdict, reason, evidence }) => {
        const first = failures[0];
        const trace = first === undefined ? "" : (0,_trace_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTrace */ .E2)(first, []);
        const seen = evidence.length === 0 ? "" : ` (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inertProse */ .CH)(evidence.join("; "))})`;
        const said = `${(0,_guide_js__WEBPACK_IMPORTED_MODULE_1__/* .whatFailed */ .kU)(failures, "")} Verdict: ${verdict}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inertProse */ .CH)(reason)}${seen}`;
        return `${said}${trace === "" ? "" : `\n\n${trace}`}`;
    });
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .fitPage */ .n8)([
        { text: "### No patch", dropOrder: null },
        { text: opening, dropOrder: null },
        ...groups.map((text) => ({ text, dropOrder: 2 })),
        { text: (0,_left_section_js__WEBPACK_IMPORTED_MODULE_0__/* .renderAttempts */ .Z$)(input.case.attempts), dropOrder: 1 },
        { text: (0,_left_section_js__WEBPACK_IMPORTED_MODULE_0__/* .renderLeft */ .aC)(input.case), dropOrder: 1 },
    ], SUMMARY_LIMIT);
}
/** Where the patch went, with the page to look at; and why not where it was asked for. */
function describePublication({ publishedAs, reason, ...links }) {
    const why = reason === "" ? "" : ` ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inertProse */ .CH)(reason)}`;
    const review = links.reviewUrl === null ? "" : ` [Look at it](${links.reviewUrl}).`;
    switch (publishedAs) {
        case "commit":
            return `The patch is a commit on the pull request's branch.${review}${why}`;
        case "suggestions":
            return `The patch waits on the pull request as suggestions.${review}${why}`;
        case "comment":
            return `The whole patch is in a comment on the pull request.${review}${why}`;
        case "working-tree":
            return `The patch is in the working tree.${why}`;
        case "summary":
        case "none":
            return why.trim();
    }
}


/***/ }),

/***/ 4770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ renderTrace),
/* harmony export */   RI: () => (/* binding */ shortType),
/* harmony export */   t8: () => (/* binding */ describeException)
/* harmony export */ });
/* harmony import */ var _text_line_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4121);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8390);
/* harmony import */ var _frame_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6804);



/** Steps of one exception's trace that are shown; the rest is counted. */
const MOST_STEPS = 25;
const MOST_LINKS = 3;
/**
 * The trace as a numbered list: each line of the project and its tests with its source where we have it, runs of
 * library calls folded into one step that names the libraries. Earlier exceptions of the chain follow.
 */
function renderTrace(failure, changes) {
    const links = failure.chain.slice(0, MOST_LINKS).map((link) => {
        const relation = link.relation === "cause" ? "It was raised because of" : "It came up while this was handled:";
        return `${relation} ${describeException(link)}\n\n${renderFrames(link.frames, { failure, changes })}`;
    });
    return [renderFrames(failure.frames, { failure, changes }), ...links].join("\n\n").trim();
}
/** Type and the message's first line, as code. */
function describeException({ type, message }) {
    const firstLine = (message ?? "").trim().split("\n")[0] ?? "";
    const name = type === null ? "an exception the report does not name" : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(shortType(type));
    return firstLine === "" ? name : `${name}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(firstLine)}`;
}
/** `MissingGreenlet` for `sqlalchemy.exc.MissingGreenlet`; anything that is no dotted name stays whole. */
function shortType(type) {
    return /^[\w.]+$/.test(type) ? (type.split(".").at(-1) ?? type) : type;
}
function renderFrames(frames, { failure, changes }) {
    const steps = foldLibraries(frames.map((frame) => (0,_frame_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .ownFrame */ .Q)(frame, failure.file)));
    const shown = steps.slice(-MOST_STEPS);
    const lines = shown.map((step, index) => {
        const isLast = index === shown.length - 1;
        return `${index + 1}. ${renderStep(step, changes)}${isLast ? " (raised here)" : ""}`;
    });
    const hidden = steps.length - shown.length;
    return [...(hidden > 0 ? [`${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(hidden, "outer step")} not shown.\n`] : []), ...lines].join("\n");
}
/** Neighbouring frames of installed packages and of Python itself are one step; every other frame is its own. */
function foldLibraries(frames) {
    const steps = [];
    for (const frame of frames) {
        const last = steps.at(-1);
        const previous = last?.at(-1);
        if (last !== undefined && previous !== undefined && isLibrary(previous) && isLibrary(frame))
            last.push(frame);
        else
            steps.push([frame]);
    }
    return steps;
}
function isLibrary({ owner }) {
    return owner === "dependency" || owner === "standard-library" || owner === "generated";
}
function renderStep(step, changes) {
    const innermost = step.at(-1);
    if (innermost === undefined)
        return "";
    const place = renderPlace(innermost);
    if (!isLibrary(innermost)) {
        const source = sourceLine(innermost.frame, changes);
        return `${place}, ${innermost.name}${source === "" ? "" : `: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(source)}`}`;
    }
    const names = [...new Set(step.map(({ name }) => name))].map((name) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inertProse */ .CH)(name, 100)).join(", ");
    return step.length === 1 ? `${place}, ${names}` : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(step.length, "call")} in ${names}, down to ${place}`;
}
function renderPlace({ frame, shownPath }) {
    const place = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(`${shownPath}:${frame.line}`);
    return frame.function === null ? place : `${place} in ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .ti)(frame.function)}`;
}
/** The line as it was when it failed; empty when the file is not among those we hold. */
function sourceLine(frame, changes) {
    const change = changes.find(({ path }) => path === frame.path);
    return change === undefined ? "" : ((0,_text_line_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .splitLines */ .uz)(change.before)[frame.line - 1] ?? "").trim();
}


/***/ }),

/***/ 2813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ parseSettings),
  m: () => (/* binding */ rawInputs)
});

// EXTERNAL MODULE: ./.cache/build/settings/inputs.js
var inputs = __webpack_require__(356);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
;// CONCATENATED MODULE: ./.cache/build/settings/read-value.js

function good(value) {
    return { value, problems: [] };
}
function bad(value, problem) {
    return { value, problems: [problem] };
}
/** `true` and `false` in the spellings of YAML 1.2, as @actions/core takes them; nothing else. */
function readBoolean(name, text) {
    if (/^(?:true|True|TRUE)$/.test(text))
        return good(true);
    if (/^(?:false|False|FALSE)$/.test(text))
        return good(false);
    return bad(false, wrongValue(name, text, "It takes true or false."));
}
/** A whole number in decimal digits inside the input's range; no sign, no unit, no exponent. */
function readInteger(input, text) {
    const { minimum, maximum } = input.range ?? { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum)
        return good(value);
    return bad(minimum, wrongValue(input.name, text, `It takes a whole number from ${minimum} to ${maximum}.`));
}
/** One of the listed values, spelt exactly so. */
function readChoice(name, text, allowed) {
    const value = allowed.find((entry) => entry === text);
    if (value !== undefined)
        return good(value);
    return bad(allowed[0], wrongValue(name, text, `It takes ${allowed.join(", ")}.`));
}
/** Entries on lines of their own or separated by commas; a comma inside `{a,b}` belongs to the glob. Empty ones drop out. */
function splitList(text) {
    const entries = [""];
    let depth = 0;
    for (const character of text) {
        if (character === "{")
            depth += 1;
        if (character === "}")
            depth = Math.max(0, depth - 1);
        if (character === "\n" || (character === "," && depth === 0)) {
            entries.push("");
            depth = 0;
        }
        else
            entries[entries.length - 1] += character;
    }
    return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}
/** A path or glob inside the repository: relative, and never upwards out of it. */
function readInsidePath(name, path) {
    const steps = path.replace(/^!/, "").split(/[\\/]/);
    const outside = steps[0] === "" || steps[0]?.startsWith("~") || /^[A-Za-z]:/.test(path) || steps.includes("..");
    if (!outside)
        return good(path);
    return bad(path, {
        code: "path-outside-repository",
        what: `The input ${name} holds ${quote(path)}.`,
        why: "Only files inside the repository can be meant there.",
        next: `Write ${name} relative to the repository root, with / and without ..`,
    });
}
/** A name of an environment variable, `*` for any text in it. */
function readVariableName(name, text) {
    if (/^[A-Za-z_*][A-Za-z0-9_*]{0,200}$/.test(text))
        return good(text);
    return bad(text, wrongValue(name, text, "It takes names of environment variables: letters, digits, _ and * for any text."));
}
/** A JSON array of words, or undefined when the text is none. */
function decodeWords(text) {
    try {
        return schemas/* array */.YOg(schemas/* string */.YjP()).min(1).parse(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
function wrongValue(name, text, takes) {
    return {
        code: "input-value",
        what: `The input ${name} is ${quote(text)}.`,
        why: takes,
        next: `Change the line "${name}:" under "with:" of the step.`,
    };
}
/** Foreign text for one line of a message: JSON escapes control characters, and the length is bounded. */
function quote(text) {
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

;// CONCATENATED MODULE: ./.cache/build/settings/recipe-choice.js

/**
 * The recipes to switch off. `all`, `none` and plain ids say what is on, read from left to right; `-id` takes one away
 * again. A list of nothing but `-id` starts from all.
 */
function readRecipeChoice(entries, known) {
    const unknown = entries.filter((entry) => !["all", "none", ...known].includes(entry.replace(/^-/, "")));
    if (unknown.length > 0) {
        return bad([], {
            code: "unknown-recipe",
            what: `The input recipes names ${unknown.map(quote).join(", ")}.`,
            why: `The recipes are ${known.join(", ")}.`,
            next: "Write all, none, or these ids, each with a leading minus to leave it out.",
        });
    }
    const on = new Set(entries.every((entry) => entry.startsWith("-")) ? known : []);
    for (const entry of entries)
        switchRecipe(on, entry, known);
    return good(known.filter((id) => !on.has(id)));
}
function switchRecipe(on, entry, known) {
    const off = entry.startsWith("-");
    const name = entry.replace(/^-/, "");
    const meant = name === "all" || name === "none" ? known : [name];
    for (const id of meant) {
        if (off || name === "none")
            on.delete(id);
        else
            on.add(id);
    }
}

// EXTERNAL MODULE: ./node_modules/string-argv/index.js
var string_argv = __webpack_require__(8579);
;// CONCATENATED MODULE: ./.cache/build/settings/test-command.js


/**
 * The words of a test command: a JSON array as it is, otherwise split at blanks with '…' and "…" kept together.
 * No shell runs it, so whatever only a shell could do is refused instead of being passed on as a word.
 */
function readTestCommand(text) {
    if (text.startsWith("["))
        return readArray(text);
    const line = text.replaceAll(/\\\r?\n/g, " ").trim();
    const { found, openQuote } = scan(line);
    if (found !== undefined)
        return bad([], shellProblem(found));
    if (openQuote !== undefined)
        return bad([], malformed(`a ${openQuote} in it is never closed`, line));
    return good((0,string_argv/* default */.A)(line));
}
function readArray(text) {
    const words = decodeWords(text);
    if (words && words[0] !== "")
        return good(words);
    return bad([], malformed("it begins with [ but is no JSON array of texts", text));
}
/** Operators that end a word anywhere outside quotes; the longest comes first. */
const OPERATORS = ["&&", "||", "$(", "|", ";", "&", ">", "<", "`", "\n"];
/** The first thing only a shell understands, and the quote left open, if any. One pass, a step for each character. */
function scan(line) {
    const assignment = /^[A-Za-z_][A-Za-z0-9_]*=/.exec(line);
    if (assignment)
        return { found: assignment[0] };
    let openQuote;
    for (let index = 0; index < line.length; index += 1) {
        const character = line.charAt(index);
        const found = shellSyntaxAt(line, index, openQuote);
        if (found !== undefined)
            return { found };
        if (character === openQuote)
            openQuote = undefined;
        else if (openQuote === undefined && (character === "'" || character === '"'))
            openQuote = character;
    }
    return openQuote === undefined ? {} : { openQuote };
}
/** Inside '…' a shell reads nothing, inside "…" it still replaces variables and commands. */
function shellSyntaxAt(line, index, openQuote) {
    if (openQuote === "'")
        return undefined;
    const rest = line.slice(index, index + 40);
    const expansion = /^(?:\$\(|`|\$\{|\$[A-Za-z_][A-Za-z0-9_]*)/.exec(rest)?.[0];
    if (expansion !== undefined)
        return expansion;
    return openQuote === undefined ? OPERATORS.find((operator) => rest.startsWith(operator)) : undefined;
}
function shellProblem(found) {
    const shown = found === "\n" ? "more than one line" : found;
    return {
        code: "test-command-shell",
        what: `The input test-command holds ${shown}.`,
        why: "The command is started directly, word by word; no shell reads it.",
        next: "Put it into a script of the repository (test-command: bash run-tests.sh), set variables under env: of the step, and the folder with working-directory.",
    };
}
function malformed(reason, text) {
    return {
        code: "test-command-malformed",
        what: `The input test-command cannot be read: ${reason}.`,
        why: `The text was ${quote(text)}.`,
        next: 'Write words (python -m pytest -k "a and b") or a JSON array (["python", "-m", "pytest"]).',
    };
}

;// CONCATENATED MODULE: ./.cache/build/settings/parse.js




/**
 * Turns the texts of the inputs into settings, or says everything that is wrong with them at once. Keys are input
 * names as in action.yml; an absent or blank text means the default. `recipeIds` are the recipes that exist.
 */
function parseSettings(raw, recipeIds) {
    const problems = unknownInputs(raw);
    const take = (reading) => {
        problems.push(...reading.problems);
        return reading.value;
    };
    const text = (name) => textOf(raw, name);
    const list = (name, read) => splitList(text(name)).map((entry) => take(read(name, entry)));
    const integer = (name) => take(readInteger(definitionOf(name), text(name)));
    const settings = {
        junitPath: splitList(text("junit-path")),
        logFile: text("log-file") || null,
        traceback: text("traceback") || null,
        testCommand: text("test-command") === "" ? null : take(readTestCommand(text("test-command"))),
        workingDirectory: take(readInsidePath("working-directory", text("working-directory"))),
        python: text("python") || null,
        mode: take(readChoice("mode", text("mode"), inputs/* MODES */.FN)),
        githubToken: text("github-token") || null,
        maxFiles: integer("max-files"),
        maxLines: integer("max-lines"),
        allowedPaths: list("allowed-paths", readInsidePath),
        deniedPaths: list("denied-paths", readInsidePath),
        repeat: integer("repeat"),
        timeoutSeconds: integer("timeout"),
        recipesOff: take(readRecipeChoice(splitList(text("recipes")), recipeIds)),
        envAllow: list("env-allow", readVariableName),
        envDeny: list("env-deny", readVariableName),
        failOnError: take(readBoolean("fail-on-error", text("fail-on-error"))),
    };
    return problems.length > 0 ? { kind: "problems", problems } : { kind: "settings", settings: Object.freeze(settings) };
}
/**
 * The inputs in a runner's environment: `INPUT_` and the upper-case name with its dashes. The same name with
 * underscores is a misspelling that GitHub only warns about; it is passed on so that it gets its sentence. Other
 * variables that begin with `INPUT_` belong to somebody else.
 */
function rawInputs(env) {
    const raw = {};
    for (const [key, value] of Object.entries(env)) {
        if (!/^INPUT_/i.test(key) || value === undefined)
            continue;
        const name = key.slice("INPUT_".length).toLowerCase();
        if (isInput(name.replaceAll("_", "-")))
            raw[name] = value;
    }
    return raw;
}
/** The text given, or the default. The default of the token is GitHub's own expression: outside a runner it is nothing. */
function textOf(raw, name) {
    const given = (raw[name] ?? "").trim();
    const fallback = definitionOf(name).default;
    return given !== "" || fallback.startsWith("${{") ? given : fallback;
}
function definitionOf(name) {
    const definition = inputs/* INPUTS */.mc.find((input) => input.name === name);
    if (!definition)
        throw new Error(`no input is called ${name}`);
    return definition;
}
function isInput(name) {
    return inputs/* INPUTS */.mc.some((input) => input.name === name);
}
function unknownInputs(raw) {
    return Object.keys(raw)
        .filter((name) => !isInput(name))
        .map((name) => {
        const meant = name.replaceAll("_", "-").toLowerCase();
        return {
            code: "unknown-input",
            what: `There is no input ${quote(name)}.`,
            why: isInput(meant)
                ? `It is spelt ${meant}.`
                : `The inputs are ${inputs/* INPUTS */.mc.map((input) => input.name).join(", ")}.`,
            next: isInput(meant) ? `Rename it to ${meant}.` : "Remove the line, or correct the name.",
        };
    });
}


/***/ }),

/***/ 7658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ restoreOnSignal)
/* harmony export */ });
/** 128 + the number of the signal, as shells count. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
/**
 * Puts the tree back when the run is cancelled, then ends the process. A runner sends SIGINT, SIGTERM 7.5 s later and
 * kills 2.5 s after that, so there is time for file writes and nothing else; a closed terminal sends SIGHUP. Whatever
 * cannot be put back is told. Returns what takes the guard off again.
 */
function restoreOnSignal(restore, tell) {
    const names = Object.keys(EXIT_CODES);
    let isEnding = false;
    // A second Ctrl-C must not end what the first one began.
    const end = (signal) => {
        if (isEnding)
            return;
        isEnding = true;
        void restore()
            .catch(tell)
            .finally(() => process.exit(EXIT_CODES[signal]));
    };
    for (const name of names)
        process.on(name, end);
    return () => {
        for (const name of names)
            process.off(name, end);
    };
}


/***/ }),

/***/ 5918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ importedFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/**
 * The file that an import names, or undefined when it is not a tracked file of the repository.
 * Source roots are not configured anywhere we could trust, so the longest common folder with the importer decides
 * between several files of the same dotted name.
 */
function importedFile(trackedFiles, importer, wanted) {
    const index = indexOf(trackedFiles);
    const relative = wanted.source.split(".").filter(Boolean).join("/");
    if (wanted.level > 0) {
        const folder = "../".repeat(wanted.level - 1);
        const base = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(importer), folder, relative));
        return fileNames(base).find((file) => index.all.has(file));
    }
    if (relative === "")
        return undefined;
    const matches = fileNames(relative).flatMap((ending) => (index.byEnding.get(endingOf(ending)) ?? []).filter((file) => isImportedAs(file, ending, index)));
    return matches.toSorted((a, b) => commonLength(b, importer) - commonLength(a, importer) || a.length - b.length)[0];
}
const fileIndexes = new WeakMap();
/** Look-ups are many and repositories large: the list is gone through once. */
function indexOf(trackedFiles) {
    const known = fileIndexes.get(trackedFiles);
    if (known)
        return known;
    const byEnding = new Map();
    for (const file of trackedFiles.filter((path) => path.endsWith(".py"))) {
        const ending = endingOf(file);
        const others = byEnding.get(ending);
        if (others)
            others.push(file);
        else
            byEnding.set(ending, [file]);
    }
    const index = { all: new Set(trackedFiles), byEnding };
    fileIndexes.set(trackedFiles, index);
    return index;
}
function endingOf(file) {
    const parts = file.split("/");
    return parts.slice(parts.at(-1) === "__init__.py" ? -2 : -1).join("/");
}
/** The folder in front must be a source root: inside a package the name would be longer (`pkg.sqlalchemy` is no `sqlalchemy`). */
function isImportedAs(file, ending, index) {
    if (file === ending)
        return true;
    if (!file.endsWith(`/${ending}`))
        return false;
    return !index.all.has(`${file.slice(0, -ending.length)}__init__.py`);
}
function fileNames(base) {
    return [`${base}.py`, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, "__init__.py")];
}
function commonLength(a, b) {
    const [left, right] = [a.split("/"), b.split("/")];
    const differs = left.findIndex((part, index) => part !== right[index]);
    return differs === -1 ? left.length : differs;
}


/***/ }),

/***/ 9691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ definitionOf),
/* harmony export */   NI: () => (/* binding */ externalName),
/* harmony export */   b2: () => (/* binding */ moduleStatements),
/* harmony export */   c5: () => (/* binding */ importsOf)
/* harmony export */ });
/* harmony import */ var _imported_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5918);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9527);


const bindingMaps = new WeakMap();
/** Hops through re-exports before we give up; cycles end here too. */
const MAX_HOPS = 8;
/** The imports of a module as (source, level) pairs, submodules of `from a import b` included. */
function importsOf(module) {
    const found = [];
    const visit = (node) => {
        if (node.kind === "Import")
            for (const alias of (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(node, "names"))
                found.push({ source: (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(alias, "name") ?? "", level: 0 });
        if (node.kind === "ImportFrom") {
            const { source, level } = importSource(node);
            found.push({ source, level });
            for (const alias of (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(node, "names"))
                found.push({ source: join(source, (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(alias, "name") ?? ""), level });
        }
        for (const next of (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .childNodes */ .EK)(node))
            if (next.line > 0 || node.kind === "Module")
                visit(next);
    };
    visit(module.tree);
    return found;
}
function importSource(node) {
    const level = node.fields["level"];
    return { source: (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(node, "module") ?? "", level: typeof level === "number" ? level : 0 };
}
function join(source, name) {
    return source === "" ? name : `${source}.${name}`;
}
/** Statements that run when the module is imported, those under `if`, `try` and `with` included. */
function* moduleStatements(node) {
    for (const field of ["body", "handlers", "orelse", "finalbody"]) {
        for (const statement of (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(node, field)) {
            yield statement;
            if (!(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isFunction */ .Tn)(statement) && statement.kind !== "ClassDef")
                yield* moduleStatements(statement);
        }
    }
}
function bindingsOf(module) {
    const known = bindingMaps.get(module);
    if (known)
        return known;
    const bindings = new Map();
    for (const statement of moduleStatements(module.tree))
        for (const [name, binding] of bound(statement))
            bindings.set(name, binding);
    bindingMaps.set(module, bindings);
    return bindings;
}
function bound(statement) {
    if (statement.kind === "Import")
        return (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(statement, "names").map(boundByImport);
    if (statement.kind === "ImportFrom") {
        const { source, level } = importSource(statement);
        return (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(statement, "names").map((alias) => {
            const name = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(alias, "name") ?? "";
            const key = name === "*" ? `* ${level} ${source}` : ((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(alias, "asname") ?? name);
            return [key, { kind: "from", source, level, name }];
        });
    }
    return boundNames(statement).map((name) => [name, { kind: "definition", node: statement }]);
}
function boundByImport(alias) {
    const dotted = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(alias, "name") ?? "";
    const asName = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(alias, "asname");
    const first = dotted.split(".")[0] ?? dotted;
    return asName === undefined ? [first, { kind: "module", dotted: first }] : [asName, { kind: "module", dotted }];
}
function boundNames(statement) {
    if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isFunction */ .Tn)(statement) || statement.kind === "ClassDef")
        return [(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(statement, "name") ?? ""];
    const target = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(statement, "target");
    const targets = statement.kind === "AnnAssign" && target
        ? [target]
        : statement.kind === "Assign"
            ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(statement, "targets")
            : [];
    return targets.flatMap((entry) => (entry.kind === "Name" ? [(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(entry, "id") ?? ""] : []));
}
/**
 * Follows a dotted name from a module to the statement in the project that binds it, through imports and re-exports.
 * Undefined when it ends outside the project or cannot be told.
 */
function definitionOf(project, module, dotted) {
    return follow(project, { module, dotted, hops: 0 });
}
function follow(project, { module, dotted, hops }) {
    if (hops > MAX_HOPS)
        return undefined;
    const [first = "", ...rest] = dotted.split(".");
    const binding = bindingsOf(module).get(first);
    if (!binding)
        return followStar(project, { module, dotted, hops });
    if (binding.kind === "definition")
        return rest.length === 0 ? { module, node: binding.node, name: first } : undefined;
    if (binding.kind === "module")
        return followModule(project, { module, dotted: join(binding.dotted, rest.join(".")), hops });
    return followFrom(project, { module, binding, rest, hops });
}
function followFrom(project, search) {
    const { module, binding, rest, hops } = search;
    const source = moduleOf(project, module, { source: binding.source, level: binding.level });
    const dotted = [binding.name, ...rest].join(".");
    const found = source && follow(project, { module: source, dotted, hops: hops + 1 });
    if (found || rest.length === 0)
        return found;
    const submodule = moduleOf(project, module, { source: join(binding.source, binding.name), level: binding.level });
    return submodule && follow(project, { module: submodule, dotted: rest.join("."), hops: hops + 1 });
}
function followModule(project, { module, dotted, hops }) {
    const parts = dotted.split(".");
    for (let length = parts.length - 1; length > 0; length--) {
        const source = moduleOf(project, module, { source: parts.slice(0, length).join("."), level: 0 });
        if (source)
            return follow(project, { module: source, dotted: parts.slice(length).join("."), hops: hops + 1 });
    }
    return undefined;
}
function followStar(project, { module, dotted, hops }) {
    for (const [key, star] of bindingsOf(module)) {
        if (!key.startsWith("* ") || star.kind !== "from")
            continue;
        const source = moduleOf(project, module, { source: star.source, level: star.level });
        const found = source && follow(project, { module: source, dotted, hops: hops + 1 });
        if (found)
            return found;
    }
    return undefined;
}
function moduleOf(project, importer, wanted) {
    const path = (0,_imported_file_js__WEBPACK_IMPORTED_MODULE_0__/* .importedFile */ .f)(project.trackedFiles, importer.path, wanted);
    return path === undefined ? undefined : project.modules.get(path);
}
/**
 * The full dotted name of something imported from outside the project (`sqlalchemy.orm.sessionmaker`), followed through
 * the project's own re-exports; undefined for names bound in the project or not bound at module level.
 */
function externalName(project, module, dotted) {
    return dotted === undefined ? undefined : external(project, { module, dotted, hops: 0 });
}
function external(project, { module, dotted, hops }) {
    const [first = "", ...rest] = dotted.split(".");
    const binding = bindingsOf(module).get(first);
    if (!binding || hops > MAX_HOPS || binding.kind === "definition")
        return undefined;
    if (binding.kind === "module") {
        const isProject = (0,_imported_file_js__WEBPACK_IMPORTED_MODULE_0__/* .importedFile */ .f)(project.trackedFiles, module.path, { source: binding.dotted, level: 0 }) !== undefined;
        return isProject ? undefined : join(binding.dotted, rest.join("."));
    }
    const source = moduleOf(project, module, { source: binding.source, level: binding.level });
    if (source)
        return external(project, { module: source, dotted: [binding.name, ...rest].join("."), hops: hops + 1 });
    return binding.level > 0 ? undefined : [binding.source, binding.name, ...rest].join(".");
}


/***/ }),

/***/ 9527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ keywordArgument),
/* harmony export */   EK: () => (/* binding */ childNodes),
/* harmony export */   G6: () => (/* binding */ functionAt),
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Gw: () => (/* binding */ ancestorsOf),
/* harmony export */   Ll: () => (/* binding */ isNode),
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   Tn: () => (/* binding */ isFunction),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   _P: () => (/* binding */ dottedName),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   pG: () => (/* binding */ enclosingFunction),
/* harmony export */   qA: () => (/* binding */ walkScope),
/* harmony export */   qj: () => (/* binding */ enclosingStatement),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/** True for a syntax node, false for lists, names and constants. */
function isNode(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The child node in a field, or undefined when the field is absent, empty or no node. */
function child(node, field) {
    const value = node.fields[field];
    return isNode(value) ? value : undefined;
}
/** The nodes in a list field; a list may hold `None` (keyword defaults), which is left out. */
function children(node, field) {
    const value = node.fields[field];
    return Array.isArray(value) ? value.filter(isNode) : [];
}
/** The text in a field (a name, an attribute, an operator), or undefined. */
function word(node, field) {
    const value = node.fields[field];
    return typeof value === "string" ? value : undefined;
}
/** All direct child nodes, in the order of their fields. */
function childNodes(node) {
    return Object.values(node.fields).flatMap((value) => Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);
}
/** The node and everything below it, outer before inner, source order. */
function* walk(node) {
    yield node;
    for (const next of childNodes(node))
        yield* walk(next);
}
/** As `walk`, but does not enter functions, lambdas or classes below the node: the code that runs as part of it. */
function* walkScope(node) {
    yield node;
    for (const next of childNodes(node)) {
        if (isScope(next))
            yield next;
        else
            yield* walkScope(next);
    }
}
/** The node's source. */
function sourceOf(module, node) {
    return module.text.slice(node.start, node.end);
}
/** A dotted name as written: `db`, `self.session`, `sqlalchemy.select`; undefined for anything else. */
function dottedName(node) {
    if (node?.kind === "Name")
        return word(node, "id");
    if (node?.kind !== "Attribute")
        return undefined;
    const base = dottedName(child(node, "value"));
    return base === undefined ? undefined : `${base}.${word(node, "attr") ?? ""}`;
}
/** The argument of a call passed by this keyword, as its value node. */
function keywordArgument(call, name) {
    const keyword = children(call, "keywords").find((entry) => word(entry, "arg") === name);
    return keyword && child(keyword, "value");
}
function isFunction(node) {
    return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef";
}
function isScope(node) {
    return isFunction(node) || node.kind === "Lambda" || node.kind === "ClassDef";
}
const parentMaps = new WeakMap();
function parentsOf(tree) {
    const known = parentMaps.get(tree);
    if (known)
        return known;
    const parents = new Map();
    for (const node of walk(tree))
        for (const next of childNodes(node))
            parents.set(next, node);
    parentMaps.set(tree, parents);
    return parents;
}
/** The node around this one; undefined for the module itself. */
function parentOf(module, node) {
    return parentsOf(module.tree).get(node);
}
/** The nodes around this one, nearest first. */
function* ancestorsOf(module, node) {
    for (let next = parentOf(module, node); next; next = parentOf(module, next))
        yield next;
}
/** The nearest function or lambda around the node; undefined at module or class level. */
function enclosingFunction(module, node) {
    for (const outer of ancestorsOf(module, node)) {
        if (isFunction(outer) || outer.kind === "Lambda")
            return outer;
        if (outer.kind === "ClassDef")
            return undefined;
    }
    return undefined;
}
/** The nearest statement around the node, or the node itself when it is one. */
function enclosingStatement(module, node) {
    const chain = [node, ...ancestorsOf(module, node)];
    return chain.find((entry, index) => isStatementList(chain[index + 1], entry));
}
function isStatementList(parent, node) {
    if (!parent)
        return false;
    return ["body", "orelse", "finalbody"].some((field) => {
        const value = parent.fields[field];
        return Array.isArray(value) && value.includes(node) && parent.kind !== "IfExp" && parent.kind !== "Lambda";
    });
}
/** The innermost function whose lines hold this line; undefined at module level. */
function functionAt(module, line) {
    let found;
    for (const node of walk(module.tree)) {
        if (isFunction(node) && firstLine(node) <= line && line <= lastLine(module, node))
            found = node;
    }
    return found;
}
/** Line of a definition's first decorator, or of the definition. */
function firstLine(node) {
    return Math.min(node.line, ...children(node, "decorator_list").map((decorator) => decorator.line));
}
/** One-based line of the node's last character. */
function lastLine(module, node) {
    return node.line + lineBreaksIn(module.text.slice(node.start, node.end));
}
function lineBreaksIn(text) {
    return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}


/***/ }),

/***/ 905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesAny),
/* harmony export */   y: () => (/* binding */ isListed)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4006);

/** True when the path fits one of the globs; `*` does not cross `/`, `**` does, dot files count like others. */
function matchesAny(path, globs) {
    return globs.some((glob) => picomatch__WEBPACK_IMPORTED_MODULE_0__.isMatch(path, glob, { dot: true }));
}
/**
 * True when a list that a person wrote names the path. The last entry that fits decides, and one that begins with `!`
 * takes away; a list of such entries alone means everything else. A folder stands for all that is in it.
 */
function isListed(path, entries) {
    let isIn = entries.length > 0 && entries.every(isExclusion);
    for (const entry of entries) {
        if (fits(path, isExclusion(entry) ? entry.slice(1) : entry))
            isIn = !isExclusion(entry);
    }
    return isIn;
}
/** `!(a|b)` is a pattern of its own. */
function isExclusion(entry) {
    return /^!(?!\()/.test(entry);
}
function fits(path, entry) {
    const glob = entry.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
    if (glob === "" || glob === ".")
        return true;
    const isPlain = !/[*?[\]{}()!]/.test(glob.split("/").at(-1) ?? "");
    const folder = `${glob}/**`;
    return matchesAny(path, isPlain || entry.endsWith("/") ? [glob, folder] : [glob]);
}


/***/ }),

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ diffLines),
/* harmony export */   TJ: () => (/* binding */ alignLines),
/* harmony export */   o4: () => (/* binding */ alignLinesFromEnd),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/** Steps (insertions plus deletions) after which the search gives up: 16 MB of memory at most. */
const MOST_STEPS = 2000;
/**
 * Lines with their endings, so that joining them gives the text back. Only a line feed ends a line, as in git: a lone
 * carriage return stays inside its line. A last line without an ending is a line; an empty text has none.
 */
function splitLines(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/**
 * The smallest set of changed line ranges, in order, never touching each other. Two texts that differ in more than
 * 2000 lines with a counterpart elsewhere come back as one replaced range: right, but not the smallest.
 */
function diffLines(before, after) {
    const partners = alignLines(before, after);
    const hunks = [];
    let beforeStart = 0;
    let afterStart = 0;
    const close = (beforeEnd, afterEnd) => {
        if (beforeEnd > beforeStart || afterEnd > afterStart) {
            hunks.push({ beforeStart, beforeEnd, afterStart, afterEnd });
        }
        beforeStart = beforeEnd + 1;
        afterStart = afterEnd + 1;
    };
    for (const [index, partner] of partners.entries()) {
        if (partner !== null)
            close(index, partner);
    }
    close(before.length, after.length);
    return hunks;
}
/** For each line of `before`, the index of the same line in `after`, or null where it is gone. Earliest match first. */
function alignLines(before, after) {
    const partners = Array.from({ length: before.length }, () => null);
    const head = commonHead(before, after);
    const tail = commonTail(before, after, head);
    for (let index = 0; index < head; index++)
        partners[index] = index;
    for (let index = 1; index <= tail; index++)
        partners[before.length - index] = after.length - index;
    const left = keepShared(before, after, { head, tail });
    const right = keepShared(after, before, { head, tail });
    for (const [leftIndex, rightIndex] of longestCommon(left.lines, right.lines)) {
        partners[left.positions[leftIndex] ?? 0] = right.positions[rightIndex] ?? 0;
    }
    return partners;
}
/** The same as `alignLines` but searched from the end: where both agree, repeated lines leave no choice. */
function alignLinesFromEnd(before, after) {
    const partners = alignLines([...before].reverse(), [...after].reverse());
    return [...partners].reverse().map((partner) => (partner === null ? null : after.length - 1 - partner));
}
function commonHead(before, after) {
    const most = Math.min(before.length, after.length);
    let count = 0;
    while (count < most && before[count] === after[count])
        count++;
    return count;
}
function commonTail(before, after, head) {
    const most = Math.min(before.length, after.length) - head;
    let count = 0;
    while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count])
        count++;
    return count;
}
/** Lines between head and tail that occur on the other side too; the rest can never be part of a match. */
function keepShared(lines, others, { head, tail }) {
    const known = new Set(others.slice(head, others.length - tail));
    const positions = [];
    for (let index = head; index < lines.length - tail; index++) {
        if (known.has(lines[index] ?? ""))
            positions.push(index);
    }
    return { lines: positions.map((position) => lines[position] ?? ""), positions };
}
/**
 * Pairs of equal lines, as many as possible (Myers 1986, greedy, forward), last pair first. Empty when it takes more
 * than `MOST_STEPS` steps.
 */
function longestCommon(left, right) {
    const rounds = [];
    const most = Math.min(left.length + right.length, MOST_STEPS);
    for (let steps = 0; steps <= most; steps++) {
        const round = advance(rounds[steps - 1], left, right);
        rounds.push(round);
        const end = left.length - right.length;
        if (Math.abs(end) <= steps && furthest(round, end) >= left.length)
            return traceBack(rounds, left, right);
    }
    return [];
}
/** How far each diagonal gets with one more step than `previous`; diagonal k is at index k + steps. */
function advance(previous, left, right) {
    const steps = previous === undefined ? 0 : (previous.length + 1) / 2;
    const round = new Int32Array(2 * steps + 1).fill(-1);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
        let x = previous === undefined ? 0 : startOf(previous, diagonal).x;
        while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal])
            x++;
        round[diagonal + steps] = x;
    }
    return round;
}
/** Where a path on this diagonal leaves the round before: one line down (insertion) or right (deletion). */
function startOf(previous, diagonal) {
    const above = furthest(previous, diagonal + 1);
    const before = furthest(previous, diagonal - 1);
    return before < above ? { x: above, from: diagonal + 1 } : { x: before + 1, from: diagonal - 1 };
}
function furthest(round, diagonal) {
    return round[diagonal + (round.length - 1) / 2] ?? -1;
}
function traceBack(rounds, left, right) {
    const pairs = [];
    let x = left.length;
    let diagonal = x - right.length;
    for (let steps = rounds.length - 1; steps >= 0; steps--) {
        const previous = rounds[steps - 1];
        const start = previous === undefined ? { x: 0, from: 0 } : startOf(previous, diagonal);
        for (let index = x - 1; index >= start.x; index--)
            pairs.push([index, index - diagonal]);
        x = previous === undefined ? 0 : furthest(previous, start.from);
        diagonal = start.from;
    }
    return pairs;
}


/***/ }),

/***/ 8390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ inertProse),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Q_: () => (/* binding */ longestRun),
/* harmony export */   Th: () => (/* binding */ BODY_LIMIT),
/* harmony export */   _0: () => (/* binding */ stripInvisible),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   n8: () => (/* binding */ fitPage),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/** The longest body GitHub takes for a review, a review comment or an issue comment. */
const BODY_LIMIT = 65_536;
/** Keeps GitHub from seeing a mention, a reference or a link, and shows nothing. */
const JOINER = "\u2060";
/**
 * Control characters but tab and line feed; soft hyphen and zero-width characters; direction marks, overrides and
 * isolates; line and paragraph separators; tag characters. A reader can't see them, and what they hide is the trick.
 */
const INVISIBLE = 
// oxlint-disable-next-line no-control-regex -- these are the very characters to look for
/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** The text without characters that do not show, line endings as `\n`, and how many characters went. */
function stripInvisible(text) {
    const unified = text.replace(/\r\n/g, "\n");
    let removed = 0;
    const stripped = unified.replace(INVISIBLE, () => {
        removed += 1;
        return "";
    });
    return { text: stripped, removed };
}
/** At most `limit` characters; what is cut is counted. Never splits a surrogate pair. */
function truncate(text, limit) {
    if (text.length <= limit)
        return text;
    const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
    return `${kept}… (${text.length - kept.length} more characters)`;
}
/** Foreign text as one code span: no mention, reference, HTML, link or image in it comes alive. */
function inlineCode(text, limit = 300) {
    const line = truncate(stripInvisible(text).text.replace(/\s+/g, " ").trim(), limit);
    if (line === "")
        return "` `";
    const ticks = "`".repeat(longestRun(line, "`") + 1);
    const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return `${ticks}${padding}${line}${padding}${ticks}`;
}
/**
 * Foreign text as a fenced block whose fence no line of it can close. Cut at whole lines after `limit` characters,
 * with a line that says how many are missing. `language` is our own word.
 */
function fence(text, language, limit = 20_000) {
    const { text: visible, removed } = stripInvisible(text);
    const lines = visible.replace(/\n+$/, "").split("\n");
    const kept = keepWithin(lines, limit);
    const body = kept.map((line) => truncate(line, limit)).join("\n");
    const ticks = "`".repeat(Math.max(3, longestRun(body, "`") + 1));
    const remarks = [
        ...(kept.length < lines.length ? [`${countOf(lines.length - kept.length, "more line")} not shown.`] : []),
        ...(removed > 0 ? [`${countOf(removed, "invisible character")} not shown.`] : []),
    ];
    const after = remarks.length > 0 ? `\n_${remarks.join(" ")}_` : "";
    return `${ticks}${language}\n${body}\n${ticks}${after}`;
}
function keepWithin(lines, limit) {
    let size = 0;
    const end = lines.findIndex((line) => (size += line.length + 1) > limit);
    return end === -1 ? lines : lines.slice(0, Math.max(1, end));
}
/**
 * A sentence that may hold foreign words: parts in backticks stay code, everything else is shown as it is written,
 * and nothing in it is Markdown, HTML, a mention, a reference or a link.
 */
function inertProse(text, limit = 2_000) {
    const line = truncate(stripInvisible(text).text.replace(/\s+/g, " ").trim(), limit);
    const parts = line.split("`");
    const isBalanced = parts.length % 2 === 1;
    if (!isBalanced)
        return escapeProse(line);
    return parts.map((part, index) => (index % 2 === 0 ? escapeProse(part) : inlineCode(part, limit))).join("");
}
function escapeProse(text) {
    return (text
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/[\\*_[\]|~!$]/g, "\\$&")
        .replace(/[@#]/g, (sign) => sign + JOINER)
        // Last, because it holds a number sign. A backslash would do, but not for every reader of this text.
        .replace(/`/g, "&#96;")
        .replace(/(?<=gh)-(?=\d)/gi, `-${JOINER}`)
        .replace(/:\/\//g, `:${JOINER}//`)
        .replace(/(?<=www)\./gi, `${JOINER}.`)
        .replace(/^([-+=]|\d+(?=[.)]))/, `${JOINER}$1`));
}
/** `1 test`, `3 tests`. */
function countOf(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** The length of the longest run of one character. */
function longestRun(text, character) {
    let longest = 0;
    let current = 0;
    for (const each of text) {
        current = each === character ? current + 1 : 0;
        longest = Math.max(longest, current);
    }
    return longest;
}
/**
 * The parts joined by blank lines, within `limit` bytes of UTF-8 (GitHub counts characters, never more than that).
 * Whole parts are left out, and a last line says how many.
 */
function fitPage(parts, limit = BODY_LIMIT) {
    let kept = parts.filter((part) => part.text !== "");
    const all = kept.length;
    for (;;) {
        const left = all - kept.length;
        const note = left > 0 ? [`_${countOf(left, "part")} left out: the page would be too long._`] : [];
        const page = [...kept.map((part) => part.text), ...note].join("\n\n");
        if (byteLength(page) <= limit)
            return page;
        const next = kept.reduce((most, part) => Math.max(most, part.dropOrder ?? -1), -1);
        if (next === -1)
            return cutBytes(page, limit);
        const index = kept.findLastIndex((part) => part.dropOrder === next);
        kept = kept.filter((_, position) => position !== index);
    }
}
/** Bytes of the text in UTF-8. */
function byteLength(text) {
    return new TextEncoder().encode(text).length;
}
function cutBytes(text, limit) {
    return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, limit)).replace(/\ufffd+$/, "");
}


/***/ }),

/***/ 7218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact),
/* harmony export */   V: () => (/* binding */ secretValues)
/* harmony export */ });
/** What stands in the place of a secret. */
const MASK = "***";
/** Shorter values would mask ordinary words. */
const SHORTEST_SECRET = 8;
/** `scheme://user:password@`, `scheme+driver://user:password@`, `scheme://:password@`; each part is bounded. */
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/?#'"]{0,200}:)(?!\d{1,5}[/?#])(?:[^\s/'"]{1,500}|[^\s@'"]{1,500})(?=@)/gi;
/** `Authorization: Bearer x`, `AUTHORIZATION: basic x`, `'authorization': 'Bearer x'` */
const AUTHORIZATION = /(\bauthorization["']?\s{0,5}[:=]\s{0,5}["']?(?:basic|bearer|token)\s{1,5})([^\s"',;]{1,4000})/gi;
const SECRET_WORD = "(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)";
/** `password='x'`, `DB_PASSWORD: "x"`, `'api_key': 'x'`; the value is quoted, so a name or a call is none. */
const QUOTED = new RegExp(`((?<![\\w-])[\\w-]{0,40}${SECRET_WORD}["']?\\s{0,5}[:=]\\s{0,5}[brfu]{0,2})(?:"([^"\\n]{1,2000})"|'([^'\\n]{1,2000})')`, "gi");
/** Tokens known by their shape: GitHub, OpenAI and alike, AWS, Slack, JSON Web Tokens. */
const KNOWN_SHAPES = [
    /\bgh[oprsu]_[A-Za-z0-9]{20,255}/g,
    /\bgithub_pat_[A-Za-z0-9_]{20,255}/g,
    /\bsk-[A-Za-z0-9_-]{20,255}/g,
    /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
    /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g,
    /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}(?:\.[A-Za-z0-9_-]{0,4000})?/g,
];
/** Up to its last line, or as far as it goes where it was cut off. */
const PEM = /-----BEGIN ([A-Z ]{0,40}PRIVATE KEY)-----(?:[A-Za-z0-9+/=\s\\:,]|-(?!-)){0,20000}(?:-----END [A-Z ]{0,60}-----)?/g;
/**
 * The text without what looks like a credential, and without the given exact values. Every pattern is bounded, so the
 * time is linear in the length of the text.
 */
function redact(text, secrets) {
    const byValue = [...secrets].sort((left, right) => right.length - left.length).reduce(hideValue, text);
    const byPlace = byValue
        .replace(PEM, (_, kind) => `-----BEGIN ${kind}-----${MASK}`)
        .replace(URL_PASSWORD, `$1${MASK}`)
        .replace(AUTHORIZATION, `$1${MASK}`)
        .replace(QUOTED, (_, start, double) => double === undefined ? `${start}'${MASK}'` : `${start}"${MASK}"`);
    return KNOWN_SHAPES.reduce((rest, shape) => rest.replace(shape, MASK), byPlace);
}
/** A password that is a plain word, `postgres`, must not take the front off `postgresql`. */
function hideValue(text, secret) {
    if (secret === "")
        return text;
    if (!/^[A-Za-z]{1,15}$/.test(secret))
        return text.replaceAll(secret, MASK);
    return text.replace(new RegExp(`(?<![A-Za-z0-9])${secret}(?![A-Za-z0-9])`, "g"), MASK);
}
const SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|KEY|APIKEY|AUTH)(?:_|$)/;
const PASSWORD_IN_URL = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/]{0,200}:([^\s/]{1,500})@/i;
/** Where the shell stands, in these two. */
const FOLDERS = new Set(["PWD", "OLDPWD"]);
/**
 * Values of environment variables that must not be published: of variables whose name says so, and passwords inside
 * URLs under any name, also as they read decoded. Nothing shorter than eight characters.
 */
function secretValues(environment) {
    const values = Object.entries(environment).flatMap(([name, value = ""]) => {
        const password = PASSWORD_IN_URL.exec(value)?.[1];
        if (password !== undefined)
            return [password, decoded(password)];
        const upper = name.toUpperCase();
        if (!SECRET_NAME.test(upper) || FOLDERS.has(upper))
            return [];
        return [value, ...value.split("\n")].map((part) => part.trim());
    });
    return [...new Set(values)].filter((value) => value.length >= SHORTEST_SECRET);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text; // a lone percent sign
    }
}


/***/ }),

/***/ 207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ refusalText)
/* harmony export */ });
/** A refusal in one line: the rule, where it struck (as far as that is one place), and why. */
function refusalText({ rule, path, line, reason }) {
    const place = line === null ? path : `${path}:${line}`;
    return place === "" ? `${rule}: ${reason}` : `${rule}: ${place} ${reason}`;
}


/***/ }),

/***/ 4517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/**
 * A short fingerprint of a text, 16 hex digits, the same on every machine (FNV-1a, two lanes of 32 bits). For keys and
 * file names only: it keeps nobody from making two texts with one fingerprint.
 */
function fingerprint(text) {
    let low = 0x811c9dc5;
    let high = 0x84222325;
    for (let index = 0; index < text.length; index++) {
        low = Math.imul(low ^ text.charCodeAt(index), 0x01000193);
        high = Math.imul(high ^ (text.charCodeAt(index) + index), 0x01000193);
    }
    return [low, high].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}


/***/ }),

/***/ 8993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unifiedDiff)
/* harmony export */ });
/* harmony import */ var _line_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4121);

/**
 * The changes as text that `git apply` takes: paths below `a/` and `b/`, line endings as they are, a mark where the
 * last line has no ending. Files without a change are left out; no change at all gives an empty text.
 */
function unifiedDiff(changes, contextLines = 3) {
    return changes
        .filter((change) => change.before !== change.after)
        .map((change) => fileDiff(change, contextLines))
        .join("");
}
function fileDiff({ path, before, after }, contextLines) {
    const oldLines = (0,_line_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(before);
    const newLines = (0,_line_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(after);
    const groups = groupNearby((0,_line_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(oldLines, newLines), 2 * contextLines);
    const hunks = groups.map((group) => renderHunk(group, { oldLines, newLines, contextLines }));
    const [oldName, newName] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
    // A blank in a name makes git look for a tab as the end of the name.
    const end = path.includes(" ") ? "\t\n" : "\n";
    return `diff --git ${oldName} ${newName}\n--- ${oldName}${end}+++ ${newName}${end}${hunks.join("")}`;
}
/** Hunks whose context would touch become one. */
function groupNearby(hunks, distance) {
    const groups = [];
    for (const hunk of hunks) {
        const last = groups.at(-1);
        const end = last?.at(-1)?.beforeEnd;
        if (last !== undefined && end !== undefined && hunk.beforeStart - end <= distance)
            last.push(hunk);
        else
            groups.push([hunk]);
    }
    return groups;
}
function renderHunk(group, { oldLines, newLines, contextLines }) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined)
        return "";
    const start = Math.max(0, first.beforeStart - contextLines);
    const end = Math.min(oldLines.length, last.beforeEnd + contextLines);
    const newStart = first.afterStart - (first.beforeStart - start);
    const newEnd = last.afterEnd + (end - last.beforeEnd);
    const lines = group.flatMap((hunk, index) => [
        ...markAll(" ", oldLines.slice(group[index - 1]?.beforeEnd ?? start, hunk.beforeStart)),
        ...markAll("-", oldLines.slice(hunk.beforeStart, hunk.beforeEnd)),
        ...markAll("+", newLines.slice(hunk.afterStart, hunk.afterEnd)),
    ]);
    const tail = markAll(" ", oldLines.slice(last.beforeEnd, end));
    return `@@ -${range(start, end)} +${range(newStart, newEnd)} @@\n${lines.concat(tail).join("")}`;
}
function markAll(sign, lines) {
    return lines.map((line) => (line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`));
}
/** git counts lines from one; an empty range names the line before it. */
function range(start, end) {
    const count = end - start;
    if (count === 0)
        return `${start},0`;
    return count === 1 ? `${start + 1}` : `${start + 1},${count}`;
}
/** git's own quoting of names that hold control characters, quotes or backslashes. */
function quotePath(name) {
    // oxlint-disable-next-line no-control-regex -- these are the very characters to look for
    if (!/[\u0000-\u001f\u007f"\\]/.test(name))
        return name;
    // oxlint-disable-next-line no-control-regex -- as above
    const quoted = name.replace(/[\u0000-\u001f\u007f"\\]/g, (character) => character === '"' || character === "\\" ? `\\${character}` : `\\${octal(character)}`);
    return `"${quoted}"`;
}
function octal(character) {
    return character.charCodeAt(0).toString(8).padStart(3, "0");
}


/***/ }),

/***/ 8384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ draftingSeconds),
/* harmony export */   d: () => (/* binding */ isTimeUp)
/* harmony export */ });
/** Drafts for half an hour, or for as long as one run of the tests may take where that is longer. */
const LEAST_SECONDS = 1800;
/** How long one call of ours may go on drafting. Runs that have begun, and the verification, come to their end. */
function draftingSeconds(timeoutSeconds) {
    return Math.max(LEAST_SECONDS, timeoutSeconds);
}
function isTimeUp({ startedAt, now, limitSeconds }) {
    return now - startedAt >= limitSeconds * 1000;
}


/***/ }),

/***/ 5036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ openWorkbench)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/build/draft/recipes/index.js + 82 modules
var recipes = __webpack_require__(8307);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
;// CONCATENATED MODULE: ./.cache/build/io/base-copy.js




/** Beyond these a copy would cost more time than what it tells is worth. */
const MAX_BYTES = 50_000_000;
const MAX_FILES = 5000;
/**
 * Writes out the merge base's files, when the clone holds them (actions/checkout fetches one commit unless `fetch-depth`
 * says otherwise) and they are few; null otherwise. Asks git, so call it before any code of the project has run. Not a
 * worktree: that would write into the repository.
 */
async function copyMergeBase(root, base) {
    if (!/^[0-9a-f]{40}$/.test(base))
        return null;
    const head = (await git(root, ["rev-parse", "--verify", "HEAD"]))?.trim();
    const sha = (await git(root, ["merge-base", "HEAD", base]))?.trim();
    if (sha === undefined || sha === head || !isSmall(await git(root, ["ls-tree", "-r", "-l", "-z", sha])))
        return null;
    const folder = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "autofix-base-")));
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    const index = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, "index") };
    const target = (0,external_node_path_.join)(folder, "checkout");
    const isRead = (await git(root, ["read-tree", sha], index)) !== undefined;
    const isWritten = isRead && (await git(root, ["checkout-index", "-a", `--prefix=${target}/`], index)) !== undefined;
    if (isWritten)
        return { root: target, sha, remove };
    await remove();
    return null;
}
/** Lines of `ls-tree -l`: mode, kind, hash, size, then a tab and the path. */
function isSmall(listed) {
    if (listed === undefined)
        return false;
    const sizes = listed.split("\0").map((line) => Number(/^\d+ blob [0-9a-f]+ +(\d+)\t/.exec(line)?.[1] ?? 0));
    return sizes.length <= MAX_FILES && sizes.reduce((sum, size) => sum + size, 0) <= MAX_BYTES;
}
/** Output of a git command without hooks, monitors or a download of what a partial clone lacks; undefined when it fails. */
async function git(root, words, variables = {}) {
    const safe = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
    const inherited = Object.entries(process.env).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    const env = { ...Object.fromEntries(inherited), ...variables, GIT_NO_LAZY_FETCH: "1" };
    try {
        const options = { silent: true, ignoreReturnCode: true, env };
        const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)("git", [...safe, "-C", root, ...words], options);
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined; // no git on this machine
    }
}

// EXTERNAL MODULE: ./.cache/build/io/checkout.js
var io_checkout = __webpack_require__(1426);
// EXTERNAL MODULE: ./.cache/build/io/claim.js
var io_claim = __webpack_require__(9124);
;// CONCATENATED MODULE: ./.cache/build/io/command-files.js


/** Through these files a step speaks to GitHub's runner; each variable holds the path of one. */
const VARIABLES = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
/** Where the runner keeps them (actions/runner, FileCommandManager): in it there is nothing else. */
const RUNNER_FOLDER = "_runner_file_commands";
/**
 * The same runner, after whose every run the runner's command files hold what they held before it. Tests do not get the
 * variables, but find the files all the same; what they write there would count as ours.
 */
function keepingCommandFiles(runner, environment) {
    const paths = VARIABLES.flatMap((name) => environment[name] || []);
    if (paths.length === 0)
        return runner;
    return {
        async run(request) {
            const kept = await keep(paths);
            try {
                return await runner.run(request);
            }
            finally {
                await putBack(kept);
            }
        },
    };
}
async function keep(paths) {
    const all = new Set([...paths, ...(await neighbours(paths))]);
    return new Map(await Promise.all([...all].map(async (path) => [path, await readKept(path)])));
}
/** All that is in the runner's folder; elsewhere (`act`, a shell) the files named are the only ones. */
async function neighbours(paths) {
    const folders = [...new Set(paths.map(external_node_path_.dirname))].filter((folder) => (0,external_node_path_.basename)(folder) === RUNNER_FOLDER);
    const names = folders.map(async (folder) => (await namesIn(folder)).map((name) => (0,external_node_path_.join)(folder, name)));
    return (await Promise.all(names)).flat();
}
async function namesIn(folder) {
    return (0,promises_.readdir)(folder).catch(() => []);
}
async function readKept(path) {
    try {
        const found = await (0,promises_.lstat)(path);
        return found.isFile() ? { bytes: await (0,promises_.readFile)(path), mode: found.mode & 0o7777 } : null;
    }
    catch {
        return null;
    }
}
async function putBack(kept) {
    for (const folder of new Set([...kept.keys()].map(external_node_path_.dirname)))
        await makeReal(folder);
    const now = await keep([...kept.keys()]);
    for (const path of now.keys()) {
        const [before, after] = [kept.get(path) ?? null, now.get(path) ?? null];
        if (before !== null && after !== null && before.mode === after.mode && before.bytes.equals(after.bytes))
            continue;
        await (0,promises_.rm)(path, { recursive: true, force: true });
        if (before !== null)
            await write(path, before);
    }
}
/** A link in its place would lead what we write somewhere else. */
async function makeReal(folder) {
    const isReal = await (0,promises_.lstat)(folder).then((found) => found.isDirectory(), () => false);
    if (isReal)
        return;
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder, { recursive: true });
}
async function write(path, { bytes, mode }) {
    await (0,promises_.writeFile)(path, bytes);
    await (0,promises_.chmod)(path, mode);
}

// EXTERNAL MODULE: ./.cache/build/io/journal.js
var io_journal = __webpack_require__(719);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/htmlparser2/dist/Parser.js
var Parser = __webpack_require__(5867);
;// CONCATENATED MODULE: ./.cache/build/io/junit-counts.js


/**
 * Counts what the JUnit file of our own run holds: elements, not the totals that it claims. Null when there is no file
 * or when it breaks off. Streamed: memory does not grow with the file.
 */
async function junitCounts(path) {
    const counts = { testcase: 0, failure: 0, error: 0, skipped: 0 };
    const state = { depth: 0, isComplete: false };
    const parser = new Parser/* Parser */.i({
        onopentagname(name) {
            state.depth += 1;
            if (isCounted(name))
                counts[name] += 1;
        },
        onclosetag(_name, isImplied) {
            state.depth -= 1;
            if (state.depth === 0 && !isImplied)
                state.isComplete = true;
        },
    }, { xmlMode: true, decodeEntities: false });
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(path, { encoding: "utf8" }))
            parser.write(String(chunk));
    }
    catch {
        return null;
    }
    const { isComplete } = state;
    parser.end();
    const { testcase, failure, error, skipped } = counts;
    return isComplete ? { tests: testcase, failures: failure, errors: error, skipped } : null;
}
function isCounted(name) {
    return name === "testcase" || name === "failure" || name === "error" || name === "skipped";
}

;// CONCATENATED MODULE: ./.cache/build/io/probe-launch.js

/** The probe's name as a plugin. */
const PLUGIN = "autofix_probe";
const PASSED_ON = ["PYTHONPATH", "PYTEST_ADDOPTS", "PYTEST_PLUGINS"];
/** Longer values are refused by some systems, and one variable holds 128 KiB on Linux. */
const MAX_VARIABLE = 100_000;
/**
 * The environment in which every pytest that the command starts loads the probe from `folder`. Named twice, since
 * scripts set `PYTEST_ADDOPTS` themselves. tox keeps variables from its environments: it is asked to pass ours on, 3 by
 * `TOX_TESTENV_PASSENV`, 4 by `TOX_OVERRIDE`, wherever an environment has no `pass_env` of its own.
 */
function launchWithProbe(env, folder) {
    const overrides = ["testenv", "env_run_base"].map((section) => `${section}.pass_env+=${PASSED_ON.join(",")}`);
    const added = {
        PYTEST_ADDOPTS: appended(env["PYTEST_ADDOPTS"], " ", `-p ${PLUGIN}`),
        PYTEST_PLUGINS: appended(env["PYTEST_PLUGINS"], ",", PLUGIN),
        TOX_TESTENV_PASSENV: appended(env["TOX_TESTENV_PASSENV"], " ", PASSED_ON.join(" ")),
        TOX_OVERRIDE: appended(env["TOX_OVERRIDE"], ";", overrides.join(";")),
    };
    const path = [folder, env["PYTHONPATH"]].filter(Boolean).join(external_node_path_.delimiter);
    return { env: { ...env, ...extended(env, added), PYTHONPATH: path }, added };
}
/**
 * The environment in which pytest writes its JUnit file for us, with the files of tests (pytest leaves them out since
 * 6.0). `PYTEST_ADDOPTS` stands between the configuration's options and those of the command line. Undefined when the
 * targets cannot be said in it.
 */
function launchWithOptions(env, { junit, targets }) {
    if (targets?.some((target) => target.startsWith("-") || /[\r\n\0]/.test(target)) === true)
        return undefined;
    const words = ["--junitxml", junit, "-o", "junit_family=xunit1", "--maxfail=0", "--continue-on-collection-errors"];
    const added = {
        PYTEST_ADDOPTS: appended(env["PYTEST_ADDOPTS"], " ", [...words, ...(targets ?? [])].map(quoted).join(" ")),
    };
    const changed = { ...env, ...extended(env, added) };
    return (changed["PYTEST_ADDOPTS"] ?? "").length > MAX_VARIABLE ? undefined : changed;
}
/**
 * The command with pytest's own words for the place of its report and for stopping early changed to ours: what stands
 * on the command line wins over any variable. Words in front of `pytest` belong to other programs.
 */
function withOwnOptions(command, junit) {
    const start = command.findIndex((word) => /(?:^|[\\/])(?:pytest|py\.test)(?:\.exe)?$/.test(word));
    return command.map((word, at) => (start < 0 || at <= start ? word : ownOption(word, command[at - 1], junit)));
}
function ownOption(word, before, junit) {
    if (/^--junit-?xml=/.test(word))
        return `${word.slice(0, word.indexOf("=") + 1)}${junit}`;
    if (/^--junit-?xml$/.test(before ?? ""))
        return junit;
    if (before === "--maxfail")
        return "0";
    return /^(?:-x|--exitfirst|--maxfail=.*)$/.test(word) ? "--maxfail=0" : word;
}
function appended(before, separator, words) {
    return before ? separator + words : words;
}
function extended(env, added) {
    return Object.fromEntries(Object.entries(added).map(([name, words]) => [name, (env[name] ?? "") + words]));
}
/** As Python's shlex reads it, by which pytest splits the variable. */
function quoted(word) {
    return `'${word.replaceAll("'", `'"'"'`)}'`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
;// CONCATENATED MODULE: ./.cache/build/io/seal.js

/** Hexadecimal digits before each line of the probe's files. */
const LENGTH = 32;
/** One line of the probe's files as the probe writes it, without the line's end. */
function sealed(key, text) {
    return `${digestOf(key, text)} ${text}`;
}
/** The text of a line, and whether it is as the probe wrote it. */
function unsealed(key, line) {
    if (line[LENGTH] !== " ")
        return { text: line, isGenuine: false };
    const text = line.slice(LENGTH + 1);
    return { text, isGenuine: line.slice(0, LENGTH) === digestOf(key, text) };
}
/** The probe writes ASCII only. */
function digestOf(key, text) {
    return (0,external_node_crypto_.createHash)("sha256").update(`${key}${text}`, "latin1").digest("hex").slice(0, LENGTH);
}

;// CONCATENATED MODULE: ./.cache/build/io/probe-records.js





const probe_records_text = schemas/* string */.YjP().max(100_000);
const probe_records_frame = schemas/* object */.Ikc({
    path: probe_records_text,
    line: schemas/* number */.aig().int().min(1),
    function: probe_records_text.nullable(),
    locals: schemas/* record */.g1P(probe_records_text, probe_records_text).exactOptional(),
});
const exception = schemas/* object */.Ikc({ type: probe_records_text.nullable(), message: probe_records_text.nullable(), frames: schemas/* array */.YOg(probe_records_frame) });
const probe_records_link = exception.extend({ relation: schemas/* enum */.k5n(["cause", "context"]) });
const failureParts = {
    exception: exception.optional(),
    chain: schemas/* array */.YOg(probe_records_link).optional(),
    stdout: probe_records_text.nullish(),
    stderr: probe_records_text.nullish(),
    log: probe_records_text.nullish(),
};
const session = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz("session"),
    executable: probe_records_text,
    version: probe_records_text,
    rootdir: probe_records_text,
    packages: schemas/* record */.g1P(probe_records_text, probe_records_text),
    testFilePatterns: schemas/* array */.YOg(probe_records_text),
    testPaths: schemas/* array */.YOg(probe_records_text),
});
const finished = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("finish"), exitStatus: schemas/* number */.aig().int(), redBesidesTests: schemas/* boolean */.zMY() });
const guarded = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("guarded"), path: probe_records_text });
const collected = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("collected"), nodes: schemas/* array */.YOg(probe_records_text) });
const started = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("start"), node: probe_records_text, file: probe_records_text, name: probe_records_text.nullable() });
const stopped = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("stop"), node: probe_records_text });
/** From here on the test is no longer watched. */
const cut = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("cut"), node: probe_records_text });
const report = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz("report"),
    node: probe_records_text,
    file: probe_records_text,
    name: probe_records_text.nullable(),
    phase: schemas/* enum */.k5n(["setup", "call", "teardown", "collect"]),
    outcome: schemas/* enum */.k5n(["passed", "failed", "skipped", "crashed"]),
    xfail: schemas/* boolean */.zMY(),
    ...failureParts,
});
/** What happened outside of any test: a conftest file that cannot be imported, an internal error of pytest. */
const broken = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("broken"), path: probe_records_text.nullable(), ...failureParts });
/** A part of pytest, or of the probe, that the project's code has put something else in place of. */
const replaced = schemas/* object */.Ikc({ kind: schemas/* literal */.euz("replaced"), name: probe_records_text, by: probe_records_text });
const executed = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz("executed"),
    node: probe_records_text,
    path: probe_records_text,
    name: probe_records_text,
    line: schemas/* number */.aig().int(),
    depth: schemas/* number */.aig().int(),
    order: schemas/* number */.aig().int(),
});
const raised = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz("raised"),
    node: probe_records_text,
    type: probe_records_text,
    message: probe_records_text,
    frames: schemas/* array */.YOg(probe_records_frame),
    load: schemas/* object */.Ikc({ reason: schemas/* enum */.k5n(["lazy", "expired"]), model: probe_records_text, attributes: schemas/* array */.YOg(probe_records_text) }).nullable(),
});
const neverAwaited = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz("never-awaited"),
    node: probe_records_text,
    coroutine: probe_records_text,
    frames: schemas/* array */.YOg(probe_records_frame),
});
const record = schemas/* discriminatedUnion */.gMt("kind", [
    session,
    finished,
    guarded,
    collected,
    started,
    stopped,
    cut,
    report,
    broken,
    replaced,
    executed,
    raised,
    neverAwaited,
]);
const MAX_LINE = 16_000_000;
const MAX_TOTAL = 1_000_000_000;
/**
 * Reads what every process of a run wrote down, process by process, each in its order. A line that is cut off (its
 * process was killed), too long or unlike any of ours is left out; one that looks like ours and is not as the probe wrote
 * it is told as such. `key` is that of the run.
 */
async function* readProbeRecords(folder, key) {
    const names = (await (0,promises_.readdir)(folder)).filter((name) => name.endsWith(".jsonl")).sort();
    for (const name of names) {
        for await (const line of linesOf((0,external_node_path_.join)(folder, name))) {
            const { text: own, isGenuine } = unsealed(key, line);
            const found = parseRecord(own);
            if (found)
                yield isGenuine ? found : { kind: "not-genuine" };
        }
    }
}
function parseRecord(line) {
    try {
        const value = JSON.parse(line);
        return record.safeParse(value).data;
    }
    catch {
        return undefined;
    }
}
async function* linesOf(path) {
    let rest = "";
    let total = 0;
    // The probe writes ASCII only, so a chunk never ends within a character.
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { encoding: "latin1" })) {
        const piece = String(chunk);
        total += piece.length;
        if (total > MAX_TOTAL)
            return;
        const lines = (rest + piece).split("\n");
        rest = lines.pop() ?? "";
        if (rest.length > MAX_LINE)
            rest = "";
        yield* lines;
    }
}

// EXTERNAL MODULE: ./.cache/build/text/test-outcome.js
var test_outcome = __webpack_require__(3358);
;// CONCATENATED MODULE: ./.cache/build/io/probe-evidence.js
/** Of all tests together. */
const MAX_ENTRIES = 1_000_000;
function evidenceCollector() {
    const tests = new Map();
    const forgotten = new Set();
    let entries = 0;
    return {
        add(record) {
            if (forgotten.has(record.node) || entries >= MAX_ENTRIES)
                return;
            entries += 1;
            const gathered = tests.get(record.node) ?? { executed: new Map(), raised: [], neverAwaited: [] };
            tests.set(record.node, gathered);
            addTo(gathered, record);
        },
        forget(node) {
            entries -= sizeOf(tests.get(node));
            tests.delete(node);
            forgotten.add(node);
        },
        of: (nodes) => Object.fromEntries([...tests].filter(([node]) => nodes.has(node)).map(([node, gathered]) => [node, evidenceOf(gathered)])),
    };
}
function addTo(gathered, record) {
    if (record.kind === "executed") {
        const { path, name, line, depth, order } = record;
        const key = `${line} ${name} ${path}`;
        const before = gathered.executed.get(key);
        gathered.executed.set(key, {
            path,
            name,
            line,
            depth: Math.min(depth, before?.depth ?? depth),
            order: Math.min(order, before?.order ?? order),
        });
    }
    else if (record.kind === "raised") {
        const { type, message, frames, load } = record;
        gathered.raised.push({ type, message, frames, load });
    }
    else {
        gathered.neverAwaited.push({ coroutine: record.coroutine, frames: record.frames });
    }
}
function evidenceOf({ executed, raised, neverAwaited }) {
    return { executed: [...executed.values()].sort((one, other) => one.order - other.order), raised, neverAwaited };
}
function sizeOf(gathered) {
    return gathered ? gathered.executed.size + gathered.raised.length + gathered.neverAwaited.length : 0;
}

;// CONCATENATED MODULE: ./.cache/build/io/probe-failure.js
const SOURCE = { report: "probe", format: "probe" };
const NOTHING_CAPTURED = { capturedStdout: null, capturedStderr: null, capturedLog: null };
/** The failure of one phase of a test, or of a collector. */
function reportFailure(record) {
    const kind = record.phase === "call" && record.outcome === "failed" ? "failure" : "error";
    return {
        nodeId: record.node,
        file: record.file,
        testName: record.name,
        phase: record.phase,
        kind,
        ...exceptionParts(record),
        source: SOURCE,
    };
}
/** What kept pytest from running any test; no node id, and a file only when one is to blame. */
function brokenFailure(record) {
    return {
        nodeId: null,
        file: record.path,
        testName: null,
        phase: "collect",
        kind: "error",
        ...exceptionParts(record),
        source: SOURCE,
    };
}
/** A test without a result; the message says why. */
function unfinishedFailure(test) {
    return {
        nodeId: test.node,
        file: test.file,
        testName: test.name,
        phase: "call",
        kind: "error",
        exception: { type: null, message: test.message },
        chain: [],
        frames: [],
        ...NOTHING_CAPTURED,
        source: SOURCE,
    };
}
function exceptionParts(record) {
    const { type = null, message = null, frames = [] } = record.exception ?? {};
    return {
        exception: { type, message },
        chain: record.chain ?? [],
        frames,
        capturedStdout: record.stdout ?? null,
        capturedStderr: record.stderr ?? null,
        capturedLog: record.log ?? null,
    };
}

;// CONCATENATED MODULE: ./.cache/build/io/probe-results.js



/** Beyond it outcomes are still complete; nobody reads so many failures. */
const MAX_FAILURES = 2000;
/** pytest's own `python_files`. */
const DEFAULT_PATTERNS = ["test_*.py", "*_test.py"];
/** Folds the records of all processes of one run. `ending` says in a few words how the run ended, for tests it cut off. */
async function probeResults(records, ending) {
    const state = newState();
    const evidence = evidenceCollector();
    for await (const record of records) {
        if (isEvidence(record))
            evidence.add(record);
        else if (isForgery(record))
            state.forgery ??= forgeryOf(record);
        else
            addRecord(state, record);
        if (record.kind === "stop" && !(0,test_outcome/* isFailingOutcome */.N)(state.tests.get(record.node)?.outcome))
            evidence.forget(record.node);
    }
    for (const [node, test] of state.tests)
        endTest(state, { node, test, ending });
    const failures = [...state.broken, ...[...state.tests.values()].flatMap((test) => test.failures)];
    const failing = new Set(failures.flatMap(({ nodeId }) => nodeId ?? []));
    return {
        ...sessionFacts(state),
        collected: [...state.collected],
        outcomes: Object.fromEntries([...state.tests].flatMap(([id, { outcome }]) => (outcome ? [[id, outcome]] : []))),
        failures,
        evidence: evidence.of(failing),
        cutTraces: [...state.cut].filter((node) => failing.has(node)),
        guardedFiles: [...state.guarded].filter(isInside).sort(),
        forgery: state.forgery,
    };
}
function isEvidence(record) {
    return record.kind === "executed" || record.kind === "raised" || record.kind === "never-awaited";
}
function isForgery(record) {
    return record.kind === "replaced" || record.kind === "not-genuine";
}
function forgeryOf(record) {
    if (record.kind === "not-genuine")
        return "the records of the run were changed by somebody else than our probe";
    return `${record.by} has replaced \`${record.name}\`, which decides how tests end`;
}
function newState() {
    return {
        session: null,
        sessions: 0,
        finished: [],
        cut: new Set(),
        collected: new Set(),
        guarded: new Set(),
        tests: new Map(),
        broken: [],
        forgery: null,
        failureCount: 0,
    };
}
function addRecord(state, record) {
    switch (record.kind) {
        case "session":
            return addSession(state, record);
        case "finish":
            state.finished.push(record);
            return;
        case "cut":
            state.cut.add(record.node);
            return;
        case "guarded":
            state.guarded.add(record.path);
            return;
        case "collected":
            return addAll(state.collected, record.nodes);
        case "start":
            testOf(state, record).isRunning = true;
            return;
        case "stop":
            return stop(state.tests.get(record.node));
        case "report":
            return addReport(state, record);
        case "broken":
            state.broken.push(brokenFailure(record));
    }
}
function addSession(state, record) {
    state.session ??= record;
    state.sessions += 1;
}
function addAll(set, nodes) {
    for (const node of nodes)
        set.add(node);
}
function stop(test) {
    if (test)
        test.isRunning = false;
}
function sessionFacts({ session, sessions, finished }) {
    const end = finished.length === 1 ? finished[0] : undefined;
    const known = { sessions, pytestExitCode: end?.exitStatus ?? null, redBesidesTests: end?.redBesidesTests ?? null };
    if (session === null) {
        return { interpreter: null, rootDirectory: null, testFilePatterns: DEFAULT_PATTERNS, testPaths: [], ...known };
    }
    const { executable, version, packages, rootdir, testFilePatterns, testPaths } = session;
    return {
        interpreter: { executable, version, packages },
        rootDirectory: rootdir === "." ? "" : rootdir,
        testFilePatterns: testFilePatterns.length > 0 ? testFilePatterns : DEFAULT_PATTERNS,
        testPaths: testPaths.filter(isInside),
        ...known,
    };
}
function addReport(state, record) {
    const test = testOf(state, record);
    // Each xdist worker collects, and reports, all there is.
    if (record.phase === "collect" && test.phases.has("collect"))
        return;
    if (record.phase === "setup" && test.phases.size > 0)
        endAttempt(state, record.node, test);
    test.phases.add(record.phase);
    if (record.outcome === "crashed")
        test.isRunning = false;
    test.outcome = (0,test_outcome/* worseOutcome */.e)(test.outcome, outcomeOf(record));
    if (record.outcome === "failed" || record.outcome === "crashed")
        addFailure(state, test, reportFailure(record));
}
/** Another attempt cannot make good what this one did: a test that fails and then passes has not passed. */
function endAttempt(state, node, test) {
    // Records get lost, when a test replaces what they are written with or when pytest stops within a call.
    if (test.outcome === null || (test.outcome === "passed" && !test.phases.has("call"))) {
        fail(state, { node, test, message: "pytest reported no result of this test's call" });
    }
    test.isFailureKnown = test.failures.length > 0;
    test.phases.clear();
}
function endTest(state, { node, test, ending }) {
    if (test.isRunning)
        fail(state, { node, test, message: `${ending} while this test was running` });
    else
        endAttempt(state, node, test);
}
function fail(state, { node, test, message }) {
    test.outcome = "error";
    const { file, name } = test;
    if (test.failures.length === 0)
        addFailure(state, test, unfinishedFailure({ node, file, name, message }));
}
function outcomeOf({ phase, outcome, xfail }) {
    if (outcome === "crashed")
        return "error";
    if (outcome === "failed")
        return phase === "call" ? "failed" : "error";
    if (outcome === "skipped")
        return xfail ? "xfailed" : "skipped";
    return xfail && phase === "call" ? "xpassed" : "passed";
}
function addFailure(state, test, failure) {
    if (test.isFailureKnown || state.failureCount >= MAX_FAILURES)
        return;
    state.failureCount += 1;
    test.failures.push(failure);
}
function testOf(state, about) {
    const { node, file, name } = about;
    const known = state.tests.get(node);
    if (known)
        return known;
    const made = {
        file,
        name,
        outcome: null,
        failures: [],
        phases: new Set(),
        isRunning: false,
        isFailureKnown: false,
    };
    state.tests.set(node, made);
    return made;
}
function isInside(path) {
    return path !== "" && !path.startsWith("/") && !path.split("/").includes("..");
}

// EXTERNAL MODULE: ./.cache/build/io/process.js + 1 modules
var io_process = __webpack_require__(5667);
;// CONCATENATED MODULE: ./.cache/build/io/python-source.js

/** The syntax bridge: fed to the project's interpreter on standard input. */
function bridgeSource() {
    return (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "bridge.py", "utf8");
}
/** The pytest plugin: copied into a fresh folder for each run. */
function probeSource() {
    return (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "probe.py", "utf8");
}

// EXTERNAL MODULE: ./.cache/build/text/junit-address.js
var junit_address = __webpack_require__(3098);
;// CONCATENATED MODULE: ./.cache/build/io/target-paths.js



/**
 * Node ids as arguments of pytest, which take them from the folder it runs in: with absolute paths. pytest's root
 * directory, from which ids count, is that folder or one above it. Null when a file is in none of them.
 */
async function targetPaths(targets, { root, cwd }) {
    const found = [];
    for (const target of targets) {
        const { path, rest } = (0,junit_address/* splitNodeId */.AO)(target);
        const file = await existing(path, { root, cwd });
        if (file === undefined)
            return null;
        found.push(file + rest);
    }
    return found;
}
async function existing(path, { root, cwd }) {
    for (let folder = cwd;; folder = (0,external_node_path_.dirname)(folder)) {
        const file = (0,external_node_path_.join)(folder, path);
        const isThere = await (0,promises_.access)(file).then(() => true, () => false);
        if (isThere)
            return file;
        if (folder === root || (0,external_node_path_.dirname)(folder) === folder)
            return undefined;
    }
}

;// CONCATENATED MODULE: ./.cache/build/io/junit-cases.js


const MAX_CASES = 1_000_000;
/** The cases of a file that pytest has just written; what is left of one that breaks off, none when it is not there. */
async function junitCases(path) {
    const cases = [];
    const parser = new Parser/* Parser */.i({
        onopentag(tag, { classname = "", name = "", file, type }) {
            const current = cases.at(-1);
            if (tag === "testcase" && cases.length < MAX_CASES) {
                cases.push({ classname, name, file: file ?? null, outcome: "passed" });
            }
            else if (current) {
                current.outcome = junit_cases_outcomeOf(tag, type) ?? current.outcome;
            }
        },
    }, { xmlMode: true });
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(path, { encoding: "utf8" }))
            parser.write(String(chunk));
    }
    catch {
        return [];
    }
    parser.end();
    return cases;
}
function junit_cases_outcomeOf(tag, type) {
    if (tag === "failure")
        return "failed";
    if (tag === "error")
        return "error";
    if (tag === "skipped")
        return type === "pytest.xfail" ? "xfailed" : "skipped";
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/build/io/unprobed-results.js






/** The outcomes as the JUnit file has them, by node id; where there is no such file, the failures that were printed. */
async function unprobedResults(run) {
    const cases = await junitCases(run.junit);
    return cases.length > 0 ? fromJunit(cases, run) : fromText(run);
}
async function fromJunit(cases, run) {
    const base = await baseOf(cases, run);
    const ids = new Map();
    const outcomes = {};
    for (const entry of cases) {
        const key = addressKey(entry);
        const id = ids.get(key) ?? (await nodeIdOf(entry, base));
        ids.set(key, id);
        outcomes[id] = (0,test_outcome/* worseOutcome */.e)(outcomes[id], entry.outcome);
    }
    const rootDirectory = (0,external_node_path_.relative)(run.root, base).replaceAll("\\", "/");
    const report = await run.read([{ name: "junit.xml", chunks: (0,external_node_fs_.createReadStream)(run.junit) }]);
    const failures = report.failures.map((failure) => named(failure, { ids, rootDirectory }));
    const collected = Object.keys(outcomes);
    return { source: "junit", rootDirectory, collected, outcomes, failures, sessions: timesWritten(run) };
}
/** pytest says where it has put its file, each time it does so; the next one writes over it. */
function timesWritten({ output, junit }) {
    return Math.max(1, output.split(`generated xml file: ${junit}`).length - 1);
}
/** Of what was printed only pytest's own words count: a traceback may be anybody's. */
async function fromText({ output, read }) {
    const { failures, counts } = await read([{ name: "output", chunks: [Buffer.from(output)] }]);
    const outcomes = Object.fromEntries(failures.flatMap(({ nodeId, kind }) => (nodeId === null ? [] : [[nodeId, unprobed_results_outcomeOf(kind)]])));
    const unknown = { rootDirectory: null, collected: [] };
    const isPytest = failures.length > 0 ? Object.keys(outcomes).length > 0 : counts.tests > 0;
    if (!isPytest) {
        return { source: "nothing", outcomes: {}, failures: [], sessions: 0, ...unknown };
    }
    return { source: "text", outcomes, failures, sessions: 1, ...unknown };
}
function unprobed_results_outcomeOf(kind) {
    return kind === "failure" ? "failed" : "error";
}
/** pytest's root directory: the folder of the run, or one above it, where the files are that its cases name. */
async function baseOf(cases, { root, cwd }) {
    const files = [...new Set(cases.flatMap(({ file }) => file ?? []))].slice(0, 50);
    for (let folder = cwd;; folder = (0,external_node_path_.dirname)(folder)) {
        const found = await Promise.all(files.map(async (file) => isThere((0,external_node_path_.join)(folder, file))));
        if (found.every(Boolean))
            return folder;
        if (folder === root || (0,external_node_path_.dirname)(folder) === folder)
            return cwd;
    }
}
/**
 * The classname is the path with dots and the classes, so it names the file, whichever it is that exists: an inherited
 * test is written in another one. A case without a classname is a module that could not be collected.
 */
async function nodeIdOf({ classname, name, file }, base) {
    const own = file !== null && isFileOf(file, classname || name) ? file : undefined;
    const dotted = classname === "" ? name : classname;
    const path = own ?? (await pathOf(dotted, base));
    if (path === undefined)
        return `${classname}::${name}`;
    if (classname === "")
        return path;
    const classes = classname
        .slice((0,junit_address/* dottedName */._P)(path).length + 1)
        .split(".")
        .filter(Boolean);
    return [path, ...classes, name].join("::");
}
function isFileOf(file, dotted) {
    const own = (0,junit_address/* dottedName */._P)(file);
    return dotted === own || dotted.startsWith(`${own}.`);
}
async function pathOf(dotted, base) {
    const parts = dotted.split(".");
    for (let length = parts.length; length > 0; length--) {
        const path = `${parts.slice(0, length).join("/")}.py`;
        if (await isThere((0,external_node_path_.join)(base, path)))
            return path;
    }
    return undefined;
}
/** The failure under the id that its test has among the outcomes. */
function named(failure, { ids, rootDirectory }) {
    const { address, ...rest } = failure;
    const asked = address ?? (failure.nodeId === null ? undefined : (0,junit_address/* junitAddress */.Pf)(failure.nodeId));
    const nodeId = asked && ids.get(addressKey(asked));
    if (nodeId === undefined)
        return failure;
    const path = nodeId.split("::")[0] ?? "";
    return { ...rest, nodeId, file: rootDirectory === "" ? path : `${rootDirectory}/${path}` };
}
function addressKey({ classname, name }) {
    return JSON.stringify([classname, name]);
}
async function isThere(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./.cache/build/io/pytest-runner.js












const NOT_LOADED = "Our pytest plugin could not be loaded: the command gives Python a PYTHONPATH of its own, or none (python -I, -E).";
const NOT_REACHED = "Our pytest plugin was not loaded: the command starts no pytest, or does not pass PYTHONPATH, PYTEST_ADDOPTS and PYTEST_PLUGINS on to it (docker, tox without pass_env).";
/**
 * Runs the customer's command with our probe loaded from a fresh folder outside the repository; environment variables say
 * so, and the probe puts them right again inside. Selection, the place of the JUnit file and `maxfail` are set by the
 * probe within pytest, so that the command need not be understood. Without the probe there are pytest's own options, and
 * without those what the command prints; `source` says which. What did not work once is not tried again.
 */
function pytestRunner(settings) {
    const memory = { way: "probe", hasWorked: false };
    return {
        async run(request) {
            for (;;) {
                const { way } = memory;
                const run = await inFreshFolder((folder) => runOnce(settings, { request, memory, folder }));
                if (memory.way === way)
                    return run;
            }
        },
    };
}
async function inFreshFolder(work) {
    const folder = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "autofix-")));
    try {
        return await work(folder);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** One run; moves on to the next way where this one shows that it cannot work. */
async function runOnce(settings, attempt) {
    const { request, memory, folder } = attempt;
    const root = await (0,promises_.realpath)(settings.root);
    const places = { root, cwd: (0,external_node_path_.resolve)(root, settings.workingDirectory), junit: (0,external_node_path_.join)(folder, "junit.xml") };
    const key = (0,external_node_crypto_.randomUUID)();
    const { command, env } = await prepared(settings, attempt, { ...places, key });
    // Only the probe can keep pytest from running the tests.
    const isPointless = request.collectOnly === true && memory.way !== "probe";
    const ended = isPointless
        ? NOT_RUN
        : await (0,io_process/* runProcess */.R3)({ command, cwd: places.cwd, env, timeoutSeconds: settings.timeoutSeconds });
    const results = await probeResults(readProbeRecords(folder, key), endingOf(ended, settings.timeoutSeconds));
    const facts = { ...runFacts(settings, ended), ...results, junit: await junitCounts(places.junit) };
    if (!isPointless)
        learn(memory, { ended, command, isKnown: results.interpreter !== null || facts.junit !== null });
    if (results.interpreter !== null)
        return { ...facts, source: "probe" };
    const told = await unprobedResults({ ...places, output: ended.output, read: settings.readReports });
    const why = ended.startError === null ? `\n${memory.way === "probe" ? NOT_REACHED : NOT_LOADED}\n` : "";
    return { ...facts, ...told, output: facts.output + why };
}
/** The words to start and the environment to start them in. */
async function prepared(settings, { request, memory, folder }, places) {
    const { assigned, words } = splitAssignments(settings.command);
    const temporary = (0,external_node_path_.join)(folder, "temporary");
    await (0,promises_.mkdir)(temporary);
    const env = { ...settings.env, ...assigned };
    // The runner's own folder holds its command files.
    if (env["RUNNER_TEMP"] !== undefined)
        env["RUNNER_TEMP"] = temporary;
    if (memory.way === "bare")
        return { command: words, env };
    if (memory.way === "options") {
        const wanted = request.targets === "all" || !memory.hasWorked ? null : await targetPaths(request.targets, places);
        const { junit } = places;
        const changed = launchWithOptions(env, { junit, targets: wanted }) ?? launchWithOptions(env, { junit, targets: null });
        return { command: withOwnOptions(words, junit), env: changed ?? env };
    }
    const launch = launchWithProbe(env, folder);
    const { targets, trace, collectOnly = false } = request;
    const { root, junit, key } = places;
    const { workingDirectory } = settings;
    const chosen = targets === "all" ? null : targets;
    const config = { key, root, workingDirectory, junit, targets: chosen, trace, collectOnly, added: launch.added };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, `${PLUGIN}.py`), probeSource());
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "config.json"), JSON.stringify(config));
    return { command: words, env: launch.env };
}
/** pytest that cannot import a plugin says its name in quotes and ends; that a test prints the same changes nothing. */
function learn(memory, { ended, command, isKnown }) {
    if (isKnown)
        memory.hasWorked = true;
    if (memory.hasWorked || ended.timedOut)
        return;
    if (memory.way === "options")
        memory.way = "bare";
    const isRefused = ended.output.includes(`"${PLUGIN}"`) || command.includes(`no:${PLUGIN}`);
    if (memory.way === "probe" && isRefused)
        memory.way = "options";
}
const NOT_RUN = {
    exitCode: null,
    signal: null,
    timedOut: false,
    wasIdle: false,
    output: "",
    durationSeconds: 0,
    startError: null,
};
function runFacts(settings, ended) {
    return {
        command: settings.command.join(" "),
        exitCode: ended.exitCode,
        timedOut: ended.timedOut,
        durationSeconds: ended.durationSeconds,
        droppedVariables: settings.droppedVariables ?? [],
        output: ended.startError ?? ended.output,
    };
}
function endingOf(ended, timeoutSeconds) {
    if (ended.wasIdle)
        return `the test process wrote nothing and did no work for ${io_process/* IDLE_SECONDS */.fP} seconds`;
    if (ended.timedOut)
        return `the time limit of ${timeoutSeconds} seconds was reached`;
    if (ended.signal !== null)
        return `the test process was ended by ${ended.signal}`;
    return `the test process ended with exit code ${ended.exitCode ?? "unknown"}`;
}
function splitAssignments(command) {
    const assigned = {};
    const first = command.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
    const end = first < 0 ? command.length : first;
    for (const word of command.slice(0, end)) {
        const sign = word.indexOf("=");
        assigned[word.slice(0, sign)] = word.slice(sign + 1);
    }
    return { assigned, words: command.slice(end) };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./.cache/build/io/process-tree.js
var process_tree = __webpack_require__(1942);
;// CONCATENATED MODULE: ./.cache/build/io/syntax-table.js

const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
const reference = schemas/* object */.Ikc({ node: schemas/* number */.aig().int() });
const single = schemas/* union */.KCZ([scalar, reference]);
const row = schemas/* object */.Ikc({
    kind: schemas/* string */.YjP(),
    start: schemas/* number */.aig(),
    end: schemas/* number */.aig(),
    line: schemas/* number */.aig(),
    fields: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([single, schemas/* array */.YOg(single)])),
});
const answer = schemas/* object */.Ikc({
    nodes: schemas/* array */.YOg(row).min(1).nullable(),
    message: schemas/* string */.YjP().nullable(),
    line: schemas/* number */.aig().nullable(),
});
/**
 * Decodes one line of the bridge. The tree comes as a list, parents before children, and is built from its end: neither
 * the check nor the build calls itself, so that no depth overflows the stack. Throws for what the bridge never says.
 */
function decodeSyntax(text) {
    const { nodes, message, line } = answer.parse(JSON.parse(text));
    return { tree: nodes === null ? null : build(nodes), message, line };
}
function build(rows) {
    const built = new Map();
    const valueOf = (value) => typeof value === "object" && value !== null ? known(built, value.node) : value;
    for (const [index, { fields, ...rest }] of [...rows.entries()].toReversed()) {
        const values = Object.entries(fields).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.map(valueOf) : valueOf(value),
        ]);
        built.set(index, { ...rest, fields: Object.fromEntries(values) });
    }
    return known(built, 0);
}
function known(built, index) {
    const node = built.get(index);
    if (!node)
        throw new Error(`the Python syntax bridge named node ${index} before it was told`);
    return node;
}

;// CONCATENATED MODULE: ./.cache/build/io/python-bridge.js




/** Without a word: the largest file measured, of 40,000 lines, takes less than 5 seconds. */
const SILENCE_SECONDS = 30;
/**
 * Parses files with this interpreter (`-I -S`: no site packages, no environment, no current folder), the script and
 * its request on standard input. One process for all files: 65 ms measured for one, start-up included. A file that ends
 * the process or keeps it silent too long is unparsable, and another process goes on with the files after it.
 */
function pythonBridge(python, env, silenceSeconds = SILENCE_SECONDS) {
    return {
        async parse(files) {
            const found = [];
            while (found.length < files.length) {
                const rest = files.slice(found.length);
                const child = (0,external_node_child_process_.spawn)(python[0] ?? "python3", [...python.slice(1), "-I", "-S", "-"], {
                    env: { ...env },
                    detached: true,
                    windowsHide: true,
                });
                const { lines, ending, errors } = await converse(child, rest, silenceSeconds);
                const [ready, ...answers] = lines;
                if (ready !== "ready")
                    throw new Error(`the Python syntax bridge could not start: ${ending} ${errors}`);
                for (const [index, file] of rest.entries()) {
                    const answer = answers[index];
                    found.push(answer === undefined ? { ...file, message: ending, line: null } : resultOf(file, answer));
                    if (answer === undefined)
                        break;
                }
            }
            return found;
        },
    };
}
function resultOf({ path, text }, answer) {
    const { tree, message, line } = decodeSyntax(answer);
    return tree ? { path, text, tree } : { path, text, message: message ?? "not valid Python", line };
}
function converse(child, files, silenceSeconds) {
    const output = [];
    const errors = [];
    let isTooLate = false;
    const timer = setTimeout(() => {
        isTooLate = true;
        // Its group: the command may be a wrapper that starts the interpreter.
        if (child.pid !== undefined)
            (0,process_tree/* sendSignal */.vG)(-child.pid, "SIGKILL");
    }, silenceSeconds * 1000);
    child.stdout?.on("data", (chunk) => {
        output.push(chunk);
        timer.refresh();
    });
    child.stderr?.on("data", (chunk) => errors.push(chunk));
    // A process that has ended reads no more: its end is told by "close".
    child.stdin?.on("error", () => undefined).end(scriptFor(files));
    return new Promise((resolve) => {
        const end = (why) => {
            clearTimeout(timer);
            const lines = Buffer.concat(output).toString("latin1").split("\n").slice(0, -1);
            resolve({ lines, ending: why, errors: Buffer.concat(errors).toString("utf8").slice(-500) });
        };
        child.once("error", (error) => end(error.message));
        child.once("close", (code, signal) => end(isTooLate
            ? `Python's parser needed more than ${silenceSeconds} seconds`
            : `Python's parser ended with ${signal ?? code ?? "nothing"}`));
    });
}
function scriptFor(files) {
    const request = Buffer.from(JSON.stringify(files.map(({ text }) => text))).toString("base64");
    return `${bridgeSource()}\nmain("${request}")\n`;
}

;// CONCATENATED MODULE: ./.cache/build/io/python-finder.js




/** A first `uv run` may have to make the environment. */
const TRY_SECONDS = 300;
/** The current folder is taken off the path first: nothing of the repository is imported. */
const QUESTION = [
    "import sys",
    "sys.path = [path for path in sys.path if path]",
    "import importlib.util, json, platform",
    "has = importlib.util.find_spec('pytest') is not None",
    "print('autofix:' + json.dumps([sys.executable, platform.python_version(), has]))",
].join("; ");
const python_finder_answer = schemas/* tuple */.PVZ([schemas/* string */.YjP(), schemas/* string */.YjP(), schemas/* boolean */.zMY()]);
/**
 * Finds the interpreter that runs the project's tests, in this order: the input, the active virtual environment,
 * `.venv` and `venv` in the working directory and the root, `uv run` and `poetry run` where their lock file is,
 * `python3`, `python`. The first one that starts (and has pytest, if needed) is taken.
 */
async function findPython(search) {
    const tried = [];
    for (const candidate of await candidatesOf(search)) {
        const found = await tryOut(candidate, search);
        if (typeof found !== "string") {
            if (found.hasPytest || !search.needsPytest)
                return found;
            tried.push(`${nameOf(candidate)}: Python ${found.version} without pytest`);
        }
        else
            tried.push(`${nameOf(candidate)}: ${found}`);
    }
    return { kind: "missing", problem: problemOf(search, tried) };
}
async function candidatesOf(search) {
    if (search.python !== null)
        return [{ command: [search.python], foundBy: "the input `python`" }];
    const folders = [...new Set([(0,external_node_path_.resolve)(search.root, search.workingDirectory), search.root])];
    const active = search.env["VIRTUAL_ENV"];
    const environments = [
        ...(active ? [{ home: active, foundBy: "the active virtual environment" }] : []),
        ...folders.flatMap((folder) => [".venv", "venv"].map((name) => ({ home: (0,external_node_path_.join)(folder, name), foundBy: `the virtual environment ${name}` }))),
    ].map(({ home, foundBy }) => ({ command: [interpreterIn(home)], foundBy }));
    const tools = folders.flatMap((folder) => [
        { file: (0,external_node_path_.join)(folder, "uv.lock"), command: ["uv", "run", "--frozen", "python"], foundBy: "uv.lock" },
        { file: (0,external_node_path_.join)(folder, "poetry.lock"), command: ["poetry", "run", "python"], foundBy: "poetry.lock" },
    ]);
    return [
        ...(await python_finder_existing(environments, ({ command }) => command[0] ?? "")),
        ...(await python_finder_existing(tools, ({ file }) => file)),
        ...["python3", "python"].map((name) => ({ command: [name], foundBy: `\`${name}\` on the path` })),
    ];
}
function interpreterIn(home) {
    return process.platform === "win32" ? (0,external_node_path_.join)(home, "Scripts", "python.exe") : (0,external_node_path_.join)(home, "bin", "python");
}
async function python_finder_existing(entries, pathOf) {
    const exists = await Promise.all(entries.map((entry) => (0,promises_.access)(pathOf(entry)).then(() => true, () => false)));
    return entries.filter((_, index) => exists[index]);
}
/** The interpreter, or why it is none. */
async function tryOut({ command, foundBy }, search) {
    const ended = await (0,io_process/* runProcess */.R3)({
        command: [...command, "-c", QUESTION],
        cwd: (0,external_node_path_.resolve)(search.root, search.workingDirectory),
        env: search.env,
        timeoutSeconds: TRY_SECONDS,
    });
    if (ended.startError !== null)
        return "not found";
    const line = ended.output.split("\n").find((text) => text.startsWith("autofix:"));
    const facts = decode(line?.slice("autofix:".length));
    if (!facts)
        return `ended with exit code ${ended.exitCode ?? "none"}: ${lastLine(ended.output)}`;
    const [executable, version, hasPytest] = facts;
    return { kind: "found", command, foundBy, executable, version, hasPytest };
}
function decode(text) {
    if (text === undefined)
        return undefined;
    try {
        const value = JSON.parse(text);
        return python_finder_answer.safeParse(value).data;
    }
    catch {
        return undefined;
    }
}
function lastLine(output) {
    return (output.trim().split("\n").at(-1) ?? "").slice(0, 200);
}
function nameOf({ command }) {
    return `\`${command.join(" ")}\``;
}
function problemOf(search, tried) {
    const hasPython = tried.some((entry) => entry.endsWith(" without pytest"));
    return {
        ...(hasPython
            ? { code: "no-pytest", what: "No Python with pytest was found for this project." }
            : { code: "no-python", what: "No Python was found for this project." }),
        why: `Tried ${tried.join("; ")}.`,
        next: search.python === null
            ? "Set the input `python` to the interpreter that runs your tests, or `test-command` to the command."
            : "Correct the input `python`, or leave it out to have the interpreter found.",
    };
}

// EXTERNAL MODULE: ./.cache/build/problem.js
var problem = __webpack_require__(8632);
// EXTERNAL MODULE: ./.cache/build/io/put-back.js
var put_back = __webpack_require__(4233);
;// CONCATENATED MODULE: ./.cache/build/io/workspace.js





/** Larger files are neither read nor edited: no hand-written module comes near. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** A process may have no more than some hundred files open. */
const OPEN_AT_ONCE = 100;
/** Seconds between the time stamps of two versions of a file; Python tells its compiled files apart by whole seconds. */
const STAMP_STEP_SECONDS = 2;
/** The checkout on disk; every write goes through the journal. */
function diskWorkspace(checkout, journal) {
    const root = checkout.root;
    let version = 0;
    return {
        trackedFiles: async () => checkout.trackedFiles,
        read: async (path) => readInside(root, path),
        async write(changes) {
            version++;
            await journal.exclusively(async () => {
                for (const change of changes)
                    await writeChange({ root, journal, version }, change);
            });
        },
        restore: async () => journal.restore(),
        async hashes(paths) {
            const entries = [];
            for (let start = 0; start < paths.length; start += OPEN_AT_ONCE) {
                const some = paths.slice(start, start + OPEN_AT_ONCE);
                entries.push(...(await Promise.all(some.map(async (path) => [path, await hashOf(root, path)]))));
            }
            return Object.fromEntries(entries);
        },
    };
}
/**
 * Each version of a file gets a time stamp of its own: a compiled file that a test run left for one candidate must
 * never be taken for the next candidate's, and Python compares whole seconds and the size only.
 */
async function writeChange({ root, journal, version }, change) {
    const path = (0,external_node_path_.join)(root, change.path);
    const reason = await whyUnsafe(root, change.path);
    if (reason !== undefined)
        throw notWritable(change.path, `cannot be written: ${reason}`);
    const found = await attempt(change.path, "read", async () => (0,promises_.readFile)(path));
    const known = journal.knows(path, found);
    if (!(known ?? textOf(found) === change.before))
        throw notWritable(change.path, "changed since it was read");
    const after = Buffer.from(change.after);
    const original = await attempt(change.path, "saved", async () => journal.record(path, after));
    // Somebody may have been between the two readings.
    if (known === null && !original.equals(found))
        throw notWritable(change.path, "changed since it was read");
    const { mtimeMs } = await (0,promises_.lstat)(path);
    await attempt(change.path, "written", async () => (0,put_back/* overwrite */.m)(path, after));
    const stamp = Math.floor(Math.max(mtimeMs, Date.now()) / 1000) + version * STAMP_STEP_SECONDS;
    await (0,promises_.utimes)(path, stamp, stamp);
}
function notWritable(path, what) {
    const why = "Somebody else, a person or a test, works on the same files at the same time.";
    const next = "Nothing of the patch is left in the tree; run it again when the files are at rest.";
    return new problem/* SetupError */.w([{ code: "file-changed", what: `${path} ${what}.`, why, next }]);
}
/** A full disk, a file system for reading only, missing rights: a person must mend it. */
async function attempt(path, done, work) {
    try {
        return await work();
    }
    catch (error) {
        const what = `${path} could not be ${done === "saved" ? "saved to the journal" : done}`;
        const why = error instanceof Error ? error.message : String(error);
        const next = "Nothing of the patch is left in the tree. See that the disk has room and the file may be written.";
        throw new problem/* SetupError */.w([{ code: "file-not-written", what: `${what}.`, why: `The system says: ${why}.`, next }], {
            cause: error,
        });
    }
}
/** Links count as what they lead to; a pipe would make us wait for ever, and a device never ends. */
async function hashOf(root, path) {
    try {
        const full = (0,external_node_path_.join)(root, path);
        if (!(await (0,promises_.stat)(full)).isFile())
            return "";
        return (0,external_node_crypto_.createHash)("sha256")
            .update(await (0,promises_.readFile)(full))
            .digest("hex");
    }
    catch {
        return "";
    }
}
/** Reads a regular file inside the root, without following a link anywhere on the way. */
async function readInside(root, path) {
    const reason = await whyUnsafe(root, path);
    if (reason !== undefined)
        return { kind: "unreadable", reason };
    const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(root, path)).catch(() => undefined);
    if (bytes === undefined)
        return { kind: "unreadable", reason: "it cannot be read" };
    const text = textOf(bytes);
    return text === undefined ? { kind: "unreadable", reason: "it is not UTF-8" } : { kind: "text", text };
}
function textOf(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
async function whyUnsafe(root, path) {
    try {
        const full = (0,external_node_path_.join)(root, path);
        const entry = await (0,promises_.lstat)(full);
        if (!entry.isFile())
            return "it is not a regular file";
        if (entry.nlink > 1)
            return "it is linked from elsewhere too";
        if (entry.size > MAX_FILE_BYTES)
            return `it is larger than ${MAX_FILE_BYTES} bytes`;
        const real = await (0,promises_.realpath)(full);
        return real === (0,external_node_path_.join)(root, path.split("/").join(external_node_path_.sep)) ? undefined : "a link lies on its way";
    }
    catch {
        return "it is not there";
    }
}

// EXTERNAL MODULE: ./.cache/build/read/read-reports.js + 19 modules
var read_reports = __webpack_require__(9355);
// EXTERNAL MODULE: ./.cache/build/text/glob.js
var glob = __webpack_require__(905);
;// CONCATENATED MODULE: ./.cache/build/text/environment.js

/** What a test run must not inherit: our inputs, the runner's channels, credentials, and loader or tool overrides. */
const DROPPED = [
    "INPUT_*",
    "STATE_*",
    "GITHUB_*",
    "RUNNER_*",
    "ACTIONS_*",
    "OPENAI_*",
    "ANTHROPIC_*",
    "AZURE_OPENAI_*",
    "TOKEN",
    "*_TOKEN",
    "GIT_*",
    "SSH_AUTH_SOCK",
    "NODE_OPTIONS",
    "LD_*",
    "DYLD_*",
];
/**
 * Harmless facts that tests read. The library paths stay because actions/setup-python sets LD_LIBRARY_PATH and its
 * interpreters may not start without it.
 */
const KEPT = [
    "GITHUB_ACTIONS",
    "GITHUB_WORKSPACE",
    "GITHUB_SHA",
    "GITHUB_REF",
    "GITHUB_REF_*",
    "RUNNER_OS",
    "RUNNER_ARCH",
    "RUNNER_TEMP",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
];
/**
 * The environment of a test run: all that the workflow set, less what code of a pull request must not see. Names are
 * compared without regard to case, as Windows does. `dropped` is sorted, for the sentence that says why a failure does
 * not show up in our run.
 */
function testEnvironment(env, policy) {
    const kept = {};
    const dropped = [];
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined)
            continue;
        if (mayStay(name, policy))
            kept[name] = value;
        else
            dropped.push(name);
    }
    return { env: kept, dropped: dropped.sort() };
}
/** Every step has a good many of these. */
const RUNNER_PREFIXES = (/* unused pure expression or super */ null && (["ACTIONS_", "GITHUB_", "INPUT_", "RUNNER_", "STATE_"]));
/** Dropped names as a person wants to read them: those of the runner and of our inputs as one each, behind the others. */
function shownVariables(dropped) {
    const prefixOf = (name) => RUNNER_PREFIXES.find((prefix) => name.toUpperCase().startsWith(prefix));
    const families = RUNNER_PREFIXES.filter((prefix) => dropped.some((name) => prefixOf(name) === prefix));
    return [...dropped.filter((name) => prefixOf(name) === undefined), ...families.map((prefix) => `${prefix}*`)];
}
function mayStay(name, { allow, deny }) {
    if (fits(name, deny))
        return false;
    return fits(name, allow) || fits(name, KEPT) || !fits(name, DROPPED);
}
function fits(name, globs) {
    return (0,glob/* matchesAny */._)(name.toUpperCase(), globs.map((glob) => glob.toUpperCase()));
}

// EXTERNAL MODULE: ./.cache/build/text/redact.js
var redact = __webpack_require__(7218);
// EXTERNAL MODULE: ./.cache/build/verify/time-budget.js
var time_budget = __webpack_require__(8384);
;// CONCATENATED MODULE: ./.cache/build/workbench.js

















/**
 * Looks at the checkout, takes it for this run, and finds the interpreter, before any code of the project runs. What a
 * killed run left in the checkout is undone first.
 */
async function openWorkbench(input) {
    const checkout = await (0,io_checkout/* openCheckout */.H)(input.folder, input.workspace);
    const { journalFolder, claimsFolder: folder } = input;
    const claim = await (0,io_claim/* claimCheckout */.R)({ folder, root: checkout.root, journalFolder });
    try {
        for (const notice of noticesOf(claim.undone))
            input.log.warning(notice);
        return await furnish(input, checkout, claim);
    }
    catch (error) {
        await claim.release();
        throw error;
    }
}
function noticesOf({ files, notices }) {
    if (files.length === 0)
        return [];
    return [`An earlier run was stopped while a patch was in ${files.join(", ")}; that is undone.`, ...notices];
}
async function furnish(input, checkout, claim) {
    const { settings, log } = input;
    const directory = (0,external_node_path_.join)(checkout.root, checkout.workingDirectory);
    const { env, dropped } = testEnvironment(input.environment, { allow: settings.envAllow, deny: settings.envDeny });
    const python = await findPython({
        python: settings.python,
        workingDirectory: checkout.workingDirectory,
        root: checkout.root,
        env,
        needsPytest: settings.testCommand === null,
    });
    if (python.kind === "missing" && settings.testCommand === null)
        throw new problem/* SetupError */.w([python.problem]);
    const words = python.kind === "found" ? python.command : ["python3"];
    const safeLog = redacting(log, (0,redact/* secretValues */.V)(input.environment));
    const journal = (0,io_journal/* openJournal */._0)(input.journalFolder, (notice) => safeLog.warning(notice));
    const command = settings.testCommand ?? [...words, "-m", "pytest"];
    const runnerAt = runnersFor(input, { command, env, dropped, checkout });
    const base = input.base === undefined ? null : await copyMergeBase(checkout.root, input.base);
    return {
        checkout,
        directory,
        journal,
        async putBack() {
            (0,io_process/* endProcesses */.Hk)();
            await journal.close();
        },
        async release() {
            await base?.remove();
            if (!(await (0,io_journal/* isJournalLeft */.VQ)(input.journalFolder)))
                await claim.release();
        },
        tools: {
            workspace: diskWorkspace(checkout, journal),
            runner: runnerAt(checkout.root),
            ...(base === null ? {} : { atBase: { sha: base.sha, runner: runnerAt(base.root) } }),
            parserFor: (executable) => pythonBridge(executable === null ? words : [executable], env),
            log: safeLog,
            limits: settings,
            repeat: settings.repeat,
            recipes: recipes/* RECIPES */.I.filter((recipe) => !settings.recipesOff.includes(recipe.id)),
            drafters: [],
            clock: () => performance.now(),
            draftingSeconds: (0,time_budget/* draftingSeconds */.V)(settings.timeoutSeconds),
        },
    };
}
/** Runs the tests of a folder: the checkout, or a copy of another state of it. */
function runnersFor({ settings, environment }, { command, env, dropped, checkout }) {
    return (root) => {
        const pytest = pytestRunner({
            root,
            workingDirectory: checkout.workingDirectory,
            command,
            env,
            droppedVariables: dropped,
            timeoutSeconds: settings.timeoutSeconds,
            readReports: async (files) => (0,read_reports/* readReports */.o)(files, checkout.trackedFiles),
        });
        return keepingCommandFiles(pytest, environment);
    };
}
/** What we say quotes exceptions, and those quote addresses with passwords in them. */
function redacting(log, secrets) {
    return {
        section: async (title, work) => log.section((0,redact/* redact */.E)(title, secrets), work),
        info: (message) => log.info((0,redact/* redact */.E)(message, secrets)),
        warning: (message) => log.warning((0,redact/* redact */.E)(message, secrets)),
    };
}


/***/ })

};
