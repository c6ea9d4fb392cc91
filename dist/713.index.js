export const id = 713;
export const ids = [713];
export const modules = {

/***/ 713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandLine: () => (/* binding */ commandLine)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8632);
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(356);
/* harmony import */ var _text_inert_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8594);




const USAGE = `autofix-action: mends failing pytest runs, and keeps only what was verified

  fix [--junit FILE]... [--working-directory DIR] [--python PATH] [--test-command WORDS]
      [--apply | --dry-run | --preview-prompt] [--result FILE] [--report FILE]
      Runs the failing tests (all of them without --junit), tries to mend what fails, and prints the patch;
      --apply leaves it in the work tree, --report writes the guide a pull request would get,
      --preview-prompt prints what an LLM would be sent for what no recipe mends, and sends nothing. Every input of the action is a flag too: --timeout 600, --repeat 3.
  read FILE... [--json] [--working-directory DIR]
      Prints the failures of JUnit files or pytest's terminal output.
  demo [--postgres]
      Shows it all on a small web shop.

Exit code: 0 mended or nothing to do, 1 not mended, 2 wrong use.
`;
/** Every command: words behind its name to an exit code. Each is loaded when it is asked for. */
const COMMANDS = {
    fix: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(491), __webpack_require__.e(166), __webpack_require__.e(11), __webpack_require__.e(75), __webpack_require__.e(208), __webpack_require__.e(978)]).then(__webpack_require__.bind(__webpack_require__, 8978))).fixCommand(fixArguments(words)),
    read: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(166), __webpack_require__.e(75), __webpack_require__.e(391)]).then(__webpack_require__.bind(__webpack_require__, 391))).readCommand(readArguments(words)),
    demo: async (words) => (await __webpack_require__.e(/* import() */ 979).then(__webpack_require__.bind(__webpack_require__, 1979))).demoCommand(words),
};
/** Runs one command line and gives its exit code; every expected failure is a sentence on standard error. */
async function commandLine(words) {
    const [name = "", ...rest] = words;
    if (["help", "--help", "-h"].includes(name)) {
        process.stdout.write(USAGE);
        return 0;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) {
        process.stderr.write(name === "" ? USAGE : `There is no command "${clean(name)}".\n\n${USAGE}`);
        return 2;
    }
    try {
        return await command(rest);
    }
    catch (error) {
        process.stderr.write(`${sentenceFor(error)}\n`);
        return 2;
    }
}
/** A broken setup explains itself; a wrong flag is told in Node's own words; anything else is a bug and says so. */
function sentenceFor(error) {
    if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w)
        return error.problems.map((problem) => clean((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .renderProblem */ .y)(problem))).join("\n");
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
        return `${clean(error.message)}\n\n${USAGE}`;
    }
    return `A fault of autofix-action itself; please report it: ${clean(error instanceof Error ? (error.stack ?? error.message) : String(error))}`;
}
function clean(text) {
    return (0,_text_inert_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLines */ .y1)(text, { isRunner: process.env["GITHUB_ACTIONS"] === "true" }).join("\n");
}
/** Inputs that make no sense on a command line. */
const ACTION_ONLY = new Set(["github-token", "mode", "fail-on-error"]);
function fixArguments(words) {
    const inputs = _settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc.map((input) => input.name).filter((name) => !ACTION_ONLY.has(name));
    const { values } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...words],
        strict: true,
        options: {
            ...Object.fromEntries(inputs.map((name) => [name, { type: "string" }])),
            junit: { type: "string", multiple: true, default: [] },
            apply: { type: "boolean", default: false },
            "dry-run": { type: "boolean", default: false },
            result: { type: "string" },
            report: { type: "string" },
            "preview-prompt": { type: "boolean", default: false },
        },
    });
    if (values.apply && values["dry-run"])
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w([contradiction("--dry-run")]);
    if (values.apply && values["preview-prompt"])
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w([contradiction("--preview-prompt")]);
    const given = values;
    const raw = Object.fromEntries(inputs.flatMap((name) => (typeof given[name] === "string" ? [[name, given[name]]] : [])));
    const junit = [...values.junit, ...(raw["junit-path"] === undefined ? [] : [raw["junit-path"]])].join("\n");
    return {
        raw: { ...raw, "junit-path": junit },
        apply: values.apply,
        result: values.result ?? null,
        report: values.report ?? null,
        previewPrompt: values["preview-prompt"],
    };
}
function contradiction(flag) {
    return {
        code: "flags-contradict",
        what: `--apply and ${flag} were both given.`,
        why: "One leaves the patch in the work tree, the other does not.",
        next: "Leave one of them out.",
    };
}
function readArguments(words) {
    const { values, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...words],
        strict: true,
        allowPositionals: true,
        options: { json: { type: "boolean", default: false }, "working-directory": { type: "string", default: "." } },
    });
    if (positionals.length === 0) {
        const why = "`read` prints what reports hold.";
        const next = "Name at least one: `read report.xml`.";
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w([{ code: "no-report-named", what: "No report was named.", why, next }]);
    }
    return { files: positionals, json: values.json, workingDirectory: values["working-directory"] };
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
