/** From where to where something stands; the end is the first character after it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a pattern finds: all of the match behind its first group, which is what stays to be seen. */
export function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index + (match[1]?.length ?? 0);
    return { start, end: match.index + match[0].length };
  });
}

const SCHEME_AND_USER = /(?<=[a-z0-9+.-]):\/\/([^\s:@/?#'"`<>]{0,200}):/gi;
const LONGEST_PASSWORD = 600;
/** GitHub's way to give a token as the user. */
const TOKEN_AS_USER = "x-oauth-basic";

/** Passwords in `scheme+driver://user:password@host`; one may hold `@`, and `/` where no `@` comes before it. */
export function urlPasswords(text: string): Range[] {
  return [...text.matchAll(SCHEME_AND_USER)].flatMap(({ index, 0: before, 1: user = "" }) => {
    const start = index + before.length;
    const rest = /^[^\s'"`<>]*/.exec(text.slice(start, start + LONGEST_PASSWORD))?.[0] ?? "";
    const length = passwordLength(rest);
    const isUserToo = rest.startsWith(TOKEN_AS_USER);
    return length < 1 ? [] : [{ start: isUserToo ? start - user.length - 1 : start, end: start + length }];
  });
}

/** Of what follows the colon behind a user, or behind a host; below one where there is none. */
function passwordLength(rest: string): number {
  const [authority = ""] = rest.split("/", 1);
  const inAuthority = authority.lastIndexOf("@");
  if (inAuthority !== -1) return inAuthority;
  return /^\d{1,5}(?:[/?#]|$)/.test(rest) ? -1 : rest.indexOf("@");
}

/** `https://0123456789abcdef0123@host`: a key in the place of a user. */
const KEY_AS_USER = /(:\/\/)(?=[A-Za-z_-]{0,60}[0-9])[A-Za-z0-9_-]{20,200}(?=@)/g;

const HEADER = "\\bauthorization\\\\{0,2}[\"']?\\s{0,5}";
const OPENING = "[bfru]{0,2}\\\\{0,2}[\"']";
/** `Authorization: Bearer x`, `'authorization': 'Bearer x'`, `(b'authorization', b'Token x')` */
const AUTHORIZATION = new RegExp(
  `(${HEADER}[:=,]\\s{0,5}(?:${OPENING})?(?:basic|bearer|token|digest|apikey|bot|negotiate)\\s{1,5})(?=\\w)[^\\s"',;]{1,8000}`,
  "gi",
);
/** `Authorization: x`, with a digit, because of `authorization: SomeType`. */
const BARE_AUTHORIZATION = new RegExp(
  `(${HEADER}(?::\\s{0,5}(?:${OPENING})?|[=,]\\s{0,5}${OPENING}))(?=[^\\s"',;()\\d]{0,100}\\d)[^\\s"',;()[\\]{}]{16,8000}`,
  "gi",
);
const BEARER = /(\bbearer\s{1,5})(?=[A-Za-z._~+/-]{0,100}\d)[A-Za-z0-9._~+/-]{16,8000}={0,2}/gi;
const BASIC = /(\bbasic\s{1,5})(?=[A-Za-z+/]{0,100}[0-9=])[A-Za-z0-9+/]{12,4000}={0,2}/gi;
const COOKIE =
  /(\b(?:set-)?cookie\\{0,2}["']?\s{0,3}:\s{0,3}\\{0,2}["']?[\w.-]{1,80}=)(?=[^\s"';\d]{0,200}\d)[^\s"';]{12,4000}/gi;

const WORD =
  "(?:passwords?|passwd|passphrase|pwd|secret|credentials?|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|signing[_-]?key|encryption[_-]?key|account[_-]?key|auth[_-]?key)";
/** `SECRET_KEY_2`, `PASSWORD_PROD` */
const TAIL = "(?:[_-]?(?:key|base|value|old|new|prod|production|live|staging|test|dev|[0-9]{1,2})){0,2}";
const TOKEN_NAME = "(?:token|_dsn)";
/** What stands between a name and its value: `=`, `: str =`, `"] =`, `':`, `==`, and what is around a value in a call. */
const BETWEEN =
  "\\\\{0,2}[\"']?\\]?\\s{0,5}(?:[=!]=|:=|=>|:\\s{0,3}[A-Za-z][\\w.| ]{0,40}(?:\\[[\\w., |]{0,40}\\])?\\s{0,3}=|[:=])\\s{0,5}";
const WRAPPED = "(?:\\(\\s{0,40})?(?:(?:\\w{0,20}Secret\\w{0,20}|str|bytes)\\()?[brfuBRFU]{0,2}";

/** The value in its quotes, for each kind of them: escaped, tripled, single. */
function quoted(value: (quote: string) => string): string {
  return ['"""', "'''", '\\\\{1,2}"', "\\\\{1,2}'", '"', "'"]
    .map((quote) => `${quote}(?=${value(quote.at(-1) ?? '"')})`)
    .join("|");
}

function bodyOf(quote: string): string {
  return `(?:[^${quote}\\\\\\n]|\\\\[^${quote}\\n])`;
}

const START_OF_VALUE = quoted(bodyOf);
/** `password='x'`, `DB_PASSWORD: str = "x"`, `os.environ['API_KEY'] = 'x'`, `{\"secret\": \"x\"}`, `SecretStr('x')` */
const NAMED = new RegExp(`${WORD}${TAIL}${BETWEEN}${WRAPPED}(?:${START_OF_VALUE})`, "gi");
/** Parsers have tokens too: only what looks like none of theirs. */
const NAMED_TOKEN = new RegExp(`${TOKEN_NAME}${BETWEEN}${WRAPPED}(?:${START_OF_VALUE})`, "gi");
/** `os.environ.get("DB_PASSWORD", "x")`, `setenv('API_TOKEN', 'x')` */
const NAMED_BEFORE =
  /(?:PASSWORD|PASSWD|_SECRET|_TOKEN|(?:API|SECRET|ACCESS|PRIVATE|SIGNING|ENCRYPTION)_KEY)["'],\s{0,5}["'](?=[^"'\n])/g;

/** Values in quotes behind a name that says what they are. */
export function namedValues(text: string): Range[] {
  const strong = [...valuesOf(text, NAMED), ...valuesOf(text, NAMED_BEFORE)];
  const weak = valuesOf(text, NAMED_TOKEN).filter(({ start, end }) => isTokenLike(text.slice(start, end)));
  return [...strong, ...weak];
}

function valuesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)]
    .filter((match) => !isClosed(text, match))
    .map((match) => valueAt(text, match.index + match[0].length))
    .filter(({ start, end }) => end > start && !NO_VALUE.test(text.slice(start, Math.min(end, start + 200))));
}

/** A place to fill in, a mask, or what follows a quote that ends and does not begin. */
const NO_VALUE = /^(?:(?:\{[^{}]*\}[:@/]?)+|%(?:\(\w*\))?[sr]|<[^<>]*>|\$\{\w+\}|\$[A-Z_]+|\*+|\.{3})$|^[)\],;]/;

/** `prompt='Password: '`: the quote belongs to one that stands before the name. */
function isClosed(text: string, { index = 0, 0: found }: RegExpMatchArray): boolean {
  const outer = /(["'])[\w -]{0,40}$/.exec(text.slice(Math.max(0, index - 41), index))?.[1];
  return outer !== undefined && found.endsWith(outer) && !found.slice(0, -1).includes(outer);
}

const LONGEST_VALUE = 4000;

/** Up to the quote that opened it, or to the end of the line. */
function valueAt(text: string, start: number): Range {
  const quote = text[start - 1] ?? '"';
  const ending = text[start - 2] === "\\" ? `\\${quote}` : quote;
  const line = /^[^\n]*/.exec(text.slice(start, start + LONGEST_VALUE))?.[0] ?? "";
  if (ending !== quote) {
    const end = line.indexOf(ending);
    return { start, end: start + (end === -1 ? line.length : end) };
  }
  const body = new RegExp(`^(?:[^${quote}\\\\]|\\\\.)*`).exec(line)?.[0] ?? "";
  return { start, end: start + body.length };
}

function isTokenLike(value: string): boolean {
  return value.length >= 16 ? !/\s/.test(value) : value.length >= 8 && /\d/.test(value) && /^[\w.~+/=:-]+$/.test(value);
}

const UNQUOTED: readonly RegExp[] = [
  // A listing of the environment, a .env file: `DB_PASSWORD=x`
  /((?<![\w.(,-])(?:[A-Z][A-Z0-9_]{0,60})?(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|APIKEY|_KEY|_PWD)(?:_[A-Z0-9_]{1,20})?=)(?!\$[{(]|\$[A-Z_]+(?:[\s"']|$)|['"({[])[^\s"'()[\]{},]{6,4000}(?=[\s"']|$)/gm,
  // A connection string: `host=h password=x`, `Server=h;Pwd=x;`
  /(\b(?:host|hostaddr|server|data source|user|user id|uid|dbname|database|port)=[^\n=,()]{1,80}(?:=[^\n=,()]{1,80}){0,6}?\b(?:password|pwd)=)[^\s;"'),]{2,200}/gi,
  /(\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig)=)[A-Za-z0-9+/=%]{20,200}/g,
  // An address: `?api_key=x&token=y`
  /([?&](?:[\w-]{0,30}[_-])?(?:password|passwd|pwd|secret|token|api[_-]?key|apikey|access[_-]?key|client[_-]?secret|sig|signature|auth)=)[^&\s"'#<>\\]{4,2000}/gi,
  // The words of a command: `--password x`
  /(\s--?(?:[a-z]{1,20}-){0,3}(?:password|passwd|secret|token|api-?key)(?:=| (?=[^\s"']{0,80}\d)))(?![A-Z_]{1,40}\b|-)[^\s"'(){}[\]<>,;]{6,2000}/g,
  // A line of YAML, of a log: only with a digit, because of `password: str`
  /((?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key):[ \t]{1,5})(?=[^\s\d]{0,80}\d)[^\s"'(),;[\]{}=]{6,2000}(?=\s*$)/gim,
  // Amazon's, whatever is around it
  /(secret_?-?access_?-?key["']?\s{0,5}(?:=>|[:=])\s{0,5}["']?)[A-Za-z0-9/+=]{40}(?![A-Za-z0-9/+=])/gi,
  // The .npmrc and .netrc files
  /((?<![A-Za-z0-9])_auth(?:Token)?=)(?!\$)[^\s"']{4,2000}/g,
  /(\bmachine\s{1,5}\S{1,200}\s{1,5}login\s{1,5}\S{1,200}\s{1,5}password\s{1,5})\S{1,200}/g,
];

export const PLACES: readonly RegExp[] = [
  KEY_AS_USER,
  AUTHORIZATION,
  BARE_AUTHORIZATION,
  BEARER,
  BASIC,
  COOKIE,
  ...UNQUOTED,
];
