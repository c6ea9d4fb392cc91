import { describe, expect, test } from "vitest";
import { redact } from "../../../src/text/redact.ts";
import { secretValues } from "../../../src/text/secret-values.ts";

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
    ["password: str = 'hunter2'", "password: str = '***'"],
    ["os.environ['API_KEY'] = 'x'", "os.environ['API_KEY'] = '***'"],
    ["os.getenv('DB_PASSWORD', 'hunter2')", "os.getenv('DB_PASSWORD', '***')"],
    ['{\\"password\\": \\"x\\"}', '{\\"password\\": \\"***\\"}'],
    ["password='it\\'s' + x", "password='***' + x"],
    ["SecretStr: secret_key=SecretStr('x')", "SecretStr: secret_key=SecretStr('***')"],
    ["PGPASSWORD=hunter2\nPATH=/bin", "PGPASSWORD=***\nPATH=/bin"],
    ["host=h password=hunter2 dbname=x", "host=h password=*** dbname=x"],
    ["Server=h;Uid=u;Pwd=x1;Port=3", "Server=h;Uid=u;Pwd=***;Port=3"],
    ["GET /x?api_key=abcd&page=2", "GET /x?api_key=***&page=2"],
    ["db:\n  password: hunter2\n", "db:\n  password: ***\n"],
    ["curl --token abc123def", "curl --token ***"],
    [`https://${LETTERS}@sentry.io/1`, "https://***@sentry.io/1"],
    ["(b'authorization', b'Bearer abc')", "(b'authorization', b'Bearer ***')"],
    [`https://hooks.slack.com/services/T0/B0/${LETTERS}`, "https://hooks.slack.com/services/***"],
    ["ghp_Ab3dE6gH9j\u001b[31mK2mN5pQ8sT1vW4yZ7b\u001b[0m!", "***\u001b[0m!"],
    ["ghp_Ab3dE6gH9j\u200bK2mN5pQ8sT1vW4yZ7b", "***"],
    ["│ ghp_Ab3dE6gH9j │\n│ K2mN5pQ8sT1vW4yZ7b │", "│ *** │"],
    ["E   verysec\nE   retvalue", "E   ***"],
    ["it ends with *** and\nthe next2line is kept", "it ends with *** and\nthe next2line is kept"],
    ["dmVyeXNlY3JldHZhbHVl and eDp2ZXJ5c2VjcmV0dmFsdWU=", "*** and eDp***U="],
    ["very%53ecretvalue", "very%53ecretvalue"],
    [
      '"-----BEGIN RSA PRIVATE KEY-----\\n"\n"MIIBabc+/\\n"\n"-----END RSA PRIVATE KEY-----"',
      '"-----BEGIN RSA PRIVATE KEY-----***"',
    ],
    [`${LETTERS}/+\n-----END PRIVATE KEY-----\nend`, "***\nend"],
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
    "prompt='Password: ', stream=None",
    'getpass("Password: ")',
    "token = '('",
    "tokens: 'a', 'b'",
    "authorization = base64.decodebytes(authorization)",
    "user = password = None",
    "credentials = '{0}:{1}'.format(user, passwd)",
    "--username and --password options",
    "def login(password: str, token: str | None = None)",
    "PASSWORD=settings.password,",
    "Basic authentication is used",
    "SG.add_node(graph)",
    "task-force_of_12_people_in_all_countries",
    "bearer token expected",
    "uuid 6f1c1d1e-1111-4222-8333-944445555666",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
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
