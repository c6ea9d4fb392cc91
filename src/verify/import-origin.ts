import type { Failure } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";

/** Where packages are installed to; a Debian system calls it `dist-packages`. */
const INSTALLED = /(?:^|\/)(?:site|dist)-packages\//;

/** A file of the checkout whose installed copy is what the tests run. */
export interface ForeignCopy {
  /** In the checkout. */
  readonly path: string;
  /** What ran in its stead. */
  readonly importedFrom: string;
}

/**
 * A patched file that the failing tests ran from an installed copy: the project was installed without `-e`, and no edit
 * of the checkout can have an effect. Told by the tracebacks; undefined when they show no such copy.
 */
export function foreignCopy(paths: readonly string[], run: TestRun): ForeignCopy | undefined {
  const frames = run.failures.flatMap(framesOf).map((path) => path.replaceAll("\\", "/"));
  const ran = new Set(frames);
  for (const path of paths.filter((each) => !ran.has(each))) {
    const importedFrom = frames.find((frame) => isCopyOf(path, frame));
    if (importedFrom !== undefined) return { path, importedFrom };
  }
  return undefined;
}

/** `src/shop/api.py` is installed as `shop/api.py`: below a folder of packages, the end of our path. */
function isCopyOf(path: string, frame: string): boolean {
  const match = INSTALLED.exec(frame);
  if (!match) return false;
  const installed = frame.slice(match.index + match[0].length);
  return installed.includes("/") && (path === installed || path.endsWith(`/${installed}`));
}

function framesOf({ frames, chain }: Failure): string[] {
  return [frames, ...chain.map((link) => link.frames)].flat().map(({ path }) => path);
}
