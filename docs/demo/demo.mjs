// Shows the whole story on a real shop: pytest is red, the bundle mends it, pytest is green.
// Plain Node 20 or newer and nothing installed; everything happens in a temporary folder that is removed at the end.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bold, dim, green, markdownLines, red } from "./colour.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const bundle = path.resolve(here, "../../dist/index.js");
const oldestPython = [3, 10];

/** An end that a person can do something about: shown as one sentence, without a stack. */
class DemoError extends Error {}

const running = new Set();
const cleanups = [];

async function main() {
  const { postgres } = readWords();
  if (!existsSync(bundle)) throw new DemoError("dist/index.js is missing: run npm ci && npm run build.");
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "autofix-demo-")));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const shop = path.join(folder, "shop");

  heading("A plant nursery's shop: FastAPI, async SQLAlchemy, seven tests");
  cpSync(path.join(here, "shop"), shop, { recursive: true });
  const env = testEnvironment(folder, postgres ? await startDatabase() : "sqlite+aiosqlite:///nursery.db");
  await commitAll(shop, env);
  console.log(dim(`copied to ${shop}, database ${env.DATABASE_URL.split("://")[0]}`));

  heading("Its requirements, in a fresh virtual environment");
  const python = await installRequirements(folder, shop, env);

  heading("pytest, before");
  await runTests({ python, shop, env, expected: 1 });

  heading("autofix-action, as it runs after a red test step");
  const result = path.join(folder, "result.json");
  const words = [
    "fix",
    "--working-directory",
    shop,
    "--python",
    python,
    "--apply",
    "--result",
    result,
    "--report",
    path.join(folder, "guide.md"),
  ];
  const fixed = await run(process.execPath, [bundle, ...words], { cwd: shop, env });
  if (fixed !== 0) throw new DemoError(`The shop was not healed: autofix-action ended with ${fixed}.`);

  showGuide(result);
  heading("pytest, after");
  await runTests({ python, shop, env, expected: 0 });
  console.log(green(bold("\nRed before, green after. Nothing is left behind on this machine.")));
}

function readWords() {
  try {
    return parseArgs({ options: { postgres: { type: "boolean", default: false } } }).values;
  } catch (error) {
    const problem = new DemoError(`${error.message.split(". ")[0]}. The only option is --postgres.`, { cause: error });
    throw Object.assign(problem, { exitCode: 2 });
  }
}

/** The shop's tests drop every table of their database: a DATABASE_URL from outside must never reach them. */
function testEnvironment(folder, databaseUrl) {
  const foreign = new Set(["PYTHONPATH", "PYTHONHOME", "PYTEST_ADDOPTS", "VIRTUAL_ENV"]);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.has(name)));
  return { ...env, DATABASE_URL: databaseUrl, TMPDIR: folder, TEMP: folder, RUNNER_TEMP: folder };
}

async function startDatabase() {
  console.log(dim("starting a PostgreSQL server on a free loopback port"));
  const { startPostgres } = await import("../../.ci/postgres.mjs");
  const server = await startPostgres().catch((error) => {
    throw new DemoError(error.message, { cause: error });
  });
  cleanups.push(() => server.stop());
  return server.url("asyncpg");
}

async function commitAll(shop, env) {
  const identity = ["-c", "user.name=Demo", "-c", "user.email=demo@example.org", "-c", "commit.gpgsign=false"];
  capture("git", ["init", "-q"], { cwd: shop, env });
  capture("git", ["add", "-A"], { cwd: shop, env });
  capture("git", [...identity, "commit", "-q", "-m", "The shop as it stands"], { cwd: shop, env });
}

/** Path of the environment's interpreter. uv takes seconds where venv and pip take a minute. */
async function installRequirements(folder, shop, env) {
  const environment = path.join(folder, "venv");
  const python = path.join(
    environment,
    ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
  );
  const wanted = ["-r", path.join(shop, "requirements.txt")];
  const hasUv = works("uv", ["--version"]);
  const interpreter = findPython(hasUv ? "sys" : "sys, venv, ensurepip");
  if (hasUv) {
    await must("uv", ["venv", "--quiet", "--python", interpreter, environment], { env });
    await must("uv", ["pip", "install", "--python", python, ...wanted], { env });
  } else {
    console.log(dim("uv is not here: pip takes about a minute"));
    await must(interpreter, ["-m", "venv", environment], { env });
    await must(python, ["-m", "pip", "install", "--disable-pip-version-check", ...wanted], { env });
  }
  return python;
}

/** The first interpreter on the path that is new enough, as an absolute path. */
function findPython(modules) {
  const script = `import ${modules}; print(sys.executable); sys.exit(sys.version_info < (${oldestPython.join(", ")}))`;
  const names = ["python3", "python", ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`)];
  for (const name of names) {
    const { status, stdout } = spawnSync(name, ["-c", script], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  const looked = names.join(", ");
  throw new DemoError(
    `Python ${oldestPython.join(".")} or newer with its venv module is needed (Debian: apt install python3-venv); looked for ${looked}.`,
  );
}

async function runTests({ python, shop, env, expected }) {
  const code = await run(python, ["-m", "pytest", "--tb=no", "-q"], {
    cwd: shop,
    env: { ...env, COLUMNS: "180" }, // room for the exception in pytest's one line per failure
  });
  const text = `pytest ended with ${code}`;
  if (code !== expected) throw new DemoError(`${text}; ${expected} was expected.`);
  console.log(expected === 0 ? green(text) : red(text));
}

function showGuide(resultFile) {
  if (!existsSync(resultFile)) throw new DemoError("autofix-action left no result file.");
  const { reportPath } = JSON.parse(readFileSync(resultFile, "utf8"));
  if (!reportPath || !existsSync(reportPath)) return;
  heading("The guide that a pull request would get");
  for (const line of markdownLines(readFileSync(reportPath, "utf8"))) console.log(line);
}

/** Runs with the output visible as it comes; resolves with the exit code. */
function run(command, words, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ["ignore", "inherit", "inherit"], ...options });
    running.add(child);
    child.on("error", (error) => reject(new DemoError(`${command} cannot be started: ${error.message}`)));
    child.on("close", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

async function must(command, words, options) {
  const code = await run(command, words, options);
  if (code !== 0) throw new DemoError(`${command} ${words.join(" ")} ended with ${code}.`);
}

function capture(command, words, options) {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: "utf8", ...options });
  if (status !== 0) throw new DemoError(`${command} ${words.join(" ")} failed: ${error?.message ?? stderr}`);
  return stdout;
}

function works(command, words) {
  return spawnSync(command, words, { stdio: "ignore" }).status === 0;
}

let step = 0;
function heading(text) {
  step += 1;
  console.log(bold(`\n${step}. ${text}`));
}

async function cleanUp() {
  for (const child of running) child.kill();
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    await cleanUp();
    process.exit(130);
  });
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(red(`\n${error.message}`));
  process.exitCode = error.exitCode ?? 1;
} finally {
  await cleanUp();
}
