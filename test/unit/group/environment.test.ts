import { expect, test } from "vitest";
import type { Failure } from "../../../src/domain/failure.ts";
import { environmentFault } from "../../../src/group/environment.ts";
import { at, LIB, raised, scene, STD, wrapped } from "./raised.ts";

const refused = "A server that the tests need refused the connection; start it in the job or check its address.";
const unresolved = "A host name could not be resolved; check the name and the job's network.";
const slow = "A connection took too long to be set up; check the server's address and the job's network.";

test.each<[string, Failure, string]>([
  [
    "a refused connection of a socket",
    raised("ConnectionRefusedError", "[Errno 111] Connection refused", at(`${STD}/socket.py`)),
    refused,
  ],
  [
    "a refused connection that C code tells the project",
    raised("ConnectionRefusedError", "[Errno 111] Connection refused"),
    refused,
  ],
  [
    "asyncpg",
    raised(
      "OSError",
      "Multiple exceptions: [Errno 111] Connect call failed ('::1', 5432, 0, 0)",
      at(`${STD}/asyncio/base_events.py`),
    ),
    refused,
  ],
  [
    "psycopg2 below SQLAlchemy",
    raised(
      "sqlalchemy.exc.OperationalError",
      '(psycopg2.OperationalError) connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
      at(`${LIB}/sqlalchemy/engine/default.py`),
    ),
    refused,
  ],
  [
    "psycopg",
    raised(
      "psycopg.OperationalError",
      'connection failed: connection to server at "127.0.0.1", port 5432 failed: Connection refused',
      at(`${LIB}/psycopg/connection.py`),
    ),
    refused,
  ],
  [
    "redis",
    raised(
      "redis.exceptions.ConnectionError",
      "Error 111 connecting to localhost:6379. Connection refused.",
      at(`${LIB}/redis/connection.py`),
    ),
    refused,
  ],
  [
    "httpx",
    raised("httpx.ConnectError", "All connection attempts failed", at(`${LIB}/httpx/_transports/default.py`)),
    refused,
  ],
  [
    "requests",
    raised(
      "requests.exceptions.ConnectionError",
      "HTTPConnectionPool(host='localhost', port=8000): Max retries exceeded with url: / (Caused by NewConnectionError('<x>: Failed to establish a new connection: [Errno 111] Connection refused'))",
      at(`${LIB}/requests/adapters.py`),
    ),
    refused,
  ],
  [
    "aiohttp",
    raised(
      "aiohttp.client_exceptions.ClientConnectorError",
      "Cannot connect to host localhost:8080 ssl:default [Connect call failed ('127.0.0.1', 8080)]",
      at(`${LIB}/aiohttp/connector.py`),
    ),
    refused,
  ],
  [
    "pymysql",
    raised(
      "pymysql.err.OperationalError",
      "(2003, \"Can't connect to MySQL server on 'localhost'\")",
      at(`${LIB}/pymysql/connections.py`),
    ),
    refused,
  ],
  [
    "boto",
    raised(
      "botocore.exceptions.EndpointConnectionError",
      'Could not connect to the endpoint URL: "http://localhost:4566/"',
      at(`${LIB}/botocore/httpsession.py`),
    ),
    refused,
  ],
  [
    "what the project raises of a refused connection",
    wrapped(
      raised("shop.api.StoreError", "no store", at("shop/api.py", 4, "get")),
      "ConnectionRefusedError",
      "[Errno 111] Connection refused",
      at(`${STD}/socket.py`),
    ),
    refused,
  ],
  [
    "DNS",
    raised("socket.gaierror", "[Errno -3] Temporary failure in name resolution", at(`${STD}/socket.py`)),
    unresolved,
  ],
  [
    "DNS, told by a client",
    raised("httpx.ConnectError", "[Errno -2] Name or service not known", at(`${LIB}/httpx/_transports/default.py`)),
    unresolved,
  ],
  [
    "no route",
    raised("OSError", "[Errno 101] Network is unreachable", at(`${STD}/socket.py`)),
    "The network could not be reached; the tests need an address that this job has no way to.",
  ],
  [
    "a certificate",
    raised(
      "ssl.SSLCertVerificationError",
      "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate",
      at(`${STD}/ssl.py`),
    ),
    "A TLS connection could not be set up; check the certificates of this job and the server's address.",
  ],
  [
    "a proxy",
    raised("OSError", "Tunnel connection failed: 403 Forbidden", at(`${STD}/http/client.py`)),
    "The proxy of this job let no connection through; check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.",
  ],
  ["a slow connection", raised("httpx.ConnectTimeout", "timed out", at(`${LIB}/httpx/_transports/default.py`)), slow],
  ["a slow socket", raised("TimeoutError", "timed out", at(`${STD}/socket.py`, 850, "create_connection")), slow],
  [
    "a wrong password",
    raised(
      "asyncpg.exceptions.InvalidPasswordError",
      'password authentication failed for user "app"',
      at(`${LIB}/asyncpg/connect_utils.py`),
    ),
    "A server did not accept the user or the password; give this step the same ones as the service has.",
  ],
  [
    "no such database",
    raised(
      "asyncpg.exceptions.InvalidCatalogNameError",
      'database "shop_test" does not exist',
      at(`${LIB}/asyncpg/connect_utils.py`),
    ),
    "The server has no such database; create it in the job before the tests run.",
  ],
  [
    "no cloud credentials",
    raised("botocore.exceptions.NoCredentialsError", "Unable to locate credentials", at(`${LIB}/botocore/auth.py`)),
    "A cloud library found no credentials or no region; set its variables for this step.",
  ],
])("the environment is at fault: %s", (_name, seen, advice) => {
  expect(environmentFault(seen, scene)).toBe(advice);
});
