import { once } from 'node:events';
import { request, type Agent, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** `fetch` over the connections of an agent, for what the API's client asks: without bodies. */
export function fetchOver(agent: Agent): typeof fetch {
  return async (input, { headers, signal, method } = {}) => {
    const asking = request(String(input), {
      agent,
      method,
      signal: signal ?? undefined,
      headers: Object.fromEntries(new Headers(headers)),
    });
    const [answer]: IncomingMessage[] = await once(asking.end(), 'response');
    return new Response(Readable.toWeb(answer) as ReadableStream, {
      status: answer.statusCode,
    });
  };
}
