export const id = 391;
export const ids = [391];
export const modules = {

/***/ 391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readCommand: () => (/* binding */ readCommand)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/build/io/checkout.js
var io_checkout = __webpack_require__(1426);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./.cache/build/io/young-memory.js

/**
 * Lets V8 collect young objects where they are instead of giving them more and more room: reading a big report makes
 * much garbage and keeps little. Costs a few percent of CPU and saves a quarter of the memory. For a whole process.
 */
function keepYoungMemorySmall() {
    (0,external_node_v8_.setFlagsFromString)("--semi-space-growth-factor=1");
}

;// CONCATENATED MODULE: ./.cache/build/read/report-json.js
/** The shape of `read --json`: fields that only our own run knows (types of locals, frames of the chain) are left out. */
function failuresAsJson({ failures, counts }) {
    return { failures: failures.map(failureAsJson), counts: countsAsJson(counts) };
}
/** The same as text, indented by two blanks, one failure at a time: all at once may be too long for a string. */
function* jsonPieces({ failures, counts }) {
    yield failures.length === 0 ? '{\n  "failures": []' : '{\n  "failures": [';
    let separator = "\n";
    for (const failure of failures) {
        yield `${separator}    ${indented(failureAsJson(failure), "    ")}`;
        separator = ",\n";
    }
    yield `${failures.length === 0 ? "" : "\n  ]"},\n  "counts": ${indented(countsAsJson(counts), "  ")}\n}`;
}
function indented(value, indent) {
    return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}
function countsAsJson({ tests, failures, errors, skipped }) {
    return { tests, failures, errors, skipped };
}
function failureAsJson(failure) {
    const { nodeId, file, testName, phase, kind, exception, chain, frames, source } = failure;
    return {
        nodeId,
        file,
        testName,
        phase,
        kind,
        exception: { type: exception.type, message: exception.message },
        chain: chain.map(({ type, message, relation }) => ({ type, message, relation })),
        frames: frames.map((frame) => ({ path: frame.path, line: frame.line, function: frame.function })),
        capturedStdout: failure.capturedStdout,
        capturedStderr: failure.capturedStderr,
        capturedLog: failure.capturedLog,
        source: { report: source.report, format: source.format },
    };
}

// EXTERNAL MODULE: ./.cache/build/reports.js + 2 modules
var reports = __webpack_require__(5602);
// EXTERNAL MODULE: ./.cache/build/text/frame-owner.js
var frame_owner = __webpack_require__(5216);
// EXTERNAL MODULE: ./.cache/build/text/inert-line.js
var inert_line = __webpack_require__(8594);
;// CONCATENATED MODULE: ./.cache/build/commands/read.js








/** Prints the failures of any reports, for people or as JSON. Exit code 0 whatever they hold: reading is all it does. */
async function readCommand({ files, json, workingDirectory }) {
    const isRunner = process.env["GITHUB_ACTIONS"] === "true";
    process.stdout.on("error", leave);
    keepYoungMemorySmall();
    const checkout = await (0,io_checkout/* openCheckout */.H)((0,external_node_path_.resolve)(workingDirectory));
    const named = { junitPath: files, logFile: null, traceback: null };
    const report = await (0,reports/* namedReport */.K)(named, process.cwd(), checkout);
    if (!report)
        return 2;
    if (json)
        await writeJson(report);
    else
        process.stdout.write(forPeople(report, checkout.trackedFiles, isRunner));
    for (const note of report.notes)
        process.stderr.write(`${(0,inert_line/* plainLines */.y1)(note, { isRunner }).join("\n")}\n`);
    return 0;
}
/** Whoever reads our output may have enough of it, as `head` has. */
function leave(error) {
    if (error.code === "EPIPE")
        process.exit(0);
    throw error;
}
/** Piece by piece, since a pipe may be slower than we are. */
async function writeJson(report) {
    for (const piece of jsonPieces(report)) {
        if (!process.stdout.write(inert(piece)))
            await (0,external_node_events_.once)(process.stdout, "drain");
    }
    process.stdout.write("\n");
}
/** `##[` is a command anywhere in a runner's line, and in JSON it can only stand inside a string. */
function inert(json) {
    return json.replaceAll("##[", String.raw `#\u0023[`);
}
function forPeople({ failures, counts }, tracked, isRunner) {
    const files = new Set(tracked);
    const lines = failures.flatMap(({ nodeId, testName, phase, exception, chain, frames }) => [
        `${nodeId ?? testName ?? "test not told"} (${phase})`,
        `  ${said(exception)}`,
        ...placesOf(frames, files).map((place) => `    at ${place}`),
        ...chain.flatMap((link) => [
            `  ${link.relation === "cause" ? "caused by" : "while handling"} ${said(link)}`,
            ...placesOf(link.frames, files).map((place) => `    at ${place}`),
        ]),
    ]);
    const { tests, failures: failed, errors, skipped } = counts;
    const total = `${tests} tests, ${failed} failures, ${errors} errors, ${skipped} skipped`;
    return `${[...lines, total].map((line) => (0,inert_line/* plainLines */.y1)(line.replace(/[\r\n]+/g, " "), { isRunner }).join("")).join("\n")}\n`;
}
function said({ type, message }) {
    return `${type ?? "exception"}: ${(message ?? "").split("\n")[0] ?? ""}`;
}
/** The last line of the project's or the tests' own code, then the line that raised, where that is somebody else's. */
function placesOf(frames, tracked) {
    const owned = frames.map((frame) => ({ frame, ...(0,frame_owner/* ownerOf */.b)(frame.path, (path) => tracked.has(path)) }));
    const own = owned.findLast(({ owner }) => owner === "project" || owner === "test");
    const raised = owned.at(-1);
    const shown = raised === own ? [own] : [own, raised];
    return shown.flatMap((place) => {
        if (place === undefined)
            return [];
        const { frame, owner, shownPath } = place;
        const where = frame.function === null ? "" : ` in ${frame.function}`;
        return [`${shownPath}:${frame.line}${where}${place === own ? "" : ` (${owner.replace("-", " ")})`}`];
    });
}


/***/ })

};
