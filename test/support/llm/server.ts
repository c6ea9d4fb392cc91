import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** What the server does with one request; the last of a script is repeated. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is the reply of the model; anything else is sent as it is. */
  readonly reply?: string;
  readonly body?: unknown;
  readonly finish?: string;
  readonly usage?: unknown;
  /** Sends half of the body, then closes. */
  readonly isCutOff?: boolean;
  /** Never answers. */
  readonly isSilent?: boolean;
  readonly delayMilliseconds?: number;
}

export interface ScriptedServer {
  /** `http://127.0.0.1:PORT/v1` */
  readonly baseUrl: string;
  /** Bodies as they were sent, in order. */
  readonly requests: Readonly<Record<string, unknown>>[];
  readonly headers: IncomingMessage["headers"][];
}

/** An OpenAI-compatible server that plays a script, and ends with the test. */
export async function scriptedServer(
  script: readonly ScriptedAnswer[] | ((body: Readonly<Record<string, unknown>>) => ScriptedAnswer),
): Promise<ScriptedServer> {
  const requests: Readonly<Record<string, unknown>>[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    requests.push(body);
    headers.push(request.headers);
    const answer = typeof script === "function" ? script(body) : script[Math.min(requests.length, script.length) - 1];
    if (answer && answer.isSilent !== true) setTimeout(() => send(response, answer), answer.delayMilliseconds ?? 0);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, headers };
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = "";
  for await (const part of request) text += String(part);
  return JSON.parse(text === "" ? "{}" : text);
}

function send(response: ServerResponse, answer: ScriptedAnswer): void {
  const body = answer.body ?? completionOf(answer);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/html" : "application/json";
  response.writeHead(answer.status ?? 200, {
    "content-type": type,
    ...(answer.isCutOff ? { "content-length": String(text.length) } : {}),
    ...answer.headers,
  });
  if (answer.isCutOff) response.write(text.slice(0, text.length / 2), () => response.destroy());
  else response.end(text);
}

function completionOf({
  reply = "",
  finish = "stop",
  usage = { prompt_tokens: 10, completion_tokens: 5 },
}: ScriptedAnswer): unknown {
  const message = { role: "assistant", content: reply };
  return { id: "c", object: "chat.completion", choices: [{ index: 0, finish_reason: finish, message }], usage };
}
