export const id = 24;
export const ids = [24];
export const modules = {

/***/ 7024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readText: () => (/* binding */ readText)
});

// EXTERNAL MODULE: ./.cache/build/text/report-text.js
var report_text = __webpack_require__(5637);
;// CONCATENATED MODULE: ./.cache/build/read/terminal/log-prefix.js
const TIMES = [
    String.raw `\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?`,
    String.raw `(?:\d{4}[-/]\d\d[-/]\d\d|\d\d/\d\d/\d{4})`,
    String.raw `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d\b`,
    String.raw `\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?`,
    String.raw `\d{9,}`,
    // Seconds since something began; glued to a name it is a version.
    String.raw `(?<=^|[ \[])\d+\.\d+(?=[ \]s]|$)`,
];
const PARTS = new RegExp([
    ...TIMES.map((time, index) => `(?<time${index}>${time})`),
    String.raw `\d+`,
    String.raw `[\p{L}_][\p{L}_./@-]*`,
    " +",
    "[^]",
].join("|"), "gu");
const LABEL = String.raw `[\p{L}\p{N}_./@-]+`;
/** Cuts a prefix into times, numbers, words and the rest. Blanks may be padding, save the last ones. */
function prefixParts(prefix) {
    return [...prefix.matchAll(PARTS)].map((match) => {
        const text = match[0];
        const time = TIMES.findIndex((_, index) => match.groups?.[`time${index}`] !== undefined);
        if (time >= 0) {
            return { kind: "time", text, pattern: timePattern(time) };
        }
        if (/^\d/.test(text)) {
            return { kind: "number", text, pattern: String.raw `\d+` };
        }
        const isPadding = /^ +$/.test(text) && match.index + text.length < prefix.length;
        const pattern = isPadding ? (match.index === 0 ? " *" : " +") : escapePattern(text);
        return { kind: /^[\p{L}_]/u.test(text) ? "word" : "other", text, pattern };
    });
}
/** The same prefix with other words and numbers in it. */
function loosePattern(prefix) {
    const patterns = prefixParts(prefix).map(({ kind, pattern }) => kind === "word" || kind === "number" ? LABEL : pattern);
    return patterns.filter((pattern, index) => pattern !== LABEL || patterns[index - 1] !== LABEL).join("");
}
/** Matches the text itself. */
function escapePattern(text) {
    return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw `\$&`);
}
/** What comes before and after belongs to the line that was cut into parts, not to the one that is matched. */
function timePattern(index) {
    return index === TIMES.length - 1 ? String.raw `\d+\.\d+` : (TIMES[index] ?? "");
}

// EXTERNAL MODULE: ./.cache/build/read/terminal/rule.js
var terminal_rule = __webpack_require__(9371);
;// CONCATENATED MODULE: ./.cache/build/read/terminal/job-log.js



/** What lines begin with that pytest or Python print where no rule is drawn. */
const WEAK_ANCHORS = [
    /^(?:Traceback|Exception Group Traceback) \(most recent call last\):\s*$/,
    /^ImportError while loading conftest '/,
    /^INTERNALERROR> /,
    /^Fatal Python error: /,
    /^ERROR: (?:usage: |file or directory not found: |not found: )/,
    /^(?:\d+ [a-z]+, )*\d+ [a-z]+ in \d+\.\d+s/,
];
const WEAK_WORDS = ["Traceback (", "Exception Group T", "ImportError while l", "INTERNALERROR> ", "Fatal Python error"];
/** pytest's own prefix of an internal error's traceback. */
const INTERNAL_MARK = "INTERNALERROR> ";
const MORE_WORDS = ["ERROR: ", " in "];
const MAX_PREFIX = 200;
const MAX_STREAMS = 60;
/** How far around an anchor lines are looked at, and how many of them must have its prefix. */
const WINDOW = 3;
const SHARE = 0.6;
/**
 * Takes out what a CI service or a tool put before each line: times, job and step names, container names, line
 * numbers. Which prefix that is, the text says itself: it is what stands before the lines that pytest draws, or before
 * `Traceback (most recent call last):`, and before most lines around those. All else stays as it is, so a program's
 * own output is not mutilated; lines of several streams that are mixed line by line come out one stream after the
 * other. Terminal colours must have been taken out before. Without such a prefix the text comes back unchanged, save
 * for byte order marks.
 */
function job_log_withoutLogPrefixes(text) {
    const plain = text.includes("\uFEFF") ? text.replaceAll(/(^|[\n\t])\uFEFF/g, "$1") : text;
    const lines = (0,report_text/* splitLines */.uz)(plain);
    const streams = findStreams(lines);
    return streams.length === 0 ? plain : unmix(lines, streams).join("\n");
}
function findStreams(lines) {
    const strong = lines.flatMap((line, index) => anchorAt(index, rulePrefix(line)));
    const anchors = strong.length > 0 ? strong : lines.flatMap((line, index) => anchorAt(index, weakPrefix(line)));
    const bare = anchors.filter(({ prefix }) => prefix === "");
    return collect(anchors.filter(({ prefix }) => prefix !== ""), ({ prefix }) => patternOf(prefix, () => true))
        .filter((group) => isOnItsOwn(group, bare))
        .slice(0, MAX_STREAMS)
        .flatMap((group) => streamsOf(lines, group));
}
/** Not printed by a test of a session that has no prefix, and no indented part of a text that has none. */
function isOnItsOwn(group, bare) {
    const isWithin = bare.some(({ index }) => index < firstIndex(group)) && bare.some(({ index }) => index > lastIndex(group));
    return !isWithin && (bare.length === 0 || group.some(({ prefix }) => prefix.trim() !== ""));
}
function firstIndex(group) {
    return group[0]?.index ?? 0;
}
function lastIndex(group) {
    return group.at(-1)?.index ?? 0;
}
/**
 * A number that differs each time is a counter, any other is part of a name. Where there are too few lines to tell,
 * the lines around them do.
 */
function streamsOf(lines, group) {
    const numbers = group.map(({ prefix }) => numbersOf(prefix));
    const counters = new Set((numbers[0] ?? []).flatMap((_, position) => {
        const values = new Set(numbers.map((row) => row[position]));
        return values.size >= 3 && values.size === group.length ? [position] : [];
    }));
    const split = collect(group, ({ prefix }) => patternOf(prefix, (position) => counters.has(position)));
    const streams = regularStreams(lines, split, (position) => counters.has(position));
    return streams.length > 0 ? streams : regularStreams(lines, [group], () => true);
}
function regularStreams(lines, groups, isCounter) {
    return groups.flatMap((group) => {
        const stream = streamOf(group[0]?.prefix ?? "", isCounter);
        return isRegular(lines, group, stream) ? [stream] : [];
    });
}
function anchorAt(index, prefix) {
    return prefix === null || prefix.length > MAX_PREFIX ? [] : [{ index, prefix }];
}
/** What stands before a rule that goes on to the end of the line. */
function rulePrefix(line) {
    const start = line.endsWith("===") ? line.indexOf("===") : -1;
    return start >= 0 && start <= MAX_PREFIX && (0,terminal_rule/* parseRule */.iT)(line.slice(start), null) !== null ? line.slice(0, start) : null;
}
function weakPrefix(line) {
    const head = line.slice(0, 2 * MAX_PREFIX);
    const starts = [...WEAK_WORDS.map((word) => head.indexOf(word)), ...totalStarts(head)];
    const start = starts.find((at) => at >= 0 && WEAK_ANCHORS.some((anchor) => anchor.test(head.slice(at))));
    if (start === undefined) {
        return null;
    }
    const marked = head.lastIndexOf(INTERNAL_MARK, start);
    const prefix = head.slice(0, marked >= 0 && marked + INTERNAL_MARK.length === start ? marked : start);
    return isPartOfTraceback(prefix) ? null : prefix;
}
/** Where a usage error or a bare closing line (`-q`) may begin. */
function totalStarts(head) {
    if (!MORE_WORDS.some((word) => head.includes(word))) {
        return [];
    }
    return [head.indexOf("ERROR: "), ...[...head.matchAll(/(?<=^|[ \t])\d+ [a-z]/g)].map(({ index }) => index)];
}
/** Marks of pytest, of a group's tree and of the group's header are no log's prefix. */
function isPartOfTraceback(prefix) {
    return /^[\s|+-]*[|+][\s|+-]*$/.test(prefix) || /^E\s+$/.test(prefix);
}
function numbersOf(prefix) {
    return prefixParts(prefix).flatMap(({ kind, text }) => (kind === "number" ? [text] : []));
}
function patternOf(prefix, isCounter) {
    let position = -1;
    return prefixParts(prefix)
        .map(({ kind, text, pattern }) => {
        position += kind === "number" ? 1 : 0;
        return kind === "number" && !isCounter(position) ? escapePattern(text) : pattern;
    })
        .join("");
}
function streamOf(prefix, isCounter) {
    return {
        pattern: prefixPattern(patternOf(prefix, isCounter)),
        neighbour: /[|\]]/.test(prefix) ? prefixPattern(loosePattern(prefix)) : null,
    };
}
/** Blanks at the end of an empty line are often lost. */
function prefixPattern(source) {
    return new RegExp(`^(?:${source}|${source.replace(/ +$/, "")}$)`, "u");
}
function isRegular(lines, group, { pattern, neighbour }) {
    let [own, all] = [0, 0];
    for (const { index } of group) {
        for (const line of [
            ...lines.slice(Math.max(index - WINDOW, 0), index),
            ...lines.slice(index + 1, index + 1 + WINDOW),
        ]) {
            const isOwn = pattern.test(line.slice(0, 2 * MAX_PREFIX));
            own += isOwn ? 1 : 0;
            all += isOwn || !(neighbour?.test(line.slice(0, 2 * MAX_PREFIX)) ?? false) ? 1 : 0;
        }
    }
    return own > 0 && own >= all * SHARE;
}
function unmix(lines, streams) {
    const outputs = [[], ...streams.map(() => [])];
    const order = new Set([0]);
    let current = 0;
    for (const line of lines) {
        const found = findStream(line, streams, current);
        if (found !== null) {
            current = found.number;
            order.add(current);
            outputs[current]?.push(line.slice(found.length));
        }
        else if (!streams.some(({ neighbour }) => neighbour?.test(line.slice(0, 2 * MAX_PREFIX)) ?? false)) {
            outputs[current]?.push(line);
        }
    }
    return [...order].flatMap((number) => outputs[number] ?? []);
}
/** Lines mostly go on with the stream of the one before. Streams count from one. */
function findStream(line, streams, current) {
    const head = line.slice(0, 2 * MAX_PREFIX);
    for (const number of [current, ...streams.map((_, index) => index + 1)]) {
        const match = streams[number - 1]?.pattern.exec(head);
        if (match) {
            return { number, length: match[0].length };
        }
    }
    return null;
}
function collect(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key) ?? [];
        group.push(item);
        groups.set(key, group);
    }
    return [...groups.values()];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 13 modules
var schemas = __webpack_require__(5491);
// EXTERNAL MODULE: ./.cache/build/text/junit-address.js
var junit_address = __webpack_require__(3098);
// EXTERNAL MODULE: ./.cache/build/read/read-result.js
var read_result = __webpack_require__(498);
;// CONCATENATED MODULE: ./.cache/build/read/last-failed.js



/** pytest's own cache plugin writes `{node id: true}` (`cache/lastfailed`, pytest 3 to 9). */
const LAST_FAILED = schemas/* record */.g1P(schemas/* string */.YjP().min(1), schemas/* boolean */.zMY());
/**
 * Reads pytest's cache of the tests that failed last. It says nothing but node ids; a file's id is one that could not
 * be collected. Null when the text is not such a cache.
 */
function readLastFailed(text, report) {
    const decoded = LAST_FAILED.safeParse(parseJson(text));
    if (!decoded.success) {
        return null;
    }
    const nodeIds = Object.keys(decoded.data).filter((nodeId) => decoded.data[nodeId] === true);
    const failures = nodeIds.map((nodeId) => ({ failure: failureOf(nodeId, report), address: null }));
    const errors = failures.filter(({ failure }) => failure.kind === "error").length;
    return {
        failures,
        counts: { ...read_result/* NO_COUNTS */.l, tests: failures.length, failures: failures.length - errors, errors },
        notes: failures.length === 0 ? [`${report} holds no failed tests.`] : [],
    };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function failureOf(nodeId, report) {
    const [file = nodeId, ...names] = nodeId.split("::");
    const isCollection = names.length === 0;
    return {
        nodeId,
        file,
        testName: isCollection ? null : (0,junit_address/* testNameOf */.Vb)(nodeId),
        phase: isCollection ? "collect" : "call",
        kind: isCollection ? "error" : "failure",
        exception: { type: null, message: null },
        chain: [],
        frames: [],
        capturedStdout: null,
        capturedStderr: null,
        capturedLog: null,
        source: { report, format: "lastfailed" },
    };
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/lines.js
const HEADER = "Traceback (most recent call last):";
/** Marks that mail, Markdown and comments put before quoted lines. */
const FRAME = /^((?:[>|#*]+ ?)?\s*)File "([^\n]+)", line (\d+)(?:, in (\S.*))?\s*$/;
const EXCEPTION = /^\s*([\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|<locals>))*)(: |:$|$)/u;
const MARKS = /^\s*(?:[~^\s]+|\.\.\.|\[Previous line repeated \d+ more times?\])\s*$/;
/** What begins the next record of a log, or the words of whoever runs the program: no message begins a line so. */
const RECORD_STARTS = [
    /^\[?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d )/,
    /^\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)(?:[\]:|\s]|$)/,
    /^(?:##\[|::\w+|```|~~~|>>> |\$ |npm ERR!|make(?:\[\d+\])?: |\{")/,
    /^\d{1,3}(?:\.\d{1,3}){3}[ :]/,
    /^\[\d{1,2}\/(?:[A-Z][a-z]{2}|\d\d)\/\d{4}[ :]\d\d:/,
    /^(?:Exception ignored in|Exception in thread|Exception in callback|Process \S+:$|Error: Process completed with)/,
    /^(?:={3,}|-{10,}|_{5,})(?:$| )/,
];
const LONGEST_PREFIX = 300;
/** Finds the header of a traceback, wherever on the line it stands. */
function parseHeader(line) {
    const at = line.slice(0, LONGEST_PREFIX + HEADER.length).indexOf(HEADER);
    if (at < 0) {
        return null;
    }
    const before = line.slice(0, at);
    const prefix = before.replace(/(?:\+ )?Exception Group $/, "");
    return { prefix, isGroup: before.slice(prefix.length).startsWith("+"), rest: line.slice(at + HEADER.length).trim() };
}
/** A line that is a frame and nothing else. */
function parseFrameLine(line) {
    const match = line.includes('File "') ? FRAME.exec(line) : null;
    if (match?.[2] === undefined) {
        return null;
    }
    const name = match[4]?.trimEnd() ?? null;
    return { column: match[1]?.length ?? 0, path: match[2], line: Number(match[3]), function: name };
}
/** The frame as Python prints it. */
function printFrame({ path, line, function: name }) {
    return `  File "${path}", line ${line}${name === null ? "" : `, in ${name}`}`;
}
/**
 * True for `pkg.mod.Type: message` and for a type alone. Python prints no other line after a stack; a single word in
 * small letters is rather a sentence or a command (`make: …`), and levels of a log are no types.
 */
function isExceptionLine(line) {
    const match = EXCEPTION.exec(line);
    return match?.[1] !== undefined && isTypeName(match[1], match[2] !== "") && !startsRecord(line.trimStart());
}
/** Whether a dotted name can be that of an exception. */
function isTypeName(name, hasMessage) {
    const last = name.slice(name.lastIndexOf(".") + 1);
    return /^[\p{Lu}\p{Lo}_]/u.test(last) || (hasMessage && name.includes("."));
}
/** True for `~~^~~`, for an ellipsis, and for Python's note on repeated frames. */
function isMarkLine(line) {
    return MARKS.test(line);
}
function startsRecord(line) {
    return RECORD_STARTS.some((start) => start.test(line));
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}

// EXTERNAL MODULE: ./.cache/build/read/traceback/traceback.js + 1 modules
var traceback_traceback = __webpack_require__(257);
// EXTERNAL MODULE: ./.cache/build/read/traceback/pytest.js
var pytest = __webpack_require__(9738);
;// CONCATENATED MODULE: ./.cache/build/read/pasted/pytest.js



const TITLE = /^\s*_{3,} (\S.*?) _{3,}\s*$/;
const CAPTURED = /^\s*-{3,} (?:Captured|live) .* -{3,}\s*$/;
const TEST = /^\s*(?:async )?def (test\w*)\(/;
const MARK = /^([\s>|]*)E {3}/;
/**
 * Reads sections of pytest's output that were copied without its headlines: marked lines (`E   `) and locations. Empty
 * when there are none.
 */
function readPytestPieces(lines) {
    const margin = findMargin(lines);
    if (margin === null) {
        return [];
    }
    const pieces = [
        { title: null, lines: [], isCaptured: false },
    ];
    for (const line of lines.map((one) => (one.startsWith(margin) ? one.slice(margin.length) : one.trimStart()))) {
        const title = TITLE.exec(line)?.[1];
        const piece = pieces.at(-1);
        if (title !== undefined && !/^[_ ]+$/.test(title)) {
            pieces.push({ title, lines: [], isCaptured: false });
        }
        else if (piece !== undefined) {
            piece.isCaptured ||= CAPTURED.test(line);
            piece.lines.push(...(piece.isCaptured ? [] : [line]));
        }
    }
    return pieces.flatMap(({ title, lines: own }) => readPiece(title, own));
}
/**
 * What stands before the marked lines: nothing, or what a mail or a page put there. Null when there are none, or only
 * below a traceback of Python's own, whose message may look like anything.
 */
function findMargin(lines) {
    for (const line of lines) {
        const margin = MARK.exec(line)?.[1];
        if (margin !== undefined && (0,pytest/* startsMarkedBlock */.l)(line.slice(margin.length))) {
            return margin;
        }
        if (parseHeader(line) !== null) {
            return null;
        }
    }
    return null;
}
function readPiece(headline, lines) {
    const title = headline ?? testAbove(lines);
    const traceback = (0,traceback_traceback/* parseTraceback */.Uy)(lines.join("\n"));
    const isMarked = lines.some(pytest/* startsMarkedBlock */.l);
    const isEvident = isMarked && (traceback.frames.length > 0 || traceback.exception.type !== null);
    return isEvident ? [{ traceback, title }] : [];
}
/** The long style shows the whole test above its first location. */
function testAbove(lines) {
    const end = lines.findIndex((line) => /^[^\s>].*:\d+: ?/.test(line));
    const name = lines.slice(0, Math.max(end, 0)).findLast((line) => TEST.test(line));
    return TEST.exec(name ?? "")?.[1] ?? null;
}

// EXTERNAL MODULE: ./.cache/build/read/traceback/exception-group.js
var exception_group = __webpack_require__(2082);
;// CONCATENATED MODULE: ./.cache/build/read/pasted/flat.js


/** `File "path", line 3, in` in the middle of a line; a SyntaxError's place has no `in`. */
const flat_FRAME = /File "([^"]{1,4096})", line (\d+)(, in )?/g;
const SENTENCE = /(The above exception was the direct cause of the following exception:|During handling of the above exception, another exception occurred:)/;
/** Python's names are one word; Jinja2's frames have names of several. */
const FUNCTION = /^(?:top-level template code|(?:block|macro) (?:'[^']*'|"[^"]*")|[\p{L}_<][^\s,]*)/u;
/** Words of code that a type follows. */
const BEFORE_TYPE = /\b(?:except|raise|class|case|return|yield|await|in|is|as|not|and|or)$/;
const RAISED = /\braise (?:[\p{L}\p{N}_]+\.)*([\p{L}\p{N}_]+)/u;
/** True for a traceback whose line ends became blanks, so that names, code and the exception run together. */
function isFlat(line) {
    const first = line.indexOf('File "');
    if (first < 0) {
        return false;
    }
    const header = line.indexOf(HEADER);
    const frames = [...line.matchAll(flat_FRAME)].filter((match) => match[3] !== undefined);
    return frames.length >= 2 || (frames.length === 1 && header >= 0 && header < first);
}
/** The line as Python had printed it, without the code of the frames. */
function unflatten(line) {
    const header = line.indexOf(HEADER);
    const parts = line.slice(Math.max(header, 0)).split(SENTENCE);
    const lines = [];
    for (const part of parts) {
        if ((0,traceback_traceback/* relationOf */.Ke)(part) !== undefined) {
            lines.push("", part, "");
        }
        else {
            lines.push(...unflattenPart(part));
        }
    }
    return lines;
}
function unflattenPart(part) {
    const matches = [...part.matchAll(flat_FRAME)];
    const lines = [HEADER];
    for (const [index, match] of matches.entries()) {
        const next = matches[index + 1]?.index;
        const { frame, code } = readFrame(match, part.slice(match.index + match[0].length, next).trim());
        lines.push(frame);
        const start = next === undefined ? exceptionStart(code) : raisedStart(code);
        if (start !== null) {
            const behind = next === undefined ? "" : ` ${part.slice(next).trim()}`;
            return [...lines, code.slice(start) + behind];
        }
    }
    return lines;
}
function readFrame(match, rest) {
    const name = match[3] === undefined ? null : (FUNCTION.exec(rest)?.[0] ?? null);
    const frame = printFrame({ path: match[1] ?? "", line: Number(match[2]), function: name });
    return { frame, code: rest.slice(name?.length ?? 0).trim() };
}
/**
 * Where the exception begins behind the code of the innermost frame. A type named in a string of that code is no
 * exception, and what the code raises is likelier than anything else.
 */
function exceptionStart(tail) {
    const raised = RAISED.exec(tail)?.[1];
    const candidates = findCandidates(tail);
    const open = candidates.filter(({ isQuoted }) => !isQuoted);
    const best = open.find(({ lastName }) => lastName === raised) ?? open[0];
    return (best ?? candidates.find(({ lastName }) => lastName === raised) ?? candidates[0])?.at ?? null;
}
/** What looks like a frame behind the exception that the code raises is part of its message. */
function raisedStart(code) {
    const raised = RAISED.exec(code)?.[1];
    const found = raised === undefined ? [] : findCandidates(code);
    return found.find(({ lastName, isQuoted }) => lastName === raised && !isQuoted)?.at ?? null;
}
function findCandidates(tail) {
    const candidates = [];
    let quote = "";
    let scanned = 0;
    for (const match of tail.matchAll(/\S+/g)) {
        quote = quoteAfter(quote, tail.slice(scanned, match.index));
        scanned = match.index;
        const word = match[0];
        const isLast = match.index + word.length === tail.length;
        const isCode = BEFORE_TYPE.test(tail.slice(Math.max(match.index - 10, 0), match.index).trimEnd());
        const name = word.replace(/:$/, "");
        if (!isCode && isDotted(name) && isException({ name, hasColon: name !== word, isLast })) {
            candidates.push({ at: match.index, lastName: name.slice(name.lastIndexOf(".") + 1), isQuoted: quote !== "" });
        }
    }
    return candidates;
}
function isException({ name, hasColon, isLast }) {
    return (hasColon || isLast) && isTypeName(name, hasColon);
}
function isDotted(name) {
    return /^[\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|<locals>))*$/u.test(name);
}
/** The quotation mark that is still open after a piece of code; empty when none is. */
function quoteAfter(before, code) {
    let quote = before;
    for (const [sign] of code.matchAll(/\\.|["']/g)) {
        if (sign.length === 1) {
            quote = quote === "" ? sign : quote === sign ? "" : quote;
        }
    }
    return quote;
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/message.js


/** What unittest's messages go on with behind a blank line. */
const DIFFERENCE = /^(?:First |Second |Diff is \d|[-+?] |\d+$|['"[{(]|@@ )/;
/** What SQLAlchemy adds to a driver's message, each on a line of its own. */
const STATEMENT = /^\[(?:SQL|parameters): /;
const BACKGROUND = "(Background on this error at: ";
/** `concurrent.futures` and `multiprocessing` put it around the traceback of another process. */
const QUOTE = '"""';
/** How far ahead blank lines are skipped. */
const MAX_BLANKS = 3;
/**
 * Collects an exception's type and message, which may go on for many lines. Who pastes a traceback often pastes what
 * comes after it: the next record of a log ends the message, and so does a blank line, unless what follows it is
 * certainly the message's own.
 */
function collectMessage({ lines, isWhole }) {
    const state = { message: [], indent: 0, blanks: 0, isStatement: false };
    for (const line of lines) {
        if (line === null || endsMessage(line, state.message.length)) {
            break;
        }
        if (line.trim() === "") {
            state.blanks += 1;
        }
        else if (state.blanks === 0 || isWhole || goesOn(state, line)) {
            takeLine(state, line);
        }
        else {
            break;
        }
    }
    return state.message;
}
function takeLine(state, line) {
    state.indent = state.message.length === 0 ? indentOf(line) : state.indent;
    for (; state.blanks > 0; state.blanks -= 1) {
        state.message.push("");
    }
    state.message.push(line.slice(Math.min(indentOf(line), state.indent)));
    const isOpen = state.isStatement || STATEMENT.test(line);
    state.isStatement = isOpen && !line.trimEnd().endsWith("]");
}
/** A traceback of another process is quoted: the quote's end is not its message. */
function endsMessage(line, collected) {
    return (line === QUOTE ||
        (0,traceback_traceback/* relationOf */.Ke)(line.trim()) !== undefined ||
        parseHeader(line) !== null ||
        (collected > 0 && startsRecord(line)));
}
function goesOn({ message, blanks, isStatement }, line) {
    const indent = indentOf(line);
    const isOwn = isStatement || STATEMENT.test(line) || line.startsWith(BACKGROUND);
    return blanks <= MAX_BLANKS && ((indent > 0 && indent < 4) || isOwn || isDifference(message[0] ?? "", line));
}
function isDifference(first, line) {
    return /^\S*AssertionError\b/.test(first) && DIFFERENCE.test(line);
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/stack.js


/** Lines of code below a frame, when indents are lost: Python 3.13 prints whole statements. */
const MAX_CODE_LINES = 10;
const stack_MAX_BLANKS = 3;
/** The line without the prefix; null where the prefix ends and so the traceback. */
function bodyLine({ lines, prefix }, index) {
    const line = lines[index];
    if (line === undefined) {
        return null;
    }
    if (line.startsWith(prefix)) {
        return line.slice(prefix.length);
    }
    return line.trim() === "" || line.trimEnd() === prefix.trimEnd() ? "" : null;
}
/** The next line that is not blank, but not far away. */
function skipBlanks(region, start) {
    let index = start;
    while (index < start + stack_MAX_BLANKS && bodyLine(region, index)?.trim() === "") {
        index += 1;
    }
    return index;
}
/** The lines from one on, without the prefix; null ends them. */
function* bodyLines(region, start) {
    for (let index = start; index < region.lines.length; index += 1) {
        yield bodyLine(region, index);
    }
}
/** Reads frames up to the exception: the first line that is indented no deeper than they are. */
function readStack(text, start) {
    const state = { frames: [], code: 0, isIndented: false, isSpaced: false };
    let index = start;
    for (; index < text.lines.length; index += 1) {
        const line = bodyLine(text, index);
        if (line === null || !takeStackLine(state, { text, index, line })) {
            break;
        }
    }
    return { frames: state.frames, next: index };
}
function takeStackLine(state, at) {
    if (at.line.trim() === "") {
        return isInside(state, at);
    }
    const frame = parseFrameLine(at.line);
    if (frame !== null) {
        state.frames.push(frame);
        state.code = 0;
        return true;
    }
    return !startsOther(at.line) && takeCode(state, at);
}
function startsOther(line) {
    return parseHeader(line) !== null || (0,traceback_traceback/* relationOf */.Ke)(line.trim()) !== undefined;
}
function takeCode(state, at) {
    const column = state.frames.at(-1)?.column ?? 0;
    if (indentOf(at.line) > column) {
        state.isIndented ||= state.frames.length > 0;
        return true;
    }
    if (state.frames.length === 0 || isMarkLine(at.line)) {
        return state.frames.length > 0;
    }
    state.code += 1;
    const isFirst = state.code === 1 && !state.isIndented && indentOf(at.line) === column;
    return state.code <= MAX_CODE_LINES && isCode(at, isFirst);
}
/** Texts whose lines are all set apart by blank ones are read too; else a blank line ends the stack. */
function isInside(state, { text, index }) {
    const next = bodyLine(text, skipBlanks(text, index));
    if (next === null) {
        return false;
    }
    const isOwn = parseFrameLine(next) !== null || indentOf(next) > 3 || isMarkLine(next);
    state.isSpaced ||= isOwn;
    return isOwn || (state.isSpaced && isExceptionLine(next));
}
/**
 * Code that is not indented: indents are lost, or a long line was broken. Where the first line below a frame and a
 * later one both look like exceptions, the first is the code.
 */
function isCode({ text, index, line }, isFirst) {
    const isException = isExceptionLine(line);
    for (let next = index + 1; next <= index + MAX_CODE_LINES; next += 1) {
        const later = bodyLine(text, next);
        if (later === null || later.trim() === "" || startsOther(later)) {
            break;
        }
        if (parseFrameLine(later) !== null || isExceptionLine(later)) {
            return isFirst || !isException;
        }
    }
    return isFirst && !isException;
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/scan.js






/**
 * Finds the tracebacks of a text, each with its whole chain, and prints them as Python does: marks before each line,
 * other indents and code are gone. Text around them is left out.
 */
function scanTracebacks(text) {
    const found = [];
    for (let index = 0; index < text.lines.length;) {
        const chain = readChain(text, index);
        if (chain === null) {
            index += 1;
        }
        else {
            found.push(chain.lines.join("\n"));
            index = chain.next;
        }
    }
    return found;
}
function readChain(text, start) {
    let block = readBlock(text, start);
    const lines = [];
    let last = null;
    while (block !== null) {
        lines.push(...block.lines);
        last = block;
        const link = readLink(text.lines, block);
        block = link === null ? null : readBlock(text, link.next);
        lines.push(...(link === null || block === null ? [] : ["", link.sentence, ""]));
    }
    return last === null ? null : { ...last, lines };
}
function readLink(lines, { next, prefix }) {
    const end = bodyLine({ lines, prefix }, next) === QUOTE ? next + 1 : next;
    const at = skipBlanks({ lines, prefix }, end);
    const sentence = bodyLine({ lines, prefix }, at)?.trim() ?? "";
    return (0,traceback_traceback/* relationOf */.Ke)(sentence) === undefined ? null : { sentence, next: skipBlanks({ lines, prefix }, at + 1) };
}
function readBlock(text, start) {
    const line = text.lines[start] ?? "";
    if (isFlat(line)) {
        return { lines: unflatten(line), next: start + 1, prefix: "" };
    }
    const header = parseHeader(line);
    if (header?.rest === "") {
        const region = { lines: text.lines, prefix: prefixInForce(text.lines, start, header.prefix) };
        return header.isGroup ? readGroup(region, start + 1) : readException({ ...text, ...region }, start + 1);
    }
    if ((0,exception_group/* startsBareGroup */.XY)(text.lines, start)) {
        return readGroup({ lines: text.lines, prefix: "" }, start);
    }
    const frame = parseFrameLine(line);
    return frame === null ? null : readHeadless({ ...text, prefix: /^(?:[>|#*]+ ?)?/.exec(line)?.[0] ?? "" }, start);
}
/** What stands before the header stands before all lines, or it was only the first line's (`ERROR:root:Traceback …`). */
function prefixInForce(lines, header, prefix) {
    return lines[header + 1]?.startsWith(prefix) === true ? prefix : "";
}
/** `start` is the first line below the header. */
function readGroup(region, start) {
    const tree = (0,exception_group/* takeTree */.YI)(bodyLines(region, start));
    const lines = [`+ Exception Group ${HEADER}`, ...tree];
    return tree.length === 0 ? null : { lines, next: start + tree.length, prefix: region.prefix };
}
function readException(text, start) {
    const { frames, next } = readStack(text, start);
    const message = readMessage(text, next);
    const lines = [HEADER, ...frames.map(printFrame), ...message];
    return lines.length === 1 ? null : { lines, next: next + message.length, prefix: text.prefix };
}
/** Without a header a single frame is no evidence, unless an exception follows: prose names files and lines too. */
function readHeadless(text, start) {
    const block = readException(text, start);
    const [, first = "", second] = block?.lines ?? [];
    const isPlace = parseFrameLine(first)?.function === null;
    const isEvident = isPlace ? /^(?:SyntaxError|IndentationError|TabError)\b/.test(second ?? "") : second !== undefined;
    return isEvident ? block : null;
}
function readMessage(text, start) {
    const first = bodyLine(text, start);
    return first !== null && isExceptionLine(first)
        ? collectMessage({ lines: bodyLines(text, start), isWhole: text.isWhole })
        : [];
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/styles.js

const OPEN_HEADER = "Traceback (most recent call last)";
const BOX_TOP = /^\s*╭─+ Traceback \(most recent call last\) ─+╮\s*$/;
const BOX_END = /^\s*╰─+╯\s*$/;
const BOX_LINE = /^\s*│ ?(.*)│\s*$/;
const BOX_FRAME = /^(\S.*):(\d+) in (\S+)$/;
const MAX_PATH = 1000;
const CELL_HEADER = /^(\S+) +Traceback \(most recent call last\)$/;
const CELL_RULE = /^-{20,}$/;
const CELL_FRAME = /^File (\S.*?):(\d+)(?:, in ([^\s(]+).*)?$/;
const CELL_FRAME_WITH_LINE = /^((?:Cell|Input) In ?\[\d+\]), line (\d+)(?:, in ([^\s(]+).*)?$/;
const CELL_FRAME_OPEN = /^(\S.*?)(?:, in | in )(<cell line: \d+>|[^\s(]+)(?:\(.*)?$/;
const CELL_CODE = /^(?:-+> ?| +)\d+(?: |$)/;
const CELL_ARROW = /^-+> ?(\d+)(?: |$)/;
/** Prints tracebacks in the styles of `rich` (boxes) and IPython (arrows) as Python would. Others stay as they are. */
function asPythonPrints(text) {
    const plain = withPlainQuotes(text);
    if (!plain.includes(OPEN_HEADER)) {
        return plain;
    }
    const unboxed = plain.includes("╭─") ? unbox(plain.split("\n")).join("\n") : plain;
    return /^-+> ?\d/m.test(unboxed) ? printCells(unboxed.split("\n")).join("\n") : unboxed;
}
/** Word processors and chats bend quotation marks, and pages keep indents by blanks that don't break. */
function withPlainQuotes(text) {
    const spaced = text.includes("\u00A0") ? text.replaceAll("\u00A0", " ") : text;
    return spaced.includes("File “") || spaced.includes("File „") || spaced.includes("File ”")
        ? spaced.replaceAll(/File [“„”]([^“„”\n]*)[“”]/g, 'File "$1"')
        : spaced;
}
function unbox(lines) {
    const state = { printed: [], isInside: false, path: "" };
    for (const line of lines) {
        if (BOX_TOP.test(line)) {
            state.isInside = true;
            state.printed.push(HEADER);
        }
        else if (!state.isInside) {
            state.printed.push(line);
        }
        else if (BOX_END.test(line)) {
            state.isInside = false;
        }
        else {
            takeBoxLine(state, (BOX_LINE.exec(line)?.[1] ?? line).trimEnd());
        }
    }
    return state.printed;
}
function takeBoxLine(state, content) {
    const frame = BOX_FRAME.exec(content) ?? BOX_FRAME.exec(state.path + content);
    state.printed.push(frame === null ? `    ${content}` : frameOf(frame));
    const isPart = frame === null && /^\S+$/.test(content) && state.path.length < MAX_PATH;
    state.path = isPart ? state.path + content : "";
}
function frameOf([, path = "", line = "", name]) {
    return printFrame({ path, line: Number(line), function: name ?? null });
}
function printCells(lines) {
    const first = lines.findIndex((line) => CELL_HEADER.test(line));
    const state = { printed: lines.slice(0, Math.max(first, 0)), open: null, type: "" };
    for (const line of lines.slice(Math.max(first, 0))) {
        if (!styles_takeCode(state, line)) {
            state.printed.push(...(state.open === null ? [] : [state.open[0]]));
            state.open = null;
            takeOther(state, line);
        }
    }
    return state.printed;
}
function styles_takeCode(state, line) {
    const isCode = CELL_CODE.test(line);
    const arrow = CELL_ARROW.exec(line);
    if (arrow !== null && state.open !== null) {
        const [, path = "", name] = state.open;
        state.printed.push(printFrame({ path, line: Number(arrow[1]), function: name ?? null }));
        state.open = null;
    }
    if (isCode) {
        state.printed.push(`    ${line}`);
    }
    return isCode;
}
function takeOther(state, line) {
    dropBlankBefore(state, line);
    const frame = CELL_FRAME.exec(line) ?? CELL_FRAME_WITH_LINE.exec(line);
    state.open = frame === null ? CELL_FRAME_OPEN.exec(line) : null;
    if (frame !== null) {
        state.printed.push(frameOf(frame));
    }
    else if (state.open === null && !CELL_RULE.test(line)) {
        state.printed.push(CELL_HEADER.test(line) ? HEADER : line);
    }
}
/** Python has no blank line between the frames and the exception. */
function dropBlankBefore(state, line) {
    const named = CELL_HEADER.exec(line)?.[1];
    if (named === undefined && state.type !== "" && line.startsWith(state.type) && state.printed.at(-1) === "") {
        state.printed.pop();
    }
    state.type = named ?? state.type;
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/escapes.js
/** The header or a frame, next to a line end that is written as `\n`: the more backslashes, the deeper it is wrapped. */
const ESCAPED = /Traceback \(most recent call last\):(?:\\+r)?(\\+)n|(\\+)n(?: |\\+t)*File \\*["'](?=[^"']{1,4096}", line |[^"'\\]{1,4096}\\+["'], line )/g;
const LINE_END = /(File "[^"\n]*")|(?:\\r)?\\n/g;
const ESCAPE = /\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^])/g;
const CONTROLS = new Map([
    ["n", "\n"],
    ["r", "\r"],
    ["t", "\t"],
    ["b", "\b"],
    ["f", "\f"],
]);
/**
 * Finds tracebacks inside strings as JSON, Python's `repr` and log formatters write them, also wrapped several times
 * (`\\n`, `\\\"`), and unwraps them. Null when the line holds none.
 */
function unescapeTracebacks(line) {
    const strings = [];
    const outside = [];
    let from = 0;
    for (const match of line.matchAll(ESCAPED)) {
        if (match.index < from) {
            continue;
        }
        const piece = cutString(line, { from, at: match.index, depth: (match[1] ?? match[2] ?? "").length });
        strings.push({ text: piece.text, isWhole: piece.isWhole });
        outside.push(line.slice(from, piece.start));
        from = piece.end;
    }
    return strings.length === 0 ? null : { outside: [...outside, line.slice(from)].join(" "), strings };
}
function cutString(line, { from, at, depth }) {
    const levels = Math.floor(Math.log2(depth)) + 1;
    const isQuoteEscaped = /^[^"']*File \\+"/.test(line.slice(at, at + 4096));
    const open = isQuoteEscaped
        ? lastQuote(line, { from, at }, '"'.padStart(2 ** (levels - 1), "\\"))
        : lastApostrophe(line, { from, at });
    const end = open === null ? -1 : nextQuote(line, at, open.sign);
    if (open !== null && end >= 0) {
        return {
            text: escapes_unescape(line.slice(open.end, end), levels),
            isWhole: true,
            start: open.start,
            end: end + open.sign.length,
        };
    }
    const rest = line.slice(at);
    const text = isQuoteEscaped || levels > 1 ? escapes_unescape(rest, levels) : breakLines(rest);
    return { text, isWhole: false, start: at, end: line.length };
}
function lastQuote(line, { from, at }, sign) {
    for (let start = line.lastIndexOf(sign, at); start >= from; start = line.lastIndexOf(sign, start - 1)) {
        if (line[start - 1] !== "\\") {
            return { sign, start, end: start + sign.length };
        }
        if (start === 0) {
            return null;
        }
    }
    return null;
}
/** An apostrophe that opens a string does not follow a letter, save the `b` of bytes. */
function lastApostrophe(line, { from, at }) {
    const before = line.slice(Math.max(from, at - 10_000), at);
    const match = /^.*(?:^|[^\p{L}\p{N}_\\]|\b[bru])(')/su.exec(before);
    if (match === null) {
        return null;
    }
    const start = Math.max(from, at - 10_000) + match[0].length - 1;
    return { sign: "'", start, end: start + 1 };
}
/** The next quotation mark with exactly as many backslashes before it. */
function nextQuote(line, from, sign) {
    const quote = sign.slice(-1);
    for (let at = line.indexOf(quote, from); at >= 0; at = line.indexOf(quote, at + 1)) {
        let start = at;
        while (start > from && line[start - 1] === "\\") {
            start -= 1;
        }
        if (at - start === sign.length - 1) {
            return start;
        }
    }
    return -1;
}
function escapes_unescape(text, levels) {
    let plain = text;
    for (let level = 0; level < levels; level += 1) {
        plain = plain.replace(ESCAPE, (_, escape) => unescapeOne(escape));
    }
    return plain;
}
function unescapeOne(escape) {
    const control = CONTROLS.get(escape);
    return control ?? (escape.length === 1 ? escape : String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
}
/** Nothing but the line ends was escaped: a backslash in a path is one. */
function breakLines(text) {
    return text.replace(LINE_END, (_, frame) => frame ?? "\n");
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/html.js
/** A traceback inside a page: its quotation marks or its `<module>` are written as entities, or its lines end in `<br>`. */
const PAGE = /File &(?:amp;)?(?:quot|#34|#x22);|, in &lt;|<br ?\/?>\s*(?:&nbsp;|\s)*File |<(?:pre|code)\b[^<>]{0,300}>\s*(?:<code\b[^<>]{0,300}>)?\s*Traceback /i;
const LINE_TAG = /<br ?\/?>\n?|<\/(?:p|div|li|tr|pre|h[1-6])>/gi;
const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,1000})?>/gi;
const ENTITY = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|quot|apos|lt|gt|amp|nbsp);/g;
const NAMED = new Map([
    ["quot", '"'],
    ["apos", "'"],
    ["lt", "<"],
    ["gt", ">"],
    ["amp", "&"],
    ["nbsp", " "],
]);
/** The text of a page's source around a traceback; any other text stays as it is. */
function withoutHtml(text) {
    if (!PAGE.test(text)) {
        return text;
    }
    const plain = text.replace(LINE_TAG, "\n").replace(TAG, "").replace(ENTITY, decodeEntity);
    return PAGE.test(plain) ? plain.replace(ENTITY, decodeEntity) : plain;
}
function decodeEntity(entity, name) {
    const code = Number(name.startsWith("#") ? name.slice(1).replace(/^[xX]/, "0x") : 0);
    const isCharacter = code > 0 && code <= 0x10_ff_ff;
    return isCharacter ? String.fromCodePoint(code) : (NAMED.get(name) ?? entity);
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/unwrap.js



/** What every traceback has, however wrapped. */
const EVIDENCE = /Traceback \(most recent call last\)|File \\*(?:"|“|&quot;|&#34;)/;
const MAX_DEPTH = 5;
/**
 * Takes tracebacks out of what they were wrapped in: records of JSON (one for each line, or one for all), strings
 * inside strings, Python's `repr`, a page's HTML, terminal colours. Lines that wrap nothing stay together as they are.
 */
function unwrap(text) {
    return unwrapDeep(text, { isWhole: false, depth: 0 });
}
function unwrapDeep(text, { isWhole, depth }) {
    const plain = withoutHtml((0,report_text/* stripColours */._j)(text));
    const json = depth < MAX_DEPTH ? stringsOf(plain) : null;
    if (json !== null) {
        return json.flatMap((string) => unwrapDeep(string, { isWhole: true, depth: depth + 1 }));
    }
    return unwrapLines(plain, { isWhole, depth });
}
function unwrapLines(text, { isWhole, depth }) {
    const strings = [];
    const outside = [];
    for (const line of text.split("\n")) {
        const found = line.includes("\\") && EVIDENCE.test(line) && depth < MAX_DEPTH ? unwrapLine(line, depth) : null;
        outside.push(found === null ? line : found.outside);
        strings.push(...(found?.strings ?? []));
    }
    return [...strings, { text: outside.join("\n"), isWhole: isWhole && strings.length === 0 }];
}
/** A record of JSON, perhaps behind a log's own marks; or a string in any other notation. */
function unwrapLine(line, depth) {
    const start = line.indexOf("{");
    const json = start < 0 ? null : stringsOf(line.slice(start));
    if (json !== null) {
        const strings = json.flatMap((string) => unwrapDeep(string, { isWhole: true, depth: depth + 1 }));
        return { outside: "", strings };
    }
    const escaped = unescapeTracebacks(line);
    return (escaped && {
        outside: escaped.outside,
        strings: escaped.strings.flatMap(({ text, isWhole }) => unwrapDeep(text, { isWhole, depth: depth + 1 })),
    });
}
/** Strings with a traceback in them, wherever they are; null when the text is no JSON. */
function stringsOf(text) {
    const trimmed = text.trim();
    if (!/^[{["]/.test(trimmed) || !/[}\]"]$/.test(trimmed) || !EVIDENCE.test(trimmed)) {
        return null;
    }
    const value = unwrap_parseJson(trimmed);
    return value === undefined ? null : collectStrings(value);
}
/** Undefined for what is no JSON. Any value will do: only the strings in it are looked at. */
function unwrap_parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function collectStrings(root) {
    const found = [];
    const waiting = [root];
    while (waiting.length > 0) {
        const value = waiting.pop();
        if (typeof value === "string") {
            found.push(...(EVIDENCE.test(value) ? [value] : []));
        }
        else if (typeof value === "object" && value !== null) {
            const inner = Array.isArray(value) ? joined(value) : Object.values(value);
            for (const one of inner.toReversed()) {
                waiting.push(one);
            }
        }
    }
    return found;
}
/** Some loggers write a traceback as a list of its lines. */
function joined(values) {
    const lines = values.filter((value) => typeof value === "string");
    const isTraceback = lines.length === values.length && lines.length > 1 && lines.some((line) => /^\s*(?:Traceback|File ")/.test(line));
    return isTraceback ? [lines.map((line) => line.replace(/\n$/, "")).join("\n")] : values;
}

;// CONCATENATED MODULE: ./.cache/build/read/pasted/pasted.js








/** The script that is called `pytest`. */
const STARTER = /[\\/](?:bin|Scripts)[\\/](?:pytest|py\.test)(?:\.exe[\\/]__main__\.py)?$/;
/** Of `python -m pytest`. */
const OWN = /[\\/](?:_pytest|pytest|pluggy)[\\/]|(?:^<frozen |[\\/])runpy(?:\.py|>)$/;
const TEST_FILE = /(?:^|[\\/])(?:test_[^\\/]*|[^\\/]*_test)\.py$/;
/**
 * Reads tracebacks that stand anywhere in a text: pasted into a form, in a server's log, in records of JSON, flattened
 * to one line. Each distinct one is a failure. Null when there is none: words about an error are no failure.
 */
function readPasted(text, report) {
    const found = unwrap(text).flatMap(({ text: part, isWhole }) => findTracebacks(part, isWhole));
    const distinct = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
    if (distinct.length === 0) {
        return null;
    }
    const failures = distinct.map((one) => pasted_failureOf(one, report));
    const errors = failures.filter(({ kind }) => kind === "error").length;
    return {
        failures: failures.slice(0, read_result/* MAX_FAILURES */.T).map((failure) => ({ failure, address: null })),
        counts: { tests: failures.length, failures: failures.length - errors, errors, skipped: 0 },
        notes: notesOf(distinct, report),
    };
}
function findTracebacks(text, isWhole) {
    const lines = (0,report_text/* splitLines */.uz)(asPythonPrints(job_log_withoutLogPrefixes(text)));
    const pieces = readPytestPieces(lines);
    if (pieces.length > 0) {
        return pieces;
    }
    return scanTracebacks({ lines, isWhole }).map((found) => ({ traceback: (0,traceback_traceback/* parseTraceback */.Uy)(found), title: null }));
}
function pasted_failureOf({ traceback, title }, report) {
    const test = testOf(traceback);
    const isCollection = test === null && isBeforeTests(traceback);
    return {
        nodeId: null,
        file: test?.path ?? (title === null ? null : testFileOf(traceback)),
        testName: title ?? test?.function ?? null,
        phase: isCollection ? "collect" : "call",
        kind: isCollection ? "error" : "failure",
        ...traceback,
        capturedStdout: null,
        capturedStderr: null,
        capturedLog: null,
        source: { report, format: "text" },
    };
}
/** The test function that the stack went through, when there is exactly one; its class is in no traceback. */
function testOf({ frames, chain }) {
    const all = [...frames, ...chain.flatMap((link) => link.frames)];
    const tests = all.filter(({ path, function: name }) => TEST_FILE.test(path) && lastName(name ?? "").startsWith("test"));
    const [first, ...others] = tests;
    return first !== undefined && others.every((frame) => frame.path === first.path && frame.function === first.function)
        ? first
        : null;
}
/** Of a section of pytest's: its first location in a test file is in the test. */
function testFileOf({ frames }) {
    return frames.find(({ path }) => TEST_FILE.test(path))?.path ?? null;
}
function lastName(name) {
    return name.slice(name.lastIndexOf(".") + 1);
}
/** A test file that could not be imported: its own code at module level is in the stack of an import's exception. */
function isImport({ exception, frames }) {
    const isImportError = /(?:^|\.)(?:ImportError|ModuleNotFoundError|SyntaxError|IndentationError|TabError)$/.test(exception.type ?? "");
    return isImportError && frames.some(({ path, function: name }) => TEST_FILE.test(path) && name === "<module>");
}
function isBeforeTests(traceback) {
    return isImport(traceback) || isStart(traceback);
}
/** pytest itself ended before it had a session: a plugin is missing, an option is wrong. */
function isStart({ frames }) {
    return frames.length > 0 && (STARTER.test(frames[0]?.path ?? "") || frames.every(({ path }) => OWN.test(path)));
}
function notesOf(found, report) {
    const notes = [
        `${report} holds no pytest run but ${found.length === 1 ? "a traceback" : "tracebacks"}: which test failed is not told.`,
    ];
    if (found.some(({ traceback }) => traceback.exception.type === null)) {
        notes.push(`A traceback in ${report} breaks off before its exception.`);
    }
    return notes;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/conftest-error.js

/** pytest 6 to 9: exit code 4, on stderr, and nothing else is printed. */
const HEADLINE = /^ImportError while loading conftest '(.+)'\.$/;
/** Short style whatever `--tb` says: locations, indented code, marked lines. */
const BODY = /^(?:\s|E {3}|E$|[^\s].*?:\d+: in )/;
/** Finds conftest files that could not be loaded. There is no test to name: the node id is null. */
function readConftestErrors(lines, report) {
    return lines.flatMap((line, index) => {
        const file = HEADLINE.exec(line)?.[1];
        return file === undefined ? [] : [conftest_error_failureOf({ file, body: bodyAfter(lines, index), report })];
    });
}
function bodyAfter(lines, index) {
    let end = index + 1;
    while (end < lines.length && BODY.test(lines[end] ?? "")) {
        end += 1;
    }
    return lines.slice(index + 1, end).join("\n");
}
function conftest_error_failureOf({ file, body, report }) {
    return {
        nodeId: null,
        file,
        testName: null,
        phase: "collect",
        kind: "error",
        ...(0,traceback_traceback/* parseTraceback */.Uy)(body),
        capturedStdout: null,
        capturedStderr: null,
        capturedLog: null,
        source: { report, format: "text" },
    };
}

// EXTERNAL MODULE: ./.cache/build/read/traceback/exception-text.js
var exception_text = __webpack_require__(8702);
;// CONCATENATED MODULE: ./.cache/build/read/terminal/test-place.js
/** A file relative to the folder that pytest was started in, as node ids have it. */
const RELATIVE = /^(?![\\/]|[A-Za-z]:[\\/]|<).+\.py$/s;
/** Of the long style: a test's first argument, with the module and the class of the test. */
const SELF = /^self = <([\w.]+) (?:object at|testMethod=)/;
const MAX_LINE = 2000;
/**
 * The node id of a test that no summary names, from the text of its section: the outermost frame is the test itself.
 * Null where that is not sure; a class must be named beside its module, since its tests may be inherited from another.
 */
function nodeIdOfSection({ kind, phase, title, lines }, frames) {
    const [first] = frames;
    if (kind !== "failure" || phase !== "call" || first === undefined || !RELATIVE.test(first.path))
        return null;
    const bracket = title.indexOf("[");
    const end = bracket < 0 ? title.length : bracket;
    const names = title.slice(0, end).split(".");
    const short = lines.filter((line) => line.length < MAX_LINE);
    if (!isFunction(first, names.at(-1) ?? "", short))
        return null;
    const path = first.path.replaceAll("\\", "/");
    if (names.length > 1 && !isClassOf(path, names.slice(0, -1), short))
        return null;
    return [path, ...names].join("::") + title.slice(end);
}
/** The short style names the function, the long one shows it from its first line on. */
function isFunction(frame, name, lines) {
    if (frame.function !== null)
        return frame.function === name;
    const shown = lines.find((line) => /^ *(?:async )?def /.test(line)) ?? "";
    return /^ *(?:async )?def (\w+)\(/.exec(shown)?.[1] === name;
}
function isClassOf(path, classes, lines) {
    const named = lines.flatMap((line) => SELF.exec(line)?.[1] ?? [])[0];
    const module = path.slice(path.lastIndexOf("/") + 1, -".py".length);
    const own = classes.at(-1) ?? "";
    return named !== undefined && `.${named}`.endsWith(`.${module}.${own}`) && classes.length === 1;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/summary.js

const SUMMARY_TITLE = "short test summary info";
const REGIONS = new Set(["ERRORS", "FAILURES", "PASSES"]);
/** `s`: to JavaScript U+2028 ends a line, to pytest it does not. */
const ENTRY = /^(FAILED|ERROR) (.+)$/s;
/** A subtest by the name it was given and its values: pytest 9, and pytest-subtests before it. */
const SUBTEST = /^(?:SUBFAILED(\[.*?\])? ?(\(.*?\))?|(\[.*?\])? ?(\(.*?\))? ?SUBFAIL) (.+)$/s;
const TOTALS = /^(?:=+ )?((?:\d+ [a-z ]+, )*\d+ [a-z ]+|no tests (?:ran|collected)(?:, \d+ [a-z]+)?) in \d+(?:\.\d+)?s(?: \([\d:, day]+\))?(?: =+)?$/;
/** Stands for the name of a subtest in the titles of an entry that leaves it out; no line holds it. */
const ANY_SUBTEST = "\n";
const MAX_TOTALS = 500;
const MAX_SEPARATORS = 50;
/** Finds pytest's last summary: what looks like one further up, or above a section, was printed by a test. */
function readSummary(lines, width) {
    const end = lastOwn(lines, width, isTotals);
    const header = lastOwn(lines, width, (line) => (0,terminal_rule/* parseRule */.iT)(line, width)?.title === SUMMARY_TITLE);
    const stop = end > header ? end : lines.length;
    return {
        entries: header < 0 ? [] : readEntries(lines.slice(header + 1, stop)),
        start: header < 0 ? stop : header,
        totals: end < 0 ? null : readTotals(lines[end] ?? ""),
        rest: end < 0 ? [] : lines.slice(end + 1),
        isQuiet: header >= 0 && !lines.some(terminal_rule/* startsSession */.qG),
    };
}
/** The last such line; -1 where a section comes behind it. */
function lastOwn(lines, width, isSuch) {
    const last = lines.findLastIndex(isSuch);
    const isFollowed = last >= 0 && lines.slice(last + 1).some((line) => belongsToSection((0,terminal_rule/* parseRule */.iT)(line, width)));
    return isFollowed ? -1 : last;
}
/** True for the headers that come before pytest's summary, never behind it. */
function belongsToSection(rule) {
    if (rule === null)
        return false;
    const { sign, title } = rule;
    return sign === "_" || (sign === "-" ? title.startsWith("Captured ") : REGIONS.has(title));
}
/** True for the last line that pytest prints: `==== 1 failed in 0.05s ====`. */
function isTotals(line) {
    return line.length < MAX_TOTALS && TOTALS.test(line);
}
/** All entries by every title that their sections may have, in the order of the summary. */
function indexByTitle(entries) {
    const index = new Map();
    for (const summary of entries) {
        const suffix = summary.subtest === null ? "" : ` ${summary.subtest || ANY_SUBTEST}`;
        for (const nodeId of candidates(summary.text)) {
            for (const title of titlesOf(nodeId)) {
                const named = index.get(title + suffix) ?? [];
                named.push({ nodeId, summary });
                index.set(title + suffix, named);
            }
        }
    }
    return index;
}
/** The titles that a subtest's section may stand under in the index where the summary leaves its name out. */
function subtestTitles(title) {
    const ends = [...title.matchAll(/ [[(]/g)].slice(0, MAX_SEPARATORS);
    return ends.map(({ index }) => `${title.slice(0, index)} ${ANY_SUBTEST}`);
}
/**
 * The node id of an entry without a section: up to the first ` - ` outside the brackets of parameters; where those
 * don't match, up to the first behind a closing one.
 */
function nodeIdAlone({ text }) {
    const all = candidates(text);
    const matching = all.find((nodeId) => count(nodeId, "[") === count(nodeId, "]"));
    return matching ?? all.find((nodeId) => nodeId.endsWith("]")) ?? text;
}
/** Every node id that an entry may begin with, shortest first. */
function nodeIdsOf({ text }) {
    return candidates(text);
}
/** What pytest says of the exception in an entry; "" when the line had no room for it. */
function messageOf({ text, more }, nodeId) {
    const first = text.slice(nodeId.length).replace(/^ - /, "");
    return [first, ...more].join("\n").trimEnd();
}
/** Tests as pytest counts them; errors of a teardown belong to a test that is counted already. */
function countsOf(totals, teardownErrors) {
    const total = (...words) => words.reduce((sum, word) => sum + (totals.get(word) ?? 0), 0);
    const errors = total("error", "errors");
    const ran = total("passed", "failed", "skipped", "xfailed", "xpassed");
    return {
        tests: ran + Math.max(errors - teardownErrors, 0),
        failures: total("failed"),
        errors,
        skipped: total("skipped", "xfailed"),
    };
}
/** The counts of a closing line by pytest's words. */
function readTotals(line) {
    return new Map([...line.matchAll(/(\d+) ([a-z]+)/g)].map(([, amount, word]) => [word ?? "", Number(amount)]));
}
function readEntries(lines) {
    const entries = [];
    for (const line of lines) {
        const entry = readEntry(line);
        if (entry !== null) {
            entries.push({ ...entry, more: [] });
        }
        else if (!/^!+ .* !+$/.test(line)) {
            entries.at(-1)?.more.push(line);
        }
    }
    return entries;
}
function readEntry(line) {
    const match = ENTRY.exec(line);
    if (match?.[2] !== undefined) {
        return { kind: match[1] === "FAILED" ? "failure" : "error", subtest: null, text: match[2] };
    }
    const subtest = SUBTEST.exec(line);
    if (subtest?.[5] === undefined) {
        return null;
    }
    const label = subtest
        .slice(1, 5)
        .filter((part) => part !== undefined)
        .join(" ");
    return { kind: "failure", subtest: label, text: subtest[5] };
}
/** Every place where the id may end, shortest first. */
function candidates(text) {
    const ends = [];
    let at = text.indexOf(" - ");
    while (at >= 0 && ends.length < MAX_SEPARATORS) {
        ends.push(text.slice(0, at));
        at = text.indexOf(" - ", at + 1);
    }
    return [...ends, text];
}
/** Titles that pytest gives the section of a test (classes joined by dots), a doctest, or a file (a worker died). */
function titlesOf(nodeId) {
    const split = nodeId.indexOf("::");
    if (split < 0) {
        return [nodeId];
    }
    const rest = nodeId.slice(split + 2);
    const bracket = rest.indexOf("[");
    const names = bracket < 0 ? rest : rest.slice(0, bracket);
    const parameters = bracket < 0 ? "" : rest.slice(bracket);
    return [names.replaceAll("::", ".") + parameters, `[doctest] ${rest}`, nodeId.slice(0, split)];
}
function count(text, sign) {
    return text.split(sign).length - 1;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/failure.js






/** Stands for a file's path where a folder's conftest could not be imported. */
const SESSION = "test session";
/** A failure about which only its place in the text is known yet. */
function bareFailure(report) {
    return {
        nodeId: null,
        file: null,
        testName: null,
        phase: "collect",
        kind: "error",
        exception: { type: null, message: null },
        chain: [],
        frames: [],
        capturedStdout: null,
        capturedStderr: null,
        capturedLog: null,
        source: { report, format: "text" },
    };
}
/** What a node id says by itself. */
function namesOf(nodeId) {
    return { nodeId, file: fileOf(nodeId), testName: nodeId.includes("::") ? (0,junit_address/* testNameOf */.Vb)(nodeId) : null };
}
function failureOfSection(section, report) {
    const { kind, phase, title, entry, lines, captured } = section;
    const traceback = (0,traceback_traceback/* parseTraceback */.Uy)(lines.join("\n"));
    const said = entry === null ? null : (0,exception_text/* parseExceptionText */.w)(messageOf(entry.summary, entry.nodeId)).type;
    const nodeId = nodeIdOf(section, traceback);
    return {
        ...bareFailure(report),
        nodeId,
        file: nodeId === null ? (phase === "collect" && title !== SESSION ? title : null) : fileOf(nodeId),
        testName: phase === "collect" ? null : nodeId === null ? title : (0,junit_address/* testNameOf */.Vb)(nodeId),
        phase,
        kind,
        ...traceback,
        exception: withSummary(traceback, { said, text: bareText(lines) }),
        capturedStdout: capturedText(captured, "stdout"),
        capturedStderr: capturedText(captured, "stderr"),
        capturedLog: capturedText(captured, "log"),
    };
}
function nodeIdOf(section, { frames }) {
    const { entry, phase, title } = section;
    if (entry !== null && entry.nodeId !== "")
        return entry.nodeId;
    return phase === "collect" && /\.\w+$/.test(title) ? title : nodeIdOfSection(section, frames);
}
/**
 * A failure of which only the summary tells (`--tb=no`, output cut at the head), and perhaps one line. `ran` are the
 * tests that came to their call: an error of theirs is one of their teardown.
 */
function failureOfEntry(entry, { crash, ran }, report) {
    const nodeId = nodeIdAlone(entry);
    const isFile = !nodeId.includes("::");
    const errorPhase = ran.has(nodeId) ? "teardown" : "setup";
    return {
        ...bareFailure(report),
        ...(nodeId === "" ? {} : namesOf(nodeId)),
        phase: isFile ? "collect" : entry.kind === "error" ? errorPhase : "call",
        kind: entry.kind,
        exception: exceptionOf(messageOf(entry, nodeId), crash),
        frames: framesOf(crash),
    };
}
/** A failure of which only its line tells (`--tb=line -rN`). */
function failureOfLine(crash, report) {
    return {
        ...bareFailure(report),
        phase: "call",
        kind: "failure",
        exception: exceptionOf("", crash),
        frames: framesOf(crash),
    };
}
function framesOf(crash) {
    return crash === null || crash.frame === null ? [] : [crash.frame];
}
/** The summary has all lines of a message, but on a narrow screen less than the first. */
function exceptionOf(text, crash) {
    const isCut = text.endsWith("...");
    if (crash !== null && (text === "" || isCut)) {
        const { type, message } = (0,exception_text/* parseExceptionText */.w)(crash.text);
        return { type, message };
    }
    const { type, message } = (0,exception_text/* parseExceptionText */.w)(text);
    return { type: text === "" ? null : type, message: isCut || text === "" ? null : message };
}
function bareText(lines) {
    return lines
        .filter((line) => !(0,traceback_traceback/* isWorkerLine */.$F)(line))
        .join("\n")
        .trim();
}
/** The summary names the type where the section is bare text (`pytest.fail(pytrace=False)`), whatever that looks like. */
function withSummary({ exception, frames }, { said, text }) {
    const { type, message } = exception;
    if (said === null || type === said || type?.endsWith(`.${said}`) === true) {
        return exception;
    }
    return frames.length === 0 && !/^E {3}/m.test(text) ? { type: said, message: text } : { type: type ?? said, message };
}
function capturedText(captured, stream) {
    const blocks = captured.filter(({ title }) => title.startsWith(`Captured ${stream} `));
    return (0,report_text/* textOrNull */.ef)(blocks.map(({ lines }) => lines.join("\n").trimEnd()).join("\n"));
}
function fileOf(nodeId) {
    return nodeId.split("::", 1)[0] ?? nodeId;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/progress.js

const OUTCOMES = new Map([
    ["FAILED", "failure"],
    ["ERROR", "error"],
]);
const RESULTS = new Set([...OUTCOMES.keys(), "PASSED", "SKIPPED", "XFAIL", "XPASS", "RERUN"]);
const progress_NAMED = /^\S+\.\w+::\S/;
/** `[gw1] [ 12%] FAILED id` of pytest-xdist with `-v`. */
const WORKER_RESULT = /^\[gw\d+\] \[ *\d+(?:%|\/\d+)\] (FAILED|ERROR|PASSED) (\S.*)$/s;
/** A file's letters, or the letters that go on in the next line. */
const LETTERS = /^(?:(\S.*\.\w+) )?([.FEsxXRu,-]+)$/s;
const progress_MAX_LINE = 10_000;
/**
 * The failures that the progress lines of `-v` name, `tests/test_a.py::test_b FAILED [ 50%]`: all there is with
 * `--no-summary` or when the run was killed. What comes below the first region, or was printed by another session
 * within this one, is left out.
 */
function readProgress(lines) {
    return readResults(lines).flatMap(({ outcome, nodeId }) => {
        const kind = OUTCOMES.get(outcome);
        return kind === undefined ? [] : [{ kind, subtest: null, text: nodeId, more: [] }];
    });
}
/** The tests whose call passed, as far as `-v` tells: an error of theirs is one of their teardown. */
function passedTests(lines) {
    return readResults(lines).flatMap(({ outcome, nodeId }) => (outcome === "PASSED" ? [nodeId] : []));
}
function readResults(lines) {
    return progressLines(lines).flatMap((line) => {
        const match = WORKER_RESULT.exec(line.trimEnd());
        const [outcome, nodeId] = match ? [match[1] ?? "", match[2] ?? ""] : resultOf(withoutPercentage(line));
        return RESULTS.has(outcome) && nodeId.includes("::") ? [{ outcome, nodeId }] : [];
    });
}
/**
 * The test that runs when the output breaks off, which `-v` names before it begins; null when there is none. What the
 * dying process, or another stream, printed may follow in the same line.
 */
function runningTest(lines) {
    const last = progressLines(lines).findLast((line) => progress_NAMED.test(line));
    if (last === undefined) {
        return null;
    }
    const text = withoutPercentage(last);
    const isDone = text !== last.trimEnd() || RESULTS.has(resultOf(text)[0]);
    return isDone ? null : firstWord(last.slice(0, progress_MAX_LINE));
}
/** The file whose tests run when the output breaks off; null when it does not say. */
function runningFile(lines) {
    const last = progressLines(lines).findLast((line) => /^\S+\.py(?: |::)/.test(line)) ?? "";
    return /\[ *100%\]$/.test(last.slice(-10)) ? null : (/^(\S+\.py)/.exec(last)?.[1] ?? null);
}
/** Up to the first blank outside brackets. */
function firstWord(line) {
    let depth = 0;
    for (let index = 0; index < line.length; index += 1) {
        const character = line[index];
        depth += character === "[" ? 1 : character === "]" ? -1 : 0;
        if (character === " " && depth <= 0) {
            return line.slice(0, index);
        }
    }
    return null;
}
/**
 * Entries for sections that no summary names (`-rN`), from the letters behind each file: the sections come in the
 * order of the letters. Empty when their numbers differ, as with `-s` or with `-q`, where no file is named.
 */
function entriesFromLetters(lines, sections) {
    const files = filesOfLetters(progressLines(lines));
    return ["failure", "error"].flatMap((kind) => {
        const alike = sections.filter((section) => section.kind === kind && section.phase !== "collect");
        const named = files.filter((letter) => letter.kind === kind);
        return alike.length === named.length
            ? alike.map(({ title }, index) => ({
                kind,
                subtest: null,
                text: progress_nodeIdOf(named[index]?.file ?? "", title),
                more: [],
            }))
            : [];
    });
}
function filesOfLetters(lines) {
    let file = null;
    return lines.flatMap((line) => {
        const match = LETTERS.exec(withoutPercentage(line).slice(0, progress_MAX_LINE));
        file = match === null ? null : (match[1] ?? file);
        const path = file;
        const letters = Array.from(match?.[2] ?? "");
        return path === null
            ? []
            : letters.flatMap((letter) => (letter === "F" || letter === "E" ? [{ file: path, kind: kindOf(letter) }] : []));
    });
}
function kindOf(letter) {
    return letter === "F" ? "failure" : "error";
}
function progress_nodeIdOf(file, title) {
    if (title.startsWith("[doctest] ")) {
        return `${file}::${title.slice("[doctest] ".length)}`;
    }
    const bracket = title.indexOf("[");
    const names = bracket < 0 ? title : title.slice(0, bracket);
    return `${file}::${names.replaceAll(".", "::")}${title.slice(names.length)}`;
}
function progressLines(lines) {
    const start = lines.findIndex((line) => (0,terminal_rule/* startsSession */.qG)(line));
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => (0,terminal_rule/* startsSession */.qG)(line) || (0,terminal_rule/* parseRule */.iT)(line, null)?.sign === "=");
    return end < 0 ? rest : rest.slice(0, end);
}
function resultOf(line) {
    const blank = line.lastIndexOf(" ");
    return [line.slice(blank + 1), line.slice(0, Math.max(blank, 0))];
}
/** Without ` [ 50%]`, ` [ 3/10]` or ` 12.5ms` at the end. */
function withoutPercentage(line) {
    const text = line.trimEnd();
    const bracket = text.endsWith("]") ? text.lastIndexOf("[") : -1;
    if (bracket > 0 && /^\[ *\d+(?:%|\/\d+)\]$/.test(text.slice(bracket))) {
        return text.slice(0, bracket).trimEnd();
    }
    const blank = text.lastIndexOf(" ");
    return /^\d+(?:\.\d+)?[a-zμµ]{1,2}$/.test(text.slice(blank + 1)) ? text.slice(0, blank).trimEnd() : text;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/session-end.js





const INTERNAL = "INTERNALERROR>";
/** The prompt of argparse; pytest puts `ERROR: ` before its usage. */
const ARGUMENT_ERROR = /^[^:]{1,300}: error: (.+)$/s;
const BANNER = /^!{3,} (.+) !{3,}$/s;
/** Said of failures that have sections of their own. */
const STOPPED = /^(?:stopping after \d+ failures|Interrupted: |xdist\.dsession\.Interrupted: )/;
const KEYBOARD_PLACE = /^(\S.*):(\d+): KeyboardInterrupt$/s;
const FATAL = /^(.*)Fatal Python error: (.+)$/s;
const CURRENT_THREAD = /^Current thread 0x[0-9a-fA-F]+(?: \[.*\])? \(most recent call first\):$/;
const STACK_LINE = /^ {2}File "(.+)", line (\d+) in (.+)$/s;
/** Behind the running test, or a line of its own. */
const TIMEOUT = " Timeout +++";
const MAIN_STACK = /^~+ Stack of MainThread \(\d+\) ~+$/;
const NO_PYTEST = /(?:^|: )No module named '?pytest'?$/;
/** A text without any of this may be a log of anything. */
const OF_PYTEST = /\bpy\.?test\b|^=* ?no tests (?:ran|collected)\b/;
const session_end_MAX_LINE = 20_000;
/**
 * What ended a session that no test's section tells of: an internal error, a crash of the interpreter, a timeout that
 * kills the process, Ctrl+C, and, where `hasNothing` says that no test failed, wrong arguments, a conftest or plugin
 * that can't be imported. `lines` are those outside the sections.
 */
function readSessionEnd(lines, report, hasNothing) {
    const short = lines.map((line) => (line.length > session_end_MAX_LINE ? line.slice(0, session_end_MAX_LINE) : line));
    const ends = [
        ...readInternalError(short, report),
        ...readFatalError(short, report),
        ...readTimeout(short, report),
        ...readBanner(short, report),
    ];
    if (ends.length > 0 || !hasNothing) {
        return ends;
    }
    const conftest = readConftestErrors(lines, report);
    return conftest.length > 0 ? conftest : readUsageErrors(short, report);
}
/**
 * What a run of pytest left behind a finished one that did not come to its first line: wrong arguments, or a conftest
 * that can't be imported. `lines` are those behind the closing line.
 */
function readLaterEnd(lines, report) {
    const prompts = lines.flatMap((line, index) => (line.length > session_end_MAX_LINE ? [] : (argumentError(lines, index) ?? [])));
    const wrong = prompts.map((text) => ({ ...bareFailure(report), exception: said(text) }));
    return [...wrong, ...readConftestErrors(lines, report)];
}
function readInternalError(lines, report) {
    const marked = lines.filter((line) => line.startsWith(INTERNAL));
    if (marked.length === 0) {
        return [];
    }
    const text = marked.map((line) => line.slice(INTERNAL.length).replace(/^ /, "")).join("\n");
    const traceback = (0,traceback_traceback/* parseTraceback */.Uy)(text.trimEnd());
    return [{ ...bareFailure(report), ...(tracebackWithin(traceback.exception.message ?? "") ?? traceback) }];
}
/** pytest-xdist hands on what went wrong in a worker as the message of an assertion, two blanks further in. */
function tracebackWithin(message) {
    const [first, ...rest] = message.split("\n");
    if (first !== "Traceback (most recent call last):") {
        return null;
    }
    const inner = rest.filter((line) => line === "" || line.startsWith("  ")).map((line) => line.slice(2));
    return (0,traceback_traceback/* parseTraceback */.Uy)([first, ...inner].join("\n"));
}
/** What Python's faulthandler prints: the innermost frame first. */
function readFatalError(lines, report) {
    const start = lines.findIndex((line) => FATAL.test(line));
    const match = FATAL.exec(lines[start] ?? "");
    if (match?.[2] === undefined) {
        return [];
    }
    const header = lines.findIndex((line, index) => index > start && CURRENT_THREAD.test(line));
    const frames = header < 0 ? [] : framesAfter(lines, header).reverse();
    const failure = { ...bareFailure(report), exception: said(`Fatal Python error: ${match[2]}`), frames };
    return [withTest(failure, [...lines.slice(0, start), match[1] ?? ""])];
}
/** With `-v` the running test is named before. */
function withTest(failure, before) {
    const nodeId = runningTest(before);
    return nodeId === null ? failure : { ...failure, ...namesOf(nodeId), phase: "call" };
}
function framesAfter(lines, header) {
    const frames = [];
    for (const line of lines.slice(header + 1)) {
        const match = STACK_LINE.exec(line);
        if (match?.[1] === undefined) {
            break;
        }
        frames.push({ path: match[1], line: Number(match[2]), function: match[3] ?? null });
    }
    return frames;
}
/** pytest-timeout's thread method prints all stacks and ends the process. */
function readTimeout(lines, report) {
    const start = lines.findIndex((line) => line.includes(TIMEOUT));
    const stack = lines.findIndex((line, index) => index > start && MAIN_STACK.test(line));
    if (start < 0 || stack < 0) {
        return [];
    }
    const length = lines.slice(stack + 1).findIndex((line) => !line.startsWith("  "));
    const body = lines.slice(stack + 1, length < 0 ? lines.length : stack + 1 + length);
    const { frames } = (0,traceback_traceback/* parseTraceback */.Uy)(["Traceback (most recent call last):", ...body].join("\n"));
    const failure = { ...bareFailure(report), exception: said("Timeout"), frames };
    return [withTest(failure, lines.slice(0, start + 1))];
}
function readBanner(lines, report) {
    const index = lines.findLastIndex((line) => BANNER.test(line));
    const text = BANNER.exec(lines[index] ?? "")?.[1];
    if (text === undefined || STOPPED.test(text)) {
        return [];
    }
    const { type, message } = (0,exception_text/* parseExceptionText */.w)(text);
    const place = KEYBOARD_PLACE.exec(lines[index + 1] ?? "");
    const frames = place?.[1] === undefined ? [] : [{ path: place[1], line: Number(place[2]), function: null }];
    return [{ ...bareFailure(report), exception: { type, message }, frames }];
}
/** `ERROR: …` before anything ran, with the indented or bracketed lines that belong to it. */
function readUsageErrors(lines, report) {
    const isOfPytest = lines.find((line) => line !== "")?.startsWith("ERROR: ") || lines.some((line) => OF_PYTEST.test(line));
    return !isOfPytest
        ? []
        : lines.flatMap((line, index) => {
            const text = usageError(lines, index) ?? (NO_PYTEST.test(line) ? line.slice(line.indexOf("No module")) : null);
            return text === null ? [] : [{ ...bareFailure(report), exception: said(text) }];
        });
}
function usageError(lines, index) {
    const line = lines[index] ?? "";
    const isError = line.startsWith("ERROR: ") && !line.startsWith("ERROR: usage: ");
    return argumentError(lines, index) ?? (isError ? withMoreLines(lines, index) : null);
}
function argumentError(lines, index) {
    const before = lines[index - 1] ?? "";
    return before.startsWith("ERROR: usage: ") ? (ARGUMENT_ERROR.exec(lines[index] ?? "")?.[1] ?? null) : null;
}
function withMoreLines(lines, index) {
    const rest = lines.slice(index + 1, index + 20);
    const length = rest.findIndex((next) => !/^(?: |\()/.test(next));
    const all = [lines[index] ?? "", ...rest.slice(0, length < 0 ? rest.length : length)];
    return all.join("\n").slice("ERROR: ".length);
}
/** Printed without a type. */
function said(message) {
    return { type: null, message };
}

// EXTERNAL MODULE: ./.cache/build/read/merge.js + 3 modules
var merge = __webpack_require__(1943);
;// CONCATENATED MODULE: ./.cache/build/read/terminal/session-merge.js

/**
 * Puts the sessions of one text together. A failure that a later session tells again (`--lf`, a step that is tried
 * again) is counted once, and a session whose output stands in the text twice is one session.
 */
function mergeSessions(sessions) {
    const seen = new Set();
    const own = sessions.filter(({ failures, counts }) => {
        const key = JSON.stringify([counts, failures.map(({ nodeId, phase, exception }) => [nodeId, phase, exception])]);
        const isTwin = failures.length > 0 && seen.has(key);
        seen.add(key);
        return !isTwin;
    });
    const { failures, counts } = (0,merge/* mergeReports */.C)(own);
    const told = own.flatMap((session) => session.failures);
    return { failures, counts: withoutAgain(counts, told, failures) };
}
function withoutAgain(counts, told, merged) {
    const again = (is) => told.filter(is).length - merged.filter(is).length;
    return {
        tests: Math.max(counts.tests - again(({ phase }) => phase !== "teardown"), 0),
        failures: Math.max(counts.failures - again(({ kind }) => kind === "failure"), 0),
        errors: Math.max(counts.errors - again(({ kind }) => kind === "error"), 0),
        skipped: counts.skipped,
    };
}

// EXTERNAL MODULE: ./.cache/build/read/terminal/session-root.js
var session_root = __webpack_require__(7874);
// EXTERNAL MODULE: ./.cache/build/read/subtests.js
var subtests = __webpack_require__(7629);
;// CONCATENATED MODULE: ./.cache/build/read/terminal/line.js


const CRASH = /^(\S[^\n]*?):(\d+): (.*)$/s;
const PASSED_STRICTLY = "[XPASS(strict)] ";
const line_MAX_PATH = 4096;
/**
 * Finds the lines below `= FAILURES =` that stand for a failure each, `/path/core.py:14: KeyError: 'a'`. Empty where
 * failures have sections. A doctest has no such line but the first characters of its text.
 */
function readCrashLines(lines, width) {
    const start = lines.findIndex((line) => ruleTitle(line, width) === "FAILURES");
    if (start < 0) {
        return [];
    }
    const length = lines.slice(start + 1).findIndex((line) => (0,terminal_rule/* parseRule */.iT)(line, width) !== null);
    const end = length < 0 ? lines.length : start + 1 + length;
    const isSection = (0,terminal_rule/* parseRule */.iT)(lines[end] ?? "", width)?.sign === "_";
    return isSection ? [] : lines.slice(start + 1, end).flatMap(readCrashLine);
}
/**
 * Gives the entries of the summary their lines: both are in the order in which the tests failed, and an entry says
 * what its line says, unless it had no room for it.
 */
function matchCrashLines(entries, crashes) {
    const matched = new Map();
    let next = 0;
    for (const [index, entry] of entries.entries()) {
        const crash = crashes[next];
        const isSure = crashes.length - next === entries.length - index || saysTheSame(entries[index + 1], crashes[next + 1], false);
        if (crash !== undefined && saysTheSame(entry, crash, isSure)) {
            matched.set(entry, crash);
            next += 1;
        }
    }
    return matched;
}
/** An entry without room for its message says nothing: then the lines that are left, or the next one, must be its. */
function saysTheSame(entry, crash, isSure) {
    if (entry === undefined || crash === undefined) {
        return false;
    }
    const { text } = crash;
    return nodeIdsOf(entry).some((nodeId) => {
        const said = messageOf(entry, nodeId).split("\n", 1)[0] ?? "";
        const isCut = said.endsWith("...");
        return said === "" ? isSure : isCut ? text.startsWith(said.slice(0, -3)) : text.trimEnd() === said.trimEnd();
    });
}
function readCrashLine(line) {
    if (line.startsWith(PASSED_STRICTLY)) {
        return [{ frame: null, text: line }];
    }
    const match = CRASH.exec(line.length > 2 * line_MAX_PATH ? line.slice(0, 2 * line_MAX_PATH) : line);
    if (match?.[1] === undefined) {
        return [];
    }
    const frame = { path: match[1], line: Number(match[2]), function: null };
    return [{ frame, text: (match[3] ?? "") + line.slice(match[0].length) }];
}
function ruleTitle(line, width) {
    return (0,terminal_rule/* parseRule */.iT)(line, width)?.title ?? null;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/test-outcome.js


/**
 * pytest counts what it prints; what it printed twice, a subtest, a second failure of the same test is no test
 * more.
 */
function readCounts({ totals, entries }, failures, twins) {
    if (totals !== null && totals.size > 0) {
        const ran = failures.filter(({ phase }) => phase !== "teardown");
        const counts = countsOf(totals, failures.length - ran.length);
        const more = countMore(ran, entries) + twins;
        return { ...counts, tests: Math.max(counts.tests - more, 0), errors: Math.max(counts.errors - twins, 0) };
    }
    const errors = failures.filter(({ kind }) => kind === "error").length;
    return { tests: failures.length, failures: failures.length - errors, errors, skipped: 0 };
}
/** How many of the failures belong to a test that is counted already: a test whose subtests failed passed itself. */
function countMore(failures, entries) {
    const known = countEach(failures.flatMap(({ nodeId }) => (nodeId === null ? [] : [nodeId])));
    const subtests = countEach(entries.filter(({ subtest }) => subtest !== null).map(nodeIdAlone));
    return [...known].reduce((sum, [nodeId, count]) => sum + count - (subtests.get(nodeId) === count ? 0 : 1), 0);
}
function countEach(names) {
    const counts = new Map();
    for (const name of names) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
}
/** What a reader should know: no tests, a number without names, an output that breaks off. */
function readNotes({ lines, summary, failures, told, hasNothing, report }) {
    const { totals, isQuiet } = summary;
    if (totals === null) {
        const isTold = hasNothing && failures.some(({ phase }) => phase === "collect");
        return isTold || isQuiet ? [] : [breaksOff(lines, failures, report)];
    }
    if (countsOf(totals, 0).tests === 0) {
        return [`${report} says that no tests ran.`];
    }
    const failed = ["failed", "error", "errors"].reduce((sum, word) => sum + (totals.get(word) ?? 0), 0);
    const names = told === 0 ? "names none of them" : `tells only of ${told}`;
    return told < failed ? [`${report} counts ${failed} failed tests and errors, but ${names}.`] : [];
}
function breaksOff(lines, failures, report) {
    const file = runningFile(lines);
    if (failures.length > 0) {
        return `${report} breaks off before pytest's closing line; what was read up to there is used.`;
    }
    return file === null
        ? `${report} holds no pytest result: no failure and no closing line.`
        : `${report} breaks off while tests of ${file} ran: the process died, or the job was stopped.`;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/section-places.js


const section_places_REGIONS = new Map([
    ["ERRORS", "error"],
    ["FAILURES", "failure"],
]);
/** Looks through the output once for each. */
function placesOf(lines, width) {
    const rules = placesOfRules(lines, width);
    return {
        printedUpTo: findPrintedEnds(lines, width),
        rules,
        lastRule: [...rules.values()].reduce((last, places) => Math.max(last, places.at(-1) ?? -1), -1),
        regions: new Set(lines.flatMap((line) => regionOf(line, width) ?? [])),
    };
}
/** Captured output begins with a rule of its own: what closes a session further down belongs to another test. */
function findPrintedEnds(lines, width) {
    let end = -1;
    return lines
        .map((_, index) => {
        const at = lines.length - 1 - index;
        const own = lines[at] ?? "";
        if (isTotals(own))
            end = at;
        else if ((0,terminal_rule/* parseRule */.iT)(own, width)?.sign === "-")
            end = -1;
        return end;
    })
        .toReversed();
}
function placesOfRules(lines, width) {
    const places = new Map();
    for (const [index, line] of lines.entries()) {
        const rule = line.startsWith("_") ? (0,terminal_rule/* parseRule */.iT)(line, width) : null;
        const known = rule === null ? undefined : places.get(rule.title);
        if (known !== undefined)
            known.push(index);
        else if (rule !== null)
            places.set(rule.title, [index]);
    }
    return places;
}
function regionOf(line, width) {
    const rule = line.startsWith("=") ? (0,terminal_rule/* parseRule */.iT)(line, width) : null;
    return rule === null ? undefined : section_places_REGIONS.get(rule.title);
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/section.js



/** The letters of a file between two sections that are printed at once. */
const section_LETTERS = /^\S+\.\w+ [.FEsxXRu]+(?: +\[ *\d+%\])?$/;
const ERROR_TITLE = /^ERROR (?:at (setup|teardown) of|(collecting)) (.+)$/s;
/**
 * Cuts the output into the sections below `= ERRORS =` and `= FAILURES =`. Programs print look-alikes of every header,
 * whole pytest sessions even: inside captured output a header counts only when the final summary names such a test and
 * it was not seen yet.
 */
function readSections(lines, { entries, width, expected, }) {
    const scan = {
        sections: [],
        unused: {
            failure: new Set(entries.filter(({ kind }) => kind === "failure")),
            error: new Set(entries.filter(({ kind }) => kind === "error")),
        },
        byTitle: new Map(indexByTitle(entries)),
        matched: new Set(),
        named: new Set(entries.map(({ kind }) => kind)),
        expected,
        places: placesOf(lines, width),
        line: 0,
        region: null,
        openKind: null,
        isInnerRegion: false,
    };
    for (const [index, line] of lines.entries()) {
        scan.line = index;
        const rule = (0,terminal_rule/* parseRule */.iT)(line, width);
        const isTaken = rule !== null && takeRule(scan, rule);
        if (!isTaken) {
            addLine(scan, line);
        }
    }
    return scan.sections;
}
/** True when the line is a header of pytest's own. */
function takeRule(scan, rule) {
    if (rule.sign === "=") {
        return takeRegion(scan, rule.title);
    }
    if (rule.sign === "_") {
        const kind = scan.region ?? kindWithoutRegion(scan, rule.title);
        if (kind !== null && scan.region === null)
            dropLost(scan, kind, rule.title);
        return kind !== null && takeSection(scan, kind, rule.title);
    }
    return rule.sign === "-" && takeCaptured(scan, rule.title);
}
/**
 * A log cut at its head has lost the region's headline, and some plugins print each failure at once without one: then a
 * section is one whose test the summary names.
 */
function kindWithoutRegion(scan, headline) {
    const kind = ERROR_TITLE.test(headline) ? "error" : "failure";
    const { title } = readTitle(kind, headline);
    const isNamed = (scan.byTitle.get(title) ?? []).some(({ summary }) => scan.unused[kind].has(summary));
    return isNamed && !scan.places.regions.has(kind) ? kind : null;
}
/** Of tests with one name the first ones have lost their sections, where the head of the log is cut off. */
function dropLost({ byTitle, places, matched }, kind, headline) {
    const { title } = readTitle(kind, headline);
    const named = byTitle.get(title);
    if (named === undefined || matched.has(headline))
        return;
    matched.add(headline);
    const sections = places.rules.get(headline) ?? [];
    const entries = named.filter(({ summary }) => summary.kind === kind);
    const lost = new Set(entries.slice(0, Math.max(entries.length - sections.length, 0)));
    byTitle.set(title, named.filter((entry) => !lost.has(entry)));
}
function takeRegion(scan, title) {
    const isNext = scan.region === "error" && section_places_REGIONS.get(title) === "failure" && scan.expected === null;
    const isOpen = scan.region !== null && !isNext && isInCaptured(scan) && hasMore(scan, scan.region);
    if (isOpen) {
        scan.isInnerRegion = section_places_REGIONS.has(title);
        return false;
    }
    scan.region = section_places_REGIONS.get(title) ?? null;
    scan.openKind = null;
    return true;
}
function takeSection(scan, kind, headline) {
    const { phase, title } = readTitle(kind, headline);
    const entry = findEntry(scan, kind, title) ?? findSubtest(scan, kind, title);
    const isInner = scan.named.has(kind) || scan.isInnerRegion || isPrinted(scan);
    scan.isInnerRegion = false;
    if (entry === null && isInner && isInCaptured(scan)) {
        return false;
    }
    if (entry !== null) {
        scan.unused[kind].delete(entry.summary);
    }
    scan.openKind = kind;
    scan.sections.push({ kind, phase, title, entry, lines: [], captured: [] });
    return true;
}
/** Name of the test or file in a section's headline. */
function readHeadline(headline) {
    return readTitle("error", headline).title;
}
function takeCaptured(scan, title) {
    const section = currentSection(scan);
    section?.captured.push({ title, lines: [] });
    return section !== undefined;
}
function addLine(scan, line) {
    const section = currentSection(scan);
    const isBetween = scan.region === null && section_LETTERS.test(line);
    if (section !== undefined && !isBetween) {
        (section.captured.at(-1) ?? section).lines.push(line);
    }
}
function currentSection({ region, openKind, sections }) {
    const last = sections.at(-1);
    return last?.kind === (region ?? openKind) ? last : undefined;
}
function isInCaptured(scan) {
    return (currentSection(scan)?.captured.length ?? 0) > 0;
}
/** True above the closing line of a session that the test printed. */
function isPrinted({ places, line }) {
    return line < (places.printedUpTo[line] ?? 0);
}
function hasMore({ unused, named, expected, sections, places, line }, kind) {
    if (named.has(kind))
        return unused[kind].size > 0;
    if (expected === null)
        return line < places.lastRule;
    return sections.filter((one) => one.kind === kind).length < expected[kind];
}
function readTitle(kind, headline) {
    const match = kind === "error" ? ERROR_TITLE.exec(headline) : null;
    const phase = match?.[1] === "setup" || match?.[1] === "teardown" ? match[1] : null;
    if (match?.[3] === undefined) {
        return { phase: "call", title: headline };
    }
    return { phase: phase ?? "collect", title: match[3] };
}
function findSubtest(scan, kind, title) {
    for (const name of subtestTitles(title)) {
        const entry = findEntry(scan, kind, name);
        if (entry !== null)
            return entry;
    }
    return null;
}
function findEntry({ unused, byTitle }, kind, title) {
    const named = byTitle.get(title) ?? [];
    while (named.length > 0) {
        const first = named.findIndex(({ summary }) => summary.kind === kind);
        const [entry] = first < 0 ? [] : named.splice(first, 1);
        if (entry === undefined) {
            return null;
        }
        if (unused[kind].has(entry.summary)) {
            return entry;
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/collected.js


/** `collected 7 items / 5 deselected / 2 selected`; with `-v` behind `collecting ... `. */
const COLLECTED = /^(?:collecting \.\.\. )?collected (\d+) items?\b(.*)$/s;
const collected_MAX_LINE = 500;
/** A setup that failed is an `error`; a teardown's is one too, which makes the sum too big, never too small. */
const RAN = ["passed", "failed", "skipped", "xfailed", "xpassed", "error", "errors"];
/**
 * Finds closing lines that a test printed unhindered (`-s`, `--capture=tee-sys`): they count fewer tests than the
 * session collected that goes on around them, and no banner (`!!! stopping after 1 failures !!!`) tells why.
 */
function printedTotals(lines) {
    const printed = new Set();
    let expected = 0;
    for (const [index, line] of lines.entries()) {
        if (line.length > collected_MAX_LINE) {
            continue;
        }
        if ((0,terminal_rule/* startsSession */.qG)(line) || line.startsWith("!!!")) {
            expected = 0;
        }
        else if (isTotals(line)) {
            if (isTooFew(line, expected))
                printed.add(index);
            else
                expected = 0;
        }
        else {
            expected = collectedBy(line) ?? expected;
        }
    }
    return printed;
}
function isTooFew(line, expected) {
    const totals = readTotals(line);
    const ran = RAN.reduce((sum, word) => sum + (totals.get(word) ?? 0), 0);
    return ran > 0 && ran < expected;
}
function collectedBy(line) {
    const match = line.includes("collected ") ? COLLECTED.exec(line) : null;
    if (match?.[1] === undefined) {
        return null;
    }
    const rest = match[2] ?? "";
    const selected = /(\d+) selected/.exec(rest)?.[1];
    const deselected = Number(/(\d+) deselected/.exec(rest)?.[1] ?? 0);
    return selected === undefined ? Number(match[1]) - deselected : Number(selected);
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/session.js




/** What comes first in a session: with `-q` there is no start, with `--tb=no` no region. */
const BEGINNINGS = new Set(["start", "region", "summary"]);
const session_REGIONS = new Set(["ERRORS", "FAILURES"]);
/** More sessions than any job has: each cut costs a look at the summary below it. */
const MAX_CUTS = 500;
/**
 * Cuts an output that holds several pytest sessions, one after the other, into one part for each. A session that a test
 * printed is part of the one that ran the test: after it goes on what no session begins with, or the last summary
 * names tests whose sections come before it, or it ends before the outer one that was begun.
 */
function splitSessions(lines) {
    const tokens = readTokens(lines);
    const firstPlaces = placesOfSections([...tokens].reverse());
    const parts = [];
    let end = lines.length;
    let wanted = null;
    for (const cut of findCuts(tokens).slice(-MAX_CUTS).reverse()) {
        wanted ??= { titles: titlesOfLastSummary(lines, tokens, end), places: placesOfSections(tokens, end) };
        if (!isTornApart(wanted, firstPlaces, cut)) {
            parts.push(lines.slice(cut, end));
            end = cut;
            wanted = null;
        }
    }
    return [...parts, lines.slice(0, end)].reverse();
}
function titlesOfLastSummary(lines, tokens, end) {
    const header = tokens.findLast(({ index, kind }) => index < end && kind === "summary")?.index;
    const titles = new Map();
    const { entries } = readSummary(header === undefined ? [] : lines.slice(header, end), null);
    for (const [title, named] of indexByTitle(entries)) {
        for (const { summary } of named) {
            titles.set(summary, [...(titles.get(summary) ?? []), title]);
        }
    }
    return [...titles.values()];
}
function placesOfSections(tokens, end = Number.POSITIVE_INFINITY) {
    return new Map(tokens.flatMap(({ index, kind, title }) => (kind === "section" && index < end ? [[title, index]] : [])));
}
/** True when a test of the last summary has its section above the cut, and none below it. */
function isTornApart({ titles, places }, firstPlaces, cut) {
    return titles.some((names) => {
        const isBelow = names.some((name) => (places.get(name) ?? -1) >= cut);
        return !isBelow && names.some((name) => (firstPlaces.get(name) ?? Number.POSITIVE_INFINITY) < cut);
    });
}
function readTokens(lines) {
    const printed = printedTotals(lines);
    return lines.flatMap((line, index) => {
        if (isTotals(line)) {
            const kind = printed.has(index) ? "other" : "totals";
            return [{ index, kind, title: "", isRuled: line.startsWith("=") }];
        }
        if ((0,terminal_rule/* startsSession */.qG)(line)) {
            return [{ index, kind: "start", title: "", isRuled: true }];
        }
        const rule = (0,terminal_rule/* parseRule */.iT)(line, null);
        if (rule === null) {
            return [];
        }
        if (rule.sign === "_") {
            return [{ index, kind: "section", title: readHeadline(rule.title), isRuled: true }];
        }
        return [{ index, kind: rule.sign === "=" ? session_kindOf(rule.title) : "other", title: "", isRuled: true }];
    });
}
function session_kindOf(title) {
    if (title === SUMMARY_TITLE)
        return "summary";
    return session_REGIONS.has(title) ? "region" : "other";
}
/** Lines where a session may begin: after a closing line, or after a summary without one. */
function findCuts(tokens) {
    const isBalanced = tokens.reduce((open, token) => open + openedBy(token), 0) === 0;
    const cuts = [];
    let open = 0;
    for (const [position, token] of tokens.entries()) {
        open += openedBy(token);
        const next = tokens[position + 1];
        const isInner = isBalanced && open > 0;
        if (next !== undefined && !isInner && BEGINNINGS.has(next.kind)) {
            cuts.push(...(token.kind === "totals" ? [token.index + 1] : token.kind === "summary" ? [next.index] : []));
        }
    }
    return cuts;
}
/** Sessions begin and end with a rule, quiet ones with neither. */
function openedBy({ kind, isRuled }) {
    return kind === "start" ? 1 : kind === "totals" && isRuled ? -1 : 0;
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/warning.js

/** `path:line: Category: message`, indented below the tests that gave rise to it; on stderr not indented. */
const WARNING = /^(?: {2})?(\S[^\n]*?):(\d+): (\w+Warning|Warning): (.*)$/s;
const warning_MAX_LINE = 20_000;
/** Of one warning. */
const MAX_TESTS = 1000;
/** Python drops the coroutine and goes on; this line is all that tells of it. */
const NEVER_AWAITED = /^coroutine '[^']+' was never awaited$/;
/**
 * Reads pytest's summary of warnings, the last one in the lines, and what Python printed of coroutines on stderr. The
 * same warning in the same line is one, with all its tests.
 */
function readWarnings(lines, width) {
    const start = lines.findLastIndex((line) => (0,terminal_rule/* parseRule */.iT)(line, width)?.title.startsWith("warnings summary") === true);
    const length = lines.slice(start + 1).findIndex((line) => (0,terminal_rule/* parseRule */.iT)(line, width)?.sign === "=");
    const end = start < 0 ? 0 : length < 0 ? lines.length : start + 1 + length;
    const summed = start < 0 ? [] : readBlocks(lines.slice(start + 1, end));
    return together([...summed, ...lines.slice(end).flatMap(readPrinted)]);
}
/** One sentence for each coroutine that nobody awaited: the failure it leads to looks like anything else. */
function notesOfWarnings(warnings, report) {
    return warnings
        .filter(({ category, message }) => category === "RuntimeWarning" && NEVER_AWAITED.test(message))
        .map(({ message, path, line }) => `${report} warns at ${path}:${line} that ${message}.`);
}
function readBlocks(lines) {
    let tests = [];
    let isOpen = false;
    return lines.flatMap((line) => {
        const isName = line !== "" && !line.startsWith(" ");
        if (!isName) {
            isOpen = false;
            return readWarning(line, tests);
        }
        tests = isOpen ? tests : [];
        isOpen = true;
        if (line.includes("::") && tests.length < MAX_TESTS)
            tests.push(withoutCount(line));
        return [];
    });
}
function readPrinted(line) {
    return readWarning(line, []).filter(({ message }) => !line.startsWith(" ") && NEVER_AWAITED.test(message));
}
function readWarning(line, nodeIds) {
    const match = line.length > warning_MAX_LINE ? null : WARNING.exec(line);
    if (match?.[1] === undefined || match[3] === undefined) {
        return [];
    }
    return [{ category: match[3], message: match[4] ?? "", path: match[1], line: Number(match[2]), nodeIds }];
}
/** `id: 3 warnings` where a test gave several. */
function withoutCount(line) {
    return line.replace(/: \d+ warnings?$/, "");
}
function together(warnings) {
    const all = new Map();
    for (const warning of warnings) {
        const key = JSON.stringify([warning.category, warning.message, warning.path, warning.line]);
        const known = all.get(key) ?? { warning, nodeIds: new Set() };
        for (const nodeId of warning.nodeIds)
            known.nodeIds.add(nodeId);
        all.set(key, known);
    }
    return [...all.values()].map(({ warning, nodeIds }) => ({ ...warning, nodeIds: [...nodeIds] }));
}

;// CONCATENATED MODULE: ./.cache/build/read/terminal/terminal.js
















/**
 * Reads what pytest printed (stdout, or stdout and stderr one after the other), pytest 6 to 9, as it is or within a
 * job's log, which may hold several sessions. Node ids are those of the short summary, so they are relative to the
 * folder pytest was started in.
 */
function readTerminal(text, report) {
    return readPlainTerminal(withoutLogPrefixes(stripColours(text)), report);
}
/** The same of a text without colours and a log's prefixes. */
function readPlainTerminal(text, report) {
    const lines = (0,report_text/* splitLines */.uz)(text);
    const sessions = splitSessions(lines).map((part) => readSession(part, report));
    const { failures, counts } = mergeSessions(sessions);
    const root = commonRoot(sessions);
    return {
        failures: failures.slice(0, read_result/* MAX_FAILURES */.T).map((failure) => ({ failure, address: null })),
        counts,
        warnings: sessions.flatMap(({ warnings }) => warnings),
        notes: [
            ...new Set(sessions.flatMap(({ notes }) => notes)),
            ...(failures.length > read_result/* MAX_FAILURES */.T
                ? [`${report} holds more than ${read_result/* MAX_FAILURES */.T} failures; the rest is only counted.`]
                : []),
        ],
        ...(root === null ? {} : { root }),
    };
}
/** Of the sessions that failed; null where they differ, or one does not tell. */
function commonRoot(sessions) {
    const [first = null, ...others] = sessions.flatMap(({ failures, root }) => (failures.length === 0 ? [] : [root]));
    const isSame = others.every((root) => JSON.stringify(root) === JSON.stringify(first));
    return isSame ? first : null;
}
function readSession(lines, report) {
    const width = (0,terminal_rule/* screenWidth */.hF)(lines);
    const summary = readSummary(lines, width);
    const body = lines.slice(0, summary.start);
    const { entries, sections } = readEntriesAndSections(body, summary, width);
    const named = new Set(sections.map((section) => section.entry?.summary));
    const isNameless = sections.some(({ entry }) => entry === null);
    const alone = entries.filter((entry) => !named.has(entry) && !(isNameless && nodeIdAlone(entry) === ""));
    const told = [
        ...sections.map((section) => failureOfSection(section, report)),
        ...failuresWithoutSection(alone, { body, width, report }),
    ];
    const found = withoutSums(told);
    const hasNothing = found.length === 0 && (summary.totals?.size ?? 0) === 0;
    const seen = distinct(found);
    const ends = readSessionEnd(outsideSections(lines, summary, width), report, hasNothing);
    const later = ends.length > 0 ? [] : readLaterEnd(summary.rest, report);
    const failures = distinct([...withCrashes(seen, ends), ...later]);
    const all = failures.length > 0 || summary.totals !== null ? failures : suspects(lines, report);
    const warnings = readWarnings(lines, width);
    return {
        failures: all,
        counts: withoutUntold(readCounts(summary, all, found.length - seen.length), told.length - found.length),
        notes: [
            ...readNotes({ lines, summary, failures: all, told: told.length, hasNothing, report }),
            ...notesOfWarnings(warnings, report),
        ],
        warnings,
        root: (0,session_root/* readSessionRoot */.B)(lines),
    };
}
/** The sums of failed subtests, where the subtests themselves are told. */
function withoutSums(failures) {
    const isSum = ({ exception }) => (0,subtests/* sumsUpSubtests */.f)(exception.message);
    const told = new Set(failures.filter((failure) => !isSum(failure)).map(({ nodeId }) => nodeId));
    return failures.filter((failure) => !isSum(failure) || failure.nodeId === null || !told.has(failure.nodeId));
}
function withoutUntold(counts, untold) {
    return { ...counts, failures: Math.max(counts.failures - untold, 0) };
}
/** Names come from the summary, from the lines of `-v`, or from the letters behind each file. */
function readEntriesAndSections(body, summary, width) {
    const known = new Set(summary.entries.flatMap((entry) => nodeIdsOf(entry).map((nodeId) => entry.kind + nodeId)));
    const progress = readProgress(body).filter(({ kind, text }) => !known.has(kind + text));
    const entries = [...summary.entries, ...progress];
    const expected = {
        failure: summary.totals?.get("failed") ?? 0,
        error: (summary.totals?.get("error") ?? 0) + (summary.totals?.get("errors") ?? 0),
    };
    const counted = summary.totals === null ? null : expected;
    const sections = ownSections(readSections(body, { entries, width, expected: counted }), entries, expected);
    const guessed = entries.length === 0 ? entriesFromLetters(body, sections) : [];
    return guessed.length === 0
        ? { entries, sections }
        : { entries: guessed, sections: readSections(body, { entries: guessed, width, expected: counted }) };
}
/**
 * Without the sections of a session that a test printed unhindered (`-s`): the summary names as many tests as pytest
 * counts, and all of them have their own.
 */
function ownSections(sections, entries, { failure, error }) {
    const named = sections.filter(({ entry }) => entry !== null);
    return named.length > 0 && named.length === entries.length && entries.length >= failure + error ? named : sections;
}
function failuresWithoutSection(entries, { body, width, report }) {
    const crashes = readCrashLines(body, width);
    const failed = entries.filter(({ kind }) => kind === "failure");
    const matched = matchCrashLines(failed, crashes);
    const ran = new Set([...failed.map(nodeIdAlone), ...passedTests(body)]);
    return [
        ...(failed.length === 0 ? crashes.map((crash) => failureOfLine(crash, report)) : []),
        ...entries.map((entry) => failureOfEntry(entry, { crash: matched.get(entry) ?? null, ran }, report)),
    ];
}
/** What stands before the first region and after the last one: in between, tests may have printed anything. */
function outsideSections(lines, { start }, width) {
    const first = lines.findIndex((line) => /^(?:ERRORS|FAILURES|PASSES)$/.test((0,terminal_rule/* parseRule */.iT)(line, width)?.title ?? ""));
    const banner = lines.slice(0, start).findLastIndex((line) => line.startsWith("!!!"));
    const end = banner > start - 5 && banner >= 0 ? banner : start;
    return first < 0 || first > end ? lines : [...lines.slice(0, first), ...lines.slice(end)];
}
/** What a worker of pytest-xdist printed when it died belongs to the test that it ran, which has a section. */
function withCrashes(failures, ends) {
    const isCrash = ({ exception }) => /^worker '.*' crashed while running /.test(exception.message ?? "");
    const isFatal = ({ exception }) => exception.message?.startsWith("Fatal Python error: ") === true;
    const fatal = ends.find(isFatal);
    if (fatal === undefined || !failures.some(isCrash)) {
        return [...failures, ...ends];
    }
    const isOnly = failures.filter(isCrash).length === 1;
    const told = failures.map((failure) => (isOnly && isCrash(failure) ? { ...failure, frames: fatal.frames } : failure));
    return [...told, ...ends.filter((end) => !isFatal(end))];
}
/** An output that breaks off while a test runs: the process died, or the job was killed. */
function suspects(lines, report) {
    const nodeId = runningTest(lines);
    return nodeId === null ? [] : [{ ...bareFailure(report), ...namesOf(nodeId), phase: "call" }];
}
/** pytest prints a file's collection error twice when two collectors met it; subtests may well fail alike. */
function distinct(failures) {
    const seen = new Set();
    return failures.filter((failure) => {
        const { nodeId, phase, exception, frames } = failure;
        if (phase !== "collect")
            return true;
        const key = JSON.stringify([nodeId, exception, nodeId === null ? frames : null]);
        const isTold = nodeId !== null && exception.type === null && seen.has(nodeId);
        const isTwin = isTold || seen.has(key);
        seen.add(key);
        if (nodeId !== null)
            seen.add(nodeId);
        return !isTwin;
    });
}

;// CONCATENATED MODULE: ./.cache/build/read/text-report.js





/** What pytest draws around its results, whatever they are. */
const text_report_SESSION = /^=+ (?:test session starts|FAILURES|ERRORS|short test summary info|no tests ran in .*) =+$/m;
/**
 * Reads a report that isn't XML, told apart by what it holds: pytest's cache of last failures, pytest's output, or
 * tracebacks that no pytest run is around. Where pytest's results are, tracebacks beside them are not failures.
 */
function readText(text, report) {
    return readLastFailed(text, report) ?? readOutput(text, report);
}
function readOutput(text, report) {
    const plain = job_log_withoutLogPrefixes((0,report_text/* stripColours */._j)(text));
    const terminal = readPlainTerminal(plain, report);
    const { failures, counts } = terminal;
    const isResult = failures.length > 0 ? !failures.every(({ failure }) => isMereWord(failure)) : counts.tests > 0;
    if (isResult || text_report_SESSION.test(plain)) {
        return terminal;
    }
    return readPasted(text, report) ?? terminal;
}
/** A server's log has lines that look like pytest's words on wrong arguments (`ERROR: …`). */
function isMereWord({ nodeId, testName, exception, frames }) {
    return nodeId === null && testName === null && exception.type === null && frames.length === 0;
}


/***/ })

};
