import { describe, expect, test } from "vitest";
import { redact, secretValues } from "../../../src/text/redact.ts";

const LETTERS = "Ab3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6";

describe("secrets", () => {
  test.each([
    ["postgresql+asyncpg://ada:hunter2@db:5432/shop", "postgresql+asyncpg://ada:***@db:5432/shop"],
    ["(postgresql://ada:p:w@h/x)", "(postgresql://ada:***@h/x)"],
    ["postgresql://ada:p@ss@h/x", "postgresql://ada:***@h/x"],
    ["user postgres of postgresql://h", "user *** of postgresql://h"],
    ["mysql://root:a/b#c@h", "mysql://root:***@h"],
    ["redis://:pw@cache:6379/0", "redis://:***@cache:6379/0"],
    ["https://x-access-token:abc@github.com/o/r", "https://x-access-token:***@github.com/o/r"],
    ["Authorization: Bearer abc.def", "Authorization: Bearer ***"],
    ["AUTHORIZATION: basic eDp5", "AUTHORIZATION: basic ***"],
    ["{'authorization': 'Bearer abc'}", "{'authorization': 'Bearer ***'}"],
    ["connect(password='hunter2')", "connect(password='***')"],
    ['DB_PASSWORD = "hunter2"', 'DB_PASSWORD = "***"'],
    ["{'api_key': 'abc'}", "{'api_key': '***'}"],
    ["Settings(client_secret=b'abc', debug=True)", "Settings(client_secret=b'***', debug=True)"],
    ["passwd: 'x y'", "passwd: '***'"],
    [`token ghp_${LETTERS}`, "token ***"],
    [`ghs_${LETTERS}`, "***"],
    [`github_pat_11${LETTERS}_${LETTERS}`, "***"],
    [`key sk-proj-${LETTERS} is wrong`, "key *** is wrong"],
    ["AKIAABCDEFGHIJKLMNOP", "***"],
    [`xoxb-${LETTERS}`, "***"],
    [`eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${LETTERS}`, "***"],
    [
      "-----BEGIN RSA PRIVATE KEY-----\nMIIB\nabc=\n-----END RSA PRIVATE KEY----- end",
      "-----BEGIN RSA PRIVATE KEY-----*** end",
    ],
    ["-----BEGIN PRIVATE KEY-----\nMIIB\nabc=", "-----BEGIN PRIVATE KEY-----***"],
    ["it said verysecretvalue, twice: verysecretvalue", "it said ***, twice: ***"],
  ])("%s", (text, expected) => {
    expect(redact(text, ["secretvalue", "verysecretvalue", "postgres", ""])).toBe(expected);
  });
});

describe("harmless", () => {
  test.each([
    "https://docs.sqlalchemy.org/en/20/errors.html#error-xd2s",
    "postgresql+asyncpg://localhost:5432/shop",
    "sqlite+aiosqlite:///:memory:",
    "http://host:8000/users/@me",
    "AssertionError: assert 401 == 200",
    "password is required",
    "password=hash_password(raw)",
    "token = await client.login()",
    "TypeError: token() got an unexpected keyword argument 'password'",
    "tests/test_tokens.py::test_secret[password-1]",
    "KeyError: 'api_key'",
    "sk-learn is not sklearn",
    "the eye of eyJ",
    "Authorization header missing",
    "SELECT users.password_hash FROM users",
    "-----BEGIN CERTIFICATE-----",
    "ada@example.org: 12:30",
  ])("%s", (text) => {
    expect(redact(text, [])).toBe(text);
  });
});

test("the values of variables that hold secrets", () => {
  expect(
    secretValues({
      DB_PASSWORD: "hunter2hunter2",
      api_key: "abcdefgh",
      GITHUB_TOKEN: `ghs_${LETTERS}`,
      DEPLOY_KEY: "first line\nsecond line\n",
      DATABASE_URL: "postgresql+asyncpg://ada:p%40ssw0rd@h/x",
      REDIS: "redis://:cachepassword@h",
      SHORT_TOKEN: "1234567",
      PWD: "/home/ada/shop",
      KEYBOARD: "querty-layout",
      HOME: "/home/ada",
      UNSET_SECRET: undefined,
      PERCENT_URL: "amqp://a:100%safe-word@h",
    }),
  ).toEqual([
    "hunter2hunter2",
    "abcdefgh",
    `ghs_${LETTERS}`,
    "first line\nsecond line",
    "first line",
    "second line",
    "p%40ssw0rd",
    "p@ssw0rd",
    "cachepassword",
    "100%safe-word",
  ]);
});
