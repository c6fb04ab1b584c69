/**
 * The arrows between packages and between the rooms (folders below `src`) of a package: who may import whom.
 *
 * - `packages`: the packages of this repository that may be imported
 * - `rooms`: for each room, or room in a room, the other rooms and files below `src` that it may import; files right below
 *   `src`, and right below the rooms that it is in, always
 * - `without`: packages from outside that its sources do without; tests may use them
 */
const common = 'plugins/orchestrator-common';
const dsl = 'plugins/orchestrator-dsl';
const engine = 'plugins/orchestrator-engine';
const node = 'plugins/orchestrator-node';

/** What operations are made of. */
const serving = [
  'http/errors',
  'http/present',
  'http/requests',
  'http/search',
  'http/stream',
  'service',
];

/** Arrows of the rooms in a room, by their names in there. All may import `allowed` too. */
function inside(outer, allowed, arrows) {
  const within = room => `${outer}/${room}`;
  return Object.fromEntries(
    Object.entries(arrows).map(([room, others]) => [
      within(room),
      [...others.map(within), ...allowed],
    ]),
  );
}

module.exports = {
  [common]: {
    packages: [],
    rooms: {
      fold: [],
      generated: [],
      tabs: ['fold'],
      react: ['fold', 'generated', 'tabs'],
      testing: ['fold', 'generated'],
    },
  },
  [dsl]: {
    packages: [],
    rooms: {
      expressions: [],
      'expressions/jq/values': ['expressions/jq/language'],
      'expressions/jq/paths': ['expressions/jq/values'],
      'expressions/jq/compile': [
        'expressions/jq/language',
        'expressions/jq/paths',
        'expressions/jq/values',
      ],
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
      ...inside('activities', ['interpreter'], {
        secrets: [],
        egress: [],
        authentication: ['egress', 'secrets'],
        http: ['authentication', 'egress', 'secrets'],
        documents: ['authentication', 'egress', 'secrets'],
        functions: [],
        process: ['documents', 'http', 'secrets'],
        grpc: ['authentication', 'documents', 'egress'],
        openapi: ['authentication', 'documents', 'http', 'secrets'],
        asyncapi: ['authentication', 'documents', 'egress', 'http'],
        jsonRpc: ['authentication', 'egress', 'http', 'secrets'],
        a2a: ['authentication', 'documents', 'jsonRpc'],
        mcp: ['authentication', 'jsonRpc', 'process'],
      }),
      store: [],
      'store/knex': [],
      'store/memory': [],
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
      'http/errors': ['service'],
      'http/limits': ['http/errors', 'service'],
      'http/checks': ['http/errors', 'http/requests'],
      'http/requests': ['http/errors', 'http/search', 'service'],
      'http/search': ['http/errors', 'http/present', 'service'],
      'http/present': ['service'],
      'http/stream': ['http/errors', 'http/limits', 'service'],
      'http/operations': serving,
      // The tags of the contract.
      ...inside('http/operations', serving, {
        acting: [],
        approvals: [],
        canvas: [],
        events: [],
        instances: [],
        jobs: [],
        running: [],
        server: [],
        tasks: [],
        triggers: [],
        webhooks: [],
        workflows: [],
      }),
      service: [],
      'service/access': [],
      'service/approvals': ['service/access'],
      'service/events': ['service/access'],
      'service/feeds': ['service/access', 'service/instances'],
      'service/health': [],
      'service/instances': ['service/access', 'service/workflows'],
      'service/jobs': ['service/access'],
      'service/orders': ['service/access', 'service/instances'],
      'service/trials': ['service/access', 'service/workflows'],
      'service/triggers': ['service/access'],
      'service/webhooks': ['service/access'],
      'service/workflows': ['service/access'],
      events: [],
      functions: [],
      health: ['service'],
      secrets: [],
      sources: [],
      telemetry: [],
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
