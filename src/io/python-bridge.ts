import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { PythonModule, UnparsableFile } from "../domain/python.ts";
import type { PythonParser } from "../ports.ts";
import { sendSignal } from "./process-tree.ts";
import { bridgeSource } from "./python-source.ts";
import { decodeSyntax } from "./syntax-table.ts";

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** How one process ended. */
interface Conversation {
  /** Complete lines of its output. */
  readonly lines: readonly string[];
  /** Why there are no more. */
  readonly ending: string;
  readonly errors: string;
}

/** Without a word: the largest file measured, of 40,000 lines, takes less than 5 seconds. */
const SILENCE_SECONDS = 30;

/**
 * Parses files with this interpreter (`-I -S`: no site packages, no environment, no current folder), the script and
 * its request on standard input. One process for all files: 65 ms measured for one, start-up included. A file that ends
 * the process or keeps it silent too long is unparsable, and another process goes on with the files after it.
 */
export function pythonBridge(
  python: readonly string[],
  env: Readonly<Record<string, string>>,
  silenceSeconds = SILENCE_SECONDS,
): PythonParser {
  return {
    async parse(files) {
      const found: (PythonModule | UnparsableFile)[] = [];
      while (found.length < files.length) {
        const rest = files.slice(found.length);
        const child = spawn(python[0] ?? "python3", [...python.slice(1), "-I", "-S", "-"], {
          env: { ...env },
          detached: true,
          windowsHide: true,
        });
        const { lines, ending, errors } = await converse(child, rest, silenceSeconds);
        const [ready, ...answers] = lines;
        if (ready !== "ready") throw new Error(`the Python syntax bridge could not start: ${ending} ${errors}`);
        for (const [index, file] of rest.entries()) {
          const answer = answers[index];
          found.push(answer === undefined ? { ...file, message: ending, line: null } : resultOf(file, answer));
          if (answer === undefined) break;
        }
      }
      return found;
    },
  };
}

function resultOf({ path, text }: SourceFile, answer: string): PythonModule | UnparsableFile {
  const { tree, message, line } = decodeSyntax(answer);
  return tree ? { path, text, tree } : { path, text, message: message ?? "not valid Python", line };
}

function converse(child: ChildProcess, files: readonly SourceFile[], silenceSeconds: number): Promise<Conversation> {
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  let isTooLate = false;
  const timer = setTimeout(() => {
    isTooLate = true;
    // Its group: the command may be a wrapper that starts the interpreter.
    if (child.pid !== undefined) sendSignal(-child.pid, "SIGKILL");
  }, silenceSeconds * 1000);
  child.stdout?.on("data", (chunk: Buffer) => {
    output.push(chunk);
    timer.refresh();
  });
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk));
  // A process that has ended reads no more: its end is told by "close".
  child.stdin?.on("error", () => undefined).end(scriptFor(files));
  return new Promise((resolve) => {
    const end = (why: string): void => {
      clearTimeout(timer);
      const lines = Buffer.concat(output).toString("latin1").split("\n").slice(0, -1);
      resolve({ lines, ending: why, errors: Buffer.concat(errors).toString("utf8").slice(-500) });
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) =>
      end(
        isTooLate
          ? `Python's parser needed more than ${silenceSeconds} seconds`
          : `Python's parser ended with ${signal ?? code ?? "nothing"}`,
      ),
    );
  });
}

function scriptFor(files: readonly SourceFile[]): string {
  const request = Buffer.from(JSON.stringify(files.map(({ text }) => text))).toString("base64");
  return `${bridgeSource()}\nmain("${request}")\n`;
}
