import { createServer } from 'node:net';
import { Failure } from './Failure.mjs';

const host = '127.0.0.1';

/** A port that nobody listens on at the moment. @returns {Promise<number>} */
export async function freePort() {
  return listenOnce(0);
}

/** @param {number} port @throws {Failure} when something listens on it already */
export async function requireFreePort(port) {
  try {
    await listenOnce(port);
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new Failure(
        `port ${port} is in use: stop what listens there, or choose another: npm start -- --port ${
          port + 1
        }`,
      );
    }
    if (error.code === 'EACCES') {
      throw new Failure(
        `port ${port} may not be used by this user: choose one above 1023: npm start -- --port 7007`,
      );
    }
    throw error;
  }
}

function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const bound = server.address().port;
      server.close(() => resolve(bound));
    });
  });
}
