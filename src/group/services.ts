import type { Scene, Thrown } from "./scene.ts";

/** A sign that no edit of the code can help: what the exception's type and message look like, and what to do. */
export interface Sign {
  /** Of the type's last name. */
  readonly type: RegExp;
  readonly message: RegExp;
  readonly advice: (match: RegExpExecArray, thrown: Thrown, scene: Scene) => string | undefined;
}

const ANY = /(?:)/;
/** Exceptions of sockets, drivers and clients. Python's own others may speak of connections, but say nothing about them. */
const CONNECTION =
  /^(?!(?:Assertion|Attribute|Import|Index|Key|Lookup|ModuleNotFound|Name|NotImplemented|Recursion|Reference|Runtime|Syntax|Type|UnboundLocal|Unicode\w{0,20}|Value|ZeroDivision|Validation|ResponseValidation)Error$|Exception$|Failed$)\w+$/;

const unreachable = "A server that the tests need refused the connection; start it in the job or check its address.";

/** Servers, names, networks, certificates and log-ins that the job does not have. */
export const SERVICE_SIGNS: readonly Sign[] = [
  {
    type: /gaierror$/,
    message: ANY,
    advice: () => "A host name could not be resolved; check the name and the job's network.",
  },
  {
    type: CONNECTION,
    message:
      /Name or service not known|nodename nor servname provided|Temporary failure in name resolution|getaddrinfo failed|Failed to resolve '|could not translate host name|No address associated with hostname/,
    advice: () => "A host name could not be resolved; check the name and the job's network.",
  },
  { type: /^ConnectionRefusedError$/, message: ANY, advice: () => unreachable },
  {
    type: CONNECTION,
    message:
      /\[Errno (?:111|61)\]|\[WinError 10061\]|Connect call failed|Connection refused|connection refused|could not connect to server|All connection attempts failed|Cannot connect to host|Can't connect to (?:\w+ )?(?:MySQL )?server|Error \d+ connecting to|Could not connect to the endpoint URL|failed to connect to all addresses|Is the server running|No servers found yet/,
    advice: () => unreachable,
  },
  { type: /^NoBrokersAvailable$/, message: ANY, advice: () => unreachable },
  {
    type: /^(?:DockerException|APIError|ConnectionError)$/,
    message: /Error while fetching server API version|Cannot connect to the Docker daemon/,
    advice: () =>
      "The tests need Docker, and no Docker daemon answers in this job; start one or leave these tests out.",
  },
  {
    type: CONNECTION,
    message: /Network is unreachable|No route to host|Host is down|\[WinError 1005[13]\]|\[Errno (?:101|113)\]/,
    advice: () => "The network could not be reached; the tests need an address that this job has no way to.",
  },
  {
    type: CONNECTION,
    message:
      /CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLCertVerificationError|WRONG_VERSION_NUMBER|unable to get local issuer certificate/,
    advice: () => "A TLS connection could not be set up; check the certificates of this job and the server's address.",
  },
  {
    type: CONNECTION,
    message:
      /Tunnel connection failed|Cannot connect to proxy|Unable to connect to proxy|407 Proxy Authentication Required/,
    advice: () => "The proxy of this job let no connection through; check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.",
  },
  {
    type: /^(?:ConnectTimeout|ConnectTimeoutError|ServerSelectionTimeoutError|ConnectionTimeout|ConnectionTimeoutError)$/,
    message: ANY,
    advice: () => "A connection took too long to be set up; check the server's address and the job's network.",
  },
  {
    type: CONNECTION,
    message:
      /\[Errno (?:110|60)\]|\[WinError 10060\]|Connection timed out|connection timeout expired|timed out while connecting/i,
    advice: () => "A connection took too long to be set up; check the server's address and the job's network.",
  },
  {
    type: /^(?:timeout|TimeoutError)$/,
    message: /^timed out$/,
    advice: (_match, { innermost }) =>
      innermost?.function === "create_connection"
        ? "A connection took too long to be set up; check the server's address and the job's network."
        : undefined,
  },
  {
    type: /^(?:OperationalError|InvalidPasswordError|InvalidAuthorizationSpecificationError|ConnectionFailure|AuthenticationError|OperationFailure)$/,
    message:
      /password authentication failed|Access denied for user|no password supplied|role "[^"\n]{1,200}" does not exist|NOAUTH|WRONGPASS|Authentication failed|fe_sendauth/,
    advice: () => "A server did not accept the user or the password; give this step the same ones as the service has.",
  },
  {
    type: /^(?:OperationalError|InvalidCatalogNameError)$/,
    message: /database "[^"\n]{1,200}" does not exist|Unknown database/,
    advice: () => "The server has no such database; create it in the job before the tests run.",
  },
  {
    type: /^(?:NoCredentialsError|PartialCredentialsError|DefaultCredentialsError|NoRegionError|CredentialUnavailableError)$/,
    message: ANY,
    advice: () => "A cloud library found no credentials or no region; set its variables for this step.",
  },
];
