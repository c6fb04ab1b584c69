import type { Knex } from 'knex';
import {
  databaseIds,
  migratedDatabase,
} from '../../../__testUtils__/databases';
import { openPayload } from './openPayload';

const long = JSON.stringify('ö😀'.repeat(200_000));

describe.each(databaseIds)('a large value on %s', databaseId => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    await knex('payloads').insert({
      instance_id: 'i1',
      sha256: 'abc',
      value: long,
    });
  });

  const open = async () => {
    const text = await openPayload(knex, 'i1', 'abc');
    return text!.pieces()[Symbol.asyncIterator]();
  };

  it('is read in pieces that make the whole', async () => {
    const pieces = await open();
    let text = '';
    let count = 0;
    for (
      let next = await pieces.next();
      !next.done;
      next = await pieces.next()
    ) {
      text += next.value;
      count += 1;
    }

    expect(text).toBe(long);
    expect(count).toBeGreaterThan(1);
  });

  it('says so when the database goes away between two pieces', async () => {
    const pieces = await open();
    await pieces.next();
    await knex.destroy();

    await expect(pieces.next()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
  });

  it('is never told by half when it is deleted between two pieces', async () => {
    const pieces = await open();
    await pieces.next();
    await knex('payloads').delete();

    await expect(pieces.next()).rejects.toMatchObject({
      code: 'PAYLOAD_NOT_FOUND',
    });
  });
});
