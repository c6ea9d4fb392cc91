export const id = 288;
export const ids = [288];
export const modules = {

/***/ 7288:
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
 * connections, 5xx and replies of an unknown shape are all `unavailable`: the write may have happened.
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
    RATE_LIMITED: "limited",
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
};
const LIMIT_STATUSES = [403, 422, 429];
function speaksOfLimit(message, headers) {
    return headers["x-ratelimit-remaining"] === "0" || RATE_LIMIT.test(message);
}
function fromStatus({ status, message, response }) {
    const headers = response?.headers ?? {};
    if (LIMIT_STATUSES.includes(status) && (status === 429 || speaksOfLimit(message, headers))) {
        const waitSeconds = secondsToWait(headers);
        return { ...failure("limited", message), ...(waitSeconds === null ? {} : { waitSeconds }) };
    }
    const kind = STATUS_KINDS[status] ?? (Math.trunc(status / 100) === 4 ? "invalid" : "unavailable");
    return { ...failure(kind, message), needs: kind === "denied" ? neededPermissions(headers) : null };
}
/**
 * What `retry-after` says, else the time until the hour's limit is set back, by GitHub's own clock; null when neither
 * header says it, as is usual for limits on content.
 */
function secondsToWait(headers) {
    const retryAfter = wholeNumber(headers["retry-after"]);
    if (retryAfter !== null)
        return retryAfter;
    const reset = wholeNumber(headers["x-ratelimit-reset"]);
    const now = Date.parse(String(headers["date"])) / 1000;
    return headers["x-ratelimit-remaining"] === "0" && reset !== null && now > 0 ? Math.max(1, reset - now) : null;
}
function wholeNumber(value) {
    const text = String(value);
    return /^\d{1,10}$/.test(text) ? Number(text) : null;
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

;// CONCATENATED MODULE: ./.cache/build/io/github-client.js



const API_VERSION = "2022-11-28";
/** GitHub itself gives up after ten seconds. */
const REQUEST_TIMEOUT_MILLISECONDS = 30_000;
/** `@actions/github` brings no retry plugin, so no request is sent twice. */
function connect({ apiUrl, owner, repository }, token, patience) {
    const client = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, userAgent: "autofix-action" });
    client.hook.before("request", (request) => {
        request.headers["x-github-api-version"] = API_VERSION;
        request.request = { ...request.request, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS) };
    });
    const base = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`;
    return { client, patience, owner, name: repository, base };
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
/** Asks again where waiting may help: reading twice changes nothing. */
async function read({ patience }, work, decoder) {
    for (let sent = 1;; sent++) {
        const result = await answer(work, decoder);
        if (result.kind === "ok" || !(await patience.wait(result, sent)))
            return result;
    }
}
/** Reads one thing. */
async function get(repository, route, decoder) {
    return read(repository, async () => (await repository.client.request(`GET ${route}`)).data, decoder);
}
/** All pages, 100 entries each. */
async function list(repository, route, decoder) {
    return read(repository, async () => repository.client.paginate(`GET ${route}`, { per_page: 100 }), schemas/* array */.YOg(decoder));
}
/** Changes something, once. */
async function send({ client, patience }, { route, body }, decoder) {
    await patience.pace();
    return answer(async () => (await client.request(route, { ...body })).data, decoder);
}
/** Reads by GraphQL. */
async function queryGraphql(repository, { query, variables = {} }, decoder) {
    return read(repository, async () => repository.client.graphql(query, variables), decoder);
}
/** Changes something by GraphQL, once. */
async function mutate({ client, patience }, { query, variables = {} }, decoder) {
    await patience.pace();
    return answer(async () => client.graphql(query, variables), decoder);
}
/** A path or branch name inside a route: slashes stay. */
function escapePath(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}

;// CONCATENATED MODULE: ./.cache/build/io/github-records.js

/** Who wrote it; null for a deleted account. */
const author = schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable();
const pullRequestRecord = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    state: schemas/* string */.YjP(),
    merged_at: schemas/* string */.YjP().nullish(),
    maintainer_can_modify: schemas/* boolean */.zMY().nullish(),
    body: schemas/* string */.YjP().nullish(),
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
    isMerged: typeof record.merged_at === "string",
    locked: record.locked,
    headSha: record.head.sha,
    headRef: record.head.ref,
    headRepository: record.head.repo?.full_name ?? null,
    baseSha: record.base.sha,
    baseRef: record.base.ref,
    baseRepository: record.base.repo.full_name,
    isDefaultBase: record.base.ref === record.base.repo.default_branch,
    maintainerCanModify: record.maintainer_can_modify ?? false,
    body: record.body ?? "",
    url: record.html_url,
}));
const changedFileReply = schemas/* object */.Ikc({
    filename: schemas/* string */.YjP(),
    patch: schemas/* string */.YjP().nullish(),
    status: schemas/* string */.YjP().nullish(),
    previous_filename: schemas/* string */.YjP().nullish(),
})
    .transform(({ filename, patch, status, previous_filename: previousPath }) => ({
    path: filename,
    patch: patch ?? null,
    ...(status === "added" ? { isAdded: true } : {}),
    ...(typeof previousPath === "string" ? { previousPath } : {}),
}));
/** Of the comparison of two commits only where they parted. */
const mergeBaseReply = schemas/* object */.Ikc({ merge_base_commit: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) })
    .transform((record) => record.merge_base_commit.sha);
const commentReply = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int(),
    node_id: schemas/* string */.YjP().nullish(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    user: author,
})
    .transform((record) => ({ ...written(record), isOutdated: false, replyTo: null, reviewId: null }));
/** A comment on lines that changed since has lost its line. */
const reviewCommentReply = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int(),
    node_id: schemas/* string */.YjP().nullish(),
    body: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: author,
    line: schemas/* number */.aig().nullish(),
    subject_type: schemas/* string */.YjP().nullish(),
    in_reply_to_id: schemas/* number */.aig().int().nullish(),
    pull_request_review_id: schemas/* number */.aig().int().nullish(),
    original_commit_id: schemas/* string */.YjP().nullish(),
})
    .transform((record) => ({
    ...written(record),
    isOutdated: (record.line ?? null) === null && record.subject_type !== "file",
    replyTo: record.in_reply_to_id ?? null,
    reviewId: record.pull_request_review_id ?? null,
    ...(typeof record.original_commit_id === "string" ? { madeFor: record.original_commit_id } : {}),
}));
const reviewReply = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int(),
    node_id: schemas/* string */.YjP().nullish(),
    body: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: author,
    state: schemas/* string */.YjP(),
})
    .transform((record) => ({ ...written(record), state: record.state }));
const pageReply = schemas/* object */.Ikc({ html_url: schemas/* string */.YjP() }).transform((record) => record.html_url);
const viewerReply = schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) })
    .transform((record) => record.viewer.login);
const made = schemas/* object */.Ikc({
    oid: schemas/* string */.YjP(),
    url: schemas/* string */.YjP(),
    signature: schemas/* object */.Ikc({ isValid: schemas/* boolean */.zMY() }).nullish(),
});
const commitReply = schemas/* object */.Ikc({ createCommitOnBranch: schemas/* object */.Ikc({ commit: made }) })
    .transform(({ createCommitOnBranch: { commit } }) => ({
    sha: commit.oid,
    url: commit.url,
    isSigned: commit.signature?.isValid ?? false,
}));
const gitCommitReply = schemas/* object */.Ikc({
    sha: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    verification: schemas/* object */.Ikc({ verified: schemas/* boolean */.zMY() }).nullish(),
})
    .transform((record) => ({
    sha: record.sha,
    url: record.html_url,
    isSigned: record.verification?.verified ?? false,
}));
const branchReply = schemas/* object */.Ikc({
    commit: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), author: author.nullish(), commit: schemas/* object */.Ikc({ message: schemas/* string */.YjP() }) }),
})
    .transform(({ commit }) => ({
    sha: commit.sha,
    author: commit.author?.login ?? "",
    message: commit.commit.message,
}));
const pullCommitReply = schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), author: author.nullish(), commit: schemas/* object */.Ikc({ message: schemas/* string */.YjP() }) })
    .transform((record) => ({
    sha: record.sha,
    author: record.author?.login ?? "",
    message: record.commit.message,
}));
/** Which of the asked nodes are folded away, and why in GitHub's word. */
const foldedReply = schemas/* object */.Ikc({
    nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), isMinimized: schemas/* boolean */.zMY(), minimizedReason: schemas/* string */.YjP().nullish() }).nullable()),
})
    .transform(({ nodes }) => new Map(nodes.flatMap((node) => node?.isMinimized === true ? [[node.id, (node.minimizedReason ?? "").toLowerCase()]] : [])));
const queueReply = schemas/* object */.Ikc({ repository: schemas/* object */.Ikc({ pullRequest: schemas/* object */.Ikc({ isInMergeQueue: schemas/* boolean */.zMY() }) }) })
    .transform(({ repository }) => repository.pullRequest.isInMergeQueue);
const objectReply = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }).transform((record) => record.sha);
const treeOfCommitReply = schemas/* object */.Ikc({ tree: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) })
    .transform((record) => record.tree.sha);
const parentsOfCommitReply = schemas/* object */.Ikc({ parents: schemas/* array */.YOg(schemas/* object */.Ikc({ sha: schemas/* string */.YjP() })) })
    .transform((record) => record.parents.map(({ sha }) => sha));
const permissionReply = schemas/* object */.Ikc({ permission: schemas/* string */.YjP() }).transform((record) => record.permission);
/** Where only the status counts. */
const anyReply = schemas/* unknown */.L5J().transform(() => null);
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
    return {
        id: record.id,
        nodeId: record.node_id ?? "",
        author: record.user?.login ?? "",
        body: record.body ?? "",
        url: record.html_url,
    };
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

;// CONCATENATED MODULE: ./.cache/build/io/github-branches.js


/** The part of GitHub that makes commits, branches and pull requests of our own. */
function createBranchHost(repository) {
    const { base, owner } = repository;
    const post = async (path, body) => send(repository, { route: `POST ${base}${path}`, body }, anyReply);
    return {
        branch: async (name) => get(repository, `${base}/branches/${escapePath(name)}`, branchReply),
        commitParents: async (sha) => get(repository, `${base}/git/commits/${encodeURIComponent(sha)}`, parentsOfCommitReply),
        pullRequestsFrom: async (branch) => list(repository, `${base}/pulls?state=all&head=${encodeURIComponent(`${owner}:${branch}`)}`, pullRequestReply),
        createCommit: async (draft) => mutate(repository, { query: CREATE_COMMIT, variables: { input: commitInput(draft) } }, commitReply),
        writeCommit: async (draft) => writeCommit(repository, draft),
        createBranch: async (name, sha) => post("/git/refs", { ref: `refs/heads/${name}`, sha }),
        moveBranch: async (name, sha, { mayDrop }) => send(repository, { route: `PATCH ${base}/git/refs/heads/${escapePath(name)}`, body: { sha, force: mayDrop } }, anyReply),
        createPullRequest: async ({ isDraft, ...draft }) => send(repository, { route: `POST ${base}/pulls`, body: { ...draft, draft: isDraft } }, pullRequestReply),
        updatePullRequest: async (number, { title, body }) => send(repository, { route: `PATCH ${base}/pulls/${number}`, body: { title, body } }, pullRequestReply),
        addLabels: async (number, labels) => post(`/issues/${number}/labels`, { labels }),
        dispatchWorkflow: async (file, ref) => post(`/actions/workflows/${encodeURIComponent(file)}/dispatches`, { ref }),
        permission: async (login) => get(repository, `${base}/collaborators/${encodeURIComponent(login)}/permission`, permissionReply),
    };
}
/**
 * Objects first, the commit last: nothing is visible until a branch points to it. Author and committer are left out, so
 * that GitHub signs what a bot's token makes.
 */
async function writeCommit(repository, draft) {
    const { base } = repository;
    const entries = [];
    for (const { path, mode, text } of draft.files) {
        const content = Buffer.from(text, "utf8").toString("base64");
        const blob = await send(repository, { route: `POST ${base}/git/blobs`, body: { content, encoding: "base64" } }, objectReply);
        if (blob.kind !== "ok")
            return blob;
        entries.push({ path, mode, type: "blob", sha: blob.value });
    }
    const parent = await get(repository, `${base}/git/commits/${draft.expectedHeadSha}`, treeOfCommitReply);
    if (parent.kind !== "ok")
        return parent;
    const tree = await send(repository, { route: `POST ${base}/git/trees`, body: { base_tree: parent.value, tree: entries } }, objectReply);
    if (tree.kind !== "ok")
        return tree;
    const message = draft.body === "" ? draft.headline : `${draft.headline}\n\n${draft.body}`;
    return send(repository, {
        route: `POST ${base}/git/commits`,
        body: { message, tree: tree.value, parents: [draft.expectedHeadSha] },
    }, gitCommitReply);
}
const CREATE_COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } } }
}`;
function commitInput(draft) {
    return {
        branch: { repositoryNameWithOwner: draft.repository, branchName: draft.branch },
        expectedHeadOid: draft.expectedHeadSha,
        message: { headline: draft.headline, body: draft.body },
        fileChanges: {
            additions: draft.files.map(({ path, text }) => ({
                path,
                contents: Buffer.from(text, "utf8").toString("base64"),
            })),
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/io/github-history.js


const IS_QUEUED = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { isInMergeQueue } }
}`;
const FOLDED = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { id ... on Minimizable { isMinimized minimizedReason } }
}`;
const FOLD = `mutation ($input: MinimizeCommentInput!) {
  minimizeComment(input: $input) { minimizedComment { isMinimized } }
}`;
/** The part of GitHub that shows and tidies what earlier runs left. Only GraphQL knows queues and what is folded. */
function createHistoryHost(repository) {
    const { base, owner, name } = repository;
    const remove = async (path) => send(repository, { route: `DELETE ${base}${path}`, body: {} }, anyReply);
    return {
        commits: async (number) => list(repository, `${base}/pulls/${number}/commits`, pullCommitReply),
        isQueued: async (number) => queryGraphql(repository, { query: IS_QUEUED, variables: { owner, name, number } }, queueReply),
        commentsOfReview: async (number, reviewId) => list(repository, `${base}/pulls/${number}/reviews/${reviewId}/comments`, reviewCommentReply),
        deleteReview: async (number, reviewId) => remove(`/pulls/${number}/reviews/${reviewId}`),
        deleteReviewComment: async (id) => remove(`/pulls/comments/${id}`),
        deleteComment: async (id) => remove(`/issues/comments/${id}`),
        folded: async (ids) => queryGraphql(repository, { query: FOLDED, variables: { ids } }, foldedReply),
        fold: async (subjectId) => mutate(repository, { query: FOLD, variables: { input: { subjectId, classifier: "OUTDATED" } } }, anyReply),
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.cache/build/io/github-patience.js

const SYSTEM_CLOCK = {
    now: () => performance.now() / 1000,
    sleep: async (seconds) => (0,promises_.setTimeout)(seconds * 1000),
};
/**
 * Without a word on how long, GitHub's advice is a minute, then twice as long each time; a block of 72 seconds was
 * measured, so one wait is not always enough. Two waits fit, a limit per hour does not: a job is not worth an hour.
 */
const BUDGET_SECONDS = 200;
const MOST_SENDS = 3;
const FIRST_WAIT_SECONDS = 60;
/** After a lost answer, by how often it was sent. */
const LOST_ANSWER_SECONDS = [1, 4];
const WRITE_SPACING_SECONDS = 1;
/**
 * One budget for a whole run. Requests that are refused at the same time wait at the same time: the budget counts
 * seconds of the run, not of the requests.
 */
function createPatience(clock, budgetSeconds = BUDGET_SECONDS) {
    let spent = 0;
    let waits = 0;
    let waitingUntil = 0;
    let nextWrite = 0;
    const waitSeconds = async (seconds) => {
        const now = clock.now();
        const until = now + seconds;
        const more = Math.max(0, until - Math.max(now, waitingUntil));
        if (spent + more > budgetSeconds)
            return false;
        spent += more;
        waitingUntil = Math.max(waitingUntil, until);
        await clock.sleep(seconds);
        return true;
    };
    const limited = async (wanted) => {
        const left = waitingUntil - clock.now();
        if (wanted === null && left > 0)
            return waitSeconds(left);
        const seconds = wanted ?? FIRST_WAIT_SECONDS * 2 ** waits;
        if (wanted === null)
            waits += 1;
        return waitSeconds(Math.max(1, seconds));
    };
    return {
        wait: async (failure, sent) => {
            if (sent >= MOST_SENDS)
                return false;
            if (failure.kind === "limited")
                return limited(failure.waitSeconds ?? null);
            const seconds = failure.kind === "unavailable" ? LOST_ANSWER_SECONDS[sent - 1] : undefined;
            return seconds === undefined ? false : waitSeconds(seconds);
        },
        pace: async () => {
            const now = clock.now();
            const from = Math.max(now, nextWrite);
            nextWrite = from + WRITE_SPACING_SECONDS;
            if (from > now)
                await clock.sleep(from - now);
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/io/github-host.js





/**
 * GitHub behind the `ReviewHost` port: REST and GraphQL of the server that the run belongs to. Every reply is decoded,
 * every failure is a value. What only reads is sent again after a while; a write never is (`@actions/github` brings no
 * retry plugin): its caller looks first whether it happened.
 */
function createReviewHost(context, token, clock = SYSTEM_CLOCK) {
    const repository = connect(context, token, createPatience(clock));
    const { base } = repository;
    const write = async (route, body) => send(repository, { route, body }, pageReply);
    const pull = (number) => `${base}/pulls/${number}`;
    const issue = (number) => `${base}/issues/${number}`;
    return {
        ...createBranchHost(repository),
        ...createHistoryHost(repository),
        viewer: async () => queryGraphql(repository, { query: "query { viewer { login } }" }, viewerReply),
        pullRequest: async (number) => get(repository, pull(number), pullRequestReply),
        openPullRequests: async (head) => list(repository, `${base}/pulls?state=open&head=${encodeURIComponent(head)}`, pullRequestReply),
        changedFiles: async (number) => list(repository, `${pull(number)}/files`, changedFileReply),
        mergeBase: async (from, to) => get(repository, `${base}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}?per_page=1`, mergeBaseReply),
        fileText: async (path, sha) => get(repository, `${base}/contents/${escapePath(path)}?ref=${encodeURIComponent(sha)}`, contentReply),
        fileModes: async (sha) => get(repository, `${base}/git/trees/${encodeURIComponent(sha)}?recursive=1`, treeReply),
        comments: async (number) => list(repository, `${issue(number)}/comments`, commentReply),
        reviewComments: async (number) => list(repository, `${pull(number)}/comments`, reviewCommentReply),
        reviews: async (number) => list(repository, `${pull(number)}/reviews`, reviewReply),
        createComment: async (number, body) => write(`POST ${issue(number)}/comments`, { body }),
        updateComment: async (id, body) => write(`PATCH ${base}/issues/comments/${id}`, { body }),
        createReview: async (number, draft) => write(`POST ${pull(number)}/reviews`, reviewBody(draft)),
        waitAfter: async (failure, sent) => repository.patience.wait(failure, sent),
    };
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


/***/ })

};
