/**
 * A backend in a process of its own, which can be killed. It says where it is when it is there.
 *
 * What it is told is in its environment: `REPLICA_DATABASE`, a connection of Postgres, and `REPLICA_DEFINITIONS`, both as JSON.
 */
import knexFactory from 'knex';
import { startOrchestrator } from './startOrchestrator';

const { REPLICA_DATABASE = '{}', REPLICA_DEFINITIONS = '{}' } = process.env;

// It does not outlive the tests, however they end.
process.on('disconnect', () => process.exit());

startOrchestrator({
  knex: knexFactory({
    client: 'pg',
    connection: JSON.parse(REPLICA_DATABASE),
  }),
  definitions: JSON.parse(REPLICA_DEFINITIONS),
  config: { worker: { lease: '2s' } },
}).then(
  ({ url }) => process.send?.(url),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
