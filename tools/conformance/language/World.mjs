import { createActivities } from './engine.mjs';
import { LoopbackNetwork } from './LoopbackNetwork.mjs';
import { HttpStandIns } from './standins/HttpStandIns.mjs';
import { ProcessStandIns } from './standins/ProcessStandIns.mjs';

const noPlugins = {
  resolve: async id => {
    throw new Error(`There is no plugin ${id} here`);
  },
};

/** All that workflows can reach, on loopback: stand-ins that answer as they are told and remember what they are asked. */
export class World {
  http = new HttpStandIns();
  processes = new ProcessStandIns();
  #network = new LoopbackNetwork(to => this.http.portOf(to));

  async open() {
    await this.http.open();
    this.#network.open();
  }

  close() {
    this.#network.close();
    this.http.close();
  }

  /** As it is at the beginning of a run, with the means to carry out effects in it. */
  begin({ answers = {}, processes = {} }, clock) {
    const deployed = createActivities({ http: { plugins: noPlugins } });
    this.#network.refused = [];
    this.http.reset(answers, clock);
    this.processes.reset(processes);
    return {
      activities: {
        execute: (...args) => this.#execute(deployed.activities, ...args),
      },
      close: () => deployed.close(),
    };
  }

  /** How many activities cannot go on before time does. */
  get held() {
    return this.http.held;
  }

  #execute(real, effect, context) {
    if (this.processes.runs(effect)) return this.processes.execute(effect);
    return real.execute(effect, context);
  }
}
