import { z } from "zod";
import type { Problem } from "../problem.ts";
import type { InputDefinition } from "./input-definition.ts";

/** A value and what was wrong with its text; with a problem the value is a stand-in that nobody uses. */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

export function good<T>(value: T): Reading<T> {
  return { value, problems: [] };
}

export function bad<T>(value: T, problem: Problem): Reading<T> {
  return { value, problems: [problem] };
}

/** `true` and `false` in the spellings of YAML 1.2, as @actions/core takes them; nothing else. */
export function readBoolean(name: string, text: string): Reading<boolean> {
  if (/^(?:true|True|TRUE)$/.test(text)) return good(true);
  if (/^(?:false|False|FALSE)$/.test(text)) return good(false);
  return bad(false, wrongValue(name, text, "It takes true or false."));
}

/** A whole number in decimal digits inside the input's range; no sign, no unit, no exponent. */
export function readInteger(input: InputDefinition, text: string): Reading<number> {
  const { minimum, maximum } = input.range ?? { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= minimum && value <= maximum) return good(value);
  return bad(minimum, wrongValue(input.name, text, `It takes a whole number from ${minimum} to ${maximum}.`));
}

/** One of the listed values, spelt exactly so. */
export function readChoice<T extends string>(name: string, text: string, allowed: readonly [T, ...T[]]): Reading<T> {
  const value = allowed.find((entry) => entry === text);
  if (value !== undefined) return good(value);
  return bad(allowed[0], wrongValue(name, text, `It takes ${allowed.join(", ")}.`));
}

/** Entries on lines of their own or separated by commas; a comma inside `{a,b}` belongs to the glob. Empty ones drop out. */
export function splitList(text: string): readonly string[] {
  const entries = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth += 1;
    if (character === "}") depth = Math.max(0, depth - 1);
    if (character === "\n" || (character === "," && depth === 0)) {
      entries.push("");
      depth = 0;
    } else entries[entries.length - 1] += character;
  }
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

/** A path or glob inside the repository: relative, and never upwards out of it. */
export function readInsidePath(name: string, path: string): Reading<string> {
  const steps = path.replace(/^!/, "").split(/[\\/]/);
  const outside = steps[0] === "" || steps[0]?.startsWith("~") || /^[A-Za-z]:/.test(path) || steps.includes("..");
  if (!outside) return good(path);
  return bad(path, {
    code: "path-outside-repository",
    what: `The input ${name} holds ${quote(path)}.`,
    why: "Only files inside the repository can be meant there.",
    next: `Write ${name} relative to the repository root, with / and without ..`,
  });
}

/** A name of an environment variable, `*` for any text in it. */
export function readVariableName(name: string, text: string): Reading<string> {
  if (/^[A-Za-z_*][A-Za-z0-9_*]{0,200}$/.test(text)) return good(text);
  return bad(
    text,
    wrongValue(name, text, "It takes names of environment variables: letters, digits, _ and * for any text."),
  );
}

/** A login of GitHub, of a bot with or without its suffix; never a pattern. */
export function readLogin(name: string, text: string): Reading<string> {
  if (/^[A-Za-z0-9][\w-]{0,99}(?:\[bot\])?$/.test(text)) return good(text);
  return bad(text, wrongValue(name, text, "It takes logins, each in full; there is no sign for all."));
}

/** The file name of a workflow, without its folder. */
export function readWorkflowFile(name: string, text: string): Reading<string> {
  if (/^[\w.-]{1,100}\.ya?ml$/.test(text)) return good(text);
  return bad(text, wrongValue(name, text, "It takes the name of a file below .github/workflows, such as ci.yml."));
}

/** A JSON array of words, or undefined when the text is none. */
export function decodeWords(text: string): readonly string[] | undefined {
  try {
    return z.array(z.string()).min(1).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function wrongValue(name: string, text: string, takes: string): Problem {
  return {
    code: "input-value",
    what: `The input ${name} is ${quote(text)}.`,
    why: takes,
    next: `Change the line "${name}:" under "with:" of the step.`,
  };
}

/** Foreign text for one line of a message: JSON escapes control characters, and the length is bounded. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
