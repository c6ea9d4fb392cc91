// One contestant of bench-read.ts: reads a report, counts its tests and takes the text of every failing body.
// Plain JavaScript: stripping types would be part of what is measured.
// usage: node bench-read-contestant.mjs NAME FILE CODE   (CODE: folder of our compiled sources)
import { createReadStream, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";

const [, , name, file, code] = process.argv;
const found = { tests: 0, failures: 0, errors: 0, skipped: 0, crc: 0 };

function problem(kind, text) {
  found[kind === "failure" ? "failures" : "errors"] += 1;
  found.crc = (found.crc + crc32(text)) >>> 0;
}

/** As the command `read` does it. */
async function ours(module) {
  const { keepYoungMemorySmall } = await import(pathToFileURL(path.join(code, "io/young-memory.js")).href);
  keepYoungMemorySmall();
  return import(pathToFileURL(path.join(code, module)).href);
}

/** An element once, several times or not at all, as the readers give it. */
function all(value) {
  return value === undefined ? [] : [value].flat();
}

const contestants = {
  nothing: async () => {},
  scan: async () => {
    const { junitScan } = await ours("read/junit/junit.js");
    const { openReport } = await ours("io/report-files.js");
    const scan = junitScan({
      onSuite: () => {},
      onCase: ({ problems, isSkipped }) => {
        found.tests += 1;
        found.skipped += isSkipped ? 1 : 0;
        problems.forEach(({ kind, body }) => problem(kind, body.whole()));
      },
    });
    const { chunks } = await openReport(file, ".");
    for await (const chunk of chunks) scan.write(chunk);
    scan.end();
  },
  readReports: async () => {
    const { readReports } = await ours("read/read-reports.js");
    const { openReport } = await ours("io/report-files.js");
    Object.assign(found, (await readReports([await openReport(file, ".")], [])).counts, { crc: null });
  },
  htmlparser2: async () => {
    const { Parser } = await import("htmlparser2");
    let open = null;
    const parser = new Parser(
      {
        onopentag: (tag) => {
          if (tag === "testcase") found.tests += 1;
          if (tag === "skipped") found.skipped += 1;
          if (tag === "failure" || tag === "error") open = [];
        },
        ontext: (text) => open?.push(text),
        onclosetag: (tag) => {
          if (open !== null && (tag === "failure" || tag === "error")) {
            problem(tag, open.join(""));
            open = null;
          }
        },
      },
      { xmlMode: true },
    );
    for await (const text of createReadStream(file, { encoding: "utf8" })) parser.write(text);
    parser.end();
  },
  xml2js: async () => {
    const { default: xml2js } = await import("xml2js");
    const { testsuites } = await new xml2js.Parser().parseStringPromise(readFileSync(file, "utf8"));
    for (const testcase of testsuites.testsuite.flatMap((suite) => suite.testcase)) {
      found.tests += 1;
      found.skipped += testcase.skipped ? 1 : 0;
      for (const kind of ["failure", "error"]) all(testcase[kind]).forEach(({ _: text }) => problem(kind, text));
    }
  },
  "xml-js": async () => {
    const { default: xmlJs } = await import("xml-js");
    const { testsuites } = JSON.parse(xmlJs.xml2json(readFileSync(file, "utf8"), { compact: true }));
    for (const testcase of all(testsuites.testsuite).flatMap((suite) => all(suite.testcase))) {
      found.tests += 1;
      found.skipped += testcase.skipped ? 1 : 0;
      for (const kind of ["failure", "error"]) all(testcase[kind]).forEach(({ _text }) => problem(kind, _text));
    }
  },
};

await contestants[name]();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
writeSync(1, JSON.stringify({ found, cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMb: maxRSS / 1024 }));
