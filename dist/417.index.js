export const id = 417;
export const ids = [417];
export const modules = {

/***/ 4417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createReviewHost: () => (/* binding */ createReviewHost)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(3342);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
;// CONCATENATED MODULE: ./.cache/build/io/github-failure.js

/** What Octokit throws for an HTTP status. */
const requestError = schemas/* object */.Ikc({
    status: schemas/* number */.aig(),
    message: schemas/* string */.YjP(),
    response: schemas/* object */.Ikc({ headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) }).nullish(),
});
/** What Octokit throws for a GraphQL reply with errors, which has HTTP status 200. */
const graphqlError = schemas/* object */.Ikc({
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP().nullish(), message: schemas/* string */.YjP() })).min(1),
});
const MESSAGE_LIMIT = 300;
/** GitHub has more than one text for its content limits; a refused permission never speaks of them. */
const RATE_LIMIT = /secondary rate|rate limit|abuse|submitted too quickly/i;
/**
 * Sorts what a request threw. Decided by status and error type, hardly by text: GitHub's texts change. Timeouts, lost
 * connections, 5xx, rate limits and replies of an unknown shape are all `unavailable`: the write may have happened.
 */
function toHostFailure(error) {
    const graphql = graphqlError.safeParse(error);
    if (graphql.success)
        return fromGraphql(graphql.data.errors[0]);
    const request = requestError.safeParse(error);
    if (request.success)
        return fromStatus(request.data);
    return failure("unavailable", error instanceof Error ? error.message : "unknown error");
}
const GRAPHQL_KINDS = {
    FORBIDDEN: "denied",
    INSUFFICIENT_SCOPES: "denied",
    STALE_DATA: "stale",
    NOT_FOUND: "missing",
    RATE_LIMITED: "unavailable",
};
function fromGraphql(error) {
    const message = error?.message ?? "";
    const known = GRAPHQL_KINDS[error?.type ?? ""];
    const isLost = /^something went wrong|timed? ?out/i.test(message);
    return failure(known ?? (isLost ? "unavailable" : "invalid"), message);
}
const STATUS_KINDS = {
    401: "denied",
    403: "denied",
    404: "missing",
    409: "stale",
    410: "missing",
    429: "unavailable",
};
function fromStatus({ status, message, response }) {
    const headers = response?.headers ?? {};
    const isLimited = headers["x-ratelimit-remaining"] === "0" || RATE_LIMIT.test(message);
    if (isLimited && (status === 403 || status === 422))
        return failure("unavailable", message);
    const kind = STATUS_KINDS[status] ?? (Math.trunc(status / 100) === 4 ? "invalid" : "unavailable");
    return { ...failure(kind, message), needs: kind === "denied" ? neededPermissions(headers) : null };
}
function neededPermissions(headers) {
    const needs = headers["x-accepted-github-permissions"];
    return typeof needs === "string" ? needs.slice(0, 200) : null;
}
function failure(kind, message) {
    // The address of the documentation that Octokit adds helps nobody in a sentence.
    const [words = ""] = message.replace(/\s+/g, " ").split(" - https://");
    return { kind, message: words.slice(0, MESSAGE_LIMIT), needs: null };
}

;// CONCATENATED MODULE: ./.cache/build/io/github-records.js

/** Who wrote it; null for a deleted account. */
const author = schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable();
const pullRequestRecord = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    state: schemas/* string */.YjP(),
    locked: schemas/* boolean */.zMY(),
    html_url: schemas/* string */.YjP(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable() }),
    base: schemas/* object */.Ikc({
        sha: schemas/* string */.YjP(),
        ref: schemas/* string */.YjP(),
        repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP(), default_branch: schemas/* string */.YjP().nullish() }),
    }),
});
/** Fields of REST replies (API version 2022-11-28) that we use, as our own records. */
const pullRequestReply = pullRequestRecord.transform((record) => ({
    number: record.number,
    state: record.state === "open" ? "open" : "closed",
    locked: record.locked,
    headSha: record.head.sha,
    headRef: record.head.ref,
    headRepository: record.head.repo?.full_name ?? null,
    baseSha: record.base.sha,
    baseRef: record.base.ref,
    baseRepository: record.base.repo.full_name,
    isDefaultBase: record.base.ref === record.base.repo.default_branch,
    url: record.html_url,
}));
const changedFileReply = schemas/* object */.Ikc({ filename: schemas/* string */.YjP(), patch: schemas/* string */.YjP().nullish() })
    .transform((record) => ({ path: record.filename, patch: record.patch ?? null }));
const commentReply = schemas/* object */.Ikc({ id: schemas/* number */.aig().int(), body: schemas/* string */.YjP().nullish(), html_url: schemas/* string */.YjP(), user: author })
    .transform((record) => ({ ...written(record), isOutdated: false }));
/** A comment on lines that changed since has lost its line. */
const reviewCommentReply = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int(),
    body: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: author,
    line: schemas/* number */.aig().nullish(),
    subject_type: schemas/* string */.YjP().nullish(),
})
    .transform((record) => ({
    ...written(record),
    isOutdated: (record.line ?? null) === null && record.subject_type !== "file",
}));
const reviewReply = schemas/* object */.Ikc({ id: schemas/* number */.aig().int(), body: schemas/* string */.YjP(), html_url: schemas/* string */.YjP(), user: author, state: schemas/* string */.YjP() })
    .transform((record) => ({ ...written(record), state: record.state }));
const pageReply = schemas/* object */.Ikc({ html_url: schemas/* string */.YjP() }).transform((record) => record.html_url);
const viewerReply = schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) })
    .transform((record) => record.viewer.login);
const commitReply = schemas/* object */.Ikc({
    createCommitOnBranch: schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP(), url: schemas/* string */.YjP() }) }),
})
    .transform(({ createCommitOnBranch: { commit } }) => ({ sha: commit.oid, url: commit.url }));
const treeReply = schemas/* object */.Ikc({ truncated: schemas/* boolean */.zMY(), tree: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), mode: schemas/* string */.YjP() })) })
    .transform((record) => new Map(record.tree.map(({ path, mode }) => [path, mode])));
const contentRecord = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    encoding: schemas/* string */.YjP().nullish(),
    content: schemas/* string */.YjP().nullish(),
});
/** A folder comes as a list; above 1 MiB the content is left out. */
const contentReply = schemas/* union */.KCZ([
    contentRecord.transform((record) => {
        if (record.type !== "file")
            return unreadable(`it is a ${record.type}`);
        if (record.encoding !== "base64")
            return unreadable("it is too large");
        return decodeText(Buffer.from(record.content ?? "", "base64"));
    }),
    schemas/* array */.YOg(schemas/* unknown */.L5J()).transform(() => unreadable("it is a folder")),
]);
function written(record) {
    return { id: record.id, author: record.user?.login ?? "", body: record.body ?? "", url: record.html_url };
}
function decodeText(bytes) {
    try {
        // A byte order mark is part of the text: it must be written back.
        return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
    }
    catch {
        return unreadable("it is not UTF-8");
    }
}
function unreadable(reason) {
    return { kind: "unreadable", reason };
}

;// CONCATENATED MODULE: ./.cache/build/io/github-host.js




const API_VERSION = "2022-11-28";
const REQUEST_TIMEOUT_MILLISECONDS = 60_000;
/**
 * GitHub behind the `ReviewHost` port: REST and GraphQL of the server that the run belongs to. `@actions/github` brings
 * no retry plugin, so no request is sent twice; every reply is decoded, every failure is a value.
 */
function createReviewHost(context, token) {
    const repository = connect(context, token);
    const { base, owner } = repository;
    const pull = (number) => `${base}/pulls/${number}`;
    const issue = (number) => `${base}/issues/${number}`;
    return {
        viewer: async () => queryGraphql(repository, { query: "query { viewer { login } }" }, viewerReply),
        pullRequest: async (number) => get(repository, pull(number), pullRequestReply),
        openPullRequests: async (branch) => list(repository, `${base}/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`, pullRequestReply),
        changedFiles: async (number) => list(repository, `${pull(number)}/files`, changedFileReply),
        fileText: async (path, sha) => {
            const escaped = path.split("/").map(encodeURIComponent).join("/");
            return get(repository, `${base}/contents/${escaped}?ref=${encodeURIComponent(sha)}`, contentReply);
        },
        fileModes: async (sha) => get(repository, `${base}/git/trees/${encodeURIComponent(sha)}?recursive=1`, treeReply),
        comments: async (number) => list(repository, `${issue(number)}/comments`, commentReply),
        reviewComments: async (number) => list(repository, `${pull(number)}/comments`, reviewCommentReply),
        reviews: async (number) => list(repository, `${pull(number)}/reviews`, reviewReply),
        createComment: async (number, body) => send(repository, `POST ${issue(number)}/comments`, { body }),
        updateComment: async (id, body) => send(repository, `PATCH ${base}/issues/comments/${id}`, { body }),
        createReview: async (number, draft) => send(repository, `POST ${pull(number)}/reviews`, reviewBody(draft)),
        createCommit: async (draft) => queryGraphql(repository, { query: CREATE_COMMIT, variables: { input: commitInput(repository, draft) } }, commitReply),
    };
}
function connect({ apiUrl, owner, repository }, token) {
    const client = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, userAgent: "autofix-action" });
    client.hook.before("request", (request) => {
        request.headers["x-github-api-version"] = API_VERSION;
        request.request = { ...request.request, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS) };
    });
    const base = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`;
    return { client, owner, name: repository, base };
}
/** The reply decoded, or the failure sorted. */
async function answer(work, decoder) {
    try {
        return { kind: "ok", value: decoder.parse(await work()) };
    }
    catch (error) {
        if (error instanceof errors/* ZodError */.G) {
            return { kind: "unavailable", message: "the reply is not of the shape that GitHub documents", needs: null };
        }
        return toHostFailure(error);
    }
}
async function get({ client }, route, decoder) {
    return answer(async () => (await client.request(`GET ${route}`)).data, decoder);
}
/** All pages, 100 entries each. */
async function list({ client }, route, decoder) {
    return answer(async () => client.paginate(`GET ${route}`, { per_page: 100 }), schemas/* array */.YOg(decoder));
}
async function send({ client }, route, body) {
    return answer(async () => (await client.request(route, { ...body })).data, pageReply);
}
async function queryGraphql({ client }, { query, variables = {} }, decoder) {
    return answer(async () => client.graphql(query, variables), decoder);
}
/** `event` makes it a submitted review: without it GitHub keeps it pending, unseen, and in the way of later ones. */
function reviewBody({ headSha, body, comments }) {
    return {
        commit_id: headSha,
        event: "COMMENT",
        body,
        comments: comments.map((comment) => ({
            path: comment.path,
            body: comment.body,
            line: comment.line,
            side: "RIGHT",
            ...(comment.startLine === null ? {} : { start_line: comment.startLine, start_side: "RIGHT" }),
        })),
    };
}
const CREATE_COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;
function commitInput({ owner, name }, draft) {
    return {
        branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: draft.branch },
        expectedHeadOid: draft.expectedHeadSha,
        message: { headline: draft.headline, body: draft.body },
        fileChanges: {
            additions: draft.additions.map(({ path, text }) => ({
                path,
                contents: Buffer.from(text, "utf8").toString("base64"),
            })),
        },
    };
}


/***/ })

};
