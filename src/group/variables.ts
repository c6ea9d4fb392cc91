import type { Scene, Thrown } from "./scene.ts";

/** Libraries that read settings from the environment and say which one they miss; the name is the first group. */
const READERS: readonly { readonly type: RegExp; readonly message: RegExp; readonly path: RegExp }[] = [
  { type: /^UndefinedValueError$/, message: /^(\w+) not found\. Declare it as envvar/, path: /decouple/ },
  { type: /^Env\w*Error$/, message: /^Environment variable "(\w+)" (?:not set|invalid)/, path: /environs/ },
  { type: /^ImproperlyConfigured$/, message: /^Set the (\w+) environment variable/, path: /environ\// },
  { type: /^KeyError$/, message: /^"Config '(\w+)' is missing, and has no default\."/, path: /starlette\/config/ },
  {
    type: /^ImproperlyConfigured$/,
    message: /You must either define the environment variable (DJANGO_SETTINGS_MODULE) or call/,
    path: /django\/conf/,
  },
];

/** Says which environment variable is missing, when it was the environment itself or a reader of settings that said so. */
export function missingVariable(thrown: Thrown, scene: Scene): string | undefined {
  const name = fromEnviron(thrown) ?? fromReader(thrown);
  if (name !== undefined) return adviceFor([name], scene);
  const fields = settingsFields(thrown);
  return fields === undefined ? undefined : adviceFor(fields, scene);
}

function adviceFor(names: readonly string[], { droppedVariables }: Scene): string {
  const list = names.join(", ");
  const dropped = droppedVariables.filter((name) => names.some((one) => one.toLowerCase() === name.toLowerCase()));
  if (dropped.length > 0) {
    return `The variable ${dropped.join(", ")} was kept from the tests, as it may hold a credential; name it in the input \`env-allow\`.`;
  }
  return `The environment variable ${list} is not set; set it under \`env:\` of this step, as the test step has it.`;
}

/** `os.environ[...]` raises in the standard library's own frame; a dictionary of the project has none. */
function fromEnviron({ name, message, innermost }: Thrown): string | undefined {
  if (name !== "KeyError" || innermost?.function !== "__getitem__") return undefined;
  if (!/(?:^<frozen os>$|(?:^|\/)os\.py$)/.test(innermost.path.replaceAll("\\", "/"))) return undefined;
  return /^['"]?([A-Za-z_]\w*)['"]?$/.exec(message)?.[1];
}

function fromReader({ name, message, innermost, owner }: Thrown): string | undefined {
  if (owner === "project" || owner === "test") return undefined;
  const path = innermost?.path ?? "";
  const reader = READERS.find((one) => one.type.test(name) && one.path.test(path.replaceAll("\\", "/")));
  return reader?.message.exec(message)?.[1];
}

/** pydantic's settings: every complaint is about a field that nothing set. */
function settingsFields({ name, message, frames }: Thrown): readonly string[] | undefined {
  const isSettings = frames.some(({ path }) =>
    /pydantic_settings\/|pydantic\/(?:v1\/)?env_settings/.test(path.replaceAll("\\", "/")),
  );
  if (name !== "ValidationError" || !isSettings) return undefined;
  const total = Number(/^(\d{1,4}) validation errors? for /.exec(message)?.[1] ?? 0);
  const missing = [
    ...message.matchAll(
      /^([A-Za-z_]\w{0,100})\n  (?:Field required \[type=missing|field required \(type=value_error\.missing)/gm,
    ),
  ];
  return total > 0 && missing.length === total ? missing.map((match) => (match[1] ?? "").toUpperCase()) : undefined;
}
