export const id = 75;
export const ids = [75];
export const modules = {

/***/ 1426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openCheckout)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8632);
/* harmony import */ var _quiet_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8601);




/** Folders that hold no code of the project; they matter only where git cannot tell. */
const FOREIGN = new Set(["node_modules", "__pycache__", "site-packages", "venv", "env", "build", "dist"]);
const MAX_WALKED_FILES = 50_000;
/**
 * Finds the repository around a folder and lists its files, by git when the folder is tracked there, else by walking.
 * Called once, before any test runs: afterwards the repository's git configuration may no longer be trusted.
 * `workspace` (absolute; GITHUB_WORKSPACE) is the root where git can't tell it, as in a container without git.
 */
async function openCheckout(folder, workspace) {
    const start = await existingFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder));
    const top = await (0,_quiet_git_js__WEBPACK_IMPORTED_MODULE_3__/* .quietGit */ .J)(start, ["rev-parse", "--show-toplevel"]);
    if (top !== undefined) {
        const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(top.trim());
        const listed = await (0,_quiet_git_js__WEBPACK_IMPORTED_MODULE_3__/* .quietGit */ .J)(root, ["ls-files", "-z"]);
        const files = (listed ?? "").split("\0").filter(Boolean);
        const workingDirectory = slashed((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, start));
        if (files.some((file) => workingDirectory === "" || file.startsWith(`${workingDirectory}/`))) {
            const sha = await (0,_quiet_git_js__WEBPACK_IMPORTED_MODULE_3__/* .quietGit */ .J)(root, ["rev-parse", "--verify", "HEAD"]);
            const checkedOutAt = await modifiedAt((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".git", "HEAD"));
            return { root, workingDirectory, trackedFiles: files, sha: sha?.trim() ?? null, checkedOutAt };
        }
    }
    const root = workspace === undefined ? start : await enclosing(workspace, start);
    const workingDirectory = slashed((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, start));
    return { root, workingDirectory, trackedFiles: await walked(root), sha: null, checkedOutAt: 0 };
}
/** The workspace with its links resolved when the folder lies in it, else the folder itself. */
async function enclosing(workspace, folder) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace).catch(() => folder);
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, folder);
    return way === ".." || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way) ? folder : root;
}
function slashed(path) {
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/");
}
async function existingFolder(folder) {
    const isFolder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder).then((found) => found.isDirectory(), () => false);
    if (isFolder)
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    const why = "The tests are run there.";
    const next = "Correct `working-directory`, which counts from the root of the checkout, or leave it out.";
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w([{ code: "folder-not-found", what: `There is no folder "${folder}".`, why, next }]);
}
async function modifiedAt(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).mtimeMs;
    }
    catch {
        return 0; // a linked worktree keeps it elsewhere
    }
}
async function walked(root) {
    const files = [];
    const folders = [root];
    for (let folder = folders.pop(); folder !== undefined && files.length < MAX_WALKED_FILES; folder = folders.pop()) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true })) {
            if (entry.isDirectory() && !entry.name.startsWith(".") && !FOREIGN.has(entry.name))
                folders.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name));
            if (entry.isFile())
                files.push(slashed((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name))));
        }
    }
    return files.toSorted();
}


/***/ }),

/***/ 8601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ quietGit)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);

/**
 * Output of a git command without hooks, monitors, pagers or a download of what a partial clone lacks; undefined when it
 * fails or git is missing.
 */
async function quietGit(root, words, variables = {}) {
    const safe = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
    const inherited = Object.entries(process.env).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    const env = { ...Object.fromEntries(inherited), ...variables, GIT_NO_LAZY_FETCH: "1" };
    try {
        const options = { silent: true, ignoreReturnCode: true, env };
        const { exitCode, stdout } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)("git", [...safe, "-C", root, ...words], options);
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined; // no git on this machine
    }
}


/***/ }),

/***/ 1943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ mergeReports)
});

;// CONCATENATED MODULE: ./.cache/build/read/failure-key.js
/**
 * A test by its file and its names below it: which folder an id is relative to differs from report to report, and two
 * packages of one repository may each have a `tests/test_api.py`. Where one of both is not known, by what its
 * traceback shows.
 */
function keyOf({ nodeId, file, testName, exception, frames }) {
    if (nodeId === null)
        return JSON.stringify([testName, exception, frames]);
    return JSON.stringify(file === null ? [nodeId, frames] : [file, namesOf(nodeId)]);
}
/** A failure by its exception's type, where that was raised and the last name of the test; null where one is missing. */
function traceKeyOf({ nodeId, testName, exception, frames }) {
    const last = frames.at(-1);
    if (last === undefined || exception.type === null)
        return null;
    const type = exception.type.slice(exception.type.lastIndexOf(".") + 1);
    return JSON.stringify([type, last.path, last.line, dottedNames({ nodeId, testName }).at(-1)]);
}
/**
 * Whether a failure without an id may be the one of a test with an id. Its name is pytest's title of the section, which
 * begins with the classes, or JUnit's name, which is without them.
 */
function mayBeNamed(nameless, named) {
    const own = dottedNames({ nodeId: null, testName: nameless.testName });
    return dottedNames(named).join("\n").endsWith(own.join("\n"));
}
/** `::` and what follows: parameters hold it too. */
function namesOf(nodeId) {
    const start = nodeId.indexOf("::");
    return start < 0 ? "" : nodeId.slice(start);
}
/** Classes and test; the parameters stay with the test. */
function dottedNames({ nodeId, testName }) {
    const name = nodeId === null ? (testName ?? "") : namesOf(nodeId).slice(2);
    const bracket = name.indexOf("[");
    const end = bracket < 0 ? name.length : bracket;
    const names = name.slice(0, end).split(/::|\./);
    return [...names.slice(0, -1), (names.at(-1) ?? "") + name.slice(end)];
}

;// CONCATENATED MODULE: ./.cache/build/read/same-failure.js

/**
 * Whether failures of one test in two reports are one: the same phase and exception, as far as both reports carry them.
 * Two JUnit files are two runs, so their messages must agree, less what changes from run to run. Reports in two formats
 * are mostly of one run, and cut and join the lines of a message each in its own way.
 */
function isSameFailure(first, second) {
    if (!isSamePhase(first, second))
        return false;
    const [one, other] = [first.exception, second.exception];
    if (!isSameType(one.type, other.type))
        return false;
    const isOtherFormat = first.source.format !== second.source.format;
    return isOtherFormat || isSameMessage(one.message, other.message);
}
/**
 * Whether a failure without a test's id is the one that a report in another format has with it: both were raised in
 * the same place and say the same.
 */
function isSameTrace(first, second) {
    const [nameless, named] = first.nodeId === null ? [first, second] : [second, first];
    if (nameless.nodeId !== null || first.source.format === second.source.format)
        return false;
    const isSame = isSameFailure(first, second) && isSameMessage(first.exception.message, second.exception.message);
    return isSame && mayBeNamed(nameless, named);
}
/** pytest's cache knows no phases, and a summary line without a section tells errors only from failures. */
function isSamePhase(first, second) {
    if (first.phase === second.phase)
        return true;
    const formats = [first.source.format, second.source.format];
    if (formats.includes("lastfailed"))
        return true;
    const isGuessed = [first, second].some(({ source, frames }) => source.format === "text" && frames.length === 0);
    return isGuessed && first.kind === "error" && second.kind === "error" && formats[0] !== formats[1];
}
function isSameType(first, second) {
    if (first === null || second === null)
        return true;
    return lastName(first) === lastName(second);
}
function isSameMessage(first, second) {
    if (first === null || second === null)
        return true;
    const [shorter, longer] = [lasting(first), lasting(second)].toSorted((a, b) => a.length - b.length);
    if (shorter === undefined || longer === undefined)
        return false;
    if (shorter === longer || longer.startsWith(`${shorter}\n`))
        return true;
    return isHinted(shorter, longer) || (shorter.endsWith("...") && longer.startsWith(shorter.slice(0, -3)));
}
/** Newer Pythons go on: `. Did you mean: 'open'?`, `. Did you forget to import 'os'?` */
function isHinted(shorter, longer) {
    return longer.startsWith(shorter) && /^\. Did you (?:mean|forget)\b/.test(longer.slice(shorter.length));
}
/** Less what differs from run to run: addresses, temporary folders, blanks at the ends. */
function lasting(message) {
    return message
        .slice(0, 5000)
        .replace(/0x[0-9a-fA-F]+/g, "0x")
        .replace(/\/pytest-of-[^/\s]+\/pytest-\d+\//g, "/pytest/")
        .trim();
}
function lastName(type) {
    return type.slice(type.lastIndexOf(".") + 1);
}

;// CONCATENATED MODULE: ./.cache/build/read/same-run.js

/** The reports less those that tell of a run which another one, in a richer format, tells of already. */
function distinctRuns(reports) {
    const junit = reports.filter((report) => formatOf(report) === "junit");
    if (junit.length === reports.length)
        return reports;
    const told = new Set(junit.flatMap(({ failures }) => failures.flatMap(same_run_namesOf)));
    return reports.filter((report) => {
        if (junit.length === 0 || formatOf(report) === "junit")
            return true;
        const tests = report.failures.filter((failure) => !isEndOfRun(failure));
        if (tests.length > 0)
            return !tests.every((failure) => same_run_namesOf(failure).some((name) => told.has(name)));
        const isEndTold = report.failures.some((failure) => same_run_namesOf(failure).some((name) => told.has(name)));
        return report.counts.tests > 0 && !isEndTold && !junit.some((other) => countsAlike(other, report));
    });
}
/** Every name that another report may know the failing test by. */
function same_run_namesOf(failure) {
    return [failure.nodeId, keyOf(failure), traceKeyOf(failure)].flatMap((name) => name ?? []);
}
/** How a session ended, which JUnit does not always tell: an interrupt, an internal error. */
function isEndOfRun({ nodeId, file, testName, phase }) {
    return nodeId === null && file === null && testName === null && phase === "collect";
}
/** JUnit counts tests that did not run, and an internal error, each in its own way. */
function countsAlike({ counts: first }, { failures, counts: second }) {
    if (first.tests === second.tests)
        return true;
    const isEnded = failures.length > 0 || first.errors === second.errors;
    return isEnded && first.failures === second.failures && first.skipped === second.skipped;
}
function formatOf({ failures }) {
    return failures[0]?.source.format ?? "";
}

;// CONCATENATED MODULE: ./.cache/build/read/merge.js



/**
 * Puts several reports together. The same failure of the same test in a second report is kept once, with the names of
 * the others (`alsoIn`): the first report's facts stay, and what it does not carry is taken from the next. A test that
 * fails in another way elsewhere (another Python, another platform) is another failure. Counts add up; a second report
 * of the same run, in another format, adds nothing.
 */
function mergeReports(reports) {
    const [only, second] = reports;
    // Mostly there is one: what its failures are known by would be made for nobody.
    if (only !== undefined && second === undefined) {
        return { ...only, notes: notesOf(reports, only.failures) };
    }
    const merged = [];
    const places = { byTest: new Map(), byTrace: new Map() };
    for (const report of reports) {
        const earlier = merged.length;
        const taken = new Set();
        for (const failure of report.failures) {
            const at = twinOf(failure, { merged, places, isFree: (place) => place < earlier && !taken.has(place) });
            const first = at === null ? undefined : merged[at];
            if (at === null || first === undefined) {
                merged.push(failure);
                addPlace(places, failure, merged.length - 1);
            }
            else {
                taken.add(at);
                merged[at] = complete(first, failure);
                addPlace(places, merged[at], at);
            }
        }
    }
    return { failures: merged, counts: sum(distinctRuns(reports)), notes: notesOf(reports, merged) };
}
function addPlace({ byTest, byTrace }, failure, at) {
    add(byTest, keyOf(failure), at);
    add(byTrace, traceKeyOf(failure), at);
}
function add(index, key, at) {
    if (key === null)
        return;
    const known = index.get(key);
    if (known === undefined)
        index.set(key, new Set([at]));
    else
        known.add(at);
}
/** The place of the earlier failure that is the same one: by the test's name, else by what its traceback shows. */
function twinOf(failure, { merged, places, isFree }) {
    const isTwin = (at, isSame) => {
        const earlier = merged[at];
        return earlier !== undefined && isSame(earlier, failure);
    };
    const named = [...(places.byTest.get(keyOf(failure)) ?? [])].filter(isFree);
    // One that agrees in all that both carry comes before one that must be taken.
    const alike = named.filter((at) => merged[at]?.exception.message === failure.exception.message);
    const first = [...alike, ...named].find((at) => isTwin(at, isSameFailure));
    if (first !== undefined)
        return first;
    const traced = [...(places.byTrace.get(traceKeyOf(failure) ?? "") ?? [])].filter(isFree);
    return traced.find((at) => isTwin(at, isSameTrace)) ?? null;
}
/** One that carries nothing of the exception (pytest's cache, a bare summary) steps back behind one that does. */
function complete(first, second) {
    const isBare = first.exception.type === null && first.frames.length === 0;
    const [told, other] = isBare ? [second, first] : [first, second];
    return { ...told, ...exceptionOf(told, other), ...outputOf(told, other), ...placesOf(told, other) };
}
function exceptionOf(told, other) {
    const { type, message } = told.exception;
    const members = told.members ?? other.members;
    return {
        exception: { type: type ?? other.exception.type, message: message ?? other.exception.message },
        chain: told.chain.length === 0 ? other.chain : told.chain,
        frames: told.frames.length === 0 ? other.frames : told.frames,
        ...(members === undefined ? {} : { members }),
    };
}
function outputOf(told, other) {
    return {
        capturedStdout: told.capturedStdout ?? other.capturedStdout,
        capturedStderr: told.capturedStderr ?? other.capturedStderr,
        capturedLog: told.capturedLog ?? other.capturedLog,
    };
}
function placesOf(told, other) {
    const names = new Set([...(told.alsoIn ?? []), other.source.report, ...(other.alsoIn ?? [])]);
    names.delete(told.source.report);
    const [named, second] = told.nodeId === null && other.nodeId !== null ? [other, told] : [told, other];
    return {
        nodeId: named.nodeId,
        file: named.file ?? second.file,
        testName: named.testName ?? second.testName,
        ...(names.size === 0 ? {} : { alsoIn: [...names] }),
    };
}
function sum(reports) {
    const total = (field) => reports.reduce((all, { counts }) => all + counts[field], 0);
    return { tests: total("tests"), failures: total("failures"), errors: total("errors"), skipped: total("skipped") };
}
function notesOf(reports, merged) {
    const places = new Map();
    for (const { source, alsoIn } of merged) {
        const key = [source.report, ...(alsoIn ?? [])].join(", ");
        if (alsoIn !== undefined)
            places.set(key, (places.get(key) ?? 0) + 1);
    }
    const shared = [...places].map(([names, count]) => {
        const tests = count === 1 ? "one test fails" : `${count} tests fail`;
        return `${tests} alike in ${names}; what is shown is of the first.`;
    });
    return [...reports.flatMap(({ notes }) => notes), ...shared.slice(0, 20)];
}


/***/ }),

/***/ 783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readReports)
});

// EXTERNAL MODULE: ./.cache/build/text/report-text.js
var report_text = __webpack_require__(5637);
;// CONCATENATED MODULE: ./.cache/build/read/decode-bytes.js
const BYTE_ORDER_MARKS = [
    { label: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
    { label: "utf-16le", bytes: [0xff, 0xfe] },
    { label: "utf-16be", bytes: [0xfe, 0xff] },
    // No mark, but `<?` or `<t` in two bytes each.
    { label: "utf-16le", bytes: [0x3c, 0x00] },
    { label: "utf-16be", bytes: [0x00, 0x3c] },
];
const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const HEAD_BYTES = 512;
/**
 * Decodes by byte order mark, else by the XML declaration, else as UTF-8. Bytes that are no text become U+FFFD: a
 * report with one bad byte is still a report.
 */
function reportDecoder() {
    let head = new Uint8Array(0);
    let decode = utf8Decode();
    let unknown = null;
    const choose = (bytes) => {
        const label = detectEncoding(bytes);
        const known = decodeFor(label);
        unknown = known === null ? label : null;
        decode = known ?? decode;
        head = null;
        return decode(bytes);
    };
    return {
        write: (chunk) => {
            if (head === null) {
                return decode(chunk);
            }
            head = joinBytes(head, chunk);
            return head.length < HEAD_BYTES ? "" : choose(head);
        },
        end: () => (head === null ? "" : choose(head)) + decode(null),
        unknownEncoding: () => unknown,
    };
}
/** The whole text of a small file. */
function decodeReport(bytes) {
    const decoder = reportDecoder();
    return decoder.write(bytes) + decoder.end();
}
function detectEncoding(bytes) {
    const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
    if (mark !== undefined) {
        return mark.label;
    }
    const declared = DECLARATION.exec(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES)))?.[1];
    // A declaration that can be read byte by byte is not in two-byte units, whatever it says.
    return declared === undefined || /^utf-?16|^ucs-?2/i.test(declared) ? "utf-8" : declared;
}
function decodeFor(label) {
    // Python writes names like `utf8`, `latin-1` and `UTF_8`.
    for (const name of [label, label.replaceAll("_", "-"), label.replaceAll(/[-_]/g, "")]) {
        try {
            const decoder = new TextDecoder(name);
            return decoder.encoding === "utf-8"
                ? utf8Decode()
                : (chunk) => (chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
        }
        catch {
            // Not a name of this spelling.
        }
    }
    return null;
}
/** Cut between characters, each chunk is decoded by itself: text in ASCII then takes one byte a character. */
function utf8Decode() {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    let isFirst = true;
    let rest = new Uint8Array(0);
    return (chunk) => {
        const bytes = chunk === null ? rest : rest.length === 0 ? chunk : joinBytes(rest, chunk);
        const end = chunk === null ? bytes.length : completeLength(bytes);
        rest = bytes.slice(end);
        const text = decoder.decode(bytes.subarray(0, end));
        const withoutMark = isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text;
        isFirst &&= text === "";
        return withoutMark;
    };
}
/** The length without a character that is not over yet. */
function completeLength(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
        const byte = bytes[bytes.length - back] ?? 0;
        if (byte < 0x80) {
            return bytes.length;
        }
        if (byte >= 0xc0) {
            const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return back < needed ? bytes.length - back : bytes.length;
        }
    }
    return bytes.length;
}
function joinBytes(first, second) {
    const joined = new Uint8Array(first.length + second.length);
    joined.set(first, 0);
    joined.set(second, first.length);
    return joined;
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/xml-text.js

/** Longest text kept of one element: a RecursionError with `--tb=long` has about 0.5 MB. */
const MAX_ELEMENT_TEXT = 2_000_000;
const REFERENCE = /&(?:lt|gt|amp|quot|apos|#\d{1,8}|#[xX][\da-fA-F]{1,8});/g;
const NAMED = new Map([
    ["&lt;", "<"],
    ["&gt;", ">"],
    ["&amp;", "&"],
    ["&quot;", '"'],
    ["&apos;", "'"],
]);
const REPLACEMENT = "\uFFFD";
/**
 * Replaces the five references of XML and character references, those too that XML forbids (`&#x1B;`); what a DOCTYPE
 * declares stays as it is. Line ends become `\n` before that, as XML 1.0 §2.11 says.
 */
function decodeXml(raw) {
    const text = normaliseLineEnds(raw);
    if (!text.includes("&")) {
        return text;
    }
    if (text.includes("&#")) {
        return text.replace(REFERENCE, (reference) => NAMED.get(reference) ?? character(reference));
    }
    // One pass for each is faster than one with a function for all, and `&amp;` comes last: what it makes is no reference.
    return text
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, "&");
}
/** `&#27;` and `&#x1B;`. */
function character(reference) {
    const isHexadecimal = reference[2] === "x" || reference[2] === "X";
    const code = Number.parseInt(reference.slice(isHexadecimal ? 3 : 2), isHexadecimal ? 16 : 10);
    const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
    return isCharacter ? String.fromCodePoint(code) : REPLACEMENT;
}
function normaliseLineEnds(text) {
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
/** Collects a text; of a longer one than `MAX_ELEMENT_TEXT` the head and the tail are kept. */
function elementText() {
    let done = "";
    let raw = "";
    return {
        add: (piece) => {
            raw = bounded(raw + piece);
        },
        addMarked: (text) => {
            done = bounded(done + decodeXml(raw) + normaliseLineEnds(text));
            raw = "";
        },
        whole: () => (0,report_text/* boundText */.O6)(done + decodeXml(raw), MAX_ELEMENT_TEXT),
        tail: (length) => (raw.length > length ? decodeXml(raw.slice(-length)) : done.slice(-length) + decodeXml(raw)),
    };
}
function bounded(text) {
    return text.length > 2 * MAX_ELEMENT_TEXT ? (0,report_text/* boundText */.O6)(text, MAX_ELEMENT_TEXT) : text;
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/status.js

const SKIPPED = /^(?:skipped|disabled|notrun|suppressed|ignored)$/i;
const FAILED = /^(?:fail|failed|failure)$/i;
const ERRED = /^(?:error|errored)$/i;
function isSkippedCase({ status, isSkipped }) {
    return isSkipped || (status !== "" && SKIPPED.test(status));
}
/** Some writers give the result by an attribute alone. */
function finalProblems({ problems, earlier, status, isSkipped }) {
    if (problems.length > 0) {
        return problems;
    }
    if (earlier.length > 0) {
        return earlier.slice(-1);
    }
    if (status === "") {
        return [];
    }
    const kind = FAILED.test(status) ? "failure" : ERRED.test(status) ? "error" : null;
    return kind === null || isSkipped ? [] : [{ kind, message: null, type: null, body: elementText() }];
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/case.js


const PROBLEMS = new Map([
    ["failure", { kind: "failure", isEarlier: false }],
    ["error", { kind: "error", isEarlier: false }],
    ["rerunFailure", { kind: "failure", isEarlier: true }],
    ["rerunError", { kind: "error", isEarlier: true }],
]);
const NONE = [];
const SUITES = new Set(["testsuite", "testsuites"]);
/**
 * Puts the elements of a JUnit file together into test cases, wherever in it they stand. A test that is not closed
 * ends where the next one begins; `<flakyFailure>` is a try that the test passed after, and says nothing.
 */
function caseReader(listener) {
    const state = {
        listener,
        testCase: null,
        element: null,
        mutedBy: null,
        rootName: null,
        depth: 0,
        isCut: false,
    };
    return {
        open: (name, attributes) => case_open(state, name, attributes),
        close: (name) => case_close(state, name),
        isListening: () => state.element !== null && state.mutedBy === null,
        text: (raw) => state.element?.body.add(raw),
        marked: (text) => state.element?.body.addMarked(text),
        cutTag: (name, attributes) => {
            if (PROBLEMS.has(name)) {
                case_open(state, name, attributes);
            }
        },
        end: () => {
            state.isCut = true;
            closeCase(state);
        },
        rootName: () => state.rootName,
        isComplete: () => state.rootName !== null && state.depth === 0,
    };
}
function case_open(state, name, attributes) {
    if (SUITES.has(name) || state.rootName === null || state.rootName === name) {
        state.rootName ??= name;
        state.depth += 1;
    }
    if (SUITES.has(name)) {
        closeCase(state);
        state.listener.onSuite();
    }
    else if (name === "testcase") {
        closeCase(state);
        state.testCase = newCase(attributes);
    }
    else {
        openChild(state, name, attributes);
    }
}
function newCase(attributes) {
    const raw = {
        classname: attributes.get("classname") ?? "",
        name: attributes.get("name") ?? "",
        file: attributes.get("file") ?? null,
    };
    const status = attributes.get("result") ?? attributes.get("status") ?? "";
    return {
        raw,
        problems: NONE,
        earlier: NONE,
        systemOut: null,
        systemErr: null,
        status,
        isSkipped: false,
        isMadeUp: false,
    };
}
/** The address with its references replaced. */
function addressOf({ raw: { classname, name, file } }) {
    return { classname: decodeXml(classname), name: decodeXml(name), file: file ? decodeXml(file) : null };
}
function decoded(attributes, name) {
    const raw = attributes.get(name);
    return raw === undefined ? null : decodeXml(raw);
}
function openChild(state, name, attributes) {
    const problem = PROBLEMS.get(name);
    const { testCase, element } = state;
    if (problem !== undefined) {
        openProblem(state, { name, attributes, ...problem });
    }
    else if (testCase === null) {
        return;
    }
    else if (name === "system-out" || name === "system-err") {
        openOutput(state, testCase, name);
    }
    else if (name === "skipped" && element === null) {
        testCase.isSkipped = true;
    }
}
function openOutput(state, testCase, name) {
    if (state.element !== null) {
        state.mutedBy ??= name;
        return;
    }
    const field = name === "system-out" ? "systemOut" : "systemErr";
    const body = testCase[field] ?? elementText();
    testCase[field] = body;
    state.element = { name, body };
}
/** No writer puts one into another element of a test: what is open was not closed. */
function openProblem(state, { name, attributes, kind, isEarlier }) {
    const testCase = (state.testCase ??= { ...newCase({ get: () => undefined }), isMadeUp: true });
    const problem = {
        kind,
        message: decoded(attributes, "message"),
        type: decoded(attributes, "type"),
        body: elementText(),
    };
    const list = isEarlier ? "earlier" : "problems";
    testCase[list] = [...testCase[list], problem];
    state.element = { name, body: problem.body };
    state.mutedBy = null;
}
function case_close(state, name) {
    if (SUITES.has(name) || state.rootName === name) {
        state.depth -= 1;
    }
    if (SUITES.has(name)) {
        closeCase(state);
        state.listener.onSuite();
    }
    else if (name === "testcase") {
        closeCase(state);
    }
    else {
        closeChild(state, name);
    }
}
function closeChild(state, name) {
    if (state.mutedBy === name) {
        state.mutedBy = null;
    }
    else if (state.element?.name === name) {
        state.element = null;
        if (state.testCase?.isMadeUp === true) {
            closeCase(state);
        }
    }
}
function closeCase(state) {
    const { testCase, isCut, listener } = state;
    const isHalf = isCut && PROBLEMS.has(state.element?.name ?? "");
    state.element = null;
    state.mutedBy = null;
    state.testCase = null;
    if (testCase === null) {
        return;
    }
    const { raw, systemOut, systemErr } = testCase;
    const problems = finalProblems(testCase);
    if (isCut && problems.length === 0) {
        return; // Cut off before its result: neither passed nor failed.
    }
    listener.onCase({
        raw,
        problems,
        systemOut,
        systemErr,
        isSkipped: isSkippedCase(testCase),
        isHalf,
    });
}

// EXTERNAL MODULE: ./.cache/build/read/traceback/exception-text.js
var exception_text = __webpack_require__(8702);
// EXTERNAL MODULE: ./.cache/build/read/subtests.js
var subtests = __webpack_require__(7629);
// EXTERNAL MODULE: ./.cache/build/read/traceback/traceback.js + 1 modules
var traceback_traceback = __webpack_require__(257);
;// CONCATENATED MODULE: ./.cache/build/read/junit/problem.js





/** pytest up to 5 writes this, pytest 6 to 9 put the exception behind the first form. */
const BARE_PHASE = /^test (setup|teardown) failure$/;
const WRAPPED_PHASE = /^failed on (setup|teardown) with "/;
/** pytest 9.2 shortens long attributes. */
const LEFT_OUT = /\n\[\+\d+ more lines?; full report in element text\]"?$/;
const CAPTURE_HEADER = /^-+ Captured (Out|Err|Log) -+$/;
/** unittest's fixtures of a class or module; nose2 cuts `setUpClass (tests.test_a.TestA)` in two at the last dot. */
const FIXTURE_NAME = /^(setUp|tearDown)(?:Class|Module) \(/;
/** How much of a text is enough for the exception alone, which comes last, where an attribute tells it too. */
const BRIEF_TAIL = 2500;
/** All failures of one test case; the same error written twice (collection with `--doctest-modules`) counts once. */
function failuresOfCase(testCase, context) {
    const { isBrief, hasOutput } = context;
    const problems = distinct(testCase.problems.map(({ body, ...rest }) => {
        return { ...rest, text: isBrief && rest.message !== null ? body.tail(BRIEF_TAIL) : body.whole() };
    }));
    const captured = readCaptured(hasOutput ? testCase.systemOut : null, hasOutput ? testCase.systemErr : null);
    const address = addressOf(testCase);
    const failures = problems.map((problem) => failureOf(problem, { address, captured, context }));
    return withoutTwins(failures).map((failure) => ({ failure, address }));
}
/** Two collectors may meet the same error of a module and show it differently. */
function withoutTwins(failures) {
    const seen = new Set();
    return failures.filter(({ phase, exception: { type, message } }) => {
        const key = JSON.stringify([type, message]);
        const isTwin = phase === "collect" && type !== null && seen.has(key);
        seen.add(key);
        return !isTwin;
    });
}
/** Two subtests may well fail alike: only an error is the same one. */
function distinct(problems) {
    if (problems.length < 2) {
        return problems;
    }
    const seen = new Set();
    const own = problems.filter(({ kind, message, text }) => {
        const key = JSON.stringify([message, text]);
        const isTwin = kind === "error" && seen.has(key);
        seen.add(key);
        return !isTwin && !(0,subtests/* sumsUpSubtests */.f)(message);
    });
    return own.length > 0 ? own : problems;
}
function failureOf(problem, { address, captured, context }) {
    const message = problem.message === null ? null : clean(problem.message).replace(LEFT_OUT, "");
    const fixture = fixturePhase(address);
    const { phase, reason } = fixture ? { phase: fixture, reason: message } : readPhase(problem.kind, message);
    const traceback = withReason((0,traceback_traceback/* parseTraceback */.Uy)(clean(problem.text)), { reason, type: problem.type });
    return {
        nodeId: null,
        file: address.file,
        testName: phase === "collect" || fixture !== null || address.name === "" ? null : address.name,
        phase,
        kind: problem.kind,
        ...traceback,
        ...captured,
        source: { report: context.report, format: "junit" },
    };
}
function fixturePhase({ classname, name }) {
    const word = (FIXTURE_NAME.exec(name) ?? FIXTURE_NAME.exec(classname))?.[1];
    return word === undefined ? null : word === "setUp" ? "setup" : "teardown";
}
function readPhase(kind, message) {
    if (kind === "failure") {
        return { phase: "call", reason: message };
    }
    if (message === "collection failure" || message === "internal error") {
        return { phase: "collect", reason: null };
    }
    return readFixturePhase(message) ?? { phase: "call", reason: message };
}
function readFixturePhase(message) {
    const text = message ?? "";
    const wrapped = WRAPPED_PHASE.exec(text);
    const bare = phaseOf(BARE_PHASE.exec(text)?.[1]);
    const phase = phaseOf(wrapped?.[1]);
    if (wrapped === null || phase === null) {
        return bare === null ? null : { phase: bare, reason: null };
    }
    return { phase, reason: text.slice(wrapped[0].length).trimEnd().replace(/"$/, "") };
}
function phaseOf(word) {
    return word === "setup" || word === "teardown" ? word : null;
}
/**
 * The `message` attribute is the text of the exception raised last. It decides where the body names no type, or
 * another one (a `pytest.fail` text that quotes a traceback); the body decides otherwise, since some writers put
 * blanks for the line ends of an attribute. pytest writes no `type` attribute; who does leaves it out of the message.
 */
function withReason(traceback, { reason, type }) {
    const { exception } = traceback;
    if (type !== null) {
        const isNamed = lastName(exception.type) === lastName(type);
        return isNamed ? traceback : { ...traceback, exception: { type, message: reason ?? exception.message } };
    }
    const said = (0,exception_text/* parseExceptionText */.w)(reason ?? "");
    const isSame = exception.type === said.type && lengthOf(exception.message) >= lengthOf(said.message);
    const isSilent = said.type === null && (exception.type !== null || exception.message !== null);
    return isSame || isSilent ? traceback : { ...traceback, exception: { type: said.type, message: said.message } };
}
function lengthOf(message) {
    return message?.length ?? 0;
}
function lastName(type) {
    return type?.split(".").at(-1);
}
/** pytest puts a header before each part when `junit_logging` is set; other writers give the output as it is. */
function readCaptured(systemOut, systemErr) {
    const parts = new Map([
        ...splitCaptured(systemErr?.whole() ?? "", "Err"),
        ...splitCaptured(systemOut?.whole() ?? "", "Out"),
    ]);
    return {
        capturedStdout: (0,report_text/* textOrNull */.ef)(parts.get("Out") ?? ""),
        capturedStderr: (0,report_text/* textOrNull */.ef)(parts.get("Err") ?? ""),
        capturedLog: (0,report_text/* textOrNull */.ef)(parts.get("Log") ?? ""),
    };
}
function splitCaptured(text, whole) {
    const parts = new Map();
    let name = whole;
    for (const line of clean(text).split("\n")) {
        const header = CAPTURE_HEADER.exec(line)?.[1];
        if (header === undefined) {
            const lines = parts.get(name) ?? [];
            lines.push(line);
            parts.set(name, lines);
        }
        else {
            name = header;
        }
    }
    return new Map([...parts].map(([part, lines]) => [part, lines.join("\n").trimEnd()]));
}
function clean(text) {
    return (0,report_text/* stripColours */._j)((0,report_text/* decodePytestEscapes */.a0)(text)).replaceAll("\r\n", "\n");
}

;// CONCATENATED MODULE: ./.cache/build/read/kept-text.js
/** How many characters of captured output are kept, over all files that are read together. */
const MAX_OUTPUT = 1_000_000;
/** How many characters of everything else are. */
const MAX_DETAILS = 1_000_000;
/** What a frame costs beside its path, in characters. */
const FRAME_COST = 40;
/** What a failure costs by its names alone. */
const NAME_COST = 200;
/** Of a message that is kept when there is no more room. */
const BRIEF_MESSAGE = 300;
/** Names and paths that occur again and again; a hostile file has a new one in every line. */
const MAX_SHARED = 20_000;
/**
 * A piece of a string keeps the whole string alive, and that one may be a chunk of the file: what is kept is copied,
 * and what occurs often is kept once.
 */
function keeper() {
    const shared = new Map();
    let left = MAX_DETAILS;
    let outputLeft = MAX_OUTPUT;
    const share = (text) => {
        const known = shared.get(text);
        if (known !== undefined) {
            return known;
        }
        const copy = copyOf(text);
        if (shared.size < MAX_SHARED) {
            shared.set(copy, copy);
        }
        return copy;
    };
    return {
        hasRoom: () => left > 0,
        hasOutputRoom: () => outputLeft > 0 && left > 0,
        keep: (failure) => {
            const kept = left > 0 ? (outputLeft > 0 ? failure : { ...failure, ...NO_OUTPUT }) : brief(failure);
            left -= costOf(kept);
            outputLeft -= kept_text_lengthOf(kept.capturedStdout) + kept_text_lengthOf(kept.capturedStderr) + kept_text_lengthOf(kept.capturedLog);
            return ownFailure(kept, share);
        },
    };
}
const NO_OUTPUT = { capturedStdout: null, capturedStderr: null, capturedLog: null };
function ownFailure(failure, share) {
    return {
        ...failure,
        ...ownPart(failure, share),
        exception: ownException(failure.exception, share),
        chain: failure.chain.map((link) => ownLink(link, share)),
        file: failure.file && share(failure.file),
        testName: failure.testName && copyOf(failure.testName),
        capturedStdout: failure.capturedStdout && copyOf(failure.capturedStdout),
        capturedStderr: failure.capturedStderr && copyOf(failure.capturedStderr),
        capturedLog: failure.capturedLog && copyOf(failure.capturedLog),
    };
}
function ownLink(link, share) {
    return { ...ownException(link, share), relation: link.relation, ...ownPart(link, share) };
}
function ownMember(member, share) {
    const members = member.members.map((one) => ownMember(one, share));
    const chain = member.chain.map((link) => ownLink(link, share));
    return { ...ownException(member, share), chain, frames: ownFrames(member.frames, share), members };
}
function ownPart({ frames, members }, share) {
    const own = ownFrames(frames, share);
    return members === undefined
        ? { frames: own }
        : { frames: own, members: members.map((one) => ownMember(one, share)) };
}
function ownException({ type, message }, share) {
    return { type: type && share(type), message: message && copyOf(message) };
}
function ownFrames(frames, share) {
    return frames.map(({ path, line, function: name }) => ({ path: share(path), line, function: name && share(name) }));
}
function brief(failure) {
    const { members: _, exception, ...rest } = failure;
    const message = exception.message && exception.message.slice(0, BRIEF_MESSAGE);
    return { ...rest, ...NO_OUTPUT, chain: [], frames: [], exception: { type: exception.type, message } };
}
function costOf(failure) {
    return NAME_COST + kept_text_lengthOf(failure.exception.message) + costOfAll(failure.chain) + costOfParts(failure);
}
function costOfAll(parts) {
    return parts.reduce((sum, part) => sum + kept_text_lengthOf(part.message) + costOfParts(part), 0);
}
function costOfParts({ frames, members = [] }) {
    return frames.length * FRAME_COST + costOfAll(members) + costOfAll(members.flatMap(({ chain }) => chain));
}
function kept_text_lengthOf(text) {
    return text?.length ?? 0;
}
/** V8 cuts a new string out of the joined one, which has nothing of the old one any more. */
function copyOf(text) {
    return ` ${text}`.slice(1);
}

// EXTERNAL MODULE: ./.cache/build/read/read-result.js
var read_result = __webpack_require__(498);
;// CONCATENATED MODULE: ./.cache/build/read/junit/recent-names.js
/** How many tests back a name is remembered at least; workers of pytest-xdist put others between two tries of a test. */
const WINDOW = 5000;
/** A power of two; a third of the slots at most is used. */
const SLOTS = 16_384;
/** Two tables, of which the older one is emptied in turn: names are forgotten in the order they came, roughly. */
function recentNames() {
    let recent = newTable();
    let older = newTable();
    let size = 0;
    return {
        meet: (name) => {
            const isRecent = find(recent, name, true);
            size += isRecent ? 0 : 1;
            const isKnown = isRecent || find(older, name, false);
            if (size >= WINDOW) {
                [recent, older] = [older, recent];
                empty(recent);
                size = 0;
            }
            return isKnown;
        },
        clear: () => {
            empty(recent);
            empty(older);
            size = 0;
        },
    };
}
function newTable() {
    return { highs: new Int32Array(SLOTS), lows: new Int32Array(SLOTS) };
}
function empty({ highs, lows }) {
    highs.fill(0);
    lows.fill(0);
}
/** True when it is there; else it is put there, if asked for. A name whose two halves are 0 is never there. */
function find({ highs, lows }, { high, low }, isPut) {
    let slot = low & (SLOTS - 1);
    for (; highs[slot] !== 0 || lows[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
        if (highs[slot] === high && lows[slot] === low) {
            return true;
        }
    }
    if (isPut) {
        highs[slot] = high;
        lows[slot] = low;
    }
    return false;
}
/** Goes on hashing with another text. */
function addToHash(hash, text) {
    let { high, low } = hash;
    for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        high = Math.imul(high ^ code, 0x01_00_01_93);
        low = Math.imul(low + code, 0x5b_d1_e9_95) ^ (low >>> 15);
    }
    hash.high = Math.imul(high ^ text.length, 0x01_00_01_93) ^ (high >>> 13);
    hash.low = Math.imul(low ^ text.length, 0x5b_d1_e9_95) ^ (low >>> 13);
}
/** The same as one number, of 53 bits. */
function hashNumber({ high, low }) {
    return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/tally.js





/** How many tests of a suite that did not pass are remembered for a later try. */
const MAX_OPEN = 20_000;
/** Class names of passing tests that are kept: more than that tell no more. */
const MAX_SEEN = 20_000;
const NOTHING = { failures: [], isSkipped: false };
/**
 * pytest writes a test again for each rerun and for an error in its teardown. The last try counts, and an error in
 * teardown counts beside it: a test that passes in the end is no failure, and no test counts twice.
 */
function tally(report, keeper) {
    const state = {
        report,
        keeper,
        slots: [],
        counts: { tests: 0, failures: 0, errors: 0, skipped: 0 },
        recent: recentNames(),
        open: new Map(),
        suite: -1,
        isNewSuite: true,
        seen: [],
        notedIn: new Map(),
        hash: { high: 0, low: 0 },
        unkept: 0,
        brief: 0,
        withoutOutput: 0,
        recovered: 0,
    };
    return {
        add: (testCase) => add(state, testCase),
        startSuite: () => {
            state.recent.clear();
            state.open.clear();
            state.isNewSuite = true;
        },
        counts: () => ({ ...state.counts }),
        seen: () => state.seen,
        failures: () => state.slots.filter((slot) => slot !== null),
        uncounted: () => state.unkept,
        briefCount: () => state.brief,
        withoutOutput: () => state.withoutOutput,
        recovered: () => state.recovered,
    };
}
function add(state, testCase) {
    const { raw, problems, isSkipped } = testCase;
    state.suite += state.isNewSuite ? 1 : 0;
    state.isNewSuite = false;
    const isPassed = problems.length === 0 && !isSkipped;
    const name = hashOf(state, testCase, isPassed);
    if (raw.name === "") {
        state.counts.tests += 1;
        addResult(state, testCase);
        return;
    }
    const isKnown = state.recent.meet(name);
    state.counts.tests += isKnown ? 0 : 1;
    const earlier = isKnown ? state.open.get(hashNumber(name)) : undefined;
    if (!isPassed || earlier !== undefined) {
        remember(state, hashNumber(name), addResult(state, testCase, earlier));
    }
}
function remember({ open }, number, seen) {
    if (open.size < MAX_OPEN || open.has(number)) {
        open.set(number, seen);
    }
}
/** The hash of its name, and its class name noted if it passed. */
function hashOf(state, testCase, isPassed) {
    const { classname, name, file } = testCase.raw;
    const { hash } = state;
    hash.high = 1;
    hash.low = 1;
    addToHash(hash, classname);
    if (isPassed) {
        noteClass(state, testCase, hashNumber(hash));
    }
    addToHash(hash, name);
    if (file !== null) {
        addToHash(hash, file);
    }
    return hash;
}
function noteClass({ notedIn, seen, suite }, testCase, number) {
    if (seen.length >= MAX_SEEN || notedIn.get(number) === suite) {
        return;
    }
    notedIn.set(number, suite);
    const own = { classname: copyOf(addressOf(testCase).classname), name: "", isCollection: false };
    seen.push(suite > 0 ? { ...own, suite } : own);
}
function addResult(state, testCase, earlier = NOTHING) {
    const { problems, isSkipped } = testCase;
    const failures = problems.length === 0 ? [] : read(state, testCase);
    const staysBeside = isSkipped || (failures.length > 0 && failures.every(({ failure }) => failure.phase === "teardown"));
    const before = staysBeside ? earlier : undo(state, earlier, problems.length === 0);
    state.counts.skipped += isSkipped && !before.isSkipped ? 1 : 0;
    const added = failures.map((failure) => ({ kind: failure.failure.kind, slot: keep(state, failure) }));
    return { failures: [...before.failures, ...added], isSkipped: before.isSkipped || isSkipped };
}
function read(state, testCase) {
    const { report, keeper } = state;
    const hasOutput = testCase.systemOut !== null || testCase.systemErr !== null;
    state.withoutOutput += hasOutput && !keeper.hasOutputRoom() ? 1 : 0;
    return failuresOfCase(testCase, { report, isBrief: !keeper.hasRoom(), hasOutput: keeper.hasOutputRoom() });
}
function undo(state, { failures, isSkipped }, isPassed) {
    for (const { kind, slot } of failures) {
        state.counts[kind === "failure" ? "failures" : "errors"] -= 1;
        if (slot === null) {
            state.unkept -= 1;
        }
        else {
            state.slots[slot] = null;
        }
    }
    state.counts.skipped -= isSkipped ? 1 : 0;
    state.recovered += isPassed && failures.length > 0 ? 1 : 0;
    return NOTHING;
}
/** Its place among the failures kept; null when there are too many. */
function keep(state, { failure, address }) {
    state.counts[failure.kind === "failure" ? "failures" : "errors"] += 1;
    if (state.slots.length >= read_result/* MAX_FAILURES */.T) {
        state.unkept += 1;
        return null;
    }
    state.brief += state.keeper.hasRoom() ? 0 : 1;
    const kept = state.keeper.keep(failure);
    return state.slots.push({ failure: kept, address: address && ownAddress(state, address) }) - 1;
}
function ownAddress({ suite }, { classname, name, file }) {
    const own = { classname: copyOf(classname), name: copyOf(name), file: file && copyOf(file) };
    return suite > 0 ? { ...own, suite } : own;
}

// EXTERNAL MODULE: ./node_modules/htmlparser2/dist/Tokenizer.js + 6 modules
var Tokenizer = __webpack_require__(5052);
;// CONCATENATED MODULE: ./.cache/build/read/junit/text-window.js
/** Keeps the last chunk, and of earlier ones only what is not read yet: memory does not grow with the file. */
function textWindow() {
    let held = "";
    let heldFrom = 0;
    let chunk = "";
    let chunkFrom = 0;
    const slice = (start, end) => start >= chunkFrom
        ? chunk.slice(start - chunkFrom, end - chunkFrom)
        : (held + chunk).slice(Math.max(start - heldFrom, 0), end - heldFrom);
    return {
        append: (next) => {
            chunkFrom += chunk.length;
            chunk = next;
        },
        slice,
        rest: (start) => slice(start, chunkFrom + chunk.length),
        end: () => chunkFrom + chunk.length,
        forget: (start) => {
            const from = Math.max(start, heldFrom);
            held = from < chunkFrom ? held.slice(from - heldFrom) + chunk : chunk.slice(from - chunkFrom);
            heldFrom = from;
            chunkFrom += chunk.length;
            chunk = "";
        },
        heldLength: () => held.length,
        reset: () => {
            held = "";
            heldFrom = 0;
            chunk = "";
            chunkFrom = 0;
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/names.js
const SECTION = "<![CDATA[";
const SECTION_END = "]]>";
/** Tags that no writer leaves inside an attribute or a declaration: where one stands, the tag around it is broken. */
const LANDMARK = /<\/?(?:testcase|testsuites?|failure|error|skipped|system-out|system-err)(?=[\s>/]|$)/;
/** In a value that may go on behind what is read of it. */
const LANDMARK_INSIDE = /<\/?(?:testcase|testsuites?|failure|error|skipped|system-out|system-err)(?=[\s>/])/;
const LANDMARK_LENGTH = "</system-err>".length;
/** Where a section that nobody closed should have ended. */
const SECTION_BREAK = /<\/(?:failure|error|system-out|system-err)>\s*<|<\/testcase>\s*<\/?test(?:case|suite)/;
/** Names that are asked for, as one string each: equal ones are compared by where they are, and not letter by letter. */
const NAMES = new Map([
    ["testcase", "testsuite", "testsuites", "failure", "error", "skipped", "system-out", "system-err"],
    ["classname", "name", "file", "message", "type", "status", "result"],
]
    .flat()
    .map((name) => [name, name]));
function localName(name) {
    return NAMES.get(name) ?? name.slice(name.indexOf(":") + 1);
}
/** Where a section should have ended: it holds the begin of another one, and not as a writer would put it there. */
function sectionBreak(text, isCut) {
    const isBroken = isCut || (text.includes(SECTION) && !text.endsWith("]]"));
    return isBroken ? (SECTION_BREAK.exec(text)?.index ?? null) : null;
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/tag.js

/** Of names and values together; no writer has so many. */
const MAX_ATTRIBUTES = 100;
function newTag() {
    return { name: null, start: 0, attributes: [], length: 0, attribute: null, value: "", lastPart: "", unread: "" };
}
function attributesOf(tag) {
    return {
        get: (name) => {
            if (tag.unread !== "") {
                readAttributes(tag);
            }
            for (let index = 0; index < tag.length; index += 2) {
                if (tag.attributes[index] === name) {
                    return tag.attributes[index + 1];
                }
            }
            return undefined;
        },
    };
}
/** Forgets the attributes of the tag before; `unread` are its own, as far as they are known by now. */
function startAttributes(tag, unread) {
    tag.length = 0;
    tag.unread = unread;
}
/** Keeps one whose name somebody may ask for. */
function addAttribute(tag, name, value) {
    if (tag.length < MAX_ATTRIBUTES) {
        tag.attributes[tag.length] = name;
        tag.attributes[tag.length + 1] = value;
        tag.length += 2;
    }
}
function readAttributes(tag) {
    const { unread } = tag;
    tag.unread = "";
    for (let at = 0; at < unread.length;) {
        const equals = unread.indexOf("=", at);
        const end = unread.indexOf('"', equals + 2);
        const name = NAMES.get(unread.slice(at, equals).trimStart());
        if (name !== undefined) {
            addAttribute(tag, name, unread.slice(equals + 2, end));
        }
        at = end + 1;
    }
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/plain-tag.js


/** A whole tag as serializers write it: nothing in it that could be the begin of another one. */
const PLAIN_TAG = /<(?:\/([\w:.-]+)[ \t\r\n]*|([\w:.-]+)((?:[ \t\r\n]+[\w:.-]+="[^"<]*")*)[ \t\r\n]*(\/?))>/y;
/**
 * Tells the handler the tag that stands at `start`, if it is a plain one, and returns where it ends; null for whatever
 * the tokenizer has to look at. Almost all tags are plain, and the tokenizer looks at each of their characters.
 */
function plainTag(state, text, start) {
    PLAIN_TAG.lastIndex = start;
    const match = PLAIN_TAG.exec(text);
    if (match === null) {
        return null;
    }
    const { handler, tag, attributes } = state;
    const [whole, closed, opened = "", raw = "", slash] = match;
    if (closed !== undefined) {
        handler.close(localName(closed));
        return start + whole.length;
    }
    const name = localName(opened);
    startAttributes(tag, raw);
    handler.open(name, attributes);
    if (slash === "/") {
        handler.close(name);
    }
    return start + whole.length;
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/xml-tokens.js




/** What the tokenizer calls: offsets in, elements out to the handler. After a break it is not listened to any more. */
function tokenCallbacks(state) {
    const nothing = () => undefined;
    return {
        onopentagname: (start, end) => openTagName(state, start, end),
        onattribname: (start, end) => attributeName(state, start, end),
        onattribdata: (start, end) => attributeData(state, start, end),
        onattribend: () => keepAttribute(state),
        onattribentity: nothing,
        onopentagend: (index) => void openTagEnd(state, index),
        onselfclosingtag: (index) => {
            const name = openTagEnd(state, index);
            if (name !== null) {
                state.handler.close(name);
            }
        },
        onclosetag: (start, end) => closeTag(state, start, end),
        ontext: (start, end) => textPiece(state, start, end),
        ontextentity: nothing,
        oncdata: (start, end, endOffset) => section(state, start, end - endOffset),
        oncomment: (_, end) => {
            state.readTo = end + 1;
        },
        ondeclaration: (start, end) => declaration(state, start, end),
        onprocessinginstruction: (start, end) => declaration(state, start, end),
        onend: nothing,
    };
}
/** Ends the attribute that is open, whole or not. */
function keepAttribute({ tag, broken }) {
    if (broken === null && tag.attribute) {
        addAttribute(tag, tag.attribute, tag.value);
    }
    tag.attribute = null;
}
function lose(state, broken) {
    state.broken = broken;
    state.pause();
}
/** The last one of a row: each would go on to the end of all. What is no tag hides those behind it. */
const INNER_TAG = /<[!?]|<[^<]*$/;
/** A name in a tag; null when a `<` is in it: another tag begins there. */
function nameAt(state, start, end) {
    if (state.broken !== null) {
        return null;
    }
    const name = state.window.slice(start, end);
    const at = name.search(INNER_TAG);
    if (at >= 0) {
        lose(state, { from: state.tag.name === null ? start : state.tag.start, at: start + at, isMarked: false });
        return null;
    }
    state.readTo = end;
    return name;
}
function openTagName(state, start, end) {
    const name = nameAt(state, start, end);
    if (name !== null) {
        state.tag.name = localName(name);
        state.tag.start = start - 1;
        startAttributes(state.tag, "");
    }
}
function attributeName(state, start, end) {
    const name = nameAt(state, start, end);
    if (name !== null) {
        state.tag.attribute = NAMES.get(name) ?? "";
        state.tag.value = "";
        state.tag.lastPart = "";
    }
}
function attributeData(state, start, end) {
    const { tag, window } = state;
    if (state.broken !== null || tag.attribute === null) {
        return;
    }
    const part = window.slice(start, end);
    const before = tag.lastPart.slice(-LANDMARK_LENGTH);
    const landmark = part.includes("<") || before !== "" ? LANDMARK_INSIDE.exec(before + part) : null;
    if (tag.attribute !== "") {
        const value = tag.value + part;
        const length = landmark === null ? value.length : value.length - part.length - before.length + landmark.index;
        tag.value = value.length > 2 * MAX_ELEMENT_TEXT ? (0,report_text/* boundText */.O6)(value, MAX_ELEMENT_TEXT) : value.slice(0, length);
    }
    tag.lastPart = part;
    state.readTo = Math.max(state.readTo, end - LANDMARK_LENGTH); // a tag may stand across two parts
    if (landmark !== null) {
        keepAttribute(state);
        lose(state, { from: tag.start, at: start - before.length + landmark.index, isMarked: false });
    }
}
function openTagEnd(state, index) {
    const { tag, attributes, handler } = state;
    const { name } = tag;
    if (state.broken !== null || name === null) {
        return null;
    }
    tag.name = null;
    state.readTo = index + 1;
    handler.open(name, attributes);
    return name;
}
function closeTag(state, start, end) {
    const name = nameAt(state, start, end);
    if (name !== null) {
        state.readTo += state.window.slice(end, end + 1) === ">" ? 1 : 0;
        state.handler.close(localName(name));
    }
}
function textPiece(state, start, end) {
    state.readTo = end;
    if (state.isAtEnd) {
        // The tokenizer gives what it never saw the end of as text: `<?` or `<!` and all behind it.
        declaration(state, start, end - 1);
    }
    if (state.broken === null && state.handler.isListening()) {
        state.handler.text(state.window.slice(start, end));
    }
}
function section(state, start, end) {
    const { window, handler } = state;
    const raw = window.slice(start, end);
    const at = sectionBreak(raw, state.isAtEnd);
    if (at !== null) {
        lose(state, { from: start, at: start + at, isMarked: true });
        return;
    }
    state.readTo = end + SECTION_END.length;
    if (handler.isListening()) {
        handler.marked(raw);
    }
}
function declaration(state, start, end) {
    const landmark = LANDMARK.exec(state.window.slice(start, end + 1));
    if (landmark === null) {
        state.readTo = end + 1;
    }
    else {
        lose(state, { from: start, at: start + landmark.index, isMarked: false });
    }
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/xml-reader.js






/** A piece that is not over after this many characters is handed over in parts, or given up when it is no text. */
const MAX_HELD = 1_000_000;
/**
 * Reads XML, broken or not, with memory that does not grow with it. References stay as they are, so that texts nobody
 * asks for are never decoded. A tag, attribute or section that a damaged file never closes ends at the next tag of a
 * test: one bad test does not take the others with it.
 */
function xmlReader(handler) {
    const tag = newTag();
    const state = {
        handler,
        window: textWindow(),
        pause: () => tokenizer.pause(),
        tag,
        attributes: attributesOf(tag),
        readTo: 0,
        broken: null,
        isAtEnd: false,
    };
    const tokenizer = new Tokenizer/* default */.A({ xmlMode: true, decodeEntities: false }, tokenCallbacks(state));
    const reading = { state, tokenizer };
    return { write: (text) => feed(reading, text), end: () => finish(reading) };
}
/** The tokenizer looks at each character: it gets what is not plain, one tag after the other. */
function feed(reading, text) {
    const { state } = reading;
    let isTangled = false;
    for (let at = 0; at < text.length;) {
        const start = isBetweenTags(state) ? passPlain(state, text, at) : at;
        at = isTangled ? text.length : tagEnd(text, start);
        write(reading, text.slice(start, at)); // nothing, too: else the piece before would be held
        isTangled = !isBetweenTags(state);
    }
}
/** All that the tokenizer got is read: it is in no tag, comment or section. */
function isBetweenTags({ window, readTo }) {
    return readTo === window.end();
}
/** Tells the handler all texts and plain tags up to the first one that is not plain, and returns where that begins. */
function passPlain(state, text, from) {
    let start = from;
    for (let at = from; at !== null; at = plainTag(state, text, start)) {
        start = passText(state.handler, text, at);
    }
    return start;
}
/** Where the next tag begins. */
function passText(handler, text, from) {
    const found = text.indexOf("<", from);
    const start = found < 0 ? text.length : found;
    if (start > from && handler.isListening()) {
        handler.text(text.slice(from, start));
    }
    return start;
}
/** Where a tag ends, or seems to: a value may hold the character. */
function tagEnd(text, start) {
    const mark = text.startsWith(SECTION, start) ? SECTION_END : ">";
    const found = text.indexOf(mark, start);
    return found < 0 ? text.length : found + mark.length;
}
function write(reading, text) {
    for (let next = text; next !== null; next = afterWrite(reading)) {
        reading.state.window.append(next);
        reading.tokenizer.write(next);
    }
}
/** The text to go on with where the tokenizer has to begin anew; null when all is well. */
function afterWrite(reading) {
    const { window, broken, readTo } = reading.state;
    if (broken !== null) {
        return recover(reading, broken);
    }
    window.forget(readTo);
    return window.heldLength() > MAX_HELD ? relieve(reading) : null;
}
function finish(reading) {
    const { state, tokenizer } = reading;
    state.isAtEnd = true;
    tokenizer.end();
    while (state.broken !== null) {
        feed(reading, recover(reading, state.broken));
        tokenizer.end();
    }
    const { name } = state.tag;
    if (name !== null) {
        keepAttribute(state);
        state.handler.cutTag(name, state.attributes);
    }
}
function recover(reading, { from, at, isMarked }) {
    const { window, handler, tag, attributes } = reading.state;
    const rest = window.rest(at);
    if (tag.name !== null && LANDMARK.test(`<${tag.name}`)) {
        handler.open(tag.name, attributes);
    }
    else if (handler.isListening()) {
        const lost = window.slice(from, at);
        handOver(handler, lost, isMarked);
    }
    startAnew(reading);
    return rest;
}
function handOver(handler, text, isMarked) {
    if (isMarked) {
        handler.marked(text);
    }
    else {
        handler.text(text);
    }
}
function startAnew({ state, tokenizer }) {
    tokenizer.reset();
    state.window.reset();
    state.tag.name = null;
    state.tag.attribute = null;
    state.readTo = 0;
    state.broken = null;
}
/** Hands over a long section in parts, and gives up on a long tag: memory must not grow with it. */
function relieve(reading) {
    const { window, readTo, tag } = reading.state;
    const held = window.rest(readTo);
    const start = tag.name === null ? held.indexOf("<") : -1;
    if (start >= 0 && held.startsWith(SECTION, start)) {
        return relieveSection(reading, held.slice(start + SECTION.length));
    }
    const isComment = start >= 0 && held.startsWith("<!--", start);
    const landmark = isComment ? null : LANDMARK.exec(held.slice(start + 1));
    startAnew(reading);
    return isComment ? `<!--${held.slice(-3)}` : landmark && held.slice(start + 1 + landmark.index);
}
function relieveSection(reading, text) {
    const { handler } = reading.state;
    const brokenAt = sectionBreak(text, false);
    const length = text.length - SECTION_END.length;
    const cut = brokenAt ?? (text[length - 1] === "\r" ? length - 1 : length); // "\r\n" stays together
    if (handler.isListening()) {
        handler.marked(text.slice(0, cut));
    }
    startAnew(reading);
    return `${brokenAt === null ? SECTION : ""}${text.slice(cut)}`;
}

;// CONCATENATED MODULE: ./.cache/build/read/junit/junit.js






/** Longest piece of text made at once: a file in one piece may be longer than a string can be. */
const PIECE_BYTES = 64 * 1024;
/** Makes a reader; `report` is the name that failures and notes carry, `kept` the room that several files share. */
function junitReader(report, kept = keeper()) {
    const results = tally(report, kept);
    let hasHalf = false;
    const scan = junitScan({
        onCase: (testCase) => {
            hasHalf ||= testCase.isHalf;
            results.add(testCase);
        },
        onSuite: () => results.startSuite(),
    });
    return {
        write: (chunk) => scan.write(chunk),
        end: () => {
            const file = scan.end();
            const notes = notesOf(results, { ...file, report, hasHalf });
            return { failures: results.failures(), counts: results.counts(), notes, seen: results.seen() };
        },
    };
}
/** Reads one JUnit XML file that is in memory; node ids are null until resolved against the repository's files. */
function readJunit(bytes, report) {
    const reader = junitReader(report);
    reader.write(bytes);
    return reader.end();
}
/** The test cases of a file one by one, as they stand in it: a test may come more than once. */
function junitScan(listener) {
    const decoder = reportDecoder();
    const cases = caseReader(listener);
    const reader = xmlReader(cases);
    return {
        write: (chunk) => {
            for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
                reader.write(decoder.write(chunk.subarray(start, start + PIECE_BYTES)));
            }
        },
        end: () => {
            reader.write(decoder.end());
            reader.end();
            cases.end();
            const unknownEncoding = decoder.unknownEncoding();
            return { rootName: cases.rootName(), isComplete: cases.isComplete(), unknownEncoding };
        },
    };
}
function notesOf(results, file) {
    const { report, rootName, unknownEncoding } = file;
    const notes = unknownEncoding === null
        ? []
        : [`${report} declares the unknown encoding ${unknownEncoding}; it was read as UTF-8.`];
    if (rootName === null) {
        return [...notes, `${report} is not XML: it holds no element.`];
    }
    const isEmpty = results.counts().tests === 0;
    if (isEmpty && !/^testsuites?$/.test(rootName)) {
        return [
            ...notes,
            `${report} is not JUnit XML: its root element is <${rootName.slice(0, 40)}>, and it holds no tests.`,
        ];
    }
    return [
        ...notes,
        ...partNotes(file),
        ...(isEmpty ? [`${report} holds no tests.`] : []),
        ...keptNotes(results, report),
    ];
}
function partNotes({ report, isComplete, hasHalf, }) {
    const half = hasHalf ? ", and of its last failure only a part" : "";
    return isComplete ? [] : [`${report} breaks off before its end; what was read up to there is used${half}.`];
}
/** Nothing is left out in silence. */
function keptNotes(results, report) {
    const [brief, silent] = [results.briefCount(), results.withoutOutput()];
    const [unkept, recovered] = [results.uncounted(), results.recovered()];
    return [
        ...(recovered > 0 ? [`${report}: ${recovered} tests failed and passed when they were run again.`] : []),
        ...(silent > 0 ? [`${report}: the captured output of ${silent} tests was left out; there is too much of it.`] : []),
        ...(brief > 0 ? [`${report}: of ${brief} failures only the exception is kept; there are too many of them.`] : []),
        ...(unkept > 0 ? [`${report} holds more than ${read_result/* MAX_FAILURES */.T} failures; the rest is only counted.`] : []),
    ];
}

// EXTERNAL MODULE: ./.cache/build/read/merge.js + 3 modules
var merge = __webpack_require__(1943);
;// CONCATENATED MODULE: ./.cache/build/text/ending-index.js
/** `nameOf` gives the name to look a path up by, with this separator between its parts. */
function endingIndex(paths, separator, nameOf = String) {
    const entries = [...paths].map((path) => ({ path, key: keyOf(nameOf(path), separator) }));
    return { entries: entries.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)), separator };
}
/** The paths whose name is this, or ends in it after a separator. */
function pathsEndingIn(name, { entries, separator }) {
    const key = keyOf(name, separator);
    const whole = [firstNotBefore(entries, key), firstNotBefore(entries, `${key}\0`)];
    const after = String.fromCharCode(separator.charCodeAt(0) + 1);
    const longer = [firstNotBefore(entries, key + separator), firstNotBefore(entries, key + after)];
    return {
        count: whole[1] - whole[0] + longer[1] - longer[0],
        paths: (limit) => {
            const first = entries.slice(whole[0], Math.min(whole[1], whole[0] + limit));
            const rest = entries.slice(longer[0], Math.min(longer[1], longer[0] + limit - first.length));
            return [...first, ...rest].map(({ path }) => path);
        },
    };
}
function keyOf(name, separator) {
    return name.split(separator).toReversed().join(separator);
}
/** Halves what is left until the first entry is found that does not come before the key. */
function firstNotBefore(entries, key) {
    let [low, high] = [0, entries.length];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((entries[middle]?.key ?? "") < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// EXTERNAL MODULE: ./.cache/build/text/frame-owner.js
var frame_owner = __webpack_require__(5216);
;// CONCATENATED MODULE: ./.cache/build/text/repository-path.js


/** Packages install such folders by mistake; they are never the project's own. */
const SHARED_NAMES = new Set(["tests", "test", "docs", "examples"]);
/** Of more paths than these the first ones tell the folders. */
const MAX_VOTERS = 3000;
const MAX_MOUNTS = 50;
const MAX_PARTS = 100;
const UNUSUAL = /\\|\/\/|(?:^|\/)\.\.?(?:\/|$)/;
/** Of more files than these that fit alike, none is meant without the help of other paths. */
const MAX_FILES = 100;
/**
 * Finds the tracked files that a report's paths mean, whatever folder they were checked out to and whichever folder
 * pytest was started in. The longest common end wins; where several files fit, the other paths of the report tell which
 * folder stands for which. A path of an installation means a tracked file only where a folder found so holds it, or
 * where it is the project's own package.
 */
function repositoryPaths(paths, files) {
    if (files.tracked.size === 0)
        return () => null;
    const voters = [...new Set([...paths].map(normalised))].slice(0, MAX_VOTERS);
    const matches = voters.map((path) => matchesOf(path, files));
    const votes = countVotes(matches);
    const mounts = knownMounts(matches, votes);
    const found = new Map();
    return (path) => {
        const key = normalised(path);
        const known = found.get(key);
        if (known !== undefined)
            return known;
        const own = matchesOf(key, files);
        const file = own.length > 0 ? (bestOf(own, votes)?.file ?? null) : fromOthers(key, mounts, files.tracked);
        found.set(key, file);
        return file;
    };
}
/** Prepares files given relative to the repository root, with `/`. */
function repositoryFiles(trackedFiles) {
    const tracked = new Set(trackedFiles);
    return { tracked, byEnding: endingIndex(tracked, "/"), hasForeign: trackedFiles.some(isForeignPath) };
}
/** The tracked files that a path may mean: those that are its end, and those that share most of its end with it. */
function matchesOf(path, files) {
    const isForeign = isForeignPath(path);
    if (path === "" || (isForeign && !files.hasForeign))
        return [];
    const ends = knownEnds(path, files);
    const longest = ends.at(-1);
    const alike = longest === undefined ? null : pathsEndingIn(longest, files.byEnding);
    const isTelling = longest === path || ends.length > 1;
    const sharing = alike !== null && isTelling && alike.count <= MAX_FILES ? alike.paths(MAX_FILES) : [];
    const unique = new Set([...ends.filter((end) => files.tracked.has(end)), ...sharing]);
    return [...unique].filter((file) => !isForeign || isForeignPath(file)).map((file) => matchOf(path, file));
}
/** The ends of a path that tracked files have too, shortest first. */
function knownEnds(path, { byEnding }) {
    const ends = [];
    for (let at = path.length; at > 0 && ends.length < MAX_PARTS;) {
        at = path.lastIndexOf("/", at - 1);
        const end = path.slice(at + 1);
        if (pathsEndingIn(end, byEnding).count === 0)
            break;
        ends.push(end);
    }
    return ends;
}
function matchOf(path, file) {
    const [theirs, ours] = [path.split("/"), file.split("/")];
    let length = 0;
    while (length < Math.min(theirs.length, ours.length) && theirs.at(-1 - length) === ours.at(-1 - length))
        length += 1;
    return { file, length, theirs: theirs.slice(0, -length).join("/"), ours: ours.slice(0, -length).join("/") };
}
function countVotes(voters) {
    const votes = new Map();
    for (const match of voters.flat())
        votes.set(repository_path_keyOf(match), (votes.get(repository_path_keyOf(match)) ?? 0) + 1);
    return votes;
}
function bestOf(matches, votes) {
    const ranked = matches
        .map((match) => ({ match, rank: rankOf(match, votes) }))
        .toSorted((a, b) => compare(b.rank, a.rank));
    const [first, second] = ranked;
    const isTied = first !== undefined && second !== undefined && compare(first.rank, second.rank) === 0;
    return first === undefined || isTied ? null : first.match;
}
/** The folders that the paths agree on. */
function knownMounts(voters, votes) {
    const best = voters.flatMap((matches) => bestOf(matches, votes) ?? []);
    return [...new Map(best.map((match) => [repository_path_keyOf(match), match])).values()].slice(0, MAX_MOUNTS);
}
/** How many paths say the same of the folders; whether one is the whole end of the other; how much agrees. */
function rankOf(match, votes) {
    return [votes.get(repository_path_keyOf(match)) ?? 0, match.theirs === "" || match.ours === "" ? 1 : 0, match.length];
}
function compare(first, second) {
    return first[0] - second[0] || first[1] - second[1] || first[2] - second[2];
}
function fromOthers(path, mounts, tracked) {
    const files = mounts.flatMap(({ theirs, ours }) => {
        if (theirs !== "" && !path.startsWith(`${theirs}/`))
            return [];
        const rest = theirs === "" ? path : path.slice(theirs.length + 1);
        const file = ours === "" ? rest : `${ours}/${rest}`;
        return tracked.has(file) ? [file] : [];
    });
    return new Set(files).size === 1 ? (files[0] ?? null) : ownPackage(path, tracked);
}
/** An installed copy of the project itself (tox, a wheel that is tested): its files are tracked as they are or in `src`. */
function ownPackage(path, tracked) {
    const { owner, shownPath } = (0,frame_owner/* ownerOf */.b)(path);
    const [folder = ""] = shownPath.split("/");
    if (owner !== "dependency" || !shownPath.includes("/") || shownPath === path || SHARED_NAMES.has(folder))
        return null;
    return [shownPath, `src/${shownPath}`].find((file) => tracked.has(file)) ?? null;
}
function isForeignPath(path) {
    const { owner } = (0,frame_owner/* ownerOf */.b)(path);
    return owner !== "project" && owner !== "test";
}
/** With `/`, without `.` and `..`: what leads out of the folder pytest was started in is as good as unknown. */
function normalised(path) {
    if (!UNUSUAL.test(path))
        return path;
    const parts = [];
    const slashed = path.replaceAll("\\", "/");
    for (const part of slashed.split("/")) {
        if (part === "..")
            parts.pop();
        else if (part !== "." && (part !== "" || parts.length === 0))
            parts.push(part);
    }
    return parts.join("/");
}
function repository_path_keyOf({ theirs, ours }) {
    return `${theirs}\n${ours}`;
}

// EXTERNAL MODULE: ./.cache/build/text/junit-address.js
var junit_address = __webpack_require__(3098);
;// CONCATENATED MODULE: ./.cache/build/read/file-index.js


const FOLDER = /^(.+)\/(?:__init__|conftest)\.py$/s;
/** `paths` are relative to the repository root, with `/`; or absolute where only a traceback tells them. */
function indexFiles(paths) {
    const unique = new Set(paths);
    const folders = new Set([...unique].flatMap((path) => FOLDER.exec(path)?.[1] ?? []));
    return { files: endingIndex(unique, ".", junit_address/* dottedName */._P), folders: endingIndex(folders, ".", junit_address/* dottedName */._P) };
}
/** A big report asks for few names, each many times. */
const answers = new WeakMap();
/** The first paths whose last parts have this name. A name that begins within a folder's name is none of a path. */
function pathsNamed(name, index, limit) {
    const known = answers.get(index) ?? new Map();
    const key = `${limit} ${name}`;
    const found = known.get(key) ?? findPaths(name, index, limit);
    answers.set(index, known.set(key, found));
    return found;
}
function findPaths(name, index, limit) {
    return pathsEndingIn(name, index)
        .paths(limit)
        .flatMap((path) => {
        const start = (0,junit_address/* dottedName */._P)(path).length - name.length;
        if (start > 0 && path[start - 1] !== "/")
            return [];
        return [{ path, ending: path.slice(start), root: path.slice(0, Math.max(0, start - 1)) }];
    });
}

;// CONCATENATED MODULE: ./.cache/build/read/suite-facts.js
/** A name that can be read in so many ways is not read in more; what only some of them say is not used. */
const MAX_READINGS = 300;
/** Longer prefixes are none that people choose. */
const MAX_PREFIX = 8;
/** Puts the names of each suite together: one run of pytest has one root directory and one prefix. */
function suiteFacts(names, read) {
    const suites = new Map();
    for (const name of names) {
        const suite = suites.get(name.suite ?? 0) ?? new Map();
        suites.set(name.suite ?? 0, suite.set(suite_facts_keyOf(name), name));
    }
    return new Map([...suites].map(([suite, unique]) => [suite, factsOf([...unique.values()], read)]));
}
function suite_facts_keyOf({ classname, name, isCollection }) {
    return isCollection ? `${classname}\n${name}` : classname;
}
function factsOf(names, read) {
    const readings = names.map((name) => read(name, 0));
    const told = readings.filter(({ length }) => length > 0 && length < MAX_READINGS);
    const folders = told.map((all) => new Set(all.map(({ root }) => root)));
    const prefixLength = readings.every(({ length }) => length > 0) ? 0 : longestPrefix(names, read);
    return { roots: folders.length === 0 ? new Set() : folders.reduce(common), prefixLength };
}
/** The shortest prefix that lets most names be read from the repository root; 0 when none does. */
function longestPrefix(names, read) {
    let best = { length: 0, count: 0 };
    for (let length = 1; length <= sharedParts(names); length += 1) {
        const count = names.filter((name) => read(name, length).some(isFromTop)).length;
        if (count > best.count)
            best = { length, count };
    }
    return best.length;
}
/** A prefix and a root directory below the repository's at once would let almost every name be read. */
function isFromTop({ root }) {
    return root === "" || root.startsWith("/") || /^[A-Za-z]:/.test(root);
}
/** How many parts in front all names have in common; a test's name is no prefix as a whole. */
function sharedParts(names) {
    const [first = [], ...others] = names.map(({ classname }) => classname.split(".").slice(0, MAX_PREFIX + 1));
    const shared = first.findIndex((part, at) => others.some((parts) => parts[at] !== part));
    return Math.min(MAX_PREFIX, shared < 0 ? first.length : shared);
}
function common(one, other) {
    return new Set([...one].filter((root) => other.has(root)));
}

;// CONCATENATED MODULE: ./.cache/build/read/node-id.js



const NOWHERE = { nodeId: null, file: null, between: [] };
/** No path and no nesting of classes has so many parts. */
const node_id_MAX_PARTS = 100;
/** `setUpClass (tests.test_a.TestA)`, also with a class name in front. */
const FIXTURE = /^(?:[\w.]+\.)?(?:setUp|tearDown)(Class|Module) \(([\w.]+)\)$/;
/**
 * Finds the node ids of JUnit test cases. pytest joins a prefix of the user's (`--junit-prefix`), the path from its root
 * directory and the classes by dots, so a name may be read in several ways. What else is known decides: the `file`
 * attribute, the files of the tracebacks, and that one run has one root directory and one prefix (`seen`: what the
 * passing tests of the same suites are called). What is still open stays open: a guess would run other tests.
 */
function findTests(questions, seen, index) {
    const named = questions.map((question) => ({ ...question, ...pytestName(question) }));
    const names = named.map(({ address, isCollection }) => ({ ...address, isCollection }));
    const facts = suiteFacts([...seen, ...names], (name, drop) => readingsOf(name, drop, index));
    return named.map((question) => placeOf(question, facts.get(question.address.suite ?? 0), index));
}
/** unittest's own runners have names for what happens outside of tests, some with a dot in the wrong place. */
function pytestName({ address, isCollection }) {
    const { classname, name } = address;
    if (classname.endsWith("_FailedTest"))
        return { address: { ...address, classname: "" }, isCollection: true };
    const [, level, path = ""] = FIXTURE.exec(classname === "" ? name : `${classname}.${name}`) ?? [];
    if (level === undefined)
        return { address, isCollection };
    const end = level === "Class" ? path.lastIndexOf(".") : -1;
    const named = { classname: path.slice(0, Math.max(end, 0)), name: path.slice(end + 1) };
    return { address: { ...address, ...named }, isCollection: level === "Module" };
}
/** All ways to read the name of a test, or of a file that could not be collected, less `drop` parts of a prefix. */
function readingsOf({ classname, name, isCollection }, drop, index) {
    const parts = classname === "" ? [] : classname.split(".");
    if (parts.length > node_id_MAX_PARTS || parts.length < drop)
        return [];
    return isCollection && parts.length === drop ? uncollected(name, index) : tests(parts.slice(drop), name, index);
}
function uncollected(name, { files, folders }) {
    if (name === "")
        return [];
    const matches = [...pathsNamed(name, files, MAX_READINGS), ...pathsNamed(name, folders, MAX_READINGS)];
    return matches.map((match) => ({ ...match, names: [] })).slice(0, MAX_READINGS);
}
function tests(parts, name, { files }) {
    const readings = parts.flatMap((_, at) => {
        const names = [...parts.slice(at + 1), testName(name)];
        return pathsNamed(parts.slice(0, at + 1).join("."), files, MAX_READINGS).map((match) => ({ ...match, names }));
    });
    return readings.slice(0, MAX_READINGS);
}
function placeOf(question, facts, index) {
    const { address, isCollection, paths } = question;
    const read = (drop) => readingsOf({ ...address, isCollection }, drop, index);
    const prefix = facts?.prefixLength ?? 0;
    const readings = [...read(0), ...(prefix > 0 ? read(prefix).filter(isFromTop) : [])];
    const given = fittingFile(address, readings);
    const fromFile = given.length > 0 ? null : untrackedPlace({ address, isCollection }, readings);
    if (fromFile !== null)
        return fromFile;
    const left = decide(given.length > 0 ? given : readings, [
        ({ path }) => paths.includes(path),
        ({ path }) => paths.some((known) => isEndOf(path, known) || isEndOf(known, path)),
        ({ root }) => facts?.roots.has(root) ?? false,
        // Python's custom for the name of a module, and against that for the name of a class.
        ({ names }) => !names.slice(0, -1).some((name) => /^[a-z]/.test(name)),
    ]);
    return left.length === 0 ? NOWHERE : placeAmong(left);
}
/** Each question takes those away that do not meet it, unless that would be all. */
function decide(readings, questions) {
    return questions.reduce((left, meets) => {
        const kept = left.filter(meets);
        return kept.length === 0 ? left : kept;
    }, readings);
}
function placeAmong(readings) {
    const ids = [...new Set(readings.map(({ ending, names }) => [ending, ...names].join("::")))];
    const files = [...new Set(readings.map(({ path }) => path))];
    return {
        nodeId: ids.length === 1 ? (ids[0] ?? null) : null,
        file: files.length === 1 ? (files[0] ?? null) : null,
        between: files.length === 1 && ids.length === 1 ? [] : files.toSorted(),
    };
}
/** xunit1 names the file, but for an inherited test the one of the base class: it must fit the class name. */
function fittingFile({ file }, readings) {
    const path = file?.replaceAll("\\", "/");
    return path === undefined ? [] : readings.filter(({ ending }) => ending === path || isEndOf(ending, path));
}
/** The file that xunit1 names where no tracked one fits. */
function untrackedPlace({ address, isCollection }, readings) {
    const { classname, name } = address;
    if (address.file === null)
        return null;
    const file = address.file.replaceAll("\\", "/");
    const dotted = (0,junit_address/* dottedName */._P)(file);
    if (isCollection && name === dotted)
        return { nodeId: file, file, between: [] };
    const at = `.${classname}.`.indexOf(`.${dotted}.`);
    if (at < 0 || (at > 0 && readings.length > 0))
        return null;
    const classes = classname.slice(at + dotted.length + 1);
    const names = [...(classes === "" ? [] : classes.split(".")), testName(name)];
    return { nodeId: [file, ...names].join("::"), file, between: [] };
}
/** unittest's own runners put the values of a subtest behind its test; pytest has no blank in front of brackets. */
function testName(name) {
    return (/[)\]]$/.test(name) ? /^(\w+) [([]/.exec(name)?.[1] : undefined) ?? name;
}
/** True when the path ends in these folders and this file. */
function isEndOf(ending, path) {
    return path.endsWith(`/${ending}`);
}

// EXTERNAL MODULE: ./.cache/build/read/terminal/session-root.js
var session_root = __webpack_require__(7874);
;// CONCATENATED MODULE: ./.cache/build/read/resolve.js




/** One place is named in a note; of more than these nobody reads. */
const MAX_NOTES = 20;
function trackedFiles(paths) {
    return { files: repositoryFiles(paths), index: indexFiles(paths) };
}
/**
 * Says of one report's failures which tests and which of the repository's files they are about: node ids where the
 * report has none, and every path that means a tracked file relative to the repository root. Without tracked files the
 * paths that the tracebacks name stand in for them. What cannot be told is told in a note.
 */
function resolveReport(result, tracked) {
    const locate = repositoryPaths(result.failures.flatMap((read) => pathsOf(read)), tracked.files);
    const places = placesOf(result, { tracked, locate });
    const found = result.failures.map((read, at) => resolved(read, places[at] ?? null, locate));
    const failures = found.map(fromRoot(result.root ?? null, tracked.files.tracked));
    return { failures, counts: result.counts, notes: [...result.notes, ...resolve_notesOf(result.failures, places)] };
}
function fromRoot(root, tracked) {
    return (failure) => {
        const { nodeId, file } = failure;
        return nodeId === null || file === null
            ? failure
            : { ...failure, nodeId: (0,session_root/* idFromRoot */._)({ nodeId, file }, root, tracked) };
    };
}
function placesOf({ failures, seen = [] }, { tracked, locate }) {
    const questions = failures.map((read) => questionOf(read, locate));
    const asked = questions.flatMap((question) => question ?? []);
    const isTracked = tracked.files.tracked.size > 0;
    const told = isTracked ? findTests(asked, seen, tracked.index) : [];
    const known = new Map(told.map((place, at) => [asked[at], place]));
    const untracked = asked.filter((question) => isUnknown(known.get(question)));
    const named = indexFiles(untracked.flatMap(({ paths }) => paths));
    findTests(untracked, seen, named).forEach((place, at) => {
        const question = untracked[at];
        // No file of the repository: only the path that pytest itself printed, from its root directory on.
        if (question !== undefined)
            known.set(question, { ...place, file: fileOf(place.nodeId), between: [] });
    });
    return questions.map((question) => (question === null ? null : (known.get(question) ?? null)));
}
function questionOf(read, locate) {
    const { address, failure } = read;
    if (address === null)
        return null;
    const reported = pathsOf(read).map((path) => path.replaceAll("\\", "/"));
    const paths = new Set(reported.flatMap((path) => [locate(path) ?? [], path].flat()));
    return { address, isCollection: failure.phase === "collect", paths: [...paths] };
}
function isUnknown(place) {
    return place === undefined || (place.nodeId === null && place.between.length === 0);
}
function resolved(read, place, locate) {
    const { failure, address } = read;
    const nodeId = failure.nodeId ?? place?.nodeId ?? null;
    const isOpen = nodeId === null || (place !== null && place.between.length > 0);
    return {
        ...failure,
        nodeId,
        file: place?.file ?? reportedFile(read, locate),
        ...locatedParts(failure, locate),
        ...(isOpen && address !== null ? { address: { classname: address.classname, name: address.name } } : {}),
    };
}
/** The file that the report names, by its path alone or by the tracebacks, which may hold more of it. */
function reportedFile(read, locate) {
    const { file } = read.failure;
    if (file === null)
        return null;
    const slashed = file.replaceAll("\\", "/");
    const own = locate(file);
    if (own !== null)
        return own;
    const seen = pathsOf(read).flatMap((path) => locate(path) ?? []);
    const longer = [...new Set(seen.filter((path) => path.endsWith(`/${slashed}`)))];
    return longer.length === 1 ? (longer[0] ?? slashed) : slashed;
}
function locatedParts({ frames, chain, members }, locate) {
    const links = chain.map((link) => ({ ...link, ...locatedLink(link, locate) }));
    return { ...locatedLink({ frames, ...(members === undefined ? {} : { members }) }, locate), chain: links };
}
function locatedLink({ frames, members }, locate) {
    if (members === undefined)
        return { frames: located(frames, locate) };
    const found = members.map((member) => {
        const { frames: own, chain, members: inner = [] } = locatedParts(member, locate);
        return { ...member, frames: own, chain, members: inner };
    });
    return { frames: located(frames, locate), members: found };
}
function located(frames, locate) {
    return frames.map((frame) => {
        const path = locate(frame.path);
        return path === null || path === frame.path ? frame : { ...frame, path };
    });
}
/** Files that a failure names: of its tracebacks, and of the fixture that was looked for. */
function pathsOf({ failure, address }) {
    const links = [...failure.chain, ...(failure.members ?? [])];
    const frames = [...failure.frames, ...links.flatMap((link) => link.frames)];
    const said = /^file (.+), line \d+/.exec(failure.exception.message ?? "")?.[1];
    const paths = [...frames.map(({ path }) => path), said, failure.file, address?.file];
    return paths.flatMap((path) => (path !== null && path !== undefined && /\.\w+$/.test(path) ? [path] : []));
}
function fileOf(nodeId) {
    return nodeId?.split("::", 1)[0] ?? null;
}
function resolve_notesOf(failures, places) {
    const notes = failures.flatMap(({ failure, address }, at) => {
        const between = places[at]?.between ?? [];
        const name = [address?.classname, address?.name].filter(Boolean).join(" ");
        const files = between.length > 5 ? [...between.slice(0, 5), "…"] : between;
        return between.length === 0
            ? []
            : [`${failure.source.report}: ${name} may be in ${files.join(" or ")}; it does not tell.`];
    });
    const unique = [...new Set(notes)];
    return unique.length > MAX_NOTES
        ? [...unique.slice(0, MAX_NOTES), `${unique.length - MAX_NOTES} more tests may each be in several files.`]
        : unique;
}

;// CONCATENATED MODULE: ./.cache/build/read/read-reports.js







/** Longest terminal output that is read whole; of a longer one the head and the tail, where the summary is. */
const MAX_TEXT = 64_000_000;
/** So many bytes tell what a file is, whatever pieces it comes in. */
const read_reports_HEAD_BYTES = 1024;
/** Behind more blanks than this nobody writes XML. */
const MAX_HEAD_BYTES = 16 * 1024;
/** A declaration, or a tag as XML has it: `<frozen importlib._bootstrap>:1` and `<Foo at 0x1>` are none. */
const XML_START = /^<(?:[?!]|[A-Za-z_][\w.:-]*(?:\s+[\w.:-]+\s*=|\s*\/?>|\s*$))/;
/** A page may hold a traceback, and never a test case. */
const HTML_START = /^<(?:!doctype\s+html|html|head|body|div|pre|p|span|table)\b/i;
/**
 * Reads any mix of JUnit files, pytest's terminal output and pytest's cache of last failures, told apart by content.
 * `trackedPaths` are relative to the repository root; with none, the paths that tracebacks name stand in for them.
 */
async function readReports(files, trackedPaths) {
    const results = [];
    const kept = keeper();
    for (const file of files) {
        results.push(await readFile(file, kept));
    }
    const tracked = trackedFiles(trackedPaths);
    return (0,merge/* mergeReports */.C)(results.map((result) => resolveReport(result, tracked)));
}
async function readFile({ name, chunks }, kept) {
    let head = new Uint8Array(0);
    let reader = null;
    for await (const chunk of chunks) {
        if (reader !== null) {
            reader.write(chunk);
            continue;
        }
        head = concatenate(head, chunk);
        reader = head.length < read_reports_HEAD_BYTES ? null : await readerFor(head, name, kept);
        reader?.write(head);
    }
    if (reader === null) {
        reader = await readerFor(head, name, kept);
        reader?.write(head);
    }
    return reader?.end() ?? { failures: [], counts: read_result/* NO_COUNTS */.l, notes: [`${name} is empty.`] };
}
/** XML by its first tag; text is everything else, JSON too until it is whole. Null: only blanks so far. */
async function readerFor(head, name, kept) {
    const start = decodeReport(head.subarray(0, MAX_HEAD_BYTES)).replaceAll("\0", "").trimStart();
    if (start === "" && head.length <= MAX_HEAD_BYTES) {
        return null;
    }
    return XML_START.test(start) && !HTML_START.test(start) ? junitReader(name, kept) : textReader(name);
}
/** Loaded when it is needed: most reports are XML, and the schemas behind this take long. */
async function textReader(name) {
    const { readText } = await Promise.all(/* import() */[__webpack_require__.e(491), __webpack_require__.e(24)]).then(__webpack_require__.bind(__webpack_require__, 7024));
    const decoder = reportDecoder();
    let text = "";
    return {
        write: (chunk) => {
            text += decoder.write(chunk);
            text = text.length > 2 * MAX_TEXT ? (0,report_text/* boundText */.O6)(text, MAX_TEXT) : text;
        },
        end: () => readText((0,report_text/* boundText */.O6)(text + decoder.end(), MAX_TEXT), name),
    };
}
function concatenate(first, second) {
    const joined = new Uint8Array(first.length + second.length);
    joined.set(first, 0);
    joined.set(second, first.length);
    return joined;
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ MAX_FAILURES),
/* harmony export */   l: () => (/* binding */ NO_COUNTS)
/* harmony export */ });
const NO_COUNTS = { tests: 0, failures: 0, errors: 0, skipped: 0 };
/** How many failures of one file are kept in full; the counts go on. */
const MAX_FAILURES = 5000;


/***/ }),

/***/ 7629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ sumsUpSubtests)
/* harmony export */ });
/** What pytest 9 adds for a test whose subtests failed, after their own failures. */
const SUM = /^(?:Failed: )?contains \d+ failed subtests?$/;
/** True for a failure that only says that there are others: where these are told, it is not one of its own. */
function sumsUpSubtests(message) {
    return message !== null && SUM.test(message);
}


/***/ }),

/***/ 9371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hF: () => (/* binding */ screenWidth),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   qG: () => (/* binding */ startsSession)
/* harmony export */ });
/**
 * Reads a line as a rule of the given screen width in characters. Null width: any rule of at least three signs on
 * each side. pytest fills up to the full width, and puts one sign on each side of a title that is too long for it;
 * a program's own look-alike rarely has the same width.
 */
function parseRule(line, width) {
    const sign = line[0];
    if (sign !== "=" && sign !== "_" && sign !== "-") {
        return null;
    }
    const lead = countSigns(line, sign);
    const trail = countLastSigns(line, sign);
    const title = line.slice(lead, line.length - trail);
    const isEven = trail > 0 && Math.abs(lead - trail) <= 1;
    if (!isEven || !/^ .*[^ _].* $/s.test(title)) {
        return null;
    }
    return fits({ lead, length: countCharacters(line), width }) ? { sign, title: title.slice(1, -1) } : null;
}
/** True for pytest's first line, also where a test that prints unhindered (`-s`) runs pytest in the middle of a line. */
function startsSession(line) {
    const start = line.endsWith("===") ? line.indexOf("==") : -1;
    return start >= 0 && parseRule(line.slice(start), null)?.title === "test session starts";
}
/** The screen width as the first full rule shows it; null when there is none. */
function screenWidth(lines) {
    const first = lines.find((line) => line.startsWith("=====") && parseRule(line, null) !== null);
    return first === undefined ? null : countCharacters(first);
}
function fits({ lead, length, width }) {
    if (width === null) {
        return lead >= 3;
    }
    return length === width || (lead === 1 && length > width);
}
/** Python counts code points. */
function countCharacters(line) {
    return Array.from(line).length;
}
function countSigns(line, sign) {
    let count = 0;
    while (line[count] === sign) {
        count += 1;
    }
    return count;
}
function countLastSigns(line, sign) {
    let count = 0;
    while (line.at(-1 - count) === sign) {
        count += 1;
    }
    return count;
}


/***/ }),

/***/ 7874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readSessionRoot),
/* harmony export */   _: () => (/* binding */ idFromRoot)
/* harmony export */ });
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9371);

/** pytest 6 and 7 put all in one line, later versions give each its own. */
const ROOT = /^rootdir: ([^\n]+?)(?:, (?:configfile|inifile): ([^\n]+?))?(?:, testpaths: [^\n]*)?$/;
const CONFIG = /^(?:configfile|inifile): ([^\n]+?)(?: \(WARNING: [^\n]*)?$/;
/** The lines of pytest's header; what plugins add may stand between. */
const HEADER_LINES = 30;
const MAX_LINE = 5000;
/** Null for a quiet session, and where no file holds pytest's options: nothing tells then which folder it is. */
function readSessionRoot(lines) {
    const start = lines.findIndex((line) => (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .startsSession */ .qG)(line));
    if (start < 0)
        return null;
    const header = lines.slice(start + 1, start + 1 + HEADER_LINES).filter((line) => line.length < MAX_LINE);
    const at = header.findIndex((line) => ROOT.test(line));
    const match = ROOT.exec(header[at] ?? "");
    const configFile = match?.[2] ?? CONFIG.exec(header[at + 1] ?? "")?.[1];
    return match?.[1] === undefined || configFile === undefined ? null : { directory: match[1], configFile };
}
/**
 * The id from pytest's root directory on of a test whose id was printed relative to the folder that pytest was started
 * in. `file` and `tracked` are relative to the repository root. Where the configuration file does not tell where in the
 * repository the root directory is, an id stays, but one that leads upward (`../tests/test_a.py::test_x`) begins at the
 * repository root then.
 */
function idFromRoot({ nodeId, file }, root, tracked) {
    const split = nodeId.indexOf("::");
    const printed = split < 0 ? nodeId : nodeId.slice(0, split);
    if (!tracked.has(file) || !isEndOf(printed, file))
        return nodeId;
    const path = root === null ? null : pathFromRoot({ printed, file }, root, tracked);
    return (path ?? (printed.startsWith("../") ? file : printed)) + nodeId.slice(printed.length);
}
function pathFromRoot({ printed, file }, root, tracked) {
    const checkout = findCheckout(root, { printed, file }, tracked);
    const directory = `${normalised(root.directory)}/`;
    const path = `${checkout ?? ""}/${file}`;
    return checkout !== null && path.startsWith(directory) ? path.slice(directory.length) : null;
}
/** The folder that the repository was checked out to, by the longest end of the configuration file's path. */
function findCheckout({ directory, configFile }, { printed, file }, tracked) {
    const config = normalised(`${directory}/${configFile}`);
    const start = file.slice(0, file.length - withoutUpward(printed).length);
    const beside = normalised(start + configFile);
    for (let at = config.indexOf("/"); at >= 0; at = config.indexOf("/", at + 1)) {
        const own = config.slice(at + 1);
        // A folder that is mounted elsewhere has lost its name: pytest may have been started beside its own such file.
        if (tracked.has(own))
            return own !== beside && tracked.has(beside) ? null : config.slice(0, at);
    }
    return null;
}
function isEndOf(printed, file) {
    return `/${file}`.endsWith(`/${withoutUpward(printed)}`);
}
function withoutUpward(path) {
    return path.replaceAll("\\", "/").replace(/^(?:\.{1,2}\/)+/, "");
}
/** With `/`, without `.` and `..`. */
function normalised(path) {
    const parts = [];
    for (const [index, part] of path.replaceAll("\\", "/").split("/").entries()) {
        if (part === "..")
            parts.pop();
        else if (part !== "." && (part !== "" || index === 0))
            parts.push(part);
    }
    return parts.join("/");
}


/***/ }),

/***/ 9219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readDoctestMessage),
/* harmony export */   s: () => (/* binding */ withoutDoctestPlace)
/* harmony export */ });
/** What the doctest module says below the lines of the example; pytest numbers those. */
const BEGINNING = /^(?:Expected(?: nothing)?:?|Got(?: nothing)?:?|Differences \(.*\):)$/;
const NUMBERED = /^\d{3,} /;
const END = /^\S.*:\d+: (?:DocTestFailure|UnexpectedException)$/s;
/** What was expected and what came instead, of the last failure that pytest shows of a doctest; null for other texts. */
function readDoctestMessage(lines) {
    const end = lines.findLastIndex((line) => END.test(line));
    const last = lines.slice(0, Math.max(end, 0)).findLastIndex((line) => NUMBERED.test(line));
    const start = last + 1;
    return last >= 0 && BEGINNING.test(lines[start] ?? "") ? lines.slice(start, end).join("\n").trimEnd() : null;
}
/** Without the place of an example that raised, which pytest puts below the traceback, and what follows it. */
function withoutDoctestPlace(lines) {
    const end = lines.findIndex((line) => END.test(line));
    return end < 0 ? lines : lines.slice(0, end);
}


/***/ }),

/***/ 2082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XY: () => (/* binding */ startsBareGroup),
/* harmony export */   YI: () => (/* binding */ takeTree),
/* harmony export */   hb: () => (/* binding */ parseGroup)
/* harmony export */ });
const TEXT_LINE = /^(\s*)\|(?: (.*))?$/s;
/** `+-+---- 1 ----` opens the first member, `+---- 2 ----` the next one. The last `+` stands in the member's column. */
const SEPARATOR = /^(\s*)(\+-)?\+-{4,} (\d+|\.\.\.) -{4,}\s*$/;
const END_LINE = /^(\s*)\+-{4,}\s*$/;
/** Each level is indented by so many. */
const COLUMNS = 2;
/** Python itself stops at ten. */
const MAX_DEPTH = 50;
/** How many lines a text may have before its first member. */
const MAX_HEAD = 200;
/**
 * Takes the lines of one tree: a group's own text and its members. What follows the end of the tree in the group's own
 * column is another group.
 */
function takeTree(lines) {
    const tree = [];
    let column = null;
    let isClosed = false;
    for (const line of lines) {
        const mark = line === null ? null : readMark(line);
        if (line === null || mark === null || (isClosed && mark.isText)) {
            break;
        }
        column ??= mark.column;
        isClosed = mark.isEnd && mark.column <= column + COLUMNS;
        tree.push(line);
    }
    return tree;
}
function readMark(line) {
    const text = TEXT_LINE.exec(line);
    const end = END_LINE.exec(line);
    const match = text ?? end ?? SEPARATOR.exec(line);
    return match === null ? null : { column: columnOf(match), isText: text !== null, isEnd: end !== null };
}
/** True for a tree without header: a group that was never raised has no traceback of its own. */
function startsBareGroup(lines, start) {
    if (!TEXT_LINE.test(lines[start] ?? "") || TEXT_LINE.test(lines[start - 1] ?? "")) {
        return false;
    }
    const head = lines.slice(start, start + MAX_HEAD).findIndex((line) => !TEXT_LINE.test(line));
    return SEPARATOR.exec(lines[start + head] ?? "")?.[2] !== undefined;
}
/** Reads the lines below `+ Exception Group Traceback (most recent call last):`, or those of a tree without header. */
function parseGroup(lines) {
    const root = { lines: [], members: [], column: -1 };
    const open = [root];
    for (const line of takeTree(lines)) {
        takeLine(open, line);
    }
    return root;
}
function takeLine(open, line) {
    const separator = SEPARATOR.exec(line);
    if (separator !== null) {
        openMember(open, { column: columnOf(separator), title: separator[3] ?? "" });
        return;
    }
    const end = END_LINE.exec(line);
    if (end !== null) {
        closeTo(open, columnOf(end));
        return;
    }
    const text = TEXT_LINE.exec(line);
    closeTo(open, columnOf(text) + 1);
    open.at(-1)?.lines.push(text?.[2] ?? "");
}
function columnOf(match) {
    return (match?.[1]?.length ?? 0) + (match?.[2] === "+-" ? "+-".length : 0);
}
/** `... and 3 more exceptions` is no member: its text goes nowhere. */
function openMember(open, { column, title }) {
    closeTo(open, column);
    const node = { lines: [], members: [], column };
    if (open.length > MAX_DEPTH) {
        return;
    }
    if (title !== "...") {
        open.at(-1)?.members.push(node);
    }
    open.push(node);
}
/** Closes all nodes in this column or right of it, but never the group itself. */
function closeTo(open, column) {
    while (open.length > 1 && (open.at(-1)?.column ?? 0) >= column) {
        open.pop();
    }
}


/***/ }),

/***/ 8702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseExceptionText)
/* harmony export */ });
/** `pkg.mod.Outer.<locals>.Error`, then `: message`, a new line (a note) or the end. */
const TYPE_HEAD = /^((?:[\p{L}_][\p{L}\p{N}_]*)(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|<locals>))*)(?:: |:?(?=\n)|:?$)/u;
const SYNTAX_PLACE = /^ *File "(.+)", line (\d+)$/;
/**
 * Splits what `traceback.format_exception_only` printed. pytest leaves the type out where an AssertionError's own text
 * begins with `assert ` (pytest's `exconly(tryshort=True)`); anything else without a type keeps `type: null`. An
 * exception printed by its type alone has an empty message. Of a SyntaxError one line alone says only where it is.
 */
function parseExceptionText(text) {
    const lines = withoutBlankEnd(text).split("\n");
    const place = parsePlace(lines[0] ?? "");
    const from = place === null ? 0 : lines.findIndex((line) => !line.startsWith(" ") && TYPE_HEAD.test(line));
    if (place !== null && lines.length === 1) {
        return { type: null, message: null, place: null };
    }
    const body = lines.slice(Math.max(from, 0)).join("\n");
    return { ...splitType(body), place: from < 0 ? null : place };
}
/** Blanks at the end of the last line may be the message's own. */
function withoutBlankEnd(text) {
    const { length } = text.trimEnd();
    const end = text.indexOf("\n", length);
    return length === 0 ? "" : text.slice(0, end < 0 ? undefined : end);
}
function splitType(body) {
    if (body.startsWith("assert ")) {
        return { type: "AssertionError", message: body };
    }
    const match = TYPE_HEAD.exec(body);
    if (match?.[1] === undefined) {
        return { type: null, message: body === "" ? null : body };
    }
    return { type: match[1], message: body.slice(match[0].length).replace(/^\n/, "") };
}
function parsePlace(line) {
    const match = SYNTAX_PLACE.exec(line);
    if (match?.[1] === undefined) {
        return null;
    }
    return { path: match[1], line: Number(match[2]), function: null };
}


/***/ }),

/***/ 9738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parsePytestSegment),
/* harmony export */   l: () => (/* binding */ startsMarkedBlock)
/* harmony export */ });
/* harmony import */ var _doctest_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9219);
/* harmony import */ var _exception_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8702);
/* harmony import */ var _segment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3844);



const LOCATION = /^([^\s>][^\n]*?):(\d+):(?: (.*))?$/s;
/** A line of `reprfuncargs` or `--showlocals`; its value may look like anything. */
const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]* *= /u;
const TYPE_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const MARKED = /^E(?: {3}|\s*$)/;
/** A variable named `E`: pytest pads names to ten characters. */
const VARIABLE_NAMED_E = /^E {10}= /;
const AFTER_LOCATION = /^(?:$|_ _|___|!!!)/;
/**
 * Reads one exception in pytest's own styles. `long` and `auto` put the location below the code
 * (`path:line: Type`, or nothing after the colon for outer entries); `short` puts it above (`path:line: in function`).
 * The exception is the last block of `E` lines. Null when there is neither a location nor an `E` line.
 */
function parsePytestSegment(lines) {
    const frames = [];
    let typeName = null;
    let marked = [];
    for (let index = 0; index < lines.length; index += 1) {
        const block = markedBlock(lines, index);
        if (block.length > 0) {
            marked = block;
            index += block.length - 1;
            continue;
        }
        const location = parseLocation(lines, index);
        if (location !== null) {
            frames.push(location.frame);
            typeName = location.typeName ?? typeName;
        }
    }
    if (frames.length === 0 && marked.length === 0) {
        return null;
    }
    const found = assemble(frames, marked, typeName);
    return marked.length > 0 ? found : { ...found, exception: { type: typeName, message: (0,_doctest_text_js__WEBPACK_IMPORTED_MODULE_0__/* .readDoctestMessage */ .a)(lines) } };
}
/** True when a line begins the marked text of an exception. */
function startsMarkedBlock(line) {
    return line.startsWith("E   ") && !VARIABLE_NAMED_E.test(line);
}
function assemble(printed, marked, typeName) {
    const frames = (0,_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutRunner */ .R)(printed);
    if (marked.length === 0) {
        return { exception: { type: typeName, message: null }, frames };
    }
    const { type, message, place } = (0,_exception_text_js__WEBPACK_IMPORTED_MODULE_2__/* .parseExceptionText */ .w)(withoutMarks(marked));
    const exception = { type: type ?? typeName, message };
    return { exception, frames: place === null ? frames : [...frames, place] };
}
function markedBlock(lines, start) {
    const first = lines[start] ?? "";
    if (!startsMarkedBlock(first)) {
        return [];
    }
    let end = start + 1;
    while (end < lines.length && MARKED.test(lines[end] ?? "")) {
        end += 1;
    }
    return lines.slice(start, end);
}
/** All lines of a block share one indent; a SyntaxError's first line has two more, so the smallest one counts. */
function withoutMarks(marked) {
    const bodies = marked.map((line) => line.slice(1));
    const indents = bodies.filter((body) => body.trim() !== "").map((body) => body.length - body.trimStart().length);
    const indent = indents.reduce((smallest, next) => Math.min(smallest, next), Number.MAX_SAFE_INTEGER);
    return bodies.map((body) => body.slice(indent)).join("\n");
}
function parseLocation(lines, index) {
    const line = lines[index] ?? "";
    const match = line.startsWith(" ") || VARIABLE.test(line) ? null : LOCATION.exec(line);
    if (match?.[1] === undefined) {
        return null;
    }
    const place = { path: match[1], line: Number(match[2]) };
    const rest = match[3] ?? "";
    if (rest.startsWith("in ")) {
        return { frame: { ...place, function: rest.slice("in ".length) }, typeName: null };
    }
    return standsAlone(lines, index) ? longLocation(place, rest) : null;
}
function longLocation(place, rest) {
    const frame = { ...place, function: null };
    if (rest === "") {
        return { frame, typeName: null };
    }
    return TYPE_NAME.test(rest) ? { frame, typeName: rest } : null;
}
/** The long style puts a blank line before a location, and nothing but a separator or the end after it. */
function standsAlone(lines, index) {
    return (lines[index - 1] ?? "") === "" && AFTER_LOCATION.test(lines[index + 1] ?? "");
}


/***/ }),

/***/ 3844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ withoutRunner)
/* harmony export */ });
/** The way from pytest's main function to the test: `--tb=native` shows it, other styles where collection failed. */
const RUNNER_FRAME = /[\\/](?:site|dist)-packages[\\/](?:_pytest|pytest|pluggy)[\\/]/;
/** Leaves pytest's own frames out, unless there are no others: then it is pytest, or a plugin, that is tested. */
function withoutRunner(frames) {
    const others = frames.filter(({ path }) => !RUNNER_FRAME.test(path));
    return others.length === 0 ? frames : others;
}


/***/ }),

/***/ 257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $F: () => (/* binding */ isWorkerLine),
  Uy: () => (/* binding */ parseTraceback),
  Ke: () => (/* binding */ relationOf)
});

// EXTERNAL MODULE: ./.cache/build/text/report-text.js
var report_text = __webpack_require__(5637);
// EXTERNAL MODULE: ./.cache/build/read/traceback/exception-text.js
var exception_text = __webpack_require__(8702);
// EXTERNAL MODULE: ./.cache/build/read/traceback/doctest-text.js
var doctest_text = __webpack_require__(9219);
// EXTERNAL MODULE: ./.cache/build/read/traceback/exception-group.js
var exception_group = __webpack_require__(2082);
// EXTERNAL MODULE: ./.cache/build/read/traceback/pytest.js
var pytest = __webpack_require__(9738);
// EXTERNAL MODULE: ./.cache/build/read/traceback/segment.js
var segment = __webpack_require__(3844);
;// CONCATENATED MODULE: ./.cache/build/read/traceback/native.js





const HEADER = /^\s*(?:\+ )?(?:Exception Group )?Traceback \(most recent call last\):\s*$/;
const GROUP_HEADER = /^\s*\+ Exception Group Traceback/;
const FRAME = /^ {2}File "(.+)", line (\d+)(?:, in (.+))?$/s;
/** `concurrent.futures` and `multiprocessing` quote the traceback of the other process as their message. */
const QUOTE = '"""';
/**
 * Reads one exception in Python's own format; an ExceptionGroup's members are left unread. pytest's own frames are left
 * out, as in its other styles. Null when there is no `Traceback (most recent call last):` line before what pytest
 * marked itself.
 */
function parseNativeSegment(lines) {
    const first = lines.findIndex((line) => line.trim() !== "");
    if ((0,exception_group/* startsBareGroup */.XY)(lines, first)) {
        return groupSegment(lines.slice(first));
    }
    const header = lines.findIndex((line) => HEADER.test(line) || (0,pytest/* startsMarkedBlock */.l)(line));
    if (!HEADER.test(lines[header] ?? "")) {
        return null;
    }
    if (lines[header - 1] === QUOTE && header >= 2) {
        return parseQuoted(lines, header);
    }
    if (!GROUP_HEADER.test(lines[header] ?? "")) {
        return parseStack(lines.slice(header + 1));
    }
    return groupSegment(lines.slice(header + 1));
}
function groupSegment(lines) {
    const group = (0,exception_group/* parseGroup */.hb)(lines);
    return { ...parseStack(group.lines), members: group.members };
}
/** The exception is the one in front of the quote; the frames are the last ones in it, where the other process failed. */
function parseQuoted(lines, header) {
    const last = lines.findLastIndex((line) => HEADER.test(line));
    const { frames } = parseStack(lines.slice(Math.max(last, header) + 1));
    const { type, message } = (0,exception_text/* parseExceptionText */.w)(lines.slice(header - 2).join("\n"));
    return { exception: { type, message: `\n${message ?? ""}` }, frames };
}
/** Frames are indented; the first line that isn't begins the exception, which may go on for many lines. */
function parseStack(lines) {
    const frames = [];
    let index = 0;
    for (; index < lines.length; index += 1) {
        const line = lines[index] ?? "";
        if (line !== "" && !line.startsWith(" ")) {
            break;
        }
        const frame = parseFrame(line);
        if (frame !== null) {
            frames.push(frame);
        }
    }
    const { type, message } = (0,exception_text/* parseExceptionText */.w)((0,doctest_text/* withoutDoctestPlace */.s)(lines.slice(index)).join("\n"));
    return { exception: { type, message }, frames: (0,segment/* withoutRunner */.R)(frames) };
}
function parseFrame(line) {
    const match = FRAME.exec(line);
    if (match?.[1] === undefined) {
        return null;
    }
    return { path: match[1], line: Number(match[2]), function: match[3] ?? null };
}

;// CONCATENATED MODULE: ./.cache/build/read/traceback/traceback.js




/** Python gives up at 1,000 nested calls; what is longer is cut in the middle. */
const MAX_FRAMES = 1000;
/** Each ends in a colon, as few other lines do. */
const RELATIONS = new Map([
    ["The above exception was the direct cause of the following exception:", "cause"],
    ["During handling of the above exception, another exception occurred:", "context"],
]);
const EXCEPTION_NAME = /(?:Error|Exception|Exit|Interrupt|Iteration|Warning)$/;
const traceback_QUOTE = '"""';
const WORKER_LINE = /^\[gw\d+\] \S+ -- Python /;
/**
 * Reads the text of one failure (pytest's `longrepr`) in the styles long, auto, short, line, native and value. The
 * text holds a chain oldest first. Colours and pytest's escapes must have been taken out before.
 */
function parseTraceback(text) {
    return parseLines((0,report_text/* splitLines */.uz)(text).filter((line) => !isWorkerLine(line)));
}
function parseLines(lines) {
    const parts = splitChain(lines);
    const segments = withoutRepeated(parts.map(({ lines: own, relation }) => ({ ...parseSegment(own), relation })));
    const last = segments.at(-1) ?? { exception: { type: null, message: null }, frames: [] };
    const chain = segments.slice(0, -1).map(({ exception, relation, ...rest }) => ({
        ...exception,
        relation: relation ?? "context",
        ...placesOf(rest),
    }));
    return { exception: last.exception, chain: chain.reverse(), ...placesOf(last) };
}
/** Where an ExceptionGroup is in the chain, pytest prints the whole chain as Python does, and its end once more. */
function withoutRepeated(segments) {
    return segments.filter((segment, index) => {
        const next = segments[index + 1];
        return next === undefined || !segment.isNative || next.isNative || !isSameRaise(segment, next);
    });
}
function isSameRaise(first, second) {
    const [one, other] = [first.frames.at(-1), second.frames.at(-1)];
    const isSameText = first.exception.type === second.exception.type;
    if (!isSameText || first.exception.message !== second.exception.message || one?.line !== other?.line)
        return false;
    return one === undefined || other === undefined || one.path.endsWith(other.path.replace(/^(?:\.\.\/)+/, ""));
}
function placesOf({ frames, members }) {
    const read = (members ?? []).map(parseMember);
    return { frames: bounded(frames), ...(read.length === 0 ? {} : { members: read }) };
}
function parseMember(node) {
    const { exception, chain, frames } = parseLines(node.lines);
    return { ...exception, chain, frames, members: node.members.map(parseMember) };
}
function bounded(frames) {
    const half = MAX_FRAMES / 2;
    return frames.length <= MAX_FRAMES ? frames : [...frames.slice(0, half), ...frames.slice(-half)];
}
/** What joins two exceptions of a chain, by the whole line; undefined for any other line. */
function relationOf(line) {
    return RELATIONS.get(line);
}
/** `[gw1] linux -- Python 3.11.7 …`: which worker of pytest-xdist ran the test. */
function isWorkerLine(line) {
    return WORKER_LINE.test(line);
}
function splitChain(lines) {
    const parts = [];
    let current = [];
    let isQuoted = false;
    for (const [index, line] of lines.entries()) {
        isQuoted = line === traceback_QUOTE ? !isQuoted && isRemote(lines[index - 1] ?? "") : isQuoted;
        const relation = !isQuoted && line.endsWith(":") && isSetApart(lines, index) ? relationOf(line) : undefined;
        if (relation === undefined) {
            current.push(line);
        }
        else {
            parts.push({ lines: current, relation });
            current = [];
        }
    }
    parts.push({ lines: current, relation: null });
    return parts;
}
/** pytest and Python both put a blank line before the sentence; the short style puts none after it. */
function isSetApart(lines, index) {
    return index > 0 && (lines[index - 1] ?? "").trim() === "";
}
/** `concurrent.futures` and `multiprocessing` quote the traceback of another process, chain and all, as a message. */
function isRemote(line) {
    return /^(?:E +)?[\w.]*RemoteTraceback: ?$/.test(line);
}
function parseSegment(lines) {
    const native = parseNativeSegment(lines);
    const segment = native ?? (0,pytest/* parsePytestSegment */.O)(lines) ?? parseBareText(lines);
    return { ...segment, isNative: native !== null };
}
/** pytest prints an exception without traceback by its last line alone, and `pytest.fail(pytrace=False)` by its text. */
function parseBareText(lines) {
    const text = lines.join("\n").trim();
    const { type, message } = (0,exception_text/* parseExceptionText */.w)(text);
    const isWord = message === "" && !EXCEPTION_NAME.test(type ?? "");
    return { exception: isWord ? { type: null, message: text } : { type, message }, frames: [] };
}


/***/ }),

/***/ 5602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ cachedReport),
  K: () => (/* binding */ namedReport)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./.cache/build/io/existing-files.js


/** Those of the paths that are there, below one of the folders. */
async function existingFiles(paths, folders) {
    const found = new Set();
    for (const path of new Set(paths)) {
        const checks = await Promise.all(folders.map(async (folder) => isThere((0,external_node_path_.join)(folder, path))));
        if (checks.includes(true))
            found.add(path);
    }
    return found;
}
async function isThere(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}

// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
;// CONCATENATED MODULE: ./.cache/build/io/report-files.js



const CHUNK_BYTES = 256 * 1024;
const LAST_FAILED = ".pytest_cache/v/cache/lastfailed";
/**
 * Expands globs relative to `directory` and opens what they match, each file once, in order of the globs and then by
 * name. A glob without a match is told, not thrown. Files are opened when they are read.
 */
async function findReports(globs, directory) {
    const paths = new Set();
    const missing = [];
    for (const pattern of globs) {
        const matches = await expand(pattern, directory);
        matches.forEach((path) => paths.add(path));
        if (matches.length === 0) {
            missing.push(pattern);
        }
    }
    const reports = await Promise.all([...paths].map((path) => openReport(path, directory)));
    return missing.length === 0 ? { kind: "found", reports } : { kind: "missing", globs: missing, reports };
}
/** pytest's cache of last failures under its root directory; null when there is none. */
async function findLastFailed(directory) {
    try {
        return await openReport((0,external_node_path_.join)(directory, LAST_FAILED), directory);
    }
    catch {
        return null;
    }
}
/** A path that is there is that file, whatever characters it holds and whichever links lead to it; else it is a glob. */
async function expand(pattern, directory) {
    const literal = (0,external_node_path_.resolve)(directory, pattern);
    if (await isFile(literal))
        return [literal];
    const found = await (0,dist/* glob */.TI)(pattern, {
        cwd: directory,
        absolute: true,
        dot: true,
        onlyFiles: true,
        expandDirectories: false,
        followSymbolicLinks: false,
    });
    return found.toSorted();
}
async function isFile(path) {
    try {
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
/** Opens one report by its path; its name is relative to the folder. */
async function openReport(path, directory) {
    const { mtimeMs } = await (0,promises_.stat)(path);
    const name = (0,external_node_path_.relative)(directory, path).replaceAll("\\", "/");
    return { name, modifiedAt: mtimeMs, chunks: chunksOf(path) };
}
/** One buffer for the whole file: a new one for each chunk would stay until the next collection of garbage. */
async function* chunksOf(path) {
    const file = await (0,promises_.open)(path);
    try {
        const buffer = new Uint8Array(CHUNK_BYTES);
        for (let length = await fill(file, buffer); length > 0; length = await fill(file, buffer)) {
            yield buffer.subarray(0, length);
        }
    }
    finally {
        await file.close();
    }
}
async function fill(file, buffer) {
    return (await file.read(buffer, 0, buffer.length, null)).bytesRead;
}

// EXTERNAL MODULE: ./.cache/build/problem.js
var problem = __webpack_require__(8632);
// EXTERNAL MODULE: ./.cache/build/read/read-reports.js + 21 modules
var read_reports = __webpack_require__(783);
// EXTERNAL MODULE: ./.cache/build/verify/reported-run.js
var reported_run = __webpack_require__(3154);
;// CONCATENATED MODULE: ./.cache/build/reports.js






/**
 * The reports a user named, read together; null when none was named. A name that fits no file, or reports that hold no
 * test at all, are a broken setup: silence there would look like success.
 */
async function namedReport(named, directory, checkout) {
    const globs = [...named.junitPath, ...(named.logFile === null ? [] : [named.logFile])];
    if (globs.length === 0 && named.traceback === null)
        return null;
    const found = await findReports(globs, directory);
    if (found.kind === "missing")
        throw new problem/* SetupError */.w(found.globs.map((glob) => noSuchReport(glob, directory)));
    const pasted = named.traceback === null ? [] : [{ name: "traceback", chunks: [new TextEncoder().encode(named.traceback)] }];
    const report = await (0,read_reports/* readReports */.o)([...found.reports, ...pasted], checkout.trackedFiles);
    if (isEmpty(report))
        throw new problem/* SetupError */.w([emptyReport(report, globs)]);
    const isOfThisJob = pasted.length === 0 && found.reports.every((file) => isNewerThan(file, directory, checkout));
    return { ...report, isComplete: named.logFile === null && isOfThisJob && (0,reported_run/* tellsAll */.c4)(report) };
}
function isEmpty({ failures, counts }) {
    return failures.length === 0 && counts.tests + counts.failures + counts.errors === 0;
}
/** Written since the checkout, and no file that came with it. */
function isNewerThan({ name, modifiedAt }, directory, { root, trackedFiles, checkedOutAt }) {
    const path = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(directory, name)).replaceAll("\\", "/");
    return modifiedAt >= checkedOutAt && !trackedFiles.includes(path);
}
function noSuchReport(glob, directory) {
    return {
        code: "report-not-found",
        what: `No file matches the report "${glob}".`,
        why: `It was looked for in ${directory}.`,
        next: "Give pytest `--junitxml=report.xml` in the step before and the same path here, or leave the input out.",
    };
}
function emptyReport(report, globs) {
    return {
        code: "report-empty",
        what: `The report ${globs.map((glob) => `"${glob}"`).join(", ") || '"traceback"'} holds no test result.`,
        why: report.notes[0] ?? "Nothing in it looks like pytest's JUnit XML or its terminal output.",
        next: "Check that the step before ran pytest to its end and wrote this file, or leave the input out.",
    };
}
/**
 * What pytest's own cache says failed in the step before; null when there is no cache, or when it is older than the
 * checkout and so speaks of other code. pytest keeps what failed in files that are gone since: those are left out.
 */
async function cachedReport(checkout, directory) {
    const cached = (await findLastFailed(directory)) ?? (await findLastFailed(checkout.root));
    if (!cached || cached.modifiedAt < checkout.checkedOutAt)
        return null;
    const report = await (0,read_reports/* readReports */.o)([cached], checkout.trackedFiles);
    const files = report.failures.flatMap(({ file }) => file ?? []);
    const existing = await existingFiles(files, [directory, checkout.root]);
    const failures = report.failures.filter(({ file }) => file !== null && existing.has(file));
    return failures.length > 0 ? { ...report, failures } : null;
}


/***/ }),

/***/ 5216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isTestPath),
/* harmony export */   b: () => (/* binding */ ownerOf)
/* harmony export */ });
/** Folders whose files belong to nobody who works on the project. */
const FOREIGN = new Set([".venv", "venv", ".tox", ".nox", ".eggs", "__pypackages__", "node_modules"]);
/** Packages: pip's and Debian's folders, PDM's `__pypackages__/3.11/lib`, eggs as folders and as zip files. */
const INSTALLED = [
    /(?:^|\/)(?:site|dist)-packages\/(.+)$/s,
    /(?:^|\/)__pypackages__\/\d[\d.]*\/lib\/(.+)$/s,
    /(?:^|\/)[^/]+\.egg\/(.+)$/s,
];
/** What starts pytest: `/usr/local/bin/pytest`, `Scripts/pytest.exe/__main__.py`. */
const SCRIPT = /(?:^|\/)(?:bin\/(?:pytest|py\.test|coverage|python[\d.]*)|Scripts\/[^/]+\.exe\/__main__\.py)$/;
const STANDARD_LIBRARY = [
    // `/usr/lib/python3.11/json/decoder.py`, also below conda, pyenv, Nix and a framework of macOS
    /(?:^|\/)lib(?:32|64)?\/(?:python|pypy)\d[\d.]*t?\/(.+)$/s,
    // PyPy of its own making, and Python's library as one file
    /(?:^|\/)(?:lib-python\/\d|lib_pypy|python3\d+\.zip)\/(.+)$/s,
];
/**
 * Whose code a file is. A tracked file is the project's wherever it lies; else the path alone tells: packages and
 * Python's own modules have folders of their own, code without a file is in angle brackets.
 */
function ownerOf(path, isTracked) {
    const slashed = path.replaceAll("\\", "/");
    const foreign = isTracked?.(slashed) === true ? null : foreignOwner(slashed);
    return foreign ?? { owner: isTestPath(slashed) ? "test" : "project", shownPath: slashed };
}
function foreignOwner(path) {
    if (path.startsWith("<frozen "))
        return { owner: "standard-library", shownPath: path };
    if (path.startsWith("<") || path === "")
        return { owner: "generated", shownPath: path };
    const installed = restOf(path, INSTALLED);
    if (installed !== null)
        return { owner: "dependency", shownPath: installed };
    const standard = restOf(path, STANDARD_LIBRARY) ?? windowsLibrary(path);
    if (standard !== null)
        return { owner: "standard-library", shownPath: standard };
    const isForeign = SCRIPT.test(path) || folders(path).some((folder) => FOREIGN.has(folder));
    return isForeign ? { owner: "dependency", shownPath: path } : null;
}
function restOf(path, patterns) {
    for (const pattern of patterns) {
        const rest = pattern.exec(path)?.[1];
        if (rest !== undefined)
            return rest;
    }
    return null;
}
/** `C:/Python311/Lib/json/decoder.py`, `C:/hostedtoolcache/windows/Python/3.11.7/x64/Lib/json/decoder.py` */
function windowsLibrary(path) {
    const [drive = "", ...parts] = path.split("/");
    const home = parts.findIndex((part) => /python|pypy|conda/i.test(part));
    const library = parts.findIndex((part, at) => at > home && part.toLowerCase() === "lib");
    const rest = parts.slice(library + 1).join("/");
    return /^[A-Za-z]:$/.test(drive) && home >= 0 && library >= 0 && rest !== "" ? rest : null;
}
/** By pytest's default names, and by the folders people keep tests in. */
function isTestPath(path) {
    const name = path.split("/").at(-1) ?? "";
    const isTestName = /^test_[^/]*\.py$|_test\.py$|^conftest\.py$/.test(name);
    return isTestName || folders(path).some((folder) => folder === "tests" || folder === "test");
}
function folders(path) {
    return path.split("/").slice(0, -1);
}


/***/ }),

/***/ 3098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ splitNodeId),
/* harmony export */   Pf: () => (/* binding */ junitAddress),
/* harmony export */   Vb: () => (/* binding */ testNameOf),
/* harmony export */   _P: () => (/* binding */ dottedName)
/* harmony export */ });
/** pytest's own rule (`_pytest/junitxml.py`, all versions): slashes become dots and `.py` goes. */
function dottedName(path) {
    return path.replace(/\.py$/, "").replaceAll("/", ".");
}
/** How pytest names a node id in JUnit: the path with dots, then the classes; the test with its parameters is the name. */
function junitAddress(nodeId) {
    const { path, rest } = splitNodeId(nodeId);
    const open = rest.indexOf("[");
    const names = (open < 0 ? rest : rest.slice(0, open)).split("::").filter(Boolean);
    const all = [dottedName(path), ...names];
    const parameters = open < 0 ? "" : rest.slice(open);
    return { classname: all.slice(0, -1).join("."), name: `${all.at(-1) ?? ""}${parameters}` };
}
/** The path of a node id, and what follows it with `::` in front. */
function splitNodeId(nodeId) {
    const at = nodeId.indexOf("::");
    return at < 0 ? { path: nodeId, rest: "" } : { path: nodeId.slice(0, at), rest: nodeId.slice(at) };
}
/** The last name of a node id, with its parameters, which may hold `::` themselves. Not for the id of a file. */
function testNameOf(nodeId) {
    const bracket = nodeId.indexOf("[");
    const names = bracket < 0 ? nodeId : nodeId.slice(0, bracket);
    return nodeId.slice(names.lastIndexOf("::") + 2);
}


/***/ }),

/***/ 5637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ boundText),
/* harmony export */   _j: () => (/* binding */ stripColours),
/* harmony export */   a0: () => (/* binding */ decodePytestEscapes),
/* harmony export */   ef: () => (/* binding */ textOrNull),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
// oxlint-disable-next-line no-control-regex -- escape sequences begin with a control character
const ANSI_SEQUENCE = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?)/g;
/** `#x1B` as pytest writes what XML forbids: two digits up to 0xFF, else at least four (pytest's `bin_xml_escape`). */
const PYTEST_ESCAPE = /#x(1B|[0-9A-F]{5,6}|D[89A-F][0-9A-F]{2}|FFF[EF]|0[0-8BCEF]|1[0-9A-F]|7F|8[0-46-9A-F]|9[0-9A-F])/g;
/**
 * Turns pytest's visible escapes (`#x1B`, `#x00`, `#x1F981`) back into the characters they stand for. Only characters
 * that pytest really escapes are touched: text like `#x41` is a program's own.
 */
function decodePytestEscapes(text) {
    if (!text.includes("#x")) {
        return text;
    }
    return text.replace(PYTEST_ESCAPE, (escape, digits) => {
        const code = Number.parseInt(digits, 16);
        const isEscaped = digits.length < 5 || (code >= 0x1_00_00 && code <= 0x10_ff_ff);
        return isEscaped ? String.fromCodePoint(code) : escape;
    });
}
/** Removes terminal colours and other escape sequences; every other control character stays. */
function stripColours(text) {
    return text.includes("\u001B") ? text.replace(ANSI_SEQUENCE, "") : text;
}
/** Lines as pytest ended them: `\n` or `\r\n` only, since U+2028, U+0085 and `\f` occur inside messages. */
function splitLines(text) {
    return text.replaceAll("\r\n", "\n").split("\n");
}
/** Keeps the head and the tail of what is longer than `limit` code units, and says so between them. */
function boundText(text, limit) {
    if (text.length <= limit) {
        return text;
    }
    const half = Math.floor(limit / 2);
    const left = text.length - 2 * half;
    return `${text.slice(0, half)}\n... ${left} characters left out ...\n${text.slice(text.length - half)}`;
}
/** The text, or null when it is blank: an empty captured section says as little as none. */
function textOrNull(text) {
    return text.trim() === "" ? null : text;
}


/***/ }),

/***/ 3358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isFailingOutcome),
/* harmony export */   e: () => (/* binding */ worseOutcome)
/* harmony export */ });
/** Best first. */
const SEVERITY = ["passed", "xpassed", "xfailed", "skipped", "failed", "error"];
/** The worse of two outcomes of one test, `before` being what was known of it so far. */
function worseOutcome(before, now) {
    return before && SEVERITY.indexOf(before) > SEVERITY.indexOf(now) ? before : now;
}
function isFailingOutcome(outcome) {
    return outcome === "failed" || outcome === "error";
}


/***/ }),

/***/ 5874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ runFault),
/* harmony export */   CA: () => (/* binding */ judgeSuite),
/* harmony export */   F3: () => (/* binding */ judgeReverted),
/* harmony export */   Ui: () => (/* binding */ judgeTargets),
/* harmony export */   lv: () => (/* binding */ judgeFiles),
/* harmony export */   xP: () => (/* binding */ exitFault)
/* harmony export */ });
/* unused harmony export isRedAnyway */
/* harmony import */ var _text_test_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1239);


const NOT_REACHED = "neither our probe nor a JUnit file could be had from the test command, so nothing can be compared; let PYTHONPATH and " +
    "PYTEST_ADDOPTS through to pytest (`pass_env` of tox, `-e` of docker, where the temporary folder is mounted too)";
/** A run that cannot be trusted: it did not end, did not report, or contradicts itself. */
function runFault(run) {
    if (run.timedOut)
        return rejection("did-not-run", [], `\`${run.command}\` ran into its time limit`);
    if (run.forgery !== null)
        return rejection("tampered", [], run.forgery);
    if (run.source === "text" || run.source === "nothing")
        return rejection("did-not-run", [], NOT_REACHED);
    if (run.sessions > 1) {
        return rejection("did-not-run", [], `\`${run.command}\` starts pytest ${run.sessions} times; their results cannot be told apart`);
    }
    const contradiction = contradictionIn(run);
    return contradiction === undefined ? undefined : rejection("tampered", [], contradiction);
}
/** Exit code, JUnit file and the probe's own record must tell one story. */
function contradictionIn(run) {
    const failing = Object.values(run.outcomes).filter(_text_test_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailingOutcome */ .N).length;
    const hasFailed = failing > 0 || run.failures.length > 0;
    if (hasFailed && (run.exitCode === 0 || run.pytestExitCode === 0))
        return "pytest ended with 0 although tests failed";
    return run.junit === null ? undefined : junitContradiction(run.junit, failing, hasFailed);
}
function junitContradiction(junit, failing, hasFailed) {
    // One test may have several failures there: of its subtests, of its teardown.
    const red = junit.failures + junit.errors;
    if (red < failing) {
        if (red === 0)
            return "the JUnit file of this run shows no failure although tests failed";
        return `the JUnit file of this run shows only ${red} failure${red === 1 ? "" : "s"} although ${failing} tests failed`;
    }
    if (red > 0 && !hasFailed)
        return "the JUnit file of this run shows failures that the run itself did not report";
    return undefined;
}
/** One run of the targets with the patch: every one must have run and passed. */
function judgeTargets(targets, run) {
    const fault = runFault(run);
    if (fault)
        return fault;
    const failing = targets.filter((target) => !(0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .passes */ .WE)(target, run));
    if (failing.length === 0)
        return endFault(run);
    const isSilent = failing.every((target) => !(0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .fails */ .c6)(target, run));
    const what = isSilent ? "target tests did not run, or were skipped" : "target tests still fail";
    return rejection("no-effect", failing, `${failing.length} of ${targets.length} ${what}`);
}
/** pytest counts what failed, writes its file and says how it ended only when it comes to its end. */
function endFault(run) {
    if (run.pytestExitCode !== null || (run.source === "junit" && run.exitCode !== null))
        return undefined;
    const ended = run.exitCode === null ? "was killed" : `ended with ${run.exitCode}`;
    return rejection("did-not-run", [], `the tests pass, but \`${run.command}\` ${ended} before pytest was done`);
}
/**
 * The whole suite before and after: what was collected is still collected, what passed still passes, no more tests are
 * skipped or expected to fail, and the targets pass. Nothing else makes a patch plausible.
 */
function judgeSuite(before, after, targets) {
    const fault = judgeTargets(targets, after);
    if (fault)
        return fault;
    const unusable = runFault(before);
    if (unusable)
        return { ...unusable, reason: `nothing to compare with, on unchanged code ${unusable.reason}` };
    if (before.source !== after.source)
        return rejection("tampered", [], "our probe saw one of the two runs of the whole suite, and not the other");
    const red = exitFault(after, before);
    if (red)
        return red;
    const collected = new Set(after.collected);
    const lost = before.collected.filter((id) => !collected.has(id));
    if (lost.length > 0)
        return regression(lost, "no longer collected");
    const broken = Object.keys(before.outcomes).filter((id) => isWorse(before.outcomes[id], after.outcomes[id]));
    return broken.length > 0 ? regression(broken, "worse than before the patch") : undefined;
}
/**
 * All tests of a run pass, and yet the command is red: a wrapper's other check, a coverage bar, a crash. It is not the
 * patch's fault where the same run without the patch was red besides its tests as well.
 */
function exitFault(run, before) {
    const hasFailed = run.failures.length > 0 || Object.values(run.outcomes).some(_text_test_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailingOutcome */ .N);
    if (hasFailed || run.exitCode === 0 || isRedAnyway(run, before))
        return undefined;
    const ended = run.exitCode === null ? "was killed" : `ended with ${run.exitCode}`;
    const why = run.redBesidesTests === true ? ": something besides the tests, such as a coverage bar, is not met" : "";
    return rejection("did-not-run", [], `no test fails with the patch, but \`${run.command}\` ${ended}${why}`);
}
/** pytest itself was red for something besides its tests, with the patch and without, and ended alike. */
function isRedAnyway(run, before) {
    return run.redBesidesTests === true && before?.redBesidesTests === true && run.exitCode === before.exitCode;
}
/**
 * A run of some files with the patch: every test that does not pass must be known to fail on unchanged code. `known` are
 * all targets that failed or wavered there.
 */
function judgeFiles(run, known) {
    const fault = runFault(run);
    if (fault)
        return fault;
    const failing = Object.keys(run.outcomes).filter((id) => (0,_text_test_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailingOutcome */ .N)(run.outcomes[id] ?? "passed"));
    const uncollected = run.failures.filter(({ phase }) => phase === "collect").map(_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r);
    const fresh = [...new Set([...failing, ...uncollected])].filter((id) => !known.some((target) => id === target || (0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .isBelow */ .Yw)(id, target)));
    return fresh.length > 0 ? regression(fresh, "worse than before the patch") : undefined;
}
/** Tests named beyond these are counted. */
const MOST_NAMED = 3;
function regression(tests, how) {
    const named = tests.slice(0, MOST_NAMED).map((id) => (id === "" ? "the start of the tests" : id));
    const rest = tests.length > MOST_NAMED ? [`${tests.length - MOST_NAMED} more`] : [];
    const are = tests.length === 1 ? "is" : "are";
    return rejection("regression", tests, `${[...named, ...rest].join(", ")} ${are} ${how}`);
}
/** Without the patch every target must run and fail again; anything else says nothing about the patch. */
function judgeReverted(targets, run) {
    const fault = runFault(run);
    if (fault)
        return { ...fault, reason: `the run without the patch proves nothing: ${fault.reason}` };
    const green = targets.filter((target) => !(0,_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .fails */ .c6)(target, run));
    if (green.length === 0)
        return undefined;
    return rejection("flaky", green, `${green.length} target tests do not fail again without the patch`);
}
function isWorse(before, after) {
    if (before === "passed" || before === "xpassed")
        return after !== "passed" && after !== "xpassed";
    if (before !== undefined && (0,_text_test_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailingOutcome */ .N)(before))
        return after === "skipped" || after === "xfailed";
    return after !== undefined && (0,_text_test_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailingOutcome */ .N)(after);
}
function rejection(why, tests, reason) {
    return { kind: "rejected", why, tests, reason };
}


/***/ }),

/***/ 3154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c4: () => (/* binding */ tellsAll),
/* harmony export */   km: () => (/* binding */ reportedSummary),
/* harmony export */   uW: () => (/* binding */ isBackedByReport)
/* harmony export */ });
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5874);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1239);


/** JUnit only, of which nothing had to be said, and every failing test is named exactly. */
function tellsAll({ failures, counts, notes }) {
    if (counts.tests === 0 || notes.length > 0 || failures.length !== counts.failures + counts.errors)
        return false;
    return failures.every((failure) => {
        const isExact = failure.nodeId !== null && failure.address === undefined && failure.alsoIn === undefined;
        return isExact && failure.source.format === "junit" && (0,_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(failure) !== _targets_js__WEBPACK_IMPORTED_MODULE_1__/* .SESSION */ .fW;
    });
}
/**
 * Whether the report is enough to call the whole suite with the patch no worse than without it. A report names the
 * failing tests only; of the others it gives numbers. So as many tests must have run as it counts, no more of them
 * skipped, and every one that fails must have failed in our own run of unchanged code. It can only accept: where it says
 * no, the whole suite has to be run on unchanged code.
 */
function isBackedByReport({ report, failing: known }, after, targets) {
    if (report.isComplete !== true || (0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeTargets */ .Ui)(targets, after) || (0,_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .exitFault */ .xP)(after))
        return false;
    if (after.redBesidesTests === true || after.collected.some((id) => after.outcomes[id] === undefined))
        return false;
    const skipped = idsOf(after, ["skipped", "xfailed"]);
    const failing = [...idsOf(after, ["failed", "error"]), ...after.failures.map(_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)];
    return (testsBeside(report, after) === report.counts.tests - collectorsOf(report).length &&
        skipped.length <= report.counts.skipped &&
        failing.every((id) => known.some((target) => id === target || (0,_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .isBelow */ .Yw)(id, target))));
}
/** Tests of modules that could not be collected before have no counterpart in the report. */
function testsBeside(report, after) {
    const collectors = collectorsOf(report);
    const ids = Object.keys(after.outcomes);
    return ids.filter((id) => !collectors.some((collector) => id === collector || (0,_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .isBelow */ .Yw)(id, collector))).length;
}
function collectorsOf({ failures }) {
    return [...new Set(failures.filter(({ phase }) => phase === "collect").map(_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r))];
}
function idsOf({ outcomes }, wanted) {
    return Object.keys(outcomes).filter((id) => wanted.includes(outcomes[id] ?? ""));
}
/** The report's counts, in place of a run of ours. It tells neither exit code nor time. */
function reportedSummary({ counts }) {
    const { tests, failures, errors, skipped } = counts;
    const passed = Math.max(0, tests - failures - errors - skipped);
    return {
        command: "the job's own report",
        exitCode: null,
        passed,
        failed: failures,
        errors,
        skipped,
        durationSeconds: 0,
        fromReport: true,
    };
}


/***/ }),

/***/ 1239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   WE: () => (/* binding */ passes),
/* harmony export */   Wm: () => (/* binding */ selectionOf),
/* harmony export */   Yw: () => (/* binding */ isBelow),
/* harmony export */   c6: () => (/* binding */ fails),
/* harmony export */   fW: () => (/* binding */ SESSION),
/* harmony export */   g4: () => (/* binding */ belongsTo)
/* harmony export */ });
/* harmony import */ var _text_test_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3358);

/** Stands for the start of the whole session: a conftest or configuration that could not be loaded. */
const SESSION = "";
/** What must pass for a failure to count as healed: its node id, its collector's id, or the session's start. */
function targetOf(failure) {
    const id = failure.nodeId ?? SESSION;
    return failure.phase === "collect" && /(^|\/)conftest\.py$/.test(id) ? SESSION : id;
}
/** The ids to run for these targets; `all` when the session itself is one. */
function selectionOf(targets, selections = new Map()) {
    if (targets.includes(SESSION))
        return "all";
    const files = [...new Set(targets.flatMap((target) => selections.get(target) ?? []))];
    const others = targets.filter((target) => !files.some((file) => target === file || isBelow(target, file)));
    return [...files, ...others];
}
const HARMLESS = new Set(["passed", "skipped", "xfailed", "xpassed"]);
/**
 * True when the target ran in this run and passed. A module that could not be collected passes when its tests are now
 * collected, at least one passes and none fails; the session likewise over all tests.
 */
function passes(target, run) {
    if (run.timedOut)
        return false;
    const own = run.outcomes[target];
    if (own !== undefined)
        return own === "passed";
    if (run.failures.some((failure) => targetOf(failure) === target))
        return false;
    const below = Object.entries(run.outcomes).filter(([id]) => target === SESSION || isBelow(id, target));
    return below.some(([, outcome]) => outcome === "passed") && below.every(([, outcome]) => HARMLESS.has(outcome));
}
/** True when the target, or something below it, ran (or was to be collected) and failed. Not to run is not to fail. */
function fails(target, run) {
    if (run.failures.some((failure) => targetOf(failure) === target))
        return true;
    const failing = Object.entries(run.outcomes).filter(([, outcome]) => (0,_text_test_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailingOutcome */ .N)(outcome));
    return failing.some(([id]) => target === SESSION || id === target || isBelow(id, target));
}
/** True for a failure of the target itself or of something below it: a test of a module that could not be collected. */
function belongsTo(failure, target) {
    const own = targetOf(failure);
    return target === SESSION || own === target || isBelow(own, target);
}
/** True for a test of this module or class, or a file of this folder. */
function isBelow(nodeId, collector) {
    return nodeId.startsWith(`${collector}::`) || nodeId.startsWith(`${collector}/`);
}


/***/ })

};
