import { credentials } from "./credentials.ts";
import { urlPasswords } from "./secret-places.ts";

/** Shorter values would mask ordinary words. */
const SHORTEST_SECRET = 8;

/** `PGPASSWORD`, `DB_PASSWORD_2`, `INPUT_GITHUB-TOKEN`, `DEPLOY_KEY` */
const SECRET_NAME =
  /(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|APIKEY|CREDENTIAL)S?(?:[_-]|\d*$)|(?:^|[_-])(?:PASS|PWD|KEY|AUTH)(?:[_-]|\d*$)/;
/** Where the shell stands, in these two. */
const FOLDERS = new Set(["PWD", "OLDPWD"]);

/**
 * Values of environment variables that must not be published: of variables whose name says so, and under any name what
 * looks like a credential, passwords inside URLs among it, also as they read decoded. Nothing shorter than eight characters.
 */
export function secretValues(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const values = Object.entries(environment).flatMap(([name, value = ""]) => {
    const passwords = urlPasswords(value).map(({ start, end }) => value.slice(start, end));
    if (passwords.length > 0) return passwords.flatMap((password) => [password, decoded(password)]);
    const upper = name.toUpperCase();
    if (SECRET_NAME.test(upper) && !FOLDERS.has(upper)) return [value, ...value.split("\n")].map((part) => part.trim());
    const found = credentials(value).map(({ start, end }) => value.slice(start, end));
    return found.flatMap((part) => [part, ...part.split("\n")].map((line) => line.trim()));
  });
  return [...new Set(values)].filter((value) => value.length >= SHORTEST_SECRET);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone percent sign
  }
}

const known = new WeakMap<readonly string[], readonly string[]>();

/**
 * The values in every form in which they may stand in a text: as they are, escaped for JSON, Python, XML and addresses, in
 * hexadecimal, and in Base64 at any place of a longer text. The longest first.
 */
export function formsOf(values: readonly string[]): readonly string[] {
  const found = known.get(values);
  if (found) return found;
  const all = values.filter((value) => value !== "").flatMap((value) => [value, ...otherForms(value)]);
  const forms = [...new Set(all)].sort((left, right) => right.length - left.length);
  known.set(values, forms);
  return forms;
}

function otherForms(value: string): string[] {
  const escaped = JSON.stringify(value).slice(1, -1);
  const python = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  const bytes = new TextEncoder().encode(value);
  const encoded = [...addressForms(new TextDecoder().decode(bytes)), ...base64Forms(bytes), ...hexForms(bytes)];
  return [
    escaped,
    python,
    python.replaceAll("'", "\\'"),
    xml(value),
    ...encoded.filter(({ length }) => length >= SHORTEST_SECRET),
  ].filter((form) => form !== value);
}

/** As JavaScript and Python do it: with and without slashes, with `+` for blanks, in both cases. */
function addressForms(value: string): string[] {
  const strict = encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const all = [strict, encodeURIComponent(value), strict.replaceAll("%2F", "/"), strict.replaceAll("%20", "+")];
  return [...all, ...all.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}

/** What is the same whatever stands before and after the value; both alphabets. */
function base64Forms(bytes: Uint8Array): string[] {
  const standard = [0, 1, 2].map((before) => {
    const padded = [...[0, 0].slice(0, before), ...bytes, 0, 0];
    const whole = btoa(padded.map((byte) => String.fromCharCode(byte)).join(""));
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [...standard, ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))];
}

function hexForms(bytes: Uint8Array): string[] {
  const lower = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [lower, lower.toUpperCase()];
}

function xml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
