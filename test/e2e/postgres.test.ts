import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { pythonEnvironment } from "../support/python-env.ts";
import { startPostgres } from "../support/postgres.ts";

const run = promisify(execFile);
const SCRIPT = new URL("../../.ci/postgres.mjs", import.meta.url).pathname;
const QUERY = `
import asyncio, asyncpg, sys
async def main():
    connection = await asyncpg.connect(sys.argv[1])
    print(await connection.fetchval("select 40 + 2"), await connection.fetchval("show listen_addresses"))
    await connection.close()
asyncio.run(main())
`;

it("answers on loopback while it runs, and not afterwards", async () => {
  const python = await pythonEnvironment("asyncpg", ["asyncpg==0.31.0"]);
  const server = await startPostgres();
  const words = ["-c", QUERY, server.url()];
  const { stdout } = await run(python, words);
  await server.stop();
  await server.stop();
  const after = await run(python, words).then(
    () => "answered",
    () => "gone",
  );
  expect([stdout, after, server.url("asyncpg")]).toEqual([
    "42 127.0.0.1\n",
    "gone",
    `postgresql+asyncpg://postgres@127.0.0.1:${server.port}/postgres`,
  ]);
});

it("runs a command beside a server and ends as the command does", async () => {
  const failed = await run(process.execPath, [SCRIPT, "sh", "-c", "exit 3"]).catch((error: unknown) => error);
  const { stdout } = await run(process.execPath, [SCRIPT, "sh", "-c", 'echo "${DATABASE_URL%:*}"']);
  expect([failed, stdout.split("\n")[1]]).toEqual([
    expect.objectContaining({ code: 3 }),
    "postgresql+asyncpg://postgres@127.0.0.1",
  ]);
});
