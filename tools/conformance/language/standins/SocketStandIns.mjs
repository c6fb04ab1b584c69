import { WebSocketServer } from 'ws';

/** WebSockets at any path of the stand-ins for HTTP: each sends its messages to whoever connects. */
export class SocketStandIns {
  #sockets = new WebSocketServer({ noServer: true });
  #messages = {};

  /** @param {Record<string, unknown[]>} messages by path */
  reset(messages) {
    this.#messages = messages;
    for (const client of this.#sockets.clients) client.terminate();
  }

  /** Takes the connections that a server is asked to upgrade. */
  attach(server) {
    server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, client => {
        for (const message of this.#messages[request.url] ?? []) {
          client.send(JSON.stringify(message));
        }
      });
    });
  }
}
