import { type Answer, keyOf, type Question } from "../domain/question.ts";
import type { FactFinder } from "../draft/draft.ts";
import { SUPPORT_FILES, type Support, supportOf } from "../draft/facts/support.ts";
import type { PackageReader, PythonParser, Workspace } from "../ports.ts";

interface FactSources {
  readonly packages: PackageReader;
  readonly parser: PythonParser;
  readonly trackedFiles: readonly string[];
}

/** Finds what recipes ask for, each thing once in a run. */
export function openFacts({ packages, parser, trackedFiles }: FactSources): FactFinder {
  const answers = new Map<string, Answer>();
  const own = ownNames(trackedFiles);
  return {
    answers,
    async find(questions) {
      const texts = questions.filter((question) => question.kind === "parses");
      const others = questions.filter((question) => question.kind !== "parses");
      const parsed = texts.length === 0 ? [] : await parser.parse(texts.map(({ text }) => ({ path: "", text })));
      keep(
        answers,
        texts,
        parsed.map((file) => "tree" in file),
      );
      if (others.length > 0) keep(answers, others, await packages.answer(others, own));
    },
  };
}

function keep(answers: Map<string, Answer>, questions: readonly Question[], found: readonly Answer[]): void {
  for (const [index, question] of questions.entries()) answers.set(keyOf(question), found[index] ?? null);
}

/** First names under which the project's own code is imported: an installed copy of it must not be run. */
function ownNames(trackedFiles: readonly string[]): string[] {
  const names = trackedFiles
    .filter((path) => path.endsWith(".py"))
    .flatMap((path) => path.replace(/\.py$/, "").split("/").slice(0, 3));
  return [...new Set(names)].filter((name) => /^[A-Za-z_]\w*$/.test(name));
}

/** What the project's metadata says about the versions it works with; files in its root and in the working directory. */
export async function supportIn(workspace: Workspace, trackedFiles: readonly string[]): Promise<Support> {
  const wanted = new Set<string>(SUPPORT_FILES);
  const paths = trackedFiles.filter((path) => wanted.has(path));
  const files = await Promise.all(paths.map(async (path) => workspace.read(path)));
  return supportOf(files.flatMap((file) => (file.kind === "text" ? [file.text] : [])));
}
