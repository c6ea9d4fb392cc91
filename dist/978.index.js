export const id = 978;
export const ids = [978];
export const modules = {

/***/ 8978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fixCommand: () => (/* binding */ fixCommand)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/build/documents/result.js
var documents_result = __webpack_require__(5633);
// EXTERNAL MODULE: ./.cache/build/domain/outcome.js
var outcome = __webpack_require__(8960);
// EXTERNAL MODULE: ./.cache/build/draft/recipes/index.js
var recipes = __webpack_require__(803);
// EXTERNAL MODULE: ./.cache/build/recipe-guides.js
var recipe_guides = __webpack_require__(4071);
// EXTERNAL MODULE: ./.cache/build/io/claim.js
var claim = __webpack_require__(9124);
// EXTERNAL MODULE: ./.cache/build/text/inert-line.js
var inert_line = __webpack_require__(8594);
;// CONCATENATED MODULE: ./.cache/build/io/terminal-log.js

/** Progress for a person at a terminal, a heading for each section and its lines below it. */
function terminalLog({ write, hasColour }) {
    const paint = (code, text) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);
    const lines = (text, code) => {
        for (const line of (0,inert_line/* inertLines */.wi)(text))
            write(`  ${paint(code, line)}\n`);
    };
    return {
        async section(title, work) {
            write(`${paint(1, (0,inert_line/* inertLines */.wi)(title).join(" ").slice(2))}\n`);
            return work();
        },
        info: (message) => lines(message, 2),
        warning: (message) => lines(message, 33),
    };
}

// EXTERNAL MODULE: ./.cache/build/outcome.js
var build_outcome = __webpack_require__(5407);
// EXTERNAL MODULE: ./.cache/build/pipeline.js + 12 modules
var pipeline = __webpack_require__(316);
// EXTERNAL MODULE: ./.cache/build/problem.js
var problem = __webpack_require__(8632);
// EXTERNAL MODULE: ./.cache/build/project-file.js
var project_file = __webpack_require__(7613);
// EXTERNAL MODULE: ./.cache/build/publish/redact-case.js
var redact_case = __webpack_require__(307);
// EXTERNAL MODULE: ./.cache/build/publish/summary.js
var summary = __webpack_require__(7487);
// EXTERNAL MODULE: ./.cache/build/reports.js + 2 modules
var reports = __webpack_require__(5602);
// EXTERNAL MODULE: ./.cache/build/settings/parse.js + 5 modules
var parse = __webpack_require__(4974);
// EXTERNAL MODULE: ./.cache/build/text/unified-diff.js
var unified_diff = __webpack_require__(8993);
// EXTERNAL MODULE: ./.cache/build/workbench.js + 14 modules
var build_workbench = __webpack_require__(1846);
// EXTERNAL MODULE: ./.cache/build/signals.js
var signals = __webpack_require__(7658);
;// CONCATENATED MODULE: ./.cache/build/commands/fix.js





















/** Heals a local checkout: progress on standard error, the patch on standard output. */
async function fixCommand({ raw, ...wanted }) {
    const { "working-directory": folder = ".", ...inputs } = raw;
    const settings = settingsFrom(withKey(inputs));
    const claimsFolder = await (0,claim/* stateFolder */.y)(process.env);
    const scratch = (0,external_node_path_.join)(claimsFolder, `run-${(0,external_node_crypto_.randomUUID)()}`);
    return fixIn({ settings, folder: (0,external_node_path_.resolve)(folder), scratch, claimsFolder, wanted });
}
/** Only who names a model wants it asked; then the key may come from where people keep it. */
function withKey(raw) {
    const key = process.env["OPENAI_API_KEY"] ?? "";
    return raw["model"] === undefined || raw["openai-api-key"] !== undefined ? raw : { ...raw, "openai-api-key": key };
}
async function fixIn({ settings, folder, scratch, claimsFolder, wanted }) {
    const log = terminalLog({ write: (text) => process.stderr.write(text), hasColour: hasColour(process.stderr) });
    let workbench = null;
    const leave = async () => {
        await removeUnlessNeeded(scratch);
        await workbench?.release();
    };
    const release = (0,signals/* restoreOnSignal */.Q)(async () => {
        await workbench?.putBack();
        await leave();
    }, tell);
    try {
        const journalFolder = (0,external_node_path_.join)(scratch, "journal");
        const said = {
            projectRecipes: await (0,project_file/* localProjectRecipes */.AN)(folder),
            instructions: await (0,project_file/* localInstructions */.Px)(settings, folder),
            ...(wanted.previewPrompt ? { preview: (text) => process.stdout.write(text) } : {}),
        };
        const place = { folder, environment: process.env, log, journalFolder, claimsFolder };
        workbench = await (0,build_workbench/* openWorkbench */.e)({ settings, ...place, ...said });
        const document = (0,redact_case/* redactCase */.E)(await healReported(settings, workbench), workbench.secrets);
        const publication = wanted.apply ? await leaveInTree(document, workbench) : outcome/* NOT_PUBLISHED */.n;
        release();
        return await finish(document, { publication, spent: workbench.spent(), secrets: workbench.secrets }, wanted);
    }
    finally {
        await leave();
    }
}
/** What could not be put back, and what was somebody else's, is all that is left of it. */
async function removeUnlessNeeded(scratch) {
    const left = await (0,promises_.readdir)(scratch).catch(() => []);
    if (!left.includes("journal") && !left.includes("kept"))
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
}
function tell(error) {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${(0,inert_line/* plainLines */.y1)(text, { isRunner: isRunner() }).join("\n")}\n`);
}
function settingsFrom(raw) {
    const parsed = (0,parse/* parseSettings */.P)(raw, recipes/* RECIPES */.I.map((recipe) => recipe.id));
    if (parsed.kind === "problems")
        throw new problem/* SetupError */.w(parsed.problems);
    return parsed.settings;
}
async function healReported(settings, { checkout, tools }) {
    const report = await (0,reports/* namedReport */.K)(settings, process.cwd(), checkout);
    return (0,pipeline/* heal */.Rz)(report, checkout.sha, tools);
}
async function leaveInTree(document, { tools, journal }) {
    if (!document.patch)
        return outcome/* NOT_PUBLISHED */.n;
    try {
        await tools.workspace.write(document.patch.changes);
    }
    catch (error) {
        await journal.restore();
        throw error;
    }
    await journal.clear();
    return { ...outcome/* NOT_PUBLISHED */.n, publishedAs: "working-tree" };
}
async function finish(document, { publication, spent, secrets }, wanted) {
    const ending = (0,build_outcome/* endingOf */.z6)(document);
    // Without --apply the patch was verified all the same: it is printed, and a person asked for no more.
    const status = wanted.apply ? (0,build_outcome/* statusAfter */.Bh)(ending, publication) : ending.status;
    const files = { patchPath: null, caseFile: null, reportPath: wanted.report };
    const result = (0,documents_result/* resultOf */.B)({ status, reason: ending.reason, case: document, publication, files, spent });
    if (wanted.result !== null)
        await (0,promises_.writeFile)(wanted.result, `${JSON.stringify(result, null, 2)}\n`);
    if (wanted.report !== null)
        await (0,promises_.writeFile)(wanted.report, guideOf(document, { headline: `${status}: ${ending.reason}`, publication, secrets }));
    if (document.patch && !wanted.previewPrompt)
        process.stdout.write(printable((0,unified_diff/* unifiedDiff */.W)(document.patch.changes)));
    process.stderr.write(`${(0,inert_line/* plainLines */.y1)(`${status}: ${ending.reason}`, { isRunner: isRunner() }).join("\n")}\n`);
    return build_outcome/* EXIT */.dc[status].commandLine;
}
function guideOf(document, { headline, publication, secrets }) {
    const changes = document.patch?.changes ?? [];
    const guides = (0,recipe_guides/* recipeGuides */.Y)(null);
    return (0,summary/* renderSummary */.B)({ case: document, changes, guides, runUrl: null, secrets }, headline, { publication });
}
/** https://no-color.org: any non-empty value switches colour off. */
function hasColour(stream) {
    return stream.isTTY && !process.env["NO_COLOR"];
}
function isRunner() {
    return process.env["GITHUB_ACTIONS"] === "true";
}
/** Under a runner the lines of a diff could be commands: it is told to obey none of them. */
function printable(diff) {
    return isRunner() ? (0,inert_line/* stopCommands */.FN)(diff, (0,external_node_crypto_.randomUUID)()) : coloured(diff);
}
function coloured(diff) {
    if (!hasColour(process.stdout))
        return diff;
    const paint = (line) => {
        const code = line.startsWith("+") ? 32 : line.startsWith("-") ? 31 : line.startsWith("@@") ? 36 : undefined;
        return code === undefined ? line : `\u001b[${code}m${line}\u001b[0m`;
    };
    return diff.split("\n").map(paint).join("\n");
}


/***/ })

};
