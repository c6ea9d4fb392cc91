import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, parentOf, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded, refuseFirst } from "../added.ts";
import { isPartOfText, textOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { isAmong, mentionsIn, plainName } from "../code/mentions.ts";
import { productOnly } from "../product-only.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-file-access";

const READS = "which reads files, as nothing in these files did before";
const CHANGES = "which changes files, as nothing in these files did before";

const CHANGING_PARTS_OF_OS =
  "remove unlink rename renames replace rmdir removedirs mkdir makedirs chmod chown symlink link truncate write open mkfifo utime";
const CHANGING = [
  ...CHANGING_PARTS_OF_OS.split(" ").map((name) => `os.${name}`),
  "shutil",
  "tempfile",
  "fileinput",
  "logging.FileHandler",
  "logging.handlers.RotatingFileHandler",
];
const READING = [
  "builtins.open",
  "io.open",
  "io.FileIO",
  "codecs.open",
  "os.walk",
  "os.listdir",
  "os.scandir",
  "glob",
  "mmap",
];
/** Methods of a path, whatever holds it. */
const CHANGING_METHODS = ["write_text", "write_bytes", "unlink", "rmdir", "symlink_to", "hardlink_to", "rmtree"];
const READING_METHODS = ["read_text", "read_bytes", "iterdir", "rglob"];

/** Where secrets lie, and what decides how code is run: no patch of a model has business there. */
const PLACE =
  /(?:^|[/\\"'\s])(?:~\/|\/proc\/|\/etc\/|\/root\/|\/var\/run\/|\.ssh\b|\.netrc\b|\.aws\b|\.azure\b|\.kube\b|\.docker\b|\.config\/gcloud|\.pypirc\b|\.npmrc\b|\.git\/|\.github\/|\.env\b|id_(?:rsa|ed25519|ecdsa)\b|GITHUB_(?:ENV|OUTPUT|PATH))/;

/**
 * A model's patch may not begin to read or change files where the changed files did no such thing before, nor name a
 * place where secrets lie: what it was shown could have asked for that. Recipes are not asked by anybody.
 */
export const noFileAccessRule: GuardRule = {
  id: RULE,
  check(input) {
    if (input.candidate.origin.kind !== "llm") return [];
    const product = productOnly(input);
    return [...refuseFirst(RULE, product, accessIn), ...refuseAdded(RULE, product, placesIn)];
  },
};

function accessIn(module: PythonModule): Finding[] {
  const named = mentionsIn(module)
    .filter(({ isImport }) => !isImport)
    .flatMap(({ dotted, node }) => {
      const reads = isAmong(dotted, READING);
      if (!reads && !isAmong(dotted, CHANGING)) return [];
      return [findingOf(node, plainName(dotted), !reads || isForWriting(module, node))];
    });
  const methods = walkNodes(module).flatMap((node) => {
    const name = node.kind === "Attribute" ? (word(node, "attr") ?? "") : "";
    const changes = CHANGING_METHODS.includes(name);
    return changes || READING_METHODS.includes(name) ? [findingOf(node, `.${name}`, changes)] : [];
  });
  return [...named, ...methods];
}

function findingOf(node: PythonNode, name: string, changes: boolean): Finding {
  return { node, reason: `adds \`${name}\`, ${changes ? CHANGES : READS}`, key: changes ? CHANGES : READS };
}

/** `open(path, "w")`, and a mode that is no literal. */
function isForWriting(module: PythonModule, node: PythonNode): boolean {
  const call = parentOf(module, node);
  if (call?.kind !== "Call" || child(call, "func") !== node) return false;
  const keyword = children(call, "keywords").find((entry) => word(entry, "arg") === "mode");
  const mode = children(call, "args")[1] ?? (keyword && child(keyword, "value"));
  return mode !== undefined && /[wax+]/.test(textOf(mode) ?? "w");
}

function placesIn(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    const text = isPartOfText(module, node) ? undefined : textOf(node);
    if (text === undefined || !PLACE.test(text) || parentOf(module, node)?.kind === "Expr") return [];
    return [{ node, reason: `names \`${text.slice(0, 80)}\`, a place that no patch has to know`, key: text }];
  });
}
