import { cpSync, existsSync, readdirSync } from "node:fs";
import { join, matchesGlob, resolve } from "node:path";

const { ARTIFACTS, ARTIFACTS_OF, GITHUB_WORKSPACE, INPUT_NAME, INPUT_PATTERN, INPUT_PATH } = process.env;
const other = process.env["INPUT_RUN-ID"];
if (other && !process.env["INPUT_GITHUB-TOKEN"]) throw new Error("another run's artifacts need github-token");
const folder = join(ARTIFACTS, other || ARTIFACTS_OF);
const target = resolve(GITHUB_WORKSPACE, INPUT_PATH);
if (INPUT_NAME) {
  if (!existsSync(join(folder, INPUT_NAME))) throw new Error(`there is no artifact ${INPUT_NAME}`);
  cpSync(join(folder, INPUT_NAME), target, { recursive: true });
} else {
  const all = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of all.filter((one) => matchesGlob(one, INPUT_PATTERN))) {
    cpSync(join(folder, name), join(target, name), { recursive: true });
  }
}
process.stdout.write(`artifacts brought by node ${process.version}\n`);
