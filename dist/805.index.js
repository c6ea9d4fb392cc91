export const id = 805;
export const ids = [805];
export const modules = {

/***/ 9712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./.cache/build/documents/case-schema.js + 3 modules
var case_schema = __webpack_require__(7029);
// EXTERNAL MODULE: ./.cache/build/documents/result.js
var result = __webpack_require__(5633);
// EXTERNAL MODULE: ./.cache/build/domain/outcome.js
var outcome = __webpack_require__(8960);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./.cache/build/io/runner-files.js


/** Makes a folder that only we can read. */
async function makeFolder(folder) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
}
/** Writes a document and gives its path. */
async function writeDocument(folder, name, text) {
    const path = (0,external_node_path_.join)(folder, name);
    await (0,promises_.writeFile)(path, text);
    return path;
}
/** A file's text; null when it cannot be read. */
async function readDocument(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./.cache/build/outcome.js
var build_outcome = __webpack_require__(5407);
// EXTERNAL MODULE: ./.cache/build/problem.js
var build_problem = __webpack_require__(8632);
// EXTERNAL MODULE: ./.cache/build/text/inert-line.js
var inert_line = __webpack_require__(8594);
// EXTERNAL MODULE: ./.cache/build/text/unified-diff.js
var unified_diff = __webpack_require__(8993);
;// CONCATENATED MODULE: ./.cache/build/action-end.js









/** Some runners have no summary file; what was published stands all the same. */
async function writeSummary(page) {
    try {
        await core/* summary */.z.addRaw(page, true).write();
    }
    catch (thrown) {
        (0,core/* warning */.$e)(oneLine(`The job summary could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`));
    }
}
/** Leaves patch, case and page in the folder. */
async function writeFiles(folder, document, page) {
    const diff = document.patch ? (0,unified_diff/* unifiedDiff */.W)(document.patch.changes) : null;
    return {
        patchPath: diff === null ? null : await writeDocument(folder, "fix.patch", diff),
        caseFile: await writeDocument(folder, "case.json", (0,case_schema/* renderCase */.Jm)(document)),
        reportPath: await writeDocument(folder, "report.md", page),
    };
}
/** Outputs last, so that nothing a test run wrote stands behind them; then one verdict line. */
function action_end_close(ending, closing) {
    const { settings, document, publication = outcome/* NOT_PUBLISHED */.n } = closing;
    const files = closing.files ?? { patchPath: null, caseFile: null, reportPath: null };
    const { spent } = closing;
    const reason = `${ending.reason} ${publication.reason}`.trim();
    writeOutputs((0,result/* resultOf */.B)({ ...ending, reason, case: document, publication, files, ...(spent ? { spent } : {}) }));
    const line = oneLine(`${ending.status}: ${reason}`);
    const { failsJob } = build_outcome/* EXIT */.dc[ending.status];
    // Inputs that cannot be read say nothing about fail-on-error either: then its default holds.
    const isFailure = failsJob === "on-error" && (settings?.failOnError ?? true);
    if (isFailure)
        (0,core/* setFailed */.C1)(line);
    else
        (0,core/* notice */.lm)(line);
}
function writeOutputs(result) {
    (0,core/* setOutput */.uH)("status", result.status);
    (0,core/* setOutput */.uH)("reason", result.reason);
    (0,core/* setOutput */.uH)("fixed-tests", JSON.stringify(result.fixedTests));
    (0,core/* setOutput */.uH)("remaining-failures", JSON.stringify(result.remainingFailures));
    (0,core/* setOutput */.uH)("groups", JSON.stringify(result.groups));
    (0,core/* setOutput */.uH)("source", result.source.join(","));
    (0,core/* setOutput */.uH)("patch-path", result.patchPath ?? "");
    (0,core/* setOutput */.uH)("case-file", result.caseFile ?? "");
    (0,core/* setOutput */.uH)("report-path", result.reportPath ?? "");
    (0,core/* setOutput */.uH)("published-as", result.publishedAs);
    (0,core/* setOutput */.uH)("commit-sha", result.commitSha ?? "");
    (0,core/* setOutput */.uH)("pull-request-url", result.pullRequestUrl ?? "");
    (0,core/* setOutput */.uH)("review-url", result.reviewUrl ?? "");
    (0,core/* setOutput */.uH)("tokens-used", String(result.tokensUsed));
    (0,core/* setOutput */.uH)("cost", result.cost.toFixed(4));
    (0,core/* setOutput */.uH)("attempts", String(result.attempts));
}
/** What to say of a throw that is nobody's mistake but ours. */
function bugReport(thrown) {
    const problem = {
        code: "bug",
        what: `A fault of autofix-action itself: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        why: thrown instanceof Error ? (thrown.stack ?? "").split("\n").slice(1, 4).join(" ") : "",
        next: "Please report it with the log of this step; your code was left as it was.",
    };
    return (0,build_problem/* renderProblem */.y)(problem);
}
/** Foreign text as one harmless line. */
function oneLine(text) {
    return (0,inert_line/* inertLines */.wi)(text)
        .map((line) => line.slice(2))
        .join(" ");
}

;// CONCATENATED MODULE: ./.cache/build/action-run.js
/** GitHub's client is loaded only where there is a token for it: it is most of the bundle's start-up time. */
async function hostOf({ settings, context, }) {
    if (settings.githubToken === null)
        return null;
    const { createReviewHost } = await Promise.all(/* import() */[__webpack_require__.e(413), __webpack_require__.e(288)]).then(__webpack_require__.bind(__webpack_require__, 7288));
    return createReviewHost(context, settings.githubToken);
}

;// CONCATENATED MODULE: ./.cache/build/domain/run-context.js
/** The page of this run. */
function runUrl({ serverUrl, owner, repository, runId }) {
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`;
}

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
;// CONCATENATED MODULE: ./.cache/build/io/git-diff.js




/** What GitHub's own diffs are made with; every setting that a configuration or a variable could change is given. */
const AS_GITHUB = [
    "--no-index",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--diff-algorithm=myers",
    "--indent-heuristic",
    "--inter-hunk-context=0",
    "-U3",
];
/**
 * The diff of two texts as git makes it, which is how GitHub makes its own; empty when they are the same, null where git
 * is missing or fails. No repository is read and no configuration: tests that ran before may have left some. Git gets
 * nothing of our environment but where programs lie.
 */
async function diffWithGit(before, after) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "autofix-diff-"));
    const env = {
        PATH: process.env["PATH"] ?? "",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_ATTR_NOSYSTEM: "1",
        GIT_CEILING_DIRECTORIES: folder,
    };
    try {
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "before"), before);
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "after"), after);
        const options = { cwd: folder, silent: true, ignoreReturnCode: true, env };
        const words = ["-c", "core.attributesFile=/dev/null", "diff", ...AS_GITHUB, "--", "before", "after"];
        const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)("git", words, options);
        // 1 = they differ
        return exitCode === 0 || exitCode === 1 ? stdout : null;
    }
    catch {
        return null; // no git on this machine
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
}

// EXTERNAL MODULE: ./.cache/build/text/line-diff.js
var line_diff = __webpack_require__(4121);
// EXTERNAL MODULE: ./.cache/build/text/markdown.js
var markdown = __webpack_require__(8390);
// EXTERNAL MODULE: ./.cache/build/publish/frame-owner.js
var frame_owner = __webpack_require__(6804);
// EXTERNAL MODULE: ./.cache/build/publish/trace.js
var trace = __webpack_require__(4770);
;// CONCATENATED MODULE: ./.cache/build/publish/annotations.js




/** GitHub shows ten per kind and step, and hides the rest in the order of printing. */
const MOST_ANNOTATIONS = 10;
/** The line that says how the run ended is a notice too, and comes last. */
const MOST_NOTICES = MOST_ANNOTATIONS - 1;
/** GitHub cuts a message at 4096 characters. */
const MESSAGE_LIMIT = 2_000;
/** An error where each failure comes from, a notice where the patch changes something; ten at most, errors first. */
function annotationsOf(found) {
    return [...failureAnnotations(found), ...changeAnnotations(found).slice(0, MOST_NOTICES)].slice(0, MOST_ANNOTATIONS);
}
function failureAnnotations({ groups }) {
    return groups.flatMap(({ failures }) => {
        const failure = failures[0];
        const place = failure === undefined ? null : blamedPlace(failure);
        if (failure === undefined || place === null)
            return [];
        const { type, message } = failure.exception;
        const title = annotations_oneLine(type === null ? "Test failure" : (0,trace/* shortType */.RI)(type));
        const name = failure.nodeId ?? failure.testName ?? "a test";
        const others = failures.length > 1 ? ` and ${failures.length - 1} more` : "";
        return [{ level: "error", ...place, title, message: annotations_oneLine(`${name}${others}: ${message ?? "no message"}`) }];
    });
}
/** The innermost frame of the project's code, else of its tests. */
function blamedPlace(failure) {
    const owned = failure.frames.map((frame) => (0,frame_owner/* ownFrame */.Q)(frame, failure.file)).reverse();
    const blamed = owned.find(({ owner }) => owner === "project") ?? owned.find(({ owner }) => owner === "test");
    return blamed === undefined ? null : { path: annotations_oneLine(blamed.shownPath), line: Math.max(1, blamed.frame.line) };
}
function changeAnnotations({ patch }) {
    return (patch?.changes ?? []).flatMap(({ path, before, after }) => (0,line_diff/* diffLines */.Pp)((0,line_diff/* splitLines */.uz)(before), (0,line_diff/* splitLines */.uz)(after)).map((hunk) => ({
        level: "notice",
        path,
        line: Math.max(1, Math.min(hunk.beforeStart + 1, (0,line_diff/* splitLines */.uz)(before).length)),
        title: "A patch changes this line",
        message: "The failing tests pass with it: see the job summary or the pull request.",
    })));
}
function annotations_oneLine(text) {
    return (0,markdown/* truncate */.xv)((0,markdown/* stripInvisible */._0)(text).text.replace(/\s+/g, " ").trim(), MESSAGE_LIMIT);
}

// EXTERNAL MODULE: ./.cache/build/text/protected-paths.js
var protected_paths = __webpack_require__(9732);
;// CONCATENATED MODULE: ./.cache/build/publish/choose.js

/** What can be said before GitHub is asked anything. */
function preflight({ mode, patch, context, hasToken, }) {
    if (patch === null || mode === "report")
        return stop("");
    if (context.pullRequest !== null) {
        const refusal = refusePullRequest(context.pullRequest, context);
        if (refusal !== null)
            return stop(refusal);
    }
    if (context.headBranch === null)
        return stop(noBranch(context));
    if (!hasToken)
        return stop("No token was given, so nothing can be written to the pull request.");
    const kept = patch.changes.find(({ path }) => (0,protected_paths/* isProtected */.b)(path));
    if (kept !== undefined)
        return stop(`The patch touches \`${kept.path}\`, which is never published.`);
    return { kind: "go", branch: context.headBranch };
}
/** A merge queue names its branches `gh-readonly-queue/<base>/pr-<number>-<commit>`. */
function noBranch({ eventName, ref }) {
    const queued = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref)?.[1];
    return queued === undefined
        ? `Under \`${eventName}\` there is no branch to publish to.`
        : `The branch of a merge queue takes no commits, and pull request ${queued} waits in it: nothing is written.`;
}
/** For these GitHub gives the code of a fork a token that reads only, whatever the workflow asks for. */
const READ_ONLY_FOR_FORKS = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);
/** A fork's pull request in a run whose token may only read. */
function isReadOnlyFork({ headRepository, baseRepository }, eventName) {
    return headRepository !== null && headRepository !== baseRepository && READ_ONLY_FOR_FORKS.has(eventName);
}
/** Why nothing may be written to this pull request; null when it may. */
function refusePullRequest(pullRequest, { eventName }) {
    const { state, locked, headRepository } = pullRequest;
    if (headRepository === null)
        return "The fork that this pull request came from is gone.";
    if (isReadOnlyFork(pullRequest, eventName)) {
        return ("The pull request comes from a fork, so this run may not write to it: " +
            "a second workflow on `workflow_run` can publish what this one found.");
    }
    if (state === "closed")
        return "The pull request is closed.";
    return locked ? "The conversation of the pull request is locked." : null;
}
/**
 * The pull request of a branch, out of those that are open: the only one, else the one into the default branch, else the
 * oldest. The listing leaves out who owns the branch, so that is compared too.
 */
function choosePullRequest(candidates, head) {
    const [first, ...others] = [...candidates]
        .filter(({ headRef, headRepository }) => headRef === head.branch && headRepository === head.repository)
        .sort((left, right) => Number(right.isDefaultBase) - Number(left.isDefaultBase) || left.number - right.number);
    if (first === undefined)
        return { kind: "none" };
    const numbers = others.map(({ number }) => number).join(", ");
    return {
        kind: "chosen",
        pullRequest: first,
        note: numbers === "" ? "" : `The branch has other open pull requests too (${numbers}); this is written to one only.`,
    };
}
const MERGE_EVENTS = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);
/**
 * Why what was tested says nothing of this pull request; null when it does. `sha` is the commit that was checked out,
 * null where nobody knows. Besides the head it may be the merge of head and base, which is what GitHub checks out under
 * `pull_request` and for reviews; under other events GITHUB_SHA is some other commit.
 */
function refuseTested(sha, context, headSha) {
    const heads = [context.headSha, headSha];
    const known = MERGE_EVENTS.has(context.eventName) ? [...heads, context.sha] : heads;
    if (sha === null || known.includes(sha))
        return null;
    return (`The commit that was tested is not the branch's head: \`${sha.slice(0, 12)}\` was checked out, ` +
        `the head is \`${headSha.slice(0, 12)}\`.`);
}
/** Whether what we tested still stands at the pull request's newest commit. Texts by path; null = not readable there. */
function compareHeads(paths, tested, newest) {
    const moved = paths.find((path) => typeof newest.get(path) !== "string" || newest.get(path) !== tested.get(path));
    return moved === undefined
        ? { kind: "same" }
        : stop(`The pull request moved on while the tests ran: \`${moved}\` is not what was tested.`);
}
function stop(reason) {
    return { kind: "stop", reason };
}

;// CONCATENATED MODULE: ./.cache/build/publish/second-workflow.js


/**
 * Where a fork's token kept a patch from the pull request: the steps to take, ready to copy. Empty anywhere else, and
 * where nobody asked for a write.
 */
function explainSecondWorkflow({ pullRequest, eventName, workflow, actionPages }, { publishedAs, mode }) {
    const isMissed = publishedAs === "summary" && mode !== "report";
    if (pullRequest === null || !isMissed || !isReadOnlyFork(pullRequest, eventName))
        return "";
    const second = renderSecondWorkflow({ workflow, event: eventName, action: actionOf(actionPages) });
    return [
        "<details>\n<summary>How to get such patches onto pull requests from forks</summary>",
        "1. Give the step of this action `id: autofix` and `mode: report`, and put this step after it:",
        (0,markdown/* fence */.EU)(UPLOAD_STEP, "yaml"),
        "2. Put this workflow on the default branch. It runs nothing of the fork: what it downloads is only data.",
        (0,markdown/* fence */.EU)(second, "yaml"),
        "</details>",
    ].join("\n\n");
}
/** Leaves the case for the second workflow; a step of a job, as `docs/workflows/4-fork-safe-tests.yml` has it. */
const UPLOAD_STEP = `      - uses: actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4 # v5.0.0
        if: \${{ !cancelled() && steps.autofix.outputs.case-file != '' }}
        with:
          name: autofix-case
          path: \${{ steps.autofix.outputs.case-file }}
          if-no-files-found: error
`;
/** The file `docs/workflows/4-fork-safe-publish.yml` for another workflow; a test compares the two. */
function renderSecondWorkflow({ workflow, event, action }) {
    return `# For pull requests from forks, second half: publishes on the default branch's own terms, and runs nothing of the fork.
# It must lie on the default branch. \`workflows\` names the first half.
name: publish fixes
on:
  # Its danger is code of the fork next to this token: nothing is checked out here, and the case file is only data.
  workflow_run: # zizmor: ignore[dangerous-triggers]
    workflows: [${nameOf(workflow)}]
    types: [completed]
permissions: {}
concurrency:
  group: \${{ github.workflow }}-\${{ github.event.workflow_run.head_repository.full_name }}-\${{ github.event.workflow_run.head_branch }}
  cancel-in-progress: false
jobs:
  publish:
    name: publish
    if: \${{ github.event.workflow_run.conclusion == 'failure' && github.event.workflow_run.event == '${event}' }}
    runs-on: ubuntu-latest
    permissions:
      actions: read # to download what the other run left
      contents: read # to compare the patch with the files at GitHub
      pull-requests: write # to post the review
    steps:
      - id: case
        # A run that failed for another reason left none.
        continue-on-error: true
        uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0
        with:
          name: autofix-case
          path: \${{ runner.temp }}/autofix-case
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - uses: ${action}
        if: steps.case.outcome == 'success'
        with:
          phase: publish
          case-file: \${{ runner.temp }}/autofix-case/case.json
`;
}
const WORDS_OF_YAML = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** Any name as one scalar in a YAML list: nothing in it ends the quotes, starts a line or hides. */
function nameOf(name) {
    if (/^[A-Za-z][\w-]*$/.test(name) && !WORDS_OF_YAML.test(name))
        return name;
    return JSON.stringify(name).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, escapeCharacter);
}
function escapeCharacter(character) {
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;
}
/** The runner names the action that runs in the address of its pages; a local one gets the name that the pages use. */
function actionOf(actionPages) {
    const [, name, ref] = /^https?:\/\/[^/]+\/([\w.-]+\/[\w.-]+)\/blob\/([\w./-]+)\/docs$/.exec(actionPages ?? "") ?? [];
    return name === undefined || ref === undefined ? "your-org/autofix-action@v1" : `${name}@${ref}`;
}

// EXTERNAL MODULE: ./.cache/build/publish/fingerprint.js
var fingerprint = __webpack_require__(7339);
;// CONCATENATED MODULE: ./.cache/build/publish/commit-trailer.js


/** The last paragraph of a commit message, in git's form. */
function renderTrailer({ attempt, patchId, groups }) {
    return [`Autofix-Attempt: ${attempt}`, `Autofix-Patch: ${patchId}`, `Autofix-Groups: ${groups.join(" ")}`].join("\n");
}
const TRAILER = /^Autofix-Attempt: (\d{1,3})\nAutofix-Patch: ([0-9a-f]{16})\nAutofix-Groups:((?: [0-9a-f]{16})*)$/gm;
/** The trailer that stands last; null without one. Anybody can write one: only to be believed of our own commits. */
function readTrailer(message) {
    const found = [...message.replaceAll("\r\n", "\n").matchAll(TRAILER)].at(-1);
    if (found === undefined)
        return null;
    const [, attempt = "", patchId = "", groups = ""] = found;
    return { attempt: Number(attempt), patchId, groups: groups.split(" ").filter((group) => group !== "") };
}
/** Whether a message holds the trailer's line of a patch, as it was written or as a squash keeps it: further down, indented. */
function namesPatch(message, patchId) {
    return message.split(/\r?\n/).some((line) => line.trim() === `Autofix-Patch: ${patchId}`);
}
/** The same for the same lines changed in the same way, wherever they stand in the files. */
function patchIdOf({ changes }) {
    return (0,fingerprint/* fingerprint */.R)(changes.flatMap(({ path, before, after }) => {
        const [oldLines, newLines] = [(0,line_diff/* splitLines */.uz)(before), (0,line_diff/* splitLines */.uz)(after)];
        const hunks = (0,line_diff/* diffLines */.Pp)(oldLines, newLines).flatMap((hunk) => [
            oldLines.slice(hunk.beforeStart, hunk.beforeEnd).join(""),
            newLines.slice(hunk.afterStart, hunk.afterEnd).join(""),
        ]);
        return [path, ...hunks];
    }));
}
/** Of the keys of failure groups, which may be foreign text: sixteen hexadecimal digits each, sorted. */
function groupIds(keys) {
    return [...new Set(keys.map((key) => (0,fingerprint/* fingerprint */.R)([key])))].sort();
}

;// CONCATENATED MODULE: ./.cache/build/publish/marker.js


/**
 * A line that GitHub does not show. It needs a blank line after it, or GitHub reads the next paragraph as raw HTML: put
 * it at the end of a body.
 */
function renderMarker({ kind, scope, key, run, groups, commits }) {
    const record = commits.map(({ sha, patchId }) => `${sha}:${patchId}`).join(",");
    const noted = record === "" ? "" : ` commits=${record}`;
    return `<!-- autofix-action:v1 ${kind} scope=${scope} key=${key} run=${run} groups=${groups.join(",")}${noted} -->`;
}
const KINDS = ["suggestion", "comment", "pull-request"];
const MARKER = /<!-- autofix-action:v1 (suggestion|comment|pull-request) scope=([0-9a-f]{16}) key=([0-9a-f]{16})(?: run=([0-9a-f]{16}) groups=([0-9a-f,]*)(?: commits=([0-9a-f:,]*))?)? -->/g;
/** The marker that stands last in a body; null without one. Only to be believed when we are the author. */
function readMarker(body) {
    const found = [...body.matchAll(MARKER)].at(-1);
    if (found === undefined)
        return null;
    const [, kindText, scope = "", key = "", run = "", groups = "", commits = ""] = found;
    return {
        kind: KINDS.find((kind) => kind === kindText) ?? "comment",
        scope,
        key,
        run,
        groups: listOf(groups),
        commits: listOf(commits).map((entry) => {
            const [sha = "", patchId = ""] = entry.split(":");
            return { sha, patchId };
        }),
    };
}
function listOf(text) {
    return text.split(",").filter((item) => item !== "");
}
/** The key of our marker in a body; null when there is none of this kind and scope. */
function markerKey(body, { kind, scope }) {
    const found = readMarker(body);
    return found?.kind === kind && found.scope === scope ? found.key : null;
}
/** One workflow job writes over its own comments only; the legs of a matrix are one job. */
function scopeOf({ workflow, job }) {
    return (0,fingerprint/* fingerprint */.R)([workflow, job]);
}
/** What marks everything that a run writes about the failures that its patch mends. */
function markerSource({ context, case: { healed }, }) {
    return {
        scope: scopeOf(context),
        run: (0,fingerprint/* fingerprint */.R)([context.runId]),
        groups: groupIds(healed.map(({ key }) => key)),
    };
}
/**
 * What we wrote ourselves: anybody can copy a marker, nobody can write under our name. In GitHub's REST replies an app
 * is `name[bot]`; asked by GraphQL who we are, some servers leave the suffix out.
 */
function writtenBy(viewer, records) {
    return records.filter(({ author }) => author === viewer || author === `${viewer}[bot]`);
}
/** What we wrote ourselves and marked, with its marker. */
function markedBy(viewer, records) {
    return writtenBy(viewer, records).flatMap((record) => {
        const marker = readMarker(record.body);
        return marker === null ? [] : [{ ...record, marker }];
    });
}

;// CONCATENATED MODULE: ./.cache/build/publish/stale.js

/**
 * Our own suggestions that no longer hold: their lines changed, or this run suggests something else for the same
 * failures. What anybody answered stays, and so does what another leg of the same run wrote. A review goes with the last
 * of its suggestions.
 */
function staleOwn(written, current) {
    const { own, unanswered } = ownSuggestions(written);
    const isStale = ({ isOutdated, marker }) => {
        if (isOutdated)
            return true;
        if (current === null || marker.run === current.run || marker.scope !== current.scope)
            return false;
        return marker.groups.some((group) => current.groups.includes(group)) && !current.keys.includes(marker.key);
    };
    return withReviews(written, unanswered.filter(isStale), own);
}
/** What we marked and no reply, and of that what nobody answered. */
function ownSuggestions({ viewer, reviewComments }) {
    const answered = new Set(reviewComments.map(({ replyTo }) => replyTo));
    const own = markedBy(viewer, reviewComments).filter(({ replyTo }) => replyTo === null);
    return { own, unanswered: own.filter(({ id }) => !answered.has(id)) };
}
/** What is to be folded, with those of our reviews that hold nothing else of what counts. */
function withReviews({ viewer, reviews }, gone, counted) {
    const ids = new Set(gone.map(({ id }) => id));
    const emptied = writtenBy(viewer, reviews).filter(({ id }) => {
        const parts = counted.filter(({ reviewId }) => reviewId === id);
        return parts.length > 0 && parts.every((part) => ids.has(part.id));
    });
    return [...gone, ...emptied].filter(({ nodeId }) => nodeId !== "");
}
/**
 * A review under our name that was never submitted blocks every later one. It is ours to delete only when nothing in it
 * can be a person's or another tool's: all its comments carry our marker, or there are neither comments nor words.
 */
function isOwnDebris(review, viewer, comments) {
    const isPending = review.state === "PENDING" && writtenBy(viewer, [review]).length === 1;
    const isAllMarked = markedBy(viewer, comments).length === comments.length;
    return isPending && isAllMarked && (review.body.trim() === "" || comments.length > 0);
}

;// CONCATENATED MODULE: ./.cache/build/publish/green.js

/** Our own run of the whole suite ended well, and nothing was reported that did not show in it. */
function isGreen({ groups, patch, flaky, remainingFailures, notes, handover }) {
    const isSilent = [groups, flaky, remainingFailures, notes, handover?.drafts ?? []].every((list) => list.length === 0);
    return isSilent && patch === null;
}
/** A longer file is not read: nobody writes one by hand. */
const MOST_CHARACTERS = 100_000;
/**
 * Whether the step that runs is the only one of ours that this workflow can run: then what it does not find, nobody else
 * found. Told by the words of the file, so that the doubtful counts as no: a matrix anywhere, a workflow that is called,
 * an anchor that may repeat a step, this action named twice or (behind another one) not at all.
 */
function isOnlyStep(workflowText, action) {
    if (workflowText.length > MOST_CHARACTERS)
        return false;
    if (/strategy|matrix/i.test(workflowText))
        return false;
    if (/uses:.*\.github\/workflows\//i.test(workflowText) || /workflow_call/.test(workflowText))
        return false;
    if (/(?:^|[\s,[{])&[\w-]/m.test(workflowText))
        return false;
    return workflowText.toLowerCase().split(`${action.toLowerCase()}@`).length === 2;
}
/**
 * Our own suggestions of this job that were made for an earlier commit, now that its tests pass; with the reviews that
 * hold nothing else. What was made for this very commit stays, for then chance decides; so does what a person answered.
 */
function goneWhenGreen(written, now) {
    const gone = ownSuggestions(written).unanswered.filter(({ marker, madeFor }) => marker.kind === "suggestion" && marker.scope === now.scope && madeFor !== undefined && madeFor !== now.headSha);
    return withReviews(written, gone, written.reviewComments);
}

// EXTERNAL MODULE: ./.cache/build/publish/summary.js
var summary = __webpack_require__(7487);
;// CONCATENATED MODULE: ./.cache/build/publish-written.js

/**
 * The review comments of a pull request. Those of ours that were folded away as outdated count as outdated: what is
 * suggested again then is posted again. What a person hid for another reason stays as it is.
 */
async function listReviewComments(number, viewer, host) {
    const listed = await host.reviewComments(number);
    if (listed.kind !== "ok")
        return listed;
    const standing = markedBy(viewer, listed.value).filter(({ isOutdated, nodeId }) => !isOutdated && nodeId !== "");
    if (standing.length === 0)
        return listed;
    const folded = await host.folded(standing.map(({ nodeId }) => nodeId));
    if (folded.kind !== "ok")
        return listed;
    const isFolded = ({ nodeId }) => folded.value.get(nodeId) === "outdated";
    const value = listed.value.map((comment) => (isFolded(comment) ? { ...comment, isOutdated: true } : comment));
    return { kind: "ok", value };
}

;// CONCATENATED MODULE: ./.cache/build/publish-tidy.js



/** A review of ours that a killed run never submitted blocks every later one: it is deleted. Gives what is left. */
async function clearDebris(facts, host) {
    const { number } = facts.pullRequest;
    const kept = [];
    for (const review of facts.reviews) {
        const isGone = review.state === "PENDING" && (await deleteIfOurs(review, { number, viewer: facts.viewer }, host));
        if (!isGone)
            kept.push(review);
    }
    return { ...facts, reviews: kept };
}
async function deleteIfOurs(review, { number, viewer }, host) {
    const comments = await host.commentsOfReview(number, review.id);
    if (comments.kind !== "ok" || !isOwnDebris(review, viewer, comments.value))
        return false;
    return (await host.deleteReview(number, review.id)).kind === "ok";
}
/**
 * Folds away what no longer holds of our own. Best effort: it changes nothing about what was published, so what GitHub
 * refuses is only counted. `keys` = suggestions that hold now.
 */
async function foldStale(facts, keys, { host, log }) {
    await foldAll(staleOwn(facts, { ...markerSource(facts), keys }), { host, log });
}
/** Folds away what is not folded yet, and counts what GitHub refuses. */
async function foldAll(stale, { host, log }) {
    if (stale.length === 0)
        return;
    const folded = await host.folded(stale.map(({ nodeId }) => nodeId));
    if (folded.kind !== "ok")
        return;
    const open = stale.filter(({ nodeId }) => !folded.value.has(nodeId));
    let count = 0;
    for (const { nodeId } of open)
        if ((await host.fold(nodeId)).kind === "ok")
            count += 1;
    if (open.length > 0)
        log.info(`Folded away ${count} of ${open.length} outdated comments of ours.`);
}
/**
 * Two legs can look at the same time, see nothing and both post. Whoever finds two alike afterwards deletes the later
 * one, unless somebody answered it; both may try, and one of them comes too late.
 */
async function dropDoubleSuggestions(keys, { pullRequest, viewer }, host) {
    const now = await listReviewComments(pullRequest.number, viewer, host);
    if (now.kind !== "ok")
        return;
    const answered = new Set(now.value.map(({ replyTo }) => replyTo));
    const own = markedBy(viewer, now.value).filter(({ marker, isOutdated }) => marker.kind === "suggestion" && !isOutdated && keys.includes(marker.key));
    const doubles = laterOnes(own).filter(({ id }) => !answered.has(id));
    for (const { id } of doubles)
        await host.deleteReviewComment(id);
    if (doubles.length > 0)
        await foldEmptied(doubles, { number: pullRequest.number, comments: now.value }, host);
}
/** A review whose comments are all deleted still shows its words. */
async function foldEmptied(doubles, { number, comments }, host) {
    const reviews = await host.reviews(number);
    if (reviews.kind !== "ok")
        return;
    const left = comments.filter(({ id }) => !doubles.some((double) => double.id === id));
    for (const { id, nodeId } of reviews.value) {
        const isEmptied = doubles.some(({ reviewId }) => reviewId === id) && !left.some(({ reviewId }) => reviewId === id);
        if (isEmptied)
            await host.fold(nodeId);
    }
}
/** The same for the comment; gives the page of the one that stays, null when there was only one. */
async function dropDoubleComment({ key, source }, { pullRequest, viewer }, host) {
    const now = await host.comments(pullRequest.number);
    if (now.kind !== "ok")
        return null;
    const own = markedBy(viewer, now.value).filter(({ marker }) => marker.kind === "comment" && marker.scope === source.scope && marker.key === key);
    const doubles = laterOnes(own);
    for (const { id } of doubles)
        await host.deleteComment(id);
    return doubles.length === 0 ? null : (own.find((one) => !doubles.includes(one))?.url ?? null);
}
/** Of those with one key all but the first that was written. */
function laterOnes(own) {
    return own.filter(({ id, marker }) => own.some((other) => other.marker.key === marker.key && other.id < id));
}

;// CONCATENATED MODULE: ./.cache/build/publish-green.js




/**
 * After a run of a pull request in which every test passes: folds away what this job suggested for earlier commits. Only
 * where nobody else can have found it, and where what was tested is the pull request as it is now; else, and where GitHub
 * does not answer, all stays as it is.
 */
async function foldWhenGreen(run) {
    const { context, host, log } = run;
    const { pullRequest, eventName } = context;
    if (pullRequest === null || eventName !== "pull_request" || !isGreen(run.case))
        return;
    if (refusePullRequest(pullRequest, context) !== null)
        return;
    if (!(await isAlone(run)) || !(await isAsTested(run, pullRequest.number)))
        return;
    const written = await readWritten(pullRequest.number, host);
    if (written === null)
        return;
    await foldAll(goneWhenGreen(written, { scope: scopeOf(context), headSha: context.headSha }), { host, log });
}
async function isAlone({ context: { workflowFile }, host }) {
    if (workflowFile === undefined)
        return false;
    const file = await host.fileText(workflowFile.path, workflowFile.sha);
    return file.kind === "ok" && file.value.kind === "text" && isOnlyStep(file.value.text, workflowFile.action);
}
/** The pull request's head is what the event named, and that is what was tested. */
async function isAsTested({ case: { sha }, context, host }, number) {
    const now = await host.pullRequest(number);
    if (now.kind !== "ok" || sha === null || now.value.headSha !== context.headSha)
        return false;
    return refuseTested(sha, context, now.value.headSha) === null && refusePullRequest(now.value, context) === null;
}
async function readWritten(number, host) {
    const [viewer, reviewComments, reviews] = await Promise.all([
        host.viewer(),
        host.reviewComments(number),
        host.reviews(number),
    ]);
    if (viewer.kind !== "ok" || reviewComments.kind !== "ok" || reviews.kind !== "ok")
        return null;
    return { viewer: viewer.value, reviewComments: reviewComments.value, reviews: reviews.value };
}

;// CONCATENATED MODULE: ./.cache/build/publish/comment-place.js

/**
 * One comment for one set of failures. The legs of a matrix run under one name: what another leg of this run wrote is
 * left alone, unless ours says all of it and more; and what says all of ours already makes ours needless. What an
 * earlier run wrote is written over, the comment on the same failures first.
 */
function placeComment({ viewer, comments }, source, key) {
    const own = markedBy(viewer, comments).filter(({ marker }) => marker.kind === "comment" && marker.scope === source.scope);
    const same = own.find(({ marker }) => marker.key === key && sameGroups(marker, source));
    if (same !== undefined)
        return at("there", same);
    const ofThisRun = own.filter(({ marker }) => marker.run === source.run);
    const isNoted = ({ commits }) => holdsAll(shasOf(commits), shasOf(source.commits));
    const covering = ofThisRun.find(({ marker }) => holdsAll(marker.groups, source.groups) && isNoted(marker));
    if (covering !== undefined)
        return at("there", covering);
    const covered = ofThisRun.find(({ marker }) => holdsAll(source.groups, marker.groups));
    if (covered !== undefined)
        return at("update", covered);
    const earlier = own.filter(({ marker }) => marker.run !== source.run);
    const related = earlier.findLast(({ marker }) => marker.groups[0] === source.groups[0]);
    const old = related ?? earlier.at(-1);
    return old === undefined ? { kind: "create" } : at("update", old);
}
function at(kind, { id, url }) {
    return { kind, id, url };
}
function holdsAll(all, wanted) {
    return wanted.every((item) => all.includes(item));
}
function shasOf(commits) {
    return commits.map(({ sha }) => sha);
}
function sameGroups(marker, { groups }) {
    return marker.groups.join() === groups.join();
}

// EXTERNAL MODULE: ./.cache/build/publish/guide.js + 1 modules
var guide = __webpack_require__(7643);
;// CONCATENATED MODULE: ./.cache/build/publish/comment-rung.js




function planComment(facts, { input, opening, commits }) {
    const source = markerSource(facts);
    const mark = (key) => renderMarker({ ...source, kind: "comment", key, commits });
    const page = { opening, isPatchFolded: false, limit: markdown/* BODY_LIMIT */.Th - mark("0".repeat(16)).length - 10 };
    const key = (0,guide/* guideKey */.qX)(input, page);
    const body = `${(0,guide/* renderGuide */.TI)(input, page)}\n\n${mark(key)}\n`;
    return { kind: "comment", body, key, source, place: placeComment(facts, { ...source, commits }, key) };
}

;// CONCATENATED MODULE: ./.cache/build/publish/commit-message.js

const HEADLINE_LIMIT = 72;
const MOST_TESTS = 20;
/**
 * The message of the fix commit. No foreign text can start a line, so none can become a trailer, and none can close an
 * issue, ping or skip a build.
 */
function renderCommitMessage({ case: found, guides, }) {
    const tests = found.verification?.targets ?? [];
    const what = titleOf(found, guides);
    const headline = truncateWords(`Make ${(0,markdown/* countOf */.pq)(tests.length, "failing test")} pass${what === "" ? "" : `: ${what}`}`);
    const reasons = found.healed.flatMap(({ steps }) => steps.map(({ rationale }) => `- ${inert(rationale)}`));
    const names = tests.slice(0, MOST_TESTS).map((nodeId) => `- ${inert(nodeId)}`);
    const more = tests.length > MOST_TESTS ? [`- and ${tests.length - MOST_TESTS} more`] : [];
    const body = [reasons.join("\n"), ["Failed before, pass with this change:", ...names, ...more].join("\n")];
    return { headline, body: body.filter((part) => part !== "").join("\n\n") };
}
function titleOf(found, guides) {
    const origins = found.healed.flatMap(({ steps }) => steps.map(({ origin }) => origin));
    const first = origins[0];
    const guide = guides.find(({ id }) => first?.kind === "recipe" && id === first.id);
    return guide === undefined ? "" : inert(guide.title.replaceAll("`", ""));
}
/** One line in which nothing is a reference, a mention or a command of a build system. */
function inert(text) {
    const line = (0,markdown/* stripInvisible */._0)(text).text.replace(/\s+/g, " ").trim();
    return (0,markdown/* truncate */.xv)(line, 300)
        .replace(/([@#])(?=\w)/g, "$1 ")
        .replaceAll("://", ": //")
        .replace(/\b(gh)-(?=\d)/gi, "$1 ")
        .replace(/\[((?:skip|no) ?-?\w+|\w+ skip)\]/gi, "($1)")
        .replace(/skip-checks/gi, "skip checks");
}
function truncateWords(text) {
    if (text.length <= HEADLINE_LIMIT)
        return text;
    const cut = text.slice(0, HEADLINE_LIMIT - 1);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 20))}…`;
}

;// CONCATENATED MODULE: ./.cache/build/publish/facts.js

function impossible(reason) {
    return { kind: "impossible", reason };
}
/** What the pages are made of: the patch as it is published. */
function guideInput(facts) {
    const shown = facts.rebased.kind === "rebased" ? facts.rebased.patch : facts.patch;
    const { guides, secrets = [], context } = facts;
    return { case: facts.case, changes: shown.changes, guides, runUrl: runUrl(context), secrets };
}

;// CONCATENATED MODULE: ./.cache/build/publish/rebase.js

/**
 * The patch against the head's texts. On `pull_request` the tests ran on a merge of head and base, whose lines can
 * stand elsewhere than in the head. A hunk is placed only where the lines it touches and one line on either side are
 * the same, next to each other and in one possible place; nothing of the base gets into the result.
 */
function rebaseOntoHead(patch, headTexts) {
    const changes = [];
    for (const change of patch.changes) {
        const head = headTexts.get(change.path);
        if (head === undefined)
            return unplaceable(change.path, 1, "The head of the pull request has no such file, or not as plain text.");
        const placed = head === change.before ? change : placeFile(change, head);
        if ("kind" in placed)
            return placed;
        changes.push(placed);
    }
    return { kind: "rebased", patch: { changes } };
}
function placeFile(change, head) {
    const before = (0,line_diff/* splitLines */.uz)(change.before);
    const after = (0,line_diff/* splitLines */.uz)(change.after);
    const headLines = (0,line_diff/* splitLines */.uz)(head);
    const placement = { partners: (0,line_diff/* alignLines */.TJ)(before, headLines), fromEnd: (0,line_diff/* alignLinesFromEnd */.o4)(before, headLines) };
    const result = [...headLines];
    for (const hunk of [...(0,line_diff/* diffLines */.Pp)(before, after)].reverse()) {
        const start = placeHunk(hunk, placement, headLines.length);
        if (start === null) {
            return unplaceable(change.path, hunk.beforeStart + 1, "The lines around this change are not the same in the head of the pull request as in its merge with the base.");
        }
        result.splice(start, hunk.beforeEnd - hunk.beforeStart, ...after.slice(hunk.afterStart, hunk.afterEnd));
    }
    return { path: change.path, before: head, after: result.join("") };
}
/** Where the hunk's first line stands in the head; null when it is changed, torn apart or could stand in two places. */
function placeHunk(hunk, { partners, fromEnd }, headLength) {
    const first = partnerOf(hunk.beforeStart - 1, partners, headLength);
    if (first === null)
        return null;
    for (let index = hunk.beforeStart - 1; index <= hunk.beforeEnd; index++) {
        const partner = partnerOf(index, partners, headLength);
        const isSame = partner === first + index - (hunk.beforeStart - 1);
        if (!isSame || partner !== partnerOf(index, fromEnd, headLength))
            return null;
    }
    return first + 1;
}
/** The ends of the file count as lines: what was first or last must be so in the head too. */
function partnerOf(index, partners, headLength) {
    if (index === -1)
        return -1;
    return index === partners.length ? headLength : (partners[index] ?? null);
}
function unplaceable(path, line, reason) {
    return { kind: "unplaceable", path, line, reason };
}
/** One sentence on a patch that has no place in the head. */
function describeUnplaceable({ path, line, reason }) {
    return `\`${path}:${line}\`: ${reason}`;
}

;// CONCATENATED MODULE: ./.cache/build/publish/commit-rung.js





function planCommit(facts) {
    const { pullRequest, loop } = facts;
    if (loop.kind === "no-commit")
        return impossible(loop.reason);
    if (pullRequest.headRepository === null)
        return impossible("The fork that this pull request came from is gone.");
    const draft = draftCommit(facts, {
        repository: pullRequest.headRepository,
        branch: pullRequest.headRef,
        expectedHeadSha: pullRequest.headSha,
    });
    if (draft.kind === "impossible")
        return draft;
    const isPlain = draft.draft.files.every(({ mode }) => mode === "100644");
    const refusal = refuseFork(facts, isPlain);
    if (refusal !== null)
        return impossible(refusal);
    const patchId = publishedPatchId(facts);
    const trailer = renderTrailer({ attempt: loop.attempt, patchId, groups: markerSource(facts).groups });
    return {
        kind: "commit",
        method: isPlain ? "mutation" : "git-data",
        patchId,
        known: loop.known,
        draft: { ...draft.draft, body: `${draft.draft.body}\n\n${trailer}` },
    };
}
function refuseFork({ pullRequest, options }, isPlain) {
    if (pullRequest.headRepository === pullRequest.baseRepository)
        return null;
    if (!pullRequest.maintainerCanModify)
        return "The branch is in a fork whose author does not let maintainers edit it.";
    if (!options.mayCommitToForks)
        return "The branch is in a fork, and `commit-to-forks` is off.";
    return isPlain ? null : "A file is executable, and that is not kept in a commit to a fork.";
}
/** Whether the same patch could be a commit, as far as anybody can say who has not asked for the files' modes. */
function mayOfferCommit(facts) {
    const { rebased, loop, pullRequest } = facts;
    const isPlaced = rebased.kind === "rebased" && pullRequest.headRepository !== null;
    return isPlaced && loop.kind !== "no-commit" && refuseFork(facts, true) === null;
}
/** Of the patch as it would be published. */
function publishedPatchId({ rebased, patch }) {
    return patchIdOf(rebased.kind === "rebased" ? rebased.patch : patch);
}
/** The commit, or why there can be none: files that are no regular files, or of which nobody knows. */
function draftCommit(facts, place) {
    const { rebased, modes } = facts;
    if (rebased.kind === "unplaceable")
        return impossible(describeUnplaceable(rebased));
    if (modes === null)
        return impossible("GitHub would not list the modes of the files, and a commit could change them.");
    const files = [];
    for (const { path, after } of rebased.patch.changes) {
        const mode = modes.get(path);
        if (mode !== "100644" && mode !== "100755")
            return impossible(`\`${path}\` ${describeMode(mode)}`);
        files.push({ path, text: after, mode });
    }
    return { kind: "draft", draft: { ...place, ...renderCommitMessage(facts), files } };
}
function describeMode(mode) {
    switch (mode) {
        case undefined:
            return "is missing in GitHub's list of files, so its mode is not known, and a commit could change it.";
        case "120000":
            return "is a link, and a commit would make it a file.";
        default:
            return "is no plain file, and a commit would make it one.";
    }
}

;// CONCATENATED MODULE: ./.cache/build/publish/pull-request-rung.js







/**
 * `autofix/<base>/<key>`: the key stands for the workflow's job and the tests that the patch mends, so that a later patch
 * for the same tests takes the place of the one before.
 */
function fixBranchName({ case: found, context }, base) {
    const tests = [...(found.verification?.targets ?? [])].sort();
    return `autofix/${base}/${(0,fingerprint/* fingerprint */.R)([scopeOf(context), ...tests])}`;
}
/** The pull request to open or update, or why it can't be: what people did to our branch is left alone. */
function planPullRequest(facts, base, branch) {
    const { viewer, context, rebased } = facts;
    const key = rebased.kind === "rebased" ? patchKey(rebased.patch) : "";
    const { owner, repository } = context;
    const drafted = draftCommit(facts, {
        repository: `${owner}/${repository}`,
        branch: branch.name,
        expectedHeadSha: base.sha,
    });
    if (drafted.kind === "impossible")
        return drafted;
    const refusal = refuseBranch(branch, { viewer, key, scope: scopeOf(context) });
    if (refusal !== null)
        return impossible(refusal);
    const { draft } = drafted;
    const open = branch.pullRequests.find(({ state, baseRef }) => state === "open" && baseRef === base.branch);
    const body = renderBody(facts, key);
    const trailer = renderTrailer({ attempt: 1, patchId: key, groups: markerSource(facts).groups });
    return {
        kind: "pull-request",
        draft: { head: branch.name, base: base.branch, title: draft.headline, body, isDraft: facts.options.isDraft },
        labels: facts.options.labels,
        commit: patchOf(branch.head?.message ?? "") === key ? null : { ...draft, body: `${draft.body}\n\n${trailer}` },
        replaces: branch.head?.sha ?? null,
        existing: open === undefined ? null : { pullRequest: open, isSame: keyIn(open, facts) === key },
    };
}
/** Of the whole files: a base that moved on asks for another commit. */
function patchKey({ changes }) {
    return (0,fingerprint/* fingerprint */.R)(changes.flatMap(({ path, before, after }) => [path, before, after]));
}
function patchOf(message) {
    return readTrailer(message)?.patchId ?? null;
}
function keyIn({ body }, { context }) {
    return markerKey(body, { kind: "pull-request", scope: scopeOf(context) });
}
function refuseBranch({ name, head, pullRequests }, { viewer, key, scope }) {
    const isOurs = head === null || (writtenBy(viewer, [head]).length > 0 && patchOf(head.message) !== null);
    if (!isOurs)
        return `The branch \`${name}\` holds commits of others, so it is left as it is.`;
    const closed = pullRequests.find(({ state, isMerged, body }) => state === "closed" && !isMerged && markerKey(body, { kind: "pull-request", scope }) === key);
    return closed === undefined
        ? null
        : `Pull request ${closed.number} brought this very patch and was closed: it is not opened again.`;
}
function renderBody(facts, key) {
    const opening = "This commit is the whole patch. The tests were run with it on the commit that it builds on.";
    const mark = renderMarker({ ...markerSource(facts), kind: "pull-request", key, commits: [] });
    const limit = markdown/* BODY_LIMIT */.Th - mark.length - 10;
    return `${(0,guide/* renderGuide */.TI)(guideInput(facts), { opening, isPatchFolded: true, limit })}\n\n${mark}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/publish/anchors.js
/** More lines than this are not worth repeating just to have something to hang a suggestion on. */
const MOST_WIDENINGS = 3;
/**
 * Widens each hunk of the patch until GitHub can show it as a suggestion: at least one line is replaced, the new lines
 * are not all blank (GitHub reads such a block in two ways), and all of it lies in one hunk of the pull request. Hunks
 * that would share a line become one. All or none.
 */
function anchorHunks({ hunks, ranges, newLines, }) {
    let current = hunks;
    for (let round = 0; round <= hunks.length * MOST_WIDENINGS; round++) {
        const index = current.findIndex((hunk) => !isShowable(hunk, newLines));
        if (index === -1)
            return checkInside(current, ranges);
        const wider = widen(current, index, ranges);
        const best = wider.find(({ hunk }) => isShowable(hunk, newLines)) ?? wider[0];
        if (best === undefined)
            return outside(current[index]);
        current = best.hunks;
    }
    return { kind: "outside", line: (current[0]?.beforeStart ?? 0) + 1, reason: "Only blank lines change here." };
}
function checkInside(hunks, ranges) {
    const stray = hunks.find((hunk) => !isInside(hunk, ranges));
    return stray === undefined ? { kind: "anchored", hunks } : outside(stray);
}
function outside(hunk) {
    return {
        kind: "outside",
        line: (hunk?.beforeStart ?? 0) + 1,
        reason: "GitHub takes suggestions only on lines of the pull request's diff.",
    };
}
function isShowable(hunk, newLines) {
    return (hunk.beforeEnd > hunk.beforeStart &&
        newLines.slice(hunk.afterStart, hunk.afterEnd).some((line) => line.trim() !== ""));
}
function isInside(hunk, ranges) {
    return ranges.some((range) => range.start <= hunk.beforeStart && hunk.beforeEnd <= range.end);
}
/** One line more above, one line more below; a neighbour that holds this line is taken in whole. */
function widen(hunks, index, ranges) {
    const hunk = hunks[index];
    if (hunk === undefined)
        return [];
    const above = hunks[index - 1];
    const below = hunks[index + 1];
    const up = above?.beforeEnd === hunk.beforeStart
        ? replace(hunks, index - 1, join(above, hunk))
        : replaceOne(hunks, index, { ...hunk, beforeStart: hunk.beforeStart - 1, afterStart: hunk.afterStart - 1 });
    const down = below?.beforeStart === hunk.beforeEnd
        ? replace(hunks, index, join(hunk, below))
        : replaceOne(hunks, index, { ...hunk, beforeEnd: hunk.beforeEnd + 1, afterEnd: hunk.afterEnd + 1 });
    return [up, down].filter((widened) => isInside(widened.hunk, ranges));
}
function join(first, second) {
    return {
        beforeStart: first.beforeStart,
        beforeEnd: second.beforeEnd,
        afterStart: first.afterStart,
        afterEnd: second.afterEnd,
    };
}
/** Two hunks from `index` become one. */
function replace(hunks, index, hunk) {
    return { hunk, hunks: [...hunks.slice(0, index), hunk, ...hunks.slice(index + 2)] };
}
function replaceOne(hunks, index, hunk) {
    return { hunk, hunks: [...hunks.slice(0, index), hunk, ...hunks.slice(index + 1)] };
}

;// CONCATENATED MODULE: ./.cache/build/publish/hunks.js
/**
 * Reads the `patch` that GitHub lists for a file of a pull request: added and context lines can be commented on, others
 * are refused with the whole review. Every such line is compared with the head's text (`headLines` with their endings),
 * so a diff of another commit, or one cut off, is never used.
 */
function readCommentableRanges(patch, headLines) {
    const lines = patch.split("\n");
    const ranges = [];
    let index = 0;
    while (index < lines.length && !(index === lines.length - 1 && lines[index] === "")) {
        const header = readHeader(lines[index] ?? "");
        if (header === null)
            return { kind: "unusable", reason: "GitHub's diff of this file has a part we can't read." };
        const end = readHunk(header, { lines, from: index + 1, headLines });
        if (end === null) {
            return { kind: "unusable", reason: "GitHub's diff of this file is not of the head commit that we read." };
        }
        const start = header.newStart - 1;
        if (header.newCount > 0)
            ranges.push({ start, end: start + header.newCount });
        index = end;
    }
    return { kind: "ranges", ranges };
}
function readHeader(line) {
    const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (match === null)
        return null;
    return { oldCount: Number(match[1] ?? 1), newStart: Number(match[2]), newCount: Number(match[3] ?? 1) };
}
/** The index after the hunk's last line; null when its counts or its right side don't fit. */
function readHunk(header, { lines, from, headLines }) {
    const body = takeLines(header, lines.slice(from));
    const isWhole = body !== null && body.oldCount === header.oldCount && body.right.length === header.newCount;
    if (!isWhole || !isTextAt(body.right, headLines.slice(header.newStart - 1)))
        return null;
    const end = from + body.length;
    // "\ No newline at end of file"
    return lines[end]?.startsWith("\\") ? end + 1 : end;
}
/** Lines until both counts of the header are reached; null when there are not enough. */
function takeLines(header, lines) {
    const right = [];
    let oldCount = 0;
    let length = 0;
    while (oldCount < header.oldCount || right.length < header.newCount) {
        const line = lines[length] ?? "";
        if (!/^[-+ \\]/.test(line))
            return null;
        if (/^[- ]/.test(line))
            oldCount += 1;
        if (/^[+ ]/.test(line))
            right.push(line.slice(1));
        length += 1;
    }
    return { oldCount, right, length };
}
function isTextAt(right, headLines) {
    return right.every((text, offset) => text === withoutEnd(headLines[offset]));
}
function withoutEnd(line) {
    return line?.replace(/\n$/, "");
}

;// CONCATENATED MODULE: ./.cache/build/publish/missing-diffs.js
/** GitHub leaves out what comes after, without a word. */
const MOST_FILES = 3000;
/** Those of the paths that GitHub lists without a diff, or may have left out of its list. */
function missingDiffs(paths, files) {
    const isWhole = files !== null && files.length < MOST_FILES;
    return paths.flatMap((path) => {
        const listed = files?.find((file) => file.path === path);
        if (listed === undefined)
            return isWhole ? [] : [{ path, before: path }];
        if (listed.patch !== null)
            return [];
        return [{ path, before: listed.isAdded === true ? null : (listed.previousPath ?? path) }];
    });
}
/** The hunks of a diff of one file, as GitHub lists them: without the lines that name the files. Empty without hunks. */
function hunksOnly(diff) {
    const start = diff.search(/^@@ /m);
    return start === -1 ? "" : diff.slice(start).replace(/\n$/, "");
}
/** GitHub's list with the diffs that were made here in the place of what it left out; null when there is neither. */
function completeFiles(files, made) {
    if (made.length === 0)
        return files;
    const isMade = (path) => made.some((file) => file.path === path);
    return [...(files ?? []).filter(({ path }) => !isMade(path)), ...made];
}

;// CONCATENATED MODULE: ./.cache/build/publish/suggestion-block.js

/** A block whose fence none of the lines can close; lines are kept as they are, tabs and blanks included. */
function renderSuggestionBlock(lines) {
    const content = lines.join("\n");
    const ticks = "`".repeat(Math.max(3, (0,markdown/* longestRun */.Q_)(content, "`") + 1));
    return `${ticks}suggestion\n${content}\n${ticks}`;
}
/**
 * The lines of the first suggestion block of a comment's body, read as GitHub Flavored Markdown reads fences; null when
 * there is none. Written apart from the renderer, because it is there to check it.
 */
function readSuggestionBlock(body) {
    const lines = body.split(/\r\n|\n|\r/);
    let index = 0;
    while (index < lines.length) {
        const fence = readFence(lines[index] ?? "");
        if (fence === null) {
            index += 1;
            continue;
        }
        const end = closingLine(lines, index + 1, fence.ticks);
        if (fence.info.split(/\s/)[0] === "suggestion")
            return lines.slice(index + 1, end);
        index = end + 1;
    }
    return null;
}
function readFence(line) {
    const match = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
    return match === null ? null : { ticks: match[1]?.length ?? 0, info: match[2]?.trim() ?? "" };
}
/** A fence that nothing closes runs to the end. */
function closingLine(lines, from, ticks) {
    for (let index = from; index < lines.length; index++) {
        const fence = readFence(lines[index] ?? "");
        if (fence !== null && fence.ticks >= ticks && fence.info === "")
            return index;
    }
    return lines.length;
}
/**
 * What the head's text becomes when a person applies all suggestions: bottom-up, whole lines, the state of the last
 * line's ending kept. Null when GitHub would refuse one: no block, outside the text, overlapping.
 */
function applySuggestions(headText, suggestions) {
    const hasFinalNewline = headText.endsWith("\n");
    const lines = (hasFinalNewline ? headText.slice(0, -1) : headText).split("\n");
    let lowest = lines.length + 1;
    for (const { startLine, line, body } of [...suggestions].sort((left, right) => right.line - left.line)) {
        const block = readSuggestionBlock(body);
        const isPlaced = startLine >= 1 && startLine <= line && line < lowest;
        if (block === null || !isPlaced)
            return null;
        lines.splice(startLine - 1, line - startLine + 1, ...block);
        lowest = startLine;
    }
    return lines.join("\n") + (hasFinalNewline ? "\n" : "");
}

;// CONCATENATED MODULE: ./.cache/build/publish/suggestions.js








/** Larger reviews are known to fail as a whole, and nobody clicks through them. */
const MOST_COMMENTS = 30;
/**
 * The patch, which must be against the head's texts, as review comments that a person applies by clicking: all hunks or
 * none. Every range is checked against the pull request's diff, and what all clicks together make of the head is
 * compared with the wanted text, character by character. Sorted by path, then from the bottom up.
 */
function planSuggestions(patch, files, source) {
    const blocks = [];
    for (const change of patch.changes.filter(({ before, after }) => before !== after)) {
        const result = blocksOf(change, files);
        if (typeof result === "string")
            return refused(`\`${change.path}\`: ${result}`);
        blocks.push(...result);
    }
    if (blocks.length > MOST_COMMENTS)
        return refused(`The patch has ${blocks.length} parts, more than ${MOST_COMMENTS}.`);
    const ordered = blocks.sort((left, right) => compareText(left.path, right.path) || left.line - right.line);
    const comments = [...renderComments(ordered, source)].sort(({ comment: left }, { comment: right }) => compareText(left.path, right.path) || right.line - left.line);
    const wrong = patch.changes.find((change) => !makesWanted(change, comments));
    if (wrong !== undefined)
        return refused(`\`${wrong.path}\`: applied as GitHub does, the parts give another text.`);
    return { kind: "suggestible", comments };
}
function refused(reason) {
    return { kind: "not-suggestible", reason };
}
/** The file's blocks, or the reason why there can be none. */
function blocksOf(change, files) {
    const diff = files.find((file) => file.path === change.path)?.patch;
    if (diff === undefined) {
        return files.length < MOST_FILES
            ? "the pull request does not touch this file, so GitHub takes no suggestion on it."
            : `GitHub lists ${MOST_FILES} files of a pull request only, and this one is not among them.`;
    }
    if (diff === null)
        return "GitHub shows no diff of this file, so it takes no suggestion on it.";
    if (change.before.endsWith("\n") !== change.after.endsWith("\n")) {
        return "a suggestion can't add or remove the end of the last line.";
    }
    // Applied in the browser, carriage returns come out mixed.
    if (`${change.before}${change.after}`.includes("\r"))
        return "a suggestion can't carry carriage returns.";
    const oldLines = (0,line_diff/* splitLines */.uz)(change.before);
    const newLines = (0,line_diff/* splitLines */.uz)(change.after);
    const readable = readCommentableRanges(diff, oldLines);
    if (readable.kind === "unusable")
        return readable.reason;
    const anchors = anchorHunks({ hunks: (0,line_diff/* diffLines */.Pp)(oldLines, newLines), ranges: readable.ranges, newLines });
    if (anchors.kind === "outside")
        return `line ${anchors.line}: ${anchors.reason}`;
    const blocks = anchors.hunks.map((hunk) => toBlock(change.path, hunk, { oldLines, newLines }));
    const isUnsafe = blocks.some(({ newLines: lines }) => lines.some(hasControlCharacter));
    return isUnsafe ? "a suggestion can't carry control characters." : blocks;
}
function hasControlCharacter(line) {
    return /\p{Cc}/u.test(line.replaceAll("\t", ""));
}
function toBlock(path, hunk, { oldLines, newLines }) {
    return {
        path,
        startLine: hunk.beforeStart + 1,
        line: hunk.beforeEnd,
        oldLines: oldLines.slice(hunk.beforeStart, hunk.beforeEnd).map(suggestions_withoutEnd),
        newLines: newLines.slice(hunk.afterStart, hunk.afterEnd).map(suggestions_withoutEnd),
    };
}
function suggestions_withoutEnd(line) {
    return line.replace(/\n$/, "");
}
function renderComments(blocks, source) {
    const seen = new Map();
    return blocks.map((block, index) => {
        const content = (0,fingerprint/* fingerprint */.R)([block.path, block.oldLines.join("\n"), block.newLines.join("\n")]);
        const count = (seen.get(content) ?? 0) + 1;
        seen.set(content, count);
        const key = (0,fingerprint/* fingerprint */.R)([content, `${count}`]);
        const mark = renderMarker({ ...source, kind: "suggestion", key, commits: [] });
        const remark = blocks.length === 1
            ? "The tests pass with this change."
            : `Part ${index + 1} of ${blocks.length} of one patch. The tests pass with all parts applied: add every part to one batch, then commit it.`;
        return {
            key,
            comment: {
                path: block.path,
                line: block.line,
                startLine: block.startLine === block.line ? null : block.startLine,
                body: `${remark}\n\n${renderSuggestionBlock(block.newLines)}\n\n${mark}\n`,
            },
        };
    });
}
function makesWanted({ path, before, after }, comments) {
    const own = comments.map(({ comment }) => comment).filter((comment) => comment.path === path);
    if (own.some(({ body }) => (0,markdown/* byteLength */.dp)(body) > markdown/* BODY_LIMIT */.Th))
        return false;
    const placed = own.map(({ startLine, line, body }) => ({ startLine: startLine ?? line, line, body }));
    return applySuggestions(before, placed) === after;
}
function compareText(left, right) {
    return left < right ? -1 : Number(left > right);
}

;// CONCATENATED MODULE: ./.cache/build/publish/review-rung.js





/** The review that shows the patch as suggestions, all hunks or none. */
function planReview(facts) {
    const { rebased, files, reviews, viewer, pullRequest } = facts;
    if (rebased.kind === "unplaceable")
        return impossible(describeUnplaceable(rebased));
    if (files === null)
        return impossible("GitHub would not list the pull request's files.");
    if (writtenBy(viewer, reviews).some(({ state }) => state === "PENDING")) {
        return impossible("A pending review under our own name blocks new ones.");
    }
    const source = markerSource(facts);
    const planned = planSuggestions(rebased.patch, files, source);
    if (planned.kind === "not-suggestible")
        return impossible(planned.reason);
    const keys = planned.comments.map(({ key }) => key);
    const posted = standing(facts);
    const url = postedUrl(posted, keys, source);
    if (url !== null)
        return { kind: "suggestions-there", url, keys };
    const missing = planned.comments.filter(({ key }) => !posted.some(({ marker }) => marker.key === key));
    return {
        kind: "suggestions",
        keys,
        posts: missing.map(({ key }) => key),
        draft: {
            headSha: pullRequest.headSha,
            body: (0,guide/* renderGuide */.TI)(guideInput(facts), { opening: reviewOpening(planned.comments.length), isPatchFolded: true }),
            comments: missing.map(({ comment }) => comment),
        },
    };
}
/** Our own suggestions whose lines are as they were. */
function standing({ viewer, reviewComments }) {
    return markedBy(viewer, reviewComments).filter(({ isOutdated, marker }) => !isOutdated && marker.kind === "suggestion");
}
/** All of these are there, from whatever run or job; or another leg of this run suggests a mend of the same failures. */
function postedUrl(posted, keys, source) {
    const byKey = new Map(posted.map(({ marker, url }) => [marker.key, url]));
    const found = keys.filter((key) => byKey.has(key));
    if (found.length === keys.length)
        return byKey.get(keys[0] ?? "") ?? null;
    const other = posted.find(({ marker }) => marker.run === source.run && source.groups.every((group) => marker.groups.includes(group)));
    return found.length === 0 && other !== undefined && source.groups.length > 0 ? other.url : null;
}
function reviewOpening(count) {
    return count === 1
        ? "The suggestion below is the whole patch: one click on **Commit suggestion** applies it."
        : `The ${count} suggestions below are one patch: add each with **Add suggestion to batch**, then commit them together.`;
}

;// CONCATENATED MODULE: ./.cache/build/publish/plan.js






/**
 * The ladder for a pull request: what was asked for (a commit, a pull request of our own), then suggestions, then one
 * comment with the whole patch. The job summary is below all of them and needs no plan.
 */
function planRungs(facts) {
    const above = [...askedFor(facts), planReview(facts)];
    const reasons = above.flatMap((rung) => (rung.kind === "impossible" ? [rung.reason] : []));
    const page = { input: guideInput(facts), opening: commentOpening(facts, reasons), commits: facts.loop.known };
    return [...above, planComment(facts, page)];
}
/** A branch without a pull request never gets a commit of ours: whatever the mode, a new pull request brings it. */
function planBranchRungs(facts) {
    return [planPullRequest(facts, facts.base, facts.fixBranch)];
}
function askedFor(facts) {
    const { mode, pullRequest, fixBranch, loop } = facts;
    if (mode === "commit")
        return [planCommit(facts)];
    if (fixBranch === null)
        return [];
    if (loop.kind === "no-commit")
        return [impossible(loop.reason)];
    if (pullRequest.headRepository !== pullRequest.baseRepository) {
        return [impossible("The branch is in a fork, so no pull request of ours can go to it.")];
    }
    return [planPullRequest(facts, { branch: pullRequest.headRef, sha: pullRequest.headSha }, fixBranch)];
}
function commentOpening(facts, reasons) {
    const why = reasons.map((reason) => (0,markdown/* inertProse */.CH)(reason)).join(" ");
    const base = facts.rebased.kind === "unplaceable"
        ? " The patch below is made for the merge with the base: update the branch first."
        : "";
    return `${why}${base} Save the patch below as \`fix.patch\` and run \`git apply fix.patch\`.${commitOffer(facts)}`.trim();
}
/** Where suggestions were asked for, a commit is the way that does not depend on the diff. */
function commitOffer(facts) {
    return facts.mode === "suggest" && mayOfferCommit(facts)
        ? " With `mode: commit` and the permission `contents: write` the action commits such a patch on the branch itself."
        : "";
}

;// CONCATENATED MODULE: ./.cache/build/publish/checks.js
/** What `github.token` writes as; a customer's own app or person has another name. */
const WORKFLOW_TOKEN = /^github-actions(\[bot\])?$/;
/** Whether we write with a workflow's own token, which starts no checks. */
function isWorkflowToken({ viewer }) {
    return WORKFLOW_TOKEN.test(viewer);
}
/**
 * Whether checks run on what we published, in one sentence; empty when they do. A workflow's own token starts none:
 * on github.com since 2026-06-11 runs are made for a pull request and wait until somebody approves them, on a GitHub
 * Enterprise Server there are none. `started` = the workflow that we started on it.
 */
function checksSentence(facts, started) {
    const { context } = facts;
    if (!isWorkflowToken(facts))
        return "";
    if (started !== null)
        return `\`${started}\` was started on it; other checks do not start by themselves.`;
    return isServer(context.apiUrl)
        ? "No checks start on it: GitHub starts none for what a workflow's own token writes. Give `github-token` the token of an app, or name a workflow in `dispatch-workflow`."
        : "Checks on it may wait until someone approves them: GitHub does not start them by itself for a workflow's own token. The token of an app in `github-token`, or a workflow named in `dispatch-workflow`, changes that.";
}
/** Only a GitHub Enterprise Server has its API below its own pages. */
function isServer(apiUrl) {
    return apiUrl.endsWith("/api/v3");
}

;// CONCATENATED MODULE: ./.cache/build/publish/host-sentence.js
/** One sentence on what GitHub did not do and why; `what` continues "GitHub": "did not take the review". */
function describeFailure(what, { kind, message, needs }) {
    const words = message === "" ? "" : ` (${message})`;
    switch (kind) {
        case "denied": {
            // GitHub answers `pull_requests=write`; a workflow file says `pull-requests: write`.
            const lines = (needs ?? "").replaceAll("_", "-").replaceAll("=", ": ");
            const hint = lines === "" ? "" : `; the job needs \`permissions: ${lines}\``;
            return `GitHub ${what}: the token may not do this${hint}${words}.`;
        }
        case "invalid":
            return `GitHub ${what}: it finds it invalid${words}.`;
        case "stale":
            return `GitHub ${what}: the pull request moved on meanwhile${words}.`;
        case "missing":
            return `GitHub ${what}: not found, or not visible to the token${words}.`;
        case "limited":
            return `GitHub ${what}: it takes no more requests for now, and waiting did not help${words}.`;
        case "unavailable":
            return `GitHub ${what}: no usable answer came${words}.`;
    }
}

;// CONCATENATED MODULE: ./.cache/build/publish-send.js
/**
 * Sends a write so that it happens once. An answer that got lost, or a refusal for too many requests, is followed by a
 * wait and a look at what is there; only what is provably not there is sent again.
 */
async function sendOnce({ send, find }, host) {
    for (let sent = 1;; sent++) {
        const answer = await send();
        if (answer.kind !== "limited" && answer.kind !== "unavailable")
            return answer;
        const isWaited = await host.waitAfter(answer, sent);
        const found = await find(answer);
        if (found.kind === "ok" && found.value !== null)
            return { kind: "ok", value: found.value };
        if (found.kind !== "ok" || !isWaited)
            return answer;
    }
}

;// CONCATENATED MODULE: ./.cache/build/publish-dispatch.js



/** Starts the workflow that the user named on what we wrote; with another token than a workflow's own, checks start by themselves. */
async function startChecks(facts, branch, host) {
    const { dispatchWorkflow } = facts.options;
    if (dispatchWorkflow === null || !isWorkflowToken(facts))
        return { workflow: null, reason: "" };
    const answer = await sendOnce({ send: async () => host.dispatchWorkflow(dispatchWorkflow, branch), find: findRun }, host);
    if (answer.kind === "ok")
        return { workflow: dispatchWorkflow, reason: "" };
    const failure = answer.kind === "denied" ? { ...answer, needs: answer.needs ?? "actions=write" } : answer;
    return { workflow: null, reason: describeFailure(`did not start the workflow \`${dispatchWorkflow}\``, failure) };
}
/** A run does not say which request started it: after a lost answer nobody can see whether this one did. */
async function findRun(failure) {
    return Promise.resolve(failure.kind === "limited" ? { kind: "ok", value: null } : failure);
}

;// CONCATENATED MODULE: ./.cache/build/publish-step.js


/** A refusal costs one rung. When the branch moved or no answer came, writing more could do harm. */
function failed(what, failure) {
    const mayGoOn = failure.kind !== "stale" && failure.kind !== "unavailable" && failure.kind !== "limited";
    return {
        kind: mayGoOn ? "next" : "stop",
        reason: describeFailure(what, failure),
        isDenied: failure.kind === "denied",
        isInvalid: failure.kind === "invalid",
        hasMoved: failure.kind === "stale" || failure.kind === "missing",
    };
}
function done(publication) {
    return { kind: "done", publication: { ...outcome/* NOT_PUBLISHED */.n, ...publication } };
}
/** Nothing but the job summary. */
function summaryOnly(reason) {
    return { ...outcome/* NOT_PUBLISHED */.n, publishedAs: "summary", reason };
}

;// CONCATENATED MODULE: ./.cache/build/publish-review.js





/** Posts the review; when the answer is lost, the comments that are there now decide. */
async function postReview(rung, facts, host) {
    const { pullRequest, viewer } = facts;
    const answer = await sendOnce({
        send: async () => host.createReview(pullRequest.number, rung.draft),
        find: async () => look(listReviewComments(pullRequest.number, viewer, host), viewer, (own) => {
            const found = own.filter(({ marker, isOutdated }) => !isOutdated && rung.posts.includes(marker.key));
            const keys = found.map(({ marker }) => marker.key);
            return rung.posts.every((key) => keys.includes(key)) ? (found.at(-1)?.url ?? null) : null;
        }),
    }, host);
    if (answer.kind !== "ok")
        return failed("did not take the review", answer);
    await dropDoubleSuggestions(rung.posts, facts, host);
    return done({ publishedAs: "suggestions", pullRequestUrl: pullRequest.url, reviewUrl: answer.value });
}
/** Writes the one comment, or leaves it where it says the same. */
async function postComment(rung, facts, host) {
    const { place, body } = rung;
    const { pullRequest, viewer } = facts;
    const links = { publishedAs: "comment", pullRequestUrl: pullRequest.url };
    if (place.kind === "there")
        return done({ ...links, reviewUrl: place.url });
    const answer = await sendOnce({
        send: async () => place.kind === "create" ? host.createComment(pullRequest.number, body) : host.updateComment(place.id, body),
        find: async () => look(host.comments(pullRequest.number), viewer, (own) => own.find((one) => isWritten(one, rung))?.url ?? null),
    }, host);
    if (answer.kind !== "ok")
        return failed("did not take the comment", answer);
    return done({ ...links, reviewUrl: (await dropDoubleComment(rung, facts, host)) ?? answer.value });
}
function isWritten({ marker }, { key, source }) {
    return marker.kind === "comment" && marker.scope === source.scope && marker.run === source.run && marker.key === key;
}
/** What is there of ours, by its own words; a listing that fails is a failure. */
async function look(listing, viewer, find) {
    const now = await listing;
    return now.kind === "ok" ? { kind: "ok", value: find(markedBy(viewer, now.value)) } : now;
}

;// CONCATENATED MODULE: ./.cache/build/publish-commit.js







/** The commit counts even when the comment that explains it can't be written. */
async function commit(rung, facts, host) {
    const { draft, patchId, known } = rung;
    const made = await sendOnce({ send: async () => make(rung, host), find: async () => findCommit(rung, facts, host) }, host);
    if (made.kind !== "ok")
        return failed("did not take the commit", { ...made, needs: made.needs ?? "contents=write" });
    if (made.value === "unsigned")
        return { kind: "next", reason: UNSIGNED };
    const { sha, url } = made.value;
    const started = await startChecks(facts, draft.branch, host);
    const opening = `Commit ${sha} on this branch is the patch. ${checksSentence(facts, started.workflow)}`.trimEnd();
    const page = { input: guideInput(facts), opening, commits: [...known, { sha, patchId }] };
    const explained = await postComment(planComment(facts, page), facts, host);
    return done({
        publishedAs: "commit",
        commitSha: sha,
        pullRequestUrl: facts.pullRequest.url,
        reviewUrl: explained.kind === "done" ? explained.publication.reviewUrl : url,
        reason: [started.reason, explained.kind === "done" ? "" : explained.reason].join(" ").trim(),
    });
}
const UNSIGNED = "A file is executable: with this token only an unsigned commit would keep that, and we leave signed commits only.";
/** By mutation in one step; from objects the branch is moved forward at the end, if GitHub signed the commit. */
async function make({ method, draft }, host) {
    if (method === "mutation")
        return host.createCommit(draft);
    const written = await host.writeCommit(draft);
    if (written.kind !== "ok")
        return written;
    if (!written.value.isSigned)
        return { kind: "ok", value: "unsigned" };
    const moved = await host.moveBranch(draft.branch, written.value.sha, { mayDrop: false });
    return moved.kind === "ok" ? written : moved;
}
/** After a lost answer: the head that moved and now holds exactly our texts; null when it does not. */
async function findCommit({ draft }, { pullRequest }, host) {
    const now = await host.pullRequest(pullRequest.number);
    if (now.kind !== "ok")
        return now;
    const { headSha } = now.value;
    const isMade = headSha !== draft.expectedHeadSha && (await holdsFiles(draft, headSha, host));
    if (!isMade)
        return { kind: "ok", value: null };
    return { kind: "ok", value: { sha: headSha, url: pullRequest.url, isSigned: false } };
}
async function holdsFiles({ files }, sha, host) {
    for (const { path, text } of files) {
        const file = await host.fileText(path, sha);
        if (file.kind !== "ok" || file.value.kind !== "text" || file.value.text !== text)
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./.cache/build/publish/loop-guard.js


/** GitHub lists no more commits of a pull request; the newest ones are those left out. */
const MOST_LISTED = 250;
const NOTHING_MORE = "Nothing more is written to this pull request.";
/** Why a pull request is left alone before anything is run for it: people took back what we did. Null when they did not. */
function stoppedByPeople(history) {
    if (history.commits === null)
        return null;
    const why = undone(history.commits, knownCommits(history, ownCommits(history)));
    return why === null ? null : `${why} ${NOTHING_MORE}`;
}
/** Why a group of failures is not mended again: a commit of ours was to mend it. Null for all others. */
function mendedBefore(history, groupKey) {
    const own = ownCommits(history);
    const earlier = withoutThose(own, newerThanTested(history.commits ?? [], own, history));
    return sameFailure(earlier, groupIds([groupKey]));
}
/**
 * Keeps us from going round in circles, and from doing again what a person undid. Our commits are known by their trailer
 * and their author; those that were taken out of the branch by the record in our own comment.
 */
function guardLoop(facts) {
    const own = ownCommits(facts);
    const known = knownCommits(facts, own);
    if (facts.commits === null) {
        return noCommit("GitHub would not list the pull request's commits, so nobody knows how many are ours.", known);
    }
    const { commits } = facts;
    const meanwhile = newerThanTested(commits, own, facts);
    const other = meanwhile.find(({ trailer }) => sharesGroup(trailer, facts));
    if (other !== undefined)
        return off(`While the tests ran, our commit ${shown(other)} mended this failure.`);
    const why = undone(commits, known) ?? returned(withoutThose(own, meanwhile), facts);
    if (why !== null)
        return off(`${why} ${NOTHING_MORE}`);
    if (commits.length >= MOST_LISTED) {
        return noCommit(`The pull request has ${MOST_LISTED} commits or more; GitHub does not list them all.`, known);
    }
    return countCommits(own, { ...facts, commits, known });
}
function ownCommits({ commits, viewer }) {
    return writtenBy(viewer, commits ?? []).flatMap((commit) => {
        const trailer = readTrailer(commit.message);
        return trailer === null ? [] : [{ ...commit, trailer }];
    });
}
/** Ours of which anything tells: the branch, or the record in our own comment. */
function knownCommits({ viewer, comments }, own) {
    const recorded = markedBy(viewer, comments).flatMap(({ marker }) => marker.commits);
    const found = own.map(({ sha, trailer: { patchId } }) => ({ sha, patchId }));
    return [...new Map([...recorded, ...found].map((record) => [record.sha, record])).values()];
}
/** Made after what was tested; none where nobody knows what that is. */
function newerThanTested(commits, own, { testedSha }) {
    const tested = commits.findIndex(({ sha }) => sha === testedSha);
    if (tested === -1)
        return [];
    return own.filter(({ sha }) => commits.findIndex((commit) => commit.sha === sha) > tested);
}
function sharesGroup(trailer, { groups }) {
    return trailer.groups.some((group) => groups.includes(group));
}
function withoutThose(all, some) {
    return all.filter((commit) => !some.includes(commit));
}
/** A person reverted a commit of ours, or took it out of the branch. A rebase keeps the trailer, whoever made it. */
function undone(commits, known) {
    for (const { sha, patchId } of known) {
        if (commits.some(({ message }) => revertedBy(message).some((start) => sha.startsWith(start)))) {
            return `Our commit ${shown({ sha })} was reverted.`;
        }
        const isThere = commits.some((commit) => commit.sha === sha || namesPatch(commit.message, patchId));
        if (!isThere)
            return `Our commit ${shown({ sha })} was taken out of the branch.`;
    }
    return null;
}
/** git's own sentence, also with a shortened id. */
function revertedBy(message) {
    return [...message.matchAll(/\bthis reverts commit ([0-9a-f]{7,64})\b/gi)].map((match) => match[1] ?? "");
}
/** What our own commit was to mend fails again, or its very change is to be made again. */
function returned(own, facts) {
    const same = own.find(({ trailer }) => trailer.patchId === facts.patchId);
    if (same !== undefined)
        return `Our commit ${shown(same)} made this very change, and it was undone.`;
    return sameFailure(own, facts.groups);
}
function sameFailure(own, groups) {
    const back = own.find(({ trailer }) => sharesGroup(trailer, { groups }));
    return back === undefined ? null : `The same failure is back after our own commit ${shown(back)}.`;
}
function countCommits(own, { commits, known, maxCommits, viewer, }) {
    const newest = commits.at(-1);
    if (newest !== undefined && writtenBy(viewer, [newest]).some(({ message }) => readTrailer(message) !== null)) {
        return noCommit("The newest commit of the branch is our own: one after the other could go on for ever.", known);
    }
    // A rebase gives a commit a new id, and its patch stays.
    const patches = new Set(known.map(({ patchId }) => patchId)).size;
    const made = Math.max(patches, ...own.map(({ trailer }) => trailer.attempt));
    if (made < maxCommits)
        return { kind: "go", attempt: made + 1, known };
    return noCommit(`This pull request has ${made} commits of ours, and \`max-commits\` is ${maxCommits}.`, known);
}
function noCommit(reason, known) {
    return { kind: "no-commit", reason, known };
}
function off(reason) {
    return { kind: "off", reason };
}
function shown({ sha }) {
    return `\`${sha.slice(0, 12)}\``;
}

;// CONCATENATED MODULE: ./.cache/build/publish-own-diff.js

/**
 * GitHub's list of files, with a diff of our own of those patched files that it gives none of: the file at the merge base
 * against the file at the head. What can't be proven stays as it was, and then takes no suggestion.
 */
async function withOwnDiffs(files, sources) {
    const { rebased, pullRequest, host } = sources;
    if (rebased.kind !== "rebased")
        return files;
    const { changes } = rebased.patch;
    const missing = missingDiffs(changes.map(({ path }) => path), files);
    if (missing.length === 0)
        return files;
    const base = await host.mergeBase(pullRequest.baseSha, pullRequest.headSha);
    if (base.kind !== "ok")
        return files;
    const made = [];
    for (const one of missing) {
        const head = changes.find(({ path }) => path === one.path)?.before ?? "";
        const patch = await ownDiff(one, { head, base: base.value }, sources);
        if (patch !== null)
            made.push({ path: one.path, patch });
    }
    return completeFiles(files, made);
}
/** Null where the text at the merge base is not known, or the two do not differ. */
async function ownDiff({ before }, { head, base }, { host, diff }) {
    const old = before === null ? "" : await textAt(before, base, host);
    // A file that is not there may have had another name, which only GitHub's list tells.
    if (old === null)
        return null;
    const made = await diff(old, head);
    const hunks = made === null ? "" : hunksOnly(made);
    return hunks === "" ? null : hunks;
}
async function textAt(path, sha, host) {
    const file = await host.fileText(path, sha);
    return file.kind === "ok" && file.value.kind === "text" ? file.value.text : null;
}

;// CONCATENATED MODULE: ./.cache/build/publish-target.js


/** The pull request as it is now, not as the event had it; without one the branch. */
async function findTarget(context, branch, host) {
    if (context.pullRequest !== null) {
        return readPullRequest(context.pullRequest.number, "", host);
    }
    const { headRepository } = context;
    if (headRepository === null)
        return stop("The fork that this branch is in is gone.");
    const [headOwner = ""] = headRepository.split("/");
    const answer = await host.openPullRequests(`${headOwner}:${branch}`);
    if (answer.kind !== "ok")
        return stop(describeFailure("did not list the pull requests", answer));
    const choice = choosePullRequest(answer.value, { repository: headRepository, branch });
    // The list leaves out whether maintainers may edit.
    return choice.kind === "chosen"
        ? readPullRequest(choice.pullRequest.number, choice.note, host)
        : branchTarget(context, branch, host);
}
async function readPullRequest(number, note, host) {
    const answer = await host.pullRequest(number);
    return answer.kind === "ok"
        ? { kind: "pull-request", pullRequest: answer.value, note }
        : stop(describeFailure("did not show the pull request", answer));
}
/** A new pull request is only for branches that had none: where one was closed, somebody decided. */
async function branchTarget(context, branch, host) {
    const { headRepository, owner, repository, upstreamEvent } = context;
    const isOwn = headRepository === `${owner}/${repository}`;
    if (!isOwn || upstreamEvent?.startsWith("pull_request") === true) {
        return stop(`The branch \`${branch}\` has no open pull request any more.`);
    }
    const answer = await host.branch(branch);
    return answer.kind === "ok"
        ? { kind: "branch", headSha: answer.value.sha, note: "" }
        : stop(describeFailure(`did not show the branch \`${branch}\``, answer));
}

;// CONCATENATED MODULE: ./.cache/build/publish-texts.js


/** The touched files at the head; a stop when they are not those that were tested, or hold the patch already. */
async function textsAt({ request, patch, host }, headSha) {
    const paths = patch.changes.map(({ path }) => path);
    const newest = await readTexts(host, paths, headSha);
    if (newest.kind === "stop")
        return newest;
    if (patch.changes.every(({ path, after }) => newest.texts.get(path) === after)) {
        return stop("The branch already holds this patch.");
    }
    if (![request.context.headSha, request.case.sha].includes(headSha)) {
        const tested = await readTexts(host, paths, request.context.headSha);
        if (tested.kind === "stop")
            return tested;
        const comparison = compareHeads(paths, tested.texts, newest.texts);
        if (comparison.kind === "stop")
            return comparison;
        request.log.info("The branch has new commits; the files of the patch are the same in them.");
    }
    return newest;
}
async function readTexts(host, paths, sha) {
    const texts = new Map();
    const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await host.fileText(path, sha) })));
    for (const { path, answer } of answers) {
        if (answer.kind === "ok" && answer.value.kind === "text")
            texts.set(path, answer.value.text);
        if (answer.kind !== "ok" && answer.kind !== "missing") {
            return stop(describeFailure(`did not show \`${path}\``, answer));
        }
    }
    return { kind: "texts", texts };
}

;// CONCATENATED MODULE: ./.cache/build/publish-gather.js











/** Asks GitHub for all that the plan needs; reads only. Whatever makes a second posting possible ends it. */
async function gatherFacts(sources) {
    const target = await findTarget(sources.request.context, sources.branch, sources.host);
    if (target.kind === "stop")
        return target;
    const common = await commonFacts(sources, target);
    if (common.kind === "stop")
        return common;
    return target.kind === "branch"
        ? branchFacts(sources, common.facts)
        : readComments(sources, common.facts, target.pullRequest);
}
async function commonFacts(sources, target) {
    const { request, host } = sources;
    const { context } = request;
    const headSha = headOf(target);
    // A pull request of our own starts from what was tested, not from what came after it.
    const place = target.kind === "branch" ? context.headSha : headSha;
    const refusal = refuseTarget(target, context) ?? (await refuseCommit(request.case.sha, context, { place, host }));
    if (refusal !== null)
        return stop(refusal);
    const texts = await textsAt(sources, headSha);
    if (texts.kind === "stop")
        return texts;
    const viewer = await host.viewer();
    // Without it we can't tell what an earlier run posted, and would post it twice.
    if (viewer.kind !== "ok")
        return stop(describeFailure("did not say who we are", viewer));
    const needsModes = sources.mode !== "suggest" || target.kind === "branch";
    const facts = {
        case: request.case,
        patch: sources.patch,
        guides: request.guides,
        secrets: request.secrets ?? [],
        context,
        options: request.options,
        rebased: rebaseOntoHead(sources.patch, texts.texts),
        modes: needsModes ? valueOrNull(await host.fileModes(place)) : null,
        viewer: viewer.value,
        note: target.note,
    };
    return { kind: "common", facts };
}
/**
 * A job after the one that tested does not know the merge commit that was tested there: its parents tell whether it was
 * made for this head.
 */
async function refuseCommit(sha, context, { place, host }) {
    const refusal = refuseTested(sha, context, place);
    if (sha === null || refusal === null || context.upstreamEvent === null)
        return refusal;
    const parents = await host.commitParents(sha);
    return parents.kind === "ok" && parents.value.includes(context.headSha) ? null : refusal;
}
function headOf(target) {
    return target.kind === "branch" ? target.headSha : target.pullRequest.headSha;
}
function refuseTarget(target, context) {
    return target.kind === "branch" ? null : refusePullRequest(target.pullRequest, context);
}
async function branchFacts({ host, branch }, common) {
    const fixBranch = await readFixBranch(common, branch, host);
    if (fixBranch.kind === "stop")
        return fixBranch;
    const base = { branch, sha: common.context.headSha };
    return { kind: "facts", facts: { ...common, kind: "branch", base, fixBranch: fixBranch.fixBranch } };
}
async function readComments(sources, common, pullRequest) {
    const { mode, host, request } = sources;
    const { number, headRef } = pullRequest;
    const [written, listed, commits, queued] = await Promise.all([
        publish_gather_readWritten(number, common.viewer, host),
        host.changedFiles(number),
        host.commits(number),
        host.isQueued(number),
    ]);
    if (isTrue(queued))
        return stop("The pull request waits in the merge queue.");
    if (written.kind === "stop")
        return written;
    const { comments, reviewComments, reviews } = written;
    const loop = guardLoop({ ...loopFacts(common), commits: valueOrNull(commits), comments });
    if (loop.kind === "off")
        return stop(loop.reason);
    const fix = mode === "pull-request" ? await readFixBranch(common, headRef, host) : null;
    if (fix?.kind === "stop")
        return fix;
    const fixBranch = fix?.fixBranch ?? null;
    const { rebased } = common;
    const files = await withOwnDiffs(valueOrNull(listed), { rebased, pullRequest, host, diff: request.diff });
    const facts = { ...common, mode, pullRequest, comments, reviewComments, reviews, loop, fixBranch };
    return { kind: "facts", facts: { ...facts, kind: "pull-request", files } };
}
/** What stands on the pull request. Without any of it an earlier run's words could be posted twice. */
async function publish_gather_readWritten(number, viewer, host) {
    const [comments, reviewComments, reviews] = await Promise.all([
        host.comments(number),
        listReviewComments(number, viewer, host),
        host.reviews(number),
    ]);
    if (comments.kind !== "ok")
        return stop(describeFailure("did not list the comments", comments));
    if (reviewComments.kind !== "ok")
        return stop(describeFailure("did not list the review comments", reviewComments));
    if (reviews.kind !== "ok")
        return stop(describeFailure("did not list the reviews", reviews));
    return {
        kind: "written",
        comments: comments.value,
        reviewComments: reviewComments.value,
        reviews: reviews.value,
    };
}
function loopFacts(common) {
    return {
        viewer: common.viewer,
        testedSha: common.context.headSha,
        patchId: publishedPatchId(common),
        groups: markerSource(common).groups,
        maxCommits: common.options.maxCommits,
    };
}
/** Older servers know no merge queue and answer with a failure. */
function isTrue(answer) {
    return answer.kind === "ok" && answer.value;
}
async function readFixBranch(common, base, host) {
    const name = fixBranchName(common, base);
    const [head, pullRequests] = await Promise.all([host.branch(name), host.pullRequestsFrom(name)]);
    if (head.kind !== "ok" && head.kind !== "missing")
        return stop(describeFailure("did not show the branch", head));
    if (pullRequests.kind !== "ok")
        return stop(describeFailure("did not list the pull requests", pullRequests));
    return {
        kind: "fix-branch",
        fixBranch: { name, head: head.kind === "ok" ? head.value : null, pullRequests: pullRequests.value },
    };
}
function valueOrNull(answer) {
    return answer.kind === "ok" ? answer.value : null;
}

;// CONCATENATED MODULE: ./.cache/build/publish-pull-request.js





/** The branch first, then its pull request: an end between the two is taken up by the next run. */
async function openPullRequest(rung, facts, host) {
    const pushed = rung.commit === null ? null : await push(rung, host);
    if (pushed !== null && pushed.kind !== "ok") {
        return failed("did not take the commit", { ...pushed, needs: pushed.needs ?? "contents=write" });
    }
    const commitSha = pushed?.value.sha ?? rung.replaces;
    const answer = await present(rung, host);
    if (answer.kind !== "ok")
        return leaveBranch(rung, facts, { commitSha, answer });
    const { pullRequest, remark: leftAs } = answer.value;
    const { url } = pullRequest;
    const remarks = [
        leftAs,
        await label(rung, pullRequest, host),
        pushed === null ? "" : await remarksOnCommit(pushed.value, rung, { facts, host }),
    ];
    return done({
        publishedAs: "pull-request",
        commitSha,
        pullRequestUrl: url,
        reviewUrl: url,
        reason: remarks.filter((remark) => remark !== "").join(" "),
    });
}
/** Starts the checks that the user named; says what does not start by itself, and what is not signed. */
async function remarksOnCommit({ isSigned }, { draft }, { facts, host }) {
    const started = await startChecks(facts, draft.head, host);
    const remarks = [
        isSigned ? "" : "GitHub did not sign the commit.",
        started.reason,
        checksSentence(facts, started.workflow),
    ];
    return remarks.filter((remark) => remark !== "").join(" ");
}
/** Nothing shows before the branch is made or moved, in one step. */
async function push(rung, host) {
    const { commit, draft, replaces } = rung;
    if (commit === null)
        throw new Error("there is nothing to push");
    // A commit that no branch has yet shows nowhere: it may be written again.
    const made = await sendOnce({ send: async () => host.writeCommit(commit), find: nowhere }, host);
    if (made.kind !== "ok")
        return made;
    const { sha } = made.value;
    const send = async () => replaces === null ? host.createBranch(draft.head, sha) : host.moveBranch(draft.head, sha, { mayDrop: true });
    const find = async () => reached(rung, sha, host);
    // GitHub moves a branch without asking where it is: seconds have passed since we looked, so look once more.
    const ready = await find();
    if (ready.kind !== "ok")
        return ready;
    const moved = await sendOnce({ send: async () => onValue(await send(), sha), find }, host);
    if (moved.kind === "ok")
        return made;
    const now = await find();
    if (now.kind === "stale")
        return now;
    return now.kind === "ok" && now.value !== null ? made : moved;
}
async function nowhere() {
    return Promise.resolve({ kind: "ok", value: null });
}
function onValue(answer, value) {
    return answer.kind === "ok" ? { kind: "ok", value } : answer;
}
/**
 * The commit where the branch holds it; null where it does not, or is not there. A branch that holds neither this nor
 * what it is to replace is `stale`: moving it would drop what somebody pushed while we waited.
 */
async function reached({ draft, replaces }, sha, host) {
    const now = await host.branch(draft.head);
    if (now.kind === "missing")
        return { kind: "ok", value: null };
    if (now.kind !== "ok")
        return now;
    if (now.value.sha === sha)
        return { kind: "ok", value: sha };
    if (replaces === null || now.value.sha === replaces)
        return { kind: "ok", value: null };
    return { kind: "stale", message: "somebody pushed to the branch", needs: null };
}
/** Opened, or brought up to date; when an answer is lost, what is there now decides. */
async function present({ draft, existing }, host) {
    if (existing?.isSame === true)
        return presented(existing.pullRequest);
    if (existing === null)
        return publish_pull_request_open(draft, host);
    const { number } = existing.pullRequest;
    // Twice the same title and text is as once.
    const answer = await sendOnce({ send: async () => host.updatePullRequest(number, draft), find: nowhere }, host);
    // Its branch holds the patch already: the page is only older than it.
    return answer.kind === "ok"
        ? presented(answer.value)
        : presented(existing.pullRequest, describeFailure("did not change the pull request's title and text", answer));
}
function presented(pullRequest, remark = "") {
    return { kind: "ok", value: { pullRequest, remark } };
}
async function publish_pull_request_open(draft, host) {
    const find = async () => opened(draft, host);
    const answer = await sendOnce({ send: async () => host.createPullRequest(draft), find }, host);
    if (answer.kind === "ok")
        return presented(answer.value);
    if (draft.isDraft && answer.kind === "invalid" && NO_DRAFTS.test(answer.message))
        return openForReview(draft, host);
    const now = answer.kind === "invalid" ? await find() : answer;
    return now.kind === "ok" && now.value !== null ? presented(now.value) : answer;
}
/** Private repositories of some plans have none. */
const NO_DRAFTS = /draft pull requests are not supported/i;
async function openForReview(draft, host) {
    const answer = await publish_pull_request_open({ ...draft, isDraft: false }, host);
    const remark = "This repository has no drafts, so the pull request is none.";
    return answer.kind === "ok" ? presented(answer.value.pullRequest, remark) : answer;
}
async function opened({ head, base }, host) {
    const now = await host.pullRequestsFrom(head);
    if (now.kind !== "ok")
        return now;
    return { kind: "ok", value: now.value.find(({ state, baseRef }) => state === "open" && baseRef === base) ?? null };
}
async function label({ labels, existing }, { number }, host) {
    if (labels.length === 0 || existing !== null)
        return "";
    const send = async () => {
        const answer = await host.addLabels(number, labels);
        // Right after it was made, a pull request may not be found yet.
        const isEarly = answer.kind !== "ok" && /could not resolve to a node/i.test(answer.message);
        return isEarly ? { ...answer, kind: "unavailable" } : answer;
    };
    // A label that is there already is no other one.
    const answer = await sendOnce({ send, find: nowhere }, host);
    return answer.kind === "ok" ? "" : describeFailure("did not set the labels", answer);
}
/** The branch stays: one click on the page that compares it opens the pull request by hand. */
function leaveBranch({ draft }, { context }, { commitSha, answer }) {
    const { serverUrl, owner, repository } = context;
    const page = `${serverUrl}/${owner}/${repository}`;
    const compared = `${escapeRef(draft.base)}...${escapeRef(draft.head)}`;
    const setting = /not permitted to create/i.test(answer.message)
        ? ` The setting is "Allow GitHub Actions to create and approve pull requests": ${page}/settings/actions, Workflow permissions.`
        : "";
    return done({
        publishedAs: "branch",
        commitSha,
        reviewUrl: `${page}/compare/${compared}?expand=1`,
        reason: `${describeFailure("did not open the pull request", answer)}${setting} The branch \`${draft.head}\` holds the patch.`,
    });
}
/** A branch name as part of an address that stands in Markdown. */
function escapeRef(name) {
    return name
        .split("/")
        .map((part) => encodeURIComponent(part).replace(/[()!*']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
        .join("/");
}

;// CONCATENATED MODULE: ./.cache/build/publish-run.js








/**
 * Puts the patch where people see it: the highest rung that GitHub takes, and a sentence on why not a higher one.
 * Nothing is sent twice; when an answer is lost, what is there now decides. Never throws for what GitHub answers.
 */
async function publish(request) {
    const { patch, context, mode, host, log } = request;
    const start = preflight({ mode, patch, context, hasToken: host !== null });
    if (start.kind === "stop" || patch === null || host === null || mode === "report") {
        return summaryOnly(start.kind === "stop" ? start.reason : "");
    }
    return log.section("Publish", async () => {
        const sources = { request, patch, mode, host, branch: start.branch };
        const publication = (await publish_run_look(sources, { isLast: false })) ?? (await publish_run_look(sources, { isLast: true }));
        if (publication === null)
            throw new Error("the last look must end");
        log.info(`Published as ${publication.publishedAs}. ${publication.reason}`.trim());
        return publication;
    });
}
/** Looks at what is there and publishes on it. Null when it moved meanwhile and another look is due. */
async function publish_run_look(sources, { isLast }) {
    const { host, request } = sources;
    const gathered = await gatherFacts(sources);
    if (gathered.kind === "stop")
        return summaryOnly(gathered.reason);
    const facts = gathered.facts.kind === "branch" ? gathered.facts : await clearDebris(gathered.facts, host);
    const ended = await climb(facts, host, isLast);
    if (ended.kind === "moved")
        return null;
    if (facts.kind === "pull-request" && ended.rung !== null) {
        await foldStale(facts, "keys" in ended.rung ? ended.rung.keys : [], { host, log: request.log });
    }
    return ended.publication;
}
function attemptsOf(facts, host) {
    return facts.kind === "pull-request"
        ? planRungs(facts).map((rung) => ({ rung, run: async () => tryRung(rung, facts, host) }))
        : planBranchRungs(facts).map((rung) => ({ rung, run: async () => tryBranchRung(rung, facts, host) }));
}
/** Tries one rung after the other; ends early when the branch moved meanwhile, unless this look is the last. */
async function climb(facts, host, isLast) {
    const reasons = facts.note === "" ? [] : [facts.note];
    const tell = (reason) => [...new Set([...reasons, reason])].join(" ").trim();
    let mayReview = true;
    for (const { rung, run } of attemptsOf(facts, host)) {
        if (rung.kind === "comment" && !mayReview)
            continue;
        const step = await explainRefusal(await run(), facts, host);
        if (step.kind === "done") {
            return { kind: "ended", publication: { ...step.publication, reason: tell(step.publication.reason) }, rung };
        }
        if (step.hasMoved === true && !isLast)
            return { kind: "moved" };
        reasons.push(step.reason);
        mayReview &&= !mayNotReview(rung, step);
        if (step.kind === "stop")
            break;
    }
    return { kind: "ended", publication: { ...summaryOnly(tell("")), pullRequestUrl: pageOf(facts) }, rung: null };
}
/**
 * What GitHub finds invalid may have been planned on what is no longer so: a branch that moved, a conversation that was
 * locked. Then a lower rung would show people a patch for lines that are gone.
 */
async function explainRefusal(step, facts, host) {
    if (step.kind !== "next" || step.isInvalid !== true || facts.kind === "branch")
        return step;
    const { number, headSha, state, locked } = facts.pullRequest;
    const now = await host.pullRequest(number);
    if (now.kind !== "ok")
        return step;
    const isSame = now.value.headSha === headSha && now.value.state === state && now.value.locked === locked;
    if (isSame)
        return step;
    return { kind: "stop", reason: `${step.reason} The pull request moved on meanwhile.`, hasMoved: true };
}
/** Reviews and comments take the same permission. */
function mayNotReview(rung, step) {
    return rung.kind === "suggestions" && step.kind !== "done" && step.isDenied === true;
}
function pageOf(facts) {
    return facts.kind === "pull-request" ? facts.pullRequest.url : null;
}
async function tryRung(rung, facts, host) {
    switch (rung.kind) {
        case "impossible":
            return { kind: "next", reason: rung.reason };
        case "suggestions-there":
            return done({ publishedAs: "suggestions", reviewUrl: rung.url, pullRequestUrl: facts.pullRequest.url });
        case "suggestions":
            return postReview(rung, facts, host);
        case "comment":
            return postComment(rung, facts, host);
        case "commit":
            return commit(rung, facts, host);
        case "pull-request":
            return openPullRequest(rung, facts, host);
    }
}
async function tryBranchRung(rung, facts, host) {
    return rung.kind === "impossible" ? { kind: "next", reason: rung.reason } : openPullRequest(rung, facts, host);
}

// EXTERNAL MODULE: ./.cache/build/recipe-guides.js
var recipe_guides = __webpack_require__(4071);
;// CONCATENATED MODULE: ./.cache/build/action-deliver.js














/** Publishes where the phase does, and leaves the documents, the summary and the outputs behind. */
async function deliver(run, document, delivery) {
    const { settings, context, folder } = run;
    const ending = (0,build_outcome/* endingOfPhase */.e7)(document, settings.phase);
    const isPublishing = settings.phase === "all" || settings.phase === "publish";
    const publication = document.patch && isPublishing ? await publishCase(run, document, delivery) : outcome/* NOT_PUBLISHED */.n;
    if (settings.phase === "all" && settings.mode !== "report")
        await tidyWhenGreen(run, document, delivery.log);
    const status = (0,build_outcome/* statusAfter */.Bh)(ending, publication);
    const input = {
        case: document,
        changes: document.patch?.changes ?? [],
        guides: (0,recipe_guides/* recipeGuides */.Y)(context.actionPages),
        runUrl: runUrl(context),
        secrets: delivery.secrets,
    };
    const help = explainSecondWorkflow(context, { publishedAs: publication.publishedAs, mode: settings.mode });
    const page = (0,summary/* renderSummary */.B)(input, `${status}: ${ending.reason}`, { publication, help });
    const files = await writeFiles(folder, document, page);
    await writeSummary(page);
    if (isAnnotated(run))
        annotate(document);
    action_end_close({ status, reason: ending.reason }, { settings, document, publication, files, spent: delivery.spent });
}
/** Once for a failure, in the run that its commit's page shows: a publisher's own run may belong to another. */
function isAnnotated({ settings: { phase, groups } }) {
    return phase === "all" || (phase === "verify" && groups.length === 0);
}
function annotate(document) {
    for (const { level, message, ...place } of annotationsOf(document)) {
        const properties = { title: place.title, file: place.path, startLine: place.line };
        (level === "error" ? core/* error */.z3 : core/* notice */.lm)(message, properties);
    }
}
async function tidyWhenGreen(run, document, log) {
    const host = isGreen(document) ? await hostOf(run) : null;
    if (host !== null)
        await foldWhenGreen({ case: document, context: run.context, host, log });
}
async function publishCase(run, document, { log, secrets }) {
    const { settings, context } = run;
    return publish({
        case: document,
        patch: document.patch,
        context,
        mode: settings.mode,
        host: await hostOf(run),
        diff: diffWithGit,
        log,
        guides: (0,recipe_guides/* recipeGuides */.Y)(context.actionPages),
        options: settings.publish,
        secrets,
    });
}

// EXTERNAL MODULE: ./.cache/build/asking.js + 31 modules
var build_asking = __webpack_require__(3272);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
;// CONCATENATED MODULE: ./.cache/build/io/case-files.js




/** A case of 300 failing tests with their evidence is 3 MB; a whole matrix of them is still far below. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_FILES = 256;
/** A link is no case, and opening one that blocks must not hold us up. Windows knows neither flag. */
const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/**
 * Reads the case files that paths or globs name, in the order of the names, each once. They may come from whoever wrote the
 * code under test, so only plain files of bounded size count, and none that is reached by a link below the folder.
 */
async function readCaseTexts(patterns, folder) {
    const paths = [];
    for (const pattern of patterns) {
        const found = await expand(pattern, folder);
        if (found.length === 0)
            return { kind: "unusable", name: pattern, reason: "there is no such file" };
        paths.push(...found);
    }
    const unique = [...new Set(paths)];
    if (unique.length > MAX_FILES) {
        return { kind: "unusable", name: patterns.join(", "), reason: `these are more than ${MAX_FILES} files` };
    }
    const files = [];
    let bytes = 0;
    for (const path of unique) {
        const name = case_files_nameOf(path, folder);
        const read = await readPlain(path, { folder, most: MAX_BYTES - bytes });
        if (read.kind === "unusable")
            return { ...read, name };
        bytes += read.bytes.length;
        const text = decode(read.bytes);
        if (text === null)
            return { kind: "unusable", name, reason: "it is not UTF-8 text" };
        files.push({ name, text });
    }
    return { kind: "found", files };
}
/** A path that is there is that file, whatever characters it holds; else it is a glob. */
async function expand(pattern, folder) {
    const literal = (0,external_node_path_.resolve)(folder, pattern);
    if (await isThere(literal))
        return [literal];
    const options = { cwd: folder, absolute: true, dot: true, onlyFiles: false, expandDirectories: false };
    const found = await (0,dist/* glob */.TI)(pattern, { ...options, followSymbolicLinks: false });
    const paths = found.map((path) => (0,external_node_path_.resolve)(path)).toSorted();
    const isFolder = await Promise.all(paths.map(async (path) => (await (0,promises_.lstat)(path)).isDirectory()));
    return paths.filter((_path, index) => isFolder[index] !== true);
}
async function isThere(path) {
    return (0,promises_.lstat)(path).then(() => true, () => false);
}
async function readPlain(path, { folder, most }) {
    const link = await linkOnTheWay(path, folder);
    if (link !== undefined)
        return unusable("it is a link, or is reached by one");
    const file = await (0,promises_.open)(path, FLAGS).catch(() => null);
    if (file === null)
        return unusable("it cannot be read");
    try {
        const { size, ...stats } = await file.stat().then((found) => ({ size: found.size, isFile: found.isFile() }));
        if (!stats.isFile)
            return unusable("it is no plain file");
        if (size > most)
            return unusable(`it is larger than ${MAX_BYTES / 1024 / 1024} MB, alone or with those before it`);
        const buffer = new Uint8Array(size);
        const { bytesRead } = await file.read(buffer, 0, size, 0);
        return { kind: "bytes", bytes: buffer.subarray(0, bytesRead) };
    }
    finally {
        await file.close();
    }
}
/** The first of the path's own folders below `folder`, or the file itself, that is a link. */
async function linkOnTheWay(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    const isBelow = !(0,external_node_path_.isAbsolute)(way) && way.split(external_node_path_.sep)[0] !== "..";
    for (let at = path; at !== folder && at !== (0,external_node_path_.dirname)(at); at = (0,external_node_path_.dirname)(at)) {
        if ((await (0,promises_.lstat)(at)).isSymbolicLink())
            return at;
        if (!isBelow)
            break;
    }
    return undefined;
}
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
function case_files_nameOf(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way.startsWith("..") ? path : way.replaceAll("\\", "/");
}
function unusable(reason) {
    return { kind: "unusable", reason };
}

// EXTERNAL MODULE: ./.cache/build/settings/read-value.js
var read_value = __webpack_require__(4117);
;// CONCATENATED MODULE: ./.cache/build/steps/join-cases.js
const NO_HANDOVER = { evidence: {}, python: null, packages: {}, guarded: [], drafts: [] };
/**
 * The cases of several legs as one that a run has still to judge: every failure once, and all drafts. What a leg verified
 * alone says nothing of all of it together, so no patch comes along. All must speak of one commit.
 */
function joinCases([first, ...others]) {
    if (others.length === 0)
        return { kind: "joined", case: first };
    const other = others.find(({ sha }) => sha !== first.sha);
    if (other !== undefined) {
        const names = [first.sha, other.sha].map((sha) => sha?.slice(0, 12) ?? "no commit").join(" and ");
        return { kind: "apart", reason: `They speak of different commits, ${names}.` };
    }
    const cases = [first, ...others];
    return {
        kind: "joined",
        case: {
            version: 1,
            sha: first.sha,
            groups: [...new Map(cases.flatMap(({ groups }) => groups).map((group) => [group.key, group])).values()],
            attempts: distinct(cases.flatMap(({ attempts }) => attempts)),
            healed: [],
            patch: null,
            verification: null,
            flaky: distinct(cases.flatMap(({ flaky }) => flaky)),
            remainingFailures: distinct(cases.flatMap(({ remainingFailures }) => remainingFailures)),
            notes: distinct(cases.flatMap(({ notes }) => notes)),
            handover: joinHandovers(cases.map(({ handover }) => handover ?? NO_HANDOVER)),
        },
    };
}
function joinHandovers(all) {
    return {
        evidence: Object.fromEntries(all.flatMap(({ evidence }) => Object.entries(evidence))),
        python: all.find(({ python }) => python !== null)?.python ?? null,
        packages: Object.fromEntries(all.flatMap(({ packages }) => Object.entries(packages))),
        guarded: distinct(all.flatMap(({ guarded }) => guarded)),
        drafts: distinct(all.flatMap(({ drafts }) => drafts)),
    };
}
function distinct(items) {
    return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

;// CONCATENATED MODULE: ./.cache/build/case-input.js





/** The case that the phase before left, or those of several legs joined into one. Throws for what is none. */
async function readCase({ caseFiles, groups, phase }, folder) {
    const read = await readCaseTexts(caseFiles, folder);
    if (read.kind === "unusable")
        throw wrongCase(`The case file ${(0,read_value/* quote */.hD)(read.name)} cannot be used.`, `${read.reason}.`);
    const [first, ...others] = read.files.map(({ name, text }) => {
        const decoded = (0,case_schema/* decodeCase */.He)(text);
        if (decoded.kind === "case")
            return decoded.case;
        throw wrongCase(`${(0,read_value/* quote */.hD)(name)} is no case file of this version of the action.`, `${(0,read_value/* quote */.hD)(decoded.reason)}.`);
    });
    if (first === undefined)
        throw wrongCase("No case file was named.", "This phase goes on from one.");
    if (others.length > 0 && phase !== "verify") {
        throw wrongCase(`${others.length + 1} case files are named in "phase: ${phase}".`, "What several legs found must be run together before anything more is done with it.");
    }
    const joined = joinCases([first, ...others]);
    if (joined.kind === "apart")
        throw wrongCase("The case files do not belong together.", joined.reason);
    const unknown = groups.find((key) => !joined.case.groups.some((group) => group.key === key));
    if (unknown !== undefined) {
        throw wrongCase(`The input groups names ${(0,read_value/* quote */.hD)(unknown)}.`, "The case file holds no such group.");
    }
    return joined.case;
}
/** What was reproduced at one commit says nothing of another; drafts would be put into other texts. */
function refuseOtherCommit({ sha }, checkedOut) {
    if (sha !== null && sha === checkedOut)
        return;
    const [tested, here] = [sha, checkedOut].map((commit) => commit?.slice(0, 40) ?? "no commit that git knows");
    throw wrongCase(`The case file is of ${(0,read_value/* quote */.hD)(tested ?? "")}, and ${here} is checked out.`, "Every phase works on the same commit.");
}
function wrongCase(what, why) {
    const problem = {
        code: "case-file",
        what,
        why,
        next: 'Correct the line "case-file:", and check that the steps before it uploaded, downloaded and checked out the right things.',
    };
    return new build_problem/* SetupError */.w([problem]);
}

// EXTERNAL MODULE: ./.cache/build/draft/recipes/index.js
var recipes = __webpack_require__(803);
// EXTERNAL MODULE: ./.cache/build/draft/tables/index.js + 16 modules
var tables = __webpack_require__(6425);
// EXTERNAL MODULE: ./.cache/build/io/checkout.js
var io_checkout = __webpack_require__(1426);
// EXTERNAL MODULE: ./.cache/build/io/journal.js
var journal = __webpack_require__(719);
// EXTERNAL MODULE: ./.cache/build/io/python-bridge.js + 1 modules
var python_bridge = __webpack_require__(3361);
// EXTERNAL MODULE: ./.cache/build/io/python-finder.js
var python_finder = __webpack_require__(5693);
// EXTERNAL MODULE: ./.cache/build/io/workspace.js
var io_workspace = __webpack_require__(9233);
// EXTERNAL MODULE: ./.cache/build/pipeline.js + 12 modules
var pipeline = __webpack_require__(316);
// EXTERNAL MODULE: ./.cache/build/steps/case-of.js
var case_of = __webpack_require__(3049);
// EXTERNAL MODULE: ./.cache/build/draft/draft.js + 1 modules
var draft = __webpack_require__(3219);
// EXTERNAL MODULE: ./.cache/build/steps/facts.js + 1 modules
var steps_facts = __webpack_require__(5447);
// EXTERNAL MODULE: ./.cache/build/steps/attempt.js
var attempt = __webpack_require__(482);
// EXTERNAL MODULE: ./.cache/build/steps/handover.js
var handover = __webpack_require__(7680);
// EXTERNAL MODULE: ./.cache/build/steps/observation.js
var observation = __webpack_require__(5957);
// EXTERNAL MODULE: ./.cache/build/steps/seeds.js + 1 modules
var seeds = __webpack_require__(2108);
// EXTERNAL MODULE: ./.cache/build/steps/try-out.js + 2 modules
var try_out = __webpack_require__(4864);
;// CONCATENATED MODULE: ./.cache/build/steps/draft-group.js







const NOTHING = { changes: [] };
/** Candidates for one group that fit the files and pass every guard rule; whether they help, only a run can say. */
async function draftGroup(request, sources, tools) {
    const { group, facts, isTestAtFault, most } = request;
    const { packages, python, evidence: seen } = request.known;
    const trackedFiles = await tools.workspace.trackedFiles();
    const evidence = (0,observation/* evidenceOf */.X1)({ failures: group.failures, evidence: seen });
    const project = await sources.load((0,seeds/* seedsOf */.G)(group, evidence, trackedFiles), NOTHING);
    const support = await (0,steps_facts/* supportIn */.n)(tools.workspace, trackedFiles);
    const input = { group, evidence, project, packages, python, support, libraries: tools.libraries };
    const drafts = [];
    const attempts = [];
    let last = null;
    const context = {
        last: () => last,
        hasMoved: () => false,
        // Only a run could tell, and nothing runs here.
        companions: async () => [],
        mayEditProduct: !isTestAtFault,
        changes: tools.changes,
    };
    for await (const candidate of (0,draft/* draftCandidates */.o)(tools, input, { facts, context })) {
        if (isTestAtFault && !candidate.mayEditTests)
            continue;
        const prepared = await (0,try_out/* prepare */.iA)({ candidate, project, packages, earlier: NOTHING }, sources, tools);
        if (prepared.kind === "applied") {
            last = null;
            drafts.push((0,handover/* draftOf */.bz)(group.key, candidate, prepared.patch));
            tools.log.info(`${(0,attempt/* originName */.AN)(candidate)}: drafted`);
        }
        else {
            last = prepared;
            attempts.push((0,attempt/* attemptOf */.tx)(group.key, candidate, prepared));
            tools.log.info(`${(0,attempt/* originName */.AN)(candidate)}: ${(0,attempt/* verdictLine */.MT)(prepared)}`);
        }
        if (drafts.length >= most)
            break;
    }
    return { drafts, attempts };
}

// EXTERNAL MODULE: ./.cache/build/steps/mend-groups.js + 13 modules
var mend_groups = __webpack_require__(3157);
;// CONCATENATED MODULE: ./.cache/build/text/edits-between.js

/** The edits, whole lines each, that make the text after out of the one before. */
function editsBetween({ path, before, after }) {
    const [from, to] = [(0,line_diff/* splitLines */.uz)(before), (0,line_diff/* splitLines */.uz)(after)];
    const starts = [0];
    for (const line of from)
        starts.push((starts.at(-1) ?? 0) + line.length);
    return (0,line_diff/* diffLines */.Pp)(from, to).map((hunk) => ({
        path,
        start: starts[hunk.beforeStart] ?? before.length,
        end: starts[hunk.beforeEnd] ?? before.length,
        text: to.slice(hunk.afterStart, hunk.afterEnd).join(""),
    }));
}

;// CONCATENATED MODULE: ./.cache/build/steps/replay.js


/**
 * Drafts what an earlier phase drafted for the same group. Each is put where it belongs in the texts as they are now, with
 * what was accepted before it; one that no longer has a place is passed over.
 */
function replay(drafts) {
    // oxlint-disable-next-line typescript/require-await
    return async function* replayed({ group, project }) {
        const files = [...project.unparsable, ...project.modules.values()];
        const texts = new Map(files.map(({ path, text }) => [path, text]));
        for (const { groupKey, origin, patch, rationale, leftAlone, mayEditTests, hasHeld } of drafts) {
            const placed = groupKey === group.key ? rebaseOntoHead(patch, texts) : undefined;
            const edits = placed?.kind === "rebased" ? placed.patch.changes.flatMap(editsBetween) : [];
            // A model's draft never touches tests, whatever its file says.
            const mayTouchTests = mayEditTests && origin.kind === "recipe";
            if (edits.length === 0)
                continue;
            const candidate = { origin, edits, rationale, leftAlone, mayEditTests: mayTouchTests };
            // Of what nobody has run yet the best that holds is taken, not the first.
            yield hasHeld ? candidate : { ...candidate, batch: "drafted" };
        }
    };
}

// EXTERNAL MODULE: ./.cache/build/steps/sources.js
var steps_sources = __webpack_require__(1013);
// EXTERNAL MODULE: ./.cache/build/steps/verdicts.js + 12 modules
var verdicts = __webpack_require__(6124);
;// CONCATENATED MODULE: ./.cache/build/phases.js








/* The product cut into jobs: the same stages as in `pipeline.ts`, with the case document between them. */
/** Of one group, of all models together: more would cost runs that seldom pay. */
const MOST_DRAFTS = 3;
/** There is no environment in the drafting job, so nothing can be asked of it. */
const NO_FACTS = { answers: new Map(), find: async () => { } };
/**
 * The first phase, without secrets beside the code: what fails on unchanged code, what was seen there, and which groups a
 * recipe has a candidate for. Nothing is tried yet.
 */
async function reproduceCase(report, sha, tools) {
    const { baseline, groups, trackedFiles, guarded, sources } = await (0,pipeline/* examine */.sb)(report, tools);
    const { facts } = await (0,mend_groups/* surroundings */.i)({ baseline, trackedFiles }, sources, tools);
    const drafts = [];
    const known = (0,handover/* handoverOf */.h$)(baseline, guarded, { drafts, isDrafting: true });
    const byRule = { ...tools, drafters: [] };
    for (const group of groups.filter(verdicts/* isDrafted */.v7)) {
        const isTestAtFault = group.verdict === "test-at-fault";
        const found = await draftGroup({ group, isTestAtFault, known, facts, most: 1 }, sources, byRule);
        drafts.push(...found.drafts);
    }
    const nothingTried = { attempts: [], accepted: [], confirmation: null, dropped: 0, isCutShort: false };
    return { ...(0,case_of/* caseOf */.K)({ sha, baseline, groups, ...nothingTried }), handover: known };
}
/**
 * The second phase, with the key and without running anything of the repository: drafts for the groups that no recipe has a
 * candidate for. `keys` are the groups to look at; empty = all.
 */
async function draftCase(document, keys, tools) {
    const { workspace, parser, recipes } = tools;
    const { handover, attempts } = document;
    if (handover === undefined)
        return document;
    const trackedFiles = await workspace.trackedFiles();
    const sources = (0,steps_sources/* openSources */.H)({ workspace, parser, trackedFiles, guarded: new Set(handover.guarded) });
    const isByRule = ({ key }) => handover.drafts.some(({ groupKey, origin }) => groupKey === key && origin.kind === "recipe" && recipes.some(({ id }) => id === origin.id));
    const open = chosen(document.groups, keys).filter((group) => (0,verdicts/* isDrafted */.v7)(group) && !isByRule(group));
    const request = { isTestAtFault: false, known: handover, facts: NO_FACTS, most: MOST_DRAFTS };
    const found = [];
    for (const group of open.filter(({ verdict }) => verdict !== "test-at-fault")) {
        const work = async () => draftGroup({ ...request, group }, sources, { ...tools, recipes: [] });
        found.push(await tools.log.section(`Draft for ${group.failures[0]?.nodeId ?? group.key}`, work));
    }
    const drafts = [...handover.drafts, ...found.flatMap((one) => one.drafts)];
    return {
        ...document,
        attempts: [...attempts, ...found.flatMap((one) => one.attempts)],
        handover: { ...handover, drafts },
    };
}
/**
 * The third phase, without secrets again: the recipes and the drafts are tried as if all were one run, on this machine's
 * own runs of unchanged code. What a leg of a matrix verified is tried first, and the whole suite has the last word again.
 */
async function verifyCase(document, keys, tools) {
    const groups = chosen(document.groups, keys);
    if (!groups.some(verdicts/* isDrafted */.v7))
        return { ...document, groups };
    const drafts = document.handover?.drafts ?? [];
    // What recipes drafted and nobody ran is left to the recipes themselves: here they can ask what is installed.
    const byModel = drafts.filter(({ origin, hasHeld }) => origin.kind === "llm" && !hasHeld);
    const healing = { ...tools, known: replay(drafts.filter(({ hasHeld }) => hasHeld)), drafters: [replay(byModel)] };
    const healed = await (0,pipeline/* healForLater */.Kk)(reportOf(groups), document.sha, healing);
    const isMeant = new Set(groups.map(({ key }) => key));
    const earlier = document.attempts.filter(({ groupKey }) => isMeant.has(groupKey));
    return { ...healed.document, attempts: [...earlier, ...healed.document.attempts], handover: healed.handover };
}
function chosen(groups, keys) {
    return keys.length === 0 ? groups : groups.filter(({ key }) => keys.includes(key));
}
/** The failures as a report would have them. */
function reportOf(groups) {
    const failures = groups.flatMap((group) => group.failures);
    return {
        failures,
        counts: { tests: failures.length, failures: failures.length, errors: 0, skipped: 0 },
        notes: [],
    };
}

// EXTERNAL MODULE: ./.cache/build/project-file.js
var project_file = __webpack_require__(7613);
// EXTERNAL MODULE: ./.cache/build/publish/redact-case.js
var redact_case = __webpack_require__(307);
// EXTERNAL MODULE: ./.cache/build/guard/guard.js + 40 modules
var guard = __webpack_require__(8628);
// EXTERNAL MODULE: ./.cache/build/guard/path-form.js
var path_form = __webpack_require__(7677);
// EXTERNAL MODULE: ./.cache/build/text/junit-address.js
var junit_address = __webpack_require__(3098);
// EXTERNAL MODULE: ./.cache/build/text/refusal-text.js
var refusal_text = __webpack_require__(207);
// EXTERNAL MODULE: ./.cache/build/verify/test-files.js
var test_files = __webpack_require__(879);
;// CONCATENATED MODULE: ./.cache/build/steps/vet.js







/** A patch for more files than this is not even looked up. */
const vet_MOST_FILES = 100;
/** Test files that are read for what they expect. */
const MOST_TEST_FILES = 20;
/** Where nothing tells the project's own patterns. */
const DEFAULT_TESTS = { guardedFiles: [], testFilePatterns: ["test_*.py", "*_test.py"], testPaths: [] };
/** GitHub checks out the merge of head and base for these, so that commit may have been tested too. */
const vet_MERGE_EVENTS = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);
/**
 * The case of a job that ran code of the repository, taken for what that code may have made of it. The commit must be this
 * event's own, the texts before the patch those that GitHub has there, and every guard rule is asked again. What passes is
 * no proof that tests ran, only that the patch is one we could have made.
 */
async function vetCase(input) {
    const { document, context, host } = input;
    const { patch, sha } = document;
    const wrong = whyInconsistent(document) ?? (patch && whyOtherCommit(sha, context)) ?? null;
    if (wrong !== null)
        return vet_refused(wrong);
    if (patch === null || sha === null)
        return { kind: "vetted", case: document };
    const modes = await host.fileModes(sha);
    if (modes.kind !== "ok")
        return vet_refused(describeFailure("did not list the files of the tested commit", modes));
    const why = await whyOtherTexts(patch, { sha, modes: modes.value, host });
    if (why !== null)
        return vet_refused(why);
    const reasons = await refusals(input, patch, { sha, modes: modes.value });
    return reasons.length > 0
        ? vet_refused(`The patch of the case file is refused: ${reasons.join("; ")}.`)
        : { kind: "vetted", case: document };
}
/** A patch without a run that stands behind it, or one that says one thing in two ways. */
function whyInconsistent({ patch, verification, healed }) {
    if (patch === null)
        return verification === null ? null : "The case file holds a verification, and no patch.";
    const isVerified = verification !== null && verification.targets.length > 0 && verification.failsAgainWhenReverted;
    return isVerified && healed.length > 0
        ? whyNoPatch(patch)
        : "The case file holds a patch, and no run that verified it.";
}
function whyNoPatch({ changes }) {
    const paths = changes.map(({ path }) => path);
    if (paths.length === 0 || paths.length > vet_MOST_FILES) {
        return `The patch of the case file changes ${paths.length} files.`;
    }
    if (new Set(paths).size !== paths.length)
        return "The patch of the case file changes one file twice.";
    return changes.some(({ before, after }) => before === after)
        ? "The patch of the case file holds a file that it does not change."
        : null;
}
function whyOtherCommit(sha, context) {
    if (sha === null)
        return "The case file does not say which commit was tested.";
    const own = vet_MERGE_EVENTS.has(context.eventName) ? [context.headSha, context.sha] : [context.headSha];
    if (own.includes(sha))
        return null;
    return `The case file is of commit ${vet_shown(sha)}, and this run is about ${vet_shown(context.headSha)}.`;
}
async function whyOtherTexts({ changes }, { sha, modes, host }) {
    for (const { path, before } of changes) {
        const disguise = (0,path_form/* whyDisguised */.A)(path);
        if (disguise !== undefined)
            return `A path in the case file ${disguise}.`;
        const mode = modes.get(path);
        if (mode !== "100644" && mode !== "100755") {
            return `\`${path}\` of the case file is ${mode === undefined ? "no file" : "no plain file"} of the tested commit.`;
        }
        const there = await host.fileText(path, sha);
        if (there.kind !== "ok")
            return describeFailure(`did not show \`${path}\``, there);
        if (there.value.kind !== "text")
            return `\`${path}\` cannot be changed: ${there.value.reason}.`;
        if (there.value.text !== before)
            return `\`${path}\` is not at GitHub what the case file says was tested.`;
    }
    return null;
}
async function refusals(input, patch, tree) {
    const { document, parser, limits } = input;
    const trackedFiles = [...tree.modes.keys()];
    const named = failingTestFiles(document).filter((path) => tree.modes.has(path));
    const guardedFiles = new Set([
        ...(document.handover?.guarded ?? []),
        ...(0,test_files/* testFiles */.u)(trackedFiles, [DEFAULT_TESTS]),
        ...named,
    ]);
    const texts = await testTexts(named.slice(0, MOST_TEST_FILES), tree.sha, input.host);
    const parse = async (files) => new Map((await parser.parse(files)).flatMap((file) => ("tree" in file ? [[file.path, file]] : [])));
    const before = await parse(patch.changes.map(({ path, before: text }) => ({ path, text })));
    const verdict = (0,guard/* guard */.a)({
        candidate: { ...origins(document), edits: patch.changes.flatMap(editsBetween), rationale: "", leftAlone: [] },
        changes: patch.changes,
        trackedFiles: new Set(trackedFiles),
        guardedFiles,
        settledFiles: new Set(),
        limits,
        before,
        after: await parse(patch.changes.map(({ path, after: text }) => ({ path, text }))),
        modules: new Map([...(await parse(texts)), ...before]),
        packages: document.handover?.packages ?? {},
    });
    return verdict.kind === "refused" ? verdict.reasons.map(refusal_text/* refusalText */.K) : [];
}
/** With a recipe among the drafters a call in a test may have been changed: the rule for tests looks at how. */
function origins({ healed }) {
    const all = healed.flatMap(({ steps }) => steps.map(({ origin }) => origin));
    return {
        origin: all[0] ?? { kind: "llm", model: "unknown", match: "L8" },
        mayEditTests: all.some(({ kind }) => kind === "recipe"),
    };
}
function failingTestFiles({ groups, healed, verification }) {
    const failures = [...groups, ...healed].flatMap((group) => group.failures);
    const ids = [...failures.map(({ nodeId }) => nodeId ?? ""), ...(verification?.targets ?? [])];
    return [...new Set([...failures.map(({ file }) => file ?? ""), ...ids.map((id) => (0,junit_address/* splitNodeId */.AO)(id).path)])];
}
async function testTexts(paths, sha, host) {
    const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await host.fileText(path, sha) })));
    return answers.flatMap(({ path, answer }) => answer.kind === "ok" && answer.value.kind === "text" ? [{ path, text: answer.value.text }] : []);
}
/** A commit as people know it; what else may stand there is cut. */
function vet_shown(sha) {
    return `\`${sha.replace(/[^0-9a-f]/gi, "").slice(0, 12)}\``;
}
function vet_refused(reason) {
    return { kind: "refused", reason };
}

// EXTERNAL MODULE: ./.cache/build/text/environment.js
var text_environment = __webpack_require__(310);
// EXTERNAL MODULE: ./.cache/build/workbench.js + 14 modules
var build_workbench = __webpack_require__(1846);
;// CONCATENATED MODULE: ./.cache/build/action-desk.js




















/* The phases that hold a secret and therefore run nothing of the repository: its files are read as data, if at all. */
const NOTHING_SPENT = { tokens: 0, cost: 0 };
/** Asks a model for the groups that no recipe has a candidate for. */
async function draftPhase(run) {
    const { settings, context, folder, workspace } = run;
    const document = await readCase(settings, workspace);
    const checkout = await (0,io_checkout/* openCheckout */.H)((0,external_node_path_.join)(workspace, settings.workingDirectory), workspace);
    refuseOtherCommit(document, checkout.sha);
    const { secrets, safeLog: log } = (0,build_workbench/* discretionOf */.K)(run);
    const host = { openHost: async () => hostOf(run), log };
    const instructions = await (0,project_file/* trustedInstructions */.fV)(settings, context, { checkout: workspace, ...host });
    const { signal } = new AbortController();
    const { root } = checkout;
    const asking = await (0,build_asking/* openAsking */.A)({ settings, secrets, log, signal, instructions, preview: null, root, base: null });
    const drafted = await draftCase(document, settings.groups, {
        // Nothing is written in this phase.
        workspace: (0,io_workspace/* diskWorkspace */.D)(checkout, (0,journal/* openJournal */._0)((0,external_node_path_.join)(folder, "journal"), () => undefined)),
        parser: await parserOf(run),
        log,
        limits: settings,
        recipes: recipes/* RECIPES */.I.filter(({ id }) => !settings.recipesOff.includes(id)),
        libraries: tables/* LIBRARIES */.A,
        ...(asking?.tools ?? { changes: [], drafters: [] }),
    });
    await deliver(run, (0,redact_case/* redactCase */.E)(drafted, secrets), {
        log,
        secrets,
        spent: asking?.account.spent() ?? NOTHING_SPENT,
    });
}
/** Publishes what another job found, after it was judged as what it is: data that code of a stranger may have written. */
async function publishPhase(run) {
    const { settings, workspace } = run;
    const { secrets, safeLog: log } = (0,build_workbench/* discretionOf */.K)(run);
    const document = (0,redact_case/* redactCase */.E)(await readCase(settings, workspace), secrets);
    const vetted = document.patch === null ? { kind: "vetted", case: document } : await vet(run, document, log);
    if (vetted.kind === "refused") {
        return action_end_close({ status: "refused", reason: vetted.reason }, { settings, document: null });
    }
    await deliver(run, vetted.case, { log, secrets, spent: NOTHING_SPENT });
}
async function vet(run, document, log) {
    const host = await hostOf(run);
    if (host === null) {
        return { kind: "refused", reason: "Without the input github-token the tested commit cannot be read from GitHub." };
    }
    const { context, settings: limits } = run;
    return log.section("Check the case file", async () => vetCase({ document, context, host, parser: await parserOf(run), limits }));
}
/** Python's own parser, of an interpreter that is no part of the checkout. */
async function parserOf({ settings, environment, folder }) {
    const { env } = (0,text_environment/* testEnvironment */.i)(environment, { allow: [], deny: ["VIRTUAL_ENV", "PYTHON*"] });
    const found = await (0,python_finder/* findPython */.K)({
        root: folder,
        workingDirectory: ".",
        python: settings.python,
        needsPytest: false,
        env,
    });
    if (found.kind === "missing")
        throw new build_problem/* SetupError */.w([found.problem]);
    return (0,python_bridge/* pythonBridge */.o)([found.executable], env);
}

;// CONCATENATED MODULE: ./.cache/build/loop-ahead.js


/**
 * What the pull request has seen of us, read before anything is run and paid for. Null where nothing would be published, or
 * GitHub does not say: the publisher asks again.
 */
async function readHistory(run) {
    const { settings, context } = run;
    const host = settings.mode === "report" ? null : await hostOf(run);
    const number = host && (await numberOf(context, host));
    if (host === null || number === null)
        return null;
    const [viewer, commits, comments] = await Promise.all([host.viewer(), host.commits(number), host.comments(number)]);
    if (viewer.kind !== "ok" || commits.kind !== "ok" || comments.kind !== "ok")
        return null;
    return { viewer: viewer.value, commits: commits.value, comments: comments.value, testedSha: context.headSha };
}
async function numberOf(context, host) {
    if (context.pullRequest !== null)
        return context.pullRequest.number;
    if (context.headBranch === null)
        return null;
    const target = await findTarget(context, context.headBranch, host);
    return target.kind === "pull-request" ? target.pullRequest.number : null;
}

// EXTERNAL MODULE: ./.cache/build/reports.js + 2 modules
var reports = __webpack_require__(5602);
// EXTERNAL MODULE: ./.cache/build/signals.js
var signals = __webpack_require__(7658);
;// CONCATENATED MODULE: ./.cache/build/action-tests.js















/** The phases that run tests: one step for all, or what comes before and after drafting. */
async function testPhase(run) {
    const { settings, context, environment, folder, workspace, log } = run;
    // Read before any test runs, as everything that a test could write over.
    const earlier = settings.phase === "verify" ? await readCase(settings, workspace) : null;
    const history = await readHistory(run);
    const stopped = history && stoppedByPeople(history);
    if (stopped !== null)
        return action_end_close({ status: "skipped", reason: stopped }, { settings, document: null });
    const asking = { openHost: async () => hostOf(run), log };
    let workbench = null;
    const release = (0,signals/* restoreOnSignal */.Q)(async () => workbench?.putBack(), (thrown) => (0,core/* error */.z3)(oneLine(thrown instanceof Error ? thrown.message : String(thrown))));
    workbench = await (0,build_workbench/* openWorkbench */.e)({
        settings,
        folder: (0,external_node_path_.join)(workspace, settings.workingDirectory),
        workspace,
        environment,
        log,
        projectRecipes: await (0,project_file/* trustedProjectRecipes */.sH)(context, workspace, asking),
        instructions: await (0,project_file/* trustedInstructions */.fV)(settings, context, { checkout: workspace, ...asking }),
        mendedBefore: history === null ? undefined : (groupKey) => mendedBefore(history, groupKey),
        journalFolder: (0,external_node_path_.join)(folder, "journal"),
        claimsFolder: (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), "autofix-claims"),
        ...(context.pullRequest === null ? {} : { base: context.pullRequest.baseSha }),
    });
    const document = await workAndRelease(run, workbench, earlier);
    release();
    const { tools, secrets } = workbench;
    await deliver(run, document, { log: tools.log, secrets, spent: workbench.spent() });
}
async function workAndRelease(run, workbench, earlier) {
    try {
        return (0,redact_case/* redactCase */.E)(await work(run, workbench, earlier), workbench.secrets);
    }
    finally {
        await workbench.release();
    }
}
async function work({ settings }, workbench, earlier) {
    const { checkout, tools } = workbench;
    if (earlier !== null) {
        refuseOtherCommit(earlier, checkout.sha);
        return verifyCase(earlier, settings.groups, tools);
    }
    const { directory } = workbench;
    // What the user named, else pytest's cache of the step before, else our own run finds out.
    const report = (await (0,reports/* namedReport */.K)(settings, directory, checkout)) ?? (await (0,reports/* cachedReport */.z)(checkout, directory));
    if (settings.phase === "reproduce")
        return reproduceCase(report, checkout.sha, tools);
    const { document, handover } = await (0,pipeline/* healForLater */.Kk)(report, checkout.sha, tools);
    return { ...document, handover };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
;// CONCATENATED MODULE: ./.cache/build/context/payload.js

const repositoryName = schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() });
const pullRequestRecord = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int().positive(),
    state: schemas/* string */.YjP(),
    locked: schemas/* boolean */.zMY().nullish(),
    merged_at: schemas/* string */.YjP().nullish(),
    maintainer_can_modify: schemas/* boolean */.zMY().nullish(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), ref: schemas/* string */.YjP(), repo: repositoryName.nullable() }),
    base: schemas/* object */.Ikc({
        sha: schemas/* string */.YjP(),
        ref: schemas/* string */.YjP(),
        repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP(), default_branch: schemas/* string */.YjP().nullish() }),
    }),
});
const person = schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish();
const workflowRunRecord = schemas/* object */.Ikc({
    actor: person,
    triggering_actor: person,
    event: schemas/* string */.YjP().nullish(),
    head_branch: schemas/* string */.YjP().nullable(),
    head_sha: schemas/* string */.YjP(),
    head_repository: repositoryName.nullable(),
});
/** The fields we use of a webhook payload; which ones are there depends on the event. */
const payloadRecord = schemas/* object */.Ikc({
    ref: schemas/* string */.YjP().nullish(),
    deleted: schemas/* boolean */.zMY().nullish(),
    pull_request: pullRequestRecord.nullish(),
    workflow_run: workflowRunRecord.nullish(),
    issue: schemas/* object */.Ikc({ number: schemas/* number */.aig().int().positive(), pull_request: schemas/* unknown */.L5J().optional() }).nullish(),
});
/** The event file's text as the facts we use; null when it is not JSON or not of GitHub's shape. */
function decodePayload(text) {
    const record = payloadRecord.safeParse(parseJson(text));
    if (!record.success)
        return null;
    const { ref, deleted, pull_request, workflow_run, issue } = record.data;
    return {
        ref: ref ?? null,
        deleted: deleted ?? false,
        pullRequest: pull_request ? toPullRequest(pull_request) : null,
        issue: issue ? { number: issue.number, isPullRequest: (issue.pull_request ?? null) !== null } : null,
        workflowRun: workflow_run ? toWorkflowRun(workflow_run) : null,
    };
}
function toWorkflowRun(record) {
    return {
        actors: [record.actor, record.triggering_actor].flatMap((one) => (one ? [one.login] : [])),
        event: record.event ?? null,
        headBranch: record.head_branch,
        headSha: record.head_sha,
        headRepository: record.head_repository?.full_name ?? null,
    };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function toPullRequest(record) {
    return {
        number: record.number,
        state: record.state === "open" ? "open" : "closed",
        isMerged: typeof record.merged_at === "string",
        locked: record.locked ?? false,
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
    };
}

;// CONCATENATED MODULE: ./.cache/build/context/event.js

const REF_EVENTS = new Set(["push", "workflow_dispatch", "schedule", "repository_dispatch", "merge_group"]);
const PULL_REQUEST_EVENTS = new Set([
    "pull_request",
    "pull_request_review",
    "pull_request_review_comment",
    "pull_request_target",
]);
/**
 * Reads the event a workflow runs for. `pull_request_target` and `workflow_run` hold a write token and secrets even for
 * forks: running a fork's code there gives them away, so that is refused. Publishing a patch that was made elsewhere is not.
 */
function readEvent(source) {
    const variable = (name) => source.environment[name]?.trim() ?? "";
    const payload = source.payload === null ? null : decodePayload(source.payload);
    const problems = [...repositoryProblems(variable), ...payloadProblems(source.payload, payload)];
    if (payload === null || problems.length > 0)
        return { kind: "broken", problems };
    const target = targetOf({ variable, runsCode: source.runsCode }, payload);
    if (target.kind !== "branch")
        return target;
    const context = contextOf(variable, target);
    return target.number === undefined ? { kind: "run", context } : { kind: "asks", number: target.number, context };
}
function contextOf(variable, target) {
    const [owner = "", repository = ""] = variable("GITHUB_REPOSITORY").split("/");
    return {
        eventName: variable("GITHUB_EVENT_NAME"),
        owner,
        repository,
        apiUrl: urlOr(variable("GITHUB_API_URL"), "https://api.github.com"),
        serverUrl: urlOr(variable("GITHUB_SERVER_URL"), "https://github.com"),
        sha: variable("GITHUB_SHA"),
        ref: variable("GITHUB_REF"),
        upstreamEvent: target.upstreamEvent ?? null,
        headRepository: target.repository === undefined ? `${owner}/${repository}` : target.repository,
        headBranch: target.branch,
        headSha: target.sha,
        pullRequest: target.pullRequest,
        actor: variable("GITHUB_ACTOR"),
        actors: [...new Set([variable("GITHUB_ACTOR"), ...(target.actors ?? [])])].filter((login) => login !== ""),
        workflow: variable("GITHUB_WORKFLOW"),
        job: variable("GITHUB_JOB"),
        runId: variable("GITHUB_RUN_ID"),
        actionPages: actionPages(variable),
        ...workflowFile(variable),
    };
}
/** The runner names repository and ref of the action that runs, not for `uses: ./`. */
function actionPages(variable) {
    const [repository, ref] = [variable("GITHUB_ACTION_REPOSITORY"), variable("GITHUB_ACTION_REF")];
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[\w./-]+$/.test(ref))
        return null;
    return `${urlOr(variable("GITHUB_SERVER_URL"), "https://github.com")}/${repository}/blob/${ref}/docs`;
}
/** The runner names the file as `owner/name/.github/workflows/file.yml@ref`; of a called workflow, that of its caller. */
function workflowFile(variable) {
    const [path = ""] = /(?<=^[^/@]+\/[^/@]+\/)\.github\/workflows\/[^@]+(?=@)/.exec(variable("GITHUB_WORKFLOW_REF")) ?? [];
    const [sha, action] = [variable("GITHUB_WORKFLOW_SHA"), variable("GITHUB_ACTION_REPOSITORY")];
    const isOurs = variable("GITHUB_WORKFLOW_REF").startsWith(`${variable("GITHUB_REPOSITORY")}/${path}@`);
    const isKnown = path !== "" && isOurs && /^[0-9a-f]{40}$/.test(sha) && /^[\w.-]+\/[\w.-]+$/.test(action);
    return isKnown ? { workflowFile: { path, sha, action } } : {};
}
function repositoryProblems(variable) {
    const name = variable("GITHUB_REPOSITORY");
    if (/^[\w.-]+\/[\w.-]+$/.test(name))
        return [];
    return [
        {
            code: "no-repository",
            what: name === "" ? "GITHUB_REPOSITORY is not set." : "GITHUB_REPOSITORY is not of the form owner/name.",
            why: "Without it we don't know where to publish.",
            next: "Run this as a step of a GitHub Actions job, or use the command line's `fix` on a local checkout.",
        },
    ];
}
function payloadProblems(text, payload) {
    if (payload !== null)
        return [];
    return [
        {
            code: "no-event",
            what: text === null
                ? "The event file that GITHUB_EVENT_PATH names can't be read."
                : "The event file that GITHUB_EVENT_PATH names does not hold a GitHub event.",
            why: "It says which pull request and commit this run is about.",
            next: "Run this as a step of a GitHub Actions job and don't change GITHUB_EVENT_PATH.",
        },
    ];
}
function targetOf(source, payload) {
    const { variable, runsCode } = source;
    const event = variable("GITHUB_EVENT_NAME");
    if (PULL_REQUEST_EVENTS.has(event))
        return pullRequestTarget({ event, runsCode }, payload);
    if (event === "workflow_run")
        return workflowRunTarget(source, payload);
    if (event === "issue_comment")
        return commentTarget(variable, payload);
    if (!REF_EVENTS.has(event)) {
        return {
            kind: "skipped",
            reason: `The event \`${event}\` names no code under test; use \`pull_request\`, \`push\` or \`workflow_dispatch\`.`,
        };
    }
    if (payload.deleted)
        return { kind: "skipped", reason: "The branch was deleted by this push." };
    const branch = branchOf(variable("GITHUB_REF") || (payload.ref ?? ""), variable("GITHUB_REF_TYPE"));
    return {
        kind: "branch",
        branch: event === "merge_group" ? null : branch,
        sha: variable("GITHUB_SHA"),
        pullRequest: null,
    };
}
function pullRequestTarget({ event, runsCode }, { pullRequest }) {
    if (pullRequest === null) {
        return { kind: "broken", problems: [missingPart(event, "pull_request")] };
    }
    if (runsCode && event === "pull_request_target" && pullRequest.headRepository !== pullRequest.baseRepository) {
        return { kind: "refused", reason: forkRefusal(event) };
    }
    const { headRef, headSha, headRepository } = pullRequest;
    return { kind: "branch", branch: headRef, repository: headRepository, sha: headSha, pullRequest };
}
function workflowRunTarget({ variable, runsCode }, { workflowRun }) {
    if (workflowRun === null) {
        return { kind: "broken", problems: [missingPart("workflow_run", "workflow_run")] };
    }
    const { headRepository, headBranch, headSha, event, actors } = workflowRun;
    if (runsCode && headRepository !== variable("GITHUB_REPOSITORY")) {
        return { kind: "refused", reason: forkRefusal("workflow_run") };
    }
    return {
        kind: "branch",
        branch: headBranch,
        repository: headRepository,
        upstreamEvent: event,
        actors,
        sha: headSha,
        pullRequest: null,
    };
}
function commentTarget(variable, { issue }) {
    if (issue === null)
        return { kind: "broken", problems: [missingPart("issue_comment", "issue")] };
    if (!issue.isPullRequest)
        return { kind: "skipped", reason: "The comment is below an issue, not a pull request." };
    const sha = variable("GITHUB_SHA");
    return { kind: "branch", branch: null, repository: null, sha, pullRequest: null, number: issue.number };
}
function missingPart(event, part) {
    return {
        code: "no-event",
        what: `The event file of \`${event}\` holds no \`${part}\`.`,
        why: "It says which commit this run is about.",
        next: "Run this as a step of a GitHub Actions job and don't change GITHUB_EVENT_NAME or GITHUB_EVENT_PATH.",
    };
}
/** Why the code of a fork is not run under an event that holds a write token. */
function forkRefusal(event) {
    return (`A fork's code would run with this repository's write token and secrets under \`${event}\`. ` +
        "Use the `pull_request` event for forks.");
}
/** The branch of a full or short ref; null for tags and for refs that are no branch. */
function branchOf(ref, refType) {
    if (ref.startsWith("refs/heads/"))
        return ref.slice("refs/heads/".length);
    if (ref === "" || ref.startsWith("refs/") || refType === "tag")
        return null;
    return ref;
}
function urlOr(text, fallback) {
    return /^https?:\/\/\S+$/.test(text) ? text.replace(/\/+$/, "") : fallback;
}

;// CONCATENATED MODULE: ./.cache/build/context/admission.js

/**
 * Events that somebody without write access can cause, and that still hold a write token and secrets. All other events
 * come from a push, a click or a clock that takes write access; code of a fork gets a token that only reads.
 */
const ANYBODY_CAN_CAUSE = new Set([
    "issue_comment",
    "pull_request_review",
    "pull_request_review_comment",
    "pull_request_target",
    "workflow_run",
]);
const admission_READ_ONLY_FOR_FORKS = new Set(["pull_request_review", "pull_request_review_comment"]);
/** Whether a person or bot may start a run that runs code, one check for each who had a part in it. */
function checkActors(context, allowed) {
    if (!ANYBODY_CAN_CAUSE.has(context.eventName))
        return [];
    const isFork = context.headRepository !== `${context.owner}/${context.repository}`;
    if (isFork && admission_READ_ONLY_FOR_FORKS.has(context.eventName))
        return [];
    return context.actors.map((login) => checkActor(login, allowed));
}
function checkActor(login, { users, bots }) {
    if (login.endsWith("[bot]")) {
        return hasName(bots, login)
            ? { kind: "may" }
            : { kind: "may-not", reason: `\`${login}\` is a bot that \`allow-bots\` does not name.` };
    }
    return hasName(users, login) ? { kind: "may" } : { kind: "ask", login };
}
/** GitHub's logins know no case. A bot may be named with or without its suffix. */
function hasName(names, login) {
    const plain = (name) => name.toLowerCase().replace(/\[bot\]$/, "");
    return names.some((name) => plain(name) === plain(login));
}
/** Whether a permission, in the words of the API, is enough to start a run. */
function mayStart(permission) {
    return permission === "admin" || permission === "write";
}
/** The run for a comment below a pull request, once it is known: its branch, and whether its code may run. */
function withPullRequest(context, pullRequest, runsCode) {
    const { headRepository, headRef, headSha, baseRepository } = pullRequest;
    if (runsCode && headRepository !== baseRepository) {
        return { kind: "refused", reason: forkRefusal(context.eventName) };
    }
    return { kind: "run", context: { ...context, pullRequest, headRepository, headBranch: headRef, headSha } };
}

;// CONCATENATED MODULE: ./.cache/build/admission.js


/**
 * Whether this run may start: what the event alone can't say is asked of GitHub, before any process is started. Who may
 * not start it gets a notice, no failure; the code of a fork is refused where it would run with a write token.
 */
async function admit(reading, request) {
    if (reading.kind !== "run" && reading.kind !== "asks")
        return reading;
    const { context } = reading;
    const refusal = request.runsCode ? await refuseActors(context, request) : null;
    if (refusal !== null)
        return { kind: "skipped", reason: refusal };
    return reading.kind === "run" ? reading : lookUp(context, reading.number, request);
}
async function refuseActors(context, { allowed, openHost }) {
    for (const check of checkActors(context, allowed)) {
        if (check.kind === "may-not")
            return check.reason;
        if (check.kind === "may")
            continue;
        const reason = await refuseLogin(check.login, context, await openHost(context));
        if (reason !== null)
            return reason;
    }
    return null;
}
async function refuseLogin(login, { eventName }, host) {
    if (host === null)
        return `Without \`github-token\` nobody can say whether \`${login}\` may start this.`;
    const answer = await host.permission(login);
    if (answer.kind === "ok" ? mayStart(answer.value) : false)
        return null;
    return answer.kind === "ok" || answer.kind === "missing"
        ? `\`${login}\` has no write access, which \`${eventName}\` needs here; \`allow-users\` can name people without.`
        : describeFailure(`did not say what \`${login}\` may do`, answer);
}
async function lookUp(context, number, { runsCode, openHost }) {
    const host = await openHost(context);
    if (host === null) {
        return { kind: "skipped", reason: `Without \`github-token\` pull request ${number} can't be looked up.` };
    }
    const answer = await host.pullRequest(number);
    if (answer.kind !== "ok") {
        return { kind: "skipped", reason: describeFailure(`did not show pull request ${number}`, answer) };
    }
    const admitted = withPullRequest(context, answer.value, runsCode);
    if (admitted.kind === "asks")
        throw new Error("the pull request is known");
    return admitted;
}

;// CONCATENATED MODULE: ./.cache/build/domain/phase.js
const RUNS_CODE = new Set(["all", "reproduce", "verify"]);
/** Whether the tests, and with them any code of a pull request, run in this phase. */
function runsCode(phase) {
    return RUNS_CODE.has(phase);
}

;// CONCATENATED MODULE: ./.cache/build/io/actions-log.js


/** The runner's log, a foldable group for each section; foreign text can start no workflow command. */
function actionsLog() {
    return {
        async section(title, work) {
            (0,core/* startGroup */.Oh)((0,inert_line/* inertLines */.wi)(title).join(" ").slice(2));
            try {
                return await work();
            }
            finally {
                (0,core/* endGroup */.N4)();
            }
        },
        info(message) {
            for (const line of (0,inert_line/* inertLines */.wi)(message))
                (0,core/* info */.pq)(line);
        },
        warning: (message) => (0,core/* warning */.$e)((0,inert_line/* inertLines */.wi)(message).join("\n")),
    };
}

// EXTERNAL MODULE: ./.cache/build/io/process.js + 1 modules
var io_process = __webpack_require__(5667);
// EXTERNAL MODULE: ./.cache/build/settings/parse.js + 5 modules
var parse = __webpack_require__(4974);
// EXTERNAL MODULE: ./.cache/build/text/redact.js + 1 modules
var redact = __webpack_require__(6337);
// EXTERNAL MODULE: ./.cache/build/text/secret-values.js
var secret_values = __webpack_require__(9678);
;// CONCATENATED MODULE: ./.cache/build/action.js



















/** Names of the states that carry the journal's folder, and which process we are, from the step to its post step. */
const JOURNAL_STATE = "journal";
const PROCESS_STATE = "process";
const START_STATE = "start";
/**
 * The step and its post step, told apart by the state the step leaves. The only place that catches everything: a broken
 * setup becomes one annotation for each problem, a bug one that says so; the tree is as found either way.
 */
async function action(environment) {
    const left = (0,core/* getState */.Gu)(JOURNAL_STATE);
    if (left !== "")
        return putBackLeft(left, { pid: Number((0,core/* getState */.Gu)(PROCESS_STATE)), startTime: (0,core/* getState */.Gu)(START_STATE) });
    const folder = (0,external_node_path_.join)(environment["RUNNER_TEMP"] ?? (0,external_node_os_.tmpdir)(), `autofix-${process.pid}`);
    // First of all: without it the post step would take itself for the step.
    (0,core/* saveState */.LZ)(JOURNAL_STATE, (0,external_node_path_.join)(folder, "journal"));
    const { pid, startTime } = (0,io_process/* thisProcess */.WF)();
    (0,core/* saveState */.LZ)(PROCESS_STATE, pid);
    (0,core/* saveState */.LZ)(START_STATE, startTime);
    try {
        await step(environment, folder);
    }
    catch (thrown) {
        const isSetup = thrown instanceof build_problem/* SetupError */.w;
        const lines = isSetup ? thrown.problems.map(build_problem/* renderProblem */.y) : [bugReport(thrown)];
        const secrets = (0,secret_values/* secretValues */.V)(environment);
        for (const line of lines)
            (0,core/* error */.z3)(oneLine((0,redact/* redact */.E$)(line, secrets)));
        const reason = isSetup ? (0,redact/* redact */.E$)(thrown.problems[0]?.what ?? "", secrets) : "A fault of autofix-action itself.";
        action_end_close({ status: "error", reason }, { settings: lenientSettings(environment), document: null });
    }
}
/** The post step: ends what a killed step left running, and undoes what it left in the tree. */
async function putBackLeft(journalFolder, owner) {
    try {
        (0,io_process/* endProcessesOf */.w)(owner);
        const { files, notices } = await (0,journal/* restoreJournal */.mS)(journalFolder, "replace");
        if (files.length > 0)
            (0,core/* notice */.lm)("The step was stopped while a patch was in the tree; the files were put back.");
        for (const kept of notices)
            (0,core/* notice */.lm)(oneLine(kept));
    }
    catch (thrown) {
        (0,core/* error */.z3)(oneLine(thrown instanceof build_problem/* SetupError */.w ? thrown.message : bugReport(thrown)));
    }
}
async function step(environment, folder) {
    const settings = readSettings(environment);
    for (const secret of [settings.githubToken, settings.llm?.apiKey ?? null])
        if (secret)
            (0,core/* setSecret */.Pq)(secret);
    const payload = await readDocument(environment["GITHUB_EVENT_PATH"] ?? "");
    const isRunning = runsCode(settings.phase);
    const event = await admit(readEvent({ environment, payload, runsCode: isRunning }), {
        allowed: settings.allowed,
        runsCode: isRunning,
        openHost: async (context) => hostOf({ settings, context }),
    });
    if (event.kind === "broken")
        throw new build_problem/* SetupError */.w(event.problems);
    if (event.kind !== "run")
        return action_end_close({ status: event.kind, reason: event.reason }, { settings, document: null });
    await makeFolder(folder);
    const workspace = environment["GITHUB_WORKSPACE"] ?? process.cwd();
    const run = { settings, context: event.context, environment, folder, workspace, log: actionsLog() };
    await WORK[settings.phase](run);
}
/** Who does the work of a phase. */
const WORK = {
    all: testPhase,
    reproduce: testPhase,
    draft: draftPhase,
    verify: testPhase,
    publish: publishPhase,
};
function inputsOf(environment) {
    return (0,parse/* parseSettings */.P)((0,parse/* rawInputs */.m)(environment), recipes/* RECIPES */.I.map((recipe) => recipe.id));
}
function readSettings(environment) {
    const parsed = inputsOf(environment);
    if (parsed.kind === "problems")
        throw new build_problem/* SetupError */.w(parsed.problems);
    return parsed.settings;
}
/** The settings where they can be read: after a failure only what they say about failing matters. */
function lenientSettings(environment) {
    const parsed = inputsOf(environment);
    return parsed.kind === "settings" ? parsed.settings : null;
}


/***/ }),

/***/ 8632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ SetupError),
/* harmony export */   y: () => (/* binding */ renderProblem)
/* harmony export */ });
/** Thrown where the setup is broken; caught once, in the shell, and shown as one sentence each, never as a stack. */
class SetupError extends Error {
    problems;
    constructor(problems, options) {
        super(problems.map(renderProblem).join("\n"), options);
        this.name = "SetupError";
        this.problems = problems;
    }
}
/** One paragraph for a log line or an annotation. */
function renderProblem(problem) {
    return `${problem.what} ${problem.why} ${problem.next} (${problem.code})`;
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/** Values of `mode`. */
const MODES = ["suggest", "commit", "pull-request", "report"];
/** Values of `phase`. */
const PHASES = ["all", "reproduce", "draft", "verify", "publish"];
/** Every input there is. action.yml and the README tables are generated from this list. */
const INPUTS = [
    {
        name: "junit-path",
        type: "list",
        default: "",
        description: "JUnit XML files that pytest wrote: paths or globs, one per line or separated by commas.",
    },
    {
        name: "log-file",
        type: "text",
        default: "",
        description: "File with pytest's terminal output, read when there is no JUnit file.",
    },
    {
        name: "traceback",
        type: "text",
        default: "",
        description: "Pasted pytest output, for a workflow that is started by hand.",
    },
    {
        name: "test-command",
        type: "words",
        default: "",
        description: "Command that runs the tests, as words or as a JSON array; no shell. Default: python -m pytest of the project's interpreter.",
    },
    {
        name: "working-directory",
        type: "text",
        default: ".",
        description: "Folder below the repository root in which the test command runs.",
    },
    {
        name: "python",
        type: "text",
        default: "",
        description: "Interpreter of the project. Default: the active virtual environment, .venv, uv or poetry where their lock file is, python3.",
    },
    {
        name: "mode",
        type: "choice",
        default: "suggest",
        allowed: MODES,
        description: "Where a verified patch goes: a review with suggestions, a commit on the branch, a pull request of its own, or the report only.",
    },
    {
        name: "draft",
        type: "boolean",
        default: "false",
        description: "Whether a pull request of its own is opened as a draft.",
    },
    {
        name: "labels",
        type: "list",
        default: "",
        description: "Labels for a pull request of its own.",
    },
    {
        name: "commit-to-forks",
        type: "boolean",
        default: "false",
        description: "Whether mode commit may write to the branch of a fork whose author lets maintainers edit it; else it is suggested there.",
    },
    {
        name: "max-commits",
        type: "integer",
        default: "2",
        range: { minimum: 0, maximum: 20 },
        description: "Largest number of commits that mode commit makes on one pull request; after them it suggests.",
    },
    {
        name: "dispatch-workflow",
        type: "text",
        default: "",
        description: "File name of a workflow with workflow_dispatch to start on a commit that the workflow's own token made; needs actions: write.",
    },
    {
        name: "phase",
        type: "choice",
        default: "all",
        allowed: PHASES,
        description: "Part of the work that this step does. One step does all; in jobs of their own the parts need fewer rights: docs/workflows.md.",
    },
    {
        name: "case-file",
        type: "list",
        default: "",
        description: "Case file of the phase before, a path or glob from the workspace; several for verify, which joins what the legs of a matrix found.",
    },
    {
        name: "groups",
        type: "list",
        default: "",
        description: "Keys of the failure groups that this step works on, as the output groups of an earlier phase names them. Default: all.",
    },
    {
        name: "github-token",
        type: "text",
        default: "${{ github.token }}",
        description: "Token for the review or the commit. It is never handed to the tests.",
    },
    {
        name: "allow-users",
        type: "list",
        default: "",
        description: "Logins of people without write access who may start a run by a comment, a review, pull_request_target or workflow_run.",
    },
    {
        name: "allow-bots",
        type: "list",
        default: "",
        description: "Logins of bots who may do the same; each by its name.",
    },
    {
        name: "openai-api-key",
        type: "text",
        default: "",
        description: "Key of an OpenAI-compatible endpoint: an LLM is asked for what no recipe knows. Without key and base-url nothing is asked.",
    },
    {
        name: "base-url",
        type: "text",
        default: "",
        description: "Address of the endpoint up to /v1. Default: OpenAI's own, where a key is given.",
    },
    {
        name: "model",
        type: "list",
        default: "",
        description: "Model to ask; of several the next one only after what the one before drafted did not hold.",
    },
    {
        name: "max-drafts",
        type: "integer",
        default: "8",
        range: { minimum: 0, maximum: 100 },
        description: "Largest number of replies that a run asks an LLM for.",
    },
    {
        name: "max-tokens",
        type: "integer",
        default: "24000",
        range: { minimum: 0, maximum: 10_000_000 },
        description: "Largest number of tokens that a run spends on an LLM, in and out.",
    },
    {
        name: "prices",
        type: "text",
        default: "",
        description: "Dollars that a million tokens cost, in and out: 0.75/4.50. Of several models the dearest.",
    },
    {
        name: "max-cost",
        type: "text",
        default: "",
        description: "Largest sum in dollars that a run spends on an LLM; needs prices. Default: no limit but max-tokens.",
    },
    {
        name: "instructions-file",
        type: "text",
        default: "",
        description: "File of the base branch whose text an LLM is given along: what to keep in mind in this repository.",
    },
    {
        name: "max-files",
        type: "integer",
        default: "10",
        range: { minimum: 1, maximum: 100 },
        description: "Largest number of files that one patch may change.",
    },
    {
        name: "max-lines",
        type: "integer",
        default: "200",
        range: { minimum: 1, maximum: 10_000 },
        description: "Largest number of lines that one patch may change, added and removed together.",
    },
    {
        name: "allowed-paths",
        type: "list",
        default: "",
        description: "Globs of the only files a patch may change. Default: every tracked Python file that is no test.",
    },
    {
        name: "denied-paths",
        type: "list",
        default: "",
        description: "Globs of files a patch must never change.",
    },
    {
        name: "repeat",
        type: "integer",
        default: "3",
        range: { minimum: 1, maximum: 20 },
        description: "How many times the failing tests are run on unchanged code, and the mended ones must pass in a row.",
    },
    {
        name: "timeout",
        type: "integer",
        default: "1800",
        range: { minimum: 1, maximum: 21_600 },
        description: "Seconds that one run of the tests may take.",
    },
    {
        name: "recipes",
        type: "list",
        default: "all",
        description: "Recipes in use: all, none, a list of ids, or ids to leave out, each with a leading minus.",
    },
    {
        name: "env-allow",
        type: "list",
        default: "",
        description: "Names of environment variables handed to the tests although they look like secrets; * matches any text.",
    },
    {
        name: "env-deny",
        type: "list",
        default: "",
        description: "Names of further environment variables kept from the tests; * matches any text.",
    },
    {
        name: "fail-on-error",
        type: "boolean",
        default: "true",
        description: "Whether a broken setup fails this step. A run that finds no fix never fails it.",
    },
];


/***/ }),

/***/ 8594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ stopCommands),
/* harmony export */   wi: () => (/* binding */ inertLines),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/** Colour and cursor sequences of terminals. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[ -/]*[@-~]`, "g");
/** Stands before foreign lines. */
const MARK = "· ";
/**
 * Foreign text as lines that a runner's log cannot take for commands: each begins with a mark (a workflow command
 * must stand first, blanks apart), `##[` is broken up (it works anywhere in a line), a lone CR ends a line like any
 * other, and control characters are gone. Source: actions/runner 2.336 ActionCommand parsing.
 */
function inertLines(text) {
    return text
        .replace(ANSI, "")
        .split(/\r\n|\r|\n/)
        .map((line) => `${MARK}${line.replaceAll("##[", "# #[").replace(/[\p{Cc}\p{Co}]/gu, " ")}`);
}
/**
 * Foreign text for standard output: free of control characters, and on a runner (`GITHUB_ACTIONS` is `true`) with the
 * mark before each line, because there a line that begins with `::` is a command whoever printed it.
 */
function plainLines(text, { isRunner }) {
    const lines = inertLines(text);
    return isRunner ? lines : lines.map((line) => line.slice(MARK.length));
}
/**
 * A block that a runner prints as it is, for text that must stay whole, such as a diff. `token` must be random: only
 * whoever knows it can switch commands on again.
 * Source: actions/runner 2.336 ActionCommandManager.
 */
function stopCommands(text, token) {
    const block = text.endsWith("\n") || text === "" ? text : `${text}\n`;
    return `::stop-commands::${token}\n${block}::${token}::\n`;
}


/***/ })

};
