import type { Scene } from "./scene.ts";
import type { Sign } from "./services.ts";

const ANY = /(?:)/;
const SYSTEM = /^(?:OSError|IOError|\w*Error|Exception)$/;

/** What the machine lacks: room, memory, rights, programs, libraries; and runs that were ended from outside. */
export const MACHINE_SIGNS: readonly Sign[] = [
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
    advice: ([, path = ""], _thrown, scene) =>
      isInRepository(path, scene)
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
    message:
      /^\[Errno 12\] Cannot allocate memory|^can't start new thread$|^\[Errno 11\] Resource temporarily unavailable/,
    advice: () => "The system gave no more memory or threads; use a larger runner or run fewer tests at once.",
  },
  {
    type: /^FileNotFoundError$/,
    message: /^\[Errno 2\] No such file or directory: '([\w.+-]{1,100}|\/(?:usr|bin|sbin|opt)\/[^'\n ]{1,200})'$/,
    advice: ([, program = ""], { innermost }) =>
      isStartOfProcess(innermost?.path ?? "")
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
    message:
      /^(?:Unable to load shared library.{0,200}|[^\n]{0,200}?)\b(lib[\w.+-]{1,100}?\.(?:so|dylib)[\w.]*): cannot open shared object file/,
    advice: ([, library = ""]) =>
      `The system library ${library} is not installed; install the package that has it in this job.`,
  },
  {
    type: /^(?:ImportError|OSError)$/,
    message:
      /Library not loaded|DLL load failed|version `GLIBC(?:XX)?_[\d.]+' not found|undefined symbol|invalid ELF header|incompatible architecture/,
    advice: () => "A compiled library cannot be loaded on this machine; install a build of its package that fits it.",
  },
  {
    type: /^(?:ImportError|ValueError|RuntimeError|AttributeError)$/,
    message:
      /numpy\.dtype size changed|compiled using NumPy 1\.x cannot be run|numpy\.core\.multiarray failed to import|module compiled against (?:ABI|API) version/i,
    advice: () => "An installed package was built for another NumPy; install versions that fit each other.",
  },
  {
    type: /^$/,
    message:
      /^the test process was ended by SIG(?:KILL|TERM) while this test was running|^the test process ended with exit code (?:137|143) while/,
    advice: () =>
      "The test run was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.",
  },
  {
    type: /^$/,
    message: /^the time limit of (\d+) seconds was reached while this test was running/,
    advice: ([, seconds = ""]) =>
      `The run reached its time limit of ${seconds} seconds in this test; raise the input \`timeout\`, or see why the test hangs.`,
  },
  {
    type: /^$/,
    message: /^the test process wrote nothing and did no work for (\d+) seconds while this test was running/,
    advice: ([, seconds = ""]) =>
      `The test waited for ${seconds} seconds without doing anything; what it waits for does not exist in this job.`,
  },
];

/** By the tracked folders on its way: where the repository lies is not known here. */
function isInRepository(path: string, { trackedFiles }: Scene): boolean {
  const slashed = path.replaceAll("\\", "/");
  const folders = new Set(trackedFiles.map((file) => file.slice(0, Math.max(0, file.lastIndexOf("/")))));
  return [...folders].some((folder) => folder !== "" && slashed.includes(`/${folder}/`));
}

function isStartOfProcess(path: string): boolean {
  return /(?:^|\/)(?:subprocess|asyncio\/(?:base_events|unix_events|windows_events|subprocess)|pexpect\/.*|ptyprocess\/.*)(?:\.py)?$/.test(
    path.replaceAll("\\", "/"),
  );
}
