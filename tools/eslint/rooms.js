/**
 * The arrows between packages and between the rooms (folders below `src`) of a package: who may import whom.
 *
 * - `packages`: the packages of this repository that may be imported
 * - `rooms`: for each room, the other rooms and files below `src` that it may import; files right below `src` always
 * - `without`: packages from outside that its sources do without; tests may use them
 */
const common = 'plugins/orchestrator-common';
const dsl = 'plugins/orchestrator-dsl';
const engine = 'plugins/orchestrator-engine';
const node = 'plugins/orchestrator-node';

module.exports = {
  [common]: {
    packages: [],
    rooms: { generated: [] },
  },
  [dsl]: {
    packages: [],
    rooms: {
      expressions: [],
      schema: [],
      language: ['expressions', 'schema'],
      graph: ['language'],
      editing: ['language'],
      templates: ['editing', 'language', 'schema'],
    },
  },
  [engine]: {
    packages: [common, dsl],
    without: ['@backstage', 'express'],
    rooms: {
      interpreter: [],
      activities: ['interpreter'],
      store: [],
      runtime: ['interpreter', 'activities', 'store'],
    },
  },
  [node]: {
    packages: [common, engine],
    rooms: {},
  },
  'plugins/orchestrator-backend': {
    packages: [common, dsl, engine, node],
    rooms: {
      http: ['service'],
      service: [],
      sources: [],
      health: ['service'],
    },
  },
  'plugins/orchestrator': {
    packages: [common, dsl],
    rooms: {
      api: [],
      components: ['api'],
      pages: ['api', 'components'],
    },
  },
  'plugins/scaffolder-backend-module-orchestrator': {
    packages: [common],
    rooms: { actions: [] },
  },
};
