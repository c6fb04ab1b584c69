import { Agent, request as open } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** How long a server may take to answer. */
export const answerWithinMs = 10_000;

/**
 * Sends a request as it is written, without mending what is wrong with it. Of a live stream only the first bytes are read.
 *
 * @param {string} url
 * @param {{method: string, path: string, headers?: Record<string, string>, body?: string | Buffer}} request
 * @returns {Promise<{status: number, headers: Record<string, string>, type: string | undefined, text: string}>}
 * @throws {Error} when there is no answer in time, or the connection breaks
 */
export async function send(url, request) {
  try {
    return await sendOnce(url, request);
  } catch (error) {
    if (!error.isStale) throw error;
    return sendOnce(url, request);
  }
}

function sendOnce(url, { method, path, headers = {}, body }) {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = open({
      agent,
      hostname,
      port,
      method,
      path: `${pathname}${path}`,
      headers: {
        ...headers,
        ...(body !== undefined && {
          'Content-Length': Buffer.byteLength(body),
        }),
      },
      signal: AbortSignal.timeout(answerWithinMs),
    });
    outgoing.once('error', cause => {
      const error = new Error(`${method} ${path}: ${cause.message}`, { cause });
      // The server has closed an idle connection just when it was used again; it has not seen the request.
      error.isStale = outgoing.reusedSocket && cause.code === 'ECONNRESET';
      reject(error);
    });
    outgoing.once('response', response => read(response).then(resolve, reject));
    outgoing.end(body);
  });
}

async function read(response) {
  const { statusCode: status, headers } = response;
  const type = headers['content-type']?.split(';')[0].trim();
  const answer = { status, headers, type };
  if (type === 'text/event-stream') {
    response.destroy();
    return { ...answer, text: '' };
  }
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  return { ...answer, text: Buffer.concat(chunks).toString('utf8') };
}
