import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Answer, Question } from "../domain/question.ts";
import type { PackageReader } from "../ports.ts";
import { installedSource } from "./python-source.ts";
import { sendSignal } from "./process-tree.ts";

/** Libraries may take their time to be imported; one that needs longer than this is as good as not there. */
const LIMIT_SECONDS = 60;
const MAX_OUTPUT = 4_000_000;

const symbol = z.object({
  module: z.string(),
  kind: z.enum(["class", "function", "value", "import"]),
  from: z.string().nullable(),
});
const answer = z.union([z.boolean(), z.null(), z.array(z.union([symbol, z.string()]))]);

/**
 * Asks this interpreter about its packages (`-I`: no current folder, no environment variables of Python's), the script and
 * its request on standard input. Importing a library runs that library's code, as the tests do, without our secrets.
 */
export function packageReader(
  python: readonly string[],
  env: Readonly<Record<string, string>>,
  limitSeconds = LIMIT_SECONDS,
): PackageReader {
  return {
    async answer(questions, own) {
      const mark = `${randomBytes(16).toString("hex")} `;
      const script = scriptFor({ mark, questions, own });
      const output = await run({ python, env, script, limitSeconds });
      const lines = output.split("\n").filter((line) => line.startsWith(mark));
      return questions.map((_, index) => decode(lines[index]?.slice(mark.length)));
    },
  };
}

function decode(line: string | undefined): Answer {
  if (line === undefined) return null;
  try {
    return answer.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null; // cut off: the process was ended in the middle of it
  }
}

function scriptFor(request: {
  readonly mark: string;
  readonly questions: readonly Question[];
  readonly own: readonly string[];
}): string {
  return `${installedSource()}\nmain("${Buffer.from(JSON.stringify(request)).toString("base64")}")\n`;
}

interface Run {
  readonly python: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly script: string;
  readonly limitSeconds: number;
}

function run({ python, env, script, limitSeconds }: Run): Promise<string> {
  const child = spawn(python[0] ?? "python3", [...python.slice(1), "-I", "-"], {
    env: { ...env },
    stdio: ["pipe", "pipe", "ignore"],
    detached: true,
    windowsHide: true,
  });
  const end = (): void => {
    if (child.pid !== undefined) sendSignal(-child.pid, "SIGKILL");
  };
  const timer = setTimeout(end, limitSeconds * 1000);
  const output: Buffer[] = [];
  let size = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_OUTPUT) end();
    else output.push(chunk);
  });
  // A process that has ended reads no more: its end is told by "close".
  child.stdin.on("error", () => undefined).end(script);
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      end();
      resolve(Buffer.concat(output).toString("utf8"));
    };
    child.once("error", finish);
    child.once("close", finish);
  });
}
