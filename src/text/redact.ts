/** What stands in the place of a secret. */
const MASK = "***";

/** Shorter values would mask ordinary words. */
const SHORTEST_SECRET = 8;

/** `scheme://user:password@`, `scheme+driver://user:password@`, `scheme://:password@`; each part is bounded. */
const URL_PASSWORD =
  /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/?#'"]{0,200}:)(?!\d{1,5}[/?#])(?:[^\s/'"]{1,500}|[^\s@'"]{1,500})(?=@)/gi;

/** `Authorization: Bearer x`, `AUTHORIZATION: basic x`, `'authorization': 'Bearer x'` */
const AUTHORIZATION = /(\bauthorization["']?\s{0,5}[:=]\s{0,5}["']?(?:basic|bearer|token)\s{1,5})([^\s"',;]{1,4000})/gi;

const SECRET_WORD = "(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)";
/** `password='x'`, `DB_PASSWORD: "x"`, `'api_key': 'x'`; the value is quoted, so a name or a call is none. */
const QUOTED = new RegExp(
  `((?<![\\w-])[\\w-]{0,40}${SECRET_WORD}["']?\\s{0,5}[:=]\\s{0,5}[brfu]{0,2})(?:"([^"\\n]{1,2000})"|'([^'\\n]{1,2000})')`,
  "gi",
);

/** Tokens known by their shape: GitHub, OpenAI and alike, AWS, Slack, JSON Web Tokens. */
const KNOWN_SHAPES = [
  /\bgh[oprsu]_[A-Za-z0-9]{20,255}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,255}/g,
  /\bsk-[A-Za-z0-9_-]{20,255}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g,
  /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}(?:\.[A-Za-z0-9_-]{0,4000})?/g,
];

/** Up to its last line, or as far as it goes where it was cut off. */
const PEM =
  /-----BEGIN ([A-Z ]{0,40}PRIVATE KEY)-----(?:[A-Za-z0-9+/=\s\\:,]|-(?!-)){0,20000}(?:-----END [A-Z ]{0,60}-----)?/g;

/**
 * The text without what looks like a credential, and without the given exact values. Every pattern is bounded, so the
 * time is linear in the length of the text.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const byValue = [...secrets].sort((left, right) => right.length - left.length).reduce(hideValue, text);
  const byPlace = byValue
    .replace(PEM, (_, kind: string) => `-----BEGIN ${kind}-----${MASK}`)
    .replace(URL_PASSWORD, `$1${MASK}`)
    .replace(AUTHORIZATION, `$1${MASK}`)
    .replace(QUOTED, (_, start: string, double?: string) =>
      double === undefined ? `${start}'${MASK}'` : `${start}"${MASK}"`,
    );
  return KNOWN_SHAPES.reduce((rest, shape) => rest.replace(shape, MASK), byPlace);
}

/** A password that is a plain word, `postgres`, must not take the front off `postgresql`. */
function hideValue(text: string, secret: string): string {
  if (secret === "") return text;
  if (!/^[A-Za-z]{1,15}$/.test(secret)) return text.replaceAll(secret, MASK);
  return text.replace(new RegExp(`(?<![A-Za-z0-9])${secret}(?![A-Za-z0-9])`, "g"), MASK);
}

const SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|KEY|APIKEY|AUTH)(?:_|$)/;
const PASSWORD_IN_URL = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/]{0,200}:([^\s/]{1,500})@/i;
/** Where the shell stands, in these two. */
const FOLDERS = new Set(["PWD", "OLDPWD"]);

/**
 * Values of environment variables that must not be published: of variables whose name says so, and passwords inside
 * URLs under any name, also as they read decoded. Nothing shorter than eight characters.
 */
export function secretValues(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const values = Object.entries(environment).flatMap(([name, value = ""]) => {
    const password = PASSWORD_IN_URL.exec(value)?.[1];
    if (password !== undefined) return [password, decoded(password)];
    const upper = name.toUpperCase();
    if (!SECRET_NAME.test(upper) || FOLDERS.has(upper)) return [];
    return [value, ...value.split("\n")].map((part) => part.trim());
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
