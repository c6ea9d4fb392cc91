import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type ActRun, runAct } from "../../support/act/run-act.ts";
import type { RunnerEvent } from "../../support/github/events.ts";
import type { Github } from "../../support/github/server.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const OURS = "your-org/autofix-action";

/** Text of a layout as readers copy it. */
export function layout(name: string): string {
  return readFileSync(path.join(ROOT, "docs/workflows", name), "utf8");
}

export interface LayoutRequest {
  readonly github: Github;
  readonly event: RunnerEvent;
  /** File below `.github/workflows/` of the checked-out commit. */
  readonly workflow: string;
  /** Interpreter with the project's requirements. */
  readonly python: string;
  /** Folder with the artifacts of all runs, and the number of this one. */
  readonly artifacts: string;
  readonly run?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Runs a layout with act: our bundle as it is, and stand-ins for the actions that cannot be had offline. */
export async function runLayout(request: LayoutRequest): Promise<ActRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "layout-"));
  const bin = path.dirname(request.python);
  try {
    return await runAct({
      ...request,
      workflow: `.github/workflows/${request.workflow}`,
      actions: actionsFor(folder),
      isCheckingOut: true,
      environment: {
        VIRTUAL_ENV: path.dirname(bin),
        ARTIFACTS: request.artifacts,
        ARTIFACTS_OF: request.run ?? "700001",
      },
      paths: [bin],
      timeoutMilliseconds: 580_000,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every `uses:` of the layouts, by the very text behind it. */
function actionsFor(folder: string): Readonly<Record<string, string>> {
  const names = globSync("docs/workflows/*.yml", { cwd: ROOT }).flatMap((file) =>
    [...readFileSync(path.join(ROOT, file), "utf8").matchAll(/uses: (\S+)/g)].map((match) => match[1] ?? ""),
  );
  return Object.fromEntries([...new Set(names)].map((name) => [name, placeOf(name, folder)]));
}

function placeOf(name: string, folder: string): string {
  const [action = ""] = name.split("@");
  const place = path.join(folder, action.replace("/", "-"));
  if (action === OURS) {
    for (const part of ["action.yml", "dist"]) {
      cpSync(path.join(ROOT, part), path.join(place, part), { recursive: true });
    }
  } else {
    mkdirSync(place, { recursive: true });
    cpSync(path.join(ROOT, "test/support/act/stand-ins", path.basename(action)), place, { recursive: true });
  }
  return place;
}
