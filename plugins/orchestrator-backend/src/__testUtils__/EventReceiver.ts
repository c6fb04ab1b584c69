import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came. */
export interface ReceivedMessage {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** An address on loopback that takes what webhooks send. */
export class EventReceiver {
  readonly received: ReceivedMessage[] = [];
  /** What it answers. */
  status = 204;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => {
        text += chunk;
      });
      request.on('end', () => {
        this.received.push({ headers: request.headers, text });
        response.writeHead(this.status).end();
      });
    });
  }

  static async listen(): Promise<EventReceiver> {
    const receiver = new EventReceiver();
    receiver.#server.listen(0, '127.0.0.1');
    await new Promise(resolve => {
      receiver.#server.once('listening', resolve);
    });
    return receiver;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/hooks`;
  }

  /** Types of events, in the order in which they came. */
  get types(): readonly string[] {
    return this.received.map(({ text }) => JSON.parse(text).type);
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** The signature that a message must have, by a secret. */
export function signatureOf(
  { headers, text }: ReceivedMessage,
  secret: string,
): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const { 'webhook-id': id, 'webhook-timestamp': time } = headers;
  const digest = createHmac('sha256', key).update(`${id}.${time}.${text}`);
  return `v1,${digest.digest('base64')}`;
}
