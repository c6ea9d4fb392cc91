import type { PythonModule } from "../../domain/python.ts";
import { parentOf } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { isPartOfText, textOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { mentionRule } from "../mention-rule.ts";
import { productOnly } from "../product-only.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-network";

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "request", "stream"];
const CLIENTS = ["Client", "AsyncClient", "Session", "ClientSession"];

const mentioned = mentionRule({
  id: RULE,
  names: [
    "socket",
    "socketserver",
    "ssl",
    "ftplib",
    "smtplib",
    "poplib",
    "imaplib",
    "telnetlib",
    "xmlrpc",
    "http.client",
    "http.server",
    "urllib.request",
    "urllib3",
    "websockets",
    "paramiko",
    "logging.handlers.HTTPHandler",
    "logging.handlers.SMTPHandler",
    "logging.handlers.SocketHandler",
    "logging.handlers.DatagramHandler",
    "logging.handlers.SysLogHandler",
    "logging.config.listen",
    "multiprocessing.connection",
    "nntplib",
    "pycurl",
    "httplib2",
    "boto3",
    "botocore",
    "grpc",
    "dns.resolver",
    "asyncio.open_unix_connection",
    "asyncio.open_connection",
    "asyncio.start_server",
    ...["requests", "httpx", "aiohttp"].flatMap((library) =>
      [...METHODS, ...CLIENTS].map((name) => `${library}.${name}`),
    ),
  ],
  why: "which talks to other machines",
  keyOf: (_module, { dotted }) => dotted,
});

/** Hosts that never leave the machine: RFC 2606 and 6761, and what test clients call themselves. */
const LOCAL =
  /^[a-z+]+:\/\/(?:[^/@]*@)?(localhost|127\.\d+\.\d+\.\d+|\[::1\]|test|testserver|(?:[\w-]+\.)*(?:test|example|invalid|localhost|example\.(?:com|org|net)))(?:[:/?#]|$)/i;

/** A patch may not reach for the network, nor name an address there. Test clients are of the same classes. */
export const noNetworkRule: GuardRule = {
  id: RULE,
  check: (input) => [...mentioned.check(productOnly(input)), ...refuseAdded(RULE, input, addressesIn)],
};

function addressesIn(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    if (isPartOfText(module, node)) return [];
    const address = /\b(?:https?|ftps?|wss?|file):\/\/[^\s'"]*/i.exec(textOf(node) ?? "")?.[0];
    if (address === undefined || LOCAL.test(address) || parentOf(module, node)?.kind === "Expr") return [];
    return [{ node, reason: `adds the address \`${address.slice(0, 80)}\``, key: address }];
  });
}
