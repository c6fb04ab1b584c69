import createKnex, { type Knex } from 'knex';
import { limitSilence } from '../store/knex/limitSilence';
import { PostgresDoor } from './PostgresDoor';

const SILENT_FOR_MS = 100;

/** The database of `knex`, reached through a door that can break. */
export interface BreakableDatabase {
  readonly knex: Knex;
  readonly door: PostgresDoor;
  close(): Promise<void>;
}

/** Opens the database of `knex`, one of Postgres, once more: through a door of its own, and with little patience for silence. */
export async function breakableDatabase(
  knex: Knex,
  pool: Knex.PoolConfig = { min: 0, max: 10 },
): Promise<BreakableDatabase> {
  const door = new PostgresDoor(addressOf(knex));
  const broken = createKnex({
    client: 'pg',
    connection: await door.open(),
    pool,
    log: { warn() {}, error() {}, debug() {}, deprecate() {} },
  });
  limitSilence(broken, SILENT_FOR_MS);
  return {
    knex: broken,
    door,
    async close() {
      door.close();
      await broken.destroy();
    },
  };
}

function addressOf(knex: Knex): URL {
  const { host, port, user, password, database } =
    knex.client.connectionSettings;
  const address = new URL(`postgresql://${host}:${port}/${database}`);
  address.username = user ?? '';
  address.password = password ?? '';
  return address;
}
