import { expect, test } from "vitest";
import { textToHash } from "../../../src/draft/recipes/slips/text-to-hash.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const HASH = "TypeError: Strings must be encoded before hashing";
const BYTES = "TypeError: a bytes-like object is required, not 'str'";
const HEAD = "import base64\nimport hashlib\n\n\n";

test.each([
  ["encoded already", `${HEAD}def f(a):\n    return hashlib.md5(a.encode())  # fails\n`, HASH],
  [
    "another encoding in the file",
    `${HEAD}ENCODING = "latin-1"\n\n\ndef f(a):\n    return hashlib.md5(a)  # fails\n`,
    HASH,
  ],
  ["two hashes", `${HEAD}def f(a):\n    return hashlib.md5(a), hashlib.sha1(a)  # fails\n`, HASH],
  ["a file, whose mode may be wrong", "def f(file, a):\n    file.write(a)  # fails\n", BYTES],
  ["a socket", "def f(socket, a):\n    socket.send(a)  # fails\n", BYTES],
  ["a function of that name", "from shapes import md5\n\n\ndef f(a):\n    return md5(a)  # fails\n", HASH],
  ["nothing given", `${HEAD}def f():\n    return hashlib.md5()  # fails\n`, HASH],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(textToHash, failing(text, exception))).toEqual([]);
});

test.each([
  [
    "a name",
    `${HEAD}def f(a):\n    return hashlib.sha256(a).hexdigest()  # fails\n`,
    HASH,
    `${HEAD}def f(a):\n    return hashlib.sha256(a.encode()).hexdigest()  # fails\n`,
  ],
  [
    "a sum; older Pythons",
    `${HEAD}def f(a, salt):\n    return hashlib.md5(a + salt)  # fails\n`,
    "TypeError: Unicode-objects must be encoded before hashing",
    `${HEAD}def f(a, salt):\n    return hashlib.md5((a + salt).encode())  # fails\n`,
  ],
  [
    "added to a hash",
    'def f(digest, a):\n    digest.update(f"{a}")  # fails\n',
    HASH,
    'def f(digest, a):\n    digest.update(f"{a}".encode())  # fails\n',
  ],
  [
    "base64",
    `${HEAD}def f(a):\n    return base64.b64encode(a)  # fails\n`,
    BYTES,
    `${HEAD}def f(a):\n    return base64.b64encode(a.encode())  # fails\n`,
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(textToHash, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
