import { cpSync, existsSync, mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const { ARTIFACTS, ARTIFACTS_OF, GITHUB_WORKSPACE, INPUT_NAME, INPUT_PATH } = process.env;
const file = resolve(GITHUB_WORKSPACE, INPUT_PATH);
const folder = join(ARTIFACTS, ARTIFACTS_OF, INPUT_NAME);
if (INPUT_PATH !== "" && existsSync(file)) {
  if (existsSync(folder)) throw new Error(`an artifact called ${INPUT_NAME} is there already`);
  mkdirSync(folder, { recursive: true });
  cpSync(file, join(folder, basename(file)));
} else if (process.env["INPUT_IF-NO-FILES-FOUND"] === "error") throw new Error(`there is no file ${INPUT_PATH}`);
