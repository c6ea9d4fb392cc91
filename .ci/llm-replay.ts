import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { z } from "zod";
import { root } from "./tools.ts";

const requestSchema = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
export type Sent = z.infer<typeof requestSchema>;

/** One call as it went over the wire. */
export interface Exchange {
  readonly sent: Sent;
  /** Null where no reply is recorded. */
  readonly reply: string | null;
}

export interface Replay {
  /** `http://127.0.0.1:PORT/v1` */
  readonly baseUrl: string;
  readonly exchanges: readonly Exchange[];
  close(): void;
}

/** Replies by project, `1.md` the first of a run. */
export const repliesFolder = path.join(root, "test/fixtures/llm-replies");
/** Where a run leaves the prompts that nobody has answered yet. */
export const deskFolder = path.join(root, ".cache/llm-desk");

export function hasReplies(name: string): boolean {
  return existsSync(path.join(repliesFolder, name, "1.md"));
}

/**
 * An OpenAI-compatible endpoint that answers the n-th call of a run with the n-th recorded reply. A call beyond them is
 * answered by an error that ends the run; its prompt is left for a reader, who writes the reply beside the others.
 */
export async function replay(name: string): Promise<Replay> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = requestSchema.parse(JSON.parse(await textOf(request)));
    const file = path.join(repliesFolder, name, `${exchanges.length + 1}.md`);
    const reply = existsSync(file) ? readFileSync(file, "utf8") : null;
    exchanges.push({ sent, reply });
    if (reply === null) leavePrompt(name, exchanges.length, sent);
    send(response, reply);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, exchanges, close: () => server.close() };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

function leavePrompt(name: string, turn: number, { messages }: Sent): void {
  const folder = path.join(deskFolder, name);
  mkdirSync(folder, { recursive: true });
  const text = messages.map(({ role, content }) => `## ${role}\n\n${content}\n`).join("\n");
  writeFileSync(path.join(folder, `${turn}.prompt.md`), text);
}

function send(response: ServerResponse, reply: string | null): void {
  const type = { "content-type": "application/json" };
  if (reply === null) {
    response.writeHead(404, type);
    response.end(JSON.stringify({ error: { message: "no reply is recorded" } }));
    return;
  }
  const message = { role: "assistant", content: reply };
  response.writeHead(200, type);
  response.end(
    JSON.stringify({ id: "r", object: "chat.completion", choices: [{ index: 0, finish_reason: "stop", message }] }),
  );
}
