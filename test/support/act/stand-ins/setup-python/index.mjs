import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = mkdtempSync(join(process.env.RUNNER_TEMP, "pip-"));
writeFileSync(join(folder, "pip"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
appendFileSync(process.env.GITHUB_PATH, `${folder}\n`);
