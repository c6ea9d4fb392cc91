import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A file of a tree that a test writes; the mode is git's, default 100644. */
export type FileContent = string | Uint8Array | { readonly mode: string; readonly content: string | Uint8Array };
export type Files = Readonly<Record<string, FileContent>>;
/** As `Files`; null removes a path. */
export type FileChanges = Readonly<Record<string, FileContent | null>>;

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface CommitRequest {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Person;
  readonly committer?: Person;
  /** Seconds since the epoch. */
  readonly seconds: number;
}

export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly path: string;
}

/** An environment in which git reads no settings of the machine and no `GIT_*` variable of a calling hook. */
export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    ...extra,
  };
}

interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs git in a folder and gives its standard output; throws with git's own words when it fails. */
export function gitBytes(directory: string, words: readonly string[], options: GitOptions = {}): Buffer {
  return execFileSync("git", [...words], {
    cwd: directory,
    env: gitEnvironment(options.environment),
    input: options.input ?? "",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** As `gitBytes`, decoded, without the last line end. */
export function git(directory: string, words: readonly string[], options: GitOptions = {}): string {
  return gitBytes(directory, words, options).toString("utf8").replace(/\n$/, "");
}

/** Standard output, or null when git ends with an error. */
export function gitOrNull(directory: string, words: readonly string[]): string | null {
  try {
    return git(directory, words);
  } catch {
    return null;
  }
}

/** Makes a bare repository whose HEAD is `refs/heads/<branch>`. */
export function createBareRepository(directory: string, branch: string): void {
  mkdirSync(directory, { recursive: true });
  git(directory, ["init", "--quiet", "--bare", "--template=", `--initial-branch=${branch}`, "."]);
  appendFileSync(
    path.join(directory, "config"),
    "[http]\n\treceivepack = true\n[uploadpack]\n\tallowAnySHA1InWant = true\n",
  );
}

/** Writes blobs and a tree on top of `base` (a commit or tree, null = empty) and gives the tree's id. */
export function writeTree(directory: string, base: string | null, changes: FileChanges): string {
  const scratch = mkdtempSync(path.join(tmpdir(), "index-"));
  const environment = { GIT_INDEX_FILE: path.join(scratch, "index") };
  try {
    git(directory, base === null ? ["read-tree", "--empty"] : ["read-tree", base], { environment });
    const lines = Object.entries(changes).map(([name, content]) => indexLine(directory, name, content));
    git(directory, ["update-index", "-z", "--index-info"], { environment, input: lines.join("") });
    return git(directory, ["write-tree"], { environment });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function indexLine(directory: string, name: string, content: FileContent | null): string {
  if (content === null) {
    return `0 ${"0".repeat(40)}\t${name}\0`;
  }
  const plain = typeof content === "string" || content instanceof Uint8Array;
  const mode = plain ? "100644" : content.mode;
  const sha = git(directory, ["hash-object", "-w", "--stdin"], { input: plain ? content : content.content });
  return `${mode} ${sha}\t${name}\0`;
}

/** Writes a commit object and gives its id; moves no ref. */
export function commitTree(directory: string, request: CommitRequest): string {
  const committer = request.committer ?? request.author;
  const date = `${request.seconds} +0000`;
  return git(
    directory,
    ["commit-tree", request.tree, ...request.parents.flatMap((parent) => ["-p", parent]), "-F", "-"],
    {
      input: request.message,
      environment: {
        GIT_AUTHOR_NAME: request.author.name,
        GIT_AUTHOR_EMAIL: request.author.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: date,
      },
    },
  );
}

/** The commit a ref or id names; null when there is none. */
export function resolveCommit(directory: string, name: string): string | null {
  return gitOrNull(directory, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
}

/** All blobs of a tree. */
export function listTree(directory: string, treeish: string): readonly TreeEntry[] {
  const output = git(directory, ["ls-tree", "-r", "-z", "--full-tree", treeish]);
  return output
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const [meta = "", name = ""] = line.split("\t");
      const [mode = "", type = "", sha = ""] = meta.split(" ");
      return { mode, type, sha, path: name };
    });
}

/** One entry of a tree; null when the path is not there. */
export function treeEntry(directory: string, treeish: string, name: string): TreeEntry | null {
  return listTree(directory, treeish).find((entry) => entry.path === name) ?? null;
}

/** The bytes of a blob. */
export function readBlob(directory: string, sha: string): Buffer {
  return gitBytes(directory, ["cat-file", "blob", sha]);
}

/** All files of a commit as text, by path. */
export function filesOf(directory: string, treeish: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listTree(directory, treeish).map((entry) => [entry.path, readBlob(directory, entry.sha).toString("utf8")]),
  );
}
