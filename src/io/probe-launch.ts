import { delimiter } from "node:path";

type Environment = Readonly<Record<string, string>>;

/** The probe's name as a plugin. */
export const PLUGIN = "autofix_probe";

const PASSED_ON = ["PYTHONPATH", "PYTEST_ADDOPTS", "PYTEST_PLUGINS"];
/** Longer values are refused by some systems, and one variable holds 128 KiB on Linux. */
const MAX_VARIABLE = 100_000;

/** What a run's environment gets on top, and by how much each variable became longer at its end. */
export interface Launch {
  readonly env: Environment;
  readonly added: Environment;
}

/**
 * The environment in which every pytest that the command starts loads the probe from `folder`. Named twice, since
 * scripts set `PYTEST_ADDOPTS` themselves. tox keeps variables from its environments: it is asked to pass ours on, 3 by
 * `TOX_TESTENV_PASSENV`, 4 by `TOX_OVERRIDE`, wherever an environment has no `pass_env` of its own.
 */
export function launchWithProbe(env: Environment, folder: string): Launch {
  const overrides = ["testenv", "env_run_base"].map((section) => `${section}.pass_env+=${PASSED_ON.join(",")}`);
  const added = {
    PYTEST_ADDOPTS: appended(env["PYTEST_ADDOPTS"], " ", `-p ${PLUGIN}`),
    PYTEST_PLUGINS: appended(env["PYTEST_PLUGINS"], ",", PLUGIN),
    TOX_TESTENV_PASSENV: appended(env["TOX_TESTENV_PASSENV"], " ", PASSED_ON.join(" ")),
    TOX_OVERRIDE: appended(env["TOX_OVERRIDE"], ";", overrides.join(";")),
  };
  const path = [folder, env["PYTHONPATH"]].filter(Boolean).join(delimiter);
  return { env: { ...env, ...extended(env, added), PYTHONPATH: path }, added };
}

/** What pytest's own options can do where it cannot load the probe. */
export interface PytestOptions {
  /** Where its JUnit file is to be. */
  readonly junit: string;
  /** Node ids with absolute paths; null: whatever the command runs. */
  readonly targets: readonly string[] | null;
}

/**
 * The environment in which pytest writes its JUnit file for us, with the files of tests (pytest leaves them out since
 * 6.0). `PYTEST_ADDOPTS` stands between the configuration's options and those of the command line. Undefined when the
 * targets cannot be said in it.
 */
export function launchWithOptions(env: Environment, { junit, targets }: PytestOptions): Environment | undefined {
  if (targets?.some((target) => target.startsWith("-") || /[\r\n\0]/.test(target)) === true) return undefined;
  const words = ["--junitxml", junit, "-o", "junit_family=xunit1", "--maxfail=0", "--continue-on-collection-errors"];
  const added = {
    PYTEST_ADDOPTS: appended(env["PYTEST_ADDOPTS"], " ", [...words, ...(targets ?? [])].map(quoted).join(" ")),
  };
  const changed = { ...env, ...extended(env, added) };
  return (changed["PYTEST_ADDOPTS"] ?? "").length > MAX_VARIABLE ? undefined : changed;
}

/**
 * The command with pytest's own words for the place of its report and for stopping early changed to ours: what stands
 * on the command line wins over any variable. Words in front of `pytest` belong to other programs.
 */
export function withOwnOptions(command: readonly string[], junit: string): string[] {
  const start = command.findIndex((word) => /(?:^|[\\/])(?:pytest|py\.test)(?:\.exe)?$/.test(word));
  return command.map((word, at) => (start < 0 || at <= start ? word : ownOption(word, command[at - 1], junit)));
}

function ownOption(word: string, before: string | undefined, junit: string): string {
  if (/^--junit-?xml=/.test(word)) return `${word.slice(0, word.indexOf("=") + 1)}${junit}`;
  if (/^--junit-?xml$/.test(before ?? "")) return junit;
  if (before === "--maxfail") return "0";
  return /^(?:-x|--exitfirst|--maxfail=.*)$/.test(word) ? "--maxfail=0" : word;
}

function appended(before: string | undefined, separator: string, words: string): string {
  return before ? separator + words : words;
}

function extended(env: Environment, added: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(added).map(([name, words]) => [name, (env[name] ?? "") + words]));
}

/** As Python's shlex reads it, by which pytest splits the variable. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'"'"'`)}'`;
}
