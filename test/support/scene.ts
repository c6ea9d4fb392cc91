import type { Scene } from "../../src/group/scene.ts";

/** A project whose files are these; those below `tests/` are its tests. */
export function sceneOf(files: Readonly<Record<string, string>>, change: Partial<Scene> = {}): Scene {
  const paths = Object.keys(files);
  return {
    trackedFiles: paths,
    testFiles: new Set(paths.filter((path) => path.startsWith("tests/"))),
    textOf: (path) => files[path],
    definesClass: (name) => Object.values(files).some((text) => text.includes(`class ${name}`)),
    interpreter: { executable: "/usr/bin/python3", version: "3.13.1", packages: { pytest: "9.0.0" } },
    droppedVariables: [],
    ...change,
  };
}
