import { setTimeout as sleep } from 'node:timers/promises';
import { createActivities } from './engine.mjs';
import { LoopbackNetwork } from './LoopbackNetwork.mjs';
import { GrpcStandIn } from './standins/GrpcStandIn.mjs';
import { HttpStandIns } from './standins/HttpStandIns.mjs';
import { ProcessStandIns } from './standins/ProcessStandIns.mjs';
import { SocketStandIns } from './standins/SocketStandIns.mjs';

/** How long a message that has been sent may take to arrive. */
const PATIENCE_MS = 300;

const noPlugins = {
  resolve: async id => {
    throw new Error(`There is no plugin ${id} here`);
  },
};

/** All that workflows can reach, on loopback: stand-ins that answer as they are told and remember what they are asked. */
export class World {
  http = new HttpStandIns();
  processes = new ProcessStandIns();
  #sockets = new SocketStandIns();
  #grpc = new GrpcStandIn();
  #network = new LoopbackNetwork(
    to => this.#grpc.portOf(to) ?? this.http.portOf(to),
  );
  #waiting = 0;

  async open() {
    await this.http.open(server => this.#sockets.attach(server));
    await this.#grpc.open();
    this.#network.open();
  }

  close() {
    this.#network.close();
    this.http.close();
    this.#grpc.close();
  }

  /** As it is at the beginning of a run, with the means to carry out effects in it. */
  begin({ answers = {}, processes = {}, messages = {} }, clock) {
    const deployed = createActivities({ http: { plugins: noPlugins } });
    this.#network.refused = [];
    this.http.reset(answers, clock);
    this.processes.reset(processes);
    this.#sockets.reset(messages);
    return {
      activities: {
        execute: (...args) => this.#execute(deployed.activities, ...args),
      },
      close: () => deployed.close(),
    };
  }

  /** How many activities cannot go on before time does. */
  get held() {
    return this.http.held + this.#waiting;
  }

  #execute(real, effect, context) {
    if (this.processes.runs(effect)) return this.processes.execute(effect);
    const result = real.execute(effect, context);
    if (effect.action?.kind === 'receive') this.#mayWaitFor(result);
    return result;
  }

  /** A message that does not come soon will not come at all: whoever waits for it needs time to go by. */
  async #mayWaitFor(message) {
    const patience = sleep(PATIENCE_MS, 'waiting', { ref: false });
    if ((await Promise.race([message, patience])) !== 'waiting') return;
    this.#waiting += 1;
    await message;
    this.#waiting -= 1;
  }
}
