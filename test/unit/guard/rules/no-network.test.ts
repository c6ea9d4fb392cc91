import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["an address", ...added("", 'print("https://evil.io/x")')],
  ["an address in two parts", ...added("", 'print("https://" + "evil.io/x")')],
  ["an address that only looks local", ...added("", 'print("http://localhost.evil.io/x")')],
  ["an address with a local user", ...added("", 'print("http://localhost@evil.io/x")')],
  ["socket", ...added("import socket\n", 'socket.create_connection(("x", 1))')],
  ["urlopen", ...added("from urllib.request import urlopen\n", "urlopen(rows)")],
  [
    "requests",
    "import requests\n\n\n" + TOTAL,
    `import requests


def total(rows):
    requests.post(rows)
    return sum(rows)
`,
  ],
  [
    "a client of httpx",
    "import httpx\n\n\n" + TOTAL,
    `import httpx


def total(rows):
    httpx.Client().get(rows)
    return sum(rows)
`,
  ],
  ["smtplib", ...added("import smtplib\n", 'smtplib.SMTP("x")')],
];

const ACCEPTED: readonly Row[] = [
  ["an address in a comment", ...added("", "# see https://docs.acme.io/x\nprint(rows)")],
  [
    "an address in the documentation",
    TOTAL,
    `def total(rows):
    """See https://docs.acme.io/x."""
    return sum(rows)
`,
  ],
  [
    "an address that was there",
    `HOST = "https://api.acme.io"
def total(rows):
    return sum(rows)
x = 1
`,
    `HOST = "https://api.acme.io"
def total(rows):
    return sum(rows)
x = 2
`,
  ],
  ["the address of a test client", ...added("", 'print("http://test/orders")')],
  ["this machine", ...added("", 'print("http://localhost:8000/x")')],
  ["the address of a database", ...added("", 'print("postgresql+asyncpg://db/shop")')],
  [
    "requests used already, edited",
    `import requests


def load(url):
    return requests.get(url)
`,
    `import requests


def load(url):
    response = requests.get(url)
    return response.json()
`,
  ],
  [
    "another part of httpx",
    `import httpx


def load(app):
    return app
`,
    `import httpx


def load(app):
    return httpx.ASGITransport(app=app)
`,
  ],
  ["urllib.parse", ...added("from urllib.parse import quote\n", 'print(quote("x"))')],
  ["a function called request", TOTAL, "def request(rows):\n    return rows\n\n\n" + TOTAL],
  ["http statuses", ...added("from http import HTTPStatus\n", "print(HTTPStatus.OK)")],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a client of httpx": "no-network shop/orders.py:5 adds \`httpx.Client\`, which talks to other machines",
      "an address": "no-network shop/orders.py:2 adds the address \`https://evil.io/x\`",
      "an address in two parts": "no-network shop/orders.py:2 adds the address \`https://evil.io/x\`",
      "an address that only looks local": "no-network shop/orders.py:2 adds the address \`http://localhost.evil.io/x\`",
      "an address with a local user": "no-network shop/orders.py:2 adds the address \`http://localhost@evil.io/x\`",
      "requests": "no-network shop/orders.py:5 adds \`requests.post\`, which talks to other machines",
      "smtplib": "no-network shop/orders.py:1 adds \`smtplib\`, which talks to other machines | no-network shop/orders.py:3 adds \`smtplib.SMTP\`, which talks to other machines",
      "socket": "no-network shop/orders.py:1 adds \`socket\`, which talks to other machines | no-network shop/orders.py:3 adds \`socket.create_connection\`, which talks to other machines",
      "urlopen": "no-network shop/orders.py:1 adds \`urllib.request.urlopen\`, which talks to other machines | no-network shop/orders.py:3 adds \`urllib.request.urlopen\`, which talks to other machines",
    }
  `);
});
