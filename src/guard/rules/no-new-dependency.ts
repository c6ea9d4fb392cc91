import { importedFile } from "../../syntax/imported-file.ts";
import type { PythonModule } from "../../domain/python.ts";
import { children, word } from "../../syntax/tree.ts";
import { type Finding, refuseFirst } from "../added.ts";
import { walkNodes } from "../code/find.ts";
import type { GuardInput, GuardRule } from "../rule.ts";
import { listOf } from "../tracked-files.ts";
import { isStandardLibrary } from "../../syntax/standard-library.ts";

const RULE = "no-new-dependency";

/** What a patch imports is Python's own, the project's, installed, or imported by the project already. */
export const noNewDependencyRule: GuardRule = {
  id: RULE,
  check(input) {
    const known = new Set(
      [...input.modules.values(), ...input.before.values()].flatMap((module) => packagesIn(module)),
    );
    const files = listOf(input.trackedFiles);
    return refuseFirst(RULE, input, (module) =>
      importsIn(module).filter(({ key }) => !known.has(key) && !isAtHand(key, { module, files, input })),
    );
  },
};

function packagesIn(module: PythonModule): string[] {
  return importsIn(module).map(({ key }) => key);
}

/** Absolute imports with the package they name as their key. */
function importsIn(module: PythonModule): (Finding & { readonly key: string })[] {
  return walkNodes(module).flatMap((node) => {
    const isFrom = node.kind === "ImportFrom" && !node.fields["level"];
    const names = isFrom ? [word(node, "module") ?? ""] : node.kind === "Import" ? aliasesOf(node) : [];
    return names.map((name) => {
      const top = name.split(".")[0] ?? name;
      return { node, key: top, reason: `imports \`${top}\`, which the project does not use and is not installed` };
    });
  });
}

function aliasesOf(node: Finding["node"]): string[] {
  return children(node, "names").map((alias) => word(alias, "name") ?? "");
}

interface Surroundings {
  readonly module: PythonModule;
  readonly files: readonly string[];
  readonly input: GuardInput;
}

function isAtHand(top: string, { module, files, input }: Surroundings): boolean {
  if (isStandardLibrary(top)) return true;
  const distribution = top.toLowerCase().replaceAll("_", "-");
  if (distribution in input.packages) return true;
  if (importedFile(files, module.path, { source: top, level: 0 }) !== undefined) return true;
  // A package without `__init__.py`.
  return files.some((file) => file.endsWith(".py") && (file.startsWith(`${top}/`) || file.includes(`/${top}/`)));
}
