/** A credential as people leave it lying around. */
export interface PlantedSecret {
  readonly name: string;
  /** As it stands in a text. */
  readonly text: string;
  /** The part that must not be seen. */
  readonly secret: string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits that nobody wrote by hand, the same each time: no real credential, and no scanner's finding. */
export function madeUp(length: number, seed: number, letters = LETTERS): string {
  let state = seed * 7919 + 17;
  const next = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return letters[Math.floor((state / 2_147_483_648) * letters.length)] ?? "";
  };
  return Array.from({ length }, next).join("");
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const webPart = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function whole(name: string, text: string): PlantedSecret {
  return { name, text, secret: text };
}

function inside(name: string, secret: string, around: (secret: string) => string): PlantedSecret {
  return { name, text: around(secret), secret };
}

/** The 21 that a run must never give away: tokens, keys, passwords in addresses of every kind, headers, assignments. */
export const SECRETS: readonly PlantedSecret[] = [
  whole("GitHub, of a person", `ghp_${madeUp(36, 1)}`),
  whole("GitHub, of an app", `ghs_${madeUp(36, 2)}`),
  whole("GitHub, fine-grained", `github_pat_${madeUp(22, 3)}_${madeUp(59, 4)}`),
  whole("OpenAI", `sk-proj-${madeUp(74, 5)}T3BlbkFJ${madeUp(74, 6)}`),
  whole("Anthropic", `sk-ant-api03-${madeUp(93, 7)}AA`),
  whole("AWS key id", `AKIA${madeUp(16, 8, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`),
  inside("AWS secret", madeUp(40, 9), (secret) => `aws_secret_access_key = ${secret}`),
  inside("PostgreSQL", madeUp(14, 10), (secret) => `postgresql://shop:${secret}@db:5432/shop`),
  inside("MySQL", madeUp(14, 11), (secret) => `mysql://shop:${secret}@db/shop`),
  inside("MongoDB", madeUp(14, 12), (secret) => `mongodb+srv://shop:${secret}@cluster0.mongodb.net/shop`),
  inside("basic auth", madeUp(14, 13), (secret) => `https://deploy:${secret}@pypi.acme.dev/simple`),
  whole("Slack", `xoxb-${madeUp(12, 14, "123456789")}-${madeUp(12, 15, "123456789")}-${madeUp(24, 16)}`),
  whole("npm", `npm_${madeUp(36, 17)}`),
  inside("asyncpg", madeUp(14, 18), (secret) => `postgresql+asyncpg://shop:${secret}@db:5432/shop`),
  inside("Redis", madeUp(14, 19), (secret) => `redis://:${secret}@cache:6379/0`),
  whole("JSON Web Token", `${webPart({ alg: "HS256" })}.${webPart({ sub: madeUp(10, 20) })}.${madeUp(43, 21)}`),
  inside("git's header", base64(`x-access-token:${madeUp(30, 22)}`), (secret) => `AUTHORIZATION: basic ${secret}`),
  inside("assignment", `${madeUp(8, 23)}-${madeUp(6, 24)}!`, (secret) => `connect(password='${secret}')`),
  inside(
    "private key",
    madeUp(64, 25),
    (secret) => `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`,
  ),
  whole("Stripe", `sk_live_${madeUp(24, 26)}`),
  whole("Google", `AIza${madeUp(35, 27)}`),
];

const ENDS_OF_BASE64 = 3;

/** The secret as it may be written: itself, for addresses, in Base64 at each of the three places of a longer text. */
export function writtenForms({ secret }: PlantedSecret): readonly string[] {
  const inBase64 = ["", "x", "xy"].map((before) =>
    base64(`${before}${secret}`).slice(ENDS_OF_BASE64 + 1, -ENDS_OF_BASE64 - 1),
  );
  return [secret, encodeURIComponent(secret), ...inBase64];
}

const PIECE = 12;

/** Each piece of a secret of twelve characters, in any form, that stands in a text: a cut one is given away too. */
export function leaksIn(text: string, secrets: readonly PlantedSecret[] = SECRETS): string[] {
  return secrets.flatMap((planted) => {
    const forms = writtenForms(planted).filter(({ length }) => length >= PIECE);
    const pieces = forms.flatMap((form) =>
      Array.from({ length: form.length - PIECE + 1 }, (_, at) => form.slice(at, at + PIECE)),
    );
    const found = pieces.find((piece) => text.includes(piece) && !HARMLESS.some((words) => words.includes(piece)));
    return found === undefined
      ? []
      : [`${planted.name}: ${text.slice(Math.max(0, text.indexOf(found) - 60)).slice(0, 160)}`];
  });
}

/** The beginnings that say what a key is for, and nothing else. */
const HARMLESS = ["sk-ant-api03-", base64("x-access-token:")];
