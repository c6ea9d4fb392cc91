// A PostgreSQL server of one's own: in a temporary folder, on a free loopback port, gone at the end.
// Plain JavaScript without dependencies, for Node 20 too: tests and the demo use it.
// As a script: `node .ci/postgres.mjs` runs a server until it is stopped; with words behind it, runs that command with
// DATABASE_URL set (asyncpg) and ends with its exit code.

import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const INSTALL = "Install it with: sudo apt-get install postgresql";

/** Debian keeps the server's programs out of PATH, one folder per version. */
const VERSIONED = "/usr/lib/postgresql";

/** Starts a server with trust authentication for the user `postgres` on 127.0.0.1, nowhere else. */
export async function startPostgres() {
  const programs = programFolder();
  const account = serverAccount();
  const folder = mkdtempSync(path.join(account === null ? os.tmpdir() : "/tmp", "postgres-"));
  if (account !== null) chownSync(folder, account.user, account.group);
  const server = { programs, account, folder, data: path.join(folder, "data") };
  try {
    await runProgram(server, "initdb", ["-D", server.data, "-U", "postgres", "-A", "trust", ...CLUSTER]);
    return running(server, await startOnFreePort(server));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

const CLUSTER = ["-E", "UTF8", "--locale=C", "--no-sync"];

function running(server, port) {
  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    process.off("exit", stop);
    const [command, words] = commandOf(server, "pg_ctl", ["-D", server.data, "-m", "immediate", "-w", "stop"]);
    spawnSync(command, words, { cwd: server.folder, stdio: "ignore" });
    rmSync(server.folder, { recursive: true, force: true });
  };
  process.once("exit", stop);
  return {
    port,
    url: (driver) => `postgresql${driver ? `+${driver}` : ""}://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => stop(),
  };
}

/** Another process may take the port between our look and the start. */
async function startOnFreePort(server) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      const words = ["-D", server.data, "-l", path.join(server.folder, "log"), "-w", "-t", "60"];
      await runProgram(server, "pg_ctl", [...words, "-o", serverOptions(port), "start"]);
      return port;
    } catch (error) {
      if (attempt === 3) throw new Error(`PostgreSQL did not start: ${readLog(server)}`, { cause: error });
    }
  }
}

/** Durability is switched off: the data lives as long as one test run. */
function serverOptions(port) {
  const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "''" };
  const quick = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  return Object.entries({ ...settings, ...quick })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}

function readLog(server) {
  try {
    return readFileSync(path.join(server.folder, "log"), "utf8").trim().split("\n").slice(-5).join("\n");
  } catch {
    return "it left no log.";
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The server refuses to run as root: then its programs run as the user that the package made. */
function serverAccount() {
  if (process.getuid?.() !== 0) return null;
  try {
    const id = (word) => Number(execFileSync("id", [word, "postgres"], { encoding: "utf8", stdio: "pipe" }));
    return { user: id("-u"), group: id("-g") };
  } catch (error) {
    throw new Error(`PostgreSQL does not run as root and there is no user postgres. ${INSTALL}`, { cause: error });
  }
}

function commandOf({ programs, account }, program, words) {
  const file = path.join(programs, program);
  return account === null ? [file, words] : ["runuser", ["-u", "postgres", "--", file, ...words]];
}

async function runProgram(server, program, words) {
  const [command, all] = commandOf(server, program, words);
  if (program === "initdb") {
    await run(command, all, { cwd: server.folder });
    return;
  }
  // The server would keep pipes of its starter open: it gets none.
  const child = spawn(command, all, { cwd: server.folder, stdio: "ignore" });
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}

function programFolder() {
  const versions = existsSync(VERSIONED) ? readdirSync(VERSIONED) : [];
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    ...newestFirst.map((version) => path.join(VERSIONED, version, "bin")),
  ];
  const found = folders.find((folder) => ["initdb", "pg_ctl"].every((name) => existsSync(path.join(folder, name))));
  if (found === undefined) throw new Error(`No PostgreSQL server found. ${INSTALL}`);
  return found;
}

async function main(words) {
  const server = await startPostgres();
  console.log(server.url("asyncpg"));
  const [command, ...rest] = words;
  if (command === undefined) {
    await new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
      setInterval(() => {}, 1 << 30);
    });
    await server.stop();
    process.exit(0);
  }
  const env = { ...process.env, DATABASE_URL: server.url("asyncpg") };
  const { status } = spawnSync(command, rest, { stdio: "inherit", env });
  await server.stop();
  process.exit(status ?? 1);
}

if (process.argv[1] && path.resolve(process.argv[1]) === new URL(import.meta.url).pathname) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
