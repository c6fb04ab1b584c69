/**
 * A backend with the orchestrator in it, behind all that a portal puts before its plugins, that tells users apart by the tokens
 * of tests and lets them do what `people.mjs` says. What it is told is in its environment.
 */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { entity, people } from './people.mjs';

const require = createRequire(import.meta.url);
const backend = '../../plugins/orchestrator-backend';
const fromBackend = createRequire(require.resolve(`${backend}/package.json`));
const { createBackend } = fromBackend('@backstage/backend-defaults');
const { coreServices, createBackendPlugin, createServiceFactory } = fromBackend(
  '@backstage/backend-plugin-api',
);
const { mockCredentials, mockServices } = fromBackend(
  '@backstage/backend-test-utils',
);
const { catalogServiceMock } = fromBackend(
  '@backstage/plugin-catalog-node/testUtils',
);
const { default: plugin, rootHealthServiceFactory } = require(`${backend}/src`);
const {
  AuditorOfTests,
} = require(`${backend}/src/__testUtils__/AuditorOfTests`);
const { PolicyOfTests } = require(`${backend}/src/__testUtils__/PolicyOfTests`);

const { CONTRACT_PORT, CONTRACT_DATABASE, CONTRACT_DEFINITIONS } = process.env;

/** All users of the table, each with what the table lets them do. */
function policy() {
  const policyOfTests = new PolicyOfTests();
  for (const { ref, grants } of Object.values(people)) {
    policyOfTests.grant(ref, grants);
  }
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => policyOfTests,
  });
}

/** Nobody is in a group. */
const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo({ principal: { userEntityRef } }) {
      return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
    },
  }),
});

function config() {
  const port = Number(CONTRACT_PORT);
  return {
    app: { baseUrl: `http://127.0.0.1:${port}` },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: JSON.parse(CONTRACT_DATABASE),
      lifecycle: { serverShutdownDelay: '0s' },
    },
    orchestrator: {
      definitions: { folders: [CONTRACT_DEFINITIONS] },
      encryptionKeys: [randomBytes(32).toString('base64')],
      // Everyone asks for more here than anyone does elsewhere.
      rateLimit: { enabled: false },
      // Whatever addresses are asked for, nothing leaves this machine.
      egress: { allowedHosts: ['127.0.0.1'] },
    },
  };
}

const auditor = new AuditorOfTests();

/** Gives what was noted since it was last asked. */
const auditNotes = createBackendPlugin({
  pluginId: 'audit-notes',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.rootHttpRouter },
      async init({ http }) {
        http.use('/audit-notes', (_req, res) => {
          res.json(auditor.notes.splice(0));
        });
      },
    });
  },
});

const backendUnderTest = createBackend();
[
  plugin,
  rootHealthServiceFactory,
  policy(),
  userInfo,
  auditNotes,
  createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => auditor,
  }),
  catalogServiceMock.factory({ entities: [entity] }),
  mockServices.auth.factory(),
  mockServices.httpAuth.factory({
    defaultCredentials: mockCredentials.none(),
  }),
  mockServices.rootConfig.factory({ data: config() }),
].forEach(feature => backendUnderTest.add(feature));

process.on('unhandledRejection', reason => {
  console.error(`UNHANDLED ${reason?.stack ?? reason}`);
});
process.once('SIGTERM', async () => {
  await backendUnderTest.stop();
  process.exit();
});
await backendUnderTest.start();
