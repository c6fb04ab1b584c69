import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { createRouter } from './createRouter';
import { Ledger } from './Ledger';
import { RequestLog } from './RequestLog';

const packageName = '@stagecraft/backstage-plugin-example-flaky-backend';

/**
 * A service to practise on: it fails on purpose, can be slow, and remembers every request. Open to everyone.
 *
 * @public
 */
export const flakyPlugin = createBackendPlugin({
  pluginId: 'flaky',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, httpRouter }) {
        const knex = await database.getClient();
        if (!database.migrations?.skip) {
          await knex.migrate.latest({
            directory: resolvePackagePath(packageName, 'migrations'),
          });
        }
        httpRouter.use(
          createRouter({
            requestLog: new RequestLog(knex),
            ledger: new Ledger(knex),
          }),
        );
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});
