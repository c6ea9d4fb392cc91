import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./tools.ts";
import { environmentWith } from "./virtual-environments.ts";

/**
 * Writes `test/fixtures/gone-names/`: the names that old versions have and the newest one has not. Asked of the versions
 * themselves, so that it owes nothing to our tables or to another's.
 */
interface Source {
  readonly name: string;
  /** What `public-names.py` is asked for. */
  readonly package: string;
  readonly old: readonly Version[];
  readonly newest: Version;
}

interface Version {
  readonly python: string;
  readonly requirements: readonly string[];
}

const SOURCES: readonly Source[] = [
  {
    name: "numpy",
    package: "numpy",
    old: [
      { python: "3.6", requirements: ["numpy==1.13.3"] },
      { python: "3.8", requirements: ["numpy==1.17.5"] },
      { python: "3.11", requirements: ["numpy==1.26.4"] },
    ],
    newest: { python: "3.13", requirements: ["numpy==2.5.5"] },
  },
  {
    name: "python",
    package: "stdlib",
    old: ["3.6", "3.8", "3.11"].map((python) => ({ python, requirements: ["six==1.17.0"] })),
    newest: { python: "3.13", requirements: ["six==1.17.0"] },
  },
];
const script = path.join(root, ".ci/public-names.py");
const folder = path.join(root, "test/fixtures/gone-names");

for (const { name, package: wanted, old, newest } of SOURCES) {
  const had = new Set(old.flatMap((version) => ask(version, wanted, "").split("\n")));
  const gone = ask(newest, "-", [...had].sort().join("\n"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.txt`), gone);
  console.log(`${name}: ${gone.trim().split("\n").length} names`);
}

function ask({ python, requirements }: Version, word: string, input: string): string {
  const interpreter = environmentWith(requirements, python);
  if (interpreter === undefined) throw new Error(`Python ${python} is not on this machine`);
  return execFileSync(interpreter, ["-I", script, word], {
    input,
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["pipe", "pipe", "ignore"],
  });
}
