import { openDatabase } from '../engine/openDatabase.mjs';

const times = 3;

/**
 * The same page as the API's list, asked of the database in a way that no index serves, by one client: as a list does that
 * reads all instances, sorts them and cuts the page out.
 *
 * @returns {Promise<number[]>} milliseconds of each query
 */
export async function measureFullScan({ database }) {
  const knex = openDatabase(database);
  const found = [];
  try {
    for (let i = 0; i < times; i += 1) {
      const began = performance.now();
      await knex('instances').orderByRaw('created_at + 0 desc, id').limit(50);
      found.push(performance.now() - began);
    }
    return found;
  } finally {
    await knex.destroy();
  }
}
