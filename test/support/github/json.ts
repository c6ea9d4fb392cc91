/** Parsed JSON of any shape. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Parses text that this test code or git made; throws on anything else. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at a path of keys; throws when it isn't there, because the schema package changed then. */
export function objectAt(value: Json, ...keys: readonly string[]): JsonObject {
  let found: Json | undefined = value;
  for (const key of keys) {
    found = isObject(found) ? found[key] : undefined;
  }
  if (!isObject(found)) {
    throw new Error(`No object at ${keys.join(" > ")}`);
  }
  return found;
}

/** Applies a function to every value, innermost first. */
export function mapJson(value: Json, change: (value: Json) => Json): Json {
  if (Array.isArray(value)) {
    return change(value.map((item: Json) => mapJson(item, change)));
  }
  if (isObject(value)) {
    return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapJson(item, change)])));
  }
  return change(value);
}

/** The text under a key; throws when it isn't one. */
export function textAt(value: JsonObject, key: string): string {
  const found = value[key];
  if (typeof found !== "string") {
    throw new Error(`No text at ${key}`);
  }
  return found;
}
