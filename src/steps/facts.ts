import { type Answer, keyOf, type OwnSymbol, type Question } from "../domain/question.ts";
import type { FactFinder } from "../draft/draft.ts";
import { SUPPORT_FILES, type Support, supportOf } from "../draft/facts/support.ts";
import type { PackageReader, PythonParser, Workspace } from "../ports.ts";
import { kindOfTopLevel } from "../syntax/top-level.ts";

/** Files looked through for a name that no failure reached. */
const MAX_SEARCHED = 3000;

interface FactSources {
  readonly packages: PackageReader;
  readonly parser: PythonParser;
  readonly workspace: Workspace;
  readonly trackedFiles: readonly string[];
}

/** Finds what recipes ask for, each thing once in a run. */
export function openFacts({ packages, parser, workspace, trackedFiles }: FactSources): FactFinder {
  const answers = new Map<string, Answer>();
  const own = ownNames(trackedFiles);
  const files = memoised(async () => ownFiles(workspace, trackedFiles));
  return {
    answers,
    async find(questions) {
      const texts = questions.filter((question) => question.kind === "parses");
      const symbols = questions.filter((question) => question.kind === "own");
      const others = questions.filter(({ kind }) => kind !== "parses" && kind !== "own");
      const parsed = texts.length === 0 ? [] : await parser.parse(texts.map(({ text }) => ({ path: "", text })));
      keep(
        answers,
        texts,
        parsed.map((file) => "tree" in file),
      );
      for (const question of symbols) {
        answers.set(keyOf(question), await definingFiles(question.symbol, await files(), parser));
      }
      if (others.length > 0) keep(answers, others, await packages.answer(others, own));
    },
  };
}

interface SourceText {
  readonly path: string;
  readonly text: string;
}

function memoised<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return async () => (made ??= make());
}

async function ownFiles(workspace: Workspace, trackedFiles: readonly string[]): Promise<SourceText[]> {
  const found: SourceText[] = [];
  for (const path of trackedFiles.filter((entry) => entry.endsWith(".py")).slice(0, MAX_SEARCHED)) {
    const file = await workspace.read(path);
    if (file.kind === "text") found.push({ path, text: file.text });
  }
  return found;
}

/** Only files in which a line seems to bind the name are parsed. */
async function definingFiles(
  symbol: string,
  files: readonly SourceText[],
  parser: PythonParser,
): Promise<readonly OwnSymbol[]> {
  if (!/^[A-Za-z_]\w{0,200}$/.test(symbol)) return [];
  const binding = new RegExp(`^(?:class|def|async[ \\t]+def)[ \\t]+${symbol}\\b|^${symbol}[ \\t]*[:=]`, "m");
  const likely = files.filter(({ text }) => binding.test(text));
  const parsed = likely.length === 0 ? [] : await parser.parse(likely);
  return parsed.flatMap((file) => {
    const kind = "tree" in file ? kindOfTopLevel(file, symbol) : undefined;
    return kind === undefined ? [] : [{ path: file.path, kind }];
  });
}

function keep(answers: Map<string, Answer>, questions: readonly Question[], found: readonly Answer[]): void {
  for (const [index, question] of questions.entries()) answers.set(keyOf(question), found[index] ?? null);
}

/**
 * First names under which the project's own code is imported: an installed copy of it must not be run. What lies in a package
 * is none: a folder `tests/unittest` is imported as `tests.unittest`, and Python's own `unittest` may be asked.
 */
function ownNames(trackedFiles: readonly string[]): string[] {
  const python = trackedFiles.filter((path) => path.endsWith(".py"));
  const packages = new Set(python.flatMap((path) => /^(.*)\/__init__\.py$/.exec(path)?.[1] ?? []));
  const names = python.flatMap((path) => {
    const parts = path.replace(/\.py$/, "").split("/").slice(0, 3);
    return parts.filter((_, index) => !packages.has(parts.slice(0, index).join("/")));
  });
  return [...new Set(names)].filter((name) => /^[A-Za-z_]\w*$/.test(name));
}

/** What the project's metadata says about the versions it works with; files in its root and in the working directory. */
export async function supportIn(workspace: Workspace, trackedFiles: readonly string[]): Promise<Support> {
  const wanted = new Set<string>(SUPPORT_FILES);
  const paths = trackedFiles.filter((path) => wanted.has(path));
  const files = await Promise.all(paths.map(async (path) => workspace.read(path)));
  return supportOf(files.flatMap((file) => (file.kind === "text" ? [file.text] : [])));
}
